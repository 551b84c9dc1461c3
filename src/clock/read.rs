//! Stamped logs, out of every layout that is read.
//!
//! The three layouts of ShiViz's own samples, on lines: `EVENT` then `HOST {CLOCK}`; the reverse,
//! which GoVector writes; and both on one line, `HOST {CLOCK} EVENT`. A time in front, as TSViz and
//! GoVector's time stamps have it, is read in each. A first line that is an expression for ShiViz's
//! parser is obeyed. JSON Lines and expressions of the user's own are in [`crate::clock::record`].

use std::borrow::Cow;

use crate::clock::lines::{Line, Lines, clock_entries, shown};
use crate::clock::log::{Entry, Event, Log, MAX_HOST};
use crate::clock::record;
use crate::clock::time;
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

/// What a file is said to be.
#[derive(Clone, Debug)]
pub enum Format {
    /// To be found out.
    Any,
    /// Any of `ShiViz`'s three layouts.
    ShiViz,
    /// `HOST {CLOCK}`, then a line for the event; `TIME HOST {CLOCK}` with time stamps.
    GoVector,
    /// `TIME EVENT`, then `HOST {CLOCK}`.
    TsViz,
    /// An object a line: `host`, `clock`, and perhaps `event`, `time`.
    JsonLines,
    /// An expression with groups `host`, `clock`, `event`, and perhaps `time`.
    Expression(Box<record::Expression>),
}

/// What a file was seen to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A line for the event, then `HOST {CLOCK}`.
    EventFirst,
    /// `HOST {CLOCK}`, then a line for the event.
    HostFirst,
    /// `HOST {CLOCK} EVENT`.
    OneLine,
    /// An object a line.
    JsonLines,
    /// By an expression.
    Expression,
}

impl Layout {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::EventFirst => "event-first",
            Self::HostFirst => "host-first",
            Self::OneLine => "one-line",
            Self::JsonLines => "jsonl",
            Self::Expression => "regex",
        }
    }
}

/// What was read of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How it is laid out.
    pub layout: Layout,
    /// Lines that an expression passed over.
    pub passed: u64,
}

/// Reads a file into a log.
pub fn read<'a>(
    bytes: Cow<'a, [u8]>,
    format: &Format,
    log: &mut Log<'a>,
    watch: &dyn Watch,
) -> Result<Seen> {
    let file = log.add_file();
    let before = log.len();
    let seen = read_bytes(Lines::watched(&bytes, watch), format, log);
    log.put_file(file, bytes);
    let seen = seen?;
    if log.len() == before {
        return Err(Error::new(slug::NOT_A_LOG, "at least one event", "none"));
    }
    Ok(seen)
}

fn read_bytes(mut lines: Lines<'_>, format: &Format, log: &mut Log<'_>) -> Result<Seen> {
    let plain = |layout| Seen { layout, passed: 0 };
    let layout = match format {
        Format::Expression(expression) => {
            let passed = expression.read(&mut lines, log)?;
            return Ok(Seen {
                layout: Layout::Expression,
                passed,
            });
        }
        Format::JsonLines => {
            record::read_lines(&mut lines, log)?;
            return Ok(plain(Layout::JsonLines));
        }
        Format::GoVector => Layout::HostFirst,
        Format::TsViz => Layout::EventFirst,
        Format::ShiViz | Format::Any => match begins(&mut lines)? {
            Begins::Layout(Layout::JsonLines) => {
                record::read_lines(&mut lines, log)?;
                return Ok(plain(Layout::JsonLines));
            }
            Begins::Layout(layout) => layout,
            Begins::Expression(expression) => {
                let passed = expression.read(&mut lines, log)?;
                return Ok(Seen {
                    layout: Layout::Expression,
                    passed,
                });
            }
        },
    };
    let mut reader = Reader {
        log,
        clock: Vec::new(),
        hint: 0,
    };
    let timed = matches!(format, Format::TsViz);
    match layout {
        Layout::HostFirst => reader.host_first(&mut lines)?,
        Layout::OneLine => reader.one_line(&mut lines)?,
        _ => reader.event_first(&mut lines, timed)?,
    }
    Ok(plain(layout))
}

/// How a file begins.
enum Begins {
    Layout(Layout),
    Expression(record::Expression),
}

