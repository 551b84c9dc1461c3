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

/// The 80 bytes, their fields and their hash.
pub mod header;
/// Compact bits, targets, difficulty, work.
pub mod target;
/// Numbers of 256 bits.
pub mod uint256;
