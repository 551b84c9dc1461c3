//! Merkle roots and piece layers of files as in version 2 of torrents (BEP 52): SHA-256 of 16 KiB leaves,
//! the tree filled up to a power of two with zero hashes (not with hashes of zeros).

use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Hash256, Message};

/// Bytes a leaf.
pub const LEAF: usize = 16 << 10;
/// Hashes that a layer holds at most; for longer files each of them spans more.
pub const LAYER_MOST: u64 = 2048;
/// No file has more leaves: 2^63 bytes are 2^49 leaves.
const LEVELS: usize = 50;

/// How many bytes one hash of a layer spans at least: a power of two from 16 KiB to 1 GiB.
///
/// ```
/// use decent::manifest::Piece;
/// assert_eq!(Piece::default().bytes(), 1 << 20);
/// // A file of 3 GiB would have 3072 hashes of 1 MiB: two neighbours are joined.
/// assert_eq!(Piece::default().span(3 << 30), 2 << 20);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    level: u32,
}

impl Default for Piece {
    fn default() -> Self {
        Self { level: 6 }
    }
}

impl Piece {
    /// A piece of so many bytes.
    pub fn new(bytes: u64) -> Result<Self> {
        if bytes.is_power_of_two() && (LEAF as u64..=1 << 30).contains(&bytes) {
            let level = bytes.trailing_zeros() - LEAF.trailing_zeros();
            return Ok(Self { level });
        }
        let wanted = "a power of two from 16384 to 1073741824";
        Err(Error::new(slug::PIECE_SIZE, wanted, format!("{bytes}")))
    }

    /// Its bytes.
    pub fn bytes(self) -> u64 {
        (LEAF as u64) << self.level
    }

    /// Bytes that one hash of the layer spans in a file of `size` bytes: the piece, doubled until
    /// at most [`LAYER_MOST`] are needed.
    pub fn span(self, size: u64) -> u64 {
        (LEAF as u64) << self.level_of(leaves_of(size))
    }

    fn level_of(self, leaves: u64) -> u32 {
        let mut level = self.level;
        while leaves.div_ceil(1 << level) > LAYER_MOST {
            level += 1;
        }
        level
    }
}

fn leaves_of(size: u64) -> u64 {
    size.div_ceil(LEAF as u64)
}

/// The root of a file that is not empty, and one hash for every [`Piece::span`] of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// The `pieces root` of BEP 52.
    pub root: Hash256,
    /// The hashes at the level of the span; none where the file is no longer than one.
    pub layer: Vec<Hash256>,
}

impl Tree {
    /// Whether the layer has the length that a file of `size` bytes wants and leads to the root.
    pub fn check(&self, engine: Engine, piece: Piece, size: u64) -> Result<()> {
        let span = piece.span(size);
        let wanted = if size > span { size.div_ceil(span) } else { 0 };
        if self.layer.len() as u64 != wanted {
            let found = format!("{}", self.layer.len());
            return Err(Error::new(
                slug::LAYER_MISMATCH,
                format!("{wanted} piece hashes"),
                found,
            ));
        }
        let level = piece.level_of(leaves_of(size));
        match reduce(engine, self.layer.clone(), level, None).0 {
            Some(root) if root != self.root => Err(Error::new(
                slug::LAYER_MISMATCH,
                "piece hashes that lead to the root",
                "others",
            )),
            _ => Ok(()),
        }
    }
}

/// The root over the leaf hashes of one file, `None` for an empty one.
///
/// ```
/// use decent::{hash::Engine, manifest::bep52_root};
/// assert_eq!(bep52_root(Engine::portable(), vec![]), None);
/// assert_eq!(bep52_root(Engine::portable(), vec![[7; 32]]), Some([7; 32]));
/// ```
pub fn bep52_root(engine: Engine, leaves: Vec<Hash256>) -> Option<Hash256> {
    reduce(engine, leaves, 0, None).0
}

/// The root over one file's nodes of some level, 0 the leaves; `None` without a node.
pub(crate) fn bep52_root_above(engine: Engine, nodes: Vec<Hash256>, level: u32) -> Option<Hash256> {
    reduce(engine, nodes, level, None).0
}

