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

/// Merges the states of one input and gives the entries to `sink`, which is told to `restart` when
/// those before don't count.
pub fn fold(
    input: &Source<'_>,
    room: Room<'_>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(Option<(&[u8], &Count)>) -> crate::Result<()>,
) -> Result<Told> {
    let inputs = std::slice::from_ref(input);
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

/// All states of a small input as one, in memory.
pub fn load(input: &Source<'_>, room: Room<'_>, watch: &dyn Watch) -> Result<(GCounter, Told)> {
    let mut counts = BTreeMap::new();
    let told = fold(input, room, watch, &mut |entry| {
        match entry {
            Some((id, count)) => {
                counts.insert(String::from_utf8_lossy(id).into_owned(), count.clone());
            }
            None => counts.clear(),
        }
        Ok(())
    })?;
    Ok((GCounter::new(counts), told))
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
        let part = merged.map_err(|failed| Failed {
            input: failed.input.map(|_| i),
            ..failed
        })?;
        told.inputs.extend(part.inputs);
        told.gaps.extend(part.gaps);
        told.duplicates += part.duplicates;
        told.runs += part.runs;
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
    let (folded, gaps) = log.fold();
    let mut writer = Writer::new(Vec::new());
    for (id, count) in &folded {
        writer.entry(id.as_bytes(), count)?;
    }
    let folded = Source::from_bytes(writer.finish()?);
    if !log.is_empty() {
        cursors.push(Cursor::new(&folded, chunk, None)?);
    }
    let cursors = greatest(cursors, watch, sink).map_err(Failed::from)?;
    let mut told = Told {
        gaps,
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
    while let Some(turn) = race.turn() {
        if turn.again {
            if let Some(state) = turn.part_of.filter(|state| parts_of.contains(state)) {
                return Err(Twice::In(state, id));
            }
            if *turn.count > most {
                most.clone_from(turn.count);
            }
        } else {
            if given > 0 {
                sink(&id, &most).map_err(Failed::from)?;
            }
            given += 1;
            if given.is_multiple_of(4096) {
                stop(watch)?;
                watch.advance(4096);
            }
            id.clear();
            id.extend_from_slice(turn.id);
            most.clone_from(turn.count);
            parts_of.clear();
        }
        parts_of.extend(turn.part_of);
        race.advance()?;
    }
    if given > 0 {
        sink(&id, &most).map_err(Failed::from)?;
    }
    Ok(race.cursors)
}

/// Gives every entry of every state, sorted by id, equal ones in the order of the states.
fn join(
    states: &[Source<'_>],
    sink: &mut dyn FnMut(usize, &[u8], &Count) -> crate::Result<()>,
) -> Result<()> {
    let chunk = chunk_of(states.len());
    let cursors: Result<Vec<_>> = states
        .iter()
        .map(|state| Cursor::new(state, chunk, None))
        .collect();
    let mut race = Race::new(cursors?);
    while let Some(turn) = race.turn() {
        sink(turn.cursor, turn.id, turn.count)?;
        race.advance()?;
    }
    Ok(())
}

/// Entries in order, and the sorted runs that they were cut into.
struct Table<'f> {
    room: Room<'f>,
    entries: BTreeMap<Box<[u8]>, (Count, (usize, u64))>,
    bytes: u64,
    /// The state of which a part is on disk already.
    open: Option<(usize, u64)>,
    runs: Vec<(Source<'static>, Option<(usize, u64)>)>,
}

impl<'f> Table<'f> {
    fn new(room: Room<'f>) -> Self {
        Self {
            room,
            entries: BTreeMap::new(),
            bytes: 0,
            open: None,
            runs: Vec::new(),
        }
    }

    /// Notes an entry of a state; `false` where that state has the id already.
    fn add(&mut self, id: &[u8], count: &Count, state: (usize, u64)) -> bool {
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
    fn close_others(&mut self, state: (usize, u64)) -> Result<()> {
        match self.open.filter(|open| *open != state) {
            Some(open) => {
                self.open = None;
                self.spill(Some(open))
            }
            None => Ok(()),
        }
    }

    /// Puts all into runs: what came of `own` apart from the rest.
    fn spill(&mut self, own_state: Option<(usize, u64)>) -> Result<()> {
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
struct Passed<'s>(&'s mut dyn FnMut(&[u8]) -> crate::Result<()>);

impl crate::crdt::gcounter::Put for Passed<'_> {
    fn put(&mut self, bytes: &[u8]) -> crate::Result<()> {
        (self.0)(bytes)
    }
}

/// Gives all of a source to `sink`.
fn copy(
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crdt::gcounter::GCounter;
    use crate::watch::Deaf;
    use proptest::prelude::*;

    /// A file that goes when it is closed, as the program makes them.
    fn file() -> std::io::Result<std::fs::File> {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("decent-merge-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let file = std::fs::File::options()
            .read(true)
            .write(true)
            .create_new(true)
            .open(&path);
        std::fs::remove_file(path).and(file)
    }

    fn merged(texts: &[String], memory: u64) -> Result<(String, Told)> {
        let sources: Vec<_> = texts
            .iter()
            .map(|t| Source::from_bytes(t.as_bytes()))
            .collect();
        let mut out = Vec::new();
        let room = Room {
            memory,
            file: &file,
        };
        let told = merge(&sources, room, &Deaf, &mut |bytes| {
            out.extend_from_slice(bytes);
            Ok(())
        })?;
        Ok((String::from_utf8(out).expect("UTF-8"), told))
    }

    fn of(texts: &[&str]) -> Result<(String, Told)> {
        merged(
            &texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>(),
            1 << 20,
        )
    }

    #[test]
    fn the_greatest_counts_win_whatever_the_shapes() {
        let (out, told) = of(&[
            r#"{"b":1,"a":5}"#,
            "a\t4\nc\t18446744073709551616\n",
            r#"{"inner":{"dots":{"b":7}}}{"a":1}"#,
            "[9]",
        ])
        .expect("merged");
        assert_eq!(
            out,
            "{\"0\":9,\"a\":5,\"b\":7,\"c\":18446744073709551616}\n"
        );
        let sorted: Vec<bool> = told.inputs.iter().map(|seen| seen.sorted).collect();
        assert_eq!(sorted, [false, true, false, true]);
    }

    #[test]
    fn operations_fold_across_inputs_and_gaps_are_told() {
        let (out, told) = of(&[
            r#"{"replica":"a","seq":2,"add":5}{"replica":"a","seq":1,"add":1}"#,
            r#"{"replica":"a","seq":2,"add":5}{"replica":"b","seq":2,"add":1}"#,
            r#"{"a":3,"c":1}"#,
        ])
        .expect("merged");
        assert_eq!(out, "{\"a\":6,\"b\":0,\"c\":1}\n");
        assert_eq!(told.duplicates, 1);
        assert_eq!(
            told.gaps,
            [Gap {
                replica: "b".into(),
                from: 1,
                to: 2
            }]
        );
        let ops =
            "{\"replica\":\"a\",\"seq\":1,\"add\":5}\n{\"replica\":\"a\",\"seq\":1,\"add\":6}";
        let failed = of(&[ops]).expect_err("changed");
        assert_eq!(failed.error.slug, slug::OPERATION_CHANGED);
        assert!(
            failed.error.to_string().starts_with("line 2, column 2: "),
            "{}",
            failed.error
        );
    }

    #[test]
    fn an_id_twice_in_a_state_is_found_wherever_it_stands() {
        let long: String = (0..5000).rev().map(|i| format!("\"k{i:04}\":1,")).collect();
        for memory in [2 << 10, 64 << 10, 64 << 20] {
            let twice = format!("{{\"x\":1}}\n{{{long}\"k2500\":3}}\n");
            let failed = merged(&["{}".into(), twice], memory).expect_err("twice");
            assert_eq!(
                (failed.input, failed.error.slug),
                (Some(1), slug::DUPLICATE_REPLICA)
            );
            let words = failed.error.to_string();
            assert!(words.starts_with("line 2, column 50002: "), "{words}");
            // In two states it is no error.
            let once = format!("{{{long}\"z\":3}}\n{{{long}\"k\":9}}");
            let (out, told) = merged(&[once], memory).expect("merged");
            assert!(out.ends_with("\"k4999\":1,\"z\":3}\n"));
            assert_eq!(told.runs > 2, memory < 1 << 20);
        }
    }

    #[test]
    fn stable_is_what_all_have_seen() {
        let sources = [
            r#"{"a":5,"b":1}"#,
            r#"{"b":9,"a":4,"c":1}"#,
            r#"{"a":7,"b":2}"#,
        ]
        .map(|text| Source::from_bytes(text.as_bytes()));
        let mut out = Vec::new();
        let room = Room {
            memory: 1 << 20,
            file: &file,
        };
        stable(&sources, room, &Deaf, &mut |bytes| {
            out.extend_from_slice(bytes);
            Ok(())
        })
        .expect("done");
        assert_eq!(out, b"{\"a\":4,\"b\":1}\n");
    }

    fn states() -> impl Strategy<Value = Vec<Vec<(String, u64)>>> {
        let entry = ("[a-c]{0,9}", any::<u64>());
        proptest::collection::vec(proptest::collection::vec(entry, 0..30), 1..6)
    }

    /// The entries, each id once, in the order given.
    fn text(entries: &[(String, u64)]) -> (String, GCounter) {
        let mut state = GCounter::default();
        let mut words = Vec::new();
        for (id, n) in entries {
            if !state.counts().contains_key(id) {
                state.add(id, &Count::from(*n));
                words.push(format!("\"{id}\":{n}"));
            }
        }
        (format!("{{{}}}", words.join(",")), state)
    }

    #[test]
    fn a_delta_is_all_that_is_missing_and_no_more() {
        let room = Room {
            memory: 1 << 20,
            file: &file,
        };
        let delta = |old: &'static str, new: &'static str| {
            let sources = [old, new].map(|text| Source::from_bytes(text.as_bytes()));
            let mut out = Vec::new();
            let done = delta(&sources, room, &Deaf, &mut |bytes| {
                out.extend_from_slice(bytes);
                Ok(())
            });
            done.map(|_| String::from_utf8(out).expect("UTF-8"))
                .map_err(|f| f.error.to_string())
        };
        assert_eq!(
            delta(r#"{"b":2,"a":1}"#, r#"{"a":1,"b":3,"c":4,"d":0}"#),
            Ok("{\"b\":3,\"c\":4}\n".into())
        );
        assert_eq!(delta("{}", "[]"), Ok("{}\n".into()));
        for (old, new, error) in [
            (
                r#"{"a":2}"#,
                r#"{"a":1}"#,
                "replica \"a\": wanted at least 2, found 1",
            ),
            (
                r#"{"a":2}"#,
                r#"{"b":1}"#,
                "replica \"a\": wanted at least 2, found 0",
            ),
            (
                r#"{"a":2,"z":1}"#,
                r#"{"a":2}"#,
                "replica \"z\": wanted at least 1, found 0",
            ),
            (
                r#"{"a":1,"b":2}"#,
                r#"{"c":1}"#,
                "replica \"a\": wanted at least 1, found 0",
            ),
        ] {
            assert_eq!(delta(old, new), Err(error.into()));
        }
        assert_eq!(delta(r#"{"a":0,"b":0}"#, "{}"), Ok("{}\n".into()));
    }

    proptest! {
        #[test]
        fn any_order_and_memory_give_what_the_plain_way_gives(states in states(), memory in 500u64..9000) {
            let (mut texts, plain): (Vec<_>, Vec<_>) = states.iter().map(|s| text(s)).unzip();
            let mut all = GCounter::default();
            plain.iter().for_each(|state| all.merge(state));
            prop_assert_eq!(merged(&texts, memory).expect("merged").0, all.to_string());
            texts.reverse();
            prop_assert_eq!(merged(&texts, memory).expect("merged").0, all.to_string());
            prop_assert_eq!(merged(&[texts.concat()], memory).expect("merged").0, all.to_string());
        }
    }
}
