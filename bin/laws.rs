//! `verify`: whether a merge keeps the laws, ours or the user's own.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use decent::Verdict;
use decent::crdt::engine::Engine;
use decent::crdt::laws::{Broken, Law, check, triples};
use decent::crdt::state::State;
use decent::error::{Error, slug};
use decent::source::Source;
use decent::watch::{Deaf, Step, Watch};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::states;

#[derive(clap::Args)]
pub(crate) struct Verify {
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
}

impl Verify {
    pub(crate) fn run<E: Engine>(self, cx: &mut Cx, engine: &E) -> Result<Verdict, Fail> {
        let most = self
            .count
            .unwrap_or(if self.exec.is_some() { 100 } else { 10_000 });
        let tuples = if self.states.is_empty() {
            made_up(self.seed, most)
        } else {
            let states = states::open(cx, self.states)?;
            let each = engine.each(&states.sources, &Deaf);
            let (each, _) = each.map_err(|failed| states.blame(failed))?;
            triples(&each, most as usize)
        };
        let program = self.exec.map(Program::new).transpose()?;
        for law in Law::ALL {
            let watch = cx.watch(None);
            tell(&watch, law, tuples.len());
            let mut merge = |a: &E::State, b: &E::State| match &program {
                Some(program) => program.merge(engine, a, b),
                None => a.merged(b),
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

fn tell(watch: &dyn Watch, law: Law, tuples: usize) {
    let why = match law {
        Law::Commutative => "the order in which states arrive must not matter",
        Law::Associative => "nor how they are grouped on the way",
        Law::Idempotent => "nor that one arrives twice",
        Law::Lossless => "and whatever a replica has done stays done",
    };
    watch.step(&Step::new(law.name(), why).value("checked on", tuples));
}

fn line(state: &impl State) -> String {
    state.to_string().trim_end().to_owned()
}

fn words<S: State>(broken: &Broken<S>) -> String {
    let states = ["a", "b", "c"].iter().zip(&broken.states);
    let states: Vec<_> = states
        .map(|(name, state)| format!("{name}={}", line(state)))
        .collect();
    let side = |(words, state): &(&str, S)| format!("{words}={}", line(state));
    format!(
        "{}: {} {}",
        states.join(" "),
        side(&broken.left),
        side(&broken.right)
    )
}

/// States of a few replicas, the same ones for the same seed.
fn made_up<S: State>(seed: u64, n: u32) -> Vec<[S; 3]> {
    // SplitMix64 (Steele, Lea, Flood, 2014): public, and the same everywhere.
    let mut at = seed;
    let mut draw = || {
        at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (at ^ at >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    };
    (0..n).map(|_| S::three(&mut draw)).collect()
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

    fn merge<E: Engine>(&self, engine: &E, a: &E::State, b: &E::State) -> decent::Result<E::State> {
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
        let loaded = engine.load(std::slice::from_ref(&printed), &Deaf);
        let (state, _) = loaded.map_err(|failed| {
            let found = format!("{} ({} and {})", failed.error, line(a), line(b));
            Error::new(slug::MERGE_FAILED, "a state from the merge program", found)
        })?;
        Ok(state)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}
