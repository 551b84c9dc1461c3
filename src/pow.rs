//! Proof of work: a puzzle is a message that differs in a counter only; solved is it by a counter
//! for which the digest is at most a target (Dwork and Naor, 1992; Back's hashcash, 2002).

/// How counters are tried: what stands between the search and the kernels.
pub mod backend;
/// Where a search stands, to be kept in a file.
pub mod checkpoint;
/// When a puzzle is solved.
pub mod goal;
/// The hashes that a puzzle may be made of.
pub mod hash;
/// How a counter is written into a message.
pub mod nonce;
/// The plain crates, one message after the other.
mod plain;
/// What is searched.
pub mod puzzle;
/// Many threads, one answer.
pub mod search;
/// Which part of the counters is whose.
pub mod shard;
/// How small a digest has to be.
pub mod target;

pub use backend::{Backend, Scan, fastest, scanner};
pub use goal::Goal;
pub use hash::{Digest, HashKind};
pub use nonce::NonceEncoding;
pub use puzzle::Puzzle;
pub use target::Target;