/// The root and layer over all the leaf hashes of one file.
pub(crate) fn tree_of(engine: Engine, leaves: Vec<Hash256>, piece: Piece) -> Option<Tree> {
    let keep = piece.level_of(leaves.len() as u64);
    let (root, layer) = reduce(engine, leaves, 0, Some(keep));
    root.map(|root| Tree { root, layer })
}

/// Joins neighbours up to the root, from nodes at `level`; the nodes at level `keep` are kept, if
/// there is more than one.
fn reduce(
    engine: Engine,
    mut nodes: Vec<Hash256>,
    mut level: u32,
    keep: Option<u32>,
) -> (Option<Hash256>, Vec<Hash256>) {
    let mut layer = Vec::new();
    while nodes.len() > 1 {
        if Some(level) == keep {
            layer.clone_from(&nodes);
        }
        if nodes.len() % 2 == 1 {
            nodes.push(pad(engine, level));
        }
        nodes = pairs(engine, &nodes);
        level += 1;
    }
    (nodes.pop(), layer)
}

fn pairs(engine: Engine, children: &[Hash256]) -> Vec<Hash256> {
    let mut parents = vec![[0; 32]; children.len() / 2];
    engine.sha256_pairs(&[], children, &mut parents);
    parents
}

/// The node at `level` over nothing but zero hashes.
fn pad(engine: Engine, level: u32) -> Hash256 {
    (0..level).fold([0; 32], |child, _| join(engine, &child, &child))
}

fn join(engine: Engine, left: &Hash256, right: &Hash256) -> Hash256 {
    let mut parent = [[0; 32]];
    engine.sha256_pairs(&[], &[*left, *right], &mut parent);
    let [parent] = parent;
    parent
}

/// The leaf hashes of `bytes`.
pub(crate) fn leaves(engine: Engine, bytes: &[u8]) -> Vec<Hash256> {
    let messages: Vec<_> = bytes.chunks(LEAF).map(Message::from).collect();
    let mut digests = vec![[0; 32]; messages.len()];
    engine.sha256(&messages, &mut digests);
    digests
}

/// A file's tree, grown from its windows in order, in memory bounded by [`LAYER_MOST`].
pub(crate) struct Growing {
    engine: Engine,
    /// Complete subtrees that wait for their right neighbour, one a level.
    waiting: [Option<Hash256>; LEVELS],
    leaves: u64,
    level: u32,
    layer: Vec<Hash256>,
}

impl Growing {
    pub(crate) fn new(engine: Engine, piece: Piece) -> Self {
        Self {
            engine,
            waiting: [None; LEVELS],
            leaves: 0,
            level: piece.level,
            layer: Vec::new(),
        }
    }

    /// The next leaves; all but the last call bring a multiple of 64, so that they join in lanes.
    pub(crate) fn push(&mut self, mut nodes: Vec<Hash256>) {
        let mut level = 0;
        while level < self.level.min(6) && nodes.len().is_multiple_of(2) && self.aligned(level + 1)
        {
            nodes = pairs(self.engine, &nodes);
            level += 1;
        }
        for node in nodes {
            self.push_node(node, level);
            self.leaves += 1 << level;
        }
    }

    fn aligned(&self, level: u32) -> bool {
        self.leaves.is_multiple_of(1 << level)
    }

    fn push_node(&mut self, mut node: Hash256, mut level: u32) {
        while level < self.level {
            let Some(slot) = self.waiting.get_mut(level as usize) else {
                return;
            };
            if let Some(left) = slot.take() {
                node = join(self.engine, &left, &node);
            } else {
                *slot = Some(node);
                return;
            }
            level += 1;
        }
        self.push_layer(node);
    }

    fn push_layer(&mut self, node: Hash256) {
        if self.layer.len() as u64 == LAYER_MOST {
            if let Some(slot) = self.waiting.get_mut(self.level as usize) {
                *slot = Some(node);
            }
            self.halve();
            return;
        }
        self.layer.push(node);
    }

    /// The layer goes one level up, and takes half the room.
    fn halve(&mut self) {
        self.layer = pairs(self.engine, &self.layer);
        self.level += 1;
    }

