//! Partial signatures put together, RFC 9591 section 5.3; who is wrong is named.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::commitment::short;
use super::order::{key_bytes, point_bytes};
use super::sign::{faulty, session};
use super::steps::Steps;
use super::{Failed, Order, Partial, Roster, Session, explain, scheme};
use crate::error::{Error, Place, Result, slug};
use crate::group::{Curve, Ed25519, Group};
use crate::sig::comments::Commented;
use crate::sig::ed25519::verify_short;
use crate::watch::Watch;

/// What came of putting together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// A signature of the message under the group's key, checked.
    pub signature: [u8; 64],
    /// Which of the partial signatures are copies of others.
    pub copies: Vec<usize>,
}

/// Why there is no signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which of the partial signatures are wrong, and why.
    pub blamed: Vec<(usize, Error)>,
    /// What it comes to.
    pub error: Error,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self {
            blamed: Vec::new(),
            error,
        }
    }
}

/// Who signs, of which group.
pub type Parties<'a> = (&'a Group<Ed25519>, &'a Roster);

/// Puts the partial signatures on minisign's comment together: the comment, and its signature. `first`
/// is the signature of the file.
pub fn join_comment(
    parties: Parties<'_>,
    order: &Order,
    first: &[u8; 64],
    partials: &[Partial],
    watch: &dyn Watch,
) -> std::result::Result<(String, Joined), Refused> {
    let message = |comment: &str| Commented::global_message(first, comment.as_bytes());
    let signs = |one: &&Partial| {
        let said = one.comment.as_deref().map(message);
        said.is_some_and(|said| one.message == <[u8; 32]>::from(Sha256::digest(said)))
    };
    let usual = partials.iter().find(signs).or(partials.first());
    let Some(comment) = usual.and_then(|one| one.comment.clone()) else {
        let words = "the file is signed, the comment that minisign wants is not";
        return Err(Error::new(slug::FROST_COMMENT, "", words).into());
    };
    // What a part says of its comment is not what counts, but must not differ.
    let others = partials.iter().enumerate();
    let others = others.filter(|(_, one)| one.comment.as_ref() != Some(&comment));
    refuse(
        others
            .map(|(at, one)| (at, wrong(one.member, "", OTHER_COMMENT)))
            .collect(),
    )?;
    let joined = join(parties, order, &message(&comment), partials, watch)?;
    Ok((comment, joined))
}

/// Why a part of a second signature does not go with the rest.
const OTHER_COMMENT: &str = "it is on another comment, or another first signature";

/// Puts the partial signatures on one message together: those of all who committed, in any order, a
/// copy of one does no harm. They are all first ones, or all on a comment.
pub fn join(
    (group, roster): Parties<'_>,
    order: &Order,
    message: &[u8],
    partials: &[Partial],
    watch: &dyn Watch,
) -> std::result::Result<Joined, Refused> {
    let second = partials.iter().any(|one| one.comment.is_some());
    let digest: [u8; 32] = Sha256::digest(message).into();
    let commitments = roster.digest();
    let mut given: BTreeMap<u16, (usize, &Partial)> = BTreeMap::new();
    let (mut copies, mut blamed) = (Vec::new(), Vec::new());
    for (at, one) in partials.iter().enumerate() {
        if let Err(error) = fits(one, (group, roster), order, (&commitments, &digest)) {
            blamed.push((at, error));
            continue;
        }
        match given.get(&one.member) {
            Some((_, other)) if *other == one => copies.push(at),
            Some((_, _)) => blamed.push((at, wrong(one.member, "one partial signature", "two"))),
            None => drop(given.insert(one.member, (at, one))),
        }
    }
    refuse(blamed)?;
    let missing: Vec<_> = roster
        .members()
        .filter(|one| !given.contains_key(one))
        .collect();
    if !missing.is_empty() {
        let missing: Vec<_> = missing.iter().map(u16::to_string).collect();
        let wanted = format!(
            "partial signatures of all who committed, {}",
            roster.named()
        );
        let found = format!("none of {}", missing.join(", "));
        return Err(Error::new(slug::FROST_TOO_FEW, wanted, found).into());
    }
    let public_key = key_bytes(group);
    let session = session(group, &public_key, roster, second, message);
    let known = given.keys().map(|member| {
        let share = group.public_share(*member);
        (*member, point_bytes(&share))
    });
    let known: BTreeMap<_, _> = known.collect();
    let shares = given
        .iter()
        .map(|(member, (_, one))| (*member, one.signature));
    let shares: BTreeMap<_, _> = shares.collect();
    let steps = Steps::of(&session);
    if let Some(steps) = &steps {
        explain::joining(steps, &session, &known, &shares, watch);
        // Errors that cancel each other out, or parts under each other's names, give a good sum.
        refuse(unfit(steps, &session, &known, &given))?;
    }
    let signature = scheme::join(&session, &known, &shares);
    let signature = signature.map_err(|failed| blame(failed, &given))?;
    if verify_short(&public_key, &signature, message).is_err() {
        let words = "the signature that was made does not hold: this computer erred";
        return Err(Error::new(slug::SIGNING_FAILED, "", words).into());
    }
    explain::joined(&signature, watch);
    Ok(Joined { signature, copies })
}

