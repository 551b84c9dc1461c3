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

mod trees;
