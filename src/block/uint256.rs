//! Numbers of 256 bits: what targets and sums of work need, and no more.

use std::fmt;

use num_bigint::BigUint;

use crate::hash::Hash256;

/// A number from 0 up to 2^256 - 1.
///
/// ```
/// use decent::block::uint256::U256;
/// let number = U256::from(0xffffu64).shifted_left(208);
/// assert_eq!(number.bits(), 224);
/// assert_eq!(number.to_string().len(), 68);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct U256 {
    /// The lowest first.
    limbs: [u64; 4],
}

impl U256 {
    /// Nothing.
    pub const ZERO: Self = Self { limbs: [0; 4] };
    /// 2^256 - 1.
    pub const MAX: Self = Self {
        limbs: [u64::MAX; 4],
    };

    /// The number of 32 bytes, the highest first.
    pub fn from_be_bytes(mut bytes: [u8; 32]) -> Self {
        bytes.reverse();
        Self::from_le_bytes(&bytes)
    }

    /// The number of 32 bytes, the lowest first: how Bitcoin reads a hash.
    pub fn from_le_bytes(bytes: &Hash256) -> Self {
        let mut limbs = [0; 4];
        for (limb, eight) in limbs.iter_mut().zip(bytes.as_chunks().0) {
            *limb = u64::from_le_bytes(*eight);
        }
        Self { limbs }
    }

    /// 32 bytes, the highest first.
    pub fn to_be_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (eight, limb) in bytes
            .as_chunks_mut()
            .0
            .iter_mut()
            .zip(self.limbs.iter().rev())
        {
            *eight = limb.to_be_bytes();
        }
        bytes
    }

    /// Bits up to the highest that is set.
    pub fn bits(self) -> u32 {
        let top = self.limbs.iter().rposition(|limb| *limb != 0);
        top.map_or(0, |at| {
            let limb = self.limbs.get(at).copied().unwrap_or_default();
            64 * at as u32 + (64 - limb.leading_zeros())
        })
    }

    /// The lowest 64 bits.
    pub fn low_u64(self) -> u64 {
        let [low, ..] = self.limbs;
        low
    }

    /// The same times 2^`n`; what passes 256 bits is lost.
    #[must_use]
    pub fn shifted_left(self, n: u32) -> Self {
        let (whole, bits) = (n as usize / 64, n % 64);
        let limb = |at: usize| {
            let below = self.limb(at.checked_sub(whole + 1));
            let own = self.limb(at.checked_sub(whole));
            own << bits | below.checked_shr(64 - bits).unwrap_or(0)
        };
        Self {
            limbs: std::array::from_fn(limb),
        }
    }

    /// The same divided by 2^`n`, rounded down.
    #[must_use]
    pub fn shifted_right(self, n: u32) -> Self {
        let (whole, bits) = (n as usize / 64, n % 64);
        let limb = |at: usize| {
            let above = self.limb(Some(at + whole + 1));
            self.limb(Some(at + whole)) >> bits | above.checked_shl(64 - bits).unwrap_or(0)
        };
        Self {
            limbs: std::array::from_fn(limb),
        }
    }

    fn limb(&self, at: Option<usize>) -> u64 {
        at.and_then(|at| self.limbs.get(at)).copied().unwrap_or(0)
    }

    /// The sum, `None` where it passes 256 bits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (sum, carry) = self.add_carry(other);
        (!carry).then_some(sum)
    }

    fn add_carry(self, other: Self) -> (Self, bool) {
        let (mut limbs, mut carry) = ([0; 4], false);
        for ((sum, a), b) in limbs.iter_mut().zip(self.limbs).zip(other.limbs) {
            let (once, over) = a.overflowing_add(b);
            let (twice, again) = once.overflowing_add(u64::from(carry));
            (*sum, carry) = (twice, over || again);
        }
        (Self { limbs }, carry)
    }

    /// The difference, `None` below nothing.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let complement = Self {
            limbs: other.limbs.map(|limb| !limb),
        };
        let (almost, carry) = self.add_carry(complement);
        let one = Self::from(1u64);
        // a - b = a + !b + 1 - 2^256: there is a carry out exactly where a >= b.
        let (difference, last) = almost.add_carry(one);
        (carry || last).then_some(difference)
    }

    /// The nearest double.
    pub fn to_f64(self) -> f64 {
        let limbs = self.limbs.iter().rev();
        limbs.fold(0.0, |sum, limb| sum * 2f64.powi(64) + *limb as f64)
    }

    /// The same as a number of any size.
    pub fn to_big(self) -> BigUint {
        BigUint::from_bytes_be(&self.to_be_bytes())
    }

    /// A number of any size, `None` past 256 bits.
    pub fn from_big(number: &BigUint) -> Option<Self> {
        let digits = number.to_bytes_le();
        let mut bytes = [0; 32];
        bytes.get_mut(..digits.len())?.copy_from_slice(&digits);
        Some(Self::from_le_bytes(&bytes))
    }
}

impl From<u64> for U256 {
    fn from(number: u64) -> Self {
        Self {
            limbs: [number, 0, 0, 0],
        }
    }
}

impl PartialOrd for U256 {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for U256 {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.limbs.iter().rev().cmp(other.limbs.iter().rev())
    }
}

/// Decimal digits.
impl fmt::Display for U256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_big().fmt(f)
    }
}

/// 64 hex digits, the highest first.
impl fmt::LowerHex for U256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::codec::hex::encode(&self.to_be_bytes()))
    }
}

impl fmt::Debug for U256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_num_bigint_has_it(a: [u8; 32], b: [u8; 32], n in 0u32..300) {
            let (one, other) = (U256::from_be_bytes(a), U256::from_be_bytes(b));
            let (big, more) = (BigUint::from_bytes_be(&a), BigUint::from_bytes_be(&b));
            let all = (BigUint::from(1u8) << 256u32) - 1u8;
            prop_assert_eq!(one.to_be_bytes(), a);
            prop_assert_eq!(one.cmp(&other), big.cmp(&more));
            prop_assert_eq!(u64::from(one.bits()), big.bits());
            prop_assert_eq!(one.shifted_left(n).to_big(), (&big << n) & &all);
            prop_assert_eq!(one.shifted_right(n).to_big(), &big >> n);
            prop_assert_eq!(one.checked_add(other), U256::from_big(&(&big + &more)));
            let less = (big >= more).then(|| &big - &more);
            prop_assert_eq!(one.checked_sub(other), less.and_then(|d| U256::from_big(&d)));
            prop_assert_eq!(one.to_string(), big.to_string());
        }
    }

    #[test]
    fn borders() {
        let one = U256::from(1u64);
        assert_eq!(U256::MAX.checked_add(one), None);
        assert_eq!(U256::ZERO.checked_sub(one), None);
        assert_eq!(one.checked_sub(one), Some(U256::ZERO));
        assert_eq!(U256::MAX.checked_sub(U256::MAX), Some(U256::ZERO));
        assert_eq!((U256::ZERO.bits(), U256::MAX.bits()), (0, 256));
        assert_eq!(U256::from(1 << 63).shifted_left(1).bits(), 65);
    }
}
