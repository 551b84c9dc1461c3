//! The pages of lessons and errors: Markdown with `## slug` headings, and transcripts in it, which
//! the program shows and the tests run. A block marked `console` holds them: `$ ` before a command
//! (`> ` before its further lines), then its output, `[N]` alone for a status that is not 0.

/// One command of a transcript, with what it is to print.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Exchange {
    /// The shell's text, lines joined by newlines.
    pub(crate) command: String,
    /// Standard output and standard error, as one.
    pub(crate) output: String,
    pub(crate) status: u8,
}

/// The pages of a text: slug, body.
pub(crate) fn pages(text: &str) -> Vec<(&str, &str)> {
    let mut pages = Vec::new();
    for part in split_at_headings(text) {
        let (slug, body) = part.split_once('\n').unwrap_or((part, ""));
        pages.push((slug.trim(), body.trim()));
    }
    pages
}

/// Splits at the `## ` headings that stand outside of blocks; what is before the first is left out.
fn split_at_headings(text: &str) -> Vec<&str> {
    let (mut starts, mut at, mut fenced) = (Vec::new(), 0, false);
    for line in text.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        if !fenced && line.starts_with("## ") {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts = starts.iter().zip(ends);
    parts
        .filter_map(|(start, end)| text.get(start + 3..end))
        .collect()
}

/// A page as it is walked through: words, and commands one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Prose(String),
    Exchange(Exchange),
}

/// The parts of a text in order. Blocks that are not marked `console` count as prose.
pub(crate) fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for (block, lines) in blocks(text) {
        if block {
            parts.extend(exchanges(&lines).into_iter().map(Part::Exchange));
        } else if !lines.trim().is_empty() {
            parts.push(Part::Prose(lines.trim().to_owned() + "\n"));
        }
    }
    parts
}

/// The `console` blocks of a text, each one transcript.
#[allow(dead_code, reason = "the tests, who share this file, run them")]
pub(crate) fn transcripts(text: &str) -> Vec<Vec<Exchange>> {
    let found = blocks(text).into_iter().filter(|(block, _)| *block);
    found.map(|(_, lines)| exchanges(&lines)).collect()
}

/// How an exercise begins, as a paragraph of a lesson.
const EXERCISE: &str = "Exercise: ";

/// The fence of the shell lines that print the answer to the exercise before them.
const SOLUTION: &str = "```solution\n";

/// A lesson as it is shown: without the solution of its exercise.
pub(crate) fn shown(body: &str) -> String {
    match body.split_once(SOLUTION) {
        Some((before, rest)) => {
            let after = rest.split_once("```\n").map_or("", |(_, after)| after);
            before.trim_end().to_owned() + "\n" + after
        }
        None => body.to_owned(),
    }
}

/// The exercise of a lesson, and the shell lines that print its answer.
pub(crate) fn exercise(body: &str) -> Option<(&str, Option<&str>)> {
    let start = body.find(EXERCISE)?;
    let text = body.get(start..)?;
    let text = text.split("\n\n").next().unwrap_or_default();
    let solution = body.split_once(SOLUTION);
    let solution = solution.and_then(|(_, rest)| rest.split_once("```"));
    Some((text.trim(), solution.map(|(lines, _)| lines.trim())))
}

/// A text with its lines broken between words to fit into `columns`, as a person reads it; blocks
/// stay as they are.
pub(crate) fn wrapped(text: &str, columns: usize) -> String {
    let mut fenced = false;
    let lines = text.split('\n').map(|line| {
        fenced ^= line.starts_with("```");
        if fenced {
            line.to_owned()
        } else {
            broken(line, columns)
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn broken(line: &str, columns: usize) -> String {
    let mut text = String::new();
    let mut width = 0;
    for word in line.split_inclusive(' ') {
        if width > 0 && width + word.trim_end().chars().count() > columns {
            text.truncate(text.trim_end().len());
            text.push('\n');
            width = 0;
        }
        text.push_str(word);
        width += word.chars().count();
    }
    text
}

/// A text cut at its `console` fences: whether a piece is such a block, and its lines.
fn blocks(text: &str) -> Vec<(bool, String)> {
    let mut pieces = vec![(false, String::new())];
    for line in text.lines() {
        let inside = pieces.last().is_some_and(|piece| piece.0);
        let fence = if inside {
            line.starts_with("```")
        } else {
            line.trim() == "```console"
        };
        if fence {
            pieces.push((!inside, String::new()));
        } else if let Some((_, lines)) = pieces.last_mut() {
            lines.push_str(line);
            lines.push('\n');
        }
    }
    pieces
}

/// The commands of one transcript.
pub(crate) fn exchanges(text: &str) -> Vec<Exchange> {
    let mut found: Vec<Exchange> = Vec::new();
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            found.push(Exchange {
                command: command.into(),
                ..Exchange::default()
            });
            continue;
        }
        let Some(last) = found.last_mut() else {
            continue;
        };
        let status = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        if let Some(more) = line.strip_prefix("> ").filter(|_| last.output.is_empty()) {
            last.command.push('\n');
            last.command.push_str(more);
        } else if let Some(Ok(status)) = status.map(str::parse) {
            last.status = status;
        } else {
            last.output.push_str(line);
            last.output.push('\n');
        }
    }
    found
}
