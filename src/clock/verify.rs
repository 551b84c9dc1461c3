//! Whether the clocks of a log can have come about, and what they should be. Every entry is read
//! from its file once more, and looked at a fixed number of times for each message that an event
//! received.
//!
//! A clock is right where it is the join of the clock before it on its host and of the clocks of
//! all events that it newly names, with its own entry one more. So for each event: its own entry
//! counts on; nothing falls; each newly named event is there, does not itself know of this one, and
//! knows of nothing that this one lacks. Where all that holds, no events form a cycle; where it does
//! not, a cycle is looked for.

use std::collections::HashMap;

pub use crate::clock::fault::{Fault, Finding, expected_clock};
use crate::clock::graph::{Graph, sort};
use crate::clock::log::{Entry, Log, entry_of};
use crate::clock::vector::Vector;
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

/// What came of looking at all clocks.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Who received from whom.
    pub graph: Graph,
    /// How many faults there are.
    pub faults: u64,
    /// How many clocks of other events were held against one.
    pub compared: u64,
}

/// Checks all clocks; tells of the first `most` faults.
///
/// ```
/// use decent::clock::{log::Log, read::{read, Format}, verify::{verify, Fault}};
/// use decent::watch::Deaf;
/// let mut log = Log::default();
/// let text = "a {\"a\":1}\nsend\nb {\"a\":1,\"b\":1}\nget\nc {\"b\":1,\"c\":1}\nget\n";
/// read(text.as_bytes().into(), &Format::Any, &mut log, &Deaf).unwrap();
/// let mut found = vec![];
/// verify(&mut log, 10, &Deaf, &mut |_, finding| found.push(finding)).unwrap();
/// assert_eq!(found[0].fault, Fault::Intransitive);
/// assert_eq!(found[0].expected.as_ref().unwrap().to_string(), r#"{"a":1,"b":1,"c":1}"#);
/// ```
pub fn verify(
    log: &mut Log<'_>,
    most: u64,
    watch: &dyn Watch,
    tell: &mut dyn FnMut(&Log<'_>, Finding),
) -> Result<Outcome> {
    log.index();
    let mut checker = Checker {
        log,
        most,
        faults: 0,
        compared: 0,
        circular: false,
        pairs: Vec::new(),
        rooms: Rooms::default(),
        tell,
    };
    checker.own_entries();
    let mut told = 0;
    for host in 0..checker.log.hosts().len() as u32 {
        let mut before = None;
        checker.rooms.old.clear();
        for at in checker.log.chain(host) {
            checker.event(*at, before);
            before = Some(*at);
            told += checker.log.raw(*at).len() as u64;
            if told >= TOLD {
                watch.advance(std::mem::take(&mut told));
                if watch.stopped() {
                    return Err(Error::new(slug::STOPPED, "", "stopped"));
                }
            }
        }
    }
    watch.advance(told);
    let pairs = std::mem::take(&mut checker.pairs);
    let graph = Graph::new(checker.log.len(), pairs);
    checker.cycles(&graph);
    Ok(Outcome {
        graph,
        faults: checker.faults,
        compared: checker.compared,
    })
}

/// Bytes of events between two words to the watch.
const TOLD: u64 = 1 << 20;

/// How many of the events that one newly names are asked whether they know of another: more would
/// be looked at more often than a fixed number of times.
const COVERING: usize = 32;

/// An event that is newly named: the sum of its clock where others are named too, its entry, where
/// it stands. Of two events the effect has the greater sum.
type News = (u64, Entry, u32);

/// What is kept from one event to the next, mostly for its room.
#[derive(Default)]
struct Rooms {
    /// The clock of the event before on the same host.
    old: Vec<Entry>,
    clock: Vec<Entry>,
    theirs: Vec<Entry>,
    news: Vec<News>,
}

struct Checker<'c, 'a> {
    log: &'c Log<'a>,
    most: u64,
    faults: u64,
    compared: u64,
    circular: bool,
    pairs: Vec<(u32, u32)>,
    rooms: Rooms,
    tell: &'c mut dyn FnMut(&Log<'_>, Finding),
}

