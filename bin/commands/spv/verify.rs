//! `spv verify`: whether a proof of inclusion holds, and on which conditions.

use std::path::PathBuf;

use decent::Verdict;
use decent::block::header::{from_shown, shown};
use decent::block::inclusion::{Anchor, LARGEST, Proof, Shown};
use decent::error::{Error, slug};

use super::new::{Given, given};
use super::prove::tell;
use crate::chains::said;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The block's header (160 hex digits) or hash (64), from a chain that is trusted
    #[arg(long, value_name = "HEX")]
    header: Option<String>,
    /// The root alone, where no more is known
    #[arg(long, value_name = "HEX", conflicts_with = "header")]
    root: Option<String>,
    /// How many transactions the block has, from one who is trusted
    #[arg(long, value_name = "N")]
    tx_count: Option<u32>,
    /// The transaction that is to be proven, among others
    #[arg(long, value_name = "HEX")]
    txid: Option<String>,
    /// The proof: Core's txoutproof, hex or raw, or the JSON of `spv prove`; none, or `-`, is standard
    /// input
    #[arg(value_name = "PROOF", default_value = "-")]
    proof: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Checks a proof that transactions stand in a block: its tree has no hash or bit too many or too few
and leads to the root of the header. A proof's own word on the number of transactions is not
believed, for an inner node, or a transaction of 64 bytes, could pass for another: give --tx-count,
or let the proof carry the coinbase. Nor is its own header believed: give --header. What must be
assumed is said, and makes it don't know (2).";
    const EXAMPLES: &'static str =
        "$ printf '%064d\\n' 1 2 3 > txids && root=$(decent spv new --no-names txids)
$ decent spv prove --txid $(printf '%064d' 2) txids -o proof
$ decent spv verify --root $root --tx-count 3 proof
proof: OK (transaction 1 of 3: 0000000000000000000000000000000000000000000000000000000000000002)
$ decent spv verify --root $root proof
proof: UNKNOWN (holds if the block has 3 transactions)
[2]
$ decent spv verify --root $root --tx-count 4 proof
proof: FAILED (wanted a proof in a block of 4 transactions, found one of 3)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let anchor = self.anchor()?;
        let wanted = self
            .txid
            .as_deref()
            .map(from_shown)
            .transpose()
            .map_err(|e| e.of("--txid"))?;
        let mut input = cx.evidence("proof", &self.proof)?;
        let name = input.name().to_vec();
        let bytes = input.read_all(LARGEST).map_err(|e| e.of("proof"))?;
        let proof = Proof::decode(&bytes).map_err(|e| e.of("proof"))?;
        tell(cx, &proof);
        let shown_of = |shown: &Shown| match wanted {
            Some(id) if !shown.ids.iter().any(|(_, known)| *known == id) => {
                let wanted = format!("a proof of {}", decent::block::header::shown(&id));
                Err(Error::new(slug::NOT_IN_BLOCK, wanted, "one of others"))
            }
            _ => Ok(()),
        };
        let ended = proof
            .verify(&anchor)
            .and_then(|shown| shown_of(&shown).map(|()| shown));
        let found = match ended {
            Ok(found) => found,
            Err(error) => return said(cx, Err(error), &name, |record| record),
        };
        if found.assumed.is_empty() {
            for (number, id) in &found.ids {
                let words = format!("transaction {number} of {}: {}", found.count, shown(id));
                let record = fields(Record::verdict(&Verdict::Yes), &found, *number, shown(id));
                cx.emit(&record.told(&words).name(&name))?;
            }
            return Ok(Verdict::Yes);
        }
        let verdict = Verdict::Unknown(format!("holds if {}", found.assumed.join(" and ")).into());
        for (number, id) in &found.ids {
            let record = fields(Record::verdict(&verdict), &found, *number, shown(id));
            cx.emit(&record.field("assumed", found.assumed.clone()).name(&name))?;
        }
        Ok(verdict)
    }
}

impl Args {
    fn anchor(&self) -> Result<Anchor, Fail> {
        let mut anchor = Anchor {
            count: self.tx_count,
            ..Anchor::default()
        };
        match self.header.as_deref().map(given).transpose() {
            Ok(Some(Given::Header(header))) => {
                anchor.hash = Some(header.hash());
                anchor.root = Some(header.root());
            }
            Ok(Some(Given::Hash(hash))) => anchor.hash = Some(hash),
            Ok(None) => {}
            Err(error) => return Err(error.of("--header").into()),
        }
        if let Some(text) = &self.root {
            anchor.root = Some(from_shown(text).map_err(|e| e.of("--root"))?);
        }
        Ok(anchor)
    }
}

/// A record with what is shown of one transaction.
fn fields(record: Record, found: &Shown, number: u32, id: String) -> Record {
    let id_name = if found.witness { "wtxid" } else { "txid" };
    let record = record
        .field(id_name, id)
        .field("index", number)
        .field("transactions", found.count);
    match &found.block {
        Some(block) => record.field("block", shown(block)),
        None => record,
    }
}
