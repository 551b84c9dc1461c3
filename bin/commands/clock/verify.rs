//! `clock verify`: whether the clocks of a log can have come about.

use std::path::PathBuf;

use decent::Verdict;
use decent::clock::log::Log;
use decent::clock::verify::{Finding, Outcome, verify};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::events::{self, Files, LayoutArgs};
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    layout: LayoutArgs,
    /// How many faults are told one by one
    #[arg(long, value_name = "N", default_value_t = 100)]
    most: u64,
    /// The logs of one execution; none, or `-`, is standard input
    #[arg(value_name = "LOG")]
    logs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Checks every vector clock of a log, and prints the clock that was expected where one is wrong:
gaps, duplicates, regressions, missing own entries, unknown hosts and events, references that lack
what the event they name knows (intransitive), that name the future, or each other (cycle). The
events of a host may stand in any order, and in many logs, which count as one execution.";
    const EXAMPLES: &'static str =
        "$ printf 'a {\"a\":1}\\nsend\\nb {\"a\":1,\"b\":1}\\nget\\n' > log
$ decent clock verify log
log: OK
$ printf 'b {\"a\":1,\"b\":3}\\nget\\n' | cat log - | decent clock verify
-: FAILED (line 5: b:3: gap: b:2 is missing; wanted {\"a\":1,\"b\":2}, found {\"a\":1,\"b\":3})
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let files = events::open(cx, self.logs)?;
        let watch = files.watch(cx, 2);
        let (mut log, seen) = files.read(cx, &self.layout, &watch)?;
        let mut findings = Vec::new();
        let outcome = verify(&mut log, self.most, &watch, &mut |_, finding| {
            findings.push(finding);
        })?;
        files.unchanged()?;
        events::tell_read(&watch, &log, &seen);
        tell(&watch, &outcome);
        drop(watch);
        // By file, then by line, whatever check found them.
        findings.sort_by_key(|finding| {
            // Within a file events stand in the order of their lines.
            (log.file_of(finding.event), finding.event, finding.fault)
        });
        for file in 0..files.names().len() as u32 {
            report(cx, &files, &log, file, &findings)?;
        }
        let rest = outcome.faults - findings.len() as u64;
        if rest > 0 {
            let why = format!("{rest} more faults, not told");
            let name = files.names().last().map(Vec::as_slice).unwrap_or_default();
            cx.emit(&Record::verdict(&Verdict::No(why.into())).name(name))?;
        }
        Ok(match outcome.faults {
            0 => Verdict::Yes,
            n => Verdict::No(format!("{n} faults").into()),
        })
    }
}

/// A line a fault of a file, or that it has none.
fn report(
    cx: &mut Cx,
    files: &Files,
    log: &Log<'_>,
    file: u32,
    findings: &[Finding],
) -> Result<(), Fail> {
    let name = files.name(file);
    let of_file = findings
        .iter()
        .filter(|finding| log.file_of(finding.event) == file);
    let mut faults = 0;
    for finding in of_file {
        faults += 1;
        let verdict = Verdict::No(events::words(log, finding).into());
        let expected = finding.expected.as_ref().map(ToString::to_string);
        let record = Record::verdict(&verdict)
            .name(name)
            .field("line", log.line(finding.event))
            .field("fault", finding.fault.name())
            .field("event", log.name(finding.event))
            .field("expected", expected)
            .field("found", log.vector(&log.clock(finding.event)).to_string());
        cx.emit(&record)?;
    }
    if faults == 0 {
        let events = log.all().filter(|at| log.file_of(*at) == file).count();
        cx.emit(
            &Record::verdict(&Verdict::Yes)
                .name(name)
                .field("events", events),
        )?;
    }
    Ok(())
}

fn tell(watch: &dyn Watch, outcome: &Outcome) {
    let why = "a clock is the join of the one before it and of those that it newly names, and one more of its own";
    let step = Step::new("check", why).value("messages", outcome.graph.messages());
    watch.step(
        &step
            .value("clocks compared", outcome.compared)
            .value("faults", outcome.faults),
    );
}
