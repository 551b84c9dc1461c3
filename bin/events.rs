//! Logs of events on their way in, and what the tools on clocks share.
//!
//! A log is what is judged or asked: whoever sends it can't choose the softer status, so a malformed
//! one is status 1. Many logs are one execution, for many loggers write a file a host.

use std::path::PathBuf;

use decent::clock::graph::Graph;
use decent::clock::log::Log;
use decent::clock::read::{Format, Layout, Seen, read};
use decent::clock::record::Expression;
use decent::clock::verify::{Finding, verify};
use decent::clock::write::Target;
use decent::error::Error;
use decent::source::Source;
use decent::watch::{Step, Watch};

use crate::cx::{Cx, Teller};
use crate::fail::Fail;
use crate::input::Role;

/// How logs are laid out.
#[derive(clap::Args)]
pub(crate) struct LayoutArgs {
    /// How the logs are laid out; found out where it isn't given
    #[arg(long, value_name = "FORMAT")]
    format: Option<Layouts>,
    /// An expression with groups (?<host>), (?<clock>), (?<event>) and perhaps (?<time>), as `ShiViz`
    /// has them; it may go over many lines
    #[arg(long, value_name = "REGEX", conflicts_with = "format")]
    regex: Option<String>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Layouts {
    /// `HOST {CLOCK}` and the event, on lines in either order or on one line
    Shiviz,
    /// `[TIME] HOST {CLOCK}`, then a line for the event
    Govector,
    /// `TIME EVENT`, then `HOST {CLOCK}`
    Tsviz,
    /// An object a line: host, clock, and perhaps event, time
    Jsonl,
}

/// How a log is written.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Written {
    /// A line for the event, then `HOST {CLOCK}`
    Shiviz,
    /// `HOST {CLOCK}`, then a line for the event
    Govector,
    /// `TIME EVENT`, then `HOST {CLOCK}`
    Tsviz,
    /// `HOST {CLOCK} EVENT`
    Line,
    /// An object a line
    Jsonl,
}

impl Written {
    pub(crate) fn target(self) -> Target {
        match self {
            Self::Shiviz => Target::EventFirst,
            Self::Govector => Target::HostFirst,
            Self::Tsviz => Target::TsViz,
            Self::Line => Target::OneLine,
            Self::Jsonl => Target::JsonLines,
        }
    }
}

impl LayoutArgs {
    /// Whether one was given.
    pub(crate) fn given(&self) -> bool {
        self.format.is_some() || self.regex.is_some()
    }

    pub(crate) fn format(&self) -> Result<Format, Fail> {
        if let Some(text) = &self.regex {
            let expression = Expression::new(text).map_err(|e| Fail::from(e).named("--regex"))?;
            return Ok(Format::Expression(Box::new(expression)));
        }
        Ok(match self.format {
            None => Format::Any,
            Some(Layouts::Shiviz) => Format::ShiViz,
            Some(Layouts::Govector) => Format::GoVector,
            Some(Layouts::Tsviz) => Format::TsViz,
            Some(Layouts::Jsonl) => Format::JsonLines,
        })
    }
}

/// Some open logs, with their names.
pub(crate) struct Files {
    names: Vec<Vec<u8>>,
    pub(crate) sources: Vec<Source<'static>>,
}

/// Opens logs; none named is standard input.
pub(crate) fn open(cx: &mut Cx, paths: Vec<PathBuf>) -> Result<Files, Fail> {
    let (mut names, mut sources) = (Vec::new(), Vec::new());
    for path in Cx::files(paths) {
        let input = cx.subject("", &path)?;
        let name = input.name().to_vec();
        let source = input.into_source();
        sources.push(source.map_err(|e| Fail::from(e).named(name.clone()))?);
        names.push(name);
    }
    Ok(Files { names, sources })
}

