//! Threshold logical clocks: who reaches which step when, and why. Ford, "Threshold logical clocks
//! for asynchronous distributed coordination and consensus", 2019, as the lecture has them.
//!
//! Each of n nodes tells all others which step it has reached. A node goes on behind step s once it
//! knows of t nodes, itself counted, that have reached s; if that holds for a later step at once, it
//! goes there without having seen the ones between. Nobody waits for the slowest, and no watch is
//! read: with t of n the clocks of t nodes are never far apart.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::error::{Error, Place, Result, slug};

/// The most nodes.
pub const MAX_NODES: usize = 1000;

/// Who hears from whom after how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delays {
    /// How many nodes must have reached a step.
    pub threshold: usize,
    /// For each sender, for each receiver: how long a message is under way; none where it is lost.
    pub delays: Vec<Vec<Option<u64>>>,
}

impl Delays {
    /// Reads `N T` and then N lines of N delays, `-` for a message that never comes; `#` begins a
    /// remark. A line is a sender, a column a receiver; a node's delay to itself is not looked at.
    ///
    /// ```
    /// use decent::clock::threshold::Delays;
    /// let delays = Delays::parse(b"2 1\n0 5\n- 0\n").unwrap();
    /// assert_eq!((delays.threshold, delays.delays[1][0]), (1, None));
    /// ```
    pub fn parse(text: &[u8]) -> Result<Self> {
        let text = std::str::from_utf8(text)
            .map_err(|_| Error::new(slug::NOT_DELAYS, "a table of delays", "no text"))?;
        let bare = |line: &'_ str| line.split('#').next().unwrap_or_default().trim().to_owned();
        let lines = text
            .lines()
            .enumerate()
            .map(|(i, line)| (i as u64 + 1, bare(line)));
        let mut lines = lines.filter(|(_, line)| !line.is_empty());
        let wrong = |at: u64, wanted: &str, found: &str| {
            let found = format!("{:?}", found.chars().take(40).collect::<String>());
            Error::new(slug::NOT_DELAYS, wanted.to_owned(), found).at(Place::Line(at))
        };
        let (at, first) = lines.next().unwrap_or((1, String::new()));
        let mut numbers = first.split_whitespace().map(str::parse::<usize>);
        let (Some(Ok(n)), Some(Ok(threshold)), None) =
            (numbers.next(), numbers.next(), numbers.next())
        else {
            return Err(wrong(at, "two numbers, N and T", &first));
        };
        if !(1..=MAX_NODES).contains(&n) || !(1..=n).contains(&threshold) {
            return Err(wrong(at, "N from 1 to 1000, and T from 1 to N", &first));
        }
        let mut delays = Vec::new();
        for _ in 0..n {
            let wanted = format!("{n} delays: numbers, or '-'");
            let (at, line) = lines.next().ok_or_else(|| {
                let found = format!("{}", delays.len());
                Error::new(slug::NOT_DELAYS, format!("{n} lines of delays"), found)
            })?;
            let delay = |word: &str| match word {
                "-" => Some(None),
                word => word.parse::<u32>().ok().map(|delay| Some(u64::from(delay))),
            };
            let row: Option<Vec<_>> = line.split_whitespace().map(delay).collect();
            match row.filter(|row| row.len() == n) {
                Some(row) => delays.push(row),
                None => return Err(wrong(at, &wanted, &line)),
            }
        }
        if let Some((at, line)) = lines.next() {
            return Err(wrong(at, "nothing behind the table", &line));
        }
        Ok(Self { threshold, delays })
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.delays.len()
    }
}

/// A node reached a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// When, in the unit of the delays.
    pub time: u64,
    /// Who, counted from 0.
    pub node: usize,
    /// Which step, counted from 0.
    pub step: u64,
    /// The nodes that it knew to be at the step before or later, itself among them.
    pub because: Vec<usize>,
    /// Steps that it passed over.
    pub skipped: u64,
}

