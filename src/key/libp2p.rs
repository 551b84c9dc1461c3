//! Keys as libp2p has them (libp2p/specs, `peer-ids/peer-ids.md`): a protobuf of a type and of bytes,
//! in the one encoding that names of peers are hashes of. kubo keeps its own in it, in base 64.

use zeroize::Zeroizing;

use super::form::{Half, LARGEST, array, not_a_key, secret_array};
use super::{Kind, PublicKey, SecretKey, not_ours, pkcs8};
use crate::codec::{base64, varint};
use crate::error::{Error, Place, Result, slug};
use crate::secret::Secret;

/// The types, by their numbers in the protobuf.
const TYPES: [(u8, Kind); 4] = [
    (0, Kind::Rsa),
    (1, Kind::Ed25519),
    (2, Kind::Secp256k1),
    (3, Kind::P256),
];

/// The tag of the type, and that of the bytes.
const TYPE: u8 = 0x08;
const DATA: u8 = 0x12;

fn wrong(wanted: &'static str, found: impl Into<String>, at: usize) -> Error {
    let error = Error::new(slug::NOT_A_KEY, wanted, found.into());
    error.at(Place::Byte(at as u64))
}

/// The type and the bytes of a protobuf.
fn fields(bytes: &[u8]) -> Result<(Kind, &[u8])> {
    let [TYPE, number, DATA, rest @ ..] = bytes else {
        let wanted = "a key of libp2p: its type, then its bytes";
        return Err(wrong(wanted, "something else", 0));
    };
    let known = TYPES.iter().find(|(code, _)| code == number);
    let Some((_, kind)) = known else {
        let wanted = "type 0 (RSA), 1 (Ed25519), 2 (secp256k1) or 3 (ECDSA)";
        return Err(wrong(wanted, number.to_string(), 1));
    };
    let mut data = rest;
    let length = varint::take(&mut data)?;
    if length != data.len() as u64 {
        let found = format!("{} for a length of {length}", data.len());
        return Err(wrong("all bytes of a key, and nothing behind", found, 3));
    }
    Ok((*kind, data))
}

/// The number of a type.
fn number(kind: Kind) -> Result<u8> {
    let known = TYPES.iter().find(|(_, known)| *known == kind);
    let wanted = "a key of ed25519, secp256k1, p256 or rsa";
    let unknown = || Error::new(slug::KEY_KIND, wanted, kind.name());
    known.map(|(code, _)| *code).ok_or_else(unknown)
}

/// A public key: 32 bytes (Ed25519), 33 (secp256k1), or the DER of SPKI (RSA; ECDSA over P-256).
///
/// ```
/// use decent::codec::hex;
/// use decent::key::libp2p;
/// let text = "080112201ed1e8fae2c4a144b8be8fd4b47bf3d3b34b871c3cacf6010f0e42d474fce27e";
/// let bytes = hex::decode(text).unwrap();
/// assert_eq!(libp2p::write_public(&libp2p::read_public(&bytes).unwrap()).unwrap(), bytes);
/// ```
pub fn read_public(bytes: &[u8]) -> Result<PublicKey> {
    let (kind, data) = fields(bytes)?;
    let key = match kind {
        Kind::Ed25519 => PublicKey::ed25519(&array(data)?)?,
        Kind::Secp256k1 => PublicKey::secp256k1(&array::<33>(data)?)?,
        _ => pkcs8::read_spki(data)?,
    };
    if key.kind() == kind {
        return Ok(key);
    }
    let wanted = "a key of the type that is told";
    Err(not_a_key(wanted, key.kind().name()))
}

/// The protobuf of a public key, in its one form.
pub fn write_public(key: &PublicKey) -> Result<Vec<u8>> {
    let number = number(key.kind())?;
    let data = match key {
        PublicKey::Ed25519(_) | PublicKey::Secp256k1(_) => key.bytes(),
        _ => pkcs8::spki(key).bytes().to_vec(),
    };
    let mut bytes = vec![TYPE, number, DATA];
    varint::put(&mut bytes, data.len() as u64);
    bytes.extend(data);
    Ok(bytes)
}

/// A secret key of Ed25519 (a seed, and the public key once or, in old files, twice) or of secp256k1
/// (32 bytes).
pub fn read_secret(bytes: &[u8]) -> Result<SecretKey> {
    let (kind, data) = fields(bytes)?;
    match kind {
        Kind::Ed25519 => {
            let (seed, public) = data.split_at_checked(32).unwrap_or_default();
            let key = SecretKey::from_bytes(kind, &secret_array(seed)?)?;
            let own = key.public().bytes();
            if public == own || public == [&own[..], &own].concat() {
                return Ok(key);
            }
            let wanted = "a seed, and the public key that goes with it";
            Err(not_a_key(wanted, "something else"))
        }
        Kind::Secp256k1 => SecretKey::from_bytes(kind, &secret_array(data)?),
        other => Err(not_ours(other)),
    }
}

/// The protobuf of a secret key.
pub fn write_secret(key: &SecretKey) -> Result<Secret> {
    let public = match key {
        SecretKey::Ed25519(_) => key.public().bytes(),
        SecretKey::Secp256k1(_) => Vec::new(),
        other => {
            return Err(number(other.kind())
                .err()
                .unwrap_or_else(|| not_ours(other.kind())));
        }
    };
    let length = (32 + public.len()) as u8;
    let mut bytes = Secret::with_room(4 + usize::from(length));
    bytes.push(&[TYPE, number(key.kind())?, DATA, length]);
    bytes.push(key.to_bytes().as_ref());
    bytes.push(&public);
    Ok(bytes)
}

