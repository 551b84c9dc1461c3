//! Clocks given to the events of a log: vector clocks (Fidge, Mattern) and hybrid ones (Kulkarni,
//! Demirbas, Madappa, Avva, Leone, "Logical physical clocks", 2014). Lamport's come out of sorting.

use std::collections::HashMap;

use crate::clock::graph::{Graph, Sorted};
use crate::clock::log::{Entry, Log};
use crate::clock::marks::Blamed;
use crate::error::{Error, Place, slug};

/// Told of events, each with its clock.
pub type OnClock<'c, E> = &'c mut dyn FnMut(u32, &[Entry]) -> Result<(), E>;

/// Tells the vector clock of each event in the order of the log: what its host knew, what the
/// senders of its messages knew, and one more event of its own. Held are the last clock of each host,
/// and those that a message still carries to an event further on. The graph must have no cycle.
///
/// ```
/// use decent::clock::{log::Log, marks::Marks, stamp::vectors};
/// use decent::watch::Deaf;
/// let (mut log, mut marks) = (Log::default(), Marks::default());
/// marks.read(b"a !m\nb\nb ?m\n".as_slice().into(), &mut log, &Deaf).unwrap();
/// let (graph, _) = marks.graph(&log).unwrap();
/// let mut last = String::new();
/// vectors(&log, &graph, &mut |_, clock| {
///     last = log.vector(clock).to_string();
///     Ok::<(), ()>(())
/// }).unwrap();
/// assert_eq!(last, r#"{"a":1,"b":2}"#);
/// ```
pub fn vectors<E>(log: &Log<'_>, graph: &Graph, each: OnClock<'_, E>) -> Result<(), E> {
    let mut uses = vec![0u32; log.len()];
    for cause in log.all().flat_map(|at| graph.causes(at)) {
        if let Some(uses) = uses.get_mut(*cause as usize) {
            *uses += 1;
        }
    }
    let mut stamper = Stamper {
        log,
        graph,
        uses,
        last: vec![(0, Vec::new()); log.hosts().len()],
        held: HashMap::new(),
        early: HashMap::new(),
    };
    for at in log.all() {
        if let Some(clock) = stamper.early.remove(&at) {
            each(at, &clock)?;
            continue;
        }
        stamper.stamp(at);
        let last = stamper.last.get(log.host_of(at) as usize);
        each(at, last.map_or(&[], |(_, clock)| clock))?;
    }
    Ok(())
}

/// Gives clocks to events, causes first.
struct Stamper<'s, 'a> {
    log: &'s Log<'a>,
    graph: &'s Graph,
    /// How many events that have no clock yet received a message of each.
    uses: Vec<u32>,
    /// Of each host how many events have a clock, and the last one's.
    last: Vec<(usize, Vec<Entry>)>,
    /// Clocks that messages carry.
    held: HashMap<u32, Box<[Entry]>>,
    /// Clocks of events that are not told yet.
    early: HashMap<u32, Box<[Entry]>>,
}

impl Stamper<'_, '_> {
    fn is_done(&self, event: u32) -> bool {
        let done = self.last.get(self.log.host_of(event) as usize);
        done.is_some_and(|(done, _)| self.log.number_of(event) as usize <= *done)
    }

    /// The next event of the same host that has no clock.
    fn next(&self, event: u32) -> Option<u32> {
        let host = self.log.host_of(event);
        let (done, _) = self.last.get(host as usize)?;
        self.log.chain(host).get(*done).copied()
    }

    /// Gives a clock to an event, and before that to all that it needs one of.
    fn stamp(&mut self, wanted: u32) {
        // Each with the number of its causes that are known to have one.
        let mut stack = vec![(wanted, 0)];
        while let Some((event, known)) = stack.last_mut() {
            let event = *event;
            if self.is_done(event) {
                stack.pop();
                continue;
            }
            if let Some(before) = self.next(event).filter(|next| *next != event) {
                stack.push((before, 0));
                continue;
            }
            let causes = self.graph.causes(event);
            let rest = causes.get(*known..).unwrap_or_default();
            if let Some(more) = rest.iter().position(|cause| !self.is_done(*cause)) {
                *known += more;
                let cause = causes.get(*known).copied();
                stack.extend(cause.map(|cause| (cause, 0)));
            } else {
                self.complete(event, event != wanted);
                stack.pop();
            }
        }
    }

    /// Gives a clock to an event whose causes all have one.
    fn complete(&mut self, event: u32, early: bool) {
        let host = self.log.host_of(event);
        let Some((done, clock)) = self.last.get_mut(host as usize) else {
            return;
        };
        for cause in self.graph.causes(event) {
            let sent = self.held.get(cause).map_or(&[][..], |clock| clock);
            *clock = joined(clock, sent);
            if let Some(uses) = self.uses.get_mut(*cause as usize) {
                *uses -= 1;
                if *uses == 0 {
                    self.held.remove(cause);
                }
            }
        }
        match clock.binary_search_by_key(&host, |entry| entry.host) {
            Ok(at) => {
                if let Some(entry) = clock.get_mut(at) {
                    entry.count += 1;
                }
            }
            Err(at) => clock.insert(at, Entry { host, count: 1 }),
        }
        *done += 1;
        if self.uses.get(event as usize).is_some_and(|uses| *uses > 0) {
            self.held.insert(event, clock.as_slice().into());
        }
        if early {
            self.early.insert(event, clock.as_slice().into());
        }
    }
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

/// The hybrid clocks of a log: of each event whose watch it goes by, and how many share that time.
pub struct Hybrids(Vec<(u32, u32)>);

impl Hybrids {
    /// The clock of an event.
    pub fn of(&self, log: &Log<'_>, at: u32) -> Hybrid {
        let (event, logical) = self.0.get(at as usize).copied().unwrap_or_default();
        let wall = log.time_of(event).unwrap_or_default();
        Hybrid { wall, logical }
    }
}

/// The hybrid clock of each event. Every event needs a time.
pub fn hybrids(log: &Log<'_>, graph: &Graph, sorted: &Sorted) -> Result<Hybrids, Blamed> {
    let mut clocks = Hybrids(vec![(0, 0); log.len()]);
    let mut last: Vec<Option<u32>> = vec![None; log.hosts().len()];
    for &at in &sorted.events {
        let time = log.time_of(at).ok_or_else(|| {
            let error = Error::new(slug::NO_TIME, "a time for each event", "none");
            (at, error.at(Place::Line(log.line(at).into())))
        })?;
        let before = last.get_mut(log.host_of(at) as usize);
        let before = before.and_then(|last| last.replace(at));
        let known = before.iter().chain(graph.causes(at));
        let known = known.max_by_key(|cause| clocks.of(log, **cause));
        let known = known
            .and_then(|cause| clocks.0.get(*cause as usize))
            .copied();
        let clock = match known {
            Some((event, logical)) if log.time_of(event) >= Some(time) => (event, logical + 1),
            // The watch is ahead of all that is known: it counts alone.
            _ => (at, 0),
        };
        if let Some(place) = clocks.0.get_mut(at as usize) {
            *place = clock;
        }
    }
    Ok(clocks)
}
