//! Lists made, read, verified and compared over real directories.

use std::io::Cursor;
use std::num::NonZeroUsize;
use std::sync::Mutex;

use proptest::prelude::*;

use super::scratch::Scratch;
use super::*;
use crate::dir::Dir;
use crate::error::{Error, Kind, Place, Result, slug};
use crate::hash::{Cpu, Engine};
use crate::merkle::bep52::{self, LEAF};
use crate::verdict::Verdict;
use crate::watch::{Deaf, Step, Watch};

/// Made by coreutils 9.1, b3sum 1.2.0, openssl 3.0 and hashdeep 4.4 over [`sample`].
const SHA256SUM: &str = "\
5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  a
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty
2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  d/b c
\\1843653496800edfd0d30326c82f53b0338ed408468cca4a2f1b52f2f6395fc9  new\\nline
\\8185d5e4c340bf13a2f2933e13c90727a16ea6991a2314f36bfa5eadfe58fb87  back\\\\slash
\\2b6bdfb2a0c30eaf5b7e128575ecc13354d74315c22edafa1141ea3445cefc5d  car\\rret
";
const SHA256SUM_TAG: &str = "\
SHA256 (a) = 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03
SHA256 (empty) = e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
SHA256 (d/b c) = 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
\\SHA256 (new\\nline) = 1843653496800edfd0d30326c82f53b0338ed408468cca4a2f1b52f2f6395fc9
\\SHA256 (back\\\\slash) = 8185d5e4c340bf13a2f2933e13c90727a16ea6991a2314f36bfa5eadfe58fb87
\\SHA256 (car\\rret) = 2b6bdfb2a0c30eaf5b7e128575ecc13354d74315c22edafa1141ea3445cefc5d
";
const SHA1SUM: &str = "\
f572d396fae9206628714fb2ce00f72e94f2258f  a
da39a3ee5e6b4b0d3255bfef95601890afd80709  empty
11f6ad8ec52a2984abaafd7c3b516503785c2072  d/b c
\\595477bd43c386b66363f3cbda218df80e9512da  new\\nline
";
const SHA512SUM_TAG: &str = "\
SHA512 (a) = e7c22b994c59d9cf2b48e549b1e24666636045930d3da7c1acb299d1c3b7f931f94aae41edda2c2b207a36e10f8bcb8d45223e54878f5b316e7ce3b6bc019629
SHA512 (empty) = cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
";
const B3SUM: &str = "\
8e4c7c1b99dbfd50e7a95185fead5ee1448fa904a2fdd778eaf5f2dbfd629a99  a
af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262  empty
3ae7d805f6789a6402acb70ad4096a85a56bf6804eaf25c0493ac697548d30b5  d/b c
\\53ab8b5d668a01133327ab7d0fb5a911374c2950a4544a73ccb68638035410a4  new\\nline
\\2b196e9f1c9e547146edec402834539a4c44e6ca072d6f3c3d93a7baa406d4a1  back\\\\slash
";
const OPENSSL: &str = "\
SHA2-256(a)= 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03
SHA2-256(d/b c)= 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
SHA2-256(back\\slash)= 8185d5e4c340bf13a2f2933e13c90727a16ea6991a2314f36bfa5eadfe58fb87
";
const HASHDEEP: &str = "\
%%%% HASHDEEP-1.0
%%%% size,md5,sha256,filename
## Invoked from: /somewhere
## # hashdeep -l -r .
##\x20
5,b6d00dc1ba038e5901cd6c06b2daa192,f36a4e58670569181595399beec37e22c3dba2d8d2abd191b86602a16c23289c,./a,b
0,d41d8cd98f00b204e9800998ecf8427e,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,./empty
6,b1946ac92492d2347c6235b4d2611184,5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03,./a
1,9dd4e461268c8034f5c8564e155c67a6,2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881,./d/b c
";
const SHA256SUM_ZERO: &str = "\
5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  a\0\
1843653496800edfd0d30326c82f53b0338ed408468cca4a2f1b52f2f6395fc9  new\nline\0";

fn sample(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    for (name, bytes) in [
        (&b"a"[..], &b"hello\n"[..]),
        (b"empty", b""),
        (b"d/b c", b"x"),
        (b"new\nline", b"nl"),
        (b"back\\slash", b"bs"),
        (b"car\rret", b"cr"),
        (b"a,b", b"comma"),
        (b"lat\xe9", b"lat"),
        (b"-dash", b"dash"),
    ] {
        scratch.write(name, bytes);
    }
    scratch
}

fn engine(threads: usize) -> Engine {
    let cpu = Engine::detect().cpu();
    Engine::new(cpu, NonZeroUsize::new(threads).unwrap())
}

