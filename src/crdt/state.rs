//! What every replicated type can do, whatever its states are made of.

use std::fmt::Display;

use crate::error::{Error, Result, slug};
use crate::watch::Step;

/// What draws numbers that look random.
pub type Draw<'d> = &'d mut dyn FnMut() -> u64;

/// A state of a replicated data type. `Display` is its canonical form: one line of JSON, the same
/// for every order and grouping of merges.
pub trait State: Clone + Default + PartialEq + Display {
    /// The name of the type.
    const NAME: &'static str;

    /// Takes in all that `other` knows. Refused where both can't stem from the same replicas.
    fn merge(&mut self, other: &Self) -> Result<()>;

    /// A state that brings `old` to this one by merging, as small as can be; `old` must have
    /// nothing that this one lacks.
    #[must_use]
    fn delta(&self, old: &Self) -> Self;

    /// What all of these states have seen, as one line of JSON.
    fn stable(states: &[Self]) -> String;

    /// What a reader sees of it.
    fn shown(&self) -> Shown;

    /// The step that tells how the value comes about, with a shell line for a canonical state.
    fn told(&self) -> Step;

    /// States that are a little smaller.
    fn simpler(&self) -> Vec<Self>;

    /// A state out of what `draw` gives: any two of them may be merged.
    fn random(draw: Draw<'_>) -> Self;

    /// Three random states.
    fn three(draw: Draw<'_>) -> [Self; 3] {
        std::array::from_fn(|_| Self::random(draw))
    }

    /// Both merged.
    fn merged(&self, other: &Self) -> Result<Self> {
        let mut merged = self.clone();
        merged.merge(other)?;
        Ok(merged)
    }

    /// Whether merging `other` into this one would change nothing.
    fn covers(&self, other: &Self) -> bool {
        self.merged(other).is_ok_and(|merged| merged == *self)
    }

    /// Whether both say the same.
    fn same(&self, other: &Self) -> bool {
        self.covers(other) && other.covers(self)
    }

    /// [`State::delta`], where this one has all that `old` has.
    fn checked_delta(&self, old: &Self) -> Result<Self> {
        let all = self.merged(old)?;
        if all == *self || self.covers(old) {
            return Ok(self.delta(old));
        }
        let lacks = all.delta(self).to_string();
        let found = format!("one that lacks {}", lacks.trim_end());
        Err(Error::new(
            slug::NOT_NEWER,
            "a state with all that the old one has",
            found,
        ))
    }
}

/// What a reader sees of a state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// What a value is called in reports.
    pub key: &'static str,
    /// The values: one, or as many as there are.
    pub values: Vec<String>,
    /// The values are parts of one text.
    pub text: bool,
    /// More about the state: names and numbers.
    pub fields: Vec<(&'static str, String)>,
}
