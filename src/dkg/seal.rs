//! Shares sealed from one member to another: X25519 of the keys that both announced, HKDF with a label
//! that names ceremony, sender and receiver, ChaCha20-Poly1305 (RFC 7748, 5869, 8439). A key encrypts
//! one share alone, so its nonce is zeros.

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use x25519_dalek::StaticSecret;
use zeroize::Zeroizing;

use crate::error::Result;
use crate::key::{PublicKey, SecretKey, agree};
use crate::secret::SecretBytes;

/// Bytes that sealing adds.
pub(super) const ADDED: usize = 16;

/// From whom to whom.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    pub(super) ceremony: &'a [u8; 32],
    pub(super) from: u16,
    pub(super) to: u16,
}

impl Way<'_> {
    fn key(&self, own: &StaticSecret, peer: &[u8; 32]) -> Result<SecretBytes<32>> {
        let own = SecretKey::X25519(own.clone());
        let shared = agree::raw(&own, &PublicKey::X25519(*peer))?;
        let (from, to) = (self.from.to_be_bytes(), self.to.to_be_bytes());
        let label = [
            b"decent dkg share 1\n".as_slice(),
            self.ceremony,
            &from,
            &to,
        ]
        .concat();
        Ok(agree::labelled(&shared, &label))
    }

    /// Seals with the sender's key to the receiver's.
    pub(super) fn seal(
        &self,
        own: &StaticSecret,
        peer: &[u8; 32],
        secret: &[u8],
    ) -> Result<Vec<u8>> {
        let cipher = ChaCha20Poly1305::new(&(*self.key(own, peer)?).into());
        // With room for the tag nothing is moved, and no copy stays behind.
        let mut body = Vec::with_capacity(secret.len() + ADDED);
        body.extend_from_slice(secret);
        let sealed = cipher.encrypt_in_place(&[0; 12].into(), b"", &mut body);
        // The cipher takes 256 GiB.
        debug_assert!(sealed.is_ok());
        Ok(body)
    }

    /// Opens with the receiver's key what the sender sealed; `None` where it does not.
    pub(super) fn open(
        &self,
        own: &StaticSecret,
        peer: &[u8; 32],
        sealed: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        let cipher = ChaCha20Poly1305::new(&(*self.key(own, peer).ok()?).into());
        let mut body = Zeroizing::new(sealed.to_vec());
        cipher
            .decrypt_in_place(&[0; 12].into(), b"", &mut *body)
            .ok()?;
        Some(body)
    }
}
