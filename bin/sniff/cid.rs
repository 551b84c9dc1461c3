//! An eye for archives of blocks and content IDs.

use decent::car::Archive;
use decent::cid::{Cid, codec_name, multihash};

use crate::commands::car_card;
use crate::input::Input;
use crate::report::Record;

/// An archive.
pub(super) fn archive(input: &mut Input) -> Option<Record> {
    let archive = Archive::open(input.source().ok()?).ok()?;
    let version = archive.version;
    let card = car_card(&archive).ok()?;
    let card = card.field("kind", format!("archive of blocks, CARv{version}"));
    Some(card.field("check", "decent car verify F"))
}

/// A content ID alone in a file.
pub(super) fn id(input: &mut Input) -> Option<Record> {
    let text = String::from_utf8(input.read_all(1 << 10).ok()?).ok()?;
    let (cid, _) = Cid::parse(text.trim()).ok()?;
    let card = Record::card()
        .field("kind", "content ID")
        .field("codec", codec_name(cid.codec()))
        .field("hash", multihash::name(cid.hash()));
    Some(card.field("check", "decent cid verify CID PATH"))
}
