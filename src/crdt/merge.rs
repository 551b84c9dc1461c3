//! Merging counter states of any size. Sorted inputs flow through a tournament in memory that
//! grows with their number only. An input that turns out to be unsorted leaves it, and is read
//! again from its start into a sorted table, which goes to disk whenever it has grown too large:
//! reading an entry twice changes nothing, for the maximum is idempotent.

use std::collections::BTreeMap;

use crate::crdt::count::Count;
use crate::crdt::entries::{Batch, Filled, Reader, Shape};
use crate::crdt::gcounter::Writer;
use crate::crdt::halves::{Change, Halves};
use crate::crdt::oplog::{Gap, OpLog};
use crate::crdt::race::{Cursor, Race};
use crate::error::{Error, slug};
use crate::source::Source;
use crate::spool::{Room, Spool};
use crate::watch::Watch;

/// What is merged, and in how much memory.
#[derive(Clone, Copy)]
pub struct How<'f> {
    /// How many halves the counters have.
    pub halves: Halves,
    /// The memory for what is not sorted.
    pub room: Room<'f>,
}

/// Bytes loaded at a time from an input; fewer where there are many. Those of a few inputs fit into
/// a core's own cache together.
const CHUNK: usize = 32 << 10;
const ALL_CHUNKS: usize = 16 << 20;

/// Told of entries by id; of nothing when those before don't count.
pub type OnEntry<'a> = &'a mut dyn FnMut(Option<(&[u8], &Count)>) -> crate::Result<()>;

/// An error, and which input it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The input's place in the list, counted from 0.
    pub input: Option<usize>,
    /// What went wrong.
    pub error: Error,
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self { input: None, error }
    }
}

impl Failed {
    /// The same about the input at a place, where it was about the only one.
    #[must_use]
    pub fn of(self, input: usize) -> Self {
        Self {
            input: self.input.map(|_| input),
            ..self
        }
    }
}

/// A result about one of many inputs.
pub type Result<T> = std::result::Result<T, Failed>;

fn of<T>(input: Option<usize>, result: crate::Result<T>) -> Result<T> {
    result.map_err(|error| Failed { input, error })
}

/// What was learnt about the inputs on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Of each input: its shapes, how many entries it has, whether they were sorted.
    pub inputs: Vec<Seen>,
    /// Operations that are missing.
    pub gaps: Vec<Gap>,
    /// Operations that came once more.
    pub duplicates: u64,
    /// Sorted parts that unsorted inputs were cut into.
    pub runs: u64,
}

impl Told {
    /// Puts what was learnt of further inputs behind.
    pub fn join(&mut self, other: Self) {
        self.inputs.extend(other.inputs);
        self.gaps.extend(other.gaps);
        self.duplicates += other.duplicates;
        self.runs += other.runs;
    }
}

/// What was seen of one input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The shapes of its states.
    pub shapes: Vec<Shape>,
    /// Entries or operations.
    pub entries: u64,
    /// States.
    pub states: u64,
    /// Whether every id came behind the one before it.
    pub sorted: bool,
}

impl Seen {
    /// Whether it is one state in the shape that merges are written in.
    pub fn plain(&self) -> bool {
        self.shapes == [Shape::Object] && self.states == 1
    }

    /// Whether it holds operations, which make a state only together with those of other inputs.
    pub fn operations(&self) -> bool {
        self.shapes.contains(&Shape::Operation)
    }
}

/// Takes an entry of the merged state, in order.
pub type Sink<'s> = &'s mut dyn FnMut(&[u8], &Count) -> crate::Result<()>;

