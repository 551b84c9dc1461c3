//! What the miner's kernels do, and what is worked out for them beforehand, once a puzzle.
//!
//! A kernel takes [`BATCH`] counters in a call and answers with a bit for each that may solve the
//! puzzle: all solutions, and some more. What it costs at least is counted from the kernel's own
//! text: see `kernel_count`.

use crate::hash::kernel::{K256, START_256};

use super::plan_header::{Tail, Version};
use super::plan_message::{Plan, Stamp};
use super::target::Target;

/// Counters in one call; the lanes of every kernel divide it.
pub(super) const BATCH: usize = 64;

/// A way to hash many messages that differ in a counter.
pub(super) trait Kernel: Send + Sync {
    /// SHA-256d of headers with the nonces from `first`, a multiple of [`BATCH`].
    fn header(&self, tail: &Tail, version: &Version, first: u32) -> u64;

    /// The same for many versions, which share the schedule of the second block: an answer each.
    fn rolled(&self, tail: &Tail, versions: &[Version], first: u32, hits: &mut [u64]);

    /// SHA-256 or SHA-256d of messages, by the rows of the plan's columns from `row`, a multiple of
    /// [`BATCH`].
    fn sha256(&self, plan: &Plan<8>, row: usize) -> u64;

    /// SHA-1 of messages, likewise.
    fn sha1(&self, plan: &Plan<5>, row: usize) -> u64;

    /// SHA-1 of stamps, likewise.
    fn stamp(&self, plan: &Stamp, row: usize) -> u64;
}

/// The bits of a digest's first word that are zero in every solution, at the highest place first.
pub(super) fn zero_bits(target: Target) -> u32 {
    let bits = target.zero_bits().min(32);
    !u32::MAX.checked_shr(bits).unwrap_or(0)
}

/// What the schedule takes of the word 15 back.
pub(super) const fn small0(x: u32) -> u32 {
    x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3)
}

/// What it takes of the word 2 back.
pub(super) const fn small1(x: u32) -> u32 {
    x.rotate_right(17) ^ x.rotate_right(19) ^ (x >> 10)
}

/// Sums of words, as the hashes take them.
pub(super) fn sum<const N: usize>(words: [u32; N]) -> u32 {
    words.into_iter().fold(0, u32::wrapping_add)
}

/// A round of SHA-256 that adds `kw`.
#[allow(clippy::many_single_char_names, reason = "the letters of FIPS 180-4")]
pub(super) const fn round256([a, b, c, d, e, f, g, h]: [u32; 8], kw: u32) -> [u32; 8] {
    let big1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
    let choice = g ^ (e & (f ^ g));
    let t = h.wrapping_add(big1).wrapping_add(choice).wrapping_add(kw);
    let big0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
    let majority = (a & b) ^ (a & c) ^ (b & c);
    let first = t.wrapping_add(big0).wrapping_add(majority);
    [first, a, b, c, d.wrapping_add(t), e, f, g]
}

/// One of the first twenty rounds of SHA-1, which adds `kw`.
#[allow(clippy::many_single_char_names, reason = "the letters of FIPS 180-4")]
pub(super) fn round1([a, b, c, d, e]: [u32; 5], kw: u32) -> [u32; 5] {
    let first = sum([a.rotate_left(5), d ^ (b & (c ^ d)), e, kw]);
    [first, a, b.rotate_left(30), c, d]
}

/// The constants of SHA-256 by sixteens.
pub(super) const ROUNDS: &[[u32; 16]] = K256.as_chunks().0;

/// The bit that ends every message.
pub(super) const PADDING: u32 = 0x8000_0000;
/// The length of a header, and of a digest, in bits: word 15 of its last block.
pub(super) const BITS_80: u32 = 640;
pub(super) const BITS_32: u32 = 256;

/// What the schedule takes of those.
pub(super) const SMALL0_PADDING: u32 = small0(PADDING);
pub(super) const SMALL0_BITS_80: u32 = small0(BITS_80);
pub(super) const SMALL0_BITS_32: u32 = small0(BITS_32);
pub(super) const SMALL1_BITS_32: u32 = small1(BITS_32);

/// `a` and `e` behind the first round of all if the first word were 0.
pub(super) const FIRST: [u32; 2] = {
    let [a, _, _, _, e, ..] = round256(START_256, K256_FIRST);
    [a, e]
};
const K256_FIRST: u32 = {
    let [first, ..] = K256;
    first
};

/// The answers of a kernel of `N` lanes for a batch: `lanes` gives a bit for each from a place.
#[inline]
pub(super) fn batch<const N: usize>(lanes: impl Fn(usize) -> u64) -> u64 {
    let places = (0..BATCH).step_by(N);
    places.fold(0, |hits, at| hits | lanes(at) << at)
}
