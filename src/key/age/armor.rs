//! age's armour: the file as base64, 64 letters to a line, between lines of PEM.

use std::io::{BufRead, Read};

use super::not_sealed;
use crate::codec::base64;
use crate::error::Error;

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";

/// Bytes and letters of a line.
const BYTES: usize = 48;
const LETTERS: usize = 64;

/// Blank bytes before the armour that are passed over.
const BLANKS_MOST: usize = 1024;

/// Puts armour around what goes through it.
pub struct Armor {
    line: Vec<u8>,
    begun: bool,
}

impl Default for Armor {
    fn default() -> Self {
        Self {
            line: Vec::with_capacity(BYTES),
            begun: false,
        }
    }
}

impl Armor {
    /// The letters of the lines that `bytes` fill.
    pub fn put(&mut self, mut bytes: &[u8]) -> String {
        let mut text = String::with_capacity(bytes.len() / 3 * 4 + bytes.len() / BYTES + 200);
        if !std::mem::replace(&mut self.begun, true) {
            text.push_str(BEGIN);
            text.push('\n');
        }
        while self.line.len() + bytes.len() >= BYTES {
            let (head, rest) = bytes.split_at(BYTES - self.line.len());
            self.line.extend_from_slice(head);
            text.push_str(&base64::encode(&self.line));
            text.push('\n');
            self.line.clear();
            bytes = rest;
        }
        self.line.extend_from_slice(bytes);
        text
    }

    /// The letters of what is left, and the last line.
    pub fn end(mut self) -> String {
        let mut text = self.put(b"");
        if !self.line.is_empty() {
            text.push_str(&base64::encode(&self.line));
            text.push('\n');
        }
        text + END + "\n"
    }
}

/// Whether the bytes at the start of a file are those of armour.
pub fn is_armored(start: &[u8]) -> bool {
    start.trim_ascii_start().starts_with(BEGIN.as_bytes())
}

/// The bytes within armour, as a stream; what is wrong with it comes out of its reads.
pub fn unarmored(input: &mut dyn BufRead) -> impl Read {
    Unarmored {
        input,
        begun: false,
        ended: false,
        bytes: Vec::new(),
        at: 0,
        line: String::new(),
    }
}

struct Unarmored<'a> {
    input: &'a mut dyn BufRead,
    begun: bool,
    ended: bool,
    bytes: Vec<u8>,
    at: usize,
    line: String,
}

fn wrong(wanted: &'static str, found: &'static str) -> std::io::Error {
    std::io::Error::other(not_sealed(wanted, found))
}

impl Unarmored<'_> {
    /// The next line, without its end; `None` where there is none.
    fn next(&mut self, most: usize) -> std::io::Result<Option<&str>> {
        self.line.clear();
        let mut bytes = Vec::with_capacity(most + 2);
        let mut limited = (&mut *self.input).take(most as u64 + 2);
        if limited.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = std::str::from_utf8(&bytes);
        let line = line.map_err(|_| wrong("lines of base64", "other bytes"))?;
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.len() > most {
            return Err(wrong("shorter lines", "a longer one"));
        }
        self.line.push_str(line);
        Ok(Some(&self.line))
    }

    fn begin(&mut self) -> std::io::Result<()> {
        let mut blanks = 0;
        while let Some(line) = self.next(LETTERS)? {
            if !line.trim().is_empty() {
                self.begun = line.trim_end() == BEGIN;
                break;
            }
            blanks += line.len() + 1;
            if blanks > BLANKS_MOST {
                break;
            }
        }
        if self.begun {
            return Ok(());
        }
        Err(wrong("the first line of armour", "another"))
    }

    /// The bytes of the next line.
    fn fill(&mut self) -> std::io::Result<()> {
        if !self.begun {
            self.begin()?;
        }
        let Some(line) = self.next(LETTERS)? else {
            return Err(wrong("the last line of armour", "an end before it"));
        };
        let short = line.len() < LETTERS;
        if line.trim_end() != END {
            if line.is_empty() {
                return Err(wrong("lines of base64", "an empty one"));
            }
            let bytes = base64::decode(line);
            let bytes = bytes
                .map_err(|e: Error| std::io::Error::other(not_sealed("base64", e.to_string())))?;
            if line.trim().len() != line.len() {
                return Err(wrong("lines of base64", "blanks in one"));
            }
            (self.bytes, self.at) = (bytes, 0);
            if !short {
                return Ok(());
            }
            // Only the last line is shorter.
            if self
                .next(LETTERS)?
                .is_none_or(|line| line.trim_end() != END)
            {
                return Err(wrong("the last line of armour", "another"));
            }
        }
        self.ended = true;
        while let Some(line) = self.next(LETTERS)? {
            if !line.trim().is_empty() {
                return Err(wrong("nothing behind the armour", "something"));
            }
        }
        Ok(())
    }
}

impl Read for Unarmored<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        while self.at == self.bytes.len() {
            if self.ended {
                return Ok(0);
            }
            self.bytes.clear();
            self.at = 0;
            self.fill()?;
        }
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(rest) {
            *to = *from;
        }
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        unarmored(&mut text.as_bytes()).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn every_length_comes_back() {
        for length in 0..200usize {
            let bytes: Vec<u8> = (0..length).map(|i| (i * 7) as u8).collect();
            let mut armor = Armor::default();
            let mut text = String::new();
            for part in bytes.chunks(13) {
                text += &armor.put(part);
            }
            text += &armor.end();
            assert_eq!(read(&text).expect("armour"), bytes, "{text}");
            assert_eq!(read(&text.replace('\n', "\r\n")).expect("armour"), bytes);
            assert!(is_armored(text.as_bytes()));
            assert!(text.lines().all(|line| line.len() <= LETTERS));
        }
    }

    #[test]
    fn other_armour_is_refused() {
        let line = "A".repeat(64);
        for text in [
            String::new(),
            format!("{BEGIN}\n"),
            format!("{BEGIN}\n{line}\n"),
            format!("{BEGIN}\nAAAA\n{line}\n{END}\n"),
            format!("{BEGIN}\n{line}A\n{END}\n"),
            format!("{BEGIN}\n{line}\n\n{END}\n"),
            format!("{BEGIN}\nAAA\n{END}\n"),
            format!("{BEGIN}\n AAAA\n{END}\n"),
            format!("{BEGIN}\nAAAA\n{END}\nmore\n"),
            format!("{END}\n"),
        ] {
            assert!(read(&text).is_err(), "{text}");
        }
    }
}
