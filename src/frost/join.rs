//! Partial signatures put together, RFC 9591 section 5.3; who is wrong is named.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::commitment::short;
use super::order::{key_bytes, point_bytes};
use super::sign::{faulty, session};
use super::steps::Steps;
use super::{Failed, Order, Partial, Roster, Session, explain, scheme};
use crate::error::{Error, Place, Result, slug};
use crate::group::{Curve, Ed25519, Group, blame};
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
    /// Which of them are wrong, and why, of members of whom another one is right.
    pub left_out: Vec<(usize, Error)>,
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

/// What the parts of most members say; of several that as many say, the first.
///
/// ```
/// use decent::frost::usual;
/// assert_eq!(usual([(1, &"a"), (2, &"b"), (2, &"b"), (3, &"b")].into_iter()), Some(&"b"));
/// assert_eq!(usual([(1, &"a"), (2, &"b"), (2, &"b")].into_iter()), Some(&"a"));
/// ```
pub fn usual<'a, T: PartialEq>(said: impl Iterator<Item = (u16, &'a T)>) -> Option<&'a T> {
    let mut all: Vec<(&T, BTreeSet<u16>)> = Vec::new();
    for (member, one) in said {
        match all.iter_mut().find(|(known, _)| *known == one) {
            Some((_, members)) => drop(members.insert(member)),
            None => all.push((one, BTreeSet::from([member]))),
        }
    }
    let most = all.iter().map(|(_, members)| members.len()).max()?;
    let first = all.iter().find(|(_, members)| members.len() == most);
    first.map(|(one, _)| *one)
}

/// Puts the partial signatures on minisign's comment together: the comment, which is the `wanted` one or
/// that of most members, and its signature. `first` is the signature of the file.
pub fn join_comment(
    parties: Parties<'_>,
    order: &Order,
    (first, wanted): (&[u8; 64], Option<&str>),
    partials: &[Partial],
    watch: &dyn Watch,
) -> std::result::Result<(String, Joined), Refused> {
    let message = |comment: &str| Commented::global_message(first, comment.as_bytes());
    let signs = |one: &&Partial| {
        let said = one.comment.as_deref().map(message);
        said.is_some_and(|said| one.message == <[u8; 32]>::from(Sha256::digest(said)))
    };
    let said = |one: &'_ Partial| Some((one.member, one.comment.clone()?));
    let signed: Vec<_> = partials.iter().filter(signs).filter_map(said).collect();
    let all: Vec<_> = partials.iter().filter_map(said).collect();
    let most = |said: &[(u16, String)]| usual(said.iter().map(|(m, c)| (*m, c))).cloned();
    let known = most(&signed).or_else(|| most(&all));
    let known = known.map(|known| wanted.map_or(known, str::to_owned));
    let Some(comment) = known else {
        let words = "the file is signed, the comment that minisign wants is not";
        return Err(Error::new(slug::FROST_COMMENT, "", words).into());
    };
    let said = (&*message(&comment), Some(&*comment));
    let joined = joined(parties, order, said, partials, watch)?;
    Ok((comment, joined))
}

/// Why a part of a second signature does not go with the rest.
const OTHER_COMMENT: &str = "it is on another comment, or another first signature";

/// Puts the partial signatures on one message together: those of all who committed, in any order, a
/// copy of one does no harm, and of two of one member the one that holds counts. They are all first
/// ones, or all on a comment.
pub fn join(
    parties: Parties<'_>,
    order: &Order,
    message: &[u8],
    partials: &[Partial],
    watch: &dyn Watch,
) -> std::result::Result<Joined, Refused> {
    let comment = usual(partials.iter().map(|one| (one.member, &one.comment)));
    let comment = comment.and_then(Option::as_deref);
    joined(parties, order, (message, comment), partials, watch)
}

