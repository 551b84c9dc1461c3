//! The trees over a batch of blocks, and the root that each of its headers should have: many nodes in
//! one call.

use super::LEVELS;
use crate::hash::{Engine, Message};
use crate::skipchain::block::Hash;
use crate::skipchain::tree::empty;

/// The whole subtrees over a batch, level by level; the first level are the leaves.
pub(super) struct Subtrees {
    levels: Vec<Vec<Hash>>,
}

impl Subtrees {
    /// Those over the hashes of blocks, of which there are 2^[`LEVELS`] at most.
    pub(super) fn over(blocks: &[Hash], engine: Engine) -> Self {
        let messages: Vec<_> = blocks
            .iter()
            .map(|block| Message {
                prefix: &[0],
                body: block,
                suffix: &[],
            })
            .collect();
        let mut leaves = vec![Hash::default(); blocks.len()];
        engine.sha256(&messages, &mut leaves);
        let mut levels = vec![leaves];
        for _ in 0..LEVELS {
            let below = levels.last().map_or(&[][..], |level| level);
            let mut above = vec![Hash::default(); below.len() / 2];
            engine.sha256_pairs(&[1], below, &mut above);
            levels.push(above);
        }
        Self { levels }
    }

    /// A node by its level and its number in the batch.
    pub(super) fn node(&self, level: u32, number: u64) -> Option<&Hash> {
        self.levels.get(level as usize)?.get(number as usize)
    }

    fn leaves(&self) -> usize {
        self.levels.first().map_or(0, Vec::len)
    }
}

/// The root that each block of a batch should have: over `peaks`, the whole subtrees before the batch,
/// and the blocks of the batch before it. From the right, each step for all of them at once.
pub(super) fn roots(tree: &Subtrees, peaks: &[Hash], engine: Engine) -> Vec<Hash> {
    // What is left of each: subtrees of the batch, as the bits of its number, and peaks before.
    let mut left: Vec<(u64, usize)> = (0..tree.leaves() as u64)
        .map(|bits| (bits, peaks.len()))
        .collect();
    let next = |number: usize, (bits, before): &mut (u64, usize)| {
        if *bits > 0 {
            let level = bits.trailing_zeros();
            *bits &= *bits - 1;
            return tree.node(level, (number as u64 >> level) - 1);
        }
        *before = before.checked_sub(1)?;
        peaks.get(*before)
    };
    let mut roots: Vec<Hash> = Vec::with_capacity(left.len());
    for (number, left) in left.iter_mut().enumerate() {
        roots.push(next(number, left).copied().unwrap_or_else(empty));
    }
    let (mut pairs, mut whose) = (Vec::new(), Vec::new());
    let mut above = Vec::new();
    loop {
        pairs.clear();
        whose.clear();
        for (number, (left, root)) in left.iter_mut().zip(&roots).enumerate() {
            if let Some(peak) = next(number, left) {
                pairs.extend([*peak, *root]);
                whose.push(number);
            }
        }
        if whose.is_empty() {
            return roots;
        }
        above.resize(whose.len(), Hash::default());
        engine.sha256_pairs(&[1], &pairs, &mut above);
        for (number, root) in whose.iter().zip(&above) {
            if let Some(place) = roots.get_mut(*number) {
                *place = *root;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::skipchain::tree::Edge;

    #[test]
    fn roots_are_those_of_a_tree_that_grows() {
        let blocks: Vec<Hash> = (0..300u16).map(|n| [n as u8; 32]).collect();
        let mut edge = Edge::default();
        let mut wanted = Vec::new();
        for block in &blocks {
            wanted.push(edge.root());
            edge.push(block);
        }
        for start in [0, 128, 256] {
            let mut before = Edge::default();
            blocks[..start].iter().for_each(|block| {
                before.push(block);
            });
            let end = 300.min(start + 128);
            let tree = Subtrees::over(&blocks[start..end], Engine::detect());
            let found = roots(&tree, before.peaks(), Engine::detect());
            assert_eq!(found, wanted[start..end], "{start}");
        }
    }
}
