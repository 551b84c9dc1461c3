//! What a member keeps to itself: its value of the polynomial. Its file is one object:
//! `{"type":"decent-group-share","version":1,"curve":"..","group":"HEX","member":2,"threshold":3,
//! "secret":"HEX"}`. The secret is 32 bytes: of BLS12-381 and secp256k1 the highest first, of Ed25519
//! the lowest, as each curve has it.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use zeroize::Zeroizing;

use super::any::{any_curve, curve};
use super::curve::{Curve, CurveName, SecretScalar};
use super::object::{self, array};
use super::polynomial::Polynomial;
use super::{Group, MOST};
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::of_any_curve;
use crate::secret::Secret;

/// The type of the object.
pub(crate) const TYPE: &str = "decent-group-share";

/// A member's share. It has no `Debug`, and is wiped when it goes.
#[derive(Clone)]
pub struct Share<C: Curve> {
    /// The hash of the group.
    pub group: [u8; 32],
    /// Whose it is, from 1.
    pub member: u16,
    /// Members that are needed.
    pub threshold: u16,
    secret: SecretScalar<C>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    curve: Cow<'a, str>,
    #[serde(borrow)]
    group: Cow<'a, str>,
    member: u64,
    threshold: u64,
    // Not copied: an escape in it, which would be, is refused.
    secret: &'a str,
}

fn wrong(wanted: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Error {
    Error::new(slug::GROUP_SHARE, wanted, found)
}

impl<C: Curve> Share<C> {
    /// Of a member of a group, from the polynomial that the group's commitments are to.
    pub fn of(group: &Group<C>, member: u16, polynomial: &Polynomial<C>) -> Result<Self> {
        Self::with(group, member, polynomial.at(member))
    }

    /// Of a member of a group, from its value; [`Share::fits`] is still to be asked.
    pub fn with(group: &Group<C>, member: u16, secret: SecretScalar<C>) -> Result<Self> {
        Ok(Self {
            group: group.hash(),
            member: group.member(member.into())?,
            threshold: group.size().t(),
            secret,
        })
    }

    /// The value itself.
    pub fn secret(&self) -> &C::Scalar {
        &self.secret
    }

    /// Its public key, as the commitments of the group give it too.
    pub fn public(&self) -> C::Point {
        C::public(&self.secret)
    }

    /// Whether it is one of this group, by its own word.
    pub fn belongs(&self, group: &Group<C>) -> Result<()> {
        if self.group != group.hash() {
            let wanted = format!("a share of group {}", group.short_name());
            let found = format!("one of group {}", short(&self.group));
            return Err(Error::new(slug::GROUP_MIXED, wanted, found));
        }
        group.member(self.member.into())?;
        let threshold = group.size().t();
        if self.threshold != threshold {
            let found = self.threshold.to_string();
            return Err(wrong(format!("threshold: {threshold}"), found));
        }
        Ok(())
    }

    /// Whether it is of this group, and right: the generator times it is the value at its member's
    /// number of the commitments.
    pub fn fits(&self, group: &Group<C>) -> Result<()> {
        self.belongs(group)?;
        if group.commitments().fits(self.member, &self.secret) {
            return Ok(());
        }
        let found = format!("member {}'s share does not fit the group", self.member);
        Err(Error::new(slug::MEMBER_UNFIT, "", found))
    }

    /// The file, with the end of its line.
    pub fn text(&self) -> Secret {
        let mut text = Secret::with_room(512);
        let head = format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"curve\":\"{}\",\"group\":\"{}\",\"member\":{},\
             \"threshold\":{},\"secret\":\"",
            C::NAME.name(),
            hex::encode(&self.group),
            self.member,
            self.threshold,
        );
        let digits = Zeroizing::new(hex::encode(&*C::scalar_bytes(&self.secret)));
        for part in [head.as_bytes(), digits.as_bytes(), b"\"}\n"] {
            text.push(part);
        }
        text
    }

    /// From the file, which must be of this curve.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file = parsed(bytes)?;
        if file.curve != C::NAME.name() {
            let wanted = format!("a share on {}", C::NAME.name());
            let found = format!("one on {}", curve(&file.curve, slug::GROUP_SHARE)?.name());
            return Err(wrong(wanted, found));
        }
        Self::of_file(&file)
    }

    fn of_file(file: &File<'_>) -> Result<Self> {
        let number = |field: &'static str, number: u64| {
            let known = u16::try_from(number).ok();
            let known = known.filter(|number| (1..=MOST).contains(number));
            known.ok_or_else(|| wrong(format!("{field}: 1 to {MOST}"), number.to_string()))
        };
        let secret = C::scalar_of(&*object::secret("secret", file.secret)?);
        let past = || wrong("secret: a number below the order", "one past it");
        Ok(Self {
            group: array("group", &file.group)?,
            member: number("member", file.member)?,
            threshold: number("threshold", file.threshold)?,
            secret: Zeroizing::new(secret.ok_or_else(past)?),
        })
    }
}

/// The first digits of a group's hash.
fn short(hash: &[u8; 32]) -> String {
    let mut name = hex::encode(hash);
    name.truncate(16);
    name
}

fn parsed(bytes: &[u8]) -> Result<File<'_>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    object::read_secret(bytes, TYPE, slug::GROUP_SHARE)
}

any_curve! {
    /// A share on any curve.
    #[derive(Clone)]
    AnyShare, Share, slug::GROUP_SHARE
}

impl AnyShare {
    /// Whose it is.
    pub fn member(&self) -> u16 {
        of_any_curve!(AnyShare, self, share => share.member)
    }

    /// Members that are needed.
    pub fn threshold(&self) -> u16 {
        of_any_curve!(AnyShare, self, share => share.threshold)
    }

    /// The hash of its group.
    pub fn group(&self) -> [u8; 32] {
        of_any_curve!(AnyShare, self, share => share.group)
    }
}
