//! Partial signatures, RFC 9591 section 5.2. The file is one object:
//! `{"type":"decent-frost-partial","version":1,"group":"HEX","member":2,"format":"minisign",
//! "commitments":"HEX","message":"HEX","signature":"HEX"}`: the digest of the commitments that it goes
//! with, the SHA-256 of the bytes that are signed, and a scalar of 32 bytes, lowest first. SSHSIG's have
//! a `"namespace"` behind the format, and those on minisign's comment a `"comment"`.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::Order;
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::group::object::{self, array};
use crate::sig::Format;

/// The type of the object.
pub const TYPE: &str = "decent-frost-partial";

/// One member's part of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// The hash of the group.
    pub group: [u8; 32],
    /// Whose it is, from 1.
    pub member: u16,
    /// What it is to be a part of.
    pub order: Order,
    /// The comment, where it is on minisign's second signature.
    pub comment: Option<String>,
    /// The digest of the commitments of all who sign.
    pub commitments: [u8; 32],
    /// SHA-256 of the bytes that are signed.
    pub message: [u8; 32],
    /// The scalar, lowest byte first.
    pub signature: [u8; 32],
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
    #[serde(borrow)]
    format: Cow<'a, str>,
    namespace: Option<String>,
    comment: Option<String>,
    #[serde(borrow)]
    commitments: Cow<'a, str>,
    #[serde(borrow)]
    message: Cow<'a, str>,
    #[serde(borrow)]
    signature: Cow<'a, str>,
}

impl Partial {
    /// From the file.
    ///
    /// ```
    /// use decent::frost::Partial;
    /// let text = format!(
    ///     "{{\"type\":\"decent-frost-partial\",\"version\":1,\"group\":\"{0}\",\"member\":2,\
    ///      \"format\":\"raw\",\"commitments\":\"{0}\",\"message\":\"{0}\",\"signature\":\"{0}\"}}\n",
    ///     "07".repeat(32),
    /// );
    /// let read = Partial::read(text.as_bytes()).unwrap();
    /// assert_eq!((read.member, read.text()), (2, text));
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file: File<'_> = object::read(bytes, TYPE, slug::FROST_PARTIAL)?;
        let whole = |error: Error| error.within(slug::FROST_PARTIAL, "a partial signature");
        let format = Format::named(&file.format).map_err(whole)?;
        let order = Order::new(format, file.namespace).map_err(whole)?;
        if let Some(comment) = &file.comment {
            if !order.has_second() {
                let wanted = "a comment of minisign's alone";
                return Err(Error::new(slug::FROST_PARTIAL, wanted, format.name()));
            }
            Order::check_comment(comment).map_err(whole)?;
        }
        Ok(Self {
            group: array("group", &file.group)?,
            member: object::member(file.member, slug::FROST_PARTIAL)?,
            order,
            comment: file.comment,
            commitments: array("commitments", &file.commitments)?,
            message: array("message", &file.message)?,
            signature: array("signature", &file.signature)?,
        })
    }

    /// The file, with the end of its line.
    pub fn text(&self) -> String {
        let words = |key: &str, text: Option<&str>| {
            let text = text.map(|text| serde_json::Value::from(text).to_string());
            text.map_or(String::new(), |text| format!(",\"{key}\":{text}"))
        };
        format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"group\":\"{}\",\"member\":{},\"format\":\"{}\"{}{},\
             \"commitments\":\"{}\",\"message\":\"{}\",\"signature\":\"{}\"}}\n",
            hex::encode(&self.group),
            self.member,
            self.order.format().name(),
            words("namespace", self.order.namespace()),
            words("comment", self.comment.as_deref()),
            hex::encode(&self.commitments),
            hex::encode(&self.message),
            hex::encode(&self.signature),
        )
    }
}
