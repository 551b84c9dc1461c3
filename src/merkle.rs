//! Merkle trees over files: roots, proofs, trees as files, growth, audits.
//!
//! Five trees that the world uses, one mechanism. Every tree is built level by level from its
//! leaves: neighbours are joined `arity` at a time, and what is odd at the end of a level is passed
//! up, padded or doubled, as the tree's own spec says. Level 0 holds the leaves, the highest the
//! top node, of which [`Tree::seal`] makes the root.
//!
//! ```
//! use decent::{feed, hash::Engine, merkle::{self, Kind, Leaf, Tree}, source::Source, watch::Deaf};
//! let tree = Tree::new(Kind::Rfc6962, Leaf::Bytes(4)).unwrap();
//! let source = Source::from_bytes(b"hello world\n");
//! let root = merkle::root(feed::Input::all(&source), tree, Engine::portable(), &Deaf).unwrap();
//! assert_eq!(decent::codec::hex::encode(&root.hash[..4]), "1e9cc321");
//! ```

/// Which chunks to ask for, and how likely that catches a loss.
pub mod audit;
/// The tree of v2 torrents, with its layers.
pub mod bep52;
/// Growth: one tree is the beginning of another (RFC 9162 section 2.1.4).
pub mod consistency;
/// Proofs as JSON and as compact binary.
pub mod encode;
mod leaves;
mod level;
/// Each step with its real values.
pub mod narrate;
/// The tree as a file.
pub mod outboard;
/// Proofs of many ranges at once, in which no node stands twice.
pub mod proof;
mod spine;
mod tree;

pub use leaves::{OnLeaves, each as each_leaf};
pub use tree::{Kind, Leaf, Tree};

use std::collections::BTreeMap;

use crate::error::Result;
use crate::feed::Input;
use crate::hash::{Engine, Hash256};
use crate::source::Source;
use crate::watch::Watch;
pub use spine::OnNode;
use spine::Spine;

/// The root of a tree, and what it stands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root {
    /// The root as the tree's own spec gives it; of `bitcoin` in internal byte order.
    pub hash: Hash256,
    /// Bytes of input.
    pub size: u64,
    /// Number of leaves.
    pub leaves: u64,
}

/// The root of all of `input`, in one pass and in memory that does not grow with it.
pub fn root(input: Input<'_>, tree: Tree, engine: Engine, watch: &dyn Watch) -> Result<Root> {
    walk(input, tree.for_root(), engine, watch, &mut |_, _, _| Ok(()))
}

/// The root as [`root`] gives it, telling `node(level, index of the first, nodes)` of every node
/// below the top on the way, at each level in order.
pub fn walk(
    input: Input<'_>,
    tree: Tree,
    engine: Engine,
    watch: &dyn Watch,
    node: OnNode<'_>,
) -> Result<Root> {
    let mut spine = Spine::new(tree, engine);
    let mut leaves = 0;
    let size = leaves::each(input, tree, engine, watch, &mut |_, _, hashes| {
        leaves += hashes.len() as u64;
        spine.push(hashes, node)
    })?;
    let hash = tree.seal(spine.finish(node)?, size)?;
    Ok(Root { hash, size, leaves })
}

/// Nodes by level and number.
type Nodes = BTreeMap<(u32, u64), Hash256>;

/// The nodes that are `wanted` of the tree over a source, and its root, in one pass.
fn gather(
    source: &Source<'_>,
    tree: Tree,
    wanted: impl Iterator<Item = (u32, u64)>,
    engine: Engine,
    watch: &dyn Watch,
) -> Result<(Nodes, Root)> {
    let mut found: Nodes = wanted.map(|node| (node, [0; 32])).collect();
    let root = walk(
        Input::all(source),
        tree,
        engine,
        watch,
        &mut |level, first, nodes| {
            let end = first + nodes.len() as u64;
            for ((_, index), slot) in found.range_mut((level, first)..(level, end)) {
                *slot = nodes
                    .get((index - first) as usize)
                    .copied()
                    .unwrap_or(*slot);
            }
            Ok(())
        },
    )?;
    Ok((found, root))
}
