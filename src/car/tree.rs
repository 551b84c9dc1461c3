//! Files and folders in an archive: paths followed, folders listed, files read, without recursion.

use std::collections::BTreeSet;
use std::ops::Range;

use super::store::{Store, key, missing, named};

use crate::cid::hamt::{self, Entry};
use crate::cid::unixfs::{Data, Kind};
use crate::cid::{Cid, DAG_PB, RAW};
use crate::codec::dag_pb::Node;
use crate::error::{Error, Result, slug};

/// Blocks that are read and hashed in one call.
pub(crate) const BATCH: usize = 16;

/// What a block stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// Bytes, so many of them.
    File(u64),
    /// A folder, whole or a shard of one.
    Folder,
    /// A symbolic link to there.
    Link(Vec<u8>),
    /// A block of another codec.
    Other,
}

impl Thing {
    /// In a word.
    pub fn name(&self) -> &'static str {
        match self {
            Self::File(_) => "file",
            Self::Folder => "folder",
            Self::Link(_) => "link",
            Self::Other => "block",
        }
    }
}

/// What a dag-pb block says of `UnixFS`.
pub(crate) fn unixfs(node: &Node, cid: &Cid) -> Result<Data> {
    Data::of(node).map_err(|error| error.at(key(cid)))
}

/// What a block stands for, with its dag-pb where it is one.
pub fn thing(store: &Store<'_>, cid: &Cid) -> Result<(Thing, Option<(Node, Data)>)> {
    match cid.codec() {
        RAW => Ok((Thing::File(store.need(cid)?.len() as u64), None)),
        DAG_PB => {
            let node = store.node(cid)?;
            let data = unixfs(&node, cid)?;
            let thing = match data.kind {
                Kind::File | Kind::Raw => Thing::File(data.size()),
                Kind::Symlink => Thing::Link(data.data.clone()),
                _ => Thing::Folder,
            };
            Ok((thing, Some((node, data))))
        }
        _ => Ok((Thing::Other, None)),
    }
}

/// A name in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As the folder has it, of any bytes.
    pub name: Vec<u8>,
    /// What it leads to.
    pub cid: Cid,
    /// Bytes of all blocks below, as the folder says.
    pub tsize: u64,
}

