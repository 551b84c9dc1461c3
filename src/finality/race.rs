//! A double spend: behind `z` blocks, an attacker with the share `q` of the power still catches up.

use super::odds::{Odds, binomial_tail, least_safe, poisson};
use crate::error::{Error, Result, slug};

/// The most confirmations that are computed.
pub const MOST: u64 = 1 << 22;

/// How the blocks are counted that the attacker finds while the honest find `z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// As if by Poisson with their mean (Nakamoto, "Bitcoin", 2008, section 11): close, a little
    /// too hopeful.
    Nakamoto,
    /// As they fall, by the negative binomial distribution (Rosenfeld, "Analysis of hashrate-based
    /// double-spending", 2012; Grunspan and Pérez-Marco, "Double spend races", 2017).
    Rosenfeld,
}

impl Model {
    /// Every model, by its name.
    pub const NAMES: [(&'static str, Self); 2] =
        [("nakamoto", Self::Nakamoto), ("rosenfeld", Self::Rosenfeld)];

    /// The model of that name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names
            .find(|(known, _)| *known == name)
            .map(|(_, model)| *model)
    }

    /// The chance that an attacker with the share `q` (from 0 to 1) catches up with `z` blocks.
    /// With half of the power or more that is certain.
    ///
    /// ```
    /// use decent::finality::race::Model;
    /// let odds = Model::Nakamoto.double_spend(0.1, 6);
    /// assert!((odds.to_f64() - 0.0002428).abs() < 1e-7);
    /// ```
    pub fn double_spend(self, q: f64, z: u64) -> Odds {
        if z == 0 || q >= 0.5 {
            return Odds::ONE;
        }
        if q <= 0.0 {
            return Odds::ZERO;
        }
        match self {
            // Both of the sums in the closed form are the chance that of 2z - 1 blocks the attacker
            // finds z or more: it has caught up by then, or will do so from behind.
            Self::Rosenfeld => {
                let half = binomial_tail(2 * z - 1, z, q);
                (half + half).at_most_one()
            }
            Self::Nakamoto => nakamoto(q, z),
        }
    }

    /// The fewest confirmations at which the chance is below `risk`.
    pub fn confirmations(self, q: f64, risk: f64) -> Result<u64> {
        if q >= 0.5 {
            let wanted = "less than half of the power";
            let found = format!("{q}, which catches up with any number");
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, found).of("--attacker"));
        }
        let risk = Odds::new(risk);
        // It falls with every block.
        least_safe(MOST, |z| self.double_spend(q, z) < risk).ok_or_else(|| {
            let wanted = format!("a risk that {MOST} confirmations reach");
            Error::new(slug::OUT_OF_RANGE, wanted, "one below").of("--risk")
        })
    }
}

/// With m = zq/p blocks on average: more than z are found, or k of them and z - k made up for, which
/// has the chance (q/p)^(z-k). Both are sums over a Poisson distribution:
/// P[X(m) > z] + (q/p)^z e^(z-m) P[X(z) <= z].
fn nakamoto(q: f64, z: u64) -> Odds {
    let ratio = q / (1.0 - q);
    let mean = z as f64 * ratio;
    let (mut above, mut part) = (0.0, 1.0);
    for k in z + 1.. {
        part *= mean / k as f64;
        above += part;
        if part < 1e-20 * above {
            break;
        }
    }
    let at = poisson(mean, z);
    // The terms of X(z) from z down, relative to the term at z, which is the term at z of X(m) once
    // (q/p)^z e^(z-m) is put before it.
    let (mut below, mut part) = (1.0, 1.0);
    for k in (1..=z).rev() {
        part *= k as f64 / z as f64;
        below += part;
        if part < 1e-20 * below {
            break;
        }
    }
    (at * Odds::new(above + below)).at_most_one()
}
