//! What a word of the command line is: a family of words, or a tool.

use clap::{Args, Command};
use decent::Verdict;

use crate::cx::Cx;
use crate::fail::Fail;

/// A tool: its arguments, and what it does with them.
pub(crate) trait Tool: Args {
    /// What it reads, does and prints, in a paragraph or two.
    const ABOUT: &'static str;
    /// A transcript, `$ ` before each command, that the tests run.
    const EXAMPLES: &'static str;
    /// Does it. The verdict is joined with those that `cx` was told of on the way.
    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail>;
}

/// A word of the command line: a family of words, or a tool.
pub(crate) struct Node {
    pub(crate) name: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) kind: Kind,
}

pub(crate) enum Kind {
    Family(&'static [Node]),
    Tool(Entry),
}

/// A tool as the table keeps it.
pub(crate) struct Entry {
    pub(crate) about: &'static str,
    pub(crate) examples: &'static str,
    pub(crate) augment: fn(Command) -> Command,
    pub(crate) run: fn(&clap::ArgMatches, &mut Cx) -> Result<Verdict, Fail>,
}

impl Node {
    /// A word with words below it.
    pub(crate) const fn family(
        name: &'static str,
        summary: &'static str,
        nodes: &'static [Node],
    ) -> Self {
        Self {
            name,
            summary,
            kind: Kind::Family(nodes),
        }
    }

    /// A tool, as its file has it.
    pub(crate) const fn tool<T: Tool>(name: &'static str, summary: &'static str) -> Self {
        // A tool may be called as a word of Rust is, `r#match`, or as none can be.
        let name = match name.as_bytes() {
            [b'r', b'#', ..] => name.split_at(2).1,
            b"merge_base" => "merge-base",
            _ => name,
        };
        let run = |matches: &clap::ArgMatches, cx: &mut Cx| match T::from_arg_matches(matches) {
            Ok(args) => args.run(cx),
            Err(error) => Err(Fail::usage(error.to_string())),
        };
        let augment = T::augment_args;
        let entry = Entry {
            about: T::ABOUT,
            examples: T::EXAMPLES,
            augment,
            run,
        };
        Self {
            name,
            summary,
            kind: Kind::Tool(entry),
        }
    }

    /// `generate` is for the tests and the packagers.
    pub(crate) fn hidden(&self) -> bool {
        self.name == "generate"
    }
}

/// Declares the modules `commands/<family>/<tool>.rs` and the table itself:
/// `/// Summary` `merkle { /// Summary` `root; }` becomes `mod merkle { mod root; }` and
/// `Node::family("merkle", "Summary", &[Node::tool::<merkle::root::Args>("root", "Summary")])`.
macro_rules! table {
    (@modules) => {};
    (@modules #[doc = $summary:literal] $name:ident; $($rest:tt)*) => {
        mod $name;
        table!(@modules $($rest)*);
    };
    (@modules #[doc = $summary:literal] $name:ident { $($inner:tt)* } $($rest:tt)*) => {
        mod $name { $crate::node::table!(@inner $($inner)*); }
        table!(@modules $($rest)*);
    };
    (@inner) => {};
    (@inner #[doc = $summary:literal] $name:ident; $($rest:tt)*) => {
        pub(in $crate::commands) mod $name;
        $crate::node::table!(@inner $($rest)*);
    };
    (@inner #[doc = $summary:literal] $name:ident { $($inner:tt)* } $($rest:tt)*) => {
        pub(in $crate::commands) mod $name { $crate::node::table!(@inner $($inner)*); }
        $crate::node::table!(@inner $($rest)*);
    };
    (@nodes [$($path:ident)*] [$($done:expr,)*]) => { &[$($done,)*] };
    (@nodes [$($path:ident)*] [$($done:expr,)*] #[doc = $summary:literal] $name:ident; $($rest:tt)*) => {
        table!(@nodes [$($path)*] [$($done,)* Node::tool::<$($path::)* $name::Args>(stringify!($name), $summary),] $($rest)*)
    };
    (@nodes [$($path:ident)*] [$($done:expr,)*] #[doc = $summary:literal] $name:ident { $($inner:tt)* } $($rest:tt)*) => {
        table!(@nodes [$($path)*] [$($done,)* Node::family(stringify!($name), $summary, table!(@nodes [$($path)* $name] [] $($inner)*)),] $($rest)*)
    };
    ($($all:tt)*) => {
        table!(@modules $($all)*);
        pub(crate) static TABLE: &[Node] = table!(@nodes [] [] $($all)*);
    };
}
pub(crate) use table;
