//! `orset show`: the elements of states.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::orset::OrSet;

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
        "Prints the elements of each input in the order of their bytes, a line each; one with control
characters as JSON. Of an input with many states it is their merge.";
    const EXAMPLES: &'static str =
        "$ printf 'milk\\tanna\\t1\\neggs\\tbert\\t1\\n' | decent orset show --no-names
eggs
milk
$ echo '{\"seen\":{},\"elements\":{\"x\":[[\"b\",1]]}}' | decent orset show 2>&1 | tail -n 1
  more: decent why not-a-state
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.show.run(cx, &Held::<OrSet>::default(), false)
    }
}
