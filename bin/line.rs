//! The command line: what the table says of it, parsed.

use std::any::TypeId;
use std::ffi::{OsStr, OsString};

use clap::error::ErrorKind;
use clap::{Arg, Args, ColorChoice, Command, FromArgMatches};
use decent::Verdict;

use crate::args::Common;
use crate::commands::{Kind, Node, TABLE};
use crate::cx::Cx;
use crate::fail::Fail;
use crate::node::Entry;

impl Node {
    /// The command of this word, with the arguments of all below it that is `wanted`, and the names
    /// of all that is `known`.
    fn command(&self, wanted: Choice<'_>, known: Choice<'_>) -> Command {
        let command = Command::new(self.name)
            .about(self.summary.trim())
            .hide(self.hidden());
        if !wanted(self.name) {
            return command;
        }
        match &self.kind {
            Kind::Family(nodes) => command
                .subcommand_required(true)
                .arg_required_else_help(true)
                .subcommands(below(nodes, wanted, known)),
            Kind::Tool(entry) => {
                let command = (entry.augment)(command);
                // A tool may have a --version of its own, of what it makes.
                let own = command
                    .get_arguments()
                    .any(|argument| argument.get_long() == Some("version"));
                // The summary once more: the type of a group of arguments brings words of its own.
                command
                    .mut_args(minus_is_a_value)
                    .disable_version_flag(own)
                    .about(self.summary.trim())
                    .long_about(format!("{}\n\n{}", self.summary.trim(), entry.about.trim()))
                    .after_long_help(entry.more())
            }
        }
    }
}

/// Takes `-1` for the value of an option that wants one, or for a number that stands alone: its parser
/// says what is wanted, where the word as an option could only be called unknown.
fn minus_is_a_value(argument: Arg) -> Arg {
    let one = argument.get_action().takes_values() && argument.get_num_args().is_none();
    let number = [
        TypeId::of::<u64>(),
        TypeId::of::<u32>(),
        TypeId::of::<usize>(),
    ];
    let of = argument.get_value_parser().type_id();
    let number = number.iter().any(|number| of == *number);
    let wanted = one && (number || !argument.is_positional());
    if wanted && !argument.is_allow_hyphen_values_set() {
        argument.allow_negative_numbers(true)
    } else {
        argument
    }
}

impl Entry {
    /// What stands behind the options in `--help`.
    fn more(&self) -> String {
        let examples = self.examples.trim().replace('\n', "\n  ");
        format!(
            "Examples:\n  {examples}\n\nExit status:\n  {}",
            STATUSES.replace('\n', "\n  ")
        )
    }
}

/// The statuses that all tools share.
pub(crate) const STATUSES: &str = "0  yes, or done
1  no: wrong, differs, not there
2  don't know: unreadable, a bad option, a malformed anchor";

const ABOUT: &str = "Sharp single-purpose tools for decentralized systems, on files and pipes";

/// Which words of the table.
type Choice<'a> = &'a dyn Fn(&str) -> bool;

fn below(nodes: &[Node], wanted: Choice<'_>, known: Choice<'_>) -> Vec<Command> {
    let nodes = nodes.iter().filter(|node| known(node.name));
    nodes.map(|node| node.command(wanted, known)).collect()
}

/// The command tree: the arguments of what is `wanted`, the names of what is `known`.
pub(crate) fn tree(wanted: Choice<'_>, known: Choice<'_>) -> Command {
    // The arguments first: their type brings an `about` of its own.
    Common::augment_args(Command::new("decent"))
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .long_about(None)
        .after_help("New here? Try: decent tour")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .propagate_version(true)
        .args_override_self(true)
        .max_term_width(100)
        .color(ColorChoice::Auto)
        .subcommands(below(TABLE, wanted, known))
}

/// What is left to do once a line is parsed.
type Run = Box<dyn FnOnce(&mut Cx) -> Result<Verdict, Fail>>;

/// A tool called with its arguments.
pub(crate) struct Call {
    /// The words that name it: `merkle root`.
    pub(crate) words: String,
    pub(crate) common: Common,
    pub(crate) run: Run,
}

/// Whether a line names a tool, whose help lists no neighbours.
fn names_tool(line: &[OsString]) -> bool {
    let mut nodes = TABLE;
    for word in line {
        match nodes
            .iter()
            .find(|node| word == node.name)
            .map(|node| &node.kind)
        {
            Some(Kind::Tool(_)) => return true,
            Some(Kind::Family(inner)) => nodes = inner,
            None => {}
        }
    }
    false
}

/// Parses a command line. Only what it names is built, so that start-up stays small; the rest is
/// there once something is wrong, or help is asked for, and the others have to be known.
pub(crate) fn parse(line: &[OsString]) -> Result<Call, clap::Error> {
    let wanted = |name: &str| line.iter().any(|word| word == OsStr::new(name));
    let few = tree(&wanted, &wanted).disable_help_subcommand(true);
    let mut matches = few
        .try_get_matches_from(line)
        .or_else(|error| match error.kind() {
            ErrorKind::DisplayVersion => Err(error),
            ErrorKind::DisplayHelp if names_tool(line) => Err(error),
            _ => tree(&wanted, &|_| true).try_get_matches_from(line),
        })?;
    let common = Common::from_arg_matches(&matches)?;
    let mut words = Vec::new();
    let mut nodes = TABLE;
    loop {
        let (name, inner) = matches.remove_subcommand().unwrap_or_default();
        let node = nodes.iter().find(|node| node.name == name);
        words.push(name);
        matches = inner;
        match node.map(|node| &node.kind) {
            Some(Kind::Family(inner)) => nodes = inner,
            Some(Kind::Tool(entry)) => {
                let run = Box::new(move |cx: &mut Cx| (entry.run)(&matches, cx));
                return Ok(Call {
                    words: words.join(" "),
                    common,
                    run,
                });
            }
            None => return Err(clap::Error::new(ErrorKind::MissingSubcommand)),
        }
    }
}
