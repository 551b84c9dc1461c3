//! Tests of torrents.

use super::*;
use crate::codec::bencode::Document;
use crate::error::slug::{
    BENCODE, BENCODE_TYPE, DUPLICATE_KEY, TORRENT_FIELD, TORRENT_FILES, TORRENT_LAYERS,
    TORRENT_MISMATCH, TORRENT_PATH, TORRENT_PIECES, UNKNOWN_VERSION,
};
use crate::error::{Error, Kind, Place, Slug, slug};
use crate::hash::Engine;

/// A torrent of these versions with a file of each sort, as if its hashes had been computed.
fn draft(versions: Versions) -> Draft {
    let piece = PieceLength::v2(16384).unwrap();
    let mut draft = Draft::new(b"folder".to_vec(), piece, versions, Layout::Folder);
    let path = |text: &str| FilePath::new(text.split('/').map(str::as_bytes)).unwrap();
    let layer = vec![[1; 32], [2; 32], [3; 32]];
    let root = crate::merkle::bep52::root(Engine::portable(), layer.clone(), 0);
    let long = DraftFile::new(path("a/long"), 40_000);
    draft.files = vec![
        DraftFile {
            root,
            layer,
            ..long
        },
        DraftFile::new(path("a-empty"), 0),
        DraftFile {
            target: Some(path("a/long")),
            attributes: Attributes::of(b"l"),
            ..DraftFile::new(path("link"), 0)
        },
        DraftFile {
            root: Some([7; 32]),
            attributes: Attributes::of(b"x"),
            sha1: Some([8; 20]),
            ..DraftFile::new(path("short"), 100)
        },
    ];
    if versions == Versions::V1 {
        for file in &mut draft.files {
            (file.root, file.layer) = (None, Vec::new());
        }
        draft.pieces = vec![[5; 20]; 3];
    }
    if versions == Versions::Hybrid {
        draft.pieces = vec![[5; 20]; 4];
    }
    draft
}

const ALL: [Versions; 3] = [Versions::V1, Versions::V2, Versions::Hybrid];

fn parse(bytes: &[u8]) -> crate::Result<Torrent> {
    Torrent::parse(bytes, Engine::portable())
}

#[test]
fn what_is_written_is_read_and_the_same() {
    for versions in ALL {
        let bytes = draft(versions).encode();
        let torrent = parse(&bytes).unwrap();
        let info = torrent.info();
        assert_eq!(info.versions(), versions);
        assert_eq!(info.files().count(), 4);
        assert_eq!(info.size(), 40_100);
        let pads = info.entries().iter().filter(|file| file.is_pad()).count();
        assert_eq!(pads, if versions == Versions::Hybrid { 2 } else { 0 });
        let pieces = if versions == Versions::V1 { 3 } else { 4 };
        assert_eq!(info.piece_count(), pieces);
        assert_eq!(torrent.hash().v1.is_some(), versions.has_v1());
        assert_eq!(torrent.hash().v2.is_some(), versions.has_v2());
        assert_eq!(Draft::of(&torrent).encode(), bytes);
    }
}

#[test]
fn json_is_lossless_both_ways() {
    for versions in ALL {
        let mut draft = draft(versions);
        draft.name = b"\xff hex:".to_vec();
        draft.source = Some(b"hex:00".to_vec());
        draft.outer.comment = Some("\u{1b}[31m\u{202e}".into());
        draft.collections = vec![vec![], b"\"\\".to_vec()];
        let bytes = draft.encode();
        let json = json::to_json(&Document::parse(&bytes).unwrap()).to_string();
        assert_eq!(json::from_json(json.as_bytes()).unwrap(), bytes);
        let report = format!("{{\"tool\":\"torrent show\",\"private\":true,\"torrent\":{json}}}\n");
        assert_eq!(json::from_json(report.as_bytes()).unwrap(), bytes);
    }
    // Keys out of order stay so, and a key that stands twice is left to be refused.
    let unsorted = b"d1:bi1e1:ai-2ee";
    let json = json::to_json(&Document::parse(unsorted).unwrap()).to_string();
    assert_eq!(json::from_json(json.as_bytes()).unwrap(), unsorted);
    assert_eq!(
        json::from_json(b"{\"a\":1,\"a\":2}").unwrap(),
        b"d1:ai1e1:ai2ee"
    );
    let deep = ["[".repeat(101), "]".repeat(101)].concat();
    for bad in [
        "",
        "[]",
        "{\"a\":null}",
        "{\"a\":1.5}",
        "{\"a\":18446744073709551615}",
        "{\"a\":\"hex:0\"}",
        "{\"a\":\"hex:0x00\"}",
        "{} {}",
        "{\"tool\":\"x\"}",
        &format!("{{\"a\":{deep}}}"),
    ] {
        let error = json::from_json(bad.as_bytes()).expect_err(bad);
        assert_eq!(error.slug, slug::TORRENT_JSON, "{bad}");
    }
}

