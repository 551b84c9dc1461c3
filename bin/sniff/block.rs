//! An eye for headers, blocks, proofs of inclusion and checkpoints of chains.

use decent::error::{Error, slug};

use crate::input::Input;
use crate::report::Record;

/// Where the check of a chain stood.
pub(super) fn checkpoint(input: &mut Input) -> Option<Record> {
    use decent::block::checkpoint::LARGEST;
    let json: serde_json::Value = serde_json::from_slice(&input.read_all(LARGEST).ok()?).ok()?;
    (json.get("format")? == "decent-checkpoint").then_some(())?;
    let field = |key: &str| json.get(key).cloned().unwrap_or_default();
    let card = Record::card().field("kind", "checkpoint of a chain");
    let card = card
        .field("network", field("network"))
        .field("height", field("height"));
    let check = "decent block verify --network NETWORK --from CHECKPOINT HEADERS";
    Some(card.field("hash", field("hash")).field("check", check))
}

/// A proof that transactions stand in a block.
pub(super) fn inclusion(input: &mut Input) -> Option<Record> {
    use decent::block::inclusion::{LARGEST, Proof};
    let proof = Proof::decode(&input.read_all(LARGEST).ok()?).ok()?;
    let proven = proof.tree.proven().ok()?;
    let card = Record::card().field("kind", "proof that transactions are in a block");
    let card = card.field("root", decent::block::header::shown(&proven.root));
    let card = card
        .field("transactions", proof.tree.count)
        .field("proven", proven.ids.len());
    let check = "decent spv verify --header HEADER --tx-count N PROOF";
    Some(card.field("check", check))
}

/// A raw block.
pub(super) fn block(input: &mut Input) -> Option<Record> {
    use decent::block::transaction::{Block, LARGEST};
    let bytes = input.read_all(2 * LARGEST + 4096).ok()?;
    let bytes = crate::chains::bytes_or_hex(bytes).ok()?;
    let block = Block::decode(&bytes).ok()?;
    let card = Record::card().field("kind", "block");
    let hash = decent::block::header::shown(&block.header.hash());
    let card = card
        .field("hash", hash)
        .field("transactions", block.transactions.len());
    Some(card.field("check", "decent spv new BLOCK"))
}

/// Block headers that link.
pub(super) fn headers(input: &mut Input) -> Option<Record> {
    use decent::block::header::{Header, shown};
    use decent::block::stream;
    use decent::block::target::Target;
    let mut before = None;
    let mut first = None;
    let on = &mut |_, raws: &[[u8; 80]], hashes: &[[u8; 32]]| {
        for (raw, hash) in raws.iter().zip(hashes) {
            let header = Header(*raw);
            let linked = before.is_none_or(|before| header.previous() == before);
            // Eighty bytes of anything would be a header; one of a chain has work in it.
            let target = Target::from_bits(header.bits());
            if !linked || !target.is_ok_and(|target| target.is_met_by(hash)) {
                return Err(Error::new(
                    slug::HEADER,
                    "a chain of headers",
                    "other bytes",
                ));
            }
            before = Some(*hash);
            first = first.or(before);
        }
        Ok(())
    };
    let engine = decent::hash::Engine::detect();
    let count = stream::each(input.feed(), engine, &decent::watch::Deaf, on).ok()?;
    let hash = first?;
    let card = Record::card().field("kind", "block headers");
    let card = card.field("headers", count).field("first", shown(&hash));
    Some(card.field("check", "decent block verify --network NETWORK HEADERS"))
}
