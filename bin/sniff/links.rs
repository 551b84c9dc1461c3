//! An eye for what quorums sign: rosters, requests, shares, proofs, evidence, memories of heads.

use std::io::{BufRead, BufReader, Read};

use decent::codec::hex;
use decent::group::object;
use decent::skipchain::link::Statement;
use decent::skipchain::proof::{self, Proof};
use decent::skipchain::request::{self, Share};
use decent::skipchain::{evidence, heads, roster, state, sworn};

use crate::input::Input;
use crate::report::Record;
use crate::rosters;

/// Bytes of the largest of them that are read.
const LARGEST: u64 = 16 << 20;

/// A proof in either form.
pub(super) fn proof(input: &mut Input) -> Option<Record> {
    let bytes = begun(input, |start| start.starts_with(proof::FIRST))?;
    Some(told(&Proof::decode(&bytes).ok()?))
}

/// An object in JSON of any of these types, or a file of them.
pub(super) fn object(input: &mut Input) -> Option<Record> {
    let bytes = begun(input, |start| start.trim_ascii_start().starts_with(b"{"))?;
    let lines = bytes.split(|byte| *byte == b'\n');
    let first = lines.clone().find(|line| !line.trim_ascii().is_empty())?;
    // A roster is written in several lines.
    let kind = object::type_of(&bytes).or_else(|| object::type_of(first))?;
    match kind.as_str() {
        roster::TYPE => {
            let read = decent::skipchain::Roster::read(&bytes).ok()?;
            let card = rosters::card(Record::card().field("kind", "roster"), &read);
            Some(card.field("check", "decent roster verify F"))
        }
        proof::TYPE => Some(told(&Proof::read(&bytes).ok()?)),
        evidence::TYPE => {
            let read = evidence::Evidence::read(&bytes).ok()?;
            let card = Record::card()
                .field("kind", "evidence that a roster said two things")
                .field("chain", hex::encode(read.chain()))
                .field("block", read.block().to_string());
            Some(card.field("check", "decent skipchain verify --roster R F"))
        }
        heads::TYPE => {
            let read = heads::Heads::read(&bytes).ok()?;
            let card = Record::card()
                .field("kind", "evidence that members signed two heads")
                .field("chain", hex::encode(read.chain()))
                .field("block", read.block().to_string());
            Some(card.field("check", "decent skipchain verify F"))
        }
        request::REQUEST => {
            let read = Statement::read_request(first).ok()?;
            let card = Record::card()
                .field("kind", "requests for links")
                .field("requests", count(&bytes))
                .field("chain", hex::encode(&read.chain));
            Some(card.field("check", "decent skipchain cosign --key K --chain C.skip F"))
        }
        request::SHARE => {
            let read = Share::read(first).ok()?;
            let card = Record::card()
                .field("kind", "shares of links")
                .field("shares", count(&bytes))
                .field("chain", hex::encode(&read.chain));
            Some(card.field("check", "decent skipchain join C.skip F"))
        }
        _ => None,
    }
}

/// What was seen of skipchains.
pub(super) fn state(input: &mut Input) -> Option<Record> {
    let bytes = begun(input, |start| {
        start.starts_with(state::heading().as_bytes())
    })?;
    let book = state::Book::read(&*bytes).ok()?;
    let newest = book.newest().map(|(chain, seen)| {
        let chain = hex::encode(chain);
        format!("{} of {}", seen.index, chain.get(..16).unwrap_or(&chain))
    });
    let card = Record::card()
        .field("kind", "memory of skipchains")
        .field("newest", newest.collect::<Vec<_>>());
    Some(card.field("check", "decent skipchain follow --state F PROOF"))
}

/// What a member signed for.
pub(super) fn sworn(input: &mut Input) -> Option<Record> {
    let bytes = begun(input, |start| {
        start.starts_with(sworn::heading().as_bytes())
    })?;
    let read = sworn::Sworn::read(&*bytes).ok()?;
    let newest = read.chains().map(|(chain, index)| {
        let chain = hex::encode(chain);
        format!("{index} of {}", chain.get(..16).unwrap_or(&chain))
    });
    let card = Record::card()
        .field("kind", "what a member of skipchains signed for")
        .field("newest", newest.collect::<Vec<_>>());
    let check = "decent skipchain cosign --key K --chain C.skip --state F REQUESTS";
    Some(card.field("check", check))
}

fn told(read: &Proof) -> Record {
    let card = Record::card()
        .field("kind", "proof of a skipchain")
        .field("chain", hex::encode(&read.start.chain_id()))
        .field("from", read.start.index.to_string())
        .field("head", read.reached().index.to_string())
        .field("to", read.target().index.to_string())
        .field("links", read.hops.len());
    card.field("check", "decent skipchain verify --trust HASH F")
}

fn count(bytes: &[u8]) -> usize {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines.filter(|line| !line.trim_ascii().is_empty()).count()
}

/// All of a file that begins as wanted and is not too large.
fn begun(input: &mut Input, wanted: impl Fn(&[u8]) -> bool) -> Option<Vec<u8>> {
    let source = input.source().ok()?;
    let start = source.window(0..source.len().min(64)).ok()?.into_owned();
    if !wanted(&start) || source.len() > LARGEST {
        return None;
    }
    let mut bytes = Vec::new();
    let mut reader = BufReader::new(input.reader());
    reader.fill_buf().ok()?;
    reader.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
