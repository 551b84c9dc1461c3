//! Replicated data types: states that many replicas change on their own and merge in any order
//! and any grouping to the same bytes. Shapiro, Preguiça, Baquero, Zawirski: "A comprehensive
//! study of Convergent and Commutative Replicated Data Types", 2011.

mod batch;
mod code;
/// Which events a state has seen.
pub mod context;
/// Exact counts of any size.
pub mod count;
/// States that are held in memory, out of every shape that is read.
pub mod document;
/// What the verbs do, whatever the type.
pub mod engine;
/// The entries of counter states, out of every shape that is read.
pub mod entries;
/// Grow-only counters.
pub mod gcounter;
/// The halves of counters.
pub mod halves;
/// Clocks of which none has seen all that another has.
pub mod heads;
/// Shell lines of jq that do the same.
pub mod jq;
/// What every merge must keep: the laws, and the smallest states that break one.
pub mod laws;
/// Merging counter states of any size in bounded memory.
pub mod merge;
/// What a merge did, told step by step.
pub mod narrate;
/// Operation logs, folded to states.
pub mod oplog;
/// Observed-remove sets.
pub mod orset;
mod plain;
/// Counters that rise and fall.
pub mod pncounter;
mod race;
/// Registers: the last write, or all that were not seen by another.
pub mod register;
#[cfg(test)]
mod samples;
/// Lists and texts.
pub mod seq;
mod shape;
/// What every replicated type can do.
pub mod state;
/// JSON and lines read from a source, with the line and column of what is wrong.
pub mod text;
/// JSON values with their places.
pub mod tree;
