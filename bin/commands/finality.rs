//! `finality`: how likely a block is undone, how likely a committee is taken over.

#![allow(clippy::cast_sign_loss, reason = "columns of a plot are not negative")]

use std::fmt::Write as _;

use decent::Verdict;
use decent::error::{Error, slug};
use decent::finality::Odds;
use decent::finality::committee;
use decent::finality::race::{self, Model};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

/// Digits that are printed.
const DIGITS: usize = 10;
/// Columns of a plot.
const COLUMNS: usize = 60;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How a double spend is counted
    #[arg(long, value_name = "MODEL", default_value = "rosenfeld", value_parser = Model::NAMES.map(|(name, _)| name))]
    model: String,
    /// The attacker's share of the power, from 0 to 1
    #[arg(long, value_name = "Q")]
    attacker: f64,
    /// Blocks on top, that of the payment counted
    #[arg(long, value_name = "Z", conflicts_with_all = ["risk", "committee"])]
    confirmations: Option<u64>,
    /// The fewest confirmations, or the smallest committee, whose chance is below P
    #[arg(long, value_name = "P")]
    risk: Option<f64>,
    /// Seats of a committee: the chance that more than floor((N-1)/3) are the attacker's
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "0")]
    committee: Option<u64>,
    /// The seats are drawn from so many, none twice (exact; without it, from very many)
    #[arg(long, value_name = "P", requires = "committee")]
    population: Option<u64>,
    /// The chance that any of so many shards, each a committee, is taken over (at most their sum)
    #[arg(long, value_name = "S", requires = "committee")]
    shards: Option<u64>,
    /// A line for each number up to the one that is asked for
    #[arg(long)]
    table: bool,
    /// The same as a plot, a column a power of ten
    #[arg(long)]
    plot: bool,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the chance that an attacker with the share Q of the power undoes a payment with Z
confirmations, as Nakamoto (2008, section 11) estimates it or as Rosenfeld (2012) counts it. With
--risk it prints how many confirmations bring it below P. With half of the power it is certain.
Of a committee it is the chance that the attacker holds more than floor((N-1)/3) of N seats:
ByzCoin's windows of miners, OmniLedger's shards. All tails are sums that don't cancel, exact at
1e-400 as at 0.1.";
    const EXAMPLES: &'static str =
        "$ decent finality --model nakamoto --attacker 0.1 --confirmations 6 --no-names
0.0002428027454
$ decent finality --model nakamoto --attacker 0.1 --risk 0.001 --no-names
5
$ decent finality --attacker 0.3 --confirmations 1000 --no-names
8.461850074e-78
$ decent finality --committee 144 --attacker 0.25 --no-names
0.0153694643";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let share = |name: &'static str, value: f64| {
            if (0.0..=1.0).contains(&value) {
                return Ok(());
            }
            let wanted = "a number from 0 to 1";
            Err(Fail::from(
                Error::new(slug::OUT_OF_RANGE, wanted, value.to_string()).of(name),
            ))
        };
        share("--attacker", self.attacker)?;
        if let Some(risk) = self.risk {
            share("--risk", risk)?;
        }
        match self.committee {
            Some(seats) => self.seats(cx, seats),
            None => self.race(cx),
        }
    }
}

impl Args {
    fn race(&self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let model = Model::named(&self.model).unwrap_or(Model::Rosenfeld);
        let what = format!("{} attacker={}", self.model, self.attacker);
        let z = match (self.confirmations, self.risk) {
            (Some(z), _) if z > race::MOST => {
                let wanted = format!("at most {} confirmations", race::MOST);
                return Err(Error::new(slug::OUT_OF_RANGE, wanted, z.to_string())
                    .of("--confirmations")
                    .into());
            }
            (Some(z), _) => z,
            (None, Some(risk)) => model.confirmations(self.attacker, risk)?,
            (None, None) if self.table || self.plot => 10,
            (None, None) => return Err(Fail::usage("give --confirmations or --risk")),
        };
        let odds = |z| model.double_spend(self.attacker, z);
        if self.table || self.plot {
            return self.lines(cx, "confirmations", 0, z, &odds);
        }
        tell(cx, self.attacker, z, odds(z));
        let record = if let Some(risk) = self.risk {
            Record::value("confirmations", z).name(format!("{what} risk<{risk}").as_bytes())
        } else {
            let value = odds(z).decimal(DIGITS);
            Record::value("probability", value).name(format!("{what} confirmations={z}").as_bytes())
        };
        self.emit(cx, record, odds(z))
    }