/// A torrent with some keys of a good one replaced in its text.
fn with(good: &str, changes: &[(&str, &str)]) -> Vec<u8> {
    let mut text = good.to_owned();
    for (old, new) in changes {
        assert!(text.contains(old), "{old} is not in {text}");
        text = text.replacen(old, new, 1);
    }
    text.into_bytes()
}

/// A file of 5 bytes; its hash is 20 letters.
const V1: &str =
    "d4:infod6:lengthi5e4:name1:a12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee";
/// A folder of two files.
const FOLDER: &str = "d4:infod5:filesld6:lengthi5e4:pathl1:a1:beed6:lengthi7e4:pathl1:ceee4:name1:d12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee";
/// A file of 5 bytes in version 2.
const V2: &str = "d4:infod9:file treed1:ad0:d6:lengthi5e11:pieces root32:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrreee12:meta versioni2e4:name1:a12:piece lengthi16384ee12:piece layersdee";
/// Two files in version 2, and both in version 1 with a pad between and behind them.
const HYBRID: &str = "d4:infod9:file treed1:ad0:d6:lengthi5e11:pieces root32:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrree1:bd0:d6:lengthi7e11:pieces root32:ssssssssssssssssssssssssssssssssee\
e5:filesld6:lengthi5e4:pathl1:aeed4:attr1:p6:lengthi16379e4:pathl4:.pad5:16379eed6:lengthi7e4:pathl1:beed4:attr1:p6:lengthi16377e4:pathl4:.pad5:16377eee\
12:meta versioni2e4:name1:d12:piece lengthi16384e6:pieces40:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaae12:piece layersdee";

/// Refused, by the slug, at the byte where the text `at` begins in the changed torrent.
fn refused(good: &str, changes: &[(&str, &str)], wanted: Slug, at: &str) {
    let bytes = with(good, changes);
    let text = String::from_utf8_lossy(&bytes);
    let place = text.find(at).map(|at| Place::Byte(at as u64));
    let error = parse(&bytes)
        .err()
        .unwrap_or_else(|| panic!("{text} is accepted"));
    assert_eq!(
        (error.slug, Some(error.place.clone())),
        (wanted, place),
        "{error}\n{text}"
    );
}

#[test]
fn the_good_ones_are_good() {
    for good in [V1, FOLDER, V2, HYBRID] {
        let torrent = parse(good.as_bytes()).unwrap();
        assert_eq!(Draft::of(&torrent).encode(), good.as_bytes());
        assert_eq!(lint::lint(good.as_bytes(), &torrent).unwrap(), []);
    }
}

