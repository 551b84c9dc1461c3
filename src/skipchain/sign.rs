//! What quorums sign: a mask of who did, and their signatures. The mask has a bit for each member of the
//! roster, the lowest of the first byte for the first. By Ed25519 there is a signature of 64 bytes for
//! each of them, in their order; by BLS12-381 one of 48 bytes, the sum of all.
//!
//! Many of them are judged in one, under random numbers that nobody knows beforehand; what is said is
//! the same as when each signature is asked for alone, by the strict rules of [`crate::sig::ed25519`].

use std::num::NonZeroUsize;

use sha2::{Digest, Sha256};

use super::possession::{POSSESSION, SIGNATURE_BYTES, SIGNATURES};
use super::roster::{Key, Member, Roster, Scheme};
use crate::bls::{self, G1, G2, Group as _, Gt};
use crate::coins::Coins;
use crate::error::{Error, Place, Result, slug};
use crate::key::SecretKey;
use crate::sig::ed25519::SigningKey;

mod many;

/// Bytes of a signature of Ed25519.
const ED25519_BYTES: usize = 64;
/// Pairings in one product: beyond that it gets no faster.
const PAIRED: usize = 256;

/// Who signed, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// A bit for each member.
    pub mask: Vec<u8>,
    /// The signatures, in the roster's scheme.
    pub signatures: Vec<u8>,
}

/// That a quorum of a roster has signed a message.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// What was signed.
    pub message: &'a [u8],
    /// Who may sign.
    pub roster: &'a Roster,
    /// Who did.
    pub signed: &'a Signed,
}

/// How claims are judged.
#[derive(Clone, Copy, Debug)]
pub struct Judge {
    /// Random, and known to nobody beforehand: it makes the numbers by which signatures are added up.
    pub seed: [u8; 32],
    /// Threads that may be started.
    pub threads: NonZeroUsize,
}

fn wrong(
    wanted: impl Into<std::borrow::Cow<'static, str>>,
    found: impl Into<std::borrow::Cow<'static, str>>,
) -> Error {
    Error::new(slug::SKIP_SIGNATURE, wanted, found)
}

/// The error of a member whose signature does not hold.
fn by(roster: &Roster, place: usize, why: &'static str) -> Error {
    let name = roster
        .members()
        .get(place)
        .map_or("", |member| &member.name);
    let found = format!("the signature of {name:?}, which does not hold: {why}");
    wrong("signatures of the roster's members", found)
}

/// A member's signature of a message: 64 bytes of Ed25519, 48 of BLS12-381.
pub fn sign(key: &SecretKey, message: &[u8]) -> Result<Vec<u8>> {
    match key {
        SecretKey::Ed25519(key) => Ok(SigningKey::from_seed(key.as_bytes()).sign(message).to_vec()),
        SecretKey::Bls12381(key) => Ok(G1::hash(message, SIGNATURES).times(key).to_bytes()),
        other => {
            let wanted = "a key of ed25519 or bls12-381";
            Err(Error::new(slug::KEY_KIND, wanted, other.kind().name()))
        }
    }
}

/// The bytes of the public key by which rosters know a secret one.
pub fn public(key: &SecretKey) -> Result<Vec<u8>> {
    match key {
        SecretKey::Ed25519(key) => Ok(key.verifying_key().to_bytes().to_vec()),
        SecretKey::Bls12381(key) => Ok(G2::public_key(key).to_bytes()),
        other => {
            let wanted = "a key of ed25519 or bls12-381";
            Err(Error::new(slug::KEY_KIND, wanted, other.kind().name()))
        }
    }
}

/// Whether one member's signature of a message holds.
pub fn holds(member: &Member, message: &[u8], signature: &[u8]) -> Result<()> {
    let refuse = |why: &'static str| {
        let found = format!("one that does not hold: {why}");
        Err(wrong(format!("the signature of {:?}", member.name), found))
    };
    match &member.key {
        Key::Ed25519(key) => {
            let Ok(signature) = <&[u8; ED25519_BYTES]>::try_from(signature) else {
                return refuse("it has not 64 bytes");
            };
            match crate::sig::ed25519::verify_short(key, signature, message) {
                Ok(()) => Ok(()),
                Err(why) => refuse(why),
            }
        }
        Key::Bls(made) => {
            let Ok(signature) = bls::decode_in_group::<G1>(signature, "signature") else {
                return refuse("it is no point of G1");
            };
            if bls::verify(&signature, &G1::hash(message, SIGNATURES), &made.key) {
                return Ok(());
            }
            refuse("it is of other data, or by another key")
        }
    }
}

