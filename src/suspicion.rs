//! Whether a node that fell silent has failed, as a number that grows with the silence. Hayashibara,
//! Défago, Yared, Katayama, "The phi accrual failure detector", 2004.
//!
//! phi = -log10 of the chance that a heartbeat comes later than the silence lasts by now: suspecting
//! at phi = 1 is wrong once in 10 times, at phi = 8 once in 10^8, if heartbeats come as they did.

use std::collections::VecDeque;
use std::f64::consts::{LN_10, TAU};

/// How the times between heartbeats are taken to be spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// Normally, as Hayashibara's; its tail is calculated to the last digits.
    Normal,
    /// Normally, with the logistic approximation of Akka, which differs in the tail.
    Akka,
    /// Exponentially, as Cassandra's: only the mean counts.
    Exponential,
}

/// The last times between heartbeats.
///
/// ```
/// use decent::suspicion::{Intervals, Model};
/// let mut intervals = Intervals::new(100, 0.1);
/// for interval in [9.0, 11.0, 9.0, 11.0] {
///     intervals.add(interval);
/// }
/// assert_eq!((intervals.mean(), intervals.deviation()), (10.0, 1.0));
/// // Half of all heartbeats come later than the mean.
/// let phi = intervals.phi(10.0, Model::Normal).unwrap();
/// assert!((phi - 2f64.log10()).abs() < 1e-12);
/// ```
#[derive(Clone, Debug)]
pub struct Intervals {
    last: VecDeque<f64>,
    window: usize,
    least: f64,
}

impl Intervals {
    /// None yet; keeps the last `window`, and takes no deviation to be below `least` of the mean.
    pub fn new(window: usize, least: f64) -> Self {
        Self {
            last: VecDeque::new(),
            window: window.max(1),
            least,
        }
    }

    /// One more, which is not negative.
    pub fn add(&mut self, interval: f64) {
        if self.last.len() == self.window {
            self.last.pop_front();
        }
        self.last.push_back(interval);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.last.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.last.is_empty()
    }

    /// Their mean; 0 of none.
    pub fn mean(&self) -> f64 {
        let sum: f64 = self.last.iter().sum();
        sum / self.last.len().max(1) as f64
    }

    /// Their standard deviation, over all of them, or the least one.
    pub fn deviation(&self) -> f64 {
        let mean = self.mean();
        let squares: f64 = self.last.iter().map(|one| (one - mean).powi(2)).sum();
        let deviation = (squares / self.last.len().max(1) as f64).sqrt();
        deviation.max(mean * self.least)
    }

    /// The suspicion after `elapsed` without a heartbeat. None where there is no interval yet, or
    /// all are 0.
    pub fn phi(&self, elapsed: f64, model: Model) -> Option<f64> {
        let (mean, deviation) = (self.mean(), self.deviation());
        if self.last.is_empty() || mean <= 0.0 {
            return None;
        }
        if model == Model::Exponential {
            return Some(elapsed / (mean * LN_10));
        }
        if deviation <= 0.0 {
            // All alike: late is late.
            return Some(if elapsed > mean { f64::INFINITY } else { 0.0 });
        }
        let y = (elapsed - mean) / deviation;
        let later = match model {
            Model::Akka => {
                // ln of e / (1 + e) or its mirror image: one formula on both sides of the mean.
                let exponent = y * (1.5976 + 0.070_566 * y * y);
                -softplus(exponent)
            }
            _ => ln_tail(y),
        };
        Some((-later / LN_10).max(0.0))
    }
}

/// ln(1 + e^x) without overflow.
fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

/// From here on the fraction is closer than the series.
const FAR: f64 = 3.0;

/// The natural logarithm of the chance that a standard normal value is above `y`: by its series
/// near the middle, by Laplace's continued fraction in the tail (Abramowitz and Stegun 26.2.10 and
/// 26.2.14).
pub fn ln_tail(y: f64) -> f64 {
    if y < 0.0 {
        // 1 - Q(-y), to the last digits where Q is small.
        return (-ln_tail(-y).exp()).ln_1p();
    }
    let ln_density = -y * y / 2.0 - TAU.ln() / 2.0;
    if y < FAR {
        let (mut term, mut sum, mut odd) = (y, y, 1.0);
        while term.abs() > sum.abs() * 1e-17 && odd < 400.0 {
            odd += 2.0;
            term *= y * y / odd;
            sum += term;
        }
        return (0.5 - ln_density.exp() * sum).ln();
    }
    let mut fraction = y;
    for n in (1..200u32).rev() {
        fraction = y + f64::from(n) / fraction;
    }
    ln_density - fraction.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_as_tables_have_them() {
        // Abramowitz and Stegun, tables 26.1 and 26.2: -log10 Q(x), five decimals.
        for (x, minus_log10) in [
            (5.0, 6.542_65),
            (6.0, 9.005_86),
            (10.0, 23.118_05),
            (20.0, 88.560_10),
            (50.0, 544.966_34),
            (100.0, 2_173.871_54),
        ] {
            let found = -ln_tail(x) / LN_10;
            assert!((found - minus_log10).abs() < 6e-6, "{x}: {found}");
        }
        for (x, tail) in [
            (0.0, 0.5),
            (1.0, 0.158_655_253_931_457),
            (2.0, 0.022_750_131_948_179),
            (3.0, 0.001_349_898_031_630_1),
            (-1.0, 0.841_344_746_068_543),
        ] {
            assert!((ln_tail(x).exp() / tail - 1.0).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn series_and_fraction_meet() {
        let (below, above) = (ln_tail(FAR - 1e-9), ln_tail(FAR));
        assert!((below - above).abs() < 1e-8);
    }

    #[test]
    fn phi_grows_with_silence() {
        let mut intervals = Intervals::new(3, 0.1);
        assert_eq!(intervals.phi(1.0, Model::Normal), None);
        for interval in [100.0, 1.0, 1.0, 1.0] {
            intervals.add(interval);
        }
        assert_eq!(
            (intervals.len(), intervals.mean(), intervals.deviation()),
            (3, 1.0, 0.1)
        );
        for model in [Model::Normal, Model::Akka, Model::Exponential] {
            let phi = |elapsed| intervals.phi(elapsed, model).unwrap();
            let all: Vec<f64> = (0..400).map(|i| phi(f64::from(i) / 20.0)).collect();
            assert!(all.windows(2).all(|pair| pair[0] <= pair[1]), "{model:?}");
            assert!(all.iter().all(|phi| phi.is_finite()), "{model:?}");
        }
        // Akka's formula on paper: y = 1, e^-1.668166 over 1 plus it.
        let e = (-1.668_166f64).exp();
        let paper = -(e / (1.0 + e)).log10();
        assert!((intervals.phi(1.1, Model::Akka).unwrap() - paper).abs() < 1e-9);
    }
}
