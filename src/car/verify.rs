//! Whether an archive is what it says: every block hashes to its ID, and below its roots nothing is
//! missing and nothing lies. Linear in blocks, however many paths lead through them.

use std::collections::HashMap;
use std::num::NonZeroUsize;

use super::read::{Archive, Section};
use super::scope::links;
use super::store::{Store, check, key, named};
use super::tree;

use crate::cid::hamt::{self, Entry};
use crate::cid::unixfs::{Data, Kind};
use crate::cid::{Cid, DAG_PB};
use crate::codec::dag_pb::Node;
use crate::deal::{self, Deal};
use crate::error::{Error, Result, slug};
use crate::hash::Engine;
use crate::watch::Watch;

/// Blocks, and bytes in them, that are hashed in one call.
const BATCH: usize = 64;
const BATCH_BYTES: u64 = 8 << 20;

/// What came of a look at every block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    /// How many there are.
    pub count: u64,
    /// Bytes of them all.
    pub bytes: u64,
    /// Those that are not what they are said to be: where, and which. At most 100 are kept.
    pub bad: Vec<(u64, Cid)>,
    /// How many of those there are.
    pub bad_count: u64,
}

/// Hashes every block of an archive.
pub fn blocks(archive: &Archive<'_>, engine: Engine, watch: &dyn Watch) -> Result<Blocks> {
    let mut found = Blocks::default();
    let batches = Batches {
        sections: archive.sections().peekable(),
    };
    let one = engine.with_threads(NonZeroUsize::MIN);
    let work = |(): &mut (), batches: Vec<Result<Vec<Section>>>| {
        let hash = |batch: Result<Vec<Section>>| batch.and_then(|batch| judge(archive, batch, one));
        batches.into_iter().map(hash).collect::<Vec<_>>()
    };
    deal::ordered(
        batches,
        Deal::singly(engine.threads(), 4),
        || (),
        work,
        |results| {
            for result in results {
                if watch.stopped() {
                    return Err(Error::new(slug::STOPPED, "", "stopped"));
                }
                let batch = result?;
                watch.advance(batch.bytes);
                found.count += batch.count;
                found.bytes += batch.bytes;
                found.bad_count += batch.bad_count;
                found.bad.extend(batch.bad);
                found.bad.truncate(100);
            }
            Ok(())
        },
    )?;
    archive.source().check()?;
    Ok(found)
}

/// Sections in batches.
struct Batches<I: Iterator> {
    sections: std::iter::Peekable<I>,
}

impl<I: Iterator<Item = Result<Section>>> Iterator for Batches<I> {
    type Item = Result<Vec<Section>>;

    fn next(&mut self) -> Option<Self::Item> {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            // What came before an error is judged first.
            if !batch.is_empty() && matches!(self.sections.peek(), Some(Err(_))) {
                break;
            }
            match self.sections.next() {
                Some(Ok(section)) => {
                    bytes += section.block.end - section.block.start;
                    batch.push(section);
                }
                Some(Err(error)) => return Some(Err(error)),
                None => break,
            }
        }
        (!batch.is_empty()).then_some(Ok(batch))
    }
}

fn judge(archive: &Archive<'_>, batch: Vec<Section>, engine: Engine) -> Result<Blocks> {
    let read = |section: &Section| archive.block(section.block.clone());
    let blocks = batch.iter().map(read).collect::<Result<Vec<_>>>()?;
    let mut found = Blocks {
        count: batch.len() as u64,
        bytes: blocks.iter().map(|block| block.len() as u64).sum(),
        ..Blocks::default()
    };
    let wrong = |cid: &Cid| Error::new(slug::BLOCK_MISMATCH, "", "").at(key(cid));
    let both = || batch.iter().zip(&blocks);
    let all = check(
        engine,
        both().map(|(section, block)| (&section.cid, &**block)),
        wrong,
    );
    match all {
        Err(error) if error.slug == slug::BLOCK_MISMATCH => {}
        other => return other.map(|()| found),
    }
    for (section, block) in both() {
        if !section.cid.names(block)? {
            found.bad_count += 1;
            found.bad.push((section.offset, section.cid.clone()));
        }
    }
    Ok(found)
}

/// What is below a root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// Blocks, each counted once.
    pub blocks: u64,
    /// Bytes of them.
    pub bytes: u64,
    /// Blocks that links lead to and that are not there. At most 100 are kept.
    pub missing: Vec<Cid>,
    /// How many of those there are.
    pub missing_count: u64,
}

/// What a block is known to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Bytes of a file, so many; `None` where it is no part of a file.
    Size(Option<u64>),
    /// A shard at this level below these bits.
    Shard(u32, u64),
    /// Not there.
    Missing,
}

/// A link that is to be followed, and what the block above says of what it leads to.
struct Link {
    cid: Cid,
    size: Option<u64>,
    shard: Option<(u32, u64)>,
}

/// Follows every link below a root. Blocks that are missing are counted; blocks that lie are an error.
pub fn below(store: &Store<'_>, root: &Cid, watch: &dyn Watch) -> Result<Below> {
    let mut found = Below::default();
    let mut known: HashMap<Cid, Known> = HashMap::new();
    let mut open = vec![Link {
        cid: root.clone(),
        size: None,
        shard: None,
    }];
    while let Some(link) = open.pop() {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let seen = known.get(&link.cid).copied();
        let what = if let Some(what) = seen {
            what
        } else if let Some(block) = store.get(&link.cid)? {
            found.blocks += 1;
            found.bytes += block.len() as u64;
            look(&link, &block, &mut open)?
        } else {
            found.missing_count += 1;
            if found.missing.len() < 100 {
                found.missing.push(link.cid.clone());
            }
            Known::Missing
        };
        agrees(&link, what)?;
        if seen.is_none() {
            known.insert(link.cid, what);
        }
    }
    Ok(found)
}

