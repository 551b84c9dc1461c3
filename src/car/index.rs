//! Indexes of `CARv2`, in the layout that go-car writes: the spec leaves out the counts, and calls a
//! number of bytes a count. Nothing here is trusted: whoever looks a block up checks its section.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::cid::Cid;
use crate::codec::varint;
use crate::error::{Error, Place, Result, slug};

/// How an index is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 0x0400: by the length of digests.
    Sorted,
    /// 0x0401: by hash function, then by length.
    MultihashSorted,
}

impl Format {
    /// Both, by name.
    pub const NAMES: [(&'static str, Self); 2] = [
        ("multihash-sorted", Self::MultihashSorted),
        ("sorted", Self::Sorted),
    ];

    fn code(self) -> u64 {
        match self {
            Self::Sorted => 0x0400,
            Self::MultihashSorted => 0x0401,
        }
    }
}

/// A place in an index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The hash function, where the format says it.
    pub hash: Option<u64>,
    /// The digest.
    pub digest: Vec<u8>,
    /// Where the section begins, from the start of the `CARv1`.
    pub offset: u64,
}

/// Entries of one width, sorted: digest and offset one behind the other.
type Widths = BTreeMap<u32, Vec<(Vec<u8>, u64)>>;

fn put_widths(bytes: &mut Vec<u8>, widths: Widths) {
    bytes.extend((widths.len() as u32).to_le_bytes());
    for (width, mut entries) in widths {
        entries.sort();
        bytes.extend(width.to_le_bytes());
        bytes.extend((u64::from(width) * entries.len() as u64).to_le_bytes());
        for (digest, offset) in entries {
            bytes.extend(digest);
            bytes.extend(offset.to_le_bytes());
        }
    }
}

/// An index of sections, each with where it begins in the `CARv1`. Blocks that stand in their CIDs are
/// left out.
///
/// ```
/// use decent::{car::index::{self, Format}, cid::Cid};
/// let cid = Cid::v1(0x55, 0x12, &[7; 32]);
/// let bytes = index::encode(Format::MultihashSorted, vec![(cid, 59)]);
/// let (format, entries) = index::decode(&bytes).unwrap();
/// assert_eq!((format, entries[0].offset), (Format::MultihashSorted, 59));
/// ```
pub fn encode(format: Format, sections: Vec<(Cid, u64)>) -> Vec<u8> {
    let mut codes: BTreeMap<u64, Widths> = BTreeMap::new();
    for (cid, offset) in sections {
        if cid.inline().is_some() {
            continue;
        }
        let code = match format {
            Format::Sorted => 0,
            Format::MultihashSorted => cid.hash(),
        };
        let width = cid.digest().len() as u32 + 8;
        let entries = codes.entry(code).or_default().entry(width).or_default();
        entries.push((cid.digest().to_vec(), offset));
    }
    let mut bytes = Vec::new();
    varint::put(&mut bytes, format.code());
    match format {
        Format::Sorted => put_widths(&mut bytes, codes.remove(&0).unwrap_or_default()),
        Format::MultihashSorted => {
            bytes.extend((codes.len() as u32).to_le_bytes());
            for (code, widths) in codes {
                bytes.extend(code.to_le_bytes());
                put_widths(&mut bytes, widths);
            }
        }
    }
    bytes
}

/// What is left of an index.
struct Rest<'a> {
    whole: usize,
    bytes: &'a [u8],
}

impl<'a> Rest<'a> {
    fn wrong(&self, wanted: &'static str, found: impl ToString) -> Error {
        let place = Place::Byte((self.whole - self.bytes.len()) as u64);
        Error::new(slug::CAR, wanted, found.to_string()).at(place)
    }

