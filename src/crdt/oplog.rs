//! Operation logs: each replica numbers its operations from 1 on, `{"replica":"a","seq":1, ...}`.
//! Folded, they count each once, up to their replica's first gap.

use std::collections::BTreeMap;

use crate::error::{Error, Result, slug};

/// A replica did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation<T> {
    /// Who.
    pub replica: String,
    /// The replica's number for it, from 1 on.
    pub seq: u64,
    /// What.
    pub what: T,
    /// Where in the input it stands, in bytes.
    pub at: u64,
}

/// Operations of one replica that are missing before later ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Whose.
    pub replica: String,
    /// The first that is missing.
    pub from: u64,
    /// The first that is there again.
    pub to: u64,
}

/// Operations, each once, of any order. They are held in memory.
///
/// ```
/// use decent::crdt::oplog::{Operation, OpLog};
/// let mut log = OpLog::default();
/// for (seq, what) in [(2, 5), (1, 3), (2, 5), (4, 1)] {
///     log.add(Operation { replica: "a".into(), seq, what, at: 0 }).unwrap();
/// }
/// assert_eq!(log.whole().collect::<Vec<_>>(), [("a", 1, &3), ("a", 2, &5)]);
/// assert_eq!((log.gaps()[0].from, log.gaps()[0].to), (3, 4));
/// assert_eq!(log.duplicates(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct OpLog<T> {
    replicas: BTreeMap<String, BTreeMap<u64, T>>,
    duplicates: u64,
}

impl<T> Default for OpLog<T> {
    fn default() -> Self {
        Self {
            replicas: BTreeMap::new(),
            duplicates: 0,
        }
    }
}

impl<T: PartialEq> OpLog<T> {
    /// Notes one operation; the same one again changes nothing, another of that number is refused.
    pub fn add(&mut self, operation: Operation<T>) -> Result<()> {
        let Operation {
            replica, seq, what, ..
        } = operation;
        let wanted = format!("operation {seq} of {replica:?} as it was before");
        let known = self.replicas.entry(replica).or_default();
        match known.get(&seq) {
            Some(before) if *before == what => self.duplicates += 1,
            Some(_) => return Err(Error::new(slug::OPERATION_CHANGED, wanted, "another")),
            None => drop(known.insert(seq, what)),
        }
        Ok(())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.replicas.is_empty()
    }

    /// How many came once more.
    pub fn duplicates(&self) -> u64 {
        self.duplicates
    }

    /// Who did something, be it behind a gap.
    pub fn replicas(&self) -> impl Iterator<Item = &str> {
        self.replicas.keys().map(String::as_str)
    }

    /// The operations before each replica's first gap: who, its number, what.
    pub fn whole(&self) -> impl Iterator<Item = (&str, u64, &T)> {
        self.replicas.iter().flat_map(|(replica, operations)| {
            let whole = operations
                .iter()
                .zip(1..)
                .take_while(|((seq, _), n)| *seq == n);
            whole.map(|((seq, what), _)| (replica.as_str(), *seq, what))
        })
    }

    /// Every gap.
    pub fn gaps(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for (replica, operations) in &self.replicas {
            let mut next = 1;
            for seq in operations.keys() {
                if *seq != next {
                    gaps.push(Gap {
                        replica: replica.clone(),
                        from: next,
                        to: *seq,
                    });
                }
                next = seq.saturating_add(1);
            }
        }
        gaps
    }
}
