//! Keys of minisign: two lines, the second of them base64 of `Ed`, the key's number and the key
//! (`minisign.h` of minisign 0.11). Secret keys carry scrypt's cost and a checksum.

use blake2::digest::consts::U32;
use blake2::{Blake2b, Digest};
use rand_core::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use super::form::{Beside, Form, Read, array, not_a_key, passphrase_of, wrong_passphrase};
use super::{Kind, PublicKey, SecretKey, signify};
use crate::codec::base64;
use crate::error::{Error, Result, slug};
use crate::secret::{Secret, SecretBytes, random};

/// What both lines' first one begins with.
pub(super) const PREFIX: &str = "untrusted comment:";

/// The algorithm of every key.
pub(super) const ALGORITHM: &[u8; 2] = b"Ed";

const SCRYPT: &[u8; 2] = b"Sc";
const BLAKE2B: &[u8; 2] = b"B2";

/// Bytes of a secret key: algorithms, salt, costs, then what is encrypted.
const SECRET: usize = 54 + SEALED;
/// Number, key and checksum.
const SEALED: usize = 8 + 64 + 32;

/// The costs that we write: as much work as a second or two, in 32 MiB. minisign takes 1 GiB, for
/// the same work in fewer passes.
const OPERATIONS: u64 = 1 << 23;
const MEMORY: u64 = 32 << 20;

/// Memory that a key may ask for: what minisign's own do.
const MEMORY_MOST: u64 = 1 << 30;
/// Operations that a key may ask for, four times what minisign's own do.
const OPERATIONS_MOST: u64 = 1 << 27;

/// Whether a text is the second line alone, as `minisign -P` takes it.
pub(super) fn is_bare(text: &str) -> bool {
    text.starts_with("RW") && text.trim_end().len() == 56 && !text.trim_end().contains('\n')
}

/// The comment and the bytes of two lines; lines behind them are of blanks only.
fn lines(text: &str) -> Result<(String, Zeroizing<Vec<u8>>)> {
    let mut lines = text.trim_start().lines();
    let first = lines.next().unwrap_or_default();
    let comment = first.strip_prefix(PREFIX).unwrap_or_default().trim();
    let second = if is_bare(text.trim_start()) {
        first
    } else {
        lines.next().unwrap_or_default()
    };
    if lines.any(|line| !line.trim().is_empty()) {
        return Err(not_a_key("two lines", "more"));
    }
    let bytes = base64::decode(second).map(Zeroizing::new);
    let bytes = bytes.map_err(|e| not_a_key("base64 in the second line", e.to_string()))?;
    Ok((comment.to_owned(), bytes))
}

/// The form that a comment speaks of; keys of both look alike.
fn form_of(comment: &str) -> Form {
    if comment.contains("signify") {
        Form::Signify
    } else {
        Form::Minisign
    }
}

pub(super) fn read_public(text: &str) -> Result<Read<PublicKey>> {
    let (comment, bytes) = lines(text)?;
    if bytes.len() == SECRET || bytes.len() == signify::SECRET {
        return Err(not_a_key("a public key", "a secret one"));
    }
    let bytes: [u8; 42] = array(&bytes)?;
    let Some((number, key)) = bytes
        .strip_prefix(ALGORITHM)
        .and_then(|rest| rest.split_first_chunk())
    else {
        return Err(not_a_key("a key of algorithm `Ed`", "another"));
    };
    Ok(Read {
        key: PublicKey::ed25519(&array(key)?)?,
        form: form_of(&comment),
        encrypted: false,
        number: Some(*number),
        comment: (!comment.is_empty()).then_some(comment),
    })
}