fn joined(
    (group, roster): Parties<'_>,
    order: &Order,
    (message, comment): (&[u8], Option<&str>),
    partials: &[Partial],
    watch: &dyn Watch,
) -> std::result::Result<Joined, Refused> {
    let wanted = Wanted {
        group,
        roster,
        order,
        comment,
        commitments: roster.digest(),
        message: Sha256::digest(message).into(),
    };
    let mut given: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    let (mut copies, mut blamed) = (Vec::new(), Vec::new());
    for (at, one) in partials.iter().enumerate() {
        if let Err(error) = wanted.fits(one) {
            blamed.push((at, error));
            continue;
        }
        let known = given.entry(one.member).or_default();
        if known.iter().any(|known| partials.get(*known) == Some(one)) {
            copies.push(at);
        } else {
            known.push(at);
        }
    }
    // What is wrong does no harm where the same member has sent what may be right.
    let named = |at: usize| {
        partials
            .get(at)
            .is_some_and(|one| given.contains_key(&one.member))
    };
    let (mut left_out, wrong): (Vec<_>, Vec<_>) =
        blamed.into_iter().partition(|(at, _)| named(*at));
    refuse_all(wrong, &mut left_out)?;
    if roster.members().any(|one| !given.contains_key(&one)) {
        return Err(too_few(roster, &given).into());
    }
    let public_key = key_bytes(group);
    let session = session(group, &public_key, roster, comment.is_some(), message);
    let steps = Steps::of(&session);
    let checked = Checked {
        group,
        session: &session,
        steps: steps.as_ref(),
        partials,
    };
    let chosen = checked.chosen(&given, &mut left_out);
    let shares = |(member, at): (&u16, &usize)| Some((*member, partials.get(*at)?.signature));
    let shares: BTreeMap<_, _> = chosen.iter().filter_map(shares).collect();
    if let Some(steps) = &steps {
        explain::joining(steps, &session, group, &shares, watch);
        // Errors that cancel each other out, or parts under each other's names, give a good sum.
        refuse_all(checked.unfit(&chosen), &mut left_out)?;
    }
    let signature = whole(&session, &chosen, &shares)?;
    explain::joined(&signature, watch);
    Ok(Joined {
        signature,
        copies,
        left_out,
    })
}

/// The signature of parts that were found to be right, checked once more.
fn whole(
    session: &Session<'_>,
    chosen: &BTreeMap<u16, usize>,
    shares: &BTreeMap<u16, [u8; 32]>,
) -> std::result::Result<[u8; 64], Refused> {
    // It looks at public shares only to find who is wrong, and that was done: to find each one's would
    // cost t times as much as all the rest.
    let key = *session.public_key;
    let anything = chosen.keys().map(|member| (*member, key)).collect();
    let signature = scheme::join(session, &anything, shares);
    let signature = signature.map_err(|failed| culprits(failed, chosen))?;
    if verify_short(&key, &signature, session.message).is_err() {
        let words = "the signature that was made does not hold: this computer erred";
        return Err(Error::new(slug::SIGNING_FAILED, "", words).into());
    }
    Ok(signature)
}

/// Refuses where something is wrong, and tells with it what would have been left out.
fn refuse_all(
    mut wrong: Vec<(usize, Error)>,
    left_out: &mut Vec<(usize, Error)>,
) -> std::result::Result<(), Refused> {
    if !wrong.is_empty() {
        wrong.append(left_out);
        wrong.sort_by_key(|(at, _)| *at);
    }
    refuse(wrong)
}

fn too_few(roster: &Roster, given: &BTreeMap<u16, Vec<usize>>) -> Error {
    let missing = roster.members().filter(|one| !given.contains_key(one));
    let missing: Vec<_> = missing.map(|one| one.to_string()).collect();
    let wanted = format!(
        "partial signatures of all who committed, {}",
        roster.named()
    );
    let found = format!("none of {}", missing.join(", "));
    Error::new(slug::FROST_TOO_FEW, wanted, found)
}

/// What a partial signature must say of itself.
struct Wanted<'a> {
    group: &'a Group<Ed25519>,
    roster: &'a Roster,
    order: &'a Order,
    comment: Option<&'a str>,
    commitments: [u8; 32],
    message: [u8; 32],
}

