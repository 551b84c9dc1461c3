//! A torrent put together from its parts, in the bytes that the creator of BEP 52 and libtorrent
//! write: keys sorted, pads in hybrids, `piece layers` in every torrent with a version 2 part.

use super::file::{Attributes, File};
use super::info::{Layout, PieceLength, Versions};
use super::layout::{Entry, entries};
use super::metainfo::Torrent;
use super::outer::Outer;
use super::path::FilePath;
use crate::codec::bencode::{Value, Writer};
use crate::hash::{Hash160, Hash256};

/// A file, with what was found in it.
#[derive(Clone, Debug)]
pub struct DraftFile {
    /// Below the torrent's folder; of a single file, its name.
    pub path: FilePath,
    /// In bytes; 0 for a link.
    pub length: u64,
    /// Its letters; a pad is none of a draft's files.
    pub attributes: Attributes,
    /// Where a link leads, from the torrent's folder.
    pub target: Option<FilePath>,
    /// The SHA-1 of the content, where it is to be told (BEP 47).
    pub sha1: Option<Hash160>,
    /// Of version 2: the root of its tree; none for an empty file or a link.
    pub root: Option<Hash256>,
    /// Of version 2: the nodes that span a piece, of a file longer than one.
    pub layer: Vec<Hash256>,
}

impl DraftFile {
    /// A plain file without hashes yet.
    pub fn new(path: FilePath, length: u64) -> Self {
        Self {
            path,
            length,
            attributes: Attributes::default(),
            target: None,
            sha1: None,
            root: None,
            layer: Vec::new(),
        }
    }
}

/// All that a torrent is made of.
///
/// ```
/// use decent::{hash::Engine, torrent::*};
/// let piece = PieceLength::v2(16384).unwrap();
/// let mut draft = Draft::new(b"hello".to_vec(), piece, Versions::V2, Layout::Single);
/// let path = FilePath::new([&b"hello"[..]]).unwrap();
/// draft.files.push(DraftFile { root: Some([7; 32]), ..DraftFile::new(path, 5) });
/// let torrent = Torrent::parse(&draft.encode(), Engine::portable()).unwrap();
/// assert_eq!(torrent.info().size(), 5);
/// ```
#[derive(Clone, Debug)]
pub struct Draft {
    /// The name of the file or folder.
    pub name: Vec<u8>,
    /// How long a piece is.
    pub piece: PieceLength,
    /// Which versions are written.
    pub versions: Versions,
    /// Whether the name is a file's or a folder's.
    pub layout: Layout,
    /// The files; with a version 2 part in the order of [`FilePath`], each path once.
    pub files: Vec<DraftFile>,
    /// Whether files of a version 1 torrent each begin a piece; in a hybrid they always do.
    pub pads: bool,
    /// Of version 1: the SHA-1 of every piece of the entries that [`Draft::entries`] tells.
    pub pieces: Vec<Hash160>,
    /// Whether only its trackers may tell of peers (BEP 27).
    pub private: bool,
    /// The word by which a site makes a torrent its own.
    pub source: Option<Vec<u8>>,
    /// Infohashes of torrents with files in common (BEP 38), in the info dictionary.
    pub similar: Vec<Vec<u8>>,
    /// Names of collections (BEP 38), in the info dictionary.
    pub collections: Vec<Vec<u8>>,
    /// Where a newer torrent can be had (BEP 39), in the info dictionary.
    pub update_url: Option<Vec<u8>>,
    /// What stands around it. Its `others` and `odd` are not written.
    pub outer: Outer,
}

impl Draft {
    /// Nothing yet but a name.
    pub fn new(name: Vec<u8>, piece: PieceLength, versions: Versions, layout: Layout) -> Self {
        Self {
            name,
            piece,
            versions,
            layout,
            files: Vec::new(),
            pads: false,
            pieces: Vec::new(),
            private: false,
            source: None,
            similar: Vec::new(),
            collections: Vec::new(),
            update_url: None,
            outer: Outer::default(),
        }
    }

    /// The parts of a torrent, to be changed and written again. Values of the wrong sort, and keys
    /// that this library does not know, are left out.
    pub fn of(torrent: &Torrent) -> Self {
        let info = torrent.info();
        let layer = |file: &File| {
            let layer = file.root().and_then(|root| torrent.layers().of(&root));
            layer.map_or_else(Vec::new, <[_]>::to_vec)
        };
        let file = |file: &File| DraftFile {
            path: file.path().clone(),
            length: file.length(),
            attributes: file.attributes(),
            target: file.target().cloned(),
            sha1: file.sha1(),
            root: file.root(),
            layer: layer(file),
        };
        Self {
            name: info.name().to_vec(),
            piece: info.piece(),
            versions: info.versions(),
            layout: info.layout(),
            files: info.files().map(file).collect(),
            pads: info.entries().iter().any(File::is_pad),
            pieces: info.pieces().to_vec(),
            private: info.private(),
            source: info.source().map(Vec::from),
            similar: info.similar().to_vec(),
            collections: info.collections().to_vec(),
            update_url: info.update_url().map(Vec::from),
            outer: torrent.outer().clone(),
        }
    }

    /// The version 1 list: what the pieces are cut from.
    pub fn entries(&self) -> Vec<Entry> {
        let aligned = self.pads || self.versions == Versions::Hybrid;
        if !aligned || self.layout == Layout::Single {
            return (0..self.files.len()).map(Entry::File).collect();
        }
        let lengths: Vec<_> = self.files.iter().map(|file| file.length).collect();
        entries(&lengths, self.piece)
    }

