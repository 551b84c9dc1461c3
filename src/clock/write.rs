//! Logs written again, in one of their layouts.

use std::fmt::Display;
use std::io::Write as _;

use crate::error::{Error, Result, slug};

/// How a log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// `HOST {CLOCK}`, then a line for the event, as `GoVector` and many of `ShiViz`'s samples.
    HostFirst,
    /// A line for the event, then `HOST {CLOCK}`: `ShiViz`'s own default.
    EventFirst,
    /// `TIME EVENT`, then `HOST {CLOCK}`.
    TsViz,
    /// `HOST {CLOCK} EVENT`.
    OneLine,
    /// An object a line.
    JsonLines,
}

/// Appends one event. `clock` is JSON already.
pub fn event(
    out: &mut Vec<u8>,
    target: Target,
    host: &str,
    clock: &dyn Display,
    time: Option<i64>,
    text: &[u8],
) -> Result<()> {
    if target == Target::JsonLines {
        let name = serde_json::Value::from(host);
        put(out, format_args!("{{\"host\":{name},\"clock\":{clock}"));
        if let Some(time) = time {
            put(out, format_args!(",\"time\":{time}"));
        }
        let text = serde_json::Value::from(String::from_utf8_lossy(text));
        put(out, format_args!(",\"event\":{text}}}\n"));
        return Ok(());
    }
    if host.is_empty() || host.contains(|c: char| c.is_whitespace() || c == '{') {
        let wanted = "a host without blanks and braces, for lines of text (JSON Lines take any)";
        return Err(Error::new(slug::NOT_A_LOG, wanted, format!("{host:?}")));
    }
    match target {
        Target::TsViz => {
            let time = time.ok_or_else(|| {
                Error::new(
                    slug::NO_TIME,
                    "a time for each event",
                    format!("none at {host}"),
                )
            })?;
            put(out, format_args!("{time} "));
            line(out, text);
            put(out, format_args!("{host} {clock}\n"));
        }
        Target::EventFirst => {
            line(out, text);
            put(out, format_args!("{host} {clock}\n"));
        }
        Target::OneLine => {
            put(out, format_args!("{host} {clock} "));
            line(out, text);
        }
        Target::HostFirst | Target::JsonLines => {
            put(out, format_args!("{host} {clock}\n"));
            line(out, text);
        }
    }
    Ok(())
}

fn put(out: &mut Vec<u8>, words: std::fmt::Arguments<'_>) {
    // A vector takes all that is written.
    let _ = out.write_fmt(words);
}

/// A text as one line, that is never blank: a blank one would be passed over by readers.
fn line(out: &mut Vec<u8>, text: &[u8]) {
    if text.trim_ascii().is_empty() {
        out.push(b'-');
    }
    for byte in text {
        match byte {
            b'\n' => out.extend(b"\\n"),
            b'\r' => out.extend(b"\\r"),
            other => out.push(*other),
        }
    }
    out.push(b'\n');
}
