//! `phi`: how much a node that fell silent is to be suspected.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, Place, slug};
use decent::suspicion::{Intervals, Model};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

/// The longest line, in bytes.
const LONGEST: usize = 1 << 16;

#[derive(Clone, Copy, clap::ValueEnum)]
enum ModelName {
    /// Spread normally, as Hayashibara's, with an exact tail
    Normal,
    /// Spread normally, with Akka's approximation
    Akka,
    /// Spread exponentially, as Cassandra's
    Exponential,
}

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How long the node has been silent by now
    #[arg(long, value_name = "T", value_parser = amount)]
    elapsed: Option<f64>,
    /// Of lines `NODE TIME`: what time it is now; the last time of any node where it isn't given
    #[arg(long, value_name = "T", value_parser = amount, conflicts_with = "elapsed")]
    at: Option<f64>,
    /// Suspected is whoever has more
    #[arg(long, value_name = "PHI", default_value = "8", value_parser = amount)]
    threshold: f64,
    /// How the times between heartbeats are taken to be spread
    #[arg(long, value_name = "MODEL", default_value = "normal")]
    model: ModelName,
    /// How many of the last times count
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    window: u32,
    /// The least deviation, as a part of the mean: heartbeats that were all alike may still be late
    #[arg(long, value_name = "PART", default_value = "0.1", value_parser = amount)]
    min_deviation: f64,
    /// The times between heartbeats, one a line; or heartbeats, `NODE TIME` a line. None, or `-`, is
    /// standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints phi: 1 where such a silence is to be expected once in 10 times, 8 where once in 10^8, going
by the times between heartbeats so far. The model is Hayashibara's, a normal distribution, its tail
calculated exactly (Akka approximates it, and its deviation is at least 0.1 s, ours a tenth of the
mean). Status 1 where phi is over the threshold: the node is suspected.";
    const EXAMPLES: &'static str = "$ printf '1000\\n1020\\n980\\n1000\\n' > intervals
$ decent phi --elapsed 1100 < intervals
0.7995
$ decent phi --elapsed 2000 < intervals
23.1181
[1]
$ printf 'a 0\\nb 0\\na 1\\nb 1\\na 2\\na 3\\n' | decent phi
0.0000  a
23.1181  b
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let mut input = cx.subject("", &self.file)?;
        let mut beats = Beats::new(&self);
        let mut reader = BufReader::new(input.reader());
        let mut number = 0;
        loop {
            let mut line = Vec::new();
            let limited =
                std::io::Read::take(&mut reader, LONGEST as u64).read_until(b'\n', &mut line);
            if limited.map_err(|e| Error::io(slug::UNREADABLE, &e))? == 0 {
                break;
            }
            number += 1;
            beats.line(&line).map_err(|e| e.at(Place::Line(number)))?;
        }
        drop(reader);
        if beats.nodes.is_empty() {
            return Err(Error::new(slug::NOT_AN_INTERVAL, "at least one line", "none").into());
        }
        if !beats.named && self.elapsed.is_none() {
            return Err(Fail::usage("give --elapsed: how long it has been silent"));
        }
        let now = self.at.unwrap_or(beats.latest);
        for node in &beats.nodes {
            self.judge(cx, node, now)?;
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn judge(&self, cx: &mut Cx, node: &Node, now: f64) -> Result<(), Fail> {
        let elapsed = self.elapsed.unwrap_or(now - node.last);
        if elapsed < 0.0 {
            let wanted = format!("a time not before {}", node.last);
            let error = Error::new(slug::OUT_OF_RANGE, wanted, now.to_string());
            return Err(Fail::from(error).named("--at"));
        }
        let model = match self.model {
            ModelName::Normal => Model::Normal,
            ModelName::Akka => Model::Akka,
            ModelName::Exponential => Model::Exponential,
        };
        let Some(phi) = node.intervals.phi(elapsed, model) else {
            let name = node.name.as_deref().unwrap_or("-").to_owned();
            let why = "times between heartbeats that are not all 0, or none";
            let found = format!("{} of them", node.intervals.len());
            let error = Error::new(slug::NOT_AN_INTERVAL, why, found);
            return cx.complain(Fail {
                role: Some(crate::input::Role::Anchor),
                ..Fail::from(error).named(name)
            });
        };
        let watch = cx.watch(None);
        let (mean, deviation) = (node.intervals.mean(), node.intervals.deviation());
        let why = "how long the next heartbeat may take, going by the last ones";
        let step = Step::new("intervals", why).value("deviation", deviation);
        let step = step
            .value("count", node.intervals.len())
            .value("mean", format!("{mean:.6}"));
        let all = node.name.is_none() && node.intervals.len() < self.window as usize;
        watch.step(&if all {
            step.check("awk 'NF {s += $1; n++} END {printf \"%.6f\\n\", s / n}' FILE")
        } else {
            step
        });
        let step = Step::new("phi", "-log10 of the chance that it comes later than now");
        watch.step(
            &step
                .value("elapsed", elapsed)
                .value("phi", format!("{phi:.4}")),
        );
        drop(watch);
        let verdict = if phi > self.threshold {
            Verdict::No(format!("phi is over {}", self.threshold).into())
        } else {
            Verdict::Yes
        };
        let record = Record::value("phi", format!("{phi:.4}"))
            .field("suspected", phi > self.threshold)
            .field("elapsed", elapsed)
            .field("mean", mean)
            .field("deviation", deviation);
        cx.emit(&match &node.name {
            Some(name) => record.name(name.as_bytes()).field("node", &**name),
            None => record,
        })?;
        cx.fold(verdict);
        Ok(())
    }
}

