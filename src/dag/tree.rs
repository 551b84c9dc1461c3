//! Folders as the diff and the merge see them: names with what they lead to, of `UnixFS` or of git;
//! and of two folders only the names in which they differ, equal shards of large ones left unread.

use crate::car::Store;
use crate::car::store::{key, named};
use crate::car::tree::{Named, names, unixfs};
use crate::cid::hamt::{self, Entry as Slot};
use crate::cid::kinds::GitMode;
use crate::cid::unixfs::Kind;
use crate::cid::{Cid, DAG_PB, GIT_RAW};
use crate::error::{Error, Result, slug};

use super::git;

/// What a name in a folder leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As the folder has it.
    pub name: Vec<u8>,
    /// The block.
    pub cid: Cid,
    /// Bytes of all blocks below, as a folder of `UnixFS` says; of git 0.
    pub tsize: u64,
    /// What a tree of git says that it is; of `UnixFS` the block says it.
    pub mode: Option<GitMode>,
}

impl Entry {
    /// A root, which has no name.
    pub fn root(cid: &Cid) -> Self {
        let mode = (cid.codec() == GIT_RAW).then_some(GitMode::Tree);
        Self {
            name: Vec::new(),
            cid: cid.clone(),
            tsize: 0,
            mode,
        }
    }

    /// Whether both stand for the same.
    pub fn same(&self, other: &Self) -> bool {
        self.cid == other.cid && self.mode == other.mode
    }

    /// Whether it is a folder. Of `UnixFS` its block is read.
    pub fn is_folder(&self, store: &Store<'_>) -> Result<bool> {
        match self.mode {
            Some(mode) => Ok(mode == GitMode::Tree),
            None if self.cid.codec() == DAG_PB => {
                let data = unixfs(&store.node(&self.cid)?, &self.cid)?;
                Ok(matches!(data.kind, Kind::Directory | Kind::HamtShard))
            }
            None => Ok(false),
        }
    }

    /// Whether it holds no bytes, so that nothing tells it from other empty files.
    /// Of a file of `UnixFS` that is no chunk its block is read.
    pub fn is_empty(&self, store: &Store<'_>) -> Result<bool> {
        Ok(match self.mode {
            Some(_) => self.cid == git::cid_of(self.cid.hash(), &git::object("blob", b"")),
            None if self.cid.codec() == DAG_PB => {
                let data = unixfs(&store.node(&self.cid)?, &self.cid)?;
                matches!(data.kind, Kind::File | Kind::Raw) && data.size() == 0
            }
            None => self.tsize == 0,
        })
    }
}

impl From<Named> for Entry {
    fn from(named: Named) -> Self {
        Self {
            name: named.name,
            cid: named.cid,
            tsize: named.tsize,
            mode: None,
        }
    }
}

/// The names in a folder, sorted by their bytes.
pub fn entries(store: &Store<'_>, folder: &Cid) -> Result<Vec<Entry>> {
    if folder.codec() != GIT_RAW {
        let found = names(store, folder, &mut |_| Ok(()))?;
        return Ok(found.into_iter().map(Entry::from).collect());
    }
    let block = store.need(folder)?;
    let hash = folder.hash();
    let lines = git::body(&block, git::Kind::Tree).and_then(|body| git::entries(hash, body));
    let lines = lines.map_err(|error| error.at(key(folder)))?.into_iter();
    let mut found: Vec<Entry> = lines
        .map(|line| Entry {
            name: line.name,
            cid: Cid::v1(GIT_RAW, hash, &line.digest),
            tsize: 0,
            mode: Some(line.mode),
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    match found
        .windows(2)
        .find(|pair| matches!(pair, [a, b] if a.name == b.name))
    {
        Some([one, _]) => {
            let found = format!("{:?} twice", String::from_utf8_lossy(&one.name));
            let twice = Error::new(slug::UNSAFE_NAME, "each name once in a folder", found);
            Err(twice.at(key(folder)))
        }
        _ => Ok(found),
    }
}

/// A name that two folders don't have alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// In the first.
    pub old: Option<Entry>,
    /// In the second.
    pub new: Option<Entry>,
}

impl Pair {
    /// The name.
    pub fn name(&self) -> &[u8] {
        let one = self.old.as_ref().or(self.new.as_ref());
        one.map_or(&[], |entry| &entry.name)
    }
}

/// The names in which two folders differ, sorted by their bytes. What is alike is not read: a folder
/// that is the same, and of two large ones the shards that are.
pub fn differing(store: &Store<'_>, old: &Cid, new: &Cid) -> Result<Vec<Pair>> {
    if old == new {
        return Ok(Vec::new());
    }
    let (old, new) = match shards(store, old, new)? {
        Some(both) => both,
        None => (entries(store, old)?, entries(store, new)?),
    };
    Ok(paired(old, new))
}

/// Names sorted alike, one beside the other; those that are the same left out.
fn paired(old: Vec<Entry>, new: Vec<Entry>) -> Vec<Pair> {
    let (mut old, mut new) = (old.into_iter().peekable(), new.into_iter().peekable());
    let mut pairs = Vec::new();
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return pairs,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(a), Some(b)) => a.name.cmp(&b.name),
        };
        let pair = Pair {
            old: if order.is_le() { old.next() } else { None },
            new: if order.is_ge() { new.next() } else { None },
        };
        if !matches!((&pair.old, &pair.new), (Some(a), Some(b)) if a.same(b)) {
            pairs.push(pair);
        }
    }
}

