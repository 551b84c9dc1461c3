//! A sorted table that goes to disk in runs whenever it has grown too large.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::How;
use super::runs::{Met, Runs};
use crate::crdt::count::Count;
use crate::crdt::gcounter::Writer;
use crate::error::Result;
use crate::source::Source;

/// What an entry costs in the table beside its id, in bytes: its place in a node that is two thirds
/// full, and what the allocator adds to the id.
const NODE: u64 = 128;

type Entered = (Count, Met);

/// Entries in order, and the sorted runs that they were cut into.
pub(super) struct Table<'f> {
    pub(super) entries: BTreeMap<Box<[u8]>, Entered>,
    pub(super) bytes: u64,
    /// The state of which a part is on disk already.
    pub(super) open: Option<Met>,
    pub(super) runs: Runs<'f>,
}

impl<'f> Table<'f> {
    pub(super) fn new(how: How<'f>) -> Self {
        Self {
            entries: BTreeMap::new(),
            bytes: 0,
            open: None,
            runs: Runs::new(how),
        }
    }

    /// Notes an entry of a state; `false` where that state has the id already.
    pub(super) fn add(&mut self, id: &[u8], count: &Count, state: (usize, u64)) -> bool {
        match self.entries.entry(id.into()) {
            Entry::Vacant(place) => {
                place.insert((count.clone(), state));
                self.bytes += NODE + id.len() as u64;
            }
            Entry::Occupied(mut place) => {
                let (most, last) = place.get_mut();
                if *last == state {
                    return false;
                }
                *last = state;
                if count > most {
                    most.clone_from(count);
                }
            }
        }
        true
    }

    /// A state that went to disk in part goes there whole before another begins: what came of it
    /// must be told apart.
    pub(super) fn close_others(&mut self, state: (usize, u64)) -> Result<()> {
        match self.open.filter(|open| *open != state) {
            Some(open) => {
                self.open = None;
                self.spill(Some(open))
            }
            None => Ok(()),
        }
    }

    /// Puts all into runs: what came of `own` apart from the rest.
    pub(super) fn spill(&mut self, own: Option<Met>) -> Result<()> {
        let rest = self.entries.iter().filter(|(_, (_, of))| Some(*of) != own);
        let all = rest.clone().count();
        if all > 0 {
            let mut run = Writer::new(self.runs.halves, &mut self.runs);
            for (id, (count, _)) in rest {
                run.entry(id, count)?;
            }
            run.finish()?;
            self.runs.end(None);
        }
        if all < self.entries.len() {
            let mut run = Writer::new(self.runs.halves, &mut self.runs);
            let of_own = self.entries.iter().filter(|(_, (_, of))| Some(*of) == own);
            for (id, (count, _)) in of_own {
                run.entry(id, count)?;
            }
            run.finish()?;
            self.runs.end(own);
        }
        self.entries.clear();
        self.bytes = 0;
        Ok(())
    }
}

/// Hands on what is written.
pub(super) struct Passed<'s>(pub(super) &'s mut dyn FnMut(&[u8]) -> crate::Result<()>);

impl crate::crdt::gcounter::Put for Passed<'_> {
    fn put(&mut self, bytes: &[u8]) -> crate::Result<()> {
        (self.0)(bytes)
    }
}

/// Gives all of a source to `sink`.
pub(super) fn copy(
    source: &Source<'_>,
    sink: &mut dyn FnMut(&[u8]) -> crate::Result<()>,
) -> crate::Result<()> {
    let mut at = 0;
    while at < source.len() {
        let to = source.len().min(at + (1 << 20));
        sink(&source.window(at..to)?)?;
        at = to;
    }
    source.check()
}
