//! Chains in their files: opened with an index and without, behind, damaged, cut.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::record::Kind;
use super::roster::{Key, Member};
use super::store::{self, Beside, Chain};
use super::tree::Nodes as _;
use super::{Along, Content, Hop, Roster, Shape, index, record, tree};
use crate::codec::hex;
use crate::error::{Place, slug};
use crate::source::Source;
use crate::watch::Deaf;

/// A folder that goes with its owner.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("decent-skip-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub(super) fn path(&self) -> &std::path::Path {
        &self.0
    }

    pub(super) fn file(&self, name: &str) -> File {
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        options.open(self.0.join(name)).unwrap()
    }

    pub(super) fn source(&self, name: &str) -> Source<'static> {
        Source::from_file(File::open(self.0.join(name)).unwrap()).unwrap()
    }

    pub(super) fn log(&self, bytes: &[u8]) -> Source<'static> {
        let path = self.0.join("log");
        File::create(&path).unwrap().write_all(bytes).unwrap();
        self.source("log")
    }

    pub(super) fn beside(&self) -> Option<Beside<'static>> {
        let log = self.source("log");
        Beside::of(&log, self.source("idx"), self.source("fwd"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn members() -> Vec<u8> {
    let key = "3ee2a8a7283cb2fd728943daa127ef09e483071a8b4bc699ba4522f09b14cfde";
    let member = Member {
        name: "anna".into(),
        weight: 1,
        key: Key::ed25519(&hex::decode(key).unwrap().try_into().unwrap()).unwrap(),
    };
    Roster::of(vec![member], None).unwrap().encode()
}

fn roster() -> [u8; 32] {
    use sha2::{Digest, Sha256};
    Sha256::digest(members()).into()
}

/// A log of so many blocks, with every link that may be between them but those of which `skip` says so.
pub(super) fn log(shape: Shape, blocks: u64, skip: impl Fn(Hop) -> bool) -> Vec<u8> {
    let mut bytes = record::FIRST.to_vec();
    let mut along = Along::begin(shape, [3; 32]);
    let at = along
        .push_other(&mut bytes, Kind::Roster, &members())
        .unwrap();
    for index in 0..blocks {
        let payload = format!("payload {index}").into_bytes();
        let content = Content::new(index, &payload, roster());
        along.push(&mut bytes, at, &content, &payload).unwrap();
        let levels = 0..shape.greatest();
        let ended = levels.filter_map(|level| {
            let from = index.checked_sub(shape.span(level)?)?;
            let hop = Hop {
                from,
                to: index,
                level,
            };
            (level < shape.height(from) && !skip(hop)).then_some(hop)
        });
        for hop in ended.collect::<Vec<_>>() {
            let body = [&hop.from.to_be_bytes()[..], &[hop.level], b"signed"].concat();
            along.push_other(&mut bytes, Kind::Link, &body).unwrap();
        }
        if index % 7 == 0 {
            let body = format!("head {index}").into_bytes();
            along
                .push_other(&mut bytes, Kind::Checkpoint, &body)
                .unwrap();
        }
    }
    bytes
}

fn same(chain: &Chain<'_>, bytes: &[u8]) {
    let other = Chain::open(Source::from_bytes(bytes), None, &Deaf).unwrap();
    assert_eq!(chain.len(), other.len());
    assert_eq!(chain.id(), other.id());
    assert_eq!(chain.checkpoint().unwrap(), other.checkpoint().unwrap());
    let shape = chain.shape();
    for index in 0..chain.len() {
        assert_eq!(chain.held(index).unwrap(), other.held(index).unwrap());
        assert_eq!(chain.roster_of(index).unwrap(), members());
        assert_eq!(
            chain.payload(index).unwrap(),
            format!("payload {index}").into_bytes()
        );
        for level in 0..6 {
            let [one, two] = [chain, &other].map(|chain| chain.link(index, level).unwrap());
            assert_eq!(one, two);
            let to = shape.span(level).map(|span| index + span);
            let may = level < shape.height(index) && to.is_some_and(|to| to < chain.len());
            assert_eq!(one.is_some(), may, "{index} {level}");
        }
    }
    for level in 1..6 {
        for number in 0..chain.len() >> level {
            let [one, two] = [chain, &other].map(|chain| chain.node(level, number).unwrap());
            assert_eq!(one, two);
        }
    }
    let block = chain.block(chain.len() - 1).unwrap();
    assert_eq!(
        tree::root(chain.len() - 1, chain).unwrap(),
        block.header().tree
    );
    assert_eq!(chain.missing().count(), 0);
    assert_eq!(chain.possible(), chain.along().now().links);
}

#[test]
fn a_chain_is_the_same_with_an_index_of_any_part_of_it_and_without() {
    for shape in [Shape::default(), Shape::new(3, 3).unwrap()] {
        let all = log(shape, 60, |_| false);
        for covered in [1, 2, 3, 31, 59, 60] {
            let folder = Folder::new();
            let part = folder.log(&log(shape, covered, |_| false));
            let (idx, fwd) = (folder.file("idx"), folder.file("fwd"));
            store::build(&part, &idx, &fwd, &Deaf).unwrap();
            let log = folder.log(&all);
            let chain = Chain::open(log, folder.beside(), &Deaf).unwrap();
            assert_eq!(chain.along().base().blocks, covered);
            same(&chain, &all);
            // What is written behind is what would have been written at once.
            let mut along = chain.along().clone();
            along.write(&idx, &fwd).unwrap();
            along.seal(&idx, &fwd, true).unwrap();
            let whole = Folder::new();
            let log = whole.log(&all);
            let (idx, fwd) = (whole.file("idx"), whole.file("fwd"));
            store::build(&log, &idx, &fwd, &Deaf).unwrap();
            for name in ["idx", "fwd"] {
                let [one, two] = [&folder, &whole].map(|f| std::fs::read(f.0.join(name)).unwrap());
                assert_eq!(one, two, "{name}");
            }
        }
    }
}

#[test]
fn an_index_of_another_log_or_a_damaged_one_is_none() {
    let folder = Folder::new();
    let bytes = log(Shape::default(), 20, |_| false);
    let source = folder.log(&bytes);
    let (idx, fwd) = (folder.file("idx"), folder.file("fwd"));
    store::build(&source, &idx, &fwd, &Deaf).unwrap();
    assert!(folder.beside().is_some());
    // A shorter log, and one of another shape.
    folder.log(&bytes[..bytes.len() - 1]);
    assert!(folder.beside().is_none());
    folder.log(&log(Shape::new(3, 3).unwrap(), 40, |_| false));
    assert!(folder.beside().is_none());
    folder.log(&bytes);
    for name in ["idx", "fwd"] {
        let good = std::fs::read(folder.0.join(name)).unwrap();
        for at in 0..index::HEAD as usize {
            let mut bad = good.clone();
            bad[at] ^= 1;
            std::fs::write(folder.0.join(name), bad).unwrap();
            assert!(folder.beside().is_none(), "{name} {at}");
        }
        std::fs::write(folder.0.join(name), &good).unwrap();
    }
    let cut = std::fs::read(folder.0.join("idx")).unwrap();
    std::fs::write(folder.0.join("idx"), &cut[..cut.len() - 1]).unwrap();
    assert!(folder.beside().is_none());
    // An entry that is not of its block is found when it is asked.
    let mut bad = cut.clone();
    bad[index::HEAD as usize + 40 + 3] ^= 1;
    std::fs::write(folder.0.join("idx"), bad).unwrap();
    let chain = Chain::open(folder.source("log"), folder.beside(), &Deaf).unwrap();
    assert!(chain.block(1).is_err());
    assert!(chain.block(2).is_ok());
}

/// Another copy of the same chain has the same blocks, and other records behind them.
#[test]
fn an_index_of_the_same_blocks_with_other_records_counts_for_nothing() {
    let shape = Shape::default();
    let all = log(shape, 60, |_| false);
    let mut other = log(shape, 60, |hop| hop.to == 59);
    record::push(&mut other, Kind::Checkpoint, b"a head");
    assert!(all.len() > other.len());
    let folder = Folder::new();
    let source = folder.log(&other);
    let (idx, fwd) = (folder.file("idx"), folder.file("fwd"));
    store::build(&source, &idx, &fwd, &Deaf).unwrap();
    let mut longer = other.clone();
    record::push(&mut longer, Kind::Checkpoint, b"a later one");
    folder.log(&longer);
    assert!(folder.beside().is_some(), "all that it covers is there");
    let log = folder.log(&all);
    assert!(folder.beside().is_none());
    same(&Chain::open(log, None, &Deaf).unwrap(), &all);
}

/// Even where both are as long and end with the same record no link is told that is not there.
#[test]
fn no_way_leads_over_a_link_that_only_an_index_has() {
    let shape = Shape::default();
    let without = |from| log(shape, 60, move |hop: Hop| (hop.from, hop.to) == (from, 8));
    let (one, other) = (without(4), without(6));
    assert_eq!(one.len(), other.len());
    let folder = Folder::new();
    let source = folder.log(&one);
    let (idx, fwd) = (folder.file("idx"), folder.file("fwd"));
    store::build(&source, &idx, &fwd, &Deaf).unwrap();
    let log = folder.log(&other);
    let chain = Chain::open(log, folder.beside(), &Deaf).unwrap();
    assert!(chain.beside().is_some());
    assert_eq!(chain.path(6, 8).unwrap_err().slug, slug::SKIP_INDEX);
}

/// What the index has is in the log for good: a log that has less has lost it, however it ends.
#[test]
fn what_the_index_has_and_the_log_has_not_was_lost() {
    let all = log(Shape::default(), 20, |_| false);
    let folder = Folder::new();
    let source = folder.log(&all);
    let (idx, fwd) = (folder.file("idx"), folder.file("fwd"));
    store::build(&source, &idx, &fwd, &Deaf).unwrap();
    let claimed = store::claimed(&folder.source("idx"), &folder.source("fwd")).unwrap();
    assert_eq!(claimed.log, all.len() as u64);
    let lost = |bytes: &[u8]| {
        let chain = Chain::open(Source::from_bytes(bytes), None, &Deaf).unwrap();
        chain.lost(&claimed).map_err(|error| error.place)
    };
    assert_eq!(lost(&all), Ok(()));
    let mut rotten = all.clone();
    *rotten.last_mut().unwrap() ^= 1;
    let last = Place::Byte(claimed.last);
    assert_eq!(lost(&rotten), Err(last.clone()));
    for cut in [claimed.last as usize, all.len() - 1] {
        assert_eq!(lost(&all[..cut]), Err(last.clone()), "{cut}");
    }
    // One that goes on is no shorter, and of another chain it says nothing.
    assert_eq!(lost(&log(Shape::default(), 30, |_| false)), Ok(()));
    assert_eq!(lost(&log(Shape::new(3, 3).unwrap(), 3, |_| false)), Ok(()));
}

#[test]
fn a_log_that_is_cut_anywhere_is_the_chain_before() {
    let bytes = log(Shape::default(), 9, |_| false);
    let mut seen = 0;
    for len in 0..=bytes.len() {
        match Chain::open(Source::from_bytes(&bytes[..len]), None, &Deaf) {
            Ok(chain) => {
                assert!(chain.len() >= seen);
                seen = chain.len();
                assert_eq!(chain.end().at + chain.end().torn, len as u64);
            }
            Err(_) => assert_eq!(seen, 0, "{len}"),
        }
    }
    assert_eq!(seen, 9);
}

#[test]
fn a_wrong_bit_is_found_or_cut_with_the_last_record() {
    let bytes = log(Shape::default(), 5, |_| false);
    let whole = Chain::open(Source::from_bytes(&bytes[..]), None, &Deaf).unwrap();
    for at in (0..bytes.len() * 8).step_by(3) {
        let mut other = bytes.clone();
        other[at / 8] ^= 1 << (at % 8);
        let opened = Chain::open(Source::from_bytes(other), None, &Deaf);
        assert!(
            opened.is_err() || opened.unwrap().end() != whole.end(),
            "bit {at}"
        );
    }
}

/// By breadth-first search over whatever links there are.
#[test]
fn the_way_over_links_that_are_made_is_the_shortest_there_is() {
    let mut number = 1u64;
    for round in 0..60 {
        let shape = [Shape::default(), Shape::new(3, 4).unwrap()][round % 2];
        let gone: Vec<bool> = (0..4096)
            .map(|_| {
                number = number
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                number >> 61 < (round as u64 / 12)
            })
            .collect();
        let skip = |hop: Hop| gone[(hop.from as usize * 8 + usize::from(hop.level)) % 4096];
        let bytes = log(shape, 70, skip);
        let chain = Chain::open(Source::from_bytes(bytes), None, &Deaf).unwrap();
        let missing: Vec<Hop> = chain.missing().map(Result::unwrap).collect();
        assert_eq!(
            missing.len() as u64,
            chain.possible() - chain.along().now().links
        );
        assert!(missing.iter().all(|hop| skip(*hop)));
        for from in [0, 1, 8, 27, 33] {
            let mut hops = vec![u64::MAX; 70];
            hops[from as usize] = 0;
            for at in from..70 {
                if hops[at as usize] == u64::MAX {
                    continue;
                }
                for hop in shape.forward(at).filter(|hop| hop.to < 70 && !skip(*hop)) {
                    let so_far = hops[at as usize] + 1;
                    let to = &mut hops[hop.to as usize];
                    *to = (*to).min(so_far);
                }
            }
            for to in from..70 {
                match chain.path(from, to) {
                    Ok(path) => assert_eq!(path.len() as u64, hops[to as usize]),
                    Err(error) => {
                        assert_eq!(error.slug, slug::SKIP_MISSING);
                        assert_eq!(hops[to as usize], u64::MAX, "{from} {to}");
                    }
                }
            }
        }
        assert_eq!(chain.path(5, 70).unwrap_err().slug, slug::NO_SUCH_BLOCK);
        assert_eq!(
            chain.path(69, 3).unwrap(),
            shape.path(69, 3).collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_link_between_blocks_that_are_not_there_is_no_link() {
    let mut along = Along::begin(Shape::default(), [3; 32]);
    let mut bytes = record::FIRST.to_vec();
    let at = along
        .push_other(&mut bytes, Kind::Roster, &members())
        .unwrap();
    for time in 0..3 {
        let content = Content::new(time, b"", roster());
        along.push(&mut bytes, at, &content, b"").unwrap();
    }
    let link = |from: u64, level: u8| [&from.to_be_bytes()[..], &[level]].concat();
    for body in [
        link(0, 2),
        link(1, 1),
        link(2, 0),
        link(3, 0),
        link(0, 200),
        vec![0; 8],
    ] {
        let refused = along.push_other(&mut bytes, Kind::Link, &body);
        assert_eq!(refused.unwrap_err().slug, slug::SKIP_LOG);
    }
    along
        .push_other(&mut bytes, Kind::Link, &link(0, 1))
        .unwrap();
}
