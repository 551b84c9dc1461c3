//! An eye for the objects that members hand each other to sign together.

use decent::codec::hex;
use decent::frost::{Commitment, LARGEST, Nonce, Partial, nonce};
use decent::group::object::lines;

use crate::input::Input;
use crate::report::Record;

/// A member's nonces; nothing secret of them is shown.
pub(super) fn nonce(input: &mut Input) -> Option<Record> {
    if input
        .len()
        .is_none_or(|len| len == 0 || len > nonce::LARGEST as u64)
    {
        return None;
    }
    let one = Nonce::read(input.read_secret(nonce::LARGEST).ok()?.bytes()).ok()?;
    let left = if one.is_half_used() {
        "for minisign's comment"
    } else {
        "unused"
    };
    let card = Record::card()
        .field("kind", "nonces of FROST, secret")
        .field("group", hex::encode(&one.group))
        .field("member", one.member)
        .field("left", left);
    Some(card.field(
        "check",
        "decent frost sign --share SHARE --nonce FILE --commitment COMMITMENTS --group GROUP DATA",
    ))
}

/// Commitments, of which the first is looked at.
pub(super) fn commitment(input: &mut Input) -> Option<Record> {
    let bytes = input.read_all(LARGEST).ok()?;
    let objects = lines(&bytes).ok()?;
    let first = Commitment::read(objects.first()?.1).ok()?;
    let all = objects.iter().map(|(_, line)| Commitment::read(line));
    let members: Vec<u16> = all.filter_map(|one| Some(one.ok()?.member)).collect();
    let card = Record::card()
        .field("kind", "commitment to nonces of FROST")
        .field("group", hex::encode(&first.group));
    let card = match members.as_slice() {
        [member] => card.field("member", *member),
        _ => card.field("signers", members),
    };
    Some(card.field(
        "check",
        "decent frost sign --share SHARE --nonce NONCE --commitment FILE --group GROUP DATA",
    ))
}

/// Partial signatures, of which the first is looked at.
pub(super) fn partial(input: &mut Input) -> Option<Record> {
    let bytes = input.read_all(LARGEST).ok()?;
    let objects = lines(&bytes).ok()?;
    let first = Partial::read(objects.first()?.1).ok()?;
    let all = objects.iter().map(|(_, line)| Partial::read(line));
    let members: Vec<u16> = all.filter_map(|one| Some(one.ok()?.member)).collect();
    let mut card = Record::card()
        .field("kind", "partial signature of FROST")
        .field("group", hex::encode(&first.group));
    card = match members.as_slice() {
        [member] => card.field("member", *member),
        _ => card.field("signers", members),
    };
    card = card.field("format", first.order.format().name());
    if let Some(comment) = &first.comment {
        card = card.field("trusted_comment", comment.clone());
    }
    card = card.field("message_sha256", hex::encode(&first.message));
    Some(card.field(
        "check",
        "decent frost join --group GROUP --commitment COMMITMENTS --message DATA FILE",
    ))
}