/// The corpus of libtorrent (its table `test_error_torrents`), each kind built anew.
#[test]
fn what_libtorrent_refuses_is_refused() {
    let field = TORRENT_FIELD;
    refused(V1, &[("12:piece lengthi16384e", "")], field, "d6:length");
    refused(
        V1,
        &[("lengthi16384e6", "length3:1006")],
        BENCODE_TYPE,
        "3:100",
    );
    refused(V1, &[("i16384e", "i-16384e")], field, "i-16384e");
    refused(V1, &[("4:name1:a", "")], field, "d6:length");
    refused(V1, &[("4:name1:a", "4:namei1e")], BENCODE_TYPE, "i1e");
    refused(V1, &[("4:name1:a", "4:name1:/")], TORRENT_PATH, "1:/");
    refused("d4:info4:spame", &[], BENCODE_TYPE, "4:spam");
    refused("4:spam", &[], BENCODE_TYPE, "4:spam");
    refused(V1, &[("i5e", "i-5e")], field, "i-5e");
    refused(FOLDER, &[("i7e", "i-7e")], field, "i-7e");
    refused(FOLDER, &[("4:pathl1:ce", "4:path1:c")], BENCODE_TYPE, "1:c");
    refused(FOLDER, &[("4:pathl1:ce", "")], field, "d6:lengthi7e");
    refused(FOLDER, &[("l1:ce", "le")], TORRENT_PATH, "leee4:name");
    refused(
        V1,
        &[("6:pieces20:aaaaaaaaaaaaaaaaaaaa", "6:piecesi5e")],
        BENCODE_TYPE,
        "i5ee",
    );
    refused(V1, &[("20:a", "19:")], TORRENT_PIECES, "19:");
    refused(FOLDER, &[("lengthi7e", "length1:7")], BENCODE_TYPE, "1:7");
    refused(
        FOLDER,
        &[("d6:lengthi7e", "d4:attr1:l6:lengthi0e")],
        field,
        "d4:attr",
    );
    refused(V1, &[("i5e", "i99999999999e")], TORRENT_PIECES, "20:");
    refused(
        FOLDER,
        &[(
            "ld6:lengthi5e4:pathl1:a1:beed6:lengthi7e4:pathl1:ceee",
            "le",
        )],
        field,
        "le4:name",
    );
    refused(
        V1,
        &[("i5e", "i0e"), ("20:aaaaaaaaaaaaaaaaaaaa", "0:")],
        field,
        "i0e",
    );
    refused(V2, &[("i5e", "i0e")], field, "d1:ad0:");
}

/// The second half of that corpus: version 2.
#[test]
fn what_libtorrent_refuses_of_version_2_is_refused() {
    let field = TORRENT_FIELD;
    refused(HYBRID, &[("i5e", "i6e")], TORRENT_MISMATCH, "d6:lengthi5e4");
    refused(V2, &[("i16384e", "i16385e")], field, "i16385e");
    refused(V2, &[("i16384e", "i8192e")], field, "i8192e");
    refused(V2, &[("d1:ad0:", "d1:a1:b1:cd0:")], BENCODE_TYPE, "1:b1:c");
    refused(
        HYBRID,
        &[("d4:attr1:p6:lengthi16379e4:pathl4:.pad5:16379ee", "")],
        TORRENT_MISMATCH,
        "d6:lengthi7e4",
    );
    refused(
        HYBRID,
        &[
            ("d4:attr1:p6:lengthi16379e", "d4:attr1:p6:lengthi16378e"),
            ("d4:attr1:p6:lengthi16377e", "d4:attr1:p6:lengthi16378e"),
        ],
        TORRENT_MISMATCH,
        "d6:lengthi7e4",
    );
    refused(HYBRID, &[("ed1:ad0:", "ed1:zd0:")], field, "1:bd0:");
    refused(
        V2,
        &[("11:pieces root32:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr", "")],
        field,
        "d6:length",
    );
    refused(
        V2,
        &[(
            "32:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr",
            "31:rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr",
        )],
        field,
        "31:",
    );
    let zeros = "\0".repeat(32);
    refused(
        V2,
        &[("rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr", &zeros)],
        field,
        "32:",
    );
    refused(V2, &[("i5e", "i9007199254740992e")], field, "d6:length");
    refused(
        V2,
        &[("d6:lengthi5e", "d4:attr1:p6:lengthi5e")],
        TORRENT_FILES,
        "d4:attr",
    );
    refused(
        V2,
        &[("i5e", "i20000e"), ("12:piece layersde", "")],
        TORRENT_LAYERS,
        "d4:info",
    );
    refused(V2, &[("i5e", "i20000e")], TORRENT_LAYERS, "dee");
    let layer = |value: &str| format!("12:piece layersd32:{}{value}e", "r".repeat(32));
    let layered = |value: &str, at: &str| {
        let layer = layer(value);
        let changes = [("i5e", "i20000e"), ("12:piece layersde", layer.as_str())];
        refused(V2, &changes, TORRENT_LAYERS, at);
    };
    layered("33:123456789012345678901234567890123", "33:");
    layered("32:12345678901234567890123456789012", "32:1");
    layered(&format!("64:{}", "x".repeat(64)), "64:");
    let deep = "1:a".to_owned() + &"d1:a".repeat(120);
    let text = with(V2, &[("1:ad0:", &(deep + "d0:"))]);
    let error = parse(&text).expect_err("too deep");
    assert_eq!(error.slug, BENCODE);
}

