//! Torrents: version 1 (BEP 3), version 2 (BEP 52), and hybrids that are both.
//!
//! [`Torrent::parse`] reads a file strictly and gives a value that cannot be wrong: every path stays
//! inside, the piece hashes fit the files, every piece layer leads to its file's root, and the two
//! halves of a hybrid speak of the same files. [`Draft`] writes the same again from its parts.

mod choose;
mod cut;
#[cfg(test)]
mod data_tests;
/// What two torrents do not share.
pub mod diff;
mod draft;
mod edit;
mod expect;
mod field;
mod file;
mod info;
/// The lossless JSON form.
pub mod json;
mod layers;
mod layout;
/// What other programs stumble over.
pub mod lint;
mod locate;
/// Magnet links.
pub mod magnet;
mod make;
/// The whole torrent.
pub mod metainfo;
/// The parts of a torrent told one by one.
pub mod narrate;
mod outer;
mod pass;
mod path;
mod pieces;
mod repair;
mod scan;
mod shelf;
mod stream;
mod tell;
#[cfg(test)]
mod tests;
mod v1;
mod v2;
mod verify;

pub use choose::{Choice, Symlinks};
pub use draft::{Draft, DraftFile};
pub use edit::Edit;
pub use file::{Attributes, File};
pub use info::{Info, Layout, PieceLength, Versions};
pub use layers::Layers;
pub use layout::{Entry, entries};
pub use locate::{Located, locate};
pub use magnet::Magnet;
pub use make::{from_file, from_folder, from_stream, piece_for};
pub use metainfo::{InfoHash, Torrent};
pub use outer::Outer;
pub use path::FilePath;
pub use repair::{Repaired, repair};
pub use scan::Scan;
pub use tell::{first_piece, first_piece_expected};
pub use verify::{
    Against, Data, Finding, Found, HELD_MOST, Outcome, PassOn, State, Verified, verify,
};

/// Bytes of a block, the leaf of a version 2 tree.
pub const BLOCK: u64 = 16 << 10;
