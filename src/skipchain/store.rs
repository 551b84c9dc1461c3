//! A chain in its files, open to be read at any place: the log, and beside it the index. Whatever is
//! read of the log fits its checksum, and a block the hash that the index has of it; what the index
//! lacks is gone along when the chain is opened.
//!
//! ```
//! use decent::skipchain::{Along, Chain, Content, Shape, record};
//! use decent::source::Source;
//! use decent::watch::Deaf;
//! let mut log = record::FIRST.to_vec();
//! let mut along = Along::begin(Shape::default(), [7; 32]);
//! let at = along.push_other(&mut log, record::Kind::Roster, b"who signs").unwrap();
//! for time in 0..9 {
//!     let content = Content::new(time, b"hello", [0; 32]);
//!     along.push(&mut log, at, &content, b"hello").unwrap();
//! }
//! let chain = Chain::open(Source::from_bytes(log), None, &Deaf).unwrap();
//! assert_eq!(chain.len(), 9);
//! assert_eq!(chain.payload(5).unwrap(), b"hello");
//! assert_eq!(chain.block(5).unwrap().header().time, 5);
//! ```

use std::fs::File;

use super::along::{Along, Held};
pub use super::beside::{Beside, claimed};
use super::beside::{entry_of, held, unfit};
use super::block::{Block, Hash};
use super::index::{self, Covered, SLOT, block_at, link_at, node_at};
use super::record::{End, Kind, Records, record_at};
use super::shape::{Hop, Shape};
use super::tree::Nodes;
use crate::error::{Error, Place, Result, slug};
use crate::source::Source;
use crate::watch::Watch;

/// Bytes of a log that are gone along between two writes of its index.
const CHUNK: u64 = 64 << 20;

/// Bytes of the file of links that are read together.
const PAGE: u64 = 64 << 10;

/// Goes along a whole log and writes an index of it into two empty files, which are then as if they
/// had been there all the time.
pub fn build(log: &Source<'_>, blocks: &File, links: &File, watch: &dyn Watch) -> Result<Along> {
    let mut along = Along::new();
    let mut records = Records::from(log, 0)?;
    while let Some(record) = records.step()? {
        along.pass(&record)?;
        if along.behind() >= CHUNK {
            advance(watch, along.behind())?;
            along.write(blocks, links)?;
        }
    }
    records.end()?;
    advance(watch, along.behind())?;
    along.write(blocks, links)?;
    along.seal(blocks, links, false)?;
    Ok(along)
}

fn advance(watch: &dyn Watch, bytes: u64) -> Result<()> {
    watch.advance(bytes);
    if watch.stopped() {
        return Err(Error::new(slug::STOPPED, "", "stopped"));
    }
    Ok(())
}

/// A chain, open.
pub struct Chain<'a> {
    log: Source<'a>,
    beside: Option<Beside<'a>>,
    along: Along,
    end: End,
    shape: Shape,
}

impl<'a> Chain<'a> {
    /// Opens a log with what is beside it. What the index lacks is gone along and kept in memory, some
    /// quarter of its bytes: where that is much, [`build`] one first.
    pub fn open(log: Source<'a>, beside: Option<Beside<'a>>, watch: &dyn Watch) -> Result<Self> {
        let mut along = match &beside {
            Some(beside) => {
                let shape = beside.held(&log, 0)?.block.header().shape;
                Along::after(beside.covered, shape, beside)?
            }
            None => Along::new(),
        };
        let from = along.now().log;
        let mut records = Records::from(&log, from)?;
        let mut told = from;
        while let Some(record) = records.step()? {
            along.pass(&record)?;
            if along.now().log - told >= CHUNK {
                advance(watch, along.now().log - told)?;
                told = along.now().log;
            }
        }
        let end = records.end()?;
        drop(records);
        let begun = along.growing().filter(|growing| growing.blocks() > 0);
        let Some(shape) = begun.map(super::Growing::shape) else {
            let wanted = "a skipchain with a block";
            return Err(Error::new(slug::SKIP_LOG, wanted, "one without"));
        };
        Ok(Self {
            log,
            beside,
            along,
            end,
            shape,
        })
    }

