//! Branches: headers of many chains in one tree, the tip that wins, and the way from one tip to
//! another. By total work as Bitcoin decides, by length, or by the heaviest subtree at every fork
//! (GHOST: Sompolinsky and Zohar, "Secure High-Rate Transaction Processing in Bitcoin", 2015).
//! Of tips alike the one seen first stays.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::chain::{Chain, State};
use super::header::{Fields, Header, Raw};
use super::target::Target;
use super::uint256::U256;
use crate::error::{Error, Result, slug};
use crate::hash::Hash256;

/// The most headers of a tree, which takes some 60 bytes for each: Bitcoin has them in 2029.
pub const MOST: usize = 1 << 20;
/// The most headers that wait for the one before them.
const WAITING: usize = 1 << 16;
/// Every so many heights the whole state is kept, so that a fork is never far from one.
const STRIDE: u32 = 256;
/// The number of no node.
const NONE: u32 = u32::MAX;

/// Which tip wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The one with the most work below it.
    Heaviest,
    /// The highest.
    Longest,
    /// At every fork the child with the most work in its subtree.
    Ghost,
}

impl Rule {
    /// Every rule, by its name.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("heaviest", Self::Heaviest),
        ("longest", Self::Longest),
        ("ghost", Self::Ghost),
    ];

    /// The rule of that name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names
            .find(|(known, _)| *known == name)
            .map(|(_, rule)| *rule)
    }
}

/// What a tree keeps of a header.
#[derive(Clone, Copy)]
struct Node {
    hash: Hash256,
    parent: u32,
    time: u32,
    bits: u32,
    /// 0, 1, or 2 for more.
    children: u8,
}

/// A tip: a header that no other follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    /// Its number in the order in which headers were seen.
    pub seen: u32,
    /// Its hash, internal order.
    pub hash: Hash256,
    /// Its height.
    pub height: u32,
    /// The work of all blocks up to it.
    pub work: U256,
}

/// Height and hash.
pub type Block = (u32, Hash256);

/// The way from one tip to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The last block that both have.
    pub fork: Block,
    /// Blocks to undo, the highest first.
    pub disconnect: Vec<Block>,
    /// Blocks to apply, the lowest first.
    pub connect: Vec<Block>,
}

/// Headers by the one before them.
pub struct Tree<'a> {
    chain: Chain<'a>,
    network: &'a super::network::Network,
    nodes: Vec<Node>,
    index: Index,
    /// Whole states, by node: of every [`STRIDE`]th height.
    states: HashMap<u32, State>,
    /// The node that came last, of whose state most that come next have need.
    last: Option<(u32, State)>,
    /// Headers whose parent is still to come, by its hash.
    waiting: HashMap<Hash256, Vec<(Raw, Hash256)>>,
    waits: usize,
}

impl<'a> Tree<'a> {
    /// Of a network, its chain starting where `chain` does.
    pub fn new(network: &'a super::network::Network, chain: Chain<'a>) -> Self {
        let mut tree = Self {
            network,
            nodes: Vec::new(),
            index: Index::default(),
            states: HashMap::new(),
            last: None,
            waiting: HashMap::new(),
            waits: 0,
            chain,
        };
        if let Some(state) = tree.chain.state().copied() {
            tree.put(NONE, state, state.latest());
        }
        tree
    }

    /// Headers that hang together.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Headers whose parent never came.
    pub fn unlinked(&self) -> usize {
        self.waits
    }

    /// Takes one more header, known or not, in whatever order they come. A header that breaks a
    /// rule is an error and stays out; those behind it wait.
    pub fn push(&mut self, raw: &Raw, hash: &Hash256) -> Result<()> {
        let mut open = vec![(*raw, *hash)];
        while let Some((raw, hash)) = open.pop() {
            if self.index.find(&self.nodes, &hash).is_some() {
                continue;
            }
            let header = Header(raw);
            let Some(parent) = self.parent_of(&header) else {
                if self.waits >= WAITING {
                    let wanted = format!("at most {WAITING} headers before the ones they follow");
                    return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
                }
                self.waits += 1;
                self.waiting
                    .entry(header.previous())
                    .or_default()
                    .push((raw, hash));
                continue;
            };
            if self.nodes.len() >= MOST {
                return Err(Error::new(
                    slug::TOO_LARGE,
                    format!("at most {MOST} headers"),
                    "more",
                ));
            }
            let state = match parent {
                NONE => self.chain.first(&header, &hash)?,
                parent => {
                    let Some(before) = self.state_of(parent) else {
                        continue;
                    };
                    self.chain.next(&before, &header, &hash)?
                }
            };
            self.put(parent, state, header.time());
            if let Some(mut freed) = self.waiting.remove(&hash) {
                self.waits -= freed.len();
                freed.reverse();
                open.append(&mut freed);
            }
        }
        Ok(())
    }

