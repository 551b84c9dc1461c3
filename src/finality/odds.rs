//! Chances of any smallness, and the tails of the distributions that they are of.

#![allow(
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "digits, exponents and means are small, and not negative where they may not be"
)]

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul};

/// A number that is not negative, as `mantissa * 2^exponent`: a double whose exponent never ends.
#[derive(Clone, Copy, Debug)]
pub struct Odds {
    /// 0, or from 1 up to 2.
    mantissa: f64,
    exponent: i64,
}

impl Odds {
    /// Never.
    pub const ZERO: Self = Self {
        mantissa: 0.0,
        exponent: 0,
    };
    /// Always.
    pub const ONE: Self = Self {
        mantissa: 1.0,
        exponent: 0,
    };

    fn scaled(mantissa: f64, exponent: i64) -> Self {
        if mantissa <= 0.0 || !mantissa.is_finite() {
            return Self::ZERO;
        }
        // A subnormal double is lifted first; products of two mantissas never are.
        let (mantissa, exponent) = if mantissa < f64::MIN_POSITIVE {
            (mantissa * 2f64.powi(64), exponent - 64)
        } else {
            (mantissa, exponent)
        };
        let power = (mantissa.to_bits() >> 52) as i64 - 1023;
        let bits = mantissa.to_bits() & ((1 << 52) - 1) | 1023 << 52;
        Self {
            mantissa: f64::from_bits(bits),
            exponent: exponent + power,
        }
    }

    /// Of a double; what is not above nothing is nothing.
    pub fn new(number: f64) -> Self {
        Self::scaled(number, 0)
    }

    /// The nearest double; 0 below the smallest.
    pub fn to_f64(self) -> f64 {
        let half = self.exponent / 2;
        let clamped = |n: i64| n.clamp(-1100, 1023) as i32;
        self.mantissa * 2f64.powi(clamped(half)) * 2f64.powi(clamped(self.exponent - half))
    }

    /// The logarithm to base 10.
    pub fn log10(self) -> f64 {
        self.mantissa.log10() + self.exponent as f64 * std::f64::consts::LOG10_2
    }

    /// To the power of a natural number.
    #[must_use]
    pub fn power(self, mut n: u64) -> Self {
        let (mut square, mut product) = (self, Self::ONE);
        while n > 0 {
            if n & 1 == 1 {
                product = product * square;
            }
            square = square * square;
            n >>= 1;
        }
        product
    }

    /// e to the power of minus `x`, `x` at least 0, by parts that a double holds.
    pub fn exp_minus(x: f64) -> Self {
        let whole = x.floor().min(1e15);
        Self::exp_minus_whole(whole as u64) * Self::new((whole - x).exp())
    }

    /// e^-n by squaring: steps of 512 keep the error of the base from growing with n.
    fn exp_minus_whole(n: u64) -> Self {
        let step = Self::new((-512f64).exp());
        step.power(n / 512) * Self::new((-((n % 512) as f64)).exp())
    }

    fn times(self, factor: f64) -> Self {
        Self::scaled(self.mantissa * factor, self.exponent)
    }

    /// No more than always.
    #[must_use]
    pub fn at_most_one(self) -> Self {
        if self > Self::ONE { Self::ONE } else { self }
    }

    /// Decimal digits: plain where that is short, else with an exponent; `digits` of them count.
    pub fn decimal(self, digits: usize) -> String {
        let number = self.to_f64();
        if self.mantissa == 0.0 {
            return "0".into();
        }
        if number >= 1e-5 {
            let before = number.log10().floor() as i32 + 1;
            let places = (digits as i32 - before).max(0) as usize;
            let text = format!("{number:.places$}");
            let text = text.trim_end_matches('0').trim_end_matches('.');
            return text.to_owned();
        }
        let log = self.log10();
        let mut power = log.floor();
        let mut mantissa = if number > 1e-290 {
            number / 10f64.powf(power)
        } else {
            10f64.powf(log - power)
        };
        if format!("{mantissa:.0$}", digits - 1).starts_with("10") {
            (mantissa, power) = (mantissa / 10.0, power + 1.0);
        }
        format!("{mantissa:.0$}e{power}", digits - 1)
    }
}

impl Mul for Odds {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self::scaled(
            self.mantissa * other.mantissa,
            self.exponent + other.exponent,
        )
    }
}

impl Add for Odds {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (large, small) = if self >= other {
            (self, other)
        } else {
            (other, self)
        };
        let behind = (large.exponent - small.exponent).min(200) as i32;
        if small.mantissa == 0.0 {
            return large;
        }
        Self::scaled(
            large.mantissa + small.mantissa * 2f64.powi(-behind),
            large.exponent,
        )
    }
}

impl PartialEq for Odds {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Odds {}

impl PartialOrd for Odds {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Odds {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.mantissa == 0.0, other.mantissa == 0.0) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            _ => {
                (self.exponent.cmp(&other.exponent)).then(self.mantissa.total_cmp(&other.mantissa))
            }
        }
    }
}

impl fmt::Display for Odds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.decimal(10))
    }
}

/// Terms below this share of the sum change no digit of it.
const NEGLIGIBLE: f64 = 1e-20;

