//! `dag merge`: two versions become one.

use std::ffi::OsString;
use std::path::PathBuf;

use decent::Verdict;
use decent::car::store::Store;
use decent::cid::{Cid, GIT_RAW, multihash};
use decent::dag::commit::Commit;
use decent::dag::merge::{Merged, alike, trees};
use decent::dag::store::{Opened, copy};
use decent::dag::{history, path};
use decent::error::{Error, slug};
use decent::watch::{Step, Watch};

use crate::archives::LimitArgs;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::snapshots::{By, Form, Way};
use crate::stores::{Reading, StoreArg, Writing, Written, there, version};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// Another archive from which what is missing is taken first
    #[arg(long, value_name = "OTHER.car")]
    from: Option<PathBuf>,
    /// The version from which both came, or `none`; without it the last that they have in common
    #[arg(long, value_name = "CID")]
    base: Option<OsString>,
    /// Make a version of its own also where one side only went on from the other
    #[arg(long)]
    no_ff: bool,
    /// Why
    #[arg(short, long, value_name = "TEXT")]
    message: Option<String>,
    #[command(flatten)]
    by: By,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    limits: LimitArgs,
    /// Ours and theirs; one alone is theirs, and ours HEAD; with --from none is the root of that
    #[arg(value_name = "CID", num_args = 0..=2)]
    versions: Vec<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Merges two versions that grew out of one: what only one side changed is taken, file by file. Where
both changed the same in different ways it names each conflict, leaves HEAD, and ends with status 1;
resolve them in a folder, and commit it with both as --parent. Else a version with both as its
parents becomes HEAD; where one side only went on from the other, that one does. A HEAD that is
before neither side is left behind, and named on stderr. With --from the other side is fetched from
its own archive.";
    const EXAMPLES: &'static str =
        "$ commit() { decent dag commit -q --no-names --store $1 -m $2 --date $2 d > id; }
$ mkdir d && seq 3 > d/a && seq 4 > d/b && commit d.car 1 && cp d.car theirs.car
$ seq 30 > d/a && commit d.car 2 && seq 3 > d/a && seq 40 > d/b && commit theirs.car 3
$ decent dag merge --store d.car --from theirs.car --date 4
bafyreie4brp6tks7zabnyz4q7rbsas5v6nwqnv4p7t7xefi2wvvouym5py  merged
$ decent dag list --store d.car | cut -c1-12
           0
          81
         111
