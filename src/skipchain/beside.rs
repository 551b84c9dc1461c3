//! The two files beside a log, where they belong to it.

use super::along::Held;
use super::block::Hash;
use super::index::{self, Covered, ENTRY, Which, block_at, node_at};
use super::record::{Record, record_at};
use super::tree::Nodes;
use crate::error::{Error, Result, slug};
use crate::source::Source;

/// The two files beside a log, as far as they cover it.
pub struct Beside<'a> {
    pub(super) covered: Covered,
    pub(super) blocks: Source<'a>,
    pub(super) links: Source<'a>,
}

impl<'a> Beside<'a> {
    /// The files, where they belong to the log; `None` where they are damaged, or another log's.
    pub fn of(log: &Source<'_>, blocks: Source<'a>, links: Source<'a>) -> Option<Self> {
        let [one, other] = [head(&blocks, Which::Blocks)?, head(&links, Which::Links)?];
        // Of another copy of the chain all may fit but what stands behind the last block.
        if ![one, other].iter().all(|covered| ends(log, covered)) {
            return None;
        }
        let covered = if one.log < other.log { one } else { other };
        let long = covered.blocks.checked_mul(ENTRY)? <= blocks.len();
        let fits = one.chain == other.chain && covered.log <= log.len() && covered.blocks > 0;
        if !fits || !long || block_at(covered.blocks) > blocks.len() {
            return None;
        }
        let beside = Self {
            covered,
            blocks,
            links,
        };
        let last = beside.held(log, covered.blocks - 1).ok()?;
        let first = beside.held(log, 0).ok()?;
        let same = *first.block.hash() == covered.chain && *last.block.chain() == covered.chain;
        same.then_some(beside)
    }

    /// How far they go.
    pub fn covered(&self) -> &Covered {
        &self.covered
    }

    pub(super) fn entry(&self, index: u64) -> Result<(u64, Hash)> {
        let mut bytes = [0; ENTRY as usize];
        self.blocks.read_at(block_at(index), &mut bytes)?;
        Ok(entry_of(&bytes))
    }

    pub(super) fn held(&self, log: &Source<'_>, index: u64) -> Result<Held> {
        let (at, hash) = self.entry(index)?;
        held(log, index, at, &hash)
    }
}

impl Nodes for Beside<'_> {
    fn node(&self, level: u32, number: u64) -> Result<Hash> {
        let mut hash = Hash::default();
        self.blocks.read_at(node_at(level, number), &mut hash)?;
        Ok(hash)
    }

    fn block(&self, index: u64) -> Result<Hash> {
        Ok(self.entry(index)?.1)
    }
}

fn head(source: &Source<'_>, which: Which) -> Option<Covered> {
    let mut bytes = [0; index::HEAD as usize];
    source.read_at(0, &mut bytes).ok()?;
    Covered::decode(&bytes, which)
}

/// Whether a log has the record with which what is covered ends.
fn ends(log: &Source<'_>, covered: &Covered) -> bool {
    let fits = |record: Record| record.end() == covered.log && record.sum == covered.sum;
    record_at(log, covered.last).is_ok_and(fits)
}

/// How far the files go by their own words, be the log as it may.
pub fn claimed(blocks: &Source<'_>, links: &Source<'_>) -> Option<Covered> {
    let heads = [head(blocks, Which::Blocks), head(links, Which::Links)];
    heads
        .into_iter()
        .flatten()
        .max_by_key(|covered| covered.log)
}

/// The place of a block's record and its hash, from its entry.
pub(super) fn entry_of(bytes: &[u8; ENTRY as usize]) -> (u64, Hash) {
    let (mut at, mut hash) = ([0; 8], Hash::default());
    let all = at.iter_mut().chain(&mut hash);
    all.zip(bytes).for_each(|(to, from)| *to = *from);
    (u64::from_be_bytes(at), hash)
}

/// The error of an index that does not fit.
pub(super) fn unfit() -> Error {
    let wanted = "an index that fits the log";
    Error::new(slug::SKIP_INDEX, wanted, "another")
}

/// The block whose record stands at a place, where it is the one that the index means.
pub(super) fn held(log: &Source<'_>, index: u64, at: u64, hash: &Hash) -> Result<Held> {
    let held = Held::read(&record_at(log, at)?)?;
    if held.block.index() != index || held.block.hash() != hash {
        return Err(unfit());
    }
    Ok(held)
}
