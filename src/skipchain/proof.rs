//! Proofs: that a block is of the chain of another one which is trusted, in one file that needs nothing
//! else. From the trusted block it goes forward over signed links, of which it has no more than the
//! hashes they lead to, and rosters only where they change; or over one head that the trusted roster
//! signed. From where that leads it goes back, to whatever block is asked for, by a path of hashes into
//! the tree over all earlier blocks, or over hash links.
//!
//! The file is `decent-skip-proof 1` and a line end, then, numbers highest byte first and lengths of
//! four bytes before all that has not one length:
//!
//! | bytes | what |
//! |---|---|
//! | length + header | the trusted block |
//! | length + roster | its roster; none where nothing is signed |
//! | length, then each | hops: the level (1), the hash that it leads to (32), length + the new roster where it is another, length + mask, length + signatures |
//! | 1 | 1 where a head follows, else 0 |
//! | length + note, length + hashes | the head: a signed note, and the path of the block where it leads |
//! | 1 | 1 where the next header follows, else 0 |
//! | length + header | the block to which hops or head lead |
//! | 1 | 0: that block, or without hops the first, is the one that is proven; 1: it lies before, by a path; 2: it lies before, over links |
//! | length + header, length + hashes | by a path: the block, and the path |
//! | length, then length + header each | over links: the blocks on the way, the last the proven one |

use super::block::{HEADER_MOST, Hash, Header};
use super::bytes::Bytes;
use super::roster::{ENCODED_MOST, Roster};
use super::sign::Signed;
use crate::error::{Error, Result, slug};

mod json;

pub use json::TYPE;

/// What the file begins with.
pub const FIRST: &[u8; 20] = b"decent-skip-proof 1\n";
/// Bytes of a file, at most.
pub const LARGEST: u64 = 64 << 20;
/// Hops, or blocks on the way back, at most.
pub const HOPS_MOST: usize = 1 << 16;
/// Hashes of a path, at most.
pub const PATH_MOST: usize = 64;
/// Bytes of a signed note, at most.
pub const NOTE_MOST: usize = 1_000_000;
/// Bytes of a mask, and of signatures, at most.
pub(super) const MASK_MOST: usize = super::roster::MEMBERS_MOST / 8;
pub(super) const SIGNATURES_MOST: usize = super::roster::MEMBERS_MOST * 64;

/// A link, as a proof has it: what is missing follows from where it leads from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The level.
    pub level: u8,
    /// The hash of the block that it leads to.
    pub to: Hash,
    /// The roster of that block, where it is not the one of before.
    pub roster: Option<Roster>,
    /// Who signed it.
    pub signed: Signed,
}

/// A head that the roster signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// A checkpoint, signed: a note as c2sp.org/tlog-checkpoint has it.
    pub note: Vec<u8>,
    /// That the block where it leads is in the tree of that checkpoint.
    pub path: Vec<Hash>,
}

/// The way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Back {
    /// By a path into the tree over all earlier blocks.
    Path {
        /// The block that is proven.
        block: Header,
        /// RFC 6962's proof of inclusion.
        path: Vec<Hash>,
    },
    /// Over links of hashes: the blocks on the way, the last the proven one.
    Links(Vec<Header>),
}

/// A proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The block that whoever verifies trusts.
    pub start: Header,
    /// Its roster; needed where anything is signed.
    pub roster: Option<Roster>,
    /// Links forward.
    pub hops: Vec<Hop>,
    /// A head, behind them.
    pub head: Option<Head>,
    /// The block to which hops and head lead; `None` where there are neither.
    pub reached: Option<Header>,
    /// The way back from there.
    pub back: Option<Back>,
}

fn put(to: &mut Vec<u8>, bytes: &[u8]) {
    to.extend((bytes.len() as u32).to_be_bytes());
    to.extend(bytes);
}

fn put_path(to: &mut Vec<u8>, path: &[Hash]) {
    to.extend((path.len() as u32).to_be_bytes());
    to.extend(path.iter().flatten());
}

fn put_roster(to: &mut Vec<u8>, roster: Option<&Roster>) {
    put(to, &roster.map(Roster::encode).unwrap_or_default());
}

impl Proof {
    /// The block that is proven.
    pub fn target(&self) -> &Header {
        let reached = self.reached.as_ref().unwrap_or(&self.start);
        match &self.back {
            None => reached,
            Some(Back::Path { block, .. }) => block,
            Some(Back::Links(blocks)) => blocks.last().unwrap_or(reached),
        }
    }

    /// The last block that the roster's signatures lead to, or the trusted one.
    pub fn reached(&self) -> &Header {
        self.reached.as_ref().unwrap_or(&self.start)
    }

