//! Keys of `OpenBSD`'s signify: two lines like minisign's, the second of them base64 of 104 bytes with
//! the rounds of `bcrypt_pbkdf` (`signify.c`, `struct enckey`).

use rand_core::CryptoRng;
use sha2::{Digest, Sha512};
use zeroize::Zeroizing;

use super::form::{Beside, Form, Read, array, not_a_key, passphrase_of, wrong_passphrase};
use super::minisign::{ALGORITHM, pair, pair_of, public_line, salt, two_lines};
use super::{PublicKey, SecretKey};
use crate::error::{Error, Result, slug};
use crate::secret::Secret;

/// Bytes of a secret key: algorithm, `BK`, rounds, salt 16, checksum 8, number 8, key 64.
pub(super) const SECRET: usize = 2 + 2 + 4 + 16 + 8 + 8 + 64;

const BCRYPT: &[u8; 2] = b"BK";

/// The rounds that signify itself writes.
const ROUNDS: u32 = 42;
/// Rounds that a key may ask for.
pub(super) const ROUNDS_MOST: u32 = 4096;

/// What bcrypt makes of a passphrase.
pub(super) fn bcrypt<const N: usize>(
    passphrase: &Secret,
    salt: &[u8],
    rounds: u32,
) -> Result<Zeroizing<[u8; N]>> {
    if rounds > ROUNDS_MOST {
        let wanted = format!("at most {ROUNDS_MOST} rounds of bcrypt");
        return Err(Error::new(slug::TOO_COSTLY, wanted, rounds.to_string()));
    }
    let mut key = Zeroizing::new([0; N]);
    let made = bcrypt_pbkdf::bcrypt_pbkdf(passphrase.bytes(), salt, rounds, key.as_mut());
    // It has none of no passphrase, and of no salt.
    made.map_err(|_| wrong_passphrase())?;
    Ok(key)
}

/// A key of the bytes of a second line.
pub(super) fn read_secret(
    comment: String,
    bytes: &[u8],
    passphrase: Option<&Secret>,
) -> Result<Read<SecretKey>> {
    let bytes: Zeroizing<[u8; SECRET]> = Zeroizing::new(array(bytes)?);
    let part = |at: usize, length: usize| bytes.get(at..at + length).unwrap_or_default();
    if part(0, 2) != ALGORITHM || part(2, 2) != BCRYPT {
        return Err(not_a_key("algorithms `Ed` and `BK`", "others"));
    }
    let rounds = u32::from_be_bytes(array(part(4, 4))?);
    let mut key: Zeroizing<[u8; 64]> = Zeroizing::new(array(part(40, 64))?);
    if rounds > 0 {
        let stream: Zeroizing<[u8; 64]> = bcrypt(passphrase_of(passphrase)?, part(8, 16), rounds)?;
        for (byte, mask) in key.iter_mut().zip(stream.iter()) {
            *byte ^= mask;
        }
    }
    let fits = subtle::ConstantTimeEq::ct_eq(&checksum(&key)[..], part(24, 8));
    let key = bool::from(fits).then(|| pair(key.as_ref())).flatten();
    let key = key.ok_or_else(|| match rounds {
        0 => not_a_key("a checksum that fits", "another"),
        _ => wrong_passphrase(),
    })?;
    Ok(Read {
        key,
        form: Form::Signify,
        encrypted: rounds > 0,
        number: Some(array(part(32, 8))?),
        comment: (!comment.is_empty()).then_some(comment),
    })
}

fn checksum(key: &[u8; 64]) -> [u8; 8] {
    let digest = <[u8; 64]>::from(Sha512::digest(key));
    digest.first_chunk().copied().unwrap_or_default()
}

pub(super) fn write_public(key: &PublicKey, beside: Beside<'_>) -> String {
    let (_, bytes) = public_line(key, beside.number);
    let comment = commented(beside.comment, "public");
    String::from_utf8_lossy(two_lines(&comment, &bytes).bytes()).into_owned()
}

/// The comment by which the form is known again.
fn commented(comment: Option<&str>, half: &str) -> String {
    match comment {
        Some(comment) if comment.contains("signify") => comment.to_owned(),
        Some(comment) => format!("{comment} (signify {half} key)"),
        None => format!("signify {half} key"),
    }
}

pub(super) fn write_secret(
    key: &ed25519_dalek::SigningKey,
    beside: Beside<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Secret> {
    let public = PublicKey::Ed25519(key.verifying_key());
    let number = beside.number.unwrap_or_else(|| public.number());
    let salt: [u8; 16] = salt(rng);
    let mut key = pair_of(key);
    let sum = checksum(&key);
    let mut rounds = 0;
    if let Some(passphrase) = beside.passphrase {
        rounds = ROUNDS;
        let stream: Zeroizing<[u8; 64]> = bcrypt(passphrase, &salt, rounds)?;
        for (byte, mask) in key.iter_mut().zip(stream.iter()) {
            *byte ^= mask;
        }
    }
    let mut bytes = Secret::with_room(SECRET);
    for part in [
        &ALGORITHM[..],
        BCRYPT,
        &rounds.to_be_bytes(),
        &salt,
        &sum,
        &number,
    ] {
        bytes.push(part);
    }
    bytes.push(key.as_ref());
    let comment = commented(beside.comment, "secret");
    Ok(two_lines(&comment, bytes.bytes()))
}
