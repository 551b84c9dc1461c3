//! Two keys that agree on a secret: X25519 (RFC 7748 section 6.1) and ECDH on secp256k1 (SEC 1
//! section 3.3.1), then HKDF (RFC 5869) under a label that says what for.

use hkdf::Hkdf;
use k256::elliptic_curve::point::AffineCoordinates;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{PublicKey, SecretKey};
use crate::error::{Error, Result, slug};
use crate::secret::SecretBytes;

/// The bytes that both sides get: the point's coordinate as the curve has it, not yet a key. Zeros
/// are refused, for a point of small order would give them to anybody.
///
/// ```
/// use decent::key::{PublicKey, SecretKey, agree};
/// # fn key(byte: u8) -> SecretKey {
/// #     let bytes = decent::secret::SecretBytes::new([byte; 32]);
/// #     SecretKey::from_bytes(decent::key::Kind::X25519, &bytes).unwrap()
/// # }
/// let (anna, ben) = (key(1), key(2));
/// let one = agree::raw(&anna, &ben.public()).unwrap();
/// let other = agree::raw(&ben, &anna.public()).unwrap();
/// assert_eq!(one, other);
/// assert!(agree::raw(&anna, &PublicKey::X25519([0; 32])).is_err());
/// ```
pub fn raw(key: &SecretKey, peer: &PublicKey) -> Result<SecretBytes<32>> {
    match (key, peer) {
        (SecretKey::X25519(key), PublicKey::X25519(peer)) => {
            let shared = key.diffie_hellman(&x25519_dalek::PublicKey::from(*peer));
            if !shared.was_contributory() {
                let found = "zeros, which anybody would get";
                return Err(Error::new(slug::NO_AGREEMENT, "a shared secret", found));
            }
            Ok(Zeroizing::new(shared.to_bytes()))
        }
        (SecretKey::Secp256k1(key), PublicKey::Secp256k1(peer)) => {
            let shared = peer.to_projective() * key.to_nonzero_scalar().as_ref();
            Ok(Zeroizing::new(shared.to_affine().x().into()))
        }
        (key, peer) => {
            let wanted = "two keys of x25519, or two of secp256k1";
            let found = format!("{} and {}", key.kind().name(), peer.kind().name());
            Err(Error::new(slug::KEY_KIND, wanted, found))
        }
    }
}

/// A key of 32 bytes for the use that `label` names: HKDF with SHA-256, no salt, the shared bytes as
/// the material and the label as the info.
pub fn labelled(shared: &SecretBytes<32>, label: &[u8]) -> SecretBytes<32> {
    let mut key = Zeroizing::new([0u8; 32]);
    let made = Hkdf::<Sha256>::new(None, shared.as_ref()).expand(label, key.as_mut());
    // HKDF has up to 255 times 32 bytes.
    debug_assert!(made.is_ok());
    key
}
