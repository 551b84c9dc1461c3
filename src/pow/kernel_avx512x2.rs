//! The miner over two times 16 lanes of AVX-512, side by side: on Zen 4 the next operation can use a
//! wide result after two cycles only, and one vector's rounds leave a sixth of the time unused. What
//! no longer fits the registers comes from memory with the operation that wants it, which is for
//! nothing there and costs a quarter on Intel's.
#![allow(unsafe_code, reason = "calls behind a token")]
#![allow(
    unused_assignments,
    reason = "the last rounds make words that nobody needs"
)]
#![allow(
    clippy::indexing_slicing,
    reason = "constant indices into fixed arrays"
)]
#![allow(clippy::many_single_char_names, reason = "the letters of FIPS 180-4")]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "vectors stay in registers"
)]

use crate::hash::kernel_avx512 as one;

use super::kernel_avx512 as half;

/// Two vectors, where there is one.
#[derive(Clone, Copy)]
pub(super) struct Twice(pub(super) one::Avx512);

type V = [one::V; 2];

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn add(a: V, b: V) -> V {
    [one::add(a[0], b[0]), one::add(a[1], b[1])]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn xor(a: V, b: V) -> V {
    [one::xor(a[0], b[0]), one::xor(a[1], b[1])]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn xor3(a: V, b: V, c: V) -> V {
    [one::xor3(a[0], b[0], c[0]), one::xor3(a[1], b[1], c[1])]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn ch(a: V, b: V, c: V) -> V {
    [one::ch(a[0], b[0], c[0]), one::ch(a[1], b[1], c[1])]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn maj(a: V, b: V, c: V) -> V {
    [one::maj(a[0], b[0], c[0]), one::maj(a[1], b[1], c[1])]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn pin(a: V) -> V {
    [one::pin(a[0]), one::pin(a[1])]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn ror<const R: i32, const L: i32>(a: V) -> V {
    [one::ror::<R, L>(a[0]), one::ror::<R, L>(a[1])]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn shr<const N: u32>(a: V) -> V {
    [one::shr::<N>(a[0]), one::shr::<N>(a[1])]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn splat(word: u32) -> V {
    [one::splat(word); 2]
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn get(row: &[u32; 32]) -> V {
    let rows = row.as_chunks::<16>().0;
    [one::get(&rows[0]), one::get(&rows[1])]
}

/// The numbers of the lanes, at the highest byte: the lowest of a nonce.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn number() -> V {
    let first = half::number();
    [first, one::add(first, one::splat(16 << 24))]
}

/// A bit for each lane in which none of the mask's is set.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn none(lanes: V, mask: u32) -> u64 {
    half::none(lanes[0], mask) | half::none(lanes[1], mask) << 16
}

miner!(Twice, 32, "avx512f,avx512bw");