/// Two shards that are held against each other, or one that has no other.
struct Facing {
    old: Option<Cid>,
    new: Option<Cid>,
    level: u32,
    above: u64,
}

/// A shard: its buckets in order, and how many there can be.
struct Shard {
    slots: Vec<(u64, Held)>,
    fanout: u64,
}

/// What is in a bucket.
enum Held {
    Name(Entry),
    Shard(Cid),
}

/// The names of two folders in shards, as far as their shards differ; `None` where one of them is
/// none, or they are cut in other ways.
fn shards(store: &Store<'_>, old: &Cid, new: &Cid) -> Result<Option<(Vec<Entry>, Vec<Entry>)>> {
    let (Some(a), Some(b)) = (shard(store, old, 0, 0)?, shard(store, new, 0, 0)?) else {
        return Ok(None);
    };
    if a.fanout != b.fanout {
        return Ok(None);
    }
    let bits = a.fanout.trailing_zeros();
    let (mut names_old, mut names_new) = (Vec::new(), Vec::new());
    let mut open = vec![Facing {
        old: Some(old.clone()),
        new: Some(new.clone()),
        level: 0,
        above: 0,
    }];
    while let Some(Facing {
        old,
        new,
        level,
        above,
    }) = open.pop()
    {
        let slots = |cid: Option<Cid>| -> Result<Vec<(u64, Held)>> {
            let Some(cid) = cid else {
                return Ok(Vec::new());
            };
            let wrong = || Error::new(slug::HAMT, "a shard", "another block").at(key(&cid));
            Ok(shard(store, &cid, level, above)?.ok_or_else(wrong)?.slots)
        };
        let (mut a, mut b) = (
            slots(old)?.into_iter().peekable(),
            slots(new)?.into_iter().peekable(),
        );
        while let Some(bucket) = [a.peek(), b.peek()]
            .into_iter()
            .flatten()
            .map(|one| one.0)
            .min()
        {
            let a = a.next_if(|one| one.0 == bucket).map(|one| one.1);
            let b = b.next_if(|one| one.0 == bucket).map(|one| one.1);
            let below = |old, new| Facing {
                old,
                new,
                level: level + 1,
                above: above.checked_shl(bits).unwrap_or(0) | bucket,
            };
            match (a, b) {
                (Some(Held::Shard(a)), Some(Held::Shard(b))) if a == b => {}
                (Some(Held::Shard(a)), Some(Held::Shard(b))) => open.push(below(Some(a), Some(b))),
                (a, b) => {
                    match a {
                        Some(Held::Name(entry)) => names_old.push(entry),
                        Some(Held::Shard(cid)) => open.push(below(Some(cid), None)),
                        None => {}
                    }
                    match b {
                        Some(Held::Name(entry)) => names_new.push(entry),
                        Some(Held::Shard(cid)) => open.push(below(None, Some(cid))),
                        None => {}
                    }
                }
            }
        }
    }
    names_old.sort_by(|a, b| a.name.cmp(&b.name));
    names_new.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Some((names_old, names_new)))
}

/// A shard at a level; `None` of any other block.
fn shard(store: &Store<'_>, cid: &Cid, level: u32, above: u64) -> Result<Option<Shard>> {
    if cid.codec() != DAG_PB {
        return Ok(None);
    }
    let node = store.node(cid)?;
    let data = unixfs(&node, cid)?;
    if data.kind != Kind::HamtShard {
        return Ok(None);
    }
    let found = hamt::entries(&node, &data, level, above).map_err(|error| named(error, cid))?;
    let mut slots: Vec<(u64, Held)> = Vec::with_capacity(found.len());
    for ((bucket, slot), link) in found.into_iter().zip(&node.links) {
        slots.push((
            bucket,
            match slot {
                Slot::Shard => Held::Shard(link.cid.clone()),
                Slot::Named(name) => Held::Name(Entry {
                    name: name.to_vec(),
                    cid: link.cid.clone(),
                    tsize: link.tsize,
                    mode: None,
                }),
            },
        ));
    }
    Ok(Some(Shard {
        slots,
        fanout: data.fanout.unwrap_or(8),
    }))
}
