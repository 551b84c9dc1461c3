//! Tests of histories, their differences and their merges.

use super::commit::{Commit, Person};
use super::diff::{Change, trees};
use super::history::{Log, merge_bases};
use super::store::{copy, open};
use super::tree::{Entry, differing};
use super::{git, merge, path, ranges};

use crate::Verdict;
use crate::car::extract::Limits;
use crate::car::write::Writer;
use crate::car::{Archive, Store};
use crate::cid::file::Work;
use crate::cid::layout;
use crate::cid::layout::Node;
use crate::cid::multihash::{SHA1, SHA2_256, digest};
use crate::cid::params::{Params, V1_2025};
use crate::cid::unixfs::{self, Data, Meta};
use crate::cid::{Cid, DAG_CBOR, RAW, file, folder};
use crate::codec::dag_pb::Link;
use crate::codec::ipld::Document;
use crate::error::slug;
use crate::feed::Input;
use crate::hash::Engine;
use crate::key::{Kind, SecretKey};
use crate::sig::verify::Trusted;
use crate::source::Source;
use crate::watch::Deaf;

const LIMITS: Limits = Limits {
    size: None,
    count: 100_000,
    depth: 256,
};

/// Blocks that become an archive.
#[derive(Default)]
struct Blocks(Vec<(Cid, Vec<u8>)>);

impl Blocks {
    fn raw(&mut self, bytes: &[u8]) -> Cid {
        let cid = Cid::v1(RAW, SHA2_256, &digest(SHA2_256, &[bytes]).unwrap());
        self.0.push((cid.clone(), bytes.to_vec()));
        cid
    }

    /// A file in chunks of 16 bytes, nodes of 4 links.
    fn file(&mut self, bytes: &[u8]) -> Node {
        struct Told<'a>(&'a mut Blocks);
        impl file::Told for Told<'_> {
            fn block(&mut self, _: usize, cid: &Cid, block: &[u8]) -> crate::Result<()> {
                self.0.0.push((cid.clone(), block.to_vec()));
                Ok(())
            }
        }
        let params = Params {
            chunker: "size-16".parse().unwrap(),
            width: std::num::NonZeroUsize::new(4).unwrap(),
            ..V1_2025
        };
        for chunk in bytes.chunks(16) {
            self.raw(chunk);
        }
        if bytes.is_empty() {
            self.raw(b"");
        }
        let source = Source::from_bytes(bytes);
        let work = Work {
            engine: Engine::portable(),
            watch: &Deaf,
        };
        let mut told = Told(self);
        let input = Input::all(&source);
        file::import(input, &[params], Meta::default(), work, &mut told)
            .unwrap()
            .remove(0)
    }

    fn folder(&mut self, params: &Params, names: &[(&str, &Node)]) -> Node {
        let link = |(name, node): &(&str, &Node)| Link {
            cid: node.cid.clone(),
            name: name.as_bytes().to_vec(),
            tsize: node.tsize,
        };
        let links = names.iter().map(link).collect();
        let mut on = |cid: &Cid, block: &[u8]| {
            self.0.push((cid.clone(), block.to_vec()));
            Ok(())
        };
        folder::build(params, links, Meta::default(), &mut on).unwrap()
    }

    fn commit(&mut self, tree: &Cid, parents: &[&Cid], time: i64) -> Cid {
        let (cid, block) = commit(tree, parents, time).seal(None, &Deaf).unwrap();
        self.0.push((cid.clone(), block));
        cid
    }

    fn archive(&self, root: &Cid) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = Writer::begin(&mut bytes, std::slice::from_ref(root), false).unwrap();
        for (cid, block) in &self.0 {
            writer.block(cid, &[block]).unwrap();
        }
        bytes
    }

    fn with<T>(&self, root: &Cid, work: impl FnOnce(&Store<'_>) -> T) -> T {
        let source = Source::from_bytes(self.archive(root));
        let archive = Archive::open(&source).unwrap();
        work(&Store::of(archive, Engine::portable()).unwrap())
    }
}

