//! An eye for keys, and for files sealed to them.

use decent::key::form::{Half, LARGEST, half};
use decent::key::{PublicKey, SecretKey, age};

use crate::input::Input;
use crate::keys::described;
use crate::report::Record;
use crate::sealed;

/// A public key, or a secret one, of which nothing secret is said.
pub(super) fn key(input: &mut Input) -> Option<Record> {
    if input.len().is_some_and(|length| length > LARGEST as u64) {
        return None;
    }
    let bytes = input.read_secret(LARGEST).ok()?;
    // Digits and words could be anything's.
    if bytes.bytes().len() < 40 || bytes.bytes().iter().all(u8::is_ascii_alphanumeric) {
        return None;
    }
    if half(bytes.bytes()) == Half::Public {
        let read = PublicKey::read(bytes.bytes(), None).ok()?;
        if read.form == decent::key::Form::Hex {
            return None;
        }
        let card = Record::card()
            .field("kind", "public key")
            .field("type", read.key.kind().name())
            .field("form", read.form.name());
        return Some(described(card, &read));
    }
    let card = Record::card().field("kind", "secret key");
    match SecretKey::read(&bytes, None, None) {
        Ok(read) if read.form == decent::key::Form::Hex => None,
        Ok(read) => {
            let card = card.field("type", read.key.kind().name());
            let card = card.field("form", read.form.name());
            Some(described(card, &read.public()))
        }
        Err(error) if error.slug == decent::error::slug::PASSPHRASE_WANTED => Some(
            card.field("encrypted", true)
                .field("check", "decent key show KEY"),
        ),
        Err(_) => None,
    }
}

/// The header of a file in the format of age, and whether it stands in armour.
pub(super) fn header(input: &mut Input) -> Option<(age::Header, bool)> {
    let mut reader = sealed::buffered(input);
    let (mut bare, armored) = sealed::bare(&mut reader).ok()?;
    Some((age::Header::read(&mut *bare).ok()?, armored))
}

/// A file sealed in the format of age.
pub(super) fn sealed(input: &mut Input) -> Option<Record> {
    let (header, armored) = header(input)?;
    let kinds: Vec<&str> = header.stanzas.iter().map(age::Stanza::kind).collect();
    let card = Record::card()
        .field("kind", "sealed file (age)")
        .field("armored", armored)
        .field("recipients", kinds);
    Some(card.field("check", "decent key open --key KEY FILE"))
}
