//! Shares dealt, and dealt again: a new key or one that there is among n members; fresh shares of an
//! old key among the same members; and an old key among others. Whoever deals a new key knows it; old
//! keys are nowhere rebuilt (Herzberg and others, CRYPTO '95; Desmedt and Jajodia, 1997).

use std::collections::{BTreeMap, BTreeSet};

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::curve::{Curve, SecretScalar};
use super::polynomial::{Commitments, Lagrange, Polynomial, weights};
use super::{Group, Share, Threshold, blame};
use crate::error::{Error, Result, slug};

/// A group with the shares of its members.
pub struct Dealt<C: Curve> {
    /// The group.
    pub group: Group<C>,
    /// The share of each member, in the order of their numbers.
    pub shares: Vec<Share<C>>,
}

/// Splits a key: a new one, or `key`, which must not be 0.
///
/// ```
/// use decent::coins::Coins;
/// use decent::group::{Ed25519, Threshold, deal};
/// let size = Threshold::new(2, 3).unwrap();
/// let dealt = deal::new::<Ed25519>(size, None, &mut Coins::new(&[1; 32])).unwrap();
/// assert_eq!(dealt.shares.len(), 3);
/// let fresh = deal::refreshed(&dealt.group, &dealt.shares[1..], &mut Coins::new(&[2; 32])).unwrap();
/// assert_eq!(fresh.group.public_key(), dealt.group.public_key());
/// assert!(dealt.shares[0].fits(&fresh.group).is_err());
/// ```
pub fn new<C: Curve>(
    size: Threshold,
    key: Option<&C::Scalar>,
    rng: &mut dyn CryptoRng,
) -> Result<Dealt<C>> {
    let polynomial = match key {
        None => Polynomial::random(size, rng),
        Some(key) => Polynomial::with_constant(key, size, rng),
    };
    let group = Group::of(size, polynomial.commitments())?;
    let shares = size.members().map(|i| Share::of(&group, i, &polynomial));
    let shares = shares.collect::<Result<_>>()?;
    Ok(Dealt { group, shares })
}

/// Which shares are not right, by their places, and why. Those that say they are of the group are
/// checked at once, and in halves where one of them is wrong.
pub fn misfits<C: Curve>(
    group: &Group<C>,
    shares: &[&Share<C>],
    rng: &mut dyn CryptoRng,
) -> Vec<(usize, Error)> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (place, share) in shares.iter().enumerate() {
        match share.belongs(group) {
            Ok(()) => open.push(place),
            Err(error) => found.push((place, error)),
        }
    }
    let mut fit = |places: &[usize]| {
        let some = places.iter().filter_map(|place| shares.get(*place));
        let some: Vec<_> = some.map(|share| (share.member, share.secret())).collect();
        group.commitments().fit_all(&some, rng)
    };
    if !fit(&open) {
        let alone = |place: usize| {
            let share = shares.get(place);
            share.is_none_or(|share| share.fits(group).is_ok())
        };
        for place in blame::wrong(&open, fit, alone) {
            let fits = shares.get(place).map(|share| share.fits(group));
            found.extend(fits.and_then(Result::err).map(|error| (place, error)));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found
}

/// So many shares of distinct members as are needed. All must fit the group.
fn enough<'a, C: Curve>(
    group: &Group<C>,
    shares: &'a [Share<C>],
    rng: &mut dyn CryptoRng,
) -> Result<Vec<&'a Share<C>>> {
    let all: Vec<&Share<C>> = shares.iter().collect();
    if let Some((_, error)) = misfits(group, &all, rng).into_iter().next() {
        return Err(error);
    }
    let t = usize::from(group.size().t());
    let mut members = BTreeSet::new();
    let distinct = all.into_iter().filter(|share| members.insert(share.member));
    let some: Vec<&Share<C>> = distinct.take(t).collect();
    if some.len() < t {
        return Err(too_few(t, some.len()));
    }
    Ok(some)
}

