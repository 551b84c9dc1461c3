//! `register show`: the value of states, or the values.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::register::Register;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Show;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    show: Show,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the value of each input, a line each where several were written without seeing each other. A
register that nobody wrote to prints nothing.";
    const EXAMPLES: &'static str = "$ echo '{\"at\":7,\"replica\":\"bert\",\"value\":\"blue\"}' > b
$ decent register show b
blue  b
$ echo '{\"at\":7.5,\"replica\":\"bert\",\"value\":\"blue\"}' | decent register show
decent register show: -: line 1, column 7: wanted a whole number, found a fraction
  more: decent why not-a-count
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.show.run(cx, &Held::<Register>::default(), false)
    }
}
