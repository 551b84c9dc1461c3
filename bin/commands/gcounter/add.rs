//! `gcounter add`: counts at one's own replica.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::count::Count;
use decent::crdt::gcounter::GCounter;

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
    #[arg(value_name = "N", default_value = "1", value_parser = states::count)]
    n: Count,
    #[command(flatten)]
    counting: Counting,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state in which a replica has counted N more. The file stays as it is; -o may name
it. Numbers are exact at any size, and never negative: see pncounter for those that fall.";
    const EXAMPLES: &'static str = "$ decent gcounter new | decent gcounter add --replica a
{\"a\":1}
$ echo '{\"a\":1}' | decent gcounter add - 18446744073709551615 --replica a
{\"a\":18446744073709551616}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.counting.run::<GCounter>(cx, self.state, self.n.into())
    }
}
