//! CRC-64 by carry-less products: the remainder of 64 bytes is carried 64 bytes on, by Gopal and
//! others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ" (Intel, 2009).
#![allow(
    unsafe_code,
    reason = "vector loads and stores, and calls behind a check of features"
)]

use std::arch::x86_64::{
    __m128i, __m256i, _mm_clmulepi64_si128, _mm_cvtsi64_si128, _mm_loadu_si128, _mm_set_epi64x,
    _mm_storeu_si128, _mm_xor_si128, _mm256_broadcastsi128_si256, _mm256_castsi256_si128,
    _mm256_clmulepi64_epi128, _mm256_extracti128_si256, _mm256_loadu_si256, _mm256_xor_si256,
    _mm256_zextsi128_si256,
};

use super::crc::{plain, times_x};

/// x^`exponent` modulo the polynomial.
const fn power(exponent: u32) -> i64 {
    let mut state = 1 << 63;
    let mut done = 0;
    while done < exponent {
        state = times_x(state);
        done += 1;
    }
    state.cast_signed()
}

/// What carries a remainder `bits` further: its two words are multiplied with these.
const fn factors(bits: u32) -> [i64; 2] {
    [power(bits + 63), power(bits - 1)]
}

const ON_128: [i64; 2] = factors(128);
const ON_256: [i64; 2] = factors(256);
const ON_512: [i64; 2] = factors(512);
const ON_1024: [i64; 2] = factors(1024);

/// Takes in as many bytes as go by whole steps; returns the state, and the bytes left.
pub(super) fn fold(state: u64, bytes: &[u8]) -> (u64, &[u8]) {
    if !is_x86_feature_detected!("pclmulqdq") {
        return (state, bytes);
    }
    let wide = is_x86_feature_detected!("vpclmulqdq") && is_x86_feature_detected!("avx2");
    if wide && bytes.len() >= 256 {
        let (whole, rest) = bytes.split_at(bytes.len() & !127);
        // SAFETY: the features are there; `whole` is a multiple of 128 bytes, 256 at least.
        return (unsafe { fold_128(state, whole) }, rest);
    }
    if bytes.len() < 64 {
        return (state, bytes);
    }
    let (whole, rest) = bytes.split_at(bytes.len() & !63);
    // SAFETY: the feature is there; `whole` is a multiple of 64 bytes, 64 at least.
    (unsafe { fold_64(state, whole) }, rest)
}

/// A remainder carried on, and what stands there added.
#[target_feature(enable = "pclmulqdq")]
fn carry(remainder: __m128i, [low, high]: [i64; 2], next: __m128i) -> __m128i {
    let by = _mm_set_epi64x(high, low);
    let low = _mm_clmulepi64_si128::<0x00>(remainder, by);
    let high = _mm_clmulepi64_si128::<0x11>(remainder, by);
    _mm_xor_si128(_mm_xor_si128(low, high), next)
}

/// The remainder of the last 16 bytes.
#[target_feature(enable = "pclmulqdq")]
fn last(remainder: __m128i) -> u64 {
    let mut bytes = [0; 16];
    // SAFETY: 16 bytes are there.
    unsafe { _mm_storeu_si128(bytes.as_mut_ptr().cast(), remainder) };
    plain(0, &bytes)
}

/// # Safety
/// The processor has pclmulqdq; there are `64 * n` bytes, `n` at least 1.
#[target_feature(enable = "pclmulqdq")]
unsafe fn fold_64(state: u64, bytes: &[u8]) -> u64 {
    // SAFETY: every step reads 64 bytes within the slice.
    let load = |step: usize, i: usize| unsafe {
        _mm_loadu_si128(bytes.as_ptr().add(64 * step + 16 * i).cast())
    };
    let mut lanes: [__m128i; 4] = std::array::from_fn(|i| load(0, i));
    if let Some(first) = lanes.first_mut() {
        *first = _mm_xor_si128(*first, _mm_cvtsi64_si128(state.cast_signed()));
    }
    for step in 1..bytes.len() / 64 {
        for (i, lane) in lanes.iter_mut().enumerate() {
            *lane = carry(*lane, ON_512, load(step, i));
        }
    }
    let [first, second, third, fourth] = lanes;
    last(carry(
        carry(carry(first, ON_128, second), ON_128, third),
        ON_128,
        fourth,
    ))
}

/// # Safety
/// The processor has vpclmulqdq and AVX2; there are `128 * n` bytes, `n` at least 1.
#[target_feature(enable = "avx2,pclmulqdq,vpclmulqdq")]
unsafe fn fold_128(state: u64, bytes: &[u8]) -> u64 {
    // SAFETY: every step reads 128 bytes within the slice.
    let load = |step: usize, i: usize| unsafe {
        _mm256_loadu_si256(bytes.as_ptr().add(128 * step + 32 * i).cast())
    };
    let mut lanes: [__m256i; 4] = std::array::from_fn(|i| load(0, i));
    if let Some(first) = lanes.first_mut() {
        let state = _mm256_zextsi128_si256(_mm_cvtsi64_si128(state.cast_signed()));
        *first = _mm256_xor_si256(*first, state);
    }
    let by = _mm256_broadcastsi128_si256(_mm_set_epi64x(ON_1024[1], ON_1024[0]));
    for step in 1..bytes.len() / 128 {
        for (i, lane) in lanes.iter_mut().enumerate() {
            *lane = carry_wide(*lane, by, load(step, i));
        }
    }
    let by = _mm256_broadcastsi128_si256(_mm_set_epi64x(ON_256[1], ON_256[0]));
    let [first, second, third, fourth] = lanes;
    let all = carry_wide(
        carry_wide(carry_wide(first, by, second), by, third),
        by,
        fourth,
    );
    let (low, high) = (
        _mm256_castsi256_si128(all),
        _mm256_extracti128_si256::<1>(all),
    );
    last(carry(low, ON_128, high))
}

#[target_feature(enable = "avx2,vpclmulqdq")]
fn carry_wide(remainder: __m256i, by: __m256i, next: __m256i) -> __m256i {
    let low = _mm256_clmulepi64_epi128::<0x00>(remainder, by);
    let high = _mm256_clmulepi64_epi128::<0x11>(remainder, by);
    _mm256_xor_si256(_mm256_xor_si256(low, high), next)
}
