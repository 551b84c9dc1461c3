//! The log of a chain: a first line, then records that are only ever added. A record is four bytes of
//! its body's length, one of its kind, eight of the CRC-64 over these five and the body, and the body;
//! numbers highest byte first. A torn record at the end was never acknowledged and is passed over; one
//! in the midst is damage.

use crate::error::{Error, Result, slug};
use crate::shamir::crc::Crc64;
use crate::source::Source;

use super::block::{HEADER_MOST, PAYLOAD_MOST};

/// What the log begins with.
pub const FIRST: &[u8; 14] = b"decent-skip 1\n";
/// Bytes of a body at most: a block with its payload.
pub const BODY_MOST: u64 = HEADER_MOST as u64 + 8 + PAYLOAD_MOST;
/// Bytes before a body.
pub const HEAD: u64 = 13;
/// Bytes behind a bad record that are searched for a good one.
const SEARCHED: u64 = 64 << 20;

/// What a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A roster, which stands before the first block of it.
    Roster,
    /// A block: the place of its roster's record (8 bytes), its header, its payload.
    Block,
    /// A link forward, signed.
    Link,
    /// A signed head.
    Checkpoint,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Roster, Self::Block, Self::Link, Self::Checkpoint];

    const fn byte(self) -> u8 {
        match self {
            Self::Roster => b'r',
            Self::Block => b'b',
            Self::Link => b'l',
            Self::Checkpoint => b'c',
        }
    }
}

/// A record, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it holds.
    pub kind: Kind,
    /// Where it begins.
    pub at: u64,
    /// Its body.
    pub body: Vec<u8>,
}

impl Record {
    /// Where the next one begins.
    pub fn end(&self) -> u64 {
        self.at + HEAD + self.body.len() as u64
    }
}

fn damaged(at: u64) -> Error {
    let wanted = "a record that fits its checksum";
    Error::new(slug::SKIP_LOG, wanted, "another").at(crate::error::Place::Byte(at))
}

fn sum(head: &[u8; 5], body: &[u8]) -> u64 {
    let mut crc = Crc64::new();
    crc.update(head);
    crc.update(body);
    crc.value()
}

/// Writes a record behind others.
pub fn push(to: &mut Vec<u8>, kind: Kind, body: &[u8]) {
    let [a, b, c, d] = (body.len() as u32).to_be_bytes();
    let head = [a, b, c, d, kind.byte()];
    to.extend(head);
    to.extend(sum(&head, body).to_be_bytes());
    to.extend(body);
}

/// The records of a log, in order.
pub struct Records<'a> {
    log: &'a Source<'a>,
    at: u64,
}

/// How a log ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Behind the last whole record.
    pub at: u64,
    /// Bytes of a torn one behind it.
    pub torn: u64,
}

impl<'a> Records<'a> {
    /// Those from `at` on, which is where a record begins; 0 is the beginning of the log.
    pub fn from(log: &'a Source<'a>, at: u64) -> Result<Self> {
        if at > 0 {
            return Ok(Self { log, at });
        }
        let first = FIRST.len() as u64;
        let begins = log.len() >= first && *log.window(0..first)? == *FIRST;
        if begins {
            return Ok(Self { log, at: first });
        }
        let wanted = "a skipchain, which begins with `decent-skip 1`";
        Err(Error::new(slug::SKIP_LOG, wanted, "other bytes"))
    }

    /// The next record that is whole; `None` at the end.
    pub fn step(&mut self) -> Result<Option<Record>> {
        let Some(record) = whole(self.log, self.at)? else {
            return Ok(None);
        };
        self.at = record.end();
        Ok(Some(record))
    }

    /// How the log ends, when no whole record is left: what stands there is a torn record, or damage
    /// where another follows that is whole.
    pub fn end(&self) -> Result<End> {
        let (at, len) = (self.at, self.log.len());
        let last = len.min(at.saturating_add(SEARCHED));
        for later in at + 1..last {
            if plausible(self.log, later)?.is_some() && whole(self.log, later)?.is_some() {
                return Err(damaged(at));
            }
        }
        Ok(End { at, torn: len - at })
    }
}

