//! Tests of content IDs: every form that is refused, nodes that are made in several ways, holes.

use super::file::{Nobody, Work, import};
use super::layout::{Builder, Node};
use super::params::{Layout, Params, V0_2015, V1_2025};
use super::unixfs::Meta;
use super::*;
use crate::codec::hex;
use crate::feed::Input;
use crate::hash::Engine;
use crate::source::Source;
use crate::watch::Deaf;

/// The hash of "hello world".
const HELLO: &str = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

fn parsed(text: &str) -> Cid {
    Cid::parse(text).unwrap().0
}

#[test]
fn texts_give_back_themselves() {
    // multiformats/cid, and kubo's sharness tests of `ipfs cid`.
    for text in [
        "QmbWqxBEKC3P8tqsKc98xmWNzrzDtRLMiMPL8wBuTGsMnR",
        "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi",
        "zb2rhe5P4gXftAwvA4eXQ5HJwsER2owDyS9sKaQRRVQPn93bA",
        "k51qzi5uqu5dgutdk6i1ynyzgkqngpha5xpgia3a5qqp4jsh0u4csozksxel2r",
        "f01701220c3c4733ec8affd06cf9e9ff50ffc6bcd2ec85a6170004bb709669c31de94391a",
        "bafkqablimvwgy3y",
    ] {
        let (cid, base) = Cid::parse(text).unwrap();
        assert_eq!(cid.text(base), text);
        assert_eq!(Cid::from_bytes(cid.bytes()).unwrap(), cid);
    }
    assert_eq!(parsed("bafkqablimvwgy3y").inline(), Some(&b"hello"[..]));
}

#[test]
fn other_forms_are_refused() {
    let good = format!("01551220{HELLO}");
    assert!(Cid::from_bytes(&hex::decode(&good).unwrap()).is_ok());
    for bytes in [
        String::new(),
        "01".into(),
        // Bytes behind the digest, and too few of them.
        format!("{good}00"),
        good[..good.len() - 2].into(),
        // Numbers in more bytes than they need, or in more than nine.
        format!("8100551220{HELLO}"),
        format!("01d5001220{HELLO}"),
        format!("01ffffffffffffffffff011220{HELLO}"),
        // Versions 0, 2 and 18, and a digest of 129 bytes.
        format!("00551220{HELLO}"),
        format!("02551220{HELLO}"),
        format!("121f{HELLO}"),
        format!("0155008101{}", "00".repeat(129)),
    ] {
        assert!(
            Cid::from_bytes(&hex::decode(&bytes).unwrap()).is_err(),
            "{bytes}"
        );
    }
    // A letter before version 0, version 1 behind Qm, a digit that is none.
    let v0 = Cid::v0(&hex::decode_array(HELLO).unwrap());
    for text in [
        format!("z{v0}"),
        format!("f1220{HELLO}"),
        "Qm0bWqxBEKC3P8tqsKc98xmWNzrzDtRLMiMPL8wBuTGsMn".into(),
        "Qmb".into(),
        String::new(),
    ] {
        assert!(Cid::parse(&text).is_err(), "{text}");
    }
    assert_eq!(Cid::parse(&format!("/ipfs/{v0}")).unwrap().0, v0);
}

#[test]
fn only_hashes_that_prove_something_match() {
    let block = b"hello world";
    let digest = hex::decode(HELLO).unwrap();
    assert!(Cid::v1(RAW, 0x12, &digest).names(block).unwrap());
    assert!(!Cid::v1(RAW, 0x12, &digest).names(b"hello").unwrap());
    assert!(
        Cid::v1(RAW, 0x12, &digest[..20]).names(block).unwrap(),
        "cut, but long enough"
    );
    for cid in [
        Cid::v1(RAW, 0x12, &digest[..19]),
        Cid::v1(RAW, 0x12, &[]),
        Cid::v1(RAW, 0xd5, &[0; 16]),
        Cid::v1(RAW, 0x12, &[&digest[..], &[0]].concat()),
    ] {
        assert_eq!(cid.names(block).unwrap_err().slug, slug::UNKNOWN_HASH);
    }
}

/// Leaves that are told apart by their number.
fn leaves(count: u64) -> impl Iterator<Item = Node> {
    (0..count).map(|number| Node {
        cid: Cid::v1(RAW, multihash::IDENTITY, &number.to_le_bytes()),
        tsize: 8,
        size: 8,
    })
}

