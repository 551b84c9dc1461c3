//! A beacon of one's own: each member of a group signs a round with its share, and any t of these partial
//! signatures make the round's signature, the same whoever they are (Boldyreva, PKC 2003, as drand does
//! it). A partial signature has drand's form, two bytes of the member's index, which is its number less
//! one, and a point; it stands in an object of JSON:
//! `{"type":"decent-beacon-partial","version":1,"chain":"HEX","group":"HEX","round":7,
//! "previous_signature":"HEX","partial_signature":"HEX"}`, where chained ones alone have the signature
//! before.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::num::NonZeroUsize;

use rand_core::CryptoRng;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::round::{LAST, short};
use super::{Beacon, Chain, Scheme, Verifier, narrate};
use crate::codec::hex;
use crate::codec::json::unhex;
use crate::error::{Error, Result, slug};
use crate::group::curve::Pairing;
use crate::group::deal::too_few;
use crate::group::object::{self, array};
use crate::group::{AnyGroup, AnyShare, CurveName, Group, MOST, Share};
use crate::threshold::{self, Refused};
use crate::watch::Watch;

/// The type of the object.
pub const TYPE: &str = "decent-beacon-partial";

/// A partial signature on a round, as it was said; nothing of it is verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// The hash of the chain.
    pub chain: [u8; 32],
    /// The hash of the group that the share is of.
    pub group: [u8; 32],
    /// The number of the round.
    pub round: u64,
    /// The signature of the round before, where the chain is chained.
    pub previous: Option<Box<[u8]>>,
    /// Whose it is, from 1.
    pub member: u16,
    /// A point.
    pub signature: Box<[u8]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields<'a> {
    #[serde(rename = "type")]
    _type: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(borrow)]
    chain: Cow<'a, str>,
    #[serde(borrow)]
    group: Cow<'a, str>,
    round: u64,
    #[serde(borrow)]
    previous_signature: Option<Cow<'a, str>>,
    #[serde(borrow)]
    partial_signature: Cow<'a, str>,
}