/// Whether a block is what the one above says.
fn agrees(link: &Link, what: Known) -> Result<()> {
    let wrong = |slug, wanted: String, found: String| {
        Err(Error::new(slug, wanted, found).at(key(&link.cid)))
    };
    match (what, link.size, link.shard) {
        (Known::Size(size), Some(wanted), _) if size != Some(wanted) => {
            let found = size.map_or("no part of a file".into(), |size| size.to_string());
            wrong(
                slug::UNIXFS,
                format!("{wanted} bytes, as the block above says"),
                found,
            )
        }
        (Known::Shard(..), Some(_), _) => {
            wrong(slug::UNIXFS, "a part of a file".into(), "a shard".into())
        }
        (Known::Size(_), None, Some(_)) => {
            wrong(slug::HAMT, "a shard".into(), "something else".into())
        }
        (Known::Shard(level, above), None, Some(place)) if (level, above) != place => wrong(
            slug::HAMT,
            "each shard in one place".into(),
            "one in two".into(),
        ),
        _ => Ok(()),
    }
}

/// Reads a block, and puts what it links to on the list.
fn look(link: &Link, block: &[u8], open: &mut Vec<Link>) -> Result<Known> {
    let cid = &link.cid;
    if cid.codec() != DAG_PB {
        let plain = |cid| Link {
            cid,
            size: None,
            shard: None,
        };
        open.extend(links(cid, block)?.into_iter().rev().map(plain));
        return Ok(Known::Size(Some(block.len() as u64)));
    }
    let node = Node::decode(block).map_err(|error| named(error, cid))?;
    // dag-pb may be something else than UnixFS, but not in a file or a folder of it.
    let data = match Data::of(&node) {
        Err(_) if node.data.is_none() && link.size.is_none() && link.shard.is_none() => None,
        other => Some(other.map_err(|error| error.at(key(cid)))?),
    };
    let (level, above) = link.shard.unwrap_or((0, 0));
    let mut entries = Vec::new();
    if let Some(data) = data.as_ref().filter(|data| data.kind == Kind::HamtShard) {
        entries = hamt::entries(&node, data, level, above).map_err(|error| named(error, cid))?;
    }
    let mut below: Vec<Link> = Vec::with_capacity(node.links.len());
    for (at, one) in node.links.iter().enumerate() {
        let is_file = data
            .as_ref()
            .is_some_and(|data| matches!(data.kind, Kind::File | Kind::Raw));
        let size = data
            .as_ref()
            .and_then(|data| data.blocksizes.get(at))
            .copied();
        let shard = match entries.get(at) {
            Some((bucket, Entry::Shard)) => {
                let bits = data
                    .as_ref()
                    .and_then(|data| data.fanout)
                    .unwrap_or(8)
                    .trailing_zeros();
                Some((level + 1, above.checked_shl(bits).unwrap_or(0) | bucket))
            }
            _ => None,
        };
        below.push(Link {
            cid: one.cid.clone(),
            size: size.filter(|_| is_file),
            shard,
        });
    }
    open.extend(below.into_iter().rev());
    match data {
        Some(data) if data.kind == Kind::HamtShard => Ok(Known::Shard(level, above)),
        Some(data) if matches!(data.kind, Kind::File | Kind::Raw) => {
            Ok(Known::Size(Some(data.size())))
        }
        Some(data) if data.kind == Kind::Directory => {
            twice(&node, cid)?;
            Ok(Known::Size(None))
        }
        _ => Ok(Known::Size(None)),
    }
}

/// A folder with one name twice.
fn twice(node: &Node, cid: &Cid) -> Result<()> {
    let mut names: Vec<_> = node.links.iter().map(|link| &link.name).collect();
    names.sort_unstable();
    match names
        .windows(2)
        .find(|pair| matches!(pair, [a, b] if a == b))
    {
        Some([one, _]) => {
            let found = format!("{:?} twice", String::from_utf8_lossy(one));
            Err(Error::new(slug::UNSAFE_NAME, "each name once in a folder", found).at(key(cid)))
        }
        _ => Ok(()),
    }
}

/// Whether all entries of an index lead to their sections, and none is left out.
pub fn index(archive: &Archive<'_>) -> Result<Option<String>> {
    let Some(range) = super::index::range(archive) else {
        return Ok(None);
    };
    let bytes = super::read::bytes(archive.source(), range)?;
    let (_, entries) = match super::index::decode(&bytes) {
        Ok(read) => read,
        Err(error) => return Ok(Some(error.to_string())),
    };
    let mut wanted: Vec<_> = Vec::new();
    for section in archive.sections() {
        let section = section?;
        if section.cid.inline().is_none() {
            wanted.push((
                section.offset - archive.data.start,
                section.cid.digest().to_vec(),
            ));
        }
    }
    let mut found: Vec<_> = entries
        .into_iter()
        .map(|entry| (entry.offset, entry.digest))
        .collect();
    wanted.sort();
    found.sort();
    let differs = wanted != found;
    Ok(differs.then(|| "it does not lead to all sections, and only to them".into()))
}

/// The things that a root stands for, for a card.
pub fn root_thing(store: &Store<'_>, root: &Cid) -> Option<&'static str> {
    tree::thing(store, root).ok().map(|(thing, _)| thing.name())
}
