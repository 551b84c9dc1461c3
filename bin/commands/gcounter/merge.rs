//! `gcounter merge`: many states become one.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::crdt::gcounter::three_way;
use decent::crdt::merge::{merge, stable};
use decent::crdt::narrate;
use decent::error::{Error, slug};
use decent::watch::Watch;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::states::{self, Memory};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The states; none, or `-`, is standard input
    #[arg(value_name = "STATE")]
    states: Vec<PathBuf>,
    /// Print what all the states have seen: the smallest count of each replica
    #[arg(long, conflicts_with = "driver")]
    stable: bool,
    /// Work as git's merge driver: the three STATEs are %O %A %B, and the result replaces %A
    #[arg(long)]
    driver: bool,
    #[command(flatten)]
    memory: Memory,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state that has the greatest count of each replica, sorted by id: the same bytes for
every order and grouping of the same states. An input may hold one state or many, as an object,
an array, lines of an id, a tab and a count, JSON Lines, what Akka and the crdts crate write, or
a log of operations {\"replica\":\"a\",\"seq\":1,\"add\":5}, each counted once. With -o or --json a
report says which shapes were seen. Sorted inputs are merged in memory that grows with their
number only, unsorted ones go to disk beyond --memory. Nothing is printed unless all are sound.

As git's driver it merges states, and files that are one bare number, to which it adds what both
sides added.";
    const EXAMPLES: &'static str = "$ echo '{\"a\":5,\"b\":1}' > a.json && echo '[1,2]' > b.json
$ printf 'b\\t7\\n' | decent gcounter merge a.json b.json -
{\"0\":1,\"1\":2,\"a\":5,\"b\":7}
$ echo '{\"b\":3,\"a\":4}' | decent gcounter merge --stable a.json -
{\"a\":4,\"b\":1}
$ decent gcounter merge a.json b.json -o c.json
object         2  sorted    a.json
array          2  sorted    b.json";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let room = self.memory.room();
        if self.driver {
            return drive(cx, self.states, self.memory);
        }
        let states = states::open(cx, self.states)?;
        let watch = cx.watch(Some(
            states.sources.iter().map(decent::source::Source::len).sum(),
        ));
        if watch.narrates() && !self.stable {
            narrate::merge(&states.sources, room, &watch).map_err(|failed| states.blame(failed))?;
        }
        drop(watch);
        let report = cx.json()
            || self
                .create
                .output
                .as_deref()
                .is_some_and(|o| o != Path::new("-"));
        let mut made = cx.create(&self.create, false)?;
        let mut unwritten = None;
        let mut put = |bytes: &[u8]| states::put_into(&mut made, &mut unwritten, bytes);
        let how = if self.stable { stable } else { merge };
        let told = how(&states.sources, room, &decent::watch::Deaf, &mut put);
        if let Some(fail) = unwritten {
            return Err(fail);
        }
        let told = told.map_err(|failed| states.blame(failed))?;
        made.finish()?;
        states.tell(cx, &told, report)?;
        Ok(Verdict::Yes)
    }
}

/// The largest file that is looked at for a bare number.
const BARE: u64 = decent::crdt::count::MAX_DIGITS as u64 + 2;

/// As git calls it: base, ours, theirs; the result takes the place of ours. Status 1 is a conflict.
fn drive(cx: &mut Cx, paths: Vec<PathBuf>, memory: Memory) -> Result<Verdict, Fail> {
    let [base, ours, theirs] = <[PathBuf; 3]>::try_from(paths)
        .map_err(|_| Fail::usage("--driver wants three files: %O %A %B"))?;
    let create = Create {
        output: Some(ours.clone()),
    };
    let mut texts = Vec::new();
    for path in [&base, &ours, &theirs] {
        let mut input = cx.subject("", path)?;
        texts.push(match input.len() {
            Some(BARE..) => None,
            _ => Some(input.read_all(BARE)?),
        });
    }
    if let [Some(base), Some(our_text), Some(their_text)] = texts.as_slice()
        && let Some(sum) = three_way(base, our_text, their_text)
    {
        let judged = |error: Error| Fail {
            role: Some(Role::Subject),
            ..Fail::from(error).named(crate::report::bytes_of(&ours))
        };
        let mut text = sum.map_err(judged)?.to_string();
        if our_text.ends_with(b"\n") {
            text.push('\n');
        }
        let mut made = cx.create(&create, false)?;
        made.put(text.as_bytes())?;
        made.finish()?;
        return Ok(Verdict::Yes);
    }
    let states = states::open(cx, vec![ours, theirs])?;
    let mut made = cx.create(&create, false)?;
    let mut unwritten = None;
    let told = merge(
        &states.sources,
        memory.room(),
        &decent::watch::Deaf,
        &mut |bytes| states::put_into(&mut made, &mut unwritten, bytes),
    );
    match (told, unwritten) {
        (_, Some(fail)) => Err(fail),
        (Err(failed), None) => Err(states.blame(failed)),
        (Ok(told), None) if told.gaps.is_empty() => {
            made.finish()?;
            Ok(Verdict::Yes)
        }
        (Ok(_), None) => {
            let missing = Error::new(slug::OPERATION_GAP, "every operation", "some missing");
            Err(Fail {
                role: Some(Role::Subject),
                ..Fail::from(missing)
            })
        }
    }
}