    /// Blocks.
    #[allow(clippy::len_without_is_empty, reason = "a chain has a block")]
    pub fn len(&self) -> u64 {
        self.along.now().blocks
    }

    /// Which blocks are linked.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The hash of block 0, which names the chain.
    pub fn id(&self) -> &Hash {
        &self.along.now().chain
    }

    /// How the log ends.
    pub fn end(&self) -> End {
        self.end
    }

    /// An error where an index of this chain goes further than the log does, by its own words
    /// ([`claimed`]): it is written only of what is in the log for good, so something was lost.
    pub fn lost(&self, claimed: &Covered) -> Result<()> {
        if claimed.chain != *self.id() || claimed.log <= self.end.at {
            return Ok(());
        }
        let wanted = format!("records to byte {}, as the index has them", claimed.log);
        let found = match self.end {
            End { torn: 0, .. } => "the end",
            End { .. } => "a record that does not fit its checksum",
        };
        Err(Error::new(slug::SKIP_LOG, wanted, found).at(Place::Byte(self.end.at)))
    }

    /// The log.
    pub fn log(&self) -> &Source<'a> {
        &self.log
    }

    /// The files beside it, as far as they count.
    pub fn beside(&self) -> Option<&Beside<'a>> {
        self.beside.as_ref()
    }

    /// The end of it, from which it goes on.
    pub fn along(&self) -> &Along {
        &self.along
    }

    /// Where a block's record begins, and its hash.
    pub fn entry(&self, index: u64) -> Result<(u64, Hash)> {
        self.there(index)?;
        let base = self.along.base().blocks;
        if let Some(beside) = self.beside.as_ref().filter(|_| index < base) {
            return beside.entry(index);
        }
        let at = block_at(index) - block_at(base);
        let entry = self.along.entries().get(at as usize..);
        let entry = entry.and_then(<[u8]>::first_chunk);
        entry.map(entry_of).ok_or_else(unfit)
    }

    fn there(&self, index: u64) -> Result<()> {
        if index < self.len() {
            return Ok(());
        }
        let wanted = format!("a block before {}", self.len());
        Err(Error::new(slug::NO_SUCH_BLOCK, wanted, index.to_string()))
    }

    /// Bytes of the file of blocks, wherever they are.
    pub(super) fn index_bytes(&self, range: std::ops::Range<u64>) -> Result<Vec<u8>> {
        let base = block_at(self.along.base().blocks);
        let middle = base.clamp(range.start, range.end);
        let mut bytes = vec![0; (range.end - range.start) as usize];
        let (old, new) = bytes.split_at_mut((middle - range.start) as usize);
        if let Some(beside) = self.beside.as_ref().filter(|_| !old.is_empty()) {
            beside.blocks.read_at(range.start, old)?;
        }
        if !new.is_empty() {
            let kept = self.along.entries().get((middle - base) as usize..);
            let kept = kept
                .and_then(|kept| kept.get(..new.len()))
                .ok_or_else(unfit)?;
            new.copy_from_slice(kept);
        }
        Ok(bytes)
    }

    /// A block with its payload.
    pub fn held(&self, index: u64) -> Result<Held> {
        let (at, hash) = self.entry(index)?;
        held(&self.log, index, at, &hash)
    }

    /// A block.
    pub fn block(&self, index: u64) -> Result<Block> {
        Ok(self.held(index)?.block)
    }

    /// The payload of a block, which is the one that its header names.
    pub fn payload(&self, index: u64) -> Result<Vec<u8>> {
        let held = self.held(index)?;
        if held.block.holds(&held.payload) {
            return Ok(held.payload);
        }
        let wanted = "the payload that the header names";
        let error = Error::new(slug::SKIP_BLOCK, wanted, "another");
        Err(error.at(Place::Item("block", index)))
    }

    /// The roster that signs for a block, in its canonical bytes.
    pub fn roster_of(&self, index: u64) -> Result<Vec<u8>> {
        let held = self.held(index)?;
        roster_at(&self.log, held.roster_at, &held.block)
    }

    /// Where the record of a link begins; `None` where it is not made.
    pub fn link_at(&self, from: u64, level: u8) -> Result<Option<u64>> {
        let Some(slot) = link_at(self.shape, from, level) else {
            return Ok(None);
        };
        if level >= self.shape.height(from) || from >= self.len() {
            return Ok(None);
        }
        if let Some(at) = self.along.link(slot) {
            return Ok(Some(at));
        }
        let Some(beside) = &self.beside else {
            return Ok(None);
        };
        if slot + SLOT > beside.links.len() {
            return Ok(None);
        }
        let mut bytes = [0; SLOT as usize];
        beside.links.read_at(slot, &mut bytes)?;
        let at = u64::from_be_bytes(bytes);
        Ok((at > 0 && at < beside.covered.log).then_some(at))
    }

    /// The body of a link's record; `None` where it is not made.
    pub fn link(&self, from: u64, level: u8) -> Result<Option<Vec<u8>>> {
        let Some(at) = self.link_at(from, level)? else {
            return Ok(None);
        };
        let record = record_at(&self.log, at)?;
        let right = record.kind == Kind::Link;
        if !right || super::along::link_of(&record) != Some((from, level)) {
            return Err(unfit());
        }
        Ok(Some(record.body))
    }

    /// The body of the furthest checkpoint's record, the last of those.
    pub fn checkpoint(&self) -> Result<Option<Vec<u8>>> {
        let at = self.along.now().checkpoint;
        if at == 0 {
            return Ok(None);
        }
        let record = record_at(&self.log, at)?;
        let right = record.kind == Kind::Checkpoint;
        if right {
            Ok(Some(record.body))
        } else {
            Err(unfit())
        }
    }

    /// The shortest way from one block to another over the links that are made: always the longest that
    /// does not lead past the end. No link leads from before a block to behind it but from where a
    /// longer one begins, so no other way gets further. Back it goes over hashes, which are always there.
    pub fn path(&self, from: u64, to: u64) -> Result<Vec<Hop>> {
        self.there(from)?;
        self.there(to)?;
        if from > to {
            return Ok(self.shape.path(from, to).collect());
        }
        let mut hops = Vec::new();
        let mut at = from;
        while at < to {
            let hop = self.longest(at, to)?.ok_or_else(|| {
                let found = format!("none from block {at}");
                Error::new(slug::SKIP_MISSING, format!("links to block {to}"), found)
            })?;
            at = hop.to;
            hops.push(hop);
        }
        Ok(hops)
    }

    fn longest(&self, at: u64, to: u64) -> Result<Option<Hop>> {
        let links: Vec<Hop> = self
            .shape
            .forward(at)
            .take_while(|hop| hop.to <= to)
            .collect();
        for hop in links.into_iter().rev() {
            // The record itself, for the index may be of another copy.
            if self.link(at, hop.level)?.is_some() {
                return Ok(Some(hop));
            }
        }
        Ok(None)
    }

    /// Links that two blocks of the chain may have.
    pub fn possible(&self) -> u64 {
        possible(self.shape, self.len())
    }

    /// Links that the file of links has, wherever they stand in it.
    pub(super) fn slots(&self) -> Result<u64> {
        let Some(beside) = &self.beside else {
            return Ok(0);
        };
        let (mut found, mut at) = (0, index::HEAD);
        let end = beside.links.len();
        while at < end {
            let next = end.min(at + PAGE);
            let mut page = vec![0; (next - at) as usize];
            beside.links.read_at(at, &mut page)?;
            let places = page.as_chunks::<8>().0.iter();
            let places = places.map(|place| u64::from_be_bytes(*place));
            let count = places.filter(|place| (1..beside.covered.log).contains(place));
            found += count.count() as u64;
            at = next;
        }
        Ok(found)
    }

    /// The links that are not made, those of the first block first.
    pub fn missing(&self) -> Missing<'_, 'a> {
        Missing {
            chain: self,
            from: 0,
            level: 0,
            page: Vec::new(),
            at: 0,
        }
    }
}

