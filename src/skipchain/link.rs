//! Links forward: the roster of one block says that a later one is of the same chain. What is signed is
//!
//! | bytes | what |
//! |---|---|
//! | 32 | `decent-skip-link/1`, padded with zeros |
//! | 32 | the chain |
//! | 8 + 32 | number and hash of the block that the link leads from |
//! | 8 + 32 | number and hash of the block that it leads to |
//! | 32 | hash of the roster of the block that it leads to |
//! | 1 | level |
//!
//! so that nothing signed for one link is good for another. The record in the log has the number of the
//! block it leads from (8), the level (1), the length of the mask (2), the mask, the signatures.

use super::block::{Block, Hash};
use super::bytes::Bytes;
use super::roster::Roster;
use super::sign::{Claim, Judge, Signed, judge};
use crate::error::{Error, Place, Result, slug};

/// Bytes that are signed.
pub const MESSAGE_BYTES: usize = 32 + 32 + 8 + 32 + 8 + 32 + 32 + 1;

const TAG: &[u8; 32] = b"decent-skip-link/1\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

/// What a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The hash of block 0.
    pub chain: Hash,
    /// Number of the block that it leads from.
    pub from: u64,
    /// Its hash.
    pub from_hash: Hash,
    /// Number of the block that it leads to.
    pub to: u64,
    /// Its hash.
    pub to_hash: Hash,
    /// The hash of the roster that signs for it.
    pub to_roster: Hash,
    /// The level.
    pub level: u8,
}

impl Statement {
    /// That of the link between two blocks of one chain.
    pub fn between(from: &Block, to: &Block) -> Result<Self> {
        let (low, high) = (from.index(), to.index());
        let shape = from.header().shape;
        let hop = shape.link(low, high).filter(|_| low < high);
        let hop = hop.ok_or_else(|| {
            let wanted = "two blocks that a link may lead between";
            let found = format!("blocks {low} and {high}");
            Error::new(slug::SKIP_LINK, wanted, found)
        })?;
        Ok(Self {
            chain: *from.chain(),
            from: low,
            from_hash: *from.hash(),
            to: high,
            to_hash: *to.hash(),
            to_roster: to.header().roster,
            level: hop.level,
        })
    }

    /// What is signed.
    ///
    /// ```
    /// use decent::skipchain::link::{MESSAGE_BYTES, Statement};
    /// let statement = Statement {
    ///     chain: [1; 32], from: 8, from_hash: [2; 32], to: 12, to_hash: [3; 32],
    ///     to_roster: [4; 32], level: 2,
    /// };
    /// let message = statement.message();
    /// assert_eq!(message.len(), MESSAGE_BYTES);
    /// assert!(message.starts_with(b"decent-skip-link/1\0"));
    /// ```
    pub fn message(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(MESSAGE_BYTES);
        bytes.extend(TAG);
        bytes.extend(self.chain);
        bytes.extend(self.from.to_be_bytes());
        bytes.extend(self.from_hash);
        bytes.extend(self.to.to_be_bytes());
        bytes.extend(self.to_hash);
        bytes.extend(self.to_roster);
        bytes.push(self.level);
        bytes
    }

    /// Where errors about it are.
    pub fn place(&self) -> Place {
        Place::Item("link from block", self.from)
    }
}

/// A link as it stands in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Number of the block that it leads from.
    pub from: u64,
    /// The level.
    pub level: u8,
    /// Who signed it.
    pub signed: Signed,
}

impl Link {
    /// The body of its record.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.from.to_be_bytes().to_vec();
        bytes.push(self.level);
        bytes.extend((self.signed.mask.len() as u16).to_be_bytes());
        bytes.extend(&self.signed.mask);
        bytes.extend(&self.signed.signatures);
        bytes
    }

    /// From the body of a record.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut rest = Bytes::of(bytes, slug::SKIP_LINK, "the record of a link");
        let from = rest.long()?;
        let level = rest.byte()?;
        let mask = rest.short()?.into();
        let mask = rest.slice(mask)?.to_vec();
        let signatures = rest.rest().to_vec();
        Ok(Self {
            from,
            level,
            signed: Signed { mask, signatures },
        })
    }
}

/// Links that wait to be judged together, each with the roster that must have signed it.
#[derive(Default)]
pub struct Waiting<R> {
    all: Vec<(Statement, Vec<u8>, R, Signed)>,
    signatures: usize,
}

impl<R: AsRef<Roster>> Waiting<R> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            all: Vec::new(),
            signatures: 0,
        }
    }

    /// One more: the link of a record between two blocks, by the roster of the first.
    pub fn push(&mut self, record: &[u8], from: &Block, to: &Block, roster: R) -> Result<()> {
        let link = Link::decode(record)?;
        let statement = Statement::between(from, to)?;
        let error = |found: String| {
            let wanted = format!(
                "a link from block {} on level {}",
                statement.from, statement.level
            );
            Err(Error::new(slug::SKIP_LINK, wanted, found))
        };
        if (link.from, link.level) != (statement.from, statement.level) {
            return error(format!(
                "one from block {} on level {}",
                link.from, link.level
            ));
        }
        if roster.as_ref().hash() != from.header().roster {
            return error("another roster".into());
        }
        self.signatures += link.signed.signatures.len() / 48;
        self.all
            .push((statement, statement.message(), roster, link.signed));
        Ok(())
    }

    /// Signatures that wait, about: past some thousands nothing gets faster.
    pub fn signatures(&self) -> usize {
        self.signatures
    }

    /// Judges all, and waits for others. What does not hold is given with what it says.
    pub fn judge(&mut self, by: &Judge) -> Vec<(Statement, Error)> {
        let claims: Vec<Claim<'_>> = self
            .all
            .iter()
            .map(|(_, message, roster, signed)| Claim {
                message,
                roster: roster.as_ref(),
                signed,
            })
            .collect();
        let found = judge(&claims, by).into_iter();
        let bad = self
            .all
            .iter()
            .zip(found)
            .filter_map(|((statement, ..), one)| {
                let error = one.err()?.at(statement.place());
                Some((*statement, error))
            })
            .collect();
        self.all.clear();
        self.signatures = 0;
        bad
    }
}