/// The chance of `least` or more successes in `n` trials of chance `p`.
///
/// ```
/// use decent::finality::odds::binomial_tail;
/// assert_eq!(binomial_tail(3, 2, 0.5).to_f64(), 0.5);
/// ```
pub fn binomial_tail(n: u64, least: u64, p: f64) -> Odds {
    if least == 0 || p >= 1.0 && least <= n {
        return Odds::ONE;
    }
    if least > n || p <= 0.0 {
        return Odds::ZERO;
    }
    let term = |k| choose(n, k) * Odds::new(p).power(k) * Odds::new(1.0 - p).power(n - k);
    tail(n, least, n as f64 * p, term, |k| {
        (n - k) as f64 / (k + 1) as f64 * (p / (1.0 - p))
    })
}

/// The chance that of `n` drawn without putting back from `population`, in which `marked` are, at
/// least so many are marked.
pub fn hypergeometric_tail(population: u64, marked: u64, n: u64, least: u64) -> Odds {
    let most = n.min(marked);
    let fewest = (n + marked).saturating_sub(population);
    if least <= fewest {
        return Odds::ONE;
    }
    if least > most {
        return Odds::ZERO;
    }
    let all = choose(population, n);
    let term = |k| divided(choose(marked, k) * choose(population - marked, n - k), all);
    let mean = n as f64 * (marked as f64 / population as f64);
    tail(most, least, mean, term, |k| {
        let up = (marked - k) as f64 / (k + 1) as f64;
        let down = (n - k) as f64 / (population - marked + k + 1 - n) as f64;
        up * down
    })
}

/// The sum of `term(k)` for `k` from `least` to `most`; `ratio(k)` is term k+1 over term k. Where
/// the sum starts below the mean, terms are summed in both directions from the largest.
fn tail(
    most: u64,
    least: u64,
    mean: f64,
    term: impl Fn(u64) -> Odds,
    ratio: impl Fn(u64) -> f64,
) -> Odds {
    let top = (mean as u64).clamp(least, most);
    let first = term(top);
    // Sums relative to the largest term: doubles hold them.
    let mut sum = 1.0;
    let mut part = 1.0;
    for k in top..most {
        part *= ratio(k);
        sum += part;
        if part < NEGLIGIBLE * sum && k as f64 > mean {
            break;
        }
    }
    part = 1.0;
    for k in (least..top).rev() {
        part /= ratio(k);
        sum += part;
        if part < NEGLIGIBLE * sum {
            break;
        }
    }
    first.times(sum).at_most_one()
}

/// The least number from 1 on that is `safe`, where all above it are too; `None` past `most`.
pub(super) fn least_safe(most: u64, safe: impl Fn(u64) -> bool) -> Option<u64> {
    let mut high = 1;
    while !safe(high) {
        high *= 2;
        if high > most {
            return None;
        }
    }
    let mut low = high / 2;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if safe(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

/// The chance that a Poisson distribution of that mean gives `k`.
pub(super) fn poisson(mean: f64, k: u64) -> Odds {
    // mean^k / k! * e^-mean, as a product of doubles near each other.
    let mut product = Odds::exp_minus(mean);
    for i in 1..=k {
        product = product.times(mean / i as f64);
    }
    product
}

/// n over k.
fn choose(n: u64, k: u64) -> Odds {
    let k = k.min(n - k);
    (1..=k).fold(Odds::ONE, |product, i| {
        product.times((n - k + i) as f64 / i as f64)
    })
}

fn divided(a: Odds, b: Odds) -> Odds {
    Odds::scaled(a.mantissa / b.mantissa, a.exponent - b.exponent)
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "what is exact is compared exactly")]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_past_the_doubles() {
        let tiny = Odds::new(1e-300).power(3);
        assert!((tiny.log10() + 900.0).abs() < 1e-9);
        assert_eq!(tiny.to_f64(), 0.0);
        assert!(tiny > Odds::ZERO && tiny < Odds::new(1e-300));
        assert_eq!(tiny + Odds::ONE, Odds::ONE);
        assert!((tiny + tiny).log10() > tiny.log10());
        assert!(
            (Odds::exp_minus(2000.0).log10() + 2000.0 * std::f64::consts::LOG10_E).abs() < 1e-9
        );
        assert!((Odds::exp_minus(0.25).to_f64() - (-0.25f64).exp()).abs() < 1e-16);
        assert_eq!(Odds::new(5e-324).to_f64(), 5e-324);
    }

    #[test]
    fn written() {
        assert_eq!(Odds::ONE.to_string(), "1");
        assert_eq!(Odds::ZERO.to_string(), "0");
        assert_eq!(Odds::new(0.25).to_string(), "0.25");
        assert_eq!(Odds::new(0.000_242_802_745_9).decimal(4), "0.0002428");
        assert_eq!(Odds::new(1.5e-9).decimal(4), "1.500e-9");
        assert_eq!(Odds::new(9.999_99e-9).decimal(3), "1.00e-8");
        assert_eq!(Odds::new(1e-200).power(2).decimal(3), "1.00e-400");
    }

    #[test]
    fn borders_of_the_tails() {
        assert_eq!(binomial_tail(5, 0, 0.1), Odds::ONE);
        assert_eq!(binomial_tail(5, 6, 0.1), Odds::ZERO);
        assert_eq!(binomial_tail(5, 5, 1.0), Odds::ONE);
        assert_eq!(binomial_tail(5, 1, 0.0), Odds::ZERO);
        assert_eq!(hypergeometric_tail(10, 0, 5, 1), Odds::ZERO);
        assert_eq!(hypergeometric_tail(10, 10, 5, 5), Odds::ONE);
        assert_eq!(hypergeometric_tail(10, 5, 5, 0), Odds::ONE);
        assert!((hypergeometric_tail(10, 5, 5, 5).to_f64() - 1.0 / 252.0).abs() < 1e-18);
    }
}
