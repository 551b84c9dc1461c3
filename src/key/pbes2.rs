//! Encryption of keys under a passphrase: PBES2 (RFC 8018 section 6.2) with AES in CBC mode, its key
//! by scrypt (RFC 7914 section 7.1) or PBKDF2. We write scrypt and AES-256; openssl reads it.

use aes::{Aes128, Aes192, Aes256};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, block_padding::Pkcs7};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::der::{self, Reader, tag};
use super::form::{array, not_a_key, wrong_passphrase};
use super::minisign::salt;
use crate::error::{Error, Result, slug};
use crate::secret::Secret;

const PBES2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 0x0d];
const PBKDF2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 5, 0x0c];
const SCRYPT: &[u8] = &[0x2b, 6, 1, 4, 1, 0xda, 0x47, 4, 0x0b];
/// 1.2.840.113549.2: the last number is 7 (SHA-1), 8 (SHA-224), 9 (SHA-256), 10, 11.
const HMAC: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 2];
/// 2.16.840.1.101.3.4.1: the last number is 2, 22 or 42 for keys of 128, 192 or 256 bits in CBC mode.
const AES: &[u8] = &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1];

/// The costs of scrypt that we write: 16 MiB (openssl refuses 32) and five passes, which OWASP's
/// sheet on the storage of passwords holds equal to 128 MiB and one.
const COSTS: Scrypt = Scrypt {
    log_n: 14,
    r: 8,
    p: 5,
};

/// Memory that a key may ask of scrypt, in bytes, and memory times passes.
const MEMORY_MOST: u64 = 1 << 30;
const WORK_MOST: u64 = 4 << 30;
/// Rounds that a key may ask of PBKDF2.
const ROUNDS_MOST: u32 = 20_000_000;

#[derive(Clone, Copy)]
struct Scrypt {
    log_n: u8,
    r: u32,
    p: u32,
}

/// How a key is made of the passphrase.
enum Derivation {
    Scrypt(Scrypt),
    Pbkdf2 { rounds: u32, hmac: u8 },
}

fn too_costly(wanted: &'static str) -> Error {
    Error::new(slug::TOO_COSTLY, wanted, "more")
}

fn unknown(wanted: &'static str) -> Error {
    Error::new(slug::UNKNOWN_CIPHER, wanted, "another")
}

/// What a passphrase becomes: `bits / 8` bytes at the start of 32.
fn derive(
    how: &Derivation,
    passphrase: &Secret,
    salt: &[u8],
    bytes: usize,
) -> Result<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0u8; 32]);
    let out = key.get_mut(..bytes).unwrap_or_default();
    let word = passphrase.bytes();
    match how {
        Derivation::Scrypt(Scrypt { log_n, r, p }) => {
            let memory = (u64::from(*r) * 128) << (*log_n).min(40);
            if memory > MEMORY_MOST || memory * u64::from(*p) > WORK_MOST {
                return Err(too_costly("scrypt of up to 1 GiB, four times"));
            }
            let params = scrypt::Params::new(*log_n, *r, *p);
            let params = params.map_err(|_| unknown("parameters of scrypt"))?;
            let made = scrypt::scrypt(word, salt, &params, out);
            made.map_err(|_| unknown("parameters of scrypt"))?;
        }
        Derivation::Pbkdf2 { rounds, .. } if *rounds > ROUNDS_MOST => {
            return Err(too_costly("at most 20 million rounds"));
        }
        Derivation::Pbkdf2 { rounds, hmac } => match hmac {
            7 => pbkdf2::pbkdf2_hmac::<sha1::Sha1>(word, salt, *rounds, out),
            8 => pbkdf2::pbkdf2_hmac::<sha2::Sha224>(word, salt, *rounds, out),
            9 => pbkdf2::pbkdf2_hmac::<sha2::Sha256>(word, salt, *rounds, out),
            10 => pbkdf2::pbkdf2_hmac::<sha2::Sha384>(word, salt, *rounds, out),
            11 => pbkdf2::pbkdf2_hmac::<sha2::Sha512>(word, salt, *rounds, out),
            _ => return Err(unknown("HMAC of SHA-1 or SHA-2")),
        },
    }
    Ok(key)
}

/// The derivation, the salt and the length of the key that the parameters name.
fn derivation<'a>(reader: &mut Reader<'a>) -> Result<(Derivation, &'a [u8], Option<u32>)> {
    let mut outer = reader.within(tag::SEQUENCE)?;
    let name = outer.value(tag::OID)?;
    let mut inner = outer.within(tag::SEQUENCE)?;
    outer.end()?;
    let salt = inner.value(tag::OCTET_STRING)?;
    let length = |inner: &mut Reader<'_>| {
        let there = inner.is(tag::INTEGER);
        there.then(|| inner.small()).transpose()
    };
    let found = match name {
        SCRYPT => {
            let n = inner.small()?;
            let (r, p) = (inner.small()?, inner.small()?);
            if !n.is_power_of_two() {
                return Err(not_a_key("a power of two for N", n.to_string()));
            }
            let log_n = n.trailing_zeros() as u8;
            let length = length(&mut inner)?;
            (Derivation::Scrypt(Scrypt { log_n, r, p }), salt, length)
        }
        PBKDF2 => {
            let rounds = inner.small()?;
            let length = length(&mut inner)?;
            let hmac = if inner.is(tag::SEQUENCE) {
                let mut named = inner.within(tag::SEQUENCE)?;
                let name = named.value(tag::OID)?;
                let hmac = name.strip_prefix(HMAC).and_then(<[u8]>::first);
                if named.is(tag::NULL) {
                    named.value(tag::NULL)?;
                }
                named.end()?;
                *hmac.ok_or_else(|| unknown("HMAC of SHA-1 or SHA-2"))?
            } else {
                7
            };
            (Derivation::Pbkdf2 { rounds, hmac }, salt, length)
        }
        _ => return Err(unknown("scrypt or PBKDF2")),
    };
    inner.end()?;
    Ok(found)
}

