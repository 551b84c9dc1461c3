//! A batch of blocks with all that stands between them in the log.

use std::collections::BTreeMap;
use std::ops::Range;

use sha2::{Digest, Sha256};

use super::roots::{Subtrees, roots};
use super::{BATCH, Check, Fault, bytes_of, twice};
use crate::error::{Error, Place, Result, slug};
use crate::hash::Message;
use crate::skipchain::along::{Parts, head_of, link_of};
use crate::skipchain::block::{Hash, Header};
use crate::skipchain::index::{ENTRY, block_at};
use crate::skipchain::record::{self, Kind, Record, Records, damaged};
use crate::skipchain::tree::Edge;
use crate::skipchain::{Roster, beside};

/// Bytes of blocks that are kept until they are hashed together, and of what is signed until it is
/// judged.
const HELD: usize = 4 << 20;

/// What was found in a batch.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) bytes: u64,
    pub(super) blocks: u64,
    pub(super) links: u64,
    pub(super) rosters: u64,
    pub(super) checkpoints: u64,
    pub(super) heads: Vec<Head>,
    pub(super) faults: Vec<Fault>,
    pub(super) index: Option<&'static str>,
}

/// A checkpoint: its place, the blocks that it is the head of, its checksum.
pub(super) struct Head {
    pub(super) at: u64,
    pub(super) blocks: u64,
    pub(super) sum: u64,
}

/// A block of the batch: where its record begins, and its header.
struct Seen {
    at: u64,
    header: Header,
}

struct Run<'c, 'a> {
    check: Check<'c, 'a>,
    blocks: Range<u64>,
    /// What the index has of the blocks.
    index: Vec<u8>,
    batch: Batch,
    /// Block records that are not hashed yet.
    held: Vec<Record>,
    held_bytes: usize,
    /// By their numbers in the batch.
    seen: BTreeMap<u64, Seen>,
    /// What quorums have signed, not judged yet.
    signed: Vec<Record>,
    signed_bytes: usize,
    /// Whether the roster at a place has a hash.
    rosters: BTreeMap<u64, Option<Hash>>,
}

/// Checks a batch by its number.
pub(super) fn run(check: Check<'_, '_>, number: u64) -> Result<Batch> {
    let start = number * BATCH;
    let blocks = start..check.chain.len().min(start + BATCH);
    let index = block_at(blocks.start)..block_at(blocks.end);
    let mut run = Run {
        check,
        index: check.chain.index_bytes(index)?,
        blocks,
        batch: Batch::default(),
        held: Vec::new(),
        held_bytes: 0,
        seen: BTreeMap::new(),
        signed: Vec::new(),
        signed_bytes: 0,
        rosters: BTreeMap::new(),
    };
    run.walk()?;
    run.hash();
    run.join()?;
    run.batch.faults.sort_by_key(|fault| fault.at);
    Ok(run.batch)
}

impl Run<'_, '_> {
    fn fault(&mut self, at: u64, error: Error) {
        self.batch.faults.push(Fault { at, error });
    }

    /// What the index has of a block of the batch: its place and its hash.
    fn entry(&self, block: u64) -> Option<(u64, Hash)> {
        let within = self.blocks.contains(&block);
        let at = within.then(|| block_at(block) - block_at(self.blocks.start))?;
        let entry = self.index.get(at as usize..)?.first_chunk()?;
        Some(beside::entry_of(entry))
    }

    /// Notes in what the index does not fit: the first counts.
    fn unfit(&mut self, what: &'static str) {
        self.batch.index.get_or_insert(what);
    }

