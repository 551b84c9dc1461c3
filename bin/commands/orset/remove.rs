//! `orset remove`: takes an element out.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::orset::OrSet;
use decent::error::{Error, slug};
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
        "Prints the state without an element: the events that put it in are taken away, as far as this state
has seen them. What is added elsewhere at the same time stays. Status 1 where it is not in.";
    const EXAMPLES: &'static str = "$ printf 'milk\\tanna\\t1\\neggs\\tanna\\t2\\n' | decent orset remove - milk --replica bert
{\"seen\":{\"anna\":2},\"elements\":{\"eggs\":[[\"anna\",2]]}}
$ decent orset new | decent orset remove - milk --replica bert
decent orset remove: -: wanted \"milk\" in the set, found it is not there
  more: decent why not-an-element
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let missing = |element: &str| {
            let wanted = format!("{element:?} in the set");
            Error::new(slug::NOT_AN_ELEMENT, wanted, "it is not there")
        };
        self.change.run::<OrSet>(cx, Some(self.state), |state, _| {
            if !state.remove(&self.element) {
                return Err(missing(&self.element));
            }
            let why = "the events that put it in are gone, but seen: so they come never again";
            Ok(Step::new("remove", why).value("element", self.element))
        })
    }
}
