//! Exact counts: natural numbers of any size, never rounded. A count of at most 64 bits costs no
//! allocation.

use std::borrow::Cow;
use std::fmt;

use num_bigint::{BigInt, BigUint};

/// The longest number that is read, in decimal digits: converting costs the square of it.
pub const MAX_DIGITS: usize = 100_000;

/// A natural number of any size.
///
/// ```
/// use decent::crdt::count::Count;
/// let most = Count::from(u64::MAX);
/// assert_eq!(most.plus(&Count::from(1)).to_string(), "18446744073709551616");
/// assert!(Count::from_digits(b"18446744073709551616").unwrap() > most);
/// assert_eq!(Count::from_digits(b"1.5"), None);
/// ```
// `Large` is always past 64 bits, so the derived order is the order of numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(Size);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Size {
    Small(u64),
    Large(Box<BigUint>),
}

impl Count {
    /// Nothing counted, as an absent replica has.
    pub const ZERO: Self = Self(Size::Small(0));

    /// Reads decimal digits, at most [`MAX_DIGITS`]; `None` where there is something else.
    pub fn from_digits(digits: &[u8]) -> Option<Self> {
        if digits.is_empty() || digits.len() > MAX_DIGITS || !digits.iter().all(u8::is_ascii_digit)
        {
            return None;
        }
        if digits.len() < 20 {
            let value = digits
                .iter()
                .fold(0, |value: u64, digit| value * 10 + u64::from(digit - b'0'));
            return Some(Self::from(value));
        }
        BigUint::parse_bytes(digits, 10).map(Self::from)
    }

    /// The number where it has at most 64 bits.
    pub fn small(&self) -> Option<u64> {
        match &self.0 {
            Size::Small(value) => Some(*value),
            Size::Large(_) => None,
        }
    }

    /// The sum of both.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        if let (Size::Small(a), Size::Small(b)) = (&self.0, &other.0)
            && let Some(sum) = a.checked_add(*b)
        {
            return Self::from(sum);
        }
        Self::from(&*self.large() + &*other.large())
    }

    /// What is left of it without `other`; `None` where that is more.
    pub fn minus(&self, other: &Self) -> Option<Self> {
        if let (Size::Small(a), Size::Small(b)) = (&self.0, &other.0) {
            return a.checked_sub(*b).map(Self::from);
        }
        (self >= other).then(|| Self::from(&*self.large() - &*other.large()))
    }

    fn large(&self) -> Cow<'_, BigUint> {
        match &self.0 {
            Size::Small(value) => Cow::Owned(BigUint::from(*value)),
            Size::Large(value) => Cow::Borrowed(value),
        }
    }
}

impl Default for Count {
    fn default() -> Self {
        Self::ZERO
    }
}

impl From<u64> for Count {
    fn from(value: u64) -> Self {
        Self(Size::Small(value))
    }
}

impl From<BigUint> for Count {
    fn from(value: BigUint) -> Self {
        Self(match u64::try_from(&value) {
            Ok(small) => Size::Small(small),
            Err(_) => Size::Large(Box::new(value)),
        })
    }
}

impl From<Count> for BigInt {
    fn from(count: Count) -> Self {
        count.large().into_owned().into()
    }
}

impl TryFrom<BigInt> for Count {
    type Error = BigInt;

    /// Gives a negative number back.
    fn try_from(number: BigInt) -> Result<Self, BigInt> {
        match number.to_biguint() {
            Some(size) => Ok(Self::from(size)),
            None => Err(number),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Size::Small(value) => value.fmt(f),
            Size::Large(value) => value.fmt(f),
        }
    }
}

/// A sum that grows by small numbers for most of its life.
#[derive(Clone, Debug, Default)]
pub struct Sum {
    small: u128,
    large: BigUint,
}

impl Sum {
    /// Adds `count`.
    pub fn add(&mut self, count: &Count) {
        match &count.0 {
            Size::Small(value) => match self.small.checked_add(u128::from(*value)) {
                Some(sum) => self.small = sum,
                None => {
                    self.large += std::mem::replace(&mut self.small, u128::from(*value));
                }
            },
            Size::Large(value) => self.large += &**value,
        }
    }

    /// The sum so far.
    pub fn total(&self) -> Count {
        Count::from(&self.large + self.small)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crdt::samples::number;
    use proptest::prelude::*;

    fn count(digits: &str) -> Count {
        Count::from_digits(digits.as_bytes()).expect("digits")
    }

    #[test]
    fn order_and_sums_cross_64_and_128_bits() {
        let edges = [
            "0",
            "9007199254740993",
            "18446744073709551615",
            "18446744073709551616",
            "340282366920938463463374607431768211456",
        ];
        assert!(edges.map(count).is_sorted());
        let mut sum = Sum::default();
        edges.map(count).iter().for_each(|edge| sum.add(edge));
        let total = "340282366920938463509274892523711944060".len();
        assert_eq!(sum.total().to_string().len(), total);
        assert_eq!(
            sum.total(),
            edges.map(count).iter().fold(Count::ZERO, |a, b| a.plus(b))
        );
    }

    #[test]
    fn rubbish_is_none() {
        for text in ["", "-1", "+1", "1.5", "1e3", " 1", "0x1", "१"] {
            assert_eq!(Count::from_digits(text.as_bytes()), None, "{text}");
        }
        assert_eq!(Count::from_digits(&vec![b'9'; MAX_DIGITS + 1]), None);
    }

    proptest! {
        #[test]
        fn plus_and_minus_undo_each_other(a in number(61), b in number(61)) {
            let (a, b) = (count(&a), count(&b));
            prop_assert_eq!(a.plus(&b).minus(&b), Some(a.clone()));
            prop_assert_eq!(a.plus(&b), b.plus(&a));
            prop_assert_eq!(a.minus(&b).is_some(), a >= b);
        }
    }
}
