//! An eye for shares of secrets, and for commitments to them.

use decent::codec::hex;
use decent::shamir::share::{self, HEADER, Header, LARGEST_ARMOUR};
use decent::shamir::slip39::{Mnemonic, is_mnemonic, set_name};
use decent::shamir::vss::{self, Commitments};

use crate::input::Input;
use crate::report::Record;

/// A share of ours, binary or text.
pub(super) fn share(input: &mut Input) -> Option<Record> {
    let source = input.source().ok()?;
    let start = source.window(0..source.len().min(LARGEST_ARMOUR)).ok()?;
    let header = if share::is_armour(&start) {
        Header::decode(&share::disarmour(&start).ok()?)
    } else {
        Header::decode(start.get(..HEADER)?)
    };
    let header = header.ok()?;
    let card = Record::card()
        .field("kind", "share of a secret")
        .field("sharing", header.kind.name())
        .field("threshold", header.threshold)
        .field("x", header.x)
        .field("set", hex::encode(&header.set));
    let check = if header.kind.is_verifiable() {
        "decent shamir verify --commit COMMITMENTS SHARE"
    } else {
        "decent shamir verify SHARE..."
    };
    Some(card.field("check", check))
}

/// A mnemonic of SLIP-39.
pub(super) fn mnemonic(input: &mut Input) -> Option<Record> {
    let bytes = input.read_all(LARGEST_ARMOUR).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let line = text.lines().find(|line| is_mnemonic(line))?;
    let one = Mnemonic::read(line).ok()?;
    let card = Record::card()
        .field("kind", "mnemonic of SLIP-39")
        .field("set", set_name(one.common))
        .field("group", one.group + 1)
        .field("member", one.member + 1)
        .field("threshold", one.threshold);
    Some(card.field("check", "decent shamir verify MNEMONIC..."))
}

/// Commitments to a shared scalar.
pub(super) fn commitments(input: &mut Input) -> Option<Record> {
    let known = Commitments::read(&input.read_all(vss::LARGEST).ok()?).ok()?;
    let card = Record::card()
        .field("kind", "commitments to a shared secret")
        .field("scheme", known.kind.name())
        .field("threshold", known.threshold())
        .field("set", hex::encode(&known.set()));
    Some(card.field("check", "decent shamir verify --commit COMMITMENTS SHARE"))
}
