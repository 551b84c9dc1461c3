//! The nodes of a file above its chunks: balanced or trickle, made as the chunks come, so that only
//! one node under way a level is kept. The recursive fill of kubo, without recursion.

use super::multihash::{self, IDENTITY, SHA2_256};
use super::params::{Layout, Params};
use super::unixfs::{Data, Kind, Meta};
use super::{Cid, DAG_PB, Version};

use crate::codec::dag_pb::{Link, Node as Block};
use crate::error::{Error, Result, slug};

/// The largest block that other programs take.
pub const BLOCK_MOST: usize = 2 << 20;
/// Subtrees of one depth that a trickle node has.
const REPEAT: u32 = 4;

/// A node that is made: what its parent has to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its CID.
    pub cid: Cid,
    /// Bytes of its block and of all below.
    pub tsize: u64,
    /// Bytes of the file.
    pub size: u64,
}

/// Told of every block that is made above the chunks, children before parents.
pub type OnBlock<'a> = &'a mut dyn FnMut(&Cid, &[u8]) -> Result<()>;

/// The CID of a block by parameters: inline where it is short enough.
pub fn cid_of(params: &Params, codec: u64, block: &[u8]) -> Cid {
    if params.inline > 0 && block.len() <= params.inline {
        return Cid::v1(codec, IDENTITY, block);
    }
    let digest = multihash::digest(params.hash.code, &[block]).unwrap_or_default();
    by_digest(params, codec, &digest)
}

/// The same of a block whose digest is known and which is not inline.
pub fn by_digest(params: &Params, codec: u64, digest: &[u8]) -> Cid {
    match digest.try_into() {
        Ok(digest)
            if params.version == Version::V0 && codec == DAG_PB && params.hash.code == SHA2_256 =>
        {
            Cid::v0(digest)
        }
        _ => Cid::v1(codec, params.hash.code, digest),
    }
}

/// Makes a node of links and data, and tells of its block.
pub fn put(params: &Params, links: Vec<Link>, data: &Data, on: OnBlock<'_>) -> Result<Node> {
    let below: u64 = links
        .iter()
        .fold(0, |sum, link| link.tsize.saturating_add(sum));
    let block = Block {
        links,
        data: Some(data.encode()),
    };
    let block = block.encode();
    if block.len() > BLOCK_MOST {
        let wanted = format!("blocks of at most {BLOCK_MOST} bytes");
        return Err(Error::new(
            slug::BLOCK_TOO_LARGE,
            wanted,
            format!("one of {}", block.len()),
        ));
    }
    let cid = cid_of(params, DAG_PB, &block);
    on(&cid, &block)?;
    Ok(Node {
        cid,
        tsize: below.saturating_add(block.len() as u64),
        size: data.size(),
    })
}

/// A node above others.
fn parent(params: &Params, children: &[Node], meta: Meta, on: OnBlock<'_>) -> Result<Node> {
    let blocksizes: Vec<u64> = children.iter().map(|child| child.size).collect();
    let sum = blocksizes
        .iter()
        .try_fold(0u64, |sum, size| sum.checked_add(*size));
    let filesize =
        sum.ok_or_else(|| Error::new(slug::TOO_LARGE, "less than 2^64 bytes", "more"))?;
    let links = children.iter().map(|child| Link {
        cid: child.cid.clone(),
        name: Vec::new(),
        tsize: child.tsize,
    });
    let data = Data {
        filesize: Some(filesize),
        blocksizes,
        meta,
        ..Data::new(Kind::File)
    };
    put(params, links.collect(), &data, on)
}

/// A file under way.
#[derive(Debug)]
pub struct Builder {
    params: Params,
    shape: Shape,
}

#[derive(Debug)]
enum Shape {
    /// The nodes under way, a level each, the leaves first.
    Balanced(Vec<Vec<Node>>),
    /// The nodes that are open, the root first.
    Trickle(Vec<Open>),
}

/// A trickle node that is open.
#[derive(Debug)]
struct Open {
    links: Vec<Node>,
    /// Levels that it may have; the root has no bound.
    most: Option<u32>,
    /// Levels of the subtrees that are added now, and how many of them there are.
    depth: u32,
    repeat: u32,
}

