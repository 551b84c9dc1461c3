//! Unstamped logs: events with marks of what they send and receive.
//!
//! A line of text is `HOST [@TIME] [!ID]... [?ID]... TEXT`: `!ID` sends the message `ID`, `?ID`
//! receives it, as in Hoare's processes. A line of JSON has `host`, and perhaps `event`, `time`,
//! `send`, `receive`; the last two are an id or an array of ids. The events of a host stand in its
//! order; all else may stand in any. A message is sent once and received by as many as will.
//! Blank lines and those that begin with `#` are passed over.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::value::RawValue;

use crate::clock::graph::{Graph, Sorted, sort};
use crate::clock::lines::{Line, Lines, shown};
use crate::clock::log::{Event, Log, MAX_HOST};
use crate::clock::record::Object;
use crate::clock::time;
use crate::error::{Error, Place, Result, slug};

/// Who sends and who receives which message, while a log is read.
#[derive(Debug, Default)]
pub struct Marks {
    sends: HashMap<String, u32>,
    receives: Vec<(u32, String)>,
}

/// An error, and the event that it is about.
pub type Blamed = (u32, Error);

impl Marks {
    /// Reads a file of events without clocks.
    ///
    /// ```
    /// use decent::clock::{log::Log, marks::Marks};
    /// let (mut log, mut marks) = (Log::default(), Marks::default());
    /// marks.read(b"a !m asks\nb ?m answers\n".as_slice().into(), &mut log).unwrap();
    /// let (graph, sorted) = marks.graph(&log).unwrap();
    /// assert_eq!((graph.causes(1), sorted.lamport), ([0].as_slice(), vec![1, 2]));
    /// ```
    pub fn read<'a>(&mut self, bytes: Cow<'a, [u8]>, log: &mut Log<'a>) -> Result<()> {
        let file = log.add_file(Cow::Borrowed(&[]));
        let before = log.len();
        let read = self.read_lines(&bytes, file, log);
        log.put_file(file, bytes);
        read?;
        if log.len() == before {
            return Err(Error::new(slug::NOT_A_LOG, "at least one event", "none"));
        }
        Ok(())
    }

    fn read_lines(&mut self, bytes: &[u8], file: u32, log: &mut Log<'_>) -> Result<()> {
        let mut lines = Lines::new(bytes);
        while let Some(line) = lines.line()? {
            if line.blank() || line.bytes.starts_with(b"#") {
                continue;
            }
            let end = lines.at;
            if line.bytes.trim_ascii_start().starts_with(b"{") {
                self.object(&line, end, file, log)?;
            } else {
                self.words(&line, end, file, log)?;
            }
        }
        Ok(())
    }

    fn object(&mut self, line: &Line<'_>, end: usize, file: u32, log: &mut Log<'_>) -> Result<()> {
        let object = Object::of(line.bytes, line.number)?;
        let (text, quoted) = object.said(line.bytes);
        let event = Event {
            host: log.host_number(&object.host),
            file,
            line: line.number,
            start: line.start as u64,
            len: (end - line.start) as u32,
            text,
            quoted,
            time: object.when(line.number)?,
            ..Event::default()
        };
        let at = log.push_bare(event)?;
        for id in ids(object.send, line)? {
            self.send(id, at, line, log)?;
        }
        for id in ids(object.receive, line)? {
            self.receives.push((at, id));
        }
        Ok(())
    }

    fn words(&mut self, line: &Line<'_>, end: usize, file: u32, log: &mut Log<'_>) -> Result<()> {
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
                '!' => sent.push(id.to_owned()),
                _ => received.push(id.to_owned()),
            }
            rest = rest.get(word.len()..).unwrap_or_default();
        }
        let rest = rest.trim_ascii_end();
        // What is left is the end of the line but for blanks.
        let end_of_text = line.bytes.trim_ascii_end().len();
        let start = end_of_text.saturating_sub(rest.len());
        let event = Event {
            host: log.host_number(host),
            file,
            line: line.number,
            start: line.start as u64,
            len: (end - line.start) as u32,
            text: (start as u32, rest.len() as u32),
            time,
            ..Event::default()
        };
        let at = log.push_bare(event)?;
        for id in sent {
            self.send(id, at, line, log)?;
        }
        self.receives
            .extend(received.into_iter().map(|id| (at, id)));
        Ok(())
    }

    fn send(&mut self, id: String, at: u32, line: &Line<'_>, log: &Log<'_>) -> Result<()> {
        if let Some(first) = self.sends.get(&id) {
            let found = format!("{id:?} sent by {} already", log.name(*first));
            let error = Error::new(slug::STRAY_MESSAGE, "each message sent once", found);
            return Err(error.at(line.place()));
        }
        self.sends.insert(id, at);
        Ok(())
    }

    /// Who received from whom, and all events with causes first.
    pub fn graph(&self, log: &Log<'_>) -> std::result::Result<(Graph, Sorted), Blamed> {
        let mut pairs = Vec::with_capacity(self.receives.len());
        for (receiver, id) in &self.receives {
            let Some(sender) = self.sends.get(id) else {
                let line = Place::Line(log.event(*receiver).line.into());
                let found = format!("{id:?}, which nobody sends");
                let error = Error::new(slug::STRAY_MESSAGE, "a message that is sent", found);
                return Err((*receiver, error.at(line)));
            };
            pairs.push((*receiver, *sender));
        }
        let graph = Graph::new(log.len(), pairs);
        let sorted = sort(log, &graph);
        if let Some(stuck) = sorted.stuck.first() {
            let event = log.event(*stuck);
            let causes = graph.causes(*stuck).iter().map(|cause| log.name(*cause));
            let causes: Vec<_> = causes.collect();
            let found = format!(
                "{}, which waits for {}",
                log.name(*stuck),
                causes.join(", ")
            );
            let wanted = "causes that end somewhere";
            let error = Error::new(slug::CAUSAL_CYCLE, wanted, found);
            return Err((*stuck, error.at(Place::Line(event.line.into()))));
        }
        Ok((graph, sorted))
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
