//! What states have of each other, and what they lack: each input becomes one sorted state, and all
//! go side by side.

use super::runs::Runs;
use super::table::{Passed, copy};
use super::{Failed, How, Result, Told, chunk_of, merge};
use crate::crdt::count::Count;
use crate::crdt::gcounter::{Put, Writer};
use crate::crdt::halves::{Half, Halves};
use crate::crdt::race::{Cursor, Race};
use crate::error::{Error, Place, slug};
use crate::source::Source;
use crate::spool::Spool;
use crate::watch::Watch;

/// Told of entries by state and id.
type OnJoined<'a> = &'a mut dyn FnMut(usize, &[u8], &Count) -> crate::Result<()>;

/// What all `inputs` have seen: of each replica the smallest count, given as a state's bytes to
/// `sink`. All below it may be compacted. Nothing where one of them has not heard of the replica.
pub fn stable(
    inputs: &[Source<'_>],
    how: How<'_>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> crate::Result<()>,
) -> Result<Told> {
    let (told, states) = normalized(inputs, how, watch)?;
    let mut out = Writer::new(how.halves, Passed(sink));
    let (mut seen, mut least) = (0, Count::ZERO);
    let mut present: Vec<u8> = Vec::new();
    join(&states, how.halves, &mut |_, id, count| {
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
    how: How<'_>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> crate::Result<()>,
) -> Result<Told> {
    let (told, states) = normalized(inputs, how, watch)?;
    let halves = how.halves;
    let mut spool = Spool::new(how.room, how.room.memory / 8);
    let mut keep = |bytes: &[u8]| spool.put(bytes);
    let mut raised = Writer::new(how.halves, Passed(&mut keep));
    // What the first input has of the id that came last; the tournament gives it before the other.
    let mut old: Option<(Vec<u8>, Count)> = None;
    join(&states, how.halves, &mut |input, id, count| {
        if input == 0 {
            let before = old.replace((id.to_vec(), count.clone()));
            return before.map_or(Ok(()), |(id, count)| {
                not_newer(halves, &id, &count, &Count::ZERO)
            });
        }
        let (known, before) = old.take().unwrap_or_default();
        if known != id {
            not_newer(halves, &known, &before, &Count::ZERO)?;
            return if *count > Count::ZERO {
                raised.entry(id, count)
            } else {
                Ok(())
            };
        }
        not_newer(halves, id, &before, count)?;
        if *count > before {
            raised.entry(id, count)
        } else {
            Ok(())
        }
    })
    .and_then(|()| {
        let (id, before) = old.take().unwrap_or_default();
        Ok(not_newer(halves, &id, &before, &Count::ZERO)?)
    })
    .map_err(|failed| Failed {
        input: Some(1),
        ..failed
    })?;
    raised.finish()?;
    copy(&spool.into_source()?, sink)?;
    Ok(told)
}

fn not_newer(halves: Halves, id: &[u8], before: &Count, after: &Count) -> crate::Result<()> {
    if after >= before {
        return Ok(());
    }
    let error = Error::new(
        slug::NOT_NEWER,
        format!("at least {before}"),
        after.to_string(),
    );
    let (half, id) = halves.split(id);
    let id = String::from_utf8_lossy(id);
    let half = match half {
        None => "",
        Some(Half::Added) => " added",
        Some(Half::Taken) => " taken away",
    };
    Err(error.at(Place::Key(format!("replica {id:?}{half}").into())))
}

/// Every input as one canonical state.
fn normalized(
    inputs: &[Source<'_>],
    how: How<'_>,
    watch: &dyn Watch,
) -> Result<(Told, Vec<Source<'static>>)> {
    let (mut told, mut states) = (Told::default(), Runs::new(how));
    for (i, input) in inputs.iter().enumerate() {
        let merged = merge(std::slice::from_ref(input), how, watch, &mut |bytes| {
            (&mut states).put(bytes)
        });
        told.join(merged.map_err(|failed| failed.of(i))?);
        states.end(None);
    }
    let states = states.into_runs()?.into_iter().map(|(state, _)| state);
    Ok((told, states.collect()))
}

/// Gives every entry of every state, sorted by id, equal ones in the order of the states.
fn join(states: &[Source<'_>], halves: Halves, sink: OnJoined<'_>) -> Result<()> {
    let chunk = chunk_of(states.len());
    let cursors: Result<Vec<_>> = states
        .iter()
        .map(|state| Cursor::new(state, halves, chunk, None))
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
