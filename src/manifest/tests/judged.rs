//! Damage is named, links are kept, streams and extra files are found.

use super::*;

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
