//! The tree of version 2 torrents (BEP 52): SHA-256 of 16 KiB leaves, filled up to a power of two
//! with zero hashes (not with hashes of zeros). The one place that knows how its nodes are joined.

use crate::error::Result;
use crate::hash::{Engine, Hash256, Message};

use super::spine::Spine;
use super::tree::{Kind, Tree};

/// Bytes a leaf.
pub const LEAF: usize = 16 << 10;

/// The leaf hashes of `bytes`, which begin at the boundary of a leaf.
pub fn leaves(engine: Engine, bytes: &[u8]) -> Vec<Hash256> {
    let messages: Vec<_> = bytes.chunks(LEAF).map(Message::from).collect();
    let mut digests = vec![[0; 32]; messages.len()];
    engine.sha256(&messages, &mut digests);
    digests
}

/// The node at `level` over nothing but padding: at level 0 the zero hash itself.
pub fn pad(engine: Engine, level: u32) -> Hash256 {
    (0..level).fold([0; 32], |child, _| {
        let mut parent = [[0; 32]];
        engine.sha256_pairs(&[], &[child, child], &mut parent);
        let [parent] = parent;
        parent
    })
}

/// The parents of all nodes at `level`, an odd last one joined with padding.
pub(super) fn parents(engine: Engine, level: u32, nodes: &[Hash256]) -> Vec<Hash256> {
    let mut above = vec![[0; 32]; nodes.len().div_ceil(2)];
    engine.sha256_pairs(&[], nodes, &mut above);
    if let (Some(last), Some(parent)) = (nodes.as_chunks::<2>().1.first(), above.last_mut()) {
        let pair = [*last, pad(engine, level)];
        engine.sha256_pairs(&[], &pair, std::slice::from_mut(parent));
    }
    above
}

/// The top over all nodes at `level`: the root of the tree; `None` over nothing.
///
/// ```
/// use decent::{hash::Engine, merkle::bep52};
/// assert_eq!(bep52::root(Engine::portable(), vec![], 0), None);
/// assert_eq!(bep52::root(Engine::portable(), vec![[7; 32]], 0), Some([7; 32]));
/// ```
pub fn root(engine: Engine, mut nodes: Vec<Hash256>, mut level: u32) -> Option<Hash256> {
    while nodes.len() > 1 {
        nodes = parents(engine, level, &nodes);
        level += 1;
    }
    nodes.pop()
}

/// The node at level `to` over all leaves of a piece, which are at most `2^to` and at least one:
/// the last piece of a file is filled up to a whole one.
pub fn node(engine: Engine, mut leaves: Vec<Hash256>, to: u32) -> Hash256 {
    for level in 0..to {
        leaves = parents(engine, level, &leaves);
    }
    leaves.first().copied().unwrap_or_default()
}

/// The root over a file, and the nodes of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layered {
    /// The `pieces root` of BEP 52.
    pub root: Hash256,
    /// The level of the layer.
    pub level: u32,
    /// The nodes at that level; none where there is only one.
    pub layer: Vec<Hash256>,
}

/// A file's tree, grown from its leaves in order, of which one layer is kept.
pub struct Growing {
    spine: Spine,
    /// The lowest level that is wanted.
    lowest: u32,
    /// Nodes that a layer may have; one with more gives way to the next above.
    most: usize,
    /// The layers from the lowest on, as far as they are short enough.
    layers: Vec<Option<Vec<Hash256>>>,
}

impl Growing {
    /// Keeps the layer at `level`, or the next above that has at most `most` nodes.
    pub fn new(engine: Engine, level: u32, most: usize) -> Self {
        Self {
            spine: Spine::new(Tree::usual(Kind::Bep52), engine),
            lowest: level,
            most,
            layers: Vec::new(),
        }
    }

    /// The next leaves.
    pub fn push(&mut self, leaves: &[Hash256]) -> Result<()> {
        let (lowest, most, layers) = (self.lowest, self.most, &mut self.layers);
        self.spine.push(leaves, &mut |level, _, nodes| {
            keep(layers, most, level.checked_sub(lowest), nodes);
            Ok(())
        })
    }

