//! What was seen of skipchains: JSON Lines, the first `{"format":"decent-skip-state","version":1}`, then an
//! object for each head: `chain`, `index` (a text, for it has 64 bits), `hash`, `time` (a text too), and the
//! `link` that led to it with all signatures, where one did, or the signed `head`. Only heads that were
//! proven are written. With the first head that was signed for stands the encoding of the `roster` that
//! was trusted for it, in hex: how far a committee was exchanged is told from there, however many steps it
//! took.
//!
//! A proof says that a block is of the chain, not that it is the last, nor that there is no other: whoever
//! delivers proofs may keep the newest back, and a roster may sign two blocks of one number. Both show
//! only to who remembers.

use std::collections::BTreeMap;
use std::io::BufRead;

use serde::{Deserialize, Serialize};

use super::block::{Block, Hash};
use super::evidence::{Witness, WitnessFile};
use super::heads::{Headed, HeadedFile};
use super::proof::Proof;
use super::request::number;
use super::roster::{Roster, Turnover};
use super::verify::Proven;
use crate::codec::{hex, json::unhex};
use crate::error::{Error, Place, Result, slug};
use crate::group::object;
use crate::kept::Kept;

/// How they are kept: in a line may stand a link of the largest roster, and that roster again.
const KEPT: Kept = Kept {
    format: "decent-skip-state",
    line_most: 8 << 20,
    damaged: slug::SKIP_STATE,
    holds: "chain, index, hash and time of a head",
};

/// A head that was proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its number.
    pub index: u64,
    /// Its hash.
    pub hash: Hash,
    /// Its time, in seconds since 1970.
    pub time: u64,
    /// The link that led to it, as it stands in the file: whether it is one is asked when it is needed.
    link: Option<WitnessFile>,
    /// The signed head that led to it.
    pub head: Option<Headed>,
}

impl Seen {
    /// The link that led to it, where one did.
    pub fn link(&self) -> Result<Option<Witness>> {
        let read = self.link.as_ref().map(WitnessFile::witness).transpose();
        read.map_err(|error| error.within(slug::SKIP_STATE, "the link to a head"))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    chain: String,
    index: String,
    hash: String,
    time: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<WitnessFile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    roster: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    head: Option<HeadedFile>,
}

/// What a proof is to what was seen before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Its head is newer, and the newest that was seen is on its way.
    New,
    /// Its head is the newest that was seen.
    Known,
    /// Its head is older than one that was seen: somebody goes back.
    Back(u64),
    /// It speaks of another block of a number of which one was seen.
    Two {
        /// The one that was seen.
        seen: Box<Seen>,
        /// The hash of the other.
        hash: Hash,
        /// Which link of the proof leads to it; `None` where none does.
        link: Option<usize>,
    },
    /// Its head is newer, but nothing ties it to the newest that was seen: it may be of a fork.
    Apart(u64),
}

/// All that was seen.
#[derive(Clone, Debug, Default)]
pub struct Book {
    chains: BTreeMap<Hash, BTreeMap<u64, Seen>>,
    /// The roster that was trusted first, of each chain, as it stands in the file.
    first: BTreeMap<Hash, String>,
    /// Bytes up to the end of the last whole line: what is behind was cut off.
    pub whole_bytes: u64,
}

/// The first line of a new file.
pub fn heading() -> String {
    KEPT.heading()
}

impl Book {
    /// Reads a file. What stands behind the last line end was cut off, and does not count.
    ///
    /// ```
    /// use decent::skipchain::state::{Book, heading};
    /// assert_eq!(Book::read(heading().as_bytes()).unwrap().whole_bytes, 43);
    /// assert!(Book::read(&b"{}\n"[..]).is_err());
    /// ```
    pub fn read(file: impl BufRead) -> Result<Self> {
        let mut book = Self::default();
        book.whole_bytes = KEPT.read(file, &mut |line, at| book.line(line, at))?;
        Ok(book)
    }

