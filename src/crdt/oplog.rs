//! Operation logs: `{"replica":"a","seq":1,"add":5}`, each replica numbering its own from 1 on.
//! Folded, they are a grow-only counter: the sum of a replica's operations up to its first gap.

use std::collections::BTreeMap;

use crate::crdt::count::{Count, Sum};
use crate::error::{Error, Result, slug};

/// A replica added something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Who.
    pub replica: String,
    /// The replica's number for it, from 1 on.
    pub seq: u64,
    /// How much.
    pub add: Count,
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

/// Operations, each once, of any order. They are held in memory, about 40 bytes each.
///
/// ```
/// use decent::crdt::{count::Count, oplog::{Operation, OpLog}};
/// let mut log = OpLog::default();
/// for (seq, add) in [(2, 5), (1, 3), (2, 5), (4, 1)] {
///     let (replica, add) = ("a".to_string(), Count::from(add));
///     log.add(Operation { replica, seq, add, at: 0 }).unwrap();
/// }
/// let (state, gaps) = log.fold();
/// assert_eq!(state["a"], Count::from(8));
/// assert_eq!((gaps[0].from, gaps[0].to), (3, 4));
/// ```
#[derive(Clone, Debug, Default)]
pub struct OpLog {
    replicas: BTreeMap<String, BTreeMap<u64, Count>>,
    duplicates: u64,
}

impl OpLog {
    /// Notes one operation; the same one again changes nothing, another of that number is refused.
    pub fn add(&mut self, operation: Operation) -> Result<()> {
        let Operation {
            replica, seq, add, ..
        } = operation;
        let known = self.replicas.entry(replica).or_default();
        match known.get(&seq) {
            Some(before) if *before == add => self.duplicates += 1,
            Some(before) => {
                let wanted = format!("operation {seq} to add {before} as before");
                return Err(Error::new(slug::OPERATION_CHANGED, wanted, add.to_string()));
            }
            None => drop(known.insert(seq, add)),
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

    /// The state up to each replica's first gap, and all gaps.
    pub fn fold(&self) -> (BTreeMap<String, Count>, Vec<Gap>) {
        let (mut state, mut gaps) = (BTreeMap::new(), Vec::new());
        for (replica, operations) in &self.replicas {
            let (mut sum, mut next, mut whole) = (Sum::default(), 1, true);
            for (seq, add) in operations {
                if *seq != next {
                    whole = false;
                    let (replica, from) = (replica.clone(), next);
                    gaps.push(Gap {
                        replica,
                        from,
                        to: *seq,
                    });
                }
                if whole {
                    sum.add(add);
                }
                next = seq.saturating_add(1);
            }
            state.insert(replica.clone(), sum.total());
        }
        (state, gaps)
    }
}
