//! `gcounter show`: the value of states.

use decent::Verdict;
use decent::crdt::gcounter::GCounter;

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
        "Prints the value of each input: the sum of all its replicas' counts, exact at any size. Of an
input with many states it is the value of their merge.";
    const EXAMPLES: &'static str = "$ echo '{\"a\":47,\"b\":1}' > a.json
$ decent gcounter show a.json
48  a.json
$ echo '[9007199254740993,18446744073709551616]' | decent gcounter show --no-names
18455751272964292609
$ echo '{\"a\":1.5}' | decent gcounter show
decent gcounter show: -: line 1, column 6: wanted a natural number, found a fraction
  more: decent why not-a-count
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.show
            .run(cx, &self.memory.streamed::<GCounter>(), false)
    }
}
