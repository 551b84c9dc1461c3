//! Which back-end is the fastest for a puzzle, asked of the processor itself: its features don't
//! tell, for SHA-NI is slow on some and wide vectors on others.

use std::time::{Duration, Instant};

use super::backend::{Backend, Scan, scanner};
use super::puzzle::Puzzle;
use super::target::Target;

/// What the calibration may take in all.
const BUDGET: Duration = Duration::from_millis(5);
/// Before so many hashes are to come, a guess is cheaper.
const WORTH_TRIES: f64 = (1 << 20) as f64;
/// Every back-end gets so many turns; its shortest counts.
const TURNS: u32 = 4;
/// Counters of the first turn, of which the later ones are measured.
const FIRST: u64 = 256;

/// A back-end that is timed.
struct Contender {
    backend: Backend,
    scan: Box<dyn Scan>,
    /// Counters a turn.
    tries: u64,
    /// Seconds a counter.
    best: f64,
}

impl Contender {
    fn new(backend: Backend, puzzle: &Puzzle) -> Option<Self> {
        Some(Self {
            backend,
            // Hardly anything solves this, so that only trying is timed.
            scan: scanner(backend, puzzle, Target::from_be_bytes([0; 32])).ok()?,
            tries: FIRST,
            best: f64::INFINITY,
        })
    }

    /// Tries counters that are written in as many digits as most are.
    fn turn(&mut self) {
        const START: u64 = 1 << 28;
        let begun = Instant::now();
        let mut found = Vec::new();
        if self
            .scan
            .scan(START..START + self.tries, &mut found)
            .is_ok()
        {
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

/// The fastest back-end for a puzzle: by a calibration of some 5 ms where 2^20 hashes are to come
/// or more, else the one with the widest vectors.
pub(super) fn fastest(puzzle: &Puzzle, target: Target) -> Backend {
    let widest = candidates().next_back().unwrap_or(Backend::Portable);
    if target.expected_tries() < WORTH_TRIES || !puzzle.hash().has_kernel() {
        return widest;
    }
    let contenders = candidates().filter_map(|backend| Contender::new(backend, puzzle));
    let mut contenders: Vec<_> = contenders.collect();
    // The first turn fills tables, and tells how many counters a later one may take.
    let turns = f64::from(TURNS) * contenders.len() as f64;
    for one in &mut contenders {
        one.turn();
        one.turn();
        let most = BUDGET.as_secs_f64() / turns / one.best;
        one.tries = (most as u64).next_multiple_of(64).clamp(FIRST, 1 << 16);
        one.best = f64::INFINITY;
    }
    for _ in 0..TURNS {
        contenders.iter_mut().for_each(Contender::turn);
    }
    let best = contenders.iter().min_by(|a, b| a.best.total_cmp(&b.best));
    best.map_or(widest, |one| one.backend)
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
