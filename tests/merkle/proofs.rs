//! Proofs and tree files: what is made is accepted, what is changed is refused.

use std::io::Cursor;
use std::ops::Range;

use decent::error::Kind as Sort;
use decent::feed::Input;
use decent::hash::Engine;
use decent::merkle::encode::AnyProof;
use decent::merkle::outboard::{self, Outboard};
use decent::merkle::proof::{Held, Proof};
use decent::merkle::{Kind, Leaf, Tree};
use decent::source::Source;
use decent::watch::Deaf;
use proptest::prelude::*;

use super::twin;

fn trees() -> Vec<Tree> {
    vec![
        Tree::new(Kind::Rfc6962, Leaf::Bytes(100)).unwrap(),
        Tree::new(Kind::Rfc6962, Leaf::Line).unwrap(),
        Tree::usual(Kind::Bep52),
        Tree::usual(Kind::Blake3),
        Tree::new(Kind::Fsverity, Leaf::Bytes(1024)).unwrap(),
    ]
}

fn data_of(tree: Tree, leaves: usize) -> Vec<u8> {
    match tree.leaf_bytes() {
        Some(n) => twin::bytes(leaves * n as usize - n as usize / 3),
        None => (0..leaves)
            .map(|n| format!("line {n}\n"))
            .collect::<String>()
            .into_bytes(),
    }
}

fn verify(proof: &Proof, root: &[u8; 32], held: Held<'_>) -> decent::Result<()> {
    proof.verify(root, held, Engine::detect(), &Deaf)
}