fn work(dir: &Dir, threads: usize) -> Work<'_> {
    Work {
        dir,
        stdin: None,
        engine: engine(threads),
        watch: &Deaf,
    }
}

fn here() -> Vec<Top> {
    let (at, shown) = (vec![], vec![]);
    vec![Top::Path { at, shown }]
}

const GNU: Format = Format::Text {
    tag: false,
    zero: false,
};

fn json() -> Format {
    Format::Json(Piece::new(16 << 10).unwrap())
}

fn new_list(
    work: Work<'_>,
    tops: Vec<Top>,
    algorithm: Algorithm,
    format: Format,
) -> (Vec<u8>, Totals) {
    let making = Making {
        algorithm,
        piece: match format {
            Format::Json(piece) => Some(piece),
            Format::Text { .. } => None,
        },
        symlinks: if matches!(format, Format::Json(_)) {
            Symlinks::Keep
        } else {
            Symlinks::Follow
        },
    };
    let mut list = Writer::new(Vec::new(), format, algorithm).unwrap();
    let totals = make(work, tops, making, |made| match made {
        Made::Entry(entry) => list.entry(&entry),
        _ => Ok(()),
    });
    (list.finish().unwrap(), totals.unwrap())
}

fn check_with(
    dir: &Dir,
    list: &[u8],
    reading: Reading,
    asked: &Verifying,
) -> (Vec<Finding>, Verdict) {
    let mut all = Vec::new();
    let list = List::new(Cursor::new(list), reading);
    let tally = verify(work(dir, 2), list, asked, |finding| {
        all.push(finding);
        Ok(())
    });
    (all, tally.unwrap().verdict())
}

fn check(dir: &Dir, list: &[u8]) -> (Vec<Finding>, Verdict) {
    check_with(dir, list, Reading::default(), &Verifying::default())
}

fn outcomes(findings: &[Finding]) -> Vec<String> {
    let words = |finding: &Finding| match finding {
        Finding::Damaged(error) => format!("{} {}", error.place, error.slug.name),
        Finding::File { name, outcome, .. } => {
            let outcome = match outcome {
                Outcome::Failed { fault, ranges } => format!("FAILED {fault:?} {ranges:?}"),
                Outcome::Unreadable(error) => format!("UNREADABLE {}", error.slug.name),
                other => format!("{other:?}").to_uppercase(),
            };
            format!("{}: {outcome}", String::from_utf8_lossy(name))
        }
    };
    findings.iter().map(words).collect()
}

#[test]
fn lists_of_other_programs_verify() {
    let scratch = sample("others");
    let dir = scratch.dir();
    let blake3 = Reading {
        algorithm: Some(Algorithm::Blake3),
        zero: false,
    };
    let zero = Reading {
        algorithm: None,
        zero: true,
    };
    let plain = Reading::default();
    for (list, reading, files) in [
        (SHA256SUM, plain, 6),
        (SHA256SUM_TAG, plain, 6),
        (SHA1SUM, plain, 4),
        (SHA512SUM_TAG, plain, 2),
        (B3SUM, blake3, 5),
        (OPENSSL, plain, 3),
        (HASHDEEP, plain, 4),
        (SHA256SUM_ZERO, zero, 2),
    ] {
        let (findings, verdict) = check_with(&dir, list.as_bytes(), reading, &Verifying::default());
        assert_eq!(verdict, Verdict::Yes, "{list} {findings:?}");
        assert_eq!(findings.len(), files);
        if !reading.zero {
            let windows = format!("\u{feff}{}", list.replace('\n', "\r\n"));
            let (again, _) = check_with(&dir, windows.as_bytes(), reading, &Verifying::default());
            assert_eq!(findings, again);
        }
    }
}

#[test]
fn lists_are_those_of_other_programs() {
    let scratch = sample("same");
    let dir = scratch.dir();
    let names: [&[u8]; 6] = [
        b"a",
        b"empty",
        b"d/b c",
        b"new\nline",
        b"back\\slash",
        b"car\rret",
    ];
    let tops = || names.map(Top::path).to_vec();
    let sorted = |list: &str| {
        let mut lines: Vec<_> = list.lines().map(String::from).collect();
        lines.sort();
        lines
    };
    let ours = |algorithm, tag| {
        let format = Format::Text { tag, zero: false };
        let (list, _) = new_list(work(&dir, 2), tops(), algorithm, format);
        sorted(&String::from_utf8(list).unwrap())
    };
    assert_eq!(ours(Algorithm::Sha256, false), sorted(SHA256SUM));
    assert_eq!(ours(Algorithm::Sha256, true), sorted(SHA256SUM_TAG));
    // b3sum 1.2 escapes no carriage return, as coreutils does.
    let blake3 = ours(Algorithm::Blake3, false);
    assert!(sorted(B3SUM).iter().all(|line| blake3.contains(line)));
}

