//! A group of n members of whom any t can act: its public key, the commitments to the polynomial on
//! which all shares lie, and the share of each member. Shamir (CACM 1979) with Feldman's commitments
//! (FOCS '87), over the scalars of four curves. Members are numbered 1, 2, .. n, and member i has the
//! value of the polynomial at i; drand's and `threshold_crypto`'s index is i - 1.
//!
//! ```
//! use decent::coins::Coins;
//! use decent::group::{Bls12381G1, Group, Polynomial, Share, Threshold};
//! let size = Threshold::new(3, 5).unwrap();
//! let polynomial = Polynomial::<Bls12381G1>::random(size, &mut Coins::new(&[7; 32]));
//! let group = Group::of(size, polynomial.commitments()).unwrap();
//! let share = Share::of(&group, 2, &polynomial).unwrap();
//! assert!(share.fits(&group).is_ok());
//! assert_eq!(Group::read(group.text().as_bytes()).unwrap(), group);
//! ```

use crate::error::{Error, Result, slug};

/// What is on a curve that only a file tells.
mod any;
/// Who is wrong among many.
pub(crate) mod blame;
/// The curves, and what is asked of one.
pub mod curve;
/// Shares dealt, and dealt again.
pub mod deal;
/// Objects in JSON, one a line, read strictly.
pub mod object;
/// Polynomials, their values, Lagrange's weights, commitments.
pub mod polynomial;
mod public;
mod share;

pub use curve::{Bls12381G1, Bls12381G2, Curve, CurveName, Ed25519, Pairing, Secp256k1};
pub(crate) use polynomial::multiple;
pub use polynomial::{Commitments, Lagrange, Polynomial, weights, weights_at};
pub use public::{AnyGroup, Group};
pub use share::{AnyShare, Share};

/// The most members that a group has.
pub const MOST: u16 = 4096;
/// Bytes of a file of a group, at most.
pub const LARGEST: u64 = 1 << 20;
/// Bytes of a file of a share, at most.
pub const LARGEST_SHARE: u64 = 4096;

/// How many of how many: 1 <= t <= n <= [`MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    t: u16,
    n: u16,
}

impl Threshold {
    /// Any `t` of `n`.
    pub fn new(t: u64, n: u64) -> Result<Self> {
        let refuse = |wanted: &'static str, found: String| {
            Err(Error::new(slug::OUT_OF_RANGE, wanted, found))
        };
        if t == 0 {
            return refuse("a threshold of 1 member or more", "0".into());
        }
        if n > MOST.into() {
            return refuse("at most 4096 members", n.to_string());
        }
        if t > n {
            let wanted = "a threshold no greater than the number of members";
            return refuse(wanted, format!("{t} of {n}"));
        }
        Ok(Self {
            t: t as u16,
            n: n as u16,
        })
    }

    /// Members that can act together.
    pub const fn t(self) -> u16 {
        self.t
    }

    /// Members there are.
    pub const fn n(self) -> u16 {
        self.n
    }

    /// The numbers of all members: 1, 2, .. n.
    pub fn members(self) -> impl Iterator<Item = u16> {
        1..=self.n
    }
}

#[cfg(test)]
mod tests;
