//! Going along a log record by record, be they read or written: what the index beside it is to hold.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::FileExt;

use super::block::{Block, Hash, Header};
use super::grow::{Content, Growing};
use super::index::{Covered, Which, block_at, entry, link_at};
use super::record::{self, HEAD, Kind, Record};
use super::shape::Shape;
use super::tree::Nodes;
use crate::error::{Error, Place, Result, slug};

/// The body of a block's record, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The block.
    pub block: Block,
    /// Where the record of its roster begins.
    pub roster_at: u64,
    /// Its payload.
    pub payload: Vec<u8>,
}

/// The same where it lies, its header not hashed yet.
pub(super) struct Parts<'a> {
    pub(super) roster_at: u64,
    pub(super) header: Header,
    /// The header as it is hashed.
    pub(super) encoded: &'a [u8],
    pub(super) payload: &'a [u8],
}

impl<'a> Parts<'a> {
    /// From a record. That the payload is the one of the header is not looked at, only its length.
    pub(super) fn of(record: &'a Record) -> Result<Self> {
        let at = |error: Error| error.at(Place::Byte(record.at));
        let wrong = |wanted, found| at(Error::new(slug::SKIP_LOG, wanted, found));
        if record.kind != Kind::Block {
            return Err(wrong("the record of a block", "one of another kind"));
        }
        let Some((roster_at, rest)) = record.body.split_first_chunk::<8>() else {
            return Err(wrong("a whole block", "too few bytes"));
        };
        let (header, used) = Header::decode(rest).map_err(at)?;
        let (encoded, payload) = rest.split_at_checked(used).unwrap_or_default();
        if payload.len() as u64 != header.payload_bytes {
            return Err(wrong("a payload as long as the header says", "another"));
        }
        Ok(Self {
            roster_at: u64::from_be_bytes(*roster_at),
            header,
            encoded,
            payload,
        })
    }
}

impl Held {
    /// From a record. That the payload is the one of the header is not looked at, only its length.
    pub fn read(record: &Record) -> Result<Self> {
        let parts = Parts::of(record)?;
        Ok(Self {
            block: Block::of(parts.header),
            roster_at: parts.roster_at,
            payload: parts.payload.to_vec(),
        })
    }
}

/// The block from which a link leads, and its level: what the body of its record begins with, 8 bytes
/// and one.
pub fn link_of(record: &Record) -> Option<(u64, u8)> {
    let (from, rest) = record.body.split_first_chunk::<8>()?;
    Some((u64::from_be_bytes(*from), *rest.first()?))
}

/// The blocks that a checkpoint is the head of: its second line. That it is one is not looked at.
pub fn head_of(body: &[u8]) -> Option<u64> {
    let line = body.split(|byte| *byte == b'\n').nth(1)?;
    std::str::from_utf8(line).ok()?.parse().ok()
}

/// How far along a log we are, and what the index lacks.
#[derive(Clone, Debug, Default)]
pub struct Along {
    growing: Option<Growing>,
    /// What the files of the index hold.
    base: Covered,
    /// What they will hold with what is kept here.
    now: Covered,
    entries: Vec<u8>,
    links: BTreeMap<u64, u64>,
}

impl Along {
    /// Before the first record of a log.
    pub fn new() -> Self {
        Self::default()
    }

    /// Behind the first line of a log that is begun: a chain of this shape, named by 32 random bytes.
    pub fn begin(shape: Shape, seed: Hash) -> Self {
        Self {
            growing: Some(Growing::new(shape, seed)),
            now: Covered {
                log: record::FIRST.len() as u64,
                ..Covered::default()
            },
            ..Self::default()
        }
    }

    /// Where an index ends.
    pub fn after(covered: Covered, shape: Shape, nodes: &dyn Nodes) -> Result<Self> {
        Ok(Self {
            growing: Some(Growing::after(shape, covered.blocks, nodes)?),
            base: covered,
            now: covered,
            ..Self::default()
        })
    }

    /// What the files of the index hold.
    pub fn base(&self) -> &Covered {
        &self.base
    }

    /// What was gone along so far; its length of the log is where the next record begins.
    pub fn now(&self) -> &Covered {
        &self.now
    }

    /// The end of the chain; `None` before its first block.
    pub fn growing(&self) -> Option<&Growing> {
        self.growing.as_ref()
    }

    /// Bytes of the file of blocks behind what stands in it.
    pub fn entries(&self) -> &[u8] {
        &self.entries
    }

    /// The place of a link's record, by the place of its slot, where the file does not have it yet.
    pub fn link(&self, slot: u64) -> Option<u64> {
        self.links.get(&slot).copied()
    }

