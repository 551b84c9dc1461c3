//! dag-cbor (ipld.io/specs/codecs/dag-cbor): CBOR with one form for each value, read strictly and
//! without recursion: shortest heads, definite lengths, text keys in order and once, floats of 64
//! bits, links in tag 42.

use crate::cid::Cid;
use crate::error::{Error, Place, Result, slug};

/// Lists and maps in each other at most.
pub const DEPTH_MOST: usize = 4096;

/// A value, or the beginning of a list or map.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'a> {
    /// From 0.
    Unsigned(u64),
    /// -1 minus so much.
    Negative(u64),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Text.
    Text(&'a str),
    /// A list of so many values, which follow.
    List(u64),
    /// A map of so many keys and values, which follow in turn.
    Map(u64),
    /// A link.
    Link(Cid),
    /// True or false.
    Bool(bool),
    /// Nothing.
    Null,
    /// A number with a point.
    Float(f64),
}

/// What values stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside<'a> {
    /// A list, or the document.
    List,
    /// A map, behind this key.
    Map(Option<&'a str>),
}

/// Reads tokens one after the other; after the last of the document there is none.
///
/// ```
/// use decent::codec::dag_cbor::{Reader, Token};
/// let tokens: Vec<_> = Reader::new(&[0x82, 1, 0x61, b'a']).collect::<Result<_, _>>().unwrap();
/// assert_eq!(tokens, [Token::List(2), Token::Unsigned(1), Token::Text("a")]);
/// assert!(Reader::new(&[0x18, 1]).any(|token| token.is_err()));
/// ```
pub struct Reader<'a> {
    whole: &'a [u8],
    rest: &'a [u8],
    /// What is open: values that are still to come, and of what.
    open: Vec<(u64, Inside<'a>)>,
    ended: bool,
}

impl<'a> Reader<'a> {
    /// Of a document that is all of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            whole: bytes,
            rest: bytes,
            open: vec![(1, Inside::List)],
            ended: false,
        }
    }

    /// How many bytes were read.
    pub fn at(&self) -> usize {
        self.whole.len() - self.rest.len()
    }

    fn wrong(&self, wanted: &'static str, found: impl Into<String>) -> Error {
        let place = Place::Byte(self.at() as u64);
        Error::new(slug::DAG_CBOR, wanted, found.into()).at(place)
    }

    fn take(&mut self, len: u64) -> Result<&'a [u8]> {
        let split = usize::try_from(len)
            .ok()
            .and_then(|len| self.rest.split_at_checked(len));
        let Some((bytes, behind)) = split else {
            let found = format!("{} left of {len}", self.rest.len());
            return Err(self.wrong("all bytes of a value", found));
        };
        self.rest = behind;
        Ok(bytes)
    }

    /// The major type and the number of a head in its shortest form; simple values as they are.
    fn head(&mut self) -> Result<(u8, u8, u64)> {
        let first = *self.take(1)?.first().unwrap_or(&0);
        let (major, low) = (first >> 5, first & 31);
        let (width, least) = match low {
            0..=23 => return Ok((major, low, u64::from(low))),
            24 => (1, 24),
            25 => (2, 1 << 8),
            26 => (4, 1 << 16),
            27 => (8, 1 << 32),
            _ => return Err(self.wrong("a definite length", "another")),
        };
        let bytes = self.take(width)?;
        let number = bytes
            .iter()
            .fold(0u64, |number, byte| number << 8 | u64::from(*byte));
        if major != 7 && number < least {
            return Err(self.wrong("a number in its shortest form", number.to_string()));
        }
        Ok((major, low, number))
    }

    fn token(&mut self) -> Result<Option<Token<'a>>> {
        while self.open.last().is_some_and(|(left, _)| *left == 0) {
            self.open.pop();
        }
        if self.open.is_empty() {
            return if self.rest.is_empty() {
                Ok(None)
            } else {
                Err(self.wrong("the end", format!("{} bytes more", self.rest.len())))
            };
        }
        let (major, low, number) = self.head()?;
        let token = match major {
            0 => Token::Unsigned(number),
            1 => Token::Negative(number),
            2 => Token::Bytes(self.take(number)?),
            3 => {
                let text = std::str::from_utf8(self.take(number)?);
                Token::Text(text.map_err(|_| self.wrong("UTF-8", "other bytes"))?)
            }
            4 => Token::List(number),
            5 => Token::Map(number),
            6 => Token::Link(self.link(number)?),
            _ => match (low, number) {
                (20, _) => Token::Bool(false),
                (21, _) => Token::Bool(true),
                (22, _) => Token::Null,
                (27, bits) if f64::from_bits(bits).is_finite() => {
                    Token::Float(f64::from_bits(bits))
                }
                _ => return Err(self.wrong("a value of dag-cbor", format!("simple value {low}"))),
            },
        };
        self.count(&token)?;
        Ok(Some(token))
    }

    fn link(&mut self, tag: u64) -> Result<Cid> {
        if tag != 42 {
            return Err(self.wrong("tag 42", format!("tag {tag}")));
        }
        let (major, _, len) = self.head()?;
        let bytes = if major == 2 { self.take(len)? } else { &[] };
        match bytes.split_first() {
            Some((0, cid)) => Cid::from_bytes(cid).map_err(|e| self.wrong("a link", e.to_string())),
            _ => Err(self.wrong("a link behind a zero byte", "another")),
        }
    }

    /// Counts a token in what is open, opens what it begins.
    fn count(&mut self, token: &Token<'a>) -> Result<()> {
        let mut fault = None;
        if let Some((left, keys)) = self.open.last_mut() {
            // In a map keys and values are told apart by what is left.
            if let Inside::Map(before) = keys
                && left.is_multiple_of(2)
            {
                let Token::Text(key) = token else {
                    return Err(self.wrong("text as a key", "something else"));
                };
                let order = |key: &str| (key.len(), key.to_owned());
                if before.is_some_and(|before| order(before) >= order(key)) {
                    fault = Some("one out of order, or twice");
                }
                *before = Some(key);
            }
            *left -= 1;
        }
        if let Some(found) = fault {
            return Err(self.wrong("keys in order, each once", found));
        }
        let inside = match token {
            Token::List(count) => (*count, Inside::List),
            Token::Map(count) => (count.saturating_mul(2), Inside::Map(None)),
            _ => return Ok(()),
        };
        // Each value takes a byte at least, so nothing is believed that can't be there.
        if inside.0 > self.rest.len() as u64 {
            return Err(self.wrong("all values of a list or map", "fewer bytes than values"));
        }
        if self.open.len() > DEPTH_MOST {
            return Err(self.wrong("at most 4096 lists and maps in each other", "more"));
        }
        self.open.push(inside);
        Ok(())
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Result<Token<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let token = self.token().transpose();
        self.ended = !matches!(token, Some(Ok(_)));
        token
    }
}

