//! `orset new`: an empty set.

use decent::Verdict;
use decent::crdt::orset::OrSet;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::New;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    new: New,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state of a set that nobody added to yet. It merges with any other.";
    const EXAMPLES: &'static str = "$ decent orset new
{\"seen\":{},\"elements\":{}}
$ decent orset new | decent orset show | wc -l
0";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.new.run(cx, &OrSet::default())
    }
}
