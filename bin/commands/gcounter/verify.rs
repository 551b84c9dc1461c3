//! `gcounter verify`: whether a merge keeps the laws, ours or the user's own.

use decent::Verdict;
use decent::crdt::gcounter::GCounter;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::laws::Verify;
use crate::states::Memory;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    verify: Verify,
    #[command(flatten)]
    memory: Memory,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Checks the laws of a merge on the given states, or on made-up ones. A law that is broken is shown
with the smallest states that break it, and the status is 1. The lecture's merge by zip keeps the
first three laws; only the fourth finds that it loses counts. A program that fails is status 2.";
    const EXAMPLES: &'static str = "$ decent gcounter verify --laws
commutative: OK
associative: OK
idempotent: OK
lossless: OK
$ decent gcounter verify --laws --exec 'cat $1 #' --count 20
commutative: FAILED (a={} b={\"b\":1}: merge(a,b)={} merge(b,a)={\"b\":1})
associative: OK
idempotent: OK
lossless: FAILED (a={} b={\"b\":1}: merge(a,b)={} with all that a and b have={\"b\":1})
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.verify.run(cx, &self.memory.streamed::<GCounter>())
    }
}
