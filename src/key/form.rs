//! The forms that keys stand in: found by their first letters, read, and written.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Kind, PublicKey, SecretKey, age, libp2p, minisign, openssh, pkcs8, signify};
use crate::codec::{base64, hex, pem};
use crate::error::{Error, Result, slug};
use crate::secret::Secret;

/// Bytes of a file with a key, at most.
pub const LARGEST: usize = 64 << 10;

/// A form that keys stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// PEM: PKCS#8 (RFC 5958) and SPKI (RFC 5280), for the curves RFC 8410 and RFC 5480. Ours.
    Pem,
    /// minisign's two lines.
    Minisign,
    /// `OpenBSD` signify's two lines.
    Signify,
    /// `OpenSSH`: `openssh-key-v1`, and one line for public keys.
    OpenSsh,
    /// age's letters: `age1..`, `AGE-SECRET-KEY-1..`.
    Age,
    /// The protobuf of libp2p, bare or in base 64; written in base 64, as kubo's config has it.
    Libp2p,
    /// Hex digits, 64 for a secret key.
    Hex,
}

impl Form {
    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pem => "pem",
            Self::Minisign => "minisign",
            Self::Signify => "signify",
            Self::OpenSsh => "openssh",
            Self::Age => "age",
            Self::Libp2p => "libp2p",
            Self::Hex => "hex",
        }
    }
}

/// A key that was read, and what its form carries beside it.
pub struct Read<K> {
    /// The key.
    pub key: K,
    /// The form that it stood in.
    pub form: Form,
    /// Whether it was encrypted under a passphrase.
    pub encrypted: bool,
    /// The number that minisign and signify give a key. Their files are to be signed with it; for a
    /// key without one there is [`PublicKey::number`].
    pub number: Option<[u8; 8]>,
    /// The comment beside it, without the words that always stand before it.
    pub comment: Option<String>,
}

impl<K> Read<K> {
    /// A key in a form that carries nothing else.
    pub(super) fn bare(key: K, form: Form) -> Self {
        Self {
            key,
            form,
            encrypted: false,
            number: None,
            comment: None,
        }
    }
}

impl Read<SecretKey> {
    /// The public key, with all that stands beside it.
    pub fn public(&self) -> Read<PublicKey> {
        Read {
            key: self.key.public(),
            form: self.form,
            encrypted: false,
            number: self.number,
            comment: self.comment.clone(),
        }
    }
}

impl Read<PublicKey> {
    /// The number that this key is known by, its own or the one made of it.
    pub fn number(&self) -> [u8; 8] {
        self.number.unwrap_or_else(|| self.key.number())
    }
}

/// Something else than a key.
pub(super) fn not_a_key(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::NOT_A_KEY, wanted, found.into())
}

/// A form that has no place for this kind of key.
pub(super) fn unfit(form: Form, kind: Kind) -> Error {
    let wanted = format!("a key that {} can hold", form.name());
    Error::new(slug::KEY_KIND, wanted, kind.name())
}

/// That a passphrase is wanted, and none was given.
pub(super) fn passphrase_of(passphrase: Option<&Secret>) -> Result<&Secret> {
    let error = || Error::new(slug::PASSPHRASE_WANTED, "a passphrase", "none");
    passphrase.ok_or_else(error)
}

/// That what was decrypted makes no sense.
pub(super) fn wrong_passphrase() -> Error {
    let words = "the passphrase is not the one of this key, or the key is damaged";
    Error::new(slug::WRONG_PASSPHRASE, "", words)
}

fn text_of(bytes: &[u8]) -> Result<&str> {
    if bytes.len() > LARGEST {
        let wanted = format!("at most {LARGEST} bytes");
        return Err(Error::new(slug::TOO_LARGE, wanted, bytes.len().to_string()));
    }
    let text = std::str::from_utf8(bytes);
    text.map_err(|_| not_a_key("a key", "bytes that are no text"))
}

/// One half of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// What signs, opens and agrees.
    Secret,
    /// What verifies and seals.
    Public,
}