/// The kinds of the notes that are not in that corpus; aria2 1.36 crashes on the first three.
#[test]
fn every_other_malformed_kind_is_refused() {
    let field = TORRENT_FIELD;
    refused(
        V1,
        &[("d6:length", "d6:lengthi5e6:length")],
        DUPLICATE_KEY,
        "6:lengthi5e4:name",
    );
    refused(V1, &[("i16384e", "i0e")], field, "i0e");
    refused(
        FOLDER,
        &[("d6:lengthi5e4:pathl1:a1:beed6:lengthi7e4:pathl1:cee", "")],
        field,
        "le4:name",
    );
    refused(V1, &[("i16384e", "i1073741825e")], field, "i1073741825e");
    refused(
        V1,
        &[("d6:length", "d5:filesle6:length")],
        field,
        "d5:files",
    );
    refused(V1, &[("20:", "19:")], BENCODE, "aee");
    for name in ["2:..", "1:.", "0:", "3:a/b", "2:a\0"] {
        refused(
            V1,
            &[("4:name1:a", &format!("4:name{name}"))],
            TORRENT_PATH,
            name,
        );
        refused(
            FOLDER,
            &[("l1:ce", &format!("l{name}e"))],
            TORRENT_PATH,
            &format!("l{name}e"),
        );
        if name != "0:" {
            refused(
                V2,
                &[("d1:ad0:", &format!("d{name}d0:"))],
                TORRENT_PATH,
                &format!("{name}d0:"),
            );
        }
    }
    refused(V2, &[("d1:ad0:", "d0:d0:")], TORRENT_PATH, "0:d0:");
    refused(
        FOLDER,
        &[("l1:ce", "l1:a1:be")],
        TORRENT_FILES,
        "d6:lengthi7e",
    );
    refused(FOLDER, &[("l1:ce", "l1:ae")], TORRENT_FILES, "d6:lengthi7e");
    refused(
        V2,
        &[("eee12:meta", "e1:bd0:d6:lengthi0eeeee12:meta")],
        TORRENT_FILES,
        "1:ad0:",
    );
    let link = "4:attr1:l4:pathl1:ce12:symlink pathl2:..1:xee";
    refused(
        FOLDER,
        &[("6:lengthi7e4:pathl1:cee", link)],
        TORRENT_PATH,
        "l2:..",
    );
    let link = "4:attr1:l6:lengthi9e4:pathl1:ce12:symlink pathl1:xee";
    refused(FOLDER, &[("6:lengthi7e4:pathl1:cee", link)], field, "i9e");
    refused(
        HYBRID,
        &[("pathl1:bee", "pathl1:cee")],
        TORRENT_MISMATCH,
        "d6:lengthi7e4",
    );
    refused(V2, &[("versioni2e", "versioni1e")], field, "i1e");
    refused(V2, &[("12:meta versioni2e", "")], field, "d9:file");
    let error = parse(&with(V2, &[("versioni2e", "versioni3e")])).expect_err("newer");
    assert_eq!(
        (error.slug, error.slug.kind),
        (UNKNOWN_VERSION, Kind::Unsupported)
    );
    refused(V1, &[("aee", "aeex")], BENCODE, "x");
    // A pad alone is no file.
    refused(V1, &[("d6:length", "d4:attr1:p6:length")], field, "i5e");
    refused(
        FOLDER,
        &[("i5e", "i9007199254740990e")],
        field,
        "d6:lengthi7e",
    );
}

