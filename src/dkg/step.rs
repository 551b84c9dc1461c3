//! The steps of a ceremony, each on the messages that lie in the folder: what the state's owner has to
//! say next, and in the end the group and its share.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::ballot::{Count, Got, Review, Standing, complaints};
use super::board::{Board, absent, members};
use super::deal::{Dealt, Pair, read_opening};
use super::message::{Body, Digits, Kind, Message, Sealed, VERSION};
use super::seal::Way;
use super::second::Hiding;
use super::state::State;
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::group::curve::SecretScalar;
use crate::group::{Commitments, Curve, Group, Polynomial, Share};

/// How a member that deals is to misbehave, so that one can see it found out.
#[derive(Clone, Debug, Default)]
pub struct Mischief {
    /// Members who get a wrong share.
    pub wrong_share_to: Vec<u16>,
    /// Hex digits with which the public key is to end, where the others have dealt before.
    pub steer: Option<String>,
}

/// The most tries of who steers.
const STEERED: u32 = 4096;

/// The messages of a dealer: one that all see, and a share for each other member.
pub fn deal<C: Hiding>(state: &State, board: &Board, mischief: &Mischief) -> Result<Vec<Message>> {
    let ceremony = board.ceremony(state)?;
    let steered = match &mischief.steer {
        None => 0,
        Some(ending) => steered::<C>(state, board, ending)?,
    };
    let mut dealt = Dealt::<C>::of(state, &ceremony, steered);
    let mut messages = vec![state.sign(dealt.deal())?];
    let own = state.sealing();
    for to in board.terms.size.members().filter(|to| *to != state.member) {
        let Some(peer) = board.sealing(to) else {
            continue;
        };
        let mut pair = dealt.pair(to);
        if mischief.wrong_share_to.contains(&to) {
            *pair.a = *pair.a + C::number(1);
        }
        let way = Way {
            ceremony: &ceremony,
            from: state.member,
            to,
        };
        messages.push(state.sign(Body::Sealed(Sealed {
            version: VERSION,
            ceremony,
            member: state.member,
            to,
            sealed: Digits(way.seal(&own, peer, &pair.bytes())?),
        }))?);
    }
    Ok(messages)
}

/// Which try makes a key that ends so. Whoever deals last knows the others' commitments, and with plain
/// ones the key that each polynomial of its own would lead to.
fn steered<C: Hiding>(state: &State, board: &Board, ending: &str) -> Result<u32> {
    if state.terms.hiding {
        let wanted = "commitments by which the key can be foreseen";
        return Err(Error::new(slug::DKG_HIDDEN, wanted, "those that hide"));
    }
    let ceremony = board.ceremony(state)?;
    let review = Review::<C>::of(state, board)?;
    let others: Vec<_> = board.missing(Kind::Deal);
    let others: Vec<_> = others.into_iter().filter(|m| *m != state.member).collect();
    if !others.is_empty() {
        return Err(absent(Kind::Deal, &others));
    }
    let good = review
        .deals
        .iter()
        .filter(|(dealer, _)| **dealer != state.member);
    let good = good.filter_map(|(_, read)| read.as_ref().ok());
    let sum = good.fold(C::infinity(), |sum, one| C::plus(&sum, &one.constant()));
    let ends = |tries: &u32| {
        let key = C::plus(&sum, &Dealt::<C>::of(state, &ceremony, *tries).key());
        hex::encode(&C::encode(&key)).ends_with(ending)
    };
    (1..=STEERED).find(ends).ok_or_else(|| {
        let wanted = format!("a key that ends so within {STEERED} tries");
        Error::new(slug::OUT_OF_RANGE, wanted, "none: give fewer digits")
    })
}

/// What came of a check.
pub struct Checked {
    /// How each dealer's deal looks to the state's owner: all is well, or why not.
    pub dealers: Vec<(u16, std::result::Result<(), String>)>,
    /// What its owner has to say.
    pub messages: Vec<Message>,
}

