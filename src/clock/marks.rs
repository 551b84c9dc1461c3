//! Unstamped logs: events with marks of what they send and receive.
//!
//! A line of text is `HOST [@TIME] [!ID]... [?ID]... TEXT`: `!ID` sends the message `ID`, `?ID`
//! receives it, as in Hoare's processes. A line of JSON has `host`, and perhaps `event`, `time`,
//! `send`, `receive`; the last two are an id or an array of ids. The events of a host stand in its
//! order; all else may stand in any. A message is sent once and received by as many as will.
//! Blank lines and those that begin with `#` are passed over.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::clock::graph::{Graph, Sorted, sort};
use crate::clock::lines::{Line, Lines, shown};
use crate::clock::log::{Event, Log, MAX_HOST};
use crate::clock::messages::{Messages, Name, Stray, name_of};
use crate::clock::record::Object;
use crate::clock::time;
use crate::error::{Error, Place, Result, slug};
use crate::spool::Room;
use crate::watch::Watch;

/// Who sends and who receives which message, while a log is read.
pub struct Marks<'f> {
    messages: Messages<'f>,
}

/// An error, and the event that it is about.
pub type Blamed = (u32, Error);

impl Default for Marks<'static> {
    /// All in memory.
    fn default() -> Self {
        Self::new(Room {
            memory: u64::MAX,
            file: &|| Err(std::io::ErrorKind::StorageFull.into()),
        })
    }
}

impl<'f> Marks<'f> {
    /// None yet. The names of messages take twice the memory at most, and then files.
    pub fn new(room: Room<'f>) -> Self {
        Self {
            messages: Messages::new(room),
        }
    }

    /// Reads a file of events without clocks.
    ///
    /// ```
    /// use decent::clock::{log::Log, marks::Marks};
    /// let (mut log, mut marks) = (Log::default(), Marks::default());
    /// marks.read(b"a !m asks\nb ?m answers\n".as_slice().into(), &mut log, &decent::watch::Deaf).unwrap();
    /// let (graph, sorted) = marks.graph(&log).unwrap();
    /// assert_eq!((graph.causes(1), sorted.lamport), ([0].as_slice(), vec![1, 2]));
    /// ```
    pub fn read<'a>(
        &mut self,
        bytes: Cow<'a, [u8]>,
        log: &mut Log<'a>,
        watch: &dyn Watch,
    ) -> Result<()> {
        let file = log.add_file();
        let before = log.len();
        let read = self.read_lines(Lines::watched(&bytes, watch), log);
        log.put_file(file, bytes);
        log.settle();
        read?;
        if log.len() == before {
            return Err(Error::new(slug::NOT_A_LOG, "at least one event", "none"));
        }
        Ok(())
    }

    fn read_lines(&mut self, mut lines: Lines<'_>, log: &mut Log<'_>) -> Result<()> {
        while let Some(line) = lines.line()? {
            if line.blank() || line.bytes.starts_with(b"#") {
                continue;
            }
            let end = lines.at;
            if line.bytes.trim_ascii_start().starts_with(b"{") {
                self.object(&line, end, log)?;
            } else {
                self.words(&line, end, log)?;
            }
        }
        Ok(())
    }

    fn object(&mut self, line: &Line<'_>, end: usize, log: &mut Log<'_>) -> Result<()> {
        let object = Object::of(line.bytes, line.number)?;
        let (text, quoted) = object.said(line.bytes);
        let event = Event {
            host: log.host_number(&object.host),
            start: line.start as u64,
            len: (end - line.start) as u32,
            text,
            quoted,
            time: object.when(line.number)?,
            ..Event::default()
        };
        let (sent, received) = (ids(object.send, line)?, ids(object.receive, line)?);
        self.push(event, sent.iter(), received.iter(), line, log)
    }

    fn words(&mut self, line: &Line<'_>, end: usize, log: &mut Log<'_>) -> Result<()> {
        let words = Words::of(line)?;
        let event = Event {
            host: log.host_number(words.host),
            start: line.start as u64,
            len: (end - line.start) as u32,
            text: words.text,
            time: words.time,
            ..Event::default()
        };
        self.push(event, words.sent.iter(), words.received.iter(), line, log)
    }

    fn push<'i, I: AsRef<str> + 'i>(
        &mut self,
        event: Event,
        sent: impl Iterator<Item = &'i I>,
        received: impl Iterator<Item = &'i I>,
        line: &Line<'_>,
        log: &mut Log<'_>,
    ) -> Result<()> {
        let at = log.push_bare(event).map_err(|e| e.at(line.place()))?;
        let named = |id: &I| name_of(id.as_ref());
        self.messages
            .event(at, sent.map(named), received.map(named))
    }

    /// Who received from whom, and all events with causes first.
    pub fn graph(self, log: &Log<'_>) -> std::result::Result<(Graph, Sorted), Blamed> {
        let line = |at| Place::Line(log.line(at).into());
        let graph = self.messages.graph().map_err(|stray| match stray {
            Stray::Lost(error) => (0, error),
            Stray::Twice(name, [first, again]) => {
                let found = format!(
                    "{:?} sent by {} already",
                    id_of(log, again, name),
                    log.name(first)
                );
                let error = Error::new(slug::STRAY_MESSAGE, "each message sent once", found);
                (again, error.at(line(again)))
            }
            Stray::Unsent(name, receiver) => {
                let found = format!("{:?}, which nobody sends", id_of(log, receiver, name));
                let error = Error::new(slug::STRAY_MESSAGE, "a message that is sent", found);
                (receiver, error.at(line(receiver)))
            }
        })?;
        let sorted = sort(log, &graph);
        if let Some(stuck) = sorted.stuck.first() {
            let causes = graph.causes(*stuck).iter().map(|cause| log.name(*cause));
            let causes: Vec<_> = causes.collect();
            let found = format!(
                "{}, which waits for {}",
                log.name(*stuck),
                causes.join(", ")
            );
            let wanted = "causes that end somewhere";
            let error = Error::new(slug::CAUSAL_CYCLE, wanted, found);
            return Err((*stuck, error.at(line(*stuck))));
        }
        Ok((graph, sorted))
    }
}

