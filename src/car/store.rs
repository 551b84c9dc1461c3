//! The blocks of an archive by what they hash to. Each is checked against its CID when it is taken.

use std::borrow::Cow;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use super::read::{Archive, Section};

use crate::cid::Cid;
use crate::cid::multihash::SHA2_256;
use crate::codec::dag_pb;
use crate::error::{Error, Place, Result, slug};
use crate::hash::{Engine, Message};

/// Where the blocks are: 16 bytes of memory a block, up to twice that while the archive is read.
pub struct Store<'a> {
    archive: Archive<'a>,
    /// A hash of each multihash, and where its section begins, sorted. The section itself tells whether
    /// it is the one; whoever made the archive does not know the key of the hash, so that they can't
    /// make many alike.
    places: Vec<(u64, u64)>,
    hasher: RandomState,
    engine: Engine,
}

/// How far an archive could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Where what is whole ends, in bytes of the file.
    pub end: u64,
    /// Why it ends there, where that is not the end of the file.
    pub torn: Option<Error>,
    /// The last section of the block that was asked for, with its head.
    pub root: Option<Range<u64>>,
}

/// The error of a block that is not there.
pub(crate) fn missing(cid: &Cid) -> Error {
    Error::new(
        slug::BLOCK_MISSING,
        "a block that the archive should hold",
        "none",
    )
    .at(key(cid))
}

/// An error that names a block.
pub(crate) fn key(cid: &Cid) -> Place {
    Place::Key(cid.to_string().into())
}

/// The error of a block that is another one.
fn mismatch(cid: &Cid, at: u64) -> Error {
    let found = format!("other bytes at {at}");
    Error::new(slug::BLOCK_MISMATCH, "the block of this ID", found).at(key(cid))
}

impl<'a> Store<'a> {
    /// Finds all blocks of an archive; of two of one hash the first.
    pub fn of(archive: Archive<'a>, engine: Engine) -> Result<Self> {
        let (mut places, hasher) = (Vec::new(), RandomState::new());
        for section in archive.sections() {
            let section = section?;
            let key = hasher.hash_one(section.cid.multihash());
            places.push((key, section.offset));
        }
        archive.source().check()?;
        places.sort_unstable();
        Ok(Self {
            archive,
            places,
            hasher,
            engine,
        })
    }

    /// The same of an archive that may have been cut: once the block `root` was met, what can't be read
    /// behind it ends the archive.
    pub fn salvaged(mut archive: Archive<'a>, engine: Engine, root: &Cid) -> Result<(Self, Scan)> {
        let (mut places, hasher) = (Vec::new(), RandomState::new());
        let mut scan = Scan {
            end: archive.data.start + archive.header_len(),
            torn: None,
            root: None,
        };
        for section in archive.sections() {
            match section {
                Ok(section) => {
                    if section.cid == *root {
                        scan.root = Some(section.offset..section.block.end);
                    }
                    scan.end = section.block.end;
                    places.push((hasher.hash_one(section.cid.multihash()), section.offset));
                }
                Err(error) if scan.root.is_some() => scan.torn = Some(error),
                Err(error) => return Err(error),
            }
        }
        archive.source().check()?;
        archive.data.end = scan.end;
        places.sort_unstable();
        let store = Self {
            archive,
            places,
            hasher,
            engine,
        };
        Ok((store, scan))
    }

    /// Where the bytes of a block begin.
    pub(crate) fn offset(&self, cid: &Cid) -> Option<u64> {
        self.place(cid).map(|place| place.start)
    }

