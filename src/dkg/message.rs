//! The messages of a ceremony: each a JSON object on one line, in one spelling alone, signed by its
//! sender with Ed25519 (RFC 8032). What is signed is a tag and the object without its signature.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::Terms;
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::group::CurveName;

/// Bytes of a message, at most.
pub const LARGEST: u64 = 64 << 10;
/// The version that is written, and read.
pub const VERSION: u32 = 1;

const TAG: &[u8] = b"decent dkg message 1\n";
const ENDORSED: &[u8] = b"decent dkg endorsement 1\n";
/// Hex digits of a signature.
const SIGNATURE: usize = 128;
const BEFORE: &str = ",\"signature\":\"";
const AFTER: &str = "\"}";

/// Bytes that JSON has as lower hex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits(pub Vec<u8>);

impl Serialize for Digits {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        to.serialize_str(&hex::encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Digits {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        digits::deserialize(from).map(Self)
    }
}

/// The same of a certain number of bytes.
pub(super) mod digits {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::codec::hex;

    pub(crate) fn serialize<S: Serializer>(
        bytes: &impl AsRef<[u8]>,
        to: S,
    ) -> std::result::Result<S::Ok, S::Error> {
        to.serialize_str(&hex::encode(bytes.as_ref()))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, T: TryFrom<Vec<u8>>>(
        from: D,
    ) -> std::result::Result<T, D::Error> {
        let text = String::deserialize(from)?;
        let bytes = hex::decode(&text).map_err(|error| D::Error::custom(error.to_string()))?;
        let count = bytes.len() * 2;
        T::try_from(bytes).map_err(|_| D::Error::custom(format!("{count} hex digits")))
    }
}

/// Who takes part, under which number and with which keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    /// [`VERSION`].
    pub version: u32,
    /// A word for the ceremony, perhaps none.
    pub name: String,
    /// The curve, by its word.
    pub curve: String,
    /// Members that can act together.
    pub threshold: u16,
    /// Members there will be.
    pub members: u16,
    /// Whether commitments hide, as Pedersen's do.
    pub hiding: bool,
    /// The sender's number, from 1.
    pub member: u16,
    /// The Ed25519 key that signs the sender's messages.
    #[serde(with = "digits")]
    pub signing: [u8; 32],
    /// The X25519 key that shares are sealed to.
    #[serde(with = "digits")]
    pub sealing: [u8; 32],
    /// The lasting Ed25519 key that vouches for this announcement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<Digits>,
    /// Its signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endorsement: Option<Digits>,
}

/// What one member deals, for all to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deal {
    /// [`VERSION`].
    pub version: u32,
    /// The ceremony.
    #[serde(with = "digits")]
    pub ceremony: [u8; 32],
    /// The dealer.
    pub member: u16,
    /// Commitments to the coefficients, the constant first: as many as the threshold.
    pub commitments: Vec<Digits>,
    /// That the dealer knows what the first commits to: points, then numbers.
    pub proof: Vec<Digits>,
}

/// A share on its way to one member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// [`VERSION`].
    pub version: u32,
    /// The ceremony.
    #[serde(with = "digits")]
    pub ceremony: [u8; 32],
    /// The dealer.
    pub member: u16,
    /// Whose share it is.
    pub to: u16,
    /// The share, encrypted.
    pub sealed: Digits,
}

/// A deal that a voter saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The dealer.
    pub member: u16,
    /// SHA-256 of the deal's text without its signature.
    #[serde(with = "digits")]
    pub deal: [u8; 32],
}

/// What is wrong with the share that a dealer sealed to the voter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// None came.
    Missing,
    /// It does not open.
    Closed,
    /// It is not what the dealer committed to.
    Unfit,
}

/// A complaint about a dealer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    /// The dealer.
    pub against: u16,
    /// Why.
    pub why: Why,
}

/// What a member found when it checked all deals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// [`VERSION`].
    pub version: u32,
    /// The ceremony.
    #[serde(with = "digits")]
    pub ceremony: [u8; 32],
    /// The voter.
    pub member: u16,
    /// The deals, by dealer.
    pub deals: Vec<Seen>,
    /// The complaints, by dealer; none where all is well.
    pub complaints: Vec<Complaint>,
}

/// A share in the open: the answer to a complaint, or one that is pooled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bare {
    /// [`VERSION`].
    pub version: u32,
    /// The ceremony.
    #[serde(with = "digits")]
    pub ceremony: [u8; 32],
    /// The sender.
    pub member: u16,
    /// Of an answer the member who complained; of a pooled share the dealer.
    pub to: u16,
    /// The share.
    pub share: Digits,
    /// Where commitments hide, what hid it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blind: Option<Digits>,
}