/// The bytes of an `EncryptedPrivateKeyInfo`. The passphrase is asked for once its form is known.
pub(super) fn decrypt<'a>(
    bytes: &[u8],
    passphrase: impl FnOnce() -> Result<&'a Secret>,
) -> Result<Secret> {
    let mut outer = Reader::new(bytes);
    let mut info = outer.within(tag::SEQUENCE)?;
    outer.end()?;
    let mut scheme = info.within(tag::SEQUENCE)?;
    if scheme.value(tag::OID)? != PBES2 {
        return Err(unknown("PBES2"));
    }
    let mut parameters = scheme.within(tag::SEQUENCE)?;
    scheme.end()?;
    let (how, salt, length) = derivation(&mut parameters)?;
    let mut cipher = parameters.within(tag::SEQUENCE)?;
    parameters.end()?;
    let name = cipher.value(tag::OID)?;
    let start: [u8; 16] = array(cipher.value(tag::OCTET_STRING)?)?;
    cipher.end()?;
    let sealed = info.value(tag::OCTET_STRING)?;
    info.end()?;
    let size = match name.strip_prefix(AES) {
        Some([2]) => 16,
        Some([22]) => 24,
        Some([42]) => 32,
        _ => return Err(unknown("AES in CBC mode")),
    };
    if length.is_some_and(|length| length as usize != size) {
        return Err(not_a_key("a key as long as the cipher's", "another"));
    }
    let key = derive(&how, passphrase()?, salt, size)?;
    let key = key.get(..size).unwrap_or_default();
    let mut bytes = Zeroizing::new(sealed.to_vec());
    let opened = match size {
        16 => opened::<cbc::Decryptor<Aes128>>(key, &start, &mut bytes),
        24 => opened::<cbc::Decryptor<Aes192>>(key, &start, &mut bytes),
        _ => opened::<cbc::Decryptor<Aes256>>(key, &start, &mut bytes),
    };
    let length = opened.ok_or_else(wrong_passphrase)?;
    Ok(Secret::from(bytes.get(..length).unwrap_or_default()))
}

/// Decrypts in place; how many bytes there are.
fn opened<D: BlockModeDecrypt + KeyIvInit>(
    key: &[u8],
    start: &[u8],
    bytes: &mut [u8],
) -> Option<usize> {
    let blocks = D::new_from_slices(key, start).ok()?;
    let opened = blocks.decrypt_padded::<Pkcs7>(bytes).ok()?;
    Some(opened.len())
}

/// An `EncryptedPrivateKeyInfo` of `plain`.
pub(super) fn encrypt(
    plain: &Secret,
    passphrase: &Secret,
    rng: &mut dyn CryptoRng,
) -> Result<Secret> {
    let (salt, start): ([u8; 16], [u8; 16]) = (salt(rng), salt(rng));
    let key = derive(&Derivation::Scrypt(COSTS), passphrase, &salt, 32)?;
    let blocks = cbc::Encryptor::<Aes256>::new_from_slices(key.as_ref(), &start);
    let blocks = blocks.map_err(|_| unknown("a key of 32 bytes"))?;
    let mut bytes = Zeroizing::new(plain.bytes().to_vec());
    let length = bytes.len();
    bytes.resize(length + 16, 0);
    let sealed = blocks.encrypt_padded::<Pkcs7>(&mut bytes, length);
    let sealed = sealed.map_err(|_| unknown("room for a block"))?;
    let number = |number: u32| der::natural(&number.to_be_bytes());
    let [n, r, p] = [1 << COSTS.log_n, COSTS.r, COSTS.p].map(number);
    let oid = |name: &[u8]| der::value(tag::OID, &[name]);
    let octets = |bytes: &[u8]| der::value(tag::OCTET_STRING, &[bytes]);
    let both =
        |one: Secret, other: Secret| der::value(tag::SEQUENCE, &[one.bytes(), other.bytes()]);
    let parts = [octets(&salt), n, r, p];
    let costs = der::value(tag::SEQUENCE, &parts.each_ref().map(Secret::bytes));
    let derivation = both(oid(SCRYPT), costs);
    let cipher = both(oid(&[AES, &[42]].concat()), octets(&start));
    let scheme = both(oid(PBES2), both(derivation, cipher));
    Ok(both(scheme, octets(sealed)))
}
