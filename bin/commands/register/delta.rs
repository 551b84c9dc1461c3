//! `register delta`: what one state lacks of another.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::register::Register;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Delta;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    delta: Delta,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the smallest state that brings OLD to NEW by merging: the write, or the values, that OLD does
not have; {} where it has all. Status 1 where OLD has something that NEW lacks.";
    const EXAMPLES: &'static str =
        "$ printf '7\\ta\\tred\\n' > old && printf '8\\ta\\tblue\\n' > new
$ decent register delta old new
{\"at\":8,\"replica\":\"a\",\"value\":\"blue\"}
$ decent register delta new new
{}
$ decent register delta new old 2>&1 | tail -n 1
  more: decent why not-newer
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.delta.run(cx, &Held::<Register>::default())
    }
}
