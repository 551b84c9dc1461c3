//! Records checked, in the order of ipns-record.md, "Record Verification": size and form (by
//! [`Record::decode`]), key, signature, copies of version 1, end of validity.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::name::Name;
use super::narrate;
use super::record::Record;
use super::validity::Moment;
use crate::error::Result;
use crate::key::{PublicKey, libp2p};
use crate::sig::der::Pair;
use crate::sig::verify::{Asked, Trusted};
use crate::sig::{self, Signature};
use crate::source::Source;
use crate::verdict::Verdict;
use crate::watch::Watch;

/// Why a record does not hold, or may.
type Judged<T> = std::result::Result<T, Verdict>;

fn no(why: impl Into<Cow<'static, str>>) -> Verdict {
    Verdict::No(why.into())
}

/// Whether a record is of a name and holds at a moment. `known` is the key of the name, for records
/// that lack it. Don't know, where nobody says what the key is.
pub fn verify(
    record: &Record,
    name: &Name,
    known: Option<&PublicKey>,
    at: Moment,
    watch: &dyn Watch,
) -> Result<Verdict> {
    let signer = match signer(record, name, known) {
        Ok(key) => key,
        Err(verdict) => return Ok(verdict),
    };
    if watch.narrates() {
        narrate::name(&signer, name, watch);
        narrate::data(record, true, watch);
    }
    if let Err(verdict) = signed_by(record, &signer, watch)? {
        return Ok(verdict);
    }
    if watch.narrates() {
        narrate::signature(record, &signer, true, watch);
    }
    if let Some(field) = record.disagreement() {
        let why = format!("the copy of version 1 says another {field} than what is signed");
        return Ok(no(why));
    }
    if watch.narrates() {
        narrate::validity(record, at, watch);
    }
    if record.ends <= at {
        return Ok(no(format!(
            "expired: it was valid until {}",
            record.data.validity
        )));
    }
    Ok(Verdict::Yes)
}

/// The key that must have signed: the one in the record, which must be the name's, or that in the name.
fn signer(record: &Record, name: &Name, known: Option<&PublicKey>) -> Judged<PublicKey> {
    let is_names = |key: &PublicKey| Name::of(key).is_ok_and(|own| own == *name);
    if let Some(bytes) = record
        .public_key
        .as_deref()
        .filter(|bytes| !bytes.is_empty())
    {
        let key = libp2p::read_public(bytes);
        let key = key.map_err(|error| no(format!("its public key: {error}")))?;
        if is_names(&key) {
            return Ok(key);
        }
        return Err(no("its public key is not the one of the name"));
    }
    if let Some(key) = name.key() {
        return Ok(key);
    }
    match known {
        Some(key) if is_names(key) => Ok(key.clone()),
        Some(_) => Err(Verdict::Unknown(
            "the key that is given is not the one of the name".into(),
        )),
        None => Err(no(
            "it lacks the public key, of which the name is only the hash",
        )),
    }
}

/// Whether the signature of version 2 is by a key.
fn signed_by(record: &Record, key: &PublicKey, watch: &dyn Watch) -> Result<Judged<()>> {
    let bytes = record.signature();
    let signature = match key {
        PublicKey::Ed25519(_) => <[u8; 64]>::try_from(bytes).ok().map(Signature::Bare),
        PublicKey::Secp256k1(_) | PublicKey::P256(_) => {
            Pair::decode(bytes).ok().map(Signature::Der)
        }
        PublicKey::Rsa(_) => Some(Signature::Rsa(bytes.to_vec())),
        _ => None,
    };
    let Some(signature) = signature else {
        let why = format!("its signature is none of {}", key.kind().name());
        return Ok(Err(no(why)));
    };
    let trusted = Trusted {
        key: key.clone(),
        number: None,
        allowed: None,
    };
    let asked = Asked {
        format: None,
        namespace: b"",
        hash: None,
        low_s: false,
        at: 0,
        identity: None,
    };
    let signed = record.signed();
    let mut message = Source::from_bytes(&signed);
    let watch = narrate::Within::new(record, watch);
    let outcomes = sig::verify::verify(&[&signature], &[trusted], &asked, &mut message, &watch)?;
    let held = outcomes
        .first()
        .is_some_and(|one| one.verdict == Verdict::Yes);
    Ok(if held {
        Ok(())
    } else {
        Err(no("the signature is of other data, or by another key"))
    })
}

/// Which of two records is the newer: by sequence, then by the end of validity, then by bytes
/// (ipfs/boxo, `ipns/validation.go`).
pub fn newer(one: &Record, other: &Record) -> Ordering {
    let key = |record: &Record| (record.data.sequence, record.ends);
    key(one)
        .cmp(&key(other))
        .then_with(|| one.bytes().cmp(other.bytes()))
}
