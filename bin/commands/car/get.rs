//! `car get`: unpack an archive into a folder.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::car::extract::{self, Item};
use decent::car::tree::{self, Thing};
use decent::error::{Error, slug};
use decent::watch::{Step, Watch};

use crate::archives::{LimitArgs, RootArg, open, path_bytes, store};
use crate::commands::Tool;
use crate::content::folder;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder that is made; it must be absent or empty
    #[arg(short = 'C', long, value_name = "DIR")]
    directory: PathBuf,
    /// Make no symbolic links
    #[arg(long)]
    no_symlinks: bool,
    #[command(flatten)]
    root: RootArg,
    #[command(flatten)]
    limits: LimitArgs,
    /// The archive, `-` for standard input
    #[arg(value_name = "F")]
    archive: PathBuf,
    /// What to unpack below the root; without it all
    #[arg(value_name = "PATH")]
    path: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Unpacks an archive into a folder that is absent or empty. Names, links and sizes are looked at
before anything is written: a name or link that leads out of the folder, a name that stands twice, or
more than the limits is refused. All is written beside and moved into place at the end, so that
nothing half done is left behind. A file goes into the folder under the last name of its path, the
root of an archive that is a file under its ID.";
    const EXAMPLES: &'static str = "$ mkdir d && seq 9 > d/a && decent car new d -o d.car > root
$ decent car get d.car -C out
18  out
$ cmp d/a out/a && decent car get d.car a -C one
18  one
$ decent car get d.car -C out
decent car get: out: something is there already
  more: decent why already-there
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let target = bytes_of(&self.directory).to_vec();
        free(&self.directory)?;
        let path = path_bytes(self.path.clone());
        let mut input = open(cx, &self.archive)?;
        let store = store(cx, input.source()?)?;
        let root = self.root.of(store.archive())?;
        let top = tree::resolve(&store, &root, &path)?;
        let mut items = extract::list(&store, &top, self.limits.limits())?;
        if let [one] = &mut *items
            && one.thing != Thing::Folder
        {
            let last = tree::parts(&path).last();
            one.path = last.map_or_else(|| top.to_string().into_bytes(), <[u8]>::to_vec);
        }
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "all names, links and sizes are looked at before the first is written";
            let step = Step::new("plan", why)
                .value("root", &top)
                .value("items", items.len());
            watch.step(&step);
        }
        cx.stoppable()?;
        let watch = cx.watch(None);
        let beside = Beside::make(&self.directory)?;
        let bytes = extract::write(
            &store,
            &items,
            &folder(&beside.path)?,
            !self.no_symlinks,
            &watch,
        )
        .map_err(|error| match error.slug {
            slug if slug == decent::error::slug::UNWRITABLE => {
                Fail::from(error).named(target.clone())
            }
            _ => error.into(),
        })?;
        drop(watch);
        beside.rename(&self.directory)?;
        let count = |wanted: fn(&Thing) -> bool| {
            items
                .iter()
                .filter(|item: &&Item| wanted(&item.thing))
                .count()
                .to_string()
        };
        let record = Record::value("bytes", bytes).name(&target);
        let record = record.aside("files", count(|thing| matches!(thing, Thing::File(_))));
        let record = record.aside("links", count(|thing| matches!(thing, Thing::Link(_))));
        cx.emit(&record.aside("cid", top.to_string()))?;
        Ok(Verdict::Yes)
    }
}

/// Nothing, or an empty folder, is at a path.
pub(crate) fn free(path: &Path) -> Result<(), Fail> {
    let taken = || {
        let error = Error::new(slug::ALREADY_THERE, "", "something is there already");
        Fail::from(error).named(bytes_of(path))
    };
    match std::fs::read_dir(path) {
        Ok(mut entries) => entries.next().map_or(Ok(()), |_| Err(taken())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Err(taken()),
        Err(error) => Err(Fail::output(&error, bytes_of(path))),
    }
}

/// A folder beside the one that is made, which goes unless it takes its place.
pub(crate) struct Beside {
    pub(crate) path: PathBuf,
    done: bool,
}

impl Beside {
    pub(crate) fn make(target: &Path) -> Result<Self, Fail> {
        let above = target
            .parent()
            .filter(|above| !above.as_os_str().is_empty());
        let name = format!(".decent-{}", std::process::id());
        let path = above.unwrap_or(Path::new(".")).join(name);
        std::fs::create_dir(&path).map_err(|e| Fail::output(&e, bytes_of(target)))?;
        Ok(Self { path, done: false })
    }

    pub(crate) fn rename(mut self, target: &Path) -> Result<(), Fail> {
        std::fs::rename(&self.path, target).map_err(|e| Fail::output(&e, bytes_of(target)))?;
        self.done = true;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.done {
            drop(std::fs::remove_dir_all(&self.path));
        }
    }
}
