//! Partial signatures made one. Each is checked against its member's public share: many in one, by
//! random multiples, and in halves where that fails, so that the wrong ones are named. The sum of the
//! good ones with Lagrange's weights is checked against the group's key before it is given out.

use std::collections::HashSet;

use rand_core::CryptoRng;

use super::partial::Partial;
use crate::error::{Error, Result, slug};
use crate::group::deal::too_few;
use crate::group::{Group, Pairing, blame, multiple, weights};

/// Bytes of a random multiple.
const MULTIPLE: usize = 16;

/// A signature of the whole group.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined<C: Pairing> {
    /// It holds under the group's key.
    pub signature: C::Signature,
    /// The members whose parts are in it, in the order in which they were given.
    pub members: Vec<u16>,
    /// Parts that were left out, by their places, and why.
    pub blamed: Vec<(usize, Error)>,
}

/// Why there is no signature, and which parts are wrong.
#[derive(Clone, Debug)]
pub struct Refused {
    /// What is missing.
    pub error: Error,
    /// Parts that are wrong, by their places, and why.
    pub blamed: Vec<(usize, Error)>,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        let blamed = Vec::new();
        Self { error, blamed }
    }
}

/// Joins partial signatures of the message that was hashed to `point`. Without the point they are held
/// against each other: all must then be parts of the signature of one and the same message, whichever
/// it is.
pub fn join<C: Pairing>(
    group: &Group<C>,
    partials: &[Partial<C>],
    point: Option<&C::Signature>,
    rng: &mut dyn CryptoRng,
) -> std::result::Result<Joined<C>, Refused> {
    let t = usize::from(group.size().t());
    let mut blamed = Vec::new();
    let mut good: Vec<usize> = Vec::new();
    let mut known = HashSet::new();
    for (i, partial) in partials.iter().enumerate() {
        match partial.belongs(group) {
            Err(error) => blamed.push((i, error)),
            // A copy is no second part, and no wrong one.
            Ok(()) => {
                if known.insert((partial.member, C::encode_signature(&partial.signature))) {
                    good.push(i);
                }
            }
        }
    }
    let pick = |places: &[usize]| -> Vec<&Partial<C>> {
        places.iter().filter_map(|i| partials.get(*i)).collect()
    };
    if let Some(point) = point
        && !all_fit(group, &pick(&good), point, rng)
    {
        let fits = |i: usize| partials.get(i).map(|partial| partial.fits(group, point));
        let wrong = blame::wrong(
            &good,
            |some| all_fit(group, &pick(some), point, rng),
            |i| fits(i).is_none_or(|found| found.is_ok()),
        );
        for i in wrong {
            good.retain(|known| *known != i);
            blamed.extend(fits(i).and_then(Result::err).map(|error| (i, error)));
        }
    }
    blamed.sort_by_key(|(i, _)| *i);
    let distinct = pick(&good);
    let mut members = HashSet::new();
    let first = distinct.iter().filter(|one| members.insert(one.member));
    let some: Vec<&Partial<C>> = first.take(t).copied().collect();
    if some.len() < t {
        let error = too_few(t, some.len());
        return Err(Refused { error, blamed });
    }
    let signature = sum(&some)?;
    let holds = match point {
        Some(point) => C::verify(&signature, point, &group.public_key()),
        None => agree(group, &distinct, &signature)?,
    };
    if !holds {
        let error = differ(point.is_some());
        return Err(Refused { error, blamed });
    }
    Ok(Joined {
        signature,
        members: some.iter().map(|partial| partial.member).collect(),
        blamed,
    })
}

fn differ(known: bool) -> Error {
    let wanted = if known {
        "a signature under the group's key"
    } else {
        "parts of one signature"
    };
    Error::new(
        slug::PARTIALS_DIFFER,
        wanted,
        "parts that don't go together",
    )
}

/// Lagrange's sum of parts of distinct members, as many as are needed.
fn sum<C: Pairing>(some: &[&Partial<C>]) -> Result<C::Signature> {
    let members: Vec<u16> = some.iter().map(|partial| partial.member).collect();
    let weights = weights::<C>(&members)?;
    let products = some.iter().zip(weights);
    Ok(products.fold(C::nothing(), |sum, (partial, weight)| {
        C::joined(&sum, &C::sign(&partial.signature, &weight))
    }))
}

/// Whether all parts are those of one signature, whose message is not known: the key of each member
/// and the sum must stand to each other as the group's key and the part do. One part alone has nothing
/// to be held against.
fn agree<C: Pairing>(
    group: &Group<C>,
    parts: &[&Partial<C>],
    signature: &C::Signature,
) -> Result<bool> {
    if parts.len() < 2 {
        let wanted = "the message, where one part is the whole signature";
        return Err(Error::new(slug::NOTHING_CHECKED, wanted, "none"));
    }
    let key = group.public_key();
    Ok(parts.iter().all(|part| {
        let share = group.public_share(part.member);
        C::match_up((signature, &share), (&part.signature, &key))
    }))
}

/// Whether every part is right: one check for all of them. The sum of random multiples of the parts
/// must be the signature under the sum of the same multiples of their keys, which is a sum of multiples
/// of the commitments.
fn all_fit<C: Pairing>(
    group: &Group<C>,
    parts: &[&Partial<C>],
    point: &C::Signature,
    rng: &mut dyn CryptoRng,
) -> bool {
    let mut multiples = Vec::with_capacity(parts.len());
    let mut members = Vec::with_capacity(parts.len());
    for part in parts {
        let multiple = multiple::<C>(rng);
        let mut low = [0; MULTIPLE];
        let bytes = multiple.to_bytes();
        for (to, from) in low.iter_mut().zip(bytes.iter().rev()) {
            *to = *from;
        }
        multiples.push(low);
        members.push((part.member, multiple));
    }
    let signatures: Vec<C::Signature> = parts.iter().map(|part| part.signature).collect();
    let signature = C::combined(&signatures, &multiples);
    let key = group.commitments().sum_at(&members);
    // Of no parts the sums are infinity, which no check is made of.
    !parts.is_empty() && C::verify(&signature, point, &key)
}
