//! `block show`: headers, field by field.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::block::header::Header;
use decent::block::narrate;
use decent::watch::Watch;

use crate::chains::{self, card, is_digits, judged_argument};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// 160 hex digits, or files of headers, raw or hex; none, or `-`, is standard input
    #[arg(value_name = "HEX|FILE")]
    headers: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows hash, version, previous hash, Merkle root, time, bits, nonce, and what the bits stand for:
target, difficulty, work (the hashes that it takes on average), and whether the hash meets the
target. Headers are raw, 80 bytes each, or hex, 160 digits each; which is seen from the bytes.";
    const EXAMPLES: &'static str =
        "$ root=4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b
$ decent block new --root $root --time 1231006505 --version 1 --nonce 2083236893 > genesis
$ decent block show --no-names genesis
hash: 000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f
version: 1
previous: 0000000000000000000000000000000000000000000000000000000000000000
merkle-root: 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b
time: 1231006505
utc: 2009-01-03T18:15:05Z
bits: 1d00ffff
nonce: 2083236893
target: 00000000ffff0000000000000000000000000000000000000000000000000000
difficulty: 1.0
work: 4295032833
proven: true
$ decent block show --json genesis | cut -c-60
{\"tool\":\"block show\",\"path\":\"genesis\",\"hash\":\"000000000019d6";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for argument in chains::arguments(self.headers) {
            let ended = if is_digits(&argument) {
                given(cx, &argument)
            } else {
                file(cx, &argument)
            };
            if let Err(fail) = ended {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

/// Of digits on the line.
fn given(cx: &mut Cx, argument: &Path) -> Result<(), Fail> {
    let text = argument.to_string_lossy();
    let short: String = text.chars().take(16).collect();
    let header = Header::from_hex(&text).map_err(|e| judged_argument(e, &format!("{short}..")))?;
    show(cx, &header, None)
}

fn file(cx: &mut Cx, path: &Path) -> Result<(), Fail> {
    let mut input = cx.evidence("headers", path)?;
    let name = input.name().to_vec();
    let mut carried = Carried::default();
    // Records go out while headers come in, so the loop may not hold `cx`.
    let engine = cx.engine()?;
    let watch = cx.watch(input.len());
    let ended = decent::block::stream::each(input.feed(), engine, &watch, &mut |_, headers, _| {
        for raw in headers {
            carried.pass(show(cx, &Header(*raw), Some(&name)))?;
        }
        Ok(())
    });
    carried.end(ended.map_err(|e| e.of("headers")))?;
    Ok(())
}

fn show(cx: &mut Cx, header: &Header, name: Option<&[u8]>) -> Result<(), Fail> {
    let watch = cx.watch(None);
    if watch.narrates() {
        narrate::header(header, &watch);
    }
    let card = card(header, &header.hash());
    cx.emit(&match name {
        Some(name) => card.name(name),
        None => card,
    })
}
