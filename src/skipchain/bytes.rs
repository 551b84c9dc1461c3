//! Bytes taken apart from the front, for every binary form of skipchains: lengths are asked before
//! anything is taken, so that nothing is allocated that has not arrived.

use crate::error::{Error, Result, Slug};

/// What is left of some bytes.
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
    slug: Slug,
    what: &'static str,
}

impl<'a> Bytes<'a> {
    /// All of them; errors say that `what` was wanted.
    pub(super) fn of(rest: &'a [u8], slug: Slug, what: &'static str) -> Self {
        Self { rest, slug, what }
    }

    /// An error of what these are.
    pub(super) fn wrong(&self, found: impl Into<std::borrow::Cow<'static, str>>) -> Error {
        Error::new(self.slug, self.what, found)
    }

    /// The next `N`.
    pub(super) fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let short = || self.wrong("too few bytes");
        let (part, behind) = self.rest.split_first_chunk().ok_or_else(short)?;
        self.rest = behind;
        Ok(*part)
    }

    /// The next `len`.
    pub(super) fn slice(&mut self, len: usize) -> Result<&'a [u8]> {
        let short = || self.wrong("too few bytes");
        let (part, behind) = self.rest.split_at_checked(len).ok_or_else(short)?;
        self.rest = behind;
        Ok(part)
    }

    /// The next one.
    pub(super) fn byte(&mut self) -> Result<u8> {
        let [byte] = self.take()?;
        Ok(byte)
    }

    /// A number of two bytes, highest first.
    pub(super) fn short(&mut self) -> Result<u16> {
        self.take().map(u16::from_be_bytes)
    }

    /// A number of four.
    pub(super) fn word(&mut self) -> Result<u32> {
        self.take().map(u32::from_be_bytes)
    }

    /// A number of eight.
    pub(super) fn long(&mut self) -> Result<u64> {
        self.take().map(u64::from_be_bytes)
    }

    /// A number of four bytes that says how many of something follow, at most `most`.
    pub(super) fn count(&mut self, most: usize) -> Result<usize> {
        let count = self.word()? as usize;
        if count > most {
            return Err(self.wrong(format!("{count} parts, where {most} are the most")));
        }
        Ok(count)
    }

    /// All that is left.
    pub(super) fn rest(self) -> &'a [u8] {
        self.rest
    }

    /// Nothing is left.
    pub(super) fn end(self) -> Result<()> {
        if self.rest.is_empty() {
            return Ok(());
        }
        Err(self.wrong(format!("{} bytes more behind it", self.rest.len())))
    }
}
