//! Proof of work: a puzzle is a message that differs in a counter only; solved is it by a counter
//! for which the digest is at most a target (Dwork and Naor, 1992; Back's hashcash, 2002).

/// How counters are tried: what stands between the search and the kernels.
pub mod backend;
/// Calendar days in universal time.
mod calendar;
/// Which back-end is the fastest.
pub mod calibrate;
/// Where a search stands, to be kept in a file.
pub mod checkpoint;
/// Two inputs whose digests begin alike.
pub mod collide;
/// When a puzzle is solved.
pub mod goal;
#[cfg(feature = "gpu")]
mod gpu;
/// The hashes that a puzzle may be made of.
pub mod hash;
mod kernel;
/// What is told of a solved puzzle.
pub mod narrate;
/// How a counter is written into a message.
pub mod nonce;
#[macro_use]
mod kernel_rounds;
#[cfg(any(test, not(target_arch = "x86_64")))]
mod kernel_arrays;
#[cfg(target_arch = "x86_64")]
mod kernel_avx2;
#[cfg(target_arch = "x86_64")]
mod kernel_avx512;
#[cfg(target_arch = "x86_64")]
mod kernel_avx512vl;
#[cfg(target_arch = "x86_64")]
mod kernel_avx512x2;
#[cfg(test)]
mod kernel_count;
#[cfg(target_arch = "x86_64")]
mod kernel_shani;
#[cfg(target_arch = "x86_64")]
mod kernel_sse2;
mod lanes;
/// The plain crates, one message after the other.
mod plain;
mod plan_header;
mod plan_message;
/// Puzzles that people meet.
pub mod preset;
/// What is searched.
pub mod puzzle;
/// What of a header is rolled when its nonces run out.
pub mod roll;
/// Many threads, one answer.
pub mod search;
/// Which part of the counters is whose.
pub mod shard;
/// Stamps that were spent.
pub mod spent;
/// Stamps of hashcash.
pub mod stamp;
/// How small a digest has to be.
pub mod target;
/// Where data and nonce stand in a message.
pub mod template;
#[cfg(test)]
mod tests;

pub use backend::{Backend, Scan, scanner};
pub use calibrate::fastest;
pub use goal::Goal;
pub use hash::{Digest, HashKind};
pub use nonce::NonceEncoding;
pub use puzzle::Puzzle;
pub use target::Target;
