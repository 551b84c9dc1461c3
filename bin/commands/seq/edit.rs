//! `seq edit`: inserts or deletes at one's own replica.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::seq::{Seq, op_line};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::{Change, load, put};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The state; `-`, or none, is standard input
    #[arg(value_name = "STATE")]
    state: Option<PathBuf>,
    /// Where: before the item of this number, counted from 0
    #[arg(long, value_name = "INDEX")]
    at: usize,
    /// Insert these characters
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    #[arg(required_unless_present = "delete", conflicts_with = "delete")]
    insert: Option<String>,
    /// Delete so many items
    #[arg(long, value_name = "N")]
    delete: Option<usize>,
    /// Insert the text as one item, as a list wants it
    #[arg(long, requires = "insert")]
    item: bool,
    /// Print the operations instead of the state: lines of a log, which merge folds
    #[arg(long)]
    log: bool,
    #[command(flatten)]
    change: Change,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state after an edit. Every item stands beside another, wherever its number is meanwhile:
so edits of many replicas merge, and what two type at one place is not mixed up. A deleted item
keeps its place without its value.";
    const EXAMPLES: &'static str =
        "$ decent seq new | decent seq edit --replica a --at 0 --insert hullo > doc
$ decent seq edit doc --replica a --at 1 --delete 1 > a
$ decent seq edit a --replica a --at 1 --insert e -o a
$ decent seq edit doc --replica b --at 5 --insert ', world' > b
$ decent seq merge a b | decent seq show
hello, world
$ decent seq new | decent seq edit --replica a --at 0 --insert hi --log
{\"replica\":\"a\",\"seq\":1,\"insert\":\"h\"}
{\"replica\":\"a\",\"seq\":2,\"parent\":[\"a\",1],\"insert\":\"i\"}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let ((mut state, _), replica) = (load::<Seq>(cx, self.state)?, self.change.replica);
        let done = match (self.insert, self.delete) {
            (Some(text), _) if self.item => state.insert(&replica, self.at, [text]),
            (Some(text), _) => state.insert(&replica, self.at, text.chars().map(String::from)),
            (None, n) => state.delete(&replica, self.at, n.unwrap_or_default()),
        };
        let done = done.map_err(|error| Fail::from(error).named("--at"))?;
        let lines: Vec<String> = done.iter().map(|(dot, op)| op_line(dot, op)).collect();
        for (i, line) in lines.iter().enumerate() {
            let why = "an item names the one beside it, not a number, so it fits in anywhere";
            let step = Step::new(format!("operation {i}"), why);
            cx.watch(None)
                .step(&step.value("operation", line.trim_end()));
        }
        let made = if self.log {
            lines.concat()
        } else {
            state.to_string()
        };
        put(cx, &self.change.create, &made)
    }
}
