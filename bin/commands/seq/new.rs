//! `seq new`: an empty list.

use decent::Verdict;
use decent::crdt::seq::Seq;

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
        "Prints the state of a list that nobody edited yet. It merges with any other.";
    const EXAMPLES: &'static str = "$ decent seq new
{\"seen\":{},\"items\":[]}
$ decent seq new | decent seq show | wc -c
0";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.new.run(cx, &Seq::default())
    }
}
