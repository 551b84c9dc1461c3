//! `dag checkout`: a version into a folder.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::car::tree::{Thing, thing};
use decent::car::{Store, extract};
use decent::cid::{Cid, GIT_RAW};
use decent::dag::checkout;
use decent::error::{Error, slug};
use decent::watch::{Step, Watch};

use crate::archives::LimitArgs;
use crate::commands::Tool;
use crate::commands::car::get::{Beside, free};
use crate::content::folder;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{Record, bytes_of};
use crate::stores::{Reading, StoreArg, tree};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    store: StoreArg,
    /// The folder that is made; it must be absent or empty
    #[arg(short = 'C', long, value_name = "DIR")]
    directory: PathBuf,
    #[command(flatten)]
    limits: LimitArgs,
    /// A version or a folder, and a path below it; without it HEAD
    #[arg(value_name = "CID[/PATH]")]
    target: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes a version, or a folder of it, into a folder that is absent or empty. All names, links and sizes
are looked at before anything is written: what would leave the folder, a name that stands twice, or
more than the limits is refused. All is written beside and moved into place at the end. Of git's trees
files that can be run can be run again; other modes and times are not restored.";
    const EXAMPLES: &'static str = "$ mkdir -p d/e && seq 9 > d/a && seq 5 > d/e/b
$ decent dag commit -q --store d.car -m first --date 0 d > id
$ decent dag checkout --store d.car -C out
28  out
$ diff -r d out && decent dag checkout --store d.car -C e HEAD/e && ls e
10  e
b";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        free(&self.directory)?;
        let mut reading = Reading::of(cx, "", &self.store.store, Role::Evidence)?;
        let opened = reading.open(cx)?;
        let root = tree(&opened.store, self.target.as_ref(), &opened.head)?;
        cx.stoppable()?;
        let written = write(cx, &opened.store, &root, &self.directory, self.limits)?;
        let record = Record::value("bytes", written.bytes).name(bytes_of(&self.directory));
        let record = record.aside("items", written.items.to_string());
        cx.emit(&record.aside("cid", root.to_string()))?;
        Ok(Verdict::Yes)
    }
}

struct Written {
    bytes: u64,
    items: usize,
}

/// Writes a tree beside the folder, and moves it there.
fn write(
    cx: &Cx,
    store: &Store<'_>,
    root: &Cid,
    target: &Path,
    limits: LimitArgs,
) -> Result<Written, Fail> {
    let git = root.codec() == GIT_RAW;
    if !git && thing(store, root)?.0 != Thing::Folder {
        let error = Error::new(
            slug::NOT_A_DIRECTORY,
            "a folder, to be written",
            "another block",
        );
        return Err(Fail::from(error).named(root.to_string()));
    }
    let watch = cx.watch(None);
    let plan = |items: usize| {
        if watch.narrates() {
            let why = "all names, links and sizes are looked at before the first is written";
            watch.step(
                &Step::new("plan", why)
                    .value("root", root)
                    .value("items", items),
            );
        }
    };
    let unwritable = |error: Error| match error.slug {
        slug::UNWRITABLE => Fail::from(error).named(bytes_of(target)),
        _ => error.into(),
    };
    let (items, bytes, beside) = if git {
        let items = checkout::list(store, root, limits.limits())?;
        plan(items.len());
        let beside = Beside::make(target)?;
        let into = folder(&beside.path)?;
        let bytes = checkout::write(store, &items, &into, &watch).map_err(unwritable)?;
        (items.len(), bytes, beside)
    } else {
        let items = extract::list(store, root, limits.limits())?;
        plan(items.len());
        let beside = Beside::make(target)?;
        let into = folder(&beside.path)?;
        let bytes = extract::write(store, &items, &into, true, &watch).map_err(unwritable)?;
        (items.len(), bytes, beside)
    };
    beside.rename(target)?;
    Ok(Written { bytes, items })
}