    /// The node before a header; [`NONE`] before the one that all begins with.
    fn parent_of(&self, header: &Header) -> Option<u32> {
        let known = self.index.find(&self.nodes, &header.previous());
        known.or_else(|| self.nodes.is_empty().then_some(NONE))
    }

    fn put(&mut self, parent: u32, state: State, time: u32) {
        let number = self.nodes.len() as u32;
        if let Some(parent) = self.nodes.get_mut(parent as usize) {
            parent.children = (parent.children + 1).min(2);
        }
        self.nodes.push(Node {
            hash: state.hash,
            parent,
            time,
            bits: state.bits,
            children: 0,
        });
        self.index.put(&self.nodes, number);
        if parent == NONE || state.height.is_multiple_of(STRIDE) {
            self.states.insert(number, state);
        }
        self.last = Some((number, state));
    }

    /// The whole state behind a node: the nearest that is kept, and what followed on it.
    fn state_of(&self, number: u32) -> Option<State> {
        let kept = |number: u32| {
            let last = self.last.filter(|(known, _)| *known == number);
            let last = last.map(|(_, state)| state);
            last.or_else(|| self.states.get(&number).copied())
        };
        let mut above = Vec::new();
        let mut at = number;
        let mut state = loop {
            if let Some(state) = kept(at) {
                break state;
            }
            let node = self.nodes.get(at as usize)?;
            above.push(*node);
            at = node.parent;
        };
        for node in above.iter().rev() {
            let fields = Fields {
                version: 0,
                previous: state.hash,
                root: [0; 32],
                time: node.time,
                bits: node.bits,
                nonce: 0,
            };
            let work = work_of(node.bits);
            state = state.succeeded(self.network, &Header::of(&fields), &node.hash, work);
        }
        Some(state)
    }

    /// All tips, in the order in which they were seen.
    pub fn tips(&self) -> Vec<Tip> {
        let leaves = self
            .nodes
            .iter()
            .zip(0..)
            .filter(|(node, _)| node.children == 0);
        leaves.filter_map(|(_, seen)| self.tip(seen)).collect()
    }

    fn tip(&self, seen: u32) -> Option<Tip> {
        let state = self.state_of(seen)?;
        Some(Tip {
            seen,
            hash: state.hash,
            height: state.height,
            work: state.work,
        })
    }

    /// The block of that hash as the tip of what is below it.
    pub fn find(&self, hash: &Hash256) -> Option<Tip> {
        self.index
            .find(&self.nodes, hash)
            .and_then(|seen| self.tip(seen))
    }

    /// The tip that wins, and whether another was its equal but seen later. `None` of no header.
    pub fn best(&self, rule: Rule) -> Option<(Tip, bool)> {
        if rule == Rule::Ghost {
            return self.ghost();
        }
        let tips = self.tips();
        let weight = |tip: &Tip| match rule {
            Rule::Longest => U256::from(u64::from(tip.height)),
            _ => tip.work,
        };
        let most = tips.iter().map(weight).max()?;
        let mut alike = tips.into_iter().filter(|tip| weight(tip) == most);
        let first = alike.next()?;
        Some((first, alike.next().is_some()))
    }

