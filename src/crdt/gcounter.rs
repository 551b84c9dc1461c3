//! The grow-only counter: a count for each replica, each raised by its replica alone. The value is
//! the sum, and merging takes the greater of each pair of counts, an absent one being 0.
//!
//! Its canonical form is a JSON object sorted by the bytes of the ids, without white space, with
//! one newline behind it: the same bytes for every order and grouping of merges.

use std::collections::BTreeMap;

use crate::crdt::count::{Count, Sum};
use crate::crdt::spool::Spool;
use crate::crdt::text::put_string;
use crate::error::{Error, Place, Result, slug};

/// A counter's state in memory.
///
/// ```
/// use decent::crdt::{count::Count, gcounter::GCounter};
/// let (mut a, mut b) = (GCounter::default(), GCounter::default());
/// a.add("a", &Count::from(46));
/// b.merge(&a);
/// a.add("a", &Count::from(1));
/// b.add("b", &Count::from(1));
/// a.merge(&b);
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

    /// Takes the greater of each pair of counts.
    pub fn merge(&mut self, other: &Self) {
        for (replica, count) in &other.counts {
            match self.counts.get_mut(replica) {
                Some(own) if *own < *count => own.clone_from(count),
                Some(_) => {}
                None => drop(self.counts.insert(replica.clone(), count.clone())),
            }
        }
    }

    /// The smallest state that brings `self` to `new` by merging. Refused where `new` lacks
    /// something that `self` has: merging takes nothing away.
    pub fn delta(&self, new: &Self) -> Result<Self> {
        for (replica, count) in &self.counts {
            let after = new.count(replica);
            if after < count {
                let error = Error::new(
                    slug::NOT_NEWER,
                    format!("at least {count}"),
                    after.to_string(),
                );
                return Err(error.at(Place::Key(format!("{replica:?}").into())));
            }
        }
        let raised = new
            .counts
            .iter()
            .filter(|(replica, count)| self.count(replica) < *count);
        Ok(Self::new(
            raised
                .map(|(replica, count)| (replica.clone(), count.clone()))
                .collect(),
        ))
    }
}

impl std::fmt::Display for GCounter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut writer = Writer::new(Vec::new());
        for (replica, count) in &self.counts {
            writer
                .entry(replica.as_bytes(), count)
                .map_err(|_| std::fmt::Error)?;
        }
        let bytes = writer.finish().map_err(|_| std::fmt::Error)?;
        f.write_str(&String::from_utf8_lossy(&bytes))
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
}

impl<P: Put> Writer<P> {
    /// Begins a state.
    pub fn new(out: P) -> Self {
        Self {
            out,
            buffer: vec![b'{'],
            numbers: itoa::Buffer::new(),
            first: true,
        }
    }

    /// Writes one entry, whose id comes behind all before it.
    #[inline]
    pub fn entry(&mut self, id: &[u8], count: &Count) -> Result<()> {
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
        self.buffer.extend(b"}\n");
        self.out.put(&self.buffer)?;
        Ok(self.out)
    }
}
