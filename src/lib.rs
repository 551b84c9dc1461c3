//! What is true: the library under the program `decent`.
//!
//! It works on handles that it is given, never on names, standard streams, the environment, a
//! clock or a random generator of its own.
#![forbid(clippy::print_stdout, clippy::print_stderr, clippy::exit)]
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail by panic"))]

/// Randomness that a group publishes, round by round.
pub mod beacon;
/// Block headers and chains of them: targets, work, rules, branches, proofs, finality.
pub mod block;
/// The curve BLS12-381: its groups, its pairing, signatures checked many at once.
pub mod bls;
/// The curve BN254, for the chain that Ethereum's machine checks.
#[cfg(feature = "bn254")]
pub mod bn254;
/// Archives of blocks, `CARv1` and `CARv2`: made, read, checked, cut.
pub mod car;
/// Content IDs: of files and folders, by every parameter; checked, found again, taken apart.
pub mod cid;
/// Logical clocks over event logs: read, checked, compared, stamped, drawn.
pub mod clock;
/// One encoding a file.
pub mod codec;
/// Random bytes by the million, out of one key.
pub mod coins;
/// Replicated data types: states that merge in any order to the same bytes.
pub mod crdt;
/// Graphs of blocks, and histories of versions on them.
pub mod dag;
/// Jobs dealt out to all cores, results in order.
pub(crate) mod deal;
/// Directories as open handles.
pub mod dir;
/// Keys that are made together, by messages in a folder.
pub mod dkg;
/// Lots that a round to come decides, and that anybody can draw again.
pub mod draw;
/// What went wrong: which input, where, what was wanted, what was found.
pub mod error;
/// An input cut in windows, worked on by all cores, collected in order.
pub mod feed;
/// How final a block is, and how safe a committee.
pub mod finality;
/// Signatures that some of a group make together.
pub mod frost;
/// Groups of n members of whom any t can act: keys, shares, commitments.
pub mod group;
/// Many independent messages hashed in one call.
#[macro_use]
pub mod hash;
/// Names that stay: signed records that point at content, and expire.
pub mod ipns;
/// Files in which is kept what was seen.
pub mod kept;
/// Keys: made, read in every form, written, agreed with, sealed to.
pub mod key;
/// Lists of files with their digests: made, read, verified, compared.
pub mod manifest;
/// Files mapped in memory, safe against a file that shrinks.
pub mod map;
/// Merkle trees over files: roots, proofs, verified streaming, audits.
pub mod merkle;
/// Notes that keys sign: heads of logs, and the cosignatures of witnesses.
pub mod note;
/// Proof of work: puzzles, nonces, targets, stamps.
pub mod pow;
/// How many of how many must agree.
pub mod quorum;
/// Randomness by commitments that are revealed later.
pub mod randao;
/// Secrets: wiped, never printed, compared in constant time.
pub mod secret;
/// Files that did not change since they were read.
pub mod seen;
/// Secrets split into shares of which a few rebuild them.
pub mod shamir;
/// Signatures on files and streams, in the formats of the world's tools.
pub mod sig;
/// Chains of blocks that are crossed in O(log n) hops, either way.
pub mod skipchain;
/// How many units of a stake a random output draws.
pub mod sortition;
/// Bytes at known places: a mapped file, a file read by offset, a slice.
pub mod source;
/// Bytes that are written once: in memory while they are few, in a file without a name after that.
pub mod spool;
/// Whether a node that fell silent has failed.
pub mod suspicion;
/// Signatures and openings by any t of a group's members.
pub mod threshold;
/// Torrents, version 1, version 2 and both: read, checked, written.
pub mod torrent;
/// Yes, no, don't know.
pub mod verdict;
/// Verifiable random functions.
pub mod vrf;
/// Who is told how the work goes: progress, narration, cancellation.
pub mod watch;

pub use error::{Error, Place, Result, Slug};
pub use verdict::Verdict;
