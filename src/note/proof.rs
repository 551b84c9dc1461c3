//! Proofs that an entry is in a log, with the signed head of the log (c2sp.org/tlog-proof): a first
//! line, the entry's number, the hashes beside its way to the root, an empty line, the checkpoint.

use sha2::{Digest, Sha256};

use super::{Checkpoint, LARGEST, Note, malformed, plain, strict_base64, strict_number};
use crate::codec::{base64, hex};
use crate::error::{Error, Place, Result, slug};
use crate::skipchain::tree::root_above;

/// The first line.
pub const FIRST: &str = "c2sp.org/tlog-proof@v1";
/// Hashes at most: a tree has no more levels.
const HASHES_MOST: usize = 64;

/// A proof and the head that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What someone put beside it. Nobody signed it.
    pub extra: Option<Vec<u8>>,
    /// The number of the entry, from 0.
    pub index: u64,
    /// The hashes beside the way, from the leaf up.
    pub path: Vec<[u8; 32]>,
    /// The note of the head.
    pub note: Note,
}

/// The leaf of an entry, RFC 6962 section 2.1.
pub fn leaf(entry: &[u8]) -> [u8; 32] {
    Sha256::new_with_prefix([0])
        .chain_update(entry)
        .finalize()
        .into()
}

impl Proof {
    /// Whether bytes begin as one does.
    pub fn begins(bytes: &[u8]) -> bool {
        let rest = bytes.strip_prefix(FIRST.as_bytes());
        rest.is_some_and(|rest| rest.starts_with(b"\n"))
    }

    /// Reads one, to its last byte.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let all = plain(bytes)?;
        let (head, note) = all
            .split_once("\n\n")
            .ok_or_else(|| malformed("a proof, an empty line and a checkpoint", "no empty line"))?;
        let mut lines = (1u64..).zip(head.split('\n')).peekable();
        if lines.next().is_none_or(|(_, line)| line != FIRST) {
            return Err(malformed("`c2sp.org/tlog-proof@v1`", "another first line"));
        }
        let extra = lines.next_if(|(_, line)| line.starts_with("extra "));
        let extra = match extra.map(|(at, line)| (at, line.strip_prefix("extra "))) {
            Some((at, Some(text))) => Some(strict_base64(text).ok_or_else(|| {
                malformed("extra data in base64", "something else").at(Place::Line(at))
            })?),
            _ => None,
        };
        let index = lines.next();
        let index = index.and_then(|(_, line)| strict_number(line.strip_prefix("index ")?));
        let index = index.ok_or_else(|| malformed("`index` and a number", "something else"))?;
        let mut path = Vec::new();
        for (at, line) in lines {
            let hash = strict_base64(line).and_then(|hash| hash.try_into().ok());
            let hash = hash.filter(|_| path.len() < HASHES_MOST).ok_or_else(|| {
                malformed("at most 64 hashes in base64", "something else").at(Place::Line(at))
            })?;
            path.push(hash);
        }
        Ok(Self {
            extra,
            index,
            path,
            note: Note::read(note.as_bytes())?,
        })
    }

    /// The head that it states.
    pub fn head(&self) -> Result<Checkpoint> {
        Checkpoint::read(self.note.text())
    }

    /// Whether the hashes lead from an entry's leaf to the root of the head, whose signatures are
    /// another question.
    pub fn verify(&self, leaf: &[u8; 32]) -> Result<()> {
        let head = self.head()?;
        let root = root_above(leaf, self.index, head.size, &self.path);
        let Some(found) = root else {
            let (index, size) = (self.index, head.size);
            let wanted = format!("a proof of entry {index} in a tree of {size}");
            let found = format!("one of {} hashes", self.path.len());
            return Err(Error::new(slug::PROOF_UNFIT, wanted, found));
        };
        if found == head.root {
            return Ok(());
        }
        let wanted = format!("the root {}", hex::encode(&head.root));
        Err(Error::new(slug::WRONG_ROOT, wanted, hex::encode(&found)))
    }
}

impl std::fmt::Display for Proof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{FIRST}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", base64::encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.path {
            writeln!(f, "{}", base64::encode(hash))?;
        }
        write!(f, "\n{}", self.note)
    }
}

const _: () = assert!(HASHES_MOST * 45 < LARGEST);
