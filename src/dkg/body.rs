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
    /// The point of edwards25519 that shares are sealed to.
    #[serde(with = "digits")]
    pub sealing: [u8; 32],
    /// That the sender has the share of its old number: points, then numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds: Option<Vec<Digits>>,
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
    /// The point of edwards25519 that the shares are sealed with.
    #[serde(with = "digits")]
    pub sealing: [u8; 32],
    /// That the dealer knows what multiple of the base it is: a point, then a number.
    pub sealing_proof: Vec<Digits>,
    /// The share of each member, by number, the dealer's own among them, encrypted.
    pub shares: Vec<Digits>,
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
    /// The dealer's signature of it, so that nobody can say that it dealt something else.
    #[serde(with = "digits")]
    pub signature: [u8; 64],
}

/// A complaint about a dealer, which everybody can check: it opens that one share to all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    /// The dealer.
    pub against: u16,
    /// The point that dealer and voter have in common, of which the key is made.
    pub opens: Digits,
    /// That it is that point: points, then a number.
    pub proof: Vec<Digits>,
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
    /// The deals, by dealer and digest: two of a dealer who gave two.
    pub deals: Vec<Seen>,
    /// The complaints, by dealer; none where all is well.
    pub complaints: Vec<Complaint>,
}

/// A share in the open: one that is pooled.
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
    /// The dealer.
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
    /// What was settled before: deals and votes.
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
    /// See [`Vote`].
    #[serde(rename = "decent-dkg-vote")]
    Vote(Vote),
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
    /// Commitments and sealed shares.
    Deal,
    /// What a member found.
    Vote,
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
            Self::Vote => "vote",
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
            Self::Vote(_) => Kind::Vote,
            Self::Opening(_) => Kind::Opening,
            Self::Pooled(_) => Kind::Pooled,
        }
    }

    /// The number of its sender, as it says.
    pub const fn member(&self) -> u16 {
        match self {
            Self::Announcement(one) => one.member,
            Self::Deal(one) => one.member,
            Self::Vote(one) => one.member,
            Self::Pooled(one) => one.member,
            Self::Opening(one) => one.member,
        }
    }

    /// The other member that it is about; 0 where it is about none.
    pub const fn to(&self) -> u16 {
        match self {
            Self::Pooled(one) => one.to,
            _ => 0,
        }
    }

    /// The ceremony that it is of; an announcement is of none yet.
    pub const fn ceremony(&self) -> Option<&[u8; 32]> {
        match self {
            Self::Announcement(_) => None,
            Self::Deal(one) => Some(&one.ceremony),
            Self::Vote(one) => Some(&one.ceremony),
            Self::Pooled(one) => Some(&one.ceremony),
            Self::Opening(one) => Some(&one.ceremony),
        }
    }
}
