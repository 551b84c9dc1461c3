//! The hashes that a puzzle may be made of.
//!
//! The memory-hard ones have one parameter set each, and the message is password and salt:
//! `scrypt` as Litecoin takes it (N = 1024, r = 1, p = 1, 32 bytes), `argon2id` by RFC 9106 with
//! 19 MiB, two passes, one lane, 32 bytes, and the SHA-256 of the message as its salt.

use std::ops::Deref;

use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};

use crate::error::{Error, Result, slug};

/// Which hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HashKind {
    /// FIPS 180-4, 32 bytes.
    Sha256,
    /// SHA-256 of the SHA-256, as Bitcoin takes it, 32 bytes.
    Sha256d,
    /// FIPS 180-4, 20 bytes.
    Sha1,
    /// FIPS 180-4, 64 bytes.
    Sha512,
    /// `BLAKE2b`, RFC 7693, 64 bytes.
    Blake2b,
    /// SHA3-256, FIPS 202, 32 bytes.
    Sha3,
    /// RFC 7914 with Litecoin's parameters, 32 bytes.
    Scrypt,
    /// RFC 9106 with 19 MiB, 32 bytes.
    Argon2id,
}

/// Argon2id's memory in KiB, passes and lanes.
const ARGON2: (u32, u32, u32) = (19 << 10, 2, 1);

impl HashKind {
    /// Every kind, by name.
    pub const NAMES: [(&'static str, Self); 8] = [
        ("sha256", Self::Sha256),
        ("sha256d", Self::Sha256d),
        ("sha1", Self::Sha1),
        ("sha512", Self::Sha512),
        ("blake2b", Self::Blake2b),
        ("sha3", Self::Sha3),
        ("scrypt", Self::Scrypt),
        ("argon2id", Self::Argon2id),
    ];

    /// The kind of that name.
    pub fn named(name: &str) -> Result<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        let names = || Self::NAMES.map(|(name, _)| name).join(", ");
        found.map(|(_, kind)| *kind).ok_or_else(|| {
            Error::new(
                slug::UNKNOWN_ALGORITHM,
                format!("one of {}", names()),
                format!("{name:?}"),
            )
        })
    }

    /// The name in [`HashKind::NAMES`].
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(name, _)| name)
    }

    /// Whether kernels try it; the plain crates try all else, whatever the back-end.
    pub fn has_kernel(self) -> bool {
        matches!(self, Self::Sha256 | Self::Sha256d | Self::Sha1)
    }

    /// Bytes of a digest.
    pub fn digest_bytes(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha512 | Self::Blake2b => 64,
            _ => 32,
        }
    }

    /// The digest of a message in parts, by the plain crate.
    ///
    /// ```
    /// use decent::pow::HashKind;
    /// let digest = HashKind::Sha256.digest(&[b"a", b"bc"]);
    /// assert_eq!(digest[..2], [0xba, 0x78]);
    /// ```
    pub fn digest(self, parts: &[&[u8]]) -> Digest {
        match self {
            Self::Sha256 => Digest::new(&of::<Sha256>(parts)),
            Self::Sha256d => Digest::new(&Sha256::digest(of::<Sha256>(parts))),
            Self::Sha1 => Digest::new(&of::<Sha1>(parts)),
            Self::Sha512 => Digest::new(&of::<Sha512>(parts)),
            Self::Blake2b => Digest::new(&of::<blake2::Blake2b512>(parts)),
            Self::Sha3 => Digest::new(&of::<sha3::Sha3_256>(parts)),
            Self::Scrypt => scrypt(&parts.concat()),
            Self::Argon2id => argon2id(&parts.concat()),
        }
    }
}

fn of<D: sha2::Digest>(parts: &[&[u8]]) -> sha2::digest::Output<D> {
    let mut state = D::new();
    for part in parts {
        state.update(part);
    }
    state.finalize()
}

/// The parameters are constants that both crates take, so neither call can fail; were one to, the
/// digest of all ones solves nothing.
const NEVER: [u8; 32] = [0xff; 32];

fn scrypt(message: &[u8]) -> Digest {
    let mut digest = NEVER;
    let done = scrypt::Params::new(10, 1, 1)
        .map(|params| scrypt::scrypt(message, message, &params, &mut digest).is_ok());
    Digest::new(if done == Ok(true) { &digest } else { &NEVER })
}

fn argon2id(message: &[u8]) -> Digest {
    let (memory, passes, lanes) = ARGON2;
    let mut digest = NEVER;
    let salt = Sha256::digest(message);
    let done = argon2::Params::new(memory, passes, lanes, None).map(|params| {
        let argon =
            argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
        argon
            .hash_password_into(message, &salt, &mut digest)
            .is_ok()
    });
    Digest::new(if done == Ok(true) { &digest } else { &NEVER })
}

/// A digest of up to 64 bytes, in the order in which it is compared with a target and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    bytes: [u8; 64],
    len: usize,
}

impl Digest {
    /// Of these bytes; more than 64 are cut off.
    pub fn new(digest: &[u8]) -> Self {
        let len = digest.len().min(64);
        let mut bytes = [0; 64];
        for (to, from) in bytes.iter_mut().zip(digest) {
            *to = *from;
        }
        Self { bytes, len }
    }

    /// The same with its bytes in the opposite order, as Bitcoin reads a digest.
    #[must_use]
    pub fn reversed(mut self) -> Self {
        if let Some(bytes) = self.bytes.get_mut(..self.len) {
            bytes.reverse();
        }
        self
    }

    /// How many bits are zero before the first that is one.
    pub fn zero_bits(&self) -> u32 {
        let bytes = self.iter().take_while(|byte| **byte == 0).count();
        let next = self.get(bytes).map_or(0, |byte| byte.leading_zeros());
        8 * bytes as u32 + next
    }
}

impl Deref for Digest {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    #[test]
    fn published_digests_of_abc() {
        // FIPS 180-4 and 202, RFC 7693 appendix A; sha256d is SHA-256 of the first.
        for (kind, digest) in [
            (HashKind::Sha256, "ba7816bf8f01cfea414140de5dae2223"),
            (HashKind::Sha256d, "4f8b42c22dd3729b519ba6f68d2da7cc"),
            (HashKind::Sha1, "a9993e364706816aba3e25717850c26c"),
            (HashKind::Sha512, "ddaf35a193617abacc417349ae204131"),
            (HashKind::Blake2b, "ba80a53f981c4d0d6a2797b69f12f6e9"),
            (HashKind::Sha3, "3a985da74fe225b2045c172d6bd390bd"),
        ] {
            let found = kind.digest(&[b"a", b"", b"bc"]);
            assert_eq!(found.len(), kind.digest_bytes());
            assert!(hex::encode(&found).starts_with(digest), "{}", kind.name());
        }
    }

    #[test]
    fn zero_bits_are_counted() {
        for (bytes, bits) in [(&[0x80][..], 0), (&[0, 1], 15), (&[0, 0], 16), (&[], 0)] {
            assert_eq!(Digest::new(bytes).zero_bits(), bits);
        }
    }
}