#[test]
fn every_form_comes_back() {
    let scratch = sample("back");
    let dir = scratch.dir();
    for algorithm in Algorithm::ALL {
        for (tag, zero) in [(false, false), (true, false), (false, true), (true, true)] {
            let format = Format::Text { tag, zero };
            let (list, totals) = new_list(work(&dir, 2), here(), algorithm, format);
            assert_eq!((totals.entries, totals.unreadable), (9, 0));
            let reading = Reading {
                algorithm: Some(algorithm),
                zero,
            };
            let (_, verdict) = check_with(&dir, &list, reading, &Verifying::default());
            assert_eq!(verdict, Verdict::Yes);
        }
        let (list, totals) = new_list(work(&dir, 2), here(), algorithm, json());
        assert_eq!((totals.entries, totals.bytes), (9, 25));
        let (findings, verdict) = check(&dir, &list);
        assert_eq!(verdict, Verdict::Yes, "{findings:?}");
        assert_eq!(findings.len(), 9);
    }
}

#[test]
fn the_manifest_is_as_its_page_says() {
    let scratch = Scratch::new("page");
    scratch.write(b"README.md", b"hello\n");
    scratch.write(b"empty", b"");
    scratch.link("README.md", "current");
    let dir = scratch.dir();
    let format = Format::Json(Piece::default());
    let (list, _) = new_list(work(&dir, 1), here(), Algorithm::Sha256, format);
    let page = include_str!("format.md");
    let block = page.split("```text\n").nth(1).unwrap();
    let block = block.split("```").next().unwrap();
    assert_eq!(String::from_utf8(list).unwrap(), block);
    assert_eq!(check(&dir, block.as_bytes()).1, Verdict::Yes);
}

/// Sizes around every border of the paths: arena, map, window.
const SIZES: [usize; 14] = [
    0,
    1,
    16_383,
    16_384,
    16_385,
    65_535,
    65_536,
    65_537,
    1 << 20,
    (1 << 20) + 1,
    (16 << 20) - 1,
    16 << 20,
    (16 << 20) + 1,
    (18 << 20) + 12_345,
];

fn sizes(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let bytes: Vec<u8> = (0..19_u32 << 18)
        .flat_map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes())
        .collect();
    for size in SIZES {
        scratch.write(format!("s{size:09}").as_bytes(), &bytes[..size]);
    }
    scratch
}

#[test]
fn threads_and_processors_change_no_byte() {
    let scratch = sizes("threads");
    for i in 0..300 {
        scratch.write(
            format!("many/{}/{i}", i % 7).as_bytes(),
            &vec![b'x'; i * 37],
        );
    }
    let dir = scratch.dir();
    for algorithm in [Algorithm::Sha256, Algorithm::Blake3, Algorithm::Sha1] {
        let one = new_list(work(&dir, 1), here(), algorithm, json());
        for threads in [2, 3, 16] {
            assert!(
                one == new_list(work(&dir, threads), here(), algorithm, json()),
                "{threads}"
            );
        }
        let portable = Work {
            engine: Engine::new(Cpu::Portable, NonZeroUsize::MIN),
            ..work(&dir, 1)
        };
        assert!(one == new_list(portable, here(), algorithm, json()));
        assert_eq!(check(&dir, &one.0).1, Verdict::Yes);
    }
}

#[test]
fn every_path_agrees_with_the_plain_crates() {
    let scratch = sizes("plain");
    let dir = scratch.dir();
    for algorithm in Algorithm::ALL {
        let making = Making {
            algorithm,
            piece: Some(Piece::default()),
            symlinks: Symlinks::Follow,
        };
        let mut entries = Vec::new();
        make(work(&dir, 2), here(), making, |made| {
            entries.push(made);
            Ok(())
        })
        .unwrap();
        assert_eq!(entries.len(), SIZES.len());
        for (made, size) in entries.into_iter().zip(SIZES) {
            let Made::Entry(Entry { name, content }) = made else {
                panic!("{made:?}");
            };
            let Content::File(file) = content else {
                panic!("a link");
            };
            let bytes = std::fs::read(scratch.path(&name)).unwrap();
            assert_eq!(file.size, Some(size as u64));
            let plain = match algorithm {
                Algorithm::Sha256 => <sha2::Sha256 as sha2::Digest>::digest(&bytes).to_vec(),
                Algorithm::Sha512 => <sha2::Sha512 as sha2::Digest>::digest(&bytes).to_vec(),
                Algorithm::Sha1 => <sha1::Sha1 as sha1::Digest>::digest(&bytes).to_vec(),
                Algorithm::Blake3 => blake3::hash(&bytes).as_bytes().to_vec(),
            };
            assert_eq!(file.digest.as_bytes(), plain, "{algorithm:?} {size}");
            let leaves = bytes.chunks(LEAF).map(narrate::plain_sha256).collect();
            let root = bep52::root(Engine::portable(), leaves, 0);
            assert_eq!(file.tree.map(|tree| tree.root), root, "{size}");
        }
    }
}

