//! What messages say: the fields of each kind, in the order in which they stand.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codec::hex;

/// The version that is written, and read.
pub const VERSION: u32 = 1;

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
mod digits {
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
    /// The hash of the group whose key is dealt anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reshares: Option<Digits>,
    /// The sender's number, from 1.
    pub member: u16,
    /// Its number in that group, where it has a share of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<u16>,
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
