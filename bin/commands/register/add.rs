//! `register add`: writes a value at one's own replica.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::register::{Register, Write};
use decent::crdt::state::State;
use decent::watch::Step;
use num_bigint::BigInt;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::Change;
use crate::states;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The state; `-` is standard input
    #[arg(value_name = "STATE")]
    state: PathBuf,
    /// The value
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: String,
    /// When it is written: RFC 3339, unix seconds, or any whole number that all replicas agree on
    #[arg(long, value_name = "T", value_parser = states::time, allow_hyphen_values = true)]
    #[arg(required_unless_present = "multi", conflicts_with = "multi")]
    at: Option<BigInt>,
    /// Keep values that were written without seeing each other side by side
    #[arg(long)]
    multi: bool,
    #[command(flatten)]
    change: Change,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state after a write. The last write wins: of two at the same time the greater replica's,
of the same replica the greater value's bytes. A write that comes too late changes nothing. With
--multi a write overwrites just what its replica has seen, and no clock is needed.";
    const EXAMPLES: &'static str =
        "$ decent register new | decent register add - red --replica a --at 2026-01-01T00:00:00Z
{\"at\":1767225600,\"replica\":\"a\",\"value\":\"red\"}
$ decent register new | decent register add - red --replica a --multi > a
$ decent register new | decent register add - blue --replica b --multi > b
$ decent register merge a b | decent register show --no-names
red
blue
$ decent register merge a b | decent register add - green --replica b --multi
{\"values\":[{\"clock\":{\"a\":1,\"b\":2},\"value\":\"green\"}]}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        self.change
            .run::<Register>(cx, Some(self.state), |state, replica| {
                let Some(at) = self.at else {
                    let seen = state.values().len();
                    state.write(replica, &self.value)?;
                    let why =
                        "it stands over all values that its replica has seen, and over no others";
                    return Ok(Step::new("write", why).value("overwritten", seen));
                };
                let written = Write {
                    at,
                    replica: replica.to_owned(),
                    value: self.value,
                };
                let why = "the later write wins, then the greater replica, then the greater bytes";
                let step = Step::new("write", why).value("before", state.to_string().trim_end());
                let step = step.value(
                    "written",
                    Register::Last(written.clone()).to_string().trim_end(),
                );
                state.merge(&Register::Last(written))?;
                Ok(step.value("after", state.to_string().trim_end()))
            })
    }
}
