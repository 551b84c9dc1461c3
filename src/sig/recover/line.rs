//! A line of a file of signatures: `{"type","public_key","signature","message"|"digest"}`.
//!
//! `type` is `ecdsa` (on secp256k1), `ecdsa-p256`, `bip340` or `ed25519`. `public_key` is in hex, and
//! may be left out of ECDSA. `signature` is in hex: 64 bytes, or DER. `digest` is what ECDSA signs;
//! of a `message` that is SHA-256, or what `hash` names (`sha256d` is Bitcoin's, twice). Bytes are in
//! hex; a message that is none is taken as the text that it is.

use std::borrow::Cow;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::bytes;
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::sig::der::{Pair, padded};
use crate::sig::digest::Hash;
use crate::sig::ecdsa::Curve;
use crate::sig::{ed25519, schnorr};

/// Which kind of signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// ECDSA on secp256k1.
    Ecdsa,
    /// ECDSA on P-256.
    EcdsaP256,
    /// Schnorr on secp256k1.
    Bip340,
    /// Ed25519.
    Ed25519,
}

impl Kind {
    /// All, by the names that `type` takes.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("ecdsa", Self::Ecdsa),
        ("ecdsa-secp256k1", Self::Ecdsa),
        ("ecdsa-p256", Self::EcdsaP256),
        ("bip340", Self::Bip340),
        ("schnorr", Self::Bip340),
        ("ed25519", Self::Ed25519),
    ];

    /// Its first name.
    pub fn name(self) -> &'static str {
        let named = Self::NAMES.iter().find(|(_, kind)| *kind == self);
        named.map_or("", |(name, _)| name)
    }
}

/// A signature, and what it says of its nonce.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: u64,
    /// What made it.
    pub kind: Kind,
    /// The public key as it was given.
    pub public_key: Option<Vec<u8>>,
    /// r, or R: by it a nonce is known again.
    pub r: [u8; 32],
    /// s, or S.
    pub s: [u8; 32],
    /// What is signed: the digest z of ECDSA, the challenge of the two others.
    pub signed: Vec<u8>,
}

#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    public_key: Option<Cow<'a, str>>,
    #[serde(borrow)]
    signature: Cow<'a, str>,
    #[serde(borrow)]
    message: Option<Cow<'a, str>>,
    #[serde(borrow)]
    digest: Option<Cow<'a, str>>,
    #[serde(borrow)]
    hash: Option<Cow<'a, str>>,
}

impl Line {
    /// Eight bytes of the nonce of a line, of which the rest is only looked at.
    pub(super) fn mark(text: &[u8]) -> Result<u64> {
        let raw = Raw::parse(text)?;
        let (kind, pair) = raw.kind_and_pair()?;
        Ok(mark(kind, &pair.r))
    }

    /// Reads a line. Nothing is verified but the forms.
    pub fn parse(text: &[u8], number: u64) -> Result<Self> {
        let raw = Raw::parse(text)?;
        let (kind, pair) = raw.kind_and_pair()?;
        let public_key = raw
            .public_key
            .as_deref()
            .map(|text| bytes(text, "public_key"));
        let public_key = public_key.transpose()?;
        let signed = Signed {
            kind,
            public_key: public_key.as_deref(),
            pair: &pair,
            hash: raw.hash.as_deref(),
        };
        let signed = match (&raw.message, &raw.digest) {
            (Some(message), None) => signed.of_text(message)?,
            (None, Some(digest)) => signed.of_digest(bytes(digest, "digest")?)?,
            _ => return Err(one_of_two()),
        };
        Ok(Self {
            number,
            kind,
            public_key,
            r: pair.r,
            s: pair.s,
            signed,
        })
    }

    /// Signatures with equal ones have one nonce, or its negative.
    pub(super) fn nonce_id(&self) -> (u64, [u8; 32]) {
        (group(self.kind), self.r)
    }
}

/// Nonces of different curves are never the same.
fn group(kind: Kind) -> u64 {
    match kind {
        Kind::Ecdsa | Kind::Bip340 => 0,
        Kind::EcdsaP256 => 1,
        Kind::Ed25519 => 2,
    }
}

fn mark(kind: Kind, r: &[u8; 32]) -> u64 {
    let tail = r.last_chunk::<8>().copied().unwrap_or_default();
    u64::from_be_bytes(tail) ^ group(kind) << 56
}

impl<'a> Raw<'a> {
    fn parse(text: &'a [u8]) -> Result<Self> {
        let raw: Self = serde_json::from_slice(text)
            .map_err(|error| wrong("an object with type and signature", error.to_string()))?;
        if raw.message.is_some() == raw.digest.is_some() {
            return Err(one_of_two());
        }
        Ok(raw)
    }

