//! Many threads, one answer: chunks of counters are handed out in order, and what comes back is
//! put in order again, so that the lowest counter wins whatever the number of threads.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::error::{Error, Result, slug};
use crate::watch::Watch;

use super::backend::{Backend, Scan, solutions};
use super::goal::Goal;
use super::hash::{Digest, HashKind};
use super::puzzle::Puzzle;

/// Largest chunks that are done before the one that everybody waits for: a bound on what is held.
const AHEAD: u64 = 64;
/// Solutions that a chunk holds in the mean, at most.
const SOLUTIONS: f64 = 4096.0;
/// How often the caller is asked while nothing comes.
const TICK: Duration = Duration::from_millis(100);

/// Which solutions are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// The one with the lowest counter.
    Lowest,
    /// Whichever is found first.
    Any,
    /// All of them, in order.
    All,
}

/// A counter that solves the puzzle, and its digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The counter.
    pub counter: u64,
    /// Its digest, by the plain crate.
    pub digest: Digest,
}

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// With the solution that was wanted.
    Found(Solution),
    /// All counters are tried.
    Exhausted,
}

/// Where a search stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// All counters that are to be tried.
    pub range: Range<u64>,
    /// Counters below are done.
    pub low: u64,
    /// Chunks above that are done too, in order, none touching the next.
    pub above: Vec<Range<u64>>,
    /// How many counters were tried.
    pub tries: u64,
    /// The best solution so far; of all, none: they have been told.
    pub best: Option<Solution>,
}

impl Standing {
    /// Nothing of a range is done.
    pub fn new(range: Range<u64>) -> Self {
        Self {
            low: range.start,
            range,
            above: Vec::new(),
            tries: 0,
            best: None,
        }
    }

    /// Counters that are done while lower ones are not.
    fn ahead(&self) -> u64 {
        self.above.iter().map(|done| done.end - done.start).sum()
    }

    /// The same as it may be kept: where all solutions are wanted, those above `low` have not been
    /// told yet, and count as not done.
    fn kept(&self, want: Want) -> Self {
        let mut kept = self.clone();
        if want == Want::All {
            kept.tries -= kept.ahead();
            kept.above.clear();
        }
        kept
    }

    /// The next counters that nobody has tried, from `from` on, at most `most` of them.
    fn free(&self, from: u64, most: u64, end: u64) -> Range<u64> {
        let mut start = from.max(self.low);
        for done in &self.above {
            if done.start > start {
                let end = done.start.min(end);
                return start..end.min(start.saturating_add(most)).max(start);
            }
            start = start.max(done.end);
        }
        start..end.min(start.saturating_add(most)).max(start)
    }

    /// A chunk is done.
    fn done(&mut self, chunk: &Range<u64>) {
        self.tries += chunk.end - chunk.start;
        let at = self
            .above
            .partition_point(|other| other.start < chunk.start);
        self.above.insert(at, chunk.clone());
        self.above.dedup_by(|next, before| {
            let touch = before.end == next.start;
            if touch {
                before.end = next.end;
            }
            touch
        });
        while self
            .above
            .first()
            .is_some_and(|first| first.start <= self.low)
        {
            self.low = self.low.max(self.above.remove(0).end);
        }
    }
}

/// What is told to the caller, in its own thread.
pub enum Event<'a> {
    /// A solution, where all are wanted; the lower ones were told before.
    Solution(Solution),
    /// Some time went by, or a chunk was done: a good moment to keep where the search stands.
    Tick(&'a Standing),
}

/// A search: what, how, and what for.
pub struct Search<'a> {
    /// What is searched.
    pub puzzle: &'a Puzzle,
    /// When it is solved.
    pub goal: Goal,
    /// What tries.
    pub backend: Backend,
    /// How many threads.
    pub threads: NonZeroUsize,
    /// Which solutions.
    pub want: Want,
    /// Told of every counter that is tried; asked whether to go on.
    pub watch: &'a dyn Watch,
}

/// What the threads share.
struct Board {
    standing: Standing,
    /// Nothing from here on is wanted any more.
    end: u64,
    next: u64,
    chunk: u64,
    /// The scan failed, or the caller wants no more.
    over: bool,
}

/// What a thread sends when a chunk is done.
type Done = Result<(Range<u64>, Vec<Solution>)>;

