//! `clock show`: what a log holds, in numbers.

use std::path::PathBuf;

use decent::Verdict;
use decent::clock::graph::{Graph, inversions, sort};
use decent::clock::log::Log;
use decent::clock::verify::{Outcome, verify};
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
    /// A line a host instead: its events, the messages it sent and received, its name
    #[arg(long)]
    hosts: bool,
    /// The logs of one execution; none, or `-`, is standard input
    #[arg(value_name = "LOG")]
    logs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Counts hosts, events, messages, and the pairs of events of which one is a cause of the other, or
neither. The longest chain is the number of events that had to happen one after the other. With
times in the log, inversions are neighbours whose watches say that the effect came first.";
    const EXAMPLES: &'static str =
        "$ printf 'a {\"a\":1}\\nsend\\nb {\"b\":1}\\nwork\\nb {\"a\":1,\"b\":2}\\nget\\n' > log
$ decent clock show --no-names log
layout: host-first
hosts: 2
events: 3
messages: 1
ordered-pairs: 2
concurrent-pairs: 1
longest-chain: 2
$ decent clock show --hosts log
    1      1      0  a
    2      0      1  b";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let files = events::open(cx, self.logs)?;
        let watch = files.watch(cx, 2);
        let (mut log, seen) = files.read(cx, &self.layout, &watch)?;
        let outcome = verify(&mut log, 0, &watch, &mut |_, _| ())?;
        files.unchanged()?;
        events::tell_read(&watch, &log, &seen);
        drop(watch);
        if self.hosts {
            hosts(cx, &log, &outcome.graph)?;
        } else {
            let mut layouts: Vec<_> = seen.iter().map(|seen| seen.layout.name()).collect();
            layouts.dedup();
            let hosts = (0..log.hosts().len() as u32).filter(|host| !log.chain(*host).is_empty());
            let card = Record::card()
                .field("layout", layouts.join(" "))
                .field("hosts", hosts.count())
                .field("events", log.len())
                .field("messages", outcome.graph.messages());
            let card = counted(cx, card, &log, &outcome);
            let name = files.names().join(&b" "[..]);
            cx.emit(&card.name(&name))?;
        }
        Ok(match outcome.faults {
            0 => Verdict::Yes,
            n => Verdict::No(format!("{n} faults").into()),
        })
    }
}

/// What only clocks without faults tell.
fn counted(cx: &Cx, card: Record, log: &Log<'_>, outcome: &Outcome) -> Record {
    if outcome.faults > 0 {
        return card.field("faults", outcome.faults);
    }
    let n = log.len() as u128;
    let pairs = n * (n - 1) / 2;
    // A clock without faults counts the events before it, and itself.
    let known = log
        .all()
        .flat_map(|at| log.clock(at))
        .map(|entry| u128::from(entry.count));
    let ordered = known.sum::<u128>() - n;
    let watch = cx.watch(None);
    let why = "each clock counts the causes of its event, and the event itself";
    let step = Step::new("pairs", why)
        .value("of all", pairs)
        .value("ordered", ordered);
    watch.step(
        &step
            .value("concurrent", pairs - ordered)
            .check(format!("echo $(({pairs} - {ordered}))")),
    );
    let sorted = sort(log, &outcome.graph);
    let longest = sorted.lamport.iter().max().copied().unwrap_or(0);
    let card = card
        .field("ordered_pairs", ordered.to_string())
        .field("concurrent_pairs", (pairs - ordered).to_string())
        .field("longest_chain", longest);
    if !log.timed() {
        return card;
    }
    card.field(
        "inversions",
        inversions(log, &outcome.graph, &sorted).count(),
    )
}

fn hosts(cx: &mut Cx, log: &Log<'_>, graph: &Graph) -> Result<(), Fail> {
    let (mut sent, mut received) = (vec![0u64; log.hosts().len()], vec![0u64; log.hosts().len()]);
    for at in log.all() {
        for cause in graph.causes(at) {
            received[log.host_of(at) as usize] += 1;
            sent[log.host_of(*cause) as usize] += 1;
        }
    }
    let mut names: Vec<u32> = (0..log.hosts().len() as u32).collect();
    names.sort_by_key(|host| log.host(*host));
    for host in names {
        let row = Record::row()
            .cell("events", log.chain(host).len(), 5)
            .cell("sent", sent[host as usize], 5)
            .cell("received", received[host as usize], 5);
        cx.emit(&row.cell("host", log.host(host), 0))?;
    }
    Ok(())
}
