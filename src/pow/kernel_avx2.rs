//! The miner over 8 lanes of AVX2.
#![allow(unsafe_code, reason = "calls behind a token")]
#![allow(
    unused_assignments,
    reason = "the last rounds make words that nobody needs"
)]
#![allow(
    clippy::indexing_slicing,
    reason = "constant indices into fixed arrays"
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

use crate::hash::kernel_avx2::{Avx2, V, add, ch, get, maj, pin, ror, shr, splat, xor, xor3};

/// The numbers of the lanes, at the highest byte: the lowest of a nonce.
#[inline]
#[target_feature(enable = "avx2")]
fn number() -> V {
    _mm256_slli_epi32::<24>(_mm256_set_epi32(7, 6, 5, 4, 3, 2, 1, 0))
}

/// A bit for each lane in which none of the mask's is set.
#[inline]
#[target_feature(enable = "avx2")]
fn none(lanes: V, mask: u32) -> u64 {
    let zero = _mm256_cmpeq_epi32(_mm256_and_si256(lanes, splat(mask)), splat(0));
    u64::from(_mm256_movemask_ps(_mm256_castsi256_ps(zero)) as u32)
}

miner!(Avx2, 8, "avx2");
