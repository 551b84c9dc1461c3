//! `car merge`: many archives become one.

use std::cell::RefCell;
use std::collections::HashSet;
use std::path::PathBuf;

use decent::Verdict;
use decent::car::write::Writer;
use decent::car::{Archive, Section};
use decent::cid::Cid;
use decent::error::{Error, Place, slug};
use decent::watch::{Step, Watch};

use super::new::Sink;
use crate::archives::open;
use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::input::{Input, Role};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    create: Create,
    /// The archives; none, or `-`, is standard input
    #[arg(value_name = "F")]
    archives: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes one archive with all blocks of many, each once and checked, in their order, and all their
roots. Parts of one archive come together again, and what is merged once more stays the same.";
    const EXAMPLES: &'static str =
        "$ seq 99999 > data && decent car new --chunker size-65536 data -o data.car > root
$ decent car split --range 0:1 data.car -o a.car > log
$ decent car split --range 70000: data.car -o b.car > log
$ decent car merge -q a.car b.car | decent car verify
-: OK (10 blocks)";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut inputs: Vec<Input> = Vec::new();
        for path in Cx::files(self.archives) {
            inputs.push(open(cx, &path)?);
        }
        let named = |name: &[u8], error: Error| {
            let mut fail = Fail::from(error).named(name);
            fail.role = Some(Role::Evidence);
            fail
        };
        let mut archives = Vec::new();
        for input in &mut inputs {
            let name = input.name().to_vec();
            let archive = Archive::open(input.source()?).map_err(|error| named(&name, error))?;
            archives.push((name, archive));
        }
        let mut roots: Vec<Cid> = Vec::new();
        for root in archives.iter().flat_map(|(_, archive)| &archive.roots) {
            if !roots.contains(root) {
                roots.push(root.clone());
            }
        }
        let carried = RefCell::new(Carried::default());
        let mut sink = Sink {
            made: cx.create(&self.create, true)?,
            carried: &carried,
        };
        let mut at = Vec::new();
        let ended = merge(&mut sink, &archives, &roots, &mut at);
        let made = sink.made;
        let (blocks, again) = match carried.take().end(ended) {
            Err(fail) if fail.name.is_none() => return Err(named(&at, fail.error)),
            other => other?,
        };
        made.finish()?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "blocks in the order of the archives; one that was there before is left out";
            watch.step(
                &Step::new("blocks", why)
                    .value("written", blocks)
                    .value("again", again),
            );
        }
        drop(watch);
        for root in roots {
            cx.emit(&Record::value("cid", root.to_string()).aside("blocks", blocks.to_string()))?;
        }
        Ok(Verdict::Yes)
    }
}

/// Writes all; returns the blocks that were, and those that were there before. `at` is the name of
/// the archive that it is at.
fn merge(
    sink: &mut Sink<'_>,
    archives: &[(Vec<u8>, Archive<'_>)],
    roots: &[Cid],
    at: &mut Vec<u8>,
) -> decent::Result<(u64, u64)> {
    let mut writer = Writer::begin(sink, roots, false)?;
    let mut seen = HashSet::new();
    let mut again = 0;
    for (name, archive) in archives {
        at.clone_from(name);
        for section in archive.sections() {
            let Section { offset, cid, block } = section?;
            let block = archive.block(block)?;
            if !cid.names(&block)? {
                let wrong = Error::new(
                    slug::BLOCK_MISMATCH,
                    format!("the block of {cid}"),
                    "other bytes",
                );
                return Err(wrong.at(Place::Byte(offset)));
            }
            if seen.insert(cid.multihash()) {
                writer.block(&cid, &[&block])?;
            } else {
                again += 1;
            }
        }
        archive.source().check()?;
    }
    Ok((writer.blocks, again))
}
