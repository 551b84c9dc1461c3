//! Every fault is found, at its byte, and an index that does not fit is told apart from a log that is
//! wrong.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Checked, Quorums, check, survey};
use crate::error::{Error, Result, slug};
use crate::hash::Engine;
use crate::skipchain::along::Parts;
use crate::skipchain::index::HEAD;
use crate::skipchain::record::{self, Kind, Record, Records};
use crate::skipchain::tests::{Folder, log};
use crate::skipchain::{Chain, Hop, Shape, store};
use crate::source::Source;
use crate::watch::Deaf;

/// Notes how many bytes it is given at once.
struct Weighs(AtomicUsize);

impl Quorums for Weighs {
    fn judge(&self, _: &Chain<'_>, records: &[Record]) -> Result<Vec<(u64, Error)>> {
        let bytes = records.iter().map(|record| record.body.len()).sum();
        self.0.fetch_max(bytes, Ordering::Relaxed);
        Ok(Vec::new())
    }
}

/// Refuses what says so.
struct Words;

impl Quorums for Words {
    fn judge(&self, _: &Chain<'_>, records: &[Record]) -> Result<Vec<(u64, Error)>> {
        let bad = records
            .iter()
            .filter(|record| record.body.ends_with(b"forged"));
        let error = || Error::new(slug::SKIP_SIGNATURE, "signed", "forged");
        Ok(bad.map(|record| (record.at, error())).collect())
    }
}

fn checked(bytes: &[u8]) -> Checked {
    let chain = Chain::open(Source::from_bytes(bytes), None, &Deaf).unwrap();
    check(&chain, Engine::detect(), &Words, &Deaf).unwrap()
}

fn none(_: Hop) -> bool {
    false
}

fn records(bytes: &[u8]) -> Vec<Record> {
    let source = Source::from_bytes(bytes);
    let mut records = Records::from(&source, 0).unwrap();
    std::iter::from_fn(|| records.step().unwrap()).collect()
}

/// The log with other records, each with its checksum; places of rosters are those of the first.
fn written(records: &[Record]) -> Vec<u8> {
    let mut bytes = record::FIRST.to_vec();
    for one in records {
        record::push(&mut bytes, one.kind, &one.body);
    }
    bytes
}

#[test]
fn a_chain_that_is_right_is_right_whatever_its_shape_and_length() {
    for (shape, blocks) in [
        (Shape::default(), 1),
        (Shape::default(), 9000),
        (Shape::new(3, 3).unwrap(), 500),
    ] {
        let bytes = log(shape, blocks, |hop| hop.level == 1 && hop.from % 4 == 2);
        let found = checked(&bytes);
        assert_eq!((found.index, &*found.faults), (None, &[][..]));
        assert_eq!(found.blocks, blocks);
        assert_eq!(found.rosters, 1);
        assert_eq!(found.links + found.missing, store::possible(shape, blocks));
        assert_eq!(found.checkpoints, blocks.div_ceil(7));
    }
}

#[test]
fn what_is_wrong_in_a_block_is_told_by_its_place() {
    let all = records(&log(Shape::default(), 40, none));
    let place = |number: u64| {
        let is = |record: &&Record| {
            record.kind == Kind::Block && Parts::of(record).unwrap().header.index == number
        };
        all.iter().position(|record| is(&record)).unwrap()
    };
    // The last block, so that no other names it; the byte of its body, and what is said.
    let header = 8;
    let cases: [(usize, &str); 4] = [
        (7, "the roster that the header names"),
        (
            header + 32 + 32 + 8 + 8 + 8 + 8 + 5,
            "the payload that the header names",
        ),
        (
            header + 32 + 32 + 8 + 8 + 8 + 8 + 32 + 5,
            "the roster that the header names",
        ),
        (
            header + 32 + 32 + 8 + 8 + 8 + 8 + 32 + 32 + 5,
            "the root over all blocks before",
        ),
    ];
    for (byte, wanted) in cases {
        let mut other = all.clone();
        let at = place(39);
        other[at].body[byte] ^= 1;
        let found = checked(&written(&other));
        assert_eq!(found.index, None, "{wanted}");
        assert_eq!(found.faulty, 1, "{:?}", found.faults);
        assert_eq!(found.faults[0].at, other[at].at);
        assert_eq!(found.faults[0].error.wanted, wanted);
    }
    // In the payload itself, which nothing but its hash speaks of, anywhere.
    let mut other = all.clone();
    let last = other[place(20)].body.len() - 1;
    other[place(20)].body[last] ^= 1;
    let found = checked(&written(&other));
    assert_eq!(found.faulty, 1);
    assert_eq!(found.faults[0].at, all[place(20)].at);
}