    /// The tree of all that was pushed, `None` of nothing.
    pub fn finish(mut self) -> Result<Option<Layered>> {
        let (lowest, most, layers) = (self.lowest, self.most, &mut self.layers);
        let root = self.spine.finish(&mut |level, _, nodes| {
            keep(layers, most, level.checked_sub(lowest), nodes);
            Ok(())
        })?;
        let mut level = lowest;
        let mut layer = Vec::new();
        for kept in self.layers {
            if let Some(nodes) = kept {
                layer = nodes;
                break;
            }
            level += 1;
        }
        if layer.len() == 1 {
            layer.clear();
        }
        Ok(root.map(|root| Layered { root, level, layer }))
    }
}

/// Adds nodes to their layer, if it is wanted and not too long for it.
fn keep(layers: &mut Vec<Option<Vec<Hash256>>>, most: usize, at: Option<u32>, nodes: &[Hash256]) {
    let Some(at) = at.map(|at| at as usize) else {
        return;
    };
    if layers.len() == at {
        layers.push(Some(Vec::new()));
    }
    if let Some(slot) = layers.get_mut(at)
        && let Some(layer) = slot
    {
        layer.extend_from_slice(nodes);
        if layer.len() > most {
            *slot = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    /// Computed by hand with sha256sum: 20,000 zero bytes are a leaf of 16384 and one of 3616.
    #[test]
    fn two_leaves_by_hand() {
        let engine = Engine::detect();
        let root = root(engine, leaves(engine, &vec![0; 20_000]), 0).unwrap();
        let by_hand = "83de568e921ea540320bbc25bdb35fef5b45438ba7d535373915e4ef0fcc9d6d";
        assert_eq!(hex::encode(&root), by_hand);
    }

    /// The `pieces root` that libtorrent 2.0.8 and 2.1.1 give for `seq 300000`, 1,988,895 bytes.
    #[test]
    fn a_root_of_libtorrent() {
        let text: Vec<u8> = (1..=300_000)
            .flat_map(|n| format!("{n}\n").into_bytes())
            .collect();
        let engine = Engine::detect();
        let root = root(engine, leaves(engine, &text), 0).unwrap();
        let theirs = "63861b68c253e9e4022f45ab56991ba3a31a99e9db5a3f9a9f096d8b8de739ab";
        assert_eq!(hex::encode(&root), theirs);
    }

    #[test]
    fn a_growing_tree_equals_the_whole_one() {
        let engine = Engine::detect();
        let leaves: Vec<Hash256> = (0..9000u64)
            .map(|i| std::array::from_fn(|at| (i.wrapping_mul(0x9e37_79b9) >> (at % 32)) as u8))
            .collect();
        for n in [0, 1, 2, 3, 5, 63, 64, 65, 127, 1000, 2048, 2049, 4097, 9000] {
            let part = &leaves[..n];
            for (level, most) in [(0, usize::MAX), (0, 2048), (3, 100), (10, 4)] {
                let mut growing = Growing::new(engine, level, most);
                part.chunks(64)
                    .for_each(|leaves| growing.push(leaves).unwrap());
                let Some(tree) = growing.finish().unwrap() else {
                    assert_eq!(n, 0);
                    continue;
                };
                assert_eq!(Some(tree.root), root(engine, part.to_vec(), 0), "{n}");
                assert!(tree.layer.len() <= most && tree.level >= level);
                if let Some(top) = root(engine, tree.layer.clone(), tree.level) {
                    assert_eq!(top, tree.root, "{n} {level} {most}");
                    let span = 1 << tree.level;
                    let pieces = part
                        .chunks(span)
                        .map(|piece| node(engine, piece.to_vec(), tree.level));
                    assert!(pieces.eq(tree.layer.iter().copied()));
                } else {
                    assert!(n <= 1 << tree.level);
                }
            }
        }
    }
}
