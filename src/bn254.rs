//! Signatures on the curve BN254 as the chain evmnet makes them, for the machine of Ethereum: keys in
//! G2, signatures in G1, points uncompressed and highest byte first, imaginary part before real one
//! (drand/kyber-bls-bn254), hashed to by RFC 9380 with Keccak and the map of Shallue and van de
//! Woestijne. The arithmetic is that of arkworks.

use ark_bn254::{Bn254, Fq, Fq2, G1Affine, G1Projective, G2Affine};
use ark_ec::AffineRepr;
use ark_ec::pairing::Pairing;
use ark_ff::{AdditiveGroup, BigInteger, Field, One, PrimeField, Zero};
use sha3::{Digest, Keccak256};

use crate::error::{Error, Result, slug};

/// Bytes of a coordinate.
const COORDINATE: usize = 32;
/// Uniform bytes that make one, RFC 9380 section 5.1: (254 + 128) / 8, rounded up.
const UNIFORM: usize = 48;
/// Bytes that Keccak takes in at once.
const KECCAK_BLOCK: usize = 136;

/// A public key: a point of G2 that is not infinity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(G2Affine);

fn refused(what: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::NOT_IN_GROUP, what, found.into())
}

/// Coordinates, each below the prime; `None` where one is not, or too many or few bytes are there.
fn coordinates<const N: usize>(bytes: &[u8]) -> Option<[Fq; N]> {
    if bytes.len() != N * COORDINATE {
        return None;
    }
    let mut all = [Fq::ZERO; N];
    for (to, bytes) in all.iter_mut().zip(bytes.chunks_exact(COORDINATE)) {
        let element = Fq::from_be_bytes_mod_order(bytes);
        if element.into_bigint().to_bytes_be() != bytes {
            return None;
        }
        *to = element;
    }
    Some(all)
}

/// A signature: a point of the curve, which is all of G1, and not infinity (whose bytes are zeros,
/// and those lie on no curve).
fn signature(bytes: &[u8]) -> Result<G1Affine> {
    let what = "signature: 64 bytes of a point of G1 of BN254";
    let none = || refused(what, "bytes that encode none");
    let [x, y] = coordinates(bytes).ok_or_else(none)?;
    let point = G1Affine::new_unchecked(x, y);
    if point.is_on_curve() && !point.is_zero() {
        return Ok(point);
    }
    Err(none())
}

impl Key {
    /// Of 128 bytes: x, then y, of each the imaginary part first.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let what = "public_key: 128 bytes of a point of G2 of BN254";
        let none = || refused(what, "bytes that encode none");
        let [x1, x0, y1, y0] = coordinates(bytes).ok_or_else(none)?;
        let point = G2Affine::new_unchecked(Fq2::new(x0, x1), Fq2::new(y0, y1));
        if !point.is_on_curve() || point.is_zero() {
            return Err(none());
        }
        if !point.is_in_correct_subgroup_assuming_on_curve() {
            return Err(refused(what, "a point of the curve outside of the group"));
        }
        Ok(Self(point))
    }

    /// The bytes of [`Key::from_bytes`].
    pub fn to_bytes(&self) -> Vec<u8> {
        let parts = [self.0.x.c1, self.0.x.c0, self.0.y.c1, self.0.y.c0];
        let bytes = parts.map(|part| part.into_bigint().to_bytes_be());
        bytes.concat()
    }

    /// Whether `bytes`, which must be those of a point, are the signature of a message.
    pub fn verify(&self, bytes: &[u8], message: &[u8], domain: &[u8]) -> Result<bool> {
        let signature = signature(bytes)?;
        let hash = hash(message, domain);
        let paired =
            Bn254::multi_pairing([signature, (-hash).into()], [G2Affine::generator(), self.0]);
        Ok(paired.0.is_one())
    }
}

/// RFC 9380 section 5.3.1 with Keccak-256, of 96 bytes.
fn expanded(message: &[u8], domain: &[u8]) -> [u8; 2 * UNIFORM] {
    let mut bytes = [0; 2 * UNIFORM];
    let length = (bytes.len() as u16).to_be_bytes();
    let domain = [domain, &[domain.len() as u8]].concat();
    let first = Keccak256::new_with_prefix([0; KECCAK_BLOCK])
        .chain_update(message)
        .chain_update(length)
        .chain_update([0])
        .chain_update(&domain)
        .finalize();
    let mut block = [0u8; 32];
    for (number, out) in (1u8..).zip(bytes.chunks_exact_mut(32)) {
        for (byte, mask) in block.iter_mut().zip(first.iter()) {
            *byte ^= mask;
        }
        let next = Keccak256::new_with_prefix(block)
            .chain_update([number])
            .chain_update(&domain)
            .finalize();
        block = next.into();
        out.copy_from_slice(&block);
    }
    bytes
}

