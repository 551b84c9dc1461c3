//! Whether all of a chain is right: every record, header, payload, link and root, by all cores and many
//! hashes at a time. A node of the index is right where it is the hash of its two children, and an entry
//! where it has the hash of its block: so each part is checked for itself, and all together are the
//! tree. Where the index is wrong nothing can be said by it: it is built anew first.

use std::ops::Range;

use super::along::link_of;
use super::record::{FIRST, Record, Records};
use super::store::Chain;
use crate::deal::{self, Deal};
use crate::error::{Error, Place, Result, slug};
use crate::hash::Engine;
use crate::source::Source;
use crate::watch::{Step, Watch};

use batch::Batch;
pub use signatures::{Checkpoint, Signatures};

mod batch;
mod roots;
mod signatures;
#[cfg(test)]
mod tests;

/// Blocks that are checked together: a power of two, so that whole subtrees are in one.
pub(super) const BATCH: u64 = 1 << LEVELS;
/// Levels of the tree above the leaves of a batch.
pub(super) const LEVELS: u32 = 12;
/// Faults that are told; more are counted.
const TOLD: usize = 100;

/// Who judges what quorums have signed.
pub trait Quorums: Sync {
    /// What is wrong with these records, links and checkpoints: the place of each, and why.
    fn judge(&self, chain: &Chain<'_>, records: &[Record]) -> Result<Vec<(u64, Error)>>;
}

/// Something in a log that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The byte of the log at which the record begins.
    pub at: u64,
    /// What it is.
    pub error: Error,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Blocks.
    pub blocks: u64,
    /// Links that are made.
    pub links: u64,
    /// Links that are not.
    pub missing: u64,
    /// Rosters.
    pub rosters: u64,
    /// Checkpoints.
    pub checkpoints: u64,
    /// The first faults, in the order of the log.
    pub faults: Vec<Fault>,
    /// How many there are.
    pub faulty: u64,
    /// In what the index does not fit the log; then nothing else counts.
    pub index: Option<&'static str>,
    /// Blocks of the furthest checkpoint so far, and the checksums of those that have as many.
    head: (u64, Vec<u64>),
}

impl Checked {
    /// One fault more.
    pub fn fault(&mut self, at: u64, error: Error) {
        self.faulty += 1;
        if self.faults.len() < TOLD {
            self.faults.push(Fault { at, error });
        }
    }

    fn add(&mut self, mut batch: Batch) {
        self.order(&mut batch);
        self.blocks += batch.blocks;
        self.links += batch.links;
        self.rosters += batch.rosters;
        self.checkpoints += batch.checkpoints;
        self.faulty += batch.faults.len() as u64;
        let room = TOLD.saturating_sub(self.faults.len());
        self.faults.extend(batch.faults.into_iter().take(room));
        self.index = self.index.or(batch.index);
    }
}

impl Checked {
    /// Heads go on, and none stands twice.
    fn order(&mut self, batch: &mut Batch) {
        let (furthest, sums) = &mut self.head;
        for head in &batch.heads {
            let wrong = if head.blocks < *furthest {
                let found = format!("one of {} behind one of {furthest}", head.blocks);
                Some(("heads of no fewer blocks than those before", found))
            } else if head.blocks == *furthest && sums.contains(&head.sum) {
                Some(("each head once", "the same again".to_owned()))
            } else {
                None
            };
            if let Some((wanted, found)) = wrong {
                let error = Error::new(slug::SKIP_LOG, wanted, found);
                let error = error.at(Place::Byte(head.at));
                batch.faults.push(Fault { at: head.at, error });
                continue;
            }
            if head.blocks > *furthest {
                (*furthest, *sums) = (head.blocks, Vec::new());
            }
            sums.push(head.sum);
        }
        batch.faults.sort_by_key(|fault| fault.at);
    }
}

/// How a chain is checked.
#[derive(Clone, Copy)]
pub(super) struct Check<'c, 'a> {
    chain: &'c Chain<'a>,
    engine: Engine,
    quorums: &'c dyn Quorums,
}

