//! The miner with SHA-NI: some nonces interleaved, for the instructions' latency leaves room.
//!
//! 61 times two rounds are the least for a header: the first four of its second block are known but
//! for the nonce, the last two of the digest's block are not needed. Schedules begin with what the
//! plan knows: four words cost one or two instructions there, and four later.
#![allow(unsafe_code, reason = "calls behind a token")]
#![allow(
    clippy::indexing_slicing,
    reason = "constant indices into fixed arrays, and rows of a batch"
)]
#![allow(clippy::cast_possible_wrap, reason = "intrinsics take words as signed")]
#![allow(clippy::cast_sign_loss, reason = "intrinsics give words as signed")]
#![allow(clippy::wildcard_imports, reason = "intrinsics by the dozen")]
#![allow(clippy::many_single_char_names, reason = "the letters of FIPS 180-4")]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "vectors stay in registers"
)]

use std::arch::x86_64::*;

use crate::hash::kernel::{K256, START_256};
use crate::hash::kernel_shani::{
    Ring, ShaNi, State256, V, add256, four, keep, kept, rounds256_summed, words,
};

use super::kernel::{BATCH, BITS_32, BITS_80, Kernel, PADDING, SMALL0_BITS_80, batch};
use super::plan_header::{Tail, Version};
use super::plan_message::{Block, Plan, STAMP_WORD, Stamp};

/// Nonces side by side.
const STREAMS: usize = 4;

/// A state as the instructions want it.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn state_of([a, b, c, d, e, f, g, h]: [u32; 8]) -> [V; 2] {
    [words(a, b, e, f), words(c, d, g, h)]
}

/// Four rounds with the sums of words and constants.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn quad([abef, cdgh]: [V; 2], kw: V) -> [V; 2] {
    let next = _mm_sha256rnds2_epu32(cdgh, abef, kw);
    let abef = _mm_sha256rnds2_epu32(abef, next, _mm_shuffle_epi32::<0x0e>(kw));
    [abef, next]
}

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn constants(i: usize) -> V {
    four(&K256.as_chunks::<4>().0[i])
}

/// The next four words of a schedule, from the last sixteen.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn extended(ring: &[V; 4], i: usize) -> V {
    let last = kept(&ring[(i + 3) % 4]);
    let (first, second) = (kept(&ring[i % 4]), kept(&ring[(i + 1) % 4]));
    let later = _mm_alignr_epi8::<4>(last, kept(&ring[(i + 2) % 4]));
    _mm_sha256msg2_epu32(
        _mm_add_epi32(_mm_sha256msg1_epu32(first, second), later),
        last,
    )
}

/// Words `4 * i` to `4 * i + 3` of the second block of a header, from the 16th; the nonce is word 3.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn tail_words(tail: &Tail, ring: &[V; 4], nonce: u32, i: usize) -> V {
    let zero = words(0, 0, 0, 0);
    match i {
        4 => {
            let known = words(tail.c19, tail.c18, tail.w17, tail.w16);
            _mm_add_epi32(_mm_sha256msg1_epu32(words(nonce, 0, 0, 0), zero), known)
        }
        5 => _mm_sha256msg2_epu32(words(tail.w16, BITS_80, 0, PADDING), kept(&ring[0])),
        6 => {
            let last = kept(&ring[1]);
            _mm_sha256msg2_epu32(_mm_alignr_epi8::<4>(last, kept(&ring[0])), last)
        }
        7 => {
            let last = kept(&ring[2]);
            let known = words(tail.c31, SMALL0_BITS_80, 0, 0);
            let later = _mm_alignr_epi8::<4>(last, kept(&ring[1]));
            _mm_sha256msg2_epu32(_mm_add_epi32(later, known), last)
        }
        _ => extended(ring, i),
    }
}

/// Words `4 * i` to `4 * i + 3` of a digest's own block, from the 16th; `ring` has the digest first.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn digest_words(ring: &[V; 4], i: usize) -> V {
    let (padding, length) = (words(0, 0, 0, PADDING), words(BITS_32, 0, 0, 0));
    match i {
        4 => {
            let sum = _mm_sha256msg1_epu32(kept(&ring[0]), kept(&ring[1]));
            _mm_sha256msg2_epu32(sum, length)
        }
        5 => {
            let last = kept(&ring[0]);
            let later = _mm_alignr_epi8::<4>(last, length);
            let sum = _mm_add_epi32(_mm_sha256msg1_epu32(kept(&ring[1]), padding), later);
            _mm_sha256msg2_epu32(sum, last)
        }
        6 => {
            let last = kept(&ring[1]);
            let later = _mm_alignr_epi8::<4>(last, kept(&ring[0]));
            _mm_sha256msg2_epu32(_mm_add_epi32(later, padding), last)
        }
        7 => {
            let last = kept(&ring[2]);
            let later = _mm_alignr_epi8::<4>(last, kept(&ring[1]));
            let sum = _mm_add_epi32(_mm_sha256msg1_epu32(length, kept(&ring[0])), later);
            _mm_sha256msg2_epu32(sum, last)
        }
        _ => extended(ring, i),
    }
}

