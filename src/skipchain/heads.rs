//! Evidence that members signed two heads of one chain that can't both be: two checkpoints, each with a
//! path that leads from another block of one number to its root. An honest member signs no head that
//! does not continue the one before, so who signed both is at fault. A member's line says its key, and
//! nothing else is needed to know who signed; whether a key is of the roster is for who trusts one.
//!
//! The file is an object in JSON of type `decent-skip-heads`: the number as `index` (a text, for it has
//! 64 bits) and two `heads`, each with its `note`, the `block` in hex, and the hashes of its `path` in hex.
//! Under the notes stand lines of members alone, all of which hold.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::block::Hash;
use super::checkpoint::{chain_of, cosigners, includes};
use super::proof::{PATH_MOST, Proof};
use super::request::number;
use super::verify::Proven;
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::group::object;
use crate::note::{Checkpoint, Line, Note, Verifier};

/// The type of the object.
pub const TYPE: &str = "decent-skip-heads";

/// A signed head, and a block that is in its tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headed {
    note: Note,
    block: Hash,
    path: Vec<Hash>,
}

/// Its form in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadedFile {
    note: String,
    block: String,
    path: Vec<String>,
}

impl From<&Headed> for HeadedFile {
    fn from(headed: &Headed) -> Self {
        Self {
            note: headed.note.to_string(),
            block: hex::encode(&headed.block),
            path: headed.path.iter().map(|hash| hex::encode(hash)).collect(),
        }
    }
}

impl HeadedFile {
    pub(super) fn headed(&self) -> Result<Headed> {
        if self.path.len() > PATH_MOST {
            return Err(wrong("a path of at most 64 hashes", "more"));
        }
        let path = self.path.iter().map(|hash| object::array("path", hash));
        Ok(Headed {
            note: Note::read(self.note.as_bytes())?,
            block: object::array("block", &self.block)?,
            path: path.collect::<Result<_>>()?,
        })
    }
}

impl Headed {
    /// The head of a proof that holds, with the block to which it leads, under it the lines of the roster
    /// alone; `None` where the proof has no head.
    pub fn of(proof: &Proof, proven: &Proven) -> Option<Self> {
        let head = proof.head.as_ref()?;
        let mut changed = proof.hops.iter().rev();
        let roster = changed.find_map(|hop| hop.roster.as_ref());
        let known = cosigners(roster.or(proof.roster.as_ref())?).ok()?;
        let mut note = Note::read(&head.note).ok()?;
        note.keep(|line| known.iter().any(|key| key.wrote(line)));
        Some(Self {
            note,
            block: *proven.reached.hash(),
            path: head.path.clone(),
        })
    }

    /// Whose lines stand under it; any of another sort is an error.
    fn members(&self) -> Result<Vec<Verifier>> {
        let mut all: Vec<Verifier> = Vec::new();
        for (number, line) in (0..).zip(self.note.lines()) {
            let member = member(line).ok_or_else(|| {
                let error = wrong("lines of members alone", "another");
                error.at(Place::Item("signature", number))
            })?;
            if !all.contains(&member) {
                all.push(member);
            }
        }
        Ok(all)
    }

    /// The keys of those who signed it, where the block is in its tree and all that is under it holds.
    fn signers(&self, index: u64) -> Result<Vec<Hash>> {
        let head = Checkpoint::read(self.note.text())?;
        includes(&head, index, &self.block, &self.path)?;
        let members = self.members()?;
        self.note.open(&members)?;
        Ok(members.iter().map(|member| *member.key()).collect())
    }
}

/// The member whose line it is said to be.
fn member(line: &Line) -> Option<Verifier> {
    let (_, key) = line.name().split_once('/')?;
    let member = Verifier::member(&hex::decode_array(key).ok()?).ok()?;
    member.wrote(line).then_some(member)
}

/// Two heads that can't both be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    sides: [Headed; 2],
    index: u64,
    chain: Hash,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    index: String,
    heads: Vec<HeadedFile>,
}

fn wrong(wanted: &'static str, found: &'static str) -> Error {
    Error::new(slug::SKIP_EVIDENCE, wanted, found)
}

impl Heads {
    /// Of two heads of one chain, that have two blocks of this number. Whether they have them, and whether
    /// the signatures hold, is still to be asked.
    pub fn of(index: u64, one: Headed, other: Headed) -> Result<Self> {
        if one.block == other.block {
            let wanted = "heads that have two blocks of one number";
            return Err(wrong(wanted, "heads that have one"));
        }
        let chain = |of: &Headed| Ok(chain_of(&Checkpoint::read(of.note.text())?));
        let (first, second) = (chain(&one)?, chain(&other)?);
        let chain = first.filter(|_| first == second);
        let chain = chain.ok_or_else(|| wrong("heads of one skipchain", "others"))?;
        Ok(Self {
            sides: [one, other],
            index,
            chain,
        })
    }

    /// The number of which there are two blocks.
    pub fn block(&self) -> u64 {
        self.index
    }

    /// The chain.
    pub fn chain(&self) -> &Hash {
        &self.chain
    }

    /// The keys of Ed25519 that signed both, at least one, where both hold.
    pub fn verify(&self) -> Result<Vec<Hash>> {
        let signers = |number: u64, head: &Headed| {
            let signers = head.signers(self.index);
            signers.map_err(|error| match error.place {
                Place::Item(..) => error,
                _ => error.at(Place::Item("head", number)),
            })
        };
        let [one, other] = &self.sides;
        let (mut both, second) = (signers(0, one)?, signers(1, other)?);
        both.retain(|key| second.contains(key));
        if both.is_empty() {
            return Err(wrong("a key that signed both", "none"));
        }
        Ok(both)
    }

