//! Which events a state has seen: each replica numbers its own from 1 on, and a set of them is a
//! few ranges a replica. A set that has no holes is a version vector. Almeida, Shoker, Baquero:
//! "Delta state replicated data types", 2018 (causal contexts, section 7).

use std::collections::BTreeMap;

use crate::crdt::oplog::Gap;
use crate::crdt::state::Draw;
use crate::crdt::text::put_string;
use crate::crdt::tree::Node;
use crate::error::{Error, Result, slug};

/// An event: the replica that it is of, and its number there, from 1 on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dot {
    /// Who.
    pub replica: String,
    /// The replica's number for it.
    pub seq: u64,
}

impl Dot {
    /// The event of that number.
    pub fn new(replica: impl Into<String>, seq: u64) -> Self {
        Self {
            replica: replica.into(),
            seq,
        }
    }

    /// Reads `["a",1]`.
    pub fn read(node: &Node) -> Result<Self> {
        let wanted = "an event, [\"replica\",number]";
        let [replica, seq] = node.list(wanted)? else {
            return Err(node.wrong(wanted));
        };
        Self::of(replica, seq)
    }

    /// The event of a replica and a number, which must be from 1 on.
    pub fn of(replica: &Node, seq: &Node) -> Result<Self> {
        let number = seq.number()?;
        if number == 0 {
            return Err(seq.error(slug::NOT_A_COUNT, "a number from 1 on", "0"));
        }
        Ok(Self::new(replica.text("a replica's id")?, number))
    }

    /// Appends `["a",1]`.
    pub fn put(&self, out: &mut Vec<u8>) {
        out.push(b'[');
        put_string(out, self.replica.as_bytes());
        out.extend(format!(",{}]", self.seq).bytes());
    }
}

/// Numbers from 1 on as ranges, with a hole before each next one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Ranges {
    /// The end of the range that begins at 1, which is all there is where nothing is missing.
    whole: u64,
    /// The others: the last by the first.
    beyond: BTreeMap<u64, u64>,
}

impl Ranges {
    fn is_empty(&self) -> bool {
        self.whole == 0 && self.beyond.is_empty()
    }

    /// First and last of each, in order.
    fn iter(&self) -> impl Iterator<Item = (u64, u64)> {
        let whole = (self.whole > 0).then_some((1, self.whole));
        let beyond = self.beyond.iter().map(|(first, last)| (*first, *last));
        whole.into_iter().chain(beyond)
    }

    fn last(&self) -> u64 {
        let last = self.beyond.last_key_value().map(|(_, last)| *last);
        last.unwrap_or(self.whole)
    }

    fn has(&self, n: u64) -> bool {
        let before = self.beyond.range(..=n).next_back();
        n <= self.whole || before.is_some_and(|(_, last)| n <= *last)
    }

    /// Puts a range in: those that it touches become one with it.
    fn put(&mut self, mut first: u64, mut last: u64) {
        if first <= self.whole.saturating_add(1) {
            last = last.max(self.whole);
            first = 1;
        } else if let Some((from, to)) = self.beyond.range(..=first).next_back()
            && to.saturating_add(1) >= first
        {
            (first, last) = (*from, last.max(*to));
        }
        // Each of these goes once, however often more are put in.
        while let Some((from, to)) = self.beyond.range(first..=last.saturating_add(1)).next() {
            let (from, to) = (*from, *to);
            self.beyond.remove(&from);
            last = last.max(to);
        }
        if first == 1 {
            self.whole = last;
        } else {
            self.beyond.insert(first, last);
        }
    }

    fn without(&self, other: &Self) -> Self {
        let mut left = Self::default();
        for (first, last) in self.iter() {
            // What is left begins here, if anything is.
            let mut from = first.max(other.whole.saturating_add(1));
            let mut ended = other.whole >= last;
            let before = other.beyond.range(..first).next_back();
            let cuts = before.into_iter().chain(other.beyond.range(first..=last));
            for (cut, to) in cuts.filter(|(_, to)| **to >= first) {
                if *cut > from {
                    left.put(from, cut - 1);
                }
                ended |= *to >= last;
                from = from.max(to.saturating_add(1));
            }
            if !ended {
                left.put(from, last);
            }
        }
        left
    }
}

