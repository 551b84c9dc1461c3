//! The log of a chain: a first line, then records that are only ever added. A record is four bytes of
//! its body's length, one of its kind, eight of the CRC-64 over these five and the body, and the body;
//! numbers highest byte first. A torn record at the end was never acknowledged and is passed over; one
//! in the midst is damage.

use std::borrow::Cow;

use crate::error::{Error, Result, slug};
use crate::shamir::crc::Crc64;
use crate::source::Source;

use super::block::{HEADER_MOST, Header, PAYLOAD_MOST, begins};

/// What the log begins with.
pub const FIRST: &[u8; 14] = b"decent-skip 1\n";
/// Bytes of a body at most: a block with its payload.
pub const BODY_MOST: u64 = HEADER_MOST as u64 + 8 + PAYLOAD_MOST;
/// Bytes of the body of any other record at most.
pub const SIGNED_MOST: u64 = 1 << 20;
/// Bytes before a body.
pub const HEAD: u64 = 13;
/// Bytes of a log that are looked at together.
const WINDOW: u64 = 1 << 20;
/// Bytes behind a bad record that are searched for a good one, and bytes of all that may be one there.
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

    fn of(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.byte() == byte)
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Roster => b'r',
            Self::Block => b'b',
            Self::Link => b'l',
            Self::Checkpoint => b'c',
        }
    }

    /// Bytes of its body at most.
    pub const fn most(self) -> u64 {
        match self {
            Self::Block => BODY_MOST,
            Self::Roster | Self::Link | Self::Checkpoint => SIGNED_MOST,
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
    /// Its checksum.
    pub sum: u64,
    /// Its body.
    pub body: Vec<u8>,
}

impl Record {
    /// Where the next one begins.
    pub fn end(&self) -> u64 {
        self.at + HEAD + self.body.len() as u64
    }
}

/// The error of a place where no whole record is.
pub(super) fn damaged(at: u64) -> Error {
    let wanted = "a record that fits its checksum";
    Error::new(slug::SKIP_LOG, wanted, "another").at(crate::error::Place::Byte(at))
}

fn sum(head: [u8; 5], body: &[u8]) -> u64 {
    let mut crc = Crc64::new();
    crc.update(&head);
    crc.update(body);
    crc.value()
}

/// What stands before the checksum of a record.
fn head_of(kind: Kind, body: &[u8]) -> [u8; 5] {
    let [a, b, c, d] = (body.len() as u32).to_be_bytes();
    [a, b, c, d, kind.byte()]
}

/// The checksum of a record.
pub(super) fn sum_of(kind: Kind, body: &[u8]) -> u64 {
    sum(head_of(kind, body), body)
}

/// Writes a record behind others; its checksum.
pub fn push(to: &mut Vec<u8>, kind: Kind, body: &[u8]) -> u64 {
    let head = head_of(kind, body);
    let sum = sum(head, body);
    to.extend(head);
    to.extend(sum.to_be_bytes());
    to.extend(body);
    sum
}

/// The records of a log, in order.
pub struct Records<'a> {
    log: &'a Source<'a>,
    at: u64,
    /// Bytes of the log, and where they begin.
    window: Cow<'a, [u8]>,
    from: u64,
}

/// How a log ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Behind the last whole record.
    pub at: u64,
    /// Bytes of a torn one behind it.
    pub torn: u64,
    /// Whether these are as many as that record says: then it may have been whole once.
    pub full: bool,
}

impl<'a> Records<'a> {
    /// Those from `at` on, which is where a record begins; 0 is the beginning of the log.
    pub fn from(log: &'a Source<'a>, at: u64) -> Result<Self> {
        let first = FIRST.len() as u64;
        let at = match at {
            0 if log.len() >= first && *log.window(0..first)? == *FIRST => first,
            0 => {
                let wanted = "a skipchain, which begins with `decent-skip 1`";
                return Err(Error::new(slug::SKIP_LOG, wanted, "other bytes"));
            }
            at => at,
        };
        Ok(Self {
            log,
            at,
            window: Cow::Borrowed(&[]),
            from: at,
        })
    }