    /// The file, with the end of its line.
    pub fn text(&self) -> String {
        let heads = self.sides.each_ref().map(HeadedFile::from);
        let heads = serde_json::to_string(&heads).unwrap_or_default();
        let index = self.index;
        format!("{{\"type\":\"{TYPE}\",\"version\":1,\"index\":\"{index}\",\"heads\":{heads}}}\n")
    }

    /// From the file. Whether it holds is still to be asked.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let file: File = object::read(bytes, TYPE, slug::SKIP_EVIDENCE)?;
        let [one, other] = &file.heads[..] else {
            return Err(wrong("two heads", "another number of them"));
        };
        let index = number("index", &file.index)?;
        Self::of(index, one.headed()?, other.headed()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::{Algorithm, Signer};
    use crate::skipchain::checkpoint::origin;
    use crate::skipchain::tree::{leaf, node};

    /// A head of two blocks, the first of them `block`, that members of these seeds signed.
    fn headed(chain: u8, block: u8, seeds: &[u8]) -> Headed {
        let head = Checkpoint {
            origin: origin(&[chain; 32]),
            size: 2,
            root: node(&leaf(&[block; 32]), &[6; 32]),
            extensions: Vec::new(),
        };
        let mut note = Note::of_text(head.to_string().as_bytes()).unwrap();
        for seed in seeds {
            let signer = Signer::member(&[*seed; 32].into()).unwrap();
            note.sign(&signer, 5).unwrap();
        }
        Headed {
            note,
            block: [block; 32],
            path: vec![[6; 32]],
        }
    }

    fn key(seed: u8) -> Hash {
        let signer = Signer::member(&[seed; 32].into()).unwrap();
        *signer.verifier().key()
    }

    #[test]
    fn who_signed_both_is_named() {
        let (one, other) = (headed(9, 1, &[1, 2, 3]), headed(9, 2, &[4, 3, 2]));
        let heads = Heads::of(0, one, other).unwrap();
        assert_eq!(heads.verify().unwrap(), [key(2), key(3)]);
        assert_eq!((heads.block(), heads.chain()), (0, &[9; 32]));
        let read = Heads::read(heads.text().as_bytes()).unwrap();
        assert_eq!(read, heads);
    }

    #[test]
    fn heads_that_are_no_evidence_are_refused() {
        let good = headed(9, 1, &[1, 2]);
        assert!(Heads::of(0, good.clone(), headed(9, 1, &[1])).is_err());
        assert!(Heads::of(0, good.clone(), headed(8, 2, &[1])).is_err());
        let refused = |index, other: Headed, why: &str| {
            let heads = Heads::of(index, good.clone(), other).unwrap();
            let error = heads.verify().unwrap_err().to_string();
            assert!(error.contains(why), "{why}: {error}");
        };
        refused(
            0,
            headed(9, 2, &[3, 4]),
            "a key that signed both, found none",
        );
        refused(1, headed(9, 2, &[1]), "head 0: wanted a path from block 1");
        refused(0, headed(9, 2, &[]), "a signature by a key that is trusted");
        let mut other = headed(9, 2, &[1]);
        other.path.clear();
        refused(0, other, "head 1: wanted a path from block 0");
        // A block that the head does not have.
        let mut other = headed(9, 1, &[1]);
        other.block = [2; 32];
        refused(0, other, "head 1: wanted a path from block 0");
        // A line of one who signed both that does not hold, and one of a stranger.
        let signed = headed(9, 2, &[1]);
        let forged = headed(9, 3, &[1]).note.lines()[0].to_string();
        let mut other = signed.clone();
        let text = format!("{}\n{forged}\n", other.note.text());
        other.note = Note::read(text.as_bytes()).unwrap();
        refused(0, other, "signature 0: wanted a signature by decent-skip/");
        for algorithm in [Algorithm::Ed25519, Algorithm::Cosignature] {
            let mut other = signed.clone();
            let stranger = Signer::new("w1", algorithm, &[1; 32].into()).unwrap();
            other.note.sign(&stranger, 5).unwrap();
            refused(0, other, "signature 1: wanted lines of members alone");
        }
    }

    #[test]
    fn files_that_are_none_are_refused() {
        let heads = Heads::of(0, headed(9, 1, &[1]), headed(9, 2, &[1])).unwrap();
        let text = heads.text();
        let hash = format!("\"{}\",", "06".repeat(32));
        let long = format!("\"path\":[{}\"", hash.repeat(64));
        for (from, to, why) in [
            (
                "\"version\":1",
                "\"version\":2",
                "version 1 of decent-skip-heads, found 2",
            ),
            ("\"index\":\"0\"", "\"index\":\"00\"", "index: a number"),
            ("\"index\":\"0\"", "\"index\":0", "skip-evidence"),
            ("\"index\"", "\"more\":1,\"index\"", "more"),
            (
                "\"path\":[\"",
                long.as_str(),
                "at most 64 hashes, found more",
            ),
            ("\"path\":[\"06", "\"path\":[\"", "path: 64 hex digits"),
            ("\"block\":\"01", "\"block\":\"", "block: 64 hex digits"),
            (
                "\"heads\":[",
                "\"heads\":[{\"note\":\"\",\"block\":\"\",\"path\":[]},",
                "two heads",
            ),
        ] {
            let bad = text.replacen(from, to, 1);
            assert_ne!(bad, text);
            let error = Heads::read(bad.as_bytes()).unwrap_err();
            let said = format!("{} {error}", error.slug.name);
            assert!(said.contains(why), "{to:.30}: {said}");
        }
    }
}
