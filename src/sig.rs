//! Signatures on files and streams, in the formats of the world's tools: minisign, signify, SSHSIG,
//! and the bare ones that openssl and Bitcoin have.
//!
//! A message is read once, whatever it is signed or verified by: each signature says which digests it
//! needs ([`digest::Need`]), one pass makes them all, and the equations are checked on them. Only
//! Ed25519 and BIP-340 over the bytes themselves read twice to sign, for their nonce is a hash of the
//! message.

use crate::error::{Error, Result, slug};

/// Who may sign, as OpenSSH lists it.
pub mod allowed;
/// minisign and signify: text with comments.
pub mod comments;
/// ECDSA in DER.
pub mod der;
/// Digests of a message, in one pass.
pub mod digest;
/// ECDSA over secp256k1 and P-256.
pub mod ecdsa;
/// Ed25519, strictly.
pub mod ed25519;
mod narrate;
/// Private keys out of signatures that share a nonce.
pub mod recover;
/// BIP-340.
pub mod schnorr;
/// Signatures made.
pub mod sign;
/// The signatures of `ssh-keygen -Y`.
pub mod sshsig;
/// Signatures checked.
pub mod verify;

use comments::Commented;
use der::Pair;
use sshsig::SshSig;

/// Bytes of a file with a signature, at most.
pub const LARGEST: u64 = 64 << 10;

/// A format of signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Four lines, with a comment that is signed.
    Minisign,
    /// Two lines.
    Signify,
    /// `ssh-keygen -Y`, in armour.
    SshSig,
    /// Bare bytes: 64 of Ed25519 or of ECDSA (r, then s).
    Raw,
    /// ECDSA as openssl has it.
    Der,
    /// 64 bytes of Schnorr over secp256k1.
    Bip340,
}

impl Format {
    /// All, by their names on the command line.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("minisign", Self::Minisign),
        ("signify", Self::Signify),
        ("sshsig", Self::SshSig),
        ("raw", Self::Raw),
        ("der", Self::Der),
        ("bip340", Self::Bip340),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        let named = Self::NAMES.iter().find(|(_, format)| *format == self);
        named.map_or("", |(name, _)| name)
    }

    /// The one of that name.
    pub fn named(name: &str) -> Result<Self> {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, format)| *format).ok_or_else(|| {
            let names = Self::NAMES.map(|(name, _)| name).join(", ");
            Error::new(
                slug::OUT_OF_RANGE,
                format!("one of {names}"),
                format!("{name:?}"),
            )
        })
    }
}

/// A signature as it was read; of some the key decides what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// minisign's or signify's.
    Commented(Commented),
    /// OpenSSH's.
    Ssh(SshSig),
    /// ECDSA in DER.
    Der(Pair),
    /// 64 bytes: Ed25519, ECDSA or BIP-340.
    Bare([u8; 64]),
    /// The number that RSA makes, as long as its modulus.
    Rsa(Vec<u8>),
}

impl Signature {
    /// Finds the format by itself, or reads the one that is wanted. Bare ones may stand in hex.
    ///
    /// ```
    /// use decent::sig::Signature;
    /// assert!(matches!(Signature::read(&[7; 64], None).unwrap(), Signature::Bare(_)));
    /// assert!(matches!(Signature::read(&[b'7'; 128], None).unwrap(), Signature::Bare(_)));
    /// assert!(Signature::read(b"hello", None).is_err());
    /// ```
    pub fn read(bytes: &[u8], wanted: Option<Format>) -> Result<Self> {
        if bytes.len() as u64 > LARGEST {
            let wanted = format!("at most {LARGEST} bytes");
            return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
        }
        let signature = Self::found(bytes)?;
        let fits = match (wanted, &signature) {
            (Some(Format::Minisign), Self::Commented(one)) => one.trusted.is_some(),
            (None, _)
            | (Some(Format::Signify), Self::Commented(_))
            | (Some(Format::SshSig), Self::Ssh(_))
            | (Some(Format::Raw), Self::Bare(_) | Self::Rsa(_))
            | (Some(Format::Bip340), Self::Bare(_))
            | (Some(Format::Der), Self::Der(_)) => true,
            _ => false,
        };
        if fits {
            return Ok(signature);
        }
        let name = wanted.map_or("", Format::name);
        Err(wrong(
            format!("a signature in the format {name}"),
            "another",
        ))
    }

    fn found(bytes: &[u8]) -> Result<Self> {
        let text = bytes.trim_ascii_start();
        if text.starts_with(b"untrusted comment:") {
            return Commented::decode(text).map(Self::Commented);
        }
        if text.starts_with(b"-----BEGIN SSH SIGNATURE") {
            return SshSig::decode(text).map(Self::Ssh);
        }
        if let Ok(pair) = Pair::decode(bytes) {
            return Ok(Self::Der(pair));
        }
        let digits = std::str::from_utf8(bytes).ok();
        let decoded = digits.and_then(|digits| crate::codec::hex::decode(digits).ok());
        let bare = decoded.as_deref().unwrap_or(bytes);
        if let Ok(bare) = <[u8; 64]>::try_from(bare) {
            return Ok(Self::Bare(bare));
        }
        if let (Some(_), Ok(pair)) = (&decoded, Pair::decode(bare)) {
            return Ok(Self::Der(pair));
        }
        if (256..=1024).contains(&bare.len()) && bare.len().is_multiple_of(8) {
            return Ok(Self::Rsa(bare.to_vec()));
        }
        let wanted = "a signature of minisign, signify, SSH, DER, or 64 bytes";
        Err(wrong(wanted, start_of(bytes)))
    }
}

fn start_of(bytes: &[u8]) -> String {
    let start: String = String::from_utf8_lossy(bytes).chars().take(20).collect();
    format!("{} bytes that begin with {start:?}", bytes.len())
}

fn wrong(
    wanted: impl Into<std::borrow::Cow<'static, str>>,
    found: impl Into<std::borrow::Cow<'static, str>>,
) -> Error {
    Error::new(slug::SIGNATURE, wanted, found)
}

#[cfg(test)]
mod tests;
