//! Puzzles as the command line poses them, and how they are searched; shared by all who mine.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use decent::block::target::Target as Compact;
use decent::error::{Error, slug};
use decent::pow::preset::{self, Posed, Preset};
use decent::pow::search::{Ended, Event, Search, Solution, Standing, Want};
use decent::pow::shard::Shard;
use decent::pow::template::Template;
use decent::pow::{Backend, Goal, HashKind, NonceEncoding, Puzzle, Target, checkpoint, fastest};

use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::output::Artefact;
use crate::report::bytes_of;

/// The largest message: it is held in memory.
const LARGEST: u64 = 16 << 20;
/// How often a checkpoint is written.
const KEEP_EVERY: Duration = Duration::from_secs(10);

/// Which puzzle.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct PuzzleArgs {
    /// Zero bits that the digest is to begin with
    #[arg(long, value_name = "N", required_unless_present_any = ["target", "compact", "preset"], conflicts_with_all = ["target", "compact"])]
    bits: Option<u32>,
    /// The digest is to be at most this number of up to 64 hex digits
    #[arg(long, value_name = "HEX", conflicts_with = "compact")]
    target: Option<String>,
    /// The same as Bitcoin's compact bits: 1d00ffff
    #[arg(long, value_name = "HEX")]
    compact: Option<String>,
    /// The hash: sha256 (unless told otherwise), sha256d, sha1, sha512, blake2b, sha3, scrypt or argon2id
    #[arg(long, value_name = "HASH", value_parser = HashKind::NAMES.map(|(name, _)| name), hide_possible_values = true, conflicts_with = "preset")]
    hash: Option<String>,
    /// How the nonce is written: dec (unless told otherwise), hex, le64, be64 or b64
    #[arg(long, value_name = "ENCODING", value_parser = NonceEncoding::NAMES.map(|(name, _)| name), hide_possible_values = true, conflicts_with = "preset")]
    nonce: Option<String>,
    /// The message: a text with {nonce} in it, and {data} where FILE is to stand; else FILE and the nonce
    #[arg(long, value_name = "TEXT", conflicts_with = "preset")]
    template: Option<String>,
    /// FILE is a puzzle of Anubis, ALTCHA or Nostr (NIP-13)
    #[arg(long, value_name = "NAME", value_parser = Preset::NAMES.map(|(name, _)| name), conflicts_with_all = ["target", "compact"])]
    preset: Option<String>,
    /// The data; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// A puzzle that was posed.
pub(crate) struct Question {
    pub(crate) puzzle: Puzzle,
    pub(crate) goal: Goal,
    /// Counters end here.
    pub(crate) end: u64,
    /// The name of what it is about.
    pub(crate) name: Vec<u8>,
    pub(crate) encoding: NonceEncoding,
    pub(crate) posed: Option<Posed>,
    /// The nonce that stands in the answer itself.
    pub(crate) answered: Option<u64>,
}

impl PuzzleArgs {
    /// Reads the data, and poses the puzzle; `judging` one that is answered already.
    pub(crate) fn pose(&self, cx: &mut Cx, judging: bool) -> Result<Question, Fail> {
        if let Some(preset) = &self.preset {
            return self.preset(cx, Preset::named(preset)?, judging);
        }
        let hash = HashKind::named(self.hash.as_deref().unwrap_or("sha256"))?;
        let nonce = NonceEncoding::named(self.nonce.as_deref().unwrap_or("dec"))?;
        let template = match &self.template {
            Some(text) => Template::parse(text).map_err(|e| e.of("--template"))?,
            None => Template::plain(),
        };
        let goal = self.goal(hash)?;
        let (data, name) = if template.takes_data() {
            let path = self.file.clone().unwrap_or_else(|| PathBuf::from("-"));
            let mut input = cx.subject("", &path)?;
            (input.read_all(LARGEST)?, input.name().to_vec())
        } else if self.file.is_some() {
            return Err(Fail::usage(
                "the template has no {data} for FILE to stand in",
            ));
        } else {
            (Vec::new(), b"the template".to_vec())
        };
        if self.template.is_none() && !judging && is_header(&data) {
            let header = "a header of 80 bytes has its nonce inside; --template '{data}{nonce}' takes it for a message";
            return Err(Fail::usage(header).hint("decent block mine FILE"));
        }
        let (prefix, suffix) = template.fill(&data);
        Ok(Question {
            puzzle: Puzzle::Message {
                hash,
                prefix,
                suffix,
                nonce,
            },
            goal,
            end: u64::MAX,
            name,
            encoding: nonce,
            posed: None,
            answered: None,
        })
    }