/// States as the first eight words of a block.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn digest([abef, cdgh]: [V; 2]) -> [V; 2] {
    let (high, low) = (
        _mm_unpackhi_epi64(abef, cdgh),
        _mm_unpacklo_epi64(abef, cdgh),
    );
    [
        _mm_shuffle_epi32::<0xb1>(high),
        _mm_shuffle_epi32::<0xb1>(low),
    ]
}

/// Quads of rounds whose words and constants the schedule kept.
macro_rules! tail_quads {
    ($s:ident, $kws:ident: $($i:literal)*) => {$(
        for n in 0..STREAMS {
            $s[n] = quad($s[n], $kws[n][$i - 4]);
        }
    )*};
}

/// Quads of rounds whose words `$words` gives.
macro_rules! word_quads {
    ($s:ident, $ring:ident, |$n:ident, $i:ident| $words:expr; $($number:literal)*) => {$(
        for $n in 0..STREAMS {
            let $i = $number;
            let w = $words;
            keep(&mut $ring[$n][$i % 4], w);
            $s[$n] = quad($s[$n], _mm_add_epi32(w, constants($i)));
        }
    )*};
}

/// The states behind round 15 of the second block.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn begun(tail: &Tail, version: &Version, nonces: [u32; STREAMS]) -> State256<STREAMS> {
    let [abef, cdgh] = state_of(version.start);
    let sums = tail.sums.as_chunks::<4>().0;
    nonces.map(|nonce| {
        let mut s = [_mm_add_epi32(abef, words(nonce, 0, nonce, 0)), cdgh];
        for sums in &sums[1..4] {
            s = quad(s, four(sums));
        }
        s
    })
}

/// The last words of the digests of digests, as bits for those that may solve.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn ended(tail: &Tail, mut s: State256<STREAMS>, version: &Version) -> u64 {
    add256(&mut s, [state_of(version.feed); STREAMS]);
    let mut ring: Ring<STREAMS> = [[words(0, 0, 0, 0); 4]; STREAMS];
    for (ring, s) in ring.iter_mut().zip(&mut s) {
        let [first, second] = digest(*s);
        keep(&mut ring[0], first);
        keep(&mut ring[1], second);
        keep(&mut ring[2], words(0, 0, 0, PADDING));
        keep(&mut ring[3], words(BITS_32, 0, 0, 0));
        *s = quad(state_of(START_256), _mm_add_epi32(first, constants(0)));
        *s = quad(*s, _mm_add_epi32(second, constants(1)));
    }
    for s in &mut s {
        *s = quad(*s, _mm_add_epi32(words(0, 0, 0, PADDING), constants(2)));
        *s = quad(*s, _mm_add_epi32(words(BITS_32, 0, 0, 0), constants(3)));
    }
    word_quads!(s, ring, |n, i| digest_words(&ring[n], i); 4 5 6 7 8 9 10 11 12 13 14);
    let mut hits = 0;
    for n in 0..STREAMS {
        let kw = _mm_add_epi32(digest_words(&ring[n], 15), constants(15));
        let [abef, cdgh] = s[n];
        // Two rounds on, `f` is the `e` behind the first of them.
        let last = _mm_cvtsi128_si32(_mm_sha256rnds2_epu32(cdgh, abef, kw)) as u32;
        hits |= u64::from(last.wrapping_add(START_256[7]) & tail.mask == 0) << n;
    }
    hits
}

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn nonces(first: u32) -> [u32; STREAMS] {
    std::array::from_fn(|n| (first + n as u32).swap_bytes())
}

#[target_feature(enable = "sha,ssse3,sse4.1")]
fn header(tail: &Tail, version: &Version, first: u32) -> u64 {
    let nonces = nonces(first);
    let mut s = begun(tail, version, nonces);
    let mut ring: Ring<STREAMS> = [[words(0, 0, 0, 0); 4]; STREAMS];
    word_quads!(s, ring, |n, i| tail_words(tail, &ring[n], nonces[n], i);
        4 5 6 7 8 9 10 11 12 13 14 15);
    ended(tail, s, version)
}

/// Words and constants 16 to 63 of the second blocks, for all versions.
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn schedule(tail: &Tail, first: u32) -> [[V; 12]; STREAMS] {
    nonces(first).map(|nonce| {
        let mut ring = [words(0, 0, 0, 0); 4];
        let mut kws = [words(0, 0, 0, 0); 12];
        for (kw, i) in kws.iter_mut().zip(4..) {
            let w = tail_words(tail, &ring, nonce, i);
            keep(&mut ring[i % 4], w);
            *kw = _mm_add_epi32(w, constants(i));
        }
        kws
    })
}

#[target_feature(enable = "sha,ssse3,sse4.1")]
fn rolled(tail: &Tail, version: &Version, first: u32, kws: &[[V; 12]; STREAMS]) -> u64 {
    let mut s = begun(tail, version, nonces(first));
    tail_quads!(s, kws: 4 5 6 7 8 9 10 11 12 13 14 15);
    ended(tail, s, version)
}

