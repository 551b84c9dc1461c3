//! The info dictionary, whose hash names the torrent.

use super::field::{Field, find, need};
use super::file::File;
use super::outer::{Reader, unknown};
use super::path;
use super::{v1, v2};
use crate::codec::bencode::Dict;
use crate::error::{Error, Result, slug};
use crate::hash::Hash160;

/// Bytes of a piece: 1 to 1 GiB; in version 2 a power of two from 16 KiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PieceLength(u64);

impl PieceLength {
    /// The most bytes of a piece.
    pub const MOST: u64 = 1 << 30;

    /// What a torrent gets whose length is not known beforehand: 1 MiB.
    pub const DEFAULT: Self = Self(1 << 20);

    /// A length for version 1.
    pub fn v1(bytes: u64) -> Result<Self> {
        if (1..=Self::MOST).contains(&bytes) {
            return Ok(Self(bytes));
        }
        let wanted = format!("pieces of 1 to {} bytes", Self::MOST);
        Err(Error::new(slug::PIECE_SIZE, wanted, bytes.to_string()))
    }

    /// A length for version 2, or for both.
    pub fn v2(bytes: u64) -> Result<Self> {
        if bytes.is_power_of_two() && (super::BLOCK..=Self::MOST).contains(&bytes) {
            return Ok(Self(bytes));
        }
        let wanted = format!("pieces of a power of two, 16384 to {} bytes", Self::MOST);
        Err(Error::new(slug::PIECE_SIZE, wanted, bytes.to_string()))
    }

    /// Its bytes.
    pub fn bytes(self) -> u64 {
        self.0
    }

    /// The level of a version 2 tree whose nodes span a piece: 0 for 16 KiB.
    pub fn level(self) -> u32 {
        (self.0 / super::BLOCK).max(1).ilog2()
    }
}

/// Which versions a torrent has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Versions {
    /// SHA-1 over pieces of all bytes (BEP 3).
    V1,
    /// A tree of SHA-256 for each file (BEP 52).
    V2,
    /// Both over the same files.
    Hybrid,
}

impl Versions {
    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V2 => "v2",
            Self::Hybrid => "hybrid",
        }
    }

    /// Whether there are SHA-1 hashes of pieces.
    pub fn has_v1(self) -> bool {
        self != Self::V2
    }

    /// Whether there is a tree of files.
    pub fn has_v2(self) -> bool {
        self != Self::V1
    }
}

/// Whether the torrent's name is a file's or a folder's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One file, which has the torrent's name.
    Single,
    /// A folder of the torrent's name, with files below it.
    Folder,
}

/// The info dictionary, checked.
#[derive(Clone, Debug)]
pub struct Info {
    pub(super) name: Vec<u8>,
    pub(super) piece: PieceLength,
    pub(super) versions: Versions,
    pub(super) layout: Layout,
    pub(super) files: Vec<File>,
    pub(super) pieces: Vec<Hash160>,
    pub(super) private: bool,
    pub(super) source: Option<Vec<u8>>,
    pub(super) similar: Vec<Vec<u8>>,
    pub(super) collections: Vec<Vec<u8>>,
    pub(super) update_url: Option<Vec<u8>>,
    pub(super) odd: Vec<(&'static str, u64)>,
    pub(super) others: Vec<Vec<u8>>,
}

/// The keys that are read here and below.
const KNOWN: [&str; 15] = [
    "collections",
    "file tree",
    "files",
    "length",
    "meta version",
    "name",
    "name.utf-8",
    "piece length",
    "pieces",
    "private",
    "similar",
    "source",
    "update-url",
    "attr",
    "sha1",
];

impl Info {
    /// Reads and checks the dictionary. All but the piece layers, which stand outside of it, is
    /// checked here.
    pub(super) fn read(dict: Dict<'_>) -> Result<Self> {
        // BEP 52 wants this looked at first: all else may mean something else in a newer version.
        let has_v2 = meta_version(dict)?;
        let pieces = find(dict, "pieces");
        let versions = match (pieces, has_v2) {
            (Some(_), true) => Versions::Hybrid,
            (None, true) => Versions::V2,
            (Some(_), false) => Versions::V1,
            (None, false) => {
                let wanted = "\"pieces\" (version 1) or \"meta version\" (version 2)";
                let error = Error::new(slug::TORRENT_FIELD, wanted, "neither");
                return Err(error.at(dict.item().place()));
            }
        };
        let name = name(dict)?;
        let piece = piece_length(need(dict, "piece length")?, has_v2)?;
        let (layout, files, pieces) = match versions {
            Versions::V1 => v1::read(dict, name, piece)?,
            Versions::V2 => {
                let (layout, files) = v2::read(dict, name, piece)?;
                (layout, files, Vec::new())
            }
            Versions::Hybrid => {
                let (layout, files, pieces) = v1::read(dict, name, piece)?;
                let tree = v2::read(dict, name, piece)?;
                let tree = v2::agreed(dict, layout, files, tree, piece)?;
                (layout, tree, pieces)
            }
        };
        let mut reader = Reader::new(dict);
        Ok(Self {
            name: name.to_vec(),
            piece,
            versions,
            layout,
            files,
            pieces,
            private: reader.int("private").is_some_and(|flag| flag != 0),
            source: reader.text("source"),
            similar: reader.texts("similar"),
            collections: reader.texts("collections"),
            update_url: reader.text("update-url"),
            others: unknown(dict, &KNOWN),
            odd: reader.odd,
        })
    }

