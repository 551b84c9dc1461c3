//! `orset add`: puts an element in.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::orset::OrSet;
use decent::watch::Step;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Change;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The state; `-` is standard input
    #[arg(value_name = "STATE")]
    state: PathBuf,
    /// The element
    #[arg(value_name = "ELEMENT", allow_hyphen_values = true)]
    element: String,
    #[command(flatten)]
    change: Change,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state with an element in it. Adding is an event of its own: a removal elsewhere that did
not see it takes nothing of it away.";
    const EXAMPLES: &'static str = "$ decent orset new | decent orset add - milk --replica anna > a
$ cat a
{\"seen\":{\"anna\":1},\"elements\":{\"milk\":[[\"anna\",1]]}}
$ decent orset remove a milk --replica bert > b
$ decent orset add a milk --replica anna | decent orset merge - b | decent orset show --no-names
milk";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.change
            .run::<OrSet>(cx, Some(self.state), |state, replica| {
                let dot = state.add(replica, &self.element)?;
                let why =
                    "an event of the replica's own puts it in, in place of those that did before";
                let step = Step::new("add", why).value("replica", &dot.replica);
                Ok(step.value("event", dot.seq))
            })
    }
}
