//! Growth: the tree of an append-only file of `old` leaves is the beginning of the one of `new`
//! leaves (RFC 9162 sections 2.1.4.1 and 2.1.4.2).

use sha2::{Digest, Sha256};

use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::feed::Input;
use crate::hash::{Engine, Hash256};
use crate::source::Source;
use crate::watch::{Deaf, Watch};

use super::tree::{Kind, Leaf, Tree};
use super::{Root, gather};

/// That one tree begins another. Sizes are in bytes, of lines in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consistency {
    /// The tree, of kind `rfc6962`.
    pub tree: Tree,
    /// Size of the beginning: a boundary of leaves.
    pub old_size: u64,
    /// Size of the whole.
    pub size: u64,
    /// The nodes of RFC 9162's PROOF(m, `D_n`), in its order.
    pub hashes: Vec<Hash256>,
}

/// The subtrees of PROOF(m, D[n]) as level and number, in the order of the RFC.
fn nodes(m: u64, n: u64) -> Vec<(u32, u64)> {
    let node = |from: u64, to: u64| {
        let level = (to - from).next_power_of_two().trailing_zeros();
        (level, from.checked_shr(level).unwrap_or(0))
    };
    let (mut low, mut high, mut whole) = (0, n, true);
    let mut found = Vec::new();
    while low < high {
        if m == high {
            if !whole {
                found.push(node(low, high));
            }
            break;
        }
        let half = (high - low).next_power_of_two() / 2;
        if m - low <= half {
            found.push(node(low + half, high));
            high = low + half;
        } else {
            found.push(node(low, low + half));
            low += half;
            whole = false;
        }
    }
    found.reverse();
    found
}

impl Consistency {
    /// The proof that the first `old_size` of `source` is a beginning of all, and the root of all.
    pub fn make(
        source: &Source<'_>,
        tree: Tree,
        old_size: u64,
        engine: Engine,
        watch: &dyn Watch,
    ) -> Result<(Self, Root)> {
        let size = match tree.leaf() {
            Leaf::Bytes(_) => source.len(),
            Leaf::Line | Leaf::Id => super::root(Input::all(source), tree, engine, &Deaf)?.leaves,
        };
        let empty = Self {
            tree,
            old_size,
            size,
            hashes: Vec::new(),
        };
        let (old, new) = empty.leaves()?;
        let order = nodes(old, new);
        let (slots, root) = gather(source, tree, order.iter().copied(), engine, watch)?;
        let hashes = order
            .iter()
            .filter_map(|node| slots.get(node).copied())
            .collect();
        Ok((Self { hashes, ..empty }, root))
    }

    /// Leaves of the beginning and of the whole, where there is such a proof.
    pub(super) fn leaves(&self) -> Result<(u64, u64)> {
        let wrong = |wanted: String, found: u64| {
            Err(Error::new(slug::OUT_OF_RANGE, wanted, found.to_string()).of("--consistency"))
        };
        if self.tree.kind() != Kind::Rfc6962 {
            let found = self.tree.kind().name();
            return Err(Error::new(
                slug::OUT_OF_RANGE,
                "a tree that only grows (rfc6962)",
                found,
            )
            .of("--tree"));
        }
        if self.old_size == 0 || self.old_size > self.size {
            return wrong(format!("1 to {}", self.size), self.old_size);
        }
        let leaf = self.tree.leaf_bytes().unwrap_or(1);
        if !self.old_size.is_multiple_of(leaf) && self.old_size != self.size {
            return wrong(
                format!("a multiple of the chunk, {leaf} bytes"),
                self.old_size,
            );
        }
        Ok((self.old_size.div_ceil(leaf), self.size.div_ceil(leaf)))
    }

    /// Whether the tree under `old_root` begins the one under `root`; any *no* is an error of kind
    /// `Wrong`. The sizes are those of the proof: compare them with what is trusted first.
    pub fn verify(&self, old_root: &Hash256, root: &Hash256) -> Result<()> {
        let malformed = |e: Error| Error {
            slug: slug::PROOF_MALFORMED,
            input: "proof",
            ..e
        };
        let (old, new) = self.leaves().map_err(malformed)?;
        let wanted = nodes(old, new).len();
        if wanted != self.hashes.len() {
            let wanted = format!("{wanted} hashes from {old} to {new} leaves");
            let found = self.hashes.len().to_string();
            return Err(Error::new(slug::PROOF_MALFORMED, wanted, found).of("proof"));
        }
        let (old_found, found) = if old == new {
            (*root, *old_root)
        } else {
            self.roots(old, new, old_root)
        };
        for (name, wanted, found) in [("old root", old_root, old_found), ("root", root, found)] {
            if *wanted != found {
                let wanted = format!("{name} {}", hex::encode(wanted));
                return Err(Error::new(slug::WRONG_ROOT, wanted, hex::encode(&found)).of("proof"));
            }
        }
        Ok(())
    }

    /// RFC 9162 section 2.1.4.2: both roots, computed side by side.
    fn roots(&self, old: u64, new: u64, old_root: &Hash256) -> (Hash256, Hash256) {
        let mut hashes = self.hashes.iter();
        let first = if old.is_power_of_two() {
            Some(old_root)
        } else {
            hashes.next()
        };
        let mut old_found = first.copied().unwrap_or_default();
        let mut found = old_found;
        let (mut at, mut last) = (old - 1, new - 1);
        while at & 1 == 1 {
            at >>= 1;
            last >>= 1;
        }
        for hash in hashes {
            if at & 1 == 1 || at == last {
                old_found = join(hash, &old_found);
                found = join(hash, &found);
                while at & 1 == 0 && at != 0 {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                found = join(&found, hash);
            }
            at >>= 1;
            last >>= 1;
        }
        (old_found, found)
    }
}

fn join(left: &Hash256, right: &Hash256) -> Hash256 {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}
