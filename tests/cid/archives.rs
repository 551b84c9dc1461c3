//! Archives that others have published: `tests/vectors/car/README.md` tells where they are from.

use decent::car::{Archive, Store, index, verify};
use decent::error::slug;
use decent::hash::Engine;
use decent::source::Source;
use decent::watch::Deaf;

fn source(name: &str) -> Source<'static> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/car");
    Source::from_bytes(std::fs::read(format!("{folder}/{name}.car")).unwrap())
}

/// Version, roots, blocks, and blocks below all roots.
fn all_of(name: &str) -> (u64, Vec<String>, u64, u64) {
    let source = source(name);
    let archive = Archive::open(&source).unwrap();
    let blocks = verify::blocks(&archive, Engine::portable(), &Deaf).unwrap();
    assert_eq!(blocks.bad_count, 0, "{name}");
    let store = Store::of(archive.clone(), Engine::portable()).unwrap();
    let mut reached = 0;
    for root in &archive.roots {
        let below = verify::below(&store, root, &Deaf).unwrap();
        assert_eq!(below.missing_count, 0, "{name}");
        reached += below.blocks;
    }
    let roots = archive.roots.iter().map(ToString::to_string).collect();
    (archive.version, roots, blocks.count, reached)
}

#[test]
fn the_specifications_own() {
    let roots = [
        "bafyreihyrpefhacm6kkp4ql6j6udakdit7g3dmkzfriqfykhjw6cad5lrm",
        "bafyreidj5idub6mapiupjwjsyyxhyhedxycv4vihfsicm2vt46o7morwlm",
    ];
    let one = (1, roots.map(String::from).to_vec(), 8, 9);
    let found = all_of("carv1-basic");
    assert_eq!((found.0, &found.1, found.2), (one.0, &one.1, one.2));
    let root = "QmfEoLyB5NndqeKieExd1rtJzTduQUPEV8TwAYcUiy3H5Z";
    assert_eq!(all_of("carv2-basic"), (2, vec![root.into()], 5, 5));
    // Its index is no index that go-car would read, and is said to be none; the data hold.
    let source = source("carv2-basic");
    let archive = Archive::open(&source).unwrap();
    assert!(index::range(&archive).is_some());
    assert!(verify::index(&archive).unwrap().is_some());
}

#[test]
fn those_of_go_car_and_kubo() {
    let (version, roots, blocks, _) = all_of("sample-rw-bs-v2");
    assert_eq!((version, roots.len(), blocks), (2, 3, 3));
    let root = "bafybeiakgrehdxxgy5kca72znt6jllrj2sqkehtqeojfuxlbeuqg3vfkwq";
    assert_eq!(all_of("sample-unixfs-v2"), (2, vec![root.into()], 3, 3));
    for name in ["sample-rw-bs-v2", "sample-unixfs-v2"] {
        let source = source(name);
        let archive = Archive::open(&source).unwrap();
        assert_eq!(verify::index(&archive).unwrap(), None, "{name}");
    }
    let root = "QmQrff5caQCb1Hz6UoCX3keY9NrVK2Ut8VUQz22dVYFtHR";
    assert_eq!(all_of("kubo-size-32"), (1, vec![root.into()], 14, 14));
}

#[test]
fn what_go_car_refuses_is_refused() {
    for name in ["sample-corrupt-pragma", "sample-rootless-v42"] {
        let source = source(name);
        assert_eq!(
            Archive::open(&source).map(|_| ()).unwrap_err().slug,
            slug::CAR,
            "{name}"
        );
    }
    // Zeros where a section should begin: an error, unless they are said to be the end.
    let source = source("sample-v1-with-zero-len-section2");
    let mut archive = Archive::open(&source).unwrap();
    let error = archive.sections().find_map(Result::err).unwrap();
    assert_eq!(
        (error.slug, error.to_string().contains("byte 20819")),
        (slug::CAR, true)
    );
    archive.zero_eof = true;
    assert!(archive.sections().all(|section| section.is_ok()));
}
