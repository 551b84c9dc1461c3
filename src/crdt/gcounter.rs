//! The grow-only counter: a count for each replica, each raised by its replica alone. The value is
//! the sum, and merging takes the greater of each pair of counts, an absent one being 0.
//!
//! Its canonical form is a JSON object sorted by the bytes of the ids, without white space, with
//! one newline behind it: the same bytes for every order and grouping of merges.

use std::collections::BTreeMap;

use num_bigint::{BigInt, Sign};

use crate::crdt::count::{Count, Sum};
use crate::crdt::engine::Counter;
use crate::crdt::halves::{Half, Halves};
use crate::crdt::state::{Draw, Shown, State};
use crate::crdt::text::put_string;
use crate::error::{Error, Result, slug};
use crate::spool::Spool;
use crate::watch::Step;

/// A counter's state in memory.
///
/// ```
/// use decent::crdt::{count::Count, gcounter::GCounter, state::State};
/// let (mut a, mut b) = (GCounter::default(), GCounter::default());
/// a.add("a", &Count::from(46));
/// b.merge(&a).unwrap();
/// a.add("a", &Count::from(1));
/// b.add("b", &Count::from(1));
/// a.merge(&b).unwrap();
/// assert_eq!(a.value(), Count::from(48));
/// assert_eq!(a.to_string(), "{\"a\":47,\"b\":1}\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct GCounter {
    counts: BTreeMap<String, Count>,
}

impl GCounter {
    /// A counter of these counts.
    pub fn new(counts: BTreeMap<String, Count>) -> Self {
        Self { counts }
    }

    /// The counts by replica.
    pub fn counts(&self) -> &BTreeMap<String, Count> {
        &self.counts
    }

    /// The count of a replica, 0 where it is absent.
    pub fn count(&self, replica: &str) -> &Count {
        self.counts.get(replica).unwrap_or(&Count::ZERO)
    }

    /// Raises the count of a replica, which is the caller's own.
    pub fn add(&mut self, replica: &str, n: &Count) {
        let sum = self.count(replica).plus(n);
        self.counts.insert(replica.into(), sum);
    }

    /// The sum of all counts.
    pub fn value(&self) -> Count {
        let mut sum = Sum::default();
        self.counts.values().for_each(|count| sum.add(count));
        sum.total()
    }
}

/// What two sides added to a bare number, added up. Refused where a side is below the base, for a
/// grow-only counter never shrinks; `None` where it is no count at all.
fn added_twice(base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<Result<BigInt>> {
    if [base, ours, theirs].iter().any(|n| n.sign() == Sign::Minus) {
        return None;
    }
    let shrank = |side: &BigInt| {
        let wanted = format!("at least {base} as before");
        Err(Error::new(slug::COUNT_SHRANK, wanted, side.to_string()))
    };
    Some(match (ours < base, theirs < base) {
        (true, _) => shrank(ours),
        (_, true) => shrank(theirs),
        _ => Ok(ours + theirs - base),
    })
}

impl State for GCounter {
    const NAME: &'static str = "gcounter";

    /// Takes the greater of each pair of counts.
    fn merge(&mut self, other: &Self) -> Result<()> {
        for (replica, count) in &other.counts {
            match self.counts.get_mut(replica) {
                Some(own) if *own < *count => own.clone_from(count),
                Some(_) => {}
                None => drop(self.counts.insert(replica.clone(), count.clone())),
            }
        }
        Ok(())
    }

    /// The counts that were raised.
    fn delta(&self, old: &Self) -> Self {
        let raised = self
            .counts
            .iter()
            .filter(|(id, count)| *count > old.count(id));
        Self::new(
            raised
                .map(|(id, count)| (id.clone(), count.clone()))
                .collect(),
        )
    }

    /// The smallest count of each replica that all have heard of.
    fn stable(states: &[Self]) -> String {
        let mut least = states.first().cloned().unwrap_or_default();
        least.counts.retain(|id, least| {
            let counts = states.iter().filter_map(|state| state.counts.get(id));
            let mut heard = 0;
            for count in counts {
                heard += 1;
                if count < least {
                    least.clone_from(count);
                }
            }
            heard == states.len()
        });
        least.to_string()
    }

    fn shown(&self) -> Shown {
        Self::sums([self.value(), Count::ZERO], self.counts.len() as u64)
    }

    fn told(&self) -> Step {
        let value = self.value();
        let step =
            Step::new("value", "the sum of what all replicas counted").value("value", &value);
        // jq rounds past 2^53.
        if matches!(value.small(), Some(..=0x1f_ffff_ffff_ffff)) {
            return step.check("jq '[.[]] | add // 0' FILE");
        }
        step
    }

    fn covers(&self, other: &Self) -> bool {
        other
            .counts
            .iter()
            .all(|(replica, count)| count <= self.count(replica))
    }

    fn simpler(&self) -> Vec<Self> {
        let mut all = Vec::new();
        for (replica, count) in &self.counts {
            let mut without = self.clone();
            without.counts.remove(replica);
            all.push(without);
            let half = count
                .small()
                .map_or(Count::from(u64::MAX), |n| Count::from(n / 2));
            for less in [
                Count::from(1),
                half,
                count.minus(&Count::from(1)).unwrap_or_default(),
            ] {
                if less < *count && less > Count::ZERO {
                    let mut changed = self.clone();
                    changed.counts.insert(replica.clone(), less);
                    all.push(changed);
                }
            }
        }
        all
    }

    fn random(draw: Draw<'_>) -> Self {
        let mut state = Self::default();
        for replica in ["a", "b", "c", "d"] {
            let n = match draw() % 8 {
                0..3 => continue,
                3..7 => draw() % 5,
                // Past what a double or 64 bits can hold, where careless programs round.
                _ => (1 << 53) + draw() % 3,
            };
            state.add(replica, &Count::from(n));
            if draw().is_multiple_of(16) {
                state.add(replica, &Count::from(u64::MAX));
            }
        }
        state
    }
}

impl std::fmt::Display for GCounter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut writer = Writer::new(Halves::One, Vec::new());
        for (replica, count) in &self.counts {
            writer
                .entry(replica.as_bytes(), count)
                .map_err(|_| std::fmt::Error)?;
        }
        let bytes = writer.finish().map_err(|_| std::fmt::Error)?;
        f.write_str(&String::from_utf8_lossy(&bytes))
    }
}

