//! Lists made, read, verified and compared over real directories.

use std::io::Cursor;
use std::num::NonZeroUsize;
use std::sync::Mutex;

use super::scratch::Scratch;
use super::*;
use crate::dir::Dir;
use crate::error::{Error, Kind, Place, Result, slug};
use crate::hash::{Cpu, Engine};
use crate::merkle::bep52::{self, LEAF};
use crate::verdict::Verdict;
use crate::watch::{Deaf, Step, Watch};

mod judged;
mod paths;
mod refused;

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