/// Links between so many blocks.
pub fn possible(shape: Shape, blocks: u64) -> u64 {
    let last = blocks.saturating_sub(1);
    let levels = (0..shape.greatest()).map_while(|level| Some(last / shape.span(level)?));
    levels.fold(0, u64::saturating_add)
}

/// The roster whose record stands at a place, where it is a block's.
pub(super) fn roster_at(log: &Source<'_>, at: u64, block: &Block) -> Result<Vec<u8>> {
    use sha2::{Digest as _, Sha256};
    let wrong = |found| {
        let error = Error::new(slug::SKIP_LOG, "the roster that the header names", found);
        Err(error.at(Place::Item("block", block.index())))
    };
    let Ok(record) = record_at(log, at) else {
        return wrong("none");
    };
    if record.kind != Kind::Roster {
        return wrong("a record of another kind");
    }
    if Hash::from(Sha256::digest(&record.body)) != block.header().roster {
        return wrong("another");
    }
    Ok(record.body)
}

impl Nodes for Chain<'_> {
    fn node(&self, level: u32, number: u64) -> Result<Hash> {
        let (at, base) = (node_at(level, number), block_at(self.along.base().blocks));
        if let Some(beside) = self.beside.as_ref().filter(|_| at < base) {
            return beside.node(level, number);
        }
        let node = self.along.entries().get((at - base) as usize..);
        let node = node.and_then(<[u8]>::first_chunk);
        node.copied().ok_or_else(unfit)
    }

    fn block(&self, index: u64) -> Result<Hash> {
        Ok(self.entry(index)?.1)
    }
}

