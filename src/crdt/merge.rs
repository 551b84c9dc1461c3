//! Merging counter states of any size. Sorted inputs flow through a tournament in memory that
//! grows with their number only. An input that turns out to be unsorted leaves it, and is read
//! again from its start into a sorted table, which goes to disk whenever it has grown too large:
//! reading an entry twice changes nothing, for the maximum is idempotent.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::crdt::count::Count;
use crate::crdt::entries::{Batch, Filled, Reader, Shape};
use crate::crdt::gcounter::{GCounter, Writer};
use crate::crdt::oplog::{Gap, OpLog};
use crate::crdt::race::{Cursor, Race};
use crate::crdt::spool::{Room, Spool};
use crate::error::{Error, Place, slug};
use crate::source::Source;
use crate::watch::Watch;

/// Bytes loaded at a time from an input; fewer where there are many.
const CHUNK: usize = 256 << 10;
const ALL_CHUNKS: usize = 16 << 20;
/// What an entry costs in the table beside its id, in bytes.
const NODE: u64 = 96;

/// Told of entries by id; of nothing when those before don't count.
pub type OnEntry<'a> = &'a mut dyn FnMut(Option<(&[u8], &Count)>) -> crate::Result<()>;
/// Told of entries by state and id.
type OnJoined<'a> = &'a mut dyn FnMut(usize, &[u8], &Count) -> crate::Result<()>;

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
    room: Room<'_>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> crate::Result<()>,
) -> Result<Told> {
    let mut held = Writer::new(Spool::new(room, room.memory / 2));
    let (mut told, unsorted) = first_pass(inputs, watch, &mut |id, count| held.entry(id, count))?;
    let held = held.finish()?.into_source()?;
    if unsorted.is_empty() {
        copy(&held, sink)?;
        return Ok(told);
    }
    let mut out = Writer::new(Passed(sink));
    second_pass(
        inputs,
        &unsorted,
        Some(&held),
        room,
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
    room: Room<'_>,
    watch: &dyn Watch,
    sink: OnEntry<'_>,
) -> Result<Told> {
    let (mut told, unsorted) = first_pass(inputs, watch, &mut |id, count| sink(Some((id, count))))?;
    if !unsorted.is_empty() {
        sink(None)?;
        second_pass(
            inputs,
            &unsorted,
            None,
            room,
            watch,
            &mut told,
            &mut |id, count| sink(Some((id, count))),
        )?;
    }
    Ok(told)
}

/// What all `inputs` have seen: of each replica the smallest count, given as a state's bytes to
/// `sink`. All below it may be compacted. Nothing where one of them has not heard of the replica.
pub fn stable(
    inputs: &[Source<'_>],
    room: Room<'_>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> crate::Result<()>,
) -> Result<Told> {
    let (told, states) = normalized(inputs, room, watch)?;
    let mut out = Writer::new(Passed(sink));
    let (mut seen, mut least) = (0, Count::ZERO);
    let mut present: Vec<u8> = Vec::new();
    join(&states, &mut |_, id, count| {
        if present != id || seen == 0 {
            present.clear();
            present.extend_from_slice(id);
            (seen, least) = (0, count.clone());
        }
        seen += 1;
        if count < &least {
            least = count.clone();
        }
        if seen == states.len() {
            out.entry(id, &least)
        } else {
            Ok(())
        }
    })?;
    out.finish()?;
    Ok(told)
}

/// The smallest state that brings the first of two inputs to the second by merging, given as bytes
/// to `sink`. Refused where the second lacks something that the first has.
pub fn delta(
    inputs: &[Source<'_>; 2],
    room: Room<'_>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> crate::Result<()>,
) -> Result<Told> {
    let (told, states) = normalized(inputs, room, watch)?;
    let mut spool = Spool::new(room, room.memory / 8);
    let mut keep = |bytes: &[u8]| spool.put(bytes);
    let mut raised = Writer::new(Passed(&mut keep));
    // What the first input has of the id that came last; the tournament gives it before the other.
    let mut old: Option<(Vec<u8>, Count)> = None;
    join(&states, &mut |input, id, count| {
        if input == 0 {
            let before = old.replace((id.to_vec(), count.clone()));
            return before.map_or(Ok(()), |(id, count)| not_newer(&id, &count, &Count::ZERO));
        }
        let (known, before) = old.take().unwrap_or_default();
        if known != id {
            not_newer(&known, &before, &Count::ZERO)?;
            return if *count > Count::ZERO {
                raised.entry(id, count)
            } else {
                Ok(())
            };
        }
        not_newer(id, &before, count)?;
        if *count > before {
            raised.entry(id, count)
        } else {
            Ok(())
        }
    })
    .and_then(|()| {
        let (id, before) = old.take().unwrap_or_default();
        Ok(not_newer(&id, &before, &Count::ZERO)?)
    })
    .map_err(|failed| Failed {
        input: Some(1),
        ..failed
    })?;
    raised.finish()?;
    copy(&spool.into_source()?, sink)?;
    Ok(told)
}

fn not_newer(id: &[u8], before: &Count, after: &Count) -> crate::Result<()> {
    if after >= before {
        return Ok(());
    }
    let error = Error::new(
        slug::NOT_NEWER,
        format!("at least {before}"),
        after.to_string(),
    );
    let id = String::from_utf8_lossy(id);
    Err(error.at(Place::Key(format!("replica {id:?}").into())))
}

/// Every input as one canonical state.
fn normalized(
    inputs: &[Source<'_>],
    room: Room<'_>,
    watch: &dyn Watch,
) -> Result<(Told, Vec<Source<'static>>)> {
    let share = room.memory / (inputs.len() as u64 + 1);
    let (mut told, mut states) = (Told::default(), Vec::new());
    for (i, input) in inputs.iter().enumerate() {
        let mut spool = Spool::new(room, share);
        let merged = merge(std::slice::from_ref(input), room, watch, &mut |bytes| {
            spool.put(bytes)
        });
        told.join(merged.map_err(|failed| failed.of(i))?);
        states.push(spool.into_source()?);
    }
    Ok((told, states))
}

fn chunk_of(inputs: usize) -> usize {
    (ALL_CHUNKS / inputs.max(1)).clamp(4 << 10, CHUNK)
}

/// All inputs through one tournament, as far as they are sorted. Returns those that are not.
fn first_pass(
    inputs: &[Source<'_>],
    watch: &dyn Watch,
    sink: Sink<'_>,
) -> Result<(Told, Vec<usize>)> {
    let chunk = chunk_of(inputs.len());
    let (mut cursors, mut log) = (Vec::new(), OpLog::default());
    for (i, source) in inputs.iter().enumerate() {
        let mut cursor = Cursor::new(source, chunk, Some(i))?;
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
    let folded = Source::from_bytes(folded(&log).to_string().into_bytes());
    if !log.is_empty() {
        cursors.push(Cursor::new(&folded, chunk, None)?);
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

/// The counter that operations make; one that is there only behind a gap has counted nothing yet.
fn folded(log: &OpLog<Count>) -> GCounter {
    let mut state = GCounter::default();
    log.replicas().for_each(|id| state.add(id, &Count::ZERO));
    log.whole().for_each(|(id, _, count)| state.add(id, count));
    state
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
    held: Option<&Source<'_>>,
    room: Room<'_>,
    watch: &dyn Watch,
    told: &mut Told,
    sink: Sink<'_>,
) -> Result<()> {
    let mut table = Table::new(room);
    for i in unsorted {
        let Some(source) = inputs.get(*i) else {
            continue;
        };
        let mut reader = Reader::new(source, CHUNK, false);
        let mut batch = Batch::default();
        while of(Some(*i), reader.fill(&mut batch))? == Filled::Some {
            stop(watch)?;
            watch.advance(batch.len() as u64);
            let state = (*i, batch.state);
            table.close_others(state)?;
            for (id, count) in batch.iter() {
                if !table.add(id, count, state) {
                    return Err(twice(inputs, state, id));
                }
            }
            if table.bytes > room.memory / 2 {
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
    let chunk = chunk_of(table.runs.len() + 1);
    let mut cursors = Vec::new();
    for (run, part_of) in &table.runs {
        let mut cursor = Cursor::new(run, chunk, None)?;
        cursor.part_of = *part_of;
        cursors.push(cursor);
    }
    if let Some(held) = held {
        cursors.push(Cursor::new(held, chunk, None)?);
    }
    let done = greatest(cursors, watch, sink).map_err(|failed| match failed {
        Twice::No(failed) => failed,
        Twice::In(state, id) => twice(inputs, state, &id),
    });
    done.map(|_| ())
}

/// The error that an id is twice in a state, with its place, which is looked for again.
fn twice(inputs: &[Source<'_>], (input, state): (usize, u64), id: &[u8]) -> Failed {
    let hunt = |source| {
        let mut reader = Reader::hunting(source, state, id);
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

/// Gives every id once, with its greatest count.
fn greatest<'a>(
    cursors: Vec<Cursor<'a>>,
    watch: &dyn Watch,
    sink: Sink<'_>,
) -> std::result::Result<Vec<Cursor<'a>>, Twice> {
    let mut race = Race::new(cursors);
    let (mut id, mut most, mut given) = (Vec::new(), Count::ZERO, 0u64);
    let mut parts_of = Vec::new();
    while race.turn() {
        if !race.again() {
            if given > 0 {
                sink(&id, &most).map_err(Failed::from)?;
            }
            given += 1;
            if given.is_multiple_of(4096) {
                stop(watch)?;
                watch.advance(4096);
            }
            let first = race.winners().next().and_then(|(_, cursor)| cursor.entry());
            id.clear();
            id.extend_from_slice(first.map_or(&[][..], |(id, _)| id));
            most = Count::ZERO;
            parts_of.clear();
        }
        for (_, cursor) in race.winners() {
            if let Some(state) = cursor.part_of {
                if parts_of.contains(&state) {
                    return Err(Twice::In(state, id));
                }
                parts_of.push(state);
            }
            if let Some((_, count)) = cursor.entry().filter(|(_, count)| **count > most) {
                most.clone_from(count);
            }
        }
        race.advance()?;
    }
    if given > 0 {
        sink(&id, &most).map_err(Failed::from)?;
    }
    Ok(race.cursors)
}

/// Gives every entry of every state, sorted by id, equal ones in the order of the states.
fn join(states: &[Source<'_>], sink: OnJoined<'_>) -> Result<()> {
    let chunk = chunk_of(states.len());
    let cursors: Result<Vec<_>> = states
        .iter()
        .map(|state| Cursor::new(state, chunk, None))
        .collect();
    let mut race = Race::new(cursors?);
    while race.turn() {
        for (state, cursor) in race.winners() {
            let Some((id, count)) = cursor.entry() else {
                continue;
            };
            sink(state, id, count)?;
        }
        race.advance()?;
    }
    Ok(())
}

mod table;
#[cfg(test)]
mod tests;

use table::{Passed, Table, copy};
