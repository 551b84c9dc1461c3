//! `block mine`: the nonce that makes a header good.

use std::path::PathBuf;

use clap::ValueEnum;
use decent::Verdict;
use decent::block::header::{BYTES, Header, from_shown, shown};
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::pow::roll::{Coinbase, Roll, Turn};
use decent::pow::search::Solution;
use decent::pow::{Goal, narrate};
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::puzzles::{SearchArgs, compact_target, exhausted};
use crate::report::Record;

/// Headers of one run, at most a megabyte of them.
const LARGEST: u64 = 1 << 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// The 16 free bits of the version (BIP 320)
    Version,
    /// The time, later by up to --seconds
    Time,
    /// Four bytes in the coinbase transaction
    Extranonce,
}

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The header, 160 hex digits, or a file of them or of 80 bytes each; none, or `-`, is standard input
    #[arg(value_name = "HEADER")]
    header: Option<PathBuf>,
    /// Take the place of `bitcoin-util grind`: print the header alone, and say what it says
    #[arg(long, conflicts_with_all = ["roll", "checkpoint"])]
    compat_grind: bool,
    /// What to roll when the nonces run out: version, time, extranonce
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    roll: Vec<What>,
    /// By how many seconds the time may grow
    #[arg(long, value_name = "N", default_value = "7200")]
    seconds: u32,
    /// The coinbase transaction without its witness, for the extra nonce
    #[arg(long, value_name = "HEX", required_if_eq("roll", "extranonce"))]
    coinbase: Option<String>,
    /// The byte of the coinbase at which four bytes are free
    #[arg(long, value_name = "BYTE", requires = "coinbase", default_value = "42")]
    extranonce_at: usize,
    /// The hashes beside the way from the coinbase to the root, as they are shown, from the leaf up
    #[arg(long, value_name = "HEX", requires = "coinbase", value_delimiter = ',')]
    branch: Vec<String>,
    #[command(flatten)]
    search: SearchArgs,
}

