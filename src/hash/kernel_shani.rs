//! SHA-NI: some streams interleaved, for the instructions' latency leaves room for more than one.
#![allow(unsafe_code, reason = "vector loads, and calls behind a token")]
#![allow(
    clippy::indexing_slicing,
    reason = "indices below 4, N or the number of rounds"
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
use std::ptr;

use super::Hash256;
use super::kernel::{AFTER_64, Compress, K256, Pairs, START_256};
use super::kernel_rounds::ask_ahead;

/// Proof that this processor has SHA-NI and SSE 4.1.
#[derive(Clone, Copy)]
pub(crate) struct ShaNi(());

impl ShaNi {
    /// The proof, where it can be given.
    pub(crate) fn get() -> Option<Self> {
        (is_x86_feature_detected!("sha")
            && is_x86_feature_detected!("ssse3")
            && is_x86_feature_detected!("sse4.1"))
        .then_some(Self(()))
    }
}

pub(crate) type V = __m128i;

/// SHA-256's state as the instructions want it: words A B E F, then C D G H, of every stream.
pub(crate) type State256<const N: usize> = [[V; 2]; N];

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
pub(crate) fn words(a: u32, b: u32, c: u32, d: u32) -> V {
    _mm_set_epi32(a as i32, b as i32, c as i32, d as i32)
}

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn unwords(vector: V) -> [u32; 4] {
    [
        _mm_extract_epi32::<3>(vector) as u32,
        _mm_extract_epi32::<2>(vector) as u32,
        _mm_extract_epi32::<1>(vector) as u32,
        _mm_extract_epi32::<0>(vector) as u32,
    ]
}

/// Four words of a table.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
pub(crate) fn four(table: &[u32; 4]) -> V {
    // SAFETY: the table is 16 bytes.
    unsafe { _mm_loadu_si128(table.as_ptr().cast()) }
}

/// Four words of a block.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn quarter<const TURNED: bool>(block: &[u8; 64], i: usize) -> V {
    let order = if TURNED {
        _mm_set_epi64x(0x0001_0203_0405_0607, 0x0809_0a0b_0c0d_0e0f)
    } else {
        _mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203)
    };
    let quarter = &block.as_chunks::<16>().0[i];
    // SAFETY: the quarter is 16 bytes.
    _mm_shuffle_epi8(unsafe { _mm_loadu_si128(quarter.as_ptr().cast()) }, order)
}

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn in_order(block: &[u8; 64], i: usize) -> V {
    quarter::<false>(block, i)
}

/// The last 16 words of every stream, kept in memory on purpose: with them in registers there is no
/// room for the states of four streams, and a state that goes through memory costs twice the time
/// of its rounds.
pub(crate) type Ring<const N: usize> = [[V; 4]; N];

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
pub(crate) fn keep(place: &mut V, vector: V) {
    // SAFETY: a reference.
    unsafe { ptr::write_volatile(place, vector) }
}

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
pub(crate) fn kept(place: &V) -> V {
    // SAFETY: a reference.
    unsafe { ptr::read_volatile(place) }
}

/// Four rounds of SHA-256 in every stream, the words before them extended first where needed; the
/// first four times they are `$given`.
macro_rules! quad256 {
    ($s:ident, $ring:ident, $last:ident, $given:ident, $blocks:expr, $($i:literal)*) => {$(
        let k = four(&K256.as_chunks::<4>().0[$i]);
        for n in 0..N {
            let ring = &mut $ring[n];
            $last[n] = if $i < 4 {
                $given($blocks[n], $i)
            } else {
                let (first, second) = (kept(&ring[$i % 4]), kept(&ring[($i + 1) % 4]));
                let later = _mm_alignr_epi8::<4>($last[n], kept(&ring[($i + 2) % 4]));
                let sum = _mm_add_epi32(_mm_sha256msg1_epu32(first, second), later);
                _mm_sha256msg2_epu32(sum, $last[n])
            };
            if $i < 15 {
                keep(&mut ring[$i % 4], $last[n]);
            }
            let kw = _mm_add_epi32($last[n], k);
            let [abef, cdgh] = $s[n];
            let next = _mm_sha256rnds2_epu32(cdgh, abef, kw);
            $s[n] = [_mm_sha256rnds2_epu32(abef, next, _mm_shuffle_epi32::<0x0e>(kw)), next];
        }
    )*};
}

