//! Skipchains: chains of blocks that can be crossed in O(log n) hops, forward and back, by whoever
//! trusts one block of them. After the skipchains of CHAINIAC (Nikitin et al., USENIX Security 2017),
//! with integer arithmetic only, an encoding that no two blocks share, and a Merkle root of all
//! earlier blocks in each.
//!
//! ```
//! use decent::skipchain::Shape;
//! // From block 1 to block 12 and back, over links of 1, 1, 2, 4 and 4 blocks.
//! let shape = Shape::new(2, 32).unwrap();
//! let hops: Vec<u64> = shape.path(1, 12).map(|hop| hop.to).collect();
//! assert_eq!(hops, [2, 4, 8, 12]);
//! let back: Vec<u64> = shape.path(12, 1).map(|hop| hop.to).collect();
//! assert_eq!(back, [8, 4, 2, 1]);
//! ```

/// Going along a log, and what the index is to hold of it.
pub mod along;
/// The index beside a log, where it belongs to it.
mod beside;
/// Blocks: their headers, encodings, hashes.
pub mod block;
/// Bytes taken apart.
mod bytes;
/// Heads that members and witnesses cosign.
pub mod checkpoint;
/// That a roster said two things.
pub mod evidence;
/// Where two copies of a chain part.
pub mod fork;
/// Whether all of a chain is right.
pub mod fsck;
/// The end of a chain, to which blocks are added.
pub mod grow;
/// That members signed two heads.
pub mod heads;
/// Where everything stands, so that a chain of any length opens at once.
pub mod index;
/// Links forward: what is signed, and how it is kept.
pub mod link;
/// How blocks come about, told.
pub mod narrate;
/// Keys of BLS12-381 with proofs that their secrets are had.
pub mod possession;
/// That a block is of a chain, in one file.
pub mod proof;
/// Proofs made of what a chain holds.
pub mod prove;
/// The files: records that are only ever added, and the index beside them.
pub mod record;
/// Links on their way to be made: requests, and members' shares.
pub mod request;
/// Who signs for a block, and how many of them.
pub mod roster;
/// Which blocks are linked, and the shortest way between two.
pub mod shape;
/// What quorums sign, many judged at once.
pub mod sign;
/// Heads that were seen: who goes back, and who says two things.
pub mod state;
/// A chain in its files, open to be read at any place.
pub mod store;
/// What a member signed for: no second block of one number.
pub mod sworn;
/// The tree over all blocks, RFC 6962's, whose nodes are kept.
pub mod tree;
/// Whether a proof holds.
pub mod verify;

#[cfg(test)]
mod tests;

pub use along::Along;
pub use block::{Block, Header};
pub use grow::{Content, Growing};
pub use proof::Proof;
pub use roster::Roster;
pub use shape::{Hop, Shape};
pub use store::Chain;