    /// From the first block up, at every fork into the heaviest subtree.
    fn ghost(&self) -> Option<(Tip, bool)> {
        let runs = self.runs();
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); runs.len()];
        for (at, run) in runs.iter().enumerate().skip(1) {
            if let Some(children) = below.get_mut(run.parent) {
                children.push(at);
            }
        }
        let (mut at, mut tie) = (0, false);
        loop {
            let children = below.get(at)?;
            let weight = |run: &usize| runs.get(*run).map(|run| run.work);
            let Some(most) = children.iter().map(weight).max() else {
                let last = runs.get(at)?.last;
                return Some((self.tip(last)?, tie));
            };
            let mut alike = children.iter().filter(|run| weight(run) == most);
            at = *alike.next()?;
            tie |= alike.next().is_some();
        }
    }

    /// The tree as runs of nodes without a fork, each with the work of all that is on it.
    fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut run_of: Vec<u32> = Vec::with_capacity(self.nodes.len());
        for (node, number) in self.nodes.iter().zip(0..) {
            let parent = self.nodes.get(node.parent as usize);
            let parent_run = run_of.get(node.parent as usize).copied();
            let run = match (parent, parent_run) {
                (Some(parent), Some(run)) if parent.children == 1 => run,
                _ => {
                    runs.push(Run {
                        parent: parent_run.unwrap_or(0) as usize,
                        work: U256::ZERO,
                        last: number,
                    });
                    runs.len() as u32 - 1
                }
            };
            run_of.push(run);
            if let Some(run) = runs.get_mut(run as usize) {
                run.last = number;
                run.work = sum(run.work, work_of(node.bits));
            }
        }
        // A run stands behind the one that it branches from.
        for at in (1..runs.len()).rev() {
            let Some((parent, work)) = runs.get(at).map(|run| (run.parent, run.work)) else {
                continue;
            };
            if let Some(parent) = runs.get_mut(parent) {
                parent.work = sum(parent.work, work);
            }
        }
        runs
    }

    /// The way from one tip of this tree to another.
    pub fn way(&self, from: &Tip, to: &Tip) -> Way {
        let (mut undo, mut apply) = ((from.height, from.seen), (to.height, to.seen));
        let (mut disconnect, mut connect) = (Vec::new(), Vec::new());
        // Heights are equal where both have the block, so the higher side steps down.
        while undo.1 != apply.1 {
            let side = if undo.0 >= apply.0 {
                (&mut undo, &mut disconnect)
            } else {
                (&mut apply, &mut connect)
            };
            let Some(node) = self.nodes.get(side.0.1 as usize) else {
                break;
            };
            side.1.push((side.0.0, node.hash));
            *side.0 = (side.0.0.saturating_sub(1), node.parent);
        }
        connect.reverse();
        let fork = self
            .nodes
            .get(undo.1 as usize)
            .map_or([0; 32], |node| node.hash);
        Way {
            fork: (undo.0, fork),
            disconnect,
            connect,
        }
    }
}

/// Nodes from behind a fork up to the next, or to a tip.
struct Run {
    /// The run that it branches from; of the first, itself.
    parent: usize,
    work: U256,
    /// Its last node.
    last: u32,
}

fn work_of(bits: u32) -> U256 {
    Target::from_bits(bits).map_or(U256::ZERO, Target::work)
}

fn sum(a: U256, b: U256) -> U256 {
    a.checked_add(b).unwrap_or(U256::MAX)
}

/// Nodes by their hash: an open table of numbers, a fifth of what a map of hashes takes. Who makes
/// headers can't foresee where they land.
#[derive(Default)]
struct Index {
    slots: Vec<u32>,
    random: RandomState,
}

impl Index {
    fn start(&self, hash: &Hash256) -> usize {
        self.random.hash_one(hash) as usize & (self.slots.len().wrapping_sub(1))
    }

    fn find(&self, nodes: &[Node], hash: &Hash256) -> Option<u32> {
        let start = self.start(hash);
        let (before, behind) = self.slots.split_at_checked(start)?;
        for &number in behind.iter().chain(before) {
            let node = nodes.get(number as usize)?;
            if node.hash == *hash {
                return Some(number);
            }
        }
        None
    }

    /// Puts in the node of that number, the last of `nodes`.
    fn put(&mut self, nodes: &[Node], number: u32) {
        if nodes.len() * 2 > self.slots.len() {
            self.slots = vec![NONE; (nodes.len() * 4).next_power_of_two()];
            for (node, number) in nodes.iter().zip(0..) {
                self.place(&node.hash, number);
            }
        } else if let Some(node) = nodes.last() {
            self.place(&node.hash, number);
        }
    }

    fn place(&mut self, hash: &Hash256, number: u32) {
        let start = self.start(hash);
        let (before, behind) = self.slots.split_at_mut_checked(start).unwrap_or_default();
        let mut slots = behind.iter_mut().chain(before);
        if let Some(free) = slots.find(|slot| **slot == NONE) {
            *free = number;
        }
    }
}

#[cfg(test)]
mod tests;
