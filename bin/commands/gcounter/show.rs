//! `gcounter show`: the value of states.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::count::Sum;
use decent::crdt::merge::fold;
use decent::crdt::narrate;
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::states::{self, Memory};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The states; none, or `-`, is standard input
    #[arg(value_name = "STATE")]
    states: Vec<PathBuf>,
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
        for path in Cx::files(self.states) {
            if let Err(fail) = show(cx, path, self.memory) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn show(cx: &mut Cx, path: PathBuf, memory: Memory) -> Result<(), Fail> {
    let states = states::open(cx, vec![path])?;
    let watch = cx.watch(None);
    let (mut sum, mut replicas) = (Sum::default(), 0u64);
    let told = fold(&states.sources[0], memory.room(), &watch, &mut |entry| {
        if let Some((_, count)) = entry {
            sum.add(count);
            replicas += 1;
        } else {
            (sum, replicas) = (Sum::default(), 0);
        }
        Ok(())
    })
    .map_err(|failed| states.blame(failed))?;
    let value = sum.total();
    if watch.narrates() {
        let again = narrate::merge(&states.sources, memory.room(), &watch);
        let again = again.map_err(|failed| states.blame(failed))?;
        assert_eq!(again.value(), value, "the narration must equal the result");
    }
    drop(watch);
    let shapes = told.inputs.iter().flat_map(|seen| &seen.shapes);
    let shapes: Vec<_> = shapes.map(|shape| shape.name()).collect();
    let record = Record::value("value", value).name(states.name(0));
    let record = record
        .field("replicas", replicas.to_string())
        .field("shapes", shapes);
    cx.emit(&record)?;
    states.tell(cx, &told, false)
}
