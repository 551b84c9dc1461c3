//! A chain that grows: what the next block needs of those before it, one hash a level and the edge of
//! the tree.

use sha2::{Digest, Sha256};

use super::block::{Block, Hash, Header};
use super::shape::Shape;
use super::tree::{Edge, Nodes};
use crate::error::{Error, Result, slug};

/// What is new in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// Seconds since 1970.
    pub time: u64,
    /// Bytes of the payload.
    pub payload_bytes: u64,
    /// SHA-256 of the payload.
    pub payload: Hash,
    /// Hash of the roster that signs for the block.
    pub roster: Hash,
}

impl Content {
    /// That of a payload.
    pub fn new(time: u64, payload: &[u8], roster: Hash) -> Self {
        Self {
            time,
            payload_bytes: payload.len() as u64,
            payload: Sha256::digest(payload).into(),
            roster,
        }
    }
}

/// The end of a chain, to which blocks are added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growing {
    shape: Shape,
    /// In block 0 random bytes, then its hash.
    chain: Hash,
    edge: Edge,
    /// The hash of the last block that is as high, level by level.
    last: Vec<Hash>,
    /// The time of the last block; 0 where that is not known.
    time: u64,
}

impl Growing {
    /// A chain without a block yet, named by 32 random bytes.
    pub fn new(shape: Shape, seed: Hash) -> Self {
        Self {
            shape,
            chain: seed,
            edge: Edge::default(),
            last: vec![Hash::default(); shape.greatest().into()],
            time: 0,
        }
    }

    /// A chain of so many blocks, one at least.
    pub fn after(shape: Shape, blocks: u64, nodes: &dyn Nodes) -> Result<Self> {
        let below = |level: u8| {
            let span = shape.span(level).unwrap_or(u64::MAX);
            (blocks - 1) / span * span
        };
        if blocks == 0 {
            let wanted = "a chain with a block";
            return Err(Error::new(slug::SKIP_LOG, wanted, "none"));
        }
        let last = (0..shape.greatest()).map(|level| nodes.block(below(level)));
        Ok(Self {
            shape,
            chain: nodes.block(0)?,
            edge: Edge::of(blocks, nodes)?,
            last: last.collect::<Result<_>>()?,
            time: 0,
        })
    }

    /// Blocks there are: the number of the next.
    pub fn blocks(&self) -> u64 {
        self.edge.leaves()
    }

    /// Which blocks are linked.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The chain: the hash of block 0, once that is there.
    pub fn chain(&self) -> &Hash {
        &self.chain
    }

    /// The tree over all blocks that are there.
    pub fn edge(&self) -> &Edge {
        &self.edge
    }

    /// The next block, and the nodes of the tree that it completes.
    pub fn push(&mut self, content: &Content) -> (Block, Vec<Hash>) {
        let index = self.blocks();
        let links = self.shape.back(index).count();
        let block = Block::of(Header {
            chain: self.chain,
            index,
            time: content.time,
            shape: self.shape,
            payload_bytes: content.payload_bytes,
            payload: content.payload,
            roster: content.roster,
            tree: self.edge.root(),
            back: self.last.iter().take(links).copied().collect(),
        });
        let nodes = self.take(&block);
        (block, nodes)
    }

    /// Goes on from a block that is there, and gives the nodes of the tree that it completes. The error
    /// says in what it is not the next one.
    pub fn follow(&mut self, block: &Block) -> Result<Vec<Hash>> {
        self.fits(block)?;
        if block.header().tree != self.edge.root() {
            return Err(self.wrong("the root over all blocks before".into(), "another"));
        }
        Ok(self.take(block))
    }

    /// The same, only that the root in it is not computed again, which takes most of the time.
    pub fn pass(&mut self, block: &Block) -> Result<Vec<Hash>> {
        self.fits(block)?;
        Ok(self.take(block))
    }

    /// Whether a block that is there is what the blocks before it ask for: its links back, and the root
    /// over all of them, as their hashes have it.
    pub fn stands(block: &Block, nodes: &dyn Nodes) -> Result<()> {
        if block.index() == 0 {
            return Ok(());
        }
        let mut before = Self::after(block.header().shape, block.index(), nodes)?;
        before.follow(block).map(drop)
    }

    fn wrong(&self, wanted: String, found: &'static str) -> Error {
        let place = crate::error::Place::Item("block", self.blocks());
        Error::new(slug::SKIP_BLOCK, wanted, found).at(place)
    }

    fn fits(&self, block: &Block) -> Result<()> {
        let (header, index) = (block.header(), self.blocks());
        if header.index != index {
            return Err(self.wrong("the next number".into(), "another"));
        }
        if header.shape != self.shape {
            return Err(self.wrong("the base and the height of the chain".into(), "others"));
        }
        if index > 0 && header.chain != self.chain {
            return Err(self.wrong("a block of this chain".into(), "one of another"));
        }
        if header.time < self.time {
            let wanted = format!("a time not before that of the block before, {}", self.time);
            return Err(self.wrong(wanted, "an earlier one"));
        }
        let mut links = header.back.iter().zip(self.last.iter());
        if !links.all(|(link, last)| link == last) {
            return Err(self.wrong("links to the blocks before".into(), "another hash"));
        }
        Ok(())
    }

