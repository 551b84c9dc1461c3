//! `beacon verify`: whether beacons are their chain's, and the randomness that they give.

use std::path::PathBuf;

use decent::Verdict;
use decent::beacon::stream::Objects;
use decent::beacon::verify::{Row, WINDOW};
use decent::beacon::{Beacon, Chain, Verifier};
use decent::codec::hex;
use decent::error::{Error, Place, slug};
use decent::secret::{SecretBytes, random};
use decent::watch::{Step, Watch as _};

use crate::args::Time;
use crate::beacons::{Item, absent, some};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

/// Beacons at once where each is checked alone.
const PIECE: usize = 256;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose beacons: a chain that is known by name or hash, or a file with its information
    #[arg(long, value_name = "CHAIN")]
    chain: PathBuf,
    /// Only the beacon of this round, which must be there
    #[arg(long, value_name = "N")]
    round: Option<u64>,
    /// Each round must follow the one before it, by number and by previous signature
    #[arg(long, conflicts_with = "round")]
    contiguous: bool,
    /// The last round must be at most so many rounds behind the one that is due
    #[arg(long, value_name = "N")]
    behind: Option<u64>,
    /// The time at which it is due, instead of now
    #[arg(
        long,
        value_name = "T",
        requires = "behind",
        allow_hyphen_values = true
    )]
    at: Option<Time>,
    /// A pairing for each beacon, and not two for a whole window of them
    #[arg(long)]
    one_by_one: bool,
    /// Beacons in JSON: one, an array of them, or one a line; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Checks beacons of drand against their chain's key, all five schemes, and prints the randomness of
each, recomputed from its signature. Points must be in their canonical encoding and in their group.
What is bad is named by its round on standard error, and the others are still printed. Many are
checked in one: random 128-bit multiples of up to 65536 signatures are added, and so are those of
their hashes, which then takes two pairings; a false one passes once in 2^128. A window that fails
is halved until each bad round is found.";
    const EXAMPLES: &'static str = r#"$ start=b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486
$ end=d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92
$ echo '{"round":123,"signature":"'$start$end'"}' > beacon
$ cat beacon | decent beacon verify --chain quicknet
fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc
$ sed s/123/124/ beacon | decent beacon verify --chain quicknet 2>&1 | cut -c1-59
decent beacon verify: -: round 124: wanted the signature of
  more: decent why beacon-forged
[1]
$ decent beacon verify --chain quicknet --round 7 beacon
decent beacon verify: beacon: wanted the beacon of round 7, found 1 of other rounds
  more: decent why beacon-late
[1]"#;

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = cx.chain(&self.chain)?;
        let threads = cx.engine()?.threads();
        let path = self.file.clone().unwrap_or_else(|| "-".into());
        let mut input = cx.evidence("beacons", &path)?;
        cx.stoppable()?;
        let watch = cx.watch(input.len());
        let mut reader = input.reader();
        let mut objects = Objects::new(&mut *reader);
        let mut judge = Judge {
            verifier: Verifier {
                chain: &chain,
                threads,
                one_by_one: self.one_by_one,
            },
            args: &self,
            row: Row::default(),
            told: false,
            good: 0,
            others: 0,
            last: 0,
        };
        // One by one nothing is gained by many, and in pieces it is seen how far it is.
        let most = if judge.verifier.batches(WINDOW) {
            WINDOW
        } else {
            PIECE
        };
        let (mut items, mut number, mut taken) = (Vec::new(), 0, 0);
        loop {
            let ended = some(&mut objects, &mut number, most, &mut items);
            let done = items.is_empty();
            if watch.stopped() {
                return Err(Error::new(slug::STOPPED, "", "stopped").into());
            }
            judge.window(cx, std::mem::take(&mut items))?;
            // Whoever feeds a live pipe waits for what came of it.
            cx.flush()?;
            ended.map_err(|error| error.of("beacons"))?;
            watch.advance(objects.taken() - taken);
            taken = objects.taken();
            if done {
                break;
            }
        }
        drop(watch);
        judge.end(number)
    }
}

/// What was found so far.
struct Judge<'a> {
    verifier: Verifier<'a>,
    args: &'a Args,
    row: Row,
    /// Whether one was told with all its values.
    told: bool,
    good: u64,
    /// Beacons that were not asked for.
    others: u64,
    /// The highest good round.
    last: u64,
}

