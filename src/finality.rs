//! How final a block is, and how safe a committee: the chance that an attacker with a share of the
//! power catches up with a chain, or holds too many seats. Every chance is a sum of positive terms,
//! so that it is as exact at 1e-400 as at 0.1; textbook forms, 1 minus a sum, lose all below 1e-16.

/// Seats of a committee or shard, drawn by chance.
pub mod committee;
/// Chances as sums that never cancel.
pub mod odds;
/// Double spends against a chain.
pub mod race;

pub use odds::Odds;
