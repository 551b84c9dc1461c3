//! `skipchain show`: what a chain or one of its blocks says.

use std::ffi::OsString;
use std::path::PathBuf;

use decent::Verdict;
use decent::codec::hex;
use decent::skipchain::{Chain, Roster, narrate};
use decent::watch::Watch as _;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{Record, bytes_of};
use crate::skipchains::{number, open, shown};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The chain; `-` is standard input
    #[arg(value_name = "C.skip")]
    chain: PathBuf,
    /// A block; without it the chain as a whole
    #[arg(value_name = "N")]
    block: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Shows a chain, with the links that are made and those that are not, or one block of it: its hash,
the blocks that it links back to with their hashes, and those that a link forward may lead to, each
with its level and whether it is made.";
    const EXAMPLES: &'static str =
        "$ echo 3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde > anna.pub
$ decent roster new -q anna.pub -o us > log
$ decent skipchain new -q --roster us --time 1000 --seed $(printf %064d 1) -o c.skip > id
$ seq 12 | decent skipchain add -q --lines --time 2000 c.skip > log
$ decent skipchain show c.skip | head -n 7
file: c.skip
chain: 9e433aebf8f612d178e67a777ed24610e8e016b36985a25482d72a38a4359933
blocks: 13
base: 2
height: 32
links: 0
missing: 22
$ decent skipchain show c.skip 8 | grep -E '^(height|back-to|missing)'
height: 4
back-to: 7 6 4 0
missing: 9 10 12";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let chain = open(cx, "", &self.chain, Role::Evidence)?;
        let name = bytes_of(&self.chain);
        let card = match &self.block {
            Some(text) => block(cx, &chain, number(text)?)?,
            None => whole(cx, &chain)?,
        };
        cx.emit(&card.name(name))?;
        Ok(Verdict::Yes)
    }
}

fn whole(cx: &Cx, chain: &Chain<'_>) -> Result<Record, Fail> {
    let last = chain.block(chain.len() - 1)?;
    let watch = cx.watch(None);
    if watch.narrates() {
        narrate::block(&watch, &last);
    }
    drop(watch);
    let shape = chain.shape();
    let now = chain.along().now();
    let card = Record::card()
        .field("chain", hex::encode(chain.id()))
        .field("blocks", chain.len().to_string())
        .field("base", shape.base())
        .field("height", shape.greatest())
        .field("links", now.links.to_string())
        .field(
            "missing",
            (chain.possible().saturating_sub(now.links)).to_string(),
        )
        .field("time", shown(last.header().time))
        .field("head", hex::encode(last.hash()))
        .field("bytes", chain.end().at.to_string())
        .field("checkpoint", now.checkpoint > 0);
    Ok(signers(card, chain, chain.len() - 1)?.field("torn", chain.end().torn.to_string()))
}

/// Who signs for a block, in a few words.
fn signers(card: Record, chain: &Chain<'_>, index: u64) -> Result<Record, Fail> {
    let roster = Roster::decode(&chain.roster_of(index)?)?;
    Ok(card
        .field("roster", hex::encode(&roster.hash()))
        .field("members", roster.members().len())
        .field("threshold", roster.threshold()))
}

fn block(cx: &Cx, chain: &Chain<'_>, index: u64) -> Result<Record, Fail> {
    let block = chain.block(index)?;
    let watch = cx.watch(None);
    if watch.narrates() {
        narrate::block(&watch, &block);
    }
    drop(watch);
    let (header, shape) = (block.header(), chain.shape());
    let back: Vec<String> = shape.back(index).map(|to| to.to_string()).collect();
    let hashes: Vec<String> = header.back.iter().map(|hash| hex::encode(hash)).collect();
    let (mut made, mut missing) = (Vec::new(), Vec::new());
    for hop in shape.forward(index).filter(|hop| hop.to < chain.len()) {
        let link = chain.link_at(index, hop.level)?;
        let list = if link.is_some() {
            &mut made
        } else {
            &mut missing
        };
        list.push(hop.to.to_string());
    }
    let card = Record::card()
        .field("hash", hex::encode(block.hash()))
        .field("chain", hex::encode(chain.id()))
        .field("block", index.to_string())
        .field("time", shown(header.time))
        .field("payload_bytes", header.payload_bytes.to_string())
        .field("payload", hex::encode(&header.payload))
        .field("tree", hex::encode(&header.tree))
        .field("height", shape.height(index))
        .field("back_to", back)
        .field("back", hashes)
        .field("forward_to", made)
        .field("missing", missing);
    signers(card, chain, index)
}
