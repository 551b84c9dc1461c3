//! Who is in and who is out: each member's view of each deal, the votes of all, and what follows from
//! them for everybody alike. A dealer is out whose proof does not hold, or who does not answer a
//! complaint with a share that fits; what is out is named with the reason.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::board::{Board, absent, members};
use super::deal::{Dealt, Pair, STEERED, read_deal};
use super::message::{Body, Complaint, Deal, Kind, Seen, VERSION, Vote, Why};
use super::part::Part;
use super::seal::Way;
use super::second::Hiding;
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::group::Commitments;

/// What came of the share that one dealer sealed to the reader.
pub(super) enum Got<C: Hiding> {
    Good(Pair<C>),
    Bad(Why),
}

/// All deals, as one member sees them.
pub(super) struct Review<C: Hiding> {
    pub(super) ceremony: [u8; 32],
    /// Of every dealer whose deal is there: its commitments, or what is wrong with them.
    pub(super) deals: BTreeMap<u16, Result<Commitments<C>>>,
    /// Of every dealer whose deal is right: the share, the own one among them.
    pub(super) shares: BTreeMap<u16, Got<C>>,
}

impl Why {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Missing => "sealed no share",
            Self::Closed => "sealed what does not open",
            Self::Unfit => "sealed a share that does not fit its commitments",
        }
    }
}

fn deal(board: &Board, dealer: u16) -> Option<&Deal> {
    match &board.slip(Kind::Deal, dealer, 0)?.message.body {
        Body::Deal(deal) => Some(deal),
        _ => None,
    }
}

impl<C: Hiding> Review<C> {
    /// Checks every deal, and every share that is sealed to the state's owner.
    pub(super) fn of(part: &Part<'_, C>) -> Result<Self> {
        let (state, board) = (part.state, part.board);
        let ceremony = part.ceremony()?;
        let mut review = Self {
            ceremony,
            deals: BTreeMap::new(),
            shares: BTreeMap::new(),
        };
        for dealer in board.dealers() {
            let Some(deal) = deal(board, dealer) else {
                continue;
            };
            let read = read_deal::<C>(&board.terms, deal, part.pinned(dealer));
            if let Ok(commitments) = &read {
                let got = if dealer == state.member {
                    Got::Good(own::<C>(part, &ceremony).pair(dealer))
                } else {
                    received(part, &ceremony, dealer, commitments)
                };
                review.shares.insert(dealer, got);
            }
            review.deals.insert(dealer, read);
        }
        Ok(review)
    }

    /// The vote that says so.
    pub(super) fn vote(&self, part: &Part<'_, C>) -> Vote {
        let bad = |(dealer, got): (&u16, &Got<C>)| match got {
            Got::Good(_) => None,
            Got::Bad(why) => Some(Complaint {
                against: *dealer,
                why: *why,
            }),
        };
        let seen = part.board.of(Kind::Deal).map(|slip| Seen {
            member: slip.message.body.member(),
            deal: slip.message.digest(),
        });
        Vote {
            version: VERSION,
            ceremony: self.ceremony,
            member: part.state.member,
            deals: seen.collect(),
            complaints: self.shares.iter().filter_map(bad).collect(),
        }
    }

    /// What a share of a dealer commits to, and what the dealer's commitments want at its place.
    pub(super) fn sides(&self, x: u16, dealer: u16) -> Option<(C::Point, C::Point)> {
        let Got::Good(pair) = self.shares.get(&dealer)? else {
            return None;
        };
        Some((pair.committed(), self.commitments(dealer)?.at(x)))
    }

    /// The commitments of a dealer whose deal is right.
    pub(super) fn commitments(&self, dealer: u16) -> Option<&Commitments<C>> {
        self.deals.get(&dealer)?.as_ref().ok()
    }
}

/// The polynomials of the state's owner: the first of those that it might have dealt, but for one who
/// steered, who knows by the deal which it chose.
pub(super) fn own<C: Hiding>(part: &Part<'_, C>, ceremony: &[u8; 32]) -> Dealt<C> {
    let first = Dealt::<C>::of(part, ceremony, 0);
    let deal = deal(part.board, part.state.member);
    let Some(deal) = deal.filter(|_| !part.state.terms.hiding) else {
        return first;
    };
    let key = |dealt: &Dealt<C>| C::encode(&dealt.key());
    let dealt = |dealt: &Dealt<C>| deal.commitments.first().is_some_and(|c| c.0 == key(dealt));
    if dealt(&first) {
        return first;
    }
    let mut others = (1..=STEERED).map(|tries| Dealt::<C>::of(part, ceremony, tries));
    others.find(dealt).unwrap_or(first)
}

