//! Partial signatures: the point of a message times a member's share. One object each:
//! `{"type":"decent-partial","version":1,"group":"HEX","member":2,"signature":"HEX"}`.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::codec::hex;
use crate::codec::json::unhex;
use crate::error::{Error, Result, slug};
use crate::group::{Group, Pairing, Share, object};

/// The type of the object.
const TYPE: &str = "decent-partial";

/// A member's part of a signature.
#[derive(Clone, Debug, PartialEq)]
pub struct Partial<C: Pairing> {
    /// The hash of the group.
    pub group: [u8; 32],
    /// Whose it is, from 1.
    pub member: u16,
    /// The part: a point of the group of the signatures.
    pub signature: C::Signature,
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
    signature: Cow<'a, str>,
}

impl<C: Pairing> Partial<C> {
    /// That of a share, of the point to which a message was hashed.
    pub fn sign(share: &Share<C>, point: &C::Signature) -> Self {
        Self {
            group: share.group,
            member: share.member,
            signature: C::sign(point, share.secret()),
        }
    }

    /// From an object.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let wrong = |wanted: String, found: String| Error::new(slug::PARTIAL, wanted, found);
        let file: File<'_> = object::read(bytes, TYPE, slug::PARTIAL)?;
        let member = object::member(file.member, slug::PARTIAL)?;
        let signature = unhex("signature", &file.signature)?;
        let count = signature.len();
        let point = C::decode_signature(&signature).ok_or_else(|| {
            let wanted = format!(
                "member {member}: a signature, {} bytes of a point in its group",
                C::SIGNATURE_BYTES
            );
            wrong(wanted, format!("{count} bytes that are none"))
        })?;
        Ok(Self {
            group: object::array("group", &file.group)?,
            member,
            signature: point,
        })
    }

    /// The object, with the end of its line.
    pub fn text(&self) -> String {
        format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"group\":\"{}\",\"member\":{},\"signature\":\"{}\"}}\n",
            hex::encode(&self.group),
            self.member,
            hex::encode(&C::encode_signature(&self.signature)),
        )
    }

    /// Whether it is one of this group, by its own word.
    pub fn belongs(&self, group: &Group<C>) -> Result<()> {
        if self.group != group.hash() {
            let wanted = format!("a partial signature of group {}", group.short_name());
            let mut found = hex::encode(&self.group);
            found.truncate(16);
            let found = format!("one of group {found}");
            return Err(Error::new(slug::GROUP_MIXED, wanted, found));
        }
        group.member(self.member.into()).map(drop)
    }

    /// Whether it is its member's signature of `point`.
    pub fn fits(&self, group: &Group<C>, point: &C::Signature) -> Result<()> {
        self.belongs(group)?;
        if C::verify(&self.signature, point, &group.public_share(self.member)) {
            return Ok(());
        }
        Err(unfit(self.member))
    }
}

/// Who is wrong, by name.
pub(super) fn unfit(member: u16) -> Error {
    let found = format!("member {member}'s partial signature does not fit the group");
    Error::new(slug::MEMBER_UNFIT, "", found)
}
