//! The file of a roster: an object in JSON that people read and write, `{"type":"decent-roster",
//! "version":1,"scheme":"ed25519","threshold":3,"members":[{"name":"anna","key":"HEX"},..]}`. A member
//! may have a `weight` other than 1, and of BLS12-381 has its proof of `possession`. Members may stand
//! in any order; the hash is of [`Roster::encode`].

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Key, Member, Roster, Scheme, wrong};
use crate::codec::{hex, json::unhex};
use crate::error::{Error, Place, Result, slug};
use crate::group::object;
use crate::skipchain::possession::Possession;

/// The type of the object.
pub const TYPE: &str = "decent-roster";
/// Bytes of a file, at most.
pub const LARGEST: u64 = 4 << 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    scheme: Cow<'a, str>,
    threshold: u32,
    members: Vec<Entry<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry<'a> {
    name: String,
    weight: Option<u32>,
    #[serde(borrow)]
    key: Cow<'a, str>,
    possession: Option<Cow<'a, str>>,
}

impl Entry<'_> {
    fn member(&self, scheme: Scheme) -> Result<Member> {
        let key = unhex("key", &self.key)?;
        let key = match (scheme, &self.possession) {
            (Scheme::Ed25519, None) => {
                let length = key.len();
                let bytes = <[u8; 32]>::try_from(key);
                let found = format!("{length}");
                Key::ed25519(&bytes.map_err(|_| wrong("a key of 32 bytes", found))?)?
            }
            (Scheme::Bls, Some(proof)) => {
                let made = Possession::decode(&key, &unhex("possession", proof)?);
                let made = made.map_err(|e| e.within(slug::SKIP_ROSTER, "a member's key"))?;
                Key::Bls(Box::new(made))
            }
            (Scheme::Ed25519, Some(_)) => {
                return Err(wrong("no possession beside ed25519", "one"));
            }
            (Scheme::Bls, None) => return Err(wrong("the possession of a key", "none")),
        };
        Ok(Member {
            name: self.name.clone(),
            weight: self.weight.unwrap_or(1),
            key,
        })
    }
}

impl Roster {
    /// From the file.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file: File<'_> = object::read(bytes, TYPE, slug::SKIP_ROSTER)?;
        let scheme = match &*file.scheme {
            "ed25519" => Scheme::Ed25519,
            "bls12-381" => Scheme::Bls,
            other => {
                let found = format!("{other:.40?}");
                return Err(wrong("scheme: ed25519 or bls12-381", found));
            }
        };
        let members = file.members.iter().enumerate().map(|(number, entry)| {
            let at = |error: Error| error.at(Place::Item("member", number as u64));
            entry.member(scheme).map_err(at)
        });
        Self::of(members.collect::<Result<_>>()?, Some(file.threshold))
    }

    /// The file: a line a member.
    pub fn text(&self) -> String {
        let members: Vec<String> = self.members().iter().map(entry).collect();
        format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"scheme\":\"{}\",\"threshold\":{},\"members\":[\n {}\n]}}\n",
            self.scheme().name(),
            self.threshold(),
            members.join(",\n ")
        )
    }
}

fn entry(member: &Member) -> String {
    let name = serde_json::Value::from(member.name.as_str());
    let weight = match member.weight {
        1 => String::new(),
        weight => format!(",\"weight\":{weight}"),
    };
    let possession = match &member.key {
        Key::Ed25519(_) => String::new(),
        Key::Bls(made) => format!(",\"possession\":\"{}\"", hex::encode(&made.proof())),
    };
    let key = hex::encode(&member.key.bytes());
    format!("{{\"name\":{name}{weight},\"key\":\"{key}\"{possession}}}")
}
