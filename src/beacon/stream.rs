//! The objects of a stream of JSON: one, an array of them, or one behind another (JSON Lines). No more
//! of the stream is held than the object under way.

use std::io::Read;

use super::round::LARGEST;
use crate::error::{Error, Place, Result, slug};

/// Bytes read at once.
const BUFFER: usize = 256 << 10;

/// How the objects stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Nothing was seen yet.
    Unknown,
    /// One behind another.
    Lines,
    /// In an array that is open; whether an object must come next, may, or must not.
    Array(Next),
    /// The array is closed.
    Closed,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    ObjectOrEnd,
    Object,
    CommaOrEnd,
}

/// A stream cut into objects.
pub struct Objects<'a> {
    input: &'a mut (dyn Read + Send),
    buffer: Vec<u8>,
    /// Where the unread part of the buffer begins and ends.
    start: usize,
    end: usize,
    /// Bytes of the stream before the buffer.
    before: u64,
    shape: Shape,
}

impl<'a> Objects<'a> {
    /// Of a stream from its start.
    pub fn new(input: &'a mut (dyn Read + Send)) -> Self {
        Self {
            input,
            buffer: vec![0; BUFFER],
            start: 0,
            end: 0,
            before: 0,
            shape: Shape::Unknown,
        }
    }

    /// Bytes of the stream that were taken.
    pub fn taken(&self) -> u64 {
        self.before + self.start as u64
    }

    /// Whether nothing of a further object was read yet, so that the next one may have to be waited for.
    pub fn is_drained(&self) -> bool {
        let unread = self.buffer.get(self.start..self.end).unwrap_or_default();
        let between = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',');
        unread.iter().all(between)
    }

    fn wrong(&self, wanted: &'static str, found: impl Into<String>) -> Error {
        let error = Error::new(slug::BEACON, wanted, found.into());
        error.at(Place::Byte(self.taken()))
    }

    /// Moves what is unread to the front and reads more; whether any came.
    fn more(&mut self) -> Result<bool> {
        self.buffer.copy_within(self.start..self.end, 0);
        self.before += self.start as u64;
        (self.start, self.end) = (0, self.end - self.start);
        let room = self.buffer.get_mut(self.end..).unwrap_or_default();
        // A pipe is not waited for: what is there is worked on.
        let came = loop {
            match self.input.read(room) {
                Ok(came) => break came,
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                Err(e) => return Err(Error::io(slug::UNREADABLE, &e)),
            }
        };
        self.end += came;
        Ok(came > 0)
    }

    /// The next byte that is no blank, not taken yet.
    fn peek(&mut self) -> Result<Option<u8>> {
        loop {
            let unread = self.buffer.get(self.start..self.end).unwrap_or_default();
            let mark = b"\xef\xbb\xbf";
            if self.taken() == 0 && unread.len() < mark.len() && mark.starts_with(unread) {
                if self.more()? {
                    continue;
                }
            } else if self.taken() == 0 && unread.starts_with(mark) {
                self.start += mark.len();
                continue;
            }
            let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
            let unread = self.buffer.get(self.start..self.end).unwrap_or_default();
            let blanks = unread.iter().take_while(|byte| blank(byte)).count();
            self.start += blanks;
            if let Some(byte) = self
                .buffer
                .get(self.start..self.end)
                .and_then(<[u8]>::first)
            {
                return Ok(Some(*byte));
            }
            if !self.more()? {
                return Ok(None);
            }
        }
    }

    /// The next object with its braces; `None` at the end.
    pub fn take_next(&mut self) -> Result<Option<&[u8]>> {
        loop {
            let byte = self.peek()?;
            match (self.shape, byte) {
                (Shape::Unknown | Shape::Lines | Shape::Closed, None) => return Ok(None),
                (Shape::Unknown | Shape::Lines, Some(b'{')) => {
                    self.shape = Shape::Lines;
                    return self.object().map(Some);
                }
                (Shape::Unknown, Some(b'[')) => self.shape = Shape::Array(Next::ObjectOrEnd),
                (Shape::Array(Next::ObjectOrEnd | Next::Object), Some(b'{')) => {
                    self.shape = Shape::Array(Next::CommaOrEnd);
                    return self.object().map(Some);
                }
                (Shape::Array(Next::CommaOrEnd), Some(b',')) => {
                    self.shape = Shape::Array(Next::Object);
                }
                (Shape::Array(Next::ObjectOrEnd | Next::CommaOrEnd), Some(b']')) => {
                    self.shape = Shape::Closed;
                }
                (Shape::Array(_), None) => {
                    return Err(self.wrong("the end of the array", "the end of the input"));
                }
                (Shape::Closed, Some(_)) => {
                    return Err(self.wrong("nothing behind the array", "more"));
                }
                (_, Some(byte)) => {
                    let found = format!("{:?}", char::from(byte));
                    return Err(self.wrong("a beacon in JSON", found));
                }
            }
            self.start += 1;
        }
    }

    /// Takes the object that begins here.
    fn object(&mut self) -> Result<&[u8]> {
        let mut scan = Scan::default();
        let mut seen = 0;
        loop {
            let unread = self.buffer.get(self.start..self.end).unwrap_or_default();
            let rest = unread.get(seen..).unwrap_or_default();
            let end = scan.end(rest);
            // However the bytes arrive: the end may stand in the buffer already.
            if end.map_or(unread.len(), |length| seen + length) > LARGEST {
                let wanted = "a beacon of at most 16 KiB";
                return Err(self.wrong(wanted, "an object that goes on"));
            }
            if let Some(length) = end {
                let start = self.start;
                self.start += seen + length;
                return Ok(self.buffer.get(start..self.start).unwrap_or_default());
            }
            seen = unread.len();
            if !self.more()? {
                return Err(self.wrong("the end of the object", "the end of the input"));
            }
        }
    }
}