/// The share that a dealer sealed to the state's owner.
fn received<C: Hiding>(
    part: &Part<'_, C>,
    ceremony: &[u8; 32],
    dealer: u16,
    commitments: &Commitments<C>,
) -> Got<C> {
    let (state, board) = (part.state, part.board);
    let me = state.member;
    let Some(Body::Sealed(sealed)) = board
        .slip(Kind::Sealed, dealer, me)
        .map(|slip| &slip.message.body)
    else {
        return Got::Bad(Why::Missing);
    };
    let way = Way {
        ceremony,
        from: dealer,
        to: me,
    };
    let peer = board.sealing(dealer);
    let opened = peer.and_then(|peer| way.open(&state.sealing(), peer, &sealed.sealed.0));
    let pair = opened.and_then(|bytes| Pair::<C>::read(&bytes, state.terms.hiding));
    match pair {
        None => Got::Bad(Why::Closed),
        Some(pair) if pair.fits(me, commitments) => Got::Good(pair),
        Some(_) => Got::Bad(Why::Unfit),
    }
}

/// How a dealer stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its part is in the key.
    Qualified,
    /// It is not, for a reason.
    Out(String),
}

/// What the votes come to, the same for all who see the same messages.
pub(super) struct Count {
    /// By dealer.
    pub(super) standings: BTreeMap<u16, Standing>,
    /// What was counted: the ceremony, then a line each for deals, votes and answers, by their digests.
    pub(super) text: String,
}

impl Count {
    /// The hash of what was counted, which openings are of.
    pub(super) fn settled(&self) -> [u8; 32] {
        Sha256::digest(&self.text).into()
    }

    /// The dealers whose parts are in the key.
    pub(super) fn qualified(&self) -> Vec<u16> {
        let good = self.standings.iter();
        let good = good.filter(|(_, standing)| **standing == Standing::Qualified);
        good.map(|(dealer, _)| *dealer).collect()
    }

    /// Counts. Who has not spoken is waited for, or with `over` left out.
    pub(super) fn of<C: Hiding>(review: &Review<C>, board: &Board, over: bool) -> Result<Self> {
        let missing = board.missing(Kind::Vote);
        if !over && !missing.is_empty() {
            return Err(absent(Kind::Vote, &missing));
        }
        let seen = agreed(board)?;
        let ceremony = hex::encode(&review.ceremony);
        let mut count = Self {
            standings: BTreeMap::new(),
            text: format!("decent dkg transcript 1\nceremony {ceremony}\n"),
        };
        for (dealer, digest) in &seen {
            count.note("deal", *dealer, 0, digest);
        }
        for slip in board.of(Kind::Vote) {
            count.note(
                "vote",
                slip.message.body.member(),
                0,
                &slip.message.digest(),
            );
        }
        let mut late = Vec::new();
        for dealer in board.dealers() {
            let standing = match (review.deals.get(&dealer), seen.get(&dealer)) {
                (_, None) => Standing::Out("did not deal in time".into()),
                (None, Some(_)) => {
                    late.push(dealer);
                    continue;
                }
                (Some(Err(error)), _) => Standing::Out(format!("dealt wrongly: {error}")),
                (Some(Ok(commitments)), _) => count.answers(board, dealer, commitments, over)?,
            };
            count.standings.insert(dealer, standing);
        }
        if late.is_empty() {
            return Ok(count);
        }
        let wanted = "the deals that the others voted on";
        let found = format!("none of {}", members(&late));
        Err(Error::new(slug::DKG_MISSING, wanted, found))
    }

    fn note(&mut self, what: &str, member: u16, to: u16, digest: &[u8; 32]) {
        let line = format!("{what} {member} {to} {}\n", hex::encode(digest));
        self.text.push_str(&line);
    }

