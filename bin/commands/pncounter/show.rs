//! `pncounter show`: the value of states.

use decent::Verdict;
use decent::crdt::pncounter::PnCounter;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Show;
use crate::states::Memory;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    show: Show,
    #[command(flatten)]
    memory: Memory,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the value of each input: what was added less what was taken away, exact at any size. Of an
input with many states it is the value of their merge.";
    const EXAMPLES: &'static str =
        "$ echo '{\"p\":{\"a\":18446744073709551616},\"n\":{\"b\":1}}' > a.json
$ decent pncounter show a.json
18446744073709551615  a.json
$ echo '{\"p\":{\"a\":-1},\"n\":{}}' | decent pncounter show
decent pncounter show: -: line 1, column 11: wanted a natural number, found a negative number
  more: decent why not-a-count
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.show
            .run(cx, &self.memory.streamed::<PnCounter>(), false)
    }
}
