//! A second generator of each curve, of which nobody knows what multiple of the first it is: commitments
//! to two numbers hide the one as long as the other is random (Pedersen, CRYPTO '91).

use curve25519_dalek::edwards::EdwardsPoint;
use sha2::Sha512;

use crate::bls;
use crate::group::{Bls12381G1, Bls12381G2, Curve, Ed25519, Secp256k1};
use crate::shamir::vss;

const LABEL: &[u8] = b"decent 2026 dkg: second generator";

/// A curve on which commitments can hide.
pub trait Hiding: Curve {
    /// The second generator: the point of a fixed label, RFC 9380.
    fn second() -> Self::Point;
}

impl Hiding for Bls12381G1 {
    fn second() -> Self::Point {
        bls::Group::hash(LABEL, b"DECENT-DKG-H-BLS12381G1_XMD:SHA-256_SSWU_RO_")
    }
}

impl Hiding for Bls12381G2 {
    fn second() -> Self::Point {
        bls::Group::hash(LABEL, b"DECENT-DKG-H-BLS12381G2_XMD:SHA-256_SSWU_RO_")
    }
}

impl Hiding for Ed25519 {
    fn second() -> Self::Point {
        let domain: [&[u8]; 1] = [b"DECENT-DKG-H-edwards25519_XMD:SHA-512_ELL2_NU_"];
        EdwardsPoint::encode_to_curve::<Sha512>(&[LABEL], &domain)
    }
}

impl Hiding for Secp256k1 {
    /// The one that verifiable shares of `shamir` have too.
    fn second() -> Self::Point {
        vss::second_generator()
    }
}