    /// The name of the file or folder; one name, that stays where it is put.
    pub fn name(&self) -> &[u8] {
        &self.name
    }

    /// How long a piece is.
    pub fn piece(&self) -> PieceLength {
        self.piece
    }

    /// Which versions there are.
    pub fn versions(&self) -> Versions {
        self.versions
    }

    /// Whether the name is a file's or a folder's.
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// Every entry in order: files, links, and the pads of the version 1 list.
    pub fn entries(&self) -> &[File] {
        &self.files
    }

    /// Files and links, without pads.
    pub fn files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| !file.is_pad())
    }

    /// The SHA-1 of every piece (version 1); none in a torrent of version 2 alone.
    pub fn pieces(&self) -> &[Hash160] {
        &self.pieces
    }

    /// How many pieces there are.
    pub fn piece_count(&self) -> u64 {
        let last = self.files.iter().rev().find(|file| file.length > 0);
        last.map_or(0, |file| file.pieces(self.piece).end)
    }

    /// Bytes of all files, pads left out.
    pub fn size(&self) -> u64 {
        self.files().map(File::length).sum()
    }

    /// Bytes of all entries, pads counted: what the version 1 pieces are cut from.
    pub fn span(&self) -> u64 {
        let last = self.files.last();
        last.map_or(0, |file| file.offset + file.length)
    }

    /// Whether only its trackers may tell of peers (BEP 27).
    pub fn private(&self) -> bool {
        self.private
    }

    /// The word by which a site makes a torrent its own.
    pub fn source(&self) -> Option<&[u8]> {
        self.source.as_deref()
    }

    /// Infohashes of torrents with files in common (BEP 38), as they stand here.
    pub fn similar(&self) -> &[Vec<u8>] {
        &self.similar
    }

    /// Names of collections that it belongs to (BEP 38), as they stand here.
    pub fn collections(&self) -> &[Vec<u8>] {
        &self.collections
    }

    /// Where a newer torrent can be had (BEP 39).
    pub fn update_url(&self) -> Option<&[u8]> {
        self.update_url.as_deref()
    }

    /// Keys with a value of the wrong sort that nothing depends on, and the byte where it stands.
    pub fn odd(&self) -> &[(&'static str, u64)] {
        &self.odd
    }

    /// Keys that this library does not know.
    pub fn others(&self) -> &[Vec<u8>] {
        &self.others
    }
}

/// Whether the dictionary says that it is of version 2.
fn meta_version(dict: Dict<'_>) -> Result<bool> {
    let Some(field) = find(dict, "meta version") else {
        return Ok(false);
    };
    match field.int()? {
        2 => Ok(true),
        newer @ 3.. => {
            let wanted = "\"meta version\" of 2";
            let found = format!("{newer}, which is newer than this build");
            Err(Error::new(slug::UNKNOWN_VERSION, wanted, found).at(field.item.place()))
        }
        older => Err(field.wrong("2", older.to_string())),
    }
}

/// The name; where there are two, the one that is UTF-8 for sure.
fn name(dict: Dict<'_>) -> Result<&[u8]> {
    let plain = need(dict, "name")?;
    let field = find(dict, "name.utf-8").unwrap_or(plain);
    for field in [plain, field] {
        path::check(field.bytes()?).map_err(|error| named(field, error))?;
    }
    field.bytes()
}

/// The error of a path, at the field that it stands in.
pub(super) fn named(field: Field<'_>, mut error: Error) -> Error {
    error.wanted = format!("{:?} with {}", field.key, error.wanted).into();
    error.at(field.item.place())
}

fn piece_length(field: Field<'_>, v2: bool) -> Result<PieceLength> {
    let number = field.int()?;
    let length = u64::try_from(number).unwrap_or(0);
    let length = if v2 {
        PieceLength::v2(length)
    } else {
        PieceLength::v1(length)
    };
    length.map_err(|error| {
        let wanted = error.wanted.replacen("pieces of ", "", 1);
        field.wrong(wanted, number.to_string())
    })
}
