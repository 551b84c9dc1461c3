//! Bencode (BEP 3 and BEP 52), read strictly and without a copy: every value knows its span, for
//! an infohash is over the very bytes of a file.
//!
//! The reader loops instead of recursing and keeps 16 bytes a value. It refuses whatever two
//! clients could read in two ways: a key that stands twice, an integer with a leading zero, bytes
//! behind the end. Keys out of order are accepted and can be asked for ([`Dict::unsorted`]): old
//! torrents have them, and sorting them would change the infohash.

use std::ops::Range;

use crate::error::{Error, Place, Result, slug};

pub use self::write::{Value, Writer};

mod read;
#[cfg(test)]
mod tests;
mod write;

/// Lists and dictionaries that may be open at once.
pub const DEPTH_MOST: usize = 100;
/// Values that one document may have, keys counted.
pub const VALUES_MOST: usize = 1 << 24;
/// Bytes that one document may have: 13 million piece hashes, or two million files.
pub const BYTES_MOST: u64 = 256 << 20;

/// A value in the document, in offsets: of the first byte, of what is inside, of the byte behind,
/// and the number of the value that follows it.
#[derive(Clone, Copy, Debug)]
struct Node {
    start: u32,
    body: u32,
    end: u32,
    next: u32,
}

/// A whole document, all of it well-formed.
///
/// ```
/// use decent::codec::bencode::Document;
/// let document = Document::parse(b"d4:name4:spam4:sizei42ee").unwrap();
/// let root = document.root().dict().unwrap();
/// let size = root.get(b"size").unwrap();
/// assert_eq!(size.int().unwrap(), 42);
/// assert_eq!(size.span(), 19..23);
/// assert!(Document::parse(b"i042e").is_err());
/// ```
#[derive(Clone, Debug)]
pub struct Document<'a> {
    bytes: &'a [u8],
    nodes: Vec<Node>,
    /// Keys that are smaller than the one before them, by their value's number.
    unsorted: Vec<u32>,
}

impl<'a> Document<'a> {
    /// Reads `bytes`, all of which must be one value.
    pub fn parse(bytes: &'a [u8]) -> Result<Self> {
        read::parse(bytes)
    }

    /// The one value.
    pub fn root(&self) -> Item<'_> {
        Item {
            document: self,
            index: 0,
        }
    }

    /// Where the keys that are smaller than the one before them stand.
    pub fn unsorted(&self) -> impl Iterator<Item = Item<'_>> {
        let item = |&index| Item {
            document: self,
            index,
        };
        self.unsorted.iter().map(item)
    }

    fn node(&self, index: u32) -> Node {
        let none = Node {
            start: 0,
            body: 0,
            end: 0,
            next: u32::MAX,
        };
        self.nodes.get(index as usize).copied().unwrap_or(none)
    }
}

/// A value in a document.
#[derive(Clone, Copy, Debug)]
pub struct Item<'d> {
    document: &'d Document<'d>,
    index: u32,
}

/// What sort of value it is, and the value.
#[derive(Clone, Copy, Debug)]
pub enum Kind<'d> {
    /// A whole number.
    Int(i64),
    /// Bytes, text or not.
    Bytes(&'d [u8]),
    /// Values in order.
    List(List<'d>),
    /// Keys with values.
    Dict(Dict<'d>),
}

impl Kind<'_> {
    /// The sort in words.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Int(_) => "an integer",
            Self::Bytes(_) => "a string",
            Self::List(_) => "a list",
            Self::Dict(_) => "a dictionary",
        }
    }
}

