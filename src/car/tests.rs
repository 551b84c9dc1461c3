//! Tests of archives: what lies, what is cut, what would never end.

use super::extract::{self, Limits};
use super::scope::{Scope, Selection, visit};
use super::write::Writer;
use super::*;
use crate::cid::unixfs::{Data, Kind};
use crate::cid::{Cid, DAG_PB, RAW, multihash};
use crate::codec::dag_cbor::{put_head, put_link};
use crate::codec::dag_pb::{Link, Node};
use crate::error::slug;
use crate::hash::Engine;
use crate::source::Source;
use crate::watch::Deaf;

/// An archive under way: blocks by their IDs.
#[derive(Default)]
pub(crate) struct Heap(Vec<(Cid, Vec<u8>)>);

impl Heap {
    pub(crate) fn put(&mut self, codec: u64, block: Vec<u8>) -> Cid {
        let digest = multihash::digest(0x12, &[&block]).unwrap();
        let cid = Cid::v1(codec, 0x12, &digest);
        self.0.push((cid.clone(), block));
        cid
    }

    pub(crate) fn node(&mut self, data: &Data, links: &[(&str, &Cid)]) -> Cid {
        let links = links.iter().map(|(name, cid)| Link {
            cid: (*cid).clone(),
            name: name.as_bytes().to_vec(),
            tsize: 1,
        });
        let node = Node {
            links: links.collect(),
            data: Some(data.encode()),
        };
        self.put(DAG_PB, node.encode())
    }

    /// A file of parts that claim so many bytes each.
    pub(crate) fn file(&mut self, parts: &[(&Cid, u64)]) -> Cid {
        let data = Data {
            filesize: Some(parts.iter().map(|(_, size)| size).sum()),
            blocksizes: parts.iter().map(|(_, size)| *size).collect(),
            ..Data::new(Kind::File)
        };
        let links: Vec<_> = parts.iter().map(|(cid, _)| ("", *cid)).collect();
        self.node(&data, &links)
    }

    pub(crate) fn folder(&mut self, links: &[(&str, &Cid)]) -> Cid {
        self.node(&Data::new(Kind::Directory), links)
    }

    pub(crate) fn car(&self, root: &Cid) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = Writer::begin(&mut bytes, std::slice::from_ref(root), false).unwrap();
        for (cid, block) in &self.0 {
            writer.block(cid, &[block]).unwrap();
        }
        bytes
    }
}

pub(crate) fn store<'a>(source: &'a Source<'a>) -> Store<'a> {
    Store::of(Archive::open(source).unwrap(), Engine::portable()).unwrap()
}

fn below(heap: &Heap, root: &Cid) -> crate::Result<verify::Below> {
    let source = Source::from_bytes(heap.car(root));
    let store = store(&source);
    verify::below(&store, root, &Deaf)
}

#[test]
fn a_pebibyte_in_four_blocks() {
    let mut heap = Heap::default();
    let mut at = heap.put(RAW, vec![0; 1 << 20]);
    let mut size = 1u64 << 20;
    for _ in 0..3 {
        at = heap.file(&vec![(&at, size); 1024]);
        size *= 1024;
    }
    assert_eq!(size, 1 << 50);
    let begun = std::time::Instant::now();
    let found = below(&heap, &at).unwrap();
    assert_eq!((found.blocks, found.missing_count), (4, 0));
    let source = Source::from_bytes(heap.car(&at));
    let error = extract::list(&store(&source), &at, Limits::default()).unwrap_err();
    assert_eq!(error.slug, slug::EXTRACT_LIMIT);
    // A byte in the midst of it needs one block a level.
    let mut count = 0;
    let selection = Selection {
        root: &at,
        path: b"",
        scope: Scope::Entity((1 << 49) + 5..(1 << 49) + 6),
    };
    visit(&store(&source), &selection, &mut |_, _| {
        count += 1;
        Ok(())
    })
    .unwrap();
    assert_eq!(count, 4);
    assert!(begun.elapsed().as_secs() < 20);
}

#[test]
fn a_tree_of_more_paths_than_can_be_counted() {
    let mut heap = Heap::default();
    let mut at = heap.put(RAW, b"leaf".to_vec());
    let names: Vec<String> = (0..100).map(|n| n.to_string()).collect();
    for _ in 0..11 {
        let links: Vec<_> = names.iter().map(|name| (name.as_str(), &at)).collect();
        at = heap.folder(&links);
    }
    assert_eq!(below(&heap, &at).unwrap().blocks, 12);
    let source = Source::from_bytes(heap.car(&at));
    let limits = Limits {
        count: 10_000,
        ..Limits::default()
    };
    let error = extract::list(&store(&source), &at, limits).unwrap_err();
    assert_eq!(error.slug, slug::EXTRACT_LIMIT);
}

