//! Public keys as libp2p writes them (libp2p specs, peer-ids): a protobuf of the type and the bytes,
//! in one form only.

use super::PublicKey;

use crate::codec::dag_pb::{put_bytes, take_bytes, take_tag};
use crate::codec::varint;
use crate::error::{Error, Result, slug};

/// The numbers of the types.
const ED25519: u64 = 1;
const SECP256K1: u64 = 2;

/// The protobuf of a key; of kinds that libp2p has no number for, or that are not used here, none.
///
/// ```
/// use decent::key::{Kind, SecretKey, libp2p};
/// let key = SecretKey::from_bytes(Kind::Ed25519, &[7; 32].into()).unwrap().public();
/// let bytes = libp2p::encode(&key).unwrap();
/// assert_eq!(bytes[..4], [8, 1, 18, 32]);
/// assert_eq!(libp2p::decode(&bytes).unwrap(), key);
/// ```
pub fn encode(key: &PublicKey) -> Option<Vec<u8>> {
    let number = match key {
        PublicKey::Ed25519(_) => ED25519,
        PublicKey::Secp256k1(_) => SECP256K1,
        _ => return None,
    };
    let mut bytes = vec![0x08];
    varint::put(&mut bytes, number);
    put_bytes(&mut bytes, 0x12, &key.bytes());
    Some(bytes)
}

/// The key of a protobuf; any form but the one that [`encode`] writes is refused.
pub fn decode(bytes: &[u8]) -> Result<PublicKey> {
    let mut rest = bytes;
    let wrong = |found| Error::new(slug::NOT_A_KEY, "a public key as libp2p writes it", found);
    if take_tag(&mut rest)? != 0x08 {
        return Err(wrong("another field than the type"));
    }
    let number = varint::take(&mut rest)?;
    if take_tag(&mut rest)? != 0x12 {
        return Err(wrong("another field than the bytes"));
    }
    let body = take_bytes(&mut rest)?;
    let key = match (number, <&[u8; 32]>::try_from(body)) {
        (ED25519, Ok(body)) => PublicKey::ed25519(body)?,
        (SECP256K1, _) => PublicKey::secp256k1(body)?,
        _ => return Err(wrong("a key of another type or length")),
    };
    if encode(&key).as_deref() != Some(bytes) {
        return Err(wrong("another form"));
    }
    Ok(key)
}
