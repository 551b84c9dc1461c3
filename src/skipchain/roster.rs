//! Rosters: who signs for a block, by which scheme, and how many of them make a quorum.
//!
//! The hash of a roster is SHA-256 of its one encoding: `decent-skip-roster/1` padded with zeros to 32
//! bytes, the scheme (1), the threshold (4), the number of members (4), and for each member in the
//! order of their keys its weight (4), the length of its name (1), the name, and the key: 32 bytes of
//! Ed25519, or 96 of BLS12-381 and the 48 of its proof of possession. Numbers stand highest byte first.
//!
//! Members count by weight: in a committee of the last winners of a lottery whoever won twice counts
//! twice. With `n` the sum of all weights, `f = floor((n - 1) / 3)` of them may be dishonest, and
//! `n - f` sign unless told otherwise. Any two quorums of `t` share `2t - n`, which must be more than
//! `f`: then an honest member is in both, and two blocks of one number can't both be signed.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::block::Hash;
use super::bytes::Bytes;
use super::possession::{self, Possession};
use super::sign;
use crate::error::{Error, Place, Result, slug};
use crate::key::PublicKey;

mod json;

pub use json::{LARGEST, TYPE};

/// Members at most.
pub const MEMBERS_MOST: usize = 4096;
/// The sum of all weights, at most.
pub const WEIGHT_MOST: u32 = 1 << 20;
/// Bytes of a name, at most.
pub const NAME_MOST: usize = 100;
/// Bytes of an encoding, at most.
pub const ENCODED_MOST: usize = HEAD + MEMBERS_MOST * (5 + NAME_MOST + 96 + 48);

const TAG: &[u8; 32] = b"decent-skip-roster/1\0\0\0\0\0\0\0\0\0\0\0\0";
const HEAD: usize = 32 + 1 + 4 + 4;

/// How a roster signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// A signature of Ed25519 for each signer.
    Ed25519,
    /// One sum of BLS12-381 signatures for all.
    Bls,
}

impl Scheme {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::Bls => "bls12-381",
        }
    }

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 0,
            Self::Bls => 1,
        }
    }
}

/// A member's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Canonical, and not of small order.
    Ed25519([u8; 32]),
    /// In the group, with the proof that its secret is had.
    Bls(Box<Possession>),
}

impl Key {
    /// That of a file: Ed25519, or BLS12-381 with its proof of possession behind it.
    pub fn read(file: &[u8]) -> Result<Self> {
        let read = PublicKey::read(file, None)?;
        match &read.key {
            PublicKey::Ed25519(key) => Ok(Self::Ed25519(key.to_bytes())),
            public @ PublicKey::Bls12381(_) => {
                let made = possession::read(file, public)?;
                Ok(Self::Bls(Box::new(made)))
            }
            other => {
                let wanted = "a key of ed25519 or bls12-381";
                Err(Error::new(slug::SKIP_ROSTER, wanted, other.kind().name()))
            }
        }
    }

    /// An Ed25519 key that is one.
    pub fn ed25519(bytes: &[u8; 32]) -> Result<Self> {
        let key = PublicKey::ed25519(bytes);
        key.map(|_| Self::Ed25519(*bytes))
            .map_err(|error| error.within(slug::SKIP_ROSTER, "a member's key"))
    }

    /// Its bytes, without a proof.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Ed25519(bytes) => bytes.to_vec(),
            Self::Bls(made) => made.key(),
        }
    }

    /// The scheme that it is of.
    pub fn scheme(&self) -> Scheme {
        match self {
            Self::Ed25519(_) => Scheme::Ed25519,
            Self::Bls(_) => Scheme::Bls,
        }
    }
}

/// A member of a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// What people call it; 1 to 100 bytes of UTF-8.
    pub name: String,
    /// How often it counts.
    pub weight: u32,
    /// Its key.
    pub key: Key,
}

/// Who signs for a block. Members stand in the order of their keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    scheme: Scheme,
    threshold: u32,
    total: u32,
    members: Vec<Member>,
}

/// Weight that may be dishonest, of so much: the greatest below a third.
pub const fn faulty(n: u32) -> u32 {
    n.saturating_sub(1) / 3
}

/// The weight that signs unless told otherwise.
pub const fn usual_threshold(n: u32) -> u32 {
    n - faulty(n)
}

