//! `orset merge`: many states become one.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::orset::OrSet;

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
        "Prints the state with all elements of which an event is left that nobody has seen and removed: the
same bytes for every order and grouping of the same states. An input may hold one state or many, in
an array, as lines of an element, a replica and an event with tabs between, as JSON Lines, what Akka
and the crdts crate write (its removals that wait as an array), or a log of operations
{\"replica\":\"a\",\"seq\":1,\"add\":\"x\"}, {\"replica\":\"b\",\"seq\":1,\"remove\":\"x\",\"events\":[[\"a\",1]]}.
With -o or --json a report says which shapes were seen.";
    const EXAMPLES: &'static str = "$ echo '{\"seen\":{\"a\":2},\"elements\":{\"x\":[[\"a\",1]],\"y\":[[\"a\",2]]}}' > a
$ echo '{\"clock\":{\"dots\":{\"a\":1,\"b\":1}},\"entries\":{\"z\":{\"dots\":{\"b\":1}}},\"deferred\":{}}' > b
$ decent orset merge a b
{\"seen\":{\"a\":2,\"b\":1},\"elements\":{\"y\":[[\"a\",2]],\"z\":[[\"b\",1]]}}
$ decent orset merge --stable a b
{\"a\":1}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.merge.run(cx, &Held::<OrSet>::default())
    }
}