/// Looks at the first lines and passes over an expression that stands there.
fn begins(lines: &mut Lines<'_>) -> Result<Begins> {
    let mut look = Lines::new(lines.bytes);
    let Some(first) = look.word()? else {
        return Ok(Begins::Layout(Layout::HostFirst));
    };
    let says = |line: &Line<'_>, word: &[u8]| memchr::memmem::find(line.bytes, word).is_some();
    if says(&first, b"(?<host>") && says(&first, b"(?<clock>") {
        let text = String::from_utf8_lossy(first.bytes).into_owned();
        let expression = first;
        // ShiViz keeps the second line for what stands between executions.
        lines.at = look.at;
        lines.number = look.number;
        let delimiter = look.line()?.filter(|line| !line.blank());
        if let Some(line) =
            delimiter.filter(|line| says(line, b"(?<") || line.bytes.starts_with(b"^"))
        {
            let error = Error::new(slug::NOT_A_LOG, "one execution", "a line that parts many");
            return Err(error.at(line.place()));
        }
        let known = [
            (
                r"(?<event>.*)\n(?<host>\S*) (?<clock>{.*})",
                Layout::EventFirst,
            ),
            (
                r"(?<host>\S*) (?<clock>{.*})\n(?<event>.*)",
                Layout::HostFirst,
            ),
            (r"(?<host>\S*) (?<clock>{.*}) (?<event>.*)", Layout::OneLine),
        ];
        if let Some((_, layout)) = known.iter().find(|(one, _)| *one == text.trim()) {
            return Ok(Begins::Layout(*layout));
        }
        let expression = record::Expression::new(&text).map_err(|e| e.at(expression.place()))?;
        return Ok(Begins::Expression(expression));
    }
    if first.bytes.trim_ascii_start().starts_with(b"{") {
        return Ok(Begins::Layout(Layout::JsonLines));
    }
    Ok(Begins::Layout(match Head::of(first.bytes) {
        // A clock in front that is none, and none behind it either: it is blamed for itself.
        None if looks_like_head(first.bytes) => {
            let next = look.word()?.and_then(|next| Head::of(next.bytes));
            if next.is_some() {
                Layout::EventFirst
            } else {
                Layout::HostFirst
            }
        }
        None => Layout::EventFirst,
        Some(head) if head.rest.is_empty() => Layout::HostFirst,
        Some(_) => {
            // Behind a clock stands an event, or this is an event that only looks like one.
            let next = look.word()?.map(|next| Head::of(next.bytes));
            let more = |next: Option<Head<'_>>| next.is_some_and(|next| !next.rest.is_empty());
            if next.is_none_or(more) {
                Layout::OneLine
            } else {
                Layout::EventFirst
            }
        }
    }))
}

/// A line that tells a host and its clock: `[TIME] HOST {CLOCK} [REST]`.
struct Head<'a> {
    time: Option<i64>,
    host: &'a str,
    clock: &'a [u8],
    /// Where in the line its clock begins.
    open: usize,
    rest: &'a [u8],
}

impl<'a> Head<'a> {
    /// The head that a line is; `None` where it is none.
    fn of(line: &'a [u8]) -> Option<Self> {
        let head = Self::split(line)?;
        let rest = clock_entries(head.clock, &mut |_, _| ()).ok()?;
        Some(Self {
            rest: rest.trim_ascii(),
            ..head
        })
    }

    /// The head that a line may be: its clock is not looked at yet, and all behind it belongs to it.
    fn split(line: &'a [u8]) -> Option<Self> {
        let open = memchr::memchr(b'{', line)?;
        let (before, clock) = line.split_at_checked(open)?;
        let before = before.trim_ascii();
        let start = before.iter().rposition(u8::is_ascii_whitespace);
        let (front, host) = before.split_at_checked(start.map_or(0, |at| at + 1))?;
        let mut host = std::str::from_utf8(host).ok()?;
        let front = front.trim_ascii();
        let time = std::str::from_utf8(front).ok().and_then(time::parse);
        if !front.is_empty() && time.is_none() {
            // Words in front: only an actor's path still tells the host, as Akka's logs have it.
            let actor = host.strip_prefix('[')?.strip_suffix(']')?;
            host = actor.rsplit('/').next()?;
        }
        let fits = !host.is_empty() && host.len() <= MAX_HOST;
        fits.then_some(Self {
            time,
            host,
            clock,
            open,
            rest: &[],
        })
    }
}

/// Whether a line is a word and then an object, well-formed or not.
fn looks_like_head(line: &[u8]) -> bool {
    let mut words = line
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    words.next().is_some_and(|host| !host.starts_with(b"{"))
        && words.next().is_some_and(|clock| clock.starts_with(b"{"))
}

