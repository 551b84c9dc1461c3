//! `register merge`: many states become one.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::register::Register;

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
        "Prints the state in which the last write stands, or with multi-value registers all values that
nobody has overwritten: the same bytes for every order and grouping. An input may hold one state or
many, in an array, as lines of a time, a replica and a value with tabs between, as JSON Lines, what
Akka and the crdts crate write, or a log of operations {\"replica\":\"a\",\"seq\":1,\"at\":7,\"value\":\"x\"}
(\"seen\":{..} in place of the time for a multi-value one). With -o or --json a report says which
shapes were seen.";
    const EXAMPLES: &'static str = "$ printf '7\\tanna\\tred\\n7\\tbert\\tblue\\n' | decent register merge
{\"at\":7,\"replica\":\"bert\",\"value\":\"blue\"}
$ echo '{\"vals\":[[{\"dots\":{\"a\":1}},\"x\"],[{\"dots\":{\"b\":1}},\"y\"]]}' | decent register merge
{\"values\":[{\"clock\":{\"a\":1},\"value\":\"x\"},{\"clock\":{\"b\":1},\"value\":\"y\"}]}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.merge.run(cx, &Held::<Register>::default())
    }
}
