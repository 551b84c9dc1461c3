//! Headers, targets, work, retargets and proofs of inclusion beside rust-bitcoin.

use bitcoin::block::Header as Theirs;
use bitcoin::consensus::{deserialize, serialize};
use bitcoin::hashes::Hash as _;
use bitcoin::params::Params;
use bitcoin::{CompactTarget, MerkleBlock, TxMerkleNode, Txid};
use decent::block::header::{Fields, Header};
use decent::block::inclusion::{Anchor, Proof};
use decent::block::network::{Network, genesis};
use decent::block::partial::{PartialTree, root};
use decent::block::target::{Target, is_canonical};
use decent::codec::hex;
use decent::hash::Engine;
use oracles::Dice;

const NETWORKS: [(&str, bitcoin::Network); 5] = [
    ("main", bitcoin::Network::Bitcoin),
    ("test", bitcoin::Network::Testnet),
    ("testnet4", bitcoin::Network::Testnet4),
    ("signet", bitcoin::Network::Signet),
    ("regtest", bitcoin::Network::Regtest),
];

/// Bits that a header of a chain may carry.
fn bits(dice: &mut Dice) -> u32 {
    loop {
        let bits = (1 + dice.roll(32) as u32) << 24 | dice.roll(1 << 23) as u32;
        if is_canonical(bits) {
            return bits;
        }
    }
}

fn hash(dice: &mut Dice) -> [u8; 32] {
    std::array::from_fn(|_| dice.roll(256) as u8)
}

#[test]
fn first_blocks() {
    for (name, theirs) in NETWORKS {
        let ours = genesis(name).expect("a first block");
        let theirs = bitcoin::constants::genesis_block(theirs).header;
        assert_eq!(serialize(&theirs), ours.0, "{name}");
        assert_eq!(theirs.block_hash().to_byte_array(), ours.hash());
    }
}

#[test]
fn headers_and_their_hashes() {
    let mut dice = Dice(1);
    for _ in 0..2_000 {
        let fields = Fields {
            version: dice.roll(1 << 32) as u32 as i32,
            previous: hash(&mut dice),
            root: hash(&mut dice),
            time: dice.roll(1 << 32) as u32,
            bits: bits(&mut dice),
            nonce: dice.roll(1 << 32) as u32,
        };
        let ours = Header::of(&fields);
        let theirs: Theirs = deserialize(&ours.0).expect("a header");
        assert_eq!(theirs.block_hash().to_byte_array(), ours.hash());
        assert_eq!(theirs.version.to_consensus(), fields.version);
        assert_eq!(theirs.prev_blockhash.to_byte_array(), fields.previous);
        assert_eq!(theirs.merkle_root.to_byte_array(), fields.root);
        assert_eq!((theirs.time, theirs.nonce), (fields.time, fields.nonce));
        let target = Target::from_bits(fields.bits).expect("a target");
        let met = theirs.validate_pow(theirs.target()).is_ok();
        assert_eq!(met, target.is_met_by(&ours.hash()));
    }
}

#[test]
fn targets_and_work() {
    let mut dice = Dice(2);
    for _ in 0..20_000 {
        let bits = bits(&mut dice);
        let ours = Target::from_bits(bits).expect("a target");
        let theirs = bitcoin::Target::from_compact(CompactTarget::from_consensus(bits));
        assert_eq!(
            theirs.to_be_bytes(),
            ours.number().to_be_bytes(),
            "{bits:08x}"
        );
        assert_eq!(theirs.to_compact_lossy().to_consensus(), ours.to_bits());
        assert_eq!(
            theirs.to_work().to_be_bytes(),
            ours.work().to_be_bytes(),
            "{bits:08x}"
        );
    }
    // Any target, not only those that bits can say.
    for _ in 0..20_000 {
        let (number, cut) = (hash(&mut dice), dice.roll(32) as usize);
        let number: [u8; 32] = std::array::from_fn(|i| if i < cut { 0 } else { number[i] });
        let theirs = bitcoin::Target::from_be_bytes(number);
        let Ok(ours) = Target::new(decent::block::uint256::U256::from_be_bytes(number)) else {
            continue;
        };
        assert_eq!(theirs.to_compact_lossy().to_consensus(), ours.to_bits());
        // Of the target 1 that crate takes the largest number for its work, where Core has 2^255.
        if number.iter().rev().ne([1].iter().chain(&[0; 31])) {
            assert_eq!(theirs.to_work().to_be_bytes(), ours.work().to_be_bytes());
        }
    }
}