#[test]
fn damage_is_named_by_its_ranges() {
    let scratch = sizes("damage");
    let dir = scratch.dir();
    let format = Format::Json(Piece::default());
    let (list, _) = new_list(work(&dir, 2), here(), Algorithm::Blake3, format);
    let flip = |name: &str, places: &[usize]| {
        let path = scratch.path(name.as_bytes());
        let mut bytes = std::fs::read(&path).unwrap();
        for at in places {
            bytes[*at] ^= 1;
        }
        std::fs::write(path, bytes).unwrap();
    };
    flip("s000016385", &[16_384]);
    flip("s001048577", &[1 << 20]);
    flip("s016777217", &[0, 1 << 20, 5 << 20, (16 << 20)]);
    std::fs::write(scratch.path(b"s000000001"), b"").unwrap();
    std::fs::write(scratch.path(b"s000000000"), b"x").unwrap();
    std::fs::remove_file(scratch.path(b"s000065536")).unwrap();
    std::fs::remove_file(scratch.path(b"s000065535")).unwrap();
    std::fs::create_dir(scratch.path(b"s000065535")).unwrap();
    let (findings, verdict) = check(&dir, &list);
    let words = outcomes(&findings);
    let of = |name: &str| {
        words
            .iter()
            .find(|line| line.starts_with(name))
            .unwrap()
            .clone()
    };
    assert_eq!(of("s000016385"), "s000016385: FAILED Digest [0..16385]");
    assert_eq!(
        of("s001048577"),
        "s001048577: FAILED Digest [1048576..1048577]"
    );
    assert_eq!(
        of("s016777217"),
        "s016777217: FAILED Digest [0..2097152, 5242880..6291456, 16777216..16777217]"
    );
    assert_eq!(
        of("s000000001"),
        "s000000001: FAILED Size { wanted: 1, found: 0 } [0..1]"
    );
    assert_eq!(
        of("s000000000"),
        "s000000000: FAILED Size { wanted: 0, found: 1 } []"
    );
    assert_eq!(of("s000065536"), "s000065536: MISSING");
    assert_eq!(
        of("s000065535"),
        "s000065535: FAILED Kind(\"a directory\") []"
    );
    assert_eq!(verdict, Verdict::No("6 failed, 1 missing".into()));
}

#[test]
fn links_are_kept_and_verified() {
    let scratch = Scratch::new("kept");
    scratch.write(b"f", b"x");
    scratch.link("f", "good");
    scratch.link("f", "moved");
    scratch.link("f", "gone");
    let dir = scratch.dir();
    let (list, _) = new_list(work(&dir, 1), here(), Algorithm::Sha256, json());
    assert_eq!(check(&dir, &list).1, Verdict::Yes);
    std::fs::remove_file(scratch.path(b"gone")).unwrap();
    std::fs::remove_file(scratch.path(b"moved")).unwrap();
    scratch.link("elsewhere", "moved");
    let (findings, _) = check(&dir, &list);
    let words = outcomes(&findings);
    assert_eq!(words[0], "f: OK");
    assert_eq!(words[1], "gone: MISSING");
    assert_eq!(words[2], "good: OK");
    assert!(words[3].starts_with("moved: FAILED Target"), "{words:?}");
    let making = Making {
        algorithm: Algorithm::Sha256,
        piece: None,
        symlinks: Symlinks::Keep,
    };
    let mut list = Writer::new(Vec::new(), GNU, Algorithm::Sha256).unwrap();
    let ended = make(work(&dir, 1), here(), making, |made| match made {
        Made::Entry(entry) => list.entry(&entry),
        _ => Ok(()),
    });
    assert_eq!(ended.unwrap_err().slug, slug::LINK_NEEDS_JSON);
}

#[test]
fn a_damaged_line_is_never_yes() {
    let scratch = sample("line");
    let dir = scratch.dir();
    let lines: Vec<&str> = SHA256SUM.lines().collect();
    let mut damaged = lines.clone();
    damaged[2] = "2d711642  d/b c";
    let text = damaged.join("\n") + "\n";
    let (findings, verdict) = check(&dir, text.as_bytes());
    assert_eq!(outcomes(&findings)[2], "line 3:  digest-length");
    assert_eq!(findings.len(), 6);
    assert_eq!(verdict, Verdict::Unknown("1 damaged lines".into()));
    let strict = Verifying {
        strict: true,
        ..Verifying::default()
    };
    let (findings, verdict) = check_with(&dir, text.as_bytes(), Reading::default(), &strict);
    assert_eq!(findings.len(), 1);
    assert!(matches!(verdict, Verdict::Unknown(_)));
    let (findings, verdict) = check_with(&dir, SHA256SUM.as_bytes(), Reading::default(), &strict);
    assert_eq!((findings.len(), verdict), (6, Verdict::Yes));
    // A file that fails outranks it.
    std::fs::write(scratch.path(b"a"), b"other").unwrap();
    assert!(matches!(check(&dir, text.as_bytes()).1, Verdict::No(_)));
}