/// A secret key of minisign, or of signify, which has another length.
pub(super) fn read_secret(text: &str, passphrase: Option<&Secret>) -> Result<Read<SecretKey>> {
    let (comment, bytes) = lines(text)?;
    match bytes.len() {
        SECRET => {}
        signify::SECRET => return signify::read_secret(comment, &bytes, passphrase),
        42 => return Err(not_a_key("a secret key", "a public one")),
        length => {
            let found = format!("{length}");
            return Err(not_a_key("158 bytes (minisign) or 104 (signify)", found));
        }
    }
    let (head, sealed) = bytes.split_at(SECRET - SEALED);
    let [algorithm, kdf, checksum] = [0, 2, 4].map(|at| head.get(at..at + 2).unwrap_or_default());
    if algorithm != ALGORITHM || checksum != BLAKE2B {
        return Err(not_a_key("algorithms `Ed` and `B2`", "others"));
    }
    let mut sealed: Zeroizing<[u8; SEALED]> = Zeroizing::new(array(sealed)?);
    let encrypted = match kdf {
        [0, 0] => false,
        kdf if kdf == SCRYPT => true,
        _ => {
            let error = Error::new(slug::UNKNOWN_CIPHER, "scrypt, or none", "another");
            return Err(error);
        }
    };
    if encrypted {
        let (salt, costs) = head.get(6..).unwrap_or_default().split_at(32);
        let cost = |at: usize| array(costs.get(at..at + 8).unwrap_or_default());
        let costs = (u64::from_le_bytes(cost(0)?), u64::from_le_bytes(cost(8)?));
        let passphrase = passphrase_of(passphrase)?;
        mask(&mut sealed, passphrase, salt, costs)?;
    }
    let damaged = || {
        if encrypted {
            wrong_passphrase()
        } else {
            not_a_key("a checksum that fits", "another")
        }
    };
    let key = opened(&sealed).ok_or_else(damaged)?;
    let (number, _) = sealed.split_first_chunk().ok_or_else(damaged)?;
    Ok(Read {
        key,
        form: Form::Minisign,
        encrypted,
        number: Some(*number),
        comment: (!comment.is_empty()).then_some(comment),
    })
}

/// The key in decrypted bytes, whose checksum must fit and whose halves must go together.
fn opened(sealed: &[u8; SEALED]) -> Option<SecretKey> {
    let (said, sum) = sealed.split_at_checked(8 + 64)?;
    let found = checksum(said);
    // `minisign -G -W` leaves the checksum of a key without a passphrase at zeros; the public key
    // behind the seed is compared in any case.
    let [fits, blank] = [found, [0; 32]].map(|one| subtle::ConstantTimeEq::ct_eq(&one[..], sum));
    if !bool::from(fits | blank) {
        return None;
    }
    pair(said.get(8..)?)
}

fn checksum(number_and_key: &[u8]) -> [u8; 32] {
    Blake2b::<U32>::new_with_prefix(ALGORITHM)
        .chain_update(number_and_key)
        .finalize()
        .into()
}

/// The key of 64 bytes: a seed, and the public key that must go with it. A signer that believed
/// another one would give its secret away.
pub(super) fn pair(bytes: &[u8]) -> Option<SecretKey> {
    let (seed, public) = bytes.split_first_chunk::<32>()?;
    let key = SecretKey::from_bytes(Kind::Ed25519, &Zeroizing::new(*seed)).ok()?;
    (key.public().bytes() == public).then_some(key)
}

/// The 64 bytes of [`pair`].
pub(super) fn pair_of(key: &ed25519_dalek::SigningKey) -> SecretBytes<64> {
    Zeroizing::new(key.to_keypair_bytes())
}

/// Encrypts or decrypts by what scrypt makes of the passphrase.
fn mask(
    sealed: &mut [u8; SEALED],
    passphrase: &Secret,
    salt: &[u8],
    costs: (u64, u64),
) -> Result<()> {
    let params = params(costs.0, costs.1)?;
    let mut stream = Zeroizing::new([0u8; SEALED]);
    let made = scrypt::scrypt(passphrase.bytes(), salt, &params, stream.as_mut());
    made.map_err(|_| too_costly("another length"))?;
    for (byte, mask) in sealed.iter_mut().zip(stream.iter()) {
        *byte ^= mask;
    }
    Ok(())
}

fn too_costly(found: impl Into<String>) -> Error {
    let wanted = "costs of scrypt up to 1 GiB and 2^27 operations";
    Error::new(slug::TOO_COSTLY, wanted, found.into())
}