    fn take(&mut self, block: &Block) -> Vec<Hash> {
        let index = self.blocks();
        if index == 0 {
            self.chain = *block.hash();
        }
        self.time = block.header().time;
        let height = usize::from(self.shape.height(index));
        for last in self.last.iter_mut().take(height) {
            *last = *block.hash();
        }
        self.edge.push(block.hash())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::tree::{place, root_of};
    use super::*;

    /// A chain in memory.
    pub(in super::super) struct Kept {
        pub(in super::super) blocks: Vec<Block>,
        pub(in super::super) nodes: Vec<Hash>,
    }

    impl Nodes for Kept {
        fn node(&self, level: u32, number: u64) -> Result<Hash> {
            Ok(self.nodes[place(level, number) as usize])
        }

        fn block(&self, index: u64) -> Result<Hash> {
            Ok(*self.blocks[index as usize].hash())
        }
    }

    pub(in super::super) fn content(number: u64) -> Content {
        Content {
            time: 1000 + number,
            payload_bytes: number,
            payload: [number as u8; 32],
            roster: [9; 32],
        }
    }

    pub(in super::super) fn chain(shape: Shape, blocks: u64) -> Kept {
        let mut growing = Growing::new(shape, [5; 32]);
        let mut kept = Kept {
            blocks: Vec::new(),
            nodes: Vec::new(),
        };
        for number in 0..blocks {
            let (block, nodes) = growing.push(&content(number));
            kept.blocks.push(block);
            kept.nodes.extend(nodes);
        }
        kept
    }

    #[test]
    fn every_link_back_is_the_hash_of_the_block_that_it_leads_to() {
        for (base, height) in [(2, 32), (3, 3), (10, 32), (4, 1)] {
            let shape = Shape::new(base, height).unwrap();
            let kept = chain(shape, 300);
            for block in &kept.blocks {
                let header = block.header();
                let back: Vec<u64> = shape.back(block.index()).collect();
                assert_eq!(back.len(), header.back.len());
                for (to, hash) in back.iter().zip(&header.back) {
                    assert_eq!(kept.blocks[*to as usize].hash(), hash);
                }
                assert_eq!(block.chain(), kept.blocks[0].hash());
                let (read, _) = Header::decode(&header.encode()).unwrap();
                assert_eq!(Block::of(read), *block);
            }
        }
    }

    #[test]
    fn a_chain_goes_on_from_any_block() {
        let shape = Shape::new(3, 4).unwrap();
        let kept = chain(shape, 100);
        for blocks in 1..100 {
            let mut growing = Growing::after(shape, blocks, &kept).unwrap();
            let (block, _) = growing.push(&content(blocks));
            assert_eq!(block, kept.blocks[blocks as usize]);
        }
        assert!(Growing::after(shape, 0, &kept).is_err());
    }

    #[test]
    fn only_the_next_block_follows() {
        let shape = Shape::default();
        let kept = chain(shape, 20);
        let mut growing = Growing::new(shape, [5; 32]);
        for block in &kept.blocks {
            let mut others: Vec<Header> = kept.blocks.iter().map(|b| b.header().clone()).collect();
            others.retain(|header| header != block.header());
            let right = block.header();
            others.push(Header {
                chain: [0; 32],
                ..right.clone()
            });
            others.push(Header {
                tree: [0; 32],
                ..right.clone()
            });
            for level in 0..right.back.len() {
                let mut other = right.clone();
                other.back[level] = [0; 32];
                others.push(other);
            }
            others.push(Header {
                time: right.time - 2,
                ..right.clone()
            });
            for other in others.into_iter().filter(|other| other.index > 0) {
                assert!(growing.clone().follow(&Block::of(other)).is_err());
            }
            growing.follow(block).unwrap();
        }
    }

    /// Each field that a block has from those before it is held against them.
    #[test]
    fn a_block_stands_on_all_before_it() {
        let kept = chain(Shape::default(), 40);
        for block in &kept.blocks {
            Growing::stands(block, &kept).unwrap();
        }
        for block in &kept.blocks[1..] {
            let right = block.header();
            let mut others = vec![Header {
                tree: [1; 32],
                ..right.clone()
            }];
            for level in 0..right.back.len() {
                let mut other = right.clone();
                other.back[level] = [1; 32];
                others.push(other);
            }
            for other in others {
                let error = Growing::stands(&Block::of(other), &kept).unwrap_err();
                assert_eq!(error.slug, slug::SKIP_BLOCK);
            }
        }
    }

    /// The tree root of a later block proves any block before it.
    #[test]
    fn a_block_proves_all_before_it() {
        let kept = chain(Shape::default(), 77);
        for last in 1..77 {
            let root = kept.blocks[last as usize].header().tree;
            for index in 0..last {
                let path = super::super::tree::inclusion(index, last, &kept).unwrap();
                let block = kept.blocks[index as usize].hash();
                assert_eq!(root_of(block, index, last, &path), Some(root));
            }
        }
    }
}
