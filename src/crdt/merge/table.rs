//! A sorted table that goes to disk in runs whenever it has grown too large.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::crdt::count::Count;
use crate::crdt::gcounter::Writer;
use crate::crdt::spool::{Room, Spool};
use crate::error::Result;
use crate::source::Source;

/// What an entry costs in the table beside its id, in bytes.
const NODE: u64 = 96;

/// Where an entry was met first: input, state.
type Met = (usize, u64);
type Entered = (Count, Met);
/// A sorted run, and the state that it is all of.
type Run = (Source<'static>, Option<Met>);

/// Entries in order, and the sorted runs that they were cut into.
pub(super) struct Table<'f> {
    pub(super) room: Room<'f>,
    pub(super) entries: BTreeMap<Box<[u8]>, Entered>,
    pub(super) bytes: u64,
    /// The state of which a part is on disk already.
    pub(super) open: Option<Met>,
    pub(super) runs: Vec<Run>,
}

impl<'f> Table<'f> {
    pub(super) fn new(room: Room<'f>) -> Self {
        Self {
            room,
            entries: BTreeMap::new(),
            bytes: 0,
            open: None,
            runs: Vec::new(),
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
    pub(super) fn spill(&mut self, own_state: Option<Met>) -> Result<()> {
        let limit = self.room.memory / 8;
        let mut rest = Writer::new(Spool::new(self.room, limit));
        let mut own = Writer::new(Spool::new(self.room, limit));
        let (mut some_rest, mut some_own) = (false, false);
        while let Some((id, (count, of))) = self.entries.pop_first() {
            if Some(of) == own_state {
                own.entry(&id, &count)?;
                some_own = true;
            } else {
                rest.entry(&id, &count)?;
                some_rest = true;
            }
        }
        self.bytes = 0;
        if some_rest {
            self.runs.push((rest.finish()?.into_source()?, None));
        }
        if some_own {
            self.runs.push((own.finish()?.into_source()?, own_state));
        }
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
