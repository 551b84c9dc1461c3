//! Which tree: its kind, its leaves, and the arithmetic of its levels.

use sha2::{Digest, Sha256};

use crate::error::{Error, Result, slug};
use crate::hash::Hash256;

/// The largest leaf, so that a few of them fit in memory.
const LARGEST_LEAF: u64 = 4 << 20;
/// The bytes of a BLAKE3 chunk.
const BLAKE3_CHUNK: u64 = 1024;

/// The trees that are known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Certificate Transparency (RFC 6962, RFC 9162 section 2.1): SHA-256, a zero byte before a
    /// leaf, a one byte before a node; what is odd is passed up.
    Rfc6962,
    /// `BitTorrent` v2 (BEP 52): SHA-256 of 16 KiB leaves, padded with zero hashes to a power of two.
    Bep52,
    /// BLAKE3 (and bao): chunks of 1 KiB; what is odd is passed up.
    Blake3,
    /// Bitcoin's tree over transaction ids: double SHA-256; an odd node is joined with itself.
    Bitcoin,
    /// Linux fs-verity: SHA-256 of blocks, hashes gathered in blocks, and a descriptor above.
    Fsverity,
}

impl Kind {
    /// Every kind, by its name.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("rfc6962", Self::Rfc6962),
        ("bep52", Self::Bep52),
        ("blake3", Self::Blake3),
        ("bitcoin", Self::Bitcoin),
        ("fsverity", Self::Fsverity),
    ];

    /// The name in [`Kind::NAMES`].
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("", |(name, _)| name)
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, kind)| *kind)
    }
}

/// What a leaf is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// So many bytes; the last leaf may be shorter.
    Bytes(u64),
    /// A line without its newline.
    Line,
    /// A line of 64 hex digits: a transaction id as Bitcoin shows it, its bytes reversed.
    Id,
}

/// A kind of tree over leaves that go with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tree {
    kind: Kind,
    leaf: Leaf,
}

impl Tree {
    /// The tree with its usual leaves: 16 KiB, of `fsverity` 4 KiB, of `blake3` 1 KiB.
    pub fn usual(kind: Kind) -> Self {
        let leaf = match kind {
            Kind::Rfc6962 | Kind::Bep52 => Leaf::Bytes(16 << 10),
            Kind::Blake3 => Leaf::Bytes(BLAKE3_CHUNK),
            Kind::Bitcoin => Leaf::Id,
            Kind::Fsverity => Leaf::Bytes(4 << 10),
        };
        Self { kind, leaf }
    }

    /// A tree over leaves of one's own choice, where its spec leaves one.
    pub fn new(kind: Kind, leaf: Leaf) -> Result<Self> {
        let wanted = match (kind, leaf) {
            (Kind::Rfc6962, Leaf::Line | Leaf::Bytes(1..=LARGEST_LEAF))
            | (Kind::Bep52, Leaf::Bytes(16384))
            | (Kind::Bitcoin, Leaf::Id) => return Ok(Self { kind, leaf }),
            (Kind::Blake3, Leaf::Bytes(n @ BLAKE3_CHUNK..=LARGEST_LEAF))
            | (Kind::Fsverity, Leaf::Bytes(n @ 1024..=65536))
                if n.is_power_of_two() =>
            {
                return Ok(Self { kind, leaf });
            }
            (Kind::Rfc6962, _) => "chunks of 1 to 4194304 bytes, or lines",
            (Kind::Bep52, _) => "chunks of 16384 bytes, the only ones that BEP 52 knows",
            (Kind::Blake3, _) => "chunks of 1024 to 4194304 bytes, a power of two",
            (Kind::Bitcoin, _) => "lines of 64 hex digits, the only leaves of a bitcoin tree",
            (Kind::Fsverity, _) => "chunks of 1024 to 65536 bytes, a power of two",
        };
        let found = match leaf {
            Leaf::Bytes(n) => format!("{n} bytes"),
            Leaf::Line => "lines".into(),
            Leaf::Id => "ids".into(),
        };
        Err(Error::new(slug::OUT_OF_RANGE, wanted, found).of("--chunk"))
    }

    /// The kind.
    pub fn kind(self) -> Kind {
        self.kind
    }

    /// What its leaves are.
    pub fn leaf(self) -> Leaf {
        self.leaf
    }

