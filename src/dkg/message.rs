//! The messages of a ceremony: each a JSON object on one line, in one spelling alone, signed by its
//! sender with Ed25519 (RFC 8032). What is signed is a tag and the SHA-256 of the object without its
//! signature: so a digest and a signature show everybody that a member has said something, without it.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::Deserialize;
use sha2::{Digest, Sha256};

pub use super::body::{
    Announcement, Bare, Body, Complaint, Deal, Digits, Kind, Opening, Seen, VERSION, Vote,
};
use crate::codec::hex;
use crate::error::{Error, Result, slug};

/// Bytes of a message, at most.
pub const LARGEST: u64 = 128 << 10;
const TAG: &[u8] = b"decent dkg message 1\n";
/// Hex digits of a signature.
const SIGNATURE: usize = 128;
const BEFORE: &str = ",\"signature\":\"";
const AFTER: &str = "\"}";

/// A message: what it says, and its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it says.
    pub body: Body,
    /// The object without its signature.
    text: String,
    signature: [u8; 64],
}

/// Something else than a message in its one spelling.
pub(super) fn malformed(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::DKG_MESSAGE, wanted, found.into())
}

/// What every object says first.
#[derive(Deserialize)]
struct Head {
    r#type: String,
    version: u32,
}

/// Refuses what is of another version before its other fields are looked at.
pub(super) fn known_version(text: &str, begins: &str) -> Result<()> {
    let other = || malformed("a message of a ceremony", "something else");
    let head: Head = serde_json::from_str(text).map_err(|_| other())?;
    if !head.r#type.starts_with(begins) {
        return Err(other());
    }
    if head.version != VERSION {
        let found = head.version.to_string();
        return Err(Error::new(slug::UNKNOWN_VERSION, "version 1", found));
    }
    Ok(())
}

impl Message {
    /// A message, signed.
    pub fn sign(body: Body, key: &SigningKey) -> Result<Self> {
        let text = serde_json::to_string(&body);
        let text = text.map_err(|error| malformed("a message", error.to_string()))?;
        let signature = key.sign(&signed(&digest(&text))).to_bytes();
        Ok(Self {
            body,
            text,
            signature,
        })
    }

    /// A message from its file. Whose signature it has is still to be asked.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let wanted = "a message of a ceremony, signed, on one line";
        let wrong = || malformed(wanted, "something else");
        let text = std::str::from_utf8(bytes).map_err(|_| wrong())?;
        let line = text.strip_suffix('\n').ok_or_else(wrong)?;
        let at = line
            .len()
            .checked_sub(BEFORE.len() + SIGNATURE + AFTER.len());
        let (said, tail) = at
            .and_then(|at| line.split_at_checked(at))
            .ok_or_else(wrong)?;
        let digits = tail
            .strip_prefix(BEFORE)
            .and_then(|t| t.strip_suffix(AFTER));
        let digits = digits.ok_or_else(wrong)?;
        if digits
            .bytes()
            .any(|b| !matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        {
            return Err(wrong());
        }
        let signature = hex::decode_array(digits).map_err(|_| wrong())?;
        let text = format!("{said}}}");
        known_version(&text, "decent-dkg-")?;
        let body: Body = serde_json::from_str(&text)
            .map_err(|error| malformed("a message of its kind", shortened(&error)))?;
        let again = serde_json::to_string(&body).map_err(|_| wrong())?;
        if again != text {
            let wanted = "its one spelling: keys in order, lower hex, no blanks";
            return Err(malformed(wanted, "another"));
        }
        Ok(Self {
            body,
            text,
            signature,
        })
    }

    /// Whether it is signed by this key.
    pub fn signed_by(&self, key: &[u8; 32]) -> bool {
        has_said(key, &self.digest(), &self.signature)
    }

    /// The file.
    pub fn line(&self) -> String {
        let said = self.text.strip_suffix('}').unwrap_or(&self.text);
        format!("{said}{BEFORE}{}{AFTER}\n", hex::encode(&self.signature))
    }

    /// SHA-256 of what is signed, without the tag: what it says has one digest, however often it is
    /// signed.
    pub fn digest(&self) -> [u8; 32] {
        digest(&self.text)
    }

    /// The signature of what has that digest.
    pub fn signature(&self) -> &[u8; 64] {
        &self.signature
    }

    /// The name that its file is given.
    pub fn file_name(&self) -> String {
        let (kind, member, to) = (self.body.kind(), self.body.member(), self.body.to());
        let word = kind.word();
        match kind {
            Kind::Pooled => format!("{word}-{member}-of-{to}"),
            _ => format!("{word}-{member}"),
        }
    }
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

fn signed(digest: &[u8; 32]) -> Vec<u8> {
    [TAG, digest].concat()
}

/// Whether the owner of a key has said what has this digest.
pub(super) fn has_said(key: &[u8; 32], digest: &[u8; 32], signature: &[u8; 64]) -> bool {
    verified(key, &signed(digest), signature)
}

/// The words of a JSON reader without the place, which is one of the text without its signature.
fn shortened(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let words = text.split(" at line ").next().unwrap_or_default();
    words.chars().take(120).collect()
}

/// Strictly: no key and no part of a signature of small order.
pub(super) fn verified(key: &[u8; 32], signed: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(key).is_ok_and(|key| {
        key.verify_strict(signed, &Signature::from_bytes(signature))
            .is_ok()
    })
}