/// The links of a block, in its order.
pub fn links(block: &[u8]) -> Result<Vec<Cid>> {
    let mut links = Vec::new();
    for token in Reader::new(block) {
        if let Token::Link(cid) = token? {
            links.push(cid);
        }
    }
    Ok(links)
}

/// Appends a head in its shortest form.
pub fn put_head(bytes: &mut Vec<u8>, major: u8, number: u64) {
    let major = major << 5;
    if number < 24 {
        bytes.push(major | number as u8);
    } else if let Ok(number) = u8::try_from(number) {
        bytes.extend([major | 0x18, number]);
    } else if let Ok(number) = u16::try_from(number) {
        bytes.push(major | 0x19);
        bytes.extend(number.to_be_bytes());
    } else if let Ok(number) = u32::try_from(number) {
        bytes.push(major | 0x1a);
        bytes.extend(number.to_be_bytes());
    } else {
        bytes.push(major | 0x1b);
        bytes.extend(number.to_be_bytes());
    }
}

/// Appends a text.
pub fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_head(bytes, 3, text.len() as u64);
    bytes.extend_from_slice(text.as_bytes());
}

/// Appends a link.
pub fn put_link(bytes: &mut Vec<u8>, cid: &Cid) {
    put_head(bytes, 6, 42);
    put_head(bytes, 2, cid.bytes().len() as u64 + 1);
    bytes.push(0);
    bytes.extend_from_slice(cid.bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Vec<Token<'_>>> {
        Reader::new(bytes).collect()
    }

    #[test]
    fn values_are_read() {
        let cid = Cid::v1(0x71, 0x12, &[9; 32]);
        let mut bytes = vec![0xa2];
        put_text(&mut bytes, "b");
        put_link(&mut bytes, &cid);
        put_text(&mut bytes, "aa");
        bytes.extend([0x85, 0x20, 0xf4, 0xf6, 0x41, 7, 0xfb]);
        bytes.extend(1.5f64.to_bits().to_be_bytes());
        assert_eq!(read(&bytes).unwrap().len(), 10);
        assert_eq!(links(&bytes).unwrap(), [cid]);
        for number in [
            0,
            23,
            24,
            255,
            256,
            65_535,
            65_536,
            u64::from(u32::MAX),
            1 << 32,
            u64::MAX,
        ] {
            let mut bytes = vec![];
            put_head(&mut bytes, 0, number);
            assert_eq!(read(&bytes).unwrap(), [Token::Unsigned(number)]);
        }
    }

    #[test]
    fn deep_nests_need_no_stack() {
        assert!(read(&[&[0x81; 4000][..], &[0x80]].concat()).is_ok());
        assert!(read(&vec![0x81; 100_000]).is_err());
    }

    #[test]
    fn other_forms_are_refused() {
        for bytes in [
            &[][..],
            &[0x18, 23],
            &[0x19, 0, 255],
            &[0x1a, 0, 0, 255, 255],
            &[0x1b, 0, 0, 0, 0, 255, 255, 255, 255],
            &[0x9f, 0xff],
            &[0x5f, 0xff],
            &[0x1c],
            &[0x61, 0xff],
            &[0x42, 1],
            &[0x80, 0x80],
            &[0x82, 1],
            &[0x9b, 255, 255, 255, 255, 255, 255, 255, 255],
            // Keys: a number, out of order, longer before shorter, twice.
            &[0xa1, 1, 1],
            &[0xa2, 0x61, b'b', 1, 0x61, b'a', 2],
            &[0xa2, 0x62, b'a', b'a', 1, 0x61, b'b', 2],
            &[0xa2, 0x61, b'a', 1, 0x61, b'a', 2],
            // Half and single floats, not a number, undefined, a simple value.
            &[0xf9, 0x3c, 0],
            &[0xfa, 0x3f, 0xc0, 0, 0],
            &[0xfb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0],
            &[0xf7],
            &[0xf8, 32],
            // Tags: another, text in it, no zero byte, no CID.
            &[0xc1, 0],
            &[0xd8, 42, 0x61, b'a'],
            &[0xd8, 42, 0x41, 1],
            &[0xd8, 42, 0x42, 0, 1],
        ] {
            assert!(read(bytes).is_err(), "{bytes:x?}");
        }
    }
}