    fn line(&mut self, line: &[u8], at: u64) -> Result<()> {
        let line: Line =
            serde_json::from_slice(line).map_err(|_| KEPT.wrong(at, "something else"))?;
        let placed = |error: Error| error.within(slug::SKIP_STATE, "a head").at(Place::Line(at));
        let head = line.head.as_ref().map(HeadedFile::headed).transpose();
        let seen = Seen {
            index: number("index", &line.index).map_err(placed)?,
            hash: object::array("hash", &line.hash).map_err(placed)?,
            time: number("time", &line.time).map_err(placed)?,
            link: line.link,
            head: head.map_err(placed)?,
        };
        let chain: Hash = object::array("chain", &line.chain).map_err(placed)?;
        let heads = self.chains.entry(chain).or_default();
        if heads
            .get(&seen.index)
            .is_some_and(|old| old.hash != seen.hash)
        {
            return Err(KEPT.wrong(at, "a second block of one number"));
        }
        heads.insert(seen.index, seen);
        if let Some(roster) = line.roster {
            self.first.entry(chain).or_insert(roster);
        }
        Ok(())
    }

    /// The newest head of each chain.
    pub fn newest(&self) -> impl Iterator<Item = (&Hash, &Seen)> {
        let chains = self.chains.iter();
        chains.filter_map(|(chain, heads)| Some((chain, heads.last_key_value()?.1)))
    }

    /// Whether a block is a head that was seen.
    pub fn knows(&self, block: &Block) -> bool {
        let heads = self.chains.get(block.chain());
        let seen = heads.and_then(|heads| heads.get(&block.index()));
        seen.is_some_and(|seen| seen.hash == *block.hash())
    }

    /// How far the rosters of a proof are from the one that was trusted first for its chain, in percent;
    /// `None` where none was.
    pub fn turnover_percent(&self, proof: &Proof, proven: &Proven) -> Result<Option<u32>> {
        let Some(first) = self.first.get(&proven.chain) else {
            return Ok(None);
        };
        let first = unhex("roster", first).and_then(|bytes| Roster::decode(&bytes));
        let within = |error: Error| error.within(slug::SKIP_STATE, "the first roster");
        let first = first.map_err(within)?;
        let later = proof.hops.iter().filter_map(|hop| hop.roster.as_ref());
        let rosters = proof.roster.iter().chain(later);
        let percents = rosters.map(|roster| Turnover::between(&first, roster).percent());
        Ok(percents.max())
    }

    /// What a proof that holds is to what was seen.
    pub fn judge(&self, proven: &Proven) -> Found {
        let Some(heads) = self.chains.get(&proven.chain) else {
            return Found::New;
        };
        let two = proven.blocks().find_map(|(index, hash)| {
            let seen = heads.get(&index).filter(|seen| seen.hash != hash)?;
            Some((seen.clone(), hash))
        });
        if let Some((seen, hash)) = two {
            let link = proven.links.iter().position(|link| link.to_hash == hash);
            let seen = Box::new(seen);
            return Found::Two { seen, hash, link };
        }
        let Some((newest, _)) = heads.last_key_value() else {
            return Found::New;
        };
        match proven.reached.index().cmp(newest) {
            std::cmp::Ordering::Less => Found::Back(*newest),
            std::cmp::Ordering::Equal => Found::Known,
            std::cmp::Ordering::Greater if proven.blocks().any(|(index, _)| index == *newest) => {
                Found::New
            }
            std::cmp::Ordering::Greater => Found::Apart(*newest),
        }
    }

    /// Notes the head of a proof that holds, and gives its line for the file.
    pub fn add(&mut self, proof: &Proof, proven: &Proven) -> String {
        let last = proven.links.len().checked_sub(1);
        let link = last.and_then(|last| Witness::of(proof, proven, last));
        let link = link.filter(|link| link.statement.to == proven.reached.index());
        let head = &proven.reached;
        let seen = Seen {
            index: head.index(),
            hash: *head.hash(),
            time: head.header().time,
            link: link.as_ref().map(WitnessFile::from),
            head: Headed::of(proof, proven),
        };
        let mut first = None;
        if let (Some(roster), false) = (&proof.roster, self.first.contains_key(&proven.chain)) {
            let encoded = hex::encode(&roster.encode());
            self.first.insert(proven.chain, encoded.clone());
            first = Some(encoded);
        }
        let line = Line {
            chain: hex::encode(&proven.chain),
            index: seen.index.to_string(),
            hash: hex::encode(&seen.hash),
            time: seen.time.to_string(),
            link: seen.link.clone(),
            roster: first,
            head: seen.head.as_ref().map(HeadedFile::from),
        };
        let heads = self.chains.entry(proven.chain).or_default();
        heads.insert(seen.index, seen);
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    }
}