/// The least threshold of which two quorums always share an honest member.
pub const fn safe_threshold(n: u32) -> u32 {
    n.midpoint(faulty(n)) + 1
}

fn wrong(
    wanted: impl Into<std::borrow::Cow<'static, str>>,
    found: impl Into<std::borrow::Cow<'static, str>>,
) -> Error {
    Error::new(slug::SKIP_ROSTER, wanted, found)
}

impl Roster {
    /// Of these members, in any order; without a threshold the usual one. One that is not safe is
    /// taken: see [`Roster::is_safe`]. Proofs of possession are verified.
    pub fn of(mut members: Vec<Member>, threshold: Option<u32>) -> Result<Self> {
        members.sort_by_key(|member| member.key.bytes());
        let Some(first) = members.first() else {
            return Err(wrong("at least one member", "none"));
        };
        if members.len() > MEMBERS_MOST {
            let found = members.len().to_string();
            return Err(wrong(format!("at most {MEMBERS_MOST} members"), found));
        }
        let scheme = first.key.scheme();
        let mut total = 0u32;
        let mut names = BTreeSet::new();
        for (number, member) in members.iter().enumerate() {
            let at = |error: Error| error.at(Place::Item("member", number as u64));
            check(member, scheme).map_err(at)?;
            if !names.insert(&*member.name) {
                return Err(at(wrong(
                    "names that differ",
                    format!("{:?} twice", member.name),
                )));
            }
            total = total.saturating_add(member.weight);
        }
        for pair in members.windows(2) {
            if let [one, other] = pair
                && one.key.bytes() == other.key.bytes()
            {
                let found = format!("that of {:?} for {:?} too", one.name, other.name);
                return Err(wrong("a key of its own for each member", found));
            }
        }
        if total > WEIGHT_MOST {
            let wanted = format!("weights of at most {WEIGHT_MOST} together");
            return Err(wrong(wanted, total.to_string()));
        }
        let threshold = threshold.unwrap_or_else(|| usual_threshold(total));
        if threshold == 0 || threshold > total {
            let wanted = format!("a threshold of 1 to {total}");
            return Err(wrong(wanted, threshold.to_string()));
        }
        let roster = Self {
            scheme,
            threshold,
            total,
            members,
        };
        sign::possessed(&roster)?;
        Ok(roster)
    }

    /// How it signs.
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// Weight of the members who must sign.
    pub fn threshold(&self) -> u32 {
        self.threshold
    }

    /// Weight of all members.
    pub fn total(&self) -> u32 {
        self.total
    }

    /// The members, in the order of their keys.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Whether any two quorums share more than may be dishonest.
    pub fn is_safe(&self) -> bool {
        self.threshold >= safe_threshold(self.total)
    }

    /// The place of the member with a key.
    pub fn place_of(&self, key: &[u8]) -> Option<usize> {
        let found = self
            .members
            .binary_search_by(|member| member.key.bytes().as_slice().cmp(key));
        found.ok()
    }