impl Open {
    fn new(most: Option<u32>) -> Self {
        Self {
            links: Vec::new(),
            most,
            depth: 1,
            repeat: 0,
        }
    }

    /// The levels that the next subtree may have, if one goes in.
    fn next(&mut self) -> Option<u32> {
        if self.repeat == REPEAT {
            (self.depth, self.repeat) = (self.depth + 1, 0);
        }
        if self.most.is_some_and(|most| self.depth >= most) {
            return None;
        }
        self.repeat += 1;
        Some(self.depth)
    }
}

impl Builder {
    /// A file without a chunk.
    pub fn new(params: Params) -> Self {
        let shape = match params.layout {
            Layout::Balanced => Shape::Balanced(vec![Vec::new()]),
            Layout::Trickle => Shape::Trickle(vec![Open::new(None)]),
        };
        Self { params, shape }
    }

    /// The next chunk, so many times. Equal ones in a row cost a few blocks a level.
    pub fn push(&mut self, leaf: &Node, times: u64, on: OnBlock<'_>) -> Result<()> {
        let params = self.params;
        match &mut self.shape {
            Shape::Balanced(levels) => balanced(&params, levels, leaf, times, on),
            Shape::Trickle(open) => trickle(&params, open, leaf, times, on),
        }
    }

    /// The root. A single chunk is the file itself where the layout is balanced; metadata then has
    /// to be in that chunk. `None` of a balanced file without a chunk.
    pub fn finish(self, meta: Meta, on: OnBlock<'_>) -> Result<Option<Node>> {
        let params = self.params;
        match self.shape {
            Shape::Balanced(levels) => balanced_root(&params, levels, meta, on),
            Shape::Trickle(mut open) => {
                while open.len() > 1 {
                    close(&params, &mut open, on)?;
                }
                let links = open.pop().map(|root| root.links).unwrap_or_default();
                parent(&params, &links, meta, on).map(Some)
            }
        }
    }
}

/// Makes one node of a level that is full.
fn lift(params: &Params, levels: &mut Vec<Vec<Node>>, level: usize, on: OnBlock<'_>) -> Result<()> {
    let full = levels
        .get_mut(level)
        .map(std::mem::take)
        .unwrap_or_default();
    let node = parent(params, &full, Meta::default(), on)?;
    room(params, levels, level + 1, on)?;
    if let Some(above) = levels.get_mut(level + 1) {
        above.push(node);
    }
    Ok(())
}

/// Sees to it that a level is there and takes one node more. Goes up while levels are full.
fn room(params: &Params, levels: &mut Vec<Vec<Node>>, level: usize, on: OnBlock<'_>) -> Result<()> {
    if level == levels.len() {
        levels.push(Vec::new());
    }
    let full = |levels: &Vec<Vec<Node>>, at: usize| {
        levels
            .get(at)
            .is_some_and(|nodes| nodes.len() >= params.width.get())
    };
    // The highest full level in a row goes first.
    let top = (level..levels.len())
        .take_while(|at| full(levels, *at))
        .last();
    let Some(top) = top else { return Ok(()) };
    if top + 1 == levels.len() {
        levels.push(Vec::new());
    }
    for at in (level..=top).rev() {
        let nodes = levels.get_mut(at).map(std::mem::take).unwrap_or_default();
        let node = parent(params, &nodes, Meta::default(), on)?;
        if let Some(above) = levels.get_mut(at + 1) {
            above.push(node);
        }
    }
    Ok(())
}

fn balanced(
    params: &Params,
    levels: &mut Vec<Vec<Node>>,
    leaf: &Node,
    times: u64,
    on: OnBlock<'_>,
) -> Result<()> {
    let width = params.width.get() as u64;
    let (mut node, mut left, mut level) = (leaf.clone(), times, 0);
    // What is left over at the end of each level, the lowest first.
    let mut over: Vec<(Node, u64)> = Vec::new();
    loop {
        // Until the level begins a new node, or nothing is left.
        while left > 0 {
            room(params, levels, level, on)?;
            let Some(nodes) = levels.get_mut(level) else {
                break;
            };
            if nodes.is_empty() && left > width && width > 1 {
                break;
            }
            let now = left.min(width - nodes.len() as u64);
            nodes.extend(std::iter::repeat_n(node.clone(), now as usize));
            left -= now;
        }
        if left == 0 {
            break;
        }
        // The last node stays open, for it may be the last of all.
        let whole = (left - 1) / width;
        over.push((node.clone(), left - whole * width));
        let same = vec![node; width as usize];
        node = parent(params, &same, Meta::default(), on)?;
        (left, level) = (whole, level + 1);
    }
    for (level, (node, left)) in over.into_iter().enumerate().rev() {
        if let Some(nodes) = levels.get_mut(level) {
            nodes.extend(std::iter::repeat_n(node, left as usize));
        }
    }
    Ok(())
}

