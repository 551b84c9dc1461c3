//! `quorum`: how many of how many must agree.

use decent::Verdict;
use decent::error::{Error, slug};
use decent::quorum::{Faults, MAX_NODES, apart, available, meet, overlap, quorum};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

/// The longest table.
const LONGEST: u64 = 100_000;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many nodes there are
    #[arg(value_name = "N", value_parser = nodes)]
    nodes: u64,
    /// Faulty nodes may lie, not only fall silent
    #[arg(long)]
    byzantine: bool,
    /// How many may be faulty; the most that N nodes bear
    #[arg(long, value_name = "F")]
    faults: Option<u64>,
    /// Judge quorums of this size, instead of the smallest safe one
    #[arg(long, value_name = "Q", conflicts_with_all = ["read", "write"])]
    size: Option<u64>,
    /// Judge reads that ask so many nodes
    #[arg(long, value_name = "R", requires = "write")]
    read: Option<u64>,
    /// Judge writes that reach so many nodes
    #[arg(long, value_name = "W", requires = "read")]
    write: Option<u64>,
    /// A line for each number of nodes up to N: nodes, faults, quorum, in how many nodes two meet
    #[arg(long, conflicts_with_all = ["faults", "size", "read", "write"])]
    table: bool,
}

/// A number of nodes as it is given on the line.
fn nodes(text: &str) -> Result<u64, String> {
    let number = text.parse().ok();
    let number = number.filter(|n| (1..=MAX_NODES).contains(n));
    number.ok_or_else(|| format!("a number of nodes from 1 to {MAX_NODES} is wanted"))
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Calculates quorums. Where nodes only fall silent, a majority is one: n >= 2f + 1. Where f of them
may lie, two quorums must meet in f + 1, so that one of those is honest: n >= 3f + 1. Sizes that are
given are judged, and status 1 says that two quorums may miss each other, or meet in liars alone.";
    const EXAMPLES: &'static str = "$ decent quorum 5
nodes: 5
model: crash
faults: 2
quorum: 3
overlap: 1
available: 3
$ decent quorum 4 --byzantine | grep quorum
quorum: 3
$ decent quorum 3 --byzantine --faults 1 | tail -n 1
enough nodes: FAILED (1 fault wants 4 nodes)
[1]
$ decent quorum 5 --read 2 --write 3
a read and a write: FAILED (2 and 3 of 5 may not meet: {0,1} and {2,3,4} have nothing in common)
two writes: OK
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        if self.table {
            return self.rows(cx);
        }
        let most = if self.byzantine {
            Faults::most_lies(self.nodes)
        } else {
            Faults::most_crashes(self.nodes)
        };
        let count = self.faults.unwrap_or(most.count());
        self.at_most_all("--faults", count, 0)?;
        let faults = if self.byzantine {
            Faults::Byzantine(count)
        } else {
            Faults::Crash(count)
        };
        tell(&cx.watch(None), self.nodes, faults);
        if let (Some(read), Some(write)) = (self.read, self.write) {
            self.at_most_all("--read", read, 1)?;
            self.at_most_all("--write", write, 1)?;
            self.judge(cx, "a read and a write", read, write, faults)?;
            self.judge(cx, "two writes", write, write, faults)?;
            return Ok(Verdict::Yes);
        }
        if let Some(size) = self.size {
            self.at_most_all("--size", size, 1)?;
            self.judge(cx, "two quorums", size, size, faults)?;
            let there = self.nodes - count;
            let why = format!("{there} of {} are left", self.nodes);
            let alive = if available(self.nodes, size, faults) {
                Verdict::Yes
            } else {
                Verdict::No(why.into())
            };
            let silent = format!(
                "one quorum while {count} {} silent",
                if count == 1 { "is" } else { "are" }
            );
            cx.emit(
                &Record::verdict(&alive)
                    .name(silent.as_bytes())
                    .field("check", &*silent),
            )?;
            cx.fold(alive);
            return Ok(Verdict::Yes);
        }
        let size = quorum(self.nodes, faults);
        let card = Record::card()
            .field("nodes", self.nodes)
            .field("model", if self.byzantine { "byzantine" } else { "crash" })
            .field("faults", count)
            .field("quorum", size)
            .field("overlap", overlap(self.nodes, size, size))
            .field("available", self.nodes - count);
        cx.emit(&card)?;
        if available(self.nodes, size, faults) {
            return Ok(Verdict::Yes);
        }
        let s = if count == 1 { " wants" } else { "s want" };
        let why = format!("{count} fault{s} {} nodes", faults.nodes_needed());
        let verdict = Verdict::No(why.into());
        cx.emit(
            &Record::verdict(&verdict)
                .name(b"enough nodes")
                .field("check", "enough nodes"),
        )?;
        Ok(verdict)
    }
}

