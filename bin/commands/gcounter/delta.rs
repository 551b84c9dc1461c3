//! `gcounter delta`: what one state lacks of another.

use decent::Verdict;
use decent::crdt::gcounter::GCounter;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Delta;
use crate::states::Memory;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    delta: Delta,
    #[command(flatten)]
    memory: Memory,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the smallest state that brings OLD to NEW by merging: the counts that were raised, and
nothing else. It is a state like any other, so it may come twice or late. Status 1 where OLD has
something that NEW lacks, for merging takes nothing away.";
    const EXAMPLES: &'static str =
        "$ echo '{\"a\":5,\"b\":1}' > old && echo '{\"a\":5,\"b\":2,\"c\":1}' > new
$ decent gcounter delta old new
{\"b\":2,\"c\":1}
$ decent gcounter delta old new | decent gcounter merge old - | diff - new";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.delta.run(cx, &self.memory.streamed::<GCounter>())
    }
}
