//! Proofs that transactions stand in a block: Core's txoutproof (header and partial tree, BIP 37),
//! and a JSON form that may carry the coinbase, which fixes the depth of the tree, and a tree over
//! wtxids, to which the coinbase commits (BIP 141).
//!
//! A header has no word on how many transactions there are. Whoever believes the proof's own count
//! takes an inner node for a transaction, or a transaction of 64 bytes for a node. So the count must
//! come from elsewhere, or a coinbase must show how deep transactions lie: it can't be a node
//! itself. Without either, inclusion holds only *if* the block has that many.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::header::{BYTES, Header, shown};
use super::partial::{PartialTree, Proven};
use super::stream::is_hex;
use super::target::Target;
use super::transaction::{Block, Reader, Transaction};
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Hash256};

/// The most bytes of a proof.
pub const LARGEST: u64 = 8 << 20;
const FORMAT: &str = "decent-spv-proof";
const VERSION: u32 = 1;

/// A proof, not yet believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The header of the block, where the proof has it.
    pub header: Option<Header>,
    /// The tree over txids.
    pub tree: PartialTree,
    /// The coinbase, all of its bytes.
    pub coinbase: Option<Vec<u8>>,
    /// The tree over wtxids.
    pub witness: Option<PartialTree>,
}

/// A proof as its JSON has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Json {
    format: String,
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    header: Option<String>,
    tree: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    coinbase: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    witness_tree: Option<String>,
}

/// What is trusted of a block.
#[derive(Clone, Debug, Default)]
pub struct Anchor {
    /// Its hash, internal order.
    pub hash: Option<Hash256>,
    /// The root that its header has, internal order.
    pub root: Option<Hash256>,
    /// How many transactions it has.
    pub count: Option<u32>,
}

/// What a proof shows, and on which conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Numbers and ids of the transactions that are in the block.
    pub ids: Vec<(u32, Hash256)>,
    /// Whether those are wtxids.
    pub witness: bool,
    /// The block's hash, where a header is known.
    pub block: Option<Hash256>,
    /// How many transactions the block has, by the proof.
    pub count: u32,
    /// What had to be assumed, in words; empty where nothing was.
    pub assumed: Vec<String>,
}

fn wrong(wanted: impl Into<String>, found: impl Into<String>) -> Error {
    Error::new(slug::SPV_PROOF, wanted.into(), found.into())
}

impl Proof {
    /// Of transactions of a raw block by their numbers. With `coinbase` it shows the tree's depth;
    /// with `witness` it is of wtxids.
    pub fn of_block(
        block: &Block<'_>,
        numbers: &[u32],
        coinbase: bool,
        witness: bool,
        engine: Engine,
    ) -> Result<Self> {
        let txids = block.txids(engine);
        let (first, carried) = (block.transactions.first(), coinbase || witness);
        let mut proven = if witness {
            Vec::new()
        } else {
            numbers.to_vec()
        };
        if carried && !proven.contains(&0) {
            proven.insert(0, 0);
        }
        let trees = |ids: &[Hash256], numbers: &[u32]| PartialTree::make(ids, numbers, engine);
        if witness && first.and_then(Transaction::commitment).is_none() {
            return Err(wrong(
                "a coinbase that commits to the witnesses",
                "none in this block",
            ));
        }
        Ok(Self {
            header: Some(block.header),
            tree: trees(&txids, &proven),
            coinbase: first
                .filter(|_| carried)
                .map(|first| first.bytes().to_vec()),
            witness: witness.then(|| trees(&block.wtxids(), numbers)),
        })
    }

    /// Of ids of a list by their numbers.
    pub fn of_list(
        ids: &[Hash256],
        numbers: &[u32],
        header: Option<Header>,
        engine: Engine,
    ) -> Self {
        Self {
            header,
            tree: PartialTree::make(ids, numbers, engine),
            coinbase: None,
            witness: None,
        }
    }

    /// Core's txoutproof, where that can say all: hex on a line. Else JSON.
    pub fn encode(&self) -> String {
        if let (Some(header), None) = (&self.header, &self.coinbase) {
            return hex::encode(&[&header.0[..], &self.tree.encode()].concat()) + "\n";
        }
        let json = Json {
            format: FORMAT.into(),
            version: VERSION,
            header: self.header.as_ref().map(Header::to_hex),
            tree: hex::encode(&self.tree.encode()),
            coinbase: self.coinbase.as_deref().map(hex::encode),
            witness_tree: self
                .witness
                .as_ref()
                .map(|tree| hex::encode(&tree.encode())),
        };
        serde_json::to_string(&json).unwrap_or_default() + "\n"
    }

