//! The miner over 4 lanes of SSE2, which every x86-64 has.
#![allow(
    unsafe_code,
    reason = "a vector load, and calls of what any x86-64 has"
)]
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
#![allow(clippy::cast_possible_wrap, reason = "intrinsics take words as signed")]
#![allow(clippy::cast_sign_loss, reason = "intrinsics give words as signed")]
#![allow(clippy::wildcard_imports, reason = "intrinsics by the dozen")]

use std::arch::x86_64::*;

/// No proof is needed.
#[derive(Clone, Copy)]
pub(super) struct Sse2;

type V = __m128i;

#[inline]
#[target_feature(enable = "sse2")]
fn add(a: V, b: V) -> V {
    _mm_add_epi32(a, b)
}

#[inline]
#[target_feature(enable = "sse2")]
fn xor(a: V, b: V) -> V {
    _mm_xor_si128(a, b)
}

#[inline]
#[target_feature(enable = "sse2")]
fn xor3(a: V, b: V, c: V) -> V {
    xor(xor(a, b), c)
}

#[inline]
#[target_feature(enable = "sse2")]
fn ch(a: V, b: V, c: V) -> V {
    xor(c, _mm_and_si128(a, xor(b, c)))
}

#[inline]
#[target_feature(enable = "sse2")]
fn maj(a: V, b: V, c: V) -> V {
    xor(b, _mm_and_si128(xor(a, b), xor(b, c)))
}

/// The same vector, of which the compiler knows nothing more: sums on both sides of it stay as they
/// are written.
#[inline]
#[target_feature(enable = "sse2")]
fn pin(mut vector: V) -> V {
    // SAFETY: no instruction at all.
    unsafe {
        std::arch::asm!("/* {0} */", inout(xmm_reg) vector, options(pure, nomem, nostack, preserves_flags));
    }
    vector
}

#[inline]
#[target_feature(enable = "sse2")]
fn ror<const R: i32, const L: i32>(a: V) -> V {
    _mm_or_si128(_mm_srli_epi32::<R>(a), _mm_slli_epi32::<L>(a))
}

#[inline]
#[target_feature(enable = "sse2")]
fn shr<const N: i32>(a: V) -> V {
    _mm_srli_epi32::<N>(a)
}

#[inline]
#[target_feature(enable = "sse2")]
fn splat(word: u32) -> V {
    _mm_set1_epi32(word as i32)
}

#[inline]
#[target_feature(enable = "sse2")]
fn get(row: &[u32; 4]) -> V {
    // SAFETY: a row is 16 bytes.
    unsafe { _mm_loadu_si128(row.as_ptr().cast()) }
}

/// The numbers of the lanes, at the highest byte: the lowest of a nonce.
#[inline]
#[target_feature(enable = "sse2")]
fn number() -> V {
    _mm_set_epi32(3 << 24, 2 << 24, 1 << 24, 0)
}

/// A bit for each lane in which none of the mask's is set.
#[inline]
#[target_feature(enable = "sse2")]
fn none(lanes: V, mask: u32) -> u64 {
    let zero = _mm_cmpeq_epi32(_mm_and_si128(lanes, splat(mask)), splat(0));
    u64::from(_mm_movemask_ps(_mm_castsi128_ps(zero)) as u32)
}

miner!(Sse2, 4, "sse2");
