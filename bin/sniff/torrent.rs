//! An eye for torrents and magnet links.

use crate::input::Input;
use crate::report::Record;

/// A torrent, as bencode or as JSON.
pub(super) fn torrent(input: &mut Input) -> Option<Record> {
    use decent::codec::{bencode::BYTES_MOST, hex};
    use decent::hash::Engine;
    use decent::torrent::{Torrent, json};
    let bytes = input.read_all(BYTES_MOST).ok()?;
    let (kind, bytes) = match bytes.trim_ascii_start().first()? {
        b'd' => ("torrent", bytes),
        b'{' => ("torrent, in its JSON form", json::from_json(&bytes).ok()?),
        _ => return None,
    };
    let torrent = Torrent::parse(&bytes, Engine::detect()).ok()?;
    let (info, hash) = (torrent.info(), torrent.hash());
    let mut card = Record::card()
        .field("kind", kind)
        .field("version", info.versions().name())
        .bytes("name", info.name())
        .field("files", info.files().count())
        .field("size", info.size());
    if let Some(hash) = hash.v1 {
        card = card.field("infohash_v1", hex::encode(&hash));
    }
    if let Some(hash) = hash.v2 {
        card = card.field("infohash_v2", hex::encode(&hash));
    }
    Some(card.field("check", "decent torrent verify TORRENT DATA"))
}

/// A magnet link.
pub(super) fn magnet(input: &mut Input) -> Option<Record> {
    use decent::torrent::Magnet;
    let text = String::from_utf8(input.read_all(1 << 20).ok()?).ok()?;
    let magnet = Magnet::parse(text.trim()).ok()?;
    let card = Record::card().field("kind", "magnet link");
    let card = match &magnet.name {
        Some(name) => card.bytes("name", name),
        None => card,
    };
    Some(card.field("check", "decent torrent magnet --parse URI"))
}
