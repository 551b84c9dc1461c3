//! The rounds of SHA-256 and SHA-1 over vectors of lanes, written once. A kernel names its vector
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

macro_rules! step256 {
    ($a:ident $b:ident $c:ident $d:ident $e:ident $f:ident $g:ident $h:ident, $kw:expr) => {
        let big1 = xor3(ror::<6, 26>($e), ror::<11, 21>($e), ror::<25, 7>($e));
        let t = add(add($h, $kw), add(big1, ch($e, $f, $g)));
        let big0 = xor3(ror::<2, 30>($a), ror::<13, 19>($a), ror::<22, 10>($a));
        $d = add($d, t);
        $h = add(t, add(big0, maj($a, $b, $c)));
    };
}

/// Sixteen rounds; `$kw` is a macro that gives what round `$i` of them adds.
macro_rules! sixteen256 {
    ($s:ident, $kw:ident!($w:ident, $k:expr)) => {
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = $s;
        step256!(a b c d e f g h, $kw!($w, $k, 0));
        step256!(h a b c d e f g, $kw!($w, $k, 1));
        step256!(g h a b c d e f, $kw!($w, $k, 2));
        step256!(f g h a b c d e, $kw!($w, $k, 3));
        step256!(e f g h a b c d, $kw!($w, $k, 4));
        step256!(d e f g h a b c, $kw!($w, $k, 5));
        step256!(c d e f g h a b, $kw!($w, $k, 6));
        step256!(b c d e f g h a, $kw!($w, $k, 7));
        step256!(a b c d e f g h, $kw!($w, $k, 8));
        step256!(h a b c d e f g, $kw!($w, $k, 9));
        step256!(g h a b c d e f, $kw!($w, $k, 10));
        step256!(f g h a b c d e, $kw!($w, $k, 11));
        step256!(e f g h a b c d, $kw!($w, $k, 12));
        step256!(d e f g h a b c, $kw!($w, $k, 13));
        step256!(c d e f g h a b, $kw!($w, $k, 14));
        step256!(b c d e f g h a, $kw!($w, $k, 15));
        $s = [a, b, c, d, e, f, g, h];
    };
}

/// A word of the block as it is.
macro_rules! given256 {
    ($w:ident, $k:expr, $i:literal) => {
        add($w[$i], splat($k[$i]))
    };
}

/// The word 16 places on, put in the place of the one no longer needed.
macro_rules! next256 {
    ($w:ident, $k:expr, $i:literal) => {{
        let (x, y) = ($w[($i + 1) % 16], $w[($i + 14) % 16]);
        let small0 = xor3(ror::<7, 25>(x), ror::<18, 14>(x), shr::<3>(x));
        let small1 = xor3(ror::<17, 15>(y), ror::<19, 13>(y), shr::<10>(y));
        $w[$i] = add(add($w[$i], $w[($i + 9) % 16]), add(small0, small1));
        add($w[$i], splat($k[$i]))
    }};
}

/// Words and constants summed beforehand.
macro_rules! summed256 {
    ($w:ident, $k:expr, $i:literal) => {
        splat($w[$i])
    };
}

macro_rules! word1 {
    ($w:ident, $i:expr) => {{
        if $i >= 16 {
            let three = xor3($w[($i + 13) % 16], $w[($i + 8) % 16], $w[($i + 2) % 16]);
            $w[$i % 16] = ror::<31, 1>(xor($w[$i % 16], three));
        }
        $w[$i % 16]
    }};
}

/// The word and the constant of a round.
macro_rules! sum1 {
    ($w:ident, $k:ident, $i:expr) => {
        add(word1!($w, $i), $k)
    };
}

/// The same where every word is zero.
macro_rules! zero1 {
    ($w:ident, $k:ident, $i:expr) => {
        $k
    };
}

macro_rules! step1 {
    ($a:ident $b:ident $c:ident $d:ident $e:ident, $mix:ident, $k:ident, $sum:ident, $w:ident, $i:expr) => {
        let rest = add(add($e, $sum!($w, $k, $i)), $mix($b, $c, $d));
        $e = add(rest, ror::<27, 5>($a));
        $b = ror::<2, 30>($b);
    };
}

macro_rules! five1 {
    ($s:ident, $mix:ident, $k:ident, $sum:ident, $w:ident, $i:expr) => {
        let [mut a, mut b, mut c, mut d, mut e] = $s;
        step1!(a b c d e, $mix, $k, $sum, $w, $i);
        step1!(e a b c d, $mix, $k, $sum, $w, $i + 1);
        step1!(d e a b c, $mix, $k, $sum, $w, $i + 2);
        step1!(c d e a b, $mix, $k, $sum, $w, $i + 3);
        step1!(b c d e a, $mix, $k, $sum, $w, $i + 4);
        $s = [a, b, c, d, e];
    };
}

macro_rules! twenty1 {
    ($s:ident, $mix:ident, $k:expr, $sum:ident, $w:ident, $i:expr) => {
        let k = splat($k);
        five1!($s, $mix, k, $sum, $w, $i);
        five1!($s, $mix, k, $sum, $w, $i + 5);
        five1!($s, $mix, k, $sum, $w, $i + 10);
        five1!($s, $mix, k, $sum, $w, $i + 15);
    };
}

/// A block of SHA-256 into the state `$s`; a macro, since a function of this size is not inlined.
macro_rules! block256 {
    ($s:ident, $w:expr) => {
        let before = $s;
        let mut w = $w;
        let (first, more) = K256.as_chunks::<16>().0.split_at(1);
        sixteen256!($s, given256!(w, first[0]));
        for k in more {
            sixteen256!($s, next256!(w, k));
        }
        for i in 0..8 {
            $s[i] = add($s[i], before[i]);
        }
    };
}

/// A block of SHA-256 whose schedule is known, into the state `$s`.
macro_rules! summed_block256 {
    ($s:ident, $schedule:expr) => {
        let before = $s;
        for sums in $schedule.as_chunks::<16>().0 {
            sixteen256!($s, summed256!(sums, ()));
        }
        for i in 0..8 {
            $s[i] = add($s[i], before[i]);
        }
    };
}

/// A block of SHA-1 into the state `$s`, its words as `$sum` gives them.
macro_rules! block1 {
    ($s:ident, $sum:ident, $w:expr) => {
        let before = $s;
        #[allow(unused_mut, unused_variables, reason = "zeros need no words")]
        let mut w = $w;
        twenty1!($s, ch, K1[0], $sum, w, 0);
        twenty1!($s, xor3, K1[1], $sum, w, 20);
        twenty1!($s, maj, K1[2], $sum, w, 40);
        twenty1!($s, xor3, K1[3], $sum, w, 60);
        for i in 0..5 {
            $s[i] = add($s[i], before[i]);
        }
    };
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