    /// The binary form.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = FIRST.to_vec();
        put(&mut bytes, &self.start.encode());
        put_roster(&mut bytes, self.roster.as_ref());
        bytes.extend((self.hops.len() as u32).to_be_bytes());
        for hop in &self.hops {
            bytes.push(hop.level);
            bytes.extend(hop.to);
            put_roster(&mut bytes, hop.roster.as_ref());
            put(&mut bytes, &hop.signed.mask);
            put(&mut bytes, &hop.signed.signatures);
        }
        bytes.push(self.head.is_some().into());
        if let Some(head) = &self.head {
            put(&mut bytes, &head.note);
            put_path(&mut bytes, &head.path);
        }
        bytes.push(self.reached.is_some().into());
        if let Some(reached) = &self.reached {
            put(&mut bytes, &reached.encode());
        }
        match &self.back {
            None => bytes.push(0),
            Some(Back::Path { block, path }) => {
                bytes.push(1);
                put(&mut bytes, &block.encode());
                put_path(&mut bytes, path);
            }
            Some(Back::Links(blocks)) => {
                bytes.push(2);
                bytes.extend((blocks.len() as u32).to_be_bytes());
                for block in blocks {
                    put(&mut bytes, &block.encode());
                }
            }
        }
        bytes
    }

    /// From the binary form.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut rest = Bytes::of(bytes, slug::SKIP_PROOF, "a whole proof of a skipchain");
        let first = rest.take::<20>()?;
        if first != *FIRST {
            return Err(other_version(&first).unwrap_or_else(|| rest.wrong("other bytes")));
        }
        let start = header(&mut rest)?;
        let roster = roster(&mut rest)?;
        let count = rest.count(HOPS_MOST)?;
        let mut hops = Vec::new();
        for _ in 0..count {
            hops.push(hop(&mut rest)?);
        }
        let mut head = None;
        if flag(&mut rest)? {
            let note = sized(&mut rest, NOTE_MOST)?.to_vec();
            let path = path(&mut rest)?;
            head = Some(Head { note, path });
        }
        let reached = if flag(&mut rest)? {
            Some(header(&mut rest)?)
        } else {
            None
        };
        let back = match rest.byte()? {
            0 => None,
            1 => Some(Back::Path {
                block: header(&mut rest)?,
                path: path(&mut rest)?,
            }),
            2 => {
                let count = rest.count(HOPS_MOST)?;
                let mut blocks = Vec::new();
                for _ in 0..count {
                    blocks.push(header(&mut rest)?);
                }
                Some(Back::Links(blocks))
            }
            other => return Err(rest.wrong(format!("a way back of kind {other}"))),
        };
        rest.end()?;
        Self {
            start,
            roster,
            hops,
            head,
            reached,
            back,
        }
        .formed()
    }

    /// The same, where its parts go together in form.
    fn formed(self) -> Result<Self> {
        let wrong = |found| {
            Err(Error::new(
                slug::SKIP_PROOF,
                "parts that go together",
                found,
            ))
        };
        let leads = !self.hops.is_empty() || self.head.is_some();
        if leads != self.reached.is_some() {
            return wrong(
                "signatures without the block that they lead to, or such a block without",
            );
        }
        if leads != self.roster.is_some() {
            return wrong("signatures without a roster, or a roster without signatures");
        }
        if matches!(&self.back, Some(Back::Links(blocks)) if blocks.is_empty()) {
            return wrong("a way back of no blocks");
        }
        Ok(self)
    }
}

/// The error of a proof of a version that we don't know, where its first line says so.
fn other_version(first: &[u8; 20]) -> Option<Error> {
    let (tag, version) = first.split_last_chunk::<2>()?;
    let digit = char::from(version[0]);
    let ours = FIRST.starts_with(tag) && version[1] == b'\n' && digit.is_ascii_digit();
    ours.then(|| Error::new(slug::UNKNOWN_VERSION, "version 1", digit.to_string()))
}

fn flag(rest: &mut Bytes<'_>) -> Result<bool> {
    match rest.byte()? {
        0 => Ok(false),
        1 => Ok(true),
        other => Err(rest.wrong(format!("{other}, where 0 or 1 stands"))),
    }
}

fn sized<'a>(rest: &mut Bytes<'a>, most: usize) -> Result<&'a [u8]> {
    let length = rest.count(most)?;
    rest.slice(length)
}

fn header(rest: &mut Bytes<'_>) -> Result<Header> {
    let bytes = sized(rest, HEADER_MOST)?;
    header_of(bytes)
}

/// A header that fills its bytes.
fn header_of(bytes: &[u8]) -> Result<Header> {
    let within = |error: Error| error.within(slug::SKIP_PROOF, "a proof");
    let (header, used) = Header::decode(bytes).map_err(within)?;
    if used == bytes.len() {
        return Ok(header);
    }
    let wanted = "a proof: the end of a header";
    Err(Error::new(slug::SKIP_PROOF, wanted, "more bytes"))
}

fn roster(rest: &mut Bytes<'_>) -> Result<Option<Roster>> {
    let bytes = sized(rest, ENCODED_MOST)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    let within = |error: Error| error.within(slug::SKIP_PROOF, "a proof");
    Roster::decode(bytes).map(Some).map_err(within)
}

fn hop(rest: &mut Bytes<'_>) -> Result<Hop> {
    Ok(Hop {
        level: rest.byte()?,
        to: rest.take()?,
        roster: roster(rest)?,
        signed: Signed {
            mask: sized(rest, MASK_MOST)?.to_vec(),
            signatures: sized(rest, SIGNATURES_MOST)?.to_vec(),
        },
    })
}

fn path(rest: &mut Bytes<'_>) -> Result<Vec<Hash>> {
    let count = rest.count(PATH_MOST)?;
    (0..count).map(|_| rest.take()).collect()
}
