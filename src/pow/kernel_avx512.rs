//! The miner over 16 lanes of AVX-512, whose 32 registers hold a state and its schedule: by the
//! instructions that Intel's processors can begin in a cycle, the least that there is.
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

use std::arch::x86_64::{_mm512_set_epi32, _mm512_slli_epi32, _mm512_testn_epi32_mask};

use crate::hash::kernel_avx512::{Avx512, V, add, ch, get, maj, pin, ror, shr, splat, xor, xor3};

/// The numbers of the lanes, at the highest byte: the lowest of a nonce.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(super) fn number() -> V {
    let numbers = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    _mm512_slli_epi32::<24>(numbers)
}

/// A bit for each lane in which none of the mask's is set.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(super) fn none(lanes: V, mask: u32) -> u64 {
    u64::from(_mm512_testn_epi32_mask(lanes, splat(mask)))
}

miner!(Avx512, 16, "avx512f,avx512bw");
