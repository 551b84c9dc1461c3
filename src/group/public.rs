//! What is public of a group: its curve, its threshold, its commitments. Its file is one object:
//! `{"type":"decent-group","version":1,"curve":"..","threshold":3,"members":5,"public_key":"HEX",
//! "commitments":["HEX",..]}`, and where the key was made together, the dealers whose parts are in it,
//! `"qualified":[1,2,..]`.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};

use super::any::{any_curve, curve};
use super::curve::{Curve, CurveName};
use super::object;
use super::polynomial::Commitments;
use super::{MOST, Threshold};
use crate::codec::hex;
use crate::codec::json::unhex;
use crate::error::{Error, Place, Result, slug};
use crate::of_any_curve;

/// The type of the object.
pub(crate) const TYPE: &str = "decent-group";
/// Stands before what the hash is of.
const DOMAIN: &[u8] = b"decent group 1\0";
/// Digits of the hash by which people tell groups apart.
const SHORT: usize = 16;

/// A group of whose members any t can act. It can't be wrong: there are t commitments, each a point of
/// the group of the curve other than infinity.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<C: Curve> {
    size: Threshold,
    commitments: Commitments<C>,
    qualified: Option<Vec<u16>>,
    /// Every part of every member is held against it, and each point's encoding costs an inversion.
    hash: [u8; 32],
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
    threshold: u64,
    members: u64,
    #[serde(borrow)]
    public_key: Cow<'a, str>,
    #[serde(borrow)]
    commitments: Vec<Cow<'a, str>>,
    qualified: Option<Vec<u64>>,
}

