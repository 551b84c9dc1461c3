//! Schnorr signatures over secp256k1 (BIP-340), on streams: a message of any length is signed as it
//! is. Its hash functions are SHA-256 behind a word that says what for.

use k256::elliptic_curve::PrimeField;
use k256::elliptic_curve::group::Group;
use k256::elliptic_curve::ops::{MulByGeneratorVartime, Reduce};
use k256::elliptic_curve::point::AffineCoordinates;
use k256::elliptic_curve::subtle::{ConditionallySelectable, ConstantTimeEq};
use k256::schnorr::VerifyingKey;
use k256::{FieldBytes, NonZeroScalar, ProjectivePoint, Scalar};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::digest::{Hash, Need};
use super::ed25519::{Refusal, halves};

/// What a hash with a word of its own begins with: the word's digest twice (BIP-340, "tagged hash").
fn tagged(word: &str, parts: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let word = Sha256::digest(word);
    let mut bytes = Zeroizing::new([word, word].concat());
    for part in parts {
        bytes.extend_from_slice(part);
    }
    bytes
}

/// The digest that [`verify`] needs of a message.
pub fn challenge(x_only: &[u8; 32], signature: &[u8; 64]) -> Need {
    let (r, _) = halves(signature);
    Need {
        hash: Hash::Sha256,
        prefix: tagged("BIP0340/challenge", &[&r, x_only]),
    }
}

/// A digest of 32 bytes as a number modulo the order.
pub fn number(digest: &[u8]) -> Scalar {
    let mut bytes = FieldBytes::default();
    for (to, from) in bytes.iter_mut().zip(digest) {
        *to = *from;
    }
    let scalar = <Scalar as Reduce<FieldBytes>>::reduce(&bytes);
    bytes.zeroize();
    scalar
}

/// Whether a signature holds, given the digest of [`challenge`].
pub fn verify(x_only: &[u8; 32], signature: &[u8; 64], digest: &[u8]) -> Result<(), Refusal> {
    let key = VerifyingKey::from_bytes(&FieldBytes::from(*x_only))
        .map_err(|_| "the public key is no x coordinate of the curve")?;
    let (r, s) = halves(signature);
    let s = Option::<Scalar>::from(Scalar::from_repr(s.into()))
        .ok_or("s is not below the order of the curve")?;
    let e = number(digest);
    let key = ProjectivePoint::from(*key.as_affine());
    let found = ProjectivePoint::mul_by_generator_and_mul_add_vartime(&s, &-e, &key);
    let holds = !bool::from(found.is_identity()) && {
        let found = found.to_affine();
        !bool::from(found.y_is_odd()) && found.x()[..] == r
    };
    if holds {
        Ok(())
    } else {
        Err("the signature is of other data, or by another key")
    }
}

/// A key that signs, wiped when it goes. Its public key is the one with an even y.
pub struct SigningKey {
    scalar: Zeroizing<Scalar>,
    x_only: [u8; 32],
}

impl SigningKey {
    /// Of a secret number; `None` where it is zero or not below the order.
    pub fn from_bytes(secret: &[u8; 32]) -> Option<Self> {
        let repr = Zeroizing::new(FieldBytes::from(*secret));
        let scalar = Option::<NonZeroScalar>::from(NonZeroScalar::from_repr(*repr))?;
        let mut scalar = Zeroizing::new(*scalar);
        let point = ProjectivePoint::mul_by_generator(&scalar).to_affine();
        let negated = Zeroizing::new(-*scalar);
        scalar.conditional_assign(&negated, point.y_is_odd());
        Some(Self {
            scalar,
            x_only: point.x().into(),
        })
    }

    /// The public key.
    pub fn x_only(&self) -> &[u8; 32] {
        &self.x_only
    }

    /// The digest from which the nonce of a message is made; `random` makes it harder to measure.
    pub fn nonce_need(&self, random: &[u8; 32]) -> Need {
        let mut mask = Zeroizing::new([0u8; 32]);
        mask.copy_from_slice(&Sha256::digest(&*tagged("BIP0340/aux", &[random])));
        let secret = Zeroizing::new(self.scalar.to_repr());
        for (mask, byte) in mask.iter_mut().zip(secret.iter()) {
            *mask ^= byte;
        }
        Need {
            hash: Hash::Sha256,
            prefix: tagged("BIP0340/nonce", &[&*mask, &self.x_only]),
        }
    }

    /// The nonce and its point; `None` in one of 2^256 cases.
    pub fn nonce(&self, digest: &[u8]) -> Option<Nonce> {
        let mut k = Zeroizing::new(number(digest));
        if bool::from(k.ct_eq(&Scalar::ZERO)) {
            return None;
        }
        let point = ProjectivePoint::mul_by_generator(&k).to_affine();
        let negated = Zeroizing::new(-*k);
        k.conditional_assign(&negated, point.y_is_odd());
        Some(Nonce {
            k,
            x: point.x().into(),
        })
    }

    /// The signature, given the digest of [`Nonce::challenge_need`] of the same message.
    pub fn finish(&self, nonce: Nonce, digest: &[u8]) -> [u8; 64] {
        let s = *nonce.k + number(digest) * *self.scalar;
        let mut signature = [0; 64];
        let bytes = s.to_repr();
        let bytes = nonce.x.iter().chain(bytes.iter());
        for (to, from) in signature.iter_mut().zip(bytes) {
            *to = *from;
        }
        signature
    }
}

/// A secret number of one message, used up by its signature.
pub struct Nonce {
    k: Zeroizing<Scalar>,
    x: [u8; 32],
}

impl Nonce {
    /// The digest of R, the public key and the message.
    pub fn challenge_need(&self, x_only: &[u8; 32]) -> Need {
        Need {
            hash: Hash::Sha256,
            prefix: tagged("BIP0340/challenge", &[&self.x, x_only]),
        }
    }
}