    /// The tree of all that was pushed, `None` of nothing.
    pub(crate) fn finish(mut self) -> Option<Tree> {
        if self.leaves == 0 {
            return None;
        }
        let depth = self.leaves.next_power_of_two().trailing_zeros();
        let whole = depth <= self.level;
        let rest = self.waiting.iter().any(Option::is_some);
        if rest && self.layer.len() as u64 == LAYER_MOST {
            self.halve();
        }
        let top = if whole { depth } else { self.level };
        if let Some(node) = self.fold(top) {
            self.push_layer(node);
        }
        if whole {
            let one = self.waiting.iter().flatten().next().copied();
            let root = self.layer.pop().or(one)?;
            return Some(Tree {
                root,
                layer: Vec::new(),
            });
        }
        let (root, _) = reduce(self.engine, self.layer.clone(), self.level, None);
        let layer = self.layer;
        root.map(|root| Tree { root, layer })
    }

    /// Joins all that waits below `top`, filled up with zeros, into a node at `top`.
    fn fold(&mut self, top: u32) -> Option<Hash256> {
        let mut node: Option<Hash256> = None;
        let mut zeros = [0; 32];
        for slot in self.waiting.iter_mut().take(top as usize) {
            node = match (slot.take(), node) {
                (Some(left), Some(right)) => Some(join(self.engine, &left, &right)),
                (Some(one), None) | (None, Some(one)) => Some(join(self.engine, &one, &zeros)),
                (None, None) => None,
            };
            zeros = join(self.engine, &zeros, &zeros);
        }
        node
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    fn grown(leaves: &[Hash256], piece: Piece, step: usize) -> Option<Tree> {
        let mut growing = Growing::new(Engine::detect(), piece);
        for part in leaves.chunks(step) {
            growing.push(part.to_vec());
        }
        growing.finish()
    }

    #[test]
    fn a_growing_tree_equals_the_whole_one() {
        let leaves: Vec<Hash256> = (0..9000u32)
            .map(|i| crate::manifest::narrate::plain_sha256(&i.to_le_bytes()))
            .collect();
        let engine = Engine::detect();
        for piece in [1 << 14, 1 << 15, 1 << 20, 1 << 24].map(|n| Piece::new(n).unwrap()) {
            for n in [
                0, 1, 2, 3, 5, 63, 64, 65, 127, 128, 129, 1000, 2048, 2049, 4097, 9000,
            ] {
                let whole = tree_of(engine, leaves[..n].to_vec(), piece);
                for step in [64, 128, 1024] {
                    let same = grown(&leaves[..n], piece, step) == whole;
                    assert!(same, "{n} {piece:?} {step}");
                }
                let Some(tree) = whole else { continue };
                assert_eq!(Some(tree.root), bep52_root(engine, leaves[..n].to_vec()));
                tree.check(engine, piece, (n * LEAF) as u64)
                    .expect("own layer");
            }
        }
    }

    #[test]
    fn a_wrong_layer_is_refused() {
        let engine = Engine::detect();
        let piece = Piece::new(1 << 14).unwrap();
        let mut tree = tree_of(engine, vec![[1; 32], [2; 32], [3; 32]], piece).unwrap();
        assert_eq!(tree.layer.len(), 3);
        tree.check(engine, piece, 40_000).expect("right");
        assert!(tree.check(engine, piece, 70_000).is_err());
        tree.layer[1] = [9; 32];
        assert!(tree.check(engine, piece, 40_000).is_err());
    }

    #[test]
    fn pieces_are_powers_of_two() {
        for bad in [0, 1, 8192, 16_383, 24_576, 2 << 30, u64::MAX] {
            assert_eq!(Piece::new(bad).unwrap_err().slug, slug::PIECE_SIZE);
        }
    }

    /// Computed by hand with sha256sum: 20,000 zero bytes are a leaf of 16384 and one of 3616.
    #[test]
    fn two_leaves_by_hand() {
        let bytes = vec![0; 20_000];
        let root = bep52_root(Engine::detect(), leaves(Engine::detect(), &bytes)).unwrap();
        assert_eq!(hex::encode(&root), ROOT_OF_20000_ZEROS);
    }

    const ROOT_OF_20000_ZEROS: &str =
        "83de568e921ea540320bbc25bdb35fef5b45438ba7d535373915e4ef0fcc9d6d";
}
