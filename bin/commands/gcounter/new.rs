//! `gcounter new`: a counter at nothing.

use decent::Verdict;
use decent::crdt::count::Count;
use decent::crdt::gcounter::GCounter;

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::states;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A replica to name with the count 0
    #[arg(long, value_name = "ID", value_parser = states::replica)]
    replica: Vec<String>,
    #[command(flatten)]
    create: Create,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the state of a counter that has counted nothing: {}. Replicas need no introduction, for
an absent one counts as 0; --replica names them all the same.";
    const EXAMPLES: &'static str = "$ decent gcounter new
{}
$ decent gcounter new --replica b --replica a
{\"a\":0,\"b\":0}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let counts = self.replica.into_iter().map(|id| (id, Count::ZERO));
        let state = GCounter::new(counts.collect());
        let mut made = cx.create(&self.create, false)?;
        made.put(state.to_string().as_bytes())?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}
