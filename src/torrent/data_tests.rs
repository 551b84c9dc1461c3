//! Torrents made of real files, by every kind of processor, beside a plain computation of the spec.

use std::num::NonZeroUsize;

use sha1::{Digest, Sha1};
use sha2::Sha256;

use super::*;
use crate::hash::{Cpu, Engine, Hash160, Hash256};
use crate::manifest::scratch::Scratch;
use crate::watch::Deaf;

/// Bytes that differ everywhere.
fn bytes(len: usize, seed: usize) -> Vec<u8> {
    let word = |i: usize| (i + seed * 7919).wrapping_mul(2_654_435_761) >> 13;
    (0..len).map(|i| word(i) as u8).collect()
}

/// The root and layer of a file, word by word as BEP 52 says.
fn plain_tree(content: &[u8], piece: usize) -> (Option<Hash256>, Vec<Hash256>) {
    if content.is_empty() {
        return (None, Vec::new());
    }
    let leaves: Vec<Hash256> = content
        .chunks(16384)
        .map(|block| Sha256::digest(block).into())
        .collect();
    let over = |leaves: &[Hash256], width: usize| -> Hash256 {
        let mut nodes = leaves.to_vec();
        nodes.resize(width, [0; 32]);
        while nodes.len() > 1 {
            nodes = nodes
                .chunks(2)
                .map(|pair| Sha256::digest(pair.as_flattened()).into())
                .collect();
        }
        nodes[0]
    };
    let root = over(&leaves, leaves.len().next_power_of_two());
    let width = piece / 16384;
    if content.len() <= piece {
        return (Some(root), Vec::new());
    }
    (
        Some(root),
        leaves
            .chunks(width)
            .map(|leaves| over(leaves, width))
            .collect(),
    )
}

fn plain_pieces(content: &[u8], piece: usize) -> Vec<Hash160> {
    content
        .chunks(piece)
        .map(|piece| Sha1::digest(piece).into())
        .collect()
}

/// A folder of files of these lengths, and their contents in order.
fn folder(name: &str, lengths: &[usize]) -> (Scratch, Vec<Vec<u8>>) {
    let scratch = Scratch::new(name);
    let contents: Vec<_> = lengths
        .iter()
        .enumerate()
        .map(|(i, len)| bytes(*len, i))
        .collect();
    for (i, content) in contents.iter().enumerate() {
        scratch.write(format!("{:03}/{i:03}", i / 3).as_bytes(), content);
    }
    (scratch, contents)
}

fn made(scratch: &Scratch, versions: Versions, piece: PieceLength, engine: Engine) -> Draft {
    let mut draft = Draft::new(b"t".to_vec(), piece, versions, Layout::Folder);
    let scan = Scan::folder(&scratch.dir(), &Choice::default()).unwrap();
    from_folder(&mut draft, &scratch.dir(), scan, engine, &Deaf).unwrap();
    draft
}

fn compare(draft: &Draft, contents: &[Vec<u8>], piece: usize) {
    let mut all = Vec::new();
    for entry in draft.entries() {
        match entry {
            Entry::File(number) => all.extend(&contents[number]),
            Entry::Pad(length) => all.resize(all.len() + length as usize, 0),
        }
    }
    if draft.versions.has_v1() {
        assert_eq!(draft.pieces, plain_pieces(&all, piece));
    }
    for (file, content) in draft.files.iter().zip(contents) {
        let tree = if draft.versions.has_v2() {
            plain_tree(content, piece)
        } else {
            (None, Vec::new())
        };
        assert_eq!((file.root, file.layer.clone()), tree, "{:?}", file.path);
    }
}

fn engines() -> impl Iterator<Item = Engine> {
    let kinds = Cpu::NAMES.into_iter().filter(|(_, cpu)| cpu.supported());
    kinds
        .zip([1, 2, 3, 64])
        .map(|((_, cpu), threads)| Engine::new(cpu, NonZeroUsize::new(threads).unwrap()))
}