fn wrong(wanted: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Error {
    Error::new(slug::BEACON_PARTIAL, wanted, found)
}

/// The curve of the groups that sign so; none of ours is on BN254.
pub fn curve(scheme: Scheme) -> Result<CurveName> {
    match scheme {
        Scheme::Chained | Scheme::Unchained => Ok(CurveName::Bls12381G1),
        Scheme::OnG1 | Scheme::Rfc9380 => Ok(CurveName::Bls12381G2),
        Scheme::Bn254 => {
            let wanted = "a scheme on BLS12-381";
            Err(Error::new(slug::GROUP_MIXED, wanted, scheme.name()))
        }
    }
}

fn other_curve(scheme: Scheme, found: CurveName) -> Error {
    match curve(scheme) {
        Ok(curve) => {
            let wanted = format!("{} for {}", curve.name(), scheme.name());
            Error::new(slug::GROUP_MIXED, wanted, found.name())
        }
        Err(error) => error,
    }
}

/// A chain that a group is to make: its key, its clock, its name.
pub fn chain(
    group: &AnyGroup,
    scheme: Scheme,
    clock: (u32, i64),
    beacon_id: String,
) -> Result<Chain> {
    if curve(scheme)? != group.curve() {
        return Err(other_curve(scheme, group.curve()));
    }
    let key = scheme.key(&group.public_bytes())?;
    Chain::new(scheme, key, clock, group.hash().to_vec(), beacon_id)
}

/// What is signed in a round. Before the first of a chained chain stands the hash of the group.
fn draft(chain: &Chain, round: u64, previous: Option<&[u8]>) -> Result<(Beacon, [u8; 32])> {
    chain.time_of(round)?;
    let previous = match (chain.scheme.is_chained(), previous, round) {
        (true, None, 1) => Some(chain.genesis_seed.as_slice()),
        (true, previous, _) => previous,
        (false, None, _) => None,
        (false, Some(_), _) => {
            let wanted = "no previous signature, for this chain is unchained";
            return Err(wrong(wanted, "one"));
        }
    };
    let beacon = Beacon {
        round,
        signature: Box::default(),
        previous: previous.map(Into::into),
        randomness: None,
    };
    let message = beacon.message(chain)?;
    Ok((beacon, message))
}

/// Whether a share is of the group that makes a chain: of the first one, whose hash the chain has, or of a
/// `later` one with the same key, whose shares were refreshed or dealt to others.
pub fn belongs(chain: &Chain, share: &AnyShare, later: Option<&AnyGroup>) -> Result<()> {
    let Some(group) = later else {
        if share.group().as_slice() == chain.genesis_seed {
            return Ok(());
        }
        let wanted = format!(
            "a share of the chain's group, {}",
            hex::encode(&chain.genesis_seed)
        );
        let found = format!("one of {}", hex::encode(&share.group()));
        return Err(Error::new(slug::GROUP_MIXED, wanted, found));
    };
    if curve(chain.scheme)? != group.curve() {
        return Err(other_curve(chain.scheme, group.curve()));
    }
    if group.public_bytes() != chain.key.to_bytes() {
        let wanted = "a group with the key of the chain";
        return Err(Error::new(slug::GROUP_MIXED, wanted, "one with another key").of("group"));
    }
    match (share, group) {
        (AnyShare::Bls12381G1(share), AnyGroup::Bls12381G1(group)) => share.fits(group),
        (AnyShare::Bls12381G2(share), AnyGroup::Bls12381G2(group)) => share.fits(group),
        _ => Err(other_curve(chain.scheme, share.curve())),
    }
}

/// The signature before a round, out of the beacon of the round before, which must hold. Who signs behind
/// whatever is handed over lets another choose among many outcomes.
pub fn behind(chain: &Chain, round: u64, before: &Beacon) -> Result<Box<[u8]>> {
    if before.round.checked_add(1) != Some(round) {
        let wanted = format!("the beacon of round {}", round.saturating_sub(1));
        return Err(wrong(wanted, format!("round {}", before.round)));
    }
    let verifier = Verifier {
        chain,
        threads: NonZeroUsize::MIN,
        one_by_one: true,
    };
    verifier.one(before)?;
    Ok(before.signature.clone())
}

/// Signs a round with a share.
///
/// ```
/// use decent::beacon::{Scheme, Verifier, partial};
/// use decent::coins::Coins;
/// use decent::group::{AnyGroup, AnyShare, Bls12381G2, Group, Polynomial, Share, Threshold};
/// use decent::watch::Deaf;
/// let size = Threshold::new(2, 3).unwrap();
/// let polynomial = Polynomial::<Bls12381G2>::random(size, &mut Coins::new(&[7; 32]));
/// let group = Group::of(size, polynomial.commitments()).unwrap();
/// let share = |i| AnyShare::Bls12381G2(Share::of(&group, i, &polynomial).unwrap());
/// let (one, three) = (share(1), share(3));
/// let group = AnyGroup::Bls12381G2(group);
/// let chain = partial::chain(&group, Scheme::Rfc9380, (3, 0), "ours".into()).unwrap();
/// let sign = |share| partial::sign(&chain, share, 7, None, &Deaf).unwrap();
/// let both = [sign(&one), sign(&three)];
/// let mut coins = Coins::new(&[8; 32]);
/// let joined = partial::join(&chain, &group, &both, &mut coins, &Deaf).unwrap();
/// assert_eq!((joined.beacon.round, joined.members), (7, vec![1, 3]));
/// ```
pub fn sign(
    chain: &Chain,
    share: &AnyShare,
    round: u64,
    previous: Option<&[u8]>,
    watch: &dyn Watch,
) -> Result<Partial> {
    let (beacon, message) = draft(chain, round, previous)?;
    let domain = chain.scheme.domain();
    let signature = match (share, curve(chain.scheme)?) {
        (AnyShare::Bls12381G1(share), CurveName::Bls12381G1) => signed(share, &message, domain),
        (AnyShare::Bls12381G2(share), CurveName::Bls12381G2) => signed(share, &message, domain),
        _ => return Err(other_curve(chain.scheme, share.curve())),
    };
    let partial = Partial {
        chain: chain.hash,
        group: share.group(),
        round,
        previous: beacon.previous.clone(),
        member: share.member(),
        signature,
    };
    if watch.narrates() {
        narrate::partial(chain, &beacon, &message, &partial, watch);
    }
    Ok(partial)
}

fn signed<C: Pairing>(share: &Share<C>, message: &[u8; 32], domain: &[u8]) -> Box<[u8]> {
    let point = C::sign(&C::hash(message, domain), share.secret());
    C::encode_signature(&point).into()
}

/// What came of joining.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The beacon, verified.
    pub beacon: Beacon,
    /// The members whose partial signatures are in it, in the order in which they were given.
    pub members: Vec<u16>,
    /// Those that were left out because they are wrong: by their places, and why.
    pub blamed: Vec<(usize, Error)>,
}