/// A block of 64 bytes of every stream.
type Blocks<'a, const N: usize> = [&'a [u8; 64]; N];

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
fn rounds256<const N: usize>(state: &mut State256<N>, blocks: Blocks<'_, N>) {
    let mut s = *state;
    let mut last = [words(0, 0, 0, 0); N];
    let mut ring: Ring<N> = [[words(0, 0, 0, 0); 4]; N];
    quad256!(s, ring, last, in_order, blocks, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15);
    add256(state, s);
}

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
pub(crate) fn rounds256_summed<const N: usize>(state: &mut State256<N>, schedule: &[u32; 64]) {
    let mut s = *state;
    for sums in schedule.as_chunks::<4>().0 {
        let kw = four(sums);
        let kw_next = _mm_shuffle_epi32::<0x0e>(kw);
        for stream in &mut s {
            let [abef, cdgh] = *stream;
            let next = _mm_sha256rnds2_epu32(cdgh, abef, kw);
            *stream = [_mm_sha256rnds2_epu32(abef, next, kw_next), next];
        }
    }
    add256(state, s);
}

#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
pub(crate) fn add256<const N: usize>(state: &mut State256<N>, s: State256<N>) {
    for (state, s) in state.iter_mut().zip(s) {
        *state = [_mm_add_epi32(state[0], s[0]), _mm_add_epi32(state[1], s[1])];
    }
}

/// Block `i` of a stream; asks for a later one.
///
/// # Safety
/// It must be readable.
#[inline]
#[target_feature(enable = "sha,ssse3,sse4.1")]
unsafe fn block<'a>(stream: *const u8, i: usize) -> &'a [u8; 64] {
    ask_ahead(stream.wrapping_add(64 * i));
    // SAFETY: the caller's promise; bytes need no alignment.
    unsafe { &*stream.cast::<[u8; 64]>().add(i) }
}

/// # Safety
/// `64 * count` bytes must be readable at each of `streams`.
#[target_feature(enable = "sha,ssse3,sse4.1")]
unsafe fn many256<const N: usize>(
    state: &mut [[u32; N]; 8],
    streams: &[*const u8; N],
    count: usize,
) {
    let mut s = [[words(0, 0, 0, 0); 2]; N];
    for (n, stream) in s.iter_mut().enumerate() {
        let [a, b, c, d, e, f, g, h] = state.each_ref().map(|row| row[n]);
        *stream = [words(a, b, e, f), words(c, d, g, h)];
    }
    for i in 0..count {
        // SAFETY: block `i` of `count`.
        rounds256(&mut s, streams.map(|stream| unsafe { block(stream, i) }));
    }
    for (n, [abef, cdgh]) in s.into_iter().enumerate() {
        let ([a, b, e, f], [c, d, g, h]) = (unwords(abef), unwords(cdgh));
        for (row, word) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            row[n] = word;
        }
    }
}

#[target_feature(enable = "sha,ssse3,sse4.1")]
fn pairs256<const N: usize>(prefix: Option<u8>, pairs: &[[u8; 64]; N], parents: &mut [Hash256; N]) {
    let [a, b, c, d, e, f, g, h] = START_256;
    let mut s = [[words(a, b, e, f), words(c, d, g, h)]; N];
    if let Some(prefix) = prefix {
        let mut blocks = [[[0; 64]; 2]; N];
        for (blocks, pair) in blocks.iter_mut().zip(pairs) {
            let bytes = blocks.as_flattened_mut();
            bytes[0] = prefix;
            bytes[1..65].copy_from_slice(pair);
            bytes[65] = 0x80;
            bytes[126..].copy_from_slice(&(65 * 8_u16).to_be_bytes());
        }
        rounds256(&mut s, blocks.each_ref().map(|[first, _]| first));
        rounds256(&mut s, blocks.each_ref().map(|[_, last]| last));
    } else {
        rounds256(&mut s, pairs.each_ref());
        rounds256_summed(&mut s, &AFTER_64);
    }
    for (parent, [abef, cdgh]) in parents.iter_mut().zip(s) {
        let ([a, b, e, f], [c, d, g, h]) = (unwords(abef), unwords(cdgh));
        for (bytes, word) in parent
            .as_chunks_mut()
            .0
            .iter_mut()
            .zip([a, b, c, d, e, f, g, h])
        {
            *bytes = word.to_be_bytes();
        }
    }
}

