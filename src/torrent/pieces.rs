//! The hashes of pieces that are in memory: SHA-1 over each, the node of its tree, or both in one
//! pass, many pieces at once.

use std::num::NonZeroUsize;

use super::info::Versions;
use crate::hash::{Engine, Hash160, Hash256, Message, Padded};
use crate::merkle::bep52::{self, LEAF};

/// A piece in memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) bytes: Padded<'a>,
    /// Whether it holds all of its file.
    pub(super) whole_file: bool,
}

/// What its pieces are hashed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hashes {
    /// Over the piece with its zeros (version 1).
    pub(super) sha1: Option<Hash160>,
    /// The node that spans the piece, or the root of a file that is no longer (version 2).
    pub(super) node: Option<Hash256>,
}

/// How pieces are hashed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) engine: Engine,
    pub(super) versions: Versions,
    /// The level of the nodes that span a piece.
    pub(super) level: u32,
}

impl Way {
    /// The hashes of every piece.
    pub(super) fn hash(self, pieces: &[Piece<'_>]) -> Vec<Hashes> {
        let engine = self.engine;
        let padded: Vec<_> = pieces.iter().map(|piece| piece.bytes).collect();
        let mut sha1 = vec![
            [0; 20];
            if self.versions.has_v1() {
                pieces.len()
            } else {
                0
            }
        ];
        let mut leaves = Vec::new();
        if self.versions.has_v2() {
            let counts = padded.iter().map(|piece| piece.bytes.len().div_ceil(LEAF));
            leaves = vec![[0; 32]; counts.sum()];
        }
        match self.versions {
            Versions::V1 => engine.sha1_padded(&padded, &mut sha1),
            Versions::V2 => {
                let chunks = padded.iter().flat_map(|piece| piece.bytes.chunks(LEAF));
                let messages: Vec<_> = chunks.map(Message::from).collect();
                engine.sha256(&messages, &mut leaves);
            }
            Versions::Hybrid => {
                let leaf = NonZeroUsize::new(LEAF).unwrap_or(NonZeroUsize::MIN);
                engine.sha1_and_leaves(&padded, leaf, &mut sha1, &mut leaves);
            }
        }
        let mut leaves = leaves.into_iter();
        let mut sha1 = sha1.into_iter();
        pieces
            .iter()
            .map(|piece| {
                let count = piece.bytes.bytes.len().div_ceil(LEAF);
                let own: Vec<_> = leaves.by_ref().take(count).collect();
                Hashes {
                    sha1: sha1.next(),
                    node: self.node(own, piece.whole_file),
                }
            })
            .collect()
    }

    /// The node over a piece's leaves.
    pub(super) fn node(self, leaves: Vec<Hash256>, whole_file: bool) -> Option<Hash256> {
        if whole_file {
            return bep52::root(self.engine, leaves, 0);
        }
        (!leaves.is_empty()).then(|| bep52::node(self.engine, leaves, self.level))
    }
}
