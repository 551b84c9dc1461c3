//! An eye for tree files and Merkle proofs.

use crate::input::Input;
use crate::report::Record;

/// The tree of a file.
pub(super) fn tree_file(input: &mut Input) -> Option<Record> {
    use decent::merkle::outboard::Outboard;
    let outboard = Outboard::open(input.source().ok()?).ok()?;
    let (tree, root) = (outboard.tree(), outboard.root());
    let card = Record::card()
        .field("kind", "Merkle tree file")
        .field("tree", tree.kind().name());
    let card = card
        .field("chunk", tree.leaf_bytes())
        .field("size", root.size);
    let hash = decent::codec::hex::encode(&root.hash);
    let check = format!("decent merkle verify --root {hash} --with TREE FILE");
    Some(
        card.field("leaves", root.leaves)
            .field("root", hash)
            .field("check", check),
    )
}

/// A proof of ranges, or of growth.
pub(super) fn proof(input: &mut Input) -> Option<Record> {
    use decent::merkle::encode::{AnyProof, LARGEST};
    let card = Record::card();
    match AnyProof::decode(&input.read_all(LARGEST).ok()?).ok()? {
        AnyProof::Ranges(proof) => {
            let card = card
                .field("kind", "Merkle proof")
                .field("tree", proof.tree.kind().name());
            let card = card.field("size", proof.size).field("leaves", proof.leaves);
            let ranges: Vec<_> = proof
                .ranges
                .iter()
                .map(|r| format!("{}:{}", r.start, r.end))
                .collect();
            let card = card
                .field("proven", ranges)
                .field("hashes", proof.hashes.len());
            Some(card.field(
                "check",
                "decent merkle verify --root ROOT --proof PROOF FILE",
            ))
        }
        AnyProof::Growth(proof) => {
            let card = card
                .field("kind", "Merkle proof of growth")
                .field("old_size", proof.old_size);
            let card = card
                .field("size", proof.size)
                .field("hashes", proof.hashes.len());
            let check = "decent merkle verify --root ROOT --size N --old-root OLD --old-size M --proof PROOF";
            Some(card.field("check", check))
        }
    }
}
