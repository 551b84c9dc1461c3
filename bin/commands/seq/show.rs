//! `seq show`: the text of states, or their items.

use decent::Verdict;
use decent::crdt::engine::Held;
use decent::crdt::seq::Seq;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Show;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    show: Show,
    /// Print an item a line, as of a list
    #[arg(long)]
    lines: bool,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the text of each input, just as it is, or with --lines an item a line. Of an input with many
states it is their merge. Items whose neighbour is not there yet wait for it.";
    const EXAMPLES: &'static str =
        "$ decent seq new | decent seq edit --replica a --at 0 --insert hello | decent seq show
hello
$ decent seq new | decent seq edit --replica a --at 0 --insert milk --item > list
$ decent seq edit list --replica b --at 1 --insert eggs --item | decent seq show --lines
milk  -
eggs  -";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.show.run(cx, &Held::<Seq>::default(), self.lines)
    }
}
