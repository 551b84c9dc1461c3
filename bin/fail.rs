//! What ends a run early: an error with the name of its input, its hint and its exit status.

use std::ffi::OsString;
use std::io::ErrorKind;

use decent::error::{Error, Kind, slug};

use crate::commands;
use crate::input::Role;
use crate::line;
use crate::output;
use crate::shown::escape;

/// The exit status of a closed pipe, as a shell reports SIGPIPE.
pub(crate) const CLOSED_PIPE: u8 = 141;

/// An error on its way to the user.
#[derive(Debug)]
pub(crate) struct Fail {
    pub(crate) error: Error,
    /// The name of the input, or the option; found by [`crate::cx::Cx`] where it is still missing.
    pub(crate) name: Option<Vec<u8>>,
    pub(crate) role: Option<Role>,
    pub(crate) hint: Option<String>,
    /// The reader of our output went away: nothing is wrong, and nothing is said.
    pub(crate) closed: bool,
}

impl From<Error> for Fail {
    fn from(error: Error) -> Self {
        Self {
            error,
            name: None,
            role: None,
            hint: None,
            closed: false,
        }
    }
}

impl Fail {
    /// Arguments that don't fit together.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Error::new(slug::USAGE, "", message.into()).into()
    }

    /// Standard output or an artefact that can't be written.
    pub(crate) fn output(error: &std::io::Error, name: &[u8]) -> Self {
        let closed = error.kind() == ErrorKind::BrokenPipe;
        let error = Error::io(slug::UNWRITABLE, error);
        Self {
            closed,
            name: Some(name.to_vec()),
            ..Self::from(error)
        }
    }

    /// The same with the name of what it is about.
    pub(crate) fn named(mut self, name: impl Into<Vec<u8>>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same with the way out: words, or a command of ours.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// 1 where the evidence or the data is wrong, else 2: whoever sends evidence can't choose.
    pub(crate) fn is_no(&self) -> bool {
        let judged = matches!(self.role, Some(Role::Evidence | Role::Subject));
        judged && self.error.slug.kind == Kind::Wrong
    }

    /// `decent merkle verify: FILE: what`, the hint, and where to read more.
    pub(crate) fn text(&self, words: &str, styled: bool) -> Vec<u8> {
        let mut text = Vec::new();
        text.extend(format!("decent{}{words}: ", if words.is_empty() { "" } else { " " }).bytes());
        if let Some(name) = self.name.as_deref().filter(|name| !name.is_empty()) {
            text.extend(&*escape(name, true));
            text.extend(b": ");
        }
        text.extend(&*escape(self.error.to_string().as_bytes(), true));
        let dim = |line: String| {
            if styled {
                format!("\x1b[2m{line}\x1b[0m\n")
            } else {
                line + "\n"
            }
        };
        text.push(b'\n');
        if let Some(hint) = self.hint.as_deref().filter(|hint| parses(hint)) {
            text.extend(dim(format!("  hint: {hint}")).bytes());
        }
        text.extend(dim(format!("  more: decent why {}", self.error.slug.name)).bytes());
        text
    }
}

/// Takes a fail through a call of the library whose callback can give it only an error.
#[derive(Default)]
pub(crate) struct Carried(Option<Fail>);

impl Carried {
    /// What the callback gives back.
    pub(crate) fn pass(&mut self, result: Result<(), Fail>) -> decent::Result<()> {
        result.map_err(|fail| {
            let error = fail.error.clone();
            self.0 = Some(fail);
            error
        })
    }

    /// What came of the call: the fail itself where there was one.
    pub(crate) fn end<T>(self, ended: decent::Result<T>) -> Result<T, Fail> {
        match self.0 {
            Some(fail) => Err(fail),
            None => Ok(ended?),
        }
    }
}

/// Whether a hint that is a command of ours is understood by our own parser; words always are.
fn parses(hint: &str) -> bool {
    if !hint.starts_with("decent ") {
        return true;
    }
    let line: Vec<OsString> = hint.split(' ').map(OsString::from).collect();
    match line::parse(&line) {
        Ok(_) => true,
        Err(error) => error.kind() == clap::error::ErrorKind::DisplayHelp,
    }
}

/// Help, the version, or one line about a command line that can't be understood.
pub(crate) fn usage(line: &[OsString], error: &clap::Error) -> u8 {
    use clap::error::ErrorKind::{
        DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion,
    };
    let asked = matches!(error.kind(), DisplayHelp | DisplayVersion);
    if asked {
        return output::print_and_end(&error.render(), true);
    }
    if error.kind() == DisplayHelpOnMissingArgumentOrSubcommand {
        output::print_and_end(&error.render(), false);
        return 2;
    }
    let text = error.render().to_string();
    let mut paragraphs = text.split("\n\n");
    let message = paragraphs.next().unwrap_or_default();
    let message = message.strip_prefix("error: ").unwrap_or(message);
    let message: Vec<_> = message.lines().map(str::trim).collect();
    let words = words_of(line);
    let mut fail = Fail::usage(message.join(" "));
    let tip = paragraphs.find_map(|part| part.trim().strip_prefix("tip: "));
    let help = ["decent", &words, "--help"].join(" ").replace("  ", " ");
    fail.hint = Some(tip.map_or(help, |tip| {
        tip.lines().next().unwrap_or_default().to_owned()
    }));
    output::complain(&fail.text(&words, false));
    2
}

/// The words of the table with which a line begins, options left out.
fn words_of(line: &[OsString]) -> String {
    let mut nodes = commands::TABLE;
    let mut words = Vec::new();
    for word in line.iter().skip(1) {
        let Some(node) = nodes.iter().find(|node| word == node.name) else {
            continue;
        };
        words.push(node.name);
        match &node.kind {
            commands::Kind::Family(inner) => nodes = inner,
            commands::Kind::Tool(_) => break,
        }
    }
    words.join(" ")
}
