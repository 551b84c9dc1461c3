//! Committees drawn by chance: how likely the attacker holds more seats than an agreement bears,
//! floor((n - 1) / 3) of n (`ByzCoin`: Kokoris-Kogias et al., USENIX Security 2016; `OmniLedger`:
//! IEEE S&P 2018), and how large one must be.

#![allow(
    clippy::cast_sign_loss,
    reason = "a share of a population is not negative"
)]

use super::odds::{Odds, binomial_tail, hypergeometric_tail, least_safe};
use crate::error::{Error, Result, slug};

/// The most seats.
pub const MOST: u64 = 1 << 20;

/// Seats of the attacker that a committee of `n` bears.
pub fn borne(n: u64) -> u64 {
    n.saturating_sub(1) / 3
}

/// The chance that of `n` seats the attacker holds more than are borne, where every seat is its own
/// with the chance `q`: a window of miners, or a draw from very many.
///
/// ```
/// use decent::finality::committee::takeover;
/// assert!(takeover(4, 0.5).to_f64() > 0.6);
/// ```
pub fn takeover(n: u64, q: f64) -> Odds {
    binomial_tail(n, borne(n) + 1, q)
}

/// The same where the seats are drawn without putting back from `population`, of which `marked` are
/// the attacker's.
pub fn takeover_of(n: u64, population: u64, marked: u64) -> Odds {
    hypergeometric_tail(population, marked, n, borne(n) + 1)
}

/// How many of `population` the share `q` is, rounded to the attacker's side.
pub fn marked(population: u64, q: f64) -> u64 {
    let exact = population as f64 * q;
    let near = exact.round();
    // A share like 0.1 is no double; what is a whole number but for that is one.
    let whole = (exact - near).abs() < 1e-9 * exact.max(1.0);
    let marked = if whole { near } else { exact.ceil() };
    (marked as u64).min(population)
}

/// The chance that at least one of `shards` is taken over, at most the sum of theirs, each of which
/// has the chance `one`.
pub fn any_of(shards: u64, one: Odds) -> Odds {
    (one * Odds::new(shards as f64)).at_most_one()
}

/// The smallest committee from which on none is riskier than `risk`; `chance(n)` is that of `n`.
/// The chance is a saw: it falls by threes, for a seat more is borne only every third.
pub fn size(risk: f64, most: u64, chance: impl Fn(u64) -> Odds) -> Result<u64> {
    let risk = Odds::new(risk);
    // The riskiest of three neighbours is the one with n % 3 == 0, and along those it falls.
    let third = least_safe(most / 3, |third| chance(3 * third) < risk).ok_or_else(|| {
        let wanted = format!("a risk that {most} seats reach");
        Error::new(slug::OUT_OF_RANGE, wanted, "one below").of("--risk")
    })?;
    let mut n = 3 * third;
    while n > 1 && chance(n - 1) < risk {
        n -= 1;
    }
    Ok(n)
}