#[test]
fn of_nothing_nothing_is_known() {
    let scratch = sample("nothing");
    let dir = scratch.dir();
    let empty = String::from("# nothing\n\n");
    let (manifest, _) = {
        let none = Scratch::new("none");
        new_list(work(&none.dir(), 1), here(), Algorithm::Sha256, json())
    };
    for list in [&b""[..], empty.as_bytes(), &manifest] {
        let (findings, verdict) = check(&dir, list);
        assert!(
            outcomes(&findings)[0].ends_with("list-empty"),
            "{findings:?}"
        );
        assert!(matches!(verdict, Verdict::Unknown(_)));
    }
    let missing = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  not there\n";
    assert_eq!(
        check(&dir, missing.as_bytes()).1,
        Verdict::No("1 missing".into())
    );
    let ignore = Verifying {
        ignore_missing: true,
        ..Verifying::default()
    };
    let (_, verdict) = check_with(&dir, missing.as_bytes(), Reading::default(), &ignore);
    assert_eq!(verdict, Verdict::Unknown("nothing was checked".into()));
    let more = missing.to_string() + SHA256SUM;
    let (_, verdict) = check_with(&dir, more.as_bytes(), Reading::default(), &ignore);
    assert_eq!(verdict, Verdict::Yes);
}

#[test]
fn extra_files_are_found() {
    let scratch = sample("extra");
    let dir = scratch.dir();
    scratch.link("..", "d/up");
    let asked = Verifying {
        extra: vec![(dir.clone(), b"".to_vec())],
        except: vec![b"./a,b".to_vec()],
        ..Verifying::default()
    };
    let list = SHA256SUM.replace("  a\n", "  .//a\n");
    let (findings, verdict) = check_with(&dir, list.as_bytes(), Reading::default(), &asked);
    let words = outcomes(&findings);
    assert_eq!(
        &words[6..],
        ["-dash: EXTRA", "d/up: EXTRA", "lat\u{fffd}: EXTRA"]
    );
    assert_eq!(verdict, Verdict::No("3 extra".into()));
}

#[test]
fn names_that_lead_out_are_not_opened() {
    let scratch = sample("out");
    let dir = scratch.dir().open_dir(b"d", false).unwrap();
    let list = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03  ../a\n";
    assert_eq!(check(&dir, list.as_bytes()).1, Verdict::Yes);
    let below = Verifying {
        below: true,
        ..Verifying::default()
    };
    let (findings, verdict) = check_with(&dir, list.as_bytes(), Reading::default(), &below);
    assert_eq!(outcomes(&findings), ["../a: UNREADABLE name-escapes"]);
    assert!(matches!(verdict, Verdict::Unknown(_)));
}

#[test]
fn a_stream_is_a_file_once() {
    let scratch = sample("stream");
    let dir = scratch.dir();
    let mut stream = &b"hello\n"[..];
    let tops = vec![
        Top::path(b"a"),
        Top::Stream {
            shown: b"-".to_vec(),
        },
    ];
    let mut with = work(&dir, 2);
    with.stdin = Some(&mut stream);
    let (list, _) = new_list(with, tops, Algorithm::Sha256, GNU);
    let text = String::from_utf8(list).unwrap();
    let digest = &SHA256SUM[..64];
    assert_eq!(text, format!("{digest}  -\n{digest}  a\n"));
    let mut stream = &b"hello\n"[..];
    let mut with = work(&dir, 2);
    with.stdin = Some(&mut stream);
    let twice = format!("{text}{digest}  -\n");
    let list = List::new(Cursor::new(twice), Reading::default());
    let tally = verify(with, list, &Verifying::default(), |_| Ok(())).unwrap();
    assert_eq!((tally.ok, tally.unreadable), (2, 1));
}

#[test]
fn what_has_no_length_is_read_to_its_end() {
    let root = Dir::from_file(std::fs::File::open("/").unwrap()).unwrap();
    let tops = vec![Top::path(b"/proc/version")];
    let (list, totals) = new_list(work(&root, 1), tops, Algorithm::Sha256, GNU);
    assert!(totals.bytes > 0);
    assert_eq!(check(&root, &list).1, Verdict::Yes);
}

