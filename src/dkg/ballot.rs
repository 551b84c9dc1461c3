//! Who is in and who is out, the same for everybody who sees the same messages. A dealer is out whose
//! proofs do not hold, who dealt one thing to some and another to others, or of whom somebody shows a
//! share that is wrong; out is, too, who lies in a vote. What is out is named with the reason.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::board::{Board, absent, members};
use super::message::Kind;
use super::review::Review;
use super::second::Hiding;
use super::votes::Fate;
use crate::codec::hex;
use crate::error::{Error, Result, slug};

/// How a member stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its part is in the key.
    Qualified,
    /// It is not, for a reason.
    Out(String),
}

/// What the votes come to.
pub(super) struct Count {
    /// Of every dealer, and of who deals nothing and lies.
    pub(super) standings: BTreeMap<u16, Standing>,
    /// What was counted: the ceremony, then a line each for deals and votes, by their digests.
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

    /// Counts. Who has not voted is waited for, or with `over` left out.
    pub(super) fn of<C: Hiding>(review: &Review<'_, C>, board: &Board, over: bool) -> Result<Self> {
        let missing = board.missing(Kind::Vote);
        if !over && !missing.is_empty() {
            return Err(absent(Kind::Vote, &missing));
        }
        let ceremony = hex::encode(&review.ceremony);
        let mut count = Self {
            standings: BTreeMap::new(),
            text: format!("decent dkg transcript 1\nceremony {ceremony}\n"),
        };
        let mut lies = review.votes.lies.clone();
        let mut late = Vec::new();
        for dealer in board.dealers() {
            let digest = match review.votes.fate(dealer) {
                Fate::Seen(digest) => digest,
                Fate::Not(why) => {
                    count.standings.insert(dealer, Standing::Out(why));
                    continue;
                }
            };
            count.note("deal", dealer, &digest);
            let there = review.deals.get(&dealer);
            let standing = match there.filter(|deal| deal.digest == digest) {
                None => {
                    late.push(dealer);
                    continue;
                }
                Some(deal) => match &deal.read {
                    Err(error) => Standing::Out(format!("dealt wrongly: {error}")),
                    Ok(_) => accused(review, board, (dealer, &digest), &mut lies),
                },
            };
            count.standings.insert(dealer, standing);
        }
        for slip in board.of(Kind::Vote) {
            let message = &slip.message;
            count.note("vote", message.body.member(), &message.digest());
        }
        for (member, why) in lies {
            count.standings.insert(member, Standing::Out(why));
        }
        if late.is_empty() {
            return Ok(count);
        }
        let wanted = "the deals that the others voted on";
        let found = format!("none of {}", members(&late));
        Err(Error::new(slug::DKG_MISSING, wanted, found))
    }

    fn note(&mut self, what: &str, member: u16, digest: &[u8; 32]) {
        let line = format!("{what} {member} {}\n", hex::encode(digest));
        self.text.push_str(&line);
    }
}

/// How a dealer stands after the complaints about it, and who complains falsely.
fn accused<C: Hiding>(
    review: &Review<'_, C>,
    board: &Board,
    (dealer, deal): (u16, &[u8; 32]),
    lies: &mut BTreeMap<u16, String>,
) -> Standing {
    let mut standing = Standing::Qualified;
    for (voter, complaint) in review.votes.complaints(dealer, deal) {
        match review.shown(board, (voter, complaint)) {
            None => {
                let why = format!("complained falsely of member {dealer}");
                lies.entry(voter).or_insert(why);
            }
            Some(why) if standing == Standing::Qualified => {
                let why = format!("{}, as member {voter} shows", why.words());
                standing = Standing::Out(why);
            }
            Some(_) => {}
        }
    }
    standing
}