/// Merges `inputs` and gives every replica's greatest count to `sink`, sorted by id. Nothing is
/// given before all inputs are known to be well-formed.
pub fn merge(
    inputs: &[Source<'_>],
    how: How<'_>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> crate::Result<()>,
) -> Result<Told> {
    let mut held = Writer::new(how.halves, Spool::new(how.room, how.room.memory));
    let (mut told, unsorted) = first_pass(inputs, how.halves, watch, &mut |id, count| {
        held.entry(id, count)
    })?;
    let mut held = held.finish()?;
    if unsorted.is_empty() {
        copy(&held.into_source()?, sink)?;
        return Ok(told);
    }
    // The table takes half, its runs an eighth.
    held.leave(how.room.memory / 4)?;
    let held = held.into_source()?;
    let mut out = Writer::new(how.halves, Passed(sink));
    second_pass(
        inputs,
        &unsorted,
        &held,
        how,
        watch,
        &mut told,
        &mut |id, count| out.entry(id, count),
    )?;
    out.finish()?;
    Ok(told)
}

/// Merges the states of `inputs` and gives the entries to `sink`; `None` is told when those before
/// don't count.
pub fn fold(
    inputs: &[Source<'_>],
    how: How<'_>,
    watch: &dyn Watch,
    sink: OnEntry<'_>,
) -> Result<Told> {
    let (mut told, unsorted) = first_pass(inputs, how.halves, watch, &mut |id, count| {
        sink(Some((id, count)))
    })?;
    if !unsorted.is_empty() {
        sink(None)?;
        // What came of the sorted ones and of operations, once more, to be merged with the rest.
        let mut held = Writer::new(how.halves, Spool::new(how.room, how.room.memory / 4));
        first_pass(inputs, how.halves, watch, &mut |id, count| {
            held.entry(id, count)
        })?;
        let held = held.finish()?.into_source()?;
        second_pass(
            inputs,
            &unsorted,
            &held,
            how,
            watch,
            &mut told,
            &mut |id, count| sink(Some((id, count))),
        )?;
    }
    Ok(told)
}

fn chunk_of(inputs: usize) -> usize {
    (ALL_CHUNKS / inputs.max(1)).clamp(4 << 10, CHUNK)
}

/// All inputs through one tournament, as far as they are sorted. Returns those that are not.
fn first_pass(
    inputs: &[Source<'_>],
    halves: Halves,
    watch: &dyn Watch,
    sink: Sink<'_>,
) -> Result<(Told, Vec<usize>)> {
    let chunk = chunk_of(inputs.len());
    let (mut cursors, mut log) = (Vec::new(), OpLog::default());
    for (i, source) in inputs.iter().enumerate() {
        let mut cursor = Cursor::new(source, halves, chunk, Some(i))?;
        while cursor.filled == Filled::Some && !cursor.batch.operations.is_empty() {
            for operation in std::mem::take(&mut cursor.batch.operations) {
                let at = operation.at;
                let added = log.add(operation).map_err(|e| cursor.reader.placed(e, at));
                of(Some(i), added)?;
            }
            cursor.load()?;
        }
        cursors.push(cursor);
    }
    let folded = Source::from_bytes(folded(&log, halves)?);
    if !log.is_empty() {
        cursors.push(Cursor::new(&folded, halves, chunk, None)?);
    }
    let cursors = greatest(cursors, watch, sink).map_err(Failed::from)?;
    let mut told = Told {
        gaps: log.gaps(),
        duplicates: log.duplicates(),
        ..Told::default()
    };
    let mut unsorted = Vec::new();
    for cursor in cursors {
        let Some(i) = cursor.input else { continue };
        unsorted.extend((cursor.filled == Filled::Unsorted).then_some(i));
        told.inputs
            .push(seen(&cursor.reader, cursor.filled != Filled::Unsorted));
    }
    Ok((told, unsorted))
}

/// The counter that operations make, as it is written; one that only grows and that is there only
/// behind a gap has counted nothing yet.
fn folded(log: &OpLog<Change>, halves: Halves) -> crate::Result<Vec<u8>> {
    let mut counts: BTreeMap<Vec<u8>, Count> = BTreeMap::new();
    if halves == Halves::One {
        counts.extend(log.replicas().map(|id| (id.into(), Count::ZERO)));
    }
    for (id, _, change) in log.whole() {
        let count = counts.entry(halves.joined(change, id)).or_default();
        *count = count.plus(&change.size);
    }
    let mut written = Writer::new(halves, Vec::new());
    for (id, count) in &counts {
        written.entry(id, count)?;
    }
    written.finish()
}

fn seen(reader: &Reader<'_>, sorted: bool) -> Seen {
    Seen {
        shapes: reader.shapes().to_vec(),
        entries: reader.entries(),
        states: reader.states(),
        sorted,
    }
}

/// Reads the unsorted inputs into sorted runs, and merges those with what the first pass gave.
fn second_pass(
    inputs: &[Source<'_>],
    unsorted: &[usize],
    held: &Source<'_>,
    how: How<'_>,
    watch: &dyn Watch,
    told: &mut Told,
    sink: Sink<'_>,
) -> Result<()> {
    let mut table = Table::new(how);
    for i in unsorted {
        let Some(source) = inputs.get(*i) else {
            continue;
        };
        let mut reader = Reader::new(source, how.halves, CHUNK, false);
        let (mut batch, mut told_to) = (Batch::default(), 0);
        while of(Some(*i), reader.fill(&mut batch))? == Filled::Some {
            stop(watch)?;
            watch.advance(reader.offset() - told_to);
            told_to = reader.offset();
            let state = (*i, batch.state);
            table.close_others(state)?;
            for (id, count) in batch.iter() {
                if !table.add(id, count, state) {
                    return Err(twice(inputs, how.halves, state, id));
                }
            }
            if table.bytes > how.room.memory / 2 {
                table.spill(Some(state))?;
                table.open = Some(state);
            }
        }
        if let Some(place) = told.inputs.get_mut(*i) {
            *place = seen(&reader, false);
        }
    }
    table.spill(table.open)?;
    told.runs = table.runs.len() as u64;
    let runs = table.runs.into_runs()?;
    merged_runs(runs, held, how, watch, sink).map_err(|failed| match failed {
        Twice::No(failed) => failed,
        Twice::In(state, id) => twice(inputs, how.halves, state, &id),
    })
}

/// Merges sorted runs with what is held, in passes where they are many.
fn merged_runs(
    runs: Vec<runs::Run>,
    held: &Source<'_>,
    how: How<'_>,
    watch: &dyn Watch,
    sink: Sink<'_>,
) -> std::result::Result<(), Twice> {
    let runs = runs::fewer(runs, runs::fan_in(how.room.memory), how, watch)?;
    let chunk = runs::chunk(how.room.memory);
    let mut cursors = runs::cursors(&runs, how.halves, chunk)?;
    cursors.push(Cursor::new(held, how.halves, chunk, None)?);
    greatest(cursors, watch, sink).map(|_| ())
}

/// The error that an id is twice in a state, with its place, which is looked for again.
fn twice(inputs: &[Source<'_>], halves: Halves, (input, state): (usize, u64), id: &[u8]) -> Failed {
    let hunt = |source| {
        let mut reader = Reader::hunting(source, halves, state, id);
        let mut batch = Batch::default();
        while reader.fill(&mut batch)? == Filled::Some {}
        Err(reader.duplicate(id, reader.offset()))
    };
    let found: crate::Result<()> = inputs.get(input).map_or(Ok(()), hunt);
    let gone = || Error::new(slug::FILE_SHRANK, "the same bytes again", "others");
    Failed {
        input: Some(input),
        error: found.err().unwrap_or_else(gone),
    }
}

fn stop(watch: &dyn Watch) -> Result<()> {
    if watch.stopped() {
        return Err(Error::new(slug::STOPPED, "", "stopped").into());
    }
    Ok(())
}

/// Why a merge of sorted runs ended early.
enum Twice {
    /// An error.
    No(Failed),
    /// One state has an id twice.
    In((usize, u64), Vec<u8>),
}

impl From<Failed> for Twice {
    fn from(failed: Failed) -> Self {
        Self::No(failed)
    }
}

impl From<Twice> for Failed {
    fn from(twice: Twice) -> Self {
        match twice {
            Twice::No(failed) => failed,
            Twice::In(_, id) => {
                let found = String::from_utf8_lossy(&id).into_owned();
                Error::new(slug::DUPLICATE_REPLICA, "each replica once", found).into()
            }
        }
    }
}

/// The greatest of some counts: those of 64 bits, which nearly all are, without a branch that
/// can't be foreseen.
#[derive(Default)]
struct Most {
    small: u64,
    large: Option<Count>,
}

impl Most {
    #[inline]
    fn see(&mut self, count: &Count) {
        match count.small() {
            Some(small) => self.small = self.small.max(small),
            None if self.large.as_ref().is_none_or(|large| count > large) => {
                self.large = Some(count.clone());
            }
            None => {}
        }
    }

    /// The greatest so far; those to come are another id's.
    #[inline]
    fn take(&mut self) -> Count {
        let small = Count::from(std::mem::take(&mut self.small));
        self.large.take().unwrap_or(small)
    }
}

/// Gives every id once, with its greatest count.
fn greatest<'a>(
    cursors: Vec<Cursor<'a>>,
    watch: &dyn Watch,
    sink: Sink<'_>,
) -> std::result::Result<Vec<Cursor<'a>>, Twice> {
    let mut race = Race::new(cursors);
    let (mut id, mut most, mut given) = (Vec::new(), Most::default(), 0u64);
    let (mut parts_of, mut told_to) = (Vec::new(), 0);
    while race.turn() {
        if !race.again() {
            if given > 0 {
                sink(&id, &most.take()).map_err(Failed::from)?;
            }
            given += 1;
            if given.is_multiple_of(4096) {
                stop(watch)?;
                let at: u64 = race.cursors.iter().map(|one| one.reader.offset()).sum();
                watch.advance(at - told_to);
                told_to = at;
            }
            id.clear();
            id.extend_from_slice(race.id());
            parts_of.clear();
        }
        race.take(|cursor| {
            if let Some(state) = cursor.part_of {
                if parts_of.contains(&state) {
                    return Err(Twice::In(state, id.clone()));
                }
                parts_of.push(state);
            }
            if let Some((_, count)) = cursor.entry() {
                most.see(count);
            }
            Ok(())
        })?;
    }
    if given > 0 {
        sink(&id, &most.take()).map_err(Failed::from)?;
    }
    Ok(race.cursors)
}

mod compare;
mod runs;
mod table;
#[cfg(test)]
mod tests;

pub use compare::{delta, stable};
use table::{Passed, Table, copy};
