//! Real blocks: their ids, roots, commitments, and proofs that lie.

use decent::block::header::{from_shown, shown};
use decent::block::inclusion::{Anchor, Proof, commitment_to};
use decent::block::partial::{PartialTree, root};
use decent::block::transaction::{Block, Transaction, is_list, read_list};
use decent::codec::hex;
use decent::error::slug;
use decent::hash::Engine;
use sha2::{Digest, Sha256};

use super::headers::read;

const BLOCKS: [&str; 4] = [
    "main-170.block",
    "main-100000.block",
    "main-nine.block",
    "signet-1.block",
];

fn raw(name: &str) -> Vec<u8> {
    hex::decode(&read(name)).unwrap()
}

#[test]
fn ids_and_roots() {
    for name in BLOCKS {
        let bytes = raw(name);
        let block = Block::decode(&bytes).unwrap();
        let txids = block.txids(Engine::detect());
        let single: Vec<_> = block.transactions.iter().map(Transaction::txid).collect();
        assert_eq!(txids, single);
        assert_eq!(
            root(&txids, Engine::detect()),
            (block.header.root(), false),
            "{name}"
        );
    }
    let bytes = raw("main-170.block");
    let block = Block::decode(&bytes).unwrap();
    let ids: Vec<_> = block.txids(Engine::detect()).iter().map(shown).collect();
    assert_eq!(
        ids,
        [
            "b1fea52486ce0c62bb442b530a3f0132b826c74e473d1f2c220bfa78111c5082",
            "f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16",
        ]
    );
    assert_eq!(block.wtxids()[1], block.transactions[1].txid());
    let bytes = raw("signet-1.block");
    let block = Block::decode(&bytes).unwrap();
    let (commitment, reserved) = block.transactions[0].commitment().unwrap();
    let (top, _) = root(&block.wtxids(), Engine::detect());
    assert_eq!(commitment_to(&top, &reserved), commitment);
    assert_ne!(
        block.transactions[0].bytes().len(),
        block.transactions[0].stripped_len()
    );
}

/// Nine transactions: a level of nine, of five and of three nodes joins its last one with itself.
#[test]
fn an_odd_block_proves_each_of_its_transactions() {
    let bytes = raw("main-nine.block");
    let block = Block::decode(&bytes).unwrap();
    let mut ids = block.txids(Engine::detect());
    assert_eq!(ids.len(), 9);
    let anchor = Anchor {
        hash: Some(block.header.hash()),
        count: Some(9),
        root: None,
    };
    for (number, id) in (0..).zip(&ids) {
        let made = Proof::of_block(&block, &[number], false, false, Engine::detect()).unwrap();
        let proof = Proof::decode(made.encode().as_bytes()).unwrap();
        let shown = proof.verify(&anchor).unwrap();
        assert_eq!((shown.ids, shown.assumed.len()), (vec![(number, *id)], 0));
    }
    ids.push(ids[8]);
    assert_eq!(
        root(&ids, Engine::detect()),
        (block.header.root(), true),
        "the list that ends twice has the same root, and is told"
    );
}

#[test]
fn malformed_blocks_are_refused() {
    for name in BLOCKS {
        let good = raw(name);
        for cut in 0..good.len() {
            assert!(Block::decode(&good[..cut]).is_err(), "{name} {cut}");
        }
        assert!(Block::decode(&[&good[..], &[0]].concat()).is_err());
        for at in 80..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x81;
            // It may still parse; then its root is another.
            if let Ok(block) = Block::decode(&bad) {
                let same = root(&block.txids(Engine::portable()), Engine::portable()).0
                    == block.header.root();
                let witness = block
                    .transactions
                    .iter()
                    .any(|one| one.bytes().len() != one.stripped_len());
                assert!(!same || witness, "{name} {at}");
            }
        }
    }
    let mut two = raw("main-170.block");
    two[80] = 0;
    assert_eq!(Block::decode(&two).unwrap_err().slug, slug::TRANSACTION);
}

/// A block of the transactions of another, its root put right, and no work in it.
fn rooted(coinbase: &[u8], others: &[&[u8]]) -> Vec<u8> {
    let all: Vec<_> = std::iter::once(coinbase)
        .chain(others.iter().copied())
        .collect();
    let ids: Vec<_> = all
        .iter()
        .map(|one| Transaction::decode(one).unwrap().txid())
        .collect();
    let mut bytes = vec![0; 80];
    bytes[36..68].copy_from_slice(&root(&ids, Engine::portable()).0);
    // The easiest bits that there are: any hash will do.
    bytes[72..76].copy_from_slice(&0x2100_ffff_u32.to_le_bytes());
    bytes.push(all.len() as u8);
    bytes.extend(all.concat());
    bytes
}

/// A payment of exactly 64 bytes without witnesses, its last 32 of one's own choice but for the
/// lock time: the right half of a node that it passes for.
fn of_64_bytes(tail: [u8; 4]) -> Vec<u8> {
    let script = [0x51; 0];
    let mut bytes = vec![1, 0, 0, 0, 1];
    bytes.extend([7; 36]);
    bytes.push(script.len() as u8);
    bytes.extend([0xff; 4]);
    bytes.push(1);
    bytes.extend([0; 8]);
    bytes.push(4);
    bytes.extend([0x51; 4]);
    bytes.extend(tail);
    bytes
}

