//! The hash algorithms of file lists, and their digests (FIPS 180-4, BLAKE3).

use crate::codec::hex;
use crate::error::{Error, Result, slug};

/// How files are hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// SHA-256, 32 bytes.
    Sha256,
    /// SHA-512, 64 bytes.
    Sha512,
    /// SHA-1, 20 bytes; broken against an attacker who chooses both files.
    Sha1,
    /// BLAKE3, 32 bytes.
    Blake3,
}

impl Algorithm {
    /// All of them, the default first.
    pub const ALL: [Self; 4] = [Self::Sha256, Self::Sha512, Self::Sha1, Self::Blake3];

    /// The name in options and in JSON: `sha256`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
            Self::Sha1 => "sha1",
            Self::Blake3 => "blake3",
        }
    }

    /// The name in BSD lines: `SHA256`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA256",
            Self::Sha512 => "SHA512",
            Self::Sha1 => "SHA1",
            Self::Blake3 => "BLAKE3",
        }
    }

    /// The program that checks its lists: `sha256sum`.
    pub fn program(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256sum",
            Self::Sha512 => "sha512sum",
            Self::Sha1 => "sha1sum",
            Self::Blake3 => "b3sum",
        }
    }

    /// The length of a digest in bytes.
    pub fn digest_len(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 | Self::Blake3 => 32,
            Self::Sha512 => 64,
        }
    }

    /// The algorithm of a name or a tag, in either case.
    ///
    /// ```
    /// use decent::manifest::Algorithm;
    /// assert_eq!(Algorithm::named("BLAKE3").unwrap(), Algorithm::Blake3);
    /// assert_eq!(Algorithm::named("md5").unwrap_err().slug.name, "unknown-algorithm");
    /// ```
    pub fn named(name: &str) -> Result<Self> {
        let lower = name.to_ascii_lowercase();
        let known = Self::ALL.into_iter().find(|one| one.name() == lower);
        known.ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            let found = format!("{name:?}");
            Error::new(slug::UNKNOWN_ALGORITHM, format!("one of {names}"), found)
        })
    }

    /// The algorithm whose digests have so many hex digits: `sha256` for 64, for which a list of
    /// BLAKE3 digests has to be told apart by its reader.
    pub fn of_digits(digits: usize) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|one| one.digest_len() * 2 == digits)
    }
}

/// A digest with its algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digest {
    algorithm: Algorithm,
    bytes: [u8; 64],
}

impl Digest {
    /// The bytes that the algorithm gave; refused at any other length.
    pub fn new(algorithm: Algorithm, bytes: &[u8]) -> Result<Self> {
        if bytes.len() != algorithm.digest_len() {
            let wanted = format!(
                "{} hex digits of {}",
                algorithm.digest_len() * 2,
                algorithm.name()
            );
            let found = format!("{}", bytes.len() * 2);
            return Err(Error::new(slug::DIGEST_LENGTH, wanted, found));
        }
        let mut digest = Self {
            algorithm,
            bytes: [0; 64],
        };
        for (to, from) in digest.bytes.iter_mut().zip(bytes) {
            *to = *from;
        }
        Ok(digest)
    }

    /// How it was made.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Its bytes, as many as the algorithm has.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes
            .get(..self.algorithm.digest_len())
            .unwrap_or_default()
    }

    /// Its lower-case hex digits.
    pub fn hex(&self) -> String {
        hex::encode(self.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_kept() {
        for algorithm in Algorithm::ALL {
            let bytes = vec![7; algorithm.digest_len()];
            assert_eq!(
                Digest::new(algorithm, &bytes).expect("fits").as_bytes(),
                bytes
            );
            assert!(Digest::new(algorithm, &bytes[1..]).is_err());
            assert_eq!(Algorithm::named(algorithm.tag()), Ok(algorithm));
        }
        assert_eq!(Algorithm::of_digits(64), Some(Algorithm::Sha256));
        assert_eq!(Algorithm::of_digits(62), None);
    }
}
