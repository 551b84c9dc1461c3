//! `spv new`: the Merkle root over the transactions of a block or a list of ids.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::block::header::{Header, shown};
use decent::block::inclusion::commitment_to;
use decent::block::partial;
use decent::block::transaction::{Block, LARGEST, Transaction, is_list, read_list};
use decent::codec::hex;
use decent::error::{Error, Place, slug};
use decent::hash::Hash256;
use decent::watch::{Step, Watch};

use crate::chains::bytes_or_hex;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Of wtxids: the ids over all bytes, witnesses too
    #[arg(long)]
    wtxid: bool,
    /// A list of ids, a line of 64 hex digits each, or a block, raw or hex; none, or `-`, is standard
    /// input
    #[arg(value_name = "TXIDS|BLOCK", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the Merkle root. A list whose root stands for two lists (CVE-2012-2459) is flagged: the root
is printed, and the status is 1. Of a block the root is held against its header's, with --wtxid
against the commitment in its coinbase; transactions of 64 bytes, which can pass for nodes of the
tree, are told.";
    const EXAMPLES: &'static str = "$ printf '%064d\\n' 1 2 3 | decent spv new
e9ffb584c62449f157c8be88257bd1eebb2d8ef824f5c86b43c4f8fd9e800d6a  -
$ printf '%064d\\n' 1 2 3 3 | decent spv new --json > found 2> why
[1]
$ cut -c92- found
fd9e800d6a\",\"transactions\":4,\"mutated\":true,\"short\":[]}";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let (name, bytes) = read(cx, &self.file)?;
        let engine = cx.engine()?;
        let of_block = |error: Error| error.of("block");
        let (ids, block) = if is_list(&bytes) {
            (read_list(&bytes).map_err(of_block)?, None)
        } else {
            let block = Block::decode(&bytes).map_err(of_block)?;
            let ids = if self.wtxid {
                block.wtxids()
            } else {
                block.txids(engine)
            };
            (ids, Some(block))
        };
        let (root, mutated) = partial::root(&ids, engine);
        narrate(cx, &ids, &root);
        let record = Record::value("root", shown(&root)).name(&name);
        let record = record
            .field("transactions", ids.len())
            .field("mutated", mutated);
        let found = block
            .as_ref()
            .map(|block| self.held(block, &root))
            .transpose();
        let short: Vec<usize> = block.iter().flat_map(short).collect();
        let record = match &found {
            Ok(Some(Some(commitment))) => record.field("commitment", hex::encode(commitment)),
            _ => record,
        };
        cx.emit(&record.field("short", short.clone()))?;
        for number in short {
            cx.note(&format!(
                "transaction {number} has 64 bytes without witnesses, and can pass for a node"
            ));
        }
        found.map_err(of_block)?;
        if mutated {
            let found = "equal ones: another list has this root too (CVE-2012-2459)";
            return Err(of_block(Error::new(
                slug::TWIN_NODES,
                "neighbours that differ",
                found,
            ))
            .into());
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// Whether a root is the one that the block has, and of wtxids the commitment.
    fn held(&self, block: &Block<'_>, root: &Hash256) -> decent::Result<Option<Hash256>> {
        if !self.wtxid {
            let wanted = block.header.root();
            if wanted == *root {
                return Ok(None);
            }
            let wanted = format!("the root of the header, {}", shown(&wanted));
            return Err(Error::new(slug::WRONG_ROOT, wanted, shown(root)));
        }
        let Some((commitment, reserved)) =
            block.transactions.first().and_then(Transaction::commitment)
        else {
            // A block without witnesses need not commit to them.
            return Ok(None);
        };
        let found = commitment_to(root, &reserved);
        if found == commitment {
            return Ok(Some(commitment));
        }
        let wanted = format!("the commitment {}", hex::encode(&commitment));
        Err(Error::new(slug::WRONG_ROOT, wanted, hex::encode(&found)))
    }
}

/// The transactions of a block that can pass for nodes.
pub(super) fn short(block: &Block<'_>) -> Vec<usize> {
    let all = block.transactions.iter().enumerate();
    let short = all.filter(|(_, one)| one.stripped_len() == 64);
    short.map(|(number, _)| number).collect()
}

/// The name and bytes of a list or a block, out of hex where it is.
pub(super) fn read(cx: &mut Cx, path: &Path) -> Result<(Vec<u8>, Vec<u8>), Fail> {
    let mut input = cx.subject("block", path)?;
    let name = input.name().to_vec();
    // A list may be longer than a block: 65 bytes an id.
    let bytes = input
        .read_all(2 * LARGEST + 4096)
        .map_err(|e| e.of("block"))?;
    if bytes.is_empty() {
        let error = Error::new(slug::TRANSACTION, "a list of ids, or a block", "nothing");
        return Err(error.at(Place::Byte(0)).of("block").into());
    }
    if is_list(&bytes) {
        return Ok((name, bytes));
    }
    Ok((name, bytes_or_hex(bytes).map_err(|e| e.of("block"))?))
}

/// The leaves, as many as are shown, and the root.
fn narrate(cx: &Cx, ids: &[Hash256], root: &Hash256) {
    let watch = cx.watch(None);
    if !watch.narrates() {
        return;
    }
    for (number, id) in ids.iter().enumerate().take(4) {
        let step = Step::new(
            format!("id {number}"),
            "people write it with its bytes reversed",
        );
        watch.step(
            &step
                .value("shown", shown(id))
                .value("hashed", hex::encode(id)),
        );
    }
    if let [left, right, ..] = ids {
        let step = Step::new("node 0 of 1", "SHA-256 twice of the two ids below");
        let step = step.value("node", hex::encode(&partial::join(left, right)));
        let (left, right) = (hex::encode(left), hex::encode(right));
        let line =
            format!("printf {left}{right} | xxd -r -p | openssl dgst -sha256 -binary | sha256sum");
        watch.step(&step.check(line));
    }
    let step = Step::new(
        "root",
        "pairs are joined level by level; an odd last one with itself",
    );
    let step = step
        .value("ids", ids.len())
        .value("internal", hex::encode(root));
    let line = format!(
        "printf {} | fold -w2 | tac | tr -d '\\n'",
        hex::encode(root)
    );
    watch.step(&step.value("root", shown(root)).check(line));
}

/// A header of 160 hex digits, or a hash of 64, as an option gives it.
pub(super) enum Given {
    Header(Header),
    Hash(Hash256),
}

/// Reads it.
pub(super) fn given(text: &str) -> decent::Result<Given> {
    if text.trim().trim_start_matches("0x").len() == 64 {
        return decent::block::header::from_shown(text).map(Given::Hash);
    }
    Header::from_hex(text).map(Given::Header)
}
