//! What can be wrong with a clock, and the clock that would be right.

use crate::clock::log::{Log, entry_of};
use crate::clock::vector::Vector;
use crate::error::{Error, Place, slug};

/// What is wrong with a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It lacks the entry of its own host.
    OwnEntry,
    /// An event of its host has its number already.
    Duplicate,
    /// Its own entry does not follow the one before.
    Gap,
    /// An entry is smaller than it was before on its host.
    Regression,
    /// It names a host that has no event.
    UnknownHost,
    /// It names an event that is not there.
    UnknownEvent,
    /// It names an event, and lacks what that one knows.
    Intransitive,
    /// It names an event that knows of a later one of its own host.
    Future,
    /// It names an event that names it.
    Cycle,
}

impl Fault {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::OwnEntry => "own-entry",
            Self::Duplicate => "duplicate",
            Self::Gap => "gap",
            Self::Regression => "regression",
            Self::UnknownHost => "unknown-host",
            Self::UnknownEvent => "unknown-event",
            Self::Intransitive => "intransitive",
            Self::Future => "future",
            Self::Cycle => "cycle",
        }
    }
}

/// A fault that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The event.
    pub event: u32,
    /// What is wrong with its clock.
    pub fault: Fault,
    /// The same with names.
    pub why: String,
    /// The clock that would be right; none where no clock would.
    pub expected: Option<Vector>,
}

impl Finding {
    /// The finding as the error that ends work on a log.
    pub fn error(&self, log: &Log<'_>) -> Error {
        let line = log.line(self.event);
        let why = format!("{}: {}", self.fault.name(), self.why);
        Error::new(slug::CLOCK_FAULT, "", why).at(Place::Line(line.into()))
    }
}

/// The clock that an event should have: what its host knew, one more event of its own, and all that
/// the events know that it newly names, as far as they are there and come before it.
pub fn expected_clock(log: &Log<'_>, at: u32, before: Option<u32>) -> Vector {
    let (own, number) = (log.host_of(at), log.number_of(at));
    let old = before.map_or(Vec::new(), |before| log.clock(before));
    let mut expected = log.vector(&old);
    for entry in log.clock(at) {
        if entry.host == own || entry.count <= entry_of(&old, entry.host) {
            continue;
        }
        let Some(named) = log.find(entry.host, entry.count) else {
            continue;
        };
        let theirs = log.clock(named);
        if entry_of(&theirs, own) < number {
            for entry in theirs {
                expected.raise(log.host(entry.host).to_owned(), entry.count);
            }
        }
    }
    let next = before.map_or(0, |before| log.number_of(before)) + 1;
    expected.raise(log.host(own).to_owned(), next);
    expected
}
