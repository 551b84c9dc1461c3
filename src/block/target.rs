//! Targets: the compact form that headers carry ("bits"), the number that it stands for, difficulty
//! and work, with the refusals of Bitcoin Core's `arith_uint256::SetCompact` and `DeriveTarget`.

use num_bigint::BigUint;

use super::uint256::U256;
use crate::error::{Error, Result, slug};
use crate::hash::Hash256;

/// A target: a hash, read as a number, must not be above it. Never zero.
///
/// ```
/// use decent::block::target::Target;
/// let target = Target::from_bits(0x1d00_ffff).unwrap();
/// assert_eq!(target.to_bits(), 0x1d00_ffff);
/// assert_eq!(target.work().to_string(), "4295032833");
/// assert_eq!(target.leading_zero_bits(), 32);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target(U256);

/// The sign, the lowest bit of the byte that would be the mantissa's fourth.
const SIGN: u32 = 0x0080_0000;
const MANTISSA: u32 = 0x007f_ffff;

impl Target {
    /// The target of a compact form: a byte of length, a sign bit, 23 bits of mantissa. Refuses
    /// what is negative, zero, or past 256 bits. A mantissa that a short length cuts is taken as it
    /// is left, as Core does ([`is_canonical`] tells).
    pub fn from_bits(bits: u32) -> Result<Self> {
        let refused = |found: &'static str| {
            let found = format!("{bits:08x}, which is {found}");
            Err(Error::new(slug::BITS, "compact bits of a target", found))
        };
        let (length, word) = (bits >> 24, bits & MANTISSA);
        // The order is Core's: cut first, then ask for sign and overflow of what is left.
        let word = if length <= 3 {
            word >> (8 * (3 - length))
        } else {
            word
        };
        let past = length > 34 || word > 0xff && length > 33 || word > 0xffff && length > 32;
        match word {
            0 => refused("zero"),
            _ if bits & SIGN != 0 => refused("negative"),
            _ if past => refused("past 256 bits"),
            _ => Ok(Self(
                U256::from(u64::from(word)).shifted_left(8 * length.saturating_sub(3)),
            )),
        }
    }

    /// Of a number; zero is refused.
    pub fn new(number: U256) -> Result<Self> {
        if number == U256::ZERO {
            return Err(Error::new(slug::BITS, "a target above zero", "zero"));
        }
        Ok(Self(number))
    }

    /// The target that hashes with at least `n` leading zero bits meet, `n` at most 255.
    pub fn of_leading_zero_bits(n: u32) -> Result<Self> {
        if n > 255 {
            return Err(Error::new(
                slug::BITS,
                "at most 255 zero bits",
                n.to_string(),
            ));
        }
        Ok(Self(U256::MAX.shifted_right(n)))
    }

    /// The compact form, in which all but the highest 15 to 23 bits are lost.
    pub fn to_bits(self) -> u32 {
        let length = self.0.bits().div_ceil(8);
        let word = match 3u32.checked_sub(length) {
            Some(short) => (self.0.low_u64() << (8 * short)) as u32,
            None => self.0.shifted_right(8 * (length - 3)).low_u64() as u32,
        };
        // A mantissa that would set the sign is moved down a byte.
        if word & SIGN == 0 {
            word | length << 24
        } else {
            word >> 8 | (length + 1) << 24
        }
    }

    /// The same with what its compact form loses taken away.
    #[must_use]
    pub fn truncated(self) -> Self {
        Self::from_bits(self.to_bits()).unwrap_or(self)
    }

    /// The number.
    pub fn number(self) -> U256 {
        self.0
    }

    /// Whether a hash, as SHA-256 gives it, is not above.
    pub fn is_met_by(self, hash: &Hash256) -> bool {
        U256::from_le_bytes(hash) <= self.0
    }

    /// Zero bits before the highest one that is set; hashes that meet it have at least as many.
    pub fn leading_zero_bits(self) -> u32 {
        256 - self.0.bits()
    }

    /// The hashes that it takes on average: floor(2^256 / (target + 1)). Of the largest target, 1.
    pub fn work(self) -> U256 {
        let all = BigUint::from(1u8) << 256u32;
        let work = all / (self.0.to_big() + 1u8);
        U256::from_big(&work).unwrap_or(U256::MAX)
    }

    /// How much harder than `1d00ffff`, in the double that Core's `GetDifficulty` makes of bits.
    pub fn difficulty(self) -> f64 {
        difficulty_of(self.to_bits())
    }
}