fn built(params: Params, nodes: impl Iterator<Item = Node>) -> Option<Node> {
    let mut builder = Builder::new(params);
    for node in nodes {
        builder.push(&node, 1, &mut |_, _| Ok(())).unwrap();
    }
    builder.finish(Meta::default(), &mut |_, _| Ok(())).unwrap()
}

/// Level by level, as the layout is defined.
fn by_levels(params: &Params, mut level: Vec<Node>) -> Node {
    loop {
        let up = |nodes: &[Node]| {
            let mut builder = Builder::new(Params {
                width: params::V1_2025.width,
                ..*params
            });
            for node in nodes {
                builder.push(node, 1, &mut |_, _| Ok(())).unwrap();
            }
            // A lone one is wrapped too: a trickle node of leaves alone does that.
            let alone = Params {
                layout: Layout::Trickle,
                ..*params
            };
            match nodes {
                [one] => built(alone, std::iter::once(one.clone())).unwrap(),
                _ => builder
                    .finish(Meta::default(), &mut |_, _| Ok(()))
                    .unwrap()
                    .unwrap(),
            }
        };
        level = level.chunks(params.width.get()).map(up).collect();
        if let [root] = &*level {
            return root.clone();
        }
    }
}

#[test]
fn balanced_is_what_it_is_defined_as() {
    for width in [2, 3, 4, 7] {
        let params = Params {
            width: width.try_into().unwrap(),
            ..V1_2025
        };
        for count in 2..80 {
            let wanted = by_levels(&params, leaves(count).collect());
            assert_eq!(
                built(params, leaves(count)),
                Some(wanted),
                "{count} by {width}"
            );
        }
        let one = leaves(1).next();
        assert_eq!(built(params, leaves(1)), one, "a single chunk is the file");
        assert_eq!(built(params, leaves(0)), None);
    }
}

#[test]
fn equal_chunks_at_once_are_as_one_by_one() {
    for layout in [Layout::Balanced, Layout::Trickle] {
        for width in [2, 3, 5] {
            let params = Params {
                width: width.try_into().unwrap(),
                layout,
                ..V1_2025
            };
            let one = leaves(2).last().unwrap();
            for (before, times, behind) in [
                (0, 100, 0),
                (1, 64, 3),
                (4, 1000, 1),
                (7, 1, 0),
                (2, 3, 2),
                (5, 25, 0),
                (17, 5000, 40),
            ] {
                let mut builder = Builder::new(params);
                let mut push =
                    |node: &Node, times| builder.push(node, times, &mut |_, _| Ok(())).unwrap();
                leaves(before).for_each(|node| push(&node, 1));
                push(&one, times);
                leaves(behind).for_each(|node| push(&node, 1));
                let found = builder.finish(Meta::default(), &mut |_, _| Ok(())).unwrap();
                let same = std::iter::repeat_n(one.clone(), times as usize);
                let wanted = built(params, leaves(before).chain(same).chain(leaves(behind)));
                assert_eq!(found, wanted, "{before} {times} {behind} by {width}");
            }
        }
    }
}

fn work() -> Work<'static> {
    Work {
        engine: Engine::detect(),
        watch: &Deaf,
    }
}

fn imported(input: Input<'_>, all: &[Params]) -> Vec<Node> {
    import(input, all, Meta::default(), work(), &mut Nobody).unwrap()
}

/// All that can differ in reading: chunks that share a read, cuts by content, leaves of each sort.
fn many() -> Vec<Params> {
    let chunker = |text: &str, params| Params {
        chunker: text.parse().unwrap(),
        ..params
    };
    let hash = |name, params| Params {
        hash: multihash::named(name).unwrap(),
        ..params
    };
    vec![
        V1_2025,
        V0_2015,
        chunker("size-1000", V1_2025),
        chunker("size-100003", V0_2015),
        chunker("rabin-1000-2048-5000", V1_2025),
        chunker("buzhash", V0_2015),
        hash("blake3", chunker("size-4096", V1_2025)),
        Params {
            layout: Layout::Trickle,
            ..chunker("size-512", V0_2015)
        },
        Params {
            inline: 64,
            ..chunker("size-40", V1_2025)
        },
    ]
}

