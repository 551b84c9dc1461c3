//! An eye for the making of keys together: a member's state, and messages.

use decent::codec::hex;
use decent::dkg::message::{Body, LARGEST};
use decent::dkg::{Message, State, Terms, state};

use crate::input::Input;
use crate::report::Record;

fn terms(card: Record, terms: &Terms) -> Record {
    let card = card
        .field("curve", terms.curve.name())
        .field("threshold", terms.size.t())
        .field("members", terms.size.n())
        .field("hiding", terms.hiding);
    match &*terms.name {
        "" => card,
        name => card.field("name", name),
    }
}

/// A state, of which nothing secret is shown.
pub(super) fn state(input: &mut Input) -> Option<Record> {
    let bytes = input.read_secret(state::LARGEST as usize).ok()?;
    let known = State::read(&bytes).ok()?;
    let card = Record::card()
        .field("kind", "state of a member that makes a key with others")
        .field("member", known.member);
    let check = "decent threshold dkg check --state FILE BOX";
    Some(terms(card, &known.terms).field("check", check))
}

/// A message. Whether it is signed by whom it says only the others' messages tell.
pub(super) fn message(input: &mut Input) -> Option<Record> {
    let message = Message::read(&input.read_all(LARGEST).ok()?).ok()?;
    let body = &message.body;
    let kind = match body {
        Body::Announcement(_) => "announcement of a member",
        Body::Deal(_) => "commitments and sealed shares of a dealer",
        Body::Vote(_) => "vote on the deals",
        Body::Opening(_) => "opened commitments of a dealer",
        Body::Pooled(_) => "pooled share of a dealer who does not open",
    };
    let mut card = Record::card()
        .field("kind", format!("{kind}, for making a key together"))
        .field("member", body.member());
    if body.to() > 0 {
        card = card.field("to", body.to());
    }
    if let Body::Announcement(said) = body {
        card = terms(card, &said.terms().ok()?);
        card = card.field("signing_key", hex::encode(&said.signing));
        if let Some(key) = &said.identity {
            card = card.field("identity", hex::encode(&key.0));
        }
    }
    if let Some(ceremony) = body.ceremony() {
        card = card.field("ceremony", hex::encode(ceremony));
    }
    if let Body::Vote(vote) = body {
        let against = vote.complaints.iter();
        let against = against.map(|complaint| complaint.against.to_string());
        card = card.field("complaints", against.collect::<Vec<_>>());
    }
    let digest = hex::encode(&message.digest());
    let check = "decent threshold dkg check --state STATE BOX";
    Some(card.field("digest", digest).field("check", check))
}
