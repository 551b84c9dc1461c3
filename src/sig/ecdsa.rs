//! ECDSA (SEC 1, RFC 6979) over secp256k1 and P-256, of a digest that is made elsewhere. Its `s` has
//! a twin, n - s, that holds as well: openssl makes either, Bitcoin wants the low one. We make the
//! low one, and take both unless told otherwise.

use k256::elliptic_curve::scalar::IsHigh;
use k256::elliptic_curve::{NonZeroScalar, PrimeField};
use sha2::{Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::der::Pair;
use super::digest::Hash;
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
    pub fn verify(
        self,
        sec1: &[u8],
        pair: &Pair,
        digest: &[u8],
        low: bool,
    ) -> Result<(), Refusal> {
        const NO_KEY: Refusal = "the public key is no point of the curve";
        const RANGE: Refusal = "r and s must be above 0 and below the order of the curve";
        const OTHER: Refusal = "the signature is of other data, or by another key";
        if low && self.is_high(pair) {
            return Err("s is high, and --low-s insists on the low one");
        }
        match self {
            Self::Secp256k1 => {
                let key = k256::PublicKey::from_sec1_bytes(sec1).map_err(|_| NO_KEY)?;
                let signature = k256::ecdsa::Signature::from_scalars(pair.r, pair.s);
                let signature = signature.map_err(|_| RANGE)?.normalize_s();
                let key = key.to_projective();
                k256::ecdsa::hazmat::verify_prehashed(&key, digest, &signature).map_err(|_| OTHER)
            }
            Self::P256 => {
                let key = p256::PublicKey::from_sec1_bytes(sec1).map_err(|_| NO_KEY)?;
                let signature = p256::ecdsa::Signature::from_scalars(pair.r, pair.s);
                let signature = signature.map_err(|_| RANGE)?;
                let key = key.to_projective();
                p256::ecdsa::hazmat::verify_prehashed(&key, digest, &signature).map_err(|_| OTHER)
            }
        }
    }
}

/// Signs a digest by secp256k1 with the nonce of RFC 6979, and the low `s`. `more` goes into the nonce
/// (section 3.6): nothing, or randomness against who measures the signer. `None` where the secret is
/// zero or not below the order.
///
/// ```
/// use decent::sig::{digest::Hash, ecdsa::{Curve, sign}};
/// let digest = Hash::Sha256.of(b"hello");
/// let pair = sign(&[1; 32], Hash::Sha256, &digest, &[]).unwrap();
/// assert!(!Curve::Secp256k1.is_high(&pair));
/// ```
pub fn sign(secret: &[u8; 32], hash: Hash, digest: &[u8], more: &[u8]) -> Option<Pair> {
    use k256::ecdsa::hazmat::sign_prehashed_rfc6979 as sign;
    type Key = NonZeroScalar<k256::Secp256k1>;
    let repr = Zeroizing::new(k256::FieldBytes::from(*secret));
    let key = Zeroizing::new(Option::<Key>::from(Key::from_repr(*repr))?);
    let (signature, _) = match hash {
        Hash::Sha384 => sign::<k256::Secp256k1, Sha384>(&key, digest, more),
        Hash::Sha512 => sign::<k256::Secp256k1, Sha512>(&key, digest, more),
        Hash::Sha256 | Hash::Blake2b => {
            sign::<k256::Secp256k1, Sha256>(&key, digest, more)
        }
    };
    let (r, s) = signature.normalize_s().split_bytes();
    Some(Pair {
        r: r.into(),
        s: s.into(),
    })
}
