//! Lots that anybody can draw again: a pool and a round to come are committed to, and once the round is
//! there its randomness ranks the pool. Nobody could foresee it, nobody chooses, everybody can check.

mod commit;
mod pool;
mod rank;
/// The way of RFC 3797, by MD5.
pub mod rfc3797;

pub use commit::{Commit, LARGEST as LARGEST_COMMIT};
pub use pool::{LARGEST, Pool, result};
pub use rank::{Drawn, rank, seed};

/// How a pool is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// By the HMAC-SHA256 of each entry under a seed: the order in which the pool is written plays no part.
    HashRank,
    /// RFC 3797: places in the pool, taken out one by one by MD5. For draws as the IETF makes them.
    Rfc3797,
}

impl Method {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::HashRank, Self::Rfc3797];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::HashRank => "hash-rank",
            Self::Rfc3797 => "rfc3797",
        }
    }

    /// Entries of a pool, at most.
    pub fn most(self) -> usize {
        match self {
            Self::HashRank => 1 << 20,
            // Its counter has two bytes.
            Self::Rfc3797 => rfc3797::MOST,
        }
    }
}

#[cfg(test)]
mod tests;