/// Which half of a key these bytes would be. 64 hex digits may be either, and count as secret.
pub fn half(bytes: &[u8]) -> Half {
    if let Some(protobuf) = libp2p::protobuf(bytes) {
        return libp2p::half(protobuf.bytes());
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Half::Secret;
    };
    let of = |public| if public { Half::Public } else { Half::Secret };
    let start = text.trim_start();
    if pem::is_pem(bytes) {
        return of(!text.contains("PRIVATE KEY-----"));
    }
    let second = || start.lines().nth(1).unwrap_or_default().trim().len();
    let digits = start.trim_end().len();
    let public = start.starts_with(minisign::PREFIX) && second() == 56
        || minisign::is_bare(start)
        || openssh::is_public(start)
        || age::keys::lines(text)
            .next()
            .is_some_and(|line| line.starts_with("age1"))
        || [66, 96, 130].contains(&digits);
    of(public)
}

pub(super) fn read_public(bytes: &[u8], kind: Option<Kind>) -> Result<Read<PublicKey>> {
    if let Some(protobuf) = libp2p::protobuf(bytes) {
        let key = libp2p::read_public(protobuf.bytes())?;
        return Ok(Read::bare(key, Form::Libp2p));
    }
    let text = text_of(bytes)?;
    let start = text.trim_start();
    if pem::is_pem(bytes) {
        return pkcs8::read_public(&Secret::from(bytes));
    }
    if start.starts_with(minisign::PREFIX) || minisign::is_bare(start) {
        return minisign::read_public(text);
    }
    if openssh::is_public(start) {
        return openssh::read_public(text);
    }
    if let Some(line) = age::keys::lines(text).next() {
        if line.starts_with("age1") {
            let key = PublicKey::X25519(age::keys::recipient(line)?);
            return Ok(Read::bare(key, Form::Age));
        }
        if line.starts_with("AGE-SECRET-KEY-") {
            return Err(not_a_key("a public key", "a secret one"));
        }
    }
    public_digits(start, kind)
}

/// Hex digits: of which kind their number tells, but for 64.
fn public_digits(text: &str, kind: Option<Kind>) -> Result<Read<PublicKey>> {
    let wanted = "a public key in PEM, minisign, signify, OpenSSH, age or hex";
    let bytes = hex::decode(text).map_err(|_| not_a_key(wanted, "something else"))?;
    let of_kind = |known| kind.is_none_or(|kind| kind == known);
    let key = match (bytes.len(), kind) {
        (32, Some(Kind::X25519)) => PublicKey::X25519(array(&bytes)?),
        // The x coordinate alone stands for the point with an even y, BIP 340.
        (32, Some(Kind::Secp256k1)) => PublicKey::secp256k1(&[&[2], &bytes[..]].concat())?,
        (32, _) if of_kind(Kind::Ed25519) => PublicKey::ed25519(&array(&bytes)?)?,
        (33 | 65, Some(Kind::P256)) => PublicKey::p256(&bytes)?,
        (33 | 65, _) if of_kind(Kind::Secp256k1) => PublicKey::secp256k1(&bytes)?,
        (48, _) if of_kind(Kind::Bls12381) => PublicKey::bls12381(&array(&bytes)?)?,
        (length, _) => {
            let found = format!("{} hex digits", length * 2);
            return Err(not_a_key(
                "64, 66, 96 or 130 hex digits of a public key",
                found,
            ));
        }
    };
    Ok(Read::bare(key, Form::Hex))
}

/// So many bytes.
pub(super) fn array<const N: usize>(bytes: &[u8]) -> Result<[u8; N]> {
    let length = bytes.len();
    let wrong = |_| Error::new(slug::NOT_A_KEY, format!("{N} bytes"), length.to_string());
    bytes.try_into().map_err(wrong)
}

/// So many secret bytes.
pub(super) fn secret_array<const N: usize>(bytes: &[u8]) -> Result<Zeroizing<[u8; N]>> {
    array(bytes).map(Zeroizing::new)
}

