//! Proofs made of what a chain holds.

use super::block::Block;
use super::checkpoint;
use super::link::Link;
use super::proof::{Back, HOPS_MOST, Head, Hop, Proof};
use super::roster::Roster;
use super::shape;
use super::tree::{Nodes, inclusion};
use crate::error::{Error, Result, slug};
use crate::note::Note;

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
    /// The newest signed head; `None` where there is none.
    fn head(&self) -> Result<Option<Vec<u8>>>;
}

/// How a block is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Over the links of the skip list: signed ones forward, the headers on the way back.
    Skip,
    /// By a path in the tree: back from a later block, forward from a signed head where there is one.
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
    if from >= to {
        let mut proof = Proof {
            start: start.header().clone(),
            roster: None,
            hops: Vec::new(),
            head: None,
            reached: None,
            back: None,
        };
        if from > to {
            proof.back = Some(back(chain, &start, to, style)?);
        }
        return Ok(proof);
    }
    let linked = linked(chain, &start, to, style);
    if style == Style::Skip {
        return linked;
    }
    let headed = headed(chain, &start, to, linked.as_ref().ok())?;
    match (linked, headed) {
        (linked, None) => linked,
        (Ok(linked), Some(headed)) if style == Style::Min => {
            let smaller = linked.encode().len() <= headed.encode().len();
            Ok(if smaller { linked } else { headed })
        }
        (_, Some(headed)) => Ok(headed),
    }
}

/// A proof forward over links.
fn linked(chain: &dyn View, start: &Block, to: u64, style: Style) -> Result<Proof> {
    let way = way(chain, start, to)?;
    let mut roster = Roster::decode(&chain.roster(start.index())?)?;
    let mut proof = Proof {
        start: start.header().clone(),
        roster: Some(roster.clone()),
        hops: Vec::new(),
        head: None,
        reached: None,
        back: None,
    };
    let mut at = start.clone();
    for (hop, link) in way {
        let next = chain.at(hop.to)?;
        let mut changed = None;
        if next.header().roster != at.header().roster {
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
    if at.index() > to {
        proof.back = Some(back(chain, &at, to, style)?);
    }
    Ok(proof)
}

/// A proof by the newest head, where a quorum of the roster signed it that the block still has: from the
/// first block on the way that has this roster too.
fn headed(
    chain: &dyn View,
    start: &Block,
    to: u64,
    linked: Option<&Proof>,
) -> Result<Option<Proof>> {
    let Some(body) = chain.head()? else {
        return Ok(None);
    };
    let block = chain.at(to)?;
    let roster = block.header().roster;
    let mut proof = Proof {
        start: start.header().clone(),
        roster: None,
        hops: Vec::new(),
        head: None,
        reached: Some(block.header().clone()),
        back: None,
    };
    let mut known = Roster::decode(&chain.roster(start.index())?)?;
    proof.roster = Some(known.clone());
    if start.header().roster != roster {
        for hop in linked.map(|linked| &*linked.hops).unwrap_or_default() {
            known = hop.roster.clone().unwrap_or(known);
            proof.hops.push(hop.clone());
            if known.hash() == roster {
                break;
            }
        }
    }
    let last = proof.hops.iter().map(|hop| shape_span(start, hop.level));
    let reached = last.fold(start.index(), u64::saturating_add);
    if known.hash() != roster || reached >= to {
        return Ok(None);
    }
    let note = Note::read(&body)?;
    let signed = checkpoint::quorum(&note, start.chain(), &known);
    let Some(found) = signed.ok().filter(|found| found.head.size > to) else {
        return Ok(None);
    };
    if found.head.size > chain.blocks() {
        return Ok(None);
    }
    proof.head = Some(Head {
        note: body,
        path: inclusion(to, found.head.size, chain)?,
    });
    Ok(Some(proof))
}

fn shape_span(start: &Block, level: u8) -> u64 {
    start.header().shape.span(level).unwrap_or(u64::MAX)
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

    fn head(&self) -> Result<Option<Vec<u8>>> {
        self.checkpoint()
    }
}