impl Wanted<'_> {
    /// Whether a partial signature goes with the rest, before its number is looked at.
    fn fits(&self, one: &Partial) -> Result<()> {
        let (member, group, roster) = (one.member, self.group, self.roster);
        if one.group != group.hash() {
            let wanted = format!("a partial signature for group {}", group.short_name());
            let found = format!("one for group {}", short(&one.group));
            return Err(wrong(member, wanted, found));
        }
        if roster.of_member(member).is_none() {
            let wanted = format!("one of the members who committed, {}", roster.named());
            return Err(wrong(member, wanted, "another"));
        }
        if one.order != *self.order {
            let wanted = format!("a part of a signature in the format {}", self.order);
            return Err(wrong(member, wanted, one.order.to_string()));
        }
        if one.commitments != self.commitments {
            let found = "it was signed with other commitments";
            return Err(wrong(member, "", found));
        }
        if one.message != self.message || one.comment.as_deref() != self.comment {
            let found = match one.comment {
                None => "it is on another message",
                Some(_) => OTHER_COMMENT,
            };
            return Err(wrong(member, "", found));
        }
        Ok(())
    }
}

/// Parts whose numbers are looked at.
struct Checked<'a> {
    group: &'a Group<Ed25519>,
    session: &'a Session<'a>,
    /// None where a commitment is no point.
    steps: Option<&'a Steps>,
    partials: &'a [Partial],
}

impl Checked<'_> {
    /// Why a part does not fit its member's public share, section 5.4.
    fn alone(&self, at: usize) -> Result<()> {
        let (Some(one), Some(steps)) = (self.partials.get(at), self.steps) else {
            return Ok(());
        };
        if Ed25519::scalar_of(&one.signature).is_none() {
            return Err(wrong(one.member, "a number below the order", "one past it"));
        }
        let public = point_bytes(&self.group.public_share(one.member));
        match steps.holds(self.session, one.member, &public, &one.signature) {
            Some(true) => Ok(()),
            _ => Err(wrong(one.member, "", UNFIT)),
        }
    }

    /// One part of each member: the one that holds, where there are several.
    fn chosen(
        &self,
        given: &BTreeMap<u16, Vec<usize>>,
        left_out: &mut Vec<(usize, Error)>,
    ) -> BTreeMap<u16, usize> {
        let mut chosen = BTreeMap::new();
        for (member, places) in given {
            let Some(first) = places.first() else {
                continue;
            };
            let holds = |at: &&usize| places.len() == 1 || self.alone(**at).is_ok();
            let right = places.iter().find(holds).unwrap_or(first);
            chosen.insert(*member, *right);
            for other in places.iter().filter(|at| *at != right) {
                left_out.extend(self.alone(*other).err().map(|error| (*other, error)));
            }
        }
        left_out.sort_by_key(|(at, _)| *at);
        chosen
    }

    /// Those whose part does not fit: all are checked at once, and in halves where one is wrong.
    fn unfit(&self, chosen: &BTreeMap<u16, usize>) -> Vec<(usize, Error)> {
        let Some(steps) = self.steps else {
            return Vec::new();
        };
        let places: Vec<usize> = chosen.values().copied().collect();
        let all = |places: &[usize]| {
            let some = places.iter().filter_map(|at| self.partials.get(*at));
            let some: Vec<_> = some.map(|one| (one.member, one.signature)).collect();
            steps.all_hold(self.session, self.group, &some) == Some(true)
        };
        if all(&places) {
            return Vec::new();
        }
        let wrong = blame::wrong(&places, all, |at| self.alone(at).is_ok());
        let said = |at: usize| Some((at, self.alone(at).err()?));
        wrong.into_iter().filter_map(said).collect()
    }
}

/// Why a part is not its member's.
const UNFIT: &str = "it does not fit the member's public share";

/// Those whom the scheme blames.
fn culprits(failed: Failed, chosen: &BTreeMap<u16, usize>) -> Refused {
    let blamed = failed.culprits.iter().filter_map(|member| {
        let at = chosen.get(member)?;
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
