//! Who came before whom: versions newest first, none before one that was made of it; and the last
//! versions that two have in common. Without recursion, whatever the length of a history.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::commit::Commit;

use crate::car::Store;
use crate::cid::Cid;
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

/// Reads a version.
pub fn read(store: &Store<'_>, cid: &Cid) -> Result<Commit> {
    let block = store.need(cid)?;
    Commit::read(cid, &block)
}

/// Versions and those before them, some 150 bytes of memory each.
#[derive(Default)]
struct Graph {
    numbers: HashMap<Cid, usize>,
    all: Vec<Known>,
}

/// What is known of a version.
struct Known {
    cid: Cid,
    time: i64,
    parents: Vec<usize>,
}

impl Graph {
    /// The number of a version, and whether it is new.
    fn number(&mut self, cid: Cid) -> (usize, bool) {
        let next = self.all.len();
        let number = *self.numbers.entry(cid.clone()).or_insert(next);
        if number == next {
            self.all.push(Known {
                cid,
                time: 0,
                parents: Vec::new(),
            });
        }
        (number, number == next)
    }

    /// Everything before some versions, and those.
    fn load(store: &Store<'_>, heads: &[Cid], watch: &dyn Watch) -> Result<Self> {
        let mut graph = Self::default();
        let mut open = Vec::new();
        for head in heads {
            let (number, new) = graph.number(head.clone());
            if new {
                open.push(number);
            }
        }
        while let Some(number) = open.pop() {
            stop(watch)?;
            let Some(known) = graph.all.get(number) else {
                break;
            };
            let commit = read(store, &known.cid)?;
            let mut parents = Vec::with_capacity(commit.parents.len());
            for parent in commit.parents {
                let (parent, new) = graph.number(parent);
                parents.push(parent);
                if new {
                    open.push(parent);
                }
            }
            if let Some(known) = graph.all.get_mut(number) {
                (known.time, known.parents) = (commit.author.time, parents);
            }
        }
        Ok(graph)
    }

    fn parents(&self, number: usize) -> &[usize] {
        self.all.get(number).map_or(&[], |known| &known.parents)
    }

    /// For every version whether it is this one or before it.
    fn before(&self, cid: &Cid) -> Vec<bool> {
        let mut found = vec![false; self.all.len()];
        let mut open: Vec<usize> = self.numbers.get(cid).copied().into_iter().collect();
        while let Some(number) = open.pop() {
            if let Some(seen @ false) = found.get_mut(number) {
                *seen = true;
                open.extend(self.parents(number));
            }
        }
        found
    }
}

fn stop(watch: &dyn Watch) -> Result<()> {
    if watch.stopped() {
        return Err(Error::new(slug::STOPPED, "", "stopped"));
    }
    Ok(())
}

/// Versions, newest first. As long as there is only one way back each is read when it is asked for;
/// where ways part, all that is before them is read, so that none comes before one that was made of it.
pub struct Log<'s, 'a> {
    store: &'s Store<'a>,
    watch: &'s dyn Watch,
    /// The only one that is next, or those that are to be put in order.
    next: Vec<Cid>,
    sorted: Option<Sorted>,
}

/// A graph on its way out.
struct Sorted {
    graph: Graph,
    /// How many versions made of each are still to come.
    waiting: Vec<usize>,
    /// Those for which there are none, by their time, then as they were found.
    ready: BinaryHeap<(i64, Reverse<usize>)>,
}

impl Sorted {
    fn of(graph: Graph) -> Self {
        let mut waiting = vec![0; graph.all.len()];
        for known in &graph.all {
            for parent in &known.parents {
                if let Some(count) = waiting.get_mut(*parent) {
                    *count += 1;
                }
            }
        }
        let mut sorted = Self {
            graph,
            waiting,
            ready: BinaryHeap::new(),
        };
        for number in 0..sorted.waiting.len() {
            sorted.put(number);
        }
        sorted
    }

    /// Puts one that waits for nothing more in the row.
    fn put(&mut self, number: usize) {
        if self.waiting.get(number) == Some(&0)
            && let Some(known) = self.graph.all.get(number)
        {
            self.ready.push((known.time, Reverse(number)));
        }
    }

    fn next(&mut self) -> Option<Cid> {
        let (_, Reverse(number)) = self.ready.pop()?;
        for parent in self.graph.parents(number).to_vec() {
            if let Some(count) = self.waiting.get_mut(parent) {
                *count -= 1;
            }
            self.put(parent);
        }
        self.graph.all.get(number).map(|known| known.cid.clone())
    }
}

impl<'s, 'a> Log<'s, 'a> {
    /// From a version backwards.
    pub fn of(store: &'s Store<'a>, head: &Cid, watch: &'s dyn Watch) -> Self {
        Self {
            store,
            watch,
            next: vec![head.clone()],
            sorted: None,
        }
    }

    /// The next version; none where the history ends.
    pub fn step(&mut self) -> Result<Option<(Cid, Commit)>> {
        stop(self.watch)?;
        if self.next.len() > 1 {
            let heads = std::mem::take(&mut self.next);
            let graph = Graph::load(self.store, &heads, self.watch)?;
            self.sorted = Some(Sorted::of(graph));
        }
        let cid = match &mut self.sorted {
            Some(sorted) => sorted.next(),
            None => self.next.pop(),
        };
        let Some(cid) = cid else { return Ok(None) };
        let commit = read(self.store, &cid)?;
        if self.sorted.is_none() {
            for parent in &commit.parents {
                if !self.next.contains(parent) {
                    self.next.push(parent.clone());
                }
            }
        }
        Ok(Some((cid, commit)))
    }
}

/// The last versions that are before both (or are one of them): those of which no other common one was
/// made. One where histories parted once; several where they crossed; none where they never met.
/// Times, which anyone can set, don't count.
pub fn merge_bases(store: &Store<'_>, a: &Cid, b: &Cid, watch: &dyn Watch) -> Result<Vec<Cid>> {
    if a == b {
        return Ok(vec![a.clone()]);
    }
    let graph = Graph::load(store, &[a.clone(), b.clone()], watch)?;
    let both = graph.before(a).into_iter().zip(graph.before(b));
    let common: Vec<bool> = both.map(|(a, b)| a && b).collect();
    // Whatever is before a common one is common too, so its children tell.
    let mut best = common.clone();
    for (number, is_common) in common.iter().enumerate() {
        for parent in graph.parents(number).iter().filter(|_| *is_common) {
            if let Some(best) = best.get_mut(*parent) {
                *best = false;
            }
        }
    }
    let mut bases: Vec<&Known> = graph
        .all
        .iter()
        .zip(&best)
        .filter_map(|(known, best)| best.then_some(known))
        .collect();
    bases.sort_by(|a, b| (b.time, &a.cid).cmp(&(a.time, &b.cid)));
    Ok(bases.into_iter().map(|known| known.cid.clone()).collect())
}
