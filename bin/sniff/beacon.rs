//! An eye for beacons and the information of chains.

use decent::beacon::{Beacon, Chain, chain, stream::Objects};
use decent::codec::hex;

use crate::beacons::identity;
use crate::input::Input;
use crate::report::Record;

/// The information of a chain.
pub(super) fn chain(input: &mut Input) -> Option<Record> {
    let chain = Chain::read(&input.read_all(chain::LARGEST).ok()?).ok()?;
    let card = Record::card().field("kind", "information of a chain of beacons");
    let card = identity(card, &chain);
    Some(card.field("check", "decent beacon show FILE"))
}

/// Beacons, of which the first is looked at.
pub(super) fn beacons(input: &mut Input) -> Option<Record> {
    let mut reader = input.reader();
    let mut objects = Objects::new(&mut *reader);
    let first = Beacon::read(objects.take_next().ok()??).ok()?;
    // Whose it is can't be seen; the length tells in which group its chain signs.
    let schemes = match (first.signature.len(), &first.previous) {
        (96, Some(_)) => "chained",
        (96, None) => "chained or unchained",
        (48, _) => "signatures on G1",
        (64, _) => "on BN254",
        _ => return None,
    };
    let card = Record::card()
        .field("kind", "beacons")
        .field("first_round", first.round)
        .field("scheme", schemes)
        .field("randomness", hex::encode(&first.derived()));
    Some(card.field("check", "decent beacon verify --chain CHAIN FILE"))
}
