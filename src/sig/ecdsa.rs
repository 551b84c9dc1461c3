//! ECDSA (SEC 1, RFC 6979) over secp256k1 and P-256, of a digest that is made elsewhere. Its `s` has
//! a twin, n - s, that holds as well: openssl makes either, Bitcoin wants the low one. We make the
//! low one, and take both unless told otherwise.

use k256::ecdsa::signature::hazmat::{PrehashSigner, PrehashVerifier, RandomizedPrehashSigner};
use k256::elliptic_curve::PrimeField;
use k256::elliptic_curve::scalar::IsHigh;

use super::der::Pair;
use super::ed25519::Refusal;

/// The curves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Curve {
    /// Bitcoin's (SEC 2).
    Secp256k1,
    /// NIST's (FIPS 186-4), `prime256v1` to openssl.
    P256,
}

impl Curve {
    /// Whether `s` is the high one of the two; a number that is none is not.
    pub fn is_high(self, pair: &Pair) -> bool {
        match self {
            Self::Secp256k1 => {
                let s = Option::<k256::Scalar>::from(k256::Scalar::from_repr(pair.s.into()));
                s.is_some_and(|s| s.is_high().into())
            }
            Self::P256 => {
                let s = Option::<p256::Scalar>::from(p256::Scalar::from_repr(pair.s.into()));
                s.is_some_and(|s| s.is_high().into())
            }
        }
    }

    /// Whether a signature of a digest holds. `sec1` is the public key, compressed or not; `low`
    /// refuses the high `s`.
    pub fn verify(self, sec1: &[u8], pair: &Pair, digest: &[u8], low: bool) -> Result<(), Refusal> {
        const NO_KEY: Refusal = "the public key is no point of the curve";
        const RANGE: Refusal = "r and s must be above 0 and below the order of the curve";
        const OTHER: Refusal = "the signature is of other data, or by another key";
        if low && self.is_high(pair) {
            return Err("s is high, and --low-s insists on the low one");
        }
        match self {
            Self::Secp256k1 => {
                let key = k256::ecdsa::VerifyingKey::from_sec1_bytes(sec1);
                let signature = k256::ecdsa::Signature::from_scalars(pair.r, pair.s);
                let signature = signature.map_err(|_| RANGE)?.normalize_s();
                let key = key.map_err(|_| NO_KEY)?;
                key.verify_prehash(digest, &signature).map_err(|_| OTHER)
            }
            Self::P256 => {
                let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(sec1);
                let signature = p256::ecdsa::Signature::from_scalars(pair.r, pair.s);
                let signature = signature.map_err(|_| RANGE)?;
                let key = key.map_err(|_| NO_KEY)?;
                key.verify_prehash(digest, &signature).map_err(|_| OTHER)
            }
        }
    }
}

/// Signs a digest by secp256k1 with the nonce of RFC 6979 (its HMAC is of SHA-256), and the low `s`.
/// `more` goes into the nonce (section 3.6): randomness against who measures the signer.
///
/// ```
/// use decent::sig::{digest::Hash, ecdsa::{Curve, sign}};
/// let key = k256::SecretKey::from_slice(&[1; 32]).unwrap();
/// let pair = sign(&key, &Hash::Sha256.of(b"hello"), None).unwrap();
/// assert!(!Curve::Secp256k1.is_high(&pair));
/// ```
pub fn sign(key: &k256::SecretKey, digest: &[u8], more: Option<&[u8; 32]>) -> Option<Pair> {
    let key = k256::ecdsa::SigningKey::from(key);
    let signature: k256::ecdsa::Signature = match more {
        Some(more) => key.sign_prehash_with_rng(&mut Given(*more), digest),
        None => key.sign_prehash(digest),
    }
    .ok()?;
    let (r, s) = signature.normalize_s().split_bytes();
    Some(Pair {
        r: r.into(),
        s: s.into(),
    })
}

/// A generator that gives the bytes that were drawn for it.
struct Given([u8; 32]);

impl rand_core::TryRng for Given {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        rand_core::utils::next_word_via_fill(self)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        rand_core::utils::next_word_via_fill(self)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        for (to, from) in bytes.iter_mut().zip(self.0.iter().cycle()) {
            *to = *from;
        }
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Given {}
