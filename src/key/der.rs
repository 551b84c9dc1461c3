//! DER, X.690: as much of it as keys need, read strictly and written in the one way there is.

use crate::error::{Error, Place, Result, slug};
use crate::secret::Secret;

/// The tags that keys use.
pub(super) mod tag {
    pub(in crate::key) const INTEGER: u8 = 0x02;
    pub(in crate::key) const BIT_STRING: u8 = 0x03;
    pub(in crate::key) const OCTET_STRING: u8 = 0x04;
    pub(in crate::key) const NULL: u8 = 0x05;
    pub(in crate::key) const OID: u8 = 0x06;
    pub(in crate::key) const SEQUENCE: u8 = 0x30;
    /// `[n]`, with something inside.
    pub(in crate::key) const fn inside(n: u8) -> u8 {
        0xa0 | n
    }
    /// `[n]` in the place of another tag.
    pub(in crate::key) const fn instead(n: u8) -> u8 {
        0x80 | n
    }
}

/// Reads values one behind the other.
#[derive(Clone)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    at: u64,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, at: 0 }
    }

    fn wrong(&self, wanted: impl Into<String>, found: impl Into<String>) -> Error {
        let error = Error::new(slug::NOT_A_KEY, wanted.into(), found.into());
        error.at(Place::Byte(self.at))
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            let found = format!("{}", self.rest.len());
            return Err(self.wrong(format!("{count} bytes more"), found));
        };
        self.rest = rest;
        self.at += count as u64;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?.first().copied().unwrap_or_default())
    }

    /// Whether the next value has this tag.
    pub(super) fn is(&self, tag: u8) -> bool {
        self.rest.first() == Some(&tag)
    }

    /// The content of the next value, which must have this tag.
    pub(super) fn value(&mut self, tag: u8) -> Result<&'a [u8]> {
        if !self.is(tag) {
            let found = self.rest.first();
            let found = found.map_or("the end".into(), |tag| format!("0x{tag:02x}"));
            return Err(self.wrong(format!("tag 0x{tag:02x}"), found));
        }
        self.byte()?;
        let length = match self.byte()? {
            short @ 0..=0x7f => usize::from(short),
            0x81 => match usize::from(self.byte()?) {
                length @ 0x80.. => length,
                length => return Err(self.wrong("the shortest length", length.to_string())),
            },
            0x82 => match usize::from(self.byte()?) << 8 | usize::from(self.byte()?) {
                length @ 0x100.. => length,
                length => return Err(self.wrong("the shortest length", length.to_string())),
            },
            other => return Err(self.wrong("a length of DER", format!("0x{other:02x}"))),
        };
        self.take(length)
    }

    /// The values within the next value.
    pub(super) fn within(&mut self, tag: u8) -> Result<Self> {
        let content = self.value(tag)?;
        Ok(Self {
            rest: content,
            at: self.at - content.len() as u64,
        })
    }

    /// A natural number, highest byte first, without zeros before it.
    pub(super) fn natural(&mut self) -> Result<&'a [u8]> {
        let bytes = self.value(tag::INTEGER)?;
        match bytes {
            [0] => Ok(&[]),
            [0, rest @ ..] if rest.first().is_some_and(|high| *high >= 0x80) => Ok(rest),
            [1..0x80, ..] => Ok(bytes),
            _ => Err(self.wrong("a natural number", "another")),
        }
    }

    /// A natural number below 2^32.
    pub(super) fn small(&mut self) -> Result<u32> {
        let bytes = self.natural()?;
        if bytes.len() > 4 {
            return Err(self.wrong("a number below 2^32", "a larger one"));
        }
        Ok(bytes.iter().fold(0, |n, byte| n << 8 | u32::from(*byte)))
    }

    /// A string of whole bytes.
    pub(super) fn bits(&mut self) -> Result<&'a [u8]> {
        match self.value(tag::BIT_STRING)? {
            [0, bytes @ ..] => Ok(bytes),
            _ => Err(self.wrong("whole bytes", "bits left over")),
        }
    }

    /// Nothing may be left.
    pub(super) fn end(&self) -> Result<()> {
        if self.rest.is_empty() {
            return Ok(());
        }
        Err(self.wrong("the end", format!("{} bytes more", self.rest.len())))
    }
}

/// A value: its tag, its length, and what is in it.
pub(super) fn value(tag: u8, parts: &[&[u8]]) -> Secret {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut bytes = Secret::with_room(length + 4);
    let [high, low] = (length as u16).to_be_bytes();
    match length {
        0..0x80 => bytes.push(&[tag, low]),
        0x80..0x100 => bytes.push(&[tag, 0x81, low]),
        _ => bytes.push(&[tag, 0x82, high, low]),
    }
    for part in parts {
        bytes.push(part);
    }
    bytes
}

/// A natural number of bytes, highest first.
pub(super) fn natural(bytes: &[u8]) -> Secret {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let bare = bytes.get(zeros..).unwrap_or_default();
    match bare.first() {
        Some(..0x80) => value(tag::INTEGER, &[bare]),
        _ => value(tag::INTEGER, &[&[0], bare]),
    }
}

/// A string of whole bytes.
pub(super) fn bits(bytes: &[u8]) -> Secret {
    value(tag::BIT_STRING, &[&[0], bytes])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_one_form() {
        for length in [0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff] {
            let bytes = value(tag::OCTET_STRING, &[&vec![7; length]]);
            let mut reader = Reader::new(bytes.bytes());
            assert_eq!(reader.value(tag::OCTET_STRING).expect("read").len(), length);
            reader.end().expect("the end");
        }
        for bytes in [
            &[4, 0x81, 1, 0][..],
            &[4, 0x82, 0, 0x80],
            &[4, 0x80, 0, 0],
            &[4, 0x84, 0, 0, 0, 1, 0],
            &[4, 2, 0],
            &[4],
            &[],
            &[5, 0],
        ] {
            assert!(
                Reader::new(bytes).value(tag::OCTET_STRING).is_err(),
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn naturals_have_one_form() {
        for (bare, wire) in [
            (&[][..], &[2, 1, 0][..]),
            (&[1], &[2, 1, 1]),
            (&[0x80], &[2, 2, 0, 0x80]),
            (&[1, 0, 0], &[2, 3, 1, 0, 0]),
        ] {
            assert_eq!(natural(bare).bytes(), wire);
            assert_eq!(Reader::new(wire).natural().expect("natural"), bare);
        }
        for wire in [&[2, 1, 0x80][..], &[2, 2, 0, 1], &[2, 0], &[2, 2, 0, 0]] {
            assert!(Reader::new(wire).natural().is_err(), "{wire:?}");
        }
        assert!(Reader::new(&[2, 5, 1, 0, 0, 0, 0]).small().is_err());
    }
}
