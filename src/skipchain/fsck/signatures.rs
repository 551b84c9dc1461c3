//! The signatures of all links, by the rosters of the blocks that they lead from, many at once.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::Arc;

use super::Quorums;
use crate::error::{Error, Place, Result};
use crate::skipchain::block::{Block, Hash};
use crate::skipchain::link::{Link, Waiting};
use crate::skipchain::record::{Kind, Record};
use crate::skipchain::sign::Judge;
use crate::skipchain::{Chain, Roster};

/// Signatures that are judged together: past some thousands nothing gets faster.
const TOGETHER: usize = 4096;

/// Judges a checkpoint by its record's body.
pub type Checkpoint<'a> = &'a (dyn Fn(&Chain<'_>, &[u8]) -> Result<()> + Sync);

/// Judges all links by their signatures, and checkpoints by a function.
pub struct Signatures<'a> {
    /// Random, and known to nobody beforehand.
    pub seed: [u8; 32],
    /// What judges checkpoints.
    pub checkpoint: Checkpoint<'a>,
}

/// Rosters by their hashes.
type Rosters = HashMap<Hash, Arc<Roster>>;

impl Quorums for Signatures<'_> {
    fn judge(&self, chain: &Chain<'_>, records: &[Record]) -> Result<Vec<(u64, Error)>> {
        let mut bad = Vec::new();
        let mut waiting = Waiting::new();
        // Where the records of those that wait begin.
        let mut places = HashMap::new();
        let mut rosters = Rosters::new();
        for record in records {
            let judged = match record.kind {
                Kind::Checkpoint => (self.checkpoint)(chain, &record.body),
                Kind::Link => wait(chain, record, &mut waiting, &mut rosters).map(|key| {
                    places.insert(key, record.at);
                }),
                Kind::Roster | Kind::Block => Ok(()),
            };
            if let Err(error) = judged {
                bad.push((record.at, placed(record.at, error)));
            }
            if waiting.signatures() > TOGETHER {
                self.ended(&mut waiting, &places, &mut bad);
            }
        }
        self.ended(&mut waiting, &places, &mut bad);
        Ok(bad)
    }
}

impl Signatures<'_> {
    fn ended(
        &self,
        waiting: &mut Waiting<Arc<Roster>>,
        places: &HashMap<(u64, u8), u64>,
        bad: &mut Vec<(u64, Error)>,
    ) {
        let judge = Judge {
            seed: self.seed,
            threads: NonZeroUsize::MIN,
        };
        for (statement, error) in waiting.judge(&judge) {
            let at = places.get(&(statement.from, statement.level)).copied();
            bad.push((at.unwrap_or(0), error));
        }
    }
}

fn placed(at: u64, error: Error) -> Error {
    match error.place {
        Place::Whole => error.at(Place::Byte(at)),
        _ => error,
    }
}

/// Lets a link wait, by its two blocks and the roster of the first.
fn wait(
    chain: &Chain<'_>,
    record: &Record,
    waiting: &mut Waiting<Arc<Roster>>,
    rosters: &mut Rosters,
) -> Result<(u64, u8)> {
    let link = Link::decode(&record.body)?;
    let span = chain.shape().span(link.level);
    let to = span.and_then(|span| link.from.checked_add(span));
    let [from, to] = [
        chain.block(link.from)?,
        chain.block(to.unwrap_or(u64::MAX))?,
    ];
    let roster = roster_of(chain, &from, rosters)?;
    waiting.push(&record.body, &from, &to, roster)?;
    Ok((link.from, link.level))
}

fn roster_of(chain: &Chain<'_>, block: &Block, rosters: &mut Rosters) -> Result<Arc<Roster>> {
    let hash = block.header().roster;
    if let Some(roster) = rosters.get(&hash) {
        return Ok(Arc::clone(roster));
    }
    let roster = Arc::new(Roster::decode(&chain.roster_of(block.index())?)?);
    rosters.insert(hash, Arc::clone(&roster));
    Ok(roster)
}