/// Lets time go until nobody has a step before `steps` left to reach, or no message is under way.
///
/// ```
/// use decent::clock::threshold::{Delays, run};
/// let delays = Delays::parse(b"3 2\n0 1 9\n1 0 9\n9 9 0\n").unwrap();
/// let reached = run(&delays, 2);
/// let fast = reached.iter().find(|r| r.node == 0 && r.step == 1).unwrap();
/// assert_eq!((fast.time, fast.because.as_slice()), (1, [0, 1].as_slice()));
/// ```
pub fn run(delays: &Delays, steps: u64) -> Vec<Reached> {
    let n = delays.nodes();
    let mut group = Group {
        delays,
        steps,
        known: vec![vec![0; n]; n],
        at_step: vec![0; n],
        under_way: BinaryHeap::new(),
        reached: Vec::new(),
    };
    for node in 0..n {
        group.reach(0, node, 0, Vec::new());
    }
    let mut turn: Vec<(u64, usize)> = (0..n).rev().map(|node| (0, node)).collect();
    loop {
        while let Some((time, node)) = turn.pop() {
            if group.go_on(time, node) {
                // It may go on at once: with a threshold of 1 it needs nobody.
                turn.push((time, node));
            }
        }
        // All that arrives at one time is heard before anybody goes on.
        let Some(time) = group.hear(&mut turn) else {
            return group.reached;
        };
        turn.sort_unstable_by_key(|(_, node)| Reverse(*node));
        turn.dedup();
        debug_assert!(turn.iter().all(|(at, _)| *at == time));
    }
}

/// All nodes, and what is under way between them.
struct Group<'d> {
    delays: &'d Delays,
    steps: u64,
    /// What each node knows of each: steps are told as one more than they are, 0 for not heard of.
    known: Vec<Vec<u64>>,
    at_step: Vec<u64>,
    /// When, to whom, from whom, which step.
    under_way: BinaryHeap<Reverse<(u64, usize, usize, u64)>>,
    reached: Vec<Reached>,
}

impl Group<'_> {
    /// A node is at a step from now on, and tells all others.
    fn reach(&mut self, time: u64, node: usize, step: u64, because: Vec<usize>) {
        let before = self.at_step.get(node).copied().unwrap_or(0);
        self.reached.push(Reached {
            time,
            node,
            step,
            because,
            skipped: (step - before).saturating_sub(1),
        });
        if let Some(own) = self.at_step.get_mut(node) {
            *own = step;
        }
        if let Some(own) = self.known.get_mut(node).and_then(|row| row.get_mut(node)) {
            *own = step + 1;
        }
        let row = self.delays.delays.get(node).map_or(&[][..], Vec::as_slice);
        for (to, delay) in row.iter().enumerate() {
            if let Some(delay) = delay.filter(|_| to != node) {
                self.under_way.push(Reverse((time + delay, to, node, step)));
            }
        }
    }

    /// Lets a node take a step if it knows of enough others; says whether it did.
    fn go_on(&mut self, time: u64, node: usize) -> bool {
        let (Some(row), Some(step)) = (self.known.get(node), self.at_step.get(node)) else {
            return false;
        };
        let next = next_step(row, self.delays.threshold, *step);
        let next = next.map(|next| next.min(self.steps));
        let Some(next) = next.filter(|next| next > step) else {
            return false;
        };
        let because = row.iter().enumerate().filter(|(_, known)| **known >= next);
        let because = because.map(|(node, _)| node).collect();
        self.reach(time, node, next, because);
        true
    }

    /// Delivers all that arrives next, and adds those who heard; gives the time.
    fn hear(&mut self, turn: &mut Vec<(u64, usize)>) -> Option<u64> {
        let Reverse((now, ..)) = *self.under_way.peek()?;
        while let Some(Reverse((time, to, from, step))) = self.under_way.peek().copied() {
            if time != now {
                break;
            }
            self.under_way.pop();
            if let Some(place) = self.known.get_mut(to).and_then(|row| row.get_mut(from)) {
                *place = (*place).max(step + 1);
            }
            // Messages come sorted by their receivers.
            if turn.last() != Some(&(now, to)) {
                turn.push((now, to));
            }
        }
        Some(now)
    }
}

/// The step behind the last one that at least `threshold` nodes have reached; none where that is
/// no later than `step`.
fn next_step(known: &[u64], threshold: usize, step: u64) -> Option<u64> {
    let mut sorted = known.to_vec();
    sorted.sort_unstable_by_key(|known| Reverse(*known));
    // Known as one more than the step: of the t-th it is the step behind at once.
    sorted
        .get(threshold.checked_sub(1)?)
        .copied()
        .filter(|next| *next > step)
}
