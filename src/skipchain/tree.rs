//! The tree over all blocks (RFC 6962 section 2.1), whose leaves are the hashes of blocks. Nodes above
//! whole subtrees never change, so each is kept when it is made: with leaf `i` those that it completes,
//! one for each of the ones at the end of `i`. A node has a place of its own, and a proof of any block
//! in any tree needs a handful of them.

use sha2::{Digest, Sha256};

use super::block::Hash;
use crate::error::{Error, Result, slug};

/// The root of a tree of no leaves.
pub fn empty() -> Hash {
    Sha256::digest([]).into()
}

/// The leaf of a block.
pub fn leaf(block: &Hash) -> Hash {
    let mut hasher = Sha256::new_with_prefix([0]);
    hasher.update(block);
    hasher.finalize().into()
}

/// The node above two.
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let mut hasher = Sha256::new_with_prefix([1]);
    hasher.update(left);
    hasher.update(right);
    hasher.finalize().into()
}

/// Nodes above leaf level that are complete when there are so many leaves.
pub fn nodes_of(leaves: u64) -> u64 {
    leaves - u64::from(leaves.count_ones())
}

/// Where the nodes are kept. A node is named by its level, from 1, and its number on that level.
pub trait Nodes {
    /// A node above a whole subtree.
    fn node(&self, level: u32, number: u64) -> Result<Hash>;
    /// The hash of a block.
    fn block(&self, index: u64) -> Result<Hash>;

    /// The node above a whole subtree, or a leaf.
    fn whole(&self, level: u32, number: u64) -> Result<Hash> {
        match level {
            0 => Ok(leaf(&self.block(number)?)),
            _ => self.node(level, number),
        }
    }
}

/// The place of a complete node among all, in the order in which they are made.
pub fn place(level: u32, number: u64) -> u64 {
    let last = ((number + 1) << level) - 1;
    nodes_of(last) + u64::from(level) - 1
}

/// The right edge of a tree that grows: the roots of the whole subtrees that it consists of, the
/// largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edge {
    leaves: u64,
    peaks: Vec<Hash>,
}

impl Edge {
    /// That of a tree of so many leaves.
    pub fn of(leaves: u64, nodes: &dyn Nodes) -> Result<Self> {
        let mut peaks = Vec::new();
        let mut from = 0;
        for level in (0..64).rev().filter(|level| leaves >> level & 1 == 1) {
            peaks.push(nodes.whole(level, from >> level)?);
            from += 1 << level;
        }
        Ok(Self { leaves, peaks })
    }

    /// Leaves there are.
    pub fn leaves(&self) -> u64 {
        self.leaves
    }

    /// The roots of the whole subtrees, the largest first.
    pub fn peaks(&self) -> &[Hash] {
        &self.peaks
    }

    /// Adds a block, and gives the nodes that it completes, from below.
    pub fn push(&mut self, block: &Hash) -> Vec<Hash> {
        let mut top = leaf(block);
        let mut made = Vec::new();
        for _ in 0..self.leaves.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                top = node(&left, &top);
                made.push(top);
            }
        }
        self.peaks.push(top);
        self.leaves += 1;
        made
    }

    /// The root of what is there.
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else {
            return empty();
        };
        peaks.fold(*last, |right, left| node(left, &right))
    }
}

/// The root of the first `leaves` blocks.
pub fn root(leaves: u64, nodes: &dyn Nodes) -> Result<Hash> {
    Edge::of(leaves, nodes).map(|edge| edge.root())
}

/// The root of the leaves `from..to`, where `from` is a multiple of the power of two at or above
/// `to - from`.
fn subtree(from: u64, to: u64, nodes: &dyn Nodes) -> Result<Hash> {
    let mut roots = Vec::new();
    let mut at = from;
    while at < to {
        let level = (to - at).ilog2();
        roots.push(nodes.whole(level, at >> level)?);
        at += 1 << level;
    }
    let mut roots = roots.iter().rev();
    let last = roots.next().copied().unwrap_or_else(empty);
    Ok(roots.fold(last, |right, left| node(left, &right)))
}

/// The proof that a block is in the tree of the first `leaves`: RFC 9162 section 2.1.3.1, from the
/// leaf up. At most 64 hashes.
pub fn inclusion(index: u64, leaves: u64, nodes: &dyn Nodes) -> Result<Vec<Hash>> {
    if index >= leaves {
        let wanted = format!("a block before {leaves}");
        return Err(Error::new(slug::OUT_OF_RANGE, wanted, index.to_string()));
    }
    let mut path = Vec::new();
    let (mut from, mut to) = (0, leaves);
    while to - from > 1 {
        let half = from + (to - from).next_power_of_two() / 2;
        if index < half {
            path.push(subtree(half, to, nodes)?);
            to = half;
        } else {
            path.push(subtree(from, half, nodes)?);
            from = half;
        }
    }
    path.reverse();
    Ok(path)
}

