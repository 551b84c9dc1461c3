//! What headers share, worked out once for the miner's kernels: all that does not depend on the
//! nonce (the notes of Hanke's `AsicBoost`, 2016, for what does not depend on the version).

use crate::hash::kernel::{K256, START_256};

use super::kernel::{BITS_80, PADDING, round256, small0, small1, sum, zero_bits};
use super::target::Target;

/// What all headers with the same second block share: the words of its schedule as far as they are
/// known without the nonce.
#[derive(Clone, Debug)]
pub(super) struct Tail {
    /// Word and constant of rounds 0 to 17; for the nonce the constant alone.
    pub(super) sums: [u32; 18],
    /// Words 16 and 17.
    pub(super) w16: u32,
    pub(super) w17: u32,
    /// What word 18 has beside `small0(nonce)`, and word 19 beside the nonce.
    pub(super) c18: u32,
    pub(super) c19: u32,
    /// What words 31 and 32 have beside what depends on the nonce.
    pub(super) c31: u32,
    pub(super) c32: u32,
    /// Bits of the last digest word that are zero in every solution.
    pub(super) mask: u32,
}

impl Tail {
    pub(super) fn new(header: &[u8; 80], target: Target) -> Self {
        let (_, tail) = header.split_at(64);
        let mut words = [0; 3];
        for (word, bytes) in words.iter_mut().zip(tail.as_chunks::<4>().0) {
            *word = u32::from_be_bytes(*bytes);
        }
        let [w0, w1, w2] = words;
        let mut block = [0; 16];
        for (to, from) in block
            .iter_mut()
            .zip([w0, w1, w2, 0, PADDING].into_iter().chain([0; 10]))
        {
            *to = from;
        }
        if let Some(last) = block.last_mut() {
            *last = BITS_80;
        }
        let (w16, w17) = (
            sum([w0, small0(w1)]),
            sum([w1, small0(w2), small1(BITS_80)]),
        );
        let mut sums = [0; 18];
        let known = block.into_iter().chain([w16, w17]);
        for ((to, word), k) in sums.iter_mut().zip(known).zip(K256) {
            *to = word.wrapping_add(k);
        }
        Self {
            sums,
            w16,
            w17,
            c18: sum([w2, small1(w16)]),
            c19: sum([small0(PADDING), small1(w17)]),
            c31: sum([BITS_80, small0(w16)]),
            c32: sum([w16, small0(w17)]),
            mask: zero_bits(target).swap_bytes(),
        }
    }
}

/// What the headers of one version share beside the tail: the state behind the first block.
#[derive(Clone, Debug)]
pub(super) struct Version {
    /// The state behind the first block, which is added at the end.
    pub(super) feed: [u32; 8],
    /// The state behind round 3 of the second block if the nonce were 0: it is added to `a` and
    /// `e`, and nothing else depends on it yet.
    pub(super) start: [u32; 8],
    /// `h`, constant and word of rounds 4 to 6, whose `h` does not depend on the nonce either.
    pub(super) sums: [u32; 3],
}

impl Version {
    pub(super) fn new(header: &[u8; 80], tail: &Tail) -> Self {
        let mut feed = START_256;
        sha2::block_api::compress256(&mut feed, header.as_chunks().0);
        let (first, rest) = tail.sums.split_at(4);
        let start = first.iter().fold(feed, |state, kw| round256(state, *kw));
        let [_, _, _, _, _, f, g, h] = start;
        let mut sums = [0; 3];
        for ((to, h), kw) in sums.iter_mut().zip([h, g, f]).zip(rest) {
            *to = h.wrapping_add(*kw);
        }
        Self { feed, start, sums }
    }
}