struct Reader<'r, 'a> {
    log: &'r mut Log<'a>,
    /// The clock under way.
    clock: Vec<Entry>,
    /// The host of the last entry, whose neighbour most often comes next.
    hint: u32,
}

impl Reader<'_, '_> {
    /// The head that a line must be; its clock is kept.
    fn head<'b>(&mut self, line: &Line<'b>) -> Result<Head<'b>> {
        let head = Head::split(line.bytes).ok_or_else(|| {
            let error = Error::new(slug::NOT_A_LOG, "HOST {CLOCK}", shown(line.bytes));
            error.at(line.place())
        })?;
        self.clock.clear();
        let (log, clock, hint) = (&mut *self.log, &mut self.clock, &mut self.hint);
        let rest = clock_entries(head.clock, &mut |host, count| {
            *hint = hinted(log, host, *hint);
            clock.push(Entry { host: *hint, count });
        })
        .map_err(|e| e.at(line.place()))?;
        Ok(Head {
            rest: rest.trim_ascii(),
            ..head
        })
    }

    /// Adds the event of a head, whose bytes are `range` of the file and its text `text`.
    fn event(
        &mut self,
        head: &Head<'_>,
        line: &Line<'_>,
        range: (usize, usize),
        text: (usize, usize),
    ) -> Result<()> {
        let (start, end) = range;
        let event = Event {
            host: hinted(self.log, head.host, self.hint),
            start: start as u64,
            len: (end - start) as u32,
            clock: Some((line.start + head.open - start) as u32),
            text: ((text.0 - start) as u32, (text.1 - text.0) as u32),
            time: head.time,
            ..Event::default()
        };
        let pushed = self.log.push(event, &mut self.clock);
        pushed.map_err(|e| e.at(line.place()))
    }

    fn host_first(&mut self, lines: &mut Lines<'_>) -> Result<()> {
        while let Some(line) = lines.word()? {
            let head = self.head(&line)?;
            if !head.rest.is_empty() {
                let wanted = "nothing behind the clock: the event is on the next line";
                let error = Error::new(slug::NOT_A_LOG, wanted, shown(head.rest));
                return Err(error.at(line.place()));
            }
            let Some(text) = lines.line()? else {
                let error = Error::new(slug::NOT_A_LOG, "a line for the event", "the end");
                return Err(error.at(line.place()));
            };
            let range = (line.start, lines.at);
            let text = (text.start, text.start + text.bytes.len());
            self.event(&head, &line, range, text)?;
        }
        Ok(())
    }

    fn event_first(&mut self, lines: &mut Lines<'_>, timed: bool) -> Result<()> {
        while let Some(text) = lines.word()? {
            let Some(line) = lines.line()? else {
                // An event without text: the line is the clock itself, behind a blank one.
                let error = Error::new(slug::NOT_A_LOG, "HOST {CLOCK} behind the event", "the end");
                return Err(error.at(text.place()));
            };
            let mut head = self.head(&line)?;
            if !head.rest.is_empty() {
                let error = Error::new(
                    slug::NOT_A_LOG,
                    "nothing behind the clock",
                    shown(head.rest),
                );
                return Err(error.at(line.place()));
            }
            let mut start = text.start;
            let word = text.bytes.split(|b| *b == b' ').next().unwrap_or_default();
            let long = word.len() >= 9 && word.iter().all(u8::is_ascii_digit);
            let stamp = std::str::from_utf8(word).ok().filter(|_| timed || long);
            if let Some(time) = stamp.and_then(time::parse) {
                head.time = Some(time);
                start += (word.len() + 1).min(text.bytes.len());
            } else if timed {
                let error = Error::new(
                    slug::NOT_A_LOG,
                    "a time before the event",
                    shown(text.bytes),
                );
                return Err(error.at(text.place()));
            }
            let range = (text.start, lines.at);
            let said = (start, text.start + text.bytes.len());
            self.event(&head, &line, range, said)?;
        }
        Ok(())
    }

    fn one_line(&mut self, lines: &mut Lines<'_>) -> Result<()> {
        while let Some(line) = lines.word()? {
            let head = self.head(&line)?;
            let end = line.start + line.bytes.trim_ascii_end().len();
            let text = (end - head.rest.len(), end);
            self.event(&head, &line, (line.start, lines.at), text)?;
        }
        Ok(())
    }
}

/// The number of a host, looked for at the hint and behind it first.
pub(crate) fn hinted(log: &mut Log<'_>, name: &str, hint: u32) -> u32 {
    match log.hinted(name, hint) {
        Some(number) => number,
        None => log.host_number(name),
    }
}
