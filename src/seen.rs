//! What was seen of files when they were read last, so that those that did not change since need not
//! be read again. A file counts as unchanged while its length, inode, mode, and both times are what
//! they were: no program can set the time of the last change of status back (stat(2), `st_ctime`).
//!
//! A file that changed shortly before it was read is not noted: the clocks of file systems tick so
//! slowly that it may change once more within the same tick, and would look as it did.
//!
//! Encoding: the line `decent-seen 1`, the line of what the IDs were made by, then for each file
//! `CID TSIZE LEN INODE MODE MTIME CTIME PATH` and a byte 0, times in nanoseconds since 1970; last
//! the SHA-256 (32 bytes) of all before.

use std::collections::HashMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::cid::Cid;
use crate::dir::Status;

/// Bytes of the encoding that are read at most.
pub const BYTES_MOST: u64 = 1 << 30;
/// Nanoseconds for which a file has to have been as it is: the coarsest clock that is about, FAT's,
/// ticks every two seconds.
const SETTLED: i128 = 2_000_000_000;

const FIRST: &str = "decent-seen 1\n";
const SUM: usize = 32;

/// What a file was like, and what it gave.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    cid: Cid,
    tsize: u64,
    len: u64,
    inode: u64,
    mode: u32,
    changed: [i128; 2],
}

impl Entry {
    fn of(status: &Status, cid: &Cid, tsize: u64) -> Self {
        Self {
            cid: cid.clone(),
            tsize,
            len: status.len,
            inode: status.inode,
            mode: status.mode,
            changed: [status.mtime, status.ctime].map(nanos),
        }
    }

    fn fits(&self, status: &Status) -> bool {
        *self == Self::of(status, &self.cid, self.tsize)
    }

    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let mut word = || words.next();
        let entry = Self {
            cid: Cid::parse(word()?).ok()?.0,
            tsize: word()?.parse().ok()?,
            len: word()?.parse().ok()?,
            inode: word()?.parse().ok()?,
            mode: word()?.parse().ok()?,
            changed: [word()?.parse().ok()?, word()?.parse().ok()?],
        };
        words.next().is_none().then_some(entry)
    }
}

fn nanos((seconds, nanos): (i64, u32)) -> i128 {
    i128::from(seconds) * 1_000_000_000 + i128::from(nanos)
}

/// Whether a block is there already, and all below it.
pub type Known<'a> = &'a dyn Fn(&Cid) -> bool;

/// Files that were seen, by their paths below a folder.
pub struct Seen {
    form: String,
    /// When the reading began, in nanoseconds since 1970.
    began: i128,
    before: HashMap<Vec<u8>, Entry>,
    now: Vec<(Vec<u8>, Entry)>,
    /// Files that were not read, for they are as they were.
    pub spared: u64,
}

impl Seen {
    /// Nothing was seen yet. `form` is what IDs are made by, one line; `began` when the reading
    /// begins, in seconds and nanoseconds since 1970.
    pub fn new(form: String, began: (i64, u32)) -> Self {
        Self {
            form,
            began: nanos(began),
            before: HashMap::new(),
            now: Vec::new(),
            spared: 0,
        }
    }

    /// Goes on from what was written before; of another form it is nothing. `None` where it is damaged
    /// or of another version: nothing is taken from it.
    pub fn read(&mut self, bytes: &[u8]) -> Option<()> {
        let (body, sum) = bytes.split_last_chunk::<SUM>()?;
        if Sha256::digest(body)[..] != sum[..] {
            return None;
        }
        let rest = body.strip_prefix(FIRST.as_bytes())?;
        let Some(rest) = rest.strip_prefix([self.form.as_bytes(), b"\n"].concat().as_slice())
        else {
            return Some(());
        };
        let mut before = HashMap::new();
        for record in rest.split_inclusive(|byte| *byte == 0) {
            let record = record.strip_suffix(&[0])?;
            let (line, path) =
                record.split_at_checked(memchr::memchr_iter(b' ', record).nth(6)?)?;
            let entry = Entry::parse(std::str::from_utf8(line).ok()?)?;
            before.insert(path.get(1..)?.to_vec(), entry);
        }
        self.before = before;
        Some(())
    }

    /// The ID of a file, and the bytes of its blocks, where it is as it was and what it gave is still
    /// `known`.
    pub fn recall(&mut self, path: &[u8], status: &Status, known: Known<'_>) -> Option<(Cid, u64)> {
        let entry = self.before.get(path).filter(|entry| entry.fits(status))?;
        if !known(&entry.cid) {
            return None;
        }
        let found = (entry.cid.clone(), entry.tsize);
        self.now.push((path.to_vec(), entry.clone()));
        self.spared += 1;
        Some(found)
    }

