//! Block headers and chains of them, as Bitcoin has them and as anyone may make them: targets and
//! work, the rules that a chain keeps, which of several branches wins, proofs that a transaction
//! stands in a block, and how final it is there.
//!
//! Hashes are kept as SHA-256 gives them (internal order); people see them reversed, which
//! [`header::shown`] does.
//!
//! ```
//! use decent::block::{header::{Header, shown}, target::Target};
//! let genesis = "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e\
//!     67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";
//! let header = Header::from_hex(genesis).unwrap();
//! let hash = header.hash();
//! assert!(shown(&hash).starts_with("000000000019d6689c085ae1"));
//! assert!(Target::from_bits(header.bits()).unwrap().is_met_by(&hash));
//! ```

/// Branches: which tip wins, and the way to it.
pub mod branches;
/// A chain held against the rules of its network.
pub mod chain;
/// Where the check of a chain stood.
pub mod checkpoint;
/// The 80 bytes, their fields and their hash.
pub mod header;
/// Proofs that transactions stand in a block.
pub mod inclusion;
/// The steps with their real values.
pub mod narrate;
/// The rules of a network.
pub mod network;
/// Partial Merkle trees.
pub mod partial;
/// Many headers in a stream.
pub mod stream;
/// Compact bits, targets, difficulty, work.
pub mod target;
/// Transactions and raw blocks.
pub mod transaction;
/// Numbers of 256 bits.
pub mod uint256;
