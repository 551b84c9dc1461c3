//! An eye for searches under way and for stamps.

use crate::input::Input;
use crate::report::Record;

/// Where a search for a nonce stands.
pub(super) fn checkpoint(input: &mut Input) -> Option<Record> {
    use decent::pow::{Puzzle, checkpoint};
    let bytes = input.read_all(checkpoint::LARGEST).ok()?;
    // The file says what was done; of which puzzle only its hash.
    let (job, standing) = checkpoint::decode(&bytes, &Puzzle::header([0; 80])).ok()?;
    let card = Record::card()
        .field("kind", "checkpoint of a search for a nonce")
        .field("job", decent::codec::hex::encode(&job))
        .field("start", standing.range.start.to_string())
        .field("end", standing.range.end.to_string())
        .field("done_below", standing.low.to_string())
        .field("tries", standing.tries.to_string());
    let card = match standing.best {
        Some(best) => card.field("solution", best.counter.to_string()),
        None => card,
    };
    Some(card.field("go_on", "the line that began it, --checkpoint FILE in it"))
}

/// A stamp of hashcash.
pub(super) fn stamp(input: &mut Input) -> Option<Record> {
    use decent::pow::stamp::{LONGEST, Stamp};
    let bytes = input.read_all(LONGEST as u64).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?.trim();
    let stamp = Stamp::parse(text).ok()?;
    let card = Record::card()
        .field("kind", "hashcash stamp")
        .field("resource", stamp.resource)
        .field("date", stamp.date)
        .field("claims", stamp.bits.unwrap_or(0))
        .field("zero_bits", stamp.zero_bits())
        .field("value", stamp.value());
    Some(card.field(
        "check",
        "decent pow check --bits N --resource R --spent DB STAMP",
    ))
}
