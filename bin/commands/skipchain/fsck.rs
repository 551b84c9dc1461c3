//! `skipchain fsck`: whether all of a chain is right.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::{Place, slug};
use decent::skipchain::Chain;
use decent::skipchain::fsck::{Checked, check, survey};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{Record, bytes_of};
use crate::shown::visible;
use crate::skipchains::{Opened, looked_at, open, reindex, signatures};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The chain; `-` is standard input
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Checks all of a chain: every record against its checksum, every header against the blocks that it
links back to and the root over all before it, every payload and roster against its header, every
signature of every link and checkpoint, that each stands once, and heads in order. Each fault is told
with its byte, and the chain is never changed. Links that are not made are counted: they are no fault.
The two files of the index beside the chain are compared with it, and made anew where they do not fit.
Where damage keeps the chain from being gone along and no index leads past it, only the checksums
behind are looked at; a chain that ends before its index does has lost what was there.";
    const EXAMPLES: &'static str =
        "$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > anna.pub
$ decent roster new -q anna.pub -o us > log
$ decent skipchain new -q --roster us -o c.skip > id
$ seq 1000 | decent skipchain add -q --lines c.skip > log
$ decent skipchain fsck c.skip
c.skip: OK (1001 blocks, 0 links, 1994 missing)
$ printf X | dd of=c.skip bs=1 seek=50000 conv=notrunc status=none
$ decent skipchain fsck c.skip
c.skip: FAILED (byte 49824: wanted a record that fits its checksum, found another)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let opened = match looked_at(cx, "", &self.chain, Role::Evidence) {
            Ok(opened) => opened,
            Err(fail) => return self.damaged(cx, fail),
        };
        let Opened {
            chain,
            lost,
            strange,
        } = opened;
        let indexed = chain.beside().is_some();
        let first = run(cx, &chain);
        drop(chain);
        let wrong = match &first {
            Ok(checked) => checked.index,
            Err(error) if error.slug == slug::SKIP_INDEX => Some("an entry that is none"),
            Err(_) => None,
        };
        if let Some(what) = wrong.filter(|_| indexed) {
            return self.again(cx, what);
        }
        let mut checked = first?;
        if let Some(error) = lost {
            // The index is what tells it.
            if let Place::Byte(at) = error.place {
                checked.fault(at, error);
            }
        } else if strange && checked.faulty == 0 {
            self.anew(cx, "of another chain, or of another copy")?;
        }
        told(cx, &self.chain, &checked)
    }
}

impl Args {
    /// Makes a new index.
    fn anew(&self, cx: &Cx, what: &str) -> Result<(), Fail> {
        let name = visible(&String::from_utf8_lossy(bytes_of(&self.chain)));
        cx.note(&format!(
            "{name}.idx, {name}.fwd: {what}: the index is made anew"
        ));
        reindex(cx, &self.chain)
    }

    /// Checks it with a new index.
    fn again(&self, cx: &mut Cx, what: &str) -> Result<Verdict, Fail> {
        if let Err(fail) = self.anew(cx, what) {
            return self.damaged(cx, fail);
        }
        let chain = open(cx, "", &self.chain, Role::Evidence)?;
        let checked = run(cx, &chain)?;
        drop(chain);
        told(cx, &self.chain, &checked)
    }

    /// Tells what is wrong where the chain could not be gone along.
    fn damaged(&self, cx: &mut Cx, fail: Fail) -> Result<Verdict, Fail> {
        let ours = [slug::SKIP_LOG, slug::SKIP_BLOCK].contains(&fail.error.slug);
        let Place::Byte(at) = fail.error.place else {
            return Err(fail);
        };
        if !ours {
            return Err(fail);
        }
        let name = visible(&String::from_utf8_lossy(bytes_of(&self.chain)));
        let checked = if bytes_of(&self.chain) == b"-" {
            let mut checked = Checked::default();
            checked.fault(at, fail.error);
            cx.note(&format!("{name}: what stands behind is not looked at"));
            checked
        } else {
            let log = cx.open("", &self.chain, Role::Evidence)?.into_source()?;
            cx.note(&format!(
                "{name}: no index leads past byte {at}: of what is behind only the checksums are looked at"
            ));
            survey(&log, fail.error)?
        };
        told(cx, &self.chain, &checked)
    }
}

fn run(cx: &Cx, chain: &Chain<'_>) -> decent::Result<Checked> {
    let fail = |fail: Fail| fail.error;
    let (quorums, engine) = (signatures().map_err(fail)?, cx.engine().map_err(fail)?);
    let watch = cx.watch(Some(chain.end().at));
    check(chain, engine, &quorums, &watch)
}

fn told(cx: &mut Cx, path: &Path, checked: &Checked) -> Result<Verdict, Fail> {
    let name = bytes_of(path);
    let numbers = |record: Record| {
        record
            .aside("blocks", checked.blocks.to_string())
            .aside("links", checked.links.to_string())
            .aside("missing", checked.missing.to_string())
            .aside("rosters", checked.rosters.to_string())
            .aside("checkpoints", checked.checkpoints.to_string())
            .aside("faults", checked.faulty.to_string())
    };
    for fault in &checked.faults {
        let at = format!("byte {}: ", fault.at);
        let error = fault.error.to_string();
        let why = if error.starts_with(&at) {
            error
        } else {
            at + &error
        };
        let record = Record::verdict(&Verdict::No(why.into())).name(name);
        cx.emit(&record.aside("byte", fault.at.to_string()))?;
    }
    if checked.faulty > 0 {
        let more = checked.faulty - checked.faults.len() as u64;
        if more > 0 {
            let why = format!("{more} faults more");
            cx.emit(&numbers(
                Record::verdict(&Verdict::No(why.into())).name(name),
            ))?;
        }
        return Ok(Verdict::No("".into()));
    }
    if let Some(what) = checked.index {
        let verdict = Verdict::No(what.into());
        cx.emit(&numbers(Record::verdict(&verdict)).name(name))?;
        return Ok(verdict);
    }
    let mut words = format!(
        "{} blocks, {} links, {} missing",
        checked.blocks, checked.links, checked.missing
    );
    if checked.checkpoints > 0 {
        let _ = write!(words, ", {} checkpoints", checked.checkpoints);
    }
    cx.emit(&numbers(
        Record::verdict(&Verdict::Yes).told(&words).name(name),
    ))?;
    Ok(Verdict::Yes)
}