/// Truncates or lengthens every file that the engine is about to hash.
#[test]
fn files_that_change_are_errors_and_the_rest_goes_on() {
    struct Cut(std::path::PathBuf, u64, Mutex<bool>);
    impl Watch for Cut {
        fn advance(&self, n: u64) {
            let mut done = self.2.lock().unwrap();
            if n >= 1 << 20 && !*done {
                *done = true;
                let file = std::fs::File::options().write(true).open(&self.0).unwrap();
                file.set_len(self.1).unwrap();
            }
        }
    }
    let scratch = Scratch::new("change");
    scratch.write(b"a", b"first");
    scratch.write(b"big", &vec![1; 40 << 20]);
    scratch.write(b"z", b"last");
    let dir = scratch.dir();
    for (len, slug) in [(100, slug::FILE_SHRANK), (50 << 20, slug::FILE_GREW)] {
        scratch.write(b"big", &vec![1; 40 << 20]);
        let cut = Cut(scratch.path(b"big"), len, Mutex::new(false));
        let mut work = work(&dir, 1);
        work.watch = &cut;
        let making = Making {
            algorithm: Algorithm::Sha256,
            piece: None,
            symlinks: Symlinks::Follow,
        };
        let mut made = Vec::new();
        let totals = make(work, here(), making, |one| {
            made.push(one);
            Ok(())
        });
        assert_eq!(totals.unwrap().unreadable, 1);
        let Made::Unreadable { name, error } = &made[1] else {
            panic!("{:?}", made[1]);
        };
        assert_eq!((&name[..], error.slug), (&b"big"[..], slug));
        assert!(matches!(made[2], Made::Entry(_)));
    }
}

#[test]
fn what_can_not_be_read_leaves_the_rest() {
    let scratch = sample("unreadable");
    scratch.link("self", "self");
    let dir = scratch.dir();
    let tops = [&b"a"[..], b"nothing", b"self"].map(Top::path).to_vec();
    let (list, totals) = new_list(work(&dir, 1), tops, Algorithm::Sha256, GNU);
    assert_eq!((totals.entries, totals.unreadable), (1, 2));
    assert!(list.ends_with(b"  a\n"));
    let digest = &SHA256SUM[..64];
    let list = format!("{digest}  self\n{digest}  a\n");
    let (findings, verdict) = check(&dir, list.as_bytes());
    assert_eq!(
        outcomes(&findings),
        ["self: UNREADABLE unreadable", "a: OK"]
    );
    assert!(matches!(verdict, Verdict::Unknown(_)));
}

/// The superuser may read everything: there it says nothing.
#[test]
fn permissions_are_errors() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = sample("permissions");
    let set = |name: &[u8], mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(scratch.path(name), mode).unwrap();
    };
    set(b"a", 0);
    set(b"d", 0);
    if std::fs::read(scratch.path(b"a")).is_err() {
        let dir = scratch.dir();
        let (_, totals) = new_list(work(&dir, 2), here(), Algorithm::Sha256, GNU);
        assert_eq!((totals.entries, totals.unreadable), (7, 2));
        let (findings, verdict) = check(&dir, SHA256SUM.as_bytes());
        assert_eq!(outcomes(&findings)[0], "a: UNREADABLE unreadable");
        assert!(matches!(verdict, Verdict::Unknown(_)));
    }
    set(b"d", 0o755);
}

#[test]
fn manifests_are_read_strictly() {
    let scratch = sample("strict");
    let dir = scratch.dir();
    let (list, _) = new_list(work(&dir, 2), here(), Algorithm::Sha256, json());
    let list = String::from_utf8(list).unwrap();
    let lines: Vec<&str> = list.lines().collect();
    let first_error = |text: &str| -> Option<(u64, &'static str)> {
        let mut all = List::new(Cursor::new(text), Reading::default());
        all.find_map(|one| one.entry.err().map(|error| (one.line, error.slug.name)))
    };
    assert_eq!(first_error(&list), None);
    let with = |at: usize, line: &str| {
        let mut lines = lines.clone();
        lines[at] = line;
        lines.join("\n") + "\n"
    };
    let swapped = {
        let mut lines = lines.clone();
        lines.swap(1, 2);
        lines.join("\n") + "\n"
    };
    let cases = [
        (
            with(0, &lines[0].replace("\"version\":1", "\"version\":2")),
            1,
            "unknown-version",
        ),
        (
            with(0, &lines[0].replace("decent", "other")),
            1,
            "manifest-header",
        ),
        (with(0, "{"), 1, "manifest-header"),
        (
            with(0, &lines[0].replace("16384", "16385")),
            1,
            "piece-size",
        ),
        (
            with(0, &lines[0].replace("sha256", "md5")),
            1,
            "unknown-algorithm",
        ),
        (with(0, &lines[0].replace(',', ", ")), 1, "list-line"),
        (with(2, lines[1]), 3, "manifest-order"),
        (swapped, 3, "manifest-order"),
        (with(1, &lines[1].replace(',', ", ")), 2, "list-line"),
        (with(1, &lines[1].replace("size", "sise")), 2, "list-line"),
        (
            with(1, &lines[1].replace("\"size\":", "\"size\":0")),
            2,
            "list-line",
        ),
        (with(1, &format!("{}\r", lines[1])), 2, "list-line"),
        (with(1, "[]"), 2, "list-line"),
        (with(1, ""), 2, "list-line"),
        (list.clone() + "\n", lines.len() as u64 + 1, "list-line"),
        (list.clone() + lines[1], lines.len() as u64 + 1, "list-line"),
        (
            list.trim_end().to_string(),
            lines.len() as u64,
            "manifest-cut",
        ),
        (
            lines[..lines.len() - 1].join("\n") + "\n",
            lines.len() as u64,
            "manifest-cut",
        ),
        (with(2, lines[lines.len() - 1]), 3, "manifest-cut"),
    ];
    for (text, line, slug) in cases {
        assert_eq!(first_error(&text), Some((line, slug)), "{text}");
    }
    let lossy = lines.iter().find(|line| line.contains("path_hex")).unwrap();
    assert!(lossy.starts_with("{\"path\":\"lat\u{fffd}\",\"path_hex\":\"6c6174e9\","));
}