#[test]
fn streams_files_and_passes_agree() {
    let bytes: Vec<u8> = (0..300_000u32)
        .flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes())
        .collect();
    for len in [0, 1, 40, 511, 512, 513, 100_003, 262_144, 1_200_000] {
        let source = Source::from_bytes(&bytes[..len]);
        let together = imported(Input::all(&source), &many());
        for (params, wanted) in many().into_iter().zip(together) {
            let alone = imported(Input::Stream(&mut &bytes[..len]), &[params]);
            assert_eq!(alone, [wanted], "{len} by {params}");
        }
    }
}

#[test]
fn holes_are_zeros() {
    use std::io::{Seek, SeekFrom, Write};
    let path = std::env::temp_dir().join(format!("decent-cid-holes-{}", std::process::id()));
    let mut file = std::fs::File::create(&path).unwrap();
    for at in [0, 5 << 20, (5 << 20) + 8192, 9_000_000] {
        file.seek(SeekFrom::Start(at)).unwrap();
        file.write_all(b"data").unwrap();
    }
    file.set_len(12_345_678).unwrap();
    let plain = std::fs::read(&path).unwrap();
    let source = Source::from_file(std::fs::File::open(&path).unwrap()).unwrap();
    for params in many() {
        let wanted = imported(Input::Stream(&mut &plain[..]), &[params]);
        assert_eq!(imported(Input::all(&source), &[params]), wanted, "{params}");
    }
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_tebibyte_of_nothing_takes_no_time() {
    let path = std::env::temp_dir().join(format!("decent-cid-sparse-{}", std::process::id()));
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(1 << 40).unwrap();
    let source = Source::from_file(std::fs::File::open(&path).unwrap()).unwrap();
    let begun = std::time::Instant::now();
    let found = imported(Input::all(&source), &[V1_2025]);
    assert!(begun.elapsed().as_secs() < 20, "holes were read");
    assert_eq!(found[0].size, 1 << 40);
    // The same by levels: 2^20 chunks, 1024 nodes of 1024, and the root.
    let zeros = vec![0; 1 << 20];
    let leaf = imported(Input::Stream(&mut &zeros[..]), &[V1_2025]).remove(0);
    let middle = built(V1_2025, std::iter::repeat_n(leaf, 1024)).unwrap();
    assert_eq!(
        found[0],
        built(V1_2025, std::iter::repeat_n(middle, 1024)).unwrap()
    );
    // And by trickle, whose subtrees of zeros are made once a depth.
    let trickle = Params {
        layout: Layout::Trickle,
        ..V1_2025
    };
    let mut blocks = 0;
    let mut count = Count(&mut blocks);
    let all = Input::all(&source);
    let found = import(all, &[trickle], Meta::default(), work(), &mut count).unwrap();
    assert_eq!(found[0].size, 1 << 40);
    assert!(blocks < 200, "{blocks} blocks");
    std::fs::remove_file(path).unwrap();
}

/// Counts blocks.
struct Count<'a>(&'a mut u64);

impl super::file::Told for Count<'_> {
    fn block(&mut self, _: usize, _: &Cid, _: &[u8]) -> crate::Result<()> {
        *self.0 += 1;
        Ok(())
    }
}

#[test]
fn blocks_of_more_than_two_mebibytes_are_refused() {
    let mut builder = Builder::new(Params {
        width: params::WIDTH_MOST.try_into().unwrap(),
        ..V1_2025
    });
    let leaf = Node {
        cid: Cid::v1(RAW, 0x13, &[7; 64]),
        tsize: 1,
        size: 1,
    };
    builder
        .push(&leaf, params::WIDTH_MOST as u64, &mut |_, _| Ok(()))
        .unwrap();
    let error = builder
        .finish(Meta::default(), &mut |_, _| Ok(()))
        .unwrap_err();
    assert_eq!(error.slug, slug::BLOCK_TOO_LARGE);
}

#[test]
fn parameters_are_told_by_the_nearest_profile() {
    for (name, params) in params::PROFILES {
        assert_eq!(params.to_string(), *name);
    }
    let odd = Params {
        hidden: true,
        ..params::profile("kubo-v1").unwrap()
    };
    assert_eq!(odd.to_string(), "kubo-v1 --hidden=true");
}
