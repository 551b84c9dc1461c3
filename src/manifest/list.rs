//! A list read line by line, whichever of the known forms it has: GNU, BSD, b3sum, hashdeep, or a
//! `decent-manifest`. A damaged line is an item of its own, so that the others still count.

use std::io::{BufRead, Read};

use crate::error::{Error, Place, Result, slug};
use crate::hash::Engine;
use crate::manifest::algorithm::Algorithm;
use crate::manifest::entry::{Content, Entry, FileContent};
use crate::manifest::hashdeep::{self, Columns};
use crate::manifest::json::{self, End, Header};
use crate::manifest::{text, tree_order};

/// Bytes that one line may have at most: a layer of 2048 hashes, and a long name.
pub const LINE_MOST: usize = 256 << 10;

/// What is said about a list beside its own bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// How the digests were made; without it their length says so, 64 digits being SHA-256. A
    /// line of another algorithm is damaged then.
    pub algorithm: Option<Algorithm>,
    /// Lines end with NUL, and nothing is escaped.
    pub zero: bool,
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number, counted from 1.
    pub line: u64,
    /// What it says, or how it is damaged.
    pub entry: Result<Entry>,
}

/// How the list goes on.
enum Style {
    Start,
    Text,
    Hashdeep(Option<Columns>),
    Json(Box<Json>),
    Over,
}

struct Json {
    header: Header,
    last: Vec<u8>,
    seen: End,
    damaged: bool,
    ended: bool,
}

/// An iterator over the lines of a list that name something.
///
/// ```
/// use decent::manifest::{List, Reading};
/// let text = b"# made by hand\nda39a3ee5e6b4b0d3255bfef95601890afd80709  empty\nda39  short\n";
/// let lines: Vec<_> = List::new(&text[..], Reading::default()).collect();
/// assert_eq!(lines[0].entry.as_ref().unwrap().name, b"empty");
/// assert_eq!(lines[1].line, 3);
/// assert_eq!(lines[1].entry.as_ref().unwrap_err().slug.name, "digest-length");
/// ```
pub struct List<R> {
    input: R,
    reading: Reading,
    style: Style,
    line: u64,
}

impl<R: BufRead> List<R> {
    /// Reads a list from its first byte.
    pub fn new(input: R, reading: Reading) -> Self {
        Self {
            input,
            reading,
            style: Style::Start,
            line: 0,
        }
    }

    /// The next line without its end, and whether it had one.
    fn read_line(&mut self) -> Result<Option<(Vec<u8>, bool)>> {
        let unreadable = |e: std::io::Error| Error::io(slug::UNREADABLE, &e);
        if self.line == 0 {
            // A manifest has newlines, whatever lists of the caller's have.
            let first = self.input.fill_buf().map_err(unreadable)?.first();
            self.reading.zero &= first != Some(&b'{');
        }
        let end = if self.reading.zero { 0 } else { b'\n' };
        let mut line = Vec::new();
        let mut limited = self.input.by_ref().take(LINE_MOST as u64 + 1);
        limited.read_until(end, &mut line).map_err(unreadable)?;
        if line.is_empty() {
            return Ok(None);
        }
        self.line += 1;
        if line.pop_if(|last| *last == end).is_some() {
            return Ok(Some((line, true)));
        }
        if line.len() > LINE_MOST {
            self.skip_line(end).map_err(unreadable)?;
            let wanted = format!("a line of at most {LINE_MOST} bytes");
            return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
        }
        Ok(Some((line, false)))
    }

