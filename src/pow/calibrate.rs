//! Which back-end is the fastest for a puzzle, asked of the processor itself: its features don't
//! tell, for SHA-NI is slow on some and wide vectors on others.

use std::ops::Range;
use std::time::{Duration, Instant};

use crate::error::Result;

use super::backend::{Backend, Scan, scanner};
use super::goal::Goal;
use super::plain::Plain;
use super::puzzle::Puzzle;
use super::target::Target;

/// What the calibration may take in all.
const BUDGET: Duration = Duration::from_millis(5);
/// Before so many hashes are to come, a guess is cheaper.
const WORTH_TRIES: f64 = (1 << 20) as f64;
/// Everyone gets so many turns; the shortest counts.
const TURNS: u32 = 4;
/// Counters of the first turns, of which the later ones are measured.
const FIRST: u64 = 256;
/// Where turns begin: counters that are written in as many digits as most are.
const START: u64 = 1 << 28;
/// Hardly anything solves this, so that only trying is timed.
const NEVER: Target = Target::from_be_bytes([0; 32]);

/// How fast a puzzle is tried, in one thread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Speed {
    /// By what; none is the plain crates, what stands before the nonce hashed once.
    pub backend: Option<Backend>,
    /// Seconds a try.
    pub seconds: f64,
}

/// A way that is timed.
struct Contender {
    backend: Option<Backend>,
    scan: Box<dyn Scan>,
    /// Counters a turn.
    tries: u64,
    /// Seconds a counter.
    best: f64,
}

impl Contender {
    fn new(backend: Backend, puzzle: &Puzzle) -> Option<Self> {
        let scan = scanner(backend, puzzle, NEVER).ok()?;
        Some(Self::of(Some(backend), scan))
    }

    fn of(backend: Option<Backend>, scan: Box<dyn Scan>) -> Self {
        Self {
            backend,
            scan,
            tries: FIRST,
            best: f64::INFINITY,
        }
    }

    fn turn(&mut self) {
        let begun = Instant::now();
        let mut found = Vec::new();
        let range = START..START + self.tries;
        if self.scan.scan(range, &mut found).is_ok() {
            let took = begun.elapsed().as_secs_f64() / self.tries as f64;
            self.best = self.best.min(took);
        }
    }
}

/// The back-ends of this processor; a graphics card is used only when it is asked for.
fn candidates() -> impl DoubleEndedIterator<Item = Backend> {
    let all = Backend::NAMES.into_iter().map(|(_, backend)| backend);
    all.filter(|backend| *backend != Backend::Gpu && backend.supported())
}

/// Times all in turn, within a budget.
fn race(mut contenders: Vec<Contender>, budget: Duration) -> Vec<Speed> {
    // The first turn fills tables, the next ones tell how many counters a later one may take.
    let turns = f64::from(TURNS) * contenders.len() as f64;
    for one in &mut contenders {
        one.tries = 1;
        one.turn();
        one.best = f64::INFINITY;
        one.turn();
        // What is slow has been timed well enough.
        if one.best * turns > budget.as_secs_f64() {
            continue;
        }
        one.tries = FIRST;
        one.turn();
        let most = budget.as_secs_f64() / turns / one.best;
        #[allow(clippy::cast_sign_loss, reason = "no time is below zero")]
        let most = most as u64;
        one.tries = most.next_multiple_of(64).clamp(1, 1 << 24);
    }
    for _ in 0..TURNS {
        for one in &mut contenders {
            if one.best * one.tries as f64 <= budget.as_secs_f64() {
                one.turn();
            }
        }
    }
    let speed = |one: Contender| Speed {
        backend: one.backend,
        seconds: one.best,
    };
    contenders.into_iter().map(speed).collect()
}

/// How fast the plain crates and every back-end of this processor are, measured in turn within
/// about so much time.
pub fn speeds(puzzle: &Puzzle, budget: Duration) -> Vec<Speed> {
    let plain = Plain::new(puzzle, Goal::AtMost(NEVER));
    let mut contenders = vec![Contender::of(None, Box::new(plain))];
    if puzzle.hash().has_kernel() {
        contenders.extend(candidates().filter_map(|backend| Contender::new(backend, puzzle)));
    }
    race(contenders, budget)
}

/// How many tries a second so many threads make, measured for about so much time.
pub fn together(
    puzzle: &Puzzle,
    backend: Backend,
    threads: usize,
    budget: Duration,
) -> Result<f64> {
    let scan = scanner(backend, puzzle, NEVER)?;
    let begun = Instant::now();
    let count = |part: u64| {
        let mut tried = 0;
        let mut found = Vec::new();
        let mut chunk: u64 = 1;
        while begun.elapsed() < budget {
            let first = START + (part << 40) % puzzle.counters().max(1) + tried;
            let range: Range<u64> = first..first + chunk;
            if scan.scan(range, &mut found).is_err() {
                break;
            }
            tried += chunk;
            chunk = (2 * chunk).min(1 << 16);
        }
        tried
    };
    let tried: u64 = std::thread::scope(|scope| {
        let count = &count;
        let parts: Vec<_> = (0..threads as u64)
            .map(|part| scope.spawn(move || count(part)))
            .collect();
        parts.into_iter().map(|part| part.join().unwrap_or(0)).sum()
    });
    Ok(tried as f64 / begun.elapsed().as_secs_f64())
}

/// The fastest back-end for a puzzle: by a calibration of some 5 ms where 2^20 hashes are to come
/// or more, else the one with the widest vectors.
pub fn fastest(puzzle: &Puzzle, target: Target) -> Backend {
    let widest = candidates().next_back().unwrap_or(Backend::Portable);
    if target.expected_tries() < WORTH_TRIES || !puzzle.hash().has_kernel() {
        return widest;
    }
    let contenders = candidates().filter_map(|backend| Contender::new(backend, puzzle));
    let speeds = race(contenders.collect(), BUDGET);
    let best = speeds.iter().min_by(|a, b| a.seconds.total_cmp(&b.seconds));
    best.and_then(|speed| speed.backend).unwrap_or(widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_easy_puzzle_is_not_worth_it() {
        let puzzle = Puzzle::header([0; 80]);
        let easy = Target::bits(4, 32).unwrap();
        assert_eq!(fastest(&puzzle, easy), candidates().next_back().unwrap());
        let hard = fastest(&puzzle, Target::bits(60, 32).unwrap());
        assert!(hard.supported());
    }
}
