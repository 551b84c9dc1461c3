//! An eye for proofs of verifiable random functions.

use decent::codec::hex;
use decent::vrf::{PROOF_BYTES, Suite};

use crate::input::Input;
use crate::report::Record;

/// Bytes of what `vrf prove` prints, at most.
const LARGEST: u64 = 4096;

/// A proof, alone or with its output behind it: its point and its number are those of one.
pub(super) fn proof(input: &mut Input) -> Option<Record> {
    let bytes = input.read_all(LARGEST).ok()?;
    let mut words = std::str::from_utf8(&bytes).ok()?.split_whitespace();
    let proof: [u8; PROOF_BYTES] = hex::decode(words.next()?).ok()?.try_into().ok()?;
    let outputs = [Suite::Tai, Suite::Ell2].map(|suite| (suite, suite.claimed(&proof)));
    let card = Record::card().field("kind", "proof of a verifiable random function");
    let Some(said) = words.next() else {
        let [(_, tai), (_, ell2)] = outputs;
        let card = card
            .field("output_of_tai", hex::encode(&tai.ok()?))
            .field("output_of_ell2", hex::encode(&ell2.ok()?));
        return Some(card.field("check", "decent vrf verify --key PUB --proof FILE INPUT"));
    };
    let (suite, output) = outputs
        .into_iter()
        .filter_map(|(suite, output)| Some((suite, hex::encode(&output.ok()?))))
        .find(|(_, output)| output == said)?;
    let (card, word) = (
        card.field("suite", suite.name()),
        match suite {
            Suite::Tai => "tai",
            Suite::Ell2 => "ell2",
        },
    );
    let check = format!("decent vrf verify --suite {word} --key PUB --proof FILE INPUT");
    Some(card.field("output", output).field("check", check))
}
