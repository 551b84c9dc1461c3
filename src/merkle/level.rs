//! From one level to the next: neighbours joined, the odd end treated as the tree's spec says.

use crate::error::{Error, Place, Result, slug};
use crate::hash::{Engine, Hash256, Message};

use super::bep52;
use super::tree::{Kind, Tree};

/// A stretch of one level, from a boundary of the groups that have one parent.
pub(super) struct Stretch<'a> {
    /// 0 for leaves.
    pub(super) level: u32,
    /// Number of its first node within the level.
    pub(super) first: u64,
    /// The nodes; whole groups unless the level ends here.
    pub(super) nodes: &'a [Hash256],
    /// Whether this is the whole level, and its parent the top of the tree.
    pub(super) below_top: bool,
}

/// The parents of a stretch.
pub(super) fn parents(tree: Tree, engine: Engine, stretch: &Stretch<'_>) -> Result<Vec<Hash256>> {
    let nodes = stretch.nodes;
    match tree.kind() {
        Kind::Fsverity => return Ok(blocks_of_hashes(tree, engine, nodes)),
        Kind::Bep52 => return Ok(bep52::parents(engine, stretch.level, nodes)),
        _ => {}
    }
    let (pairs, odd) = nodes.as_chunks::<2>();
    let mut above = vec![[0; 32]; pairs.len()];
    match tree.kind() {
        Kind::Rfc6962 => engine.sha256_pairs(&[1], nodes, &mut above),
        Kind::Bitcoin => {
            refuse_twins(stretch, pairs)?;
            engine.sha256_pairs(&[], nodes, &mut above);
            twice(engine, &mut above);
        }
        Kind::Blake3 | Kind::Fsverity | Kind::Bep52 => {
            for ([left, right], parent) in pairs.iter().zip(&mut above) {
                *parent = blake3_parent(left, right, stretch.below_top);
            }
        }
    }
    if let Some(last) = odd.first() {
        above.push(odd_parent(tree, engine, last));
    }
    Ok(above)
}

fn odd_parent(tree: Tree, engine: Engine, last: &Hash256) -> Hash256 {
    let mut parent = [*last];
    match tree.kind() {
        Kind::Rfc6962 | Kind::Blake3 | Kind::Fsverity | Kind::Bep52 => {}
        Kind::Bitcoin => {
            engine.sha256_pairs(&[], &[*last, *last], &mut parent);
            twice(engine, &mut parent);
        }
    }
    let [parent] = parent;
    parent
}

fn twice(engine: Engine, hashes: &mut [Hash256]) {
    let once = hashes.to_vec();
    let messages: Vec<_> = once.iter().map(|hash| Message::from(&hash[..])).collect();
    engine.sha256(&messages, hashes);
}

/// Two equal neighbours look like an odd node joined with itself: a list that ends twice has the
/// root of the one that ends once (CVE-2012-2459), so such a list has no root here.
fn refuse_twins(stretch: &Stretch<'_>, pairs: &[[Hash256; 2]]) -> Result<()> {
    let Some(at) = pairs.iter().position(|[left, right]| left == right) else {
        return Ok(());
    };
    let index = stretch.first + 2 * at as u64;
    let found = format!(
        "nodes {index} and {} of level {} alike (CVE-2012-2459)",
        index + 1,
        stretch.level
    );
    Err(
        Error::new(slug::TWIN_NODES, "neighbours that differ", found)
            .at(Place::Item("node", index)),
    )
}

fn blake3_parent(left: &Hash256, right: &Hash256, top: bool) -> Hash256 {
    use blake3::hazmat::{Mode, merge_subtrees_non_root, merge_subtrees_root};
    if top {
        return merge_subtrees_root(left, right, Mode::Hash).into();
    }
    merge_subtrees_non_root(left, right, Mode::Hash)
}

/// SHA-256 of blocks full of hashes, the last filled up with zeros.
fn blocks_of_hashes(tree: Tree, engine: Engine, nodes: &[Hash256]) -> Vec<Hash256> {
    let arity = tree.arity() as usize;
    let whole = nodes.len() / arity * arity;
    let (full, rest) = nodes.split_at_checked(whole).unwrap_or_default();
    let mut last = rest.to_vec();
    if !rest.is_empty() {
        last.resize(arity, [0; 32]);
    }
    let blocks = full.chunks(arity).chain(last.chunks(arity));
    let messages: Vec<_> = blocks
        .map(|block| Message::from(block.as_flattened()))
        .collect();
    let mut above = vec![[0; 32]; messages.len()];
    engine.sha256(&messages, &mut above);
    above
}
