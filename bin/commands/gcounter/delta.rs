//! `gcounter delta`: what one state lacks of another.

use std::path::PathBuf;

use decent::Verdict;
use decent::crdt::merge::delta;
use decent::error::{Error, slug};
use decent::watch::Deaf;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::states::{self, Memory};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The state that lacks something
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The state that has it
    #[arg(value_name = "NEW")]
    new: PathBuf,
    #[command(flatten)]
    memory: Memory,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the smallest state that brings OLD to NEW by merging: the counts that were raised, and
nothing else. It is a state like any other, so it may come twice or late. Status 1 where OLD has
something that NEW lacks, for merging takes nothing away.";
    const EXAMPLES: &'static str =
        "$ echo '{\"a\":5,\"b\":1}' > old && echo '{\"a\":5,\"b\":2,\"c\":1}' > new
$ decent gcounter delta old new
{\"b\":2,\"c\":1}
$ decent gcounter delta old new | decent gcounter merge old - | diff - new";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let states = states::open(cx, vec![self.old, self.new])?;
        let two = || Fail::from(Error::new(slug::USAGE, "", "two states are wanted"));
        let two: &[_; 2] = states.sources.as_slice().try_into().map_err(|_| two())?;
        let mut made = cx.create(&self.create, false)?;
        let mut unwritten = None;
        let told = delta(two, self.memory.room(), &Deaf, &mut |bytes| {
            states::put_into(&mut made, &mut unwritten, bytes)
        });
        if let Some(fail) = unwritten {
            return Err(fail);
        }
        let told = told.map_err(|failed| states.blame(failed))?;
        made.finish()?;
        states.tell(cx, &told, false)?;
        Ok(Verdict::Yes)
    }
}
