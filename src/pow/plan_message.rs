//! What messages with neighbouring counters share, worked out for the miner's kernels: messages in
//! one aligned run of counters differ in one or two words, and their words come from a table.

use std::ops::Range;
use std::sync::OnceLock;

use crate::hash::kernel::{K1, K256, START_1, START_256, schedule256};

use super::kernel::{BATCH, round1, round256, sum, zero_bits};
use super::nonce::NonceEncoding;
use super::target::Target;

/// How many counters make a run: those whose last digits (or bits) are free, and the bytes that
/// these stand in, counted from the end of the written counter.
fn run_of(nonce: NonceEncoding) -> (u64, Range<usize>) {
    match nonce {
        NonceEncoding::Dec => (10_000, 0..4),
        NonceEncoding::Hex => (1 << 12, 0..3),
        NonceEncoding::Le64 => (1 << 12, 6..8),
        NonceEncoding::Be64 => (1 << 12, 0..2),
        // The last letter has 4 bits of the counter, the one before it 6; then comes a `=`.
        NonceEncoding::B64 => (1 << 10, 1..3),
    }
}

/// A block of the message: its words, those that differ being zero in all bits that do.
#[derive(Clone, Debug)]
pub(super) struct Block<'a> {
    pub(super) words: [u32; 16],
    /// Words with what is different in each message of the run, up to two.
    pub(super) columns: Vec<(usize, &'a [u32])>,
    /// Where all messages have the same block: words and constants of SHA-256's rounds.
    pub(super) sums: [u32; 64],
}

/// A run of messages. `W` is the number of words in a state.
#[derive(Clone, Debug)]
pub(super) struct Plan<'a, const W: usize> {
    /// The state before the first block.
    pub(super) feed: [u32; W],
    /// The state in the first block behind the rounds whose words are the same in all messages.
    pub(super) start: [u32; W],
    /// How many times four rounds these are; SHA-1 begins at the first.
    pub(super) quarter: usize,
    /// The first block that differs, and all behind it.
    pub(super) blocks: Vec<Block<'a>>,
    /// Whether the digest is hashed once more.
    pub(super) twice: bool,
    /// Bits of the first digest word that are zero in every solution.
    pub(super) mask: u32,
}

/// A run of messages whose only different word is word 12 of their last block, which is what a
/// stamp can be made to: SHA-1's schedule is linear, so that every later word is that of the
/// run's first message, and some rotations of the different word.
#[derive(Clone, Debug)]
pub(super) struct Stamp<'a> {
    pub(super) feed: [u32; 5],
    /// The state behind round 11.
    pub(super) start: [u32; 5],
    pub(super) words: [u32; 80],
    /// Words and constants summed.
    pub(super) sums: [u32; 80],
    pub(super) column: &'a [u32],
    pub(super) mask: u32,
}

/// The word of a stamp that differs.
pub(super) const STAMP_WORD: usize = 12;

/// The messages of a puzzle, and the tables that they share.
pub(super) struct Messages {
    prefix: Vec<u8>,
    suffix: Vec<u8>,
    nonce: NonceEncoding,
    /// Which bits differ in each of the bytes that do.
    masks: Vec<u8>,
    /// By the place of the first byte that differs in its word: the columns of its word and the
    /// next.
    tables: [OnceLock<[Vec<u32>; 2]>; 4],
}

/// A run of messages as bytes: what follows the blocks that are the same throughout.
struct Run {
    /// The message with its padding, all different bits zero.
    bytes: Vec<u8>,
    /// Where the first byte that differs stands.
    at: usize,
}

/// Which bits differ in each of the bytes that do.
fn masks(nonce: NonceEncoding) -> Vec<u8> {
    let (count, bytes) = run_of(nonce);
    // Any run but the first, whose counters are short.
    let zero = different(nonce, count);
    let mut masks = vec![0; bytes.len()];
    for counter in count..2 * count {
        for ((mask, one), zero) in masks.iter_mut().zip(different(nonce, counter)).zip(&zero) {
            *mask |= one ^ zero;
        }
    }
    masks
}

/// The bytes of a counter that differ.
fn different(nonce: NonceEncoding, counter: u64) -> Vec<u8> {
    let (_, different) = run_of(nonce);
    let written = nonce.write(counter);
    let bytes = written.as_bytes();
    let start = bytes.len().saturating_sub(different.end);
    let bytes = bytes.iter().skip(start).take(different.len());
    bytes.copied().collect()
}

impl Messages {
    pub(super) fn new(prefix: &[u8], suffix: &[u8], nonce: NonceEncoding) -> Self {
        Self {
            prefix: prefix.to_vec(),
            suffix: suffix.to_vec(),
            nonce,
            masks: masks(nonce),
            tables: Default::default(),
        }
    }

    /// Counters in a run.
    pub(super) fn run(&self) -> u64 {
        run_of(self.nonce).0
    }

