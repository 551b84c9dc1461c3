//! Keys of notes: a name, a type, and a key of Ed25519. Written as verifiers have them (`vkey` of
//! c2sp.org/signed-note: the name, a plus, four bytes of a hash in hex, a plus, base64 of type and key)
//! and, for one's own use, as Go's package has signers (the same behind `PRIVATE+KEY+`).

use std::str::FromStr;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{Checkpoint, Line, strict_base64};
use crate::codec::{base64, hex};
use crate::error::{Error, Result, slug};
use crate::key::PublicKey;
use crate::secret::{Secret, SecretBytes};
use crate::sig::ed25519::{SigningKey, verify_short};

/// What Go's signers begin with.
const PRIVATE: &str = "PRIVATE+KEY+";
/// What every cosigned message begins with.
const COSIGNED: &str = "cosignature/v1\n";

/// What a signature is made over, and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// Ed25519 over the text.
    Ed25519,
    /// Ed25519 over the time and a checkpoint: `cosignature/v1` of c2sp.org/tlog-cosignature.
    Cosignature,
}

impl Algorithm {
    /// The byte that stands for it.
    pub fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 1,
            Self::Cosignature => 4,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::Cosignature => "cosignature/v1",
        }
    }
}

fn unfit(wanted: &'static str, found: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(slug::NOTE_KEY, wanted, found)
}

/// Whether a key may have this name: something, without Unicode's spaces, without a plus; and as
/// notes have no control characters, without those.
pub fn is_name(name: &str) -> bool {
    let other = |letter: char| letter.is_whitespace() || letter == '+' || letter.is_ascii_control();
    !name.is_empty() && !name.contains(other)
}

fn named(name: &str) -> Result<String> {
    if is_name(name) {
        return Ok(name.to_owned());
    }
    Err(unfit(
        "a name without spaces and plus signs",
        format!("{name:?}"),
    ))
}

/// The first four bytes of SHA-256 over the name, a newline, the type and the key.
pub fn id(name: &str, algorithm: Algorithm, key: &[u8; 32]) -> [u8; 4] {
    let digest = Sha256::new_with_prefix(name)
        .chain_update([b'\n', algorithm.byte()])
        .chain_update(key)
        .finalize();
    digest.first_chunk().copied().unwrap_or_default()
}

/// The message of a cosignature.
pub fn cosigned(text: &str, time: u64) -> String {
    format!("{COSIGNED}time {time}\n{text}")
}

/// Time and signature of a cosignature, where bytes have that form: the time is below 2^63.
pub(super) fn timed(bytes: &[u8]) -> Option<(u64, &[u8; 64])> {
    let (time, signature) = bytes.split_first_chunk()?;
    let time = u64::from_be_bytes(*time);
    let signature = signature.try_into().ok()?;
    i64::try_from(time).is_ok().then_some((time, signature))
}

/// A key that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    algorithm: Algorithm,
    key: [u8; 32],
    id: [u8; 4],
}

impl Verifier {
    /// Refused are names that no note can have, and keys for which anyone can sign.
    pub fn new(name: &str, algorithm: Algorithm, key: &[u8; 32]) -> Result<Self> {
        PublicKey::ed25519(key)?;
        Ok(Self {
            name: named(name)?,
            algorithm,
            key: *key,
            id: id(name, algorithm, key),
        })
    }

    /// A member of a skipchain's roster as cosigner of its heads: its name is its key, so that the
    /// key alone says which line is its.
    pub fn member(key: &[u8; 32]) -> Result<Self> {
        let name = format!("decent-skip/{}", hex::encode(key));
        Self::new(&name, Algorithm::Cosignature, key)
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it signs.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The public key of Ed25519.
    pub fn key(&self) -> &[u8; 32] {
        &self.key
    }

    /// The four bytes that stand in its lines.
    pub fn id(&self) -> [u8; 4] {
        self.id
    }

    /// Whether a line is said to be by this key.
    pub fn wrote(&self, line: &Line) -> bool {
        self.id == line.id() && self.name == line.name()
    }

    /// Whether a signature is of this text by this key, and the time that it states, if it does. A
    /// cosignature holds for checkpoints alone.
    pub fn verify(
        &self,
        text: &str,
        signature: &[u8],
    ) -> std::result::Result<Option<u64>, &'static str> {
        match self.algorithm {
            Algorithm::Ed25519 => {
                let signature = signature.try_into().map_err(|_| "one of another length")?;
                verify_short(&self.key, signature, text.as_bytes()).map(|()| None)
            }
            Algorithm::Cosignature => {
                let (time, signature) = timed(signature).ok_or("one of another form")?;
                Checkpoint::read(text).map_err(|_| "one of a text that is no checkpoint")?;
                verify_short(&self.key, signature, cosigned(text, time).as_bytes())?;
                Ok(Some(time))
            }
        }
    }
}

impl std::fmt::Display for Verifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = [&[self.algorithm.byte()][..], &self.key].concat();
        let (id, bytes) = (hex::encode(&self.id()), base64::encode(&bytes));
        write!(f, "{}+{id}+{bytes}", self.name)
    }
}

/// The parts of a written key: its name, the four bytes, which are not checked, its type and 32 bytes.
type Parts<'a> = (&'a str, [u8; 4], Algorithm, Zeroizing<[u8; 32]>);

/// What a written key is made of.
const SHAPE: &str = "NAME+8 HEX DIGITS+BASE64";

/// Name, four bytes, and what stands behind them: the type, and a key of no known length.
type Written<'a> = (&'a str, [u8; 4], Zeroizing<Vec<u8>>);