#[test]
fn retargets() {
    let mut dice = Dice(3);
    for (name, kind) in NETWORKS {
        let (network, params) = (Network::named(name).expect("a network"), Params::new(kind));
        if !network.retargets {
            continue;
        }
        for _ in 0..5_000 {
            let bits = bits(&mut dice);
            let last = Target::from_bits(bits).expect("a target");
            if last > network.limit {
                continue;
            }
            let first = 1_300_000_000 + dice.roll(1 << 20) as u32;
            // From a sixteenth of a period to sixteen.
            let took = (network.timespan() / 16) << dice.roll(9);
            let took = took + dice.roll(u64::from(took)) as u32;
            let theirs = CompactTarget::from_next_work_required(
                CompactTarget::from_consensus(bits),
                u64::from(took),
                &params,
            );
            let ours = network.retarget(bits, first, first + took).expect("bits");
            // A target of nothing is none: there rust-bitcoin goes to zero, and Core's header would
            // be refused.
            if theirs.to_consensus() != 0 {
                assert_eq!(theirs.to_consensus(), ours, "{name} {bits:08x} {took}");
            }
        }
    }
}

#[test]
fn proofs_both_ways() {
    let mut dice = Dice(4);
    let engine = Engine::detect();
    for count in [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 31, 100] {
        for _ in 0..20 {
            let ids: Vec<_> = (0..count).map(|_| hash(&mut dice)).collect();
            let mut proven: Vec<u32> = (0..count as u32).filter(|_| dice.roll(4) == 0).collect();
            if proven.is_empty() {
                proven.push(dice.roll(count as u64) as u32);
            }
            let (top, mutated) = root(&ids, engine);
            let txids: Vec<Txid> = ids.iter().map(|id| Txid::from_byte_array(*id)).collect();
            let nodes = txids.iter().map(|id| id.to_raw_hash());
            let theirs = bitcoin::merkle_tree::calculate_root(nodes).expect("a root");
            assert_eq!((theirs.to_byte_array(), false), (top, mutated));

            let mut raw = genesis("main").expect("a header").0;
            raw[36..68].copy_from_slice(&top);
            // The easiest bits that there are: any hash will do.
            raw[72..76].copy_from_slice(&0x2100_ffff_u32.to_le_bytes());
            let header: Theirs = deserialize(&raw).expect("a header");
            let wanted: Vec<Txid> = proven.iter().map(|at| txids[*at as usize]).collect();
            let theirs = MerkleBlock::from_header_txids_with_predicate(&header, &txids, |id| {
                wanted.contains(id)
            });
            let tree = PartialTree::make(&ids, &proven, engine);
            let ours = Proof {
                header: Some(Header(raw)),
                tree,
                coinbase: None,
                witness: None,
            };
            let encoded = hex::decode(ours.encode().trim()).expect("hex");
            assert_eq!(serialize(&theirs), encoded, "{count} {proven:?}");

            // Theirs is believed here, and ours there.
            let proof = Proof::decode(&serialize(&theirs)).expect("a proof");
            let anchor = Anchor {
                root: Some(top),
                count: Some(count as u32),
                ..Anchor::default()
            };
            let shown = proof.verify(&anchor).expect("proven");
            let numbers: Vec<u32> = shown.ids.iter().map(|(number, _)| *number).collect();
            assert_eq!(numbers, proven);
            let block: MerkleBlock = deserialize(&encoded).expect("a merkle block");
            let (mut matches, mut indexes) = (Vec::new(), Vec::new());
            block
                .extract_matches(&mut matches, &mut indexes)
                .expect("proven");
            assert_eq!((matches, indexes), (wanted, proven));
            assert_eq!(block.header.merkle_root, TxMerkleNode::from_byte_array(top));
        }
    }
}
