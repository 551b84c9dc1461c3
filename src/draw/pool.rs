//! A pool: entries, a line each, in the one form that everybody gets who reads the same lines.

use std::collections::HashMap;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::Method;
use crate::error::{Error, Place, Result, slug};

/// Bytes of a pool, at most.
pub const LARGEST: u64 = 64 << 20;

/// Bytes of an entry, at most.
const ENTRY: usize = 1024;

/// Entries of which each is there once, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    entries: Vec<String>,
}

fn wrong(wanted: impl Into<String>, found: impl Into<String>) -> Error {
    Error::new(slug::POOL, wanted.into(), found.into())
}

/// A line without blanks at its ends, composed (Unicode's form NFC); `None` where nothing is left.
fn entry(line: &str, number: u64) -> Result<Option<String>> {
    let at = |error: Error| error.at(Place::Line(number));
    let line: String = line.trim().nfc().collect();
    if line.len() > ENTRY {
        let found = format!("{} bytes", line.len());
        return Err(at(wrong(
            format!("an entry of at most {ENTRY} bytes"),
            found,
        )));
    }
    if let Some(letter) = line.chars().find(|letter| letter.is_control()) {
        return Err(at(wrong("an entry of letters", format!("{letter:?}"))));
    }
    Ok(Some(line).filter(|line| !line.is_empty()))
}

/// The entries of lines, in their order, each with the number of its line.
fn entries(bytes: &[u8]) -> Result<Vec<(u64, String)>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', before).count() as u64 + 1;
        wrong("lines of UTF-8", "other bytes").at(Place::Line(line))
    })?;
    let each = (1..).zip(text.lines()).map(|(number, line)| {
        let entry = entry(line, number)?;
        Ok(entry.map(|entry| (number, entry)))
    });
    each.filter_map(Result::transpose).collect()
}

/// The entries of a result, in the form of a pool's: the first first.
pub fn result(bytes: &[u8]) -> Result<Vec<String>> {
    Ok(entries(bytes)?
        .into_iter()
        .map(|(_, entry)| entry)
        .collect())
}

impl Pool {
    /// Of lines: blanks at their ends are taken off, empty ones are passed over, letters that can be
    /// written in several ways are written in one (NFC). No entry is there twice.
    ///
    /// ```
    /// use decent::draw::{Method, Pool};
    /// let pool = Pool::read(b" anna \r\n\nben\n", Method::HashRank).unwrap();
    /// assert_eq!(pool.entries(), ["anna", "ben"]);
    /// let turned = Pool::read(b"ben\nanna\n", Method::HashRank).unwrap();
    /// assert_eq!(pool.hash(Method::HashRank), turned.hash(Method::HashRank));
    /// ```
    pub fn read(bytes: &[u8], method: Method) -> Result<Self> {
        let numbered = entries(bytes)?;
        if !(1..=method.most()).contains(&numbered.len()) {
            let wanted = format!("1 to {} entries, a line each", method.most());
            return Err(wrong(wanted, numbered.len().to_string()));
        }
        let mut seen = HashMap::with_capacity(numbered.len());
        for (number, entry) in &numbered {
            if let Some(before) = seen.insert(entry.as_str(), number) {
                let found = format!("{entry:?} in line {before} too");
                return Err(wrong("each entry once", found).at(Place::Line(*number)));
            }
        }
        drop(seen);
        let entries = numbered.into_iter().map(|(_, entry)| entry).collect();
        Ok(Self { entries })
    }

    /// The entries as they stand.
    pub fn entries(&self) -> &[String] {
        &self.entries
    }

    /// Its text, from which it is hashed: a line for each entry, sorted by their bytes where the order
    /// plays no part.
    pub fn text(&self, method: Method) -> String {
        let mut lines: Vec<&str> = self.entries.iter().map(String::as_str).collect();
        if method == Method::HashRank {
            lines.sort_unstable();
        }
        lines.into_iter().flat_map(|line| [line, "\n"]).collect()
    }

    /// SHA-256 of that.
    pub fn hash(&self, method: Method) -> [u8; 32] {
        Sha256::digest(self.text(method)).into()
    }
}