fn balanced_root(
    params: &Params,
    mut levels: Vec<Vec<Node>>,
    meta: Meta,
    on: OnBlock<'_>,
) -> Result<Option<Node>> {
    let mut level = 0;
    loop {
        let top = level + 1 == levels.len();
        let nodes = levels.get(level).map_or(&[][..], Vec::as_slice);
        match nodes {
            [] if top => return Ok(None),
            // The only chunk: what is made of others never stands alone above them.
            [one] if top => return Ok(Some(one.clone())),
            _ if top => return parent(params, nodes, meta, on).map(Some),
            [] => {}
            _ => lift(params, &mut levels, level, on)?,
        }
        level += 1;
    }
}

/// The next chunk, so many times. A subtree of nothing but this chunk is made once a depth, so that
/// equal chunks in a row cost a few blocks a level.
fn trickle(
    params: &Params,
    open: &mut Vec<Open>,
    leaf: &Node,
    times: u64,
    on: OnBlock<'_>,
) -> Result<()> {
    let width = params.width.get();
    let mut same = Same::new(leaf, width);
    let mut left = times;
    while left > 0 {
        let Some(last) = open.last_mut() else {
            return Ok(());
        };
        if last.links.len() < width && last.repeat == 0 && last.depth == 1 {
            let now = left.min((width - last.links.len()) as u64);
            let leaves = std::iter::repeat_n(leaf.clone(), now as usize);
            last.links.extend(leaves);
            left -= now;
            continue;
        }
        let Some(depth) = last.next() else {
            close(params, open, on)?;
            continue;
        };
        match same.subtree(params, depth, left, on)? {
            Some((subtree, leaves)) => {
                left -= leaves;
                if let Some(last) = open.last_mut() {
                    last.links.push(subtree);
                }
            }
            None => open.push(Open::new(Some(depth))),
        }
    }
    Ok(())
}

/// Full trickle subtrees of one chunk again and again.
struct Same<'a> {
    leaf: &'a Node,
    width: usize,
    /// The one of each depth, from 1, and the chunks in it.
    made: Vec<(Node, u64)>,
}

impl<'a> Same<'a> {
    fn new(leaf: &'a Node, width: usize) -> Self {
        Self {
            leaf,
            width,
            made: Vec::new(),
        }
    }

    /// The full subtree of a depth, if so many chunks fill it.
    fn subtree(
        &mut self,
        params: &Params,
        depth: u32,
        most: u64,
        on: OnBlock<'_>,
    ) -> Result<Option<(Node, u64)>> {
        for at in 1..=depth as usize {
            let below = self.made.get(..at - 1).unwrap_or_default();
            let chunks = below.iter().map(|(_, chunks)| *chunks);
            let sum = chunks.fold(0, u64::saturating_add);
            let chunks = sum
                .saturating_mul(u64::from(REPEAT))
                .saturating_add(self.width as u64);
            if chunks > most {
                return Ok(None);
            }
            if self.made.len() >= at {
                continue;
            }
            let mut links = vec![self.leaf.clone(); self.width];
            for (subtree, _) in below {
                links.extend(vec![subtree.clone(); REPEAT as usize]);
            }
            let node = parent(params, &links, Meta::default(), on)?;
            self.made.push((node, chunks));
        }
        Ok(self.made.get(depth as usize - 1).cloned())
    }
}

fn close(params: &Params, open: &mut Vec<Open>, on: OnBlock<'_>) -> Result<()> {
    let links = open.pop().map(|node| node.links).unwrap_or_default();
    let node = parent(params, &links, Meta::default(), on)?;
    if let Some(above) = open.last_mut() {
        above.links.push(node);
    }
    Ok(())
}
