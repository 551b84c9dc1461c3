//! Paths through blocks (ipld.io/docs/data-model/pathing): names of a folder of `UnixFS` or of a tree of
//! git, keys of maps, numbers of lists; where a link is met the path goes on in its block.

use super::commit::Commit;
use super::tree::entries;
use super::{forms, git};

use crate::car::Store;
use crate::car::store::{key, named};
use crate::car::tree::{child, parts, thing};
use crate::cid::{Cid, DAG_CBOR, DAG_PB, GIT_RAW};
use crate::codec::ipld::{Document, Item};
use crate::error::{Error, Result, slug};

/// What a path leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The last block on the way.
    pub cid: Cid,
    /// The value inside it, where the path ends in the midst of the block.
    pub value: Option<Document>,
}

fn absent(name: &[u8], cid: &Cid) -> Error {
    let wanted = format!("{:?} in the block", String::from_utf8_lossy(name));
    Error::new(slug::NO_SUCH_PATH, wanted, "no such name").at(key(cid))
}

/// Follows a path from a block.
pub fn resolve(store: &Store<'_>, start: &Cid, path: &[u8]) -> Result<Found> {
    let mut cid = start.clone();
    let mut inside: Option<(Document, usize)> = None;
    for name in parts(path) {
        if inside.is_none()
            && let Some(next) = in_folder(store, &cid, name)?
        {
            cid = next;
            continue;
        }
        let (document, number) = if let Some(inside) = inside.take() {
            inside
        } else {
            let block = store.need(&cid)?;
            (forms::read(&cid, &block).map_err(|e| named(e, &cid))?, 0)
        };
        let text = std::str::from_utf8(name).unwrap_or_default();
        let next = document.child(number, text);
        let next = next.ok_or_else(|| absent(name, &cid))?;
        match document.at(next) {
            Some(Item::Link(link)) => cid = link.clone(),
            _ => inside = Some((document, next)),
        }
    }
    Ok(Found {
        cid,
        value: inside.map(|(document, number)| document.part(number)),
    })
}

/// What a name in a folder leads to; `None` where the block is no folder.
fn in_folder(store: &Store<'_>, cid: &Cid, name: &[u8]) -> Result<Option<Cid>> {
    match cid.codec() {
        DAG_PB => match thing(store, cid) {
            Ok((crate::car::tree::Thing::Folder, _)) => {
                child(store, cid, name, &mut |_| Ok(())).map(Some)
            }
            // A block of dag-pb need not be one of UnixFS.
            Ok(_) => Ok(None),
            Err(error) if error.slug == slug::UNIXFS => Ok(None),
            Err(error) => Err(error),
        },
        GIT_RAW => {
            let block = store.need(cid)?;
            let opened = git::open(&block).map_err(|e| named(e, cid))?;
            if opened.0 != git::Kind::Tree {
                return Ok(None);
            }
            let found = entries(store, cid)?
                .into_iter()
                .find(|entry| entry.name == name);
            found
                .map(|entry| Some(entry.cid))
                .ok_or_else(|| absent(name, cid))
        }
        _ => Ok(None),
    }
}

/// A version, where the block is one.
pub fn commit(store: &Store<'_>, cid: &Cid) -> Result<Option<Commit>> {
    let block = match cid.codec() {
        DAG_CBOR | GIT_RAW => store.need(cid)?,
        _ => return Ok(None),
    };
    if cid.codec() == GIT_RAW && git::open(&block).is_ok_and(|(kind, _)| kind != git::Kind::Commit)
    {
        return Ok(None);
    }
    match Commit::read(cid, &block) {
        Ok(commit) => Ok(Some(commit)),
        // Other blocks of dag-cbor are none, and that is no error; a later form of commits is one.
        Err(error) if error.slug == slug::COMMIT && !claims(&block) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a block of dag-cbor says that it is a version.
fn claims(block: &[u8]) -> bool {
    let Ok(document) = Document::from_cbor(block) else {
        return false;
    };
    let kind = document
        .child(0, "type")
        .and_then(|number| document.at(number));
    kind == Some(&Item::Text("commit".into())) && document.child(0, "tree").is_some()
}

/// The tree of a version; any other block is itself the root of what is meant.
pub fn tree_of(store: &Store<'_>, cid: &Cid) -> Result<Cid> {
    Ok(commit(store, cid)?.map_or_else(|| cid.clone(), |commit| commit.tree))
}