    /// All records of the batch, one after the other; behind damage it goes on at the next block.
    fn walk(&mut self) -> Result<()> {
        let chain = self.check.chain;
        let range = bytes_of(chain, &self.blocks)?;
        if range.start > range.end || range.end > chain.end().at {
            self.unfit("blocks in another order");
            return Ok(());
        }
        self.batch.bytes = range.end - range.start;
        let mut at = range.start;
        while at < range.end {
            let mut records = Records::from(chain.log(), at)?;
            while records.at() < range.end {
                let Some(record) = records.step()? else { break };
                self.take(record)?;
            }
            at = records.at();
            if at < range.end {
                self.fault(at, damaged(at));
                at = self.next_block(at).unwrap_or(range.end);
            }
        }
        if at > range.end {
            self.unfit("blocks at other places");
        }
        Ok(())
    }

    /// Where the first block of the batch behind a place begins.
    fn next_block(&self, at: u64) -> Option<u64> {
        let places = self.blocks.clone().filter_map(|block| self.entry(block));
        places.map(|(place, _)| place).find(|place| *place > at)
    }

    fn take(&mut self, record: Record) -> Result<()> {
        match record.kind {
            Kind::Block => {
                self.held_bytes += record.body.len();
                self.held.push(record);
                if self.held_bytes > HELD {
                    self.hash();
                }
                return Ok(());
            }
            Kind::Roster => {
                self.batch.rosters += 1;
                if let Err(error) = Roster::decode(&record.body) {
                    self.fault(record.at, error.at(Place::Byte(record.at)));
                }
                return Ok(());
            }
            Kind::Link => {
                self.batch.links += 1;
                let (from, level) = link_of(&record).unwrap_or((u64::MAX, 0));
                let there = self.check.chain.link_at(from, level)?;
                if there != Some(record.at) {
                    self.not_here(&record, there);
                }
            }
            Kind::Checkpoint => {
                self.batch.checkpoints += 1;
                self.batch.heads.push(Head {
                    at: record.at,
                    blocks: head_of(&record.body).unwrap_or(0),
                    sum: record.sum,
                });
            }
        }
        self.signed_bytes += record.body.len();
        self.signed.push(record);
        if self.signed_bytes > HELD {
            self.judge()?;
        }
        Ok(())
    }

    /// Has what is signed judged.
    fn judge(&mut self) -> Result<()> {
        self.signed_bytes = 0;
        let signed = std::mem::take(&mut self.signed);
        for (at, error) in self.check.quorums.judge(self.check.chain, &signed)? {
            self.fault(at, error);
        }
        Ok(())
    }

    /// A link that the index has at another place: it stands twice, or the index is wrong.
    fn not_here(&mut self, record: &Record, there: Option<u64>) {
        let other = there.and_then(|at| record::record_at(self.check.chain.log(), at).ok());
        let same =
            other.filter(|other| other.kind == Kind::Link && link_of(other) == link_of(record));
        if same.is_some() {
            self.batch.links -= 1;
            self.fault(record.at, twice(record));
        } else {
            self.unfit("links at other places");
        }
    }

    /// Hashes the blocks that are held: headers and payloads together.
    fn hash(&mut self) {
        self.held_bytes = 0;
        let held = std::mem::take(&mut self.held);
        let mut parts = Vec::with_capacity(held.len());
        for record in &held {
            match Parts::of(record) {
                Ok(part) => parts.push((record.at, part)),
                Err(error) => self.fault(record.at, error),
            }
        }
        let messages = parts
            .iter()
            .flat_map(|(_, part)| [part.encoded, part.payload]);
        let messages: Vec<_> = messages.map(Message::from).collect();
        let mut digests = vec![Hash::default(); messages.len()];
        self.check.engine.sha256(&messages, &mut digests);
        let (pairs, _) = digests.as_chunks::<2>();
        for ((at, part), [hash, payload]) in parts.into_iter().zip(pairs) {
            self.block(at, part, *hash, payload);
        }
    }