fn wrong(wanted: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Error {
    Error::new(slug::GROUP, wanted, found)
}

impl<C: Curve> Group<C> {
    /// Of its parts: as many commitments as members are needed, none of them infinity.
    pub fn of(size: Threshold, commitments: Commitments<C>) -> Result<Self> {
        let (t, count) = (usize::from(size.t()), commitments.count());
        if count != t {
            let found = count.to_string();
            return Err(wrong(
                format!("{t} commitments, one a member needed"),
                found,
            ));
        }
        if let Some(at) = commitments
            .points()
            .iter()
            .position(|p| *p == C::infinity())
        {
            let wanted = "a commitment other than infinity";
            return Err(wrong(wanted, "infinity").at(Place::Item("commitment", at as u64)));
        }
        let mut group = Self {
            size,
            commitments,
            qualified: None,
            hash: [0; 32],
        };
        group.hash = Sha256::digest(group.hashed()).into();
        Ok(group)
    }

    /// The same with the dealers whose parts are in its key: numbers in rising order.
    pub fn with_qualified(mut self, dealers: Vec<u16>) -> Result<Self> {
        let rising = dealers.is_sorted_by(|one, next| one < next);
        let known = dealers.iter().all(|member| (1..=MOST).contains(member));
        if dealers.is_empty() || !rising || !known {
            let wanted = "qualified: numbers of members, in rising order";
            return Err(wrong(wanted, format!("{} numbers", dealers.len())));
        }
        self.qualified = Some(dealers);
        self.hash = Sha256::digest(self.hashed()).into();
        Ok(self)
    }

    /// How many of how many.
    pub fn size(&self) -> Threshold {
        self.size
    }

    /// The commitments to the polynomial on which all shares lie.
    pub fn commitments(&self) -> &Commitments<C> {
        &self.commitments
    }

    /// The dealers whose parts are in the key, where the members made it together.
    pub fn qualified(&self) -> Option<&[u16]> {
        self.qualified.as_deref()
    }

    /// The public key.
    pub fn public_key(&self) -> C::Point {
        self.commitments.constant()
    }

    /// The encoding of the public key.
    pub fn public_bytes(&self) -> Vec<u8> {
        C::encode(&self.public_key())
    }

    /// The number of a member of this group.
    pub fn member(&self, number: u64) -> Result<u16> {
        let known = u16::try_from(number).ok();
        let known = known.filter(|member| (1..=self.size.n()).contains(member));
        known.ok_or_else(|| {
            let wanted = format!("a member from 1 to {}", self.size.n());
            Error::new(slug::NO_MEMBER, wanted, number.to_string())
        })
    }

    /// The public key of one member's share.
    pub fn public_share(&self, member: u16) -> C::Point {
        self.commitments.at(member)
    }

    /// The hash that names this group: SHA-256 of `decent group 1`, a zero byte, the curve's word, a
    /// zero byte, t and n (two bytes each, highest first), the commitments, and the dealers (two bytes
    /// each) where they are noted. A refreshed group has another.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// What the hash is of.
    pub fn hashed(&self) -> Vec<u8> {
        let mut bytes = [DOMAIN, C::NAME.name().as_bytes(), &[0]].concat();
        for number in [self.size.t(), self.size.n()] {
            bytes.extend(number.to_be_bytes());
        }
        bytes.extend(self.commitments.bytes());
        let dealers = self.qualified.iter().flatten();
        bytes.extend(dealers.flat_map(|member| member.to_be_bytes()));
        bytes
    }

    /// The first digits of the hash.
    pub fn short_name(&self) -> String {
        let mut name = hex::encode(&self.hash());
        name.truncate(SHORT);
        name
    }

    /// The file, with the end of its line.
    pub fn text(&self) -> String {
        let points = self.commitments.points();
        let points: Vec<String> = points
            .iter()
            .map(|point| format!("\"{}\"", hex::encode(&C::encode(point))))
            .collect();
        let qualified = self.qualified.as_ref().map_or_else(String::new, |dealers| {
            let dealers: Vec<String> = dealers.iter().map(u16::to_string).collect();
            format!(",\"qualified\":[{}]", dealers.join(","))
        });
        format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"curve\":\"{}\",\"threshold\":{},\"members\":{},\
             \"public_key\":\"{}\",\"commitments\":[{}]{qualified}}}\n",
            C::NAME.name(),
            self.size.t(),
            self.size.n(),
            hex::encode(&self.public_bytes()),
            points.join(","),
        )
    }

    /// From the file, which must be of this curve.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file = parsed(bytes)?;
        if file.curve != C::NAME.name() {
            let wanted = format!("a group of {}", C::NAME.name());
            let found = format!("one of {}", curve(&file.curve, slug::GROUP)?.name());
            return Err(wrong(wanted, found));
        }
        Self::of_file(&file)
    }

    fn of_file(file: &File<'_>) -> Result<Self> {
        let size = Threshold::new(file.threshold, file.members);
        let size = size.map_err(|error| error.within(slug::GROUP, "a group"))?;
        let point = |(at, text): (usize, &Cow<'_, str>)| {
            let place = Place::Item("commitment", at as u64);
            let bytes = unhex("commitments", text).map_err(|e| e.at(place.clone()))?;
            let wanted = || format!("a point of {}, canonical, in its group", C::NAME.name());
            let point = C::decode(&bytes);
            point.ok_or_else(|| wrong(wanted(), "something else").at(place))
        };
        let points = file.commitments.iter().enumerate().map(point);
        let commitments = Commitments::of(points.collect::<Result<_>>()?);
        let group = Self::of(size, commitments)?;
        if unhex("public_key", &file.public_key)? != group.public_bytes() {
            let wanted = "public_key: the first of the commitments";
            return Err(wrong(wanted, "another"));
        }
        let Some(dealers) = &file.qualified else {
            return Ok(group);
        };
        let dealers = dealers.iter().map(|d| u16::try_from(*d).unwrap_or(0));
        group.with_qualified(dealers.collect())
    }
}

fn parsed(bytes: &[u8]) -> Result<File<'_>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    object::read(bytes, TYPE, slug::GROUP)
}

any_curve! {
    /// A group of any curve.
    #[derive(Clone, Debug, PartialEq)]
    AnyGroup, Group, slug::GROUP
}

impl AnyGroup {
    /// How many of how many.
    pub fn size(&self) -> Threshold {
        of_any_curve!(AnyGroup, self, group => group.size())
    }

    /// The hash that names it.
    pub fn hash(&self) -> [u8; 32] {
        of_any_curve!(AnyGroup, self, group => group.hash())
    }

    /// The encoding of the public key.
    pub fn public_bytes(&self) -> Vec<u8> {
        of_any_curve!(AnyGroup, self, group => group.public_bytes())
    }
}