/// One node, or the only one.
struct Node {
    name: Option<String>,
    last: f64,
    intervals: Intervals,
}

/// All that was read.
struct Beats {
    nodes: Vec<Node>,
    places: std::collections::HashMap<String, usize>,
    /// Lines are `NODE TIME`.
    named: bool,
    latest: f64,
    window: usize,
    least: f64,
}

impl Beats {
    fn new(args: &Args) -> Self {
        Self {
            nodes: Vec::new(),
            places: std::collections::HashMap::new(),
            named: false,
            latest: f64::NEG_INFINITY,
            window: args.window as usize,
            least: args.min_deviation,
        }
    }

    fn line(&mut self, line: &[u8]) -> decent::Result<()> {
        let text = String::from_utf8_lossy(line);
        let words: Vec<_> = text.split_whitespace().collect();
        let wrong = |wanted: &'static str, found: &str| {
            let found: String = found.chars().take(40).collect();
            Error::new(slug::NOT_AN_INTERVAL, wanted, format!("{found:?}"))
        };
        let number =
            |word: &str| amount(word).map_err(|_| wrong("a number that is not negative", word));
        match words.as_slice() {
            [] => Ok(()),
            _ if line.len() >= LONGEST => Err(wrong("a shorter line", &text)),
            [interval] if !self.named => {
                let interval = number(interval)?;
                if self.nodes.is_empty() {
                    self.add(None, 0.0);
                }
                self.nodes[0].intervals.add(interval);
                Ok(())
            }
            [name, time] if self.named || self.nodes.is_empty() => {
                self.named = true;
                let time = number(time)?;
                self.latest = self.latest.max(time);
                let Some(place) = self.places.get(*name) else {
                    self.places.insert((*name).to_owned(), self.nodes.len());
                    self.add(Some((*name).to_owned()), time);
                    return Ok(());
                };
                let node = &mut self.nodes[*place];
                if time < node.last {
                    return Err(wrong(
                        "a time not before the last one of the node",
                        words[1],
                    ));
                }
                node.intervals.add(time - node.last);
                node.last = time;
                Ok(())
            }
            _ if self.named => Err(wrong("NODE TIME, as before", text.trim())),
            _ if self.nodes.is_empty() => Err(wrong("a number, or NODE TIME", text.trim())),
            _ => Err(wrong("one number, as before", text.trim())),
        }
    }

    fn add(&mut self, name: Option<String>, last: f64) {
        let intervals = Intervals::new(self.window, self.least);
        self.nodes.push(Node {
            name,
            last,
            intervals,
        });
    }
}

/// A number that is finite and not negative.
fn amount(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok();
    let number = number.filter(|number| number.is_finite() && !number.is_sign_negative());
    number.ok_or_else(|| format!("{text:?} is no number from 0 up"))
}