impl Judge<'_> {
    /// Checks some beacons, and tells what came of each in their order.
    fn window(&mut self, cx: &mut Cx, items: Vec<Item>) -> Result<(), Fail> {
        let asked = self.args.round;
        let (mut beacons, mut outcomes) = (Vec::with_capacity(items.len()), Vec::new());
        for item in items {
            match item {
                Ok(beacon) if asked.is_some_and(|round| beacon.round != round) => self.others += 1,
                Ok(beacon) => {
                    let follows = if self.args.contiguous {
                        self.row.follows(&beacon)
                    } else {
                        Ok(())
                    };
                    outcomes.push((Some(beacon.round), follows));
                    beacons.push(beacon);
                }
                Err(error) => outcomes.push((None, Err(error))),
            }
        }
        let seed: SecretBytes<32> = random(&mut Cx::rng()?);
        self.narrate(cx, &beacons);
        let mut judged = self.verifier.window(&beacons, &seed).into_iter();
        let mut beacons = beacons.iter();
        for (round, follows) in outcomes {
            let Some(round) = round else {
                // What is no beacon can't be said to be of a round.
                Self::bad(cx, None, follows.err())?;
                continue;
            };
            let (Some(beacon), Some(outcome)) = (beacons.next(), judged.next()) else {
                break;
            };
            match follows.and(outcome) {
                Ok(randomness) => self.good(cx, beacon, &randomness)?,
                Err(error) => {
                    let error = error.at(Place::Item("round", round));
                    Self::bad(cx, Some(round), Some(error))?;
                }
            }
        }
        Ok(())
    }

    /// Tells of the first beacon all, of a window its size.
    fn narrate(&mut self, cx: &Cx, beacons: &[Beacon]) {
        let watch = cx.watch(None);
        let Some(first) = beacons.first().filter(|_| watch.narrates()) else {
            return;
        };
        if !std::mem::replace(&mut self.told, true) {
            self.verifier.narrate(first, &watch);
        }
        if self.verifier.batches(beacons.len()) {
            let why =
                "random multiples of all signatures are added, and of all hashes: two pairings";
            let step = Step::new("window", why).value("beacons", beacons.len());
            watch.step(&step);
        }
    }

    fn good(&mut self, cx: &mut Cx, beacon: &Beacon, randomness: &[u8; 32]) -> Result<(), Fail> {
        self.good += 1;
        self.last = self.last.max(beacon.round);
        let record = Record::value("randomness", hex::encode(randomness));
        if !cx.json() {
            return cx.emit(&record);
        }
        let record = record
            .field("round", beacon.round)
            .field("signature", hex::encode(&beacon.signature))
            .field("valid", true);
        cx.emit(&record)
    }

    fn bad(cx: &mut Cx, round: Option<u64>, error: Option<Error>) -> Result<(), Fail> {
        let Some(error) = error else { return Ok(()) };
        let error = error.of("beacons");
        if cx.json() {
            let record = Record::value("reason", &error).field("valid", false);
            cx.emit(&match round {
                Some(round) => record.field("round", round),
                None => record,
            })?;
        }
        cx.complain(error.into())
    }

    /// What is missing at the end.
    fn end(self, number: u64) -> Result<Verdict, Fail> {
        let failed = |error: Error| Err(Fail::from(error.of("beacons")));
        if number == 0 {
            return failed(Error::new(slug::BEACON, "a beacon", "none"));
        }
        if let Some(round) = self.args.round
            && self.good == 0
            && self.others == number
        {
            return failed(absent(round, format!("{number} of other rounds")));
        }
        if let Some(behind) = self.args.behind.filter(|_| self.good > 0) {
            let now = self
                .args
                .at
                .map_or_else(|| Cx::now().cast_signed(), |at| at.0);
            let fresh = fresh(self.verifier.chain, self.last, behind, now);
            fresh.map_err(|error| error.of("beacons"))?;
        }
        Ok(match self.good {
            0 => Verdict::Unknown("nothing was checked".into()),
            _ => Verdict::Yes,
        })
    }
}

/// Whether the last round is no more than `behind` before the one that is due.
fn fresh(chain: &Chain, last: u64, behind: u64, now: i64) -> Result<(), Error> {
    let due = chain.round_at(now)?;
    if last.saturating_add(behind) >= due {
        return Ok(());
    }
    let wanted = format!("a round from {} on, for {due} is due", due - behind);
    Err(Error::new(slug::BEACON_LATE, wanted, last.to_string()))
}