#[test]
fn damage_is_told_by_its_byte_and_the_rest_is_checked() {
    let bytes = log(Shape::default(), 40, none);
    let all = records(&bytes);
    let folder = Folder::new();
    let source = folder.log(&bytes);
    let (idx, fwd) = (folder.file("idx"), folder.file("fwd"));
    store::build(&source, &idx, &fwd, &Deaf).unwrap();
    // Not the first and the last block, for then the index is not believed.
    for damaged in [&all[0], &all[9], &all[30], &all[all.len() / 2]] {
        let first_or_last = damaged.kind == Kind::Block
            && [0, 39].contains(&Parts::of(damaged).unwrap().header.index);
        assert!(!first_or_last);
        let mut other = bytes.clone();
        other[damaged.at as usize + 2 + record::HEAD as usize] ^= 4;
        let log = folder.log(&other);
        let chain = Chain::open(log, folder.beside(), &Deaf).unwrap();
        assert_eq!(chain.along().base().blocks, 40, "by the index");
        let found = check(&chain, Engine::detect(), &Words, &Deaf).unwrap();
        assert!(
            found.faults.iter().any(|fault| fault.at == damaged.at),
            "{:?}",
            found.faults
        );
        assert_eq!(found.index, None);
        // Without it there is nothing to go on by.
        assert!(Chain::open(Source::from_bytes(other), None, &Deaf).is_err());
    }
}

#[test]
fn what_is_signed_is_not_all_held_at_once() {
    let mut all = records(&log(Shape::default(), 20, none));
    let mut large = all[3].clone();
    large.kind = Kind::Checkpoint;
    large.body = vec![7; 1 << 20];
    all.extend((0..20).map(|number| {
        large.body[0] = number;
        large.clone()
    }));
    let bytes = written(&all);
    let chain = Chain::open(Source::from_bytes(bytes), None, &Deaf).unwrap();
    let most = Weighs(AtomicUsize::new(0));
    let found = check(&chain, Engine::detect(), &most, &Deaf).unwrap();
    assert_eq!((found.faulty, found.checkpoints), (0, 23));
    let most = most.0.into_inner();
    assert!((1 << 20..6 << 20).contains(&most), "{most}");
}

#[test]
fn heads_go_on_and_the_furthest_counts() {
    let mut all = records(&log(Shape::default(), 20, none));
    all.retain(|record| record.kind != Kind::Checkpoint);
    for (blocks, more) in [(5, ""), (9, ""), (9, "more"), (7, ""), (9, "")] {
        let mut head = all[0].clone();
        head.kind = Kind::Checkpoint;
        head.body = format!("log\n{blocks}\n{more}\n").into_bytes();
        all.push(head);
    }
    let bytes = written(&all);
    let found = checked(&bytes);
    let said: Vec<_> = found
        .faults
        .iter()
        .map(|fault| &*fault.error.found)
        .collect();
    let places: Vec<_> = found.faults.iter().map(|fault| fault.at).collect();
    assert_eq!(said, ["one of 7 behind one of 9", "the same again"]);
    let again = records(&bytes);
    let last = again.len();
    assert_eq!(places, [again[last - 2].at, again[last - 1].at]);
    // The older one behind it is not what is kept, nor is one of blocks that are not there.
    all.pop();
    let body = b"log\n21\n".to_vec();
    all.push(Record {
        body,
        ..all[last - 2].clone()
    });
    let chain = Chain::open(Source::from_bytes(written(&all)), None, &Deaf).unwrap();
    assert_eq!(chain.checkpoint().unwrap().unwrap(), b"log\n9\nmore\n");
    assert_eq!(chain.along().now().head, 9);
}