impl Checker<'_, '_> {
    fn found(
        &mut self,
        event: u32,
        fault: Fault,
        detail: impl FnOnce(&Log<'_>) -> (String, Option<Vector>),
    ) {
        self.faults += 1;
        self.circular |= matches!(fault, Fault::Cycle | Fault::Future);
        if self.faults <= self.most {
            let (why, expected) = detail(self.log);
            let finding = Finding {
                event,
                fault,
                why,
                expected,
            };
            (self.tell)(self.log, finding);
        }
    }

    /// Events without their own entry have no place among those of their host.
    fn own_entries(&mut self) {
        let mut last = vec![0u32; self.log.hosts().len()];
        for at in self.log.all() {
            let (host, number) = (self.log.host_of(at), self.log.number_of(at));
            let Some(last) = last.get_mut(host as usize) else {
                continue;
            };
            if number > 0 {
                *last = number;
                continue;
            }
            *last = last.saturating_add(1);
            let number = *last;
            self.found(at, Fault::OwnEntry, |log| {
                let host = log.host(host);
                let mut expected = log.vector(&log.clock(at));
                expected.raise(host.to_owned(), number);
                let why = format!("an event of {host:?} without an entry for {host:?}");
                (why, Some(expected))
            });
        }
    }

    fn event(&mut self, at: u32, before: Option<u32>) {
        let log = self.log;
        let mut rooms = std::mem::take(&mut self.rooms);
        if !self.counts_on(at, before) {
            log.load(at, &mut rooms.old);
            self.rooms = rooms;
            return;
        }
        log.load(at, &mut rooms.clock);
        rooms.news.clear();
        let fallen = self.compare(&rooms.clock, &rooms.old, at, before, &mut rooms.news);
        if let Some(fallen) = fallen {
            let now = entry_of(&rooms.clock, fallen.host);
            let detail = |log: &Log<'_>| {
                let host = log.host(fallen.host);
                let earlier = before.map_or_else(String::new, |before| log.name(before));
                let why = format!(
                    "{earlier} knew {host}:{}, this one {host}:{now}",
                    fallen.count
                );
                (why, Some(expected_clock(log, at, before)))
            };
            self.found(at, Fault::Regression, detail);
        }
        // Of two that are named the later knows all of the earlier, so the latest come first.
        if rooms.news.len() > 1 {
            for (sum, _, named) in &mut rooms.news {
                log.load(*named, &mut rooms.theirs);
                *sum = rooms.theirs.iter().map(|one| u64::from(one.count)).sum();
            }
            let later = |(sum, entry, _): &News| (std::cmp::Reverse(*sum), entry.host);
            rooms.news.sort_unstable_by_key(later);
        }
        self.all_named(at, before, &mut rooms);
        std::mem::swap(&mut rooms.old, &mut rooms.clock);
        self.rooms = rooms;
    }