impl Search<'_> {
    /// Goes on from where a search stands, until it ends. A stop from outside is the error
    /// `stopped`; `standing` then says where to go on.
    pub fn run(
        &self,
        standing: &mut Standing,
        tell: &mut dyn FnMut(Event<'_>) -> Result<()>,
    ) -> Result<Ended> {
        let scan = self.goal.scanner(self.backend, self.puzzle)?;
        let end = match standing.best {
            Some(_) if self.want == Want::Any => standing.low,
            Some(best) => best.counter,
            None => standing.range.end,
        };
        let board = Mutex::new(Board {
            next: standing.low,
            standing: standing.clone(),
            end,
            chunk: self.chunks().0,
            over: false,
        });
        let turn = Condvar::new();
        let ended = thread::scope(|scope| {
            let (sender, receiver) = channel();
            for _ in 0..self.threads.get() {
                let (sender, scan) = (sender.clone(), &*scan);
                let (board, turn) = (&board, &turn);
                scope.spawn(move || self.work(scan, board, turn, &sender));
            }
            drop(sender);
            let ended = self.collect(&receiver, &board, &turn, tell);
            lock(&board).over = true;
            turn.notify_all();
            ended
        });
        *standing = lock(&board).standing.kept(self.want);
        ended?;
        Ok(match standing.best {
            Some(best) if self.want != Want::All => Ended::Found(best),
            _ => Ended::Exhausted,
        })
    }

    /// The size of the first chunk, and of the largest.
    fn chunks(&self) -> (u64, u64) {
        let (first, largest) = match (self.puzzle.hash(), self.backend) {
            (HashKind::Argon2id, _) => (1, 4),
            (HashKind::Scrypt, _) => (4, 64),
            (_, Backend::Gpu) => (1 << 20, 1 << 26),
            _ => (1 << 12, 1 << 18),
        };
        let expected = self.goal.expected_tries().unwrap_or(f64::MAX);
        #[allow(clippy::cast_sign_loss, reason = "no number of tries is below zero")]
        let held = (expected * SOLUTIONS) as u64;
        (first.min(held), largest.min(held))
    }

    /// One thread: takes chunks until there are none.
    fn work(&self, scan: &dyn Scan, board: &Mutex<Board>, turn: &Condvar, sender: &Sender<Done>) {
        while let Some(chunk) = self.take(board, turn) {
            let found = solutions(scan, self.puzzle, self.goal, chunk.clone());
            let of = |(counter, digest)| Solution { counter, digest };
            let found = found.map(|found| (chunk, found.into_iter().map(of).collect()));
            let failed = found.is_err();
            if sender.send(found).is_err() || failed {
                return;
            }
        }
    }

    /// The next chunk; waits while too many are done ahead of the lowest.
    fn take(&self, board: &Mutex<Board>, turn: &Condvar) -> Option<Range<u64>> {
        let mut board = lock(board);
        let most = AHEAD * self.chunks().1;
        while board.standing.ahead() >= most && !board.over {
            board = turn.wait(board).unwrap_or_else(PoisonError::into_inner);
        }
        if board.over || self.watch.stopped() {
            return None;
        }
        let chunk = board.standing.free(board.next, board.chunk, board.end);
        board.next = chunk.end;
        board.chunk = (2 * board.chunk).min(self.chunks().1);
        (!chunk.is_empty()).then_some(chunk)
    }

    /// The caller's thread: puts what comes in order.
    fn collect(
        &self,
        receiver: &Receiver<Done>,
        board: &Mutex<Board>,
        turn: &Condvar,
        tell: &mut dyn FnMut(Event<'_>) -> Result<()>,
    ) -> Result<()> {
        // Chunks with solutions that wait for lower ones, where all are wanted.
        let mut waiting: Vec<Solution> = Vec::new();
        loop {
            let done = match receiver.recv_timeout(TICK) {
                Ok(done) => Some(done?),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            if let Some((chunk, mut found)) = done {
                self.watch.advance(chunk.end - chunk.start);
                if self.want == Want::All {
                    waiting.append(&mut found);
                }
                lock(board).note(self.want, &chunk, found.first());
                turn.notify_all();
            }
            let standing = lock(board).standing.kept(self.want);
            waiting.sort_unstable_by_key(|one| one.counter);
            let ready = waiting.partition_point(|one| one.counter < standing.low);
            for solution in waiting.drain(..ready) {
                tell(Event::Solution(solution))?;
            }
            tell(Event::Tick(&standing))?;
        }
        let standing = lock(board).standing.clone();
        let lowest = |best: Solution| self.want == Want::Any || standing.low >= best.counter;
        if standing.best.is_some_and(lowest) || standing.low >= standing.range.end {
            return Ok(());
        }
        Err(Error::new(slug::STOPPED, "", "stopped before the end"))
    }
}

impl Board {
    /// A chunk is done, and this is the lowest solution in it.
    fn note(&mut self, want: Want, chunk: &Range<u64>, found: Option<&Solution>) {
        let better = |found: &&Solution| {
            self.standing
                .best
                .is_none_or(|best| found.counter < best.counter)
        };
        if want == Want::Any && self.standing.best.is_some() {
            return;
        }
        if let Some(found) = found.filter(better) {
            self.standing.best = Some(*found);
            self.end = if want == Want::Any { 0 } else { found.counter };
        }
        self.standing.done(chunk);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;
    use crate::pow::{NonceEncoding, Target};
    use crate::watch::Deaf;

    fn puzzle() -> Puzzle {
        Puzzle::Message {
            hash: HashKind::Sha256,
            prefix: b"search ".to_vec(),
            suffix: Vec::new(),
            nonce: NonceEncoding::Dec,
        }
    }

    fn search<'a>(puzzle: &'a Puzzle, bits: u32, want: Want, watch: &'a dyn Watch) -> Search<'a> {
        Search {
            puzzle,
            goal: Goal::AtMost(Target::bits(bits, 32).unwrap()),
            backend: Backend::Portable,
            threads: NonZeroUsize::new(3).unwrap(),
            want,
            watch,
        }
    }

    /// Every solution of a range, one after the other.
    fn all(puzzle: &Puzzle, bits: u32, range: Range<u64>) -> Vec<u64> {
        let solves = |n: &u64| puzzle.digest(*n).zero_bits() >= bits;
        range.filter(solves).collect()
    }

    #[test]
    fn the_lowest_wins_whatever_the_threads() {
        let puzzle = puzzle();
        let lowest = all(&puzzle, 14, 0..100_000)[0];
        for threads in [1, 2, 3, 8] {
            let mut search = search(&puzzle, 14, Want::Lowest, &Deaf);
            search.threads = NonZeroUsize::new(threads).unwrap();
            let ended = search.run(&mut Standing::new(0..u64::MAX), &mut |_| Ok(()));
            let Ok(Ended::Found(found)) = ended else {
                panic!("{ended:?}");
            };
            assert_eq!(found.counter, lowest, "{threads} threads");
            assert_eq!(found.digest, puzzle.digest(lowest));
        }
    }

    #[test]
    fn all_come_in_order_and_nothing_is_left() {
        let puzzle = puzzle();
        let range = 12_345..112_345;
        let mut found = Vec::new();
        let mut standing = Standing::new(range.clone());
        let ended = search(&puzzle, 8, Want::All, &Deaf).run(&mut standing, &mut |event| {
            if let Event::Solution(one) = event {
                found.push(one.counter);
            }
            Ok(())
        });
        assert_eq!(ended, Ok(Ended::Exhausted));
        assert_eq!(found, all(&puzzle, 8, range.clone()));
        assert_eq!((standing.low, standing.tries), (range.end, 100_000));
    }

    /// Stops when asked so many times.
    struct Impatient(AtomicU64);

    impl Watch for Impatient {
        fn stopped(&self) -> bool {
            self.0.fetch_add(1, Ordering::Relaxed) >= 5
        }
    }

    #[test]
    fn what_was_stopped_goes_on_to_the_same_end() {
        let puzzle = puzzle();
        for (want, bits) in [(Want::All, 10), (Want::Lowest, 18)] {
            let range = 80_000..900_000;
            let (mut found, mut stops) = (Vec::new(), 0);
            let mut standing = Standing::new(range.clone());
            let ended = loop {
                let watch = Impatient(AtomicU64::new(0));
                let search = search(&puzzle, bits, want, &watch);
                let mut tell = |event: Event<'_>| {
                    if let Event::Solution(one) = event {
                        found.push(one.counter);
                    }
                    Ok(())
                };
                match search.run(&mut standing, &mut tell) {
                    Ok(ended) => break ended,
                    Err(error) => assert_eq!(error.slug, slug::STOPPED),
                }
                stops += 1;
            };
            let wanted = all(&puzzle, bits, range);
            if let Ended::Found(one) = ended {
                found.push(one.counter);
                assert_eq!(found, wanted[..1]);
            } else {
                assert_eq!(found, wanted);
            }
            assert!(stops > 1, "{stops}");
        }
    }

    #[test]
    fn an_exhausted_range_never_wraps() {
        let puzzle = Puzzle::header([7; 80]);
        let range = (1 << 32) - 5000..puzzle.counters();
        let mut standing = Standing::new(range);
        let ended = search(&puzzle, 60, Want::Lowest, &Deaf).run(&mut standing, &mut |_| Ok(()));
        assert_eq!(ended, Ok(Ended::Exhausted));
        assert_eq!((standing.low, standing.tries), (1 << 32, 5000));
    }

    #[test]
    fn done_chunks_join() {
        let mut standing = Standing::new(0..100);
        for chunk in [10..20, 30..40, 20..30, 50..60, 0..10] {
            standing.done(&chunk);
        }
        assert_eq!(standing.low, 40);
        assert!(matches!(standing.above[..], [Range { start: 50, end: 60 }]));
        assert_eq!(standing.free(0, 100, 100), 40..50);
        assert_eq!(standing.free(50, 100, 100), 60..100);
        assert!(standing.free(50, 100, 55).is_empty());
    }
}
