//! `pow bench`: what a difficulty costs on this machine.

use std::num::NonZeroUsize;
use std::thread;
use std::time::Duration;

use decent::Verdict;
use decent::pow::calibrate::{Speed, speeds, together};
use decent::pow::{Backend, HashKind, NonceEncoding, Puzzle, Target};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

/// Difficulties whose cost is told unless others are named.
const BITS: [u32; 7] = [16, 24, 32, 40, 48, 56, 64];
/// How long all measuring takes, by halves.
const BUDGET: Duration = Duration::from_millis(600);
/// Puzzles that are solved at each of these difficulties, to see how many tries they take.
const SOLVED: u32 = 64;
const SOLVED_BITS: [u32; 3] = [4, 8, 12];
const JOULES_PER_KWH: f64 = 3.6e6;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The hash of a message; unless named, SHA-256d of Bitcoin's headers
    #[arg(long, value_name = "HASH", value_parser = HashKind::NAMES.map(|(name, _)| name), hide_possible_values = true)]
    hash: Option<String>,
    /// Zero bits whose cost is told; may stand many times
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=120))]
    bits: Vec<u32>,
    /// Threads that work together; unless named, as many as there are cores
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// What tries, for the costs: unless named, what is the fastest here
    #[arg(long, value_name = "NAME", value_parser = Backend::NAMES.map(|(name, _)| name))]
    backend: Option<String>,
    /// What the machine draws while it works, for the joules
    #[arg(long, value_name = "W", value_parser = positive)]
    watts: Option<f64>,
    /// What a kilowatt-hour costs, for the money
    #[arg(long, value_name = "MONEY", value_parser = positive, requires = "watts")]
    price: Option<f64>,
}

fn positive(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok();
    let number = number.filter(|number| number.is_finite() && *number > 0.0);
    number.ok_or_else(|| format!("{text:?} is no positive number"))
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints three kinds of lines. `speed`: a way to try nonces, hashes a second in one thread, and how
many times the plain crate that is; `all` is the fastest in all threads. `cost`: zero bits, tries in
the mean, seconds by all threads, and with --watts and --price joules and money. `tries`: zero bits,
tries in the mean, and how many it took in the mean of 64 puzzles (4 of scrypt and argon2id).";
    const EXAMPLES: &'static str =
        "$ decent pow bench --hash sha1 --bits 20 --watts 100 --price 0.30 > costs
$ grep -c '^cost' costs
1
$ grep '^tries' costs | tr -s ' '
tries 4 16 17.59
tries 8 256 296.17
tries 12 4096 4935.16";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let puzzle = self.puzzle(0)?;
        let forced = self.backend.as_deref().map(Backend::named).transpose();
        let forced = forced.map_err(|e| e.of("--backend"))?;
        let measured = speeds(&puzzle, BUDGET / 2);
        let plain = measured.iter().find(|speed| speed.backend.is_none());
        let plain = plain.map_or(f64::NAN, |speed| speed.seconds);
        for speed in &measured {
            let name = speed.backend.map_or("crate", Backend::name);
            cx.emit(&line(name, 1.0 / speed.seconds, plain))?;
        }
        let best = measured.iter().filter(|speed| speed.backend.is_some());
        let best = best.min_by(|a: &&Speed, b| a.seconds.total_cmp(&b.seconds));
        let backend = forced.or(best.and_then(|speed| speed.backend));
        let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let threads = self.threads.unwrap_or_else(cores);
        let backend = backend.unwrap_or(Backend::Portable);
        let rate = together(&puzzle, backend, threads.get(), BUDGET / 2)?;
        cx.emit(&line("all", rate, plain))?;
        let bits = if self.bits.is_empty() {
            &BITS[..]
        } else {
            &self.bits
        };
        for bits in bits {
            cx.emit(&self.cost(*bits, rate))?;
        }
        for bits in SOLVED_BITS {
            // What is slow on purpose is solved only where that is easy.
            let Some(taken) = self.taken(bits)? else {
                continue;
            };
            let record = Record::row()
                .cell("what", "tries", 0)
                .cell("bits", bits, 10);
            let record = record.cell("tries", (1_u64 << bits).to_string(), 18);
            cx.emit(&record.cell("taken", hundredths(taken), 16))?;
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// One of many puzzles.
    fn puzzle(&self, number: u32) -> Result<Puzzle, Fail> {
        let Some(hash) = &self.hash else {
            let mut header = [0; 80];
            header[4..8].copy_from_slice(&number.to_le_bytes());
            return Ok(Puzzle::header(header));
        };
        Ok(Puzzle::Message {
            hash: HashKind::named(hash)?,
            prefix: format!("puzzle {number}: ").into_bytes(),
            suffix: Vec::new(),
            nonce: NonceEncoding::Dec,
        })
    }

    fn cost(&self, bits: u32, rate: f64) -> Record {
        let tries = 1_u128 << bits;
        let seconds = tries as f64 / rate;
        let record = Record::row().cell("what", "cost", 0).cell("bits", bits, 11);
        let record = record.cell("tries", tries.to_string(), 18);
        let record = record.cell("seconds", shortened(seconds), 16);
        let Some(watts) = self.watts else {
            return record;
        };
        let joules = seconds * watts;
        let record = record.cell("joules", shortened(joules), 16);
        match self.price {
            Some(price) => record.cell("money", shortened(joules / JOULES_PER_KWH * price), 16),
            None => record,
        }
    }

    /// How many tries the puzzles took in the mean, tried by the plain crate; none where that would
    /// take too long.
    fn taken(&self, bits: u32) -> Result<Option<f64>, Fail> {
        let slow = matches!(self.hash.as_deref(), Some("scrypt" | "argon2id"));
        if slow && bits > 4 {
            return Ok(None);
        }
        let mut tries = 0;
        let puzzles = if slow { 4 } else { SOLVED };
        for number in 0..puzzles {
            let puzzle = self.puzzle(number)?;
            let target = Target::bits(bits, puzzle.hash().digest_bytes())?;
            let solves = |counter: &u64| target.admits(&puzzle.digest(*counter));
            tries += 1 + (0..u64::MAX).find(solves).unwrap_or(0);
        }
        Ok(Some(tries as f64 / f64::from(puzzles)))
    }
}

/// A way, its rate, and how many times the plain crate that is.
fn line(name: &str, rate: f64, plain: f64) -> Record {
    let record = Record::row().cell("what", "speed", 0).cell("by", name, 10);
    let record = record.cell("hashes_per_second", shortened(rate), 18);
    record.cell("times", hundredths(rate * plain), 16)
}

fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// A number to four digits.
fn shortened(number: f64) -> f64 {
    format!("{number:.3e}").parse().unwrap_or(number)
}