/// The sign bit counts as one of the mantissa here, as it does in Core.
fn difficulty_of(bits: u32) -> f64 {
    let mut difficulty = f64::from(0xffff) / f64::from(bits & 0x00ff_ffff);
    let length = bits >> 24;
    for _ in length..29 {
        difficulty *= 256.0;
    }
    for _ in 29..length {
        difficulty /= 256.0;
    }
    difficulty
}

/// Whether these bits are what [`Target::to_bits`] gives: a header of a chain carries no others.
pub fn is_canonical(bits: u32) -> bool {
    Target::from_bits(bits).is_ok_and(|target| target.to_bits() == bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    /// Bitcoin Core, `src/test/arith_uint256_tests.cpp`, `bignum_SetCompact`: bits, the number or why
    /// not, and the compact form of the number.
    const CORE: &[(u32, &str, u32)] = &[
        (0, "zero", 0),
        (0x0012_3456, "zero", 0),
        (0x0100_3456, "zero", 0),
        (0x0200_0056, "zero", 0),
        (0x0300_0000, "zero", 0),
        (0x0400_0000, "zero", 0),
        (0x0092_3456, "zero", 0),
        (0x0180_3456, "zero", 0),
        (0x0280_0056, "zero", 0),
        (0x0380_0000, "zero", 0),
        (0x0480_0000, "zero", 0),
        (0x0112_3456, "12", 0x0112_0000),
        (0x01fe_dcba, "negative", 0),
        (0x0212_3456, "1234", 0x0212_3400),
        (0x0312_3456, "123456", 0x0312_3456),
        (0x0412_3456, "12345600", 0x0412_3456),
        (0x0492_3456, "negative", 0),
        (0x0500_9234, "92340000", 0x0500_9234),
        (
            0x2012_3456,
            "1234560000000000000000000000000000000000000000000000000000000000",
            0x2012_3456,
        ),
        (0xff12_3456, "past 256 bits", 0),
    ];

    #[test]
    fn compact_forms_of_core() {
        for &(bits, number, compact) in CORE {
            match Target::from_bits(bits) {
                Ok(target) => {
                    let digits = hex::encode(&target.number().to_be_bytes());
                    assert_eq!(digits.trim_start_matches('0'), number, "{bits:08x}");
                    assert_eq!(target.to_bits(), compact, "{bits:08x}");
                    assert_eq!(is_canonical(bits), bits == compact);
                }
                Err(error) => assert!(error.found.ends_with(number), "{bits:08x}: {error}"),
            }
        }
        // "Make sure that we don't generate compacts with the 0x00800000 bit set": 0x80.
        let target = Target::new(U256::from(0x80)).unwrap();
        assert_eq!(target.to_bits(), 0x0200_8000);
    }

    #[test]
    fn where_256_bits_end() {
        for bits in [0x2200_00ff, 0x2100_ffff, 0x207f_ffff] {
            assert!(Target::from_bits(bits).is_ok(), "{bits:08x}");
        }
        for bits in [0x2300_0001, 0x2200_0100, 0x2101_0000] {
            let error = Target::from_bits(bits).unwrap_err();
            assert!(error.found.ends_with("past 256 bits"), "{bits:08x}");
        }
    }

    #[test]
    fn difficulties_that_core_tells() {
        // Bitcoin Core, src/test/blockchain_tests.cpp: bits and the difficulty told.
        let told = [
            (0x1f11_1111, 0.000_001),
            (0x1ef8_8f6f, 0.000_016),
            (0x1df8_8f6f, 0.004_023),
            (0x1cf8_8f6f, 1.029_916),
            (0x1234_5678, 5_913_134_931_067_755_359_633_408.0),
        ];
        for (bits, difficulty) in told {
            let found = difficulty_of(bits);
            let near = 0.000_001 + difficulty * 1e-12;
            assert!((found - difficulty).abs() <= near, "{bits:08x} {found}");
        }
        // Block 100,000, as every explorer tells it.
        let found = Target::from_bits(0x1b04_864c).unwrap().difficulty();
        assert!((found - 14_484.162_361_225_4).abs() < 1e-9);
    }

    #[test]
    fn work_of_the_extremes() {
        let one = Target::new(U256::from(1)).unwrap();
        assert_eq!(one.work(), U256::from(1).shifted_left(255));
        assert_eq!(Target::new(U256::MAX).unwrap().work(), U256::from(1));
        assert_eq!(
            Target::from_bits(0x207f_ffff).unwrap().work(),
            U256::from(2)
        );
        assert!(Target::new(U256::ZERO).is_err());
    }

    #[test]
    fn zero_bits() {
        for n in 0..256 {
            let target = Target::of_leading_zero_bits(n).unwrap();
            assert_eq!(target.leading_zero_bits(), n);
        }
        assert!(Target::of_leading_zero_bits(256).is_err());
    }
}