#[test]
fn paths_are_bounded() {
    let name = "x".repeat(250);
    for (folders, good) in [(16, true), (17, false)] {
        let mut heap = Heap::default();
        let mut at = heap.put(RAW, b"leaf".to_vec());
        for _ in 0..folders {
            at = heap.folder(&[(&name, &at)]);
        }
        let source = Source::from_bytes(heap.car(&at));
        let store = store(&source);
        let limits = Limits::default();
        let found = [
            extract::list(&store, &at, limits).err(),
            crate::dag::diff::trees(&store, None, &at, limits).err(),
        ];
        let wanted = (!good).then_some(slug::EXTRACT_LIMIT);
        assert_eq!(
            found.map(|error| error.map(|error| error.slug)),
            [wanted; 2]
        );
    }
}

#[test]
fn chains_need_no_stack() {
    let mut heap = Heap::default();
    let mut file = heap.put(RAW, b"x".to_vec());
    let mut folder = file.clone();
    let mut cbor = file.clone();
    for _ in 0..100_000 {
        file = heap.file(&[(&file, 1)]);
        folder = heap.folder(&[("a", &folder)]);
        let mut block = Vec::new();
        put_head(&mut block, 4, 1);
        put_link(&mut block, &cbor);
        cbor = heap.put(crate::cid::DAG_CBOR, block);
    }
    let source = Source::from_bytes(heap.car(&file));
    let store = store(&source);
    for root in [&file, &folder, &cbor] {
        assert_eq!(verify::below(&store, root, &Deaf).unwrap().blocks, 100_001);
        let all = Selection {
            root,
            path: b"",
            scope: Scope::All,
        };
        visit(&store, &all, &mut |_, _| Ok(())).unwrap();
    }
    let mut read = Vec::new();
    extract::bytes(&store, &file, 0..9, &Deaf, &mut read).unwrap();
    assert_eq!(read, b"x");
    let error = extract::list(&store, &folder, Limits::default()).unwrap_err();
    assert_eq!(error.slug, slug::EXTRACT_LIMIT);
}

#[test]
fn lies_are_found() {
    let mut heap = Heap::default();
    let leaf = heap.put(RAW, b"four".to_vec());
    let honest = heap.file(&[(&leaf, 4), (&leaf, 4)]);
    assert_eq!(below(&heap, &honest).unwrap().blocks, 2);
    // A leaf of four bytes said to have five; a node likewise; a folder as a part of a file.
    let short = heap.file(&[(&leaf, 5)]);
    let deeper = heap.file(&[(&honest, 9)]);
    let folder = heap.folder(&[("a", &leaf)]);
    let strange = heap.file(&[(&folder, 4)]);
    // Two claims about one block, of which one is right.
    let both = heap.file(&[(&leaf, 4), (&leaf, 3)]);
    for root in [&short, &deeper, &strange, &both] {
        let error = below(&heap, root).unwrap_err();
        assert_eq!(error.slug, slug::UNIXFS, "{root}");
        let source = Source::from_bytes(heap.car(root));
        let read = extract::bytes(&store(&source), root, 0..99, &Deaf, &mut Vec::new());
        assert!(read.is_err(), "{root}");
    }
    let twice = heap.folder(&[("a", &leaf), ("a", &honest)]);
    assert_eq!(below(&heap, &twice).unwrap_err().slug, slug::UNSAFE_NAME);
    // A shard whose bit field tells another number of links, and one in two places.
    let shard = Data {
        data: vec![3],
        hash_type: Some(0x22),
        fanout: Some(8),
        ..Data::new(Kind::HamtShard)
    };
    let wrong = heap.node(&shard, &[("0", &leaf)]);
    assert_eq!(below(&heap, &wrong).unwrap_err().slug, slug::HAMT);
    let empty = heap.node(
        &Data {
            data: vec![],
            ..shard.clone()
        },
        &[],
    );
    let two = heap.node(&shard, &[("0", &empty), ("1", &empty)]);
    assert_eq!(below(&heap, &two).unwrap_err().slug, slug::HAMT);
}

#[test]
fn names_that_lead_out_are_refused() {
    let mut heap = Heap::default();
    let leaf = heap.put(RAW, b"x".to_vec());
    for name in ["", ".", "..", "a/b", "/", "a\0"] {
        let root = heap.folder(&[(name, &leaf)]);
        let source = Source::from_bytes(heap.car(&root));
        let error = extract::list(&store(&source), &root, Limits::default()).unwrap_err();
        assert_eq!(error.slug, slug::UNSAFE_NAME, "{name:?}");
    }
}

