//! `orset delta`: what one state lacks of another.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::orset::OrSet;

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
        "Prints the smallest state that brings OLD to NEW by merging: the events that are new, and those that
are gone. It is a state like any other, so it may come twice or late. Status 1 where OLD has
something that NEW lacks.";
    const EXAMPLES: &'static str = "$ printf 'x\\ta\\t1\\ny\\ta\\t2\\n' | decent orset merge > old
$ decent orset remove old x --replica b | decent orset add - z --replica b > new
$ decent orset delta old new
{\"seen\":{\"a\":1,\"b\":1},\"elements\":{\"z\":[[\"b\",1]]}}
$ decent orset delta old new | decent orset merge old - | diff - new";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.delta.run(cx, &Held::<OrSet>::default())
    }
}
