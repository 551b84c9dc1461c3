//! `seq verify`: whether a merge keeps the laws.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::seq::Seq;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::laws::Verify;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    verify: Verify,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Checks the laws of a merge on the given states, or on made-up ones. A law that is broken is shown
with the smallest states that break it, and the status is 1. A program that fails is status 2.";
    const EXAMPLES: &'static str = "$ decent seq verify --laws --count 1000
commutative: OK
associative: OK
idempotent: OK
lossless: OK
$ decent seq new > a && decent seq edit a --replica r --at 0 --insert x > b
$ decent seq verify --laws --exec 'cat $1 #' a b | cut -d' ' -f1,2 | head -n 1
commutative: FAILED
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.verify.run(cx, &Held::<Seq>::default())
    }
}