#[test]
fn a_layer_that_lies_is_a_damaged_line() {
    let scratch = Scratch::new("layer");
    scratch.write(b"f", &vec![5; 100_000]);
    let dir = scratch.dir();
    let (list, _) = new_list(work(&dir, 1), here(), Algorithm::Sha256, json());
    let text = String::from_utf8(list).unwrap();
    let (before, layer) = text.split_once("\"layer\":[\"").unwrap();
    let other = if layer.starts_with('0') { "1" } else { "0" };
    let lie = format!("{before}\"layer\":[\"{other}{}", &layer[1..]);
    let (findings, verdict) = check(&dir, lie.as_bytes());
    assert_eq!(outcomes(&findings), ["line 2:  layer-mismatch"]);
    assert!(matches!(verdict, Verdict::Unknown(_)));
}

#[test]
fn a_line_has_a_most() {
    let long = format!("{}\n{SHA1SUM}", "x".repeat(LINE_MOST + 10));
    let mut lines = List::new(Cursor::new(long), Reading::default());
    let first = lines.next().unwrap();
    assert_eq!(first.entry.unwrap_err().slug, slug::TOO_LARGE);
    assert!(lines.all(|one| one.entry.is_ok()));
}

fn changes(old: &[u8], new: &[u8]) -> (Vec<Change>, Verdict) {
    let mut all = Vec::new();
    let list = |bytes| List::new(Cursor::new(bytes), Reading::default());
    let verdict = diff(list(old), list(new), |change| {
        all.push(change);
        Ok(())
    });
    (all, verdict.unwrap())
}

#[test]
fn lists_are_compared() {
    let a = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";
    let b = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    let old = format!("{a}  kept\n{a}  gone\n{a}  moved\n{b}  edited\n{b}  left\n");
    let new = format!("SHA256 (kept) = {a}\n{a}  there\n{a}  to\n{a}  edited\n{a}  z\n");
    let (all, verdict) = changes(old.as_bytes(), new.as_bytes());
    let name = |name: &str| name.as_bytes().to_vec();
    let renamed = |from, to| Change::Renamed {
        from: name(from),
        to: name(to),
    };
    assert_eq!(
        all,
        [
            Change::Changed(name("edited")),
            Change::Removed(name("left")),
            renamed("gone", "there"),
            renamed("moved", "to"),
            Change::Added(name("z")),
        ]
    );
    assert!(matches!(verdict, Verdict::No(_)));
    assert_eq!(
        changes(old.as_bytes(), old.as_bytes()),
        (vec![], Verdict::Yes)
    );
    assert_eq!(changes(b"", b""), (vec![], Verdict::Yes));
    let (all, verdict) = changes(b"rubbish\n", b"");
    assert!(matches!(&all[0], Change::Damaged(error) if error.input == "old"));
    assert!(matches!(verdict, Verdict::Unknown(_)));
    let sha1 = format!("{}  kept\n", &SHA1SUM[..40]);
    let (all, verdict) = changes(format!("{a}  kept\n").as_bytes(), sha1.as_bytes());
    assert_eq!(all, [Change::Unknown(name("kept"))]);
    assert!(matches!(verdict, Verdict::Unknown(_)));
}

