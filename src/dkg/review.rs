//! Every deal as one member sees it: whether its proofs hold, whether the share that is sealed to the
//! member fits; the vote that says so; and whether what others complain of is so.

use std::collections::BTreeMap;

use super::board::{Board, Slip, twice};
use super::deal::{Dealt, Pair, STEERED, read_deal, with};
use super::message::{Body, Complaint, Deal, Digits, Kind, Seen, VERSION, Vote};
use super::part::Part;
use super::seal::{Point, Sealing, Shown, Way, common};
use super::second::Hiding;
use super::votes::{Fate, Votes};
use crate::codec::hex;
use crate::error::Result;
use crate::group::{Commitments, Curve};

/// What is wrong with a sealed share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It does not open.
    Closed,
    /// It is not what the dealer committed to.
    Unfit,
}

impl Why {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Closed => "sealed what does not open",
            Self::Unfit => "sealed a share that does not fit its commitments",
        }
    }
}

/// What came of the share that one dealer sealed to one member.
pub(super) enum Got<C: Hiding> {
    Good(Pair<C>),
    Bad(Why),
}

/// A deal.
pub(super) struct Seal<'a, C: Hiding> {
    pub(super) digest: [u8; 32],
    deal: &'a Deal,
    /// Its commitments, or what is wrong with it.
    pub(super) read: Result<Commitments<C>>,
}

/// All deals, as one member sees them.
pub(super) struct Review<'a, C: Hiding> {
    pub(super) ceremony: [u8; 32],
    /// What the votes say that are there.
    pub(super) votes: Votes<'a>,
    /// By dealer.
    pub(super) deals: BTreeMap<u16, Seal<'a, C>>,
    /// Of every dealer whose deal is right: the share, the own one among them.
    pub(super) shares: BTreeMap<u16, Got<C>>,
}

fn deal(slip: &Slip) -> Option<(&Deal, [u8; 32])> {
    match &slip.message.body {
        Body::Deal(deal) => Some((deal, slip.message.digest())),
        _ => None,
    }
}

impl<'a, C: Hiding> Review<'a, C> {
    /// Checks every deal, and every share that is sealed to the state's owner.
    pub(super) fn of(part: &Part<'a, C>) -> Result<Self> {
        let (state, board) = (part.state, part.board);
        let ceremony = part.ceremony()?;
        let mut review = Self {
            ceremony,
            votes: Votes::of(board),
            deals: BTreeMap::new(),
            shares: BTreeMap::new(),
        };
        for dealer in board.dealers() {
            let slips = board.slips(Kind::Deal, dealer, 0);
            let voted = match review.votes.fate(dealer) {
                Fate::Seen(digest) => Some(digest),
                Fate::Not(_) => None,
            };
            // Of two the one that was voted on, whatever was dealt since.
            let by_vote = |slip: &&Slip| Some(slip.message.digest()) == voted;
            let chosen = slips.iter().find(by_vote);
            let Some((deal, digest)) = chosen.or(slips.first()).and_then(deal) else {
                continue;
            };
            let read = match (chosen, slips) {
                (None, [one, other, ..]) => Err(twice(one, other)),
                _ => read_deal::<C>(&board.terms, deal, part.pinned(dealer)),
            };
            let seal = Seal { digest, deal, read };
            if let Ok(commitments) = &seal.read {
                let got = if dealer == state.member {
                    Got::Good(own::<C>(part, &ceremony).pair(dealer))
                } else {
                    let own = state.sealing();
                    let common = with(deal).map(|with| common(&own, &with));
                    opened(&seal, state.member, common.as_deref(), commitments)
                };
                review.shares.insert(dealer, got);
            }
            review.deals.insert(dealer, seal);
        }
        Ok(review)
    }

    /// The vote that says so.
    pub(super) fn vote(&self, part: &Part<'_, C>) -> Vote {
        let me = part.state.member;
        let bad = |(dealer, got): (&u16, &Got<C>)| match got {
            Got::Good(_) => None,
            Got::Bad(_) => self.complaint(part, *dealer),
        };
        let seen = part.board.of(Kind::Deal).map(|slip| Seen {
            member: slip.message.body.member(),
            deal: slip.message.digest(),
            signature: *slip.message.signature(),
        });
        Vote {
            version: VERSION,
            ceremony: self.ceremony,
            member: me,
            deals: seen.collect(),
            complaints: self.shares.iter().filter_map(bad).collect(),
        }
    }

    /// What shows everybody the share that a dealer sealed to the state's owner.
    fn complaint(&self, part: &Part<'_, C>, dealer: u16) -> Option<Complaint> {
        let seal = self.deals.get(&dealer)?;
        let own = part.state.sealing();
        let shown = Shown {
            deal: &seal.digest,
            member: part.state.member,
            key: Sealing::public(&own),
            with: with(seal.deal)?,
        };
        let use_of = format!("complaint of {}", hex::encode(&seal.digest));
        let mut coins = part.state.coins(&self.ceremony, &use_of);
        Some(Complaint {
            against: dealer,
            opens: Digits(Sealing::encode(&*common(&own, &shown.with))),
            proof: shown.prove(&own, &mut coins),
        })
    }

    /// What a complaint shows is wrong with a share; `None` where it shows nothing of the kind.
    pub(super) fn shown(
        &self,
        board: &Board,
        (voter, complaint): (u16, &Complaint),
    ) -> Option<Why> {
        let seal = self.deals.get(&complaint.against)?;
        let opens = Sealing::decode(&complaint.opens.0)?;
        let shown = Shown {
            deal: &seal.digest,
            member: voter,
            key: board.sealing(voter)?,
            with: with(seal.deal)?,
        };
        if !shown.holds(opens, &complaint.proof) {
            return None;
        }
        match opened(seal, voter, Some(&opens), seal.read.as_ref().ok()?) {
            Got::Good(_) => None,
            Got::Bad(why) => Some(why),
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
        self.deals.get(&dealer)?.read.as_ref().ok()
    }
}

/// The polynomials of the state's owner: the first of those that it might have dealt, but for one who
/// steered, who knows by the deal which it chose.
pub(super) fn own<C: Hiding>(part: &Part<'_, C>, ceremony: &[u8; 32]) -> Dealt<C> {
    let first = Dealt::<C>::of(part, ceremony, 0);
    let slip = part.board.slip(Kind::Deal, part.state.member, 0);
    let deal = slip.and_then(deal).filter(|_| !part.state.terms.hiding);
    let Some((deal, _)) = deal else {
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

/// The share that a deal has for a member, under what both have in common.
fn opened<C: Hiding>(
    seal: &Seal<'_, C>,
    to: u16,
    common: Option<&Point>,
    commitments: &Commitments<C>,
) -> Got<C> {
    let deal = seal.deal;
    let place = usize::from(to).checked_sub(1);
    let sealed = place.and_then(|place| deal.shares.get(place));
    let open = |common: &Point| {
        let way = Way {
            ceremony: &deal.ceremony,
            from: deal.member,
            to,
            with: &with(deal)?,
        };
        way.open(common, &sealed?.0)
    };
    // One number, and with hiding another.
    let hiding = |bytes: &[u8]| bytes.len() > 32;
    let bytes = common.and_then(open);
    match bytes.and_then(|bytes| Pair::<C>::read(&bytes, hiding(&bytes))) {
        None => Got::Bad(Why::Closed),
        Some(pair) if pair.fits(to, commitments) => Got::Good(pair),
        Some(_) => Got::Bad(Why::Unfit),
    }
}