/// Commitments that no longer hide, once it is settled whose deals count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// [`VERSION`].
    pub version: u32,
    /// The ceremony.
    #[serde(with = "digits")]
    pub ceremony: [u8; 32],
    /// The dealer.
    pub member: u16,
    /// What was settled before: votes and answers.
    #[serde(with = "digits")]
    pub settled: [u8; 32],
    /// Feldman's commitments to the coefficients, the constant first.
    pub commitments: Vec<Digits>,
    /// That they are to the same coefficients as before: points, then numbers.
    pub proof: Vec<Digits>,
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Body {
    /// See [`Announcement`].
    #[serde(rename = "decent-dkg-announcement")]
    Announcement(Announcement),
    /// See [`Deal`].
    #[serde(rename = "decent-dkg-deal")]
    Deal(Deal),
    /// See [`Sealed`].
    #[serde(rename = "decent-dkg-share")]
    Sealed(Sealed),
    /// See [`Vote`].
    #[serde(rename = "decent-dkg-vote")]
    Vote(Vote),
    /// See [`Bare`].
    #[serde(rename = "decent-dkg-answer")]
    Answer(Bare),
    /// See [`Opening`].
    #[serde(rename = "decent-dkg-opening")]
    Opening(Opening),
    /// See [`Bare`].
    #[serde(rename = "decent-dkg-pooled")]
    Pooled(Bare),
}

/// The kinds of messages, in the order in which they are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Who takes part.
    Announcement,
    /// Commitments.
    Deal,
    /// A share for one member.
    Sealed,
    /// What a member found.
    Vote,
    /// A share that was complained of.
    Answer,
    /// Commitments that no longer hide.
    Opening,
    /// A share of a dealer who did not open.
    Pooled,
}

impl Kind {
    /// A word for it, by which its files are named.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Announcement => "announce",
            Self::Deal => "deal",
            Self::Sealed => "share",
            Self::Vote => "vote",
            Self::Answer => "answer",
            Self::Opening => "open",
            Self::Pooled => "pool",
        }
    }
}

impl Body {
    /// Which kind it is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Announcement(_) => Kind::Announcement,
            Self::Deal(_) => Kind::Deal,
            Self::Sealed(_) => Kind::Sealed,
            Self::Vote(_) => Kind::Vote,
            Self::Answer(_) => Kind::Answer,
            Self::Opening(_) => Kind::Opening,
            Self::Pooled(_) => Kind::Pooled,
        }
    }

    /// The number of its sender, as it says.
    pub const fn member(&self) -> u16 {
        match self {
            Self::Announcement(one) => one.member,
            Self::Deal(one) => one.member,
            Self::Sealed(one) => one.member,
            Self::Vote(one) => one.member,
            Self::Answer(one) | Self::Pooled(one) => one.member,
            Self::Opening(one) => one.member,
        }
    }

    /// The other member that it is about; 0 where it is about none.
    pub const fn to(&self) -> u16 {
        match self {
            Self::Sealed(one) => one.to,
            Self::Answer(one) | Self::Pooled(one) => one.to,
            _ => 0,
        }
    }

    /// The ceremony that it is of; an announcement is of none yet.
    pub const fn ceremony(&self) -> Option<&[u8; 32]> {
        match self {
            Self::Announcement(_) => None,
            Self::Deal(one) => Some(&one.ceremony),
            Self::Sealed(one) => Some(&one.ceremony),
            Self::Vote(one) => Some(&one.ceremony),
            Self::Answer(one) | Self::Pooled(one) => Some(&one.ceremony),
            Self::Opening(one) => Some(&one.ceremony),
        }
    }
}

/// A message: what it says, and its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it says.
    pub body: Body,
    /// The object without its signature.
    text: String,
    signature: [u8; 64],
}

/// Something else than a message in its one spelling.
pub(super) fn malformed(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::DKG_MESSAGE, wanted, found.into())
}

/// What every object says first.
#[derive(Deserialize)]
struct Head {
    r#type: String,
    version: u32,
}

/// Refuses what is of another version before its other fields are looked at.
pub(super) fn known_version(text: &str, begins: &str) -> Result<()> {
    let other = || malformed("a message of a ceremony", "something else");
    let head: Head = serde_json::from_str(text).map_err(|_| other())?;
    if !head.r#type.starts_with(begins) {
        return Err(other());
    }
    if head.version != VERSION {
        let found = head.version.to_string();
        return Err(Error::new(slug::UNKNOWN_VERSION, "version 1", found));
    }
    Ok(())
}

impl Message {
    /// A message, signed.
    pub fn sign(body: Body, key: &SigningKey) -> Result<Self> {
        let text = serde_json::to_string(&body);
        let text = text.map_err(|error| malformed("a message", error.to_string()))?;
        let signature = key.sign(&[TAG, text.as_bytes()].concat()).to_bytes();
        Ok(Self {
            body,
            text,
            signature,
        })
    }