#[test]
fn files_of_all_lengths() {
    let small = [
        0, 1, 16383, 16384, 16385, 0, 32768, 40000, 65536, 65537, 5, 0,
    ];
    let mapped = [300_000, 262_144, 100, 1_000_000, 0, 262_145, 16384];
    let many = vec![3000; 300];
    for (number, lengths) in [&small[..], &mapped, &many, &[700_000], &[1]]
        .into_iter()
        .enumerate()
    {
        let (scratch, contents) = folder(&format!("torrent-{number}"), lengths);
        for versions in [Versions::V1, Versions::V2, Versions::Hybrid] {
            for piece in [1 << 14, 1 << 15, 1 << 18] {
                for engine in engines() {
                    let length = PieceLength::v2(piece as u64).unwrap();
                    let draft = made(&scratch, versions, length, engine);
                    compare(&draft, &contents, piece);
                }
            }
        }
    }
}

/// With many threads the arena of each is small, and long pieces of short files go through it.
#[test]
fn pieces_longer_than_the_arena() {
    let (scratch, contents) = folder("torrent-long", &[200_000; 25]);
    for versions in [Versions::V1, Versions::Hybrid] {
        let piece = PieceLength::v2(4 << 20).unwrap();
        let engine = Engine::detect().with_threads(NonZeroUsize::new(64).unwrap());
        let draft = made(&scratch, versions, piece, engine);
        compare(&draft, &contents, 4 << 20);
    }
}

#[test]
fn a_stream_is_as_good_as_a_file() {
    for len in [1, 16384, 100_000, 1 << 20, (1 << 20) + 1, 20_000_000] {
        let content = bytes(len, 1);
        for piece in [1 << 14, 1 << 20, 1 << 24] {
            for versions in [Versions::V1, Versions::V2, Versions::Hybrid] {
                let length = PieceLength::v2(piece as u64).unwrap();
                let mut draft = Draft::new(b"t".to_vec(), length, versions, Layout::Single);
                from_stream(&mut draft, &mut &content[..], Engine::detect(), &Deaf).unwrap();
                compare(&draft, std::slice::from_ref(&content), piece);
                let source = crate::source::Source::from_bytes(&content[..]);
                let mut other = Draft::new(b"t".to_vec(), length, versions, Layout::Single);
                from_file(&mut other, &source, Engine::detect(), &Deaf).unwrap();
                assert_eq!(draft.encode(), other.encode(), "{len} {piece}");
            }
        }
    }
}

fn seq(last: u32) -> Vec<u8> {
    (1..=last)
        .flat_map(|n| format!("{n}\n").into_bytes())
        .collect()
}

/// The infohashes that libtorrent 2.0.8 gives for the same files in pieces of 32 KiB: names whose
/// order differs by component and by letter, an empty file, one that fills half a piece.
#[test]
fn infohashes_of_libtorrent() {
    use crate::codec::hex;
    let scratch = Scratch::new("torrent-libtorrent");
    scratch.write(b"a/x", &seq(5000));
    scratch.write(b"a-b", &seq(90_000));
    scratch.write(b"a.txt", &seq(10));
    scratch.write(b"e/empty", b"");
    scratch.write(b"z", &[0; 16384]);
    let piece = PieceLength::v2(1 << 15).unwrap();
    let hash = |versions| {
        let mut draft = made(&scratch, versions, piece, Engine::detect());
        draft.name = b"d".to_vec();
        Torrent::parse(&draft.encode(), Engine::detect())
            .unwrap()
            .hash()
    };
    let (v2, hybrid) = (hash(Versions::V2), hash(Versions::Hybrid));
    let theirs = "df6389ae55b4eefb2b5687207958ae5253943359663001b57bad871e00943fab";
    assert_eq!(hex::encode(&v2.v2.unwrap()), theirs);
    let theirs = "4b15f7d6ba3ef7734ee8c94df3aadfdf7bf23322";
    assert_eq!(hex::encode(&hybrid.v1.unwrap()), theirs);
    let theirs = "220d5e1d8212fcb237377aa618afe2f597bdeb43b9404ba9aafb7011be03baa1";
    assert_eq!(hex::encode(&hybrid.v2.unwrap()), theirs);
}