/// Trackers and their like are no part of the infohash: what is odd in them is told, not refused.
#[test]
fn findings_have_names() {
    let codes = |bytes: &[u8]| -> Vec<&'static str> {
        let torrent = parse(bytes).unwrap_or_else(|error| panic!("{error}"));
        let found = lint::lint(bytes, &torrent).unwrap();
        found.iter().map(|one| one.code).collect()
    };
    let one = |good: &str, changes: &[(&str, &str)], code: &str| {
        let found = codes(&with(good, changes));
        assert_eq!(found, [code], "{changes:?}");
    };
    one(
        V1,
        &[("d6:lengthi5e4:name1:a", "d4:name1:a6:lengthi5e")],
        "unsorted-keys",
    );
    one(
        V1,
        &[("d4:info", "d13:creation date1:x4:info")],
        "odd-field",
    );
    one(V1, &[("i16384e", "i16385e")], "uneven-pieces");
    one(V1, &[("i16384e", "i8192e")], "tiny-pieces");
    one(V1, &[("i16384e", "i33554432e")], "huge-pieces");
    one(V2, &[("12:meta", "6:lengthi5e12:meta")], "stray-field");
    one(
        V1,
        &[("d6:length", "d9:file treede6:length")],
        "stray-field",
    );
    let stray = format!("layersd32:{}0:e", "x".repeat(32));
    one(V2, &[("layersde", &stray)], "stray-layer");
    let tail = "d4:attr1:p6:lengthi16377e4:pathl4:.pad5:16377ee";
    one(HYBRID, &[(tail, "")], "missing-pads");
    one(HYBRID, &[("l4:.pad5:16379e", "l4:.pad1:xe")], "pad-name");
    let pad = "d4:attr1:p6:lengthi1e4:pathl4:.pad1:1ee";
    one(FOLDER, &[("beed6", &format!("bee{pad}d6"))], "odd-pad");
    let link = |to: &str| format!("4:attr1:l4:pathl1:ce12:symlink pathl1:{to}ee");
    one(
        FOLDER,
        &[("6:lengthi7e4:pathl1:cee", &link("x"))],
        "dangling-link",
    );
    one(
        FOLDER,
        &[("6:lengthi7e4:pathl1:cee", &link("c"))],
        "link-loop",
    );
    one(FOLDER, &[("l1:ce", "l1:A1:Be")], "case-clash");
    one(FOLDER, &[("l1:ce", "l1:A1:ce")], "case-clash");
    one(FOLDER, &[("l1:ce", "l5:a\u{1b}[0me")], "control-character");
    one(FOLDER, &[("l1:ce", "l4:a\u{202e}e")], "turned-text");
    one(
        FOLDER,
        &[("l1:ce", &format!("l256:{}e", "n".repeat(256)))],
        "long-name",
    );
    for name in [
        "7:con.txt",
        "3:NUL",
        "4:com1",
        "2:a.",
        "2:a ",
        "3:a:b",
        "3:a\\b",
    ] {
        one(FOLDER, &[("l1:ce", &format!("l{name}e"))], "windows-name");
    }
    let long = format!("200:{}", "n".repeat(200)).repeat(6);
    one(FOLDER, &[("l1:ce", &format!("l{long}e"))], "long-path");
    let private = (
        "20:aaaaaaaaaaaaaaaaaaaa",
        "20:aaaaaaaaaaaaaaaaaaaa7:privatei1e",
    );
    one(V1, &[private], "private-without-tracker");
    let tracker = ("d4:info", "d8:announce8:http://t4:info");
    let nodes = ("privatei1eee", "privatei1ee5:nodesll1:hi1eeee");
    one(V1, &[private, tracker, nodes], "private-with-nodes");
    one(
        V1,
        &[("d4:info", "d8:announce8:ftp://tt4:info")],
        "odd-tracker",
    );
    let twice = "d13:announce-listll8:http://tel8:http://tee4:info";
    one(V1, &[("d4:info", twice)], "tracker-twice");
    one(V1, &[("aaee", "aae8:url-list4:seede")], "odd-webseed");
    one(
        FOLDER,
        &[("aaee", "aae8:url-list8:http://we")],
        "webseed-slash",
    );
    let mut bytes = with(FOLDER, &[("l1:ce", "l1:Xe")]);
    let at = bytes.iter().position(|byte| *byte == b'X').unwrap();
    bytes[at] = 0xff;
    assert_eq!(codes(&bytes), ["not-utf8"]);
}

