//! What a group does with its key on BLS12-381: signatures that any t members make together, and files
//! that any t of them open (Boldyreva, PKC 2003; Baek and Zheng, ISIT 2003).
//!
//! ```
//! use decent::coins::Coins;
//! use decent::group::{Bls12381G1, Pairing, Threshold, deal};
//! use decent::threshold::{self, Partial};
//! let size = Threshold::new(2, 3).unwrap();
//! let dealt = deal::new::<Bls12381G1>(size, None, &mut Coins::new(&[1; 32])).unwrap();
//! let point = Bls12381G1::hash(b"pay anna 5", Bls12381G1::DOMAIN);
//! let partials: Vec<_> = dealt.shares[1..].iter().map(|s| Partial::sign(s, &point)).collect();
//! let mut coins = Coins::new(&[2; 32]);
//! let joined = threshold::join(&dealt.group, &partials, Some(&point), &mut coins).unwrap();
//! assert!(Bls12381G1::verify(&joined.signature, &point, &dealt.group.public_key()));
//! ```

/// Partial signatures made one.
mod join;
/// What is asked of the crate `threshold_crypto`.
#[cfg(feature = "threshold")]
mod library;
/// The steps of `--explain`.
pub mod narrate;
/// Partial signatures.
mod partial;
/// A key wrapped for a group, and its members' parts of opening it.
#[cfg(feature = "threshold")]
pub mod wrapped;

pub use join::{Joined, Refused, join};
pub use partial::Partial;

#[cfg(test)]
mod tests;
