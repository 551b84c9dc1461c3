//! Keys of `OpenSSH`: one line for public keys (RFC 4253 section 6.6, RFC 8709, RFC 5656), the format
//! `openssh-key-v1` for secret ones (`PROTOCOL.key`).

use aes::Aes256;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit, StreamCipher, block_padding::NoPadding};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::form::{Beside, Form, Read, array, not_a_key, passphrase_of, unfit, wrong_passphrase};
use super::minisign::{pair, pair_of, salt};
use super::signify::bcrypt;
use super::{PublicKey, SecretKey};
use crate::codec::ssh::{Reader, Writer};
use crate::codec::{base64, pem};
use crate::error::{Error, Result, slug};
use crate::secret::Secret;

/// The label of PEM.
pub(super) const LABEL: &str = "OPENSSH PRIVATE KEY";

const MAGIC: &[u8] = b"openssh-key-v1\0";

/// Letters of a line, as ssh-keygen writes them.
const COLUMNS: usize = 70;

/// The rounds of bcrypt that ssh-keygen 9.4 and newer write.
const ROUNDS: u32 = 24;

/// A cipher of secret keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cipher {
    None,
    Aes256Ctr,
    Aes256Cbc,
}

impl Cipher {
    const ALL: [(Self, &'static [u8]); 3] = [
        (Self::None, b"none"),
        (Self::Aes256Ctr, b"aes256-ctr"),
        (Self::Aes256Cbc, b"aes256-cbc"),
    ];

    /// Bytes of which the sealed part is a multiple.
    fn block(self) -> usize {
        match self {
            Self::None => 8,
            Self::Aes256Ctr | Self::Aes256Cbc => 16,
        }
    }
}

/// Whether a text is a line with a public key.
pub(super) fn is_public(text: &str) -> bool {
    ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"]
        .iter()
        .any(|start| text.starts_with(start))
}

/// A public key as it stands in `OpenSSH`'s files and signatures: its type, then its parts.
pub fn from_wire(blob: &[u8]) -> Result<PublicKey> {
    let mut reader = Reader::new(blob);
    let name = reader.string()?;
    let key = match name {
        b"ssh-ed25519" => PublicKey::ed25519(&array(reader.string()?)?)?,
        b"ecdsa-sha2-nistp256" => {
            if reader.string()? != b"nistp256" {
                return Err(not_a_key("curve nistp256", "another"));
            }
            PublicKey::p256(reader.string()?)?
        }
        b"ssh-rsa" => {
            let exponent = reader.integer()?;
            PublicKey::rsa(reader.integer()?, exponent)?
        }
        other => {
            let wanted = "ssh-ed25519, ecdsa-sha2-nistp256 or ssh-rsa";
            let found = String::from_utf8_lossy(other)
                .chars()
                .take(60)
                .collect::<String>();
            return Err(Error::new(slug::KEY_KIND, wanted, found));
        }
    };
    reader.end()?;
    Ok(key)
}

/// The bytes of [`from_wire`]; [`slug::KEY_KIND`] for a key that `OpenSSH` has no type for.
pub fn to_wire(key: &PublicKey) -> Result<Vec<u8>> {
    let mut writer = Writer::default();
    match key {
        PublicKey::Ed25519(key) => {
            writer.string(b"ssh-ed25519").string(key.as_bytes());
        }
        PublicKey::P256(key) => {
            writer.string(b"ecdsa-sha2-nistp256").string(b"nistp256");
            writer.string(&super::sec1(key, false));
        }
        PublicKey::Rsa(key) => {
            use rsa::traits::PublicKeyParts;
            writer.string(b"ssh-rsa").integer(&key.e_bytes());
            writer.integer(&key.n_bytes());
        }
        other => return Err(unfit(Form::OpenSsh, other.kind())),
    }
    Ok(writer.done().bytes().to_vec())
}

/// What ssh-keygen -l shows of a key: the SHA-256 of its bytes.
pub fn fingerprint(wire: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let digits = base64::encode(&Sha256::digest(wire));
    format!("SHA256:{}", digits.trim_end_matches('='))
}

/// A line `ssh-ed25519 BASE64 COMMENT`.
pub(super) fn read_public(text: &str) -> Result<Read<PublicKey>> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = lines.next().unwrap_or_default();
    if lines.next().is_some() {
        return Err(not_a_key("one key", "more lines"));
    }
    let mut words = line.splitn(3, ' ');
    let (name, digits) = (words.next(), words.next().unwrap_or_default());
    let blob = base64::decode(digits);
    let blob = blob.map_err(|e| not_a_key("base64 behind the type of the key", e.to_string()))?;
    let key = from_wire(&blob)?;
    if Reader::new(&blob).string()? != name.unwrap_or_default().as_bytes() {
        return Err(not_a_key("one type of key in words and bytes", "two"));
    }
    let comment = words.next().map(|words| words.trim().to_owned());
    Ok(Read {
        comment: comment.filter(|words| !words.is_empty()),
        ..Read::bare(key, Form::OpenSsh)
    })
}

