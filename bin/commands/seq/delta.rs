//! `seq delta`: what one state lacks of another.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::seq::Seq;

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
        "Prints the smallest state that brings OLD to NEW by merging: the items that are new, and those that
were deleted. It is a state like any other, so it may come twice or late. Status 1 where OLD has
something that NEW lacks.";
    const EXAMPLES: &'static str =
        "$ decent seq new | decent seq edit --replica a --at 0 --insert hi > old
$ decent seq edit old --replica b --at 2 --insert ! > new
$ decent seq delta old new
{\"seen\":{\"b\":1},\"items\":[{\"replica\":\"b\",\"seq\":1,\"parent\":[\"a\",2],\"value\":\"!\"}]}
$ decent seq delta old new | decent seq merge old - | diff - new";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.delta.run(cx, &Held::<Seq>::default())
    }
}
