//! What a torrent expects of every piece, and pieces proven by it.

use super::cut::Cut;
use super::metainfo::Torrent;
use super::pieces::{Hashes, Piece, Way};
use super::shelf::{Hand, Shelf};
use crate::hash::{Engine, Hash160, Hash256, Padded};

/// The pieces of a torrent, with what they must hash to.
pub(super) struct Expected<'t> {
    pub(super) cut: Cut,
    sha1: &'t [Hash160],
    nodes: Vec<Option<Hash256>>,
}

impl<'t> Expected<'t> {
    pub(super) fn of(torrent: &'t Torrent) -> Self {
        let info = torrent.info();
        let cut = Cut::of(info);
        let mut nodes = Vec::new();
        if info.versions().has_v2() {
            let files: Vec<_> = info.files().collect();
            nodes.resize(cut.count() as usize, None);
            for extent in cut.extents() {
                let Some(root) = files.get(extent.file).and_then(|file| file.root()) else {
                    continue;
                };
                let pieces = cut.pieces_of(extent);
                let own = nodes.get_mut(pieces.start as usize..pieces.end as usize);
                let own = own.unwrap_or_default();
                match (torrent.layers().of(&root), own) {
                    (_, [one]) => *one = Some(root),
                    (Some(layer), many) => {
                        for (to, from) in many.iter_mut().zip(layer) {
                            *to = Some(*from);
                        }
                    }
                    (None, _) => {}
                }
            }
        }
        Self {
            cut,
            sha1: info.pieces(),
            nodes,
        }
    }

    /// The node that a piece must have (version 2).
    pub(super) fn node(&self, piece: u64) -> Option<Hash256> {
        self.nodes.get(piece as usize).copied().flatten()
    }

    /// How its pieces are hashed.
    pub(super) fn way(&self, engine: Engine) -> Way {
        Way {
            engine,
            versions: self.cut.versions(),
            level: self.cut.piece().level(),
        }
    }

    /// Whether a piece that hashes so is the right one; of a hybrid both parts must say so.
    pub(super) fn fits(&self, piece: u64, hashes: &Hashes) -> bool {
        let versions = self.cut.versions();
        let v1 = || hashes.sha1.is_some() && self.sha1.get(piece as usize) == hashes.sha1.as_ref();
        let v2 = || hashes.node.is_some() && self.node(piece) == hashes.node;
        (!versions.has_v1() || v1()) && (!versions.has_v2() || v2())
    }

    /// The bytes of a piece from other files than those that are judged, if they are proven.
    pub(super) fn proven<'h>(
        &self,
        piece: u64,
        shelf: &Shelf<'_>,
        hand: &'h mut Hand<'_>,
        engine: Engine,
    ) -> Option<&'h [u8]> {
        let parts: Vec<_> = self.cut.parts(piece).collect();
        let there = |part: &super::cut::Part| part.from + part.length <= shelf.present(part.file);
        if !parts.iter().all(there) {
            return None;
        }
        hand.clear();
        let lies = hand.load(&parts, self.cut.filled(piece)).ok()?;
        hand.ahead(std::iter::once(&lies));
        let bytes = hand.bytes(&lies).ok()?;
        let range = self.cut.range(piece);
        let one = Piece {
            bytes: Padded {
                bytes,
                zeros: range.end - range.start - bytes.len() as u64,
            },
            whole_file: self.cut.whole_file(piece),
        };
        let hashes = self.way(engine).hash(&[one]);
        let fits = hashes
            .first()
            .is_some_and(|hashes| self.fits(piece, hashes));
        (fits && hand.check(&lies, false).is_ok()).then_some(bytes)
    }
}
