//! Messages by the hashes of their names: written down while a log is read, and brought together
//! afterwards, some of all names at a time, so that memory doesn't grow with them.

use crate::clock::graph::Graph;
use crate::error::{Error, Result, slug};
use crate::source::Source;
use crate::spool::{Room, Spool};

/// The name of a message: the beginning of its BLAKE3 hash, for a name of 16 bytes a message is all
/// that is kept.
pub(super) type Name = [u8; 16];

pub(super) fn name_of(id: &str) -> Name {
    let hash = blake3::hash(id.as_bytes());
    *hash.as_bytes().first_chunk().unwrap_or(&[0; 16])
}

/// A name and a number, in the order of both.
type Record = [u8; 20];

fn record(name: &Name, number: u32) -> Record {
    let mut record = [0; 20];
    for (place, byte) in record
        .iter_mut()
        .zip(name.iter().chain(&number.to_be_bytes()))
    {
        *place = *byte;
    }
    record
}

fn name(record: &Record) -> Name {
    *record.first_chunk().unwrap_or(&[0; 16])
}

fn number(record: &Record) -> u32 {
    u32::from_be_bytes(*record.last_chunk().unwrap_or(&[0; 4]))
}

/// Bytes of records that are sorted at a time.
const PART: u64 = 4 << 20;
/// Bytes of records that are looked at in one go.
const WINDOW: u64 = 20 << 14;

/// Who sends and who receives which message.
pub(super) struct Messages<'f> {
    sent: Spool<'f>,
    /// Each with its place among all that were received.
    received: Spool<'f>,
    /// How many were received before each event, and all.
    starts: Vec<u32>,
    part: u64,
}

/// A message that one end of is wrong.
pub(super) enum Stray {
    /// Both ends are, for they can't be read again.
    Lost(Error),
    /// It is sent at two events.
    Twice(Name, [u32; 2]),
    /// Nobody sends what an event receives.
    Unsent(Name, u32),
}

impl From<Error> for Stray {
    fn from(error: Error) -> Self {
        Self::Lost(error)
    }
}

impl<'f> Messages<'f> {
    /// None yet. Twice the memory is used at most, and then files.
    pub(super) fn new(room: Room<'f>) -> Self {
        Self {
            sent: Spool::new(room, room.memory),
            received: Spool::new(room, room.memory),
            starts: vec![0],
            part: room.memory.min(PART),
        }
    }

    /// Writes down what the next event, which stands at a place, sends and receives.
    pub(super) fn event(
        &mut self,
        at: u32,
        sent: impl Iterator<Item = Name>,
        received: impl Iterator<Item = Name>,
    ) -> Result<()> {
        for name in sent {
            self.sent.put(&record(&name, at))?;
        }
        let mut count = self.starts.last().copied().unwrap_or(0);
        for name in received {
            self.received.put(&record(&name, count))?;
            count = count.checked_add(1).ok_or_else(|| {
                let wanted = format!("at most {} messages", u32::MAX);
                Error::new(slug::TOO_LARGE, wanted, "more")
            })?;
        }
        self.starts.push(count);
        Ok(())
    }

    /// Who received from whom.
    pub(super) fn graph(self) -> std::result::Result<Graph, Stray> {
        let parts = self.sent.len().checked_div(self.part).unwrap_or(0) + 1;
        let parts = parts.min(1 << 16);
        let (sent, received) = (self.sent.into_source()?, self.received.into_source()?);
        let starts = self.starts;
        let mut causes = vec![0u32; starts.last().map_or(0, |count| *count as usize)];
        let mut twice: Option<(u32, u32, Name)> = None;
        let mut unsent: Option<(u32, Name)> = None;
        for part in 0..parts {
            let mut some = Vec::new();
            each(&sent, (part, parts), &mut |record| some.push(*record))?;
            some.sort_unstable();
            let again = some.windows(2).filter_map(|pair| match pair {
                [a, b] if name(a) == name(b) => Some((number(b), number(a), name(a))),
                _ => None,
            });
            twice = twice.into_iter().chain(again).min();
            each(&received, (part, parts), &mut |record| {
                let (wanted, place) = (name(record), number(record));
                let at = some.partition_point(|one| name(one) < wanted);
                match some.get(at).filter(|one| name(one) == wanted) {
                    Some(found) => {
                        if let Some(cause) = causes.get_mut(place as usize) {
                            *cause = number(found);
                        }
                    }
                    None if unsent.is_none_or(|(first, _)| place < first) => {
                        unsent = Some((place, wanted));
                    }
                    None => {}
                }
            })?;
        }
        if let Some((again, first, name)) = twice {
            return Err(Stray::Twice(name, [first, again]));
        }
        if let Some((place, name)) = unsent {
            let behind = starts.partition_point(|start| *start <= place);
            return Err(Stray::Unsent(name, behind.saturating_sub(1) as u32));
        }
        Ok(Graph::grouped(starts, causes))
    }
}

/// Tells of the records of one of so many parts of all names.
fn each(source: &Source<'_>, (part, parts): (u64, u64), on: &mut dyn FnMut(&Record)) -> Result<()> {
    let mut at = 0;
    while at < source.len() {
        let to = source.len().min(at + WINDOW);
        for record in source.window(at..to)?.as_chunks::<20>().0 {
            let [high, low, ..] = *record;
            if (u64::from(u16::from_be_bytes([high, low])) * parts) >> 16 == part {
                on(record);
            }
        }
        at = to;
    }
    source.check()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spool::nameless;

    /// Each event sends a message of its own number, and receives some.
    fn written<'f>(room: Room<'f>, received: &[Vec<u32>]) -> Messages<'f> {
        let mut messages = Messages::new(room);
        let id = |number: &u32| name_of(&number.to_string());
        for (at, received) in received.iter().enumerate() {
            let at = at as u32;
            let event = messages.event(at, std::iter::once(id(&at)), received.iter().map(id));
            event.expect("written");
        }
        messages
    }

    #[test]
    fn what_is_on_disk_is_brought_together_as_in_memory() {
        let received: Vec<Vec<u32>> = (0..5000u32)
            .map(|at| (0..at % 4).map(|n| (at * 31 + n * 977) % 5000).collect())
            .collect();
        for memory in [1 << 10, 100 << 10, u64::MAX] {
            let file: &dyn Fn() -> _ = &nameless;
            let Ok(graph) = written(Room { memory, file }, &received).graph() else {
                panic!("{memory}");
            };
            for (at, wanted) in received.iter().enumerate() {
                let mut wanted = wanted.clone();
                wanted.sort_unstable();
                wanted.dedup();
                assert_eq!(graph.causes(at as u32), wanted, "{memory} {at}");
            }
            let mut wrong = received.clone();
            wrong[4000].push(7000);
            wrong[4500].push(7001);
            let found = written(Room { memory, file }, &wrong).graph();
            assert!(matches!(found, Err(Stray::Unsent(name, 4000)) if name == name_of("7000")));
            let mut messages = written(Room { memory, file }, &wrong);
            for (at, id) in [(5000, "17"), (5001, "16")] {
                let sent = std::iter::once(name_of(id));
                messages
                    .event(at, sent, std::iter::empty())
                    .expect("written");
            }
            let found = messages.graph();
            assert!(matches!(found, Err(Stray::Twice(name, [17, 5000])) if name == name_of("17")));
        }
    }
}
