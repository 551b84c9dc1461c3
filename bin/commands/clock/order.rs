//! `clock order`: which of two events, or of two clocks, came before the other.

use std::path::PathBuf;

use decent::Verdict;
use decent::clock::graph::order;
use decent::clock::log::{Log, entry_of};
use decent::clock::vector::{Order, Vector};
use decent::error::{Error, slug};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::events::{self, LayoutArgs};
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    layout: LayoutArgs,
    /// An event of the log, or a clock `{"HOST":N, ...}`
    #[arg(value_name = "HOST:N")]
    first: String,
    /// The other of the same kind
    #[arg(value_name = "HOST:N")]
    second: String,
    /// The logs of one execution; none, or `-`, is standard input. Clocks want none
    #[arg(value_name = "LOG")]
    logs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Says before, after, concurrent or equal: whether the first is a cause of the second, or can be.
Events are named by their host and their number on it; two clocks are compared without a log. An
absent entry counts as 0. All four answers are status 0.";
    const EXAMPLES: &'static str = "$ decent clock order '{\"a\":1}' '{\"a\":1,\"b\":1}'
before
$ printf 'a {\"a\":1}\\nsend\\nb {\"b\":1}\\nwork\\nb {\"a\":1,\"b\":2}\\nget\\n' > log
$ decent clock order a:1 b:1 log
concurrent
$ decent clock order b:2 a:1 < log
after";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let clock = |text: &str| text.trim_start().starts_with('{');
        let found = if clock(&self.first) || clock(&self.second) {
            if !self.logs.is_empty() {
                return Err(Fail::usage("two clocks are compared without a log"));
            }
            let parse = |text: &str| {
                let parsed = text.parse::<Vector>();
                parsed.map_err(|error| {
                    let error = Error::new(slug::USAGE, error.wanted, error.found);
                    Fail::from(error).named(text)
                })
            };
            let (first, second) = (parse(&self.first)?, parse(&self.second)?);
            tell(&cx.watch(None), &first, &second);
            first.order(&second)
        } else {
            let files = events::open(cx, self.logs)?;
            let (log, seen, _) = files.read_sound(cx, &self.layout)?;
            let of = |name: &str| log.named(name).map_err(|e| Fail::from(e).named(name));
            let (first, second) = (of(&self.first)?, of(&self.second)?);
            let found = order(&log, first, second);
            let watch = cx.watch(None);
            events::tell_read(&watch, &log, &seen);
            tell_events(&watch, &log, first, second, found);
            found
        };
        cx.emit(&Record::value("order", found.name()))?;
        Ok(Verdict::Yes)
    }
}

fn tell(watch: &dyn Watch, first: &Vector, second: &Vector) {
    let more = |a: &Vector, b: &Vector| {
        let more = a.entries().filter(|(host, count)| *count > b.count(host));
        more.map(|(host, count)| format!("{host}:{count}"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let why = "one is before the other where it has no entry that is greater, and is not the same";
    let step = Step::new("compare", why).value("greater in the first", more(first, second));
    watch.step(&step.value("greater in the second", more(second, first)));
}

fn tell_events(watch: &dyn Watch, log: &Log<'_>, first: u32, second: u32, found: Order) {
    if !watch.narrates() {
        return;
    }
    for (event, of) in [(first, second), (second, first)] {
        let (known, number) = (
            entry_of(&log.clock(of), log.host_of(event)),
            log.number_of(event),
        );
        let why = format!(
            "{} knows {known} events of {}, so {} is {} them",
            log.name(of),
            log.host(log.host_of(event)),
            log.name(event),
            if number <= known {
                "among"
            } else {
                "not among"
            },
        );
        let step = Step::new(log.name(of), why);
        watch.step(&step.value("clock", log.vector(&log.clock(of))));
    }
    // Narrated again by whole clocks, which must say the same.
    let again = log
        .vector(&log.clock(first))
        .order(&log.vector(&log.clock(second)));
    assert_eq!(again, found, "the narration must equal the result");
}
