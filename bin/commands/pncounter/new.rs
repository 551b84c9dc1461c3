//! `pncounter new`: a counter at nothing.

use decent::Verdict;
use decent::crdt::pncounter::PnCounter;

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
        "Prints the state of a counter that nobody counted with yet. It merges with any other.";
    const EXAMPLES: &'static str = "$ decent pncounter new
{\"p\":{},\"n\":{}}
$ decent pncounter new | decent pncounter show --no-names
0";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.new.run(cx, &PnCounter::default())
    }
}