impl Signed {
    /// Signatures of members, by their places in the roster, put together. They are not judged, but
    /// those that can't be are refused, and so is a member who stands twice.
    pub fn of(roster: &Roster, mut parts: Vec<(usize, Vec<u8>)>) -> Result<Self> {
        parts.sort_by_key(|(place, _)| *place);
        let mut mask = vec![0u8; roster.members().len().div_ceil(8)];
        for (place, _) in &parts {
            let byte = mask.get_mut(place / 8);
            let byte = byte.filter(|_| *place < roster.members().len());
            let byte = byte.ok_or_else(|| wrong("a member of the roster", "another"))?;
            if *byte >> (place % 8) & 1 == 1 {
                let name = roster.members().get(*place).map_or("", |one| &one.name);
                return Err(wrong("each signer once", format!("{name:?} twice")));
            }
            *byte |= 1 << (place % 8);
        }
        let signatures = match roster.scheme() {
            Scheme::Ed25519 => parts.into_iter().flat_map(|(_, part)| part).collect(),
            Scheme::Bls => {
                let mut sum = G1::nothing();
                for (_, part) in &parts {
                    bls::decode_in_group::<G1>(part, "signature")?.add_to(&mut sum);
                }
                G1::settled(&sum).to_bytes()
            }
        };
        Ok(Self { mask, signatures })
    }

    /// The places of those who signed. All is asked but whether the signatures hold: that the mask is
    /// the roster's, that they are a quorum, that there is a signature of each.
    pub fn signers(&self, roster: &Roster) -> Result<Vec<usize>> {
        let members = roster.members();
        let (found, bytes) = (self.mask.len(), members.len().div_ceil(8));
        if found != bytes {
            let wanted = format!("a mask of {bytes} bytes for {} members", members.len());
            return Err(wrong(wanted, format!("{found} bytes")));
        }
        let bit = |place: &usize| {
            let byte = self.mask.get(place / 8);
            byte.is_some_and(|byte| byte >> (place % 8) & 1 == 1)
        };
        if (members.len()..bytes * 8).any(|place| bit(&place)) {
            let wanted = format!("a mask of {} members", members.len());
            return Err(wrong(wanted, "a bit of one more"));
        }
        let signers: Vec<usize> = (0..members.len()).filter(bit).collect();
        let weighed = signers.iter().filter_map(|place| members.get(*place));
        let weight: u32 = weighed.map(|member| member.weight).sum();
        if weight < roster.threshold() {
            let wanted = format!("signers of weight {}", roster.threshold());
            return Err(wrong(wanted, format!("{weight}")));
        }
        let length = match roster.scheme() {
            Scheme::Ed25519 => signers.len() * ED25519_BYTES,
            Scheme::Bls => SIGNATURE_BYTES,
        };
        if self.signatures.len() != length {
            let wanted = format!("{length} bytes of signatures of {} signers", signers.len());
            return Err(wrong(wanted, format!("{} bytes", self.signatures.len())));
        }
        Ok(signers)
    }
}

/// What comes of each claim, in order.
pub fn judge(claims: &[Claim<'_>], judge: &Judge) -> Vec<Result<()>> {
    let mut outcomes: Vec<Result<Vec<usize>>> = claims
        .iter()
        .map(|claim| claim.signed.signers(claim.roster))
        .collect();
    let mut singles = Vec::new();
    let mut sums = Vec::new();
    for (number, (claim, outcome)) in claims.iter().zip(&outcomes).enumerate() {
        let Ok(signers) = outcome else {
            continue;
        };
        match claim.roster.scheme() {
            Scheme::Ed25519 => singles.extend(split(number, claim, signers)),
            Scheme::Bls => sums.push((number, *claim, signers)),
        }
    }
    let mut refused = Vec::new();
    let ones: Vec<many::One<'_>> = singles.iter().map(|(_, _, one)| *one).collect();
    for ((number, place, _), found) in singles.iter().zip(many::verify(&ones, judge)) {
        refused.extend(found.err().map(|why| (*number, *place, why)));
    }
    let summed = summed(&sums, judge);
    drop((singles, sums));
    // The first of each that is bad is named.
    for (number, place, why) in refused.into_iter().rev() {
        if let (Some(outcome), Some(claim)) = (outcomes.get_mut(number), claims.get(number)) {
            *outcome = Err(by(claim.roster, place, why));
        }
    }
    for (number, error) in summed {
        if let Some(outcome) = outcomes.get_mut(number) {
            *outcome = Err(error);
        }
    }
    outcomes.into_iter().map(|one| one.map(drop)).collect()
}

/// The signatures of a claim one by one, with its number and their members' places.
fn split<'a>(
    number: usize,
    claim: &Claim<'a>,
    signers: &[usize],
) -> Vec<(usize, usize, many::One<'a>)> {
    let (parts, _) = claim.signed.signatures.as_chunks::<ED25519_BYTES>();
    let members = claim.roster.members();
    let one = |(place, signature): (&usize, &'a [u8; ED25519_BYTES])| {
        let Key::Ed25519(key) = &members.get(*place)?.key else {
            return None;
        };
        let message = claim.message;
        let one = many::One {
            key,
            signature,
            message,
        };
        Some((number, *place, one))
    };
    signers.iter().zip(parts).filter_map(one).collect()
}