    fn block(&mut self, at: u64, part: Parts<'_>, hash: Hash, payload: &Hash) {
        let header = part.header;
        self.batch.blocks += 1;
        let wrong = |wanted: &'static str| {
            let place = Place::Item("block", header.index);
            Error::new(slug::SKIP_BLOCK, wanted, "another").at(place)
        };
        if header.payload != *payload {
            self.fault(at, wrong("the payload that the header names"));
        }
        if self.roster(part.roster_at, at) != Some(header.roster) {
            self.fault(at, wrong("the roster that the header names"));
        }
        let chain = self.check.chain;
        if header.index > 0 && header.chain != *chain.id() {
            self.fault(at, wrong("a block of this chain"));
        }
        if header.shape != chain.shape() {
            self.fault(at, wrong("the base and the height of the chain"));
        }
        if self.entry(header.index) != Some((at, hash)) {
            self.unfit("blocks at other places, or other hashes");
        }
        self.seen.insert(header.index, Seen { at, header });
    }

    /// The hash of the roster at a place, which must be before the block.
    fn roster(&mut self, roster_at: u64, at: u64) -> Option<Hash> {
        let log = self.check.chain.log();
        let read = || {
            let record = record::record_at(log, roster_at).ok()?;
            let hash = Hash::from(Sha256::digest(&record.body));
            (record.kind == Kind::Roster).then_some(hash)
        };
        // Blocks may name any places: what is kept of them is bounded.
        if self.rosters.len() > 1000 {
            self.rosters.clear();
        }
        let found = *self.rosters.entry(roster_at).or_insert_with(read);
        found.filter(|_| roster_at < at)
    }

    /// What the blocks say of each other: links back and roots, and the nodes in the index.
    fn join(&mut self) -> Result<()> {
        let chain = self.check.chain;
        let start = self.blocks.start;
        let hashes = self.blocks.clone().map(|block| Some(self.entry(block)?.1));
        let Some(hashes) = hashes.collect::<Option<Vec<Hash>>>() else {
            return Err(beside::unfit());
        };
        let tree = Subtrees::over(&hashes, self.check.engine);
        if !self.nodes_fit(&tree)? {
            self.unfit("nodes of another tree");
        }
        let edge = Edge::of(start, chain)?;
        let roots = roots(&tree, edge.peaks(), self.check.engine);
        let mut faults = Vec::new();
        for (number, seen) in &self.seen {
            let wrong = |wanted: &'static str| {
                let error = Error::new(slug::SKIP_BLOCK, wanted, "another");
                let error = error.at(Place::Item("block", *number));
                Fault { at: seen.at, error }
            };
            let place = number.checked_sub(start).map(|place| place as usize);
            let Some(root) = place.and_then(|place| roots.get(place)) else {
                continue;
            };
            if seen.header.tree != *root {
                faults.push(wrong("the root over all blocks before"));
            }
            for (to, hash) in chain.shape().back(*number).zip(&seen.header.back) {
                let here = to
                    .checked_sub(start)
                    .and_then(|place| hashes.get(place as usize));
                let wanted = match here {
                    Some(here) => *here,
                    None => chain.entry(to)?.1,
                };
                if *hash != wanted {
                    faults.push(wrong("links to the blocks before"));
                }
            }
        }
        self.batch.faults.extend(faults);
        self.judge()
    }

    /// Whether the nodes that the blocks of the batch complete are what their children hash to.
    fn nodes_fit(&self, tree: &Subtrees) -> Result<bool> {
        use crate::skipchain::tree::{Nodes as _, node};
        let chain = self.check.chain;
        let start = self.blocks.start;
        for block in self.blocks.clone() {
            let at = (block_at(block) - block_at(start) + ENTRY) as usize;
            for level in 1..=block.trailing_ones() {
                let place = at + 32 * (level as usize - 1);
                let stated = self.index.get(place..).and_then(<[u8]>::first_chunk::<32>);
                let number = block >> level;
                let here = tree.node(level, number - (start >> level));
                let wanted = if let Some(wanted) = here {
                    *wanted
                } else {
                    // Above the batch, its children are nodes of the index that are checked like it.
                    let left = chain.whole(level - 1, 2 * number)?;
                    node(&left, &chain.whole(level - 1, 2 * number + 1)?)
                };
                if stated != Some(&wanted) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}
