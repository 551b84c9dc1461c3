//! `pncounter add`: counts up or down at one's own replica.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::pncounter::PnCounter;
use num_bigint::BigInt;

use crate::commands::Tool;
use crate::counted::Counting;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::states;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The state; `-`, or none, is standard input
    #[arg(value_name = "STATE")]
    state: Option<PathBuf>,
    /// How much to add
    #[arg(value_name = "N", value_parser = states::whole, conflicts_with = "by")]
    n: Option<BigInt>,
    /// How much to add; less than nothing as --by=-N
    #[arg(long, value_name = "N", value_parser = states::whole, allow_hyphen_values = true)]
    by: Option<BigInt>,
    #[command(flatten)]
    counting: Counting,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state in which a replica has counted N more, or 1. What is added and what is taken away
are two counters that only grow: so a state that comes late, or twice, does no harm.";
    const EXAMPLES: &'static str =
        "$ decent pncounter new | decent pncounter add --replica a - 5 > a
$ decent pncounter add a --replica b --by=-7
{\"p\":{\"a\":5},\"n\":{\"b\":7}}
$ decent pncounter add a --replica b --by=-7 | decent pncounter show --no-names
-2";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let n = self.n.or(self.by).unwrap_or_else(|| 1.into());
        self.counting.run::<PnCounter>(cx, self.state, n.into())
    }
}
