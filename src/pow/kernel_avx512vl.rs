//! The miner over 8 lanes of AVX-512 on vectors of 256 bits: rotations and operations on three
//! words, with no wide vectors for which some processors lower their clock.
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

/// Proof that this processor has AVX-512 F and VL.
#[derive(Clone, Copy)]
pub(super) struct Avx512Vl(());

impl Avx512Vl {
    /// The proof, where it can be given.
    pub(super) fn get() -> Option<Self> {
        (is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vl"))
            .then_some(Self(()))
    }
}

type V = __m256i;

macro_rules! operations {
    ($(fn $name:ident($($x:ident),*) = $body:expr;)*) => {$(
        #[inline]
        #[target_feature(enable = "avx512f,avx512vl")]
        fn $name($($x: V),*) -> V {
            $body
        }
    )*};
}

operations! {
    fn add(a, b) = _mm256_add_epi32(a, b);
    fn xor(a, b) = _mm256_xor_si256(a, b);
    fn xor3(a, b, c) = _mm256_ternarylogic_epi32::<0x96>(a, b, c);
    fn ch(a, b, c) = _mm256_ternarylogic_epi32::<0xca>(a, b, c);
    fn maj(a, b, c) = _mm256_ternarylogic_epi32::<0xe8>(a, b, c);
}

/// The same vector, of which the compiler knows nothing more: sums on both sides of it stay as they
/// are written.
#[inline]
#[target_feature(enable = "avx512f,avx512vl")]
fn pin(mut vector: V) -> V {
    // SAFETY: no instruction at all.
    unsafe {
        std::arch::asm!("/* {0} */", inout(ymm_reg) vector, options(pure, nomem, nostack, preserves_flags));
    }
    vector
}

#[inline]
#[target_feature(enable = "avx512f,avx512vl")]
fn ror<const R: i32, const L: i32>(a: V) -> V {
    _mm256_ror_epi32::<R>(a)
}

#[inline]
#[target_feature(enable = "avx512f,avx512vl")]
fn shr<const N: i32>(a: V) -> V {
    _mm256_srli_epi32::<N>(a)
}

#[inline]
#[target_feature(enable = "avx512f,avx512vl")]
fn splat(word: u32) -> V {
    _mm256_set1_epi32(word as i32)
}

#[inline]
#[target_feature(enable = "avx512f,avx512vl")]
fn get(row: &[u32; 8]) -> V {
    // SAFETY: a row is 32 bytes.
    unsafe { _mm256_loadu_si256(row.as_ptr().cast()) }
}

/// The numbers of the lanes, at the highest byte: the lowest of a nonce.
#[inline]
#[target_feature(enable = "avx512f,avx512vl")]
fn number() -> V {
    _mm256_slli_epi32::<24>(_mm256_set_epi32(7, 6, 5, 4, 3, 2, 1, 0))
}

/// A bit for each lane in which none of the mask's is set.
#[inline]
#[target_feature(enable = "avx512f,avx512vl")]
fn none(lanes: V, mask: u32) -> u64 {
    u64::from(_mm256_testn_epi32_mask(lanes, splat(mask)))
}

miner!(Avx512Vl, 8, "avx512f,avx512vl");
