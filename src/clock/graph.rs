//! Which event is a direct cause of which, and an order that no cause is behind its effect in.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use crate::clock::log::{Log, entry_of};
use crate::clock::vector::Order;

/// For each event those of other hosts that it knows of by a message, and by no other cause.
#[derive(Debug, Default)]
pub struct Graph {
    /// Where among `causes` those of an event begin; one more than there are events.
    starts: Vec<u32>,
    causes: Vec<u32>,
}

impl Graph {
    /// A graph of pairs of effect and cause, of `events` events.
    pub fn new(events: usize, mut pairs: Vec<(u32, u32)>) -> Self {
        if !pairs.is_sorted() {
            pairs.sort_unstable();
        }
        pairs.dedup();
        let mut starts = vec![0u32; events + 1];
        for (effect, _) in &pairs {
            if let Some(start) = starts.get_mut(*effect as usize + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self {
            starts,
            causes: pairs.into_iter().map(|(_, cause)| cause).collect(),
        }
    }

    /// A graph of the causes of each event, which may stand in any order and more than once; `starts`
    /// says where those of each begin, and where all end.
    pub(crate) fn grouped(mut starts: Vec<u32>, mut causes: Vec<u32>) -> Self {
        let (mut from, mut kept) = (0, 0);
        for start in starts.iter_mut().skip(1) {
            let to = *start as usize;
            if let Some(own) = causes.get_mut(from..to) {
                own.sort_unstable();
            }
            let mut last = None;
            for at in from..to {
                let cause = causes.get(at).copied();
                if let (true, Some(cause), Some(place)) =
                    (last != cause, cause, causes.get_mut(kept))
                {
                    *place = cause;
                    kept += 1;
                }
                last = cause;
            }
            from = to;
            *start = kept as u32;
        }
        causes.truncate(kept);
        Self { starts, causes }
    }

    /// The messages that an event received, each by the event that sent it.
    pub fn causes(&self, event: u32) -> &[u32] {
        let at = event as usize;
        let range = self.starts.get(at).zip(self.starts.get(at + 1));
        range
            .and_then(|(start, end)| self.causes.get(*start as usize..*end as usize))
            .unwrap_or_default()
    }

    /// How many messages there are.
    pub fn messages(&self) -> usize {
        self.causes.len()
    }
}

/// All events, causes first.
#[derive(Debug)]
pub struct Sorted {
    /// The events; where some can't be sorted, all others.
    pub events: Vec<u32>,
    /// For each event by its place in the log its Lamport time: 1 more than that of its last cause.
    pub lamport: Vec<u32>,
    /// The first event of each host that can't be sorted.
    pub stuck: Vec<u32>,
}

/// Sorts by causes; what could stand either way is put in order of time, then of Lamport time,
/// then by the names of hosts. The result is the same in whatever order the events were read.
pub fn sort(log: &Log<'_>, graph: &Graph) -> Sorted {
    let mut names: Vec<u32> = (0..log.hosts().len() as u32).collect();
    names.sort_by_key(|host| log.host(*host));
    let mut rank = vec![0u32; names.len()];
    for (place, host) in names.iter().enumerate() {
        if let Some(rank) = rank.get_mut(*host as usize) {
            *rank = place as u32;
        }
    }
    let mut sorter = Sorter {
        log,
        graph,
        rank,
        next: vec![0; log.hosts().len()],
        clocks: vec![i64::MIN; log.hosts().len()],
        lamport: vec![0; log.len()],
        waiting: HashMap::new(),
        ready: BinaryHeap::new(),
    };
    for host in 0..log.hosts().len() as u32 {
        sorter.offer(host);
    }
    let mut events = Vec::with_capacity(log.len());
    while let Some(Reverse((_, _, _, host))) = sorter.ready.pop() {
        let Some(event) = sorter.head(host) else {
            continue;
        };
        events.push(event);
        if let Some(next) = sorter.next.get_mut(host as usize) {
            *next += 1;
        }
        sorter.offer(host);
        for waiter in sorter.waiting.remove(&event).unwrap_or_default() {
            sorter.offer(waiter);
        }
    }
    let hosts = 0..log.hosts().len() as u32;
    let stuck = hosts.filter_map(|host| sorter.head(host)).collect();
    // A Lamport time is given when an event is offered; all that were offered were sorted.
    Sorted {
        events,
        lamport: sorter.lamport,
        stuck,
    }
}

/// Only the first event of each host that is not sorted yet can come next.
struct Sorter<'g, 'a> {
    log: &'g Log<'a>,
    graph: &'g Graph,
    rank: Vec<u32>,
    /// How many events of each host are sorted.
    next: Vec<usize>,
    /// The last time that was read on each host.
    clocks: Vec<i64>,
    lamport: Vec<u32>,
    /// Hosts whose next event waits for this one.
    waiting: HashMap<u32, Vec<u32>>,
    ready: BinaryHeap<Reverse<(i64, u32, u32, u32)>>,
}

impl Sorter<'_, '_> {
    fn head(&self, host: u32) -> Option<u32> {
        let next = self.next.get(host as usize)?;
        self.log.chain(host).get(*next).copied()
    }

    fn is_done(&self, event: u32) -> bool {
        let (host, number) = (self.log.host_of(event), self.log.number_of(event));
        let done = self.next.get(host as usize).copied().unwrap_or(0);
        let last = done
            .checked_sub(1)
            .and_then(|at| self.log.chain(host).get(at));
        last.is_some_and(|last| self.log.number_of(*last) >= number)
    }

    /// Makes the next event of a host ready, or lets it wait for a cause.
    fn offer(&mut self, host: u32) {
        let Some(event) = self.head(host) else { return };
        let missing = self
            .graph
            .causes(event)
            .iter()
            .find(|cause| !self.is_done(**cause));
        if let Some(cause) = missing {
            self.waiting.entry(*cause).or_default().push(host);
            return;
        }
        let time_of = |event: &u32| self.lamport.get(*event as usize).copied().unwrap_or(0);
        let done = self.next.get(host as usize).copied().unwrap_or(0);
        let before = done
            .checked_sub(1)
            .and_then(|at| self.log.chain(host).get(at));
        let causes = self.graph.causes(event).iter().chain(before);
        let lamport = causes.map(time_of).max().unwrap_or(0) + 1;
        if let Some(place) = self.lamport.get_mut(event as usize) {
            *place = lamport;
        }
        let rank = self.rank.get(host as usize).copied().unwrap_or(0);
        let Some(clock) = self.clocks.get_mut(host as usize) else {
            return;
        };
        *clock = self.log.time_of(event).unwrap_or(*clock);
        self.ready.push(Reverse((*clock, lamport, rank, host)));
    }
}

/// How two events of a log without faults stand to each other: in the time of one look-up.
pub fn order(log: &Log<'_>, a: u32, b: u32) -> Order {
    let knows = |later: u32, earlier: u32| {
        entry_of(&log.clock(later), log.host_of(earlier)) >= log.number_of(earlier)
    };
    match (a == b, knows(b, a), knows(a, b)) {
        (true, _, _) => Order::Equal,
        (_, true, _) => Order::Before,
        (_, _, true) => Order::After,
        _ => Order::Concurrent,
    }
}

/// Pairs of neighbours, a cause and its effect, whose hosts' watches say the reverse; each with
/// the difference.
pub fn inversions<'g>(
    log: &'g Log<'_>,
    graph: &'g Graph,
    sorted: &'g Sorted,
) -> impl Iterator<Item = (u32, u32, i64)> + 'g {
    sorted.events.iter().flat_map(move |&effect| {
        let number = log.number_of(effect);
        let before = number.checked_sub(1);
        let before = before.and_then(|n| log.find(log.host_of(effect), n));
        let causes = graph.causes(effect).iter().copied().chain(before);
        causes.filter_map(move |cause| {
            let (early, late) = (log.time_of(cause)?, log.time_of(effect)?);
            (early > late).then(|| (cause, effect, early.saturating_sub(late)))
        })
    })
}