impl<'d> Item<'d> {
    /// The value by its sort.
    pub fn kind(self) -> Kind<'d> {
        match self.raw().first() {
            Some(b'i') => Kind::Int(read::integer(self.body()).unwrap_or(0)),
            Some(b'l') => Kind::List(List(self)),
            Some(b'd') => Kind::Dict(Dict(self)),
            _ => Kind::Bytes(self.body()),
        }
    }

    /// Its bytes in the document, from its first to the one behind its last.
    pub fn span(self) -> Range<usize> {
        let node = self.document.node(self.index);
        node.start as usize..node.end as usize
    }

    /// Where it begins.
    pub fn place(self) -> Place {
        Place::Byte(self.span().start as u64)
    }

    /// All its bytes as they stand in the document.
    pub fn raw(self) -> &'d [u8] {
        self.document.bytes.get(self.span()).unwrap_or_default()
    }

    fn body(self) -> &'d [u8] {
        let node = self.document.node(self.index);
        let last = u32::from(self.raw().first() == Some(&b'i'));
        let range = node.body as usize..(node.end - last) as usize;
        self.document.bytes.get(range).unwrap_or_default()
    }

    /// The number, an error where it is something else.
    pub fn int(self) -> Result<i64> {
        match self.kind() {
            Kind::Int(number) => Ok(number),
            other => Err(self.not("an integer", other)),
        }
    }

    /// The bytes, an error where it is something else.
    pub fn bytes(self) -> Result<&'d [u8]> {
        match self.kind() {
            Kind::Bytes(bytes) => Ok(bytes),
            other => Err(self.not("a string", other)),
        }
    }

    /// The list, an error where it is something else.
    pub fn list(self) -> Result<List<'d>> {
        match self.kind() {
            Kind::List(list) => Ok(list),
            other => Err(self.not("a list", other)),
        }
    }

    /// The dictionary, an error where it is something else.
    pub fn dict(self) -> Result<Dict<'d>> {
        match self.kind() {
            Kind::Dict(dict) => Ok(dict),
            other => Err(self.not("a dictionary", other)),
        }
    }

    fn not(self, wanted: &'static str, found: Kind<'_>) -> Error {
        Error::new(slug::BENCODE_TYPE, wanted, found.words()).at(self.place())
    }

    /// The values inside, keys and values in turn for a dictionary; none of a leaf.
    fn inside(self) -> impl Iterator<Item = Item<'d>> {
        let document = self.document;
        let end = document.node(self.index).next;
        let mut at = if self.raw().starts_with(b"l") || self.raw().starts_with(b"d") {
            self.index + 1
        } else {
            end
        };
        std::iter::from_fn(move || {
            if at >= end {
                return None;
            }
            let item = Item {
                document,
                index: at,
            };
            at = document.node(at).next;
            Some(item)
        })
    }
}

/// Values in order.
#[derive(Clone, Copy, Debug)]
pub struct List<'d>(Item<'d>);

impl<'d> List<'d> {
    /// The values.
    pub fn iter(self) -> impl Iterator<Item = Item<'d>> {
        self.0.inside()
    }

    /// The list as a value.
    pub fn item(self) -> Item<'d> {
        self.0
    }
}

/// Keys with values, each key once.
#[derive(Clone, Copy, Debug)]
pub struct Dict<'d>(Item<'d>);

impl<'d> Dict<'d> {
    /// The value of a key. Looks at one key after the other.
    pub fn get(self, key: &[u8]) -> Option<Item<'d>> {
        let mut pairs = self.iter();
        pairs.find(|(known, _)| known.key() == key).map(|it| it.1)
    }

    /// Keys and values, in the order of the document.
    pub fn iter(self) -> impl Iterator<Item = (Item<'d>, Item<'d>)> {
        let mut inside = self.0.inside();
        std::iter::from_fn(move || inside.next().zip(inside.next()))
    }

    /// The dictionary as a value.
    pub fn item(self) -> Item<'d> {
        self.0
    }

    /// The first key that is smaller than the one before it.
    pub fn unsorted(self) -> Option<Item<'d>> {
        let mut last: &[u8] = b"";
        let mut keys = self.iter().map(|(key, _)| key);
        keys.find(|key| std::mem::replace(&mut last, key.key()) > key.key())
    }
}

impl<'d> Item<'d> {
    /// The bytes of a key; empty of what is none.
    pub fn key(self) -> &'d [u8] {
        self.bytes().unwrap_or_default()
    }
}