fn round_trip(tree: Tree, leaves: usize, ranges: Vec<Range<u64>>) {
    let data = data_of(tree, leaves);
    let source = Source::from_bytes(&data[..]);
    let made = Proof::make(&source, tree, ranges, true, Engine::detect(), &Deaf);
    let (proof, root) = made.expect("a proof");
    assert_eq!(proof.leaves, leaves as u64);
    for held in [Held::Inside, Held::Whole(&source)] {
        verify(&proof, &root.hash, held).expect("proven");
    }
    let mut parts = proof.data.as_deref().expect("data");
    verify(&proof, &root.hash, Held::Parts(&mut parts)).expect("proven");
    let any = AnyProof::Ranges(proof.clone());
    assert_eq!(
        AnyProof::decode(any.to_json().as_bytes()).expect("json"),
        any
    );
    assert_eq!(AnyProof::decode(&any.to_binary()).expect("binary"), any);
    // No hash may be left out, doubled, or changed.
    for at in 0..proof.hashes.len() {
        let mut less = proof.clone();
        less.hashes.remove(at);
        assert!(verify(&less, &root.hash, Held::Inside).is_err());
        let mut changed = proof.clone();
        changed.hashes[at][31] ^= 0x80;
        assert!(verify(&changed, &root.hash, Held::Inside).is_err());
    }
    let mut more = proof.clone();
    more.hashes.push([0; 32]);
    assert!(verify(&more, &root.hash, Held::Inside).is_err());
    let mut other = proof.clone();
    other.data.as_mut().expect("data")[0] ^= 1;
    assert!(verify(&other, &root.hash, Held::Inside).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn proofs_round_trip(
        which in 0usize..5,
        leaves in 1usize..40,
        picks in proptest::collection::vec((0.0f64..1.0, 0.0f64..1.0), 1..4),
    ) {
        let tree = trees()[which];
        let ranges = picks.iter().map(|(a, b)| {
            let start = (a * leaves as f64) as u64;
            start..(start + 1 + (b * 5.0) as u64).min(leaves as u64)
        });
        round_trip(tree, leaves, ranges.collect());
    }

    #[test]
    fn changed_proofs_are_errors(at in 0usize..400, bit in 0u8..8, cut in 0usize..400) {
        let tree = trees()[0];
        let data = data_of(tree, 21);
        let source = Source::from_bytes(&data[..]);
        let (proof, root) = Proof::make(&source, tree, vec![3..5, 9..10], true, Engine::detect(), &Deaf).unwrap();
        let bytes = AnyProof::Ranges(proof.clone()).to_binary();
        prop_assert!(AnyProof::decode(&bytes[..cut.min(bytes.len() - 1)]).is_err());
        let mut changed = bytes.clone();
        let at = at % bytes.len();
        changed[at] ^= 1 << bit;
        if let Ok(AnyProof::Ranges(changed)) = AnyProof::decode(&changed) {
            // The total size may change within the last leaf, which is not proven here.
            let same = Proof { size: proof.size, ..changed.clone() } == proof;
            prop_assert!(same || verify(&changed, &root.hash, Held::Inside).is_err());
        }
    }
}

/// The lines that are proven alone, or all of them, whichever comes; nothing between.
#[test]
fn lines_come_alone_or_among_all() {
    let tree = Tree::new(Kind::Rfc6962, Leaf::Line).unwrap();
    let data = data_of(tree, 20_000);
    let source = Source::from_bytes(&data[..]);
    let ranges = vec![3..5, 9..10, 12_345..12_400, 19_999..20_000];
    let made = Proof::make(&source, tree, ranges, true, Engine::detect(), &Deaf);
    let (proof, root) = made.unwrap();
    let parts = proof.data.clone().unwrap();
    for good in [&data[..], &parts] {
        verify(&proof, &root.hash, Held::Parts(&mut &good[..])).unwrap();
        verify(&proof, &root.hash, Held::Whole(&Source::from_bytes(good))).unwrap();
        for bad in [
            [good, b"more\n"].concat(),
            good[..good.len() - 9].to_vec(),
            [b"more\n", good].concat(),
        ] {
            let held = verify(&proof, &root.hash, Held::Parts(&mut &bad[..]));
            assert_eq!(held.unwrap_err().slug.kind, Sort::Wrong);
        }
    }
}

#[test]
fn a_multiproof_holds_what_single_proofs_share_once() {
    let tree = trees()[0];
    let data = data_of(tree, 64);
    let source = Source::from_bytes(&data[..]);
    let count = |ranges| {
        Proof::make(&source, tree, ranges, false, Engine::detect(), &Deaf)
            .unwrap()
            .0
            .hashes
            .len()
    };
    assert_eq!(count(vec![0..1]), 6);
    assert_eq!(count(vec![0..1, 1..2]), 5);
    assert_eq!(count(vec![0..1, 63..64]), 10);
    assert_eq!(count(vec![0..64]), 0);
}

#[test]
fn bitcoin_proofs() {
    let ids: String = (0..7u8)
        .map(|n| decent::codec::hex::encode(&[n; 32]) + "\n")
        .collect();
    let source = Source::from_bytes(ids.as_bytes());
    let tree = Tree::usual(Kind::Bitcoin);
    for index in 0..7 {
        let made = Proof::make(
            &source,
            tree,
            vec![index..index + 1],
            true,
            Engine::detect(),
            &Deaf,
        );
        let (proof, root) = made.unwrap();
        let leaves: Vec<_> = (0..7u8).map(|n| [n; 32]).collect();
        assert_eq!(root.hash, twin::bitcoin(&leaves));
        verify(&proof, &root.hash, Held::Inside).unwrap();
        verify(&proof, &root.hash, Held::Whole(&source)).unwrap();
    }
}

fn tree_file(tree: Tree, data: &[u8]) -> Vec<u8> {
    let source = Source::from_bytes(data);
    let mut file = Cursor::new(Vec::new());
    let root = outboard::make(
        Input::all(&source),
        tree,
        &mut file,
        Engine::detect(),
        &Deaf,
    )
    .unwrap();
    assert_eq!(root.hash, twin::root(tree, data));
    file.into_inner()
}

#[test]
fn tree_files_stream_what_is_proven() {
    for tree in trees()
        .into_iter()
        .filter(|tree| tree.leaf_bytes().is_some())
    {
        for leaves in [1, 2, 3, 33, 150] {
            let data = data_of(tree, leaves);
            let file = tree_file(tree, &data);
            let file = Source::from_bytes(&file[..]);
            let outboard = Outboard::open(&file).unwrap();
            outboard
                .check(Some(&twin::root(tree, &data)), Engine::detect())
                .unwrap();
            let stream = |mut bytes: &[u8]| {
                let mut passed = Vec::new();
                let ended = outboard.verify(
                    Input::Stream(&mut bytes),
                    Engine::detect(),
                    &Deaf,
                    &mut |part| {
                        passed.extend_from_slice(part);
                        Ok(())
                    },
                );
                (passed, ended)
            };
            assert_eq!(stream(&data), (data.clone(), Ok(())));
            for at in [0, data.len() / 2, data.len() - 1] {
                let mut bad = data.clone();
                bad[at] ^= 1;
                let leaf = tree.leaf_bytes().unwrap() as usize;
                let (passed, ended) = stream(&bad);
                assert_eq!(passed, data[..at / leaf * leaf], "{tree:?} {leaves} {at}");
                assert_eq!(ended.unwrap_err().slug.kind, Sort::Wrong);
                let found = outboard.diff(Input::Stream(&mut &bad[..]), Engine::detect(), &Deaf);
                let start = (at / leaf * leaf) as u64;
                assert_eq!(
                    found.unwrap(),
                    [start..data.len().min(start as usize + leaf) as u64]
                );
            }
            assert!(stream(&data[..data.len() - 1]).1.is_err());
            assert!(stream(&[&data[..], b"x"].concat()).1.is_err());
            assert!(stream(b"").1.is_err());
        }
    }
}

#[test]
fn a_changed_tree_file_is_noticed() {
    for tree in trees()
        .into_iter()
        .filter(|tree| tree.leaf_bytes().is_some())
    {
        let data = data_of(tree, 50);
        let root = twin::root(tree, &data);
        let good = tree_file(tree, &data);
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x10;
            let bad = Source::from_bytes(bad);
            let held = Outboard::open(&bad).and_then(|tree| {
                tree.check(Some(&root), Engine::detect())?;
                tree.verify(
                    Input::Stream(&mut &data[..]),
                    Engine::detect(),
                    &Deaf,
                    &mut |_| Ok(()),
                )
            });
            assert!(held.is_err(), "byte {at} of {tree:?}");
        }
        for len in [0, 1, 95, 96, good.len() - 1] {
            let cut = Source::from_bytes(&good[..len]);
            assert!(Outboard::open(&cut).is_err());
        }
    }
}

#[test]
fn two_files_differ_where_they_do() {
    let data = twin::bytes(100_000);
    let mut other = data.clone();
    other[50] ^= 1;
    other[40_000] ^= 1;
    other.push(0);
    let (a, b) = (
        Source::from_bytes(&data[..]),
        Source::from_bytes(&other[..]),
    );
    let found = outboard::diff(&a, &b, 1000, &Deaf).unwrap();
    assert_eq!(found, [0..1000, 40_000..41_000, 100_000..100_001]);
    assert!(outboard::diff(&a, &a, 1000, &Deaf).unwrap().is_empty());
}
