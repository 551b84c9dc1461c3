//! `add` of the counters: both raise one count of one replica, which is a state of its own, and
//! merging it in does the rest.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::count::Count;
use decent::crdt::engine::Counter;
use decent::crdt::halves::{Change, Half};
use decent::crdt::merge::{Seen, fold, merge};
use decent::source::Source;
use decent::watch::{Deaf, Step, Watch};

use crate::args::Create;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::replicated::made;
use crate::states::{self, Memory};

#[derive(clap::Args)]
pub(crate) struct Counting {
    /// The replica that counts: one's own, for nobody else may raise it
    #[arg(long, value_name = "ID", value_parser = states::replica)]
    replica: String,
    #[command(flatten)]
    memory: Memory,
    #[command(flatten)]
    create: Create,
}

impl Counting {
    /// Prints the state after `change`.
    pub(crate) fn run<S: Counter>(
        self,
        cx: &mut Cx,
        state: Option<PathBuf>,
        change: Change,
    ) -> Result<Verdict, Fail> {
        let how = self.memory.streamed::<S>().how();
        let mut states = states::open(cx, state.into_iter().collect())?;
        let watch = cx.watch(None);
        let own = S::HALVES.joined(&change, &self.replica);
        let mut before = Count::ZERO;
        let told = fold(&states.sources, how, &watch, &mut |entry| {
            match entry {
                Some((id, count)) if id == own => before.clone_from(count),
                Some(_) => {}
                None => before = Count::ZERO,
            }
            Ok(())
        })
        .map_err(|failed| states.blame(failed))?;
        let half = S::HALVES.first().map(|_| change.half());
        let plain = told.inputs.iter().all(Seen::plain);
        let after = before.plus(&change.size);
        tell(
            &watch,
            (half, &self.replica),
            [&before, &change.size, &after],
            plain,
        );
        drop(watch);
        states.tell(cx, &told, false)?;
        let raised = Change {
            falls: change.falls,
            size: after,
        };
        let raised = S::of(&raised, self.replica).to_string();
        states.sources.push(Source::from_bytes(raised.into_bytes()));
        let (_, made) = made(cx, &self.create, &states, |sink| {
            merge(&states.sources, how, &Deaf, sink)
        })?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}

/// Tells the count before and after, and how jq reads it in a state that is plain.
fn tell(
    watch: &dyn Watch,
    (half, replica): (Option<Half>, &str),
    [before, size, after]: [&Count; 3],
    plain: bool,
) {
    let (key, what, why) = match half {
        None => (
            "",
            "what the replica has counted so far, if anything",
            "each replica raises only its own count, so no two ever write the same one",
        ),
        Some(Half::Added) => (
            "p",
            "what the replica has added so far, if anything",
            "each replica raises only its own counts, so no two ever write the same one",
        ),
        Some(Half::Taken) => (
            "n",
            "what the replica has taken away so far, if anything",
            "what is taken away is counted for itself and only grows: no count ever falls",
        ),
    };
    let mut step = Step::new("before", what).value("before", before);
    // jq rounds past 2^53.
    let exact = matches!(before.small(), Some(..=0x1f_ffff_ffff_ffff));
    let tame = replica.bytes().all(|b| b.is_ascii_alphanumeric());
    if exact && tame && plain {
        step = step.check(match half {
            None => format!("jq '.\"{replica}\" // 0' FILE"),
            Some(_) => format!("jq '.{key}.\"{replica}\" // 0' FILE"),
        });
    }
    watch.step(&step);
    let step = Step::new("add", why).value("added", size);
    watch.step(&step.value("after", after));
}