/// Checks all of a chain, on all threads of the engine.
pub fn check(
    chain: &Chain<'_>,
    engine: Engine,
    quorums: &dyn Quorums,
    watch: &dyn Watch,
) -> Result<Checked> {
    let check = Check {
        chain,
        engine,
        quorums,
    };
    let mut checked = Checked::default();
    let batches = 0..chain.len().div_ceil(BATCH);
    deal::ordered(
        batches,
        Deal::singly(engine.threads(), 2),
        || (),
        |(), numbers| -> Result<Vec<Batch>> {
            let one = |number| batch::run(check, number);
            numbers.into_iter().map(one).collect()
        },
        |found| {
            for batch in found? {
                watch.advance(batch.bytes);
                checked.add(batch);
            }
            if watch.stopped() {
                return Err(Error::new(slug::STOPPED, "", "stopped"));
            }
            Ok(())
        },
    )?;
    chain.log().check()?;
    let missing = chain.missing();
    for hop in missing {
        hop?;
        checked.missing += 1;
    }
    let counted = checked.missing + checked.links == chain.possible();
    let now = chain.along().now();
    let filled = chain.slots()? == chain.along().base().links;
    let counted = counted && filled && now.links == checked.links;
    if checked.faulty == 0 && !counted {
        checked.index = checked.index.or(Some("links that the log has not"));
    }
    if watch.narrates() {
        tell(chain, &checked, watch);
    }
    Ok(checked)
}

/// What is wrong in a log that could not be gone along for `first`, and that no index leads through:
/// that, and each place behind it where no whole record is. One that has a hundred has more.
pub fn survey(log: &Source<'_>, first: Error) -> Result<Checked> {
    let mut checked = Checked::default();
    let from = match first.place {
        Place::Byte(at) => at,
        _ => 0,
    };
    checked.fault(from, first);
    let mut records = Records::from(log, from)?;
    while checked.faults.len() < TOLD {
        while records.step()?.is_some() {}
        let at = records.at();
        match records.end() {
            Ok(_) => break,
            Err(error) if error.slug != slug::SKIP_LOG => return Err(error),
            Err(_) if at == from => {}
            Err(error) => checked.fault(at, error),
        }
        let Some(next) = records.later()? else { break };
        records = Records::from(log, next)?;
    }
    Ok(checked)
}

fn tell(chain: &Chain<'_>, checked: &Checked, watch: &dyn Watch) {
    use crate::codec::hex;
    let why = "each record fits its checksum, each header hashes to what those behind it link to, each \
               payload and roster to what its header names";
    let step = Step::new("blocks", why).value("blocks", checked.blocks);
    watch.step(&step.value("bytes", chain.end().at));
    let root = super::tree::root(chain.len(), chain);
    let why = "each header has the root over all blocks before it; this one is over all there are";
    let root = root.map_or_else(|error| error.to_string(), |root| hex::encode(&root));
    watch.step(&Step::new("tree", why).value("root", root));
    let why = "a link may lead from block i to i + base^level, on each level below the height of i";
    let step = Step::new("links", why).value("possible", chain.possible());
    let step = step.value("made", checked.links);
    watch.step(&step.value("missing", checked.missing));
}

/// The bytes of the log that belong to a batch of blocks: up to the first block of the next.
pub(super) fn bytes_of(chain: &Chain<'_>, blocks: &Range<u64>) -> Result<Range<u64>> {
    let start = match blocks.start {
        0 => FIRST.len() as u64,
        first => chain.entry(first)?.0,
    };
    let end = match blocks.end {
        end if end >= chain.len() => chain.end().at,
        next => chain.entry(next)?.0,
    };
    Ok(start..end)
}

/// The error of a link that stands twice.
pub(super) fn twice(record: &Record) -> Error {
    let (from, level) = link_of(record).unwrap_or_default();
    let found = format!("another from block {from} on level {level}");
    Error::new(slug::SKIP_LOG, "each link once", found).at(Place::Byte(record.at))
}
