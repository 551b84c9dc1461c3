//! Sortition by stake (Gilad, Hemo, Micali, Vlachos, Zeldovich, "Algorand", 2017, section 5): every unit
//! of stake is drawn with the same chance, and the random output of a holder's key says how many of
//! theirs are. The chances are binomial, and compared as whole numbers: nothing is rounded.

use num_bigint::BigUint;

use crate::error::{Error, Result, slug};
use crate::vrf::OUTPUT_BYTES;
use crate::watch::Watch;

/// Units of stake that one holder has at most: the numbers get that many times 64 bits long.
pub const MOST: u64 = 100_000;

/// What is drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    stake: u64,
    total: u64,
    expected: u64,
}

impl Lot {
    /// A holder's stake, of so much in total, of which so many units are expected to be drawn. Errors
    /// name which of the three they are about: `stake`, `total`, `expected`.
    pub fn new(stake: u64, total: u64, expected: u64) -> Result<Self> {
        let wrong =
            |wanted: String, found: u64| Error::new(slug::OUT_OF_RANGE, wanted, found.to_string());
        if !(1..=MOST).contains(&stake) {
            let error = wrong(format!("a stake of 1 to {MOST} units"), stake);
            return Err(error.of("stake"));
        }
        if total < stake {
            let error = wrong(format!("a total of at least the stake, {stake}"), total);
            return Err(error.of("total"));
        }
        if expected > total {
            let error = wrong(format!("at most the total, {total}"), expected);
            return Err(error.of("expected"));
        }
        Ok(Self {
            stake,
            total,
            expected,
        })
    }

    /// How many units of the stake an output draws: the smallest count up to which the chances add up
    /// to more than the output, read as a fraction of 2^512. Large stakes can take minutes, and so each
    /// count asks whether to go on.
    ///
    /// ```
    /// use decent::sortition::Lot;
    /// use decent::watch::Deaf;
    /// // One unit of two, one expected: a half.
    /// let coin = Lot::new(1, 2, 1).unwrap();
    /// assert_eq!(coin.drawn(&[0x7f; 64], &Deaf), Ok(0));
    /// assert_eq!(coin.drawn(&[0x80; 64], &Deaf), Ok(1));
    /// ```
    pub fn drawn(&self, output: &[u8; OUTPUT_BYTES], watch: &dyn Watch) -> Result<u64> {
        let wanted = BigUint::from_bytes_be(output) * power(self.total, self.stake);
        let mut sum = BigUint::ZERO;
        for (count, chance) in (0..self.stake).zip(self.chances()) {
            if watch.stopped() {
                return Err(Error::new(slug::STOPPED, "", "stopped"));
            }
            sum += chance << (OUTPUT_BYTES * 8);
            if sum > wanted {
                return Ok(count);
            }
        }
        Ok(self.stake)
    }

    /// The chances that 0, 1, 2, .. units are drawn, as numerators over total^stake.
    pub fn chances(&self) -> impl Iterator<Item = BigUint> + use<> {
        let Self {
            stake,
            total,
            expected,
        } = *self;
        let rest = total - expected;
        let mut next = Some(power(rest, stake));
        (0..=stake).map(move |count| {
            let now = next.take().unwrap_or_default();
            // C(w, k + 1) E^(k + 1) R^(w - k - 1) from C(w, k) E^k R^(w - k): the division is exact.
            next = Some(if rest == 0 {
                // All are drawn: there is one chance, of all.
                let last = count + 1 == stake;
                if last {
                    power(total, stake)
                } else {
                    BigUint::ZERO
                }
            } else {
                &now * (stake - count) * expected / (count + 1) / rest
            });
            now
        })
    }
}

fn power(base: u64, exponent: u64) -> BigUint {
    // The exponent is at most MOST.
    BigUint::from(base).pow(exponent as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::Deaf;

    /// Of small numbers the chances by counting: every unit is drawn or not.
    fn counted(stake: u32, total: u64, expected: u64) -> Vec<u64> {
        let mut chances = vec![0; stake as usize + 1];
        for drawn in 0..1u64 << stake {
            let count = drawn.count_ones();
            chances[count as usize] += expected.pow(count) * (total - expected).pow(stake - count);
        }
        chances
    }

    #[test]
    fn chances_are_those_of_counting() {
        for (stake, total, expected) in [
            (3, 10, 5),
            (1, 1, 1),
            (4, 9, 2),
            (8, 8, 1),
            (5, 7, 0),
            (3, 4, 4),
        ] {
            let lot = Lot::new(stake.into(), total, expected).unwrap();
            let found: Vec<_> = lot.chances().collect();
            let wanted: Vec<_> = counted(stake, total, expected)
                .into_iter()
                .map(BigUint::from)
                .collect();
            assert_eq!(found, wanted, "{stake} of {total}, {expected}");
            let all: BigUint = found.iter().sum();
            assert_eq!(all, power(total, stake.into()));
        }
    }

    #[test]
    fn outputs_draw_by_their_place() {
        // Of 3 of 16 with 4 expected: 27, 27, 9, 1 of 64, so 2^506 times 27, 54, 63.
        let lot = Lot::new(3, 16, 4).unwrap();
        for (first, drawn) in [
            (0, 0),
            (107, 0),
            (108, 1),
            (215, 1),
            (216, 2),
            (251, 2),
            (252, 3),
            (255, 3),
        ] {
            let mut output = [0; 64];
            output[0] = first;
            assert_eq!(lot.drawn(&output, &Deaf), Ok(drawn), "{first}");
            output[1..].fill(0xff);
            assert_eq!(lot.drawn(&output, &Deaf), Ok(drawn), "{first} and ones");
        }
        let none = Lot::new(7, 9, 0).unwrap();
        let all = Lot::new(7, 9, 9).unwrap();
        for output in [[0; 64], [0xff; 64]] {
            let drawn = [none, all].map(|lot| lot.drawn(&output, &Deaf));
            assert_eq!(drawn, [Ok(0), Ok(7)]);
        }
    }

    #[test]
    fn a_long_draw_can_be_stopped() {
        struct Stop;
        impl Watch for Stop {
            fn stopped(&self) -> bool {
                true
            }
        }
        let lot = Lot::new(1000, u64::MAX, u64::MAX / 2).unwrap();
        let error = lot.drawn(&[0xff; 64], &Stop).unwrap_err();
        assert_eq!(error.slug, slug::STOPPED);
    }

    #[test]
    fn what_can_not_be() {
        for (stake, total, expected, about) in [
            (0, 1, 1, "stake"),
            (2, 1, 1, "total"),
            (1, 2, 3, "expected"),
            (MOST + 1, u64::MAX, 1, "stake"),
        ] {
            let error = Lot::new(stake, total, expected).unwrap_err();
            assert_eq!((error.slug, error.input), (slug::OUT_OF_RANGE, about));
        }
    }
}