    /// Of either form; a txoutproof may be raw, too.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        if bytes.trim_ascii_start().starts_with(b"{") {
            return Self::from_json(bytes);
        }
        let raw = if is_hex(bytes.get(..64).unwrap_or(bytes)) {
            let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            hex::decode(&text)?
        } else {
            bytes.to_vec()
        };
        let mut reader = Reader { bytes: &raw, at: 0 };
        let header = reader.take(BYTES as u64).and_then(Header::from_slice);
        let header = header.map_err(|error| Error {
            slug: slug::SPV_PROOF,
            ..error
        })?;
        Ok(Self {
            header: Some(header),
            tree: PartialTree::read(&mut reader)?,
            coinbase: None,
            witness: None,
        })
    }

    fn from_json(bytes: &[u8]) -> Result<Self> {
        let json: Json =
            serde_json::from_slice(bytes).map_err(|e| wrong("a proof, as JSON", e.to_string()))?;
        if json.format != FORMAT {
            return Err(wrong(
                format!("format {FORMAT:?}"),
                format!("{:?}", json.format),
            ));
        }
        if json.version != VERSION {
            return Err(Error::new(
                slug::UNKNOWN_VERSION,
                "version 1",
                json.version.to_string(),
            ));
        }
        if json.witness_tree.is_some() && json.coinbase.is_none() {
            return Err(wrong("a coinbase beside the tree over wtxids", "none"));
        }
        let tree = |text: &String| hex::decode(text).and_then(|bytes| PartialTree::decode(&bytes));
        Ok(Self {
            header: json.header.as_deref().map(Header::from_hex).transpose()?,
            tree: tree(&json.tree)?,
            coinbase: json.coinbase.as_deref().map(hex::decode).transpose()?,
            witness: json.witness_tree.as_ref().map(tree).transpose()?,
        })
    }

    /// Whether it holds, and on which conditions. Any *no* is an error of kind `Wrong`.
    pub fn verify(&self, anchor: &Anchor) -> Result<Shown> {
        let proven = self.tree.proven()?;
        let mut assumed = Vec::new();
        let block = self.header.as_ref().map(Header::hash);
        if let Some(header) = &self.header {
            if header.root() != proven.root {
                let wanted = format!("the root of the header, {}", shown(&header.root()));
                return Err(Error::new(slug::WRONG_ROOT, wanted, shown(&proven.root)));
            }
            let met = Target::from_bits(header.bits())
                .is_ok_and(|target| target.is_met_by(&header.hash()));
            if !met {
                let wanted = "a header that meets its own target";
                return Err(Error::new(slug::CHAIN_WORK, wanted, shown(&header.hash())));
            }
        }
        match (anchor.hash, anchor.root) {
            (Some(hash), _) if block.is_some_and(|block| block != hash) => {
                let found = block.as_ref().map(shown).unwrap_or_default();
                return Err(wrong(format!("block {}", shown(&hash)), found));
            }
            (_, Some(root)) if root != proven.root => {
                let wanted = format!("root {}", shown(&root));
                return Err(Error::new(slug::WRONG_ROOT, wanted, shown(&proven.root)));
            }
            (Some(_), _) if block.is_some() => {}
            (_, Some(_)) => {}
            _ => assumed.push("its header is in the chain".to_owned()),
        }
        self.counted(anchor, &proven, &mut assumed)?;
        let (ids, witness) = match &self.witness {
            Some(tree) => (self.by_wtxid(tree)?, true),
            None => (proven.ids, false),
        };
        Ok(Shown {
            ids,
            witness,
            block: block.or(anchor.hash),
            count: self.tree.count,
            assumed,
        })
    }

    /// Where the number of transactions, or the depth at which they lie, comes from.
    fn counted(&self, anchor: &Anchor, proven: &Proven, assumed: &mut Vec<String>) -> Result<()> {
        if let Some(count) = anchor.count.filter(|count| *count != self.tree.count) {
            let found = format!("one of {}", self.tree.count);
            return Err(wrong(
                format!("a proof in a block of {count} transactions"),
                found,
            ));
        }
        let Some(bytes) = &self.coinbase else {
            if anchor.count.is_none() {
                assumed.push(format!("the block has {} transactions", self.tree.count));
            }
            return Ok(());
        };
        let coinbase = Transaction::decode(bytes)?;
        if !coinbase.is_coinbase() {
            return Err(wrong("a coinbase", "another transaction"));
        }
        if coinbase.stripped_len() == 64 {
            return Err(wrong(
                "a coinbase that can't pass for a node",
                "one of 64 bytes",
            ));
        }
        if proven.ids.first() != Some(&(0, coinbase.txid())) {
            let wanted = format!("the coinbase {} first in the tree", shown(&coinbase.txid()));
            return Err(wrong(wanted, "another"));
        }
        Ok(())
    }

    /// What the tree over wtxids proves, if the coinbase commits to its root.
    fn by_wtxid(&self, tree: &PartialTree) -> Result<Vec<(u32, Hash256)>> {
        let proven = tree.proven()?;
        if tree.count != self.tree.count {
            let wanted = format!("{} transactions in both trees", self.tree.count);
            return Err(wrong(wanted, tree.count.to_string()));
        }
        let coinbase = Transaction::decode(self.coinbase.as_deref().unwrap_or_default())?;
        let Some((commitment, reserved)) = coinbase.commitment() else {
            return Err(wrong("a coinbase that commits to the witnesses", "none"));
        };
        let found = commitment_to(&proven.root, &reserved);
        if found != commitment {
            let wanted = format!("the commitment {}", hex::encode(&commitment));
            return Err(Error::new(slug::WRONG_ROOT, wanted, hex::encode(&found)));
        }
        Ok(proven.ids)
    }
}

/// What a coinbase commits to: SHA-256 twice of the root over wtxids and the reserved value.
pub fn commitment_to(root: &Hash256, reserved: &Hash256) -> Hash256 {
    let once = Sha256::new()
        .chain_update(root)
        .chain_update(reserved)
        .finalize();
    Sha256::digest(once).into()
}
