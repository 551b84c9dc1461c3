//! A tree of git into a folder, as [`crate::car::extract`] does it with `UnixFS`: all names, links and
//! sizes are looked at before the first is written, and nothing leaves the folder.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;

use super::diff::join;
use super::git;
use super::tree::{Entry, entries};

use crate::car::Store;
use crate::car::extract::{Limits, safe, stays};
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
    let roomy = (1 << 30).max(store.archive().source().len().saturating_mul(1000));
    let most = limits.size.unwrap_or(roomy);
    let mut size = 0u64;
    while let Some((path, entry, depth)) = open.pop() {
        let refused = |wanted: String| {
            Err(Error::new(slug::EXTRACT_LIMIT, wanted, "more").at(key(&entry.cid)))
        };
        if items.len() as u64 >= limits.count {
            return refused(format!("at most {} files and folders", limits.count));
        }
        if depth > limits.depth {
            return refused(format!("at most {} folders below each other", limits.depth));
        }
        match entry.mode {
            Some(GitMode::Tree) => {
                for one in entries(store, &entry.cid)?.into_iter().rev() {
                    safe(&one.name, &entry.cid)?;
                    // git runs what it finds there.
                    if one.name.eq_ignore_ascii_case(b".git") {
                        let wanted = "a name that git does not take for its own";
                        let found = format!("{:?}", String::from_utf8_lossy(&one.name));
                        let error = Error::new(slug::UNSAFE_NAME, wanted, found);
                        return Err(error.at(key(&entry.cid)));
                    }
                    open.push((join(&path, &one.name), one, depth + 1));
                }
            }
            Some(GitMode::Module) => {}
            _ => {
                let body = blob(store, &entry.cid)?;
                size = size.saturating_add(body.len() as u64);
                if size > most {
                    return refused(format!("at most {most} bytes of files"));
                }
                if entry.mode == Some(GitMode::Link) && !stays(&path, &body) {
                    let found = format!("a link to {:?}", String::from_utf8_lossy(&body));
                    let wanted = "links that stay in the folder";
                    let error = Error::new(slug::UNSAFE_NAME, wanted, found);
                    return Err(error.at(key(&entry.cid)));
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

/// Makes all items in an empty folder, links last. Returns how many bytes were written.
pub fn write(store: &Store<'_>, items: &[Item], into: &Dir, watch: &dyn Watch) -> Result<u64> {
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
