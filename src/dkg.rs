//! Keys that are made together: n members end up with a group's public key and a share each, and no
//! member, and nobody else, ever had the secret. Messages are files in a folder; however they travel,
//! that folder is the network.
//!
//! The protocol is Pedersen's (EUROCRYPT '91), each member a dealer of Feldman's verifiable sharing, in
//! these steps:
//!
//! 1. *announce*: each member makes a state and announces the keys by which it signs (Ed25519) and by
//!    which shares are sealed to it (X25519). The hash of all announcements is the ceremony's id; all
//!    later messages name it, so that none can be used in another ceremony.
//! 2. *deal*: member j draws f_j of degree t - 1, and broadcasts in one message C_jk = a_jk G with a proof
//!    that it knows a_j0 (Schnorr; without it a member could announce a key that cancels the others'), and
//!    f_j(i) sealed to each member i.
//! 3. *vote*: member i checks f_j(i) G = sum over k of i^k C_jk for each j, and publishes which deals
//!    it saw, with the dealers' signatures, and of whom it complains. A complaint opens the one sealed
//!    share to all and proves that it is what was sealed; so everybody sees who is right, and there is
//!    nothing to answer: the dealer of a wrong share is out, and so is who complains of a right one.
//! 4. *finish*: the dealers Q who are left are the same for all who see the same messages. The group's
//!    commitments are the sums over Q of the C_jk, and member i's share is the sum of the f_j(i).
//!
//! Shares travel with the commitments so that nobody who carries the messages can drop a share and make
//! its dealer look guilty, or publish it: whoever lacks a share lacks the deal, which the dealer, or any
//! other member, gives once more.
//!
//! All hold the hash of the transcript against each other's, by voice: who was shown other messages
//! finds out. As in FROST's key generation the last dealer can choose a polynomial after it has seen
//! the others' commitments, and so some bits of the public key. With `hiding` (Gennaro, Jarecki,
//! Krawczyk, Rabin, EUROCRYPT '99) the commitments are Pedersen's, a_jk G + b_jk H, which say nothing;
//! only when it is settled who is in Q does each dealer
//!
//! 5. *open* them: it publishes A_jk = a_jk G with a proof that they are to the same numbers. Whoever
//!    opens falsely, after another count, or not at all is not left out, for then the choice would be
//!    back: the others *pool* their shares, and t of them give its polynomial.
//!
//! A group's key can be dealt anew in the same way, to other members or with another threshold: those
//! who hold shares of it, as they prove when they announce themselves, deal polynomials whose constants are
//! their shares, which all can check against the group's commitments, and what they deal is added up with Lagrange's weights (Desmedt and Jajodia,
//! 1997). The public key stays; the old shares do not go with the new ones.
//!
//! Who deals, votes or opens falsely is named, and a ceremony of n members ends well with t - 1 such
//! cheaters among them where t <= n - (t - 1). Who deals one thing to one member and another to the next
//! is found out by the votes: two signatures of one dealer under two deals. What nobody can tell is who is
//! slow and who is silent: all must agree on a time, and put what they have into the folder by then.

use crate::error::{Error, Result, slug};
use crate::group::{CurveName, Threshold};

/// Announcements.
mod announce;
/// Who is in, who is out.
mod ballot;
/// What lies in the folder of messages.
mod board;
/// What messages say.
mod body;
/// What a member deals.
mod deal;
/// Messages, one a file.
pub mod message;
/// The ceremony told.
pub mod narrate;
/// One member's view of it all.
mod part;
/// Proofs of knowledge.
mod proof;
/// The deals as one member sees them.
mod review;
/// Shares sealed from member to member.
mod seal;
/// Second generators.
mod second;
/// What a member keeps to itself.
pub mod state;
/// What is to be said next.
mod step;
/// What the votes say.
mod votes;

pub use ballot::Standing;
pub use board::{Board, MOST_FILES};
pub use message::Message;
pub use part::Part;
pub use review::Why;
pub use second::Hiding;
pub use state::State;
pub use step::{Checked, Finished, Mischief, check, deal, finish};

/// The most members of a ceremony.
pub const MOST: u16 = 128;
/// Letters of a ceremony's name, at most.
const MOST_LETTERS: usize = 100;

/// What all members agree on before they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// A word for the ceremony, perhaps none.
    pub name: String,
    /// Whose public key it will be.
    pub curve: CurveName,
    /// How many of how many.
    pub size: Threshold,
    /// Whether commitments hide until it is settled who takes part.
    pub hiding: bool,
    /// The hash of the group whose key it stays, where that is dealt anew.
    pub reshares: Option<[u8; 32]>,
}

pub(crate) fn out_of_range(wanted: impl Into<String>, found: impl ToString) -> Error {
    Error::new(slug::OUT_OF_RANGE, wanted.into(), found.to_string())
}

impl Terms {
    /// Any t of n members, 2 to [`MOST`] of them.
    ///
    /// ```
    /// use decent::dkg::Terms;
    /// use decent::group::CurveName;
    /// assert!(Terms::new("", CurveName::Ed25519, (2, 3), false).is_ok());
    /// assert!(Terms::new("", CurveName::Ed25519, (4, 3), false).is_err());
    /// assert!(Terms::new("", CurveName::Ed25519, (1, 1), false).is_err());
    /// ```
    pub fn new(name: &str, curve: CurveName, (t, n): (u64, u64), hiding: bool) -> Result<Self> {
        if !(2..=u64::from(MOST)).contains(&n) {
            return Err(out_of_range(format!("2 to {MOST} members"), n));
        }
        let odd = |c: char| c.is_control() || matches!(c, '\\' | '"');
        if name.chars().count() > MOST_LETTERS || name.contains(odd) {
            let wanted = format!("a name of at most {MOST_LETTERS} letters on one line");
            return Err(out_of_range(wanted, "another"));
        }
        Ok(Self {
            name: name.to_owned(),
            curve,
            size: Threshold::new(t, n)?,
            hiding,
            reshares: None,
        })
    }

    /// The same for the key of a group that there is, by its hash. That key stays, so that there is
    /// nothing to hide.
    pub fn resharing(self, group: [u8; 32]) -> Result<Self> {
        if self.hiding {
            let wanted = "a key that is new, where commitments hide";
            return Err(out_of_range(wanted, "that of a group"));
        }
        Ok(Self {
            reshares: Some(group),
            ..self
        })
    }

    /// In words: `2 of 3 on ed25519, hiding, named "x"`.
    pub fn words(&self) -> String {
        let (t, n) = (self.size.t(), self.size.n());
        let hiding = if self.hiding { ", hiding" } else { "" };
        let name = match &*self.name {
            "" => String::new(),
            name => format!(", named {name:?}"),
        };
        let group = self.reshares.as_ref().map(board::short);
        let group = group.map_or_else(String::new, |group| format!(", of group {group}"));
        format!("{t} of {n} on {}{hiding}{group}{name}", self.curve.name())
    }
}

/// Does something on the curve of a name.
#[macro_export]
macro_rules! on_curve {
    ($name:expr, $curve:ident => $body:expr) => {
        match $name {
            $crate::group::CurveName::Bls12381G1 => {
                type $curve = $crate::group::Bls12381G1;
                $body
            }
            $crate::group::CurveName::Bls12381G2 => {
                type $curve = $crate::group::Bls12381G2;
                $body
            }
            $crate::group::CurveName::Ed25519 => {
                type $curve = $crate::group::Ed25519;
                $body
            }
            $crate::group::CurveName::Secp256k1 => {
                type $curve = $crate::group::Secp256k1;
                $body
            }
        }
    };
}

#[cfg(test)]
mod tests;
