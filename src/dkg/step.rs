//! The steps of a ceremony, each on the messages that lie in the folder: what the state's owner has to
//! say next, and in the end the group and its share.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::ballot::{Count, Standing};
use super::board::{Board, absent, members};
use super::deal::{Dealt, Pair, STEERED, read_opening};
use super::message::{Body, Kind, Message};
use super::part::Part;
use super::review::{Got, Review, own};
use super::second::Hiding;
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::group::curve::SecretScalar;
use crate::group::{Commitments, Curve, Group, Polynomial, Share, weights};

/// How a member that deals is to misbehave, so that one can see it found out.
#[derive(Clone, Debug, Default)]
pub struct Mischief {
    /// Members who get a wrong share.
    pub wrong_share_to: Vec<u16>,
    /// Hex digits with which the public key is to end, where the others have dealt before.
    pub steer: Option<String>,
}

/// The message of a dealer; none of who deals nothing.
pub fn deal<C: Hiding>(part: &Part<'_, C>, mischief: &Mischief) -> Result<Vec<Message>> {
    let (state, board) = (part.state, part.board);
    let ceremony = part.ceremony()?;
    if !board.dealers().contains(&state.member) {
        return Ok(Vec::new());
    }
    let steered = match &mischief.steer {
        None => 0,
        Some(ending) => steered::<C>(part, ending)?,
    };
    let mut dealt = Dealt::<C>::of(part, &ceremony, steered);
    let members = board.terms.size.members();
    let to: Vec<_> = members
        .filter_map(|to| Some((to, board.sealing(to)?)))
        .collect();
    let body = dealt.deal(part, &to, &mischief.wrong_share_to);
    Ok(vec![state.sign(body)?])
}