#[test]
fn a_transaction_of_64_bytes_passes_for_a_node_only_without_a_count() {
    let coinbase = &Block::decode(&raw("main-170.block")).unwrap().transactions[0]
        .bytes()
        .to_vec();
    let short = of_64_bytes([1, 2, 3, 4]);
    assert_eq!(Transaction::decode(&short).unwrap().stripped_len(), 64);
    let bytes = rooted(coinbase, &[&short]);
    let block = Block::decode(&bytes).unwrap();
    // Its two halves as if they were ids one level below.
    let left: [u8; 32] = short[..32].try_into().unwrap();
    let right: [u8; 32] = short[32..].try_into().unwrap();
    let first = block.transactions[0].txid();
    let tree = PartialTree {
        count: 4,
        hashes: vec![first, left, right],
        flags: vec![true, false, true, true, false],
    };
    let lie = Proof {
        header: Some(block.header),
        tree,
        coinbase: None,
        witness: None,
    };
    let mut anchor = Anchor {
        hash: Some(block.header.hash()),
        ..Anchor::default()
    };
    let shown = lie.verify(&anchor).unwrap();
    assert_eq!((shown.ids, shown.assumed.len()), (vec![(2, left)], 1));
    anchor.count = Some(2);
    assert!(lie.verify(&anchor).is_err());
    // With the coinbase in it the lie must show that at the depth of a transaction, and can't.
    anchor.count = None;
    let lie = Proof {
        coinbase: Some(coinbase.clone()),
        ..lie
    };
    assert!(lie.verify(&anchor).is_err());
    let honest = Proof::of_block(&block, &[1], true, false, Engine::portable()).unwrap();
    assert!(honest.verify(&anchor).unwrap().assumed.is_empty());
}

#[test]
fn the_root_passes_for_a_transaction_only_without_a_count() {
    let bytes = raw("main-100000.block");
    let block = Block::decode(&bytes).unwrap();
    let tree = PartialTree {
        count: 1,
        hashes: vec![block.header.root()],
        flags: vec![true],
    };
    let lie = Proof {
        header: Some(block.header),
        tree,
        coinbase: None,
        witness: None,
    };
    let hash = Some(block.header.hash());
    let assumed = lie
        .verify(&Anchor {
            hash,
            ..Anchor::default()
        })
        .unwrap()
        .assumed;
    assert_eq!(assumed, ["the block has 1 transactions"]);
    assert!(
        lie.verify(&Anchor {
            hash,
            count: Some(4),
            ..Anchor::default()
        })
        .is_err()
    );
}

/// The proof of block 100,000 that Bitcoin Core's `gettxoutproof` gives, as bitcoinj's and
/// bitcore's tests have it: header, count, three hashes, bits 0b00001011.
#[test]
fn a_txoutproof_is_cores() {
    let bytes = raw("main-100000.block");
    let block = Block::decode(&bytes).unwrap();
    let made = Proof::of_block(&block, &[1], false, false, Engine::detect()).unwrap();
    let ids: Vec<_> = block.txids(Engine::detect());
    let mut wanted = bytes[..80].to_vec();
    wanted.extend([4, 0, 0, 0, 3]);
    wanted.extend(ids[0]);
    wanted.extend(ids[1]);
    let pair = [ids[2], ids[3]].concat();
    wanted.extend(Sha256::digest(Sha256::digest(pair)));
    wanted.extend([1, 0b1011]);
    assert_eq!(made.encode(), hex::encode(&wanted) + "\n");
    for form in [made.encode().into_bytes(), wanted.clone()] {
        let proof = Proof::decode(&form).unwrap();
        assert_eq!(proof.encode(), made.encode());
        let anchor = Anchor {
            hash: Some(block.header.hash()),
            count: Some(4),
            root: None,
        };
        let shown = proof.verify(&anchor).unwrap();
        assert_eq!(
            (shown.ids, shown.assumed.is_empty()),
            (vec![(1, ids[1])], true)
        );
    }
    wanted.push(0);
    assert!(Proof::decode(&wanted).is_err());
}

#[test]
fn a_wtxid_is_proven_through_the_coinbase() {
    let signet = raw("signet-1.block");
    let first = Block::decode(&signet).unwrap();
    // A block of signet's coinbase alone commits to zeros: the only wtxid is the coinbase's.
    let proof = Proof::of_block(&first, &[0], false, true, Engine::detect()).unwrap();
    let proof = Proof::decode(proof.encode().as_bytes()).unwrap();
    let anchor = Anchor {
        hash: Some(first.header.hash()),
        ..Anchor::default()
    };
    let shown = proof.verify(&anchor).unwrap();
    assert!(shown.witness && shown.assumed.is_empty());
    assert_eq!(shown.ids, [(0, [0; 32])]);
    let mut other = proof.clone();
    let tree = other.witness.as_mut().unwrap();
    tree.hashes[0][3] ^= 1;
    assert_eq!(other.verify(&anchor).unwrap_err().slug, slug::WRONG_ROOT);
    let old = raw("main-170.block");
    let old = Block::decode(&old).unwrap();
    assert!(Proof::of_block(&old, &[1], false, true, Engine::detect()).is_err());
}

#[test]
fn lists_of_ids() {
    let id = "0123456789abcdef".repeat(4);
    assert!(is_list(format!("{id}\n{id}\n").as_bytes()));
    assert!(!is_list(b"0123") && !is_list(format!("{id}00").as_bytes()));
    let read = read_list(format!("{id}\n").as_bytes()).unwrap();
    assert_eq!(read, [from_shown(&id).unwrap()]);
    assert!(read_list(format!("{id}\nxy\n").as_bytes()).is_err());
}