/// Joins partial signatures of one round to its beacon: those of another round than most and those that
/// do not hold are left out, and t of the good ones make the signature. `rng` makes the random multiples
/// by which many are checked in one.
pub fn join(
    chain: &Chain,
    group: &AnyGroup,
    partials: &[Partial],
    rng: &mut dyn CryptoRng,
    watch: &dyn Watch,
) -> std::result::Result<Joined, Refused> {
    match (group, curve(chain.scheme)?) {
        (AnyGroup::Bls12381G1(group), CurveName::Bls12381G1) => {
            joined(chain, group, partials, rng, watch)
        }
        (AnyGroup::Bls12381G2(group), CurveName::Bls12381G2) => {
            joined(chain, group, partials, rng, watch)
        }
        _ => Err(other_curve(chain.scheme, group.curve()).into()),
    }
}

/// What is signed: a round, and of a chained chain the signature before it.
type Said = (u64, Option<Box<[u8]>>);
/// The same, borrowed.
type Spoken<'a> = (u64, Option<&'a [u8]>);
/// Who says it, and where the first of them stands.
type Voters = (HashSet<u16>, usize);

/// What most members say that they sign, of several the one that stands first: a stray one must not
/// decide, however often it is there.
fn most_said<'a>(partials: impl Iterator<Item = &'a Partial>) -> Option<Said> {
    let mut voters: HashMap<Spoken<'_>, Voters> = HashMap::new();
    for (at, one) in partials.enumerate() {
        let said = (one.round, one.previous.as_deref());
        let (members, _) = voters.entry(said).or_insert_with(|| (HashSet::new(), at));
        members.insert(one.member);
    }
    let rank = |(_, (members, first)): &(Spoken<'_>, Voters)| (members.len(), Reverse(*first));
    let most = voters.into_iter().max_by_key(rank);
    most.map(|((round, previous), _)| (round, previous.map(Into::into)))
}

fn joined<C: Pairing>(
    chain: &Chain,
    group: &Group<C>,
    partials: &[Partial],
    rng: &mut dyn CryptoRng,
    watch: &dyn Watch,
) -> std::result::Result<Joined, Refused> {
    if group.public_bytes() != chain.key.to_bytes() {
        let wanted = "the group of the chain's key";
        return Err(Error::new(slug::GROUP_MIXED, wanted, "one with another key").into());
    }
    let (mut blamed, mut parts) = (Vec::new(), Vec::new());
    for (at, one) in partials.iter().enumerate() {
        match one.part::<C>(chain) {
            Ok(part) => parts.push((at, one, part)),
            Err(error) => blamed.push((at, error)),
        }
    }
    let Some((round, previous)) = most_said(parts.iter().map(|(_, one, _)| *one)) else {
        let error = too_few(group.size().t().into(), 0);
        return Err(Refused { error, blamed });
    };
    let (mut beacon, message) = draft(chain, round, previous.as_deref())?;
    parts.retain(|(at, one, _)| {
        let same = (one.round, &one.previous) == (round, &previous);
        if !same {
            let found = format!("member {}'s, of another round or link", one.member);
            blamed.push((*at, wrong(format!("a partial of round {round}"), found)));
        }
        same
    });
    let point = C::hash(&message, chain.scheme.domain());
    let only: Vec<threshold::Partial<C>> = parts.iter().map(|part| part.2.clone()).collect();
    let joined = threshold::join(group, &only, Some(&point), rng);
    let mut blame = |more: Vec<(usize, Error)>| {
        let more = more.into_iter();
        blamed.extend(more.filter_map(|(at, error)| Some((parts.get(at)?.0, error))));
        blamed.sort_by_key(|(at, _)| *at);
        std::mem::take(&mut blamed)
    };
    let joined = match joined {
        Ok(joined) => joined,
        Err(Refused { error, blamed }) => {
            let blamed = blame(blamed);
            return Err(Refused { error, blamed });
        }
    };
    let blamed = blame(joined.blamed);
    beacon.signature = C::encode_signature(&joined.signature).into();
    beacon.randomness = Some(verified(chain, &beacon)?.into());
    if watch.narrates() {
        narrate::joined(chain, &beacon, &joined.members, watch);
    }
    Ok(Joined {
        beacon,
        members: joined.members,
        blamed,
    })
}

/// The randomness of a beacon that is the chain's.
fn verified(chain: &Chain, beacon: &Beacon) -> Result<[u8; 32]> {
    let verifier = Verifier {
        chain,
        threads: NonZeroUsize::MIN,
        one_by_one: true,
    };
    verifier.one(beacon)
}

impl Partial {
    /// Of one object of JSON.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let fields: Fields<'_> = object::read(bytes, TYPE, slug::BEACON_PARTIAL)?;
        if !(1..=LAST).contains(&fields.round) {
            let found = fields.round.to_string();
            return Err(wrong("a round from 1 to 2^53 - 1", found));
        }
        let previous = fields.previous_signature.as_ref();
        let previous = previous.map(|text| short("previous_signature", text, 96));
        let bytes = unhex("partial_signature", &fields.partial_signature)?;
        let wanted = "two bytes of index and a point";
        let Some((index, signature)) = bytes.split_first_chunk::<2>() else {
            return Err(wrong(wanted, format!("{} bytes", bytes.len())));
        };
        if ![48, 96].contains(&signature.len()) {
            return Err(wrong(wanted, format!("{} bytes", bytes.len())));
        }
        let index = u16::from_be_bytes(*index);
        if index >= MOST {
            let wanted = format!("an index below {MOST}");
            return Err(wrong(wanted, index.to_string()));
        }
        Ok(Self {
            chain: array("chain", &fields.chain)?,
            group: array("group", &fields.group)?,
            round: fields.round,
            previous: previous.transpose()?,
            member: index + 1,
            signature: signature.into(),
        })
    }

    /// One object of JSON, and the end of its line.
    pub fn text(&self) -> String {
        let previous = self.previous.as_ref().map_or_else(String::new, |previous| {
            format!("\"previous_signature\":\"{}\",", hex::encode(previous))
        });
        format!(
            "{{\"type\":\"{TYPE}\",\"version\":1,\"chain\":\"{}\",\"group\":\"{}\",\"round\":{},{previous}\
             \"partial_signature\":\"{}\"}}\n",
            hex::encode(&self.chain),
            hex::encode(&self.group),
            self.round,
            hex::encode(&self.bytes()),
        )
    }

    /// drand's form: the index in two bytes, highest first, and the point.
    pub fn bytes(&self) -> Vec<u8> {
        let index = self.member.saturating_sub(1);
        [&index.to_be_bytes()[..], &self.signature].concat()
    }

    /// The point, as a part of the group's signature, if it says that it is of this chain. Whether the part
    /// is right is still to be asked.
    fn part<C: Pairing>(&self, chain: &Chain) -> Result<threshold::Partial<C>> {
        if self.chain != chain.hash {
            let short = |hash: &[u8; 32]| {
                let mut hash = hex::encode(hash);
                hash.truncate(16);
                hash
            };
            let wanted = format!("a partial of chain {}", short(&chain.hash));
            let found = format!("member {}'s, of chain {}", self.member, short(&self.chain));
            return Err(Error::new(slug::GROUP_MIXED, wanted, found));
        }
        let signature = C::decode_signature(&self.signature).ok_or_else(|| {
            let member = self.member;
            let words = format!("member {member}'s partial signature is no point of its group");
            Error::new(slug::MEMBER_UNFIT, "", words)
        })?;
        Ok(threshold::Partial {
            group: self.group,
            member: self.member,
            signature,
        })
    }
}

#[cfg(test)]
mod tests;