/// A message's id by its name, read again from the line of an event.
fn id_of(log: &Log<'_>, at: u32, name: Name) -> String {
    let raw = log.raw(at);
    let line = Line {
        number: log.line(at),
        start: 0,
        bytes: raw.trim_ascii_end(),
    };
    let all = if raw.trim_ascii_start().starts_with(b"{") {
        Object::of(line.bytes, line.number).and_then(|object| {
            let mut all = ids(object.send, &line)?;
            all.extend(ids(object.receive, &line)?);
            Ok(all)
        })
    } else {
        Words::of(&line).map(|words| {
            let all = words.sent.iter().chain(&words.received);
            all.map(|id| (*id).to_owned()).collect()
        })
    };
    let mut all = all.unwrap_or_default().into_iter();
    all.find(|id| name_of(id) == name).unwrap_or_default()
}

/// A line of text, in its parts.
struct Words<'a> {
    host: &'a str,
    time: Option<i64>,
    sent: Vec<&'a str>,
    received: Vec<&'a str>,
    /// Where the rest begins in the line, and how long it is.
    text: (u32, u32),
}

impl<'a> Words<'a> {
    fn of(line: &Line<'a>) -> Result<Self> {
        let wrong = |wanted: &'static str, found: &str| {
            Error::new(slug::NOT_A_LOG, wanted, shown(found.as_bytes())).at(line.place())
        };
        let text = std::str::from_utf8(line.bytes)
            .map_err(|_| wrong("UTF-8", &String::from_utf8_lossy(line.bytes)))?;
        let trimmed = text.trim_start();
        let (host, mut rest) = trimmed
            .split_once(char::is_whitespace)
            .unwrap_or((trimmed, ""));
        if host.len() > MAX_HOST || "!?@".contains(host.chars().next().unwrap_or('!')) {
            return Err(wrong("a host first", host));
        }
        let (mut time, mut sent, mut received) = (None, Vec::new(), Vec::new());
        loop {
            rest = rest.trim_start();
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            let mut letters = word.chars();
            let mark = letters.next().filter(|mark| "!?@".contains(*mark));
            let (Some(mark), id) = (mark, letters.as_str()) else {
                break;
            };
            if id.is_empty() {
                return Err(wrong("a name behind '!', '?' or '@'", word));
            }
            match mark {
                '@' => {
                    let parsed = time::parse(id);
                    time =
                        Some(parsed.ok_or_else(|| wrong("a time: an integer, or RFC 3339", id))?);
                }
                '!' => sent.push(id),
                _ => received.push(id),
            }
            rest = rest.get(word.len()..).unwrap_or_default();
        }
        let rest = rest.trim_ascii_end();
        // What is left is the end of the line but for blanks.
        let start = line.bytes.trim_ascii_end().len().saturating_sub(rest.len());
        Ok(Self {
            host,
            time,
            sent,
            received,
            text: (start as u32, rest.len() as u32),
        })
    }
}

/// An id, or an array of ids: strings or numbers.
fn ids(value: Option<&RawValue>, line: &Line<'_>) -> Result<Vec<String>> {
    use serde_json::Value;
    let Some(text) = value.map(RawValue::get) else {
        return Ok(Vec::new());
    };
    let wrong = || {
        let found = shown(text.as_bytes());
        Error::new(slug::NOT_A_LOG, "an id, or an array of ids", found).at(line.place())
    };
    let one = |value: Value| match value {
        Value::String(id) if !id.is_empty() => Ok(id),
        Value::Number(id) => Ok(id.to_string()),
        _ => Err(wrong()),
    };
    match serde_json::from_str(text).map_err(|_| wrong())? {
        Value::Array(values) => values.into_iter().map(one).collect(),
        Value::Null => Ok(Vec::new()),
        value => Ok(vec![one(value)?]),
    }
}
