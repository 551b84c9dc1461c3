//! A twin of the library that compares every event with every other, and the runs it judges.

use std::collections::{BTreeMap, BTreeSet};

use decent::clock::graph::{order, sort};
use decent::clock::log::Log;
use decent::clock::read::{Format, read};
use decent::clock::vector::Order;
use decent::clock::verify::{Finding, verify};
use decent::watch::Deaf;

/// A clock by the names of its hosts.
pub(crate) type Clock = BTreeMap<String, u32>;

/// An event of a made-up run.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) host: String,
    pub(crate) clock: Clock,
    /// The places of its direct causes in the run.
    pub(crate) causes: Vec<usize>,
}

/// `SplitMix64`.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides.max(1) as u64) as usize
    }
}

/// A run of some hosts, in which an event hears of up to two earlier ones.
pub(crate) fn run(dice: &mut Dice, hosts: usize, events: usize) -> Vec<Made> {
    let mut run: Vec<Made> = Vec::new();
    let mut last: Vec<Option<usize>> = vec![None; hosts];
    for at in 0..events {
        let host = dice.roll(hosts);
        let mut causes: Vec<usize> = last[host].into_iter().collect();
        for _ in 0..dice.roll(3) {
            if at > 0 {
                causes.push(dice.roll(at));
            }
        }
        let mut clock = Clock::new();
        for cause in &causes {
            for (host, count) in &run[*cause].clock {
                let entry = clock.entry(host.clone()).or_default();
                *entry = (*entry).max(*count);
            }
        }
        let name = format!("h{host}");
        *clock.entry(name.clone()).or_default() += 1;
        last[host] = Some(at);
        run.push(Made {
            host: name,
            clock,
            causes,
        });
    }
    run
}

/// The run as a log, one event a line.
pub(crate) fn text(run: &[Made]) -> String {
    let line = |made: &Made| {
        let entries = made
            .clock
            .iter()
            .map(|(host, count)| format!("\"{host}\":{count}"));
        let entries: Vec<_> = entries.collect();
        format!("{} {{{}}} says\n", made.host, entries.join(","))
    };
    run.iter().map(line).collect()
}

/// What the library finds in a log.
pub(crate) fn findings(text: &str) -> Vec<Finding> {
    let mut log = Log::default();
    read(text.as_bytes().into(), &Format::Any, &mut log, &Deaf).unwrap();
    let mut found = Vec::new();
    verify(&mut log, u64::MAX, &Deaf, &mut |_, finding| {
        found.push(finding);
    })
    .unwrap();
    found
}

/// Whether the clocks of a run can have come about: every pair is looked at. Events are those of
/// numbers 1 to k of each host; a clock names only those; the knowledge of what it names is its own;
/// and nothing that it knows of knows of it.
pub(crate) fn sound(run: &[Made]) -> bool {
    let own = |made: &Made| made.clock.get(&made.host).copied().unwrap_or(0);
    let mut places = BTreeMap::new();
    for (at, made) in run.iter().enumerate() {
        if own(made) == 0 || places.insert((made.host.clone(), own(made)), at).is_some() {
            return false;
        }
    }
    let within = |a: &Clock, b: &Clock| {
        a.iter()
            .all(|(host, count)| b.get(host).unwrap_or(&0) >= count)
    };
    run.iter().all(|made| {
        let before = own(made) - 1;
        let follows = before == 0 || {
            let before = places.get(&(made.host.clone(), before));
            before.is_some_and(|at| within(&run[*at].clock, &made.clock))
        };
        let named = made
            .clock
            .iter()
            .filter(|(host, count)| **count > 0 && **host != made.host);
        let mut known = named.map(|(host, count)| places.get(&(host.clone(), *count)));
        follows
            && known.all(|at| {
                at.is_some_and(|at| {
                    let theirs = &run[*at].clock;
                    within(theirs, &made.clock) && theirs.get(&made.host).unwrap_or(&0) < &own(made)
                })
            })
    })
}

