//! Products by the affine instruction of GFNI: a byte, as a vector of bits, times the matrix of the
//! factor. It knows no modulus, so both fields cost the same.
#![allow(
    unsafe_code,
    reason = "vector loads and stores, and calls behind a token"
)]

use std::arch::x86_64::{
    __m256i, __m512i, _mm256_gf2p8affine_epi64_epi8, _mm256_loadu_si256, _mm256_set1_epi64x,
    _mm256_setzero_si256, _mm256_storeu_si256, _mm256_xor_si256, _mm512_gf2p8affine_epi64_epi8,
    _mm512_loadu_si512, _mm512_set1_epi64, _mm512_setzero_si512, _mm512_storeu_si512,
    _mm512_xor_si512,
};

use super::kernel::Mixer;

macro_rules! kernel {
    (
        $(#[$doc:meta])* $token:ident, $features:literal, [$($feature:tt),*], $vector:ty, $bytes:literal,
        $load:ident, $store:ident, $zero:ident, $set:ident, $affine:ident, $xor:ident
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub(super) struct $token(());

        impl $token {
            /// The proof, where it can be given.
            pub(super) fn get() -> Option<Self> {
                ($(is_x86_feature_detected!($feature))&&*).then_some(Self(()))
            }

            /// Sums whole vectors; returns how many bytes of the first `len` are done.
            pub(super) fn mix(
                self,
                mixer: &Mixer,
                matrices: &[u64],
                inputs: &[&[u8]],
                outputs: &mut [&mut [u8]],
                len: usize,
            ) -> usize {
                const ROWS: usize = 5;
                let whole = len - len % $bytes;
                let columns = mixer.inputs.max(1);
                let rows: Vec<&[u64]> = matrices.chunks_exact(columns).collect();
                for (rows, outputs) in rows.chunks(ROWS).zip(outputs.chunks_mut(ROWS)) {
                    debug_assert_eq!(rows.len(), outputs.len());
                    // SAFETY: the token proves the features; the caller found every block at least
                    // `len` long; a row has a matrix for each input.
                    unsafe {
                        match outputs.len() {
                            1 => Self::group::<1>(rows, inputs, outputs, whole),
                            2 => Self::group::<2>(rows, inputs, outputs, whole),
                            3 => Self::group::<3>(rows, inputs, outputs, whole),
                            4 => Self::group::<4>(rows, inputs, outputs, whole),
                            _ => Self::group::<ROWS>(rows, inputs, outputs, whole),
                        }
                    }
                }
                whole
            }

            /// # Safety
            /// The processor has the features, all blocks have `whole` bytes (a multiple of a
            /// vector's), there are `N` outputs.
            #[target_feature(enable = $features)]
            unsafe fn group<const N: usize>(
                rows: &[&[u64]],
                inputs: &[&[u8]],
                outputs: &mut [&mut [u8]],
                whole: usize,
            ) {
                let mut at = 0;
                while at < whole {
                    let mut sums: [$vector; N] = [$zero(); N];
                    for (j, input) in inputs.iter().enumerate() {
                        // SAFETY: a whole vector from `at` on is within the block.
                        let block = unsafe { $load(input.as_ptr().add(at).cast()) };
                        for (sum, row) in sums.iter_mut().zip(rows) {
                            let matrix = row.get(j).copied().unwrap_or(0);
                            let matrix = $set(matrix.cast_signed());
                            *sum = $xor(*sum, $affine::<0>(block, matrix));
                        }
                    }
                    for (output, sum) in outputs.iter_mut().zip(sums) {
                        // SAFETY: a whole vector from `at` on is within the block.
                        unsafe { $store(output.as_mut_ptr().add(at).cast(), sum) };
                    }
                    at += $bytes;
                }
            }
        }
    };
}

kernel!(
    /// Proof that this processor has GFNI on vectors of 32 bytes.
    Gfni256, "avx2,gfni", ["avx2", "gfni"], __m256i, 32,
    _mm256_loadu_si256, _mm256_storeu_si256, _mm256_setzero_si256, _mm256_set1_epi64x,
    _mm256_gf2p8affine_epi64_epi8, _mm256_xor_si256
);
kernel!(
    /// Proof that this processor has GFNI on vectors of 64 bytes.
    Gfni512, "avx512f,avx512bw,gfni", ["avx512f", "avx512bw", "gfni"], __m512i, 64,
    _mm512_loadu_si512, _mm512_storeu_si512, _mm512_setzero_si512, _mm512_set1_epi64,
    _mm512_gf2p8affine_epi64_epi8, _mm512_xor_si512
);