pub(super) fn read_secret(
    bytes: &Secret,
    passphrase: Option<&Secret>,
    kind: Option<Kind>,
) -> Result<Read<SecretKey>> {
    if let Some(protobuf) = libp2p::protobuf(bytes.bytes()) {
        let key = libp2p::read_secret(protobuf.bytes())?;
        return Ok(Read::bare(key, Form::Libp2p));
    }
    let text = text_of(bytes.bytes())?;
    let start = text.trim_start();
    if pem::is_pem(bytes.bytes()) {
        return pkcs8::read_secret(bytes, passphrase);
    }
    if start.starts_with(minisign::PREFIX) {
        return minisign::read_secret(text, passphrase);
    }
    if let Some(line) = age::keys::lines(text).next() {
        if line.starts_with("AGE-SECRET-KEY-") {
            let key = SecretKey::from_bytes(Kind::X25519, &age::keys::identity(line)?)?;
            return Ok(Read::bare(key, Form::Age));
        }
        if line.starts_with("age1") || openssh::is_public(line) {
            return Err(not_a_key("a secret key", "a public one"));
        }
    }
    let wanted = "a secret key in PEM, minisign, signify, OpenSSH, age or hex";
    let bytes = hex::decode(start).map(Zeroizing::new);
    let bytes = bytes.map_err(|_| not_a_key(wanted, "something else"))?;
    if bytes.len() != 32 {
        let found = format!("{} hex digits", bytes.len() * 2);
        return Err(not_a_key("64 hex digits of a secret key", found));
    }
    let kind = kind.unwrap_or(Kind::Ed25519);
    let key = SecretKey::from_bytes(kind, &secret_array(&bytes)?)?;
    Ok(Read::bare(key, Form::Hex))
}

/// What goes with a key that is written.
#[derive(Clone, Copy, Default)]
pub struct Beside<'a> {
    /// Encrypts the key.
    pub passphrase: Option<&'a Secret>,
    /// The comment, where the form has one.
    pub comment: Option<&'a str>,
    /// The number of minisign and signify, where it isn't to be made of the key.
    pub number: Option<[u8; 8]>,
}

/// A secret key in a form. Where a passphrase is given it is encrypted, or refused by a form that
/// can't do that.
pub fn write_secret(
    key: &SecretKey,
    form: Form,
    beside: Beside<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Secret> {
    let bare = |text: Secret| {
        if beside.passphrase.is_none() {
            return Ok(text);
        }
        let found = format!("{}, which can't be encrypted", form.name());
        let wanted = "pem, minisign, signify or openssh";
        Err(Error::new(slug::KEY_KIND, wanted, found))
    };
    match (form, key) {
        (Form::Pem, key) => pkcs8::write_secret(key, beside.passphrase, rng),
        (Form::Minisign, SecretKey::Ed25519(key)) => minisign::write_secret(key, beside, rng),
        (Form::Signify, SecretKey::Ed25519(key)) => signify::write_secret(key, beside, rng),
        (Form::OpenSsh, SecretKey::Ed25519(key)) => openssh::write_secret(key, beside, rng),
        (Form::Age, SecretKey::X25519(_)) => bare(age::keys::write_identity(&key.to_bytes())),
        (Form::Libp2p, key) => bare(libp2p::letters(libp2p::write_secret(key)?.bytes())),
        (Form::Hex, key) => {
            let digits = Zeroizing::new(hex::encode(key.to_bytes().as_ref()));
            let mut text = Secret::with_room(digits.len() + 1);
            text.push(digits.as_bytes());
            text.push(b"\n");
            bare(text)
        }
        (form, key) => Err(unfit(form, key.kind())),
    }
}

/// A public key in a form, with its last line end.
pub fn write_public(key: &PublicKey, form: Form, beside: Beside<'_>) -> Result<String> {
    match (form, key) {
        (Form::Pem, key) => Ok(pkcs8::write_public(key)),
        (Form::Minisign, PublicKey::Ed25519(_)) => Ok(minisign::write_public(key, beside)),
        (Form::Signify, PublicKey::Ed25519(_)) => Ok(signify::write_public(key, beside)),
        (Form::OpenSsh, _) => openssh::write_public(key, beside.comment),
        (Form::Age, PublicKey::X25519(bytes)) => Ok(age::keys::write_recipient(bytes) + "\n"),
        (Form::Libp2p, key) => Ok(base64::encode(&libp2p::write_public(key)?) + "\n"),
        (Form::Hex, PublicKey::Rsa(_)) => Err(unfit(form, key.kind())),
        (Form::Hex, key) => Ok(hex::encode(&key.bytes()) + "\n"),
        (form, key) => Err(unfit(form, key.kind())),
    }
}
