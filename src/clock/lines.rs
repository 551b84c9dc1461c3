//! Lines of a log, and the clocks that stand on them: `{"HOST":N, ...}`, as JSON has it.

use std::borrow::Cow;

use crate::clock::log::MAX_HOST;
use crate::error::{Error, Place, Result, slug};
use crate::watch::{Deaf, Watch};

/// The longest line, in bytes.
pub const MAX_LINE: usize = 16 << 20;

/// Lines of a text, each with its number and place; the last may lack its end.
pub(crate) struct Lines<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) at: usize,
    pub(crate) number: u32,
    watch: &'a dyn Watch,
    /// How far the watch was told.
    told: usize,
}

/// Bytes between two words to the watch.
const TOLD: usize = 1 << 20;

/// A line: its number, its place, its bytes without the end.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Line<'a> {
    pub(crate) number: u32,
    pub(crate) start: usize,
    pub(crate) bytes: &'a [u8],
}

impl Line<'_> {
    pub(crate) fn blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    pub(crate) fn place(&self) -> Place {
        Place::Line(self.number.into())
    }
}

impl<'a> Lines<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self::watched(bytes, &Deaf)
    }

    /// Lines that tell a watch how far they are.
    pub(crate) fn watched(bytes: &'a [u8], watch: &'a dyn Watch) -> Self {
        Self {
            bytes,
            at: 0,
            number: 0,
            watch,
            told: 0,
        }
    }

    /// Tells the watch how far all is; an error where it wants an end.
    pub(crate) fn tell(&mut self, at: usize) -> Result<()> {
        self.watch.advance(at.saturating_sub(self.told) as u64);
        self.told = at;
        if self.watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        Ok(())
    }

    /// The next line, which is at most [`MAX_LINE`] long.
    pub(crate) fn line(&mut self) -> Result<Option<Line<'a>>> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.is_empty() || self.at - self.told >= TOLD {
            self.tell(self.at)?;
        }
        if rest.is_empty() {
            return Ok(None);
        }
        self.number = self.number.saturating_add(1);
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let bytes = rest.get(..end).unwrap_or_default();
        let line = Line {
            number: self.number,
            start: self.at,
            bytes: bytes.strip_suffix(b"\r").unwrap_or(bytes),
        };
        if end > MAX_LINE {
            let wanted = format!("a line of at most {MAX_LINE} bytes");
            let error = Error::new(slug::TOO_LARGE, wanted, format!("{end}"));
            return Err(error.at(line.place()));
        }
        self.at += (end + 1).min(rest.len());
        Ok(Some(line))
    }

    /// The next line that is not blank.
    pub(crate) fn word(&mut self) -> Result<Option<Line<'a>>> {
        loop {
            match self.line()? {
                Some(line) if line.blank() => {}
                other => return Ok(other),
            }
        }
    }
}

/// The beginning of a line, for a message.
pub(crate) fn shown(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line.get(..line.len().min(160)).unwrap_or_default());
    let text: String = text.chars().take(40).collect();
    format!("{text:?}")
}

/// Reads `{"HOST":N, ...}` strictly and gives what stands behind it. Every `N` is a natural number
/// below 2^32 - 1.
pub(crate) fn clock_entries<'b>(
    text: &'b [u8],
    entry: &mut dyn FnMut(&str, u32),
) -> Result<&'b [u8]> {
    let wrong = |wanted: &'static str, rest: &[u8]| {
        let found = rest.trim_ascii();
        let found = if found.is_empty() {
            "the end".into()
        } else {
            shown(found)
        };
        Error::new(slug::NOT_A_CLOCK, wanted, found)
    };
    let mut rest = text
        .trim_ascii_start()
        .strip_prefix(b"{")
        .ok_or_else(|| wrong("'{'", text))?
        .trim_ascii_start();
    if let Some(rest) = rest.strip_prefix(b"}") {
        return Ok(rest);
    }
    loop {
        let body = rest
            .strip_prefix(b"\"")
            .ok_or_else(|| wrong("a host in quotes", rest))?;
        let end = string_end(body).ok_or_else(|| wrong("'\"' behind a host", rest))?;
        let (name, behind) = body.split_at_checked(end).unwrap_or_default();
        let escaped = name.contains(&b'\\') || name.iter().any(u8::is_ascii_control);
        let name = if escaped {
            let quoted = rest.get(..end + 2).unwrap_or_default();
            let name = serde_json::from_slice::<String>(quoted);
            Cow::Owned(name.map_err(|_| wrong("a host in quotes", rest))?)
        } else {
            Cow::Borrowed(std::str::from_utf8(name).map_err(|_| wrong("UTF-8", rest))?)
        };
        if name.is_empty() || name.len() > MAX_HOST {
            return Err(wrong("a host of 1 to 4096 bytes", rest));
        }
        rest = behind
            .get(1..)
            .unwrap_or_default()
            .trim_ascii_start()
            .strip_prefix(b":")
            .ok_or_else(|| wrong("':' behind a host", behind.get(1..).unwrap_or_default()))?
            .trim_ascii_start();
        let (count, behind) =
            natural(rest).ok_or_else(|| wrong("a natural number below 4294967295", rest))?;
        entry(&name, count);
        rest = behind.trim_ascii_start();
        match rest.split_first() {
            Some((b'}', rest)) => return Ok(rest),
            Some((b',', behind)) => rest = behind.trim_ascii_start(),
            _ => return Err(wrong("',' or '}'", rest)),
        }
    }
}

/// Where a string ends that begins behind its first quote.
fn string_end(body: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = body.get(at..)?;
        at += memchr::memchr2(b'"', b'\\', rest)?;
        if body.get(at) == Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// A natural number as JSON has it, and what stands behind it.
fn natural(text: &[u8]) -> Option<(u32, &[u8])> {
    let mut value = 0u64;
    let mut digits = 0;
    for byte in text {
        if !byte.is_ascii_digit() {
            break;
        }
        value = value * 10 + u64::from(byte - b'0');
        digits += 1;
        if digits > 10 {
            return None;
        }
    }
    let behind = text.get(digits..)?;
    let zero = digits > 1 && text.first() == Some(&b'0');
    let more = behind.first().is_some_and(|b| b".eE".contains(b));
    let fits = digits > 0 && !zero && !more && value < u64::from(u32::MAX);
    fits.then_some((value as u32, behind))
}
