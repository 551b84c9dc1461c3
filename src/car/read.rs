//! Archives, section by section: `CARv1`, and the `CARv1` inside a `CARv2`.

use std::borrow::Cow;
use std::ops::Range;

use crate::cid::Cid;
use crate::codec::dag_cbor::{Reader, Token};
use crate::codec::varint;
use crate::error::{Error, Place, Result, slug};
use crate::source::Source;

/// Bytes of a header at most, as go-car has it.
pub const HEADER_MOST: u64 = 32 << 20;
/// Bytes of a section at most, as go-car has it.
pub const SECTION_MOST: u64 = 8 << 20;
/// What a `CARv2` begins with.
pub(crate) const PRAGMA: [u8; 11] = [
    0x0a, 0xa1, 0x67, b'v', b'e', b'r', b's', b'i', b'o', b'n', 2,
];
/// Bytes of the header of a `CARv2` behind the pragma.
pub(crate) const V2_HEADER: u64 = 40;

/// An open archive.
#[derive(Clone)]
pub struct Archive<'a> {
    source: &'a Source<'a>,
    /// 1 or 2.
    pub version: u64,
    /// What it says it is of.
    pub roots: Vec<Cid>,
    /// The `CARv1`: all of a file, or a part of a `CARv2`.
    pub data: Range<u64>,
    /// Where in it the sections begin.
    sections_at: u64,
    /// Where a `CARv2` has its index.
    pub index_at: Option<u64>,
    /// Zeros where a section should begin are the end.
    pub zero_eof: bool,
}

/// A block in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Where the section begins, in bytes of the file.
    pub offset: u64,
    /// What it says the block is.
    pub cid: Cid,
    /// The bytes of the block.
    pub block: Range<u64>,
}

fn wrong(
    wanted: impl Into<Cow<'static, str>>,
    found: impl Into<Cow<'static, str>>,
    at: u64,
) -> Error {
    Error::new(slug::CAR, wanted, found).at(Place::Byte(at))
}

impl<'a> Archive<'a> {
    /// Reads the header of an archive.
    ///
    /// ```
    /// use decent::{car::Archive, source::Source};
    /// let bytes = [&[17, 0xa2, 0x65][..], b"roots", &[0x80, 0x67], b"version", &[1]].concat();
    /// let source = Source::from_bytes(bytes);
    /// let archive = Archive::open(&source).unwrap();
    /// assert!(archive.roots.is_empty() && archive.sections().next().is_none());
    /// ```
    pub fn open(source: &'a Source<'a>) -> Result<Self> {
        let whole = 0..source.len();
        let (header, behind) = header(source, &whole)?;
        let mut archive = Self {
            source,
            version: 1,
            roots: Vec::new(),
            data: whole,
            sections_at: behind,
            index_at: None,
            zero_eof: false,
        };
        match header {
            Header::One(roots) => archive.roots = roots,
            Header::Two => archive.open_v2(behind)?,
        }
        source.check()?;
        Ok(archive)
    }

    fn open_v2(&mut self, at: u64) -> Result<()> {
        let end = self.source.len();
        if end < at + V2_HEADER {
            return Err(wrong(
                "40 bytes of a CARv2 header",
                format!("{} left", end.saturating_sub(at)),
                at,
            ));
        }
        let bytes = bytes(self.source, at..at + V2_HEADER)?;
        let number = |from: usize| {
            let eight = bytes
                .get(from..from + 8)
                .and_then(|bytes| bytes.try_into().ok());
            u64::from_le_bytes(eight.unwrap_or_default())
        };
        let (data_at, data_len, index_at) = (number(16), number(24), number(32));
        let data_end = data_at
            .checked_add(data_len)
            .filter(|data_end| *data_end <= end);
        let Some(data_end) = data_end.filter(|_| data_at >= at + V2_HEADER) else {
            let found = format!("{data_len} bytes at {data_at} of {end}");
            return Err(wrong(
                "data within the file and behind the header",
                found,
                at + 16,
            ));
        };
        if index_at != 0 && (index_at < data_end || index_at >= end) {
            let found = format!("one at {index_at}");
            return Err(wrong(
                "an index behind the data and within the file",
                found,
                at + 32,
            ));
        }
        self.version = 2;
        self.data = data_at..data_end;
        self.index_at = (index_at != 0).then_some(index_at);
        let (header, behind) = header(self.source, &self.data)?;
        let Header::One(roots) = header else {
            return Err(wrong("a CARv1 in a CARv2", "another CARv2", data_at));
        };
        (self.roots, self.sections_at) = (roots, behind);
        Ok(())
    }

    /// The file itself.
    pub fn source(&self) -> &'a Source<'a> {
        self.source
    }

    /// Bytes of the header of the `CARv1`.
    pub fn header_len(&self) -> u64 {
        self.sections_at - self.data.start
    }