/// Four rounds of SHA-1 in every stream; `$mix` counts twenties of rounds.
macro_rules! quad1 {
    ($abcd:ident, $e:ident, $m:ident, $mix:literal: $($i:literal)*) => {$(
        for n in 0..N {
            let m = &mut $m[n];
            if $i >= 4 {
                let sum = _mm_xor_si128(_mm_sha1msg1_epu32(m[$i % 4], m[($i + 1) % 4]), m[($i + 2) % 4]);
                m[$i % 4] = _mm_sha1msg2_epu32(sum, m[($i + 3) % 4]);
            }
            let e = if $i == 0 {
                _mm_add_epi32($e[n], m[0])
            } else {
                _mm_sha1nexte_epu32($e[n], m[$i % 4])
            };
            $e[n] = $abcd[n];
            $abcd[n] = _mm_sha1rnds4_epu32::<$mix>($abcd[n], e);
        }
    )*};
}

/// A block of SHA-1 of every stream: words `a` to `d` and `e` of the states, and of the block its
/// words, the first at the highest place. No function: the states are to stay in registers.
macro_rules! rounds1 {
    ($abcd:ident, $e:ident, $m:ident) => {
        let (abcd_before, e_before) = ($abcd, $e);
        quad1!($abcd, $e, $m, 0: 0 1 2 3 4);
        quad1!($abcd, $e, $m, 1: 5 6 7 8 9);
        quad1!($abcd, $e, $m, 2: 10 11 12 13 14);
        quad1!($abcd, $e, $m, 3: 15 16 17 18 19);
        for n in 0..N {
            $e[n] = _mm_sha1nexte_epu32($e[n], e_before[n]);
            $abcd[n] = _mm_add_epi32($abcd[n], abcd_before[n]);
        }
    };
}

/// # Safety
/// `64 * count` bytes must be readable at each of `streams`.
#[target_feature(enable = "sha,ssse3,sse4.1")]
unsafe fn many1<const N: usize>(state: &mut [[u32; N]; 5], streams: &[*const u8; N], count: usize) {
    let mut abcd = [words(0, 0, 0, 0); N];
    let mut e = abcd;
    for n in 0..N {
        abcd[n] = words(state[0][n], state[1][n], state[2][n], state[3][n]);
        e[n] = words(state[4][n], 0, 0, 0);
    }
    for i in 0..count {
        let mut m = [[words(0, 0, 0, 0); 4]; N];
        for (m, stream) in m.iter_mut().zip(streams) {
            // SAFETY: block `i` of `count`.
            let block = unsafe { block(*stream, i) };
            for (i, m) in m.iter_mut().enumerate() {
                *m = quarter::<true>(block, i);
            }
        }
        rounds1!(abcd, e, m);
    }
    for n in 0..N {
        for (row, word) in state.iter_mut().zip(unwords(abcd[n])) {
            row[n] = word;
        }
        state[4][n] = _mm_extract_epi32::<3>(e[n]) as u32;
    }
}

/// Where every stream starts; panics if one has fewer than `count` blocks.
fn pointers<const N: usize>(streams: [&[u8]; N], count: usize) -> [*const u8; N] {
    streams.map(|stream| {
        assert!(stream.len() / 64 >= count, "a stream shorter than counted");
        stream.as_ptr()
    })
}

impl<const N: usize> Compress<N, 8> for ShaNi {
    fn compress(self, state: &mut [[u32; N]; 8], streams: [&[u8]; N], count: usize) {
        let streams = pointers(streams, count);
        // SAFETY: the token proves the features, `pointers` the lengths.
        unsafe { many256(state, &streams, count) }
    }
}

impl<const N: usize> Compress<N, 5> for ShaNi {
    fn compress(self, state: &mut [[u32; N]; 5], streams: [&[u8]; N], count: usize) {
        let streams = pointers(streams, count);
        // SAFETY: the token proves the features, `pointers` the lengths.
        unsafe { many1(state, &streams, count) }
    }
}

impl<const N: usize> Pairs<N> for ShaNi {
    fn pairs(self, prefix: Option<u8>, pairs: &[[u8; 64]; N], parents: &mut [Hash256; N]) {
        // SAFETY: the token proves the features.
        unsafe { pairs256(prefix, pairs, parents) }
    }
}
