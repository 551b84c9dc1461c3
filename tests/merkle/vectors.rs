//! Published vectors.

use decent::codec::hex;
use decent::feed::Input;
use decent::hash::Engine;
use decent::merkle::consistency::Consistency;
use decent::merkle::proof::{Held, Proof};
use decent::merkle::{self, Kind, Leaf, Tree};
use decent::source::Source;
use decent::watch::Deaf;

use super::twin;

fn root_of(data: &[u8], tree: Tree) -> String {
    let source = Source::from_bytes(data);
    let mapped = merkle::root(Input::all(&source), tree, Engine::detect(), &Deaf).expect("a root");
    let mut stream = data;
    let streamed = merkle::root(Input::Stream(&mut stream), tree, Engine::detect(), &Deaf);
    assert_eq!(streamed.expect("a root"), mapped);
    hex::encode(&mapped.hash)
}

/// certificate-transparency's reference tree (`merkletree/merkle_tree_test.cc`), all of whose leaves
/// are free of newlines, so that lines hold them.
const CT_LEAVES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];
const CT_ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn ct_lines(n: usize) -> Vec<u8> {
    CT_LEAVES[..n]
        .iter()
        .flat_map(|leaf| [leaf, &b"\n"[..]].concat())
        .collect()
}

#[test]
fn certificate_transparency_roots() {
    let tree = Tree::new(Kind::Rfc6962, Leaf::Line).unwrap();
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(root_of(b"", tree), empty);
    for (n, root) in (1..).zip(CT_ROOTS) {
        assert_eq!(root_of(&ct_lines(n), tree), root, "{n} leaves");
    }
}

