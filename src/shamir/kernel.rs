//! Sums of blocks, each times a byte: the one operation under splitting, joining, correcting and
//! Reed-Solomon codes. Chosen at run time; every kind takes the same time for all data, for the
//! tables and matrices that it uses are made of the factors, which are public.

use super::gf::Field;

/// How a processor multiplies many bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kernel {
    /// Eight steps of masks on words of 8 bytes.
    Portable,
    /// Two shuffles of 16 products each, one for either half of a byte; 32 bytes at once.
    Avx2,
    /// The affine instruction of GFNI; 32 bytes at once.
    Gfni256,
    /// The same on 64 bytes.
    Gfni512,
}

impl Kernel {
    /// Every kind, the fastest last.
    pub const ALL: [Self; 4] = [Self::Portable, Self::Avx2, Self::Gfni256, Self::Gfni512];

    /// Whether this processor can.
    pub fn supported(self) -> bool {
        match self {
            Self::Portable => true,
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => super::kernel_avx2::Avx2::get().is_some(),
            #[cfg(target_arch = "x86_64")]
            Self::Gfni256 => super::kernel_gfni::Gfni256::get().is_some(),
            #[cfg(target_arch = "x86_64")]
            Self::Gfni512 => super::kernel_gfni::Gfni512::get().is_some(),
            #[cfg(not(target_arch = "x86_64"))]
            _ => false,
        }
    }

    /// The fastest that this processor has.
    pub fn detect() -> Self {
        let able = Self::ALL
            .into_iter()
            .rev()
            .find(|kernel| kernel.supported());
        able.unwrap_or(Self::Portable)
    }
}

/// A matrix over GF(256), ready to be multiplied with blocks: row `i` says how block `i` of the
/// result is summed from the blocks given.
pub struct Mixer {
    pub(super) field: Field,
    pub(super) inputs: usize,
    pub(super) outputs: usize,
    /// Row after row.
    pub(super) factors: Vec<u8>,
    kind: Kind,
}

/// What a kind of processor keeps of a matrix.
enum Kind {
    Portable,
    #[cfg(target_arch = "x86_64")]
    Avx2(super::kernel_avx2::Tables),
    #[cfg(target_arch = "x86_64")]
    Gfni256(super::kernel_gfni::Gfni256, Vec<u64>),
    #[cfg(target_arch = "x86_64")]
    Gfni512(super::kernel_gfni::Gfni512, Vec<u64>),
}

impl Mixer {
    /// Of rows of equal length; what is missing in a row is 0.
    pub fn new(kernel: Kernel, field: Field, rows: &[Vec<u8>]) -> Self {
        let inputs = rows.iter().map(Vec::len).max().unwrap_or(0);
        let padded = |row: &Vec<u8>| {
            let row = row.iter().copied().chain(std::iter::repeat(0));
            row.take(inputs).collect::<Vec<u8>>()
        };
        let factors = rows.iter().flat_map(padded).collect::<Vec<u8>>();
        let kind = Self::kind(kernel, field, inputs, &factors);
        Self {
            field,
            inputs,
            outputs: rows.len(),
            factors,
            kind,
        }
    }