fn commit(tree: &Cid, parents: &[&Cid], time: i64) -> Commit {
    Commit {
        tree: tree.clone(),
        parents: parents.iter().map(|cid| (*cid).clone()).collect(),
        author: Person::parse("Anna <a@example.org>", time, 60).unwrap(),
        message: "why\n\nbecause".into(),
        signed: None,
    }
}

fn trusted(key: &SecretKey) -> Trusted {
    Trusted {
        key: key.public(),
        number: None,
        allowed: None,
    }
}

#[test]
fn commits_are_read_as_they_are_written() {
    let tree = Cid::v1(RAW, SHA2_256, &[7; 32]);
    let one = commit(&tree, &[&tree], -5);
    let (cid, block) = one.seal(None, &Deaf).unwrap();
    assert_eq!(Commit::read(&cid, &block).unwrap(), one);
    let json = Document::from_cbor(&block).unwrap().to_json().unwrap();
    let json = String::from_utf8(json).unwrap();
    let key = SecretKey::from_bytes(Kind::Ed25519, &[1; 32].into()).unwrap();
    let signed = one.seal(Some(&key), &Deaf).unwrap().1;
    let signed = Document::from_cbor(&signed).unwrap().to_json().unwrap();
    let signed = String::from_utf8(signed).unwrap();
    assert!(json.contains(r#""author":{"email":"a@example.org","name":"Anna","time":-5,"tz":60}"#));
    // What another would write differently is no commit.
    for (from, to) in [
        (r#""name":"Anna""#, r#""name":" Anna""#),
        (r#""name":"Anna""#, r#""name":"""#),
        (r#""name":"Anna""#, r#""name":"An<na""#),
        (r#""tz":60"#, r#""tz":1441"#),
        (r#""tz":60"#, r#""tz":60.0"#),
        (r#""time":-5"#, r#""time":-9223372036854775809"#),
        (r#""v":1"#, r#""v":"1""#),
        (r#""type":"commit""#, r#""type":"tag""#),
        (r#""message":"#, r#""more":1,"message":"#),
        (r#""parents":["#, r#""parents":[1,"#),
        (r#""tree":{"/":"#, r#""tree":{"x":"#),
        (r#""sig":"#, r#""sig":1,"x":"#),
    ] {
        let sample = if from.contains("sig") { &signed } else { &json };
        let changed = sample.replace(from, to);
        assert_ne!(changed, *sample, "{from}");
        let block = Document::from_json(changed.as_bytes())
            .unwrap()
            .to_cbor()
            .unwrap();
        let error = Commit::read(&cid, &block).unwrap_err();
        assert_eq!(error.slug, slug::COMMIT, "{to}");
    }
    let later = json.replace(r#""v":1"#, r#""v":2,"x":1"#);
    let block = Document::from_json(later.as_bytes())
        .unwrap()
        .to_cbor()
        .unwrap();
    let error = Commit::read(&cid, &block).unwrap_err();
    assert_eq!(error.slug, slug::UNKNOWN_VERSION);
    let mut long = commit(&tree, &[], 0);
    long.message = "x".repeat(1 << 20);
    assert_eq!(long.seal(None, &Deaf).unwrap_err().slug, slug::COMMIT_FIELD);
}

#[test]
fn signatures_hold_by_their_keys_alone() {
    let tree = Cid::v1(RAW, SHA2_256, &[7; 32]);
    let key = |kind, byte| SecretKey::from_bytes(kind, &[byte; 32].into()).unwrap();
    let [anna, ben] = [key(Kind::Ed25519, 1), key(Kind::Secp256k1, 2)];
    for (own, other) in [(&anna, &ben), (&ben, &anna)] {
        let (cid, block) = commit(&tree, &[], 1).seal(Some(own), &Deaf).unwrap();
        let read = Commit::read(&cid, &block).unwrap();
        let signed = read.signed.unwrap();
        let verdict = |keys: &[Trusted]| signed.verify(keys, 1, &Deaf).unwrap();
        let both = verdict(&[trusted(other), trusted(own)]);
        assert_eq!((both.verdict, both.keys), (Verdict::Yes, vec![1]));
        assert!(matches!(verdict(&[trusted(other)]).verdict, Verdict::No(_)));
        // Whatever is changed in the block, it is another commit, or none, and not signed.
        let json = Document::from_cbor(&block).unwrap().to_json().unwrap();
        let json = String::from_utf8(json)
            .unwrap()
            .replace("because", "for fun");
        let changed = Document::from_json(json.as_bytes())
            .unwrap()
            .to_cbor()
            .unwrap();
        let read = Commit::read(&cid, &changed).unwrap().signed.unwrap();
        let outcome = read.verify(&[trusted(own)], 1, &Deaf).unwrap();
        assert!(matches!(outcome.verdict, Verdict::No(_)));
    }
    let x25519 = key(Kind::X25519, 3);
    let refused = commit(&tree, &[], 1)
        .seal(Some(&x25519), &Deaf)
        .unwrap_err();
    assert_eq!(refused.slug, slug::KEY_KIND);
}

#[test]
fn a_long_history_needs_no_stack() {
    const LENGTH: i64 = 100_000;
    let mut blocks = Blocks::default();
    let tree = blocks.raw(b"tree");
    let mut before: Option<Cid> = None;
    for time in 0..LENGTH {
        let parents: Vec<&Cid> = before.iter().collect();
        before = Some(blocks.commit(&tree, &parents, time));
    }
    let head = before.unwrap();
    let first = blocks.0[1].0.clone();
    blocks.with(&head, |store| {
        let mut log = Log::of(store, &head, &Deaf);
        let mut count = 0;
        while log.step().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, LENGTH);
        let bases = merge_bases(store, &head, &first, &Deaf).unwrap();
        assert_eq!(bases, [first]);
    });
}

#[test]
fn histories_that_part_and_cross() {
    let mut blocks = Blocks::default();
    let tree = blocks.raw(b"tree");
    let root = blocks.commit(&tree, &[], 100);
    // Times that lie: children older than their parents.
    let a = blocks.commit(&tree, &[&root], 50);
    let b = blocks.commit(&tree, &[&root], 60);
    let left = blocks.commit(&tree, &[&a, &b], 10);
    let right = blocks.commit(&tree, &[&b, &a], 20);
    let top = blocks.commit(&tree, &[&left, &right], 5);
    let alone = blocks.commit(&tree, &[], 7);
    blocks.with(&top, |store| {
        let bases = |one, other| merge_bases(store, one, other, &Deaf).unwrap();
        assert_eq!(bases(&a, &b), std::slice::from_ref(&root));
        assert_eq!(bases(&left, &right), [b.clone(), a.clone()]);
        assert_eq!(bases(&left, &a), std::slice::from_ref(&a));
        assert_eq!(bases(&top, &root), std::slice::from_ref(&root));
        assert!(bases(&top, &alone).is_empty());
        let mut log = Log::of(store, &top, &Deaf);
        let mut found = Vec::new();
        while let Some((cid, _)) = log.step().unwrap() {
            found.push(cid);
        }
        // None before one that was made of it; of those that are free the newest.
        let wanted = [&top, &right, &left, &b, &a, &root].map(Clone::clone);
        assert_eq!(found, wanted);
    });
}

#[test]
fn what_was_cut_is_passed_over() {
    let mut blocks = Blocks::default();
    let tree = blocks.raw(b"tree");
    let head = blocks.commit(&tree, &[], 1);
    let whole = blocks.archive(&head).len();
    let next = blocks.raw(b"more of it");
    let bytes = blocks.archive(&head);
    let opened = |bytes: Vec<u8>, work: &dyn Fn(&super::store::Opened<'_>)| {
        let source = Source::from_bytes(bytes);
        work(&open(Archive::open(&source).unwrap(), Engine::portable()).unwrap());
    };
    for cut in whole..bytes.len() {
        opened(bytes[..cut].to_vec(), &|opened| {
            assert_eq!(opened.scan.end, whole as u64, "{cut}");
            assert_eq!(opened.scan.torn.is_some(), cut > whole);
            assert_eq!(opened.end().unwrap(), whole as u64);
            assert!(!opened.store.has(&next));
        });
    }
    // A whole block that is what it should be stays, one that is not goes.
    opened(bytes.clone(), &|opened| {
        assert_eq!(opened.end().unwrap(), opened.store.archive().source().len());
    });
    let mut wrong = bytes.clone();
    *wrong.last_mut().unwrap() ^= 1;
    opened(wrong, &|opened| {
        assert_eq!(opened.end().unwrap(), whole as u64);
    });
    // What was cut before the block of the root is no crash of ours.
    let source = Source::from_bytes(bytes[..whole - 1].to_vec());
    assert!(open(Archive::open(&source).unwrap(), Engine::portable()).is_err());
    // What was cut off is not there for those who add.
    let source = Source::from_bytes(bytes.clone());
    let mut shorter = open(Archive::open(&source).unwrap(), Engine::portable()).unwrap();
    shorter.cut(u64::MAX);
    assert!(shorter.store.has(&next) && shorter.end().is_ok());
    shorter.cut(whole as u64);
    assert!(!shorter.store.has(&next));
    assert_eq!(
        (shorter.scan.end, shorter.end().unwrap()),
        (whole as u64, whole as u64)
    );
    // In an archive of others HEAD may come first; there nothing is dropped.
    let mut turned = Blocks::default();
    let (commit, others) = (
        blocks.0[1].clone(),
        [blocks.0[0].clone(), blocks.0[2].clone()],
    );
    turned.0.push(commit);
    turned.0.extend(others);
    let mut bytes = turned.archive(&head);
    opened(bytes.clone(), &|opened| assert!(opened.end().is_ok()));
    *bytes.last_mut().unwrap() ^= 1;
    opened(bytes.clone(), &|opened| {
        assert_eq!(opened.end().unwrap_err().slug, slug::BLOCK_MISMATCH);
    });
    // Nor where it is cut, be it before the tree, in the midst of it, or behind.
    for cut in 1..60 {
        opened(bytes[..bytes.len() - cut].to_vec(), &|opened| {
            assert!(opened.end().is_err() || opened.scan.torn.is_none(), "{cut}");
        });
    }
}

#[test]
fn a_chunk_hides_no_folder_and_an_inline_block_nothing() {
    let mut blocks = Blocks::default();
    let chunk = blocks.file(b"below");
    let folder = blocks.folder(&V1_2025, &[("file", &chunk)]);
    let inline = Params {
        inline: 200,
        ..V1_2025
    };
    let above = blocks.folder(&inline, &[("file", &chunk)]);
    assert!(above.cid.inline().is_some());
    blocks.0.pop();
    let (cid, block) = blocks.0.last().unwrap().clone();
    assert_eq!(cid, folder.cid);
    let mut other = Blocks::default();
    let same = other.raw(&block);
    assert_eq!(same.multihash(), folder.cid.multihash());
    let copied = |root: &Cid| {
        blocks.with(&folder.cid, |from| {
            other.with(&same, |store| {
                assert!(store.has(root) && !store.holds(root) && store.holds(&same));
                let mut bytes = Vec::new();
                let mut writer = Writer::begin(&mut bytes, std::slice::from_ref(root), false);
                let writer = writer.as_mut().unwrap();
                copy(from, root, &|cid| store.holds(cid), writer).unwrap();
                writer.blocks
            })
        })
    };
    assert_eq!(copied(&folder.cid), 2);
    assert_eq!(copied(&above.cid), 1);
}

#[test]
fn differences_are_named() {
    let mut blocks = Blocks::default();
    let [one, two, three] = [&b"one"[..], b"two", b"three"].map(|bytes| blocks.file(bytes));
    let sub = blocks.folder(&V1_2025, &[("x", &one), ("y", &two)]);
    let other = blocks.folder(&V1_2025, &[("x", &three), ("y", &two)]);
    let third = blocks.folder(&V1_2025, &[("z", &two)]);
    let old = [
        ("gone", &one),
        ("moved", &sub),
        ("same", &two),
        ("sub", &sub),
        ("kind", &third),
    ];
    let new = [
        ("came", &three),
        ("place", &sub),
        ("same", &two),
        ("sub", &other),
        ("kind", &two),
    ];
    let (old, new) = (blocks.folder(&V1_2025, &old), blocks.folder(&V1_2025, &new));
    blocks.with(&new.cid, |store| {
        let found = trees(store, Some(&old.cid), &new.cid, LIMITS).unwrap();
        let words: Vec<_> = found
            .iter()
            .map(|(path, change)| {
                let path = String::from_utf8_lossy(path).into_owned();
                match change {
                    Change::Added(_) => format!("+{path}"),
                    Change::Removed(_) => format!("-{path}"),
                    Change::Changed(..) => format!("*{path}"),
                    Change::Renamed(from, _) => {
                        format!("{}>{path}", String::from_utf8_lossy(from))
                    }
                }
            })
            .collect();
        let wanted = ["+came", "-gone", "kind/z>kind", "moved>place", "*sub/x"];
        assert_eq!(words, wanted);
        assert!(
            trees(store, Some(&new.cid), &new.cid, LIMITS)
                .unwrap()
                .is_empty()
        );
        assert_eq!(trees(store, None, &old.cid, LIMITS).unwrap().len(), 7);
        let few = Limits { count: 3, ..LIMITS };
        assert_eq!(
            trees(store, None, &old.cid, few).unwrap_err().slug,
            slug::EXTRACT_LIMIT
        );
    });
}

#[test]
fn empty_files_are_not_renamed() {
    let mut blocks = Blocks::default();
    let data = Data {
        filesize: Some(0),
        ..Data::new(unixfs::Kind::File)
    };
    let empty = layout::put(&V1_2025, Vec::new(), &data, &mut |cid, block| {
        blocks.0.push((cid.clone(), block.to_vec()));
        Ok(())
    });
    let empty = empty.unwrap();
    let [raw, full] = [&b""[..], b"full"].map(|bytes| blocks.file(bytes));
    let old = [("a", &empty), ("b", &raw), ("c", &full)];
    let new = [("x", &empty), ("y", &raw), ("z", &full)];
    let [old, new] = [old, new].map(|names| blocks.folder(&V1_2025, &names));
    blocks.with(&new.cid, |store| {
        let found = trees(store, Some(&old.cid), &new.cid, LIMITS).unwrap();
        let renamed = found
            .iter()
            .filter(|(_, change)| matches!(change, Change::Renamed(..)));
        assert_eq!(renamed.map(|(path, _)| &**path).collect::<Vec<_>>(), [b"z"]);
    });
}

#[test]
fn trees_of_old_modes_are_not_written_anew() {
    let mut blocks = Blocks::default();
    let mut put = |block: Vec<u8>| {
        let cid = git::cid_of(SHA1, &block);
        blocks.0.push((cid.clone(), block));
        cid
    };
    let blobs: Vec<Cid> = (0..3u8)
        .map(|byte| put(git::object("blob", &[byte])))
        .collect();
    let mut tree = |mode: &str, lines: [usize; 2]| {
        let line = |(name, number): (&str, usize)| {
            let head = format!("{mode} {name}\0");
            [head.as_bytes(), blobs[number].digest()].concat()
        };
        let lines = [line(("a", lines[0])), line(("b", lines[1]))];
        put(git::object("tree", &lines.concat()))
    };
    let [new, old] =
        ["100644", "100664"].map(|mode| [[0, 0], [1, 0], [0, 1]].map(|lines| tree(mode, lines)));
    blocks.with(&new[0].clone(), |store| {
        let merged = |base: &Cid, ours: &Cid, theirs: &Cid| {
            merge::trees(store, Some(base), (ours, theirs), &V1_2025, LIMITS)
        };
        assert!(merged(&new[0], &new[1], &new[2]).is_ok());
        for (ours, theirs) in [(&old[1], &new[2]), (&new[1], &old[2])] {
            let error = merged(&new[0], ours, theirs).unwrap_err();
            assert_eq!(error.slug, slug::GIT_OBJECT);
        }
        // What only one side changed is taken as it is.
        assert_eq!(merged(&old[0], &old[0], &old[1]).unwrap().tree, old[1]);
    });
}

#[test]
fn objects_of_git_are_values_without_doubles() {
    let who = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <> 1 +0000\ncommitter A <> 1 +0000\n";
    let value = |headers: &[u8]| {
        let body = [who.as_bytes(), headers, b"\nx\n"].concat();
        let value = git::value(SHA1, &git::object("commit", &body));
        value.map(|value| String::from_utf8(value.to_json().unwrap()).unwrap())
    };
    let one = value(b"mergetag one\n two\n").unwrap();
    assert!(one.contains(r#""mergetag":"one\ntwo""#), "{one}");
    let two = value(b"mergetag one\nother x\nmergetag two\n").unwrap();
    assert!(
        two.contains(r#""mergetag":["one","two"],"message""#),
        "{two}"
    );
    for bad in [&b"message x\n"[..], b"parents x\n", b"\xff x\n"] {
        assert_eq!(value(bad).unwrap_err().slug, slug::FORM);
    }
    let line = |name: u8| [&b"100644 "[..], &[name, 0], &[7; 20]].concat();
    let tree = |names: [u8; 2]| git::value(SHA1, &git::object("tree", &names.map(line).concat()));
    assert!(tree(*b"ab").is_ok());
    assert_eq!(tree([0xfe, 0xff]).unwrap_err().slug, slug::FORM);
}

#[test]
fn equal_shards_are_not_read() {
    let mut blocks = Blocks::default();
    let sharded = Params {
        threshold: 0,
        fanout: 8,
        ..V1_2025
    };
    let [one, two] = [&b"one"[..], b"two"].map(|bytes| blocks.file(bytes));
    let names: Vec<String> = (0..200).map(|n| format!("name-{n}")).collect();
    let mut links: Vec<(&str, &Node)> = names.iter().map(|name| (&**name, &one)).collect();
    let old = blocks.folder(&sharded, &links);
    let before = blocks.0.len();
    links[77].1 = &two;
    links[78].0 = "other";
    let new = blocks.folder(&sharded, &links);
    let made = blocks.0.len() - before;
    // The shards that only the old one has are enough: of what both have nothing is there.
    let new_cids: Vec<_> = blocks.0[before..]
        .iter()
        .map(|(cid, _)| cid.clone())
        .collect();
    let shared: Vec<_> = blocks.0[..before]
        .iter()
        .filter(|(cid, _)| new_cids.contains(cid) && cid.codec() != RAW)
        .map(|(cid, _)| cid.clone())
        .collect();
    assert!(
        shared.len() > 10 && shared.len() < made,
        "{} of {made}",
        shared.len()
    );
    blocks.0.retain(|(cid, _)| !shared.contains(cid));
    blocks.with(&new.cid, |store| {
        let pairs = differing(store, &old.cid, &new.cid).unwrap();
        let found: Vec<_> = pairs
            .iter()
            .map(|pair| (pair.name(), pair.old.is_some(), pair.new.is_some()))
            .collect();
        let wanted = [
            (&b"name-77"[..], true, true),
            (b"name-78", true, false),
            (b"other", false, true),
        ];
        assert_eq!(found, wanted);
    });
}

#[test]
fn ranges_of_files_that_differ() {
    let mut blocks = Blocks::default();
    let long: Vec<u8> = (0..=255).cycle().take(1000).collect();
    let changed = |places: &[usize]| {
        let mut bytes = long.clone();
        for at in places {
            bytes[*at] ^= 1;
        }
        bytes
    };
    let cases = [
        (long.clone(), vec![]),
        (changed(&[0]), vec![(0, 1)]),
        (
            changed(&[17, 30, 500, 999]),
            vec![(17, 31), (500, 501), (999, 1000)],
        ),
        (changed(&[15, 16]), vec![(15, 17)]),
        ([&long[..], b"more"].concat(), vec![(1000, 1004)]),
        (long[..993].to_vec(), vec![(993, 1000)]),
        (b"".to_vec(), vec![(0, 1000)]),
        (b"\x01".to_vec(), vec![(0, 1000)]),
    ];
    let old = blocks.file(&long);
    let new: Vec<Node> = cases.iter().map(|(bytes, _)| blocks.file(bytes)).collect();
    blocks.with(&old.cid, |store| {
        for (node, (_, wanted)) in new.iter().zip(&cases) {
            let [a, b] = [&old.cid, &node.cid].map(Entry::root);
            for (old, new) in [(&a, &b), (&b, &a)] {
                let found = ranges::files(store, old, new, LIMITS, &Deaf).unwrap();
                assert!(!found.more);
                let found: Vec<_> = found
                    .ranges
                    .into_iter()
                    .map(|range| (range.start, range.end))
                    .collect();
                assert_eq!(found, *wanted);
            }
        }
    });
}

#[test]
fn merges_take_both_sides() {
    let mut blocks = Blocks::default();
    let files: Vec<Node> = (0..6u8).map(|n| blocks.file(&[n; 40])).collect();
    let [a, b, c, d] = [0, 1, 2, 3].map(|n| &files[n]);
    let (new, last) = (&files[4], &files[5]);
    let mut folder = |names: &[(&str, &Node)]| blocks.folder(&V1_2025, names);
    let sub = folder(&[("x", a), ("y", b)]);
    let base = folder(&[("one", a), ("two", b), ("sub", &sub), ("gone", c)]);
    let sub_ours = folder(&[("x", c), ("y", b)]);
    let ours = folder(&[
        ("one", d),
        ("two", b),
        ("sub", &sub_ours),
        ("gone", c),
        ("ours", new),
    ]);
    let sub_theirs = folder(&[("x", a), ("y", d)]);
    let theirs = folder(&[
        ("one", a),
        ("two", last),
        ("sub", &sub_theirs),
        ("theirs", new),
    ]);
    let sub_both = folder(&[("x", c), ("y", d)]);
    let both = [
        ("one", d),
        ("two", last),
        ("sub", &sub_both),
        ("ours", new),
        ("theirs", new),
    ];
    let both = folder(&both);
    let clash = folder(&[("one", last), ("two", b), ("sub", a), ("gone", d)]);
    let made = [both.cid.clone(), sub_both.cid.clone()];
    blocks.0.retain(|(cid, _)| !made.contains(cid));
    blocks.with(&base.cid, |store| {
        let merged = |base: Option<&Node>, ours: &Node, theirs: &Node| {
            let base = base.map(|node| &node.cid);
            merge::trees(store, base, (&ours.cid, &theirs.cid), &V1_2025, LIMITS).unwrap()
        };
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let done = merged(Some(&base), one, other);
            assert_eq!((done.conflicts, done.tree), (vec![], both.cid.clone()));
            let blocks: Vec<_> = done.blocks.into_iter().map(|(cid, _)| cid).collect();
            assert_eq!(blocks, [sub_both.cid.clone(), both.cid.clone()]);
        }
        let done = merged(Some(&base), &theirs, &clash);
        let conflicts: Vec<_> = done
            .conflicts
            .iter()
            .map(|one| (String::from_utf8_lossy(&one.path).into_owned(), one.why))
            .collect();
        let wanted = [
            ("gone".to_owned(), "removed here, changed there"),
            ("sub".to_owned(), "a folder here, a file there"),
        ];
        assert_eq!(conflicts, wanted);
        let done = merged(None, &ours, &theirs);
        let paths: Vec<_> = done.conflicts.iter().map(|one| &*one.path).collect();
        assert_eq!(paths, [&b"one"[..], b"sub/x", b"sub/y", b"two"]);
        assert_eq!(merged(Some(&base), &base, &ours).tree, ours.cid);
        let tree = git::cid_of(SHA1, &git::object("tree", b""));
        let mixed = merge::trees(store, None, (&ours.cid, &tree), &V1_2025, LIMITS);
        assert_eq!(mixed.unwrap_err().slug, slug::STORE);
    });
}

#[test]
fn paths_go_on_where_links_lead() {
    let mut blocks = Blocks::default();
    let one = blocks.file(b"one");
    let sub = blocks.folder(&V1_2025, &[("x", &one)]);
    let tree = blocks.folder(&V1_2025, &[("sub", &sub)]);
    let first = blocks.commit(&tree.cid, &[], 1);
    let head = blocks.commit(&tree.cid, &[&first], 2);
    blocks.with(&head, |store| {
        let found = |path: &str| path::resolve(store, &head, path.as_bytes());
        assert_eq!(found("").unwrap().cid, head);
        assert_eq!(found("parents/0").unwrap().cid, first);
        assert_eq!(found("parents/0/tree/sub/x").unwrap().cid, one.cid);
        let inside = found("author/time").unwrap();
        assert_eq!(inside.value.unwrap().to_json().unwrap(), b"2");
        for bad in [
            "x",
            "parents/1",
            "parents/00",
            "tree/no",
            "author/time/x",
            "tree/sub/x/y",
        ] {
            assert_eq!(found(bad).unwrap_err().slug, slug::NO_SUCH_PATH, "{bad}");
        }
        assert_eq!(path::tree_of(store, &head).unwrap(), tree.cid);
        assert_eq!(path::tree_of(store, &tree.cid).unwrap(), tree.cid);
    });
}

#[test]
fn objects_of_git_are_read_strictly() {
    let tree = |body: &[u8]| git::entries(SHA1, body).map(|entries| entries.len());
    let line =
        |mode: &str, name: &str| [mode.as_bytes(), b" ", name.as_bytes(), b"\0", &[7; 20]].concat();
    let both = |a: Vec<u8>, b: Vec<u8>| [a, b].concat();
    assert_eq!(tree(&both(line("100644", "a"), line("40000", "b"))), Ok(2));
    // A folder counts as one with a slash behind its name: `a.b` comes before the folder `a`.
    assert_eq!(
        tree(&both(line("100644", "a.b"), line("40000", "a"))),
        Ok(2)
    );
    for bad in [
        both(line("40000", "a"), line("100644", "a.b")),
        both(line("100644", "a"), line("100644", "a")),
        line("040000", "a"),
        line("100600", "a"),
        line("100644", ""),
        line("100644", "a/b"),
        line("100644", "a")[..27].to_vec(),
        b"100644".to_vec(),
    ] {
        assert!(tree(&bad).is_err(), "{bad:?}");
    }
    for bad in [
        &b"blob 3\0ab"[..],
        b"blob 02\0ab",
        b"blub 2\0ab",
        b"blob 2",
        b"",
        b"blob  2\0ab",
    ] {
        assert_eq!(git::open(bad).unwrap_err().slug, slug::GIT_OBJECT);
    }
    let good = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <> 1 +0000\ncommitter A <> 1 +0000\n\nx\n";
    let read = |text: &str| git::read_commit(SHA1, &git::object("commit", text.as_bytes()));
    assert_eq!(read(good).unwrap().message, "x\n");
    for (from, to) in [
        ("tree 4b", "tree 4"),
        ("tree", "tee"),
        ("author", "autor"),
        ("<> 1 +0000\nc", "<> x +0000\nc"),
        ("<> 1 +0000\nc", "<> 1\nc"),
        ("\n\nx\n", "\n"),
        ("committer A <> 1 +0000\n", ""),
    ] {
        assert!(read(&good.replacen(from, to, 1)).is_err(), "{to:?}");
    }
    let cid = Cid::v1(DAG_CBOR, SHA2_256, &[0; 32]);
    assert!(Commit::read(&cid, good.as_bytes()).is_err());
}
