//! The counter that rises and falls: two grow-only counters, of what was added and of what was
//! taken away. Shapiro et al., 2011, specification 7.
//!
//! Its canonical form is `{"p":{"a":5},"n":{"a":2}}`.

use num_bigint::BigInt;

use crate::crdt::count::Count;
use crate::crdt::engine::Counter;
use crate::crdt::gcounter::GCounter;
use crate::crdt::halves::{Change, Half, Halves};
use crate::crdt::state::{Draw, Shown, State};
use crate::error::Result;
use crate::watch::Step;

/// A counter's state.
///
/// ```
/// use decent::crdt::{pncounter::PnCounter, state::State};
/// let mut a = PnCounter::default();
/// a.add("a", &5.into());
/// let mut b = a.clone();
/// b.add("b", &(-7).into());
/// a.merge(&b).unwrap();
/// assert_eq!(a.value(), (-2).into());
/// assert_eq!(a.to_string(), "{\"p\":{\"a\":5},\"n\":{\"b\":7}}\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PnCounter {
    added: GCounter,
    taken: GCounter,
}

impl PnCounter {
    /// A counter of both counts.
    pub fn new(added: GCounter, taken: GCounter) -> Self {
        Self { added, taken }
    }

    /// Counts at a replica, which is the caller's own; takes away where `n` is negative.
    pub fn add(&mut self, replica: &str, n: &BigInt) {
        let change = Change::from(n.clone());
        let half = match change.half() {
            Half::Added => &mut self.added,
            Half::Taken => &mut self.taken,
        };
        half.add(replica, &change.size);
    }

    /// What was added less what was taken away.
    pub fn value(&self) -> BigInt {
        BigInt::from(self.added.value()) - BigInt::from(self.taken.value())
    }
}

impl State for PnCounter {
    const NAME: &'static str = "pncounter";

    fn merge(&mut self, other: &Self) -> Result<()> {
        self.added.merge(&other.added)?;
        self.taken.merge(&other.taken)
    }

    fn delta(&self, old: &Self) -> Self {
        Self::new(self.added.delta(&old.added), self.taken.delta(&old.taken))
    }

    fn stable(states: &[Self]) -> String {
        let least = |side: fn(&Self) -> &GCounter| {
            let sides: Vec<_> = states.iter().map(|state| side(state).clone()).collect();
            GCounter::stable(&sides)
        };
        written(&least(|state| &state.added), &least(|state| &state.taken))
    }

    fn covers(&self, other: &Self) -> bool {
        self.added.covers(&other.added) && self.taken.covers(&other.taken)
    }

    fn shown(&self) -> Shown {
        Self::sums([self.added.value(), self.taken.value()], 0)
    }

    fn told(&self) -> Step {
        let (added, taken) = (self.added.value(), self.taken.value());
        let why = "what was added less what was taken away: each half only grows";
        let exact = [&added, &taken].map(|half| half.small().is_some_and(|n| n < 1 << 53));
        let step = Step::new("value", why)
            .value("added", added)
            .value("taken", taken);
        let step = step.value("value", self.value());
        // jq rounds past 2^53.
        if exact == [true, true] {
            return step.check("jq '(.p | add // 0) - (.n | add // 0)' FILE");
        }
        step
    }

    fn simpler(&self) -> Vec<Self> {
        let added = self.added.simpler().into_iter();
        let taken = self.taken.simpler().into_iter();
        let added = added.map(|added| Self::new(added, self.taken.clone()));
        added
            .chain(taken.map(|taken| Self::new(self.added.clone(), taken)))
            .collect()
    }

    fn random(draw: Draw<'_>) -> Self {
        Self::new(GCounter::random(draw), GCounter::random(draw))
    }
}

fn written(added: &str, taken: &str) -> String {
    format!(
        "{{\"p\":{},\"n\":{}}}\n",
        added.trim_end(),
        taken.trim_end()
    )
}

impl std::fmt::Display for PnCounter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&written(&self.added.to_string(), &self.taken.to_string()))
    }
}

impl Counter for PnCounter {
    const HALVES: Halves = Halves::Two;

    fn put(&mut self, half: Option<Half>, replica: String, count: Count) {
        let half = match half {
            Some(Half::Taken) => &mut self.taken,
            _ => &mut self.added,
        };
        half.put(None, replica, count);
    }

    fn sums([added, taken]: [Count; 2], _: u64) -> Shown {
        let fields = vec![("added", added.to_string()), ("taken", taken.to_string())];
        Shown {
            key: "value",
            values: vec![(BigInt::from(added) - BigInt::from(taken)).to_string()],
            text: false,
            fields,
        }
    }

    fn bare(base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<Result<BigInt>> {
        Some(Ok(ours + theirs - base))
    }
}

#[cfg(test)]
mod tests;
