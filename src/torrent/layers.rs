//! Piece layers (BEP 52): of every file longer than a piece, the nodes of its tree that span a piece.

use std::collections::BTreeMap;

use super::field::{Field, find};
use super::info::Info;
use crate::codec::bencode::Dict;
use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Hash256};

/// The layers by the roots that they lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    by_root: BTreeMap<Hash256, Vec<Hash256>>,
    /// Keys that are no file's root, or of a file that needs no layer.
    stray: usize,
}

impl Layers {
    /// The nodes of a file, one a piece; none for a file of one piece, whose only node is its root.
    pub fn of(&self, root: &Hash256) -> Option<&[Hash256]> {
        self.by_root.get(root).map(Vec::as_slice)
    }

    /// Layers that belong to no file of the torrent.
    pub fn stray(&self) -> usize {
        self.stray
    }

    /// Reads the layers of `torrent`, the outermost dictionary, and holds each against its root.
    pub(super) fn read(torrent: Dict<'_>, info: &Info, engine: Engine) -> Result<Self> {
        if !info.versions().has_v2() {
            return Ok(Self::default());
        }
        let field = find(torrent, "piece layers");
        let mut given = BTreeMap::new();
        if let Some(field) = field {
            for (key, value) in field.dict()?.iter() {
                given.insert(key.key(), field.with(value));
            }
        }
        let place = field.map_or(torrent.item().place(), |field| field.item.place());
        let mut by_root = BTreeMap::new();
        for file in info.files() {
            let Some(root) = file.root().filter(|_| file.length() > info.piece().bytes()) else {
                continue;
            };
            let shown = || String::from_utf8_lossy(file.path().as_bytes()).into_owned();
            let count = file.length().div_ceil(info.piece().bytes());
            let Some(field) = given.get(&root[..]) else {
                let wanted = format!("a piece layer of {:?}", shown());
                return Err(Error::new(slug::TORRENT_LAYERS, wanted, "none").at(place));
            };
            let wanted = || {
                format!(
                    "a layer of {count} hashes that lead to the root of {:?}",
                    shown()
                )
            };
            let wrong = |found: String| {
                Error::new(slug::TORRENT_LAYERS, wanted(), found).at(field.item.place())
            };
            let layer = hashes(*field)?;
            if layer.len() as u64 != count {
                return Err(wrong(format!("{} hashes", layer.len())));
            }
            if by_root.contains_key(&root) {
                continue;
            }
            let level = info.piece().level();
            if crate::merkle::bep52::root(engine, layer.clone(), level) != Some(root) {
                return Err(wrong("others".into()));
            }
            by_root.insert(root, layer);
        }
        let stray = given.len() - by_root.len();
        Ok(Self { by_root, stray })
    }
}

fn hashes(field: Field<'_>) -> Result<Vec<Hash256>> {
    let bytes = field.bytes()?;
    let (hashes, rest) = bytes.as_chunks::<32>();
    if rest.is_empty() {
        return Ok(hashes.to_vec());
    }
    let found = format!("{} bytes", bytes.len());
    let wanted = "a piece layer of a multiple of 32 bytes";
    Err(Error::new(slug::TORRENT_LAYERS, wanted, found).at(field.item.place()))
}
