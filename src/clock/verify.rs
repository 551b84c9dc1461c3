//! Whether the clocks of a log can have come about, and what they should be. Every entry is looked
//! at a fixed number of times for each message that an event received.
//!
//! A clock is right where it is the join of the clock before it on its host and of the clocks of
//! all events that it newly names, with its own entry one more. So for each event: its own entry
//! counts on; nothing falls; each newly named event is there, does not itself know of this one, and
//! knows of nothing that this one lacks. Where all that holds, no events form a cycle; where it does
//! not, a cycle is looked for.

use std::collections::HashMap;

use crate::clock::graph::{Graph, sort};
use crate::clock::log::{Entry, Log, entry_of};
use crate::clock::vector::Vector;
use crate::error::{Error, Place, slug};

/// What is wrong with a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It lacks the entry of its own host.
    OwnEntry,
    /// An event of its host has its number already.
    Duplicate,
    /// Its own entry does not follow the one before.
    Gap,
    /// An entry is smaller than it was before on its host.
    Regression,
    /// It names a host that has no event.
    UnknownHost,
    /// It names an event that is not there.
    UnknownEvent,
    /// It names an event, and lacks what that one knows.
    Intransitive,
    /// It names an event that knows of a later one of its own host.
    Future,
    /// It names an event that names it.
    Cycle,
}

impl Fault {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::OwnEntry => "own-entry",
            Self::Duplicate => "duplicate",
            Self::Gap => "gap",
            Self::Regression => "regression",
            Self::UnknownHost => "unknown-host",
            Self::UnknownEvent => "unknown-event",
            Self::Intransitive => "intransitive",
            Self::Future => "future",
            Self::Cycle => "cycle",
        }
    }
}

/// A fault that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The event.
    pub event: u32,
    /// What is wrong with its clock.
    pub fault: Fault,
    /// The same with names.
    pub why: String,
    /// The clock that would be right; none where no clock would.
    pub expected: Option<Vector>,
}

impl Finding {
    /// The finding as the error that ends work on a log.
    pub fn error(&self, log: &Log<'_>) -> Error {
        let line = log.event(self.event).line;
        let why = format!("{}: {}", self.fault.name(), self.why);
        Error::new(slug::CLOCK_FAULT, "", why).at(Place::Line(line.into()))
    }
}

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
/// let mut log = Log::default();
/// let text = "a {\"a\":1}\nsend\nb {\"a\":1,\"b\":1}\nget\nc {\"b\":1,\"c\":1}\nget\n";
/// read(text.as_bytes().into(), &Format::Any, &mut log).unwrap();
/// let mut found = vec![];
/// verify(&mut log, 10, &mut |_, finding| found.push(finding));
/// assert_eq!(found[0].fault, Fault::Intransitive);
/// assert_eq!(found[0].expected.as_ref().unwrap().to_string(), r#"{"a":1,"b":1,"c":1}"#);
/// ```
pub fn verify(log: &mut Log<'_>, most: u64, tell: &mut dyn FnMut(&Log<'_>, Finding)) -> Outcome {
    log.index();
    let sums = sums(log);
    let mut checker = Checker {
        log,
        sums,
        most,
        faults: 0,
        compared: 0,
        circular: false,
        pairs: Vec::new(),
        news: Vec::new(),
        tell,
    };
    checker.own_entries();
    for host in 0..checker.log.hosts().len() as u32 {
        let mut before = None;
        for at in checker.log.chain(host) {
            checker.event(*at, before);
            before = Some(*at);
        }
    }
    let pairs = std::mem::take(&mut checker.pairs);
    let graph = Graph::new(checker.log.len(), pairs);
    checker.cycles(&graph);
    Outcome {
        graph,
        faults: checker.faults,
        compared: checker.compared,
    }
}

/// The sum of each clock's entries. Of two events the effect has the greater sum.
fn sums(log: &Log<'_>) -> Vec<u64> {
    let sum = |at| {
        log.clock(at)
            .iter()
            .map(|entry| u64::from(entry.count))
            .sum()
    };
    log.all().map(sum).collect()
}

/// How many of the events that one newly names are asked whether they know of another: more would
/// be looked at more often than a fixed number of times.
const COVERING: usize = 32;

/// An event that is newly named: the sum of its clock, its entry, where it stands.
type News = (u64, Entry, u32);