    /// The archive.
    pub fn archive(&self) -> &Archive<'a> {
        &self.archive
    }

    /// What hashes.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The sections of a hash.
    fn alike<'s>(&'s self, multihash: &'s [u8]) -> impl Iterator<Item = Section> + 's {
        let key = self.hasher.hash_one(multihash);
        let first = self.places.partition_point(|(known, _)| *known < key);
        let alike = self.places.get(first..).unwrap_or_default();
        let alike = alike.iter().take_while(move |(known, _)| *known == key);
        let sections = alike.filter_map(|(_, at)| self.archive.section_at(*at).ok().flatten());
        sections.filter(move |section| *section.cid.multihash() == *multihash)
    }

    /// Where the bytes of a block are.
    fn place(&self, cid: &Cid) -> Option<Range<u64>> {
        let multihash = cid.multihash();
        self.alike(&multihash).next().map(|section| section.block)
    }

    /// Leaves out what stands at `end` and behind it.
    pub(crate) fn cut(&mut self, end: u64) {
        self.archive.data.end = end;
        self.places.retain(|(_, at)| *at < end);
    }

    /// Whether a block is there.
    pub fn has(&self, cid: &Cid) -> bool {
        cid.inline().is_some() || self.place(cid).is_some()
    }

    /// Whether a block stands there by an ID of the same codec, so that what it leads to may be there
    /// too: a chunk can have the bytes of a folder, and what is inline stands nowhere.
    pub fn holds(&self, cid: &Cid) -> bool {
        let multihash = cid.multihash();
        let mut sections = self.alike(&multihash);
        cid.inline().is_none() && sections.any(|section| section.cid.codec() == cid.codec())
    }

    /// A block, checked; `None` where it is not there.
    pub fn get<'s>(&'s self, cid: &'s Cid) -> Result<Option<Cow<'s, [u8]>>> {
        Ok(self.get_many(&[cid])?.pop().flatten())
    }

    /// A block that has to be there.
    pub fn need<'s>(&'s self, cid: &'s Cid) -> Result<Cow<'s, [u8]>> {
        self.get(cid)?.ok_or_else(|| missing(cid))
    }

    /// A block of dag-pb that has to be there.
    pub fn node(&self, cid: &Cid) -> Result<dag_pb::Node> {
        let block = self.need(cid)?;
        dag_pb::Node::decode(&block).map_err(|error| named(error, cid))
    }

    /// A block that was checked before.
    pub(crate) fn unchecked<'s>(&'s self, cid: &'s Cid) -> Result<Option<Cow<'s, [u8]>>> {
        match (cid.inline(), self.place(cid)) {
            (Some(inline), _) => Ok(Some(Cow::Borrowed(inline))),
            (None, Some(place)) => self.archive.block(place).map(Some),
            (None, None) => Ok(None),
        }
    }

    /// Blocks, hashed many at once.
    pub fn get_many<'s>(&'s self, cids: &[&'s Cid]) -> Result<Vec<Option<Cow<'s, [u8]>>>> {
        let mut blocks = Vec::with_capacity(cids.len());
        for cid in cids {
            blocks.push(self.unchecked(cid)?);
        }
        let both = || {
            cids.iter()
                .zip(&blocks)
                .filter_map(|(cid, block)| Some((*cid, block.as_ref()?)))
        };
        check(
            self.engine,
            both().map(|(cid, block)| (cid, &**block)),
            |cid| mismatch(cid, self.place(cid).map_or(0, |place| place.start)),
        )?;
        self.archive.source().check()?;
        Ok(blocks)
    }
}

/// Checks blocks against their CIDs, many at once; of the first that is wrong it makes the error.
pub(crate) fn check<'b>(
    engine: Engine,
    blocks: impl Iterator<Item = (&'b Cid, &'b [u8])>,
    wrong: impl Fn(&Cid) -> Error,
) -> Result<()> {
    let (mut wanted, mut messages) = (Vec::new(), Vec::new());
    for (cid, block) in blocks {
        if cid.hash() == SHA2_256 && cid.digest().len() == 32 {
            wanted.push(cid);
            messages.push(Message::from(block));
        } else if !cid.names(block).map_err(|e| e.at(key(cid)))? {
            return Err(wrong(cid));
        }
    }
    let mut digests = vec![[0; 32]; messages.len()];
    engine.sha256(&messages, &mut digests);
    let bad = wanted
        .iter()
        .zip(&digests)
        .find(|(cid, digest)| cid.digest() != digest.as_slice());
    bad.map_or(Ok(()), |(cid, _)| Err(wrong(cid)))
}

/// An error of a block, with its ID before what is wrong in it.
pub(crate) fn named(error: Error, cid: &Cid) -> Error {
    match error.place {
        Place::Byte(at) => {
            let place = Place::Key(format!("{cid}: byte {at}").into());
            error.at(place)
        }
        Place::Whole => error.at(key(cid)),
        _ => error,
    }
}