#[test]
fn an_edit_keeps_the_info_bytes_unless_it_must_not() {
    for good in [V1, FOLDER, V2, HYBRID] {
        let old = parse(good.as_bytes()).unwrap();
        let edit = Edit {
            trackers: Some(vec![vec![b"http://a".to_vec()], vec![b"http://b".to_vec()]]),
            comment: Some(b"hi".to_vec()),
            date: Some(Some(7)),
            ..Edit::default()
        };
        let bytes = edit.apply(good.as_bytes()).unwrap();
        let new = parse(&bytes).unwrap();
        assert_eq!(old.hash(), new.hash());
        assert_eq!(new.outer().trackers.len(), 2);
        let undone = Edit {
            trackers: Some(Vec::new()),
            comment: Some(Vec::new()),
            date: Some(None),
            ..Edit::default()
        };
        assert_eq!(undone.apply(&bytes).unwrap(), good.as_bytes());
        let renamed = Edit {
            name: Some(b"other".to_vec()),
            private: Some(true),
            source: Some(b"s".to_vec()),
            ..Edit::default()
        };
        let bytes = renamed.apply(good.as_bytes()).unwrap();
        let new = parse(&bytes).unwrap();
        assert_eq!(new.info().name(), b"other");
        assert_eq!(new.info().layout(), old.info().layout());
        assert!(new.info().private() && old.hash() != new.hash());
        let climbs = Edit {
            name: Some(b"..".to_vec()),
            ..Edit::default()
        };
        assert!(climbs.apply(good.as_bytes()).is_err());
    }
}

#[test]
fn a_diff_says_what_and_whether_it_matters() {
    use diff::{Change, Content, content, diff};
    let torrents = ALL.map(|versions| draft(versions).encode());
    let [v1, v2, hybrid] = torrents.each_ref().map(|bytes| parse(bytes).unwrap());
    assert_eq!(content(&v2, &hybrid), Content::Same);
    assert_eq!(content(&v1, &hybrid), Content::Unknown);
    assert_eq!(content(&v1, &v2), Content::Unknown);
    let mut other = draft(Versions::V2);
    other.files[3].root = Some([9; 32]);
    other.files[1].path = FilePath::new([&b"b-empty"[..]]).unwrap();
    other.files[0].path = FilePath::new([&b"a"[..], b"moved"]).unwrap();
    let bytes = other.encode();
    let new = parse(&bytes).unwrap();
    let found = diff((&torrents[1], &v2), (&bytes, &new)).unwrap();
    let files: Vec<_> = found.iter().filter(|one| one.file).collect();
    let of = |name: &str| {
        files
            .iter()
            .find(|one| one.name == name.as_bytes())
            .map(|one| &one.change)
    };
    assert_eq!(of("a/moved"), Some(&Change::Renamed(b"a/long".to_vec())));
    assert!(matches!(of("b-empty"), Some(Change::Added(_))));
    assert!(matches!(of("a-empty"), Some(Change::Removed(_))));
    assert!(matches!(of("short"), Some(Change::Changed(..))));
    assert_eq!(files.len(), 4);
    assert_eq!(content(&v2, &new), Content::Differs);
    let unsorted = with(V1, &[("d6:lengthi5e4:name1:a", "d4:name1:a6:lengthi5e")]);
    let pair = (parse(V1.as_bytes()).unwrap(), parse(&unsorted).unwrap());
    let found = diff((V1.as_bytes(), &pair.0), (&unsorted, &pair.1)).unwrap();
    let names: Vec<_> = found
        .iter()
        .map(|one| String::from_utf8_lossy(&one.name))
        .collect();
    assert_eq!(names, ["infohash-v1", "info"]);
    assert_eq!(
        diff((V1.as_bytes(), &pair.0), (V1.as_bytes(), &pair.0)).unwrap(),
        []
    );
}