    fn preset(&self, cx: &mut Cx, preset: Preset, judging: bool) -> Result<Question, Fail> {
        let path = self.file.clone().unwrap_or_else(|| PathBuf::from("-"));
        let mut input = cx.subject("", &path)?;
        let bytes = input.read_all(preset::LARGEST)?;
        let posed = preset.pose(&bytes, self.bits)?;
        let answered = if judging {
            preset::answered(preset, &bytes)?
        } else {
            None
        };
        Ok(Question {
            puzzle: posed.puzzle.clone(),
            goal: posed.goal,
            end: posed.end,
            name: input.name().to_vec(),
            encoding: NonceEncoding::Dec,
            posed: Some(posed),
            answered,
        })
    }

    fn goal(&self, hash: HashKind) -> Result<Goal, Fail> {
        if let Some(target) = &self.target {
            return Ok(Goal::AtMost(
                Target::from_hex(target).map_err(|e| e.of("--target"))?,
            ));
        }
        if let Some(compact) = &self.compact {
            let bits = decent::codec::hex::decode_array(compact).map_err(|e| e.of("--compact"))?;
            return Ok(Goal::AtMost(compact_target(u32::from_be_bytes(bits))?));
        }
        let bits = self.bits.unwrap_or(0);
        let target = Target::bits(bits, hash.digest_bytes()).map_err(|e| e.of("--bits"))?;
        Ok(Goal::AtMost(target))
    }
}

/// Whether data is the header of a block, raw or in hex, rather than a message.
fn is_header(data: &[u8]) -> bool {
    let text = data.trim_ascii_end();
    let hex = text.len() == 160 && text.iter().all(u8::is_ascii_hexdigit);
    hex || data.len() == 80 && std::str::from_utf8(data).map_or(true, |text| text.contains('\0'))
}

/// The target of compact bits, by the rules that block headers keep.
pub(crate) fn compact_target(bits: u32) -> Result<Target, Fail> {
    let target = Compact::from_bits(bits)?;
    Ok(Target::from_be_bytes(target.number().to_be_bytes()))
}

/// How it is searched.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct SearchArgs {
    /// The first nonce
    #[arg(long, value_name = "N", default_value = "0")]
    pub(crate) start: u64,
    /// How many nonces, at most
    #[arg(long, value_name = "N")]
    pub(crate) count: Option<u64>,
    /// The part of the nonces to try: i/n counted from 0, or auto as the batch system says
    #[arg(long, value_name = "I/N")]
    pub(crate) shard: Option<String>,
    /// How many shards there are, where the batch system doesn't say
    #[arg(long, value_name = "N", requires = "shard")]
    pub(crate) shards: Option<u64>,
    /// Take the solution that is found first, not the lowest
    #[arg(long)]
    pub(crate) any: bool,
    /// Threads; one for each core unless told otherwise
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// What tries: portable, shani, avx2, avx512vl, avx512x2, avx512 or gpu; the fastest unless told otherwise
    #[arg(long, value_name = "NAME", value_parser = Backend::NAMES.map(|(name, _)| name), hide_possible_values = true)]
    pub(crate) backend: Option<String>,
    /// Keep in FILE where the search stands, and go on from there
    #[arg(long, value_name = "FILE")]
    pub(crate) checkpoint: Option<PathBuf>,
}

