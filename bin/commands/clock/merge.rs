//! `clock merge`: many logs of one execution become one, causes first.

use std::path::PathBuf;

use decent::Verdict;
use decent::clock::graph::sort;
use decent::clock::log::Log;
use decent::clock::read::{Layout, Seen};
use decent::clock::write::{self, Target};
use decent::watch::{Step, Watch};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::{Cx, Made};
use crate::events::{self, Files, LayoutArgs, Written};
use crate::fail::Fail;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    layout: LayoutArgs,
    /// How the merged log is written; as the logs are, where they are alike
    #[arg(long, value_name = "FORMAT")]
    to: Option<Written>,
    #[command(flatten)]
    create: Create,
    /// The logs of one execution; none, or `-`, is standard input
    #[arg(value_name = "LOG")]
    logs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Writes the events of many logs so that none stands before a cause of its own. What could stand
either way goes by the times in the log, then by Lamport time, then by the names of hosts: the
same bytes for every order of the same logs. A log with faults is refused.";
    const EXAMPLES: &'static str = "$ printf 'b {\"a\":1,\"b\":1}\\nget\\n' > b.log
$ printf 'a {\"a\":1}\\nsend\\na {\"a\":2,\"b\":1}\\nhear back\\n' > a.log
$ decent clock merge b.log a.log
a {\"a\":1}
send
b {\"a\":1,\"b\":1}
get
a {\"a\":2,\"b\":1}
hear back
$ decent clock merge --to jsonl a.log b.log | head -n 1
{\"host\":\"a\",\"clock\":{\"a\":1},\"event\":\"send\"}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let files = events::open(cx, self.logs)?;
        let (log, seen, graph) = files.read_sound(cx, &self.layout)?;
        let sorted = sort(&log, &graph);
        let watch = cx.watch(None);
        events::tell_read(&watch, &log, &seen);
        let why = "of all events whose causes are written, the one with the least time, Lamport time, host";
        for event in sorted.events.iter().take(8).filter(|_| watch.narrates()) {
            let step = Step::new(log.name(*event), why);
            let lamport = sorted.lamport.get(*event as usize).copied().unwrap_or(0);
            watch.step(
                &step
                    .value("Lamport time", lamport)
                    .value("clock", log.vector(&log.clock(*event))),
            );
        }
        drop(watch);
        let target = self.to.map(Written::target);
        let mut made = cx.create(&self.create, false)?;
        put_all(
            &mut made,
            &files,
            &log,
            &sorted.events,
            target.or_else(|| apart(&seen)),
        )?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}

/// How to write logs that can't stay as they are: of different layouts, or by an expression.
fn apart(seen: &[Seen]) -> Option<Target> {
    let first = seen.first()?.layout;
    let alike = seen.iter().all(|one| one.layout == first) && first != Layout::Expression;
    (!alike).then_some(Target::HostFirst)
}

/// Gathered before one write, in bytes.
const GATHERED: usize = 64 << 10;

fn put_all(
    made: &mut Made<'_>,
    files: &Files,
    log: &Log<'_>,
    sorted: &[u32],
    target: Option<Target>,
) -> Result<(), Fail> {
    let mut out = Vec::new();
    for &at in sorted {
        let event = log.event(at);
        match target {
            None => {
                let raw = log.raw(at);
                out.extend(raw);
                if !raw.ends_with(b"\n") {
                    out.push(b'\n');
                }
            }
            Some(target) => {
                let clock = log.vector(&log.clock(at));
                let text = log.text(at);
                write::event(
                    &mut out,
                    target,
                    log.host(event.host),
                    &clock,
                    event.time,
                    &text,
                )
                .map_err(|e| {
                    files.blame(event.file, e.at(decent::Place::Line(log.line(at).into())))
                })?;
            }
        }
        if out.len() >= GATHERED {
            made.put(&out)?;
            out.clear();
        }
    }
    made.put(&out)
}