/// A set of events.
///
/// ```
/// use decent::crdt::context::{Context, Dot};
/// let mut seen = Context::default();
/// seen.see(&Dot::new("a", 1));
/// seen.see(&Dot::new("a", 3));
/// assert!(!seen.has(&Dot::new("a", 2)));
/// assert_eq!(seen.next("a").unwrap(), Dot::new("a", 4));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Context {
    replicas: BTreeMap<String, Ranges>,
}

impl Context {
    /// Whether an event is in it.
    pub fn has(&self, dot: &Dot) -> bool {
        self.replicas
            .get(&dot.replica)
            .is_some_and(|seen| seen.has(dot.seq))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.replicas.is_empty()
    }

    /// Puts an event in.
    pub fn see(&mut self, dot: &Dot) {
        self.see_range(&dot.replica, dot.seq, dot.seq);
    }

    /// Puts the events of a replica in, from the first to the last.
    pub fn see_range(&mut self, replica: &str, first: u64, last: u64) {
        if let Some(seen) = self.replicas.get_mut(replica) {
            seen.put(first, last);
            return;
        }
        let mut seen = Ranges::default();
        seen.put(first, last);
        self.replicas.insert(replica.to_owned(), seen);
    }

    /// Puts all of `other` in.
    pub fn merge(&mut self, other: &Self) {
        for (replica, theirs) in &other.replicas {
            for (first, last) in theirs.iter() {
                self.see_range(replica, first, last);
            }
        }
    }

    /// What is in this one and not in `other`.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let nothing = Ranges::default();
        let left = self.replicas.iter().filter_map(|(replica, seen)| {
            let left = seen.without(other.replicas.get(replica).unwrap_or(&nothing));
            (!left.is_empty()).then(|| (replica.clone(), left))
        });
        Self {
            replicas: left.collect(),
        }
    }

    /// Whether all of `other` is in it.
    pub fn covers(&self, other: &Self) -> bool {
        other.without(self).is_empty()
    }

    /// The next event of a replica; refused where it has used up all numbers.
    pub fn next(&self, replica: &str) -> Result<Dot> {
        let last = self.replicas.get(replica).map_or(0, Ranges::last);
        let next = last.checked_add(1);
        let full = || Error::new(slug::OUT_OF_RANGE, "an event below 2^64", "one more");
        Ok(Dot::new(replica, next.ok_or_else(full)?))
    }

    /// Without the events of one replica.
    #[must_use]
    pub fn without_replica(&self, replica: &str) -> Self {
        let mut left = self.clone();
        left.replicas.remove(replica);
        left
    }

    /// The events in it, in order: of whom, from which on, up to which.
    pub fn ranges(&self) -> impl Iterator<Item = (&str, u64, u64)> {
        self.replicas.iter().flat_map(|(replica, seen)| {
            let ranges = seen.iter();
            ranges.map(move |(first, last)| (replica.as_str(), first, last))
        })
    }

    /// Who has events in it.
    pub fn replicas(&self) -> impl Iterator<Item = &str> {
        self.replicas.keys().map(String::as_str)
    }

    /// What is missing before later events.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for (replica, seen) in &self.replicas {
            let mut from = 1;
            for (first, last) in seen.iter() {
                if first > from {
                    gaps.push(Gap {
                        replica: replica.clone(),
                        from,
                        to: first,
                    });
                }
                from = last.saturating_add(1);
            }
        }
        gaps
    }

    /// What all of these have seen without a hole, as a clock, `{"a":2}`: events up to there come
    /// never again, and what is kept for them may go.
    pub fn stable<'c>(mut contexts: impl Iterator<Item = &'c Self>) -> Clock {
        let mut stable = contexts.next().map(Self::clock).unwrap_or_default();
        for context in contexts {
            let other = context.clock();
            stable.retain(|replica, seen| {
                *seen = (*seen).min(other.get(replica).copied().unwrap_or(0));
                *seen > 0
            });
        }
        stable
    }

    /// [`Context::stable`], written as a line.
    pub fn stable_line<'c>(contexts: impl Iterator<Item = &'c Self>) -> String {
        let mut out = Vec::new();
        put_clock(&mut out, &Self::stable(contexts));
        out.push(b'\n');
        String::from_utf8_lossy(&out).into_owned()
    }

    /// The events of each replica before its first hole.
    pub fn clock(&self) -> Clock {
        let whole = self
            .replicas
            .iter()
            .map(|(replica, seen)| (replica.clone(), seen.whole));
        whole.filter(|(_, whole)| *whole > 0).collect()
    }

    /// The set of all events up to those of a clock.
    pub fn of_clock(clock: &Clock) -> Self {
        let mut context = Self::default();
        for (replica, last) in clock.iter().filter(|(_, last)| **last > 0) {
            context.see_range(replica, 1, *last);
        }
        context
    }

    /// Reads the members `seen` and `beyond` of a state.
    pub fn read(state: &Node) -> Result<Self> {
        let mut context = Self::of_clock(&read_clock(state.need("seen")?)?);
        let wanted = "events, [[\"replica\",first,last], ..]";
        let beyond = state
            .get("beyond")
            .map_or(Ok(&[][..]), |node| node.list(wanted))?;
        for range in beyond {
            let [replica, first, last] = range.list(wanted)? else {
                return Err(range.wrong(wanted));
            };
            let (first, last) = (Dot::of(replica, first)?, Dot::of(replica, last)?);
            if last.seq < first.seq {
                return Err(range.error(
                    slug::NOT_A_STATE,
                    "the last event behind the first",
                    "before it",
                ));
            }
            context.see_range(&first.replica, first.seq, last.seq);
        }
        Ok(context)
    }

    /// Appends `"seen":{"a":2}`, and `,"beyond":[["a",4,5]]` where there are holes.
    pub fn put(&self, out: &mut Vec<u8>) {
        out.extend(b"\"seen\":");
        put_clock(out, &self.clock());
        let mut before = ",\"beyond\":[[";
        for (replica, seen) in &self.replicas {
            for (first, last) in &seen.beyond {
                out.extend(before.bytes());
                put_string(out, replica.as_bytes());
                out.extend(format!(",{first},{last}]").bytes());
                before = ",[";
            }
        }
        if before == ",[" {
            out.push(b']');
        }
    }
}

