//! Proofs made of what a chain holds.

use super::block::Block;
use super::link::Link;
use super::proof::{Back, HOPS_MOST, Hop, Proof};
use super::roster::Roster;
use super::shape;
use super::tree::{Nodes, inclusion};
use crate::error::{Error, Result, slug};

/// A chain at hand.
pub trait View: Nodes {
    /// Blocks.
    fn blocks(&self) -> u64;
    /// A block.
    fn at(&self, index: u64) -> Result<Block>;
    /// The encoding of the roster that signs for a block.
    fn roster(&self, index: u64) -> Result<Vec<u8>>;
    /// The body of a link's record; `None` where it is not made.
    fn link(&self, from: u64, level: u8) -> Result<Option<Vec<u8>>>;
}

/// How a block before another one is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Over the links of the skip list: the headers on the way.
    Skip,
    /// By a path in the tree.
    Merkle,
    /// Whichever is smaller.
    Min,
}

/// The proof that `to` is of the chain of `from`, before or behind it.
///
/// Where links are missing on the way forward, a later block is reached, and `to` lies before that one.
pub fn prove(chain: &dyn View, from: u64, to: u64, style: Style) -> Result<Proof> {
    for index in [from, to] {
        if index >= chain.blocks() {
            let wanted = format!("a block before {}", chain.blocks());
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, index.to_string()));
        }
    }
    let start = chain.at(from)?;
    let mut proof = Proof {
        start: start.header().clone(),
        roster: None,
        hops: Vec::new(),
        head: None,
        reached: None,
        back: None,
    };
    let mut at = start;
    if from < to {
        let way = way(chain, &at, to)?;
        let mut roster = Roster::decode(&chain.roster(from)?)?;
        proof.roster = Some(roster.clone());
        for (hop, link) in way {
            let next = chain.at(hop.to)?;
            let mut changed = None;
            if next.header().roster != roster.hash() {
                roster = Roster::decode(&chain.roster(hop.to)?)?;
                changed = Some(roster.clone());
            }
            proof.hops.push(Hop {
                level: hop.level,
                to: *next.hash(),
                roster: changed,
                signed: link.signed,
            });
            at = next;
        }
        proof.reached = Some(at.header().clone());
    }
    if at.index() > to {
        proof.back = Some(back(chain, &at, to, style)?);
    }
    Ok(proof)
}

type Way = Vec<(shape::Hop, Link)>;

/// The way forward: always the longest link that is made and does not lead past the end. Where none is
/// left, the shortest that leads past it, from as late a block as has one.
fn way(chain: &dyn View, start: &Block, to: u64) -> Result<Way> {
    let shape = start.header().shape;
    let mut way = Way::new();
    let mut at = start.index();
    let link = |hop: shape::Hop| -> Result<Option<(shape::Hop, Link)>> {
        let record = chain.link(hop.from, hop.level)?;
        let link = record.map(|record| Link::decode(&record)).transpose()?;
        Ok(link.map(|link| (hop, link)))
    };
    while at < to {
        let hops: Vec<_> = shape.forward(at).take_while(|hop| hop.to <= to).collect();
        let mut longest = None;
        for hop in hops.into_iter().rev() {
            longest = link(hop)?;
            if longest.is_some() {
                break;
            }
        }
        match longest {
            Some(next) if way.len() < HOPS_MOST => {
                at = next.0.to;
                way.push(next);
            }
            Some(_) => {
                let wanted = format!("a way of at most {HOPS_MOST} links");
                return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
            }
            None => return past(chain, way, start, to, &link),
        }
    }
    Ok(way)
}

/// A way that leads past its end.
fn past(
    chain: &dyn View,
    mut way: Way,
    start: &Block,
    to: u64,
    link: &dyn Fn(shape::Hop) -> Result<Option<(shape::Hop, Link)>>,
) -> Result<Way> {
    let stuck = way.last().map_or(start.index(), |(hop, _)| hop.to);
    let shape = start.header().shape;
    loop {
        let at = way.last().map_or(start.index(), |(hop, _)| hop.to);
        let beyond = |hop: &shape::Hop| hop.to > to && hop.to < chain.blocks();
        for hop in shape.forward(at).filter(beyond) {
            if let Some(found) = link(hop)? {
                way.push(found);
                return Ok(way);
            }
        }
        if way.pop().is_none() {
            let wanted = format!("links to block {to}");
            let found = format!("none from block {stuck}");
            return Err(Error::new(slug::SKIP_MISSING, wanted, found));
        }
    }
}

fn back(chain: &dyn View, from: &Block, to: u64, style: Style) -> Result<Back> {
    let path = || -> Result<Back> {
        Ok(Back::Path {
            block: chain.at(to)?.header().clone(),
            path: inclusion(to, from.index(), chain)?,
        })
    };
    let links = || -> Result<Back> {
        let hops = from.header().shape.path(from.index(), to);
        let headers = hops.map(|hop| Ok(chain.at(hop.to)?.header().clone()));
        headers.collect::<Result<_>>().map(Back::Links)
    };
    let hops = from.header().shape.hops(from.index(), to);
    match style {
        Style::Skip if hops > HOPS_MOST as u64 => {
            let wanted = format!("a way of at most {HOPS_MOST} links");
            Err(Error::new(slug::TOO_LARGE, wanted, hops.to_string()))
        }
        Style::Skip => links(),
        // A neighbour's header alone is less than a path beside it.
        Style::Min if hops == 1 => links(),
        Style::Merkle | Style::Min => path(),
    }
}

impl View for super::Chain<'_> {
    fn blocks(&self) -> u64 {
        self.len()
    }

    fn at(&self, index: u64) -> Result<Block> {
        self.block(index)
    }

    fn roster(&self, index: u64) -> Result<Vec<u8>> {
        self.roster_of(index)
    }

    fn link(&self, from: u64, level: u8) -> Result<Option<Vec<u8>>> {
        Self::link(self, from, level)
    }
}