    /// The sections in the order of the file; after an error there is none.
    pub fn sections(&self) -> Sections<'a> {
        Sections {
            archive: self.clone(),
            at: self.sections_at,
        }
    }

    /// The section that begins there.
    pub fn section_at(&self, at: u64) -> Result<Option<Section>> {
        if at == self.data.end {
            return Ok(None);
        }
        let head = bytes(self.source, at..self.data.end.min(at + 10))?;
        if self.zero_eof && head.first() == Some(&0) {
            return Ok(None);
        }
        let mut rest = &*head;
        let len = varint::take_63(&mut rest).map_err(|e| e.at(Place::Byte(at)))?;
        let begins = at + (head.len() - rest.len()) as u64;
        if len == 0 {
            return Err(wrong("a section with a CID", "one of no bytes", at));
        }
        if len > SECTION_MOST {
            return Err(wrong(
                format!("a section of at most {SECTION_MOST} bytes"),
                len.to_string(),
                at,
            ));
        }
        let end = begins + len;
        if end > self.data.end {
            let found = format!("{} left", self.data.end - begins);
            return Err(wrong(format!("a section of {len} bytes"), found, at));
        }
        // A CID has at most 128 bytes of digest behind four numbers.
        let cid_bytes = bytes(self.source, begins..end.min(begins + 170))?;
        let mut rest = &*cid_bytes;
        let cid = Cid::take(&mut rest).map_err(|error| {
            let inner = if let Place::Byte(inner) = error.place {
                inner
            } else {
                0
            };
            error.at(Place::Byte(begins + inner))
        })?;
        let block = begins + (cid_bytes.len() - rest.len()) as u64..end;
        Ok(Some(Section {
            offset: at,
            cid,
            block,
        }))
    }

    /// The bytes of a block, not checked against its CID.
    pub fn block(&self, range: Range<u64>) -> Result<Cow<'a, [u8]>> {
        bytes(self.source, range)
    }
}

/// Sections one after the other.
pub struct Sections<'a> {
    archive: Archive<'a>,
    at: u64,
}

impl Iterator for Sections<'_> {
    type Item = Result<Section>;

    fn next(&mut self) -> Option<Self::Item> {
        let section = self.archive.section_at(self.at).transpose()?;
        self.at = match &section {
            Ok(section) => section.block.end,
            Err(_) => self.archive.data.end,
        };
        Some(section)
    }
}

/// Bytes of a file, without asking for pages one by one where it is mapped.
pub(crate) fn bytes<'a>(source: &'a Source<'a>, range: Range<u64>) -> Result<Cow<'a, [u8]>> {
    if let Some(all) = source.mapped() {
        let part = all.get(range.start as usize..range.end as usize);
        return part.map(Cow::Borrowed).ok_or_else(crate::map::shrank);
    }
    source.window(range)
}

enum Header {
    One(Vec<Cid>),
    Two,
}

/// The header at the start of a range, and where it ends.
fn header(source: &Source<'_>, range: &Range<u64>) -> Result<(Header, u64)> {
    let at = range.start;
    let head = source.window(at..range.end.min(at + 10))?;
    let mut rest = &*head;
    let not_car = |found: String| wrong("an archive of blocks", found, at);
    let len = varint::take_63(&mut rest);
    let len = len.map_err(|error| {
        error
            .within(slug::CAR, "the length of a header")
            .at(Place::Byte(at))
    })?;
    let begins = at + (head.len() - rest.len()) as u64;
    if len == 0 || len > HEADER_MOST {
        return Err(not_car(format!("a header of {len} bytes")));
    }
    let end = begins + len;
    if end > range.end {
        return Err(not_car(format!(
            "{} bytes of a header of {len}",
            range.end - begins
        )));
    }
    let bytes = source.window(begins..end)?;
    let tokens = Reader::new(&bytes).collect::<Result<Vec<_>>>();
    let tokens = tokens.map_err(|error| {
        let inner = if let Place::Byte(inner) = error.place {
            inner
        } else {
            0
        };
        let error = error.within(slug::CAR, "a header in dag-cbor");
        error.at(Place::Byte(begins + inner))
    })?;
    let odd = || wrong("a header of roots and version 1", "another", begins);
    match &*tokens {
        [Token::Map(1), Token::Text("version"), Token::Unsigned(2)] => Ok((Header::Two, end)),
        [
            Token::Map(2),
            Token::Text("roots"),
            Token::List(_),
            roots @ ..,
            Token::Text("version"),
            version,
        ] => {
            match version {
                Token::Unsigned(1) => {}
                Token::Unsigned(other) => {
                    let found = other.to_string();
                    return Err(Error::new(
                        slug::UNKNOWN_VERSION,
                        "version 1 or 2 of CAR",
                        found,
                    ));
                }
                _ => return Err(odd()),
            }
            let root = |token: &Token<'_>| match token {
                Token::Link(cid) => Ok(cid.clone()),
                _ => Err(odd()),
            };
            Ok((
                Header::One(roots.iter().map(root).collect::<Result<_>>()?),
                end,
            ))
        }
        _ => Err(odd()),
    }
}