    fn seats(&self, cx: &mut Cx, seats: u64) -> Result<Verdict, Fail> {
        let most = self.population.unwrap_or(committee::MOST);
        let range = |name: &'static str, wanted: String, found: u64| {
            Fail::from(Error::new(slug::OUT_OF_RANGE, wanted, found.to_string()).of(name))
        };
        if most == 0 || most > 1 << 40 {
            return Err(range("--population", format!("1 to {}", 1u64 << 40), most));
        }
        if seats > most.min(committee::MOST) {
            let wanted = format!("at most {} seats", most.min(committee::MOST));
            return Err(range("--committee", wanted, seats));
        }
        let one = |n| match self.population {
            Some(population) => {
                let marked = committee::marked(population, self.attacker);
                committee::takeover_of(n, population, marked)
            }
            None => committee::takeover(n, self.attacker),
        };
        let odds = |n| match self.shards {
            Some(shards) => committee::any_of(shards, one(n)),
            None => one(n),
        };
        let n = match (seats, self.risk) {
            (0, Some(risk)) => committee::size(risk, most.min(committee::MOST), odds)?,
            (0, None) => {
                return Err(Fail::usage(
                    "give --committee N, or --committee with --risk",
                ));
            }
            (n, None) => n,
            (_, Some(_)) => {
                return Err(Fail::usage("--committee N and --risk ask for two answers"));
            }
        };
        if self.table || self.plot {
            return self.lines(cx, "committee", 1, n, &odds);
        }
        let mut what = format!("attacker={}", self.attacker);
        for (name, value) in [("population", self.population), ("shards", self.shards)] {
            if let Some(value) = value {
                let _ = write!(what, " {name}={value}");
            }
        }
        let record = if let Some(risk) = self.risk {
            Record::value("committee", n).name(format!("committee {what} risk<{risk}").as_bytes())
        } else {
            let value = odds(n).decimal(DIGITS);
            Record::value("probability", value).name(format!("committee={n} {what}").as_bytes())
        };
        let record = record.field("borne", committee::borne(n));
        self.emit(cx, record, odds(n))
    }

    fn emit(&self, cx: &mut Cx, record: Record, odds: Odds) -> Result<Verdict, Fail> {
        let record = record.field("attacker", self.attacker);
        let log = (odds > Odds::ZERO).then(|| odds.log10());
        cx.emit(&record.field("log10", log))?;
        Ok(Verdict::Yes)
    }

    /// A line a number, or a bar.
    fn lines(
        &self,
        cx: &mut Cx,
        what: &'static str,
        first: u64,
        last: u64,
        odds: &dyn Fn(u64) -> Odds,
    ) -> Result<Verdict, Fail> {
        // A plot of thousands would scroll away: it takes steps.
        let step = if self.plot {
            (last - first).div_ceil(40).max(1)
        } else {
            1
        };
        let lowest = -odds(last).log10().max(-1e6);
        for n in (first..=last).step_by(step as usize) {
            let chance = odds(n);
            let record =
                Record::row()
                    .cell(what, n, 6)
                    .cell("probability", chance.decimal(DIGITS), 16);
            let record = record.field("log10", (chance > Odds::ZERO).then(|| chance.log10()));
            cx.emit(&if self.plot {
                let share = (-chance.log10() / lowest.max(1e-9)).clamp(0.0, 1.0);
                let dots = ((1.0 - share) * COLUMNS as f64).round() as usize;
                record.cell("bar", "#".repeat(dots.max(1)), 1)
            } else {
                record
            })?;
        }
        Ok(Verdict::Yes)
    }
}

/// The race, step by step.
fn tell(cx: &Cx, q: f64, z: u64, odds: Odds) {
    let watch = cx.watch(None);
    if !watch.narrates() {
        return;
    }
    let p = 1.0 - q;
    let step = Step::new(
        "race",
        "honest and attacker find the next block with the chances p and q",
    );
    watch.step(&step.value("p", p).value("q", q));
    if q < p {
        let step = Step::new(
            "behind",
            "from z blocks behind, the attacker ever catches up with the chance (q/p)^z",
        );
        watch.step(
            &step
                .value("q/p", q / p)
                .value("(q/p)^z", Odds::new(q / p).power(z).decimal(DIGITS)),
        );
    }
    let step = Step::new(
        "sum",
        "over how many blocks the attacker found while the honest found z: caught up, or still will",
    );
    watch.step(&step.value("z", z).value("chance", odds.decimal(DIGITS)));
}