    /// Goes past a record that is read.
    pub fn pass(&mut self, record: &Record) -> Result<()> {
        match record.kind {
            Kind::Roster => {}
            Kind::Block => {
                let block = Held::read(record)?.block;
                let header = block.header();
                let begun = || Growing::new(header.shape, header.chain);
                let nodes = self.growing.get_or_insert_with(begun).pass(&block);
                let nodes = nodes.map_err(|error| within(record.at, error))?;
                self.add_block(record.at, &block, &nodes);
            }
            Kind::Link => self.add_link(record)?,
            Kind::Checkpoint => {
                let blocks = head_of(&record.body).filter(|blocks| *blocks <= self.now.blocks);
                let blocks = blocks.unwrap_or(0);
                if blocks >= self.now.head {
                    (self.now.checkpoint, self.now.head) = (record.at, blocks);
                }
            }
        }
        self.now.log = record.end();
        (self.now.last, self.now.sum) = (record.at, record.sum);
        Ok(())
    }

    /// Writes the next block behind `to`, which stands at the end of the log. `None` where no chain is
    /// begun.
    pub fn push(
        &mut self,
        to: &mut Vec<u8>,
        roster_at: u64,
        content: &Content,
        payload: &[u8],
    ) -> Option<Block> {
        let at = self.now.log;
        let (block, nodes) = self.growing.as_mut()?.push(content);
        self.add_block(at, &block, &nodes);
        let header = block.header().encode();
        let body = [&roster_at.to_be_bytes()[..], &header, payload].concat();
        (self.now.last, self.now.sum) = (at, record::push(to, Kind::Block, &body));
        self.now.log += HEAD + body.len() as u64;
        Some(block)
    }

    /// Writes another record behind `to`; its place.
    pub fn push_other(&mut self, to: &mut Vec<u8>, kind: Kind, body: &[u8]) -> Result<u64> {
        let record = Record {
            kind,
            at: self.now.log,
            sum: record::sum_of(kind, body),
            body: body.to_vec(),
        };
        self.pass(&record)?;
        record::push(to, kind, body);
        Ok(record.at)
    }

    fn add_block(&mut self, at: u64, block: &Block, nodes: &[Hash]) {
        self.entries.extend(entry(at, block.hash(), nodes));
        self.now.blocks += 1;
        self.now.chain = *block.chain();
    }

    fn add_link(&mut self, record: &Record) -> Result<()> {
        let slot = link_of(record).and_then(|(from, level)| {
            let shape = self.growing.as_ref()?.shape();
            let to = from.checked_add(shape.span(level)?)?;
            let fits = level < shape.height(from) && to < self.now.blocks;
            link_at(shape, from, level).filter(|_| fits)
        });
        let Some(slot) = slot else {
            let wanted = "a link between two blocks before it";
            let error = Error::new(slug::SKIP_LOG, wanted, "another");
            return Err(error.at(Place::Byte(record.at)));
        };
        self.links.insert(slot, record.at);
        self.now.links += 1;
        Ok(())
    }

    /// Bytes of the log that the files don't cover.
    pub fn behind(&self) -> u64 {
        self.now.log - self.base.log
    }

    /// Writes what the files lack. Until [`Along::seal`] nothing counts of it.
    pub fn write(&mut self, blocks: &File, links: &File) -> Result<()> {
        let unwritable = |e: std::io::Error| Error::io(slug::UNWRITABLE, &e);
        let at = block_at(self.base.blocks);
        blocks.write_all_at(&self.entries, at).map_err(unwritable)?;
        let mut run: (u64, Vec<u8>) = (0, Vec::new());
        for (slot, place) in &self.links {
            if run.0 + run.1.len() as u64 != *slot {
                links.write_all_at(&run.1, run.0).map_err(unwritable)?;
                run = (*slot, Vec::new());
            }
            run.1.extend(place.to_be_bytes());
        }
        links.write_all_at(&run.1, run.0).map_err(unwritable)?;
        self.entries.clear();
        self.links.clear();
        self.base = self.now;
        Ok(())
    }

    /// Writes the heads of both files, so that what stands in them counts. `durable`: only once that is
    /// on the disk.
    pub fn seal(&self, blocks: &File, links: &File, durable: bool) -> Result<()> {
        let sealed = || {
            for file in [blocks, links] {
                if durable {
                    file.sync_data()?;
                }
            }
            blocks.write_all_at(&self.base.encode(Which::Blocks), 0)?;
            links.write_all_at(&self.base.encode(Which::Links), 0)
        };
        sealed().map_err(|e: std::io::Error| Error::io(slug::UNWRITABLE, &e))
    }
}

/// An error of a block, with the place of its record.
fn within(at: u64, error: Error) -> Error {
    let wanted = format!("{}{}", error.place, error.wanted);
    Error {
        wanted: wanted.into(),
        ..error
    }
    .at(Place::Byte(at))
}