/// A word at one of four places.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn placed(word: u32, place: usize) -> V {
    const PLACES: [[u32; 4]; 4] = [
        [u32::MAX, 0, 0, 0],
        [0, u32::MAX, 0, 0],
        [0, 0, u32::MAX, 0],
        [0, 0, 0, u32::MAX],
    ];
    _mm_and_si128(_mm_set1_epi32(word as i32), four(&PLACES[place]))
}

/// The words of a block in some rows, the first at the lowest place.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn rows(block: &Block<'_>, row: usize) -> [[V; 4]; STREAMS] {
    let quads = block.words.as_chunks::<4>().0;
    std::array::from_fn(|n| {
        let mut quads: [V; 4] = std::array::from_fn(|i| four(&quads[i]));
        for (at, column) in &block.columns {
            quads[at / 4] = _mm_xor_si128(quads[at / 4], placed(column[row + n], at % 4));
        }
        quads
    })
}

/// Words given by quads.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn given(quads: [V; 4], i: usize) -> V {
    quads[i]
}

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn rounds256(state: &mut State256<STREAMS>, blocks: [[V; 4]; STREAMS]) {
    const N: usize = STREAMS;
    let mut s = *state;
    let mut last = [words(0, 0, 0, 0); STREAMS];
    let mut ring: Ring<STREAMS> = [[words(0, 0, 0, 0); 4]; STREAMS];
    quad256!(s, ring, last, given, blocks, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15);
    add256(state, s);
}

#[target_feature(enable = "sha,ssse3,sse4.1")]
fn message256(plan: &Plan<'_, 8>, row: usize) -> u64 {
    let mut s = [state_of(plan.feed); STREAMS];
    for block in &plan.blocks {
        if block.columns.is_empty() {
            rounds256_summed(&mut s, &block.sums);
        } else {
            rounds256(&mut s, rows(block, row));
        }
    }
    if plan.twice {
        let (padding, length) = (words(0, 0, 0, PADDING), words(BITS_32, 0, 0, 0));
        let blocks = s.map(|s| {
            let [first, second] = digest(s);
            [first, second, padding, length]
        });
        s = [state_of(START_256); STREAMS];
        rounds256(&mut s, blocks);
    }
    hits(s.map(|[abef, _]| abef), plan.mask)
}

/// A bit for each vector whose highest word has none of the mask's.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn hits(vectors: [V; STREAMS], mask: u32) -> u64 {
    (0..).zip(vectors).fold(0, |hits, (n, vector)| {
        let first = _mm_extract_epi32::<3>(vector) as u32;
        hits | u64::from(first & mask == 0) << n
    })
}

#[target_feature(enable = "sha,ssse3,sse4.1")]
fn message1(feed: [u32; 5], mask: u32, blocks: &[Block<'_>], row: usize) -> u64 {
    const N: usize = STREAMS;
    let [a, b, c, d, e] = feed;
    let mut abcd = [words(a, b, c, d); STREAMS];
    let mut e = [words(e, 0, 0, 0); STREAMS];
    for block in blocks {
        let quads = rows(block, row);
        let mut m = quads.map(|quads| quads.map(|quad| _mm_shuffle_epi32::<0x1b>(quad)));
        rounds1!(abcd, e, m);
    }
    hits(abcd, mask)
}

impl Kernel for ShaNi {
    fn header(&self, tail: &Tail, version: &Version, first: u32) -> u64 {
        // SAFETY: the token proves the features.
        batch::<STREAMS>(|at| unsafe { header(tail, version, first + at as u32) })
    }

    fn rolled(&self, tail: &Tail, versions: &[Version], first: u32, hits: &mut [u64]) {
        hits.fill(0);
        for at in (0..BATCH).step_by(STREAMS) {
            let first = first + at as u32;
            // SAFETY: the token proves the features.
            let kws = unsafe { schedule(tail, first) };
            for (version, hits) in versions.iter().zip(&mut *hits) {
                // SAFETY: the token proves the features.
                *hits |= unsafe { rolled(tail, version, first, &kws) } << at;
            }
        }
    }

    fn sha256(&self, plan: &Plan<'_, 8>, row: usize) -> u64 {
        // SAFETY: the token proves the features.
        batch::<STREAMS>(|at| unsafe { message256(plan, row + at) })
    }

    fn sha1(&self, plan: &Plan<'_, 5>, row: usize) -> u64 {
        // SAFETY: the token proves the features.
        batch::<STREAMS>(|at| unsafe { message1(plan.feed, plan.mask, &plan.blocks, row + at) })
    }

    fn stamp(&self, plan: &Stamp<'_>, row: usize) -> u64 {
        let (words, _) = plan.words.split_first_chunk().expect("80 words");
        let block = Block {
            words: *words,
            columns: vec![(STAMP_WORD, plan.column)],
            sums: [0; 64],
        };
        let blocks = [block];
        // SAFETY: the token proves the features.
        batch::<STREAMS>(|at| unsafe { message1(plan.feed, plan.mask, &blocks, row + at) })
    }
}
