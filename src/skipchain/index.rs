//! The index beside a log, rebuilt from it whenever it is missing: for each block its place in the log,
//! its hash, and the nodes of the tree that it completes; and in a file of its own for each link that a
//! block may have the place of its record. Entries stand at places that their numbers give, so a chain
//! of any length is open at once.
//!
//! Both files begin with 112 bytes: a tag of 16, the length of the log that they cover (8), the blocks
//! and the links in it (8 each), place and blocks of its furthest checkpoint (8 each, 0 where there is
//! none), place and checksum of its last record (8 each), the hash of block 0 (32), the CRC-64 of these
//! (8). Behind stand, in the one, for each block 8 bytes, 32, and
//! 32 for each node; in the other 8 bytes for each level of each block, 0 where the link is not made.
//! What stands behind what is covered is not looked at.

use super::block::{Hash, part};
use super::shape::Shape;
use super::tree::nodes_of;
use crate::shamir::crc;

/// Bytes before the entries.
pub const HEAD: u64 = 112;
/// Bytes of a block's entry before its nodes.
pub const ENTRY: u64 = 40;
/// Bytes of a link's.
pub const SLOT: u64 = 8;

/// Which of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Blocks and nodes.
    Blocks,
    /// Links.
    Links,
}

impl Which {
    const fn tag(self) -> &'static [u8; 16] {
        match self {
            Self::Blocks => b"decent-skip-idx1",
            Self::Links => b"decent-skip-fwd1",
        }
    }
}

/// How far an index is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// Bytes of the log that it covers.
    pub log: u64,
    /// Blocks in them.
    pub blocks: u64,
    /// Links in them, each counted once.
    pub links: u64,
    /// Where the last of the furthest checkpoints in them begins; 0 where there is none.
    pub checkpoint: u64,
    /// Blocks of that.
    pub head: u64,
    /// Where the last record in them begins.
    pub last: u64,
    /// The checksum of that record.
    pub sum: u64,
    /// The hash of block 0.
    pub chain: Hash,
}

impl Covered {
    /// The first bytes of a file.
    pub fn encode(&self, which: Which) -> [u8; HEAD as usize] {
        let mut bytes = [0; HEAD as usize];
        let numbers = [self.log, self.blocks, self.links, self.checkpoint];
        let numbers = [&numbers[..], &[self.head, self.last, self.sum]].concat();
        let numbers: Vec<_> = numbers.into_iter().map(u64::to_be_bytes).collect();
        let body = [&which.tag()[..], numbers.as_flattened(), &self.chain].concat();
        let sum = crc::of(&body).to_be_bytes();
        let all = body.iter().chain(&sum);
        bytes.iter_mut().zip(all).for_each(|(to, from)| *to = *from);
        bytes
    }

    /// From them; `None` where they are damaged, or of another file.
    pub fn decode(bytes: &[u8], which: Which) -> Option<Self> {
        let (all, _) = bytes.split_first_chunk::<{ HEAD as usize }>()?;
        let mut rest = all.get(16..)?;
        let mut number = || part(&mut rest).ok().map(u64::from_be_bytes);
        let [log, blocks, links] = [number()?, number()?, number()?];
        let [checkpoint, head] = [number()?, number()?];
        let [last, sum] = [number()?, number()?];
        let covered = Self {
            log,
            blocks,
            links,
            checkpoint,
            head,
            last,
            sum,
            chain: part(&mut rest).ok()?,
        };
        (covered.encode(which) == *all).then_some(covered)
    }
}

/// Where the entry of a block begins; and where the file of so many blocks ends.
pub fn block_at(index: u64) -> u64 {
    HEAD + ENTRY * index + 32 * nodes_of(index)
}

/// Where a complete node of the tree stands: its level, from 1, and its number.
pub fn node_at(level: u32, number: u64) -> u64 {
    let last = ((number + 1) << level) - 1;
    block_at(last) + ENTRY + 32 * (u64::from(level) - 1)
}

/// Where the place of a link stands; `None` past 2^64.
pub fn link_at(shape: Shape, from: u64, level: u8) -> Option<u64> {
    let before = shape.links_before(from).checked_add(level.into())?;
    before.checked_mul(SLOT)?.checked_add(HEAD)
}

/// The entry of a block.
pub fn entry(at: u64, hash: &Hash, nodes: &[Hash]) -> Vec<u8> {
    let mut bytes = at.to_be_bytes().to_vec();
    bytes.extend(hash);
    bytes.extend(nodes.iter().flatten());
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::grow::Growing;
    use super::super::grow::tests::{chain, content};
    use super::*;

    #[test]
    fn entries_stand_where_their_numbers_say() {
        let kept = chain(Shape::default(), 200);
        let mut growing = Growing::new(Shape::default(), [5; 32]);
        let mut file = vec![0; HEAD as usize];
        for number in 0..200 {
            assert_eq!(file.len() as u64, block_at(number));
            let (block, nodes) = growing.push(&content(number));
            file.extend(entry(number, block.hash(), &nodes));
        }
        let hash = |at: u64| file[at as usize..][..32].to_vec();
        for (number, block) in kept.blocks.iter().enumerate() {
            assert_eq!(hash(block_at(number as u64) + 8), block.hash());
        }
        for level in 1..7 {
            for number in 0..200 >> level {
                let place = super::super::tree::place(level, number) as usize;
                assert_eq!(hash(node_at(level, number)), kept.nodes[place]);
            }
        }
    }

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let covered = Covered {
            log: 77,
            blocks: 5,
            links: 6,
            checkpoint: 7,
            head: 4,
            last: 8,
            sum: 9,
            chain: [3; 32],
        };
        for which in [Which::Blocks, Which::Links] {
            let bytes = covered.encode(which);
            assert_eq!(Covered::decode(&bytes, which), Some(covered));
            for at in 0..HEAD as usize {
                let mut other = bytes;
                other[at] ^= 1;
                assert_eq!(Covered::decode(&other, which), None);
            }
        }
        let other = Covered::decode(&covered.encode(Which::Blocks), Which::Links);
        assert_eq!(other, None);
    }
}
