//! BLS12-381 (draft-irtf-cfrg-pairing-friendly-curves section 4.2.1), with public keys in either of
//! its groups. Scalars are 32 bytes, highest first; points are compressed as zcash does it.

use rand_core::CryptoRng;

use super::{Curve, CurveName};
use crate::bls::{self, G1, G2, Residue};
use crate::secret::SecretBytes;

/// Public keys in G1 (48 bytes), signatures in G2 (96 bytes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bls12381G1;

/// Public keys in G2 (96 bytes), signatures in G1 (48 bytes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bls12381G2;

/// What is paired: a point of the group of signatures, and one of the keys'.
pub type Pair<'a, C> = (&'a <C as Pairing>::Signature, &'a <C as Curve>::Point);

/// A curve whose keys sign by the pairing, draft-irtf-cfrg-bls-signature.
pub trait Pairing: Curve<Scalar = Residue> {
    /// A point of the other group.
    type Signature: Copy + PartialEq + std::fmt::Debug + Send + Sync;

    /// Bytes of the encoding of a signature.
    const SIGNATURE_BYTES: usize;
    /// The domain of ordinary signatures: the basic scheme ("NUL") of the draft, section 4.2.1.
    const DOMAIN: &'static [u8];

    /// The point of a message, RFC 9380 section 3.
    fn hash(message: &[u8], domain: &[u8]) -> Self::Signature;
    /// The point times a number, in constant time: a signature, of the point of a message.
    fn sign(point: &Self::Signature, scalar: &Residue) -> Self::Signature;
    /// The sum of two.
    fn joined(one: &Self::Signature, other: &Self::Signature) -> Self::Signature;
    /// The sum of nothing.
    fn nothing() -> Self::Signature;
    /// The canonical encoding.
    fn encode_signature(signature: &Self::Signature) -> Vec<u8>;
    /// The signature of an encoding, canonical, in the group, not infinity.
    fn decode_signature(bytes: &[u8]) -> Option<Self::Signature>;
    /// The sum of points times 128-bit numbers, lowest byte first.
    fn combined(points: &[Self::Signature], numbers: &[[u8; 16]]) -> Self::Signature;
    /// Whether two pairs of a signature and a key are paired to the same.
    fn match_up(one: Pair<'_, Self>, other: Pair<'_, Self>) -> bool;
    /// Whether a signature is the one of the point `hash` under `key`.
    fn verify(signature: &Self::Signature, hash: &Self::Signature, key: &Self::Point) -> bool;
}

macro_rules! curve {
    ($curve:ident, $keys:ident, $signatures:ident, $domain:literal) => {
        impl Curve for $curve {
            type Scalar = Residue;
            type Point = $keys;

            const NAME: CurveName = CurveName::$curve;
            const POINT_BYTES: usize = <$keys as bls::Group>::BYTES;

            fn number(number: u64) -> Residue {
                Residue::of(number)
            }

            fn random(rng: &mut dyn CryptoRng) -> Residue {
                Residue::random(rng)
            }

            fn scalar_of(bytes: &[u8; 32]) -> Option<Residue> {
                Residue::from_bytes(bytes)
            }

            fn scalar_bytes(scalar: &Residue) -> SecretBytes<32> {
                scalar.to_bytes()
            }

            fn inverse(scalar: &Residue) -> Option<Residue> {
                scalar.inverse()
            }

            fn infinity() -> $keys {
                bls::Group::from_coordinates(None)
            }

            fn generator() -> $keys {
                bls::Group::generator()
            }

            fn plus(one: &$keys, other: &$keys) -> $keys {
                plus(one, other)
            }

            fn times(point: &$keys, scalar: &Residue) -> $keys {
                times(point, scalar)
            }

            fn encode(point: &$keys) -> Vec<u8> {
                bls::Group::compress(point)
            }

            fn decode(bytes: &[u8]) -> Option<$keys> {
                bls::decode_in_group(bytes, "point").ok()
            }

            fn value_at(points: &[$keys], x: u16) -> $keys {
                value_at(points, x)
            }

            fn sum(points: &[$keys], numbers: &[Residue]) -> $keys {
                // In buckets numbers are of 128 bits: the lower half of each, and the higher.
                let halves = |numbers: &[Residue], high: bool| -> Vec<[u8; 16]> {
                    let half = |number: &Residue| {
                        let bytes = number.to_bytes();
                        let mut half = [0; 16];
                        let from = bytes.iter().rev().skip(if high { 16 } else { 0 });
                        half.iter_mut().zip(from).for_each(|(to, byte)| *to = *byte);
                        half
                    };
                    numbers.iter().map(half).collect()
                };
                let low: $keys = bls::Group::combined(points, &halves(numbers, false));
                let high: $keys = bls::Group::combined(points, &halves(numbers, true));
                let mut shift = [0; 32];
                shift[15] = 1;
                let shift = Residue::from_bytes(&shift).unwrap_or_else(|| Residue::of(0));
                plus(&low, &times(&high, &shift))
            }
        }

        impl Pairing for $curve {
            type Signature = $signatures;

            const SIGNATURE_BYTES: usize = <$signatures as bls::Group>::BYTES;
            const DOMAIN: &'static [u8] = $domain;

            fn hash(message: &[u8], domain: &[u8]) -> $signatures {
                bls::Group::hash(message, domain)
            }

            fn sign(point: &$signatures, scalar: &Residue) -> $signatures {
                times(point, scalar)
            }

            fn joined(one: &$signatures, other: &$signatures) -> $signatures {
                plus(one, other)
            }

            fn nothing() -> $signatures {
                bls::Group::from_coordinates(None)
            }

            fn encode_signature(signature: &$signatures) -> Vec<u8> {
                bls::Group::compress(signature)
            }

            fn decode_signature(bytes: &[u8]) -> Option<$signatures> {
                bls::decode_in_group(bytes, "signature").ok()
            }

            fn combined(points: &[$signatures], numbers: &[[u8; 16]]) -> $signatures {
                bls::Group::combined(points, numbers)
            }

            fn match_up(one: (&$signatures, &$keys), other: (&$signatures, &$keys)) -> bool {
                let left = bls::Group::half_paired(one.0, &bls::Group::negated(one.1));
                left.times(&bls::Group::half_paired(other.0, other.1))
                    .is_one()
            }

            fn verify(signature: &$signatures, hash: &$signatures, key: &$keys) -> bool {
                bls::verify(signature, hash, key)
            }
        }
    };
}

curve!(
    Bls12381G1,
    G1,
    G2,
    b"BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_"
);
curve!(
    Bls12381G2,
    G2,
    G1,
    b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
);

fn plus<G: bls::Group>(one: &G, other: &G) -> G {
    let mut sum = G::nothing();
    one.add_to(&mut sum);
    other.add_to(&mut sum);
    G::settled(&sum)
}

/// Of a point of the group. 0 is told apart only where it is the scalar of nobody's key.
fn times<G: bls::Group>(point: &G, scalar: &Residue) -> G {
    let scalar = scalar.scalar();
    scalar.map_or_else(|| G::from_coordinates(None), |scalar| point.times(&scalar))
}

/// Horner's rule, with `x` by its bits: members' numbers are small, and no secret.
fn value_at<G: bls::Group>(points: &[G], x: u16) -> G {
    let mut value = G::nothing();
    for point in points.iter().rev() {
        G::multiply_sum(&mut value, x);
        point.add_to(&mut value);
    }
    G::settled(&value)
}
