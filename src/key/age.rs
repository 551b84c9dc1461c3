//! Files encrypted to public keys in the format of age (age-encryption.org/v1): a header that holds
//! the file's key once for each recipient, then chunks of 64 KiB that are each authenticated.

use zeroize::Zeroizing;

use super::{PublicKey, SecretKey, openssh};
use crate::error::{Error, Result, slug};
use crate::secret::SecretBytes;

mod armor;
mod header;
/// The letters that age's keys are written in.
pub mod keys;
mod stanza;
mod stream;

pub use armor::{Armor, is_armored, unarmored};
pub use header::{Header, LARGEST, Stanza};
pub use stream::{CHUNK, new_key, open, open_under, seal, seal_under};

/// The key of a file, from which those of its header and its chunks are made.
pub type FileKey = SecretBytes<16>;

/// Whom a file is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// A key of X25519.
    X25519([u8; 32]),
    /// A key of Ed25519, as age takes those of `OpenSSH`: the same point in the other curve's form.
    Ed25519(ed25519_dalek::VerifyingKey),
}

/// Who opens a file.
#[derive(Clone)]
pub enum Identity {
    /// A key of X25519.
    X25519(x25519_dalek::StaticSecret),
    /// A key of Ed25519.
    Ed25519(ed25519_dalek::SigningKey),
}

fn unfit(found: &'static str) -> Error {
    Error::new(slug::KEY_KIND, "a key of x25519 or ed25519", found)
}

impl TryFrom<&PublicKey> for Recipient {
    type Error = Error;

    fn try_from(key: &PublicKey) -> Result<Self> {
        match key {
            PublicKey::X25519(bytes) => Ok(Self::X25519(*bytes)),
            PublicKey::Ed25519(key) => Ok(Self::Ed25519(*key)),
            other => Err(unfit(other.kind().name())),
        }
    }
}

impl TryFrom<SecretKey> for Identity {
    type Error = Error;

    fn try_from(key: SecretKey) -> Result<Self> {
        match key {
            SecretKey::X25519(key) => Ok(Self::X25519(key)),
            SecretKey::Ed25519(key) => Ok(Self::Ed25519(key)),
            other => Err(unfit(other.kind().name())),
        }
    }
}

impl Identity {
    /// Whom a file has to be for.
    pub fn recipient(&self) -> Recipient {
        match self {
            Self::X25519(key) => Recipient::X25519(x25519_dalek::PublicKey::from(key).to_bytes()),
            Self::Ed25519(key) => Recipient::Ed25519(key.verifying_key()),
        }
    }
}

/// The bytes of a key of Ed25519 as `OpenSSH` has them, which its stanza is bound to.
fn wire(key: &ed25519_dalek::VerifyingKey) -> Result<Vec<u8>> {
    openssh::to_wire(&PublicKey::Ed25519(*key))
}

/// HKDF with SHA-256, as age uses it everywhere.
fn derived(material: &[u8], salt: &[u8], info: &[u8]) -> SecretBytes<32> {
    let mut key = Zeroizing::new([0u8; 32]);
    let made = hkdf::Hkdf::<sha2::Sha256>::new(Some(salt), material).expand(info, key.as_mut());
    // HKDF has up to 255 times 32 bytes.
    debug_assert!(made.is_ok());
    key
}

/// Something else than a file of age.
fn not_sealed(wanted: impl Into<String>, found: impl Into<String>) -> Error {
    Error::new(slug::NOT_SEALED, wanted.into(), found.into())
}
