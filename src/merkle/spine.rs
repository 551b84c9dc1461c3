//! The right edge of a tree that grows: at each level only the nodes that still wait for a
//! neighbour, so that memory is bounded by the height.

use crate::error::Result;
use crate::hash::{Engine, Hash256};

use super::level::{Stretch, parents};
use super::tree::Tree;

/// Told of nodes: level, number of the first, the nodes.
pub type OnNode<'a> = &'a mut dyn FnMut(u32, u64, &[Hash256]) -> Result<()>;

/// A level under way.
#[derive(Default)]
struct Level {
    /// Number of the first that waits.
    first: u64,
    waiting: Vec<Hash256>,
}

pub(super) struct Spine {
    tree: Tree,
    engine: Engine,
    levels: Vec<Level>,
}

impl Spine {
    pub(super) fn new(tree: Tree, engine: Engine) -> Self {
        Self {
            tree,
            engine,
            levels: Vec::new(),
        }
    }

    /// The next leaves.
    pub(super) fn push(&mut self, leaves: &[Hash256], on_node: OnNode<'_>) -> Result<()> {
        let mut nodes = leaves.to_vec();
        let mut at = 0;
        while !nodes.is_empty() {
            nodes = self.push_at(at, &nodes, on_node)?;
            at += 1;
        }
        Ok(())
    }

    /// The next nodes of a level; returns the parents of the groups that are full. The last group
    /// always waits, for it may turn out to be the one below the top.
    fn push_at(
        &mut self,
        at: usize,
        nodes: &[Hash256],
        on_node: OnNode<'_>,
    ) -> Result<Vec<Hash256>> {
        let arity = self.tree.arity() as usize;
        if self.levels.len() == at {
            self.levels.push(Level::default());
        }
        let Some(level) = self.levels.get_mut(at) else {
            return Ok(Vec::new());
        };
        on_node(at as u32, level.first + level.waiting.len() as u64, nodes)?;
        level.waiting.extend_from_slice(nodes);
        let ready = (level.waiting.len() - 1) / arity * arity;
        let ready: Vec<_> = level.waiting.drain(..ready).collect();
        let first = level.first;
        level.first += ready.len() as u64;
        let stretch = Stretch {
            level: at as u32,
            first,
            nodes: &ready,
            below_top: false,
        };
        parents(self.tree, self.engine, &stretch)
    }

    /// The top node; `None` where no leaf came.
    pub(super) fn finish(mut self, on_node: OnNode<'_>) -> Result<Option<Hash256>> {
        let mut at = 0;
        loop {
            let Some(level) = self.levels.get(at) else {
                return Ok(None);
            };
            let (first, nodes) = (level.first, level.waiting.clone());
            if first == 0
                && let [top] = *nodes
            {
                return Ok(Some(top));
            }
            let below_top = first == 0 && nodes.len() as u64 <= self.tree.arity();
            let stretch = Stretch {
                level: at as u32,
                first,
                nodes: &nodes,
                below_top,
            };
            let above = parents(self.tree, self.engine, &stretch)?;
            at += 1;
            self.end_with(at, &above, on_node)?;
        }
    }

    /// The last nodes of a level, which all wait for the end.
    fn end_with(&mut self, at: usize, nodes: &[Hash256], on_node: OnNode<'_>) -> Result<()> {
        if self.levels.len() == at {
            self.levels.push(Level::default());
        }
        if let Some(level) = self.levels.get_mut(at) {
            on_node(at as u32, level.first + level.waiting.len() as u64, nodes)?;
            level.waiting.extend_from_slice(nodes);
        }
        Ok(())
    }
}
