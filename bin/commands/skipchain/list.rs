//! `skipchain list`: the blocks of a chain.

use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::watch::{Step, Watch as _};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::skipchains::{Blocks, open, shown};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The chain; `-` is standard input
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
    /// Only these blocks: N up to, not including, M; all without it
    #[arg(value_name = "N:M")]
    blocks: Option<Blocks>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Lists the blocks of a chain: NUMBER  TIME  BYTES  HASH, the bytes being those of the payload. Each
is read where the index says that it stands, and is the one of the hash. Whether all of it is right
says fsck.";
    const EXAMPLES: &'static str =
        "$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > anna.pub
$ decent roster new -q anna.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
$ seq 99 | decent skipchain add -q --lines --time 2000 c.skip > log
$ decent skipchain list c.skip 98: | cut -c1-60
        98  1970-01-01T00:33:20Z         2  95410a964eb51317
        99  1970-01-01T00:33:20Z         2  e99a6e94aa5fc589
$ decent skipchain list c.skip | wc -l
100";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = open(cx, "", &self.chain, Role::Evidence)?;
        let blocks = self.blocks.unwrap_or(Blocks::ALL);
        let blocks = blocks.within(chain.len());
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "the index has the place of every block's record, 8 bytes and its hash";
            let covered = chain.along().base();
            let step = Step::new("index", why).value("blocks", chain.len());
            watch.step(&step.value("in the index", covered.blocks));
        }
        drop(watch);
        for index in blocks {
            let block = chain.block(index)?;
            let header = block.header();
            let row = Record::row()
                .cell("block", index.to_string(), 10)
                .cell("time", shown(header.time), 20)
                .cell("bytes", header.payload_bytes.to_string(), 8)
                .cell("hash", hex::encode(block.hash()), 0)
                .field("roster", hex::encode(&header.roster));
            cx.emit(&row)?;
        }
        Ok(Verdict::Yes)
    }
}