/// y^2 of an x.
fn right(x: Fq) -> Fq {
    x.square() * x + Fq::from(3u8)
}

fn is_odd(x: Fq) -> bool {
    x.into_bigint().is_odd()
}

/// The map of RFC 9380 section 6.6.1 with Z = 1; every x on this curve's way is a fraction that is
/// there, or 0 by inv0.
fn mapped(u: Fq) -> G1Affine {
    let z = Fq::one();
    let c1 = right(z);
    let c2 = -z * inverse(Fq::from(2u8));
    let three = Fq::from(3u8);
    let c3 = (-c1 * three).sqrt().unwrap_or_default();
    let c3 = if is_odd(c3) { -c3 } else { c3 };
    let c4 = -c1 * Fq::from(4u8) * inverse(three);
    let part = u.square() * c1;
    let (above, below) = (Fq::one() + part, Fq::one() - part);
    let over = inverse(above * below);
    let shift = u * below * over * c3;
    let last = (above.square() * over).square() * c4 + z;
    let tried = [c2 - shift, c2 + shift, last];
    let found = tried
        .into_iter()
        .find_map(|x| right(x).sqrt().map(|y| (x, y)));
    // One of the three always has a root.
    let (x, y) = found.unwrap_or_default();
    let y = if is_odd(u) == is_odd(y) { y } else { -y };
    G1Affine::new_unchecked(x, y)
}

fn inverse(x: Fq) -> Fq {
    x.inverse().unwrap_or_default()
}

/// The point of a message. The group is all of the curve: no cofactor has to be cleared.
fn hash(message: &[u8], domain: &[u8]) -> G1Projective {
    let bytes = expanded(message, domain);
    let points = bytes.chunks_exact(UNIFORM);
    let points = points.map(|bytes| mapped(Fq::from_be_bytes_mod_order(bytes)));
    points.fold(G1Projective::zero(), |sum, point| sum + point)
}

/// A secret key of a test, and what it signs.
#[cfg(test)]
pub(crate) fn signed(secret: u64, message: &[u8], domain: &[u8]) -> (Key, Vec<u8>) {
    use ark_ec::CurveGroup;
    let secret = ark_bn254::Fr::from(secret);
    let key = Key((G2Affine::generator() * secret).into_affine());
    let point = (hash(message, domain) * secret).into_affine();
    let bytes = [point.x, point.y].map(|part| part.into_bigint().to_bytes_be());
    (key, bytes.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOMAIN: &[u8] = b"BLS_SIG_BN254G1_XMD:KECCAK-256_SVDW_RO_NUL_";

    #[test]
    fn signs_what_it_verifies() {
        let (key, bytes) = signed(7, b"message", DOMAIN);
        assert_eq!(Key::from_bytes(&key.to_bytes()).unwrap(), key);
        assert_eq!(key.verify(&bytes, b"message", DOMAIN), Ok(true));
        assert_eq!(key.verify(&bytes, b"massage", DOMAIN), Ok(false));
    }

    #[test]
    fn only_canonical_points() {
        let (key, bytes) = signed(7, b"message", DOMAIN);
        // y + p encodes the same point in some libraries.
        let mut larger = bytes.clone();
        let prime = Fq::MODULUS.to_bytes_be();
        let mut carry = 0;
        for (byte, add) in larger[32..].iter_mut().zip(&prime).rev() {
            let sum = u16::from(*byte) + u16::from(*add) + carry;
            (*byte, carry) = (sum as u8, sum >> 8);
        }
        assert_eq!(carry, 0);
        for bad in [&larger[..], &bytes[..63], &[0; 64], &[1; 64]] {
            let error = key.verify(bad, b"message", DOMAIN).unwrap_err();
            assert_eq!(error.slug, slug::NOT_IN_GROUP);
        }
        for bad in [&[0; 128][..], &[1; 128], &key.to_bytes()[1..]] {
            assert_eq!(Key::from_bytes(bad).unwrap_err().slug, slug::NOT_IN_GROUP);
        }
    }
}