#[test]
fn links_that_lead_out_are_refused_before_anything_is_written() {
    let folder = std::env::temp_dir().join(format!("decent-car-links-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    let into = crate::dir::Dir::from_file(std::fs::File::open(&folder).unwrap()).unwrap();
    let mut heap = Heap::default();
    let leaf = heap.put(RAW, b"x".to_vec());
    for (target, good) in [
        ("/etc/passwd", false),
        ("..", false),
        ("b/../../c", false),
        // Where they stand alone these stay; behind a link they need not.
        ("b/../c", false),
        ("./b/..", false),
        ("", false),
        ("../a", true),
    ] {
        let data = Data {
            data: target.as_bytes().to_vec(),
            ..Data::new(Kind::Symlink)
        };
        let link = heap.node(&data, &[]);
        let inner = heap.folder(&[("link", &link)]);
        let root = if good {
            heap.folder(&[("a", &leaf), ("z", &inner)])
        } else {
            heap.folder(&[("a", &leaf), ("link", &link)])
        };
        let source = Source::from_bytes(heap.car(&root));
        let store = store(&source);
        let items = extract::list(&store, &root, Limits::default()).unwrap();
        let written = extract::write(&store, &items, &into, true, &Deaf);
        assert_eq!(written.is_ok(), good, "{target:?}");
        assert_eq!(into.entries().unwrap().is_empty(), !good, "{target:?}");
    }
    assert!(std::fs::read_to_string(folder.join("z/link")).is_ok_and(|text| text == "x"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn cut_and_changed_archives() {
    let mut heap = Heap::default();
    let leaf = heap.put(RAW, b"some bytes".to_vec());
    let root = heap.file(&[(&leaf, 10)]);
    let good = heap.car(&root);
    let sections = |bytes: &[u8]| {
        let source = Source::from_bytes(bytes.to_vec());
        let archive = Archive::open(&source)?;
        archive.sections().collect::<crate::Result<Vec<_>>>()
    };
    let all = sections(&good).unwrap();
    let ends: Vec<_> = all
        .iter()
        .map(|section| section.block.end as usize)
        .collect();
    for cut in 0..good.len() {
        let whole = cut == 59 || ends.contains(&cut);
        assert_eq!(sections(&good[..cut]).is_ok(), whole, "{cut}");
    }
    // Zeros behind it, an overlong number, a section past every bound, a header that is none.
    assert!(sections(&[&good[..], &[0]].concat()).is_err());
    assert!(sections(&[&good[..], &[0x85, 0, 1, 1, 1, 1]].concat()).is_err());
    assert!(sections(&[&good[..], &[0xff, 0xff, 0xff, 0xff, 0x7f]].concat()).is_err());
    assert!(sections(&[0x80; 20]).is_err());
    // A section may say another codec of the same bytes: blocks are found by their hashes.
    let codecs: Vec<_> = all
        .iter()
        .map(|section| section.offset as usize + 2)
        .collect();
    for at in (0..good.len()).filter(|at| !codecs.contains(at)) {
        let mut bad = good.clone();
        bad[at] ^= 1;
        let source = Source::from_bytes(bad);
        let Ok(archive) = Archive::open(&source) else {
            continue;
        };
        let wrong_root = archive.roots != [root.clone()];
        let judged = verify::blocks(&archive, Engine::portable(), &Deaf);
        let bad = judged.is_err() || judged.is_ok_and(|found| found.bad_count > 0);
        let gone = Store::of(archive, Engine::portable()).is_ok_and(|store| {
            verify::below(&store, &root, &Deaf).is_ok_and(|below| below.missing_count > 0)
        });
        assert!(wrong_root || bad || gone, "byte {at}");
    }
}

#[test]
fn a_second_version_holds_the_first() {
    let mut heap = Heap::default();
    let root = heap.put(RAW, b"some bytes".to_vec());
    let one = heap.car(&root);
    let entries = vec![(root.clone(), 59)];
    let index = index::encode(index::Format::Sorted, entries);
    let two = [&*write::before_data(one.len() as u64, true), &one, &index].concat();
    let source = Source::from_bytes(two.clone());
    let archive = Archive::open(&source).unwrap();
    assert_eq!((archive.version, &archive.roots), (2, &vec![root]));
    assert_eq!(archive.sections().count(), 1);
    assert_eq!(verify::index(&archive).unwrap(), None);
    // Data past the end, data in the header, an index in the data, an index past the end.
    for (at, value) in [
        (35, u64::MAX),
        (27, 50),
        (35, one.len() as u64 + 1000),
        (43, 60),
        (43, 1 << 40),
    ] {
        let mut bad = two.clone();
        bad[at..at + 8].copy_from_slice(&value.to_le_bytes());
        let source = Source::from_bytes(bad);
        assert!(Archive::open(&source).is_err(), "{at} {value}");
    }
    let mut bad = two.clone();
    let last = bad.len() - 1;
    bad[last] = 9;
    let source = Source::from_bytes(bad);
    let archive = Archive::open(&source).unwrap();
    assert!(
        verify::index(&archive).unwrap().is_some(),
        "an index that leads elsewhere"
    );
}