    /// Whether an event's own entry is another than that of the one before; where one is missing
    /// between them, that is found.
    fn counts_on(&mut self, at: u32, before: Option<u32>) -> bool {
        let log = self.log;
        let number = log.number_of(at);
        let last = before.map_or(0, |before| log.number_of(before));
        if number == last {
            let detail = |log: &Log<'_>| {
                let twin = before.map_or(0, |before| log.line(before));
                let why = format!("{} is on line {twin} already", log.name(at));
                (why, Some(expected_clock(log, at, before)))
            };
            self.found(at, Fault::Duplicate, detail);
            return false;
        }
        if number != last + 1 {
            let detail = |log: &Log<'_>| {
                let host = log.host(log.host_of(at));
                let missing = match number - last {
                    2 => format!("{host}:{} is missing", last + 1),
                    _ => format!("{host}:{} to {host}:{} are missing", last + 1, number - 1),
                };
                (missing, Some(expected_clock(log, at, before)))
            };
            self.found(at, Fault::Gap, detail);
        }
        true
    }

    /// Holds the clocks of all that an event newly names against its own.
    fn all_named(&mut self, at: u32, before: Option<u32>, rooms: &mut Rooms) {
        let Rooms {
            clock,
            theirs,
            news,
            ..
        } = rooms;
        let mut covering: Vec<Vec<Entry>> = Vec::new();
        for (i, (_, entry, named)) in news.iter().enumerate() {
            let covered = covering
                .iter()
                .any(|one| entry_of(one, entry.host) == entry.count);
            if covered {
                continue;
            }
            self.log.load(*named, theirs);
            let stands = self.named((at, clock), before, (*named, theirs), news);
            if stands && i + 1 < news.len() && covering.len() < COVERING {
                covering.push(theirs.clone());
            }
        }
    }

    /// Finds what a clock newly names, and an entry that fell.
    fn compare(
        &mut self,
        clock: &[Entry],
        old: &[Entry],
        at: u32,
        before: Option<u32>,
        news: &mut Vec<News>,
    ) -> Option<Entry> {
        let own = self.log.host_of(at);
        let mut fallen = None;
        let mut old = old.iter().peekable();
        for entry in clock {
            let mut known = 0;
            while let Some(one) = old.next_if(|one| one.host <= entry.host) {
                if one.host == entry.host {
                    known = one.count;
                } else {
                    fallen = fallen.or(Some(*one));
                }
            }
            if entry.count < known {
                fallen = fallen.or(Some(Entry {
                    host: entry.host,
                    count: known,
                }));
            }
            if entry.count <= known || entry.host == own {
                continue;
            }
            match self.log.find(entry.host, entry.count) {
                Some(named) => news.push((0, *entry, named)),
                None => self.absent(at, before, *entry),
            }
        }
        fallen.or_else(|| old.next().copied())
    }

    /// A clock names an event that is not there.
    fn absent(&mut self, at: u32, before: Option<u32>, entry: Entry) {
        let last = self.log.chain(entry.host).last().copied();
        let fault = if last.is_some() {
            Fault::UnknownEvent
        } else {
            Fault::UnknownHost
        };
        self.found(at, fault, |log| {
            let host = log.host(entry.host);
            let why = match last.map(|last| log.number_of(last)) {
                None => format!("names {host}:{}, and {host:?} has no events", entry.count),
                Some(last) if last < entry.count => {
                    format!(
                        "names {host}:{}, and {host:?} ends with {last}",
                        entry.count
                    )
                }
                Some(_) => format!("names {host}:{}, which is missing", entry.count),
            };
            (why, Some(expected_clock(log, at, before)))
        });
    }

    /// Holds the clock of an event that is newly named against the one that names it; says whether
    /// it may stand for others.
    fn named(
        &mut self,
        (at, clock): (u32, &[Entry]),
        before: Option<u32>,
        (named, theirs): (u32, &[Entry]),
        news: &[News],
    ) -> bool {
        self.compared += 1;
        let log = self.log;
        let (own, number) = (log.host_of(at), log.number_of(at));
        let knows = entry_of(theirs, own);
        if knows >= number {
            let fault = if knows == number {
                Fault::Cycle
            } else {
                Fault::Future
            };
            self.found(at, fault, |log| {
                let (name, host) = (log.name(named), log.host(own));
                let why = match fault {
                    Fault::Cycle => format!("names {name}, which names {host}:{knows} in turn"),
                    _ => format!("names {name}, which knows the later {host}:{knows}"),
                };
                (why, Some(expected_clock(log, at, before)))
            });
            return false;
        }
        self.pairs.push((at, named));
        // What another that is named knows of has been judged there: only the root is told.
        let elsewhere = |news: &News| {
            let known = |news: &News| entry_of(&log.clock(news.2), log.host_of(named));
            news.2 != named && known(news) == log.number_of(named)
        };
        if let Some(lacking) = lacking(clock, theirs)
            && !news.iter().take(COVERING).any(elsewhere)
        {
            self.found(at, Fault::Intransitive, |log| {
                let (name, host) = (log.name(named), log.host(lacking.host));
                let why = format!(
                    "names {name}, and lacks {host}:{}, which that one knows",
                    lacking.count
                );
                (why, Some(expected_clock(log, at, before)))
            });
        }
        true
    }

    /// Where events are left that can't be sorted, follows causes until one comes again.
    fn cycles(&mut self, graph: &Graph) {
        if self.faults == 0 || self.circular {
            return;
        }
        let log = self.log;
        let sorted = sort(log, graph);
        let Some(first) = sorted.stuck.first() else {
            return;
        };
        // The first stuck event of each host waits for a cause behind the first stuck one of another.
        let heads = sorted.stuck.iter().map(|head| (log.host_of(*head), *head));
        let heads: HashMap<u32, u32> = heads.collect();
        let stuck_of = |cause: u32| {
            let head = *heads.get(&log.host_of(cause))?;
            (log.number_of(head) <= log.number_of(cause)).then_some((head, cause))
        };
        let mut path: Vec<(u32, u32)> = vec![(*first, *first)];
        let mut seen = HashMap::from([(*first, 0)]);
        loop {
            let Some((head, _)) = path.last() else { return };
            let next = graph
                .causes(*head)
                .iter()
                .find_map(|cause| stuck_of(*cause));
            let Some((next, cause)) = next else { return };
            path.push((next, cause));
            if let Some(start) = seen.insert(next, path.len() - 1) {
                path.drain(..start);
                break;
            }
        }
        let Some((event, _)) = path.first().copied() else {
            return;
        };
        self.found(event, Fault::Cycle, |log| {
            let mut names: Vec<String> = vec![log.name(event)];
            for (head, cause) in path.iter().skip(1).take(20) {
                names.push(log.name(*cause));
                if head != cause {
                    names.push(log.name(*head));
                }
            }
            (
                format!("each comes after the next: {}", names.join(", ")),
                None,
            )
        });
    }
}

/// The first entry that is greater in `theirs`.
fn lacking(ours: &[Entry], theirs: &[Entry]) -> Option<Entry> {
    // A short clock is looked up in a long one, or one event that hears of all would cost a square.
    if theirs.len() < ours.len() / 16 {
        let more = |entry: &&Entry| entry_of(ours, entry.host) < entry.count;
        return theirs.iter().find(more).copied();
    }
    let mut ours = ours.iter().peekable();
    theirs.iter().copied().find(|entry| {
        while ours.next_if(|one| one.host < entry.host).is_some() {}
        let known = ours.peek().filter(|one| one.host == entry.host);
        known.is_none_or(|one| one.count < entry.count)
    })
}