/// A claim of a sum of BLS12-381, prepared: the signature, the point of the message, the sum of keys.
struct Sum {
    number: usize,
    signature: G1,
    point: G1,
    key: G2,
}

/// The claims of sums that do not hold.
fn summed(claims: &[(usize, Claim<'_>, &Vec<usize>)], judge: &Judge) -> Vec<(usize, Error)> {
    let prepare = |(number, claim, signers): &(usize, Claim<'_>, &Vec<usize>)| {
        let signature = bls::decode_in_group::<G1>(&claim.signed.signatures, "signature");
        let signature =
            signature.map_err(|e| (*number, e.within(slug::SKIP_SIGNATURE, "a link")))?;
        let mut key = G2::nothing();
        for place in *signers {
            if let Some(Key::Bls(made)) = claim.roster.members().get(*place).map(|one| &one.key) {
                made.key.add_to(&mut key);
            }
        }
        Ok(Sum {
            number: *number,
            signature,
            point: G1::hash(claim.message, SIGNATURES),
            key: G2::settled(&key),
        })
    };
    let prepared = many::spread(claims, judge.threads, prepare);
    let mut bad = Vec::new();
    let mut good = Vec::new();
    for one in prepared {
        match one {
            Ok(sum) => good.push(sum),
            Err(error) => bad.push(error),
        }
    }
    let groups: Vec<&[Sum]> = good.chunks(PAIRED).collect();
    let found = many::spread(&groups, judge.threads, |sums: &&[Sum]| {
        let mut coins = Coins::new(&judge.seed);
        if paired(sums, &mut coins) {
            return Vec::new();
        }
        let alone = |one: &&Sum| !bls::verify(&one.signature, &one.point, &one.key);
        sums.iter().filter(alone).map(|one| one.number).collect()
    });
    bad.extend(found.into_iter().flatten().map(|number| {
        let found = "one that does not hold: it is of other data, or not by all who are marked";
        (number, wrong("the sum of the signers' signatures", found))
    }));
    bad
}

/// Whether all of some sums hold: the product of all pairings, each to a random power, is one.
fn paired(sums: &[Sum], coins: &mut Coins) -> bool {
    let mut powers = vec![[0u8; 16]; sums.len()];
    for power in &mut powers {
        coins.fill(power);
    }
    let signatures: Vec<G1> = sums.iter().map(|one| one.signature).collect();
    let start = G1::combined(&signatures, &powers).half_paired(&G2::generator().negated());
    let each = sums.iter().zip(&powers);
    let product = each.fold(start, |product: Gt, (one, power)| {
        let point = G1::combined(&[one.point], &[*power]);
        product.times(&point.half_paired(&one.key))
    });
    product.is_one()
}

/// Whether every member of a roster has the secret of its key: proofs of possession, all in one.
pub(super) fn possessed(roster: &Roster) -> Result<()> {
    let sum = |(number, member): (usize, &Member)| match &member.key {
        Key::Ed25519(_) => None,
        Key::Bls(made) => Some(Sum {
            number,
            signature: made.proof,
            point: G1::hash(&made.key(), POSSESSION),
            key: made.key,
        }),
    };
    let sums: Vec<Sum> = roster
        .members()
        .iter()
        .enumerate()
        .filter_map(sum)
        .collect();
    // Whoever makes a roster knows these numbers only when all of it is made: they are its hash.
    let mut coins = Coins::new(&Sha256::digest(roster.encode()).into());
    if sums.is_empty() || paired(&sums, &mut coins) {
        return Ok(());
    }
    let bad = sums
        .iter()
        .find(|one| !bls::verify(&one.signature, &one.point, &one.key));
    let number = bad.map_or(0, |one| one.number);
    let wanted = "keys whose secrets are had";
    let found = "a proof of possession that does not hold";
    let place = Place::Item("member", number as u64);
    Err(Error::new(slug::SKIP_ROSTER, wanted, found).at(place))
}