pub(super) fn write_public(key: &PublicKey, comment: Option<&str>) -> Result<String> {
    let blob = to_wire(key)?;
    let name = String::from_utf8_lossy(Reader::new(&blob).string()?).into_owned();
    let mut line = name + " " + &base64::encode(&blob);
    if let Some(comment) = comment.and_then(|words| words.lines().next()) {
        line = line + " " + comment;
    }
    Ok(line + "\n")
}

/// The bytes between the lines of PEM.
pub(super) fn read_secret(bytes: &[u8], passphrase: Option<&Secret>) -> Result<Read<SecretKey>> {
    let Some(rest) = bytes.strip_prefix(MAGIC) else {
        return Err(not_a_key("openssh-key-v1", "another format"));
    };
    let mut reader = Reader::new(rest);
    let name = reader.string()?;
    let known = Cipher::ALL.iter().find(|(_, known)| *known == name);
    let Some((cipher, _)) = known.copied() else {
        let found = String::from_utf8_lossy(name)
            .chars()
            .take(60)
            .collect::<String>();
        let wanted = "aes256-ctr, aes256-cbc or none";
        return Err(Error::new(slug::UNKNOWN_CIPHER, wanted, found));
    };
    let derivation = reader.string()?;
    let options = reader.string()?;
    if reader.number()? != 1 {
        return Err(not_a_key("one key", "another number of them"));
    }
    let public = from_wire(reader.string()?)?;
    let mut sealed = Secret::from(reader.string()?);
    reader.end()?;
    let encrypted = cipher != Cipher::None;
    if encrypted {
        if derivation != b"bcrypt" {
            return Err(Error::new(slug::UNKNOWN_CIPHER, "bcrypt", "another"));
        }
        sealed = decrypted(cipher, &sealed, options, passphrase_of(passphrase)?)?;
    }
    let mut parts = Reader::new(sealed.bytes());
    // Two equal numbers stand before all, so that a wrong passphrase is seen.
    if parts.number().ok() != parts.number().ok() || parts.rest().is_empty() {
        return Err(if encrypted {
            wrong_passphrase()
        } else {
            not_a_key("two equal numbers", "others")
        });
    }
    let mut parts = Reader::new(sealed.bytes().get(8..).unwrap_or_default());
    let (key, comment) = private_part(&mut parts, cipher)?;
    if key.public() != public {
        return Err(not_a_key(
            "a secret key that goes with the public one",
            "another",
        ));
    }
    Ok(Read {
        encrypted,
        comment: (!comment.is_empty()).then_some(comment),
        ..Read::bare(key, Form::OpenSsh)
    })
}

