//! `register new`: a register that nobody wrote to.

use decent::Verdict;
use decent::crdt::register::Register;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::New;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    new: New,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the state of a register that nobody wrote to yet. The first write says of which kind it is.";
    const EXAMPLES: &'static str = "$ decent register new
{}
$ decent register new | decent register add - red --replica a --at 7
{\"at\":7,\"replica\":\"a\",\"value\":\"red\"}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.new.run(cx, &Register::default())
    }
}
