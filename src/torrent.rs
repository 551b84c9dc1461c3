//! Torrents: version 1 (BEP 3), version 2 (BEP 52), and hybrids that are both.
//!
//! [`Torrent::parse`] reads a file strictly and gives a value that cannot be wrong: every path stays
//! inside, the piece hashes fit the files, every piece layer leads to its file's root, and the two
//! halves of a hybrid speak of the same files. [`Draft`] writes the same again from its parts.

/// What two torrents do not share.
pub mod diff;
mod draft;
mod edit;
mod field;
mod file;
mod info;
/// The lossless JSON form.
pub mod json;
mod layers;
mod layout;
/// What other programs stumble over.
pub mod lint;
/// Magnet links.
pub mod magnet;
/// The whole torrent.
pub mod metainfo;
/// The parts of a torrent told one by one.
pub mod narrate;
mod outer;
mod path;
#[cfg(test)]
mod tests;
mod v1;
mod v2;

pub use draft::{Draft, DraftFile};
pub use edit::Edit;
pub use file::{Attributes, File};
pub use info::{Info, Layout, PieceLength, Versions};
pub use layers::Layers;
pub use layout::{Entry, entries};
pub use magnet::Magnet;
pub use metainfo::{InfoHash, Torrent};
pub use outer::Outer;
pub use path::FilePath;

use crate::hash::{Engine, Hash256};

/// Bytes of a block, the leaf of a version 2 tree.
pub const BLOCK: u64 = 16 << 10;

/// The root over one file's nodes of `level` (0 the 16 KiB blocks), filled up as BEP 52 says.
///
/// ```
/// use decent::{hash::Engine, torrent};
/// assert_eq!(torrent::root_above(Engine::portable(), vec![[7; 32]], 3), Some([7; 32]));
/// ```
pub fn root_above(engine: Engine, nodes: Vec<Hash256>, level: u32) -> Option<Hash256> {
    crate::manifest::bep52_root_above(engine, nodes, level)
}
