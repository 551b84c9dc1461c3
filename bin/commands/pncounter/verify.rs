//! `pncounter verify`: whether a merge keeps the laws.

use decent::Verdict;
use decent::crdt::pncounter::PnCounter;

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
with the smallest states that break it, and the status is 1. A program that fails is status 2.";
    const EXAMPLES: &'static str = "$ decent pncounter verify --laws
commutative: OK
associative: OK
idempotent: OK
lossless: OK
$ decent pncounter verify --laws --exec 'decent pncounter merge' --count 3 | sort -u | wc -l
4";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.verify.run(cx, &self.memory.streamed::<PnCounter>())
    }
}