/// Links that are not made, one after the other.
pub struct Missing<'c, 'a> {
    chain: &'c Chain<'a>,
    from: u64,
    level: u8,
    /// A part of the file of links, and where it begins.
    page: Vec<u8>,
    at: u64,
}

impl Missing<'_, '_> {
    fn made(&mut self, hop: Hop) -> Result<bool> {
        let Some(slot) = link_at(self.chain.shape, hop.from, hop.level) else {
            return Ok(false);
        };
        if self.chain.along.link(slot).is_some() {
            return Ok(true);
        }
        let Some(beside) = &self.chain.beside else {
            return Ok(false);
        };
        if slot >= beside.links.len() {
            return Ok(false);
        }
        if slot < self.at || slot + SLOT > self.at + self.page.len() as u64 {
            let end = beside.links.len().min(slot.saturating_add(PAGE));
            self.page = vec![0; end.saturating_sub(slot) as usize];
            self.at = slot;
            beside.links.read_at(slot.min(end), &mut self.page)?;
        }
        let place = self.page.get((slot - self.at) as usize..);
        let place = place.and_then(<[u8]>::first_chunk).copied();
        let place = place.map_or(0, u64::from_be_bytes);
        Ok(place > 0 && place < beside.covered.log)
    }
}

impl Iterator for Missing<'_, '_> {
    type Item = Result<Hop>;

    fn next(&mut self) -> Option<Result<Hop>> {
        let (shape, len) = (self.chain.shape, self.chain.len());
        while self.from + 1 < len {
            let level = self.level;
            let to = shape
                .span(level)
                .and_then(|span| self.from.checked_add(span));
            let Some(to) = to.filter(|to| level < shape.height(self.from) && *to < len) else {
                (self.from, self.level) = (self.from + 1, 0);
                continue;
            };
            self.level += 1;
            let from = self.from;
            let hop = Hop { from, to, level };
            match self.made(hop) {
                Ok(true) => {}
                Ok(false) => return Some(Ok(hop)),
                Err(error) => {
                    self.from = len;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}
