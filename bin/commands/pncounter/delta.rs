//! `pncounter delta`: what one state lacks of another.

use decent::Verdict;
use decent::crdt::pncounter::PnCounter;

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
        "Prints the smallest state that brings OLD to NEW by merging: the counts that were raised. It is a
state like any other, so it may come twice or late. Status 1 where OLD has something that NEW lacks.";
    const EXAMPLES: &'static str = "$ echo '{\"p\":{\"a\":5},\"n\":{\"b\":1}}' > old && decent pncounter add old --replica b --by=-3 > new
$ decent pncounter delta old new
{\"p\":{},\"n\":{\"b\":4}}
$ decent pncounter delta old new | decent pncounter merge old - | diff - new";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.delta.run(cx, &self.memory.streamed::<PnCounter>())
    }
}
