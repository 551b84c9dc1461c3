//! `register verify`: whether a merge keeps the laws.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::register::Register;

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
        "Checks the laws of a merge on the given states, or on made-up ones of both kinds. A law that is
broken is shown with the smallest states that break it, and the status is 1. A program that keeps
its own value at a tie breaks the first.";
    const EXAMPLES: &'static str = "$ decent register verify --laws
commutative: OK
associative: OK
idempotent: OK
lossless: OK
$ printf '7\\ta\\tx\\n' > x && printf '7\\tb\\ty\\n' > y
$ decent register verify --laws --exec 'cat $1 #' x y | cut -d' ' -f1,2
commutative: FAILED
associative: OK
idempotent: OK
lossless: FAILED
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.verify.run(cx, &Held::<Register>::default())
    }
}
