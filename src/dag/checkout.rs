//! A tree of git into a folder, as [`crate::car::extract`] does it with `UnixFS`: all names, links and
//! sizes are looked at before the first is written, and nothing leaves the folder. A listing alone
//! shows what may not be written, too.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;

use super::git;
use super::tree::{Entry, entries};

use crate::car::Store;
use crate::car::extract::{Limits, below, safe, stays};
use crate::car::store::key;
use crate::cid::Cid;
use crate::cid::kinds::GitMode;
use crate::dir::Dir;
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

/// A name that is to be made, with its path below the root.
pub type Item = (Vec<u8>, Entry);

/// All that is below a tree, folders before what is in them, names in order.
pub fn list(store: &Store<'_>, root: &Cid, limits: Limits) -> Result<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut open = vec![(Vec::new(), Entry::root(root), 0usize)];
    let most = limits.bytes(store);
    let mut size = 0u64;
    while let Some((path, entry, depth)) = open.pop() {
        let refused = |wanted: String| {
            Err(Error::new(slug::EXTRACT_LIMIT, wanted, "more").at(key(&entry.cid)))
        };
        // What is still open is a name, too.
        if (items.len() + open.len()) as u64 >= limits.count {
            return refused(format!("at most {} files and folders", limits.count));
        }
        if depth > limits.depth {
            return refused(format!("at most {} folders below each other", limits.depth));
        }
        match entry.mode {
            Some(GitMode::Tree) => {
                for one in entries(store, &entry.cid)?.into_iter().rev() {
                    safe(&one.name, &entry.cid)?;
                    open.push((below(&path, &one.name, &entry.cid)?, one, depth + 1));
                }
            }
            Some(GitMode::Module) => {}
            _ => {
                let body = blob(store, &entry.cid)?;
                size = size.saturating_add(body.len() as u64);
                if size > most {
                    return refused(format!("at most {most} bytes of files"));
                }
            }
        }
        items.push((path, entry));
    }
    Ok(items)
}

/// The bytes of a file of git.
pub fn blob(store: &Store<'_>, cid: &Cid) -> Result<Vec<u8>> {
    let block = store.need(cid)?;
    let body = git::body(&block, git::Kind::Blob).map_err(|error| error.at(key(cid)))?;
    Ok(body.to_vec())
}

/// What may be listed, and is not to be made: a name that git runs things from, a link that leads out.
fn refuse(store: &Store<'_>, items: &[Item]) -> Result<()> {
    for (path, entry) in items {
        let unsafe_name = |wanted: &'static str, found: String| {
            Err(Error::new(slug::UNSAFE_NAME, wanted, found).at(key(&entry.cid)))
        };
        let name = path.rsplit(|byte| *byte == b'/').next();
        if let Some(name) = name.filter(|name| name.eq_ignore_ascii_case(b".git")) {
            let found = format!("{:?}", String::from_utf8_lossy(name));
            return unsafe_name("a name that git does not take for its own", found);
        }
        if entry.mode == Some(GitMode::Link) {
            let target = blob(store, &entry.cid)?;
            if !stays(path, &target) {
                let found = format!("a link to {:?}", String::from_utf8_lossy(&target));
                return unsafe_name("links that stay in the folder", found);
            }
        }
    }
    Ok(())
}

/// Makes all items in an empty folder, links last; refuses before the first what would leave it.
/// Returns how many bytes were written.
pub fn write(store: &Store<'_>, items: &[Item], into: &Dir, watch: &dyn Watch) -> Result<u64> {
    refuse(store, items)?;
    let unwritable = |e: std::io::Error| Error::io(slug::UNWRITABLE, &e);
    let mut written = 0;
    for (path, entry) in items.iter().filter(|(path, _)| !path.is_empty()) {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        match entry.mode {
            Some(GitMode::Tree | GitMode::Module) => into.make_dir(path)?,
            Some(GitMode::Link) => {}
            mode => {
                let body = blob(store, &entry.cid)?;
                let mut file = into.make_file(path)?;
                file.write_all(&body).map_err(unwritable)?;
                if mode == Some(GitMode::Executable) {
                    let own = file.metadata().map_err(unwritable)?.permissions().mode();
                    // Whoever may read it may run it.
                    let mode = own | (own & 0o444) >> 2;
                    let mode = std::fs::Permissions::from_mode(mode);
                    file.set_permissions(mode).map_err(unwritable)?;
                }
                written += body.len() as u64;
                watch.advance(body.len() as u64);
            }
        }
    }
    for (path, entry) in items {
        if entry.mode == Some(GitMode::Link) {
            into.make_link(path, &blob(store, &entry.cid)?)?;
        }
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::car::tests::{Heap, store};
    use crate::cid::kinds::{GitEntry, git_tree_body};
    use crate::cid::{GIT_RAW, multihash};
    use crate::source::Source;
    use crate::watch::Deaf;

    #[test]
    fn what_leads_out_is_listed_and_not_written() {
        let folder = std::env::temp_dir().join(format!("decent-checkout-{}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        let into = Dir::from_file(std::fs::File::open(&folder).unwrap()).unwrap();
        for (name, target) in [("l", "/etc/x"), ("l", "a/../../x"), (".GIT", "a")] {
            let mut heap = Heap::default();
            let link = heap.put(GIT_RAW, git::object("blob", target.as_bytes()));
            let lines = vec![GitEntry {
                mode: GitMode::Link,
                name: name.into(),
                digest: link.digest().to_vec(),
            }];
            let root = heap.put(GIT_RAW, git::object("tree", &git_tree_body(lines)));
            assert_eq!(root.hash(), multihash::SHA2_256);
            let source = Source::from_bytes(heap.car(&root));
            let store = store(&source);
            let items = list(&store, &root, Limits::default()).unwrap();
            assert_eq!(items.len(), 2);
            let error = write(&store, &items, &into, &Deaf).unwrap_err();
            assert_eq!(error.slug, slug::UNSAFE_NAME, "{name} {target}");
            assert!(into.entries().unwrap().is_empty());
        }
        std::fs::remove_dir(folder).unwrap();
    }
}
