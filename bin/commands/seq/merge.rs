//! `seq merge`: many states become one.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::seq::Seq;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Merge;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    merge: Merge,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state with the items of all, in one order, without those that somebody deleted: the same
bytes for every order and grouping of the same states. An input may hold one state or many, in an
array, as JSON Lines, or a log of operations as edit --log prints them, each done once. With -o or
--json a report says which shapes were seen.";
    const EXAMPLES: &'static str =
        "$ decent seq new | decent seq edit --replica a --at 0 --insert ab --log > log
$ head -n 1 log | decent seq merge
{\"seen\":{\"a\":1},\"items\":[{\"replica\":\"a\",\"seq\":1,\"value\":\"a\"}]}
$ cat log log | decent seq merge | decent seq show --lines --no-names
a
b
$ tail -n 1 log | decent seq merge
{\"seen\":{},\"items\":[]}
decent seq merge: -: replica \"a\": wanted operation 1, found 2 next
  more: decent why operation-gap
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.merge.run(cx, &Held::<Seq>::default())
    }
}
