//! Nonces as a member keeps them, secret: whoever has them and a partial signature has the share. The
//! file is one object: `{"type":"decent-frost-nonce","version":1,"group":"HEX","member":2,
//! "hiding":["HEX","HEX"],"binding":["HEX","HEX"]}`, scalars of 32 bytes, lowest first. When minisign's
//! first signature is signed only the second pair is left, and `"first":"HEX"` says for what.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use zeroize::Zeroizing;

use super::Secrets;
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::group::object::{self, array, secret};
use crate::group::{Curve, Ed25519};
use crate::secret::{Secret, SecretBytes};

/// The type of the object.
pub const TYPE: &str = "decent-frost-nonce";
/// Bytes of the file, at most.
pub const LARGEST: usize = 4096;

/// A member's nonces. There is no `Debug`, and they are wiped when they go. They are moved into what
/// signs by them.
pub struct Nonce {
    /// The hash of the group.
    pub group: [u8; 32],
    /// Whose they are, from 1.
    pub member: u16,
    pub(super) left: Left,
}

/// What of the nonces has signed nothing yet.
pub(super) enum Left {
    /// Both pairs.
    Both(Box<[Secrets; 2]>),
    /// The second, for the comment on what the first has signed.
    Second(Secrets, [u8; 32]),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    group: Cow<'a, str>,
    member: u64,
    // Not copied: an escape in them, which would be, is refused.
    #[serde(borrow)]
    hiding: Vec<&'a str>,
    #[serde(borrow)]
    binding: Vec<&'a str>,
    #[serde(borrow)]
    first: Option<Cow<'a, str>>,
}

fn wrong(wanted: &'static str, found: impl Into<Cow<'static, str>>) -> Error {
    Error::new(slug::FROST_NONCE, wanted, found)
}

impl Nonce {
    /// From the file. An empty one is one whose nonces are used.
    ///
    /// ```
    /// use decent::{error::slug, frost::Nonce};
    /// assert_eq!(Nonce::read(b"").err().unwrap().slug, slug::NONCE_USED);
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self> {
        if bytes.is_empty() {
            return Err(Error::new(slug::NONCE_USED, "", "these nonces are used"));
        }
        let file: File<'_> = object::read(bytes, TYPE, slug::FROST_NONCE)?;
        let pair = |at: usize| -> Result<Secrets> {
            let text = |all: &[&'_ str]| all.get(at).copied().unwrap_or_default().to_owned();
            Ok(Secrets {
                hiding: scalar("hiding", &Zeroizing::new(text(&file.hiding)))?,
                binding: scalar("binding", &Zeroizing::new(text(&file.binding)))?,
            })
        };
        let count = (file.hiding.len(), file.binding.len());
        let left = match (&file.first, count) {
            (None, (2, 2)) => Left::Both(Box::new([pair(0)?, pair(1)?])),
            (Some(first), (1, 1)) => Left::Second(pair(0)?, array("first", first)?),
            _ => {
                return Err(wrong(
                    "two pairs of nonces, or one and `first`",
                    "another number",
                ));
            }
        };
        Ok(Self {
            group: array("group", &file.group)?,
            member: object::member(file.member, slug::FROST_NONCE)?,
            left,
        })
    }

    /// The file, with the end of its line.
    pub fn text(&self) -> Secret {
        let head = format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"group\":\"{}\",\"member\":{}",
            hex::encode(&self.group),
            self.member,
        );
        let (pairs, first) = match &self.left {
            Left::Both(pairs) => (pairs.iter().collect::<Vec<_>>(), None),
            Left::Second(pair, first) => (vec![pair], Some(first)),
        };
        let mut text = Secret::with_room(1024);
        text.push(head.as_bytes());
        put(&mut text, "hiding", pairs.iter().map(|pair| &pair.hiding));
        put(&mut text, "binding", pairs.iter().map(|pair| &pair.binding));
        if let Some(first) = first {
            text.push(format!(",\"first\":\"{}\"", hex::encode(first)).as_bytes());
        }
        text.push(b"}\n");
        text
    }

    /// Whether the first pair has signed already.
    pub fn is_half_used(&self) -> bool {
        matches!(self.left, Left::Second(..))
    }
}

/// Puts down a list of secrets.
fn put<'a>(text: &mut Secret, key: &str, all: impl Iterator<Item = &'a SecretBytes<32>>) {
    text.push(format!(",\"{key}\":[").as_bytes());
    for (at, one) in all.enumerate() {
        let comma: &[u8] = if at > 0 { b",\"" } else { b"\"" };
        text.push(comma);
        text.push(Zeroizing::new(hex::encode(one.as_ref())).as_bytes());
        text.push(b"\"");
    }
    text.push(b"]");
}

/// A nonce: a number below the order that is not 0.
fn scalar(field: &'static str, text: &str) -> Result<SecretBytes<32>> {
    let bytes = secret(field, text)?;
    let number = Ed25519::scalar_of(&bytes).map(Zeroizing::new);
    match number {
        Some(number) if *number != Ed25519::number(0) => Ok(bytes),
        _ => Err(wrong("a number below the order, not 0", "another")),
    }
}
