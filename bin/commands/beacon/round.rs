//! `beacon round`: which round is due when.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::time;
use decent::watch::{Step, Watch as _};

use crate::args::Time;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Whose rounds: a chain that is known by name or hash, or a file with its information
    #[arg(long, value_name = "CHAIN")]
    chain: PathBuf,
    /// The last round that is due at this time, instead of now
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    at: Option<Time>,
    /// When this round is due
    #[arg(long, value_name = "N", conflicts_with = "at")]
    time_of: Option<u64>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the number of the last round that is due, and when it was; or when a round is due. Whoever
asks for a beacon knows by it what the answer must be: a relay that gives an older one is late.
Round 1 is due at the genesis time, and one more with every period.";
    const EXAMPLES: &'static str = r"$ decent beacon round --chain default --at 2020-08-16T21:49:35Z
72785  2020-08-16T21:49:30Z
$ decent beacon round --chain quicknet --time-of 1000000 --no-names
2023-09-27T08:29:24Z
$ decent beacon round --chain default --at 2020-01-01T00:00:00Z 2>&1 | cut -c1-79
decent beacon round: --at: wanted a time from 2020-07-22T15:17:30Z on, when rou
  more: decent why no-such-round
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = cx.chain(&self.chain)?;
        let of = |option: &'static str| move |error| Fail::from(error).named(option);
        let (round, seconds) = if let Some(round) = self.time_of {
            (round, chain.time_of(round).map_err(of("--time-of"))?)
        } else {
            let at = self.at.map_or_else(|| Cx::now().cast_signed(), |at| at.0);
            let round = chain.round_at(at).map_err(of("--at"))?;
            (round, chain.time_of(round).map_err(of("--at"))?)
        };
        let (genesis, period) = (chain.genesis_time, chain.period_seconds);
        let watch = cx.watch(None);
        let why = "round 1 is due at the genesis time, and one more with every period";
        let step = Step::new("clock", why)
            .value("genesis", genesis)
            .value("period", period)
            .value("round", round)
            .value("due", seconds);
        watch.step(&step.check(format!("echo $(( {genesis} + ({round} - 1) * {period} ))")));
        drop(watch);
        let due = time::show(seconds);
        // A number in JSON, as drand writes it and every chain's rounds can be written.
        let record = if self.time_of.is_some() {
            let record = Record::value("time", due).detail("round", round);
            record.field("round", round)
        } else {
            let record = Record::value("round", round).detail("time", due);
            record.field("round", round)
        };
        cx.emit(&record)?;
        Ok(Verdict::Yes)
    }
}