/// Checks the deals and says what the state's owner has to say to them: a vote, answers to complaints;
/// where commitments hide, the opening once all votes are counted, and shares of who does not open.
pub fn check<C: Hiding>(state: &State, board: &Board, over: bool) -> Result<Checked> {
    let ceremony = board.ceremony(state)?;
    let missing = board.missing(Kind::Deal);
    if !over && !missing.is_empty() {
        return Err(absent(Kind::Deal, &missing));
    }
    let review = Review::<C>::of(state, board)?;
    let mut checked = Checked {
        dealers: Vec::new(),
        messages: Vec::new(),
    };
    for dealer in board.terms.size.members() {
        let found = match (review.deals.get(&dealer), review.shares.get(&dealer)) {
            (Some(Err(error)), _) => Err(format!("dealt wrongly: {error}")),
            (_, Some(Got::Bad(why))) => match held(state, &review, board, dealer) {
                Ok(_) => Ok(()),
                Err(_) => Err(why.words().into()),
            },
            (Some(Ok(_)), _) => Ok(()),
            (None, _) => Err("did not deal".into()),
        };
        checked.dealers.push((dealer, found));
    }
    let voted = board.slip(Kind::Vote, state.member, 0).is_some();
    let unsent: Vec<_> = review.shares.iter().filter_map(unsent).collect();
    if !voted && !over && !unsent.is_empty() {
        let wanted = "each dealer's share to this member";
        let found = format!("none of {}", members(&unsent));
        return Err(Error::new(slug::DKG_MISSING, wanted, found));
    }
    if !voted {
        let vote = Body::Vote(review.vote(state, board));
        checked.messages.push(state.sign(vote)?);
    }
    let dealt = Dealt::<C>::of(state, &ceremony, 0);
    for (voter, _) in complaints(board, state.member) {
        if board.slip(Kind::Answer, state.member, voter).is_none() {
            let bare = dealt.pair(voter).bare(ceremony, state.member, voter);
            checked.messages.push(state.sign(Body::Answer(bare))?);
        }
    }
    if state.terms.hiding && voted {
        let more = unveil(state, board, &review, &dealt, over)?;
        checked.messages.extend(more);
    }
    Ok(checked)
}

fn unsent<C: Hiding>((dealer, got): (&u16, &Got<C>)) -> Option<u16> {
    matches!(got, Got::Bad(super::message::Why::Missing)).then_some(*dealer)
}