/// Which try makes a key that ends so. Whoever deals last knows the others' commitments, and with plain
/// ones the key that each polynomial of its own would lead to.
fn steered<C: Hiding>(part: &Part<'_, C>, ending: &str) -> Result<u32> {
    let (state, board) = (part.state, part.board);
    if state.terms.hiding || state.terms.reshares.is_some() {
        let wanted = "commitments by which the key can be foreseen";
        let found = if state.terms.hiding {
            "those that hide"
        } else {
            "a key that stays"
        };
        return Err(Error::new(slug::DKG_HIDDEN, wanted, found));
    }
    let ceremony = part.ceremony()?;
    let review = Review::<C>::of(part)?;
    let others: Vec<_> = board.missing(Kind::Deal);
    let others: Vec<_> = others.into_iter().filter(|m| *m != state.member).collect();
    if !others.is_empty() {
        return Err(absent(Kind::Deal, &others));
    }
    let good = review
        .deals
        .iter()
        .filter(|(dealer, _)| **dealer != state.member);
    let good = good.filter_map(|(_, deal)| deal.read.as_ref().ok());
    let sum = good.fold(C::infinity(), |sum, one| C::plus(&sum, &one.constant()));
    let ends = |tries: &u32| {
        let key = C::plus(&sum, &Dealt::<C>::of(part, &ceremony, *tries).key());
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

/// Checks the deals and says what the state's owner has to say to them: a vote; where commitments hide,
/// the opening once all votes are counted, and shares of who does not open.
pub fn check<C: Hiding>(part: &Part<'_, C>, over: bool) -> Result<Checked> {
    let (state, board) = (part.state, part.board);
    let ceremony = part.ceremony()?;
    let missing = board.missing(Kind::Deal);
    if !over && !missing.is_empty() {
        return Err(absent(Kind::Deal, &missing));
    }
    let review = Review::of(part)?;
    let mut checked = Checked {
        dealers: found(part, &review),
        messages: Vec::new(),
    };
    let voted = board.slip(Kind::Vote, state.member, 0).is_some();
    let mut say = |body| {
        checked.messages.push(said(part, body)?);
        Ok(())
    };
    say(Body::Vote(review.vote(part)))?;
    // What is opened is settled by all votes, the own one among them.
    if board.dealers().contains(&state.member) && state.terms.hiding && voted {
        unveil(part, &review, &own(part, &ceremony), over, &mut say)?;
    }
    Ok(checked)
}

/// How each dealer's deal looks.
fn found<C: Hiding>(
    part: &Part<'_, C>,
    review: &Review<'_, C>,
) -> Vec<(u16, std::result::Result<(), String>)> {
    let one = |dealer| match (review.deals.get(&dealer), review.shares.get(&dealer)) {
        (None, _) => Err("did not deal".into()),
        (Some(deal), got) => match (&deal.read, got) {
            (Err(error), _) => Err(format!("dealt wrongly: {error}")),
            (_, Some(Got::Bad(why))) => Err(why.words().into()),
            _ => Ok(()),
        },
    };
    let dealers = part.board.dealers().into_iter();
    dealers.map(|dealer| (dealer, one(dealer))).collect()
}

/// A message of the state's owner; what it has said before stands.
fn said<C: Hiding>(part: &Part<'_, C>, body: Body) -> Result<Message> {
    let there = part.board.slip(body.kind(), part.state.member, body.to());
    match there {
        Some(slip) => Ok(slip.message.clone()),
        None => part.state.sign(body),
    }
}

/// Says the opening of the state's owner, and the shares of those who open falsely or not at all.
fn unveil<C: Hiding>(
    part: &Part<'_, C>,
    review: &Review<'_, C>,
    dealt: &Dealt<C>,
    over: bool,
    say: &mut dyn FnMut(Body) -> Result<()>,
) -> Result<()> {
    let (me, board, ceremony) = (part.state.member, part.board, review.ceremony);
    let count = match Count::of(review, board, over) {
        Ok(count) => count,
        // Not all have spoken yet; what is said after that waits.
        Err(error) if error.slug == slug::DKG_MISSING => return Ok(()),
        Err(error) => return Err(error),
    };
    let qualified = count.qualified();
    counted_alike(review, board, &count)?;
    if qualified.contains(&me) {
        let mut coins = part.state.coins(&ceremony, "opening");
        say(dealt.opening(count.settled(), &mut coins))?;
    }
    let mut silent = Vec::new();
    for dealer in qualified.into_iter().filter(|dealer| *dealer != me) {
        match opening(review, board, &count, dealer) {
            Opened::Whole(_) => {}
            Opened::Not if !over => {}
            _ => silent.push(dealer),
        }
    }
    // More than cheaters are: their openings are late, and to pool them all gives the key away.
    if silent.len() >= board.terms.size.t().into() {
        let opened = board.slip(Kind::Opening, me, 0).is_some();
        // Somebody has to be the first.
        return if opened {
            Err(absent(Kind::Opening, &silent))
        } else {
            Ok(())
        };
    }
    for dealer in silent {
        let pair = held(part, review, dealer)?;
        say(Body::Pooled(pair.bare(ceremony, me, dealer)))?;
    }
    Ok(())
}

/// What a qualified dealer has opened.
enum Opened<C: Hiding> {
    /// Its commitments.
    Whole(Commitments<C>),
    /// Nothing that helps, and why it does not.
    Wrong(&'static str),
    /// Nothing yet.
    Not,
}

/// What a qualified dealer has opened to. Any opening that holds will do.
fn opening<C: Hiding>(
    review: &Review<'_, C>,
    board: &Board,
    count: &Count,
    dealer: u16,
) -> Opened<C> {
    let mut opened = Opened::Not;
    for slip in board.slips(Kind::Opening, dealer, 0) {
        let (Body::Opening(opening), Some(hidden)) =
            (&slip.message.body, review.commitments(dealer))
        else {
            continue;
        };
        if opening.settled != count.settled() {
            opened = Opened::Wrong(ODD);
            continue;
        }
        match read_opening(&board.terms, opening, hidden) {
            Ok(bare) => return Opened::Whole(bare),
            Err(_) => opened = Opened::Wrong("opened something else than it had dealt"),
        }
    }
    opened
}

/// What is wrong with an opening after another count.
const ODD: &str = "opened after another count of the votes";

/// Refuses where so many opened after another count than this folder's that it is this folder which
/// lacks something: that must not cost them their secrets.
fn counted_alike<C: Hiding>(review: &Review<'_, C>, board: &Board, count: &Count) -> Result<()> {
    let odd = |dealer: &u16| match opening(review, board, count, *dealer) {
        Opened::Wrong(why) => why == ODD,
        _ => false,
    };
    let odd: Vec<u16> = count.qualified().into_iter().filter(odd).collect();
    if odd.len() < board.terms.size.t().into() {
        return Ok(());
    }
    let wanted = "openings after the same count of votes as in this folder";
    let found = format!("those of {} after another", members(&odd));
    Err(Error::new(slug::DKG_VOTES, wanted, found))
}

/// The state's owner's share of a qualified dealer's secret.
fn held<C: Hiding>(part: &Part<'_, C>, review: &Review<'_, C>, dealer: u16) -> Result<Pair<C>> {
    match review.shares.get(&dealer) {
        Some(Got::Good(pair)) => Pair::read(&pair.bytes(), part.state.terms.hiding),
        _ => None,
    }
    .ok_or_else(|| unheld(dealer))
}

fn unheld(dealer: u16) -> Error {
    let wanted = format!("a share of member {dealer} that fits, or this member's complaint");
    Error::new(slug::DKG_DEAL, wanted, "neither: it voted before that deal")
}

/// A group that was made by its members, and one member's share.
pub struct Finished<C: Curve> {
    /// The group.
    pub group: Group<C>,
    /// The share of the state's owner.
    pub share: Share<C>,
    /// How each dealer stands.
    pub standings: BTreeMap<u16, Standing>,
    /// The dealers whose part was put together from the others' shares, and why.
    pub rebuilt: BTreeMap<u16, &'static str>,
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
pub fn finish<C: Hiding>(part: &Part<'_, C>, over: bool) -> Result<Finished<C>> {
    let (state, board) = (part.state, part.board);
    let review = Review::<C>::of(part)?;
    if board.slip(Kind::Vote, state.member, 0).is_none() {
        return Err(absent(Kind::Vote, &[state.member]));
    }
    let count = Count::of(&review, board, over)?;
    let qualified = count.qualified();
    enough(part, &count)?;
    counted_alike(&review, board, &count)?;
    if qualified.iter().all(|dealer| is_public(board, *dealer)) {
        let wanted = "a dealer whose shares are secret";
        let found = "none: pooled shares give the key away";
        return Err(Error::new(slug::DKG_TOO_FEW, wanted, found));
    }
    let mut text = count.text.clone();
    let mut secret: SecretScalar<C> = Zeroizing::new(C::number(0));
    let mut sum: Option<Commitments<C>> = None;
    let mut rebuilt = BTreeMap::new();
    for (dealer, weight) in weighed(part, &qualified)? {
        let (mut bare, wrong) = bare(&review, board, &count, dealer, over)?;
        rebuilt.extend(wrong.map(|why| (dealer, why)));
        let pair = held(part, &review, dealer)?;
        match weight {
            None => *secret = *secret + *pair.a,
            Some(weight) => {
                *secret = *secret + *pair.a * weight;
                bare = bare.times(&weight);
            }
        }
        sum = Some(sum.map_or_else(|| bare.clone(), |sum| sum.plus(&bare)));
    }
    let sum = sum.unwrap_or_else(|| Commitments::of(Vec::new()));
    let group = Group::of(state.terms.size, sum)?.with_qualified(qualified)?;
    let share = Share::with(&group, state.member, secret)?;
    share.fits(&group)?;
    text.extend(["group ", &hex::encode(&group.hash()), "\n"]);
    Ok(Finished {
        group,
        share,
        standings: count.standings,
        rebuilt,
        text,
    })
}

/// Whether so many shares of a dealer's are published that anybody has its polynomial.
fn is_public(board: &Board, dealer: u16) -> bool {
    let pooled = board
        .of(Kind::Pooled)
        .filter_map(|slip| match &slip.message.body {
            Body::Pooled(bare) if bare.to == dealer => Some(bare.member),
            _ => None,
        });
    let known: BTreeSet<u16> = pooled.collect();
    known.len() >= board.terms.size.t().into()
}

/// Refuses where fewer dealers qualify than a key needs, and says why each other one is out.
fn enough<C: Hiding>(part: &Part<'_, C>, count: &Count) -> Result<()> {
    let (qualified, size) = (count.qualified().len(), part.state.terms.size);
    let needed = part.group().map_or(size, Group::size).t();
    if qualified >= needed.into() {
        return Ok(());
    }
    let out = count.standings.iter();
    let out = out.filter_map(|(dealer, standing)| match standing {
        Standing::Out(why) => Some(format!("; member {dealer} {why}")),
        Standing::Qualified => None,
    });
    let found = format!("{qualified}{}", out.collect::<String>());
    let wanted = format!("{needed} dealers who qualify");
    Err(Error::new(slug::DKG_TOO_FEW, wanted, found))
}

/// The qualified dealers; where they deal shares of a key that there is, with Lagrange's weights.
fn weighed<C: Hiding>(
    part: &Part<'_, C>,
    qualified: &[u16],
) -> Result<Vec<(u16, Option<C::Scalar>)>> {
    if part.group().is_none() {
        return Ok(qualified.iter().map(|dealer| (*dealer, None)).collect());
    }
    let old = qualified
        .iter()
        .filter_map(|dealer| part.board.old(*dealer));
    let weights = weights::<C>(&old.collect::<Vec<_>>())?;
    let weights = weights.into_iter().map(Some);
    Ok(qualified.iter().copied().zip(weights).collect())
}

/// Feldman's commitments of a qualified dealer, and why they are not as the dealer gave them.
fn bare<C: Hiding>(
    review: &Review<'_, C>,
    board: &Board,
    count: &Count,
    dealer: u16,
    over: bool,
) -> Result<(Commitments<C>, Option<&'static str>)> {
    let dealt = review.commitments(dealer).ok_or_else(|| unheld(dealer))?;
    if !board.terms.hiding {
        return Ok((dealt.clone(), None));
    }
    let why = match opening(review, board, count, dealer) {
        Opened::Whole(bare) => return Ok((bare, None)),
        Opened::Not if !over => return Err(absent(Kind::Opening, &[dealer])),
        Opened::Not => "did not open",
        Opened::Wrong(why) => why,
    };
    Ok((pooled(review, board, (dealer, why))?, Some(why)))
}

/// The commitments of a dealer who does not open, from as many members' shares as are needed.
fn pooled<C: Hiding>(
    review: &Review<'_, C>,
    board: &Board,
    (dealer, why): (u16, &str),
) -> Result<Commitments<C>> {
    let hidden = review.commitments(dealer).ok_or_else(|| unheld(dealer))?;
    let t = usize::from(board.terms.size.t());
    let mut shares: Vec<(u16, C::Scalar)> = Vec::new();
    for slip in board.of(Kind::Pooled) {
        let Body::Pooled(bare) = &slip.message.body else {
            continue;
        };
        let pair = (bare.to == dealer).then(|| Pair::<C>::of_bare(bare, true));
        let fits = pair.flatten().filter(|pair| pair.fits(bare.member, hidden));
        // One of a member is enough.
        let known = shares.iter().any(|(member, _)| *member == bare.member);
        if let Some(pair) = fits.filter(|_| !known) {
            shares.push((bare.member, *pair.a));
        }
    }
    if shares.len() < t {
        let wanted = format!("{t} members' pooled shares of member {dealer}, who {why}");
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
    for (i, (xi, yi)) in points.iter().enumerate() {
        let others = points.iter().enumerate().filter(|(j, _)| *j != i);
        let others = others.map(|(_, (xj, _))| *xj);
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