#[test]
fn every_damaged_record_is_told_without_an_index() {
    let bytes = log(Shape::default(), 40, none);
    let all = records(&bytes);
    let mut other = bytes.clone();
    let damaged = [&all[9], &all[30], &all[31], &all[70]].map(|record| record.at);
    for at in damaged {
        other[at as usize + 2 + record::HEAD as usize] ^= 4;
    }
    let first = Chain::open(Source::from_bytes(&other[..]), None, &Deaf);
    let first = first.err().unwrap();
    let found = survey(&Source::from_bytes(&other[..]), first).unwrap();
    // Two that stand side by side are one place.
    let told: Vec<u64> = found.faults.iter().map(|fault| fault.at).collect();
    assert_eq!(told, [damaged[0], damaged[1], damaged[3]]);
    assert_eq!(found.faulty, 3);
}

#[test]
fn signatures_that_are_refused_and_links_that_stand_twice_are_told() {
    let mut all = records(&log(Shape::default(), 20, none));
    let link = all
        .iter()
        .position(|record| record.kind == Kind::Link)
        .unwrap();
    let twice = all[link].clone();
    all.push(twice);
    let link = all
        .iter()
        .rposition(|record| record.kind == Kind::Checkpoint)
        .unwrap();
    all[link].body = b"forged".to_vec();
    let found = checked(&written(&all));
    let said: Vec<_> = found
        .faults
        .iter()
        .map(|fault| &*fault.error.found)
        .collect();
    assert_eq!(found.index, None);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.contains(&"forged"), "{said:?}");
    assert!(
        said.contains(&"another from block 0 on level 0"),
        "{said:?}"
    );
}

#[test]
fn any_byte_of_the_index_that_is_changed_is_told() {
    let bytes = log(Shape::default(), 33, |hop| hop.from == 8);
    let folder = Folder::new();
    let source = folder.log(&bytes);
    let (idx, fwd) = (folder.file("idx"), folder.file("fwd"));
    store::build(&source, &idx, &fwd, &Deaf).unwrap();
    for name in ["idx", "fwd"] {
        let path = folder.path().join(name);
        let good = std::fs::read(&path).unwrap();
        let (mut told, mut unread) = (0, 0);
        for at in (HEAD as usize..good.len()).step_by(3) {
            let mut bad = good.clone();
            bad[at] ^= 0x11;
            let slot = |bytes: &[u8]| {
                let bytes = &bytes[at - at % 8..][..8];
                u64::from_be_bytes(bytes.try_into().unwrap())
            };
            // A place behind what is covered counts for nothing, where no link can be.
            if name == "fwd" && slot(&good) == 0 && slot(&bad) >= bytes.len() as u64 {
                continue;
            }
            std::fs::write(&path, bad).unwrap();
            let log = || folder.source("log");
            let beside = folder.beside();
            let chain = beside.map(|beside| Chain::open(log(), Some(beside), &Deaf));
            let Some(Ok(chain)) = chain else {
                // Its first and last block were looked at when it was opened, and so were the nodes and
                // the blocks from which it goes on.
                unread += 1;
                continue;
            };
            told += 1;
            match check(&chain, Engine::detect(), &Words, &Deaf) {
                Ok(found) => assert!(found.index.is_some(), "{name} {at}: {found:?}"),
                Err(error) => assert_eq!(error.slug, slug::SKIP_INDEX, "{name} {at}"),
            }
        }
        std::fs::write(&path, good).unwrap();
        // Most of it counts only once it is read.
        assert!(told > 4 * unread && told > 100, "{name}: {told}, {unread}");
    }
    let chain = Chain::open(folder.source("log"), folder.beside(), &Deaf).unwrap();
    assert_eq!(
        check(&chain, Engine::detect(), &Words, &Deaf)
            .unwrap()
            .index,
        None
    );
}
