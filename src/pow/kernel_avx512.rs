//! The miner over 16 lanes of AVX-512.
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

use crate::hash::kernel::{K1, K256, START_256};
use crate::hash::kernel_avx512::{Avx512, V, add, ch, get, maj, pin, ror, shr, splat, xor, xor3};

use super::kernel::{
    BATCH, BITS_32, BITS_80, FIRST, Kernel, PADDING, ROUNDS, SMALL0_BITS_32, SMALL0_BITS_80,
    SMALL0_PADDING, SMALL1_BITS_32, batch,
};
use super::plan_header::{Tail, Version};
use super::plan_message::{Block, Plan, Stamp};

/// The numbers of the lanes, at the highest byte: the lowest of a nonce.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn number() -> V {
    let numbers = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    _mm512_slli_epi32::<24>(numbers)
}

/// A bit for each lane in which none of the mask's is set.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn none(lanes: V, mask: u32) -> u64 {
    u64::from(_mm512_testn_epi32_mask(lanes, splat(mask)))
}

miner!(Avx512, 16, "avx512f,avx512bw");
