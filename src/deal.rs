//! Jobs taken in batches from one queue by all cores, their results collected in the order of the
//! queue. Batches shrink towards the end of a short queue, so that no core is left without work.

use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroUsize;
use std::sync::mpsc::channel;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::scope;

use crate::error::Result;

/// Jobs in a batch at most; four fillings of the widest kernel.
const BATCH: usize = 64;
/// Batches that may be under way or wait for their turn, a thread.
const AHEAD: usize = 64;

/// Where the jobs come from, and how far the work has come.
struct Queue<I: Iterator> {
    jobs: I,
    next: VecDeque<I::Item>,
    taken: u64,
    collected: u64,
    ended: bool,
}

impl<I: Iterator> Queue<I> {
    /// The next batch: its share of what is known to come.
    fn take(&mut self, threads: usize, most: usize) -> Option<(u64, Vec<I::Item>)> {
        let missing = (most * threads).saturating_sub(self.next.len());
        if !self.ended {
            self.next.extend(self.jobs.by_ref().take(missing));
        }
        let share = self.next.len().div_ceil(threads).min(most);
        let batch: Vec<_> = self.next.drain(..share).collect();
        if batch.is_empty() || self.ended {
            self.ended = true;
            return None;
        }
        self.taken += 1;
        Some((self.taken - 1, batch))
    }
}

struct Shared<I: Iterator> {
    queue: Mutex<Queue<I>>,
    turn: Condvar,
}

impl<I: Iterator> Shared<I> {
    fn lock(&self) -> MutexGuard<'_, Queue<I>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the results are not too far behind, and takes a batch.
    fn take(&self, deal: Deal) -> Option<(u64, Vec<I::Item>)> {
        let threads = deal.threads.get();
        let most_ahead = (deal.ahead * threads) as u64;
        let mut queue = self.lock();
        while !queue.ended && queue.taken - queue.collected >= most_ahead {
            queue = self
                .turn
                .wait(queue)
                .unwrap_or_else(PoisonError::into_inner);
        }
        queue.take(threads, deal.most)
    }

    fn end(&self) {
        self.lock().ended = true;
        self.turn.notify_all();
    }
}

/// Ends the work of the others when its thread leaves for whatever reason, a panic among them.
struct Leave<'a, I: Iterator>(&'a Shared<I>);

impl<I: Iterator> Drop for Leave<'_, I> {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// How jobs are dealt out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deal {
    pub(crate) threads: NonZeroUsize,
    /// Jobs in a batch at most.
    most: usize,
    /// Batches that may be under way or wait for their turn, a thread.
    ahead: usize,
}

impl Deal {
    /// So many threads, jobs one by one, `ahead` of them under way or waiting for each thread.
    pub(crate) fn singly(threads: NonZeroUsize, ahead: usize) -> Self {
        let most = 1;
        Self {
            threads,
            most,
            ahead,
        }
    }

    /// So many threads. With many of them batches become small, for each job may hold a
    /// directory open: no more than some 300 in all.
    pub(crate) fn new(threads: NonZeroUsize) -> Self {
        let most = (128 / threads.get()).clamp(1, BATCH);
        Self {
            threads,
            most,
            ahead: AHEAD,
        }
    }
}

/// Runs `work(state, batch)` by many threads, each with a state of its own from `begin`, and
/// `collect(results)` in the caller's, in the order of `jobs`.
pub(crate) fn ordered<I, S, R>(
    jobs: I,
    deal: Deal,
    begin: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, Vec<I::Item>) -> R + Sync,
    mut collect: impl FnMut(R) -> Result<()>,
) -> Result<()>
where
    I: Iterator + Send,
    I::Item: Send,
    R: Send,
{
    let threads = deal.threads.get();
    let shared = Shared {
        queue: Mutex::new(Queue {
            jobs,
            next: VecDeque::new(),
            taken: 0,
            collected: 0,
            ended: false,
        }),
        turn: Condvar::new(),
    };
    if threads == 1 {
        let mut state = begin();
        while let Some((_, batch)) = shared.take(deal) {
            collect(work(&mut state, batch))?;
            shared.lock().collected += 1;
        }
        return Ok(());
    }
    scope(|scope| {
        let _leave = Leave(&shared);
        let (done, results) = channel();
        for _ in 0..threads {
            let (done, shared, begin, work) = (done.clone(), &shared, &begin, &work);
            scope.spawn(move || {
                let _leave = Leave(shared);
                let mut state = begin();
                while let Some((turn, batch)) = shared.take(deal) {
                    if done.send((turn, work(&mut state, batch))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let mut early = BTreeMap::new();
        let mut turn = 0;
        for (number, result) in results {
            early.insert(number, result);
            while let Some(result) = early.remove(&turn) {
                collect(result)?;
                turn += 1;
                shared.lock().collected = turn;
                shared.turn.notify_all();
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Error, slug};

    fn deal(threads: usize) -> Deal {
        Deal::new(NonZeroUsize::new(threads).unwrap())
    }

    #[test]
    fn order_survives_any_number_of_threads() {
        for threads in [1, 2, 3, 16] {
            for n in [0, 1, 63, 64, 65, 20_000] {
                let mut all = Vec::new();
                let work = |(): &mut (), batch: Vec<u32>| {
                    if batch.first().is_some_and(|first| first % 7 == 0) {
                        std::thread::yield_now();
                    }
                    batch
                };
                let collect = |batch: Vec<u32>| {
                    all.extend(batch);
                    Ok(())
                };
                ordered(0..n, deal(threads), || (), work, collect).unwrap();
                assert_eq!(all, (0..n).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn an_error_of_collect_ends_it() {
        for threads in [1, 4] {
            let work = |(): &mut (), batch: Vec<u64>| batch.len();
            let collect = |_| Err(Error::new(slug::STOPPED, "", "stopped"));
            let ended = ordered(0.., deal(threads), || (), work, collect);
            assert_eq!(ended.unwrap_err().slug, slug::STOPPED);
        }
    }
}
