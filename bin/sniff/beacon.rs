//! An eye for beacons and the information of chains.

use decent::beacon::partial::Partial;
use decent::beacon::timelock::Lock;
use decent::beacon::{Beacon, Chain, chain, known, stream::Objects};
use decent::codec::{hex, time};
use decent::draw::{self, Commit};
use decent::group::object::{self, LARGEST_LINE};

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

/// A file that waits for a round, in the format of age.
pub(super) fn locked(input: &mut Input) -> Option<Record> {
    let (header, armored) = super::key::header(input)?;
    let lock = Lock::all(&header).ok()?.into_iter().next()?;
    let card = Record::card()
        .field("kind", "file sealed until a round (age, tlock)")
        .field("armored", armored)
        .field("round", lock.round);
    let card = due(card, &lock.chain, lock.round);
    Some(card.field("check", "decent beacon open --beacon BEACON FILE"))
}

/// The chain that a hash names, and when a round of it is due, where it is known.
fn due(card: Record, chain: &[u8; 32], round: u64) -> Record {
    let card = card.field("chain", hex::encode(chain));
    let Ok(known) = known::named(&hex::encode(chain)) else {
        return card;
    };
    let card = match known::name_of(&known) {
        Some(name) => card.field("known_as", name),
        None => card,
    };
    match known.time_of(round) {
        Ok(when) => card.field("due", time::show(when)),
        Err(_) => card,
    }
}

/// The commitment of a draw.
pub(super) fn draw(input: &mut Input) -> Option<Record> {
    let commit = Commit::read(&input.read_all(draw::LARGEST_COMMIT).ok()?).ok()?;
    let card = Record::card()
        .field("kind", "commitment of a draw")
        .field("method", commit.method.name())
        .field("count", commit.count)
        .field("entries", commit.entries)
        .field("pool", hex::encode(&commit.pool))
        .field("made", time::show(commit.made))
        .field("commitment", hex::encode(&commit.hash()))
        .field("round", commit.round);
    let card = due(card, &commit.chain, commit.round);
    Some(card.field(
        "check",
        "decent beacon draw run --beacon B --pool POOL FILE",
    ))
}

/// Partial signatures on a round, of which the first is looked at.
pub(super) fn partial(input: &mut Input) -> Option<Record> {
    let mut start = vec![0; LARGEST_LINE];
    let mut filled = 0;
    let mut reader = input.reader();
    while let Some(room) = start.get_mut(filled..).filter(|room| !room.is_empty()) {
        match reader.read(room).ok()? {
            0 => break,
            count => filled += count,
        }
    }
    let lines = object::lines(start.get(..filled)?).ok()?;
    let first = Partial::read(lines.first()?.1).ok()?;
    let card = Record::card()
        .field("kind", "partial signature of a beacon")
        .field("member", first.member)
        .field("group", hex::encode(&first.group))
        .field("round", first.round);
    let card = due(card, &first.chain, first.round);
    Some(card.field(
        "check",
        "decent beacon join --chain CHAIN --group GROUP FILE...",
    ))
}
