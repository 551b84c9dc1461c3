//! An eye for signatures.

use decent::codec::hex;
use decent::key::show_number;
use decent::sig::comments::{Commented, Over};
use decent::sig::der::Pair;
use decent::sig::ecdsa::Curve;
use decent::sig::{LARGEST, Signature, sshsig};

use crate::input::Input;
use crate::report::Record;

/// A signature whose first bytes say so; bare ones could be anything.
pub(super) fn signature(input: &mut Input) -> Option<Record> {
    let bytes = input.read_all(LARGEST).ok()?;
    let signature = Signature::read(&bytes, None).ok()?;
    let sure = matches!(
        signature,
        Signature::Commented(_) | Signature::Ssh(_) | Signature::Der(_)
    );
    let card = card(&signature);
    sure.then(|| card.field("check", "decent sig verify --key PUB --sig SIG FILE"))
}

/// A message behind its signature, as signify -e writes it.
pub(super) fn embedded(input: &mut Input) -> Option<Record> {
    let source = input.source().ok()?;
    let start = source.window(0..source.len().min(LARGEST)).ok()?;
    let (one, used) = Commented::decode_start(&start).ok()?;
    let card = Record::card()
        .field("kind", "message behind its signature")
        .field("message_bytes", (source.len() - used as u64).to_string())
        .field("key_number", show_number(one.key_number));
    Some(card.field("check", "decent sig verify --embedded --key PUB FILE"))
}

/// The fields of a signature.
pub(crate) fn card(signature: &Signature) -> Record {
    let card = Record::card();
    match signature {
        Signature::Commented(one) => commented(card, one),
        Signature::Ssh(one) => {
            let kind = sshsig::key_type(&one.public_key).unwrap_or_default();
            card.field("format", "sshsig")
                .bytes("key_type", kind)
                .bytes("namespace", &one.namespace)
                .field("hash", one.hash.name())
                .bytes("algorithm", &one.algorithm)
                .field("public_key", hex::encode(&one.public_key))
                .field("signature", hex::encode(&one.signature))
        }
        Signature::Der(pair) => numbers(card.field("format", "der"), pair),
        Signature::Bare(bare) => {
            let (r, s) = decent::sig::ed25519::halves(bare);
            card.field("format", "raw")
                .field("first_half", hex::encode(&r))
                .field("second_half", hex::encode(&s))
                .field("may_be", "ed25519, ecdsa or bip340: the key decides")
        }
        Signature::Rsa(bytes) => card
            .field("format", "rsa")
            .field("bits", bytes.len() * 8)
            .field("signature", hex::encode(bytes)),
    }
}

fn commented(card: Record, one: &Commented) -> Record {
    let format = match one.trusted {
        Some(_) => "minisign",
        None => "signify",
    };
    let over = match one.over {
        Over::Bytes => "the bytes themselves",
        Over::Blake2b => "blake2b512",
    };
    let card = card
        .field("format", format)
        .field("over", over)
        .field("key_number", show_number(one.key_number))
        .bytes("untrusted_comment", &one.untrusted);
    let card = match &one.trusted {
        Some(trusted) => card.bytes("trusted_comment", &trusted.comment),
        None => card,
    };
    card.field("signature", hex::encode(&one.signature))
}

fn numbers(card: Record, pair: &Pair) -> Record {
    let high = |curve: Curve| if curve.is_high(pair) { "high" } else { "low" };
    card.field("r", hex::encode(&pair.r))
        .field("s", hex::encode(&pair.s))
        .field("s_on_secp256k1", high(Curve::Secp256k1))
        .field("s_on_p256", high(Curve::P256))
}
