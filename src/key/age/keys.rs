//! age's keys as letters: `age1..` for the public key of X25519, `AGE-SECRET-KEY-1..` for the secret
//! one (the spec of age, "The X25519 recipient type"). A file of them may have comments.

use zeroize::Zeroizing;

use crate::codec::bech32::{self, Variant};
use crate::error::Result;
use crate::key::form::{array, not_a_key, secret_array};
use crate::secret::{Secret, SecretBytes};

/// The lines of a file of keys, without blanks and comments.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The public key of `age1..`.
pub fn recipient(text: &str) -> Result<[u8; 32]> {
    let (word, bytes) = bech32::decode(Variant::Bech32, text.trim())?;
    if word != "age" {
        return Err(not_a_key("`age1..`", format!("{word:.20}1..")));
    }
    array(&bytes)
}

/// The secret key of `AGE-SECRET-KEY-1..`.
pub fn identity(text: &str) -> Result<SecretBytes<32>> {
    let (word, bytes) = bech32::decode(Variant::Bech32, text.trim())?;
    if word != "age-secret-key-" {
        return Err(not_a_key("`AGE-SECRET-KEY-1..`", "another word"));
    }
    secret_array(&bytes)
}

/// `age1..`
pub fn write_recipient(key: &[u8; 32]) -> String {
    bech32::encode(Variant::Bech32, "age", key)
}

/// `AGE-SECRET-KEY-1..` on a line.
pub fn write_identity(key: &SecretBytes<32>) -> Secret {
    let lower = Zeroizing::new(bech32::encode(
        Variant::Bech32,
        "age-secret-key-",
        key.as_ref(),
    ));
    let mut text = Secret::with_room(lower.len() + 1);
    for letter in lower.bytes() {
        text.push(&[letter.to_ascii_uppercase()]);
    }
    text.push(b"\n");
    text
}
