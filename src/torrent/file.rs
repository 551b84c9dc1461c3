//! One file of a torrent, with what BEP 47 and BEP 52 say about it.

use std::ops::Range;

use super::info::PieceLength;
use super::path::FilePath;
use crate::hash::{Hash160, Hash256};

/// What sort of file it is (BEP 47).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "four letters of the format, each there or not"
)]
pub struct Attributes {
    /// `p`: zeros that fill up a piece, and no file.
    pub pad: bool,
    /// `h`: hidden.
    pub hidden: bool,
    /// `x`: executable.
    pub executable: bool,
    /// `l`: a symbolic link.
    pub symlink: bool,
}

impl Attributes {
    /// The attributes of some letters; unknown ones are ignored, as the spec says.
    pub fn of(letters: &[u8]) -> Self {
        let has = |letter| letters.contains(&letter);
        Self {
            pad: has(b'p'),
            hidden: has(b'h'),
            executable: has(b'x'),
            symlink: has(b'l'),
        }
    }

    /// The letters, in the order in which libtorrent writes them; none for a plain file.
    ///
    /// ```
    /// use decent::torrent::Attributes;
    /// assert_eq!(Attributes::of(b"xh?").letters(), "hx");
    /// ```
    pub fn letters(self) -> String {
        let all = [
            (self.pad, 'p'),
            (self.hidden, 'h'),
            (self.executable, 'x'),
            (self.symlink, 'l'),
        ];
        all.iter()
            .filter(|(there, _)| *there)
            .map(|(_, letter)| letter)
            .collect()
    }
}

/// A file, a link, or a pad, at its place among the torrent's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub(super) path: FilePath,
    pub(super) length: u64,
    pub(super) offset: u64,
    pub(super) attributes: Attributes,
    pub(super) target: Option<FilePath>,
    pub(super) sha1: Option<Hash160>,
    pub(super) root: Option<Hash256>,
}

impl File {
    /// Below the torrent's folder; of a torrent of a single file, its name.
    pub fn path(&self) -> &FilePath {
        &self.path
    }

    /// In bytes; 0 for a link.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Where its first byte stands among all bytes of the torrent: behind all before it, and in
    /// version 2 at the beginning of a piece.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// What sort of file it is.
    pub fn attributes(&self) -> Attributes {
        self.attributes
    }

    /// Whether it is no file, but zeros that fill up a piece.
    pub fn is_pad(&self) -> bool {
        self.attributes.pad
    }

    /// Where a link leads, from the torrent's folder; `None` for all that is no link.
    pub fn target(&self) -> Option<&FilePath> {
        self.target.as_ref()
    }

    /// The SHA-1 of its content (BEP 47), which is only a hint.
    pub fn sha1(&self) -> Option<Hash160> {
        self.sha1
    }

    /// The root of its tree (version 2); none for an empty file, a link, or a pad.
    pub fn root(&self) -> Option<Hash256> {
        self.root
    }

    /// The pieces that hold a byte of it.
    pub fn pieces(&self, piece: PieceLength) -> Range<u64> {
        let first = self.offset / piece.bytes();
        match self.length {
            0 => first..first,
            length => first..(self.offset + length).div_ceil(piece.bytes()),
        }
    }
}
