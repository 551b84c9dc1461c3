//! An eye for records of IPNS, and for what was seen of names.

use std::io::BufReader;

use decent::ipns::Record;
use decent::ipns::record::LARGEST;
use decent::ipns::state::{self, Book};

use crate::input::Input;
use crate::records::described;
use crate::report;

/// A record.
pub(super) fn record(input: &mut Input) -> Option<report::Record> {
    if input.len().is_some_and(|length| length > LARGEST as u64) {
        return None;
    }
    let bytes = input.read_all(LARGEST as u64).ok()?;
    let record = Record::decode(&bytes).ok()?;
    let card = report::Record::card().field("kind", "record of IPNS");
    let card = described(card, &record);
    Some(card.field("check", "decent ipns verify NAME REC"))
}

/// A file of `--state`.
pub(super) fn state(input: &mut Input) -> Option<report::Record> {
    let heading = state::heading();
    let source = input.source().ok()?;
    let start = source
        .window(0..source.len().min(heading.len() as u64))
        .ok()?;
    if *start != *heading.as_bytes() {
        return None;
    }
    let book = Book::read(BufReader::new(input.reader())).ok()?;
    let card = report::Record::card().field("kind", "what was seen of names of IPNS");
    let card = card.field("names", book.names());
    Some(card.field("check", "decent ipns verify --state F NAME REC"))
}