#[test]
fn what_is_not_wanted_is_passed_over() {
    let scratch = Scratch::new("torrent-choice");
    let names = [
        "a.txt",
        ".git/x",
        ".gitignore",
        "Thumbs.db",
        "b/c.tmp",
        "b/keep.tmp",
        "b/d",
        "out/e",
        "b/.gitignore",
    ];
    for name in names {
        let rules: &[u8] = match name {
            ".gitignore" => b"*.tmp\n/out/\n",
            "b/.gitignore" => b"!keep.tmp\n",
            _ => b"x",
        };
        scratch.write(name.as_bytes(), rules);
    }
    let listed = |choice: &Choice| {
        let scan = Scan::folder(&scratch.dir(), choice).unwrap();
        let name = |file: &DraftFile| String::from_utf8_lossy(file.path.as_bytes()).into_owned();
        scan.files.iter().map(name).collect::<Vec<_>>().join(" ")
    };
    let plain = Choice::default();
    assert_eq!(listed(&plain), "a.txt b/c.tmp b/d b/keep.tmp out/e");
    let git = Choice {
        gitignore: true,
        ..Choice::default()
    };
    assert_eq!(listed(&git), "a.txt b/d b/keep.tmp");
    let all = Choice {
        hidden: true,
        junk: true,
        ..Choice::default()
    };
    assert_eq!(listed(&all).split(' ').count(), names.len());
    let ignore = Choice {
        ignore: vec!["b".into(), "*.txt".into()],
        ..Choice::default()
    };
    assert_eq!(listed(&ignore), "out/e");
    let only = Choice {
        only: vec!["*.tmp".into()],
        ..Choice::default()
    };
    assert_eq!(listed(&only), "b/c.tmp b/keep.tmp");
}

#[test]
fn links_and_names_that_others_would_choke_on() {
    let scratch = Scratch::new("torrent-names");
    scratch.write(b"a/b", b"x");
    scratch.link("../a/b", "a/link");
    let keep = Choice {
        symlinks: Symlinks::Keep,
        ..Choice::default()
    };
    let scan = Scan::folder(&scratch.dir(), &keep).unwrap();
    assert_eq!(scan.files[1].target.as_ref().unwrap().as_bytes(), b"a/b");
    for leaves in ["../../etc", "/etc/passwd", "..", "../.."] {
        scratch.link(leaves, "a/out");
        let error = Scan::folder(&scratch.dir(), &keep).err().unwrap();
        assert_eq!(error.slug.name, "link-leaves", "{leaves}");
        std::fs::remove_file(scratch.path(b"a/out")).unwrap();
    }
    scratch.write(b"a/\xff", b"x");
    let error = Scan::folder(&scratch.dir(), &Choice::default())
        .err()
        .unwrap();
    assert_eq!(error.slug.name, "name-not-utf8");
    let lossy = Choice {
        lossy: true,
        ..Choice::default()
    };
    assert!(Scan::folder(&scratch.dir(), &lossy).is_ok());
    // Two names that become one.
    scratch.write(b"a/\xfe", b"x");
    let error = Scan::folder(&scratch.dir(), &lossy).err().unwrap();
    assert_eq!(error.slug.name, "torrent-files");
}

/// Two copies, each wrong at another place, make one that is right.
#[test]
fn two_damaged_copies_make_a_whole_one() {
    let lengths = [40_000, 0, 300_000, 70_000];
    for (number, versions) in [Versions::V1, Versions::Hybrid].into_iter().enumerate() {
        let (scratch, contents) = folder(&format!("torrent-repair-{number}"), &lengths);
        let (copy, _) = folder(&format!("torrent-copy-{number}"), &lengths);
        let piece = PieceLength::v2(1 << 15).unwrap();
        let draft = made(&scratch, versions, piece, Engine::detect());
        let torrent = Torrent::parse(&draft.encode(), Engine::detect()).unwrap();
        let mut wrong = contents[2].clone();
        wrong[100_000] ^= 1;
        scratch.write(b"000/002", &wrong);
        std::fs::remove_file(scratch.path(b"000/000")).unwrap();
        wrong = contents[2].clone();
        wrong[250_000] ^= 1;
        copy.write(b"000/002", &wrong);
        let dir = scratch.dir();
        let before = verify(&torrent, Data::Folder(&dir), Engine::detect(), &Deaf, None).unwrap();
        let blocks = before
            .against(&dir, &copy.dir())
            .blocks(2, Engine::detect());
        assert!(
            blocks.iter().any(|range| range.contains(&100_000)),
            "{blocks:?}"
        );
        assert!(
            blocks
                .iter()
                .all(|range| range.end - range.start <= 2 * BLOCK)
        );
        let mut create = |name: &[u8]| {
            let mut options = std::fs::File::options();
            let file = options
                .write(true)
                .create(true)
                .truncate(false)
                .open(scratch.path(name));
            Ok(file.unwrap())
        };
        let done = repair(
            &torrent,
            &before,
            &copy.dir(),
            Engine::detect(),
            &Deaf,
            &mut create,
        );
        assert!(done.unwrap().still_wrong.is_empty());
        assert_eq!(outcomes(&torrent, Data::Folder(&dir)), vec![Outcome::Ok; 4]);
    }
}

