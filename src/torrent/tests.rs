//! Tests of torrents.

use super::*;
use crate::codec::bencode::Document;
use crate::error::slug::{
    BENCODE, BENCODE_TYPE, DUPLICATE_KEY, TORRENT_FIELD, TORRENT_FILES, TORRENT_LAYERS,
    TORRENT_MISMATCH, TORRENT_PATH, TORRENT_PIECES, UNKNOWN_VERSION,
};
use crate::error::{Error, Kind, Place, Slug, slug};
use crate::hash::Engine;

mod changes;
mod findings;
mod malformed;

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
