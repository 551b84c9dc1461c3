//! Lines of JSON, and layouts by an expression of the user's own, as ShiViz has them.

use std::borrow::Cow;

use regex::bytes::{Captures, Regex, RegexBuilder};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::clock::lines::{Lines, clock_entries, shown};
use crate::clock::log::{Entry, Event, Log, MAX_HOST};
use crate::clock::read::hinted;
use crate::clock::time;
use crate::error::{Error, Place, Result, slug};

/// The memory that a compiled expression may take, in bytes.
const EXPRESSION_BYTES: usize = 8 << 20;

/// An event as a line of JSON. Other fields are left alone.
#[derive(Deserialize)]
pub(crate) struct Object<'a> {
    #[serde(borrow)]
    pub(crate) host: Cow<'a, str>,
    #[serde(borrow)]
    pub(crate) clock: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) event: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) time: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) send: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) receive: Option<&'a RawValue>,
}

impl<'a> Object<'a> {
    /// The object that a line holds.
    pub(crate) fn of(line: &'a [u8], number: u32) -> Result<Self> {
        let object: Self = serde_json::from_slice(line).map_err(|error| {
            let words = error.to_string();
            let words = words.split(" at line").next().unwrap_or_default();
            let place = Place::Column(number.into(), error.column() as u64);
            Error::new(slug::NOT_A_LOG, "an event as an object", words.to_owned()).at(place)
        })?;
        if object.host.is_empty() || object.host.len() > MAX_HOST {
            let found = format!("one of {}", object.host.len());
            let error = Error::new(slug::NOT_A_LOG, "a host of 1 to 4096 bytes", found);
            return Err(error.at(Place::Line(number.into())));
        }
        Ok(object)
    }

    /// When it took place.
    pub(crate) fn when(&self, number: u32) -> Result<Option<i64>> {
        let Some(text) = self.time.map(RawValue::get) else {
            return Ok(None);
        };
        let bare = text.trim_matches('"');
        time::parse(bare).map(Some).ok_or_else(|| {
            let wanted = "a time: an integer, or RFC 3339";
            Error::new(slug::NOT_A_LOG, wanted, shown(text.as_bytes()))
                .at(Place::Line(number.into()))
        })
    }

    /// Where in `line` its text stands, and whether it is a string.
    pub(crate) fn said(&self, line: &[u8]) -> ((u32, u32), bool) {
        let Some(text) = self.event.map(RawValue::get) else {
            return ((0, 0), false);
        };
        let start = place_in(line, text);
        ((start, text.len() as u32), text.starts_with('"'))
    }
}

/// Where in a line a part of it stands that serde borrowed.
fn place_in(line: &[u8], part: &str) -> u32 {
    (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize) as u32
}

/// Reads the rest of the lines as objects.
pub(crate) fn read_lines(lines: &mut Lines<'_>, log: &mut Log<'_>) -> Result<()> {
    let (mut clock, mut hint) = (Vec::new(), 0);
    while let Some(line) = lines.line()? {
        if line.blank() {
            continue;
        }
        let object = Object::of(line.bytes, line.number)?;
        let Some(clock_text) = object.clock else {
            let error = Error::new(slug::NOT_A_LOG, "a field \"clock\"", "none");
            return Err(error.at(line.place()));
        };
        clock.clear();
        clock_entries(clock_text.get().as_bytes(), &mut |host, count| {
            hint = hinted(log, host, hint);
            clock.push(Entry { host: hint, count });
        })
        .map_err(|e| e.at(line.place()))?;
        let host = hinted(log, &object.host, hint);
        let (text, quoted) = object.said(line.bytes);
        let event = Event {
            host,
            start: line.start as u64,
            len: (lines.at - line.start) as u32,
            clock: Some(place_in(line.bytes, clock_text.get())),
            text,
            quoted,
            time: object.when(line.number)?,
            ..Event::default()
        };
        let pushed = log.push(event, &mut clock);
        pushed.map_err(|e| e.at(line.place()))?;
    }
    Ok(())
}