    /// The torrent's bytes.
    pub fn encode(&self) -> Vec<u8> {
        let info = self.info();
        let mut pairs = self.outer.pairs();
        pairs.insert(b"info".to_vec(), Value::Raw(&info));
        let layers = self.layers();
        if self.versions.has_v2() {
            pairs.insert(b"piece layers".to_vec(), Value::Raw(&layers));
        }
        Value::Dict(pairs).encode()
    }

    /// The info dictionary's bytes.
    pub fn info(&self) -> Vec<u8> {
        let writer = &mut Writer::new();
        let single = self.files.first().filter(|_| self.layout == Layout::Single);
        writer.open_dict();
        if let Some(file) = single.filter(|_| self.versions.has_v1()) {
            attr(writer, file.attributes);
        }
        texts(writer, b"collections", &self.collections);
        if self.versions.has_v2() {
            writer.bytes(b"file tree");
            self.tree(writer);
        }
        if self.versions.has_v1() {
            if let Some(file) = single {
                writer.bytes(b"length");
                writer.size(file.length);
            } else {
                writer.bytes(b"files");
                self.list(writer);
            }
        }
        if self.versions.has_v2() {
            writer.bytes(b"meta version");
            writer.int(2);
        }
        writer.bytes(b"name");
        writer.bytes(&self.name);
        writer.bytes(b"piece length");
        writer.size(self.piece.bytes());
        if self.versions.has_v1() {
            writer.bytes(b"pieces");
            writer.bytes(self.pieces.as_flattened());
        }
        if self.private {
            writer.bytes(b"private");
            writer.int(1);
        }
        if let Some(sha1) = single
            .filter(|_| self.versions.has_v1())
            .and_then(|file| file.sha1)
        {
            writer.bytes(b"sha1");
            writer.bytes(&sha1);
        }
        texts(writer, b"similar", &self.similar);
        for (key, text) in [
            (&b"source"[..], &self.source),
            (b"update-url", &self.update_url),
        ] {
            if let Some(text) = text {
                writer.bytes(key);
                writer.bytes(text);
            }
        }
        writer.close();
        std::mem::take(writer).finish()
    }

    /// The version 1 list of files and pads.
    fn list(&self, writer: &mut Writer) {
        writer.open_list();
        for entry in self.entries() {
            writer.open_dict();
            match entry {
                Entry::Pad(length) => {
                    writer.bytes(b"attr");
                    writer.bytes(b"p");
                    writer.bytes(b"length");
                    writer.size(length);
                    writer.bytes(b"path");
                    let name = length.to_string();
                    path(writer, [&b".pad"[..], name.as_bytes()].into_iter());
                }
                Entry::File(number) => {
                    if let Some(file) = self.files.get(number) {
                        attr(writer, file.attributes);
                        writer.bytes(b"length");
                        writer.size(file.length);
                        writer.bytes(b"path");
                        path(writer, file.path.names());
                        hints(writer, file);
                    }
                }
            }
            writer.close();
        }
        writer.close();
    }

    /// The version 2 tree. The files are in its order, so a folder is open as long as they are in it.
    fn tree(&self, writer: &mut Writer) {
        let mut open: Vec<&[u8]> = Vec::new();
        writer.open_dict();
        for file in &self.files {
            let mut names: Vec<&[u8]> = file.path.names().collect();
            let name = names.pop().unwrap_or_default();
            let same = open.iter().zip(&names).take_while(|(a, b)| a == b).count();
            while open.len() > same {
                open.pop();
                writer.close();
            }
            for folder in names.into_iter().skip(same) {
                writer.bytes(folder);
                writer.open_dict();
                open.push(folder);
            }
            writer.bytes(name);
            writer.open_dict();
            writer.bytes(b"");
            writer.open_dict();
            attr(writer, file.attributes);
            // Here libtorrent leaves the length of a link out; in the version 1 list it is 0.
            if file.target.is_none() {
                writer.bytes(b"length");
                writer.size(file.length);
            }
            if let Some(root) = &file.root {
                writer.bytes(b"pieces root");
                writer.bytes(root);
            }
            hints(writer, file);
            writer.close();
            writer.close();
        }
        for _ in 0..=open.len() {
            writer.close();
        }
    }

    /// The layers, by roots in order, each root once.
    fn layers(&self) -> Vec<u8> {
        let mut layers: Vec<_> = self
            .files
            .iter()
            .filter(|file| file.layer.len() > 1)
            .filter_map(|file| Some((file.root?, &file.layer)))
            .collect();
        layers.sort_unstable();
        layers.dedup();
        let mut writer = Writer::new();
        writer.open_dict();
        for (root, layer) in layers {
            writer.bytes(&root);
            writer.bytes(layer.as_flattened());
        }
        writer.close();
        writer.finish()
    }
}

fn attr(writer: &mut Writer, attributes: Attributes) {
    let letters = attributes.letters();
    if !letters.is_empty() {
        writer.bytes(b"attr");
        writer.bytes(letters.as_bytes());
    }
}

/// The keys of a file that come last.
fn hints(writer: &mut Writer, file: &DraftFile) {
    if let Some(sha1) = &file.sha1 {
        writer.bytes(b"sha1");
        writer.bytes(sha1);
    }
    if let Some(target) = &file.target {
        writer.bytes(b"symlink path");
        path(writer, target.names());
    }
}

fn path<'n>(writer: &mut Writer, names: impl Iterator<Item = &'n [u8]>) {
    writer.open_list();
    names.for_each(|name| writer.bytes(name));
    writer.close();
}

fn texts(writer: &mut Writer, key: &[u8], texts: &[Vec<u8>]) {
    if !texts.is_empty() {
        writer.bytes(key);
        path(writer, texts.iter().map(Vec::as_slice));
    }
}
