//! `pow stamp`: makes stamps of hashcash.

use decent::Verdict;
use decent::codec::base64;
use decent::pow::stamp::{Order, Stamp};
use decent::pow::{Goal, Target, narrate};
use decent::watch::Watch;

use crate::args::Time;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::puzzles::{SearchArgs, exhausted};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Zero bits that the SHA-1 of the stamp is to begin with
    #[arg(long, value_name = "N", default_value = "20")]
    bits: u32,
    /// Whom the stamps are for: a stamp for each
    #[arg(value_name = "RESOURCE", required = true)]
    resources: Vec<String>,
    /// When the stamp is made; now unless told otherwise
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    date: Option<Time>,
    /// Digits of the date: 6 (the day), 10 (the minute) or 12 (the second)
    #[arg(long, value_name = "N", default_value = "6", value_parser = ["6", "10", "12"])]
    width: String,
    /// What else is to stand in the stamp
    #[arg(long, value_name = "X", default_value = "")]
    extension: String,
    /// Leave large letters as they are
    #[arg(long)]
    case: bool,
    /// The random part, of which the system else draws it: letters and digits, for tests
    #[arg(long, value_name = "TEXT")]
    random: Option<String>,
    /// Take the solution that is found first, not the lowest
    #[arg(long)]
    any: bool,
    /// Threads; one for each core unless told otherwise
    #[arg(long, value_name = "N")]
    threads: Option<std::num::NonZeroUsize>,
    /// What tries: portable, shani, avx2, avx512vl, avx512x2, avx512 or gpu; the fastest unless told otherwise
    #[arg(long, value_name = "NAME")]
    backend: Option<String>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Makes a stamp of hashcash, version 1: a line that costs 2^N hashes to make for one receiver and
one day, and one hash to check. Debian's hashcash accepts it. Large letters of RESOURCE are made
small, as there, unless --case.";
    const EXAMPLES: &'static str =
        "$ decent pow stamp --bits 12 --date 2026-01-31T12:00:00Z --random example anna@example.org
1:12:260131:anna@example.org::example:[..]
$ decent pow stamp --bits 12 me | decent pow check --bits 12 --resource me --no-names
OK (not checked: database)";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for resource in &self.resources {
            self.make(cx, resource)?;
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn make(&self, cx: &mut Cx, resource: &str) -> Result<(), Fail> {
        let resource = if self.case {
            resource.to_owned()
        } else {
            resource.to_ascii_lowercase()
        };
        let time = match self.date {
            Some(Time(seconds)) => u64::try_from(seconds)
                .map_err(|_| Fail::usage("--date lies before 1970, which a stamp can't say"))?,
            None => Cx::now(),
        };
        let order = Order {
            bits: self.bits,
            time,
            width: self.width.parse().unwrap_or(6),
            resource: &resource,
            extension: &self.extension,
            random: &self.drawn()?,
        };
        let (puzzle, first) = (order.puzzle()?, order.first());
        let target = Target::bits(self.bits, 20).map_err(|e| e.of("--bits"))?;
        let search = SearchArgs {
            start: first,
            count: None,
            shard: None,
            shards: None,
            any: self.any,
            threads: self.threads,
            backend: self.backend.clone(),
            checkpoint: None,
        };
        let (goal, range) = (Goal::AtMost(target), first..u64::MAX);
        let mut solved = None;
        search.run(
            cx,
            (&puzzle, goal, search.want(false)),
            &range,
            &mut |_, solution| {
                solved = Some(solution);
                Ok(())
            },
        )?;
        let Some(solution) = solved else {
            return Err(exhausted(&range));
        };
        let tries = solution.counter - first + 1;
        let watch = cx.watch(None);
        if watch.narrates() {
            narrate::solved(&puzzle, goal, &solution, tries, &watch);
        }
        let stamp = puzzle.message(solution.counter);
        let stamp = String::from_utf8_lossy(&stamp);
        let digest = Stamp::parse(&stamp)?.digest();
        let record = Record::value("stamp", &stamp)
            .field("digest", decent::codec::hex::encode(&digest))
            .field("bits", digest.zero_bits())
            .field("tries", tries.to_string())
            .field("expected_tries", format!("{:.0}", target.expected_tries()));
        cx.emit(&record)
    }

    /// Eighty random letters, or those that were given.
    fn drawn(&self) -> Result<String, Fail> {
        let Some(text) = &self.random else {
            let mut bytes = [0; 60];
            Cx::random(&mut bytes)?;
            return Ok(base64::encode(&bytes));
        };
        let tame = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
        if text.bytes().all(tame) {
            return Ok(text.clone());
        }
        Err(Fail::usage("--random takes letters, digits, +, / and ="))
    }
}
