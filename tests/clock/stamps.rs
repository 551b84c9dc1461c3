//! Clocks that are given: against the twin, and the rules of the papers.

use decent::clock::log::{Entry, Log};
use decent::clock::marks::Marks;
use decent::clock::stamp::{Hybrid, hybrids, vectors};
use decent::clock::threshold::{Delays, run as steps};
use decent::watch::Deaf;

use super::twin::{self, Dice, Made};

/// A run as a log of marks: each event sends a message of its own name.
fn marked(run: &[Made], times: &[i64]) -> String {
    let line = |(at, made): (usize, &Made)| {
        let heard = made
            .causes
            .iter()
            .filter(|cause| run[**cause].host != made.host);
        let heard: Vec<_> = heard.map(|cause| format!("?m{cause} ")).collect();
        format!(
            "{} @{} !m{at} {}says\n",
            made.host,
            times[at],
            heard.concat()
        )
    };
    run.iter().enumerate().map(line).collect()
}

#[test]
fn vectors_are_the_twins() {
    let mut dice = Dice(7);
    for round in 0..50 {
        let made = twin::run(&mut dice, 4, 40);
        let text = marked(&made, &vec![0; made.len()]);
        // Causes first, or all of a host before the next: effects come long before their causes.
        let mut lines: Vec<_> = text.lines().zip(&made).collect();
        if round % 2 == 1 {
            lines.sort_by_key(|(_, one)| std::cmp::Reverse(&one.host));
        }
        let (text, order): (Vec<_>, Vec<_>) = lines.into_iter().unzip();
        let text = text.join("\n");
        let (mut log, mut marks) = (Log::default(), Marks::default());
        marks.read(text.as_bytes().into(), &mut log, &Deaf).unwrap();
        let (graph, _) = marks.graph(&log).unwrap();
        let mut told = 0;
        let each = &mut |at: u32, clock: &[Entry]| {
            let entries: Vec<_> = order[at as usize]
                .clock
                .iter()
                .map(|(host, count)| (&**host, *count))
                .collect();
            let stamped = log.vector(clock);
            assert_eq!(stamped.entries().collect::<Vec<_>>(), entries);
            assert_eq!(at, told);
            told += 1;
            Ok::<(), ()>(())
        };
        vectors(&log, &graph, each).unwrap();
        assert_eq!(told as usize, made.len());
    }
}

/// Kulkarni and others, theorems 1 to 3: an effect has the greater clock; the wall part is never
/// behind the watch, and is the time of some watch in the event's past.
#[test]
fn hybrids_keep_their_theorems() {
    let mut dice = Dice(8);
    for _ in 0..50 {
        let made = twin::run(&mut dice, 4, 40);
        let times: Vec<i64> = made
            .iter()
            .map(|_| i64::from(dice.roll(50) as u32))
            .collect();
        let text = marked(&made, &times);
        let (mut log, mut marks) = (Log::default(), Marks::default());
        marks.read(text.as_bytes().into(), &mut log, &Deaf).unwrap();
        let (graph, sorted) = marks.graph(&log).unwrap();
        let clocks = hybrids(&log, &graph, &sorted).unwrap();
        let clocks: Vec<_> = log.all().map(|at| clocks.of(&log, at)).collect();
        for (at, one) in made.iter().enumerate() {
            assert!(clocks[at].wall >= times[at]);
            assert!(one.causes.iter().all(|cause| clocks[*cause] < clocks[at]));
            assert!(times[..=at].contains(&clocks[at].wall));
            if clocks[at].wall == times[at]
                && one.causes.iter().all(|c| clocks[*c].wall < times[at])
            {
                assert_eq!(clocks[at].logical, 0);
            }
        }
    }
}

/// A slow node takes over a fast one's time and counts behind it.
#[test]
fn a_slow_watch_counts_behind_a_fast_one() {
    let text = "0 @10 !a start\n1 @0 start\n1 @1 ?a\n1 @2 !b\n2 @2 ?b\n2 @3 x\n2 @13 y\n";
    let (mut log, mut marks) = (Log::default(), Marks::default());
    marks.read(text.as_bytes().into(), &mut log, &Deaf).unwrap();
    let (graph, sorted) = marks.graph(&log).unwrap();
    let clocks = hybrids(&log, &graph, &sorted).unwrap();
    let clocks: Vec<_> = log.all().map(|at| clocks.of(&log, at)).collect();
    let wanted = [(10, 0), (0, 0), (10, 1), (10, 2), (10, 3), (10, 4), (13, 0)];
    let wanted = wanted.map(|(wall, logical)| Hybrid { wall, logical });
    assert_eq!(clocks, wanted);
}

/// With equal delays all go on together; t - 1 nodes alone never do; nobody goes on without having
/// heard of t nodes, and what it heard was under way as long as the table says.
#[test]
fn thresholds() {
    let equal = Delays {
        threshold: 3,
        delays: vec![vec![Some(5); 4]; 4],
    };
    for one in steps(&equal, 6) {
        assert_eq!((one.time, one.skipped), (5 * one.step, 0));
    }
    let mut dice = Dice(9);
    for _ in 0..200 {
        let n = 1 + dice.roll(7);
        let threshold = 1 + dice.roll(n);
        let row = |dice: &mut Dice| {
            let delay = |dice: &mut Dice| (dice.roll(6) > 0).then(|| 1 + dice.roll(20) as u64);
            (0..n).map(|_| delay(dice)).collect::<Vec<_>>()
        };
        let delays = (0..n).map(|_| row(&mut dice)).collect();
        let delays = Delays { threshold, delays };
        let reached = steps(&delays, 5);
        let when = |node: usize, step: u64| {
            let found = reached
                .iter()
                .filter(|one| one.node == node && one.step >= step);
            found.map(|one| one.time).min()
        };
        for one in reached.iter().filter(|one| one.step > 0) {
            assert!(one.because.len() >= threshold);
            for from in &one.because {
                let sent = when(*from, one.step - 1).unwrap();
                let delay = if *from == one.node {
                    Some(0)
                } else {
                    delays.delays[*from][one.node]
                };
                assert!(sent + delay.unwrap() <= one.time, "{one:?} of {delays:?}");
            }
        }
        // Whoever could have gone on has: it heard of t nodes at a step that it never left.
        for node in 0..n {
            let last = reached
                .iter()
                .filter(|one| one.node == node)
                .map(|one| one.step)
                .max()
                .unwrap();
            let hears = |from: usize| from == node || delays.delays[from][node].is_some();
            let known = (0..n)
                .filter(|from| hears(*from) && when(*from, last).is_some())
                .count();
            assert!(last == 5 || known < threshold, "{node} of {delays:?}");
        }
    }
}
