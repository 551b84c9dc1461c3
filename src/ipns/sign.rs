//! Records made (ipns-record.md, "Record Creation"), of version 2, on wish with the copies and the
//! signature of version 1 for readers of before 2021.

use super::name::{INLINE_MOST, Name};
use super::narrate;
use super::record::{self, Data, Legacy, Record};
use super::validity::Moment;
use super::value::Path;
use crate::error::{Error, Result, slug};
use crate::key::{SecretKey, libp2p};
use crate::sig::digest::Hash;
use crate::sig::{ecdsa, ed25519};
use crate::watch::Watch;

/// Signs a record. With `legacy` it has the copies of version 1.
pub fn sign(key: &SecretKey, data: &Data, legacy: bool, watch: &dyn Watch) -> Result<Record> {
    Path::parse(&data.value)?;
    Moment::parse(&data.validity)?;
    let public = key.public();
    Name::of(&public)?;
    let bytes = data.encode();
    let signature = signature(key, &record::signed(&bytes))?;
    let copies = if legacy {
        Some(copies(key, data)?)
    } else {
        None
    };
    let public_key = libp2p::write_public(&public)?;
    // A key that stands in the name need not stand in the record.
    let embedded = (public_key.len() > INLINE_MOST).then_some(&public_key[..]);
    let made = record::encode(copies.as_ref(), embedded, &signature, &bytes);
    let record = Record::decode(&made)?;
    if watch.narrates() {
        narrate::data(&record, false, watch);
        narrate::signature(&record, &public, false, watch);
    }
    Ok(record)
}

fn copies(key: &SecretKey, data: &Data) -> Result<Legacy> {
    let message = [&data.value, &data.validity, "EOL"].concat();
    Ok(Legacy {
        value: Some(data.value.clone().into_bytes()),
        signature: Some(signature(key, message.as_bytes())?),
        validity_type: Some(0),
        validity: Some(data.validity.clone().into_bytes()),
        sequence: Some(data.sequence),
        ttl: Some(data.ttl),
    })
}

/// The signature of a message as libp2p has it: Ed25519 bare, ECDSA over SHA-256 in DER.
fn signature(key: &SecretKey, message: &[u8]) -> Result<Vec<u8>> {
    match key {
        SecretKey::Ed25519(key) => {
            let key = ed25519::SigningKey::from_seed(key.as_bytes());
            Ok(key.sign(message).to_vec())
        }
        SecretKey::Secp256k1(key) => {
            let pair = ecdsa::sign(key, &Hash::Sha256.of(message), None);
            let failed = || Error::new(slug::SIGNING_FAILED, "a signature", "none");
            Ok(pair.ok_or_else(failed)?.encode())
        }
        other => {
            let wanted = "a key of ed25519 or secp256k1";
            Err(Error::new(slug::KEY_KIND, wanted, other.kind().name()))
        }
    }
}

/// What a record that follows `before` says: the sequence after it, never an earlier end.
pub fn after(before: &Record, mut data: Data) -> Result<Data> {
    let unfit =
        |wanted: String, found: &str| Error::new(slug::IPNS_UNFIT, wanted, found.to_owned());
    let next = before.data.sequence.checked_add(1);
    data.sequence = next.ok_or_else(|| {
        let wanted = "a sequence that can still grow".to_owned();
        unfit(wanted, "2^64 - 1, the last there is")
    })?;
    if Moment::parse(&data.validity)? < before.ends {
        let wanted = format!(
            "an end not before {}, that of the record before",
            before.data.validity
        );
        return Err(unfit(wanted, &data.validity));
    }
    Ok(data)
}