    /// How a dealer stands after the complaints about it.
    fn answers<C: Hiding>(
        &mut self,
        board: &Board,
        dealer: u16,
        commitments: &Commitments<C>,
        over: bool,
    ) -> Result<Standing> {
        let against = complaints(board, dealer);
        if too_many(board, against.len()) {
            let why = format!("is complained of by {} members", against.len());
            return Ok(Standing::Out(why));
        }
        for (voter, _) in against {
            let slip = board.slip(Kind::Answer, dealer, voter);
            let answer = slip.map(|slip| (&slip.message.body, slip.message.digest()));
            let Some((Body::Answer(bare), digest)) = answer else {
                if over {
                    let why = format!("did not answer member {voter}'s complaint");
                    return Ok(Standing::Out(why));
                }
                let wanted = format!("member {dealer}'s answer to member {voter}'s complaint");
                return Err(Error::new(slug::DKG_MISSING, wanted, "none"));
            };
            self.note("answer", dealer, voter, &digest);
            let pair = Pair::<C>::of_bare(bare, board.terms.hiding);
            if !pair.is_some_and(|pair| pair.fits(voter, commitments)) {
                let why = "with a share that does not fit";
                let why = format!("answered member {voter}'s complaint {why}");
                return Ok(Standing::Out(why));
            }
        }
        Ok(Standing::Qualified)
    }
}

/// Whether so many complaints are more than cheaters can make: one at least is true, and to answer them
/// all would be to publish the polynomial.
pub(super) fn too_many(board: &Board, complaints: usize) -> bool {
    complaints >= board.terms.size.t().into()
}

/// Who complains of a dealer, and why.
pub(super) fn complaints(board: &Board, dealer: u16) -> Vec<(u16, Why)> {
    let mut found = Vec::new();
    for slip in board.of(Kind::Vote) {
        if let Body::Vote(vote) = &slip.message.body {
            let about = vote.complaints.iter().filter(|c| c.against == dealer);
            found.extend(about.map(|complaint| (vote.member, complaint.why)));
        }
    }
    found
}

/// The deals that the voters saw, which must be the same: a dealer who deals one thing to one member
/// and another to the next is found out here.
fn agreed(board: &Board) -> Result<BTreeMap<u16, [u8; 32]>> {
    let mut first: Option<(u16, BTreeMap<u16, [u8; 32]>)> = None;
    for slip in board.of(Kind::Vote) {
        let Body::Vote(vote) = &slip.message.body else {
            continue;
        };
        let seen: BTreeMap<_, _> = vote
            .deals
            .iter()
            .map(|seen| (seen.member, seen.deal))
            .collect();
        match &first {
            None => first = Some((vote.member, seen)),
            Some((voter, before)) => same(*voter, before, vote.member, &seen)?,
        }
    }
    let (voter, seen) = first.unwrap_or_default();
    for slip in board.of(Kind::Deal) {
        let dealer = slip.message.body.member();
        let here = slip.message.digest();
        if seen.get(&dealer).is_some_and(|there| *there != here) {
            return Err(differs(dealer, &format!("member {voter}"), "this folder"));
        }
    }
    Ok(seen)
}

fn same(
    one: u16,
    before: &BTreeMap<u16, [u8; 32]>,
    other: u16,
    seen: &BTreeMap<u16, [u8; 32]>,
) -> Result<()> {
    let name = |member: u16| format!("member {member}");
    for (dealer, digest) in before {
        match seen.get(dealer) {
            Some(there) if there == digest => {}
            Some(_) => return Err(differs(*dealer, &name(one), &name(other))),
            None => return Err(unseen(*dealer, one, other)),
        }
    }
    let more = seen.keys().find(|dealer| !before.contains_key(dealer));
    more.map_or(Ok(()), |dealer| Err(unseen(*dealer, other, one)))
}

fn differs(dealer: u16, one: &str, other: &str) -> Error {
    let wanted = format!("one deal of member {dealer} before all");
    let found = format!("one before {one} and another before {other}");
    Error::new(slug::DKG_TWICE, wanted, found)
}

fn unseen(dealer: u16, by: u16, not_by: u16) -> Error {
    let wanted = "votes on the same deals";
    let found = format!("member {by} saw member {dealer}'s, member {not_by} did not");
    Error::new(slug::DKG_VOTES, wanted, found)
}