#[test]
fn magnet_links_in_all_forms() {
    let hash = [0x1f; 20];
    let base32 = crate::codec::base32::encode(&hash);
    let hex = crate::codec::hex::encode(&hash);
    for text in [&base32, &base32.to_lowercase(), &hex, &hex.to_uppercase()] {
        let link = Magnet::parse(&format!("MAGNET:?xt=urn:btih:{text}")).unwrap();
        assert_eq!(
            link.hash,
            InfoHash {
                v1: Some(hash),
                v2: None
            }
        );
    }
    let v2 = "22".repeat(32);
    let text = format!(
        "magnet:?xt.1=urn:btih:{hex}&xt.2=urn:btmh:1220{v2}&tr.1=http%3a//a+b&x.pe=[::1]:9&as=x&&dn=%ff"
    );
    let link = Magnet::parse(&text).unwrap();
    assert_eq!(
        link.hash,
        InfoHash {
            v1: Some(hash),
            v2: Some([0x22; 32])
        }
    );
    assert_eq!(link.trackers, [b"http://a b".to_vec()]);
    assert_eq!(link.others, [("as".to_owned(), b"x".to_vec())]);
    assert_eq!(Magnet::parse(&link.to_string()), Ok(link));
    let at = |text: &str| -> Error { Magnet::parse(text).expect_err(text) };
    for (text, place) in [
        ("http://x", 0),
        ("magnet:?dn=a", 8),
        ("magnet:?xt=urn:btih:12", 20),
        ("magnet:?xt=urn:btmh:1114aa", 20),
        (&format!("magnet:?xt=urn:btih:{hex}&dn=a%2"), 65),
        (&format!("magnet:?xt=urn:btih:{hex}&dn=%zz"), 64),
        (&format!("magnet:?xt=urn:btih:{hex}&so=3-1"), 64),
        (&format!("magnet:?xt=urn:btih:{hex}&x.pe=a&tr=b"), 66),
        (
            &format!("magnet:?xt=urn:btih:{hex}&xt=urn:btih:{}", "0".repeat(40)),
            73,
        ),
    ] {
        let error = at(text);
        assert_eq!(
            (error.slug, error.place),
            (slug::MAGNET, Place::Byte(place)),
            "{text}"
        );
    }
    for bad in [
        "a", ":1", "a:0", "a:65536", "[::1:2", "::1:2", "a b:1", "a:+1",
    ] {
        assert!(magnet::peer(bad).is_err(), "{bad}");
    }
    for bad in ["", ",", "1,", "-1", "1-", "+1", "a"] {
        assert!(magnet::select(bad).is_err(), "{bad}");
    }
}

proptest::proptest! {
    /// Whatever stands in a file, the reader ends with a value or an error.
    #[test]
    fn no_change_of_a_good_torrent_is_a_panic(
        which in 0..3usize, at in 0..2000usize, cut in 0..40usize,
        put in proptest::collection::vec(proptest::sample::select(&b"dlei0123456789:-\xff"[..]), 0..8),
    ) {
        let mut bytes = draft(ALL[which]).encode();
        let at = at % bytes.len();
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, put);
        if let Ok(torrent) = parse(&bytes) {
            let _ = lint::lint(&bytes, &torrent).unwrap();
            let json = json::to_json(&Document::parse(&bytes).unwrap()).to_string();
            assert_eq!(json::from_json(json.as_bytes()).unwrap(), bytes);
            assert!(parse(&Draft::of(&torrent).encode()).is_ok());
        }
    }
}