    fn kind_and_pair(&self) -> Result<(Kind, Pair)> {
        let known = Kind::NAMES.iter().find(|(name, _)| *name == self.kind);
        let kind = known.map(|(_, kind)| *kind).ok_or_else(|| {
            let wanted = "type ecdsa, ecdsa-p256, bip340 or ed25519";
            wrong(wanted, format!("{:?}", self.kind))
        })?;
        let signature = bytes(&self.signature, "signature")?;
        Ok((kind, pair(kind, &signature)?))
    }
}

fn one_of_two() -> Error {
    wrong("one of message and digest", "both or none")
}

/// Two numbers of 64 bytes, or of DER.
fn pair(kind: Kind, signature: &[u8]) -> Result<Pair> {
    if let Ok(all) = <[u8; 64]>::try_from(signature) {
        return Ok(Pair::from_bytes(all));
    }
    if matches!(kind, Kind::Ecdsa | Kind::EcdsaP256) {
        // Bitcoin's scripts put the kind of the digest behind it.
        let bare = signature.get(..signature.len().saturating_sub(1));
        let der = Pair::decode(signature).or_else(|_| Pair::decode(bare.unwrap_or_default()));
        return der.map_err(|error| wrong("a signature of 64 bytes, or DER", error.to_string()));
    }
    Err(wrong(
        "a signature of 64 bytes",
        format!("{} bytes", signature.len()),
    ))
}

/// All that decides what was signed.
#[derive(Clone, Copy)]
struct Signed<'a> {
    kind: Kind,
    public_key: Option<&'a [u8]>,
    pair: &'a Pair,
    hash: Option<&'a str>,
}

impl Signed<'_> {
    /// Of a message in hex, or as text where it is none; where it could be both, the one that holds.
    fn of_text(self, text: &str) -> Result<Vec<u8>> {
        let plain = || self.of_message(text.as_bytes());
        let Ok(decoded) = hex::decode(text) else {
            return plain();
        };
        let first = self.of_message(&decoded)?;
        if self.holds(&first) {
            return Ok(first);
        }
        let second = plain()?;
        Ok(if self.holds(&second) { second } else { first })
    }

    fn of_message(self, message: &[u8]) -> Result<Vec<u8>> {
        match self.kind {
            Kind::Ecdsa | Kind::EcdsaP256 => match self.hash.unwrap_or("sha256") {
                "sha256d" => Ok(Sha256::digest(Sha256::digest(message)).to_vec()),
                name => Ok(Hash::named(name)
                    .map_err(|error| wrong("a hash that is known", error.found.into_owned()))?
                    .of(message)),
            },
            Kind::Bip340 => {
                let need = schnorr::challenge(&self.x_only()?, &self.pair.to_bytes());
                Ok(need.with(message))
            }
            Kind::Ed25519 => {
                let key = self
                    .public_key
                    .and_then(|key| <[u8; 32]>::try_from(key).ok());
                let key = key.ok_or_else(|| wrong("a public_key of 32 bytes", "none"))?;
                let need = ed25519::challenge(&key, &self.pair.to_bytes());
                Ok(need.with(message))
            }
        }
    }

    /// Of ECDSA the digest is signed itself; of the others it is a short message.
    fn of_digest(self, digest: Vec<u8>) -> Result<Vec<u8>> {
        match self.kind {
            Kind::Ecdsa | Kind::EcdsaP256 => {
                if (16..=64).contains(&digest.len()) {
                    return Ok(digest);
                }
                Err(wrong(
                    "a digest of 16 to 64 bytes",
                    format!("{}", digest.len()),
                ))
            }
            Kind::Bip340 | Kind::Ed25519 => self.of_message(&digest),
        }
    }

    fn x_only(self) -> Result<[u8; 32]> {
        let wrong = || wrong("a public_key of 32, 33 or 65 bytes", "another");
        match self.public_key.ok_or_else(wrong)? {
            [4, rest @ ..] if rest.len() == 64 => rest.get(..32).and_then(padded),
            [2 | 3, x @ ..] | x if x.len() == 32 => padded(x),
            _ => None,
        }
        .ok_or_else(wrong)
    }

    fn holds(self, signed: &[u8]) -> bool {
        let key = self.public_key.unwrap_or_default();
        match self.kind {
            Kind::Ecdsa => Curve::Secp256k1
                .verify(key, self.pair, signed, false)
                .is_ok(),
            Kind::EcdsaP256 => Curve::P256.verify(key, self.pair, signed, false).is_ok(),
            Kind::Bip340 => self
                .x_only()
                .is_ok_and(|key| schnorr::verify(&key, &self.pair.to_bytes(), signed).is_ok()),
            Kind::Ed25519 => <[u8; 32]>::try_from(key)
                .is_ok_and(|key| ed25519::verify(&key, &self.pair.to_bytes(), signed).is_ok()),
        }
    }
}

fn wrong(wanted: &'static str, found: impl Into<Cow<'static, str>>) -> Error {
    Error::new(slug::SIGNATURE_LINE, wanted, found)
}