    fn skip_line(&mut self, end: u8) -> std::io::Result<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            let (len, found) = match buffer.iter().position(|byte| *byte == end) {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.input.consume(len);
            if found {
                return Ok(());
            }
        }
    }

    /// What a line says, `None` where it says nothing of a file.
    fn read_entry(&mut self, line: &[u8], ended: bool) -> Result<Option<Entry>> {
        let json = matches!(self.style, Style::Json(_));
        let line = match line.strip_suffix(b"\r") {
            // A list that went through another system is the same list; a manifest is not.
            Some(shorter) if !self.reading.zero && !json => shorter,
            _ => line,
        };
        if let Style::Start = self.style {
            let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
            if line.starts_with(hashdeep::MAGIC) {
                self.style = Style::Hashdeep(None);
                return Ok(None);
            }
            if line.starts_with(b"{") {
                return self.start_json(line).map(|()| None);
            }
            self.style = Style::Text;
            return self.read_text(line);
        }
        match &mut self.style {
            Style::Hashdeep(columns) => match columns {
                _ if line.starts_with(b"##") || line.is_empty() => Ok(None),
                None => {
                    let found = Columns::parse(line, self.reading.algorithm);
                    match found {
                        Ok(found) => *columns = Some(found),
                        // Without its columns no line of it means anything.
                        Err(error) => {
                            self.style = Style::Over;
                            return Err(error);
                        }
                    }
                    Ok(None)
                }
                Some(columns) => columns.entry(line).map(Some),
            },
            Style::Json(json) => json.read(line, ended),
            _ => self.read_text(line),
        }
    }

    fn read_text(&self, line: &[u8]) -> Result<Option<Entry>> {
        if !self.reading.zero && (line.is_empty() || line.starts_with(b"#")) {
            return Ok(None);
        }
        let (digest, name) = text::parse(line, self.reading.algorithm, self.reading.zero)?;
        Ok(Some(Entry {
            name,
            content: Content::File(FileContent {
                size: None,
                digest,
                tree: None,
                piece: None,
            }),
        }))
    }

    fn start_json(&mut self, line: &[u8]) -> Result<()> {
        // Whatever follows a header that isn't understood isn't either.
        self.style = Style::Over;
        let header = Header::parse(line)?;
        if let Some(wanted) = self.reading.algorithm
            && wanted != header.algorithm
        {
            let (wanted, found) = (wanted.name(), header.algorithm.name());
            return Err(Error::new(slug::MANIFEST_HEADER, wanted, found));
        }
        self.style = Style::Json(Box::new(Json {
            header,
            last: Vec::new(),
            seen: End::default(),
            damaged: false,
            ended: false,
        }));
        Ok(())
    }

    /// At the end of the input: a manifest that lacks its last line was cut.
    fn finish(&mut self) -> Option<Listed> {
        let style = std::mem::replace(&mut self.style, Style::Over);
        let Style::Json(json) = style else {
            return None;
        };
        if json.ended {
            return None;
        }
        let wanted = "a last line that counts the others";
        let error = Error::new(slug::MANIFEST_CUT, wanted, "the end");
        self.line += 1;
        Some(self.damaged(error))
    }

    fn damaged(&self, error: Error) -> Listed {
        Listed {
            line: self.line,
            entry: Err(at_line(error, self.line)),
        }
    }
}

impl Json {
    fn read(&mut self, line: &[u8], newline: bool) -> Result<Option<Entry>> {
        if self.ended {
            let found = text::shown(line);
            return Err(Error::new(
                slug::LIST_LINE,
                "nothing behind the last line",
                found,
            ));
        }
        if !newline {
            self.ended = true;
            let found = "the end of the file";
            return Err(Error::new(slug::MANIFEST_CUT, "a newline", found));
        }
        // Only order and counts need the lines before; a damaged one leaves both open.
        match json::parse(line, self.header, Engine::portable()) {
            Ok(json::Line::End(end)) => self.end(end).map(|()| None),
            Ok(json::Line::Entry(entry)) => self.entry(entry).map(Some),
            Err(error) => {
                self.damaged = true;
                Err(error)
            }
        }
    }

    fn entry(&mut self, entry: Entry) -> Result<Entry> {
        self.seen.entries += 1;
        if let Content::File(file) = &entry.content {
            let sum = self.seen.bytes.checked_add(file.size.unwrap_or(0));
            self.seen.bytes = sum
                .ok_or_else(|| Error::new(slug::LIST_LINE, "sizes below 2^64 together", "more"))?;
        }
        let order = tree_order(&self.last, &entry.name);
        if order.is_ge() {
            let found = if order.is_eq() {
                "the same again"
            } else {
                "an earlier one"
            };
            return Err(Error::new(
                slug::MANIFEST_ORDER,
                "a name that sorts after the last",
                found,
            ));
        }
        self.last.clone_from(&entry.name);
        Ok(entry)
    }

    fn end(&mut self, end: End) -> Result<()> {
        self.ended = true;
        if self.damaged || end == self.seen {
            return Ok(());
        }
        let words = |end: End| format!("{} entries of {} bytes", end.entries, end.bytes);
        Err(Error::new(slug::MANIFEST_CUT, words(end), words(self.seen)))
    }
}

impl<R: BufRead> Iterator for List<R> {
    type Item = Listed;

    fn next(&mut self) -> Option<Listed> {
        loop {
            if matches!(self.style, Style::Over) {
                return None;
            }
            let (line, ended) = match self.read_line() {
                Ok(Some(line)) => line,
                Ok(None) => return self.finish(),
                Err(error) => {
                    if error.slug == slug::UNREADABLE {
                        self.style = Style::Over;
                    }
                    if let Style::Json(json) = &mut self.style {
                        json.damaged = true;
                    }
                    return Some(self.damaged(error));
                }
            };
            match self.read_entry(&line, ended) {
                Ok(None) => {}
                Ok(Some(entry)) => {
                    return Some(Listed {
                        line: self.line,
                        entry: Ok(entry),
                    });
                }
                Err(error) => return Some(self.damaged(error)),
            }
        }
    }
}

/// The error at its line; where it named a place within the line, its words keep it.
fn at_line(mut error: Error, line: u64) -> Error {
    let within = error.place.to_string();
    if let Some(within) = within.strip_suffix(": ") {
        error.found = format!("{} (at {within})", error.found).into();
    }
    error.at(Place::Line(line))
}