struct Checker<'c, 'a> {
    log: &'c Log<'a>,
    sums: Vec<u64>,
    most: u64,
    faults: u64,
    compared: u64,
    circular: bool,
    pairs: Vec<(u32, u32)>,
    /// What an event newly names, kept from one to the next for its room.
    news: Vec<News>,
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
            let event = self.log.event(at);
            let Some(last) = last.get_mut(event.host as usize) else {
                continue;
            };
            if event.number > 0 {
                *last = event.number;
                continue;
            }
            *last = last.saturating_add(1);
            let number = *last;
            self.found(at, Fault::OwnEntry, |log| {
                let host = log.host(event.host);
                let mut expected = log.vector(log.clock(at));
                expected.raise(host.to_owned(), number);
                let why = format!("an event of {host:?} without an entry for {host:?}");
                (why, Some(expected))
            });
        }
    }

    fn event(&mut self, at: u32, before: Option<u32>) {
        let log = self.log;
        let event = log.event(at);
        let last = before.map_or(0, |before| log.event(before).number);
        if event.number == last {
            let twin = before.map_or(0, |before| log.event(before).line);
            let detail = |log: &Log<'_>| {
                let why = format!("{} is on line {twin} already", log.name(at));
                (why, Some(expected_clock(log, at, before)))
            };
            self.found(at, Fault::Duplicate, detail);
            return;
        }
        if event.number != last + 1 {
            let detail = |log: &Log<'_>| {
                let host = log.host(event.host);
                let missing = match event.number - last {
                    2 => format!("{host}:{} is missing", last + 1),
                    _ => format!(
                        "{host}:{} to {host}:{} are missing",
                        last + 1,
                        event.number - 1
                    ),
                };
                (missing, Some(expected_clock(log, at, before)))
            };
            self.found(at, Fault::Gap, detail);
        }
        let clock = log.clock(at);
        let old = before.map_or(&[][..], |before| log.clock(before));
        let mut news = std::mem::take(&mut self.news);
        news.clear();
        let fallen = self.compare(clock, old, event.host, at, before, &mut news);
        if let Some(fallen) = fallen {
            let now = entry_of(clock, fallen.host);
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
        if news.len() > 1 {
            news.sort_unstable_by_key(|(sum, entry, _)| (std::cmp::Reverse(*sum), entry.host));
        }
        let mut rest = news.as_slice();
        let mut covering: Vec<u32> = Vec::new();
        while let Some(((_, entry, named), behind)) = rest.split_first() {
            rest = behind;
            let covered = covering
                .iter()
                .take(COVERING)
                .any(|one| entry_of(log.clock(*one), entry.host) == entry.count);
            if !covered && self.named(at, before, *named, &news) {
                covering.push(*named);
            }
        }
        self.news = news;
    }

    /// Finds what a clock newly names, and an entry that fell.
    fn compare(
        &mut self,
        clock: &[Entry],
        old: &[Entry],
        own: u32,
        at: u32,
        before: Option<u32>,
        news: &mut Vec<News>,
    ) -> Option<Entry> {
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
                Some(named) => {
                    let sum = self.sums.get(named as usize).copied().unwrap_or(0);
                    news.push((sum, *entry, named));
                }
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
            let why = match last.map(|last| log.event(last).number) {
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
    fn named(&mut self, at: u32, before: Option<u32>, named: u32, news: &[News]) -> bool {
        self.compared += 1;
        let log = self.log;
        let event = log.event(at);
        let theirs = log.clock(named);
        let knows = entry_of(theirs, event.host);
        if knows >= event.number {
            let fault = if knows == event.number {
                Fault::Cycle
            } else {
                Fault::Future
            };
            self.found(at, fault, |log| {
                let (name, host) = (log.name(named), log.host(event.host));
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
        let named_entry = log.event(named);
        let elsewhere = |news: &News| {
            let known = entry_of(log.clock(news.2), named_entry.host);
            news.2 != named && known == named_entry.number
        };
        if let Some(lacking) = lacking(log.clock(at), theirs)
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
        let heads = sorted
            .stuck
            .iter()
            .map(|head| (log.event(*head).host, *head));
        let heads: HashMap<u32, u32> = heads.collect();
        let stuck_of = |cause: u32| {
            let of = log.event(cause);
            let head = *heads.get(&of.host)?;
            (log.event(head).number <= of.number).then_some((head, cause))
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

/// The clock that an event should have: what its host knew, one more event of its own, and all that
/// the events know that it newly names, as far as they are there and come before it.
pub fn expected_clock(log: &Log<'_>, at: u32, before: Option<u32>) -> Vector {
    let event = log.event(at);
    let old = before.map_or(&[][..], |before| log.clock(before));
    let mut expected = log.vector(old);
    for entry in log.clock(at) {
        if entry.host == event.host || entry.count <= entry_of(old, entry.host) {
            continue;
        }
        let Some(named) = log.find(entry.host, entry.count) else {
            continue;
        };
        let theirs = log.clock(named);
        if entry_of(theirs, event.host) < event.number {
            for entry in theirs {
                expected.raise(log.host(entry.host).to_owned(), entry.count);
            }
        }
    }
    let number = before.map_or(0, |before| log.event(before).number) + 1;
    expected.raise(log.host(event.host).to_owned(), number);
    expected
}
