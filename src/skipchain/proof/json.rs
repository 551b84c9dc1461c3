//! The same proof in JSON: an object of type `decent-skip-proof`, in which headers, rosters, hashes,
//! masks and signatures are the bytes of the binary form in hex, and a note is its text. Both forms say
//! the same, and each can be made from the other.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};

use super::{Back, HOPS_MOST, Head, Hop, NOTE_MOST, PATH_MOST, Proof, header_of};
use crate::codec::{hex, json::unhex};
use crate::error::{Error, Result, slug};
use crate::group::object;
use crate::skipchain::block::{Hash, Header};
use crate::skipchain::roster::Roster;
use crate::skipchain::sign::Signed;

/// The type of the object.
pub const TYPE: &str = "decent-skip-proof";

type Text<'a> = Cow<'a, str>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    start: Text<'a>,
    roster: Option<Text<'a>>,
    #[serde(default)]
    hops: Vec<HopFile<'a>>,
    head: Option<HeadFile<'a>>,
    reached: Option<Text<'a>>,
    back_path: Option<PathFile<'a>>,
    back_links: Option<Vec<Text<'a>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HopFile<'a> {
    level: u8,
    #[serde(borrow)]
    to: Text<'a>,
    roster: Option<Text<'a>>,
    mask: Text<'a>,
    signatures: Text<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadFile<'a> {
    #[serde(borrow)]
    note: Text<'a>,
    path: Vec<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathFile<'a> {
    #[serde(borrow)]
    block: Text<'a>,
    path: Vec<Text<'a>>,
}

fn most(what: &'static str, count: usize, most: usize) -> Result<()> {
    if count <= most {
        return Ok(());
    }
    let wanted = format!("{what}: at most {most}");
    Err(Error::new(slug::SKIP_PROOF, wanted, count.to_string()))
}

/// Bytes in hex, which has one form: else one proof would have many.
fn bytes(field: &'static str, text: &str) -> Result<Vec<u8>> {
    if text.bytes().any(|letter| letter.is_ascii_uppercase()) {
        let wanted = format!("{field}: hex digits of lower case");
        return Err(Error::new(slug::NOT_HEX, wanted, "one of upper case"));
    }
    unhex(field, text)
}

fn hash(field: &'static str, text: &str) -> Result<Hash> {
    bytes(field, text)?;
    object::array(field, text)
}

fn header(field: &'static str, text: &str) -> Result<Header> {
    header_of(&bytes(field, text)?)
}

fn roster(text: Option<&Text<'_>>) -> Result<Option<Roster>> {
    let read = |text: &Text<'_>| {
        let read = Roster::decode(&bytes("roster", text)?);
        read.map_err(|error| error.within(slug::SKIP_PROOF, "a proof"))
    };
    text.map(read).transpose()
}

fn path(texts: &[Text<'_>]) -> Result<Vec<Hash>> {
    most("path", texts.len(), PATH_MOST)?;
    texts.iter().map(|text| hash("path", text)).collect()
}

fn hop(file: &HopFile<'_>) -> Result<Hop> {
    Ok(Hop {
        level: file.level,
        to: hash("to", &file.to)?,
        roster: roster(file.roster.as_ref())?,
        signed: Signed {
            mask: bytes("mask", &file.mask)?,
            signatures: bytes("signatures", &file.signatures)?,
        },
    })
}

impl File<'_> {
    fn back(&self) -> Result<Option<Back>> {
        match (&self.back_path, &self.back_links) {
            (None, None) => Ok(None),
            (Some(file), None) => Ok(Some(Back::Path {
                block: header("block", &file.block)?,
                path: path(&file.path)?,
            })),
            (None, Some(blocks)) => {
                most("back_links", blocks.len(), HOPS_MOST)?;
                let read = |text: &Text<'_>| header("back_links", text);
                let blocks = blocks.iter().map(read).collect::<Result<_>>()?;
                Ok(Some(Back::Links(blocks)))
            }
            (Some(_), Some(_)) => {
                let wanted = "one way back";
                Err(Error::new(slug::SKIP_PROOF, wanted, "two"))
            }
        }
    }
}

impl Proof {
    /// From either form.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return Self::decode(bytes);
        }
        let file: File<'_> = object::read(bytes, TYPE, slug::SKIP_PROOF)?;
        most("hops", file.hops.len(), HOPS_MOST)?;
        let head = file.head.as_ref().map(|head| {
            most("note", head.note.len(), NOTE_MOST)?;
            Ok(Head {
                note: head.note.as_bytes().to_vec(),
                path: path(&head.path)?,
            })
        });
        let reached = file.reached.as_ref().map(|text| header("reached", text));
        Self {
            start: header("start", &file.start)?,
            roster: roster(file.roster.as_ref())?,
            hops: file.hops.iter().map(hop).collect::<Result<_>>()?,
            head: head.transpose()?,
            reached: reached.transpose()?,
            back: file.back()?,
        }
        .formed()
    }

    /// In JSON, with the end of its line.
    pub fn json(&self) -> String {
        let encoded = |header: &Header| Value::from(hex::encode(&header.encode()));
        let hashes = |path: &[Hash]| {
            path.iter()
                .map(|hash| hex::encode(hash))
                .collect::<Vec<_>>()
        };
        let rostered = |roster: &Roster| Value::from(hex::encode(&roster.encode()));
        let mut object = Map::new();
        object.insert("type".into(), TYPE.into());
        object.insert("version".into(), 1.into());
        object.insert("start".into(), encoded(&self.start));
        if let Some(roster) = &self.roster {
            object.insert("roster".into(), rostered(roster));
        }
        let hops = self.hops.iter().map(|hop| {
            let mut fields = Map::new();
            fields.insert("level".into(), hop.level.into());
            fields.insert("to".into(), hex::encode(&hop.to).into());
            if let Some(roster) = &hop.roster {
                fields.insert("roster".into(), rostered(roster));
            }
            fields.insert("mask".into(), hex::encode(&hop.signed.mask).into());
            let signatures = hex::encode(&hop.signed.signatures);
            fields.insert("signatures".into(), signatures.into());
            Value::from(fields)
        });
        object.insert("hops".into(), hops.collect::<Vec<_>>().into());
        if let Some(head) = &self.head {
            let note = String::from_utf8_lossy(&head.note);
            let fields = json!({"note": note, "path": hashes(&head.path)});
            object.insert("head".into(), fields);
        }
        if let Some(reached) = &self.reached {
            object.insert("reached".into(), encoded(reached));
        }
        match &self.back {
            None => {}
            Some(Back::Path { block, path }) => {
                let fields = json!({"block": encoded(block), "path": hashes(path)});
                object.insert("back_path".into(), fields);
            }
            Some(Back::Links(blocks)) => {
                let blocks: Vec<Value> = blocks.iter().map(encoded).collect();
                object.insert("back_links".into(), blocks.into());
            }
        }
        Value::from(object).to_string() + "\n"
    }
}
