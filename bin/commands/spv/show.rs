//! `spv show`: what a proof of inclusion says of itself.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::block::header::shown;
use decent::block::inclusion::{LARGEST, Proof};

use super::prove::tell;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The proofs; none, or `-`, is standard input
    #[arg(value_name = "PROOF")]
    proofs: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows what a proof says, without holding it against anything: the block, its root, how many
transactions it is said to have, which ids are proven and where they stand, the hashes and bits.";
    const EXAMPLES: &'static str = "$ printf '%064d\\n' 1 2 3 > txids
$ decent spv prove --txid $(printf '%064d' 3) txids | decent spv show --no-names
form: decent-spv-proof
transactions: 3
hashes: 2
bits: 10110000
root: e9ffb584c62449f157c8be88257bd1eebb2d8ef824f5c86b43c4f8fd9e800d6a
indices: 2
ids: 0000000000000000000000000000000000000000000000000000000000000003";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.proofs) {
            if let Err(fail) = show(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn show(cx: &mut Cx, path: &Path) -> Result<(), Fail> {
    let mut input = cx.evidence("proof", path)?;
    let name = input.name().to_vec();
    let bytes = input.read_all(LARGEST).map_err(|e| e.of("proof"))?;
    let proof = Proof::decode(&bytes).map_err(|e| e.of("proof"))?;
    tell(cx, &proof);
    cx.emit(&card(&proof).map_err(|e| e.of("proof"))?.name(&name))
}

/// A proof as a card.
pub(crate) fn card(proof: &Proof) -> decent::Result<Record> {
    let txoutproof = proof.header.is_some() && proof.coinbase.is_none();
    let form = if txoutproof {
        "txoutproof"
    } else {
        "decent-spv-proof"
    };
    let mut card = Record::card().field("form", form);
    if let Some(header) = &proof.header {
        card = card.field("block", shown(&header.hash()));
    }
    let tree = proof.witness.as_ref().unwrap_or(&proof.tree);
    let proven = tree.proven()?;
    // Bits behind the last that is used fill up a byte.
    let flags: String = tree
        .flags
        .iter()
        .map(|flag| if *flag { '1' } else { '0' })
        .collect();
    let card = card
        .field("transactions", tree.count)
        .field("hashes", tree.hashes.len())
        .field("bits", flags)
        .field("root", shown(&proven.root));
    let numbers: Vec<u32> = proven.ids.iter().map(|(number, _)| *number).collect();
    let ids: Vec<String> = proven.ids.iter().map(|(_, id)| shown(id)).collect();
    let card = card.field("indices", numbers).field("ids", ids);
    Ok(match &proof.coinbase {
        Some(bytes) => card.field("coinbase_bytes", bytes.len()),
        None => card,
    })
}
