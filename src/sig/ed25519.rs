//! Ed25519 (RFC 8032), strictly and on streams: the message is hashed elsewhere, the equation is
//! checked here.
//!
//! Verifiers disagree on keys and points of small order and on encodings that are not the shortest
//! ("Taming the many EdDSAs", eprint 2020/1244). Here all of those are refused: A and R canonical
//! and not of small order, S below the order, and R = S*B - k*A without a cofactor. That is what
//! `verify_strict` of ed25519-dalek accepts, but for keys whose encoding is not canonical.

use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use sha2::{Digest, Sha512};
use zeroize::{Zeroize, Zeroizing};

use super::digest::{Hash, Need};

/// Why a signature does not hold.
pub type Refusal = &'static str;

/// The digest that [`verify`] needs of a message: SHA-512 of R, A and the message.
pub fn challenge(public_key: &[u8; 32], signature: &[u8; 64]) -> Need {
    let (r, _) = signature.split_at(32);
    Need::behind(Hash::Sha512, [r, public_key].concat())
}

/// Whether a signature holds, given the digest of [`challenge`].
///
/// ```
/// use decent::sig::{digest::Hash, ed25519::{SigningKey, challenge, verify}};
/// let key = SigningKey::from_seed(&[7; 32]);
/// let signature = key.sign(b"hello");
/// let need = challenge(key.public_key(), &signature);
/// let digest = need.with(b"hello");
/// assert_eq!(verify(key.public_key(), &signature, &digest), Ok(()));
/// ```
pub fn verify(public_key: &[u8; 32], signature: &[u8; 64], digest: &[u8]) -> Result<(), Refusal> {
    let key = point(public_key).map_err(|why| match why {
        Bad::Encoding => "the public key is no point in its only encoding",
        Bad::Order => "the public key is a point of small order, for which anyone can sign",
    })?;
    let (r, s) = halves(signature);
    point(&r).map_err(|why| match why {
        Bad::Encoding => "R is no point in its only encoding",
        Bad::Order => "R is a point of small order",
    })?;
    let s = Option::<Scalar>::from(Scalar::from_canonical_bytes(s))
        .ok_or("S is not below the order of the group")?;
    let k = wide(digest);
    let found = EdwardsPoint::vartime_double_scalar_mul_basepoint(&k, &-key, &s);
    if found.compress().to_bytes() == r {
        Ok(())
    } else {
        Err("the signature is of other data, or by another key")
    }
}

/// The same of a message that is short.
pub fn verify_short(
    public_key: &[u8; 32],
    signature: &[u8; 64],
    message: &[u8],
) -> Result<(), Refusal> {
    let digest = challenge(public_key, signature).with(message);
    verify(public_key, signature, &digest)
}

enum Bad {
    Encoding,
    Order,
}

/// The point of 32 bytes: canonical, and not of small order.
fn point(bytes: &[u8; 32]) -> Result<EdwardsPoint, Bad> {
    let point = CompressedEdwardsY(*bytes)
        .decompress()
        .ok_or(Bad::Encoding)?;
    if point.compress().to_bytes() != *bytes {
        return Err(Bad::Encoding);
    }
    if point.is_small_order() {
        return Err(Bad::Order);
    }
    Ok(point)
}

/// R and S.
pub fn halves(signature: &[u8; 64]) -> ([u8; 32], [u8; 32]) {
    let mut halves = ([0; 32], [0; 32]);
    let (r, s) = signature.split_at(32);
    halves.0.copy_from_slice(r);
    halves.1.copy_from_slice(s);
    halves
}

/// A digest of 64 bytes as a number modulo the order.
pub fn wide(digest: &[u8]) -> Scalar {
    let mut bytes = [0; 64];
    for (to, from) in bytes.iter_mut().zip(digest) {
        *to = *from;
    }
    let scalar = Scalar::from_bytes_mod_order_wide(&bytes);
    bytes.zeroize();
    scalar
}

/// A key that signs, wiped when it goes.
pub struct SigningKey {
    scalar: Zeroizing<Scalar>,
    prefix: Zeroizing<[u8; 32]>,
    public_key: [u8; 32],
}

/// The secret number of a seed, and what its nonces are made with: RFC 8032 section 5.1.5.
pub(crate) fn expanded(seed: &[u8; 32]) -> (Zeroizing<Scalar>, Zeroizing<[u8; 32]>) {
    let mut digest = Zeroizing::new([0u8; 64]);
    digest.copy_from_slice(&Sha512::digest(seed));
    let (mut scalar, mut prefix) = (Zeroizing::new([0; 32]), Zeroizing::new([0; 32]));
    let (low, high) = digest.split_at(32);
    scalar.copy_from_slice(low);
    prefix.copy_from_slice(high);
    let clamped = Zeroizing::new(curve25519_dalek::scalar::clamp_integer(*scalar));
    let scalar = Zeroizing::new(Scalar::from_bytes_mod_order(*clamped));
    (scalar, prefix)
}

impl SigningKey {
    /// Of a seed, as RFC 8032 section 5.1.5 has it.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let (scalar, prefix) = expanded(seed);
        let public_key = EdwardsPoint::mul_base(&scalar).compress().to_bytes();
        Self {
            scalar,
            prefix,
            public_key,
        }
    }

    /// The point A.
    pub fn public_key(&self) -> &[u8; 32] {
        &self.public_key
    }

    /// The digest from which the nonce of a message is made.
    pub fn nonce_need(&self) -> Need {
        Need::behind(Hash::Sha512, self.prefix.to_vec())
    }

    /// The nonce r and its point R, given the digest of [`SigningKey::nonce_need`].
    pub fn nonce(&self, digest: &[u8]) -> Nonce {
        let r = Zeroizing::new(wide(digest));
        let point = EdwardsPoint::mul_base(&r).compress().to_bytes();
        Nonce { r, point }
    }

    /// The signature, given the digest of [`Nonce::challenge_need`]. Whoever gives the digest of
    /// another message with the same nonce gives the key away.
    pub fn finish(&self, nonce: Nonce, digest: &[u8]) -> [u8; 64] {
        let s = *nonce.r + wide(digest) * *self.scalar;
        let mut signature = [0; 64];
        let bytes = nonce.point.iter().chain(s.as_bytes());
        for (to, from) in signature.iter_mut().zip(bytes) {
            *to = *from;
        }
        signature
    }

    /// Signs a short message.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        let nonce = self.nonce(&self.nonce_need().with(message));
        let challenge = nonce.challenge_need(&self.public_key).with(message);
        self.finish(nonce, &challenge)
    }
}

/// A secret number of one message, used up by its signature.
pub struct Nonce {
    r: Zeroizing<Scalar>,
    point: [u8; 32],
}

impl Nonce {
    /// SHA-512 of R, A and the message.
    pub fn challenge_need(&self, public_key: &[u8; 32]) -> Need {
        Need::behind(Hash::Sha512, [self.point, *public_key].concat())
    }
}