impl Tool for Args {
    const ABOUT: &'static str = "Looks for the lowest nonce that brings the hash of a header to the target in its bits, and prints
the header with it. When all 2^32 nonces are tried the status is 1, unless --roll says what else may
change: sixteen versions at a time, then the time, then an extra nonce in the coinbase.

With --start, --count or --shard the nonces of each version are meant.";
    const EXAMPLES: &'static str =
        "$ root=3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a
$ header=01000000$(printf %064d 0)${root}29ab5f49ffff001d
$ decent block mine ${header}00000000 --start 2083236000 | cut -c153-
1dac2b7c
$ decent block mine ${header}00000000 --count 1000
decent block mine: all 1000 nonces from 0 to 999 were tried, and none solves the puzzle
  hint: decent block mine --roll version,time
  more: decent why exhausted
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let headers = match self.headers(cx) {
            Err(fail) if self.compat_grind && fail.error.slug == slug::HEADER => {
                return Err(Fail::usage("Could not decode block header"));
            }
            headers => headers?,
        };
        for header in headers {
            self.mine(cx, &header)?;
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// The headers of the line, or of a file: lines of hex digits, or 80 bytes each.
    fn headers(&self, cx: &mut Cx) -> Result<Vec<Header>, Fail> {
        let path = self.header.clone().unwrap_or_else(|| PathBuf::from("-"));
        if let Some(text) = path.to_str().filter(|text| text.len() == 2 * BYTES)
            && let Ok(header) = Header::from_hex(text)
        {
            return Ok(vec![header]);
        }
        let bytes = cx.subject("", &path)?.read_all(LARGEST)?;
        let text = std::str::from_utf8(&bytes)
            .ok()
            .filter(|text| !text.contains('\0'));
        let headers = match text {
            Some(text) if !text.trim().is_empty() => {
                text.split_whitespace().map(Header::from_hex).collect()
            }
            _ if bytes.is_empty() => Header::from_slice(&[]).map(|header| vec![header]),
            _ => bytes.chunks(BYTES).map(Header::from_slice).collect(),
        };
        headers.map_err(|error: Error| Fail {
            role: Some(crate::input::Role::Subject),
            ..error.into()
        })
    }

    fn rolled(&self, header: &Header) -> Result<Roll, Fail> {
        let has = |what| self.roll.contains(&what);
        let coinbase = match self.coinbase.as_ref().filter(|_| has(What::Extranonce)) {
            Some(text) => {
                let bytes = hex::decode(text).map_err(|e| e.of("--coinbase"))?;
                let branch = self.branch.iter().map(|hash| from_shown(hash));
                let branch = branch.collect::<decent::Result<_>>();
                let branch = branch.map_err(|e| e.of("--branch"))?;
                Some(
                    Coinbase::new(bytes, self.extranonce_at, branch)
                        .map_err(|e| e.of("--extranonce-at"))?,
                )
            }
            None if has(What::Extranonce) => {
                return Err(Fail::usage("--roll extranonce wants --coinbase"));
            }
            None => None,
        };
        Ok(Roll {
            header: header.0,
            version: has(What::Version),
            seconds: if has(What::Time) { self.seconds } else { 0 },
            coinbase,
        })
    }

    fn mine(&self, cx: &mut Cx, header: &Header) -> Result<(), Fail> {
        let goal = Goal::AtMost(compact_target(header.bits())?);
        let roll = self.rolled(header)?;
        let mut search = self.search.clone();
        if self.compat_grind && search.start == 0 {
            search.start = u64::from(header.fields().nonce);
        }
        // Nonces are counted for each version of a turn.
        let versions = if roll.version { 16 } else { 1 };
        let nonces = search.range(1 << 32)?;
        let range = nonces.start * versions..nonces.end * versions;
        for number in self.first_turn(cx, &roll, goal, &range)?..roll.turns() {
            let turn = roll.turn(number);
            let mut solved = None;
            let job = (&turn.puzzle, goal, search.want(false));
            search.run(cx, job, &range, &mut |_, solution| {
                solved = Some(solution);
                Ok(())
            })?;
            let Some(solution) = solved else {
                // The checkpoint of a turn that is done would be another job's for the next.
                if let Some(path) = search
                    .checkpoint
                    .as_ref()
                    .filter(|_| number + 1 < roll.turns())
                {
                    drop(std::fs::remove_file(path));
                }
                continue;
            };
            let tries = solution.counter - range.start + 1;
            let before = number * u128::from(range.end - range.start);
            return Self::found(
                cx,
                &turn,
                goal,
                &solution,
                before + u128::from(tries),
                &roll,
            );
        }
        if self.compat_grind {
            return Err(Fail {
                role: Some(crate::input::Role::Subject),
                ..Error::new(slug::EXHAUSTED, "", "Could not satisfy difficulty target").into()
            });
        }
        let fail = exhausted(&nonces);
        Err(if self.roll.is_empty() {
            fail.hint("decent block mine --roll version,time")
        } else {
            fail
        })
    }

    /// The turn that a checkpoint is of; the first where there is none.
    fn first_turn(
        &self,
        cx: &mut Cx,
        roll: &Roll,
        goal: Goal,
        range: &std::ops::Range<u64>,
    ) -> Result<u128, Fail> {
        let Some(path) = self.search.checkpoint.as_ref().filter(|path| path.exists()) else {
            return Ok(0);
        };
        let bytes = cx
            .anchor("checkpoint", path)?
            .read_all(decent::pow::checkpoint::LARGEST);
        let bytes = bytes.map_err(|e| e.of("checkpoint"))?;
        let want = self.search.want(false);
        for number in 0..roll.turns() {
            let puzzle = roll.turn(number).puzzle;
            let job = decent::pow::checkpoint::job(&puzzle, goal, range, want);
            let (found, _) =
                decent::pow::checkpoint::decode(&bytes, &puzzle).map_err(|e| e.of("checkpoint"))?;
            if found == job {
                return Ok(number);
            }
            // Extra nonces without end are not looked through for another job's file.
            if number >= 1 << 24 {
                break;
            }
        }
        Ok(0)
    }

    fn found(
        cx: &mut Cx,
        turn: &Turn,
        goal: Goal,
        solution: &Solution,
        tries: u128,
        roll: &Roll,
    ) -> Result<(), Fail> {
        let header = Header::from_slice(&turn.puzzle.message(solution.counter))?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let tries = u64::try_from(tries).unwrap_or(u64::MAX);
            narrate::solved(&turn.puzzle, goal, solution, tries, &watch);
        }
        let fields = header.fields();
        let record = Record::value("header", header.to_hex())
            .field("hash", shown(&header.hash()))
            .field("nonce", fields.nonce)
            .field("version", format!("{:08x}", fields.version))
            .field("time", fields.time)
            .field("bits", format!("{:08x}", fields.bits))
            .field("tries", tries.to_string());
        let coinbase = turn
            .extra
            .and_then(|extra| Some(hex::encode(&roll.coinbase.as_ref()?.with(extra))));
        let record = match &coinbase {
            Some(coinbase) => record.detail("coinbase", coinbase),
            None => record,
        };
        cx.emit(&record)
    }
}
