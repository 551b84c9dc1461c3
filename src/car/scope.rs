//! Parts of an archive as trustless gateways send them (specs.ipfs.tech/http-gateways/
//! trustless-gateway): the blocks that prove a path, and behind it a block, an entity or all.

use std::collections::HashSet;
use std::ops::Range;

use super::store::{Store, key, named};
use super::tree::{self, Thing};

use crate::cid::{Cid, DAG_CBOR, DAG_PB};
use crate::codec::{dag_cbor, dag_pb};
use crate::error::{Error, Result, slug};

/// How much behind a path is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The block that the path leads to.
    Block,
    /// A file, or these bytes of it; a folder with its shards, without what it names.
    Entity(Range<u64>),
    /// All below.
    All,
}

/// What is wanted of a DAG.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// Where it begins.
    pub root: &'a Cid,
    /// Names from there on, with slashes between.
    pub path: &'a [u8],
    /// How much behind them.
    pub scope: Scope,
}

/// Told of a block and its bytes, each once, parents before children, in the order of links.
pub type OnBlock<'a> = &'a mut dyn FnMut(&Cid, &[u8]) -> Result<()>;

/// Visits every block of a selection; all are checked. A missing one is an error.
pub fn visit(store: &Store<'_>, selection: &Selection<'_>, on: OnBlock<'_>) -> Result<()> {
    let mut seen = HashSet::new();
    let mut tell = |cid: &Cid, block: &[u8]| {
        if cid.inline().is_none() && seen.insert(cid.multihash()) {
            on(cid, block)
        } else {
            Ok(())
        }
    };
    let mut at = selection.root.clone();
    for name in tree::parts(selection.path) {
        tell(&at, &store.need(&at)?)?;
        let mut way = Vec::new();
        let next = tree::child(store, &at, name, &mut |cid| {
            way.push(cid.clone());
            Ok(())
        })?;
        for shard in way {
            tell(&shard, &store.need(&shard)?)?;
        }
        at = next;
    }
    match &selection.scope {
        Scope::Block => tell(&at, &store.need(&at)?),
        Scope::All => all(store, &at, &mut tell),
        Scope::Entity(range) => match tree::thing(store, &at)?.0 {
            Thing::File(_) => tree::read(store, &at, range.clone(), &mut |cid, block, _| {
                tell(cid, block)
            }),
            Thing::Folder => {
                tell(&at, &store.need(&at)?)?;
                let mut shards = Vec::new();
                tree::names(store, &at, &mut |cid| {
                    shards.push(cid.clone());
                    Ok(())
                })?;
                shards
                    .iter()
                    .try_for_each(|cid| tell(cid, &store.need(cid)?))
            }
            Thing::Link(_) | Thing::Other => tell(&at, &store.need(&at)?),
        },
    }
}

/// The links of a block of a codec that has them here.
pub(crate) fn links(cid: &Cid, block: &[u8]) -> Result<Vec<Cid>> {
    match cid.codec() {
        DAG_PB => {
            let node = dag_pb::Node::decode(block).map_err(|error| named(error, cid))?;
            Ok(node.links.into_iter().map(|link| link.cid).collect())
        }
        DAG_CBOR => dag_cbor::links(block).map_err(|error| named(error, cid)),
        _ => Ok(Vec::new()),
    }
}

/// Every block below, each once.
fn all(store: &Store<'_>, root: &Cid, tell: OnBlock<'_>) -> Result<()> {
    let mut seen = HashSet::new();
    let mut open = vec![root.clone()];
    while !open.is_empty() {
        // The next ones in order are hashed together; those below the first come before the others.
        let from = open.len().saturating_sub(tree::BATCH);
        let next: Vec<Cid> = open.iter().skip(from).rev().cloned().collect();
        let cids: Vec<&Cid> = next.iter().collect();
        let blocks = store.get_many(&cids)?;
        for (cid, block) in next.iter().zip(&blocks) {
            open.pop();
            if !seen.insert(cid.multihash()) {
                continue;
            }
            let Some(block) = block else {
                return Err(super::store::missing(cid));
            };
            tell(cid, block)?;
            let below = links(cid, block)?;
            if !below.is_empty() {
                open.extend(below.into_iter().rev());
                break;
            }
        }
    }
    Ok(())
}

/// A selection that can't be: a range of something else than a file.
pub fn only_of_files(store: &Store<'_>, root: &Cid, path: &[u8]) -> Result<()> {
    let at = tree::resolve(store, root, path)?;
    match tree::thing(store, &at)?.0 {
        Thing::File(_) => Ok(()),
        other => {
            Err(Error::new(slug::UNIXFS, "a file, for it has bytes", other.name()).at(key(&at)))
        }
    }
}
