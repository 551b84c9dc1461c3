//! An eye for signed notes, proofs of entries, keys of notes and what witnesses saw.

use std::io::BufReader;

use decent::codec::hex;
use decent::note::witness::{Book, Request, heading};
use decent::note::{Checkpoint, LARGEST, Line, Note, Proof, Verifier};

use crate::input::Input;
use crate::notes::{head, shown};
use crate::report::Record;

/// Bytes of a file of keys, at most.
const KEYS_LARGEST: u64 = 1 << 16;

/// A note, a proof or a request.
pub(super) fn note(input: &mut Input) -> Option<Record> {
    if input.len().is_some_and(|length| length > LARGEST as u64) {
        return None;
    }
    let bytes = input.read_all(LARGEST as u64).ok()?;
    let proof = Proof::begins(&bytes);
    let card = card(&bytes).ok()?;
    let line = if proof {
        "decent note verify --key VKEY --entry ENTRY FILE"
    } else {
        "decent note verify --key VKEY FILE"
    };
    Some(card.field("check", line))
}

/// The line by which verifiers know a key.
pub(super) fn key(input: &mut Input) -> Option<Record> {
    let bytes = input.read_all(KEYS_LARGEST).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let verifier: Verifier = text.trim_end().parse().ok()?;
    let card = Record::card()
        .field("kind", "key by which notes are verified")
        .field("name", verifier.name())
        .field("id", hex::encode(&verifier.id()))
        .field("type", verifier.algorithm().name())
        .field("public_key", hex::encode(verifier.key()));
    Some(card.field("check", "decent note verify --key FILE NOTE"))
}

/// A file of `note sign --state`.
pub(super) fn state(input: &mut Input) -> Option<Record> {
    let heading = heading();
    let source = input.source().ok()?;
    let start = source.window(0..source.len().min(heading.len() as u64));
    if *start.ok()? != *heading.as_bytes() {
        return None;
    }
    let book = Book::read(BufReader::new(input.reader())).ok()?;
    let card = Record::card().field("kind", "what a witness saw of logs");
    let card = card.field("logs", book.logs());
    Some(card.field(
        "check",
        "decent note sign --cosign --log VKEY --state FILE NOTE",
    ))
}

/// The fields of a note, of a proof of an entry, or of what a witness is asked.
pub(crate) fn card(bytes: &[u8]) -> decent::Result<Record> {
    let card = Record::card();
    if Proof::begins(bytes) {
        let proof = Proof::read(bytes)?;
        let card = card
            .field("kind", "proof of an entry of a log")
            .field("index", proof.index.to_string())
            .field("hashes", proof.path.len());
        let card = match &proof.extra {
            Some(extra) => card.field("extra", hex::encode(extra)),
            None => card,
        };
        proof.head()?;
        return Ok(fields(card, &proof.note));
    }
    if Request::begins(bytes)
        && let Ok(request) = Request::read(bytes)
    {
        let card = card
            .field("kind", "what a witness is asked to cosign")
            .field("old", request.old.to_string())
            .field("hashes", request.hashes.len());
        return Ok(fields(card, &request.note));
    }
    let note = Note::read(bytes)?;
    let kind = match Checkpoint::read(note.text()) {
        Ok(_) => "head of a log, signed",
        Err(_) => "note, signed",
    };
    Ok(fields(card.field("kind", kind), &note))
}

fn fields(card: Record, note: &Note) -> Record {
    let card = match Checkpoint::read(note.text()) {
        Ok(found) => head(card, &found),
        Err(_) => card.field("text_bytes", note.text().len()),
    };
    let names: Vec<&str> = note.lines().iter().map(Line::name).collect();
    let ids = note.lines().iter().map(|line| hex::encode(&line.id()));
    let times: Vec<_> = note.lines().iter().filter_map(Line::claimed_time).collect();
    let card = card.field("signed_by", names);
    let card = card.field("ids", ids.collect::<Vec<_>>());
    if times.is_empty() {
        return card;
    }
    card.field("times", times.into_iter().map(shown).collect::<Vec<_>>())
}
