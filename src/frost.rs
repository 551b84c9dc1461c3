//! Signatures that t of a group of n members make together, and that any verifier of Ed25519 takes:
//! FROST(Ed25519, SHA-512), RFC 9591. No member ever has the key, and nobody puts it together.
//!
//! Each member first publishes commitments to nonces ([`Commitment`]), which need not know what will be
//! signed. When those of at least t members are there ([`Roster`]), each of these signs the message by
//! its share and nonces ([`Partial`]), and anyone adds the partial signatures up ([`join`]). A nonce is
//! good for one message: two partial signatures by one nonce give the share away. So a nonce is gone
//! before the partial signature that it made is handed out.
//!
//! What the members sign follows from the format that the signature is to have ([`Order`]). minisign's
//! file holds two signatures, and the second is over the first: it can be made only when the first is
//! known. So a commitment holds two pairs of nonces, and members who sign for minisign sign twice: the
//! file, then, when all partial signatures are there, the first signature with its comment.

use std::collections::BTreeMap;

use crate::secret::SecretBytes;

/// What a member publishes of its nonces.
pub mod commitment;
mod explain;
/// Partial signatures put together.
mod join;
/// Nonces, as a member keeps them.
pub mod nonce;
/// What is signed, by format.
pub mod order;
/// Partial signatures.
pub mod partial;
#[cfg(feature = "frost")]
mod scheme;
#[cfg(not(feature = "frost"))]
#[path = "frost/absent.rs"]
mod scheme;
/// A member's part.
pub mod sign;
/// FROST once more, by the equations of RFC 9591 alone: what is narrated.
mod steps;

pub use commitment::{Commitment, Pair, Roster};
pub use explain::toy;
pub use join::{Joined, Parties, Refused, join, join_comment, usual};
pub use nonce::Nonce;
pub use order::Order;
pub use partial::Partial;
pub use sign::{Signer, commit};

/// Bytes of a file of commitments or of partial signatures, at most: all of a group's.
pub const LARGEST: u64 = 8 << 20;
/// Bytes of a message that is signed as it is, at most: it is kept in memory.
pub const LARGEST_MESSAGE: u64 = 24 << 20;

/// A pair of nonces.
pub(crate) struct Secrets {
    /// The hiding nonce: a scalar, lowest byte first.
    pub(crate) hiding: SecretBytes<32>,
    /// The binding nonce.
    pub(crate) binding: SecretBytes<32>,
}

/// What is signed, for whom, by whose nonces.
pub(crate) struct Session<'a> {
    /// The group's public key.
    pub(crate) public_key: &'a [u8; 32],
    /// Members that must sign at least.
    #[cfg_attr(not(feature = "frost"), expect(dead_code, reason = "the scheme asks"))]
    pub(crate) threshold: u16,
    /// The commitments of all who sign.
    pub(crate) pairs: BTreeMap<u16, Pair>,
    /// The bytes that are signed.
    pub(crate) message: &'a [u8],
}

/// Why the scheme refuses, and whom it blames.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failed {
    /// The members at fault, where it is known.
    pub(crate) culprits: Vec<u16>,
    /// What is wrong, as the end of a sentence.
    pub(crate) why: &'static str,
    /// Whether this build has no FROST.
    pub(crate) absent: bool,
}

#[cfg(feature = "frost")]
impl Failed {
    fn of(culprits: Vec<u16>, why: &'static str) -> Self {
        Self {
            culprits,
            why,
            absent: false,
        }
    }
}

#[cfg(all(test, feature = "frost"))]
mod tests;
