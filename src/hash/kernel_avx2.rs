//! 8 lanes of AVX2: a vector holds one word of 8 states.
#![allow(
    unsafe_code,
    reason = "vector loads and stores, and calls behind a token"
)]
#![allow(
    clippy::indexing_slicing,
    reason = "constant indices into fixed arrays"
)]
#![allow(clippy::cast_possible_wrap, reason = "intrinsics take words as signed")]
#![allow(clippy::wildcard_imports, reason = "intrinsics by the dozen")]
#![allow(clippy::many_single_char_names, reason = "the letters of FIPS 180-4")]
#![allow(
    clippy::large_types_passed_by_value,
    reason = "vectors stay in registers"
)]

use std::arch::x86_64::*;
use std::array;

use super::Hash256;
use super::kernel::{AFTER_64, Both, Compress, K1, K256, Pairs, START_256};
use super::kernel_rounds::ask_ahead;

/// Proof that this processor has AVX2.
#[derive(Clone, Copy)]
pub(crate) struct Avx2(());

impl Avx2 {
    /// The proof, where it can be given.
    pub(crate) fn get() -> Option<Self> {
        is_x86_feature_detected!("avx2").then_some(Self(()))
    }
}

pub(crate) type V = __m256i;

/// Which pair goes to which lane, so that [`store_digests`] finds neighbours side by side.
const LANE_OF: [usize; 8] = [0, 1, 2, 3, 4, 5, 6, 7];

macro_rules! operations {
    ($($(#[$doc:meta])* fn $name:ident($($x:ident),*) = $body:expr;)*) => {$(
        $(#[$doc])*
        #[inline]
        #[target_feature(enable = "avx2")]
        pub(crate) fn $name($($x: V),*) -> V {
            $body
        }
    )*};
}

operations! {
    fn add(a, b) = _mm256_add_epi32(a, b);
    fn xor(a, b) = _mm256_xor_si256(a, b);
    fn xor3(a, b, c) = xor(xor(a, b), c);
    fn ch(a, b, c) = xor(c, _mm256_and_si256(a, xor(b, c)));
    fn maj(a, b, c) = xor(b, _mm256_and_si256(xor(a, b), xor(b, c)));
    /// Words one byte later: the last byte of `before` and the first three of `word`.
    fn shift_in(before, word) =
        _mm256_or_si256(_mm256_slli_epi32::<24>(before), _mm256_srli_epi32::<8>(word));
}

/// The same vector, of which the compiler knows nothing more: sums on both sides of it stay as they
/// are written.
#[inline]
#[target_feature(enable = "avx2")]
pub(crate) fn pin(mut vector: V) -> V {
    // SAFETY: no instruction at all.
    unsafe {
        std::arch::asm!("/* {0} */", inout(ymm_reg) vector, options(pure, nomem, nostack, preserves_flags));
    }
    vector
}

#[inline]
#[target_feature(enable = "avx2")]
pub(crate) fn ror<const R: i32, const L: i32>(a: V) -> V {
    _mm256_or_si256(_mm256_srli_epi32::<R>(a), _mm256_slli_epi32::<L>(a))
}

#[inline]
#[target_feature(enable = "avx2")]
pub(crate) fn shr<const N: i32>(a: V) -> V {
    _mm256_srli_epi32::<N>(a)
}

#[inline]
#[target_feature(enable = "avx2")]
pub(crate) fn splat(word: u32) -> V {
    _mm256_set1_epi32(word as i32)
}

#[inline]
#[target_feature(enable = "avx2")]
pub(crate) fn get(row: &[u32; 8]) -> V {
    // SAFETY: a row is 32 bytes.
    unsafe { _mm256_loadu_si256(row.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx2")]
pub(crate) fn put(row: &mut [u32; 8], vector: V) {
    // SAFETY: a row is 32 bytes.
    unsafe { _mm256_storeu_si256(row.as_mut_ptr().cast(), vector) }
}

/// Bytes of each word in the other order.
#[inline]
#[target_feature(enable = "avx2")]
fn swap(vector: V) -> V {
    let order = _mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203);
    _mm256_shuffle_epi8(vector, _mm256_broadcastsi128_si256(order))
}

/// 8 words of 8 lanes, turned over.
#[inline]
#[target_feature(enable = "avx2")]
fn transpose(r: [V; 8]) -> [V; 8] {
    let mut q = r;
    for i in [0, 4] {
        let low = _mm256_unpacklo_epi32(r[i], r[i + 1]);
        let high = _mm256_unpackhi_epi32(r[i], r[i + 1]);
        let low2 = _mm256_unpacklo_epi32(r[i + 2], r[i + 3]);
        let high2 = _mm256_unpackhi_epi32(r[i + 2], r[i + 3]);
        q[i] = _mm256_unpacklo_epi64(low, low2);
        q[i + 1] = _mm256_unpackhi_epi64(low, low2);
        q[i + 2] = _mm256_unpacklo_epi64(high, high2);
        q[i + 3] = _mm256_unpackhi_epi64(high, high2);
    }
    let mut w = q;
    for j in [0, 1, 2, 3] {
        w[j] = _mm256_permute2x128_si256::<0x20>(q[j], q[j + 4]);
        w[j + 4] = _mm256_permute2x128_si256::<0x31>(q[j], q[j + 4]);
    }
    w
}

/// The block of every lane, turned over: vector `w` holds word `w` of all lanes.
///
/// # Safety
/// 64 bytes must be readable at `at` in each of `lanes`.
#[inline]
#[target_feature(enable = "avx2")]
unsafe fn load16(lanes: &[*const u8; 8], at: usize) -> [V; 16] {
    let half = |offset: usize| {
        transpose(array::from_fn(|i| {
            // SAFETY: the caller's promise; `offset` is 0 or 32.
            swap(unsafe { _mm256_loadu_si256(lanes[i].add(at + offset).cast()) })
        }))
    };
    let (low, high) = (half(0), half(32));
    array::from_fn(|i| if i < 8 { low[i] } else { high[i - 8] })
}

/// Turns 8 words of 8 lanes into 8 digests.
#[inline]
#[target_feature(enable = "avx2")]
fn store_digests(s: [V; 8], digests: &mut [Hash256; 8]) {
    for (digest, vector) in digests.iter_mut().zip(transpose(s)) {
        // SAFETY: a digest is 32 bytes.
        unsafe { _mm256_storeu_si256(digest.as_mut_ptr().cast(), swap(vector)) }
    }
}

lane_kernel!(Avx2, "avx2", 8);
