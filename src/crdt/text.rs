//! JSON (RFC 8259) pulled piece by piece from a source of any length, strictly: exact natural
//! numbers, no lone surrogate, and every error with its line and column. `serde_json` would round
//! or refuse large numbers, take the last of two equal keys, and want a whole state in memory.

use num_bigint::BigInt;

use crate::crdt::count::{Count, MAX_DIGITS};
use crate::error::{Error, Place, Result, Slug, slug};
use crate::source::Source;

/// The longest string that is read (an id, a key, a value), in bytes.
pub const MAX_STRING: usize = 1 << 20;
/// The longest line of a text that is no JSON.
pub const MAX_LINE: usize = 2 * MAX_STRING;

/// A text under the eyes of a reader: bytes that are loaded, and a place among them.
pub struct Text<'a> {
    source: &'a Source<'a>,
    buffer: Vec<u8>,
    /// The loaded bytes: from `at` to `end` of the buffer.
    at: usize,
    end: usize,
    /// Where in the source the buffer begins.
    base: u64,
    chunk: usize,
}

impl<'a> Text<'a> {
    /// Begins at the start of `source`, loading `chunk` bytes at a time.
    pub fn new(source: &'a Source<'a>, chunk: usize) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            at: 0,
            end: 0,
            base: 0,
            chunk: chunk.max(1),
        }
    }

    /// The loaded bytes that are not read yet.
    #[inline]
    pub fn rest(&self) -> &[u8] {
        self.buffer.get(self.at..self.end).unwrap_or_default()
    }

    /// Passes over `n` of the loaded bytes.
    #[inline]
    pub fn consume(&mut self, n: usize) {
        self.at = self.at.saturating_add(n).min(self.end);
    }

    /// Where in the source the next byte is.
    pub fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    /// Loads more behind the bytes that are not read yet; `false` at the end of the source.
    pub fn more(&mut self) -> Result<bool> {
        let loaded = self.base + self.end as u64;
        let n = (self.chunk as u64).min(self.source.len().saturating_sub(loaded)) as usize;
        if n == 0 {
            return Ok(false);
        }
        self.buffer.copy_within(self.at..self.end, 0);
        self.base += self.at as u64;
        self.end -= self.at;
        self.at = 0;
        if self.buffer.len() < self.end + n {
            self.buffer.resize(self.end + n, 0);
        }
        if let Some(part) = self.buffer.get_mut(self.end..self.end + n) {
            self.source.copy_at(loaded, part)?;
        }
        self.end += n;
        Ok(true)
    }

    /// The next byte; `None` at the end.
    #[inline]
    pub fn peek(&mut self) -> Result<Option<u8>> {
        if self.at == self.end && !self.more()? {
            return Ok(None);
        }
        Ok(self.buffer.get(self.at).copied())
    }

    /// The next byte that is no white space; `None` at the end.
    pub fn peek_word(&mut self) -> Result<Option<u8>> {
        loop {
            match self.peek()? {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                other => return Ok(other),
            }
        }
    }

    /// Passes over white space and `byte`, if it comes next.
    pub fn took(&mut self, byte: u8) -> Result<bool> {
        let found = self.peek_word()? == Some(byte);
        self.at += usize::from(found);
        Ok(found)
    }

    /// Passes over white space and `byte`, which must come next.
    pub fn take(&mut self, byte: u8, wanted: &'static str) -> Result<()> {
        if self.took(byte)? {
            return Ok(());
        }
        Err(self.wrong(wanted))
    }

    /// Whether an array has one more item, after `[` or an item; passes over its `]`.
    pub fn item(&mut self, first: &mut bool) -> Result<bool> {
        if self.took(b']')? {
            return Ok(false);
        }
        if !std::mem::take(first) {
            self.take(b',', "',' or ']'")?;
        }
        Ok(true)
    }

    /// The next string, unescaped.
    pub fn string(&mut self, wanted: &'static str) -> Result<String> {
        let mut bytes = Vec::new();
        self.string_into(&mut bytes, wanted)?;
        String::from_utf8(bytes).map_err(|_| self.wrong("UTF-8"))
    }

    /// Appends the next string to `out`, unescaped: always UTF-8.
    pub fn string_into(&mut self, out: &mut Vec<u8>, wanted: &'static str) -> Result<()> {
        self.take(b'"', wanted)?;
        let start = self.offset();
        let from = out.len();
        loop {
            let Some(byte) = self.peek()? else {
                return Err(self.wrong("'\"' at the end of a string"));
            };
            match byte {
                b'"' => break,
                b'\\' => self.escape(out)?,
                0..0x20 => return Err(self.wrong("a character, control characters as \\u0000")),
                _ => {
                    out.push(byte);
                    self.at += 1;
                }
            }
            if out.len() - from > MAX_STRING {
                let wanted = format!("at most {MAX_STRING} bytes");
                return Err(self.error_at(slug::TOO_LARGE, start, wanted, "more"));
            }
        }
        if std::str::from_utf8(out.get(from..).unwrap_or_default()).is_err() {
            return Err(self.error_at(slug::NOT_A_STATE, start, "UTF-8", "other bytes"));
        }
        self.at += 1;
        Ok(())
    }

    /// One escape, from its backslash on.
    fn escape(&mut self, out: &mut Vec<u8>) -> Result<()> {
        let start = self.offset();
        self.at += 1;
        let letter = self.peek()?;
        self.at += usize::from(letter.is_some());
        let plain = match letter {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let high = self.unit()?;
                let low = if (0xd800..0xdc00).contains(&high) && self.peek()? == Some(b'\\') {
                    self.at += 1;
                    let is_unit = self.peek()? == Some(b'u');
                    self.at += usize::from(is_unit);
                    Some(if is_unit { self.unit()? } else { 0 })
                } else {
                    None
                };
                let units = [Some(high), low].into_iter().flatten();
                let mut letters = char::decode_utf16(units);
                if let (Some(Ok(letter)), None) = (letters.next(), letters.next()) {
                    letter
                } else {
                    let found = "half of a surrogate pair";
                    return Err(self.error_at(slug::NOT_A_STATE, start, "a character", found));
                }
            }
            _ => {
                let wanted = "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000";
                return Err(self.error_at(slug::NOT_A_STATE, start, wanted, "another escape"));
            }
        };
        out.extend(plain.encode_utf8(&mut [0; 4]).bytes());
        Ok(())
    }

    /// Four hex digits.
    fn unit(&mut self) -> Result<u16> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.peek()?.and_then(|b| char::from(b).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.wrong("four hex digits"));
            };
            unit = unit * 16 + digit as u16;
            self.at += 1;
        }
        Ok(unit)
    }

    /// The next count: an exact natural number as JSON writes it.
    pub fn count(&mut self) -> Result<Count> {
        self.digits("a natural number")
    }

    /// The next number, whole and exact, that may be negative.
    pub fn whole(&mut self) -> Result<BigInt> {
        let negative = self.took(b'-')?;
        if negative && !self.peek()?.is_some_and(|b| b.is_ascii_digit()) {
            return Err(self.wrong("a digit"));
        }
        let size = BigInt::from(self.digits("a whole number")?);
        Ok(if negative { -size } else { size })
    }

    fn digits(&mut self, wanted: &'static str) -> Result<Count> {
        let first = self.peek_word()?;
        let start = self.offset();
        let bad =
            |text: &Self, found: String| text.error_at(slug::NOT_A_COUNT, start, wanted, found);
        if !first.is_some_and(|b| b.is_ascii_digit()) {
            let found = match first {
                Some(b'-') => "a negative number".into(),
                _ => self.found()?,
            };
            return Err(bad(self, found));
        }
        let mut digits = 0;
        loop {
            match self.rest().get(digits).copied() {
                Some(b'0'..=b'9') if digits > MAX_DIGITS => {
                    let wanted = format!("at most {MAX_DIGITS} digits");
                    return Err(self.error_at(slug::TOO_LARGE, start, wanted, "more"));
                }
                Some(b'0'..=b'9') => digits += 1,
                None if self.more()? => {}
                _ => break,
            }
        }
        let found = match (self.rest(), self.rest().get(digits)) {
            (_, Some(b'.')) => "a fraction",
            (_, Some(b'e' | b'E')) => "an exponent",
            ([b'0', b'0'..=b'9', ..], _) => "a zero before the digits",
            _ => "",
        };
        let count = Count::from_digits(self.rest().get(..digits).unwrap_or_default());
        match count.filter(|_| found.is_empty()) {
            Some(count) => {
                self.consume(digits);
                Ok(count)
            }
            None => Err(bad(self, found.into())),
        }
    }

    /// Which of the words `null`, `true` and `false` comes next.
    pub fn word(&mut self) -> Result<&'static str> {
        self.peek_word()?;
        for word in ["null", "true", "false"] {
            while self.rest().len() < word.len() && self.more()? {}
            if self.rest().starts_with(word.as_bytes()) {
                self.consume(word.len());
                return Ok(word);
            }
        }
        Err(self.wrong("a value"))
    }

    /// The next line without its end, passed over; `None` at the end of the source.
    pub fn line(&mut self) -> Result<Option<Vec<u8>>> {
        let start = self.offset();
        let mut len = 0;
        loop {
            match self.rest().iter().skip(len).position(|b| *b == b'\n') {
                Some(more) => break len += more,
                None => len = self.rest().len(),
            }
            if len > MAX_LINE {
                let wanted = format!("a line of at most {MAX_LINE} bytes");
                return Err(self.error_at(slug::TOO_LARGE, start, wanted, "a longer one"));
            }
            if !self.more()? {
                break;
            }
        }
        if self.rest().is_empty() {
            return Ok(None);
        }
        let line = self.rest().get(..len).unwrap_or_default().to_vec();
        self.consume(len + 1);
        Ok(Some(line))
    }

    /// What comes next, in words.
    fn found(&mut self) -> Result<String> {
        Ok(match self.peek()? {
            None => "the end".into(),
            Some(b'"') => "a string".into(),
            Some(b'{') => "an object".into(),
            Some(b'[') => "an array".into(),
            Some(b't' | b'f') => "a boolean".into(),
            Some(b'n') => "null".into(),
            Some(byte @ 0x21..0x7f) => format!("'{}'", char::from(byte)),
            Some(byte) => format!("byte 0x{byte:02x}"),
        })
    }

    /// The error that something else was wanted than what comes next.
    pub fn wrong(&mut self, wanted: &'static str) -> Error {
        match self.found() {
            Ok(found) => self.error_at(slug::NOT_A_STATE, self.offset(), wanted, found),
            Err(error) => error,
        }
    }

    /// An error that tells its place in bytes, told by line and column.
    pub fn located(&self, error: Error) -> Error {
        match error.place {
            Place::Byte(at) => self.error_at(error.slug, at, error.wanted, error.found),
            _ => error,
        }
    }

    /// An error at an offset, told by line and column.
    pub fn error_at(
        &self,
        slug: Slug,
        offset: u64,
        wanted: impl Into<std::borrow::Cow<'static, str>>,
        found: impl Into<std::borrow::Cow<'static, str>>,
    ) -> Error {
        match self.place(offset) {
            Ok(place) => Error::new(slug, wanted, found).at(place),
            Err(error) => error,
        }
    }

    /// Line and column of an offset, counted again from the start: only errors pay for it.
    fn place(&self, offset: u64) -> Result<Place> {
        let (mut line, mut column, mut from) = (1, 1, 0);
        while from < offset {
            let to = offset.min(from + (1 << 20));
            for byte in &*self.source.window(from..to)? {
                match byte {
                    b'\n' => (line, column) = (line + 1, 1),
                    // A letter of several bytes is one column.
                    0x80..0xc0 => {}
                    _ => column += 1,
                }
            }
            from = to;
        }
        Ok(Place::Column(line, column))
    }
}

