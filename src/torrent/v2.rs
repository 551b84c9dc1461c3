//! The version 2 part of an info dictionary (BEP 52): a tree of folders and files, each file with the
//! root of its own hash tree.

use super::field::{Field, find, need};
use super::file::File;
use super::info::{Layout, PieceLength, named};
use super::path::{self, FilePath};
use super::v1::{self, BYTES_MOST};
use crate::codec::bencode::{Dict, Item};
use crate::error::{Error, Result, slug};

/// Layout and files, in the order of the tree.
pub(super) fn read(dict: Dict<'_>, name: &[u8], piece: PieceLength) -> Result<(Layout, Vec<File>)> {
    let tree = need(dict, "file tree")?;
    let files = walk(tree, piece)?;
    if files.iter().all(|file| file.length == 0) {
        return Err(tree.wrong("at least one byte", "none"));
    }
    let layout = match &*files {
        [one] if one.path.as_bytes() == name => Layout::Single,
        _ => Layout::Folder,
    };
    Ok((layout, files))
}

/// All files of a tree. It loops: a folder that is open stands on a stack.
fn walk(tree: Field<'_>, piece: PieceLength) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut names: Vec<&[u8]> = Vec::new();
    let mut end = 0;
    let mut open = vec![sorted(tree)?.iter()];
    while let Some(entries) = open.last_mut() {
        let Some((key, value)) = entries.next() else {
            open.pop();
            names.pop();
            continue;
        };
        let field = tree.with(value);
        path::check(key.key()).map_err(|error| named(tree.with(key), error))?;
        names.push(key.key());
        let inner = sorted(field)?;
        if let Some(own) = inner.get(b"") {
            if inner.iter().count() > 1 {
                let wanted = "a file that is no folder";
                let error = Error::new(slug::TORRENT_FILES, wanted, "one that is both");
                return Err(error.at(key.place()));
            }
            let path = FilePath::new(names.iter().copied());
            let path = path.map_err(|error| named(tree.with(key), error))?;
            files.push(leaf(tree.with(own), path, &mut end, piece)?);
            names.pop();
        } else {
            open.push(inner.iter());
        }
    }
    Ok(files)
}

/// A dictionary of the tree, whose order is the order of the files.
fn sorted(field: Field<'_>) -> Result<Dict<'_>> {
    let dict = field.dict()?;
    match dict.unsorted() {
        None => Ok(dict),
        Some(key) => Err(field
            .with(key)
            .wrong("names in order", "one before its neighbour")),
    }
}

/// A file from the dictionary under its empty key; `end` is where those before it end.
fn leaf(field: Field<'_>, path: FilePath, end: &mut u64, piece: PieceLength) -> Result<File> {
    let dict = field.dict()?;
    let (attributes, target, length) = v1::sort(dict)?;
    if attributes.pad {
        let place = field.item.place();
        let error = Error::new(slug::TORRENT_FILES, "a tree of files", "a pad");
        return Err(error.at(place));
    }
    let root = if length > 0 {
        let root = need(dict, "pieces root")?;
        let hash = root.hash()?;
        if hash == [0; 32] {
            return Err(root.wrong("a hash", "zeros"));
        }
        Some(hash)
    } else {
        None
    };
    let offset = if length > 0 {
        end.next_multiple_of(piece.bytes())
    } else {
        *end
    };
    *end = offset
        .checked_add(length)
        .filter(|end| *end <= BYTES_MOST - piece.bytes())
        .ok_or_else(|| field.wrong("less than 2^53 bytes in all", "more"))?;
    Ok(File {
        path,
        length,
        offset,
        attributes,
        target,
        sha1: find(dict, "sha1").and_then(|field| field.hash().ok()),
        root,
    })
}

/// The entries of a hybrid: those of version 1 with the roots of version 2, where both name the same
/// files in the same order, and every file begins a piece.
pub(super) fn agreed(
    dict: Dict<'_>,
    layout: Layout,
    mut entries: Vec<File>,
    (tree_layout, tree): (Layout, Vec<File>),
    piece: PieceLength,
) -> Result<Vec<File>> {
    if layout == Layout::Single && tree_layout == Layout::Folder {
        return Err(differ(need(dict, "file tree")?.item, "other files", ""));
    }
    let list = find(dict, "files");
    let items: Vec<Item<'_>> = match list {
        Some(field) => field.list()?.iter().collect(),
        None => vec![dict.item()],
    };
    let mut tree = tree.into_iter();
    for (entry, item) in entries.iter_mut().zip(items) {
        if entry.is_pad() {
            continue;
        }
        let Some(file) = tree.next() else {
            return Err(differ(item, "a file that the tree lacks", ""));
        };
        if (&entry.path, entry.length) != (&file.path, file.length) {
            let shown = String::from_utf8_lossy(file.path.as_bytes());
            let found = format!("{:?} of {} bytes", entry.path, entry.length);
            let wanted = format!("{shown:?} of {} bytes, as in the tree", file.length);
            return Err(differ(item, &found, &wanted));
        }
        if entry.target != file.target {
            return Err(differ(item, "a link that leads elsewhere", ""));
        }
        if entry.length > 0 && !entry.offset.is_multiple_of(piece.bytes()) {
            let wanted = "a file at the beginning of a piece";
            return Err(differ(
                item,
                &format!("one at byte {}", entry.offset),
                wanted,
            ));
        }
        entry.root = file.root;
    }
    match tree.next() {
        None => Ok(entries),
        Some(file) => {
            let found = format!("none for {:?}", file.path);
            let place = list.map_or(dict.item(), |field| field.item);
            Err(differ(place, &found, "every file of the tree"))
        }
    }
}

fn differ(item: Item<'_>, found: &str, wanted: &str) -> Error {
    let wanted = if wanted.is_empty() {
        "the files of the tree"
    } else {
        wanted
    };
    Error::new(slug::TORRENT_MISMATCH, wanted.to_owned(), found.to_owned()).at(item.place())
}
