//! How small a digest has to be: its first 256 bits, read as a number with the highest bit first,
//! are at most the target.

use crate::codec::hex;
use crate::error::{Error, Result, slug};

use super::hash::Digest;

/// The largest number that solves a puzzle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target([u8; 32]);

impl Target {
    /// What every digest meets.
    pub const ANY: Self = Self([0xff; 32]);

    /// A number of 32 bytes, the highest first.
    pub const fn from_be_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// So many zero bits before the first one, of a digest of `digest_bytes`: no more than it has,
    /// and no more than 256.
    ///
    /// ```
    /// use decent::pow::Target;
    /// let target = Target::bits(20, 32).unwrap();
    /// assert_eq!(target.to_be_bytes()[..4], [0, 0, 0x0f, 0xff]);
    /// assert_eq!(target.expected_tries(), 1048576.0);
    /// ```
    pub fn bits(bits: u32, digest_bytes: usize) -> Result<Self> {
        let most = (8 * digest_bytes).min(256) as u32;
        if bits > most {
            let wanted = format!("at most {most} bits, which the digest has");
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, bits.to_string()));
        }
        let mut target = [0xff; 32];
        for (at, byte) in (0..).zip(&mut target) {
            let left = bits.saturating_sub(8 * at).min(8);
            *byte = (0xff_u32 >> left) as u8;
        }
        Ok(Self(target))
    }

    /// A number of up to 64 hex digits.
    pub fn from_hex(text: &str) -> Result<Self> {
        let digits = text.trim().trim_start_matches("0x");
        if digits.is_empty() || digits.len() > 64 {
            let found = format!("{} digits", digits.len());
            return Err(Error::new(slug::NOT_HEX, "1 to 64 hex digits", found));
        }
        Ok(Self(hex::decode_array(&format!("{digits:0>64}"))?))
    }

    /// The number, the highest byte first.
    pub fn to_be_bytes(self) -> [u8; 32] {
        self.0
    }

    /// The highest 32 bits, which a kernel compares.
    pub fn first_word(self) -> u32 {
        let [a, b, c, d, ..] = self.0;
        u32::from_be_bytes([a, b, c, d])
    }

    /// Whether a digest solves the puzzle. One shorter than 32 bytes is filled up with zeros, and
    /// N zero bits mean the same for all.
    pub fn admits(self, digest: &Digest) -> bool {
        let rest = std::iter::repeat(&0u8);
        self.0.iter().ge(digest.iter().chain(rest).take(32))
    }

    /// How many tries it takes in the mean: 2^256 / (target + 1).
    pub fn expected_tries(self) -> f64 {
        // The highest 64 bits that are not zero carry all that a double holds.
        let mut value = 0.0;
        for (at, byte) in (1..).zip(self.0) {
            value += f64::from(byte) * 2f64.powi(-8 * at);
        }
        1.0 / (value + 2f64.powi(-256))
    }

    /// The least number of zero bits that a digest at the target has.
    pub fn zero_bits(self) -> u32 {
        Digest::new(&self.0).zero_bits()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_and_digests_agree() {
        for bits in 0..=160 {
            let target = Target::bits(bits, 20).unwrap();
            assert_eq!(target.zero_bits(), bits);
            let tries = target.expected_tries();
            assert!((tries.log2() - f64::from(bits)).abs() < 1e-9, "{bits}");
            let mut digest = [0xff; 20];
            for bit in 0..bits as usize {
                digest[bit / 8] &= !(0x80 >> (bit % 8));
            }
            assert!(target.admits(&Digest::new(&digest)));
            if bits > 0 {
                let last = bits as usize - 1;
                digest[last / 8] |= 0x80 >> (last % 8);
                assert!(!target.admits(&Digest::new(&digest)));
            }
        }
        assert!(Target::bits(161, 20).is_err());
        assert!(Target::bits(257, 64).is_err());
    }

    #[test]
    fn hex_is_a_number() {
        let short = Target::from_hex("0xff").unwrap();
        assert_eq!(short.to_be_bytes()[31], 0xff);
        assert_eq!(short.zero_bits(), 248);
        for bad in ["", "0x", "g", &"0".repeat(65)] {
            assert!(Target::from_hex(bad).is_err(), "{bad}");
        }
    }
}