/// An expression with groups `host`, `clock` and `event`, and perhaps `time` (or `date`,
/// `timestamp`), written as `ShiViz`'s: it is looked for from match to match, `^` and `$` stand for
/// the ends of lines, `\w`, `\d` and `(?i)` for ASCII alone as in its JavaScript (ECMA-262 22.2.2),
/// `.` for any byte of a line, and what lies between matches is passed over.
#[derive(Clone, Debug)]
pub struct Expression(Regex);

/// The groups whose text is a time.
const TIMES: [&str; 3] = ["time", "date", "timestamp"];

impl Expression {
    /// Understands an expression.
    ///
    /// ```
    /// use decent::clock::record::Expression;
    /// assert!(Expression::new(r"(?<event>.*)\n(?<host>\S*) (?<clock>{.*})").is_ok());
    /// assert!(Expression::new("(?<host>.*)").is_err());
    /// ```
    pub fn new(text: &str) -> Result<Self> {
        let mut builder = RegexBuilder::new(&braces_escaped(text.trim()));
        let built = builder
            .multi_line(true)
            .unicode(false)
            .size_limit(EXPRESSION_BYTES)
            .build();
        let regex = built.map_err(|error| {
            let words = error.to_string();
            let why = words.lines().last().unwrap_or_default().trim();
            let why = why.trim_start_matches("error: ").to_owned();
            Error::new(
                slug::EXPRESSION,
                "an expression that can be searched for",
                why,
            )
        })?;
        for group in ["host", "clock", "event"] {
            if !regex.capture_names().any(|name| name == Some(group)) {
                let wanted = format!("a group (?<{group}>...)");
                return Err(Error::new(slug::EXPRESSION, wanted, "none"));
            }
        }
        Ok(Self(regex))
    }

    /// Reads all matches behind `from`; gives how many lines with words were passed over.
    pub(crate) fn read(&self, lines: &mut Lines<'_>, log: &mut Log<'_>) -> Result<u64> {
        let (bytes, from) = (lines.bytes, lines.at);
        let (mut clock, mut hint) = (Vec::new(), 0);
        let mut place = Counted::new(bytes, from);
        let rest = bytes.get(from..).unwrap_or_default();
        for found in self.0.captures_iter(rest) {
            let Some(all) = found.get(0) else { continue };
            place.pass_to(from + all.start());
            let number = place.line;
            let at = |e: Error| e.at(Place::Line(number.into()));
            let group = |name: &str| found.name(name).map(|part| part.as_bytes());
            let Some((host, text)) = group("host").zip(group("clock")) else {
                let error =
                    Error::new(slug::EXPRESSION, "a host and a clock in each match", "none");
                return Err(at(error));
            };
            let host = std::str::from_utf8(host).ok().filter(|host| {
                let length = host.len();
                (1..=MAX_HOST).contains(&length)
            });
            let host = host.ok_or_else(|| {
                at(Error::new(
                    slug::NOT_A_LOG,
                    "a host of 1 to 4096 bytes of UTF-8",
                    "another",
                ))
            })?;
            clock.clear();
            let behind = clock_entries(text, &mut |host, count| {
                hint = hinted(log, host, hint);
                clock.push(Entry { host: hint, count });
            })
            .map_err(at)?;
            if !behind.trim_ascii().is_empty() {
                return Err(at(Error::new(
                    slug::NOT_A_CLOCK,
                    "nothing behind a clock",
                    shown(behind),
                )));
            }
            let clock_at = found.name("clock").map_or(0, |part| part.start());
            let event = Event {
                host: hinted(log, host, hint),
                start: (from + all.start()) as u64,
                len: u32::try_from(all.len()).unwrap_or(u32::MAX),
                clock: Some((clock_at - all.start()) as u32),
                text: said(&found, all.start()),
                time: when(&found).map_err(at)?,
                ..Event::default()
            };
            log.push(event, &mut clock).map_err(at)?;
            place.take_to(from + all.end());
            lines.tell(from + all.end())?;
        }
        lines.tell(bytes.len())?;
        place.pass_to(bytes.len());
        Ok(place.passed)
    }
}

