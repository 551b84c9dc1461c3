//! When a puzzle is solved: by a digest that is small enough, or by one digest alone.

use crate::error::Result;

use super::backend::{Backend, Scan, scanner};
use super::hash::Digest;
use super::plain::Plain;
use super::puzzle::Puzzle;
use super::target::Target;

/// What a digest has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// At most the target.
    AtMost(Target),
    /// This one: the puzzle hides a number that its maker knows.
    Equals(Digest),
}

impl Goal {
    /// Whether a digest solves the puzzle.
    pub fn admits(self, digest: &Digest) -> bool {
        match self {
            Self::AtMost(target) => target.admits(digest),
            Self::Equals(wanted) => **digest == *wanted,
        }
    }

    /// Tries in the mean; nobody can say where a number is hidden.
    pub fn expected_tries(self) -> Option<f64> {
        match self {
            Self::AtMost(target) => Some(target.expected_tries()),
            Self::Equals(_) => None,
        }
    }

    /// What finds candidates; a hidden number is searched by the plain crates.
    pub fn scanner(self, backend: Backend, puzzle: &Puzzle) -> Result<Box<dyn Scan>> {
        match self {
            Self::AtMost(target) => scanner(backend, puzzle, target),
            Self::Equals(_) => Ok(Box::new(Plain::new(puzzle, self))),
        }
    }
}
