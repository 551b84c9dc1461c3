//! `gcounter add`: counts at one's own replica.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::count::Count;
use decent::crdt::gcounter::GCounter;
use decent::crdt::merge::{Seen, fold, merge};
use decent::source::Source;
use decent::watch::{Deaf, Step, Watch};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::made;
use crate::states::{self, Memory};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The state; `-`, or none, is standard input
    #[arg(value_name = "STATE")]
    state: Option<PathBuf>,
    /// How much to add
    #[arg(value_name = "N", default_value = "1", value_parser = states::count)]
    n: Count,
    /// The replica that counts: one's own, for nobody else may raise it
    #[arg(long, value_name = "ID", value_parser = states::replica)]
    replica: String,
    #[command(flatten)]
    memory: Memory,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state in which a replica has counted N more. The file stays as it is; -o may name
it. Numbers are exact at any size, and never negative: see pncounter for those that fall.";
    const EXAMPLES: &'static str = "$ decent gcounter new | decent gcounter add --replica a
{\"a\":1}
$ echo '{\"a\":1}' | decent gcounter add - 18446744073709551615 --replica a
{\"a\":18446744073709551616}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let room = self.memory.room();
        let mut states = states::open(cx, self.state.into_iter().collect())?;
        let watch = cx.watch(None);
        let mut before = Count::ZERO;
        let told = fold(&states.sources, room, &watch, &mut |entry| {
            match entry {
                Some((id, count)) if id == self.replica.as_bytes() => before.clone_from(count),
                Some(_) => {}
                None => before = Count::ZERO,
            }
            Ok(())
        })
        .map_err(|failed| states.blame(failed))?;
        let after = before.plus(&self.n);
        let mut step = Step::new("before", "what the replica has counted so far, if anything");
        step = step.value("before", &before);
        // jq rounds past 2^53.
        let exact = matches!(before.small(), Some(..=0x1f_ffff_ffff_ffff));
        let tame = self.replica.bytes().all(|b| b.is_ascii_alphanumeric());
        if exact && tame && told.inputs.iter().all(Seen::plain) {
            step = step.check(format!("jq '.\"{}\" // 0' FILE", self.replica));
        }
        watch.step(&step);
        let why = "each replica raises only its own count, so no two ever write the same one";
        let step = Step::new("add", why).value("added", &self.n);
        watch.step(&step.value("after", &after));
        drop(watch);
        states.tell(cx, &told, false)?;
        // The raised count is a state of its own, and merging it in does the rest.
        let raised = GCounter::new([(self.replica, after)].into());
        states
            .sources
            .push(Source::from_bytes(raised.to_string().into_bytes()));
        let (_, made) = made(cx, &self.create, &states, |sink| {
            merge(&states.sources, room, &Deaf, sink)
        })?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}
