//! Evidence that a roster said two things: two signed links that speak of two blocks of one number, and
//! who signed both. A key that did is at fault whatever roster it is in: no honest member signs for a
//! second block of one number.
//!
//! The file is an object in JSON of type `decent-skip-evidence` with two `links`, each with all that was
//! signed, the roster's encoding in hex, the mask and the signatures.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::block::Hash;
use super::link::Statement;
use super::proof::Proof;
use super::request::number;
use super::roster::Roster;
use super::sign::{Claim, Judge, Signed, judge};
use super::verify::Proven;
use crate::codec::{hex, json::unhex};
use crate::error::{Error, Place, Result, slug};
use crate::group::object;

/// The type of the object.
pub const TYPE: &str = "decent-skip-evidence";
/// Bytes of a file, at most.
pub const LARGEST: u64 = 8 << 20;

/// A link with all that is needed to judge it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// What it says.
    pub statement: Statement,
    /// Who may sign it.
    pub roster: Roster,
    /// Who did.
    pub signed: Signed,
}

/// Its form in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WitnessFile {
    chain: String,
    from: String,
    from_hash: String,
    to: String,
    to_hash: String,
    to_roster: String,
    level: u8,
    roster: String,
    mask: String,
    signatures: String,
}

impl From<&Witness> for WitnessFile {
    fn from(witness: &Witness) -> Self {
        let statement = &witness.statement;
        Self {
            chain: hex::encode(&statement.chain),
            from: statement.from.to_string(),
            from_hash: hex::encode(&statement.from_hash),
            to: statement.to.to_string(),
            to_hash: hex::encode(&statement.to_hash),
            to_roster: hex::encode(&statement.to_roster),
            level: statement.level,
            roster: hex::encode(&witness.roster.encode()),
            mask: hex::encode(&witness.signed.mask),
            signatures: hex::encode(&witness.signed.signatures),
        }
    }
}

impl WitnessFile {
    pub(super) fn witness(&self) -> Result<Witness> {
        Ok(Witness {
            statement: Statement {
                chain: object::array("chain", &self.chain)?,
                from: number("from", &self.from)?,
                from_hash: object::array("from_hash", &self.from_hash)?,
                to: number("to", &self.to)?,
                to_hash: object::array("to_hash", &self.to_hash)?,
                to_roster: object::array("to_roster", &self.to_roster)?,
                level: self.level,
            },
            roster: Roster::decode(&unhex("roster", &self.roster)?)?,
            signed: Signed {
                mask: unhex("mask", &self.mask)?,
                signatures: unhex("signatures", &self.signatures)?,
            },
        })
    }
}

impl Witness {
    /// A link of a proof that holds.
    pub fn of(proof: &Proof, proven: &Proven, number: usize) -> Option<Self> {
        let mut changed = proof.hops.get(..number)?.iter().rev();
        let roster = changed.find_map(|hop| hop.roster.as_ref());
        Some(Self {
            statement: *proven.links.get(number)?,
            roster: roster.or(proof.roster.as_ref())?.clone(),
            signed: proof.hops.get(number)?.signed.clone(),
        })
    }

    /// Whether a quorum of its roster signed it.
    pub fn holds(&self, by: &Judge) -> bool {
        let claim = Claim {
            message: &self.statement.message(),
            roster: &self.roster,
            signed: &self.signed,
        };
        judge(&[claim], by).iter().all(Result::is_ok)
    }
}

/// Two links that can't both be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    links: [Witness; 2],
    block: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "type", borrow)]
    _type: Cow<'a, str>,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    links: Vec<WitnessFile>,
}

/// A member who signed both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Culprit {
    /// The name in the first roster.
    pub name: String,
    /// The key, by which it is one and the same.
    pub key: Vec<u8>,
}

fn wrong(wanted: &'static str, found: &'static str) -> Error {
    Error::new(slug::SKIP_EVIDENCE, wanted, found)
}

impl Evidence {
    /// Of two links that speak of two blocks of one number in one chain.
    pub fn of(one: Witness, other: Witness) -> Result<Self> {
        let (first, second) = (&one.statement, &other.statement);
        if first.chain != second.chain {
            return Err(wrong("links of one chain", "links of two"));
        }
        let blocks = |of: &Statement| [(of.to, of.to_hash), (of.from, of.from_hash)];
        let apart = blocks(first).into_iter().find_map(|(index, hash)| {
            let mut others = blocks(second).into_iter();
            others.find(|(number, other)| *number == index && *other != hash)
        });
        let (block, _) = apart.ok_or_else(|| {
            wrong(
                "links that speak of two blocks of one number",
                "links that don't",
            )
        })?;
        Ok(Self {
            links: [one, other],
            block,
        })
    }

    /// The number of which there are two blocks.
    pub fn block(&self) -> u64 {
        self.block
    }

    /// The chain.
    pub fn chain(&self) -> &Hash {
        &self.links[0].statement.chain
    }

    /// The two links.
    pub fn links(&self) -> &[Witness; 2] {
        &self.links
    }

    /// Who signed both, where both hold. Of one roster they are at least twice the threshold less all.
    pub fn verify(&self, by: &Judge) -> Result<Vec<Culprit>> {
        let messages = self.links.each_ref().map(|link| link.statement.message());
        let claims: Vec<Claim<'_>> = self
            .links
            .iter()
            .zip(&messages)
            .map(|(link, message)| Claim {
                message,
                roster: &link.roster,
                signed: &link.signed,
            })
            .collect();
        for (number, outcome) in judge(&claims, by).into_iter().enumerate() {
            outcome.map_err(|error| error.at(Place::Item("link", number as u64)))?;
        }
        let culprits = self.both();
        if culprits.is_empty() {
            return Err(wrong("a key that signed both", "none"));
        }
        Ok(culprits)
    }

    /// The first link whose roster is none of those that are known, by its place. Whoever likes can make
    /// a roster of others' names, and sign for it: only a roster that is known says who somebody is.
    pub fn stranger(&self, known: &[Roster]) -> Option<usize> {
        let known = |link: &Witness| known.contains(&link.roster);
        self.links.iter().position(|link| !known(link))
    }

    fn both(&self) -> Vec<Culprit> {
        let [one, other] = &self.links;
        let second = other.signed.signers(&other.roster).unwrap_or_default();
        let first = one.signed.signers(&one.roster).unwrap_or_default();
        let members = first.iter().filter_map(|at| one.roster.members().get(*at));
        let members = members.filter_map(|member| {
            let key = member.key.bytes();
            let place = other.roster.place_of(&key)?;
            second.contains(&place).then(|| Culprit {
                name: member.name.clone(),
                key,
            })
        });
        members.collect()
    }

    /// The file, with the end of its line.
    pub fn text(&self) -> String {
        let links = self.links.each_ref().map(WitnessFile::from);
        let links = serde_json::to_string(&links).unwrap_or_default();
        format!("{{\"type\":\"{TYPE}\",\"version\":1,\"links\":{links}}}\n")
    }

    /// From the file. Whether the signatures hold is still to be asked.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file: File<'_> = object::read(bytes, TYPE, slug::SKIP_EVIDENCE)?;
        let [one, other] = &file.links[..] else {
            return Err(wrong("two links", "another number of them"));
        };
        Self::of(one.witness()?, other.witness()?)
    }
}
