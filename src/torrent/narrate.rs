//! Narration: the parts of a torrent, with where they stand. FILE stands for the torrent.

use super::metainfo::Torrent;
use crate::codec::bencode::Document;
use crate::codec::hex;
use crate::error::Result;
use crate::watch::{Step, Watch};

/// Files that are told.
const FIRST: usize = 3;

/// Tells the dictionaries, the pieces and the trees of a torrent.
pub fn parts(bytes: &[u8], torrent: &Torrent, watch: &dyn Watch) -> Result<()> {
    let document = Document::parse(bytes)?;
    let root = document.root().dict()?;
    let keys: Vec<_> = root
        .iter()
        .map(|(key, value)| {
            let span = value.span();
            let name = String::from_utf8_lossy(key.key()).into_owned();
            format!("{name:?} at {}..{}", span.start, span.end)
        })
        .collect();
    let why = "a torrent is one dictionary; only what stands under info names it";
    let step = Step::new("torrent", why).value("keys", keys.join(", "));
    watch.step(&step.value("bytes", bytes.len()));
    let info = torrent.info();
    if let Some(dict) = root.get(b"info").and_then(|item| item.dict().ok()) {
        let keys: Vec<_> = dict
            .iter()
            .map(|(key, _)| String::from_utf8_lossy(key.key()).into_owned())
            .collect();
        let why = "the info dictionary says what the files are, and is what peers agree on";
        watch.step(&Step::new("info", why).value("keys", keys.join(", ")));
    }
    if info.versions().has_v1() {
        let (span, piece) = (info.span(), info.piece().bytes());
        let why =
            format!("{span} bytes, one file behind the other, are cut into pieces of {piece}");
        let step = Step::new("pieces v1", why).value("pieces", info.pieces().len());
        let first = info.pieces().first().map(|hash| hex::encode(hash));
        watch.step(&step.value("SHA-1 of the first", first.unwrap_or_default()));
    }
    let rooted = info.files().filter_map(|file| Some((file, file.root()?)));
    for (file, hash) in rooted.take(FIRST) {
        let (length, blocks) = (file.length(), file.length().div_ceil(super::BLOCK));
        let name = String::from_utf8_lossy(file.path().as_bytes()).into_owned();
        let why =
            format!("{length} bytes are {blocks} blocks of 16 KiB, leaves of a tree of its own");
        let step = Step::new("tree v2", why).value("file", format!("{name:?}"));
        let step = match torrent.layers().of(&hash) {
            Some(layer) => step.value(
                "piece layer",
                format!("{} hashes, which lead to", layer.len()),
            ),
            None => step,
        };
        watch.step(&step.value("pieces root", hex::encode(&hash)));
    }
    Ok(())
}
