//! An eye for lists of files.

use crate::input::Input;
use crate::report::Record;

/// Bytes at the start of a file that tell whether it can be a list.
const START: u64 = 256 << 10;

/// A list of files: every line of it is understood.
pub(super) fn list(input: &mut Input) -> Option<Record> {
    use decent::manifest::{List, Reading};
    use std::io::Read;
    // Its first line first, so that a large file of another kind isn't read to its end.
    let start = std::io::BufReader::new(input.reader().take(START));
    List::new(start, Reading::default()).next()?.entry.ok()?;
    let lines = List::new(std::io::BufReader::new(input.reader()), Reading::default());
    let mut entries = 0u64;
    for line in lines {
        line.entry.ok()?;
        entries += 1;
    }
    let card = Record::card()
        .field("kind", "list of files")
        .field("entries", entries);
    (entries > 0).then(|| card.field("check", "decent manifest verify LIST"))
}
