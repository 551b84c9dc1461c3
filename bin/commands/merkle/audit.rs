//! `merkle audit`: the chunks to ask for.

use decent::Verdict;
use decent::codec::hex;
use decent::merkle::{audit, narrate};
use decent::watch::Watch;

use super::root::given;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The root of the file that should be stored
    #[arg(long, value_name = "HEX")]
    root: String,
    /// How many chunks the file has
    #[arg(long, value_name = "N")]
    chunks: u64,
    /// A public random value that nobody could foresee
    #[arg(long, value_name = "HEX")]
    random: String,
    /// How many to draw
    #[arg(short, value_name = "K", default_value_t = 20)]
    k: u64,
}

impl Tool for Args {
    const ABOUT: &'static str = "Draws K chunks, by SHA-256 over the random value and the number of the draw, and prints the
number of each, one drawn twice once. `merkle prove --data` answers with their bytes, `merkle
verify` checks the answer. A loss of a share f of all chunks is caught with probability
1-(1-f)^K: of 1 % lost, 300 draws catch 95 %, of 10 %, 29 do.";
    const EXAMPLES: &'static str = "$ root=$(seq 100000 | decent merkle root --no-names)
$ decent merkle audit --root $root --chunks 36 --random 5eed -k 100 | wc -l
33
$ decent merkle audit --root $root --chunks 0 --random 5eed
decent merkle audit: --chunks: wanted at least one chunk, found 0
  more: decent why out-of-range
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        given(&self.root, "--root")?;
        let random = hex::decode(&self.random).map_err(|error| Fail::from(error.of("--random")))?;
        let drawn = audit::draw(&random, self.chunks, self.k)?;
        let watch = cx.watch(None);
        if watch.narrates() {
            narrate::draws(&random, self.chunks, self.k, &watch);
        }
        drop(watch);
        for chunk in drawn {
            cx.emit(&Record::value("chunk", chunk))?;
        }
        Ok(Verdict::Yes)
    }
}