    /// The encoding that is hashed.
    ///
    /// ```
    /// use decent::skipchain::roster::{Key, Member, Roster};
    /// use decent::sig::ed25519::SigningKey;
    /// let member = |seed: u8| Member {
    ///     name: format!("member {seed}"),
    ///     weight: 1,
    ///     key: Key::ed25519(SigningKey::from_seed(&[seed; 32]).public_key()).unwrap(),
    /// };
    /// let roster = Roster::of((0..4).map(member).collect(), None).unwrap();
    /// assert_eq!((roster.threshold(), roster.total()), (3, 4));
    /// assert_eq!(Roster::decode(&roster.encode()).unwrap(), roster);
    /// assert_eq!(Roster::read(roster.text().as_bytes()).unwrap(), roster);
    /// ```
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = TAG.to_vec();
        bytes.push(self.scheme.byte());
        bytes.extend(self.threshold.to_be_bytes());
        bytes.extend((self.members.len() as u32).to_be_bytes());
        for member in &self.members {
            bytes.extend(member.weight.to_be_bytes());
            bytes.push(member.name.len() as u8);
            bytes.extend(member.name.as_bytes());
            bytes.extend(member.key.bytes());
            if let Key::Bls(made) = &member.key {
                bytes.extend(made.proof());
            }
        }
        bytes
    }

    /// From the encoding, which must be the one of its roster.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut rest = Bytes::of(bytes, slug::SKIP_ROSTER, "the encoding of a roster");
        if rest.take::<32>()? != *TAG {
            return Err(rest.wrong("other bytes"));
        }
        let scheme = match rest.byte()? {
            0 => Scheme::Ed25519,
            1 => Scheme::Bls,
            other => {
                let found = format!("scheme {other}");
                return Err(Error::new(slug::UNKNOWN_VERSION, "scheme 0 or 1", found));
            }
        };
        let threshold = rest.word()?;
        let count = rest.count(MEMBERS_MOST)?;
        let mut members = Vec::new();
        for _ in 0..count {
            let weight = rest.word()?;
            let length = rest.byte()?.into();
            let name = std::str::from_utf8(rest.slice(length)?);
            let name = name.map_err(|_| wrong("a name of UTF-8", "other bytes"))?;
            let key = match scheme {
                Scheme::Ed25519 => Key::ed25519(&rest.take()?)?,
                Scheme::Bls => {
                    let key = rest.slice(possession::KEY_BYTES)?;
                    let proof = rest.slice(possession::SIGNATURE_BYTES)?;
                    let made = Possession::decode(key, proof);
                    Key::Bls(Box::new(made.map_err(|error| {
                        error.within(slug::SKIP_ROSTER, "a member's key")
                    })?))
                }
            };
            let name = name.to_owned();
            members.push(Member { name, weight, key });
        }
        rest.end()?;
        let roster = Self::of(members, Some(threshold))?;
        // Members in another order, or whatever else would give one roster two hashes.
        if roster.encode() != bytes {
            return Err(wrong("members in the order of their keys", "another order"));
        }
        Ok(roster)
    }

    /// The hash that blocks name it by.
    pub fn hash(&self) -> Hash {
        Sha256::digest(self.encode()).into()
    }
}

fn check(member: &Member, scheme: Scheme) -> Result<()> {
    let name = &member.name;
    let odd = name.is_empty()
        || name.len() > NAME_MOST
        || name.trim() != name
        || name.chars().any(char::is_control);
    if odd {
        let wanted = format!("a name of 1 to {NAME_MOST} bytes, no blanks around it");
        return Err(wrong(wanted, format!("{name:.40?}")));
    }
    if member.key.scheme() != scheme {
        let wanted = format!("keys of one scheme, {}", scheme.name());
        return Err(wrong(wanted, member.key.scheme().name()));
    }
    if member.weight == 0 {
        return Err(wrong("a weight of 1 or more", "0"));
    }
    Ok(())
}

/// How much of a committee is exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// Weight in the new roster that the old one does not have: a new member's, or what one gained.
    pub fresh: u32,
    /// Weight of the whole new roster.
    pub total: u32,
    /// Weight in the old roster that the new one does not have: a member's who left, or what one lost.
    pub gone: u32,
    /// Weight of the whole old roster.
    pub before: u32,
    /// By how much the share of the weight that makes a quorum falls, in percent of the whole, rounded up.
    pub lowered: u32,
}

impl Turnover {
    /// From one roster to another.
    pub fn between(old: &Roster, new: &Roster) -> Self {
        let whole = u64::from(old.total) * u64::from(new.total);
        let (quorum, later) = (
            u64::from(old.threshold) * u64::from(new.total),
            u64::from(new.threshold) * u64::from(old.total),
        );
        Self {
            fresh: more(new, old),
            total: new.total(),
            gone: more(old, new),
            before: old.total(),
            lowered: percent(quorum.saturating_sub(later), whole),
        }
    }

    /// In percent, rounded up, for a little is not nothing: the greatest of what came, what left, and how
    /// far the quorum fell.
    pub fn percent(&self) -> u32 {
        let came = percent(self.fresh.into(), self.total.into());
        let left = percent(self.gone.into(), self.before.into());
        came.max(left).max(self.lowered)
    }
}

/// Weight in one roster that the other does not have.
fn more(one: &Roster, other: &Roster) -> u32 {
    let had = |member: &Member| {
        let place = other.place_of(&member.key.bytes())?;
        other.members().get(place).map(|found| found.weight)
    };
    let more = |member: &Member| member.weight.saturating_sub(had(member).unwrap_or(0));
    one.members().iter().map(more).sum()
}

fn percent(part: u64, whole: u64) -> u32 {
    (part * 100).div_ceil(whole.max(1)) as u32
}

#[cfg(test)]
pub(super) mod tests;
