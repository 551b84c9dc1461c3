//! A plain copy of a folder against a DAG whose leaves may be left out: every name is looked for, every
//! file checked chunk by chunk. No more is followed than what is on the disk, however many paths the
//! DAG has.

use super::import::DEPTH_MOST;
use super::proof::{self, Checked};
use super::{Cid, RAW};

use crate::car::Store;
use crate::car::tree::{Thing, names, thing};
use crate::dir::{Dir, DirEntry, FileKind};
use crate::error::{Error, Result, slug};
use crate::source::Source;
use crate::watch::Watch;

/// How the folder was imported, as far as it counts here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Names that begin with a dot were taken; where not, they don't matter.
    pub hidden: bool,
    /// Links were taken for what they lead to.
    pub follow: bool,
    /// Folders without a file were left out.
    pub no_empty_folders: bool,
}

/// What came of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A file, chunk by chunk.
    File(Checked),
    /// A folder or a link that is what it should be.
    Good,
    /// Not on the disk.
    Missing,
    /// On the disk, and not in the DAG.
    Extra,
    /// Something else than the DAG says.
    Other {
        /// What it should be.
        wanted: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A link that leads elsewhere.
    Target(Vec<u8>),
    /// The proof or the disk did not give what it takes.
    Failed(Error),
}

/// Told of every name, its path below the folder first.
pub type OnItem<'a> = &'a mut dyn FnMut(&[u8], Item) -> Result<()>;

/// A folder that is still to be looked at.
struct Todo {
    cid: Cid,
    path: Vec<u8>,
    /// The folder around it, and its name there; the top is there already.
    above: Dir,
    name: Vec<u8>,
    depth: usize,
}

struct Check<'a, 'b> {
    store: &'a Store<'b>,
    asked: Asked,
    watch: &'a dyn Watch,
    open: Vec<Todo>,
}

/// Checks a folder against the DAG below a root.
pub fn check(
    store: &Store<'_>,
    root: &Cid,
    dir: &Dir,
    asked: Asked,
    watch: &dyn Watch,
    on: OnItem<'_>,
) -> Result<()> {
    let top = Todo {
        cid: root.clone(),
        path: Vec::new(),
        above: dir.clone(),
        name: Vec::new(),
        depth: 1,
    };
    let mut check = Check {
        store,
        asked,
        watch,
        open: vec![top],
    };
    while let Some(todo) = check.open.pop() {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        if todo.depth > DEPTH_MOST {
            let wanted = format!("at most {DEPTH_MOST} folders below each other");
            return Err(Error::new(slug::TOO_DEEP, wanted, "more"));
        }
        check.folder(&todo, on)?;
    }
    Ok(())
}

impl Check<'_, '_> {
    fn folder(&mut self, todo: &Todo, on: OnItem<'_>) -> Result<()> {
        let dir = if todo.name.is_empty() {
            todo.above.clone()
        } else {
            todo.above.open_dir(&todo.name, self.asked.follow)?
        };
        let wanted = names(self.store, &todo.cid, &mut |_| Ok(()))?;
        let entries = dir.entries()?;
        let join = |name: &[u8]| match &*todo.path {
            [] => name.to_vec(),
            path => [path, b"/", name].concat(),
        };
        let first = self.open.len();
        for one in &wanted {
            let at = entries.binary_search_by(|entry| entry.name.cmp(&one.name));
            let path = join(&one.name);
            let Some(entry) = at.ok().and_then(|at| entries.get(at)) else {
                on(&path, Item::Missing)?;
                continue;
            };
            let below = Todo {
                cid: one.cid.clone(),
                path: path.clone(),
                above: dir.clone(),
                name: one.name.clone(),
                depth: todo.depth + 1,
            };
            let item = self.name(entry, below);
            let item = match item {
                Err(error) if error.slug == slug::STOPPED => return Err(error),
                Err(error) => Some(Item::Failed(error)),
                Ok(item) => item,
            };
            if let Some(item) = item {
                on(&path, item)?;
            }
        }
        self.open.get_mut(first..).unwrap_or_default().reverse();
        for entry in &entries {
            let known = wanted.binary_search_by(|one| one.name.cmp(&entry.name));
            if known.is_err() && self.counts(&dir, entry)? {
                on(&join(&entry.name), Item::Extra)?;
            }
        }
        Ok(())
    }

    /// Whether a name on the disk would have been taken by an import.
    fn counts(&self, dir: &Dir, entry: &DirEntry) -> Result<bool> {
        if entry.name.starts_with(b".") && !self.asked.hidden {
            return Ok(false);
        }
        if !self.asked.no_empty_folders || entry.kind != FileKind::Directory {
            return Ok(true);
        }
        let inside = dir.open_dir(&entry.name, false)?.entries()?;
        Ok(!inside.is_empty())
    }

    /// What came of a name that is on the disk; `None` of a folder, which comes later.
    fn name(&mut self, entry: &DirEntry, below: Todo) -> Result<Option<Item>> {
        let (dir, cid) = (&below.above, &below.cid);
        let kind = dir.status(&entry.name, self.asked.follow)?.kind;
        // A block that is left out is a chunk, and that a file.
        let is_chunk = cid.codec() == RAW || !self.store.has(cid);
        let wanted = if is_chunk {
            Thing::File(0)
        } else {
            thing(self.store, cid)?.0
        };
        let item = match (wanted, kind) {
            (Thing::File(_), FileKind::Regular) => {
                let source = Source::from_file(dir.open_plain(&entry.name)?)?;
                let all = 0..u64::MAX;
                let checked = proof::check(self.store, cid, &source, &all, self.watch)?;
                Item::File(checked)
            }
            (Thing::Folder, FileKind::Directory) => {
                self.open.push(below);
                return Ok(None);
            }
            (Thing::Link(target), FileKind::Link) => {
                let found = dir.read_link(&entry.name)?;
                if found == target {
                    Item::Good
                } else {
                    Item::Target(target)
                }
            }
            (thing, kind) => Item::Other {
                wanted: thing.name(),
                found: kind.words(),
            },
        };
        Ok(Some(item))
    }
}
