//! Products by halves of bytes: a shuffle looks up 32 products of the lower halves at once, another
//! those of the upper ones. Shuffles take the same time whatever is looked up.
#![allow(
    unsafe_code,
    reason = "vector loads and stores, and calls behind a token"
)]

use std::arch::x86_64::{
    __m256i, _mm_loadu_si128, _mm256_and_si256, _mm256_broadcastsi128_si256, _mm256_loadu_si256,
    _mm256_set1_epi8, _mm256_setzero_si256, _mm256_shuffle_epi8, _mm256_srli_epi16,
    _mm256_storeu_si256, _mm256_xor_si256,
};

use super::gf::Field;
use super::kernel::Mixer;

/// Bytes of a block that are summed at once: two vectors.
const STEP: usize = 64;
/// Blocks of the result that are summed at once, so that their sums stay in registers.
const ROWS: usize = 5;

/// Proof that this processor has AVX2.
#[derive(Clone, Copy)]
pub(super) struct Avx2(());

impl Avx2 {
    /// The proof, where it can be given.
    pub(super) fn get() -> Option<Self> {
        is_x86_feature_detected!("avx2").then_some(Self(()))
    }
}

/// The products of a factor with all lower and with all upper halves of a byte.
type Table = [[u8; 16]; 2];

/// Those of a matrix, in groups of at most [`ROWS`] rows; in a group column after column.
pub(super) struct Tables {
    cpu: Avx2,
    groups: Vec<Vec<Table>>,
}

impl Tables {
    pub(super) fn new(cpu: Avx2, field: Field, inputs: usize, factors: &[u8]) -> Self {
        let table = |factor: u8| {
            let lower = std::array::from_fn(|half| field.mul(factor, half as u8));
            let upper = std::array::from_fn(|half| field.mul(factor, (half << 4) as u8));
            [lower, upper]
        };
        let rows: Vec<&[u8]> = factors.chunks_exact(inputs.max(1)).collect();
        let group = |rows: &[&[u8]]| {
            let columns = (0..inputs).flat_map(|j| rows.iter().filter_map(move |row| row.get(j)));
            columns.map(|factor| table(*factor)).collect()
        };
        let groups = rows.chunks(ROWS).map(group).collect();
        Self { cpu, groups }
    }

    /// Sums whole steps; returns how many bytes of the first `len` are done.
    pub(super) fn mix(
        &self,
        mixer: &Mixer,
        inputs: &[&[u8]],
        outputs: &mut [&mut [u8]],
        len: usize,
    ) -> usize {
        let whole = len - len % STEP;
        debug_assert_eq!(outputs.len(), mixer.outputs);
        let Avx2(()) = self.cpu;
        for (tables, outputs) in self.groups.iter().zip(outputs.chunks_mut(ROWS)) {
            debug_assert_eq!(tables.len(), inputs.len() * outputs.len());
            // SAFETY: the token proves AVX2; the caller found every block at least `len` long; a
            // group has a table for each of its rows and columns.
            unsafe {
                match outputs.len() {
                    1 => group::<1>(tables, inputs, outputs, whole),
                    2 => group::<2>(tables, inputs, outputs, whole),
                    3 => group::<3>(tables, inputs, outputs, whole),
                    4 => group::<4>(tables, inputs, outputs, whole),
                    _ => group::<ROWS>(tables, inputs, outputs, whole),
                }
            }
        }
        whole
    }
}

/// # Safety
/// The processor has AVX2, all blocks have `whole` bytes (a multiple of [`STEP`]), there are `N`
/// outputs and `N` tables for each input.
#[target_feature(enable = "avx2")]
unsafe fn group<const N: usize>(
    tables: &[Table],
    inputs: &[&[u8]],
    outputs: &mut [&mut [u8]],
    whole: usize,
) {
    let half = _mm256_set1_epi8(0x0f);
    let mut at = 0;
    while at < whole {
        let mut sums = [[_mm256_setzero_si256(); 2]; N];
        for (input, tables) in inputs.iter().zip(tables.chunks_exact(N)) {
            // SAFETY: `at` + 64 bytes are within the block.
            let (first, second) = unsafe {
                let from = input.as_ptr().add(at);
                (load(from), load(from.add(32)))
            };
            let upper = |v| _mm256_and_si256(_mm256_srli_epi16::<4>(v), half);
            let halves = [
                (_mm256_and_si256(first, half), upper(first)),
                (_mm256_and_si256(second, half), upper(second)),
            ];
            for (sum, [low, high]) in sums.iter_mut().zip(tables) {
                // SAFETY: each table is 16 bytes.
                let (low, high) = unsafe { (both(low), both(high)) };
                for (sum, (lower, upper)) in sum.iter_mut().zip(halves) {
                    let product = _mm256_xor_si256(
                        _mm256_shuffle_epi8(low, lower),
                        _mm256_shuffle_epi8(high, upper),
                    );
                    *sum = _mm256_xor_si256(*sum, product);
                }
            }
        }
        for (output, [first, second]) in outputs.iter_mut().zip(sums) {
            // SAFETY: `at` + 64 bytes are within the block.
            unsafe {
                let to = output.as_mut_ptr().add(at);
                _mm256_storeu_si256(to.cast(), first);
                _mm256_storeu_si256(to.add(32).cast(), second);
            }
        }
        at += STEP;
    }
}

/// # Safety
/// 32 bytes can be read.
#[target_feature(enable = "avx2")]
unsafe fn load(from: *const u8) -> __m256i {
    // SAFETY: by the caller.
    unsafe { _mm256_loadu_si256(from.cast()) }
}

/// A table in both halves of a vector.
#[target_feature(enable = "avx2")]
unsafe fn both(table: &[u8; 16]) -> __m256i {
    // SAFETY: a table is 16 bytes.
    let table = unsafe { _mm_loadu_si128(table.as_ptr().cast()) };
    _mm256_broadcastsi128_si256(table)
}
