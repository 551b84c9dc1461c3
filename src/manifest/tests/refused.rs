//! What changes, can't be read or is written wrong is refused by its line.

use proptest::prelude::*;

use super::*;

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

/// A manifest of [`sample`].
fn manifest(name: &str) -> String {
    let scratch = sample(name);
    let dir = scratch.dir();
    let (list, _) = new_list(work(&dir, 2), here(), Algorithm::Sha256, json());
    String::from_utf8(list).unwrap()
}

/// The line and the slug of the first error.
fn first_error(text: &str) -> Option<(u64, &'static str)> {
    let mut all = List::new(Cursor::new(text), Reading::default());
    all.find_map(|one| one.entry.err().map(|error| (one.line, error.slug.name)))
}

/// The lines with another in one's place.
fn with(lines: &[&str], at: usize, line: &str) -> String {
    let mut lines = lines.to_vec();
    lines[at] = line;
    lines.join("\n") + "\n"
}

#[test]
fn headers_are_read_strictly() {
    let list = manifest("headers");
    assert_eq!(first_error(&list), None);
    let lines: Vec<&str> = list.lines().collect();
    let cases = [
        ("\"version\":1", "\"version\":2", "unknown-version"),
        ("decent", "other", "manifest-header"),
        ("16384", "16385", "piece-size"),
        ("sha256", "md5", "unknown-algorithm"),
        (",", ", ", "list-line"),
    ];
    for (good, bad, slug) in cases {
        let text = with(&lines, 0, &lines[0].replace(good, bad));
        assert_eq!(first_error(&text), Some((1, slug)), "{text}");
    }
    let text = with(&lines, 0, "{");
    assert_eq!(first_error(&text), Some((1, "manifest-header")));
}

#[test]
fn lines_are_read_strictly() {
    let list = manifest("lines");
    let lines: Vec<&str> = list.lines().collect();
    let behind = lines.len() as u64 + 1;
    let cases = [
        (with(&lines, 1, &lines[1].replace(',', ", ")), 2),
        (with(&lines, 1, &lines[1].replace("size", "sise")), 2),
        (
            with(&lines, 1, &lines[1].replace("\"size\":", "\"size\":0")),
            2,
        ),
        (with(&lines, 1, &format!("{}\r", lines[1])), 2),
        (with(&lines, 1, "[]"), 2),
        (with(&lines, 1, ""), 2),
        (list.clone() + "\n", behind),
        (list.clone() + lines[1], behind),
    ];
    for (text, line) in cases {
        assert_eq!(first_error(&text), Some((line, "list-line")), "{text}");
    }
    let lossy = lines.iter().find(|line| line.contains("path_hex")).unwrap();
    assert!(lossy.starts_with("{\"path\":\"lat\u{fffd}\",\"path_hex\":\"6c6174e9\","));
}

#[test]
fn the_order_and_the_end_are_read_strictly() {
    let list = manifest("order");
    let lines: Vec<&str> = list.lines().collect();
    let (count, last) = (lines.len() as u64, lines.len() - 1);
    let mut swapped = lines.clone();
    swapped.swap(1, 2);
    let cases = [
        (with(&lines, 2, lines[1]), 3, "manifest-order"),
        (swapped.join("\n") + "\n", 3, "manifest-order"),
        (list.trim_end().to_string(), count, "manifest-cut"),
        (lines[..last].join("\n") + "\n", count, "manifest-cut"),
        (with(&lines, 2, lines[last]), 3, "manifest-cut"),
    ];
    for (text, line, slug) in cases {
        assert_eq!(first_error(&text), Some((line, slug)), "{text}");
    }
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
        let page = include_str!("../format.md").split("```text\n").nth(1).unwrap();
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