    /// A message from its file. Whose signature it has is still to be asked.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let wanted = "a message of a ceremony, signed, on one line";
        let wrong = || malformed(wanted, "something else");
        let text = std::str::from_utf8(bytes).map_err(|_| wrong())?;
        let line = text.strip_suffix('\n').ok_or_else(wrong)?;
        let at = line
            .len()
            .checked_sub(BEFORE.len() + SIGNATURE + AFTER.len());
        let (said, tail) = at
            .and_then(|at| line.split_at_checked(at))
            .ok_or_else(wrong)?;
        let digits = tail
            .strip_prefix(BEFORE)
            .and_then(|t| t.strip_suffix(AFTER));
        let digits = digits.ok_or_else(wrong)?;
        if digits
            .bytes()
            .any(|b| !matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        {
            return Err(wrong());
        }
        let signature = hex::decode_array(digits).map_err(|_| wrong())?;
        let text = format!("{said}}}");
        known_version(&text, "decent-dkg-")?;
        let body: Body = serde_json::from_str(&text)
            .map_err(|error| malformed("a message of its kind", shortened(&error)))?;
        let again = serde_json::to_string(&body).map_err(|_| wrong())?;
        if again != text {
            let wanted = "its one spelling: keys in order, lower hex, no blanks";
            return Err(malformed(wanted, "another"));
        }
        Ok(Self {
            body,
            text,
            signature,
        })
    }

    /// Whether it is signed by this key.
    pub fn signed_by(&self, key: &[u8; 32]) -> bool {
        let signed = [TAG, self.text.as_bytes()].concat();
        verified(key, &signed, &self.signature)
    }

    /// The file.
    pub fn line(&self) -> String {
        let said = self.text.strip_suffix('}').unwrap_or(&self.text);
        format!("{said}{BEFORE}{}{AFTER}\n", hex::encode(&self.signature))
    }

    /// SHA-256 of what is signed, without the tag: what it says has one digest, however often it is
    /// signed.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.text.as_bytes()).into()
    }

    /// The name that its file is given.
    pub fn file_name(&self) -> String {
        let (kind, member, to) = (self.body.kind(), self.body.member(), self.body.to());
        let word = kind.word();
        match kind {
            Kind::Sealed | Kind::Answer => format!("{word}-{member}-to-{to}"),
            Kind::Pooled => format!("{word}-{member}-of-{to}"),
            _ => format!("{word}-{member}"),
        }
    }
}

/// The words of a JSON reader without the place, which is one of the text without its signature.
fn shortened(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let words = text.split(" at line ").next().unwrap_or_default();
    words.chars().take(120).collect()
}

/// Strictly: no key and no part of a signature of small order.
fn verified(key: &[u8; 32], signed: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(key).is_ok_and(|key| {
        key.verify_strict(signed, &Signature::from_bytes(signature))
            .is_ok()
    })
}

impl Announcement {
    /// The terms that it is of.
    pub fn terms(&self) -> Result<Terms> {
        let curve = CurveName::named(&self.curve);
        let curve = curve.ok_or_else(|| malformed("a curve that is known", &*self.curve))?;
        Terms::new(
            &self.name,
            curve,
            (self.threshold.into(), self.members.into()),
            self.hiding,
        )
    }

    /// What a lasting key signs.
    fn endorsed(&self) -> Result<Vec<u8>> {
        let bare = Self {
            endorsement: None,
            ..self.clone()
        };
        let text = serde_json::to_vec(&bare);
        let text = text.map_err(|error| malformed("an announcement", error.to_string()))?;
        Ok([ENDORSED, &text].concat())
    }

    /// The same with a lasting key that vouches for it.
    pub fn endorse(mut self, key: &SigningKey) -> Result<Self> {
        self.identity = Some(Digits(key.verifying_key().to_bytes().to_vec()));
        let signature = key.sign(&self.endorsed()?);
        self.endorsement = Some(Digits(signature.to_bytes().to_vec()));
        Ok(self)
    }

    /// Whether the lasting key vouches for it where it names one.
    pub fn check_endorsement(&self) -> Result<()> {
        let arrays = match (&self.identity, &self.endorsement) {
            (None, None) => return Ok(()),
            (Some(Digits(key)), Some(Digits(signature))) => key
                .as_slice()
                .try_into()
                .ok()
                .zip(signature.as_slice().try_into().ok()),
            _ => None,
        };
        let good = match arrays {
            Some((key, signature)) => verified(key, &self.endorsed()?, signature),
            None => false,
        };
        if good {
            return Ok(());
        }
        let wanted = "an endorsement by the lasting key that it names";
        Err(Error::new(slug::DKG_SIGNATURE, wanted, "another signature"))
    }
}