/// The names of a folder, shards put together, sorted by their bytes. `blocks` is told of every shard
/// below the first block.
pub fn names(
    store: &Store<'_>,
    cid: &Cid,
    blocks: &mut dyn FnMut(&Cid) -> Result<()>,
) -> Result<Vec<Named>> {
    let mut found = Vec::new();
    let mut open = vec![(cid.clone(), 0, 0)];
    let mut seen = BTreeSet::new();
    while let Some((at, level, above)) = open.pop() {
        if !seen.insert(at.clone()) {
            let wrong = Error::new(slug::HAMT, "each shard in one place", "one in two");
            return Err(wrong.at(key(&at)));
        }
        if level > 0 {
            blocks(&at)?;
        }
        let node = store.node(&at)?;
        let data = unixfs(&node, &at)?;
        match data.kind {
            Kind::Directory if level == 0 => {
                found.extend(node.links.into_iter().map(|link| Named {
                    name: link.name,
                    cid: link.cid,
                    tsize: link.tsize,
                }));
            }
            Kind::HamtShard => {
                let bits = data.fanout.unwrap_or(8).trailing_zeros();
                let entries =
                    hamt::entries(&node, &data, level, above).map_err(|e| named(e, &at))?;
                for ((bucket, entry), link) in entries.into_iter().zip(&node.links) {
                    match entry {
                        Entry::Named(name) => found.push(Named {
                            name: name.to_vec(),
                            cid: link.cid.clone(),
                            tsize: link.tsize,
                        }),
                        Entry::Shard => {
                            let above = above.checked_shl(bits).unwrap_or(0) | bucket;
                            open.push((link.cid.clone(), level + 1, above));
                        }
                    }
                }
            }
            other => {
                let wrong = Error::new(slug::UNIXFS, "a folder", other.name());
                return Err(wrong.at(key(&at)));
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    let twice = found
        .windows(2)
        .find(|pair| matches!(pair, [a, b] if a.name == b.name));
    if let Some([one, _]) = twice {
        let found = format!("{:?} twice", String::from_utf8_lossy(&one.name));
        return Err(
            Error::new(slug::UNSAFE_NAME, "each name once in a folder", found).at(key(cid)),
        );
    }
    Ok(found)
}

/// Follows one name out of a folder. Of shards only those on the way are read; `blocks` is told of
/// them.
pub fn child(
    store: &Store<'_>,
    cid: &Cid,
    name: &[u8],
    blocks: &mut dyn FnMut(&Cid) -> Result<()>,
) -> Result<Cid> {
    let absent = || {
        let wanted = format!("{:?} in the folder", String::from_utf8_lossy(name));
        Error::new(slug::NO_SUCH_PATH, wanted, "no such name").at(key(cid))
    };
    let hash = hamt::murmur3(name);
    let (mut at, mut level, mut above) = (cid.clone(), 0, 0);
    loop {
        if cid.codec() != DAG_PB {
            return Err(absent());
        }
        let node = store.node(&at)?;
        let data = unixfs(&node, &at)?;
        match data.kind {
            Kind::Directory if level == 0 => {
                let mut links = node.links.into_iter().filter(|link| link.name == name);
                return links.next().map(|link| link.cid).ok_or_else(absent);
            }
            Kind::HamtShard => {}
            _ => return Err(absent()),
        }
        let fanout = data.fanout.unwrap_or(8);
        let bucket = hamt::bucket(hash, level, fanout).ok_or_else(absent)?;
        let entries = hamt::entries(&node, &data, level, above).map_err(|e| named(e, &at))?;
        let mut both = entries.into_iter().zip(&node.links);
        let (entry, link) = both
            .find(|((known, _), _)| *known == bucket)
            .ok_or_else(absent)?;
        match entry.1 {
            Entry::Named(known) if known == name => return Ok(link.cid.clone()),
            Entry::Named(_) => return Err(absent()),
            Entry::Shard => {
                above = above.checked_shl(fanout.trailing_zeros()).unwrap_or(0) | bucket;
                (at, level) = (link.cid.clone(), level + 1);
                blocks(&at)?;
            }
        }
    }
}

/// The parts of a path: `a//b/` is `a`, `b`.
pub fn parts(path: &[u8]) -> impl Iterator<Item = &[u8]> {
    path.split(|byte| *byte == b'/')
        .filter(|part| !part.is_empty())
}

/// What a path leads to from a root.
pub fn resolve(store: &Store<'_>, root: &Cid, path: &[u8]) -> Result<Cid> {
    let step = |at: Cid, name: &[u8]| child(store, &at, name, &mut |_| Ok(()));
    parts(path).try_fold(root.clone(), step)
}

/// A block of a file that is still to be read.
struct Part {
    cid: Cid,
    /// Bytes of the file that it holds, as the block above says; of the root not known before.
    range: Range<u64>,
    root: bool,
    checked: bool,
}

/// What is told of a file: every block before those below, with the bytes of the file in it that are
/// within the range.
pub type OnPart<'a> = &'a mut dyn FnMut(&Cid, &[u8], &[u8]) -> Result<()>;

/// Reads a range of a file, block by block; each is checked, and so is what it says of those below.
/// Ends where the file ends.
pub fn read(store: &Store<'_>, root: &Cid, range: Range<u64>, on: OnPart<'_>) -> Result<()> {
    let mut open = vec![Part {
        cid: root.clone(),
        range: 0..u64::MAX,
        root: true,
        checked: false,
    }];
    while let Some(last) = open.last() {
        if !last.checked {
            check_ahead(store, &mut open)?;
            continue;
        }
        let Some(part) = open.pop() else { break };
        let block = store_block(store, &part.cid)?;
        let (data, below) = contents(&block, &part.cid)?;
        let holds = below.iter().fold(data.len() as u64, |sum, (_, size)| {
            sum.saturating_add(*size)
        });
        if !part.root && holds != part.range.end - part.range.start {
            let wanted = format!(
                "{} bytes, as the block above says",
                part.range.end - part.range.start
            );
            return Err(Error::new(slug::UNIXFS, wanted, holds.to_string()).at(key(&part.cid)));
        }
        let start = part.range.start;
        let wanted = |from: u64, to: u64| from.max(range.start)..to.min(range.end);
        let own = wanted(start, start + data.len() as u64);
        let bytes = if own.start < own.end {
            data.get((own.start - start) as usize..(own.end - start) as usize)
        } else {
            None
        };
        on(&part.cid, &block, bytes.unwrap_or_default())?;
        let mut at = start + data.len() as u64;
        let first = open.len();
        for (cid, size) in below {
            let end = at.saturating_add(size);
            let met = wanted(at, end);
            if met.start < met.end {
                open.push(Part {
                    cid,
                    range: at..end,
                    root: false,
                    checked: false,
                });
            }
            at = end;
        }
        open.get_mut(first..).unwrap_or_default().reverse();
    }
    Ok(())
}

/// Checks the next blocks, as many as are hashed in one call.
fn check_ahead(store: &Store<'_>, open: &mut [Part]) -> Result<()> {
    let next: Vec<&Part> = open
        .iter()
        .rev()
        .take_while(|part| !part.checked)
        .take(BATCH)
        .collect();
    let count = next.len();
    let cids: Vec<&Cid> = next.iter().map(|part| &part.cid).collect();
    let blocks = store.get_many(&cids)?;
    if let Some((_, cid)) = blocks.iter().zip(&cids).find(|(block, _)| block.is_none()) {
        return Err(missing(cid));
    }
    for part in open.iter_mut().rev().take(count) {
        part.checked = true;
    }
    Ok(())
}

/// A block that was checked a moment ago.
fn store_block<'s>(store: &'s Store<'_>, cid: &'s Cid) -> Result<std::borrow::Cow<'s, [u8]>> {
    store.unchecked(cid)?.ok_or_else(|| missing(cid))
}

/// Blocks below a part of a file, each with the bytes of the file under it.
pub(crate) type Below = Vec<(Cid, u64)>;

/// The bytes of the file in a block, and the blocks below with their sizes.
pub(crate) fn contents(block: &[u8], cid: &Cid) -> Result<(Vec<u8>, Below)> {
    if cid.codec() != DAG_PB {
        return Ok((block.to_vec(), Vec::new()));
    }
    let node = Node::decode(block).map_err(|error| named(error, cid))?;
    let data = unixfs(&node, cid)?;
    if !matches!(data.kind, Kind::File | Kind::Raw) {
        return Err(Error::new(slug::UNIXFS, "a file", data.kind.name()).at(key(cid)));
    }
    let links = node.links.into_iter().map(|link| link.cid);
    Ok((data.data, links.zip(data.blocksizes).collect()))
}