    /// The run of counters from `first`, a multiple of [`Messages::run`]; none where they are not
    /// written in the same number of bytes.
    fn layout(&self, first: u64) -> Option<Run> {
        let (count, different) = run_of(self.nonce);
        let written = self.nonce.write(first);
        let last = self.nonce.write(first.checked_add(count - 1)?);
        let (written, last) = (written.as_bytes(), last.as_bytes());
        if written.len() != last.len() {
            return None;
        }
        let mut bytes = [&*self.prefix, written, &*self.suffix].concat();
        let bits = 8 * bytes.len() as u64;
        let end = self.prefix.len() + written.len();
        let at = end - different.end;
        for (byte, mask) in bytes.iter_mut().skip(at).zip(&self.masks) {
            *byte &= !mask;
        }
        bytes.push(0x80);
        bytes.resize((bytes.len() + 8).next_multiple_of(64) - 8, 0);
        bytes.extend(bits.to_be_bytes());
        Some(Run { bytes, at })
    }

    /// The columns, whose bytes begin at place `at` of a word.
    fn table(&self, at: usize) -> Option<&[Vec<u32>; 2]> {
        let fill = || {
            let (count, _) = run_of(self.nonce);
            let rows = count.next_multiple_of(BATCH as u64) as usize;
            let mut columns = [vec![0; rows], vec![0; rows]];
            let [first, second] = &mut columns;
            for ((first, second), counter) in first.iter_mut().zip(second).zip(count..2 * count) {
                let mut words = [0; 8];
                let bytes = different(self.nonce, counter).into_iter().zip(&self.masks);
                for (to, (byte, mask)) in words.iter_mut().skip(at % 4).zip(bytes) {
                    *to = byte & mask;
                }
                let mut words = words
                    .as_chunks::<4>()
                    .0
                    .iter()
                    .map(|word| u32::from_be_bytes(*word));
                *first = words.next().unwrap_or_default();
                *second = words.next().unwrap_or_default();
            }
            columns
        };
        self.tables.get(at % 4).map(|table| table.get_or_init(fill))
    }

    /// The blocks of a run, and the number of those that are the same throughout.
    fn blocks(&self, run: &Run) -> Option<(usize, Vec<Block<'_>>)> {
        let (_, different) = run_of(self.nonce);
        let table = self.table(run.at)?;
        let columns = table
            .iter()
            .zip(run.at / 4..=(run.at + different.len() - 1) / 4);
        let same = run.at / 64;
        let mut blocks = Vec::new();
        for (number, bytes) in run.bytes.as_chunks::<64>().0.iter().enumerate().skip(same) {
            let mut words = [0; 16];
            for (word, bytes) in words.iter_mut().zip(bytes.as_chunks().0) {
                *word = u32::from_be_bytes(*bytes);
            }
            let here = columns.clone().filter(|(_, word)| word / 16 == number);
            blocks.push(Block {
                words,
                columns: here.map(|(column, word)| (word % 16, &**column)).collect(),
                sums: schedule256(words),
            });
        }
        Some((same, blocks))
    }

    /// The run of counters from `first` under SHA-256; none where they can't make one.
    pub(super) fn plan256(&self, first: u64, twice: bool, target: Target) -> Option<Plan<'_, 8>> {
        let run = self.layout(first)?;
        let (same, blocks) = self.blocks(&run)?;
        let mut feed = START_256;
        let (before, _) = run.bytes.as_chunks().0.split_at_checked(same)?;
        sha2::block_api::compress256(&mut feed, before);
        let block = blocks.first()?;
        let quarter = block.columns.first()?.0 / 4;
        let known = block.words.iter().zip(K256).take(4 * quarter);
        let start = known.fold(feed, |state, (word, k)| round256(state, sum([*word, k])));
        Some(Plan {
            feed,
            start,
            quarter,
            blocks,
            twice,
            mask: zero_bits(target),
        })
    }

    /// The same under SHA-1.
    pub(super) fn plan1(&self, first: u64, target: Target) -> Option<Plan<'_, 5>> {
        let run = self.layout(first)?;
        let (same, blocks) = self.blocks(&run)?;
        let mut feed = START_1;
        let (before, _) = run.bytes.as_chunks().0.split_at_checked(same)?;
        sha1::block_api::compress(&mut feed, before);
        Some(Plan {
            feed,
            start: feed,
            quarter: 0,
            blocks,
            twice: false,
            mask: zero_bits(target),
        })
    }
}

impl<'a> Plan<'a, 5> {
    /// The plan as a stamp, where it is one.
    pub(super) fn stamp(&self) -> Option<Stamp<'a>> {
        let [block] = &*self.blocks else { return None };
        let [(STAMP_WORD, column), rest @ ..] = &*block.columns else {
            return None;
        };
        if !rest.is_empty() {
            return None;
        }
        let mut words = [0; 80];
        let mut sums = [0; 80];
        let mut last = block.words;
        for (i, (word, sum)) in words.iter_mut().zip(&mut sums).enumerate() {
            let [w0, _, w2, _, _, _, _, _, w8, _, _, _, _, w13, ..] = last;
            *word = w0;
            let k = K1.get(i / 20).copied().unwrap_or_default();
            *sum = w0.wrapping_add(k);
            last.rotate_left(1);
            if let Some(last) = last.last_mut() {
                *last = (w13 ^ w8 ^ w2 ^ w0).rotate_left(1);
            }
        }
        let known = sums.iter().take(STAMP_WORD);
        let start = known.fold(self.feed, |state, kw| round1(state, *kw));
        Some(Stamp {
            feed: self.feed,
            start,
            words,
            sums,
            column,
            mask: self.mask,
        })
    }
}
