//! `gcounter verify`: whether a merge keeps the laws, ours or the user's own.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use decent::Verdict;
use decent::crdt::gcounter::GCounter;
use decent::crdt::laws::{Broken, Law, State, check, triples};
use decent::crdt::merge::load;
use decent::error::{Error, slug};
use decent::source::Source;
use decent::watch::{Deaf, Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::states::{self, Memory};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// States to check on, every three of them; none are made up
    #[arg(value_name = "STATE")]
    states: Vec<PathBuf>,
    /// Check that the merge is commutative, associative, idempotent and loses nothing
    #[arg(long, required = true)]
    laws: bool,
    /// A merge program of your own: run by sh with two files behind it, it prints their merge
    #[arg(long, value_name = "CMD")]
    exec: Option<String>,
    /// How many threes of states to check on, at most
    #[arg(long, value_name = "N")]
    count: Option<u32>,
    /// Where the made-up states begin
    #[arg(long, value_name = "N", default_value = "0")]
    seed: u64,
    #[command(flatten)]
    memory: Memory,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Checks the laws of a merge on the given states, or on made-up ones. A law that is broken is shown
with the smallest states that break it, and the status is 1. The lecture's merge by zip keeps the
first three laws; only the fourth finds that it loses counts. A program that fails is status 2.";
    const EXAMPLES: &'static str = "$ decent gcounter verify --laws
commutative: OK
associative: OK
idempotent: OK
lossless: OK
$ decent gcounter verify --laws --exec 'cat $1 #' --count 20
commutative: FAILED (a={} b={\"b\":1}: merge(a,b)={} merge(b,a)={\"b\":1})
associative: OK
idempotent: OK
lossless: FAILED (a={} b={\"b\":1}: merge(a,b)={} with all that a and b have={\"b\":1})
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let most = self
            .count
            .unwrap_or(if self.exec.is_some() { 100 } else { 10_000 });
        let tuples = if self.states.is_empty() {
            made_up(self.seed, most)
        } else {
            let states = states::open(cx, self.states)?;
            let mut loaded = Vec::new();
            for (i, source) in states.sources.iter().enumerate() {
                let state = load(source, self.memory.room(), &Deaf);
                let named = |failed: decent::crdt::merge::Failed| {
                    let input = failed.input.map(|_| i);
                    states.blame(decent::crdt::merge::Failed { input, ..failed })
                };
                loaded.push(state.map_err(named)?.0);
            }
            triples(&loaded, most as usize)
        };
        let program = self.exec.map(Program::new).transpose()?;
        for law in Law::ALL {
            let watch = cx.watch(None);
            tell(&watch, law, &tuples);
            let mut merge = |a: &GCounter, b: &GCounter| match &program {
                Some(program) => program.merge(a, b),
                None => Ok(a.merged(b)),
            };
            let broken = check(law, &tuples, &mut merge, &watch);
            drop(watch);
            let verdict = match broken? {
                None => Verdict::Yes,
                Some(broken) => Verdict::No(words(&broken).into()),
            };
            cx.emit(
                &Record::verdict(&verdict)
                    .name(law.name().as_bytes())
                    .field("law", law.name()),
            )?;
            cx.fold(verdict);
        }
        Ok(Verdict::Yes)
    }
}

fn tell(watch: &dyn Watch, law: Law, tuples: &[[GCounter; 3]]) {
    let why = match law {
        Law::Commutative => "the order in which states arrive must not matter",
        Law::Associative => "nor how they are grouped on the way",
        Law::Idempotent => "nor that one arrives twice",
        Law::Lossless => "and whatever a replica has counted stays counted",
    };
    watch.step(&Step::new(law.name(), why).value("checked on", tuples.len()));
}

fn words(broken: &Broken<GCounter>) -> String {
    let line = |state: &GCounter| state.to_string().trim_end().to_owned();
    let states = ["a", "b", "c"].iter().zip(&broken.states);
    let states: Vec<_> = states
        .map(|(name, state)| format!("{name}={}", line(state)))
        .collect();
    let side = |(words, state): &(&str, GCounter)| format!("{words}={}", line(state));
    format!(
        "{}: {} {}",
        states.join(" "),
        side(&broken.left),
        side(&broken.right)
    )
}

/// States of a few replicas, the same ones for the same seed.
fn made_up(seed: u64, n: u32) -> Vec<[GCounter; 3]> {
    // SplitMix64 (Steele, Lea, Flood, 2014): public, and the same everywhere.
    let mut at = seed;
    let mut draw = || {
        at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (at ^ at >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    };
    (0..n)
        .map(|_| std::array::from_fn(|_| GCounter::random(&mut draw)))
        .collect()
}

/// The user's merge program, and a folder for the states it is given.
struct Program {
    line: String,
    folder: PathBuf,
}

impl Program {
    fn new(command: String) -> Result<Self, Fail> {
        let folder = std::env::temp_dir().join(format!("decent-laws-{}", std::process::id()));
        let failed = |e: std::io::Error| Fail::output(&e, crate::report::bytes_of(&folder));
        std::fs::create_dir(&folder).map_err(failed)?;
        Ok(Self {
            line: format!("{command} \"$@\""),
            folder,
        })
    }

    fn merge(&self, a: &GCounter, b: &GCounter) -> decent::Result<GCounter> {
        let failed = |e: std::io::Error| Error::io(slug::MERGE_FAILED, &e);
        let paths =
            [(a, "a.json"), (b, "b.json")].map(|(state, name)| (state, self.folder.join(name)));
        for (state, path) in &paths {
            std::fs::write(path, state.to_string()).map_err(failed)?;
        }
        let mut command = Command::new("sh");
        command
            .args(["-c", &self.line, "sh"])
            .args(paths.iter().map(|(_, path)| path));
        command.stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = command.output().map_err(failed)?;
        if !output.status.success() {
            let found = output.status.to_string();
            return Err(Error::new(
                slug::MERGE_FAILED,
                "a merge program that ends well",
                found,
            ));
        }
        let printed = Source::from_bytes(output.stdout);
        let room = decent::crdt::spool::Room {
            memory: 64 << 20,
            file: &|| crate::output::nameless(&std::env::temp_dir()),
        };
        let state = load(&printed, room, &Deaf).map_err(|failed| {
            let found = format!(
                "{} ({} and {})",
                failed.error,
                a.to_string().trim_end(),
                b.to_string().trim_end()
            );
            Error::new(slug::MERGE_FAILED, "a state from the merge program", found)
        })?;
        Ok(state.0)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}