/// The proof that the tree of the first `old` blocks begins the one of the first `leaves`: RFC 9162
/// section 2.1.4.1. At most 65 hashes; none where both are the same.
pub fn growth(old: u64, leaves: u64, nodes: &dyn Nodes) -> Result<Vec<Hash>> {
    if old == 0 || old > leaves {
        let wanted = format!("1 to {leaves} blocks");
        return Err(Error::new(slug::OUT_OF_RANGE, wanted, old.to_string()));
    }
    let mut proof = Vec::new();
    let (mut from, mut to, mut whole) = (0, leaves, true);
    while old != to {
        let half = from + (to - from).next_power_of_two() / 2;
        if old <= half {
            proof.push(subtree(half, to, nodes)?);
            to = half;
        } else {
            proof.push(subtree(from, half, nodes)?);
            (from, whole) = (half, false);
        }
    }
    if !whole {
        proof.push(subtree(from, to, nodes)?);
    }
    proof.reverse();
    Ok(proof)
}

/// The root that a proof leads to: RFC 9162 section 2.1.3.2. `None` where it is no proof for that
/// block in a tree of that size.
pub fn root_of(block: &Hash, index: u64, leaves: u64, path: &[Hash]) -> Option<Hash> {
    root_above(&leaf(block), index, leaves, path)
}

/// The same from any leaf's hash, of this tree or another of RFC 6962.
pub fn root_above(leaf: &Hash, index: u64, leaves: u64, path: &[Hash]) -> Option<Hash> {
    let sides = sides(index, leaves)?;
    let fits = sides.len() == path.len();
    let steps = sides.iter().zip(path);
    fits.then(|| steps.fold(*leaf, |at, (left, sibling)| above(&at, *left, sibling)))
}

/// The node above one and its sibling, which stands on the left or on the right.
pub fn above(at: &Hash, left: bool, sibling: &Hash) -> Hash {
    if left {
        node(sibling, at)
    } else {
        node(at, sibling)
    }
}

/// For each hash of a proof, from the leaf up, whether it stands on the left. `None` where there is no
/// such leaf.
pub fn sides(index: u64, leaves: u64) -> Option<Vec<bool>> {
    let (mut number, mut last) = (index, leaves.checked_sub(1)?);
    if number > last {
        return None;
    }
    let mut sides = Vec::new();
    while last > 0 {
        // An odd node at the end goes up until it is a right one.
        let up = if number == last {
            number.trailing_zeros()
        } else {
            0
        };
        number >>= up;
        last >>= up;
        sides.push(number & 1 == 1);
        number >>= 1;
        last >>= 1;
    }
    Some(sides)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All nodes in memory, in their places.
    #[derive(Default)]
    struct Kept {
        blocks: Vec<Hash>,
        nodes: Vec<Hash>,
    }

    impl Nodes for Kept {
        fn node(&self, level: u32, number: u64) -> Result<Hash> {
            Ok(self.nodes[place(level, number) as usize])
        }

        fn block(&self, index: u64) -> Result<Hash> {
            Ok(self.blocks[index as usize])
        }
    }

    fn block(number: u64) -> Hash {
        Sha256::digest(number.to_be_bytes()).into()
    }

    /// The definition of RFC 6962, word by word.
    fn defined(blocks: &[Hash]) -> Hash {
        match blocks {
            [] => empty(),
            [one] => leaf(one),
            more => {
                let half = more.len().next_power_of_two() / 2;
                node(&defined(&more[..half]), &defined(&more[half..]))
            }
        }
    }

    #[test]
    fn roots_and_proofs_are_those_of_the_definition() {
        use crate::merkle::{Kind, Leaf, Tree};
        let by_line = Tree::new(Kind::Rfc6962, Leaf::Line).unwrap();
        let mut kept = Kept::default();
        let mut edge = Edge::default();
        for leaves in 0..70 {
            let root = defined(&kept.blocks);
            assert_eq!(edge.root(), root);
            assert_eq!(Edge::of(leaves, &kept).unwrap(), edge);
            assert_eq!(kept.nodes.len() as u64, nodes_of(leaves));
            for index in 0..leaves {
                let path = inclusion(index, leaves, &kept).unwrap();
                let found = |index, leaves, path: &[Hash]| {
                    root_of(&block(index), index, leaves, path) == Some(root)
                };
                assert!(found(index, leaves, &path), "{index} of {leaves}");
                assert!(!found(index + 1, leaves, &path));
                assert_eq!(
                    root_of(
                        &block(index),
                        index,
                        leaves,
                        &[&path[..], &[[0; 32]]].concat()
                    ),
                    None
                );
                if let Some((_, less)) = path.split_last() {
                    assert_ne!(root_of(&block(index), index, leaves, less), Some(root));
                }
            }
            assert!(inclusion(leaves, leaves, &kept).is_err());
            for old in 1..=leaves {
                let proof = crate::merkle::consistency::Consistency {
                    tree: by_line,
                    old_size: old,
                    size: leaves,
                    hashes: growth(old, leaves, &kept).unwrap(),
                };
                let old_root = defined(&kept.blocks[..old as usize]);
                assert_eq!(proof.verify(&old_root, &root), Ok(()), "{old} of {leaves}");
            }
            assert!(growth(leaves + 1, leaves, &kept).is_err());
            kept.blocks.push(block(leaves));
            kept.nodes.extend(edge.push(&block(leaves)));
        }
    }
}
