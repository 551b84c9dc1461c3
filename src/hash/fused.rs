//! SHA-1 of pieces and SHA-256 of their leaves in one pass: pieces side by side, leaf by leaf.

use std::array;

use super::kernel::{Both, START_1, START_256, last_block, schedule256};
use super::schedule::{Job, column};
use super::{Hash256, Message, Padded, bytes_of};

/// What the pass leaves over: pieces with their state so far, and leaves with their place.
#[derive(Default)]
pub(super) struct Left<'a> {
    pub(super) pieces: Vec<Job<'a, 5>>,
    pub(super) leaves: Vec<Job<'a, 8>>,
}

impl<'a> Left<'a> {
    /// All of it.
    pub(super) fn all(pieces: &[Padded<'a>], leaf: usize) -> Self {
        let mut left = Self::default();
        for piece in numbered(pieces, leaf) {
            piece.leave(START_1, 0, leaf, &mut left);
        }
        left
    }
}

/// A piece in a lane.
#[derive(Clone, Copy)]
struct Piece<'a> {
    bytes: &'a [u8],
    /// Zeros behind its bytes.
    zeros: u64,
    /// Its number.
    slot: usize,
    /// The number of its first leaf.
    first: usize,
}

impl<'a> Piece<'a> {
    /// Hands on what follows its first `done` leaves.
    fn leave(self, state: [u32; 5], done: usize, leaf: usize, left: &mut Left<'a>) {
        left.pieces.push(Job {
            message: Message::from(self.bytes),
            zeros: self.zeros,
            done: (done * leaf / 64) as u64,
            state,
            slot: self.slot,
        });
        let rest = self.bytes.get(done * leaf..).unwrap_or_default();
        for (i, bytes) in rest.chunks(leaf).enumerate() {
            left.leaves.push(Job {
                message: Message::from(bytes),
                zeros: 0,
                done: 0,
                state: START_256,
                slot: self.first + done + i,
            });
        }
    }
}

fn numbered<'a>(pieces: &[Padded<'a>], leaf: usize) -> impl Iterator<Item = Piece<'a>> {
    let mut next = 0;
    pieces.iter().enumerate().map(move |(slot, piece)| {
        let Padded { bytes, zeros } = *piece;
        let first = next;
        next += bytes.len().div_ceil(leaf);
        Piece {
            bytes,
            zeros,
            slot,
            first,
        }
    })
}

/// Hashes whole leaves of pieces in lanes as long as `least` are busy, and returns what is left.
/// `leaf` must be a multiple of 64.
pub(super) fn run<'a, const N: usize>(
    kernel: impl Both<N>,
    least: usize,
    pieces: &[Padded<'a>],
    leaf: usize,
    leaves: &mut [Hash256],
) -> Left<'a> {
    let mut pieces: Vec<_> = numbered(pieces, leaf).collect();
    // Pieces of like length keep each other company to their end.
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.bytes.len() / leaf));
    let mut left = Left::default();
    let schedule = schedule256(last_block(leaf as u64));
    for group in pieces.chunks(N) {
        let mut lanes = Lanes {
            sha1: START_1.map(|word| [word; N]),
            group,
            leaf,
        };
        lanes.run(kernel, least, &schedule, leaves, &mut left);
    }
    left
}

/// Pieces side by side, the longest first, with the state of SHA-1 after as many leaves of each.
struct Lanes<'p, 'a, const N: usize> {
    sha1: [[u32; N]; 5],
    group: &'p [Piece<'a>],
    leaf: usize,
}

impl<'a, const N: usize> Lanes<'_, 'a, N> {
    fn run(
        &mut self,
        kernel: impl Both<N>,
        least: usize,
        schedule: &[u32; 64],
        leaves: &mut [Hash256],
        left: &mut Left<'a>,
    ) {
        for done in 0.. {
            let busy = self.busy(done);
            let busy = if busy < least.max(1) { 0 } else { busy };
            self.leave(busy, done, left);
            if busy == 0 {
                return;
            }
            let at = done * self.leaf;
            let mut pieces = self
                .group
                .iter()
                .map(|piece| piece.bytes.get(at..).unwrap_or_default());
            let any = pieces.next().unwrap_or_default();
            let streams = array::from_fn(|n| {
                if n == 0 {
                    any
                } else {
                    pieces.next().unwrap_or(any)
                }
            });
            let mut sha256 = START_256.map(|word| [word; N]);
            kernel.both(&mut self.sha1, &mut sha256, streams, self.leaf / 64);
            kernel.same(&mut sha256, schedule);
            for (n, piece) in self.group.iter().enumerate() {
                if let Some(digest) = leaves.get_mut(piece.first + done) {
                    *digest = bytes_of(column(&sha256, n));
                }
            }
        }
    }

    /// Pieces with a whole leaf after `done`.
    fn busy(&self, done: usize) -> usize {
        let whole = |piece: &&Piece<'_>| piece.bytes.len() / self.leaf > done;
        self.group.iter().filter(whole).count()
    }

    /// Hands on all pieces after the first `busy`.
    fn leave(&mut self, busy: usize, done: usize, left: &mut Left<'a>) {
        let (stay, go) = self
            .group
            .split_at_checked(busy)
            .unwrap_or((self.group, &[]));
        for (n, piece) in go.iter().enumerate() {
            piece.leave(column(&self.sha1, busy + n), done, self.leaf, left);
        }
        self.group = stay;
    }
}