fn said(found: &Captures<'_>, start: usize) -> (u32, u32) {
    let text = found.name("event");
    text.map_or((0, 0), |text| {
        ((text.start() - start) as u32, text.len() as u32)
    })
}

/// A group for a time must hold one, or the expression is wrong about it.
fn when(found: &Captures<'_>) -> Result<Option<i64>> {
    let Some(text) = TIMES.iter().find_map(|name| found.name(name)) else {
        return Ok(None);
    };
    let time = std::str::from_utf8(text.as_bytes())
        .ok()
        .and_then(time::parse);
    let wanted = "a time: an integer, or RFC 3339";
    time.map(Some)
        .ok_or_else(|| Error::new(slug::NOT_A_LOG, wanted, shown(text.as_bytes())))
}

/// Counts lines on the way through a text.
struct Counted<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
    passed: u64,
}

impl<'a> Counted<'a> {
    fn new(bytes: &'a [u8], at: usize) -> Self {
        let before = bytes.get(..at).unwrap_or_default();
        let lines = memchr::memchr_iter(b'\n', before).count();
        Self {
            bytes,
            at,
            line: lines as u32 + 1,
            passed: 0,
        }
    }

    /// Goes on over text that belongs to a match.
    fn take_to(&mut self, end: usize) {
        let part = self.bytes.get(self.at..end).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', part).count() as u32;
        self.at = end.max(self.at);
    }

    /// Goes on over text that belongs to none.
    fn pass_to(&mut self, end: usize) {
        let part = self.bytes.get(self.at..end).unwrap_or_default();
        let words = part
            .split(|b| *b == b'\n')
            .filter(|line| !line.trim_ascii().is_empty());
        self.passed += words.count() as u64;
        self.take_to(end);
    }
}

/// JavaScript lets a `{` stand for itself where it begins no repetition; here it is escaped.
fn braces_escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            out.push(letter);
            if let Some((_, next)) = letters.next() {
                out.push(next);
                // `\p{..}` and `\x{..}` keep their braces.
                if "pPxu".contains(next) && text.get(at + 2..).is_some_and(|t| t.starts_with('{')) {
                    letters.next();
                    out.push('{');
                }
            }
            continue;
        }
        if letter == '{' && !repeats(text.get(at..).unwrap_or_default()) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// Whether `{2}`, `{2,}` or `{2,3}` stands here.
fn repeats(text: &str) -> bool {
    let inner = text.get(1..).and_then(|rest| rest.split_once('}'));
    let Some((inner, _)) = inner else {
        return false;
    };
    let (low, high) = inner.split_once(',').unwrap_or((inner, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    !low.is_empty() && digits(low) && digits(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces() {
        for (text, escaped) in [
            (r"(?<clock>{.*})", r"(?<clock>\{.*})"),
            (r"\d{2}:\p{L}+\{", r"\d{2}:\p{L}+\{"),
            (r"a{2,}{b", r"a{2,}\{b"),
        ] {
            assert_eq!(braces_escaped(text), escaped);
        }
    }

    #[test]
    fn an_expression_skips_what_it_does_not_match() {
        let text = b"noise\n[a] {\"a\":1} one at 5\nmore noise\n\n[b] {\"a\":1,\"b\":1} two at 6\n";
        let expression = r"^\[(?<host>\w+)\] (?<clock>{.*}) (?<event>.*) at (?<time>\d+)$";
        let mut log = Log::default();
        let format =
            crate::clock::read::Format::Expression(Box::new(Expression::new(expression).unwrap()));
        let seen = crate::clock::read::read(
            text.as_slice().into(),
            &format,
            &mut log,
            &crate::watch::Deaf,
        )
        .unwrap();
        assert_eq!((log.len(), seen.passed), (2, 2));
        assert_eq!(&*log.text(1), b"two");
        assert_eq!((log.line(1), log.time_of(1)), (5, Some(6)));
    }
}