/// Whether a partial signature goes with the rest, before its number is looked at.
fn fits(
    one: &Partial,
    (group, roster): Parties<'_>,
    order: &Order,
    (commitments, message): (&[u8; 32], &[u8; 32]),
) -> Result<()> {
    let member = one.member;
    if one.group != group.hash() {
        let wanted = format!("a partial signature for group {}", group.short_name());
        let found = format!("one for group {}", short(&one.group));
        return Err(wrong(member, wanted, found));
    }
    if roster.of_member(member).is_none() {
        let wanted = format!("one of the members who committed, {}", roster.named());
        return Err(wrong(member, wanted, "another"));
    }
    if one.order != *order {
        let wanted = format!("a part of a signature in the format {order}");
        return Err(wrong(member, wanted, one.order.to_string()));
    }
    if one.commitments != *commitments {
        let found = "it was signed with other commitments";
        return Err(wrong(member, "", found));
    }
    if one.message != *message {
        let found = match one.comment {
            None => "it is on another message",
            Some(_) => OTHER_COMMENT,
        };
        return Err(wrong(member, "", found));
    }
    Ok(())
}

/// Those whose part does not fit their public share, section 5.4.
fn unfit(
    steps: &Steps,
    session: &Session<'_>,
    known: &BTreeMap<u16, [u8; 32]>,
    given: &BTreeMap<u16, (usize, &Partial)>,
) -> Vec<(usize, Error)> {
    let mut blamed = Vec::new();
    for ((member, (at, one)), public_share) in given.iter().zip(known.values()) {
        if Ed25519::scalar_of(&one.signature).is_none() {
            let wanted = "a number below the order";
            blamed.push((*at, wrong(*member, wanted, "one past it")));
        } else if steps.holds(session, *member, public_share, &one.signature) != Some(true) {
            let found = "it does not fit the member's public share";
            blamed.push((*at, wrong(*member, "", found)));
        }
    }
    blamed
}

/// Those whom the scheme blames.
fn blame(failed: Failed, given: &BTreeMap<u16, (usize, &Partial)>) -> Refused {
    let blamed = failed.culprits.iter().filter_map(|member| {
        let (at, _) = given.get(member)?;
        Some((*at, wrong(*member, "", failed.why)))
    });
    match refuse(blamed.collect()) {
        Err(refused) => refused,
        Ok(()) => faulty(failed).into(),
    }
}

fn refuse(blamed: Vec<(usize, Error)>) -> std::result::Result<(), Refused> {
    match blamed.first() {
        None => Ok(()),
        Some((_, error)) => {
            let error = error.clone();
            Err(Refused { blamed, error })
        }
    }
}

fn wrong(
    member: u16,
    wanted: impl Into<std::borrow::Cow<'static, str>>,
    found: impl Into<std::borrow::Cow<'static, str>>,
) -> Error {
    let place = Place::Item("member", member.into());
    Error::new(slug::FROST_PARTIAL, wanted, found).at(place)
}
