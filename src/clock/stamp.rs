//! Clocks given to the events of a log: vector clocks (Fidge, Mattern) and hybrid ones (Kulkarni,
//! Demirbas, Madappa, Avva, Leone, "Logical physical clocks", 2014). Lamport's come out of sorting.

use crate::clock::graph::{Graph, Sorted};
use crate::clock::log::{Entry, Log};
use crate::clock::marks::Blamed;
use crate::error::{Error, Place, slug};

/// The vector clock of each event, by its place in the log: what its host knew, what the senders
/// of its messages knew, and one more event of its own.
///
/// ```
/// use decent::clock::{log::Log, marks::Marks, stamp::vectors};
/// let (mut log, mut marks) = (Log::default(), Marks::default());
/// marks.read(b"a !m\nb\nb ?m\n".as_slice().into(), &mut log).unwrap();
/// let (graph, sorted) = marks.graph(&log).unwrap();
/// let clocks = vectors(&log, &graph, &sorted);
/// assert_eq!(log.vector(&clocks[2]).to_string(), r#"{"a":1,"b":2}"#);
/// ```
pub fn vectors(log: &Log<'_>, graph: &Graph, sorted: &Sorted) -> Vec<Box<[Entry]>> {
    let mut clocks: Vec<Box<[Entry]>> = vec![Box::default(); log.len()];
    let mut last: Vec<Option<u32>> = vec![None; log.hosts().len()];
    for &event in &sorted.events {
        let host = log.event(event).host;
        let Some(before) = last.get_mut(host as usize) else {
            continue;
        };
        let of = |event: u32| clocks.get(event as usize).map_or(&[][..], |clock| clock);
        let mut clock = before.map_or(&[][..], of).to_vec();
        *before = Some(event);
        for cause in graph.causes(event) {
            clock = joined(&clock, of(*cause));
        }
        match clock.binary_search_by_key(&host, |entry| entry.host) {
            Ok(at) => {
                if let Some(entry) = clock.get_mut(at) {
                    entry.count += 1;
                }
            }
            Err(at) => clock.insert(at, Entry { host, count: 1 }),
        }
        if let Some(place) = clocks.get_mut(event as usize) {
            *place = clock.into_boxed_slice();
        }
    }
    clocks
}

/// The greater count of each host.
pub fn joined(a: &[Entry], b: &[Entry]) -> Vec<Entry> {
    let mut out = Vec::with_capacity(a.len().max(b.len()));
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    loop {
        let (left, right) = (a.peek(), b.peek());
        let entry = match (left, right) {
            (None, None) => return out,
            (Some(left), None) => **left,
            (None, Some(right)) => **right,
            (Some(left), Some(right)) if left.host == right.host => Entry {
                host: left.host,
                count: left.count.max(right.count),
            },
            (Some(left), Some(right)) => **left.min(right),
        };
        a.next_if(|one| one.host == entry.host);
        b.next_if(|one| one.host == entry.host);
        out.push(entry);
    }
}

/// A hybrid clock: the greatest time that is known, and how many events share it one behind the
/// other. Ordered like the pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hybrid {
    /// The greatest time of any watch that is known of, in the log's unit.
    pub wall: i64,
    /// Tells apart what shares a `wall`.
    pub logical: u32,
}

/// The hybrid clock of each event, by its place in the log. Every event needs a time.
pub fn hybrids(log: &Log<'_>, graph: &Graph, sorted: &Sorted) -> Result<Vec<Hybrid>, Blamed> {
    let mut clocks = vec![Hybrid::default(); log.len()];
    let mut last: Vec<Option<u32>> = vec![None; log.hosts().len()];
    for &at in &sorted.events {
        let event = log.event(at);
        let time = event.time.ok_or_else(|| {
            let error = Error::new(slug::NO_TIME, "a time for each event", "none");
            (at, error.at(Place::Line(event.line.into())))
        })?;
        let before = last.get_mut(event.host as usize);
        let before = before.and_then(|last| last.replace(at));
        let known = before.iter().chain(graph.causes(at));
        let known = known.filter_map(|cause| clocks.get(*cause as usize)).max();
        let clock = match known {
            // The watch is ahead of all that is known: it counts alone.
            Some(known) if known.wall >= time => Hybrid {
                wall: known.wall,
                logical: known.logical + 1,
            },
            _ => Hybrid {
                wall: time,
                logical: 0,
            },
        };
        if let Some(place) = clocks.get_mut(at as usize) {
            *place = clock;
        }
    }
    Ok(clocks)
}