    /// Where the next one begins.
    pub fn at(&self) -> u64 {
        self.at
    }

    /// The next record that is whole; `None` at the end.
    pub fn step(&mut self) -> Result<Option<Record>> {
        if self.seen().is_none() {
            let end = self.log.len().min(self.at.saturating_add(WINDOW));
            self.window = self.log.window(self.at..end.max(self.at))?;
            self.from = self.at;
        }
        let seen = self.seen().map(|(kind, body, sum)| Record {
            kind,
            at: self.at,
            sum,
            body: body.to_vec(),
        });
        let record = match seen {
            // One that is longer than a window.
            None => whole(self.log, self.at)?,
            seen => seen,
        };
        if let Some(record) = &record {
            self.at = record.end();
        }
        Ok(record)
    }

    fn seen(&self) -> Option<(Kind, &[u8], u64)> {
        parse(self.window.get((self.at - self.from) as usize..)?)
    }

    /// How the log ends, when no whole record is left: what stands there is a torn record, or damage
    /// where another follows that is whole. In the payload of a torn block there may be whole records.
    pub fn end(&self) -> Result<End> {
        let (at, len) = (self.at, self.log.len());
        let left = len.saturating_sub(at);
        let mut bytes = vec![0; left.min(HEAD + 8 + HEADER_MOST as u64) as usize];
        self.log.read_at(at.min(len), &mut bytes)?;
        let stated = stated(&bytes);
        let last = stated.is_some_and(|(long, sure)| sure && long >= left);
        if !last && self.later()?.is_some() {
            return Err(damaged(at));
        }
        self.log.check()?;
        Ok(End {
            at,
            torn: left,
            full: left > 0 && stated.is_some_and(|(long, _)| long == left),
        })
    }

    /// Where behind this place the next record begins that is whole, or so much that looks like records
    /// that it is not for us to drop it.
    pub fn later(&self) -> Result<Option<u64>> {
        let (at, len) = (self.at, self.log.len());
        let last = len.min(at.saturating_add(SEARCHED));
        let bytes = self.log.window(at.min(last)..last)?;
        let mut tried = 0;
        for later in 1..bytes.len() {
            let rest = bytes.get(later..).unwrap_or_default();
            let Some((_, body, fits)) = likely(rest) else {
                continue;
            };
            tried += body.len() as u64;
            if tried > SEARCHED || fits().is_some() {
                return Ok(Some(at + later as u64));
            }
        }
        self.log.check()?;
        Ok(None)
    }
}

/// How long the record is with which bytes begin, by its own head; and whether what follows bears that
/// out, as the header of a block does, which says how long its payload is.
fn stated(bytes: &[u8]) -> Option<(u64, bool)> {
    let ([a, b, c, d, kind], rest) = bytes.split_first_chunk::<5>()?;
    let kind = Kind::of(*kind)?;
    let len = u64::from(u32::from_be_bytes([*a, *b, *c, *d]));
    let header = rest.get(16..).and_then(|rest| Header::decode(rest).ok());
    let fits = |(header, used): (Header, usize)| len == 8 + used as u64 + header.payload_bytes;
    let sure = kind == Kind::Block && header.is_some_and(fits);
    (len <= kind.most()).then_some((HEAD + len, sure))
}

/// Kind and body of what begins as a record does, and its checksum where that fits.
fn headed(bytes: &[u8]) -> Option<(Kind, &[u8], impl Fn() -> Option<u64>)> {
    let (head, rest) = bytes.split_first_chunk::<5>()?;
    let (stated, rest) = rest.split_first_chunk::<8>()?;
    let [a, b, c, d, kind] = *head;
    let kind = Kind::of(kind)?;
    let len = u64::from(u32::from_be_bytes([a, b, c, d]));
    if len > kind.most() {
        return None;
    }
    let body = rest.get(..len as usize)?;
    let stated = u64::from_be_bytes(*stated);
    let fits = move || (stated == sum(*head, body)).then_some(stated);
    Some((kind, body, fits))
}