impl Args {
    fn at_most_all(&self, option: &str, value: u64, least: u64) -> Result<(), Fail> {
        if (least..=self.nodes).contains(&value) {
            return Ok(());
        }
        let wanted = format!("{least} to {} nodes", self.nodes);
        let error = Error::new(slug::OUT_OF_RANGE, wanted, value.to_string());
        Err(Fail::from(error).named(option))
    }

    /// Says whether quorums of two sizes meet in an honest node, and if not, shows two that don't.
    fn judge(&self, cx: &mut Cx, what: &str, a: u64, b: u64, faults: Faults) -> Result<(), Fail> {
        let verdict = if meet(self.nodes, a, b, faults) {
            Verdict::Yes
        } else {
            Verdict::No(missed(self.nodes, a, b).into())
        };
        let record = Record::verdict(&verdict)
            .name(what.as_bytes())
            .field("check", what);
        cx.emit(&record.field("overlap", overlap(self.nodes, a, b)))?;
        cx.fold(verdict);
        Ok(())
    }

    fn rows(&self, cx: &mut Cx) -> Result<Verdict, Fail> {
        if self.nodes > LONGEST {
            let error = Error::new(
                slug::OUT_OF_RANGE,
                "a table of at most 100000 lines",
                self.nodes.to_string(),
            );
            return Err(Fail::from(error).named("N"));
        }
        for nodes in 1..=self.nodes {
            let faults = if self.byzantine {
                Faults::most_lies(nodes)
            } else {
                Faults::most_crashes(nodes)
            };
            let size = quorum(nodes, faults);
            let row = Record::row()
                .cell("nodes", nodes, 5)
                .cell("faults", faults.count(), 5)
                .cell("quorum", size, 5);
            cx.emit(&row.cell("overlap", overlap(nodes, size, size), 5))?;
        }
        let watch = cx.watch(None);
        tell(
            &watch,
            self.nodes,
            if self.byzantine {
                Faults::most_lies(self.nodes)
            } else {
                Faults::most_crashes(self.nodes)
            },
        );
        Ok(Verdict::Yes)
    }
}

/// Two quorums that meet in too few, by the numbers of their nodes.
fn missed(nodes: u64, a: u64, b: u64) -> String {
    let (first, second, both) = apart(nodes, a, b);
    let words = |range: &std::ops::Range<u64>| match range.end - range.start {
        0..=8 => {
            let names: Vec<_> = range.clone().map(|node| node.to_string()).collect();
            format!("{{{}}}", names.join(","))
        }
        _ => format!("{{{}..{}}}", range.start, range.end - 1),
    };
    if both.is_empty() {
        return format!(
            "{a} and {b} of {nodes} may not meet: {} and {} have nothing in common",
            words(&first),
            words(&second)
        );
    }
    format!(
        "{a} and {b} of {nodes} meet in {}, all of whom may lie: {} and {} have only {} in common",
        both.end - both.start,
        words(&first),
        words(&second),
        words(&both)
    )
}

fn tell(watch: &dyn Watch, nodes: u64, faults: Faults) {
    if !watch.narrates() {
        return;
    }
    let f = faults.count();
    if let Faults::Byzantine(_) = faults {
        let why = "2f + 1 nodes are not enough: with n = 3 and f = 1 quorums of 2 meet in one node, and it may be the liar";
        let step = Step::new("2f + 1", why)
            .value("first quorum", "0 1")
            .value("second quorum", "1 2");
        let step = step.value("in both", "1").value("what it tells 0", "yes");
        watch.step(&step.value("what it tells 2", "no"));
        let why = "with n = 4 quorums of 3 meet in two nodes, and one of those is honest: it agrees to one value only";
        let step = Step::new("3f + 1", why).value("first quorum", "0 1 2");
        watch.step(&step.value("second quorum", "1 2 3").value("in both", "1 2"));
    }
    let size = quorum(nodes, faults);
    let why = match faults {
        Faults::Crash(_) => {
            "two majorities always meet, and whoever is in both carries the decision over"
        }
        Faults::Byzantine(_) => "two quorums meet in 2q - n nodes, and that must be more than f",
    };
    let step = Step::new("quorum", why).value("n", nodes).value("f", f);
    watch.step(
        &step
            .value("q", size)
            .check(format!("echo $((({nodes} + {}) / 2 + 1))", faults.liars())),
    );
    let step = Step::new("overlap", "2q - n").value("nodes in both", overlap(nodes, size, size));
    watch.step(&step.check(format!("echo $((2 * {size} - {nodes}))")));
}