/// Fewer members than are needed.
pub fn too_few(t: usize, found: usize) -> Error {
    let more = t - found.min(t);
    let wanted = match t {
        1 => "the part of a member".into(),
        _ => format!("parts of {t} members"),
    };
    let found = format!("{found} that are right: {more} more");
    Error::new(slug::MEMBERS_TOO_FEW, wanted, found)
}

/// New shares of the same key for every member, with which old ones don't go: a random polynomial
/// whose constant is 0 is added. Shares that are not at hand are found between those that are, at
/// their own places; the key itself is not.
pub fn refreshed<C: Curve>(
    group: &Group<C>,
    shares: &[Share<C>],
    rng: &mut dyn CryptoRng,
) -> Result<Dealt<C>> {
    let some = enough(group, shares, rng)?;
    let (size, zero) = (group.size(), C::number(0));
    if size.t() == 1 {
        let wanted = "a threshold of 2 or more: with 1 every share is the key, and stays it";
        return Err(Error::new(slug::OUT_OF_RANGE, wanted, "1"));
    }
    let random = Polynomial::with_constant(&zero, size, rng);
    let commitments = group.commitments().plus(&random.commitments());
    let renewed = noted(Group::of(size, commitments)?, group)?;
    let members: Vec<u16> = some.iter().map(|share| share.member).collect();
    let known: BTreeMap<u16, &Share<C>> = some.iter().map(|s| (s.member, *s)).collect();
    let between = Lagrange::<C>::of(&members)?;
    let share = |member: u16| {
        let old = match known.get(&member) {
            Some(share) => Zeroizing::new(*share.secret()),
            None => sum(&some, &between.at(member)),
        };
        let secret = Zeroizing::new(*old + *random.at(member));
        Share::with(&renewed, member, secret)
    };
    let shares = size.members().map(share).collect::<Result<_>>()?;
    let group = renewed;
    Ok(Dealt { group, shares })
}

/// The same key among `size` members: each share is itself shared, and what comes of the same member
/// is added with Lagrange's weights. The new commitments must be to the old key.
pub fn reshared<C: Curve>(
    group: &Group<C>,
    shares: &[Share<C>],
    size: Threshold,
    rng: &mut dyn CryptoRng,
) -> Result<Dealt<C>> {
    let some = enough(group, shares, rng)?;
    let members: Vec<u16> = some.iter().map(|share| share.member).collect();
    let weights = weights::<C>(&members)?;
    let dealers: Vec<Polynomial<C>> = some
        .iter()
        .map(|share| Polynomial::with_constant(share.secret(), size, rng))
        .collect();
    let mut commitments: Option<Commitments<C>> = None;
    for (dealer, weight) in dealers.iter().zip(&weights) {
        let part = dealer.commitments().times(weight);
        commitments = Some(match commitments {
            None => part,
            Some(sum) => sum.plus(&part),
        });
    }
    let commitments = commitments.ok_or_else(|| too_few(1, 0))?;
    let renewed = Group::of(size, commitments)?;
    if renewed.public_key() != group.public_key() {
        let wanted = "shares of the group's own key";
        return Err(Error::new(slug::MEMBER_UNFIT, wanted, "those of another"));
    }
    let share = |member: u16| {
        let parts = dealers.iter().zip(&weights);
        let sum = parts.fold(Zeroizing::new(C::number(0)), |sum, (dealer, weight)| {
            Zeroizing::new(*sum + *dealer.at(member) * *weight)
        });
        Share::with(&renewed, member, sum)
    };
    let shares = size.members().map(share).collect::<Result<_>>()?;
    let group = renewed;
    Ok(Dealt { group, shares })
}

/// The sum of shares times weights.
fn sum<C: Curve>(shares: &[&Share<C>], weights: &[C::Scalar]) -> SecretScalar<C> {
    let products = shares.iter().zip(weights);
    products.fold(Zeroizing::new(C::number(0)), |sum, (share, weight)| {
        Zeroizing::new(*sum + *share.secret() * *weight)
    })
}

/// The same with the dealers that the old group notes.
fn noted<C: Curve>(new: Group<C>, old: &Group<C>) -> Result<Group<C>> {
    match old.qualified() {
        None => Ok(new),
        Some(dealers) => new.with_qualified(dealers.to_vec()),
    }
}
