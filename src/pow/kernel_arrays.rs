//! The miner over arrays of 4 words, for processors without kernels of their own: the compiler makes
//! vectors of them where it can.
#![allow(unsafe_code, reason = "calls that the macro marks")]
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

use std::array;

/// No proof is needed.
#[derive(Clone, Copy)]
pub(super) struct Arrays;

type V = [u32; 4];

#[inline]
fn add(a: V, b: V) -> V {
    array::from_fn(|i| a[i].wrapping_add(b[i]))
}

#[inline]
fn xor(a: V, b: V) -> V {
    array::from_fn(|i| a[i] ^ b[i])
}

#[inline]
fn xor3(a: V, b: V, c: V) -> V {
    array::from_fn(|i| a[i] ^ b[i] ^ c[i])
}

#[inline]
fn ch(a: V, b: V, c: V) -> V {
    array::from_fn(|i| c[i] ^ (a[i] & (b[i] ^ c[i])))
}

#[inline]
fn maj(a: V, b: V, c: V) -> V {
    array::from_fn(|i| b[i] ^ ((a[i] ^ b[i]) & (b[i] ^ c[i])))
}

#[inline]
fn pin(words: V) -> V {
    words
}

#[inline]
fn ror<const R: u32, const L: u32>(a: V) -> V {
    a.map(|word| word.rotate_right(R))
}

#[inline]
fn shr<const N: u32>(a: V) -> V {
    a.map(|word| word >> N)
}

#[inline]
fn splat(word: u32) -> V {
    [word; 4]
}

#[inline]
fn get(row: &[u32; 4]) -> V {
    *row
}

/// The numbers of the lanes, at the highest byte: the lowest of a nonce.
#[inline]
fn number() -> V {
    [0, 1 << 24, 2 << 24, 3 << 24]
}

/// A bit for each lane in which none of the mask's is set.
#[inline]
fn none(lanes: V, mask: u32) -> u64 {
    (0..)
        .zip(lanes)
        .fold(0, |hits, (i, word)| hits | u64::from(word & mask == 0) << i)
}

miner!(Arrays, 4);
