//! Unpacking, so that nothing leaves its folder: all names, links and sizes are looked at before the
//! first is written, files are made in a folder that nobody else knows, links come last.

use std::io::Write;

use super::store::{Store, key};
use super::tree::{self, Thing};

use crate::cid::Cid;
use crate::dir::Dir;
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

/// Bytes of a path below the root, at most, as Linux takes it: `PATH_MAX`.
const PATH_MOST: usize = 4096;

/// What may be unpacked at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all files; `None` for at most 1 GiB or 1000 times the archive, whichever is more.
    pub size: Option<u64>,
    /// Files, folders and links.
    pub count: u64,
    /// Folders below each other.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            size: None,
            count: 1_000_000,
            depth: 256,
        }
    }
}

impl Limits {
    /// Bytes of all files of an archive.
    pub fn bytes(&self, store: &Store<'_>) -> u64 {
        let roomy = (1 << 30).max(store.archive().source().len().saturating_mul(1000));
        self.size.unwrap_or(roomy)
    }
}

/// A name that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Below the root; of the root itself empty.
    pub path: Vec<u8>,
    /// What it is.
    pub thing: Thing,
    /// Its block.
    pub cid: Cid,
    /// Bytes of all blocks below, as the folder above says.
    pub tsize: u64,
}

/// All that is below a root, folders before what is in them, names in order.
pub fn list(store: &Store<'_>, root: &Cid, limits: Limits) -> Result<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut open = vec![(Vec::new(), root.clone(), 0u64, 0usize)];
    let refused = |wanted: String, cid: &Cid| {
        Err(Error::new(slug::EXTRACT_LIMIT, wanted, "more").at(key(cid)))
    };
    let most = limits.bytes(store);
    let mut size = 0u64;
    while let Some((path, cid, tsize, depth)) = open.pop() {
        // What is still open is a name, too.
        if (items.len() + open.len()) as u64 >= limits.count {
            return refused(format!("at most {} files and folders", limits.count), &cid);
        }
        if depth > limits.depth {
            return refused(
                format!("at most {} folders below each other", limits.depth),
                &cid,
            );
        }
        // A leaf that is missing is an error only once its bytes are wanted.
        let thing = if store.has(&cid) {
            tree::thing(store, &cid)?.0
        } else {
            Thing::File(tsize)
        };
        if let Thing::File(bytes) = thing {
            size = size.saturating_add(bytes);
            if size > most {
                return refused(format!("at most {most} bytes of files"), &cid);
            }
        }
        if thing == Thing::Folder {
            let names = tree::names(store, &cid, &mut |_| Ok(()))?;
            for one in names.into_iter().rev() {
                safe(&one.name, &cid)?;
                open.push((
                    below(&path, &one.name, &cid)?,
                    one.cid,
                    one.tsize,
                    depth + 1,
                ));
            }
        }
        items.push(Item {
            path,
            thing,
            cid,
            tsize,
        });
    }
    Ok(items)
}

/// The path of a name in a folder. The bound on it bounds what a tree of few blocks makes us hold.
pub(crate) fn below(path: &[u8], name: &[u8], folder: &Cid) -> Result<Vec<u8>> {
    let slash: &[u8] = if path.is_empty() || path.ends_with(b"/") {
        b""
    } else {
        b"/"
    };
    if path.len() + slash.len() + name.len() > PATH_MOST {
        let wanted = format!("paths of at most {PATH_MOST} bytes");
        return Err(Error::new(slug::EXTRACT_LIMIT, wanted, "a longer one").at(key(folder)));
    }
    Ok([path, slash, name].concat())
}

/// A name that stays in its folder.
pub(crate) fn safe(name: &[u8], folder: &Cid) -> Result<()> {
    let bad =
        name.is_empty() || name == b"." || name == b".." || name.iter().any(|b| b"/\0".contains(b));
    if bad || name.len() > 255 {
        let found = format!("{:?}", String::from_utf8_lossy(name));
        let wanted = "a name that stays in its folder";
        return Err(Error::new(slug::UNSAFE_NAME, wanted, found).at(key(folder)));
    }
    Ok(())
}

/// Whether a link at a path stays below the root. What goes up may only stand at its beginning: behind
/// a name it goes up from wherever that leads, and it may be a link.
pub(crate) fn stays(path: &[u8], target: &[u8]) -> bool {
    if target.starts_with(b"/") || target.contains(&0) || target.is_empty() {
        return false;
    }
    let folders = tree::parts(path).count().saturating_sub(1);
    let mut parts = tree::parts(target).filter(|part| *part != b".");
    let up = parts.by_ref().take_while(|part| *part == b"..").count();
    up <= folders && parts.all(|part| part != b"..")
}

/// Makes all items in an empty folder. `links` says whether symbolic links are made; one that leads
/// out is refused before anything is written. Returns how many bytes were written.
pub fn write(
    store: &Store<'_>,
    items: &[Item],
    into: &Dir,
    links: bool,
    watch: &dyn Watch,
) -> Result<u64> {
    for item in items {
        match &item.thing {
            Thing::Link(target) if links && !stays(&item.path, target) => {
                let found = format!("a link to {:?}", String::from_utf8_lossy(target));
                let wanted = "links that stay in the folder";
                return Err(Error::new(slug::UNSAFE_NAME, wanted, found).at(key(&item.cid)));
            }
            Thing::Other => {
                let wanted = "files, folders and links";
                return Err(
                    Error::new(slug::UNIXFS, wanted, "a block of another codec").at(key(&item.cid))
                );
            }
            _ => {}
        }
    }
    let mut written = 0;
    for item in items.iter().filter(|item| !item.path.is_empty()) {
        match &item.thing {
            Thing::Folder => into.make_dir(&item.path)?,
            Thing::File(_) => {
                let mut file = into.make_file(&item.path)?;
                written += bytes(store, &item.cid, 0..u64::MAX, watch, &mut file)?;
            }
            Thing::Link(_) | Thing::Other => {}
        }
    }
    for item in items.iter().filter(|_| links) {
        if let Thing::Link(target) = &item.thing {
            into.make_link(&item.path, target)?;
        }
    }
    Ok(written)
}

/// Writes a range of a file; returns how many bytes there were.
pub fn bytes(
    store: &Store<'_>,
    file: &Cid,
    range: std::ops::Range<u64>,
    watch: &dyn Watch,
    out: &mut dyn Write,
) -> Result<u64> {
    let mut written = 0;
    tree::read(store, file, range, &mut |_, _, bytes| {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        out.write_all(bytes)
            .map_err(|e| Error::io(slug::UNWRITABLE, &e))?;
        written += bytes.len() as u64;
        watch.advance(bytes.len() as u64);
        Ok(())
    })?;
    Ok(written)
}
