//! The BEP 52 roots of files in a list, each with a layer that is never long.

use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Hash256};
use crate::merkle::bep52::{self, LEAF, Layered};

/// Hashes that a layer holds at most; for longer files each of them spans more.
pub const LAYER_MOST: u64 = 2048;

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
        match bep52::root(engine, self.layer.clone(), level) {
            Some(root) if root != self.root => Err(Error::new(
                slug::LAYER_MISMATCH,
                "piece hashes that lead to the root",
                "others",
            )),
            _ => Ok(()),
        }
    }
}

/// The root and layer over all the leaf hashes of one file, `None` for an empty one.
pub(crate) fn tree_of(engine: Engine, leaves: Vec<Hash256>, piece: Piece) -> Result<Option<Tree>> {
    if leaves.len() as u64 <= 1 << piece.level {
        let layer = Vec::new();
        return Ok(bep52::root(engine, leaves, 0).map(|root| Tree { root, layer }));
    }
    let mut growing = growing(engine, piece);
    growing.push(&leaves)?;
    Ok(growing.finish()?.map(Tree::from))
}

/// A file's tree, to be grown from its leaves in order.
pub(crate) fn growing(engine: Engine, piece: Piece) -> bep52::Growing {
    bep52::Growing::new(engine, piece.level, LAYER_MOST as usize)
}

impl From<Layered> for Tree {
    fn from(Layered { root, layer, .. }: Layered) -> Self {
        Self { root, layer }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layer_is_that_of_the_span() {
        let engine = Engine::detect();
        let leaves: Vec<Hash256> = (0..9000u32)
            .map(|i| crate::manifest::narrate::plain_sha256(&i.to_le_bytes()))
            .collect();
        for piece in [1 << 14, 1 << 15, 1 << 20, 1 << 24].map(|n| Piece::new(n).unwrap()) {
            for n in [0, 1, 2, 3, 63, 64, 65, 1000, 2048, 2049, 4097, 9000] {
                let Some(tree) = tree_of(engine, leaves[..n].to_vec(), piece).unwrap() else {
                    assert_eq!(n, 0);
                    continue;
                };
                let whole = bep52::root(engine, leaves[..n].to_vec(), 0);
                assert_eq!(Some(tree.root), whole);
                tree.check(engine, piece, (n * LEAF) as u64)
                    .expect("own layer");
            }
        }
    }

    #[test]
    fn a_wrong_layer_is_refused() {
        let engine = Engine::detect();
        let piece = Piece::new(1 << 14).unwrap();
        let leaves = vec![[1; 32], [2; 32], [3; 32]];
        let mut tree = tree_of(engine, leaves, piece).unwrap().unwrap();
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
}