/// Kind and length of a record that may begin at a place.
fn plausible(log: &Source<'_>, at: u64) -> Result<Option<(Kind, u64)>> {
    if log.len().saturating_sub(at) < HEAD {
        return Ok(None);
    }
    let head = log.window(at..at + 5)?;
    let [a, b, c, d, kind] = *head else {
        return Ok(None);
    };
    let len = u64::from(u32::from_be_bytes([a, b, c, d]));
    let kind = Kind::ALL.into_iter().find(|one| one.byte() == kind);
    let fits = len <= BODY_MOST && at + HEAD + len <= log.len();
    Ok(kind.filter(|_| fits).map(|kind| (kind, len)))
}

/// The record at a place, where a whole one begins there.
fn whole(log: &Source<'_>, at: u64) -> Result<Option<Record>> {
    let Some((kind, len)) = plausible(log, at)? else {
        return Ok(None);
    };
    let bytes = log.window(at..at + HEAD + len)?;
    let Some((head, rest)) = bytes.split_first_chunk::<5>() else {
        return Ok(None);
    };
    let Some((stated, body)) = rest.split_first_chunk::<8>() else {
        return Ok(None);
    };
    let fits = u64::from_be_bytes(*stated) == sum(head, body);
    Ok(fits.then(|| Record {
        kind,
        at,
        body: body.to_vec(),
    }))
}

/// The record at a place where one is known to be.
pub fn record_at(log: &Source<'_>, at: u64) -> Result<Record> {
    whole(log, at)?.ok_or_else(|| damaged(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log() -> Vec<u8> {
        let mut bytes = FIRST.to_vec();
        push(&mut bytes, Kind::Roster, b"roster");
        push(&mut bytes, Kind::Block, &[7; 100]);
        push(&mut bytes, Kind::Link, b"");
        bytes
    }

    fn read(bytes: &[u8]) -> Result<(Vec<Record>, End)> {
        let source = Source::from_bytes(bytes);
        let mut records = Records::from(&source, 0)?;
        let mut all = Vec::new();
        while let Some(record) = records.step()? {
            all.push(record);
        }
        Ok((all, records.end()?))
    }

    #[test]
    fn records_are_read_as_they_are_written() {
        let bytes = log();
        let (records, end) = read(&bytes).unwrap();
        let kinds = records.iter().map(|record| record.kind);
        assert_eq!(
            kinds.collect::<Vec<_>>(),
            [Kind::Roster, Kind::Block, Kind::Link]
        );
        assert_eq!(records[1].body, [7; 100]);
        assert_eq!((end.at, end.torn), (bytes.len() as u64, 0));
        let source = Source::from_bytes(&bytes);
        assert_eq!(record_at(&source, records[1].at).unwrap(), records[1]);
        assert!(record_at(&source, records[1].at + 1).is_err());
    }

    #[test]
    fn a_torn_end_is_passed_over() {
        let bytes = log();
        let (all, _) = read(&bytes).unwrap();
        for len in FIRST.len()..bytes.len() {
            let (records, end) = read(&bytes[..len]).unwrap();
            let whole = all
                .iter()
                .filter(|record| record.end() <= len as u64)
                .count();
            assert_eq!(records.len(), whole, "{len}");
            assert_eq!(end.at + end.torn, len as u64);
        }
        assert!(read(&bytes[..FIRST.len() - 1]).is_err());
    }

    #[test]
    fn a_wrong_bit_in_the_midst_is_damage_and_at_the_end_a_torn_record() {
        let bytes = log();
        let (all, _) = read(&bytes).unwrap();
        for at in FIRST.len() * 8..bytes.len() * 8 {
            let mut other = bytes.clone();
            other[at / 8] ^= 1 << (at % 8);
            let last = at as u64 / 8 >= all[2].at;
            assert_eq!(read(&other).is_ok(), last, "bit {at}");
        }
    }
}