fn written(text: &str) -> Result<Written<'_>> {
    let shape = SHAPE;
    let mut words = text.splitn(3, '+');
    let (Some(name), Some(id), Some(rest)) = (words.next(), words.next(), words.next()) else {
        return Err(unfit(shape, "something else"));
    };
    let bad_id = || unfit(shape, "other digits between the plus signs");
    let lower = id
        .bytes()
        .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let id = hex::decode_array(id).map_err(|_| bad_id())?;
    if !lower || !is_name(name) {
        return Err(bad_id());
    }
    let bytes = strict_base64(rest).ok_or_else(|| unfit(shape, "no base64"))?;
    Ok((name, id, Zeroizing::new(bytes)))
}

fn parts(text: &str) -> Result<Parts<'_>> {
    let (name, id, bytes) = written(text)?;
    let algorithm = match bytes.first() {
        Some(1) => Algorithm::Ed25519,
        Some(4) => Algorithm::Cosignature,
        Some(other) => {
            let found = format!("type {other}");
            return Err(unfit(
                "a key of type 1 (ed25519) or 4 (cosignature/v1)",
                found,
            ));
        }
        None => return Err(unfit(SHAPE, "no key")),
    };
    let key = bytes.get(1..).unwrap_or_default();
    let key: [u8; 32] = key
        .try_into()
        .map_err(|_| unfit("a key of 32 bytes", format!("{}", key.len())))?;
    Ok((name, id, algorithm, Zeroizing::new(key)))
}

/// The type of a key that is written as keys are, and is of none that is known here: c2sp.org/signed-note
/// lets more be added, and a list may have some for others.
///
/// ```
/// use decent::note::key::other_type;
/// assert_eq!(other_type("w1+01020304+BgcH"), Some(6));
/// assert_eq!(other_type("w1+01020304+AQcH"), None);
/// ```
pub fn other_type(text: &str) -> Option<u8> {
    let (_, _, bytes) = written(text).ok()?;
    let known = [Algorithm::Ed25519, Algorithm::Cosignature].map(Algorithm::byte);
    let kind = bytes.first().filter(|kind| !known.contains(kind));
    kind.copied()
}

impl FromStr for Verifier {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let (name, id, algorithm, key) = parts(text)?;
        let verifier = Self::new(name, algorithm, &key)?;
        fits(id, verifier)
    }
}

/// That the four bytes are those of the key.
fn fits(id: [u8; 4], verifier: Verifier) -> Result<Verifier> {
    if verifier.id() == id {
        return Ok(verifier);
    }
    let found = format!("{}, of another name or key", hex::encode(&id));
    Err(unfit("the four bytes of this key's hash", found))
}

/// A key that signs notes.
pub struct Signer {
    key: SigningKey,
    verifier: Verifier,
}

impl Signer {
    /// From the seed of an Ed25519 key.
    pub fn new(name: &str, algorithm: Algorithm, seed: &SecretBytes<32>) -> Result<Self> {
        let key = SigningKey::from_seed(seed);
        let verifier = Verifier::new(name, algorithm, key.public_key())?;
        Ok(Self { key, verifier })
    }

    /// A member of a skipchain's roster, see [`Verifier::member`].
    pub fn member(seed: &SecretBytes<32>) -> Result<Self> {
        let key = SigningKey::from_seed(seed);
        let verifier = Verifier::member(key.public_key())?;
        Ok(Self { key, verifier })
    }

    /// One that Go's package wrote: `PRIVATE+KEY+NAME+HEX+BASE64`, the seed in place of the key.
    /// `None` where the bytes begin otherwise.
    pub fn read(bytes: &Secret) -> Option<Result<Self>> {
        let text = std::str::from_utf8(bytes.bytes()).ok()?;
        let text = text.trim_end().strip_prefix(PRIVATE)?;
        let read = || {
            let (name, id, algorithm, seed) = parts(text)?;
            let signer = Self::new(name, algorithm, &seed)?;
            let verifier = fits(id, signer.verifier)?;
            let key = signer.key;
            Ok(Self { key, verifier })
        };
        Some(read())
    }

    /// The same key under the same name, for another sort of signatures.
    pub fn with(self, algorithm: Algorithm) -> Result<Self> {
        let Self { key, verifier } = self;
        let verifier = Verifier::new(verifier.name(), algorithm, verifier.key())?;
        Ok(Self { key, verifier })
    }

    /// What others verify with.
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// The bytes behind the four of the key's hash. `time`, in seconds since 1970, is that of a
    /// cosignature, which only a checkpoint gets; a plain signature is none of a text that begins as
    /// cosigned messages do, for it would be one.
    pub fn sign(&self, text: &str, time: u64) -> Result<Vec<u8>> {
        let refused = |wanted, found: &'static str| {
            Err(Error::new(slug::NOTE_MALFORMED, wanted, found).of("text"))
        };
        match self.verifier.algorithm {
            Algorithm::Ed25519 if text.starts_with(COSIGNED) => {
                refused("a text of one's own", "what a cosigner signs")
            }
            Algorithm::Ed25519 => Ok(self.key.sign(text.as_bytes()).to_vec()),
            Algorithm::Cosignature => {
                Checkpoint::read(text)?;
                if i64::try_from(time).is_err() {
                    return refused("a time before 2^63", "a later one");
                }
                let signature = self.key.sign(cosigned(text, time).as_bytes());
                Ok([&time.to_be_bytes()[..], &signature].concat())
            }
        }
    }
}