    fn take(&mut self, len: usize) -> Result<&'a [u8]> {
        let Some((taken, behind)) = self.bytes.split_at_checked(len) else {
            return Err(self.wrong("the whole of an index", "its end"));
        };
        self.bytes = behind;
        Ok(taken)
    }

    fn four(&mut self) -> Result<u32> {
        Ok(u32::from_le_bytes(
            self.take(4)?.try_into().unwrap_or_default(),
        ))
    }

    fn eight(&mut self) -> Result<u64> {
        Ok(u64::from_le_bytes(
            self.take(8)?.try_into().unwrap_or_default(),
        ))
    }

    fn widths(&mut self, hash: Option<u64>, entries: &mut Vec<Entry>) -> Result<()> {
        let mut before = None;
        for _ in 0..self.four()? {
            let width = self.four()?;
            if before.is_some_and(|before| width <= before) || !(9..=136).contains(&width) {
                return Err(self.wrong("widths from 9 to 136 in order", width));
            }
            before = Some(width);
            let len = self.eight()?;
            if len > self.bytes.len() as u64 || !len.is_multiple_of(u64::from(width)) {
                return Err(self.wrong("whole entries within the index", format!("{len} bytes")));
            }
            let mut last: Option<Entry> = None;
            for entry in self.take(len as usize)?.chunks_exact(width as usize) {
                let (digest, offset) = entry
                    .split_at_checked(width as usize - 8)
                    .unwrap_or_default();
                let entry = Entry {
                    hash,
                    digest: digest.to_vec(),
                    offset: u64::from_le_bytes(offset.try_into().unwrap_or_default()),
                };
                if last.as_ref().is_some_and(|last| last.digest > entry.digest) {
                    return Err(self.wrong("digests in order", "one out of it"));
                }
                entries.push(entry.clone());
                last = Some(entry);
            }
        }
        Ok(())
    }
}

/// The entries of an index, in its order.
pub fn decode(bytes: &[u8]) -> Result<(Format, Vec<Entry>)> {
    let mut rest = Rest {
        whole: bytes.len(),
        bytes,
    };
    let code = varint::take_63(&mut rest.bytes)?;
    let mut entries = Vec::new();
    let format = match code {
        0x0400 => {
            rest.widths(None, &mut entries)?;
            Format::Sorted
        }
        0x0401 => {
            let mut before = None;
            for _ in 0..rest.four()? {
                let code = rest.eight()?;
                if before.is_some_and(|before| code <= before) {
                    return Err(rest.wrong("hash functions in order", format!("0x{code:x}")));
                }
                before = Some(code);
                rest.widths(Some(code), &mut entries)?;
            }
            Format::MultihashSorted
        }
        other => {
            return Err(rest.wrong("an index of kind 0x0400 or 0x0401", format!("0x{other:x}")));
        }
    };
    if rest.bytes.is_empty() {
        Ok((format, entries))
    } else {
        Err(rest.wrong(
            "the end of the index",
            format!("{} bytes more", rest.bytes.len()),
        ))
    }
}

/// The bytes of a file in which a `CARv2` has its index.
pub fn range(archive: &super::Archive<'_>) -> Option<Range<u64>> {
    archive.index_at.map(|at| at..archive.source().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formats_round_trip_and_cuts_are_refused() {
        let cid = |hash, n| Cid::v1(0x55, hash, &[n; 32]);
        let sections = vec![
            (cid(0x1e, 3), 300),
            (cid(0x12, 2), 200),
            (cid(0x12, 1), 100),
            (Cid::v1(0x55, 0x14, &[9; 64]), 50),
            (Cid::v1(0x55, 0, b"inline"), 7),
        ];
        for (_, format) in Format::NAMES {
            let bytes = encode(format, sections.clone());
            let (found, entries) = decode(&bytes).unwrap();
            assert_eq!((found, entries.len()), (format, 4));
            for cut in 0..bytes.len() {
                assert!(decode(&bytes[..cut]).is_err(), "{cut}");
            }
            assert!(decode(&[&bytes[..], &[0]].concat()).is_err());
        }
    }
}