/// The same test's consistency proofs (`SHA256_CONSISTENCY_PROOFS`).
#[test]
fn certificate_transparency_consistency() {
    let tree = Tree::new(Kind::Rfc6962, Leaf::Line).unwrap();
    let published: [(u64, usize, &[&str]); 4] = [
        (1, 1, &[]),
        (
            1,
            8,
            &[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            6,
            8,
            &[
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (
            2,
            5,
            &[
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (old, new, hashes) in published {
        let lines = ct_lines(new);
        let source = Source::from_bytes(&lines[..]);
        let (proof, _) = Consistency::make(&source, tree, old, Engine::detect(), &Deaf).unwrap();
        let found: Vec<_> = proof.hashes.iter().map(|hash| hex::encode(hash)).collect();
        assert_eq!(found, hashes, "{old} to {new}");
    }
}

#[test]
fn every_growth_of_the_reference_tree() {
    let tree = Tree::new(Kind::Rfc6962, Leaf::Line).unwrap();
    let root = |n: usize| hex::decode_array::<32>(CT_ROOTS[n - 1]).unwrap();
    for new in 1..=8 {
        let lines = ct_lines(new);
        let source = Source::from_bytes(&lines[..]);
        for old in 1..=new {
            let made = Consistency::make(&source, tree, old as u64, Engine::detect(), &Deaf);
            let (mut proof, found) = made.unwrap();
            assert_eq!(found.hash, root(new));
            proof.verify(&root(old), &root(new)).unwrap();
            for wrong in (1..=8).filter(|wrong| *wrong != old) {
                assert!(
                    proof.verify(&root(wrong), &root(new)).is_err(),
                    "{wrong} for {old} of {new}"
                );
            }
            if let Some(hash) = proof.hashes.first_mut() {
                hash[0] ^= 1;
                assert!(proof.verify(&root(old), &root(new)).is_err());
            }
        }
    }
}

/// The same test's audit paths (`sha256_paths`), and that each leads to its root.
#[test]
fn certificate_transparency_paths() {
    let tree = Tree::new(Kind::Rfc6962, Leaf::Line).unwrap();
    for path in include_str!("../vectors/merkle/ct-paths.txt").lines() {
        let words: Vec<_> = path.split(' ').collect();
        let (leaf, snapshot): (u64, usize) = (words[0].parse().unwrap(), words[1].parse().unwrap());
        let lines = ct_lines(snapshot);
        let source = Source::from_bytes(&lines[..]);
        let made = Proof::make(
            &source,
            tree,
            vec![leaf - 1..leaf],
            true,
            Engine::detect(),
            &Deaf,
        );
        let (proof, root) = made.unwrap();
        let found: Vec<_> = proof.hashes.iter().map(|hash| hex::encode(hash)).collect();
        assert_eq!(found, words[2..], "{path}");
        assert_eq!(hex::encode(&root.hash), CT_ROOTS[snapshot - 1]);
        proof
            .verify(&root.hash, Held::Inside, Engine::detect(), &Deaf)
            .unwrap();
    }
}

/// BLAKE3's `test_vectors.json`, by leaves of many sizes.
#[test]
fn blake3_official() {
    let cases = include_str!("../vectors/merkle/blake3.txt").lines();
    for case in cases {
        let (len, hash) = case.split_once(' ').unwrap();
        let data = twin::bytes(len.parse().unwrap());
        for leaf in [1024, 2048, 16384, 1 << 20] {
            let tree = Tree::new(Kind::Blake3, Leaf::Bytes(leaf)).unwrap();
            assert_eq!(root_of(&data, tree), hash, "{len} bytes by {leaf}");
        }
    }
}

/// Bitcoin's block 100000: its four transactions and the root in its header.
#[test]
fn bitcoin_block_100000() {
    let ids = "8c14f0db3df150123e6f3dbbf30f8b955a8249b62ac1d1ff16284aefa3d06d87
fff2525b8931402dd09222c50775608f75787bd2b87e56995a7bdd30f79702c4
6359f0868171b1d194cbee1af2f16ea598ae8fad666d9b012c8ed2b79a236ec4
e9a66845e05d5abc0ad04ec80f774a7e585c6e8db975962d069a522137b80c1d
";
    let mut root = hex::decode(&root_of(ids.as_bytes(), Tree::usual(Kind::Bitcoin))).unwrap();
    root.reverse();
    assert_eq!(
        hex::encode(&root),
        "f3e94742aca4b5ef85488dc37c06c3282295ffec960994b2c0d5ac2a25a95766"
    );
}

/// CVE-2012-2459: six leaves, and the same with the last two once more, have one root in Bitcoin.
#[test]
fn a_list_that_ends_twice_is_refused() {
    let line = |n: u8| hex::encode(&[n; 32]) + "\n";
    let ids: String = [1, 2, 3, 4, 5, 6, 5, 6].map(line).concat();
    let honest: Vec<_> = [1, 2, 3, 4, 5, 6].map(|n: u8| [n; 32]).to_vec();
    let forged: Vec<_> = [1, 2, 3, 4, 5, 6, 5, 6].map(|n: u8| [n; 32]).to_vec();
    assert_eq!(twin::bitcoin(&honest), twin::bitcoin(&forged));
    let mut stream = ids.as_bytes();
    let tree = Tree::usual(Kind::Bitcoin);
    let refused = merkle::root(Input::Stream(&mut stream), tree, Engine::detect(), &Deaf);
    assert_eq!(refused.unwrap_err().slug, decent::error::slug::TWIN_NODES);
}

#[test]
fn roots_equal_the_twins() {
    let trees = [
        Tree::usual(Kind::Rfc6962),
        Tree::new(Kind::Rfc6962, Leaf::Bytes(1)).unwrap(),
        Tree::new(Kind::Rfc6962, Leaf::Bytes(1000)).unwrap(),
        Tree::new(Kind::Rfc6962, Leaf::Line).unwrap(),
        Tree::usual(Kind::Bep52),
        Tree::usual(Kind::Blake3),
        Tree::usual(Kind::Fsverity),
        Tree::new(Kind::Fsverity, Leaf::Bytes(1024)).unwrap(),
    ];
    for len in [
        1, 2, 999, 1000, 1001, 4096, 4097, 16384, 16385, 50_000, 524_288, 524_289, 2_200_000,
    ] {
        let data = twin::bytes(len);
        for tree in trees {
            if len > 60_000 && tree.leaf_bytes() == Some(1) {
                continue;
            }
            assert_eq!(
                root_of(&data, tree),
                hex::encode(&twin::root(tree, &data)),
                "{len} {tree:?}"
            );
        }
    }
}