/// Secret bytes in base 64, with the end of their line.
pub(super) fn letters(bytes: &[u8]) -> Secret {
    let digits = Zeroizing::new(base64::encode(bytes));
    let mut text = Secret::with_room(digits.len() + 1);
    text.push(digits.as_bytes());
    text.push(b"\n");
    text
}

/// The protobuf that a file would hold, bare or in base 64; `None` where it is something else.
pub(super) fn protobuf(bytes: &[u8]) -> Option<Secret> {
    let begins = |bytes: &[u8]| matches!(bytes, [TYPE, 0..=3, DATA, ..]);
    if bytes.len() > LARGEST {
        return None;
    }
    if begins(bytes) {
        return Some(Secret::from(bytes));
    }
    let text = bytes.trim_ascii();
    // What the three bytes are in base 64; no hex digits, for those have no S.
    let marked = matches!(text, [b'C', b'A', b'A' | b'E' | b'I' | b'M', b'S', ..]);
    let text = std::str::from_utf8(text).ok().filter(|_| marked)?;
    let decoded = Secret::from(base64::decode(text).ok()?);
    begins(decoded.bytes()).then_some(decoded)
}

/// Which half of a key a protobuf holds.
pub(super) fn half(protobuf: &[u8]) -> Half {
    let Ok((kind, data)) = fields(protobuf) else {
        return Half::Secret;
    };
    let public = match kind {
        Kind::Ed25519 => data.len() == 32,
        Kind::Secp256k1 => data.len() == 33,
        // Within SPKI a sequence comes first, within a secret key a version.
        _ => pkcs8::read_spki(data).is_ok(),
    };
    if public { Half::Public } else { Half::Secret }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    /// `tests/vectors/ipns/README.md` tells where they are from.
    const KEYS: &str = include_str!("../../tests/vectors/ipns/keys.txt");

    fn vector(kind: &str, half: &str) -> Vec<u8> {
        let start = format!("{kind} {half} ");
        let digits = KEYS.lines().find_map(|line| line.strip_prefix(&start));
        hex::decode(digits.unwrap()).unwrap()
    }

    #[test]
    fn published_keys_go_both_ways() {
        for kind in ["ed25519", "secp256k1", "p256", "rsa"] {
            let (secret, public) = (vector(kind, "secret"), vector(kind, "public"));
            let key = read_public(&public).unwrap();
            assert_eq!(key.kind().name(), kind);
            assert_eq!(write_public(&key).unwrap(), public);
            assert_eq!((half(&public), half(&secret)), (Half::Public, Half::Secret));
            match read_secret(&secret) {
                Ok(own) => {
                    assert_eq!(own.public(), key);
                    assert!(write_secret(&own).unwrap() == Secret::from(secret));
                }
                Err(error) => {
                    assert!(["p256", "rsa"].contains(&kind));
                    assert_eq!(error.slug, slug::KEY_KIND);
                }
            }
        }
    }

    #[test]
    fn files_hold_them_bare_or_in_base_64() {
        let public = vector("ed25519", "public");
        for file in [
            public.clone(),
            (base64::encode(&public) + "\n").into_bytes(),
        ] {
            let read = PublicKey::read(&file, None).unwrap();
            assert_eq!(read.form.name(), "libp2p");
            assert_eq!(write_public(&read.key).unwrap(), public);
        }
        let secret = vector("secp256k1", "secret");
        for file in [secret.clone(), base64::encode(&secret).into_bytes()] {
            let read = SecretKey::read(&Secret::from(file), None, None).unwrap();
            assert!(write_secret(&read.key).unwrap() == Secret::from(secret.clone()));
        }
    }

    #[test]
    fn old_files_have_the_public_key_twice() {
        let secret = vector("ed25519", "secret");
        let mut old = [&secret[..], &secret[36..]].concat();
        old[3] = 96;
        assert!(read_secret(&old).is_ok());
        *old.last_mut().unwrap() ^= 1;
        assert!(read_secret(&old).is_err());
    }

    #[test]
    fn other_forms_are_refused() {
        let good = vector("ed25519", "public");
        let with = |at: usize, byte: u8| {
            let mut bytes = good.clone();
            bytes[at] = byte;
            bytes
        };
        let long = [&good[..3], &[0xa0, 0], &good[4..]].concat();
        let point = [&[8, 2, 18, 65][..], &[4; 65]].concat();
        let bad = [
            with(0, 9),
            with(1, 4),
            with(1, 0),
            with(1, 2),
            with(2, 0x1a),
            with(3, 31),
            with(3, 33),
            [&good[..], &[0]].concat(),
            good[..35].to_vec(),
            long,
            // An uncompressed point, and one of small order.
            point,
            [&good[..4], &[0; 32]].concat(),
        ];
        for bytes in bad {
            assert!(read_public(&bytes).is_err(), "{}", hex::encode(&bytes));
        }
        let mut other = vector("ed25519", "secret");
        *other.last_mut().unwrap() ^= 1;
        assert!(read_secret(&other).is_err());
        let bls = SecretKey::from_bytes(Kind::Bls12381, &Zeroizing::new([7; 32])).unwrap();
        assert_eq!(
            write_secret(&bls).map(|_| ()).unwrap_err().slug,
            slug::KEY_KIND
        );
    }
}
