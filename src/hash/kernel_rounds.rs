//! Many messages in lanes, written once over the steps of `kernel_steps`. A kernel names its vector
//! `V` and gives the operations `add xor xor3 ch maj ror shr splat get put load16
//! store_digests shift_in`; the macro writes the rest for its features.
#![allow(unsafe_code, reason = "a prefetch is unsafe by name up to Rust 1.89")]

use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};

/// How far before its use a kernel asks for memory.
const AHEAD_BYTES: usize = 1024;

/// Asks for what is read some blocks after `at`: so many streams are too much for the processor to
/// foresee. It may lie behind the end of a stream.
#[inline]
pub(super) fn ask_ahead(at: *const u8) {
    #[allow(unused_unsafe, reason = "safe in later versions of Rust")]
    // SAFETY: every x86-64 can prefetch, and a prefetch never faults.
    unsafe {
        _mm_prefetch::<_MM_HINT_T0>(at.wrapping_add(AHEAD_BYTES).cast());
    }
}

/// A kernel of `$lanes` lanes: `$token` is its proof that the processor has `$features`.
macro_rules! lane_kernel {
    ($token:ident, $features:literal, $lanes:literal) => {
        type Lanes = [*const u8; $lanes];

        /// # Safety
        /// `64 * count` bytes must be readable at each of `lanes`.
        #[target_feature(enable = $features)]
        unsafe fn many256(state: &mut [[u32; $lanes]; 8], lanes: &Lanes, count: usize) {
            let mut s: [V; 8] = array::from_fn(|i| get(&state[i]));
            for i in 0..count {
                for lane in lanes {
                    ask_ahead(lane.wrapping_add(64 * i));
                }
                // SAFETY: block `i` of `count`.
                let w = unsafe { load16(lanes, 64 * i) };
                block256!(s, w);
            }
            for (row, vector) in state.iter_mut().zip(s) {
                put(row, vector);
            }
        }

        /// # Safety
        /// `64 * count` bytes must be readable at each of `lanes`.
        #[target_feature(enable = $features)]
        unsafe fn many1(state: &mut [[u32; $lanes]; 5], lanes: &Lanes, count: usize) {
            let mut s: [V; 5] = array::from_fn(|i| get(&state[i]));
            for i in 0..count {
                for lane in lanes {
                    ask_ahead(lane.wrapping_add(64 * i));
                }
                // SAFETY: block `i` of `count`.
                let w = unsafe { load16(lanes, 64 * i) };
                block1!(s, sum1, w);
            }
            for (row, vector) in state.iter_mut().zip(s) {
                put(row, vector);
            }
        }

        #[target_feature(enable = $features)]
        fn zeros1(state: &mut [[u32; $lanes]; 5], count: u64) {
            let mut s: [V; 5] = array::from_fn(|i| get(&state[i]));
            for _ in 0..count {
                block1!(s, zero1, ());
            }
            for (row, vector) in state.iter_mut().zip(s) {
                put(row, vector);
            }
        }

        /// # Safety
        /// `64 * count` bytes must be readable at each of `lanes`.
        #[target_feature(enable = $features)]
        unsafe fn many_both(
            sha1: &mut [[u32; $lanes]; 5],
            sha256: &mut [[u32; $lanes]; 8],
            lanes: &Lanes,
            count: usize,
        ) {
            let mut s1: [V; 5] = array::from_fn(|i| get(&sha1[i]));
            let mut s256: [V; 8] = array::from_fn(|i| get(&sha256[i]));
            for i in 0..count {
                for lane in lanes {
                    ask_ahead(lane.wrapping_add(64 * i));
                }
                // SAFETY: block `i` of `count`.
                let w = unsafe { load16(lanes, 64 * i) };
                block1!(s1, sum1, w);
                block256!(s256, w);
            }
            for (row, vector) in sha1.iter_mut().zip(s1) {
                put(row, vector);
            }
            for (row, vector) in sha256.iter_mut().zip(s256) {
                put(row, vector);
            }
        }

        #[target_feature(enable = $features)]
        fn same256(state: &mut [[u32; $lanes]; 8], schedule: &[u32; 64]) {
            let mut s: [V; 8] = array::from_fn(|i| get(&state[i]));
            summed_block256!(s, schedule);
            for (row, vector) in state.iter_mut().zip(s) {
                put(row, vector);
            }
        }

        #[target_feature(enable = $features)]
        fn pairs256(
            prefix: Option<u8>,
            pairs: &[[u8; 64]; $lanes],
            parents: &mut [Hash256; $lanes],
        ) {
            let mut s: [V; 8] = array::from_fn(|i| splat(START_256[i]));
            let lanes: Lanes = array::from_fn(|i| pairs[LANE_OF[i]].as_ptr());
            // SAFETY: every lane is a pair of 64 bytes.
            let w = unsafe { load16(&lanes, 0) };
            if let Some(byte) = prefix {
                let mut first = [shift_in(splat(u32::from(byte)), w[0]); 16];
                for i in 1..16 {
                    first[i] = shift_in(w[i - 1], w[i]);
                }
                block256!(s, first);
                let mut last = [splat(0); 16];
                last[0] = shift_in(w[15], splat(0x8000_0000));
                last[15] = splat(65 * 8);
                block256!(s, last);
            } else {
                block256!(s, w);
                summed_block256!(s, AFTER_64);
            }
            store_digests(s, parents);
        }

        impl Compress<$lanes, 8> for $token {
            fn compress(
                self,
                state: &mut [[u32; $lanes]; 8],
                streams: [&[u8]; $lanes],
                count: usize,
            ) {
                let lanes = pointers(streams, count);
                // SAFETY: the token proves the features, `pointers` the lengths.
                unsafe { many256(state, &lanes, count) }
            }
        }

        impl Compress<$lanes, 5> for $token {
            fn compress(
                self,
                state: &mut [[u32; $lanes]; 5],
                streams: [&[u8]; $lanes],
                count: usize,
            ) {
                let lanes = pointers(streams, count);
                // SAFETY: the token proves the features, `pointers` the lengths.
                unsafe { many1(state, &lanes, count) }
            }

            fn zeros(self, state: &mut [[u32; $lanes]; 5], count: u64) {
                // SAFETY: the token proves the features.
                unsafe { zeros1(state, count) }
            }
        }

        impl Both<$lanes> for $token {
            fn both(
                self,
                sha1: &mut [[u32; $lanes]; 5],
                sha256: &mut [[u32; $lanes]; 8],
                streams: [&[u8]; $lanes],
                count: usize,
            ) {
                let lanes = pointers(streams, count);
                // SAFETY: the token proves the features, `pointers` the lengths.
                unsafe { many_both(sha1, sha256, &lanes, count) }
            }

            fn same(self, state: &mut [[u32; $lanes]; 8], schedule: &[u32; 64]) {
                // SAFETY: the token proves the features.
                unsafe { same256(state, schedule) }
            }
        }

        impl Pairs<$lanes> for $token {
            fn pairs(
                self,
                prefix: Option<u8>,
                pairs: &[[u8; 64]; $lanes],
                parents: &mut [Hash256; $lanes],
            ) {
                // SAFETY: the token proves the features.
                unsafe { pairs256(prefix, pairs, parents) }
            }
        }

        /// Where every stream starts; panics if one has fewer than `count` blocks.
        fn pointers(streams: [&[u8]; $lanes], count: usize) -> Lanes {
            streams.map(|stream| {
                assert!(stream.len() / 64 >= count, "a stream shorter than counted");
                stream.as_ptr()
            })
        }
    };
}
