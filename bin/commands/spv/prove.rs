//! `spv prove`: a proof that transactions stand in a block.

use std::path::PathBuf;

use decent::Verdict;
use decent::block::header::{from_shown, shown};
use decent::block::inclusion::Proof;
use decent::block::partial;
use decent::block::transaction::{Block, is_list, read_list};
use decent::error::{Error, slug};
use decent::hash::Hash256;
use decent::watch::{Step, Watch};

use super::new::{Given, given, read, short};
use crate::args::Create;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Prove this transaction; may be given again
    #[arg(long, value_name = "HEX", required = true)]
    txid: Vec<String>,
    /// The ids are wtxids, and the coinbase's commitment to them is part of the proof
    #[arg(long)]
    wtxid: bool,
    /// Let the proof carry the coinbase, which fixes the depth of the tree
    #[arg(long)]
    coinbase: bool,
    /// The header over a list of ids
    #[arg(long, value_name = "HEX")]
    header: Option<String>,
    #[command(flatten)]
    create: Create,
    /// A block, raw or hex, or its ids, a line of 64 hex digits each; none, or `-`, is standard input
    #[arg(value_name = "BLOCK|TXIDS", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes a proof in the form of Bitcoin Core's gettxoutproof: the header and a partial Merkle tree, in
hex. What that form can't say is JSON: a proof from a list without a header, one that carries the
coinbase (--coinbase), so that a verifier need not be told how many transactions the block has, and
one of wtxids (--wtxid).";
    const EXAMPLES: &'static str = "$ printf '%064d\\n' 1 2 3 > txids
$ decent spv prove --txid $(printf '%064d' 2) txids | cut -c-47
{\"format\":\"decent-spv-proof\",\"version\":1,\"tree\"
$ decent spv prove --txid $(printf '%064d' 2) txids | decent spv show --no-names | head -n 3
form: decent-spv-proof
transactions: 3
hashes: 3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let wanted: Result<Vec<_>, _> = self.txid.iter().map(|text| from_shown(text)).collect();
        let wanted = wanted.map_err(|e| e.of("--txid"))?;
        let (_, bytes) = read(cx, &self.file)?;
        let engine = cx.engine()?;
        let of_block = |error: Error| error.of("block");
        let proof = if is_list(&bytes) {
            if self.wtxid || self.coinbase {
                return Err(Fail::usage(
                    "--wtxid and --coinbase want a block, not a list of ids",
                ));
            }
            let ids = read_list(&bytes).map_err(of_block)?;
            let header = match self.header.as_deref().map(given).transpose() {
                Ok(Some(Given::Header(header))) => Some(header),
                Ok(None) => None,
                Ok(Some(Given::Hash(_))) => {
                    return Err(Fail::usage("--header wants the 160 hex digits of a header"));
                }
                Err(error) => return Err(error.of("--header").into()),
            };
            refuse(cx, &ids, header.map(|header| header.root()))?;
            Proof::of_list(&ids, &numbers(&ids, &wanted)?, header, engine)
        } else {
            if self.header.is_some() {
                return Err(Fail::usage(
                    "--header goes with a list of ids; a block has its own",
                ));
            }
            let block = Block::decode(&bytes).map_err(of_block)?;
            let txids = block.txids(engine);
            refuse(cx, &txids, Some(block.header.root()))?;
            let ids = if self.wtxid { block.wtxids() } else { txids };
            let numbers = numbers(&ids, &wanted)?;
            if let Some(number) = short(&block)
                .iter()
                .find(|number| numbers.contains(&(**number as u32)))
            {
                let found = format!("transaction {number} of 64, which can pass for a node");
                let error = Error::new(
                    slug::SPV_PROOF,
                    "a transaction of more or fewer bytes than 64",
                    found,
                );
                return Err(of_block(error).into());
            }
            Proof::of_block(&block, &numbers, self.coinbase, self.wtxid, engine)
                .map_err(of_block)?
        };
        tell(cx, &proof);
        let mut made = cx.create(&self.create, false)?;
        made.put(proof.encode().as_bytes())?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}

/// A list that is mutated, or not the one under the header, has no proofs.
fn refuse(cx: &Cx, ids: &[Hash256], root: Option<Hash256>) -> Result<(), Fail> {
    let (found, mutated) = partial::root(ids, cx.engine()?);
    if mutated {
        let error = Error::new(
            slug::TWIN_NODES,
            "neighbours that differ",
            "equal ones (CVE-2012-2459)",
        );
        return Err(error.of("block").into());
    }
    if let Some(root) = root.filter(|root| *root != found) {
        let wanted = format!("the root of the header, {}", shown(&root));
        return Err(Error::new(slug::WRONG_ROOT, wanted, shown(&found))
            .of("block")
            .into());
    }
    Ok(())
}

/// Where ids stand, in ascending order.
fn numbers(ids: &[Hash256], wanted: &[Hash256]) -> Result<Vec<u32>, Fail> {
    let mut numbers = Vec::new();
    for id in wanted {
        let number = ids.iter().position(|known| known == id).ok_or_else(|| {
            let error = Error::new(slug::NOT_IN_BLOCK, "an id that is in the block", shown(id));
            crate::chains::judged_argument(error, "--txid")
        })?;
        numbers.push(number as u32);
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

/// The shape of a proof.
pub(super) fn tell(cx: &Cx, proof: &Proof) {
    let watch = cx.watch(None);
    if !watch.narrates() {
        return;
    }
    let tree = &proof.tree;
    let flags: String = tree
        .flags
        .iter()
        .map(|flag| if *flag { '1' } else { '0' })
        .collect();
    let step = Step::new(
        "partial tree",
        "depth first, a bit a node: 1 on the way to what is proven, 0 where a hash stands instead",
    );
    let step = step
        .value("transactions", tree.count)
        .value("levels", tree.height());
    watch.step(&step.value("hashes", tree.hashes.len()).value("bits", flags));
    if let Ok(proven) = tree.proven() {
        for (number, id) in &proven.ids {
            let step = Step::new("proven", "from this id the hashes lead to the root");
            watch.step(&step.value("number", number).value("id", shown(id)));
        }
        let step = Step::new("root", "it must be the header's")
            .value("internal", decent::codec::hex::encode(&proven.root));
        let line = format!(
            "printf {} | fold -w2 | tac | tr -d '\\n'",
            decent::codec::hex::encode(&proven.root)
        );
        watch.step(&step.value("root", shown(&proven.root)).check(line));
    }
}