#[test]
fn narration_says_the_real_values() {
    struct Ear(Mutex<Vec<Step>>);
    impl Watch for Ear {
        fn narrates(&self) -> bool {
            true
        }
        fn step(&self, step: &Step) {
            self.0.lock().unwrap().push(step.clone());
        }
    }
    let scratch = Scratch::new("narration");
    for name in ["a b", "c", "d", "e"] {
        scratch.write(name.as_bytes(), &vec![b'x'; 40_000]);
    }
    let dir = scratch.dir();
    let quiet = new_list(work(&dir, 2), here(), Algorithm::Sha256, json());
    let ear = Ear(Mutex::default());
    let mut told = work(&dir, 2);
    told.watch = &ear;
    assert_eq!(new_list(told, here(), Algorithm::Sha256, json()), quiet);
    let steps = ear.0.into_inner().unwrap();
    assert_eq!(steps.len(), 7);
    let text = String::from_utf8(quiet.0).unwrap();
    for (name, value) in steps.iter().flat_map(|step| &step.values) {
        if *name == "sha256" || *name == "root" {
            assert!(text.contains(value.as_str()));
        }
    }
    let check = steps[0].check.as_deref();
    assert_eq!(check, Some("sha256sum < 'a b' | cut -d' ' -f1"));
    assert!(steps[1].values.contains(&("pads", "1".into())));
}

#[test]
fn the_watch_and_the_writer_can_end_it() {
    struct Stop;
    impl Watch for Stop {
        fn stopped(&self) -> bool {
            true
        }
    }
    let scratch = sample("stop");
    let dir = scratch.dir();
    let making = Making {
        algorithm: Algorithm::Sha256,
        piece: None,
        symlinks: Symlinks::Follow,
    };
    for threads in [1, 4] {
        let mut stopped = work(&dir, threads);
        stopped.watch = &Stop;
        let ended = make(stopped, here(), making, |_| Ok(()));
        assert_eq!(ended.unwrap_err().slug, slug::STOPPED);
        let full = || -> Result<()> { Err(Error::new(slug::UNWRITABLE, "", "no space left")) };
        let ended = make(work(&dir, threads), here(), making, |_| full());
        assert_eq!(ended.unwrap_err().slug.kind, Kind::Io);
    }
}

fn read_all(bytes: &[u8]) {
    for reading in [
        Reading::default(),
        Reading {
            algorithm: Some(Algorithm::Blake3),
            zero: true,
        },
    ] {
        for (number, one) in List::new(Cursor::new(bytes), reading).enumerate() {
            assert!(number < bytes.len() + 2);
            if let Err(error) = one.entry {
                assert_eq!(error.place, Place::Line(one.line));
            }
        }
    }
}

proptest! {
    #[test]
    fn mutated_lists_never_panic(which in 0usize..8, at: prop::sample::Index, byte: u8, cut: prop::sample::Index, how in 0u8..4) {
        let page = include_str!("format.md").split("```text\n").nth(1).unwrap();
        let samples = [SHA256SUM, SHA256SUM_TAG, B3SUM, OPENSSL, HASHDEEP, SHA256SUM_ZERO, page, SHA512SUM_TAG];
        let mut bytes = samples[which].as_bytes().to_vec();
        let at = at.index(bytes.len());
        match how {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            2 => bytes.truncate(at),
            _ => {
                let (from, to) = (at.min(cut.index(bytes.len())), at.max(cut.index(bytes.len())));
                bytes.drain(from..to);
            }
        }
        read_all(&bytes);
    }

    #[test]
    fn any_bytes_never_panic(bytes: Vec<u8>) {
        read_all(&bytes);
    }

    #[test]
    fn manifests_come_back(mut names in prop::collection::vec(prop::collection::vec(1u8..=255, 1..20), 0..8), target in prop::collection::vec(1u8..=255, 1..9)) {
        names.sort_by(|a, b| tree_order(a, b));
        names.dedup();
        let mut entries = Vec::new();
        for (i, name) in names.into_iter().enumerate() {
            let content = if i % 3 == 2 {
                Content::Link(target.clone())
            } else {
                let digest = Digest::new(Algorithm::Sha1, &[i as u8; 20]).unwrap();
                let leaves = vec![[i as u8; 32]; i];
                let piece = Piece::new(1 << 14).unwrap();
                let tree = roots::tree_of(Engine::portable(), leaves, piece).unwrap();
                let size = Some((i * LEAF) as u64);
                Content::File(FileContent { size, digest, tree, piece: Some(piece) })
            };
            entries.push(Entry { name, content });
        }
        let mut writer = Writer::new(Vec::new(), json(), Algorithm::Sha1).unwrap();
        for entry in &entries {
            writer.entry(entry).unwrap();
        }
        let bytes = writer.finish().unwrap();
        let list = List::new(Cursor::new(bytes), Reading::default());
        let again: Vec<Entry> = list.map(|one| one.entry.unwrap()).collect();
        prop_assert_eq!(again, entries);
    }
}
