//! `verify`: whether a merge keeps the laws, ours or the user's own.

use std::fs::File;
use std::io::{ErrorKind, Read, Seek, Write};
use std::os::fd::AsRawFd;
use std::path::PathBuf;
use std::process::{ChildStdout, Command, Stdio};

use decent::Verdict;
use decent::crdt::engine::Engine;
use decent::crdt::laws::{Broken, Law, check, triples};
use decent::crdt::state::State;
use decent::error::{Error, slug};
use decent::source::Source;
use decent::watch::{Deaf, Step, Watch};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::output;
use crate::report::{Record, bytes_of};
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
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
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
        let program = self.exec.as_deref().map(Program::new).transpose()?;
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

/// The most bytes that a merge program may print of one state.
const MAX_PRINTED: usize = 64 << 20;

/// The user's merge program, and the states that it is given: files without a name, so that nothing
/// is left of them however we end.
struct Program {
    line: String,
    given: [File; 2],
}

fn failed(error: &std::io::Error) -> Error {
    Error::io(slug::MERGE_FAILED, error)
}

impl Program {
    fn new(command: &str) -> Result<Self, Fail> {
        let folder = std::env::temp_dir();
        let file = || {
            let file = output::nameless(&folder);
            file.map_err(|e| Fail::output(&e, bytes_of(&folder)))
        };
        Ok(Self {
            line: format!("{command} \"$@\""),
            given: [file()?, file()?],
        })
    }

    fn merge<E: Engine>(&self, engine: &E, a: &E::State, b: &E::State) -> decent::Result<E::State> {
        let printed = Source::from_bytes(self.printed([a.to_string(), b.to_string()])?);
        let loaded = engine.load(std::slice::from_ref(&printed), &Deaf);
        let (state, _) = loaded.map_err(|failed| {
            let found = format!("{} ({} and {})", failed.error, line(a), line(b));
            Error::new(slug::MERGE_FAILED, "a state from the merge program", found)
        })?;
        Ok(state)
    }

    /// What the program prints of two states.
    fn printed(&self, states: [String; 2]) -> decent::Result<Vec<u8>> {
        let mut command = Command::new("sh");
        command.args(["-c", &self.line, "sh"]);
        for (mut file, state) in self.given.iter().zip(states) {
            let written = file.rewind().and_then(|()| file.set_len(0));
            let written = written.and_then(|()| file.write_all(state.as_bytes()));
            written.map_err(|e| failed(&e))?;
            // Whoever the program calls can open it too, while we are here.
            let (own, file) = (std::process::id(), file.as_raw_fd());
            command.arg(format!("/proc/{own}/fd/{file}"));
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|e| failed(&e))?;
        let taken = child.stdout.take().map_or(Ok(Vec::new()), taken);
        if taken.is_err() {
            // It may have ended by itself, its pipe closed.
            drop(child.kill());
        }
        let status = child.wait().map_err(|e| failed(&e))?;
        let printed = taken?;
        if !status.success() {
            let wanted = "a merge program that ends well";
            return Err(Error::new(slug::MERGE_FAILED, wanted, status.to_string()));
        }
        Ok(printed)
    }
}

/// All that comes, where it is no more than may be, and there is memory for it.
fn taken(mut pipe: ChildStdout) -> decent::Result<Vec<u8>> {
    let (mut all, mut buffer) = (Vec::new(), vec![0; 64 << 10]);
    let wanted = format!("at most {MAX_PRINTED} bytes from the merge program");
    loop {
        let n = match pipe.read(&mut buffer) {
            Ok(0) => return Ok(all),
            Ok(n) => n,
            Err(e) if e.kind() == ErrorKind::Interrupted => continue,
            Err(e) => return Err(failed(&e)),
        };
        if all.len() + n > MAX_PRINTED {
            return Err(Error::new(slug::MERGE_FAILED, wanted, "more"));
        }
        if all.try_reserve(n).is_err() {
            let found = format!("no memory for more than {}", all.len());
            return Err(Error::new(slug::MERGE_FAILED, wanted, found));
        }
        all.extend_from_slice(&buffer[..n]);
    }
}