    #[cfg(target_arch = "x86_64")]
    fn kind(kernel: Kernel, field: Field, inputs: usize, factors: &[u8]) -> Kind {
        use super::{kernel_avx2, kernel_gfni};
        let matrices = || {
            factors
                .iter()
                .map(|factor| matrix(field, *factor))
                .collect()
        };
        match kernel {
            Kernel::Gfni512 => {
                kernel_gfni::Gfni512::get().map(|cpu| Kind::Gfni512(cpu, matrices()))
            }
            Kernel::Gfni256 => {
                kernel_gfni::Gfni256::get().map(|cpu| Kind::Gfni256(cpu, matrices()))
            }
            Kernel::Avx2 => kernel_avx2::Avx2::get()
                .map(|cpu| Kind::Avx2(kernel_avx2::Tables::new(cpu, field, inputs, factors))),
            Kernel::Portable => None,
        }
        .unwrap_or(Kind::Portable)
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn kind(_kernel: Kernel, _field: Field, _inputs: usize, _factors: &[u8]) -> Kind {
        Kind::Portable
    }

    /// Writes every block of the result: all blocks as long as the shortest of them; what is longer
    /// stays as it is.
    pub fn mix(&self, inputs: &[&[u8]], outputs: &mut [&mut [u8]]) {
        let shortest = inputs.iter().map(|block| block.len());
        let shortest = shortest.chain(outputs.iter().map(|block| block.len()));
        let len = shortest.min().unwrap_or(0);
        let fits = inputs.len() == self.inputs && outputs.len() == self.outputs;
        debug_assert!(fits, "as many blocks as the matrix has columns and rows");
        if !fits {
            return;
        }
        let done = match &self.kind {
            Kind::Portable => 0,
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2(tables) => tables.mix(self, inputs, outputs, len),
            #[cfg(target_arch = "x86_64")]
            Kind::Gfni256(cpu, matrices) => cpu.mix(self, matrices, inputs, outputs, len),
            #[cfg(target_arch = "x86_64")]
            Kind::Gfni512(cpu, matrices) => cpu.mix(self, matrices, inputs, outputs, len),
        };
        self.portable(inputs, outputs, done, len);
    }

    /// From byte `start` to `end` of all blocks, by words of 8 bytes.
    fn portable(&self, inputs: &[&[u8]], outputs: &mut [&mut [u8]], start: usize, end: usize) {
        let rows = self.factors.chunks_exact(self.inputs.max(1));
        for (row, output) in rows.zip(outputs) {
            let Some(output) = output.get_mut(start..end) else {
                continue;
            };
            output.fill(0);
            for (factor, input) in row.iter().zip(inputs) {
                add_times(
                    self.field,
                    *factor,
                    input.get(start..end).unwrap_or_default(),
                    output,
                );
            }
        }
    }
}

/// Adds `factor` times `input` to `output`.
fn add_times(field: Field, factor: u8, input: &[u8], output: &mut [u8]) {
    let (words, rest) = output.as_chunks_mut::<8>();
    let (in_words, in_rest) = input.as_chunks::<8>();
    for (word, input) in words.iter_mut().zip(in_words) {
        let product = times(field, factor, u64::from_le_bytes(*input));
        *word = (u64::from_le_bytes(*word) ^ product).to_le_bytes();
    }
    for (byte, input) in rest.iter_mut().zip(in_rest) {
        *byte ^= field.mul(factor, *input);
    }
}

/// `factor` times each byte of a word.
fn times(field: Field, factor: u8, word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let (mut product, mut shifted) = (0, word);
    for bit in 0..8 {
        product ^= shifted & 0u64.wrapping_sub(u64::from(factor >> bit & 1));
        let overflow = shifted >> 7 & EACH;
        let reduced = overflow.wrapping_mul(u64::from(field.modulus()));
        shifted = (shifted & (EACH * 0x7f)) << 1 ^ reduced;
    }
    product
}

/// The product with `factor` as the affine instruction of GFNI takes it: byte `7 - i` of the word
/// says which bits of the input are summed for bit `i` of the product (Intel SDM, GF2P8AFFINEQB).
#[cfg_attr(
    not(target_arch = "x86_64"),
    allow(dead_code, reason = "no other processor has the instruction")
)]
fn matrix(field: Field, factor: u8) -> u64 {
    let mut rows = [0u8; 8];
    for bit in 0..8 {
        let column = field.mul(factor, 1 << bit);
        for (i, row) in rows.iter_mut().rev().enumerate() {
            *row |= (column >> i & 1) << bit;
        }
    }
    u64::from_le_bytes(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by one product after the other.
    fn naive(field: Field, rows: &[Vec<u8>], inputs: &[&[u8]], at: usize) -> Vec<u8> {
        let sum = |row: &Vec<u8>| {
            let products = row
                .iter()
                .zip(inputs)
                .map(|(f, input)| field.mul(*f, input[at]));
            products.fold(0, |sum, product| sum ^ product)
        };
        rows.iter().map(sum).collect()
    }

    fn bytes(seed: u64, len: usize) -> Vec<u8> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut draw = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(99);
            (state >> 56) as u8
        };
        (0..len).map(|_| draw()).collect()
    }

    fn compare(field: Field, kernel: Kernel, rows: &[Vec<u8>], len: usize, offset: usize) {
        let inputs = rows[0].len();
        let held: Vec<_> = (0..inputs)
            .map(|i| bytes(i as u64 + 1, len + offset))
            .collect();
        let blocks: Vec<&[u8]> = held.iter().map(|block| &block[offset..]).collect();
        let mut held = vec![vec![0xaa; len + offset + 1]; rows.len()];
        let mut outputs: Vec<_> = held
            .iter_mut()
            .map(|o| &mut o[offset..len + offset])
            .collect();
        Mixer::new(kernel, field, rows).mix(&blocks, &mut outputs);
        for at in 0..len {
            let wanted = naive(field, rows, &blocks, at);
            let found: Vec<u8> = held.iter().map(|output| output[offset + at]).collect();
            assert_eq!(found, wanted, "{kernel:?} {field:?} byte {at} of {len}");
        }
        let untouched = held.iter().all(|output| output[len + offset] == 0xaa);
        assert!(untouched, "{kernel:?} wrote past the end");
    }

    #[test]
    fn every_kernel_is_the_naive_twin_over_lengths_and_alignments() {
        for kernel in Kernel::ALL.into_iter().filter(|kernel| kernel.supported()) {
            for field in [Field::Aes, Field::Gfshare] {
                let rows = [vec![1, 7, 200], vec![1, 0, 1], vec![1, 255, 2]];
                for len in (0..140).chain([255, 256, 257, 1000]) {
                    for offset in [0, 1, 3, 31, 32] {
                        compare(field, kernel, &rows, len, offset);
                    }
                }
            }
        }
    }

    #[test]
    fn every_kernel_takes_matrices_of_all_shapes_and_all_factors() {
        for kernel in Kernel::ALL.into_iter().filter(|kernel| kernel.supported()) {
            for field in [Field::Aes, Field::Gfshare] {
                for (outputs, inputs) in [(1, 1), (1, 9), (2, 3), (4, 2), (5, 3), (9, 4), (17, 6)] {
                    let rows: Vec<_> = (0..outputs).map(|i| bytes(i + 50, inputs)).collect();
                    compare(field, kernel, &rows, 333, 0);
                }
                let all: Vec<_> = (0..=255).map(|factor| vec![factor]).collect();
                compare(field, kernel, &all, 256, 0);
            }
        }
    }

    /// The instruction as the manual writes it.
    fn affine(matrix: u64, byte: u8) -> u8 {
        let rows = matrix.to_le_bytes();
        (0..8).fold(0, |out, i| {
            let parity = (rows[7 - i] & byte).count_ones() & 1;
            out | (parity as u8) << i
        })
    }

    #[test]
    fn matrices_are_products() {
        for field in [Field::Aes, Field::Gfshare] {
            for factor in 0..=255 {
                for byte in 0..=255 {
                    assert_eq!(affine(matrix(field, factor), byte), field.mul(factor, byte));
                }
            }
        }
    }
}