impl Counter for GCounter {
    const HALVES: Halves = Halves::One;

    fn put(&mut self, _: Option<Half>, replica: String, count: Count) {
        self.counts.insert(replica, count);
    }

    fn sums([value, _]: [Count; 2], counts: u64) -> Shown {
        Shown {
            key: "value",
            values: vec![value.to_string()],
            text: false,
            fields: vec![("replicas", counts.to_string())],
        }
    }

    fn bare(base: &BigInt, ours: &BigInt, theirs: &BigInt) -> Option<Result<BigInt>> {
        added_twice(base, ours, theirs)
    }
}

/// Takes bytes.
pub trait Put {
    /// Appends `bytes`.
    fn put(&mut self, bytes: &[u8]) -> Result<()>;
}

impl Put for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.extend_from_slice(bytes);
        Ok(())
    }
}

impl Put for Spool<'_> {
    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        Spool::put(self, bytes)
    }
}

/// Bytes gathered before they are handed on.
const GATHER: usize = 64 << 10;

/// Writes the canonical form, entry by entry.
pub struct Writer<P: Put> {
    out: P,
    buffer: Vec<u8>,
    numbers: itoa::Buffer,
    first: bool,
    halves: Halves,
    /// The half that is being written, where there are two.
    half: Option<Half>,
}

/// What stands between the halves.
const BETWEEN: &[u8] = b"},\"n\":{";

impl<P: Put> Writer<P> {
    /// Begins a state.
    pub fn new(halves: Halves, out: P) -> Self {
        let open: &[u8] = match halves {
            Halves::One => b"{",
            Halves::Two => b"{\"p\":{",
        };
        Self {
            out,
            buffer: open.to_vec(),
            numbers: itoa::Buffer::new(),
            first: true,
            halves,
            half: halves.first(),
        }
    }

    /// Writes one entry, whose id comes behind all before it; of two halves with its own before it.
    #[inline]
    pub fn entry(&mut self, id: &[u8], count: &Count) -> Result<()> {
        let (half, id) = self.halves.split(id);
        if half != self.half {
            self.buffer.extend(BETWEEN);
            (self.half, self.first) = (half, true);
        }
        if !std::mem::take(&mut self.first) {
            self.buffer.push(b',');
        }
        put_string(&mut self.buffer, id);
        self.buffer.push(b':');
        match count.small() {
            Some(count) => self
                .buffer
                .extend_from_slice(self.numbers.format(count).as_bytes()),
            None => self.buffer.extend(count.to_string().bytes()),
        }
        if self.buffer.len() >= GATHER {
            self.out.put(&self.buffer)?;
            self.buffer.clear();
        }
        Ok(())
    }

    /// Ends the state and returns where it was written.
    pub fn finish(mut self) -> Result<P> {
        if self.half == Some(Half::Added) {
            self.buffer.extend(BETWEEN);
        }
        let close: &[u8] = match self.halves {
            Halves::One => b"}\n",
            Halves::Two => b"}}\n",
        };
        self.buffer.extend(close);
        self.out.put(&self.buffer)?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::GCounter;
    use crate::crdt::engine::{Streamed, three_way};
    use crate::spool::Room;

    #[test]
    fn bare_numbers_add_what_both_sides_added() {
        let room = Room {
            memory: 0,
            file: &|| Err(std::io::ErrorKind::StorageFull.into()),
        };
        let three = |base: &str, a: &str, b: &str| {
            let engine = Streamed::<GCounter>::new(room);
            let merged = three_way(&engine, base.as_bytes(), a.as_bytes(), b.as_bytes())?;
            Some(merged.map_or_else(|e| e.to_string(), |n| n.to_string()))
        };
        // StefanMaron/BusinessCentral.AL.Runner issue 2803: git keeps 47.
        assert_eq!(three("46\n", "47\n", "47\n").as_deref(), Some("48"));
        assert_eq!(three("", "3", "4").as_deref(), Some("7"));
        let large = "18446744073709551615";
        assert_eq!(
            three("0", large, "2").as_deref(),
            Some("18446744073709551617")
        );
        assert_eq!(
            three("46", "45", "47").as_deref(),
            Some("wanted at least 46 as before, found 45")
        );
        assert_eq!(three("46", "{}", "47"), None);
        assert_eq!(three("46", "-47", "47"), None);
    }
}
