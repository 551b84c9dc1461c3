//! `pncounter merge`: many states become one.

use decent::Verdict;
use decent::crdt::pncounter::PnCounter;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Merge;
use crate::states::Memory;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    merge: Merge,
    #[command(flatten)]
    memory: Memory,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state that has the greatest counts of each replica, those that were added and those that
were taken away: the same bytes for every order and grouping of the same states. An input may hold
one state or many, as {\"p\":{..},\"n\":{..}}, in an array, as lines of an id, what it added and what it
took away with tabs between, as JSON Lines, what Akka and the crdts crate write, or a log of
operations {\"replica\":\"a\",\"seq\":1,\"add\":-5}, each counted once. With -o or --json a report says
which shapes were seen. Sorted inputs are merged in memory that grows with their number only,
unsorted ones go to disk beyond --memory. Nothing is printed unless all are sound.

As git's driver it merges states, and files that are one bare number, to which it does what both
sides did.";
    const EXAMPLES: &'static str =
        "$ echo '{\"p\":{\"a\":5},\"n\":{}}' > a.json && printf 'a\\t4\\t1\\nb\\t0\\t7\\n' > b.tsv
$ decent pncounter merge a.json b.tsv
{\"p\":{\"a\":5,\"b\":0},\"n\":{\"a\":1,\"b\":7}}
$ decent pncounter merge --stable a.json b.tsv
{\"p\":{\"a\":4},\"n\":{}}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.merge.run(cx, &self.memory.streamed::<PnCounter>())
    }
}