#[test]
fn sound_runs_are_sound() {
    let mut dice = Dice(1);
    for _ in 0..300 {
        let (hosts, events) = (1 + dice.roll(6), 1 + dice.roll(60));
        let made = run(&mut dice, hosts, events);
        assert!(sound(&made));
        let found = findings(&text(&made));
        assert!(found.is_empty(), "{found:?}\n{}", text(&made));
    }
}

/// One or two entries of a sound run are changed: both must say the same of it, and where a single
/// entry made the fault, the clock that is expected is what it was.
#[test]
fn changed_runs_are_judged_as_by_the_twin() {
    let mut dice = Dice(2);
    let (mut faulty, mut sane) = (0, 0);
    for _ in 0..6000 {
        let (hosts, events) = (2 + dice.roll(4), 2 + dice.roll(25));
        let mut made = run(&mut dice, hosts, events);
        for _ in 0..=dice.roll(2) {
            let at = dice.roll(made.len());
            let host = format!("h{}", dice.roll(hosts + 1));
            let old = made[at].clock.get(&host).copied().unwrap_or(0);
            let new = (old + dice.roll(4) as u32).saturating_sub(dice.roll(3) as u32);
            made[at].clock.insert(host, new);
        }
        // An entry of 0 is as good as none.
        let found = findings(&text(&made));
        assert_eq!(found.is_empty(), sound(&made), "{found:?}\n{}", text(&made));
        if found.is_empty() {
            sane += 1;
        } else {
            faulty += 1;
        }
    }
    assert!(faulty > 1000 && sane > 1000, "{faulty} {sane}");
}

/// Lines in any order are the same log.
#[test]
fn the_order_of_lines_does_not_matter() {
    let mut dice = Dice(3);
    for _ in 0..100 {
        let mut made = run(&mut dice, 4, 40);
        for i in (1..made.len()).rev() {
            made.swap(i, dice.roll(i + 1));
        }
        assert!(findings(&text(&made)).is_empty());
    }
}

/// Causes by walking all messages, against clocks; sorted events have no cause behind them; and
/// messages that the graph has lead to the same causes.
#[test]
fn order_and_sorting_are_what_walking_says() {
    let mut dice = Dice(4);
    for _ in 0..60 {
        let made = run(&mut dice, 5, 50);
        let mut pasts: Vec<BTreeSet<usize>> = Vec::new();
        for one in &made {
            let mut past = BTreeSet::new();
            for cause in &one.causes {
                past.insert(*cause);
                past.extend(&pasts[*cause]);
            }
            pasts.push(past);
        }
        let text = text(&made);
        let mut log = Log::default();
        read(text.as_bytes().into(), &Format::Any, &mut log, &Deaf).unwrap();
        let outcome = verify(&mut log, 0, &Deaf, &mut |_, _| ()).unwrap();
        for a in 0..made.len() {
            for b in 0..made.len() {
                let wanted = match () {
                    () if a == b => Order::Equal,
                    () if pasts[b].contains(&a) => Order::Before,
                    () if pasts[a].contains(&b) => Order::After,
                    () => Order::Concurrent,
                };
                assert_eq!(order(&log, a as u32, b as u32), wanted);
            }
        }
        let sorted = sort(&log, &outcome.graph);
        assert_eq!(sorted.events.len(), made.len());
        let place = |event: usize| {
            sorted
                .events
                .iter()
                .position(|one| *one as usize == event)
                .unwrap()
        };
        let mut chains = vec![1u32; made.len()];
        for (at, past) in pasts.iter().enumerate() {
            assert!(past.iter().all(|cause| place(*cause) < place(at)));
            chains[at] = past
                .iter()
                .map(|cause| chains[*cause] + 1)
                .max()
                .unwrap_or(1);
        }
        assert_eq!(sorted.lamport, chains, "the longest chain of causes");
    }
}