/// The key, its comment, and 1, 2, 3, .. to the end of the block.
fn private_part(parts: &mut Reader<'_>, cipher: Cipher) -> Result<(SecretKey, String)> {
    let name = parts.string()?;
    if name != b"ssh-ed25519" {
        let found = String::from_utf8_lossy(name)
            .chars()
            .take(60)
            .collect::<String>();
        return Err(Error::new(slug::KEY_KIND, "ssh-ed25519", found));
    }
    let public = parts.string()?;
    let key = pair(parts.string()?).filter(|key| key.public().bytes() == public);
    let key = key.ok_or_else(|| not_a_key("a secret key that goes with the public one", "another"));
    let comment = String::from_utf8_lossy(parts.string()?).into_owned();
    let padding = parts.rest();
    let counted = (1..).zip(padding).all(|(number, byte)| number == *byte);
    if padding.len() >= cipher.block() || !counted {
        return Err(not_a_key("padding of 1, 2, 3, ..", "other bytes"));
    }
    Ok((key?, comment))
}

/// Key and counter that bcrypt makes of the passphrase.
fn key_of(options: &[u8], passphrase: &Secret) -> Result<Zeroizing<[u8; 48]>> {
    let mut reader = Reader::new(options);
    let (salt, rounds) = (reader.string()?, reader.number()?);
    reader.end()?;
    bcrypt(passphrase, salt, rounds)
}

fn decrypted(
    cipher: Cipher,
    sealed: &Secret,
    options: &[u8],
    passphrase: &Secret,
) -> Result<Secret> {
    let made = key_of(options, passphrase)?;
    let (key, start) = made.split_at(32);
    let length = || not_a_key("whole blocks", "others");
    let mut bytes = Zeroizing::new(sealed.bytes().to_vec());
    if bytes.is_empty() || !bytes.len().is_multiple_of(16) {
        return Err(length());
    }
    match cipher {
        Cipher::None => {}
        Cipher::Aes256Ctr => {
            let stream = ctr::Ctr128BE::<Aes256>::new_from_slices(key, start);
            stream.map_err(|_| length())?.apply_keystream(&mut bytes);
        }
        Cipher::Aes256Cbc => {
            let blocks = cbc::Decryptor::<Aes256>::new_from_slices(key, start);
            let blocks = blocks.map_err(|_| length())?;
            blocks
                .decrypt_padded::<NoPadding>(&mut bytes)
                .map_err(|_| length())?;
        }
    }
    Ok(Secret::from(std::mem::take(&mut *bytes)))
}

pub(super) fn write_secret(
    key: &ed25519_dalek::SigningKey,
    beside: Beside<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Secret> {
    let public = key.verifying_key();
    let cipher = match beside.passphrase {
        Some(_) => Cipher::Aes256Ctr,
        None => Cipher::None,
    };
    let check = u32::from_be_bytes(salt(rng));
    let mut inner = Writer::default();
    inner.number(check).number(check).string(b"ssh-ed25519");
    inner
        .string(public.as_bytes())
        .string(pair_of(key).as_ref());
    inner.string(beside.comment.unwrap_or_default().as_bytes());
    for number in 1..=u8::MAX {
        if inner.len().is_multiple_of(cipher.block()) {
            break;
        }
        inner.raw(&[number]);
    }
    let mut sealed = Zeroizing::new(inner.done().bytes().to_vec());
    let mut options = Writer::default();
    let mut names = ("none", "none");
    if let Some(passphrase) = beside.passphrase {
        names = ("aes256-ctr", "bcrypt");
        options.string(&salt::<16>(rng)).number(ROUNDS);
        let made = key_of(options.bytes(), passphrase)?;
        let (key, start) = made.split_at(32);
        let stream = ctr::Ctr128BE::<Aes256>::new_from_slices(key, start);
        let stream = stream.map_err(|_| not_a_key("a key of 32 bytes", "another"));
        stream?.apply_keystream(&mut sealed);
    }
    let mut writer = Writer::default();
    writer.raw(MAGIC);
    writer.string(names.0.as_bytes()).string(names.1.as_bytes());
    writer.string(options.done().bytes()).number(1);
    writer.string(&to_wire(&PublicKey::Ed25519(public))?);
    writer.string(&sealed);
    Ok(pem::columns(LABEL, writer.done().bytes(), COLUMNS))
}
