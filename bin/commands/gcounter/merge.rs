//! `gcounter merge`: many states become one.

use decent::Verdict;
use decent::crdt::gcounter::GCounter;

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
        "Prints the state that has the greatest count of each replica, sorted by id: the same bytes for
every order and grouping of the same states. An input may hold one state or many, as an object,
an array, lines of an id, a tab and a count, JSON Lines, what Akka and the crdts crate write, or
a log of operations {\"replica\":\"a\",\"seq\":1,\"add\":5}, each counted once. With -o or --json a
report says which shapes were seen. Sorted inputs are merged in memory that grows with their
number only, unsorted ones go to disk beyond --memory. Nothing is printed unless all are sound.

As git's driver it merges states, and files that are one bare number, to which it adds what both
sides added.";
    const EXAMPLES: &'static str = "$ echo '{\"a\":5,\"b\":1}' > a.json && echo '[1,2]' > b.json
$ printf 'b\\t7\\n' | decent gcounter merge a.json b.json -
{\"0\":1,\"1\":2,\"a\":5,\"b\":7}
$ echo '{\"b\":3,\"a\":4}' | decent gcounter merge --stable a.json -
{\"a\":4,\"b\":1}
$ decent gcounter merge a.json b.json -o c.json
object         2  sorted  a.json
array          2  sorted  b.json";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.merge.run(cx, &self.memory.streamed::<GCounter>())
    }
}
