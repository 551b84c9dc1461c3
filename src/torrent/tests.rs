//! Tests of torrents.

use super::*;
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

#[test]
fn what_is_written_is_read_and_the_same() {
    for versions in [Versions::V1, Versions::V2, Versions::Hybrid] {
        let bytes = draft(versions).encode();
        let torrent = Torrent::parse(&bytes, Engine::portable()).unwrap();
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
