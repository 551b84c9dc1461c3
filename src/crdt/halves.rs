//! What a counter is made of: one half that grows, or two, of what was added and of what was taken
//! away. Two go through a merge as one: an id of the first has '+' before it on the way, an id of the
//! second '-', so that the halves come out one behind the other, each in its order.

use num_bigint::BigInt;

use crate::crdt::count::Count;

/// How many halves a counter has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Halves {
    /// It grows only.
    #[default]
    One,
    /// It rises and falls.
    Two,
}

/// A half of a counter that has two: the byte before its ids on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Half {
    /// What was added.
    Added = b'+',
    /// What was taken away.
    Taken = b'-',
}

impl Halves {
    /// The half that comes first, and that a counter has alone which never fell.
    pub fn first(self) -> Option<Half> {
        match self {
            Self::One => None,
            Self::Two => Some(Half::Added),
        }
    }

    /// The half and the id that stand in an id on the way.
    ///
    /// ```
    /// use decent::crdt::halves::{Half, Halves};
    /// assert_eq!(Halves::Two.split(b"-anna"), (Some(Half::Taken), b"anna".as_slice()));
    /// assert_eq!(Halves::One.split(b"-anna"), (None, b"-anna".as_slice()));
    /// ```
    pub fn split(self, id: &[u8]) -> (Option<Half>, &[u8]) {
        match (self, id) {
            (Self::Two, [b'-', id @ ..]) => (Some(Half::Taken), id),
            (Self::Two, [_, id @ ..]) => (Some(Half::Added), id),
            _ => (None, id),
        }
    }

    /// The id on the way of a replica's count in the half that `change` is for.
    pub fn joined(self, change: &Change, replica: &str) -> Vec<u8> {
        let half = match self {
            Self::One => None,
            Self::Two => Some(change.half()),
        };
        let half = half.map(|half| half as u8);
        half.into_iter().chain(replica.bytes()).collect()
    }
}

/// What an operation does to a counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// It takes away.
    pub falls: bool,
    /// How much.
    pub size: Count,
}

impl Change {
    /// The half that it raises.
    pub fn half(&self) -> Half {
        if self.falls { Half::Taken } else { Half::Added }
    }
}

impl From<Count> for Change {
    fn from(size: Count) -> Self {
        Self { falls: false, size }
    }
}

impl From<BigInt> for Change {
    fn from(n: BigInt) -> Self {
        match Count::try_from(n) {
            Ok(size) => size.into(),
            Err(n) => Self {
                falls: true,
                size: Count::try_from(-n).unwrap_or_default(),
            },
        }
    }
}
