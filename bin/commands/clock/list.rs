//! `clock list`: what came before an event, what came after it, and what is neither.

use std::path::PathBuf;

use decent::Verdict;
use decent::clock::graph::{inversions, order, sort};
use decent::clock::vector::Order;
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::events::{self, LayoutArgs};
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("which"))]
pub(crate) struct Args {
    #[command(flatten)]
    layout: LayoutArgs,
    /// The causes of an event
    #[arg(long, value_name = "HOST:N", group = "which")]
    past: Option<String>,
    /// What an event is a cause of
    #[arg(long, value_name = "HOST:N", group = "which")]
    future: Option<String>,
    /// What can't have known of an event, nor it of them
    #[arg(long, value_name = "HOST:N", group = "which")]
    concurrent: Option<String>,
    /// Neighbours whose watches say that the effect came first: the difference, the cause, the effect
    #[arg(long, group = "which")]
    inversions: bool,
    /// The logs of one execution; none, or `-`, is standard input
    #[arg(value_name = "LOG")]
    logs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints a line an event: its name, its line in its log, what it says; causes come first. What is
concurrent to an event can have been before or behind it by any watch: no order of them is wrong.";
    const EXAMPLES: &'static str =
        "$ printf 'a {\"a\":1}\\nsend\\nb {\"b\":1}\\nwork\\nb {\"a\":1,\"b\":2}\\nget\\n' > log
$ decent clock list --past b:2 log
a:1        1  send
b:1        3  work
$ decent clock list --concurrent a:1 log
b:1        3  work
$ printf '200 send\\na {\"a\":1}\\n150 get\\nb {\"a\":1,\"b\":1}\\n' > timed
$ decent clock list --format tsviz --inversions timed
   50  a:1     b:1";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let files = events::open(cx, self.logs)?;
        let (log, seen, graph) = files.read_sound(cx, &self.layout)?;
        let sorted = sort(&log, &graph);
        events::tell_read(&cx.watch(None), &log, &seen);
        if self.inversions {
            for (cause, effect, by) in inversions(&log, &graph, &sorted) {
                let row = Record::row()
                    .cell("by", by.to_string(), 5)
                    .cell("cause", log.name(cause), 6)
                    .cell("effect", log.name(effect), 6);
                cx.emit(&row)?;
            }
            return Ok(Verdict::Yes);
        }
        let choices = [
            (self.past, Order::Before),
            (self.future, Order::After),
            (self.concurrent, Order::Concurrent),
        ];
        let chosen = choices
            .into_iter()
            .find_map(|(name, order)| Some((name?, order)));
        let Some((name, wanted)) = chosen else {
            return Err(Fail::usage(
                "give --past, --future, --concurrent or --inversions",
            ));
        };
        let of = log
            .named(&name)
            .map_err(|e| Fail::from(e).named(name.as_bytes()))?;
        let mut found = 0u64;
        for &event in &sorted.events {
            if order(&log, event, of) != wanted {
                continue;
            }
            found += 1;
            let text = String::from_utf8_lossy(&log.text(event)).into_owned();
            let row =
                Record::row()
                    .cell("event", log.name(event), 6)
                    .cell("line", log.line(event), 4);
            let row = row.cell("text", crate::shown::visible(&text), 0);
            cx.emit(&row.field("clock", log.vector(&log.clock(event)).to_string()))?;
        }
        let watch = cx.watch(None);
        let clock = log.vector(&log.clock(of));
        let why = "the clock of an event counts its causes on each host, and the event itself";
        let step = Step::new("past", why).value("clock", &clock);
        let sum: u64 = clock.entries().map(|(_, count)| u64::from(count)).sum();
        if wanted == Order::Before {
            assert_eq!(found, sum - 1, "the narration must equal the result");
            let counts: Vec<_> = clock
                .entries()
                .map(|(_, count)| count.to_string())
                .collect();
            let line = format!("echo $(({} - 1))", counts.join(" + "));
            watch.step(&step.value("causes", found).check(line));
        } else {
            watch.step(&step.value(wanted.name(), found));
        }
        Ok(Verdict::Yes)
    }
}
