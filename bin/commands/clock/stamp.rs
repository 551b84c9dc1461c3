//! `clock stamp`: clocks for the events of a log that has none.

use std::collections::HashMap;
use std::fmt::Display;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::clock::graph::{Graph, Sorted, sort};
use decent::clock::log::Log;
use decent::clock::marks::Marks;
use decent::clock::stamp::{Hybrid, hybrids, vectors};
use decent::clock::threshold::{Delays, Reached, run};
use decent::clock::write::{self, Target};
use decent::error::{Error, Place, slug};
use decent::spool::Room;
use decent::watch::{Step, Watch};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::events::{self, Files, LayoutArgs, Written};
use crate::fail::Fail;
use crate::report::Record;

/// The largest table of delays, in bytes.
const LARGEST: u64 = 16 << 20;

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Clock {
    /// One number: an effect has a greater one than its cause
    Lamport,
    /// A number for each host: greater for an effect, and for nothing else
    Vector,
    /// A time near that of the watch, and a count: L.C
    Hybrid,
    /// Steps that t of n nodes must have reached before one goes on
    Threshold,
}

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Which clock
    #[arg(long, value_name = "CLOCK")]
    clock: Clock,
    #[command(flatten)]
    layout: LayoutArgs,
    /// How the stamped log is written: vector clocks as shiviz, others a line an event
    #[arg(long, value_name = "FORMAT")]
    to: Option<Written>,
    /// Of threshold clocks: how many steps are taken
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    steps: u64,
    #[command(flatten)]
    create: Create,
    /// The log; none, or `-`, is standard input. Many are one execution
    #[arg(value_name = "LOG")]
    logs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Gives each event of a log its clock. A line of the log is `HOST [@TIME] [!ID]... [?ID]... TEXT`: the
event sends the messages !ID and receives the messages ?ID; or an object, {\"host\":\"a\", \"event\":\"..\",
\"time\":17, \"send\":\"m1\", \"receive\":[\"m2\"]}, of which only the host must be there. Events of a host
stand in its order. With --format or --regex the log has vector clocks, and gets others by them.

For --clock threshold LOG is a table: N nodes and the threshold T, then for each node a line of N
delays, what it sends being under way so long to each, or `-` for never. Printed is who reaches
which step when, and of whom it knew then.";
    const EXAMPLES: &'static str =
        "$ printf 'a @10 !m asks\\nb @3 wakes up\\nb @4 ?m reads\\n' > log
$ decent clock stamp --clock vector log
asks
a {\"a\":1}
wakes up
b {\"b\":1}
reads
b {\"a\":1,\"b\":2}
$ decent clock stamp --clock lamport log
a 1 asks
b 1 wakes up
b 2 reads
$ decent clock stamp --clock hybrid log
a 10.0 asks
b 3.0 wakes up
b 10.1 reads
$ printf '3 2\\n0 1 9\\n1 0 9\\n9 9 0\\n' | decent clock stamp --clock threshold --steps 1
     0     0     0  the start
     0     1     0  the start
     0     2     0  the start
     1     0     1  knew 2 of 3 at step 0: 0 1
     1     1     1  knew 2 of 3 at step 0: 0 1
     9     2     1  knew 3 of 3 at step 0: 0 1 2";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        if self.clock == Clock::Threshold {
            if self.to.is_some() || self.create.output.is_some() || self.layout.given() {
                return Err(Fail::usage(
                    "threshold clocks are reported, not written into a log",
                ));
            }
            return match self.logs.as_slice() {
                [] => threshold(cx, Path::new("-"), self.steps),
                [one] => threshold(cx, one, self.steps),
                _ => Err(Fail::usage("give one table of delays")),
            };
        }
        let files = events::open(cx, self.logs)?;
        let (log, graph, mut sorted) = if self.layout.given() {
            let (log, _, graph) = files.read_sound(cx, &self.layout)?;
            let sorted = sort(&log, &graph);
            (log, graph, sorted)
        } else {
            marked(cx, &files)?
        };
        let target = match (self.to, self.clock) {
            (Some(to), _) => to.target(),
            (None, Clock::Vector) => Target::EventFirst,
            (None, _) => Target::OneLine,
        };
        // Of the order no more is held than is needed.
        if !cx.watch(None).narrates() {
            if self.clock != Clock::Hybrid {
                sorted.events = Vec::new();
            }
            if self.clock != Clock::Lamport {
                sorted.lamport = Vec::new();
            }
        }
        let run = Run {
            files: &files,
            log: &log,
            graph: &graph,
            sorted: &sorted,
            clock: self.clock,
            target,
        };
        run.tell(&cx.watch(None))?;
        let mut made = cx.create(&self.create, false)?;
        let mut out = Vec::new();
        run.each(&mut |at, clock| {
            run.write(&mut out, at, clock)?;
            if out.len() >= GATHERED {
                made.put(&out)?;
                out.clear();
            }
            Ok(())
        })?;
        made.put(&out)?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}

/// Gathered before one write, in bytes.
const GATHERED: usize = 64 << 10;

/// Names of messages that are held in memory, in bytes; more go to files.
const NAMES: u64 = 4 << 20;

/// A log without clocks, its messages, and its order.
fn marked<'f>(cx: &Cx, files: &'f Files) -> Result<(Log<'f>, Graph, Sorted), Fail> {
    let watch = files.watch(cx, 1);
    let room = Room {
        memory: NAMES,
        file: &|| crate::output::nameless(&std::env::temp_dir()),
    };
    let (mut log, mut marks) = (Log::default(), Marks::new(room));
    // What can't be written is about none of the files.
    let blame = |file, error: Error| match error.slug {
        slug::UNWRITABLE => error.into(),
        _ => files.blame(file, error),
    };
    for (file, source) in files.sources.iter().enumerate() {
        let blame = |error| blame(file as u32, error);
        let bytes = source.window(0..source.len()).map_err(blame)?;
        marks.read(bytes, &mut log, &watch).map_err(blame)?;
        source.check().map_err(blame)?;
    }
    let graph = marks.graph(&log);
    let (graph, sorted) = graph.map_err(|(event, error)| blame(log.file_of(event), error))?;
    Ok((log, graph, sorted))
}

/// Told of events in the order of the log, each with its clock.
type OnClock<'w> = &'w mut dyn FnMut(u32, &dyn Display) -> Result<(), Fail>;

/// A log, and the clocks that it gets.
struct Run<'r> {
    files: &'r Files,
    log: &'r Log<'r>,
    graph: &'r Graph,
    sorted: &'r Sorted,
    clock: Clock,
    target: Target,
}

