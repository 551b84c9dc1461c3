//! Sorted runs that wait to be merged: all in one spool, so that together they stay within a bound
//! of memory and of open files, however many they are. Where they are more than can be read side by
//! side, they are merged in passes (Knuth, The Art of Computer Programming 3, section 5.4).

use std::collections::BTreeMap;

use super::{Failed, How, Twice, greatest};
use crate::crdt::gcounter::{Put, Writer};
use crate::crdt::halves::Halves;
use crate::crdt::race::Cursor;
use crate::error::Result;
use crate::source::Source;
use crate::spool::Spool;
use crate::watch::Watch;

/// Where an entry was met first: input, state.
pub(super) type Met = (usize, u64);
/// A sorted run, and the state that it is all of.
pub(super) type Run = (Source<'static>, Option<Met>);

/// What reading one run takes, in bytes: its next entries, and the text that they come from.
const READER: u64 = 64 << 10;
/// Runs that are read side by side, at least and at most.
const FAN_IN: (u64, u64) = (16, 512);

/// How many runs are read side by side in so much memory.
pub(super) fn fan_in(memory: u64) -> usize {
    (memory / READER).clamp(FAN_IN.0, FAN_IN.1) as usize
}

/// Bytes that are loaded of each run at a time.
pub(super) fn chunk(memory: u64) -> usize {
    let share = memory / 2 / fan_in(memory) as u64;
    share.clamp(4 << 10, READER / 2) as usize
}

/// Runs on their way into a spool, one behind the other.
pub(super) struct Runs<'f> {
    pub(super) halves: Halves,
    spool: Spool<'f>,
    ends: Vec<u64>,
    parts_of: Vec<Option<Met>>,
}

impl Put for &mut Runs<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.spool.put(bytes)
    }
}

impl<'f> Runs<'f> {
    /// None yet; together they take an eighth of the memory, then go to disk.
    pub(super) fn new(how: How<'f>) -> Self {
        Self {
            halves: how.halves,
            spool: Spool::new(how.room, how.room.memory / 8),
            ends: Vec::new(),
            parts_of: Vec::new(),
        }
    }

    /// Ends the run whose bytes were put, all of one state where that is said.
    pub(super) fn end(&mut self, part_of: Option<Met>) {
        self.ends.push(self.spool.len());
        self.parts_of.push(part_of);
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of all runs that are in memory.
    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        self.spool.held()
    }

    /// All of them, to be read.
    pub(super) fn into_runs(self) -> Result<Vec<Run>> {
        let sources = self.spool.into_parts(&self.ends)?;
        Ok(sources.into_iter().zip(self.parts_of).collect())
    }
}

/// Cursors at the starts of runs.
pub(super) fn cursors(
    runs: &[Run],
    halves: Halves,
    chunk: usize,
) -> super::Result<Vec<Cursor<'_>>> {
    let begun = runs.iter().map(|(run, part_of)| {
        let mut cursor = Cursor::new(run, halves, chunk, None)?;
        cursor.part_of = *part_of;
        Ok(cursor)
    });
    begun.collect()
}

/// Merges runs with each other until no more than `most` are left. Those of one state are kept apart
/// from all others until they are one, for an id in two of them is there twice.
pub(super) fn fewer(
    mut runs: Vec<Run>,
    most: usize,
    how: How<'_>,
    watch: &dyn Watch,
) -> std::result::Result<Vec<Run>, Twice> {
    let most = most.max(2);
    while runs.len() > most {
        runs.sort_by_key(|(_, part_of)| *part_of);
        runs = pass(grouped(runs, most), how, watch)?;
    }
    Ok(runs)
}

/// Groups of at most `most` runs of the same state, no more of them joined than is needed.
fn grouped(runs: Vec<Run>, most: usize) -> Vec<Vec<Run>> {
    let mut left = runs.len();
    let mut groups: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        let fits = |group: &&mut Vec<Run>| {
            let same = group.last().is_some_and(|last| last.1 == run.1);
            same && group.len() < most
        };
        match groups.last_mut().filter(|_| left > most).filter(fits) {
            Some(group) => {
                group.push(run);
                left -= 1;
            }
            None => groups.push(vec![run]),
        }
    }
    groups
}

/// Makes one run of each group. What came of a state and is one run now need not be told apart.
fn pass(
    groups: Vec<Vec<Run>>,
    how: How<'_>,
    watch: &dyn Watch,
) -> std::result::Result<Vec<Run>, Twice> {
    let mut groups_of: BTreeMap<Option<Met>, usize> = BTreeMap::new();
    for (_, part_of) in groups.iter().filter_map(|group| group.first()) {
        *groups_of.entry(*part_of).or_default() += 1;
    }
    let (mut done, mut made) = (Vec::new(), Runs::new(how));
    for mut group in groups {
        let part_of = group.first().and_then(|run| run.1);
        let part_of = part_of.filter(|_| groups_of.get(&part_of).is_some_and(|n| *n > 1));
        if group.len() == 1 {
            done.extend(group.pop().map(|(run, _)| (run, part_of)));
            continue;
        }
        let mut out = Writer::new(how.halves, &mut made);
        let cursors = cursors(&group, how.halves, chunk(how.room.memory))?;
        greatest(cursors, watch, &mut |id, count| out.entry(id, count))?;
        out.finish().map_err(Failed::from)?;
        made.end(part_of);
    }
    done.extend(made.into_runs().map_err(Failed::from)?);
    Ok(done)
}
