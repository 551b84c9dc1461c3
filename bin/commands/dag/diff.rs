//! `dag diff`: what changed between two versions.

use std::ffi::OsString;

use decent::Verdict;
use decent::car::Store;
use decent::car::extract::Limits;
use decent::car::tree::{Thing, thing};
use decent::cid::kinds::GitMode;
use decent::dag::diff::{Change, trees};
use decent::dag::git::mode_text;
use decent::dag::tree::Entry;
use decent::dag::{path, ranges};
use decent::error::{Error, slug};
use decent::watch::{Step, Watch};

use crate::archives::LimitArgs;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::stores::{Reading, StoreArg, tree};

/// Ranges of one file that the text shows.
const SHOWN: usize = 8;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArg,
    #[command(flatten)]
    limits: LimitArgs,
    /// The old version, folder or file, CID[/PATH]; without it that before HEAD
    #[arg(value_name = "OLD")]
    old: Option<OsString>,
    /// The new one; without it HEAD
    #[arg(value_name = "NEW")]
    new: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Compares two versions, folders or files: ADDED, REMOVED, RENAMED where the same content stands under
another path, and CHANGED with the ranges of bytes that differ, place by place. What is the same in
both is not read: the work follows what changed. Of a file the ranges end with `and more` where more
than --max-size would have to be read, for few blocks may claim to be a file without end. Status 0
where nothing changed, 1 where something did.";
    const EXAMPLES: &'static str = "$ mkdir d && seq 9 > d/a && seq 20000 > d/b
$ decent dag commit -q --store d.car -m 1 --date 1 d > one
$ mv d/a d/c && printf X | dd of=d/b bs=1 seek=70000 conv=notrunc status=none
$ decent dag commit -q --store d.car -m 2 --date 2 d > two
$ decent dag diff --store d.car
b: CHANGED (bytes 70000:70001)
c: RENAMED (from a)
[1]
$ decent dag diff --store d.car HEAD HEAD";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut reading = Reading::of(cx, "", &self.store.store, Role::Evidence)?;
        let opened = reading.open(cx)?;
        let (store, head) = (&opened.store, &opened.head);
        let old = match &self.old {
            Some(old) => Some(tree(store, Some(old), head)?),
            None => {
                if let Some(parents) = path::commit(store, head)?.map(|commit| commit.parents) {
                    match parents.first() {
                        Some(parent) => Some(path::tree_of(store, parent)?),
                        None => None,
                    }
                } else {
                    let error = Error::new(slug::COMMIT, "a version as HEAD", "another block");
                    return Err(error.into());
                }
            }
        };
        let new = tree(store, self.new.as_ref(), head)?;
        let found = trees(store, old.as_ref(), &new, self.limits.limits())?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let why =
                "two folders of one ID are the same and are not read; of others names are compared";
            let old = old.as_ref().map_or("none".to_owned(), ToString::to_string);
            let step = Step::new("trees", why).value("old", old).value("new", &new);
            watch.step(&step.value("differences", found.len()));
        }
        drop(watch);
        let limits = self.limits.limits();
        for (name, change) in &found {
            let watch = cx.watch(None);
            let record = record(store, change, limits, &watch)?.name(name);
            drop(watch);
            cx.emit(&record)?;
        }
        Ok(if found.is_empty() {
            Verdict::Yes
        } else {
            Verdict::No("they differ".into())
        })
    }
}

fn record(
    store: &Store<'_>,
    change: &Change,
    limits: Limits,
    watch: &dyn Watch,
) -> Result<Record, Fail> {
    Ok(match change {
        Change::Added(new) => with_new(Record::status("ADDED", ""), new),
        Change::Removed(old) => with_old(Record::status("REMOVED", ""), old),
        Change::Renamed(from, new) => {
            let why = format!("from {}", String::from_utf8_lossy(from));
            with_new(Record::status("RENAMED", &why), new)
                .aside("from", String::from_utf8_lossy(from))
        }
        Change::Changed(old, new) => changed(store, old, new, limits, watch)?,
    })
}

fn with_old(record: Record, old: &Entry) -> Record {
    record.aside("old_cid", old.cid.to_string())
}

fn with_new(record: Record, new: &Entry) -> Record {
    record.aside("new_cid", new.cid.to_string())
}

/// How a file changed: its mode, and in which bytes.
fn changed(
    store: &Store<'_>,
    old: &Entry,
    new: &Entry,
    limits: Limits,
    watch: &dyn Watch,
) -> Result<Record, Fail> {
    let mut words = Vec::new();
    let mut all = Vec::new();
    if let (Some(before), Some(after)) = (old.mode, new.mode)
        && before != after
    {
        words.push(format!(
            "mode {} to {}",
            mode_text(before),
            mode_text(after)
        ));
    }
    if old.cid != new.cid && is_file(store, old)? && is_file(store, new)? {
        let found = ranges::files(store, old, new, limits, watch)?;
        let shown = found
            .ranges
            .iter()
            .map(|range| format!("{}:{}", range.start, range.end));
        all = shown.collect();
        if all.is_empty() {
            words.push("the same bytes, cut or kept in another way".into());
        } else {
            let more = all.len().saturating_sub(SHOWN);
            let more = if found.more {
                " and more".to_owned()
            } else if more > 0 {
                format!(" and {more} ranges more")
            } else {
                String::new()
            };
            let first = all.get(..all.len().min(SHOWN)).unwrap_or_default();
            words.push(format!("bytes {}{more}", first.join(" ")));
        }
    }
    let record = Record::status("CHANGED", &words.join(", "));
    Ok(with_new(with_old(record, old), new).aside("ranges", all))
}

fn is_file(store: &Store<'_>, entry: &Entry) -> Result<bool, Fail> {
    Ok(match entry.mode {
        Some(mode) => matches!(mode, GitMode::File | GitMode::Executable),
        None => matches!(thing(store, &entry.cid)?.0, Thing::File(_)),
    })
}