/// The same of what is no chance: the header of a block has a beginning of its own.
fn likely(bytes: &[u8]) -> Option<(Kind, &[u8], impl Fn() -> Option<u64>)> {
    headed(bytes)
        .filter(|(kind, body, _)| *kind != Kind::Block || body.get(8..).is_some_and(begins))
}

/// Kind, body and checksum of the record with which bytes begin.
fn parse(bytes: &[u8]) -> Option<(Kind, &[u8], u64)> {
    let (kind, body, fits) = headed(bytes)?;
    Some((kind, body, fits()?))
}

/// The record at a place, where a whole one begins there.
fn whole(log: &Source<'_>, at: u64) -> Result<Option<Record>> {
    if log.len().saturating_sub(at) < HEAD {
        return Ok(None);
    }
    let mut len = [0; 4];
    log.read_at(at, &mut len)?;
    let end = at + HEAD + u64::from(u32::from_be_bytes(len));
    if end - at > HEAD + BODY_MOST || end > log.len() {
        return Ok(None);
    }
    let bytes = log.window(at..end)?;
    let record = parse(&bytes).map(|(kind, body, sum)| Record {
        kind,
        at,
        sum,
        body: body.to_vec(),
    });
    log.check()?;
    Ok(record)
}

/// The record at a place where one is known to be.
pub fn record_at(log: &Source<'_>, at: u64) -> Result<Record> {
    whole(log, at)?.ok_or_else(|| damaged(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block() -> Vec<u8> {
        let kept = super::super::grow::tests::chain(crate::skipchain::Shape::default(), 1);
        [&[0; 8][..], &kept.blocks[0].header().encode()].concat()
    }

    fn log() -> Vec<u8> {
        let mut bytes = FIRST.to_vec();
        push(&mut bytes, Kind::Roster, b"roster");
        push(&mut bytes, Kind::Block, &block());
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
        assert_eq!(records[1].body, block());
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

    /// The payload of a block may be a log, whose records are whole wherever the block is cut; and may be
    /// damaged behind them.
    #[test]
    fn whole_records_in_a_torn_payload_are_no_damage() {
        let kept = super::super::grow::tests::chain(crate::skipchain::Shape::default(), 1);
        let (before, inner) = (log(), log());
        let mut header = kept.blocks[0].header().clone();
        header.payload_bytes = inner.len() as u64;
        let body = [&[0; 8][..], &header.encode(), &inner].concat();
        let mut bytes = before.clone();
        push(&mut bytes, Kind::Block, &body);
        for len in before.len() + 1..bytes.len() {
            let (records, end) = read(&bytes[..len]).unwrap();
            let torn = (len - before.len()) as u64;
            assert_eq!(
                (records.len(), end.torn, end.full),
                (3, torn, false),
                "{len}"
            );
        }
        let mut rotten = bytes.clone();
        *rotten.last_mut().unwrap() ^= 1;
        assert!(read(&rotten).unwrap().1.full);
        // The same, not the last: no length that is wrong makes it so.
        let at = before.len();
        push(&mut bytes, Kind::Link, b"");
        for bit in at * 8..(at + 5) * 8 {
            let mut other = bytes.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(read(&other).is_err(), "{bit}");
        }
    }

    /// What seems to hold records in every byte is told, and takes no time.
    #[test]
    fn a_torn_end_full_of_heads_is_not_searched_for_ever() {
        let mut bytes = log();
        let head = [0, 15, 0, 0, b'l'];
        bytes.extend(head.iter().cycle().take(8 << 20));
        assert!(read(&bytes).is_err());
        let mut torn = log();
        push(
            &mut torn,
            Kind::Block,
            &[block(), vec![9; 3 << 20]].concat(),
        );
        let whole = torn.len();
        assert_eq!(read(&torn).unwrap().0.len(), 4);
        torn.truncate(whole - 1);
        assert_eq!(read(&torn).unwrap().0.len(), 3);
    }
}