/// Where an object ends: braces are counted outside of strings.
#[derive(Default)]
struct Scan {
    depth: u32,
    quoted: bool,
    escaped: bool,
}

impl Scan {
    /// How many of the next bytes belong to the object, if it ends in them.
    fn end(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, byte) in bytes.iter().enumerate() {
            if self.quoted {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.quoted = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.quoted = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return Some(at + 1);
                    }
                }
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let end = buffer.len().min(1);
            self.0.read(&mut buffer[..end])
        }
    }

    fn cut(text: &str) -> Result<Vec<String>> {
        let collect = |input: &mut (dyn Read + Send)| {
            let mut objects = Objects::new(input);
            let mut all = Vec::new();
            while let Some(object) = objects.take_next()? {
                all.push(String::from_utf8_lossy(object).into_owned());
            }
            Ok(all)
        };
        let whole = collect(&mut text.as_bytes());
        assert_eq!(whole, collect(&mut Slow(text.as_bytes())));
        whole
    }

    #[test]
    fn one_many_and_an_array() {
        assert_eq!(cut("{\"a\":1}").unwrap(), ["{\"a\":1}"]);
        let two = ["{\"a\":\"}\\\"\"}", "{\"b\":[{}]}"];
        for (between, around) in [
            ("\n", ["", "\r\n"]),
            (",", ["[", " ]"]),
            ("", ["\u{feff}", ""]),
        ] {
            let text = format!("{}{}{between}{}{}", around[0], two[0], two[1], around[1]);
            assert_eq!(cut(&text).unwrap(), two, "{text}");
        }
        for none in ["", " \n", "[]", "[ ]\n"] {
            assert_eq!(cut(none).unwrap(), Vec::<String>::new(), "{none}");
        }
    }

    #[test]
    fn what_has_come_is_told_from_what_may_come() {
        let mut slow = Slow(b"{} {}");
        let mut objects = Objects::new(&mut slow);
        for _ in 0..2 {
            assert_eq!(objects.take_next(), Ok(Some(&b"{}"[..])));
            assert!(objects.is_drained());
        }
        let mut whole = &b"[{}, {},\n"[..];
        let mut objects = Objects::new(&mut whole);
        assert!(objects.take_next().is_ok() && !objects.is_drained());
        assert!(objects.take_next().is_ok() && objects.is_drained());
    }

    #[test]
    fn what_is_no_stream_of_objects() {
        for (text, byte) in [
            ("7", 0),
            ("{} x", 3),
            ("[{},]", 4),
            ("[{} {}]", 4),
            ("[{}", 3),
            ("[{}] {}", 5),
            ("{\"a\":", 0),
            ("[,{}]", 1),
        ] {
            let error = cut(text).unwrap_err();
            assert_eq!(
                (error.slug, error.place),
                (slug::BEACON, Place::Byte(byte)),
                "{text}"
            );
        }
        // The limit does not depend on whether the end is in the buffer already.
        let around = "{\"a\":\"\"}".len();
        let long = |bytes: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(bytes - around));
        for bytes in [LARGEST + 1, 20 << 10, 200 << 10, 1 << 20] {
            let error = cut(&long(bytes)).unwrap_err();
            assert_eq!((error.slug, error.place), (slug::BEACON, Place::Byte(0)));
        }
        assert_eq!(cut(&long(LARGEST)).unwrap().len(), 1);
    }
}