#[test]
fn data_is_found_under_other_names() {
    let lengths = [40_000, 300_000, 300_000];
    let (scratch, contents) = folder("torrent-locate", &lengths);
    let piece = PieceLength::v2(1 << 15).unwrap();
    let draft = made(&scratch, Versions::V2, piece, Engine::detect());
    let torrent = Torrent::parse(&draft.encode(), Engine::detect()).unwrap();
    let other = Scratch::new("torrent-elsewhere");
    other.write(b"deep/er/one", &contents[2]);
    other.write(b"two", &contents[0]);
    other.write(b"same-size", &bytes(300_000, 77));
    let found = locate(
        &torrent,
        &[scratch.dir(), other.dir()],
        Engine::detect(),
        &Deaf,
    )
    .unwrap();
    assert!(found.iter().all(|one| one.proven && one.at.is_some()));
    let found = locate(&torrent, &[other.dir()], Engine::detect(), &Deaf).unwrap();
    let at: Vec<_> = found
        .iter()
        .map(|one| one.at.clone().map(|at| at.1))
        .collect();
    assert_eq!(
        at,
        [Some(b"two".to_vec()), None, Some(b"deep/er/one".to_vec())]
    );
}

fn outcomes(torrent: &Torrent, data: Data<'_>) -> Vec<Outcome> {
    let verified = verify(torrent, data, Engine::detect(), &Deaf, None).unwrap();
    verified.findings().map(|finding| finding.outcome).collect()
}

#[test]
fn what_is_wrong_is_found_where_it_is() {
    let lengths = [40_000, 0, 300_000, 16384, 70_000];
    for (number, versions) in [Versions::V1, Versions::V2, Versions::Hybrid]
        .into_iter()
        .enumerate()
    {
        let (scratch, contents) = folder(&format!("torrent-verify-{number}"), &lengths);
        let piece = PieceLength::v2(1 << 15).unwrap();
        let draft = made(&scratch, versions, piece, Engine::detect());
        let torrent = Torrent::parse(&draft.encode(), Engine::detect()).unwrap();
        let dir = scratch.dir();
        assert_eq!(outcomes(&torrent, Data::Folder(&dir)), vec![Outcome::Ok; 5]);
        let all = contents.concat();
        assert_eq!(
            outcomes(&torrent, Data::Stream(&mut &all[..])),
            vec![Outcome::Ok; 5]
        );
        let mut longer = all.clone();
        longer.push(0);
        let found = outcomes(&torrent, Data::Stream(&mut &longer[..]));
        assert_eq!(found[4], Outcome::Long);
        // One byte in the third file.
        let mut wrong = contents[2].clone();
        wrong[200_000] ^= 1;
        scratch.write(b"000/002", &wrong);
        let verified = verify(&torrent, Data::Folder(&dir), Engine::detect(), &Deaf, None).unwrap();
        let findings: Vec<_> = verified.findings().collect();
        assert_eq!(findings[2].outcome, Outcome::Failed);
        let bad = findings[2].wrong[0].start;
        let at = torrent.info().files().nth(2).unwrap().offset() + 200_000;
        assert!(findings[2].wrong.iter().cloned().flatten().eq([bad]));
        assert_eq!(bad, at >> 15);
        let set = verified.bitfield();
        assert_eq!(set[bad as usize / 8] >> (7 - bad % 8) & 1, 0);
        let ones: u32 = set.iter().map(|byte| byte.count_ones()).sum();
        assert_eq!(u64::from(ones) + 1, torrent.info().piece_count());
        // A place of zeros is still to come, and a file that is gone is missing.
        wrong[1 << 15..].fill(0);
        scratch.write(b"000/002", &wrong);
        std::fs::remove_file(scratch.path(b"001/004")).unwrap();
        let found = outcomes(&torrent, Data::Folder(&dir));
        assert_eq!(found[4], Outcome::Missing);
        assert!(
            matches!(found[2], Outcome::Short | Outcome::Failed),
            "{:?}",
            found[2]
        );
    }
}