impl Run<'_> {
    fn each(&self, each: OnClock<'_>) -> Result<(), Fail> {
        let Self {
            log, graph, sorted, ..
        } = self;
        match self.clock {
            Clock::Vector => vectors(log, graph, &mut |at, clock| each(at, &log.vector(clock))),
            Clock::Hybrid => {
                let clocks = hybrids(log, graph, sorted);
                let blame = |(event, error)| self.files.blame(log.file_of(event), error);
                let json = self.target == Target::JsonLines;
                let clocks = clocks.map_err(blame)?;
                let mut all = log.all();
                all.try_for_each(|at| each(at, &hybrid(clocks.of(log, at), json)))
            }
            _ => {
                let mut all = log.all().zip(&sorted.lamport);
                all.try_for_each(|(at, time)| each(at, time))
            }
        }
    }

    fn write(&self, out: &mut Vec<u8>, at: u32, clock: &dyn Display) -> Result<(), Fail> {
        let log = self.log;
        let (host, time) = (log.host(log.host_of(at)), log.time_of(at));
        let written = write::event(out, self.target, host, clock, time, &log.text(at));
        written.map_err(|error| {
            let place = Place::Line(log.line(at).into());
            self.files.blame(log.file_of(at), error.at(place))
        })
    }

    /// Tells how the first events in causal order come to their clocks.
    fn tell(&self, watch: &dyn Watch) -> Result<(), Fail> {
        if !watch.narrates() {
            return Ok(());
        }
        let (log, sorted) = (self.log, self.sorted);
        let first = sorted.events.get(..12).unwrap_or(&sorted.events);
        let mut clocks: HashMap<u32, String> = HashMap::new();
        self.each(&mut |at, clock| {
            if first.contains(&at) {
                clocks.insert(at, clock.to_string());
            }
            Ok(())
        })?;
        for event in first {
            let causes = self.graph.causes(*event).iter();
            let from: Vec<_> = causes.map(|cause| log.name(*cause)).collect();
            let why = match from.as_slice() {
                [] => "counts on from the event before it on its host".to_owned(),
                from => format!(
                    "counts on from the greatest of its own and of {}",
                    from.join(", ")
                ),
            };
            let clock = clocks.get(event).map_or("", String::as_str);
            watch.step(&Step::new(log.name(*event), why).value("clock", clock));
        }
        let step = Step::new("events", "a clock each")
            .value("longest chain", sorted.lamport.iter().max().unwrap_or(&0));
        watch.step(&step.value("events", log.len()));
        Ok(())
    }
}

fn hybrid(clock: Hybrid, json: bool) -> String {
    if json {
        return format!("{{\"wall\":{},\"logical\":{}}}", clock.wall, clock.logical);
    }
    format!("{}.{}", clock.wall, clock.logical)
}

fn threshold(cx: &mut Cx, path: &Path, steps: u64) -> Result<Verdict, Fail> {
    let mut input = cx.subject("", path)?;
    let delays = Delays::parse(&input.read_all(LARGEST)?)?;
    let reached = run(&delays, steps);
    let (n, t) = (delays.nodes(), delays.threshold);
    let watch = cx.watch(None);
    let why = "a node goes on once it knows t nodes, itself counted, at its step or behind it";
    watch.step(&Step::new("rule", why).value("n", n).value("t", t));
    drop(watch);
    for one in &reached {
        let row = Record::row()
            .cell("time", one.time.to_string(), 6)
            .cell("node", one.node, 4)
            .cell("step", one.step, 4);
        let because: Vec<u64> = one.because.iter().map(|node| *node as u64).collect();
        let row = row.cell("why", words(one, n), 0);
        cx.emit(&row.field("because", because).field("skipped", one.skipped))?;
    }
    for node in 0..n {
        let last = reached
            .iter()
            .filter(|one| one.node == node)
            .map(|one| one.step)
            .max();
        if let Some(last) = last.filter(|last| *last < steps) {
            cx.note(&format!(
                "node {node} ends at step {last}: it never knows of {t} nodes there"
            ));
        }
    }
    Ok(Verdict::Yes)
}

fn words(reached: &Reached, n: usize) -> String {
    if reached.step == 0 {
        return "the start".into();
    }
    let nodes: Vec<_> = reached.because.iter().map(ToString::to_string).collect();
    let passed = match reached.skipped {
        0 => String::new(),
        1 => ", one step passed over".into(),
        more => format!(", {more} steps passed over"),
    };
    format!(
        "knew {} of {n} at step {}: {}{passed}",
        nodes.len(),
        reached.step - 1,
        nodes.join(" ")
    )
}
