//! Links on their way to be made: requests, which say what is to be signed, and shares, which members
//! answer with. Both are objects in JSON, one a line, so that files of them can be put behind each other.
//! Numbers of blocks stand as texts, for they have 64 bits.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::block::Hash;
use super::link::Statement;
use super::roster::Roster;
use super::sign;
use crate::codec::{hex, json::unhex};
use crate::error::{Error, Result, slug};
use crate::group::object;
use crate::key::SecretKey;

/// The type of requests.
pub const REQUEST: &str = "decent-skip-request";
/// The type of shares.
pub const SHARE: &str = "decent-skip-share";

/// Bytes of a line with either, at most.
pub const LARGEST_LINE: usize = 4096;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestFile<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    chain: Cow<'a, str>,
    from: Cow<'a, str>,
    from_hash: Cow<'a, str>,
    to: Cow<'a, str>,
    to_hash: Cow<'a, str>,
    to_roster: Cow<'a, str>,
    level: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareFile<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    chain: Cow<'a, str>,
    from: Cow<'a, str>,
    level: u8,
    key: Cow<'a, str>,
    signature: Cow<'a, str>,
}

/// A number in its one form.
pub(super) fn number(field: &'static str, text: &str) -> Result<u64> {
    let number: Option<u64> = text.parse().ok();
    let number = number.filter(|number| number.to_string() == text);
    number.ok_or_else(|| {
        let found = format!("{text:.40?}");
        Error::new(slug::SKIP_LINK, format!("{field}: a number"), found)
    })
}

fn bounded(bytes: &[u8]) -> Result<&[u8]> {
    if bytes.len() <= LARGEST_LINE {
        return Ok(bytes);
    }
    let wanted = format!("a line of at most {LARGEST_LINE} bytes");
    Err(Error::new(slug::TOO_LARGE, wanted, "more"))
}

impl Statement {
    /// The request to sign this, with the end of its line.
    pub fn request(&self) -> String {
        format!(
            "{{\"type\":\"{REQUEST}\",\"version\":1,\"chain\":\"{}\",\"from\":\"{}\",\"from_hash\":\"{}\",\
             \"to\":\"{}\",\"to_hash\":\"{}\",\"to_roster\":\"{}\",\"level\":{}}}\n",
            hex::encode(&self.chain),
            self.from,
            hex::encode(&self.from_hash),
            self.to,
            hex::encode(&self.to_hash),
            hex::encode(&self.to_roster),
            self.level
        )
    }

    /// From a request.
    ///
    /// ```
    /// use decent::skipchain::link::Statement;
    /// let statement = Statement {
    ///     chain: [1; 32], from: 8, from_hash: [2; 32], to: 12, to_hash: [3; 32],
    ///     to_roster: [4; 32], level: 2,
    /// };
    /// let request = statement.request();
    /// assert_eq!(Statement::read_request(request.as_bytes()).unwrap(), statement);
    /// ```
    pub fn read_request(bytes: &[u8]) -> Result<Self> {
        let file: RequestFile<'_> = object::read(bounded(bytes)?, REQUEST, slug::SKIP_LINK)?;
        Ok(Self {
            chain: object::array("chain", &file.chain)?,
            from: number("from", &file.from)?,
            from_hash: object::array("from_hash", &file.from_hash)?,
            to: number("to", &file.to)?,
            to_hash: object::array("to_hash", &file.to_hash)?,
            to_roster: object::array("to_roster", &file.to_roster)?,
            level: file.level,
        })
    }
}

/// A member's signature of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The chain.
    pub chain: Hash,
    /// Number of the block that the link leads from.
    pub from: u64,
    /// The level.
    pub level: u8,
    /// The member's public key, as the roster has it.
    pub key: Vec<u8>,
    /// The signature, in the roster's scheme.
    pub signature: Vec<u8>,
}

impl Share {
    /// A member's answer to a request.
    pub fn sign(statement: &Statement, key: &SecretKey) -> Result<Self> {
        Ok(Self {
            chain: statement.chain,
            from: statement.from,
            level: statement.level,
            key: sign::public(key)?,
            signature: sign::sign(key, &statement.message())?,
        })
    }

    /// The line, with its end.
    pub fn text(&self) -> String {
        format!(
            "{{\"type\":\"{SHARE}\",\"version\":1,\"chain\":\"{}\",\"from\":\"{}\",\"level\":{},\
             \"key\":\"{}\",\"signature\":\"{}\"}}\n",
            hex::encode(&self.chain),
            self.from,
            self.level,
            hex::encode(&self.key),
            hex::encode(&self.signature)
        )
    }

    /// From a line.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file: ShareFile<'_> = object::read(bounded(bytes)?, SHARE, slug::SKIP_LINK)?;
        Ok(Self {
            chain: object::array("chain", &file.chain)?,
            from: number("from", &file.from)?,
            level: file.level,
            key: unhex("key", &file.key)?,
            signature: unhex("signature", &file.signature)?,
        })
    }

    /// The place in the roster of whoever signed, where the share is one of this link and holds.
    pub fn fits(&self, statement: &Statement, roster: &Roster) -> Result<usize> {
        let wrong = |wanted: &'static str, found: &'static str| {
            Err(Error::new(slug::SKIP_LINK, wanted, found))
        };
        if self.chain != statement.chain {
            return wrong("a share of a link of this chain", "one of another");
        }
        if (self.from, self.level) != (statement.from, statement.level) {
            return wrong("a share of this link", "one of another");
        }
        let place = roster.place_of(&self.key);
        let member = place.and_then(|place| Some((place, roster.members().get(place)?)));
        let Some((place, member)) = member else {
            let found = format!("key {}", hex::encode(&self.key));
            let wanted = format!("a member of the roster of block {}", self.from);
            return Err(Error::new(slug::SKIP_MEMBER, wanted, found));
        };
        sign::holds(member, &statement.message(), &self.signature)?;
        Ok(place)
    }
}
