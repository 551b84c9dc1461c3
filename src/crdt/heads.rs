//! Clocks of which none has seen all that another has: what is left of many when those that were
//! overtaken go. Putting one in looks only at clocks that know the replica that fewest of them know,
//! so clocks of different replicas, as they are when all write at once, cost a little each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::crdt::context::Clock;

/// A clock's number, in the order in which they came.
type Id = u64;
/// Clocks by what they know of one replica.
type ByEvent = BTreeSet<(u64, Id)>;

/// A set of clocks, each beside all others.
///
/// ```
/// use std::sync::Arc;
/// use decent::crdt::{context::Clock, heads::Heads};
/// let clock = |events: &[(&str, u64)]| -> Arc<Clock> {
///     Arc::new(events.iter().map(|(r, n)| ((*r).into(), *n)).collect())
/// };
/// let mut heads = Heads::default();
/// assert_eq!(heads.put(&clock(&[("a", 1)])), Some(vec![]));
/// assert_eq!(heads.put(&clock(&[("b", 1)])), Some(vec![]));
/// assert_eq!(heads.put(&clock(&[("a", 2), ("c", 1)])), Some(vec![clock(&[("a", 1)])]));
/// assert_eq!(heads.put(&clock(&[("a", 1)])), None);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Heads {
    /// With the place of the replica under which each stands.
    clocks: BTreeMap<Id, (Arc<Clock>, usize)>,
    /// Of each replica the clocks that know it.
    known: BTreeMap<String, ByEvent>,
    /// Each clock once: under its replica that fewest knew when it came.
    rare: BTreeMap<String, ByEvent>,
}

/// Whether a clock has seen all that another has.
pub(crate) fn covers(one: &Clock, other: &Clock) -> bool {
    let seen = |(replica, seq): (&String, &u64)| one.get(replica).is_some_and(|own| own >= seq);
    other.len() <= one.len() && other.iter().all(seen)
}

impl Heads {
    /// Puts a clock in and returns those that it overtakes, which go; `None` where one has seen all
    /// that it has. Its entries are from 1 on.
    pub fn put(&mut self, clock: &Arc<Clock>) -> Option<Vec<Arc<Clock>>> {
        let places = clock.iter().enumerate();
        let (rarest, (replica, seq)) = places.min_by_key(|(_, one)| self.knowing(one.0))?;
        if self.later(replica, *seq).any(|newer| covers(newer, clock)) {
            return None;
        }
        let overtaken: Vec<Id> = self.earlier(clock).collect();
        let overtaken = overtaken.into_iter().filter_map(|id| self.take(id));
        let overtaken = overtaken.collect();
        let id = self.clocks.last_key_value().map_or(0, |(last, _)| last + 1);
        for (place, (replica, seq)) in clock.iter().enumerate() {
            let known = self.known.entry(replica.clone()).or_default();
            known.insert((*seq, id));
            if place == rarest {
                let rare = self.rare.entry(replica.clone()).or_default();
                rare.insert((*seq, id));
            }
        }
        self.clocks.insert(id, (Arc::clone(clock), rarest));
        Some(overtaken)
    }

    /// Whether an event is one that some clock has seen.
    pub fn know(&self, replica: &str, seq: u64) -> bool {
        self.later(replica, seq).next().is_some()
    }

    /// The clocks.
    pub fn clocks(&self) -> impl Iterator<Item = &Arc<Clock>> {
        self.clocks.values().map(|(clock, _)| clock)
    }

    fn knowing(&self, replica: &str) -> usize {
        self.known.get(replica).map_or(0, BTreeSet::len)
    }

    /// Clocks that know so much of a replica, or more.
    fn later(&self, replica: &str, seq: u64) -> impl Iterator<Item = &Clock> {
        let known = self.known.get(replica).into_iter();
        let later = known.flat_map(move |known| known.range((seq, 0)..));
        later.filter_map(|(_, id)| self.clocks.get(id).map(|(clock, _)| &**clock))
    }

    /// Clocks of which `clock` has seen all.
    fn earlier(&self, clock: &Clock) -> impl Iterator<Item = Id> {
        let of = |(replica, seq): (&String, &u64)| {
            let rare = self.rare.get(replica);
            rare.map(|rare| rare.range(..=(*seq, Id::MAX)))
        };
        let ids = clock.iter().filter_map(of).flatten().map(|(_, id)| *id);
        ids.filter(|id| {
            let older = self.clocks.get(id);
            older.is_some_and(|(older, _)| covers(clock, older))
        })
    }

    fn take(&mut self, id: Id) -> Option<Arc<Clock>> {
        let (clock, rarest) = self.clocks.remove(&id)?;
        for (replica, seq) in clock.iter() {
            forget(&mut self.known, replica, (*seq, id));
        }
        if let Some((replica, seq)) = clock.iter().nth(rarest) {
            forget(&mut self.rare, replica, (*seq, id));
        }
        Some(clock)
    }
}

fn forget(all: &mut BTreeMap<String, ByEvent>, replica: &str, one: (u64, Id)) {
    if let Some(known) = all.get_mut(replica) {
        known.remove(&one);
        if known.is_empty() {
            all.remove(replica);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clocks() -> impl Strategy<Value = Vec<Arc<Clock>>> {
        let replica = (0..4usize).prop_map(|n| ["a", "b", "c", "d"][n].to_owned());
        let clock = proptest::collection::btree_map(replica, 1u64..4, 1..4);
        proptest::collection::vec(clock.prop_map(Arc::new), 0..30)
    }

    proptest! {
        #[test]
        fn those_are_left_that_no_other_covers(clocks in clocks()) {
            let mut heads = Heads::default();
            let mut left: Vec<Arc<Clock>> = Vec::new();
            for clock in &clocks {
                let covered = left.iter().any(|one| covers(one, clock));
                let (gone, mut kept): (Vec<Arc<Clock>>, Vec<Arc<Clock>>) =
                    left.into_iter().partition(|one| !covered && covers(clock, one));
                let overtaken = heads.put(clock);
                prop_assert_eq!(overtaken.is_none(), covered);
                let sorted = |mut all: Vec<Arc<Clock>>| { all.sort(); all };
                prop_assert_eq!(sorted(overtaken.unwrap_or_default()), sorted(gone));
                if !covered {
                    kept.push(clock.clone());
                }
                left = kept;
                prop_assert_eq!(sorted(heads.clocks().cloned().collect()), sorted(left.clone()));
                prop_assert_eq!(heads.rare.values().map(BTreeSet::len).sum::<usize>(), left.len());
                let entries: usize = left.iter().map(|clock| clock.len()).sum();
                prop_assert_eq!(heads.known.values().map(BTreeSet::len).sum::<usize>(), entries);
            }
        }
    }

    /// Clocks that are looked at are counted by what is asked of the sets: each of many writers at
    /// once meets none of the others, also where all had seen the same before.
    #[test]
    fn writers_at_once_are_not_compared_with_each_other() {
        let mut heads = Heads::default();
        for i in 0..2000u64 {
            let clock = Arc::new(Clock::from([("base".to_owned(), 7), (format!("r{i}"), 1)]));
            let (rarest, seq) = clock
                .iter()
                .min_by_key(|(replica, _)| heads.knowing(replica))
                .unwrap();
            assert_eq!(heads.later(rarest, *seq).count(), 0);
            let met = clock.keys().filter_map(|replica| heads.rare.get(replica));
            // The first of all may stand under what all know.
            assert!(met.map(BTreeSet::len).sum::<usize>() <= 1);
            assert_eq!(heads.put(&clock), Some(Vec::new()));
        }
    }
}