/// Appends `text` as a JSON string, with only those escapes that must be.
pub fn put_string(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'"');
    if needs_escapes(text) {
        for byte in text {
            match byte {
                b'"' => out.extend(b"\\\""),
                b'\\' => out.extend(b"\\\\"),
                b'\n' => out.extend(b"\\n"),
                b'\r' => out.extend(b"\\r"),
                b'\t' => out.extend(b"\\t"),
                8 => out.extend(b"\\b"),
                12 => out.extend(b"\\f"),
                0..0x20 => out.extend(format!("\\u{byte:04x}").bytes()),
                _ => out.push(*byte),
            }
        }
    } else {
        out.extend_from_slice(text);
    }
    out.push(b'"');
}

/// Whether something in `text` can't stand in a JSON string as it is; eight bytes at a time.
#[inline]
fn needs_escapes(text: &[u8]) -> bool {
    const ONES: u64 = u64::MAX / 255;
    let zero_in = |word: u64| word.wrapping_sub(ONES) & !word;
    let bad_word = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        let quote = zero_in(word ^ (ONES * u64::from(b'"')));
        let backslash = zero_in(word ^ (ONES * u64::from(b'\\')));
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        (quote | backslash | control) & (ONES << 7) != 0
    };
    let (words, rest) = text.as_chunks::<8>();
    words.iter().any(bad_word)
        || match text.last_chunk() {
            // The last eight bytes, those of the word before among them.
            Some(word) => bad_word(word),
            None => rest.iter().any(|b| matches!(b, b'"' | b'\\' | 0..0x20)),
        }
}

/// Appends items with commas between them, and a bracket behind; the one before comes with `open`.
pub fn put_list<T>(
    out: &mut Vec<u8>,
    open: &[u8],
    items: impl IntoIterator<Item = T>,
    put: impl Fn(&mut Vec<u8>, T),
) {
    out.extend(open);
    for (i, item) in items.into_iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        put(out, item);
    }
    out.push(b']');
}

#[cfg(test)]
mod tests;