    /// The bytes of a leaf, where all but the last have as many.
    pub fn leaf_bytes(self) -> Option<u64> {
        match self.leaf {
            Leaf::Bytes(n) => Some(n),
            Leaf::Line | Leaf::Id => None,
        }
    }

    /// The leaves that data of `size` bytes has, where that follows from the size.
    pub fn leaves_of(self, size: u64) -> Option<u64> {
        self.leaf_bytes().map(|n| size.div_ceil(n))
    }

    /// Children of a node.
    pub fn arity(self) -> u64 {
        match (self.kind, self.leaf) {
            (Kind::Fsverity, Leaf::Bytes(block)) => block / 32,
            _ => 2,
        }
    }

    /// Nodes at `level` of a tree of `leaves`.
    pub fn width(self, leaves: u64, level: u32) -> u64 {
        (0..level).fold(leaves, |width, _| width.div_ceil(self.arity()))
    }

    /// The level of the top node of a tree of `leaves`.
    pub fn height(self, leaves: u64) -> u32 {
        let mut level = 0;
        while self.width(leaves, level) > 1 {
            level += 1;
        }
        level
    }

    /// The same root from larger leaves, where the tree allows: BLAKE3's subtrees are faster whole.
    pub(super) fn for_root(self) -> Self {
        match self.kind {
            Kind::Blake3 => Self {
                kind: self.kind,
                leaf: Leaf::Bytes(1 << 20),
            },
            _ => self,
        }
    }

    /// The root over the top node; `None` is the top of no leaf at all.
    pub(super) fn seal(self, top: Option<Hash256>, size: u64) -> Result<Hash256> {
        match (self.kind, top) {
            (Kind::Fsverity, top) => Ok(self.descriptor_digest(top.unwrap_or([0; 32]), size)),
            (_, Some(top)) => Ok(top),
            (Kind::Rfc6962, None) => Ok(Sha256::digest(b"").into()),
            (Kind::Blake3, None) => Ok(blake3::hash(b"").into()),
            (Kind::Bep52 | Kind::Bitcoin, None) => {
                let found = format!(
                    "nothing, over which a {} tree has no root",
                    self.kind.name()
                );
                Err(Error::new(slug::NO_LEAVES, "at least one leaf", found))
            }
        }
    }

    /// SHA-256 of the `fsverity_descriptor` (Linux, Documentation/filesystems/fsverity.rst): 256
    /// bytes of version, algorithm, log2 of the block, salt size, size, root, salt and reserve.
    fn descriptor_digest(self, top: Hash256, size: u64) -> Hash256 {
        let block = self.leaf_bytes().unwrap_or(4096);
        let mut head = Vec::with_capacity(256);
        head.extend([1, 1, block.trailing_zeros() as u8, 0, 0, 0, 0, 0]);
        head.extend(size.to_le_bytes());
        head.extend(top);
        head.resize(256, 0);
        Sha256::digest(&head).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_that_no_tree_has_are_refused() {
        for (kind, n) in [
            (Kind::Rfc6962, 0),
            (Kind::Rfc6962, 3 << 40),
            (Kind::Bep52, 8192),
            (Kind::Blake3, 1000),
            (Kind::Fsverity, 512),
        ] {
            let error = Tree::new(kind, Leaf::Bytes(n)).unwrap_err();
            assert_eq!(error.slug, slug::OUT_OF_RANGE);
        }
    }

    #[test]
    fn widths_and_heights() {
        let tree = Tree::usual(Kind::Rfc6962);
        assert_eq!((tree.height(0), tree.height(1), tree.height(5)), (0, 0, 3));
        assert_eq!(
            (0..4).map(|level| tree.width(5, level)).collect::<Vec<_>>(),
            [5, 3, 2, 1]
        );
        assert_eq!(Tree::usual(Kind::Fsverity).height(129), 2);
    }

    #[test]
    fn the_empty_file_of_fsverity() {
        let tree = Tree::usual(Kind::Fsverity);
        let digest = crate::codec::hex::encode(&tree.seal(None, 0).unwrap());
        assert_eq!(
            digest,
            "3d248ca542a24fc62d1c43b916eae5016878e2533c88238480b26128a1f1af95"
        );
    }
}
