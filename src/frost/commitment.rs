//! Commitments to nonces, RFC 9591 section 5.1. The file is one object:
//! `{"type":"decent-frost-commitment","version":1,"group":"HEX","member":2,"hiding":["HEX","HEX"],
//! "binding":["HEX","HEX"]}`, two pairs of points of 32 bytes each: the first for the message, the
//! second for what only minisign's files sign beside it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::group::object::{self, array};
use crate::group::{Curve, Ed25519, Group};

/// The type of the object.
pub const TYPE: &str = "decent-frost-commitment";
/// Stands before what a roster's digest is of.
const DOMAIN: &[u8] = b"decent frost commitments 1\0";

/// What is published of a pair of nonces: two points, canonical, in the group, not infinity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The hiding nonce times the generator.
    pub hiding: [u8; 32],
    /// The binding nonce times the generator.
    pub binding: [u8; 32],
}

/// What a member publishes before anything is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The hash of the group.
    pub group: [u8; 32],
    /// Whose it is, from 1.
    pub member: u16,
    /// For the message, and for minisign's comment.
    pub pairs: [Pair; 2],
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
    hiding: [Cow<'a, str>; 2],
    #[serde(borrow)]
    binding: [Cow<'a, str>; 2],
}

fn wrong(wanted: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Error {
    Error::new(slug::FROST_COMMITMENT, wanted, found)
}

impl Commitment {
    /// From the file.
    ///
    /// ```
    /// use decent::frost::Commitment;
    /// let point = "58".to_owned() + &"66".repeat(31);
    /// let text = format!(
    ///     "{{\"type\":\"decent-frost-commitment\",\"version\":1,\"group\":\"{}\",\"member\":2,\
    ///      \"hiding\":[\"{point}\",\"{point}\"],\"binding\":[\"{point}\",\"{point}\"]}}\n",
    ///     "00".repeat(32),
    /// );
    /// let read = Commitment::read(text.as_bytes()).unwrap();
    /// assert_eq!((read.member, read.text()), (2, text));
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file: File<'_> = object::read(bytes, TYPE, slug::FROST_COMMITMENT)?;
        let member = object::member(file.member, slug::FROST_COMMITMENT)?;
        let [one, two] = [0, 1].map(|at| -> Result<Pair> {
            let text = |all: &[Cow<'_, str>; 2]| all.get(at).map(ToString::to_string);
            Ok(Pair {
                hiding: point("hiding", &text(&file.hiding).unwrap_or_default())?,
                binding: point("binding", &text(&file.binding).unwrap_or_default())?,
            })
        });
        Ok(Self {
            group: array("group", &file.group)?,
            member,
            pairs: [one?, two?],
        })
    }

    /// The file, with the end of its line.
    pub fn text(&self) -> String {
        let points = |of: fn(&Pair) -> &[u8; 32]| {
            let points = self.pairs.each_ref();
            let points = points.map(|pair| format!("\"{}\"", hex::encode(of(pair))));
            points.join(",")
        };
        format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"group\":\"{}\",\"member\":{},\
             \"hiding\":[{}],\"binding\":[{}]}}\n",
            hex::encode(&self.group),
            self.member,
            points(|pair| &pair.hiding),
            points(|pair| &pair.binding),
        )
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.member.to_be_bytes().to_vec();
        for pair in &self.pairs {
            bytes.extend([pair.hiding, pair.binding].concat());
        }
        bytes
    }
}

fn point(field: &'static str, text: &str) -> Result<[u8; 32]> {
    let bytes = array(field, text)?;
    let wanted = || format!("{field}: a point of ed25519, canonical, in its group");
    let known = Ed25519::decode(&bytes).map(|_| bytes);
    known.ok_or_else(|| wrong(wanted(), "something else"))
}

/// The commitments of all who are to sign: at least as many members as are needed, each once, all of
/// the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    all: BTreeMap<u16, Commitment>,
    group: [u8; 32],
}

impl Roster {
    /// Of commitments in any order. The error says which member's is wrong.
    pub fn of(group: &Group<Ed25519>, commitments: Vec<Commitment>) -> Result<Self> {
        let name = group.hash();
        let mut all = BTreeMap::new();
        for one in commitments {
            let place = Place::Item("member", one.member.into());
            if one.group != name {
                let wanted = format!("a commitment for group {}", group.short_name());
                let found = format!("one for group {}", short(&one.group));
                return Err(wrong(wanted, found).at(place));
            }
            group.member(one.member.into())?;
            if all.insert(one.member, one).is_some() {
                return Err(wrong("one commitment of each member", "two").at(place));
            }
        }
        let threshold = group.size().t();
        if all.len() < threshold.into() {
            let wanted = format!("commitments of {threshold} members or more");
            return Err(Error::new(
                slug::FROST_TOO_FEW,
                wanted,
                all.len().to_string(),
            ));
        }
        Ok(Self { all, group: name })
    }

    /// Who is to sign, in rising order.
    pub fn members(&self) -> impl Iterator<Item = u16> + '_ {
        self.all.keys().copied()
    }

    /// Their numbers, with commas between.
    pub fn named(&self) -> String {
        let members: Vec<_> = self.members().map(|member| member.to_string()).collect();
        members.join(",")
    }

    /// What one member published.
    pub fn of_member(&self, member: u16) -> Option<&Commitment> {
        self.all.get(&member)
    }

    /// The first pairs of all, or the second.
    pub(super) fn pairs(&self, second: bool) -> BTreeMap<u16, Pair> {
        let pair = |one: &Commitment| {
            let [first, last] = one.pairs;
            if second { last } else { first }
        };
        let pairs = self.all.iter();
        pairs.map(|(member, one)| (*member, pair(one))).collect()
    }

    /// SHA-256 of a domain tag, the group's hash and each member's number (two bytes, highest first)
    /// and four points: all who sign together have the same.
    pub fn digest(&self) -> [u8; 32] {
        let mut hasher = Sha256::new_with_prefix(DOMAIN).chain_update(self.group);
        for one in self.all.values() {
            hasher.update(one.bytes());
        }
        hasher.finalize().into()
    }
}

/// The first digits of a group's hash.
pub(super) fn short(hash: &[u8; 32]) -> String {
    let mut name = hex::encode(hash);
    name.truncate(16);
    name
}
