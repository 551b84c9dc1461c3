//! `skipchain cat`: the payload of a block.

use std::ffi::OsString;
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::watch::{Step, Watch as _};

use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::skipchains::{number, open};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    create: Create,
    /// The chain; `-` is standard input
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
    /// The block
    #[arg(value_name = "N")]
    block: OsString,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Writes the payload of a block, which is the one whose hash is in its header.";
    const EXAMPLES: &'static str =
        "$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > anna.pub
$ decent roster new -q anna.pub -o us > log
$ decent skipchain new -q --roster us -o c.skip > id
$ seq 3 | decent skipchain add -q c.skip > log
$ decent skipchain cat c.skip 1 | wc -l
3
$ decent skipchain cat c.skip 2
decent skipchain cat: c.skip: wanted a block before 2, found 2
  more: decent why no-such-block
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = open(cx, "", &self.chain, Role::Evidence)?;
        let index = number(&self.block)?;
        let payload = chain.payload(index)?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let block = chain.block(index)?;
            let why = "the header has the hash of the payload";
            let sum = hex::encode(&block.header().payload);
            let line = format!("decent skipchain cat FILE {index} | sha256sum");
            watch.step(&Step::new("payload", why).value("sha256", sum).check(line));
        }
        drop(watch);
        let odd = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
        let binary = std::str::from_utf8(&payload).is_err() || payload.iter().any(odd);
        let mut made = cx.create(&self.create, binary)?;
        made.put(&payload)?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}