/// The opening of the state's owner, and the shares of those who open falsely or not at all.
fn unveil<C: Hiding>(
    state: &State,
    board: &Board,
    review: &Review<C>,
    dealt: &Dealt<C>,
    over: bool,
) -> Result<Vec<Message>> {
    let count = match Count::of(review, board, over) {
        Ok(count) => count,
        // Not all have spoken yet; what is said after that waits.
        Err(error) if error.slug == slug::DKG_MISSING => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let (me, ceremony) = (state.member, review.ceremony);
    let mut messages = Vec::new();
    let qualified = count.qualified();
    if qualified.contains(&me) && board.slip(Kind::Opening, me, 0).is_none() {
        let mut coins = state.coins(&ceremony, "opening");
        messages.push(state.sign(dealt.opening(count.settled(), &mut coins))?);
    }
    for dealer in qualified.into_iter().filter(|dealer| *dealer != me) {
        let opens = match opening(review, board, &count, dealer) {
            // Perhaps it is this folder that lacks a vote: that must not cost a dealer its secret.
            Some(Err(error)) if error.slug == slug::DKG_VOTES => return Err(error),
            Some(Err(_)) => false,
            Some(Ok(_)) => true,
            None => !over,
        };
        let pooled = board.slip(Kind::Pooled, me, dealer).is_some();
        if !opens && !pooled {
            let pair = held(state, review, board, dealer)?;
            let bare = pair.bare(ceremony, me, dealer);
            messages.push(state.sign(Body::Pooled(bare))?);
        }
    }
    Ok(messages)
}

/// The commitments that a qualified dealer opened to, or what is wrong with them.
fn opening<C: Hiding>(
    review: &Review<C>,
    board: &Board,
    count: &Count,
    dealer: u16,
) -> Option<Result<Commitments<C>>> {
    let Body::Opening(opening) = &board.slip(Kind::Opening, dealer, 0)?.message.body else {
        return None;
    };
    if opening.settled != count.settled() {
        let wanted = "openings after the same count of votes";
        let found = format!("member {dealer}'s after another");
        return Some(Err(Error::new(slug::DKG_VOTES, wanted, found)));
    }
    let hidden = review.commitments(dealer)?;
    Some(read_opening(&board.terms, opening, hidden))
}

/// The state's owner's share of a qualified dealer's secret: that which was sealed, or the answer to
/// its complaint.
fn held<C: Hiding>(
    state: &State,
    review: &Review<C>,
    board: &Board,
    dealer: u16,
) -> Result<Pair<C>> {
    if let Some(Got::Good(pair)) = review.shares.get(&dealer) {
        return Pair::read(&pair.bytes(), state.terms.hiding).ok_or_else(|| unheld(dealer));
    }
    let answer = board.slip(Kind::Answer, dealer, state.member);
    if let Some(Body::Answer(bare)) = answer.map(|slip| &slip.message.body) {
        let pair = Pair::<C>::of_bare(bare, state.terms.hiding);
        let fits = |pair: &Pair<C>| {
            review
                .commitments(dealer)
                .is_some_and(|to| pair.fits(state.member, to))
        };
        return pair.filter(fits).ok_or_else(|| unheld(dealer));
    }
    Err(unheld(dealer))
}

fn unheld(dealer: u16) -> Error {
    let wanted = format!("the share that member {dealer} sealed to this member, as at the vote");
    Error::new(slug::DKG_DEAL, wanted, "none that opens and fits")
}

/// A group that was made by its members, and one member's share.
pub struct Finished<C: Curve> {
    /// The group.
    pub group: Group<C>,
    /// The share of the state's owner.
    pub share: Share<C>,
    /// How each dealer stands.
    pub standings: BTreeMap<u16, Standing>,
    /// The dealers whose part was put together from the others' shares.
    pub rebuilt: Vec<u16>,
    /// What the transcript is the hash of: the ceremony, a line for each message that counted, the
    /// group.
    pub text: String,
}

impl<C: Curve> Finished<C> {
    /// The hash of all that counted, which all members hold against each other's.
    pub fn transcript(&self) -> [u8; 32] {
        Sha256::digest(&self.text).into()
    }
}

/// Ends a ceremony: counts the votes, adds up what the qualified dealt.
pub fn finish<C: Hiding>(state: &State, board: &Board, over: bool) -> Result<Finished<C>> {
    let review = Review::<C>::of(state, board)?;
    if board.slip(Kind::Vote, state.member, 0).is_none() {
        return Err(absent(Kind::Vote, &[state.member]));
    }
    let count = Count::of(&review, board, over)?;
    let qualified = count.qualified();
    let size = state.terms.size;
    if qualified.len() < usize::from(size.t()) {
        let wanted = format!("{} dealers who qualify", size.t());
        let out = count
            .standings
            .iter()
            .filter_map(|(dealer, standing)| match standing {
                Standing::Out(why) => Some(format!("; member {dealer} {why}")),
                Standing::Qualified => None,
            });
        let found = format!("{}{}", qualified.len(), out.collect::<String>());
        return Err(Error::new(slug::DKG_TOO_FEW, wanted, found));
    }
    let mut text = count.text.clone();
    let mut secret: SecretScalar<C> = Zeroizing::new(C::number(0));
    let mut sum: Option<Commitments<C>> = None;
    let mut rebuilt = Vec::new();
    for dealer in &qualified {
        let (bare, whole) = bare(&review, board, &count, *dealer, over)?;
        if !whole {
            rebuilt.push(*dealer);
        }
        let pair = held(state, &review, board, *dealer)?;
        *secret = *secret + *pair.a;
        sum = Some(sum.map_or_else(|| bare.clone(), |sum| sum.plus(&bare)));
    }
    let sum = sum.unwrap_or_else(|| Commitments::of(Vec::new()));
    let group = Group::of(size, sum)?.with_qualified(qualified)?;
    let share = Share::with(&group, state.member, secret)?;
    share.fits(&group)?;
    text.push_str(&format!("group {}\n", hex::encode(&group.hash())));
    Ok(Finished {
        group,
        share,
        standings: count.standings,
        rebuilt,
        text,
    })
}

/// Feldman's commitments of a qualified dealer, and whether they are as the dealer gave them.
fn bare<C: Hiding>(
    review: &Review<C>,
    board: &Board,
    count: &Count,
    dealer: u16,
    over: bool,
) -> Result<(Commitments<C>, bool)> {
    let dealt = review.commitments(dealer).ok_or_else(|| unheld(dealer))?;
    if !board.terms.hiding {
        return Ok((dealt.clone(), true));
    }
    match opening(review, board, count, dealer) {
        Some(Ok(bare)) => Ok((bare, true)),
        Some(Err(error)) if error.slug == slug::DKG_VOTES => Err(error),
        None if !over => Err(absent(Kind::Opening, &[dealer])),
        _ => Ok((pooled(review, board, dealer)?, false)),
    }
}

/// The commitments of a dealer who does not open, from as many members' shares as are needed.
fn pooled<C: Hiding>(review: &Review<C>, board: &Board, dealer: u16) -> Result<Commitments<C>> {
    let hidden = review.commitments(dealer).ok_or_else(|| unheld(dealer))?;
    let t = usize::from(board.terms.size.t());
    let mut shares: Vec<(u16, C::Scalar)> = Vec::new();
    for slip in board.of(Kind::Pooled) {
        let Body::Pooled(bare) = &slip.message.body else {
            continue;
        };
        let pair = (bare.to == dealer).then(|| Pair::<C>::of_bare(bare, true));
        if let Some(pair) = pair.flatten().filter(|pair| pair.fits(bare.member, hidden)) {
            shares.push((bare.member, *pair.a));
        }
    }
    if shares.len() < t {
        let wanted = format!("{t} members' pooled shares of member {dealer}, who does not open");
        let found = shares.len().to_string();
        return Err(Error::new(slug::DKG_MISSING, wanted, found));
    }
    shares.truncate(t);
    Ok(Polynomial::<C>::of(through::<C>(&shares)?).commitments())
}

/// The coefficients of the polynomial through points, the constant first (Lagrange).
pub(super) fn through<C: Curve>(points: &[(u16, C::Scalar)]) -> Result<Zeroizing<Vec<C::Scalar>>> {
    let number = |x: u16| C::number(x.into());
    let mut sum = Zeroizing::new(vec![C::number(0); points.len()]);
    for (xi, yi) in points {
        let others = points.iter().map(|(xj, _)| *xj).filter(|xj| xj != xi);
        let mut below = C::number(1);
        let mut product = vec![C::number(1)];
        for xj in others {
            below = below * (number(*xi) - number(xj));
            // Times (x - xj).
            let mut longer = vec![C::number(0)];
            longer.extend(&product);
            for (to, term) in longer.iter_mut().zip(&product) {
                *to = *to - *term * number(xj);
            }
            product = longer;
        }
        let twice = || Error::new(slug::SHARE_TWICE, "distinct numbers", format!("{xi} twice"));
        let factor = *yi * C::inverse(&below).ok_or_else(twice)?;
        for (to, term) in sum.iter_mut().zip(&product) {
            *to = *to + *term * factor;
        }
    }
    Ok(sum)
}
