//! What the votes say, once lies are set apart. A vote carries of each deal that the voter saw the digest
//! and the dealer's signature of it, so that nobody can say of an honest dealer that it dealt something
//! else, and two signatures of one dealer show everybody that it dealt twice.

use std::collections::{BTreeMap, BTreeSet};

use super::board::{Board, members};
use super::message::{Body, Kind, Vote, has_said};

/// What became of a dealer's deal.
pub(super) enum Fate {
    /// Enough saw one, of this digest.
    Seen([u8; 32]),
    /// It does not count, for a reason.
    Not(String),
}

/// The votes.
pub(super) struct Votes<'a> {
    board: &'a Board,
    /// Those that make sense, by voter.
    pub(super) good: BTreeMap<u16, &'a Vote>,
    /// Why the others are none, by voter.
    pub(super) lies: BTreeMap<u16, String>,
    /// Of each dealer the digests that were seen, and who saw them.
    seen: BTreeMap<u16, BTreeMap<[u8; 32], Vec<u16>>>,
}

/// Signatures that were found to be right.
type Known = BTreeSet<(u16, [u8; 32], [u8; 64])>;

impl<'a> Votes<'a> {
    /// Those that lie in a folder.
    pub(super) fn of(board: &'a Board) -> Self {
        let mut votes = Self {
            board,
            good: BTreeMap::new(),
            lies: BTreeMap::new(),
            seen: BTreeMap::new(),
        };
        let mut known = Known::new();
        for voter in board.terms.size.members() {
            let slips = board.slips(Kind::Vote, voter, 0);
            let Some(Body::Vote(vote)) = slips.first().map(|slip| &slip.message.body) else {
                continue;
            };
            let lie = match slips {
                [_, _, ..] => Some("voted twice, and differently".into()),
                _ => lie(board, vote, &mut known),
            };
            match lie {
                Some(why) => drop(votes.lies.insert(voter, why)),
                None => votes.hear(voter, vote),
            }
        }
        votes
    }

    fn hear(&mut self, voter: u16, vote: &'a Vote) {
        for seen in &vote.deals {
            let of_dealer = self.seen.entry(seen.member).or_default();
            of_dealer.entry(seen.deal).or_default().push(voter);
        }
        self.good.insert(voter, vote);
    }

    /// What became of a dealer's deal. It counts where as many saw it as must be honest: t, so that
    /// cheaters alone can't make one count that nobody else has, but no more than n - (t - 1), so that
    /// they can't keep one out by leaving it out of their votes.
    pub(super) fn fate(&self, dealer: u16) -> Fate {
        let mut seen = self.seen.get(&dealer).into_iter().flatten();
        let Some((digest, voters)) = seen.next() else {
            return Fate::Not("did not deal in time".into());
        };
        if let Some((_, others)) = seen.next() {
            let who = |voters: &[u16]| voters.first().copied().unwrap_or_default();
            let (one, other) = (who(voters), who(others));
            let why = if one == other {
                format!("dealt twice, and differently, before member {one}")
            } else {
                format!("dealt one thing before member {one} and another before member {other}")
            };
            return Fate::Not(why);
        }
        let size = self.board.terms.size;
        let needed = size.t().min(size.n() - size.t() + 1);
        if voters.len() < needed.into() {
            let who = members(voters);
            return Fate::Not(format!("dealt before {who} alone, not before {needed}"));
        }
        Fate::Seen(*digest)
    }

    /// Who complains of a dealer in a vote that makes sense, and saw that deal of it.
    pub(super) fn complaints(
        &self,
        dealer: u16,
        deal: &[u8; 32],
    ) -> impl Iterator<Item = (u16, &'a super::message::Complaint)> {
        let deal = *deal;
        self.good.iter().filter_map(move |(voter, vote)| {
            let saw = |seen: &super::message::Seen| seen.member == dealer && seen.deal == deal;
            let about = vote.complaints.iter().find(|c| c.against == dealer)?;
            vote.deals.iter().any(saw).then_some((*voter, about))
        })
    }
}

/// What all can see is wrong with a vote.
fn lie(board: &Board, vote: &Vote, known: &mut Known) -> Option<String> {
    let place = |seen: &super::message::Seen| (seen.member, seen.deal);
    let rising = vote
        .deals
        .is_sorted_by(|one, next| place(one) < place(next));
    let once = vote
        .complaints
        .is_sorted_by(|one, next| one.against < next.against);
    if !rising || !once {
        return Some("voted on something twice, or in no order".into());
    }
    let dealers = board.dealers();
    for seen in &vote.deals {
        let dealer = seen.member;
        let Some(key) = board.signing(dealer).filter(|_| dealers.contains(&dealer)) else {
            return Some(format!("voted on a deal of {dealer}, who is no dealer"));
        };
        let triple = (dealer, seen.deal, seen.signature);
        if !known.contains(&triple) {
            if !has_said(key, &seen.deal, &seen.signature) {
                let what = "voted on a deal that is not signed by its dealer";
                return Some(format!("{what}, member {dealer}"));
            }
            known.insert(triple);
        }
    }
    for complaint in &vote.complaints {
        let against = complaint.against;
        if against == vote.member || !vote.deals.iter().any(|seen| seen.member == against) {
            return Some(format!(
                "complained of {against}, whose deal it did not see as another's"
            ));
        }
    }
    None
}