impl SearchArgs {
    /// The counters to try, of those below `end`: what lies beyond is refused, never wrapped.
    pub(crate) fn range(&self, end: u64) -> Result<Range<u64>, Fail> {
        let beyond = |option: &'static str, found: String| {
            let wanted = format!("nonces below {end}");
            Fail::from(Error::new(slug::OUT_OF_RANGE, wanted, found).of(option))
        };
        if self.start >= end {
            return Err(beyond("--start", self.start.to_string()));
        }
        let stop = match self.count {
            Some(count) => self.start.checked_add(count).filter(|stop| *stop <= end),
            None => Some(end),
        };
        let found = || format!("{} from {}", self.count.unwrap_or(0), self.start);
        let range = self.start..stop.ok_or_else(|| beyond("--count", found()))?;
        let shard = match self.shard.as_deref() {
            None => Shard::WHOLE,
            Some("auto") => Shard::of_environment(self.shards, &|name| std::env::var(name).ok())
                .map_err(|e| e.of("--shard"))?,
            Some(text) => Shard::parse(text).map_err(|e| e.of("--shard"))?,
        };
        Ok(shard.of(range))
    }

    /// What tries: as the line says, or `DECENT_CPU`, or what is fastest here.
    pub(crate) fn backend(&self, puzzle: &Puzzle, goal: Goal) -> Result<Backend, Fail> {
        if let Some(name) = &self.backend {
            return Ok(Backend::named(name).map_err(|e| e.of("--backend"))?);
        }
        if let Ok(name) = std::env::var("DECENT_CPU") {
            return Ok(Backend::named(&name).map_err(|e| e.of("DECENT_CPU"))?);
        }
        Ok(match goal {
            Goal::AtMost(target) => fastest(puzzle, target),
            Goal::Equals(_) => Backend::Portable,
        })
    }

    /// How many threads.
    pub(crate) fn threads(&self) -> NonZeroUsize {
        let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.threads.unwrap_or_else(cores)
    }

    /// Which solutions.
    pub(crate) fn want(&self, all: bool) -> Want {
        match (all, self.any) {
            (true, _) => Want::All,
            (_, true) => Want::Any,
            _ => Want::Lowest,
        }
    }

    /// Searches a range. Each solution is given to `found`: where all are wanted as it comes, else
    /// once. Ends with whether there was one.
    pub(crate) fn run(
        &self,
        cx: &mut Cx,
        (puzzle, goal, want): (&Puzzle, Goal, Want),
        range: &Range<u64>,
        found: &mut dyn FnMut(&mut Cx, Solution) -> Result<(), Fail>,
    ) -> Result<bool, Fail> {
        cx.stoppable()?;
        let mut keeper = Keeper::new(self.checkpoint.as_deref(), (puzzle, goal, want), range);
        let mut standing = keeper.resume(cx, (puzzle, goal, want), range)?;
        let backend = self.backend(puzzle, goal)?;
        let watch = cx.hunt(goal.expected_tries());
        let search = Search {
            puzzle,
            goal,
            backend,
            threads: self.threads(),
            want,
            watch: &watch,
        };
        let (mut carried, mut any) = (Carried::default(), false);
        let ended = search.run(&mut standing, &mut |event| {
            carried.pass(match event {
                Event::Solution(solution) => {
                    any = true;
                    found(cx, solution)
                }
                Event::Tick(standing) => keeper.tick(cx, standing),
            })
        });
        drop(watch);
        let ended = carried.end(ended);
        cx.flush()?;
        keeper.put(&standing)?;
        match ended? {
            Ended::Found(solution) => found(cx, solution).map(|()| true),
            Ended::Exhausted => Ok(any),
        }
    }
}

/// The sentence of its own for a search that came to its end.
pub(crate) fn exhausted(range: &Range<u64>) -> Fail {
    let tried = range.end.saturating_sub(range.start);
    let found = match tried {
        0 => "this shard has no nonces: there are fewer than shards".to_owned(),
        _ => format!(
            "all {tried} nonces from {} to {} were tried, and none solves the puzzle",
            range.start,
            range.end - 1
        ),
    };
    Fail {
        role: Some(crate::input::Role::Subject),
        ..Error::new(slug::EXHAUSTED, "", found).into()
    }
}

/// Keeps where a search stands in a file: every ten seconds, and at the end.
struct Keeper<'a> {
    path: Option<&'a Path>,
    job: [u8; 32],
    kept: Instant,
}

impl<'a> Keeper<'a> {
    fn new(
        path: Option<&'a Path>,
        (puzzle, goal, want): (&Puzzle, Goal, Want),
        range: &Range<u64>,
    ) -> Self {
        Self {
            path,
            job: checkpoint::job(puzzle, goal, range, want),
            kept: Instant::now(),
        }
    }

    /// Where the search stands by the file, at its start where there is none.
    fn resume(
        &self,
        cx: &mut Cx,
        (puzzle, goal, want): (&Puzzle, Goal, Want),
        range: &Range<u64>,
    ) -> Result<Standing, Fail> {
        let there = |path: &&Path| path.symlink_metadata().is_ok();
        let Some(path) = self.path.filter(there) else {
            return Ok(Standing::new(range.clone()));
        };
        let bytes = cx.anchor("checkpoint", path)?.read_all(checkpoint::LARGEST);
        let bytes = bytes.map_err(|e| e.of("checkpoint"))?;
        let standing = checkpoint::resume(&bytes, puzzle, goal, range, want);
        let standing = standing.map_err(|e| e.of("checkpoint"))?;
        Ok(standing)
    }

    fn tick(&mut self, cx: &mut Cx, standing: &Standing) -> Result<(), Fail> {
        if self.path.is_none() || self.kept.elapsed() < KEEP_EVERY {
            return Ok(());
        }
        // What the checkpoint takes for told has to be told.
        cx.flush()?;
        self.kept = Instant::now();
        self.put(standing)
    }

    fn put(&self, standing: &Standing) -> Result<(), Fail> {
        let Some(path) = self.path else {
            return Ok(());
        };
        let failed = |e: std::io::Error| Fail::output(&e, bytes_of(path));
        let mut file = Artefact::begin(path)?;
        let text = checkpoint::encode(&self.job, standing);
        std::io::Write::write_all(&mut file, text.as_bytes()).map_err(failed)?;
        file.commit()
    }
}
