//! 16 lanes of AVX-512: a vector holds one word of 16 states.
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

/// Proof that this processor has AVX-512 F and BW.
#[derive(Clone, Copy)]
pub(crate) struct Avx512(());

impl Avx512 {
    /// The proof, where it can be given.
    pub(crate) fn get() -> Option<Self> {
        (is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512bw"))
            .then_some(Self(()))
    }
}

pub(crate) type V = __m512i;

/// Which pair goes to which lane, so that [`store_digests`] finds neighbours side by side.
const LANE_OF: [usize; 16] = [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15];

macro_rules! operations {
    ($($(#[$doc:meta])* fn $name:ident($($x:ident),*) = $body:expr;)*) => {$(
        $(#[$doc])*
        #[inline]
        #[target_feature(enable = "avx512f,avx512bw")]
        pub(crate) fn $name($($x: V),*) -> V {
            $body
        }
    )*};
}

operations! {
    fn add(a, b) = _mm512_add_epi32(a, b);
    fn xor(a, b) = _mm512_xor_si512(a, b);
    fn xor3(a, b, c) = _mm512_ternarylogic_epi32::<0x96>(a, b, c);
    fn ch(a, b, c) = _mm512_ternarylogic_epi32::<0xca>(a, b, c);
    fn maj(a, b, c) = _mm512_ternarylogic_epi32::<0xe8>(a, b, c);
    /// Words one byte later: the last byte of `before` and the first three of `word`.
    fn shift_in(before, word) = {
        let first = _mm512_set1_epi32(0xff00_0000_u32 as i32);
        let (before, word) = (_mm512_ror_epi32::<8>(before), _mm512_ror_epi32::<8>(word));
        _mm512_ternarylogic_epi32::<0xca>(first, before, word)
    };
}

/// The same vector, of which the compiler knows nothing more: sums on both sides of it stay as they
/// are written.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(crate) fn pin(mut vector: V) -> V {
    // SAFETY: no instruction at all.
    unsafe {
        std::arch::asm!("/* {0} */", inout(zmm_reg) vector, options(pure, nomem, nostack, preserves_flags));
    }
    vector
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(crate) fn ror<const R: i32, const L: i32>(a: V) -> V {
    _mm512_ror_epi32::<R>(a)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(crate) fn shr<const N: u32>(a: V) -> V {
    _mm512_srli_epi32::<N>(a)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(crate) fn splat(word: u32) -> V {
    _mm512_set1_epi32(word as i32)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(crate) fn get(row: &[u32; 16]) -> V {
    // SAFETY: a row is 64 bytes.
    unsafe { _mm512_loadu_si512(row.as_ptr().cast()) }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
pub(crate) fn put(row: &mut [u32; 16], vector: V) {
    // SAFETY: a row is 64 bytes.
    unsafe { _mm512_storeu_si512(row.as_mut_ptr().cast(), vector) }
}

/// The block of every lane, turned over: vector `w` holds word `w` of all lanes.
///
/// # Safety
/// 64 bytes must be readable at `at` in each of `lanes`.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
unsafe fn load16(lanes: &[*const u8; 16], at: usize) -> [V; 16] {
    let swap = _mm512_broadcast_i32x4(_mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203));
    let r: [V; 16] = array::from_fn(|i| {
        // SAFETY: the caller's promise.
        let block = unsafe { _mm512_loadu_si512(lanes[i].add(at).cast()) };
        _mm512_shuffle_epi8(block, swap)
    });
    // Within each quarter, words of four lanes: q[4 * i + j] has word 4 * quarter + j of lanes
    // 4 * i .. 4 * i + 4.
    let mut q = r;
    for i in [0, 4, 8, 12] {
        let low = _mm512_unpacklo_epi32(r[i], r[i + 1]);
        let high = _mm512_unpackhi_epi32(r[i], r[i + 1]);
        let low2 = _mm512_unpacklo_epi32(r[i + 2], r[i + 3]);
        let high2 = _mm512_unpackhi_epi32(r[i + 2], r[i + 3]);
        q[i] = _mm512_unpacklo_epi64(low, low2);
        q[i + 1] = _mm512_unpackhi_epi64(low, low2);
        q[i + 2] = _mm512_unpacklo_epi64(high, high2);
        q[i + 3] = _mm512_unpackhi_epi64(high, high2);
    }
    let mut w = q;
    for j in [0, 1, 2, 3] {
        let even = _mm512_shuffle_i32x4::<0b1000_1000>(q[j], q[j + 4]);
        let odd = _mm512_shuffle_i32x4::<0b1101_1101>(q[j], q[j + 4]);
        let even2 = _mm512_shuffle_i32x4::<0b1000_1000>(q[j + 8], q[j + 12]);
        let odd2 = _mm512_shuffle_i32x4::<0b1101_1101>(q[j + 8], q[j + 12]);
        w[j] = _mm512_shuffle_i32x4::<0b1000_1000>(even, even2);
        w[j + 8] = _mm512_shuffle_i32x4::<0b1101_1101>(even, even2);
        w[j + 4] = _mm512_shuffle_i32x4::<0b1000_1000>(odd, odd2);
        w[j + 12] = _mm512_shuffle_i32x4::<0b1101_1101>(odd, odd2);
    }
    w
}

/// Turns 8 words of 16 lanes, laid out by [`LANE_OF`], into 16 digests.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn store_digests(s: [V; 8], digests: &mut [Hash256; 16]) {
    let swap = _mm512_broadcast_i32x4(_mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203));
    let mut halves = [[s[0]; 4]; 2];
    for (half, r) in halves.iter_mut().zip(s.as_chunks::<4>().0) {
        let r = r.map(|vector| _mm512_shuffle_epi8(vector, swap));
        let low = _mm512_unpacklo_epi32(r[0], r[1]);
        let high = _mm512_unpackhi_epi32(r[0], r[1]);
        let low2 = _mm512_unpacklo_epi32(r[2], r[3]);
        let high2 = _mm512_unpackhi_epi32(r[2], r[3]);
        *half = [
            _mm512_unpacklo_epi64(low, low2),
            _mm512_unpackhi_epi64(low, low2),
            _mm512_unpacklo_epi64(high, high2),
            _mm512_unpackhi_epi64(high, high2),
        ];
    }
    let first = _mm512_set_epi64(11, 10, 3, 2, 9, 8, 1, 0);
    let second = _mm512_set_epi64(15, 14, 7, 6, 13, 12, 5, 4);
    let (four, _) = digests.as_chunks_mut::<4>();
    for (j, four) in four.iter_mut().enumerate() {
        let (low, high) = (halves[0][j], halves[1][j]);
        let at = four.as_mut_ptr().cast::<u8>();
        // SAFETY: four digests are 128 bytes.
        unsafe {
            _mm512_storeu_si512(at.cast(), _mm512_permutex2var_epi64(low, first, high));
            let next = at.add(64).cast();
            _mm512_storeu_si512(next, _mm512_permutex2var_epi64(low, second, high));
        }
    }
}

lane_kernel!(Avx512, "avx512f,avx512bw", 16);
