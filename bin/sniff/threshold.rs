//! An eye for groups, their members' shares and parts, and for files sealed to them.

use decent::codec::hex;
use decent::group::{AnyGroup, AnyShare, CurveName, LARGEST, object};

use super::key::header;
use crate::input::Input;
use crate::report::Record;

/// The stanza of files that are sealed to a group.
const STANZA: &str = "decent-threshold";

/// A file sealed to a group.
pub(super) fn sealed(input: &mut Input) -> Option<Record> {
    let (header, armored) = header(input)?;
    let [stanza] = &header.stanzas[..] else {
        return None;
    };
    let key = stanza.words.get(1).filter(|_| stanza.kind() == STANZA)?;
    let card = Record::card()
        .field("kind", "file sealed to a group")
        .field("armored", armored)
        .field("public_key", key.as_str());
    Some(card.field("check", "decent threshold decrypt --share SHARE CIPHER"))
}

/// A group, a share, or members' parts. Of a share nothing secret is said.
pub(super) fn object(input: &mut Input) -> Option<Record> {
    if input.len().is_some_and(|length| length > LARGEST) {
        return None;
    }
    let bytes = input.read_secret(LARGEST as usize).ok()?;
    let first = *object::lines(bytes.bytes()).ok()?.first()?;
    match object::type_of(first.1)?.as_str() {
        "decent-group" => group(first.1),
        "decent-group-share" => share(first.1),
        "decent-partial" => part("partial signature", "--message FILE", first.1),
        "decent-decryption-share" => part("decryption share", "--ciphertext CIPHER", first.1),
        _ => None,
    }
}

fn group(bytes: &[u8]) -> Option<Record> {
    let group = AnyGroup::read(bytes).ok()?;
    let card = Record::card()
        .field("kind", "group")
        .field("curve", group.curve().name())
        .field("threshold", group.size().t())
        .field("members", group.size().n())
        .field("public_key", hex::encode(&group.public_bytes()))
        .field("group", hex::encode(&group.hash()));
    let check = match group.curve() {
        CurveName::Bls12381G1 | CurveName::Bls12381G2 => {
            "decent threshold verify --group GROUP --sig SIG FILE"
        }
        CurveName::Ed25519 | CurveName::Secp256k1 => {
            "decent threshold refresh --group GROUP -o DIR SHARE..."
        }
    };
    Some(card.field("check", check))
}

fn share(bytes: &[u8]) -> Option<Record> {
    let share = AnyShare::read(bytes).ok()?;
    let card = Record::card()
        .field("kind", "member's share of a group's key")
        .field("curve", share.curve().name())
        .field("member", share.member())
        .field("threshold", share.threshold())
        .field("group", hex::encode(&share.group()));
    Some(card.field("check", "decent threshold sign --share SHARE FILE"))
}

/// What a part says of itself.
#[derive(serde::Deserialize)]
struct Part<'a> {
    #[serde(borrow)]
    group: std::borrow::Cow<'a, str>,
    member: u64,
}

fn part(kind: &str, option: &str, bytes: &[u8]) -> Option<Record> {
    let part: Part<'_> = serde_json::from_slice(bytes).ok()?;
    let card = Record::card()
        .field("kind", kind)
        .field("member", part.member)
        .field("group", &*part.group);
    let check = format!("decent threshold join --group GROUP {option} PART...");
    Some(card.field("check", check))
}
