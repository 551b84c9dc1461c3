//! The whole torrent: a file that is read, checked, and named by its infohashes.

use std::ops::Range;

use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::field::need;
use super::info::Info;
use super::layers::Layers;
use super::outer::Outer;
use crate::codec::bencode::Document;
use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Hash160, Hash256};

/// What names a torrent; at least one of the two is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InfoHash {
    /// SHA-1 of the info dictionary's bytes, of a torrent with a version 1 part.
    pub v1: Option<Hash160>,
    /// SHA-256 of the same bytes, of a torrent with a version 2 part.
    pub v2: Option<Hash256>,
}

/// A torrent, all of it checked.
///
/// ```
/// use decent::{hash::Engine, torrent::Torrent};
/// let bytes = b"d4:infod6:lengthi5e4:name5:hello12:piece lengthi16384e6:pieces20:\
///               \xaa\xf4\xc6\x1d\xdc\xc5\xe8\xa2\xda\xbe\xde\x0f\x3b\x48\x2c\xd9\xae\xa9\x43\x4dee";
/// let torrent = Torrent::parse(bytes, Engine::portable()).unwrap();
/// assert_eq!(torrent.info().name(), b"hello");
/// assert_eq!(torrent.info_span(), 7..86);
/// ```
#[derive(Clone, Debug)]
pub struct Torrent {
    info: Info,
    info_span: Range<usize>,
    hash: InfoHash,
    layers: Layers,
    outer: Outer,
}

impl Torrent {
    /// Reads a torrent file. `engine` hashes the piece layers; the infohashes are single streams.
    pub fn parse(bytes: &[u8], engine: Engine) -> Result<Self> {
        Self::of(&Document::parse(bytes)?, engine)
    }

    /// The torrent of a document that is read already.
    pub fn of(document: &Document<'_>, engine: Engine) -> Result<Self> {
        let root = document.root();
        let dict = root.dict().map_err(|error| {
            let found = error.found;
            Error::new(
                slug::BENCODE_TYPE,
                "a torrent, which is a dictionary",
                found,
            )
            .at(root.place())
        })?;
        let field = need(dict, "info")?;
        let info = Info::read(field.dict()?)?;
        let layers = Layers::read(dict, &info, engine)?;
        let raw = field.item.raw();
        let versions = info.versions();
        let hash = InfoHash {
            v1: versions.has_v1().then(|| Sha1::digest(raw).into()),
            v2: versions.has_v2().then(|| Sha256::digest(raw).into()),
        };
        Ok(Self {
            outer: Outer::read(dict),
            info_span: field.item.span(),
            info,
            hash,
            layers,
        })
    }

    /// The info dictionary.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Where the info dictionary's bytes stand in the file: what the infohashes are over.
    pub fn info_span(&self) -> Range<usize> {
        self.info_span.clone()
    }

    /// What names it.
    pub fn hash(&self) -> InfoHash {
        self.hash
    }

    /// The piece layers of version 2.
    pub fn layers(&self) -> &Layers {
        &self.layers
    }

    /// All that stands around the info dictionary.
    pub fn outer(&self) -> &Outer {
        &self.outer
    }
}