/// How many events of each replica something comes behind: a version vector.
pub type Clock = BTreeMap<String, u64>;

/// Reads a clock: `{"a":1}`, or as the `crdts` crate writes it, `{"dots":{"a":1}}`.
pub fn read_clock(node: &Node) -> Result<Clock> {
    let inner = node.get("dots").filter(|dots| dots.map("").is_ok());
    let members = inner.unwrap_or(node).map("a clock, {\"replica\":number}")?;
    let entry =
        |member: &crate::crdt::tree::Member| Ok((member.key.clone(), member.node.number()?));
    members.iter().map(entry).collect()
}

/// Appends a clock.
pub fn put_clock(out: &mut Vec<u8>, clock: &Clock) {
    out.push(b'{');
    for (i, (replica, seq)) in clock.iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        put_string(out, replica.as_bytes());
        out.extend(format!(":{seq}").bytes());
    }
    out.push(b'}');
}

/// Some events of a few replicas, mostly without holes.
pub(crate) fn random_events(draw: Draw<'_>) -> Vec<Dot> {
    let mut dots = Vec::new();
    for replica in ["a", "b", "c"] {
        let last = draw() % 5;
        let hole = draw() % 9;
        let numbers = (1..=last).filter(|seq| *seq != hole);
        dots.extend(numbers.map(|seq| Dot::new(replica, seq)));
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn of(numbers: &BTreeSet<u64>) -> Context {
        let mut context = Context::default();
        for n in numbers {
            context.see(&Dot::new("a", *n));
        }
        context
    }

    fn set() -> impl Strategy<Value = BTreeSet<u64>> {
        let near_the_end = (0u64..12).prop_map(|n| u64::MAX - n);
        proptest::collection::btree_set(prop_oneof![1u64..20, near_the_end], 0..20)
    }

    proptest! {
        #[test]
        fn ranges_are_sets(one in set(), other in set()) {
            let (a, b) = (of(&one), of(&other));
            prop_assert_eq!(a.without(&b), of(&(&one - &other)));
            prop_assert_eq!(a.covers(&b), one.is_superset(&other));
            let mut both = a.clone();
            both.merge(&b);
            prop_assert_eq!(&both, &of(&(&one | &other)));
            for n in 1..21 {
                prop_assert_eq!(both.has(&Dot::new("a", n)), one.contains(&n) || other.contains(&n));
            }
            prop_assert_eq!(a.next("a").is_err(), one.contains(&u64::MAX));
        }
    }
}