    /// Notes what a file gives; its status was asked for before it was read.
    pub fn note(&mut self, path: &[u8], status: &Status, cid: &Cid, tsize: u64) {
        let entry = Entry::of(status, cid, tsize);
        if entry.changed.iter().all(|time| time + SETTLED < self.began) {
            self.now.push((path.to_vec(), entry));
        }
    }

    /// What was seen this time, encoded; `None` where it is what was read.
    pub fn write(&self) -> Option<Vec<u8>> {
        let same = |(path, entry): &(Vec<u8>, Entry)| self.before.get(path) == Some(entry);
        if self.now.len() == self.before.len() && self.now.iter().all(same) {
            return None;
        }
        let mut text = format!("{FIRST}{}\n", self.form);
        let mut bytes = Vec::new();
        for (path, entry) in &self.now {
            let Entry {
                cid,
                tsize,
                len,
                inode,
                mode,
                changed: [mtime, ctime],
            } = entry;
            let _ = write!(text, "{cid} {tsize} {len} {inode} {mode} {mtime} {ctime} ");
            bytes.append(&mut std::mem::take(&mut text).into_bytes());
            bytes.extend_from_slice(path);
            bytes.push(0);
        }
        bytes.append(&mut text.into_bytes());
        let sum = Sha256::digest(&bytes);
        bytes.extend_from_slice(&sum);
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dir::FileKind;

    const BEGAN: (i64, u32) = (1000, 0);
    const ALL: Known<'static> = &|_| true;

    fn cid() -> Cid {
        Cid::v1(crate::cid::RAW, crate::cid::multihash::SHA2_256, &[7; 32])
    }

    fn status(ctime: (i64, u32)) -> Status {
        Status {
            kind: FileKind::Regular,
            len: 5,
            inode: 6,
            executable: false,
            mode: 0o644,
            mtime: (-1, 999_999_999),
            ctime,
        }
    }

    /// What is read of a file whose path is no text, after it was written.
    fn again(ctime: (i64, u32)) -> Seen {
        let mut seen = Seen::new("form".into(), BEGAN);
        seen.note(b"a \n\xff", &status(ctime), &cid(), 9);
        let bytes = seen.write().unwrap_or_default();
        let mut seen = Seen::new("form".into(), BEGAN);
        if !bytes.is_empty() {
            seen.read(&bytes).unwrap();
        }
        seen
    }

    #[test]
    fn what_is_as_it_was_is_recalled() {
        let mut seen = again((990, 1));
        assert_eq!(
            seen.recall(b"a \n\xff", &status((990, 1)), ALL),
            Some((cid(), 9))
        );
        assert_eq!(seen.write(), None);
        assert_eq!(seen.recall(b"a", &status((990, 1)), ALL), None);
        assert_eq!(seen.recall(b"a \n\xff", &status((990, 2)), ALL), None);
        let status = status((990, 1));
        for other in [
            Status { len: 4, ..status },
            Status { inode: 7, ..status },
            Status {
                mode: 0o755,
                ..status
            },
            Status {
                mtime: (0, 0),
                ..status
            },
        ] {
            assert_eq!(seen.recall(b"a \n\xff", &other, ALL), None);
        }
    }

    #[test]
    fn what_the_store_lacks_is_not_recalled() {
        let mut seen = again((990, 1));
        let none: Known<'_> = &|_| false;
        assert_eq!(seen.recall(b"a \n\xff", &status((990, 1)), none), None);
    }

    #[test]
    fn what_changed_just_now_is_not_noted() {
        for (ctime, noted) in [
            ((997, 999_999_999), true),
            ((998, 0), false),
            ((2000, 0), false),
        ] {
            let mut seen = again(ctime);
            assert_eq!(
                seen.recall(b"a \n\xff", &status(ctime), ALL).is_some(),
                noted,
                "{ctime:?}"
            );
        }
    }

    #[test]
    fn another_form_is_nothing_and_damage_is_refused() {
        let mut seen = Seen::new("form".into(), BEGAN);
        seen.note(b"a", &status((9, 0)), &cid(), 9);
        let bytes = seen.write().unwrap();
        let mut other = Seen::new("other".into(), BEGAN);
        other.read(&bytes).unwrap();
        assert_eq!(other.recall(b"a", &status((9, 0)), ALL), None);
        for at in 0..bytes.len() {
            let mut bad = bytes.clone();
            bad[at] ^= 1;
            let mut seen = Seen::new("form".into(), BEGAN);
            assert!(seen.read(&bad).is_none(), "{at}");
            assert!(seen.read(&bytes[..at]).is_none(), "{at}");
            assert_eq!(seen.recall(b"a", &status((9, 0)), ALL), None);
        }
    }
}