/// N and p of scrypt (r is 8) as libsodium picks them
/// (`crypto_pwhash_scryptsalsa208sha256.c`, `pickparams`).
fn params(operations: u64, memory: u64) -> Result<scrypt::Params> {
    if operations > OPERATIONS_MOST || memory > MEMORY_MOST {
        return Err(too_costly(format!(
            "{memory} bytes, {operations} operations"
        )));
    }
    let operations = operations.max(32768);
    let log_of = |most: u64| (1..63).find(|log| 1u64 << log > most / 2).unwrap_or(63);
    let (log_n, p) = if operations < memory / 32 {
        (log_of(operations / 32), 1)
    } else {
        let log_n = log_of(memory / 1024);
        (log_n, ((operations / 4) >> log_n) / 8)
    };
    let params = scrypt::Params::new(log_n, 8, p as u32);
    params.map_err(|_| too_costly("parameters that scrypt has not"))
}

/// A key number as minisign prints it: the eight bytes as a little-endian number, in capitals, with
/// no zeros in front.
pub fn show_number(number: [u8; 8]) -> String {
    format!("{:X}", u64::from_le_bytes(number))
}

/// Two lines.
pub(super) fn two_lines(comment: &str, bytes: &[u8]) -> Secret {
    let digits = Zeroizing::new(base64::encode(bytes));
    let mut text = Secret::with_room(PREFIX.len() + comment.len() + digits.len() + 3);
    // A comment of more than one line would end it.
    let comment = comment.lines().next().unwrap_or_default();
    for part in [PREFIX, " ", comment, "\n", &digits, "\n"] {
        text.push(part.as_bytes());
    }
    text
}

/// The number and bytes of a public key, as they stand in both programs' second line.
pub(super) fn public_line(key: &PublicKey, number: Option<[u8; 8]>) -> ([u8; 8], Vec<u8>) {
    let number = number.unwrap_or_else(|| key.number());
    (number, [&ALGORITHM[..], &number, &key.bytes()].concat())
}

pub(super) fn write_public(key: &PublicKey, beside: Beside<'_>) -> String {
    let (number, bytes) = public_line(key, beside.number);
    let usual = format!("minisign public key {}", show_number(number));
    let comment = beside.comment.unwrap_or(&usual);
    String::from_utf8_lossy(two_lines(comment, &bytes).bytes()).into_owned()
}

pub(super) fn write_secret(
    key: &ed25519_dalek::SigningKey,
    beside: Beside<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Secret> {
    let public = PublicKey::Ed25519(key.verifying_key());
    let number = beside.number.unwrap_or_else(|| public.number());
    let mut sealed = Zeroizing::new([0u8; SEALED]);
    let mut said = Secret::with_room(8 + 64);
    said.push(&number);
    said.push(pair_of(key).as_ref());
    let sum = checksum(said.bytes());
    for (to, from) in sealed.iter_mut().zip(said.bytes().iter().chain(&sum)) {
        *to = *from;
    }
    said.zeroize();
    let mut head = [0u8; SECRET - SEALED];
    let mut salt = [0u8; 32];
    let (mut kdf, mut costs) = ([0, 0], (0, 0));
    if let Some(passphrase) = beside.passphrase {
        rng.fill_bytes(&mut salt);
        (kdf, costs) = (*SCRYPT, (OPERATIONS, MEMORY));
        mask(&mut sealed, passphrase, &salt, costs)?;
    }
    let parts = [
        &ALGORITHM[..],
        &kdf,
        BLAKE2B,
        &salt,
        &costs.0.to_le_bytes(),
        &costs.1.to_le_bytes(),
    ];
    for (to, from) in head.iter_mut().zip(parts.concat()) {
        *to = from;
    }
    let usual = match beside.passphrase {
        Some(_) => "minisign encrypted secret key",
        None => "minisign secret key",
    };
    let mut bytes = Secret::with_room(SECRET);
    bytes.push(&head);
    bytes.push(sealed.as_ref());
    Ok(two_lines(beside.comment.unwrap_or(usual), bytes.bytes()))
}

/// A fresh salt of `N` bytes.
pub(super) fn salt<const N: usize>(rng: &mut dyn CryptoRng) -> [u8; N] {
    *random::<N>(rng)
}