impl Files {
    /// The name of a file.
    pub(crate) fn name(&self, file: u32) -> &[u8] {
        self.names
            .get(file as usize)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    pub(crate) fn names(&self) -> &[Vec<u8>] {
        &self.names
    }

    /// An error with the name of the file that it is about.
    pub(crate) fn blame(&self, file: u32, error: Error) -> Fail {
        Fail {
            role: Some(Role::Subject),
            ..Fail::from(error).named(self.name(file))
        }
    }

    /// All events, and how each file is laid out.
    pub(crate) fn read(
        &self,
        cx: &Cx,
        layout: &LayoutArgs,
        watch: &dyn Watch,
    ) -> Result<(Log<'_>, Vec<Seen>), Fail> {
        let format = layout.format()?;
        let (mut log, mut all) = (Log::default(), Vec::new());
        for (file, source) in self.sources.iter().enumerate() {
            let blame = |error| self.blame(file as u32, error);
            let bytes = source.window(0..source.len()).map_err(blame)?;
            let seen = read(bytes, &format, &mut log, watch).map_err(blame)?;
            source.check().map_err(blame)?;
            if seen.passed > 0 {
                let name = String::from_utf8_lossy(self.name(file as u32)).into_owned();
                let (number, s) = (seen.passed, if seen.passed == 1 { "" } else { "s" });
                cx.note(&format!(
                    "{name}: {number} line{s} passed over by the expression"
                ));
            }
            all.push(seen);
        }
        Ok((log, all))
    }

    /// Watches the work on all files, which are gone through so many times.
    pub(crate) fn watch(&self, cx: &Cx, times: u64) -> Teller {
        cx.watch(Some(
            times * self.sources.iter().map(Source::len).sum::<u64>(),
        ))
    }

    /// All events of logs without faults, how each file is laid out, and their messages; the first
    /// fault ends the work.
    pub(crate) fn read_sound(
        &self,
        cx: &Cx,
        layout: &LayoutArgs,
    ) -> Result<(Log<'_>, Vec<Seen>, Graph), Fail> {
        let watch = self.watch(cx, 2);
        let (mut log, seen) = self.read(cx, layout, &watch)?;
        let graph = self.sound(&mut log, &watch);
        self.unchanged()?;
        Ok((log, seen, graph?))
    }

    /// An error where a file lost bytes meanwhile: its clocks are read there more than once.
    pub(crate) fn unchanged(&self) -> Result<(), Fail> {
        for (file, source) in (0..).zip(&self.sources) {
            source.check().map_err(|error| self.blame(file, error))?;
        }
        Ok(())
    }

    fn sound(&self, log: &mut Log<'_>, watch: &dyn Watch) -> Result<Graph, Fail> {
        let mut first = None;
        let outcome = verify(log, 1, watch, &mut |log, finding| {
            first = Some((log.file_of(finding.event), finding.error(log)));
        })?;
        match first {
            None => Ok(outcome.graph),
            Some((file, error)) => {
                let names: Vec<_> = self
                    .names
                    .iter()
                    .map(|name| String::from_utf8_lossy(name))
                    .collect();
                let fail = self.blame(file, error);
                Err(fail.hint(format!("decent clock verify {}", names.join(" "))))
            }
        }
    }
}

/// Tells how many events were read, with a line that counts them again where one can.
pub(crate) fn tell_read(watch: &dyn Watch, log: &Log<'_>, seen: &[Seen]) {
    if !watch.narrates() {
        return;
    }
    let layouts: Vec<_> = seen.iter().map(|seen| seen.layout.name()).collect();
    let step = Step::new(
        "read",
        "each event stands behind its host with the clock it had there",
    );
    let step = step
        .value("layout", layouts.join(" "))
        .value("hosts", log.hosts().len())
        .value("entries", log.entry_count())
        .value("events", log.len());
    let counts = match seen {
        [one] => match one.layout {
            Layout::JsonLines => Some("jq -s length FILE"),
            Layout::OneLine => Some("grep -c . FILE"),
            Layout::EventFirst | Layout::HostFirst => Some("echo $(($(grep -c . FILE) / 2))"),
            Layout::Expression => None,
        },
        _ => None,
    };
    // A first line for ShiViz's parser would be counted too.
    let bare = memchr_head(log);
    watch.step(&match counts.filter(|_| bare) {
        Some(line) => step.check(line),
        None => step,
    });
}

/// Whether a file begins with an event.
fn memchr_head(log: &Log<'_>) -> bool {
    log.all().next().is_none_or(|first| log.line(first) == 1)
}

/// A finding in words: where, what, and the clock that was expected.
pub(crate) fn words(log: &Log<'_>, finding: &Finding) -> String {
    let line = log.line(finding.event);
    let name = log.name(finding.event);
    let found = log.vector(&log.clock(finding.event));
    let clocks = match &finding.expected {
        Some(expected) => format!("; wanted {expected}, found {found}"),
        None => String::new(),
    };
    format!(
        "line {line}: {name}: {}: {}{clocks}",
        finding.fault.name(),
        finding.why
    )
}