$ seq 50 > d/b && commit theirs.car 5 && seq 60 > d/b && commit d.car 6
$ decent dag merge --store d.car --from theirs.car
b: CONFLICT (changed in both, and not alike)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let key = self.by.secret(cx)?;
        let store = &self.store.store;
        // First, and let go before ours is locked: two that fetch from each other would wait for ever.
        let from = self.from.as_ref();
        let other = from.map(|from| Reading::of(cx, "other", from, Role::Anchor));
        let mut other = other.transpose()?;
        let other = other.as_mut().map(|other| other.open(cx)).transpose()?;
        let Some(writing) = Writing::open(cx, store)? else {
            let error = Error::new(slug::UNREADABLE, "", "no such file or directory");
            return Err(Fail::from(error).named(crate::report::bytes_of(store)));
        };
        let fetched = self.fetch(cx, &writing, other.as_ref())?;
        let source = writing.source()?;
        let opened = writing.opened(cx, &source)?;
        let (ours, theirs) = self.sides(&opened, fetched)?;
        let found = self.base(cx, &opened, &ours, &theirs)?;
        match found.as_ref() {
            Some(base) if *base == theirs => {
                cx.emit(&record(&ours, "already there", Written::default()))?;
                return Ok(Verdict::Yes);
            }
            Some(base) if *base == ours && !self.no_ff => {
                let block = opened.store.need(&theirs)?.into_owned();
                let left = left_behind(cx, &opened, [&ours, &theirs])?;
                let written = writing.append(cx, &opened, &theirs, |writer| {
                    writer.block(&theirs, &[&block])
                })?;
                tell_left(cx, left, &opened.head);
                cx.emit(&record(&theirs, "went on", written))?;
                return Ok(Verdict::Yes);
            }
            _ => {}
        }
        let merged = self.merged(cx, &opened.store, found.as_ref(), &ours, &theirs)?;
        if !merged.conflicts.is_empty() {
            for conflict in &merged.conflicts {
                cx.emit(&Record::status("CONFLICT", conflict.why).name(&conflict.path))?;
            }
            return Ok(Verdict::No("conflicts".into()));
        }
        let (commit, block) = self.sealed(cx, &merged.tree, [&ours, &theirs], key.as_ref())?;
        let left = left_behind(cx, &opened, [&ours, &theirs])?;
        let written = writing.append(cx, &opened, &commit, |writer| {
            for (cid, block) in &merged.blocks {
                writer.block(cid, &[block])?;
            }
            writer.block(&commit, &[&block])
        })?;
        let watch = cx.watch(None);
        if watch.narrates() {
            super::commit::explain(&watch, (&commit, &block), &merged.tree, written, true);
        }
        drop(watch);
        tell_left(cx, left, &opened.head);
        cx.emit(&record(&commit, "merged", written))?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// Copies what the other archive has and this one lacks; gives what it has as HEAD. HEAD of this
    /// one stays, behind what was copied.
    fn fetch(
        &self,
        cx: &Cx,
        writing: &Writing,
        other: Option<&Opened<'_>>,
    ) -> Result<Option<Cid>, Fail> {
        let (Some(from), Some(other)) = (&self.from, other) else {
            return Ok(None);
        };
        let source = writing.source()?;
        let opened = writing.opened(cx, &source)?;
        let wanted = |head: &Cid| version(self.versions.last(), head);
        if writing.is(from) {
            return wanted(&opened.head).map(Some);
        }
        let wanted = wanted(&other.head)?;
        alike(&opened.head, &wanted)
            .map_err(|error| Fail::from(error).named(wanted.to_string()))?;
        if !opened.store.holds(&wanted) {
            let head = opened.store.need(&opened.head)?.into_owned();
            let known = |cid: &Cid| opened.store.holds(cid);
            writing.append(cx, &opened, &opened.head, |writer| {
                copy(&other.store, &wanted, &known, writer).map_err(|error| error.of("other"))?;
                writer.block(&opened.head, &[&head])
            })?;
        }
        Ok(Some(wanted))
    }

    /// Ours and theirs.
    fn sides(&self, opened: &Opened<'_>, fetched: Option<Cid>) -> Result<(Cid, Cid), Fail> {
        let named = self
            .versions
            .iter()
            .map(|text| version(Some(text), &opened.head));
        let mut named = named.collect::<Result<Vec<_>, _>>()?;
        let theirs = match fetched {
            Some(theirs) => {
                named.pop();
                theirs
            }
            None => named
                .pop()
                .ok_or_else(|| Fail::usage("which version to merge: give its CID"))?,
        };
        let ours = named.pop().unwrap_or_else(|| opened.head.clone());
        for side in [&ours, &theirs] {
            there(&opened.store, side)?;
        }
        alike(&ours, &theirs).map_err(|error| Fail::from(error).named(theirs.to_string()))?;
        Ok((ours, theirs))
    }

    /// The version from which both came; `None` where it is to be an empty tree.
    fn base(
        &self,
        cx: &Cx,
        opened: &Opened<'_>,
        ours: &Cid,
        theirs: &Cid,
    ) -> Result<Option<Cid>, Fail> {
        match &self.base {
            Some(base) if base == "none" => return Ok(None),
            Some(base) => return version(Some(base), &opened.head).map(Some),
            None => {}
        }
        let watch = cx.watch(None);
        let mut bases = history::merge_bases(&opened.store, ours, theirs, &watch)?;
        if watch.narrates() {
            let why = "what one side did not change since then, the other may change";
            let shown: Vec<_> = bases.iter().map(ToString::to_string).collect();
            let step = Step::new("base", why)
                .value("ours", ours)
                .value("theirs", theirs);
            watch.step(&step.value("base", shown.join(" ")));
        }
        match (bases.pop(), bases.is_empty()) {
            (Some(base), true) => Ok(Some(base)),
            (Some(_), false) => {
                let found = format!("{}", bases.len() + 1);
                let error = Error::new(slug::NO_MERGE_BASE, "one last common version", found);
                Err(Fail::from(error)
                    .named(theirs.to_string())
                    .hint("give --base CID, one of those of dag merge-base"))
            }
            (None, _) => {
                let error = Error::new(slug::NO_MERGE_BASE, "a common version", "none");
                Err(Fail::from(error)
                    .named(theirs.to_string())
                    .hint("give --base none to merge them all the same"))
            }
        }
    }

    fn merged(
        &self,
        cx: &Cx,
        store: &Store<'_>,
        base: Option<&Cid>,
        ours: &Cid,
        theirs: &Cid,
    ) -> Result<Merged, Fail> {
        let base = base.map(|base| path::tree_of(store, base)).transpose()?;
        let [ours, theirs] = [path::tree_of(store, ours)?, path::tree_of(store, theirs)?];
        let mut params = match self.form.way(None)? {
            Way::Unixfs(params) => params,
            Way::Git(_) => decent::cid::params::V1_2025,
        };
        // Folders are made anew as those are that they take the place of.
        if ours.codec() != GIT_RAW {
            params.version = ours.version();
            params.hash = multihash::named(&multihash::name(ours.hash()))?;
        }
        let merged = trees(
            store,
            base.as_ref(),
            (&ours, &theirs),
            &params,
            self.limits.limits(),
        )?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "folder by folder; what is the same on both sides is not read";
            let step = Step::new("trees", why)
                .value("ours", &ours)
                .value("theirs", &theirs);
            let step = step.value("merged", &merged.tree);
            watch.step(&step.value("conflicts", merged.conflicts.len()));
        }
        Ok(merged)
    }

    fn sealed(
        &self,
        cx: &Cx,
        tree: &Cid,
        parents: [&Cid; 2],
        key: Option<&decent::key::SecretKey>,
    ) -> Result<(Cid, Vec<u8>), Fail> {
        let message = self.message.clone();
        let commit = Commit {
            tree: tree.clone(),
            parents: parents.map(Clone::clone).to_vec(),
            author: self.by.person()?,
            message: message.unwrap_or_else(|| format!("merge {}", parents[1])),
            signed: None,
        };
        let watch = cx.watch(None);
        Ok(commit.seal(key, &watch)?)
    }
}

/// Whether HEAD is before neither side, so that nothing leads to it once it is another.
fn left_behind(cx: &Cx, opened: &Opened<'_>, sides: [&Cid; 2]) -> Result<bool, Fail> {
    if sides.contains(&&opened.head) {
        return Ok(false);
    }
    let watch = cx.watch(None);
    for side in sides {
        match history::merge_bases(&opened.store, &opened.head, side, &watch) {
            Ok(bases) if bases.contains(&opened.head) => return Ok(false),
            // Of a history that is not all there what is there has to do.
            Err(error) if error.slug != slug::BLOCK_MISSING => return Err(error.into()),
            _ => {}
        }
    }
    Ok(true)
}

fn tell_left(cx: &Cx, left: bool, head: &Cid) {
    if left {
        cx.note(&format!(
            "HEAD was {head}, which is before neither: it is left behind"
        ));
    }
}

/// What came of a merge.
fn record(cid: &Cid, how: &'static str, written: Written) -> Record {
    let record = Record::value("cid", cid.to_string()).detail("how", how);
    let record = record.aside("blocks", written.blocks.to_string());
    record.aside("bytes", written.bytes.to_string())
}
