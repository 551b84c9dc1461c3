//! The version 1 part of an info dictionary (BEP 3, BEP 47): a list of files, and the SHA-1 of every
//! piece of all their bytes one behind the other.

use super::field::{Field, find, need};
use super::file::{Attributes, File};
use super::info::{Layout, PieceLength, named};
use super::path::FilePath;
use crate::codec::bencode::Dict;
use crate::error::{Error, Result, slug};
use crate::hash::Hash160;

/// The most bytes that a torrent may span: what every reader of JSON keeps exactly, 9 PB.
pub(super) const BYTES_MOST: u64 = (1 << 53) - 1;

/// Layout, entries in order, piece hashes.
pub(super) fn read(
    dict: Dict<'_>,
    name: &[u8],
    piece: PieceLength,
) -> Result<(Layout, Vec<File>, Vec<Hash160>)> {
    let (layout, files) = match (find(dict, "length"), find(dict, "files")) {
        (Some(_), None) => {
            let path = FilePath::new([name])?;
            (Layout::Single, vec![entry(dict, Some(path), 0)?])
        }
        (None, Some(files)) => (Layout::Folder, listed(files)?),
        (length, _) => {
            let found = length.map_or("neither", |_| "both");
            let wanted = "either \"length\" or \"files\"";
            let error = Error::new(slug::TORRENT_FIELD, wanted, found);
            return Err(error.at(dict.item().place()));
        }
    };
    let span = files.last().map_or(0, |file| file.offset + file.length);
    let pieces = hashes(need(dict, "pieces")?, span, piece)?;
    distinct(dict, &files)?;
    Ok((layout, files, pieces))
}

fn listed(list: Field<'_>) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut offset = 0u64;
    for item in list.list()?.iter() {
        let dict = list.with(item).dict()?;
        let file = entry(dict, None, offset)?;
        let end = offset.checked_add(file.length);
        offset = end.filter(|end| *end <= BYTES_MOST).ok_or_else(|| {
            let error = Error::new(slug::TORRENT_FIELD, "less than 2^53 bytes in all", "more");
            error.at(item.place())
        })?;
        files.push(file);
    }
    if files.iter().all(|file| file.is_pad() || file.length == 0) {
        return Err(list.wrong("at least one byte", "none"));
    }
    Ok(files)
}

/// A file from its dictionary; of a torrent of a single file that is the info dictionary itself.
fn entry(dict: Dict<'_>, single: Option<FilePath>, offset: u64) -> Result<File> {
    let (attributes, target, length) = sort(dict)?;
    if single.is_some() && (length == 0 || attributes.pad) {
        return Err(need(dict, "length")?.wrong("at least one byte", "none"));
    }
    let path = match single {
        Some(path) => path,
        None => path_of(dict, attributes, length)?,
    };
    Ok(File {
        path,
        length,
        offset,
        attributes,
        target,
        sha1: find(dict, "sha1").and_then(|field| field.hash().ok()),
        root: None,
    })
}

/// What sort of file a dictionary tells of, where a link leads, and how long the file is.
pub(super) fn sort(dict: Dict<'_>) -> Result<(Attributes, Option<FilePath>, u64)> {
    let letters = find(dict, "attr").map(Field::bytes).transpose()?;
    let attributes = Attributes::of(letters.unwrap_or_default());
    Ok((
        attributes,
        target(dict, attributes)?,
        length(dict, attributes)?,
    ))
}

/// The bytes of a file; a link has none, and need not say so.
fn length(dict: Dict<'_>, attributes: Attributes) -> Result<u64> {
    if !attributes.symlink {
        return need(dict, "length")?.size();
    }
    match find(dict, "length") {
        None => Ok(0),
        Some(field) => match field.size()? {
            0 => Ok(0),
            more => Err(field.wrong("0 for a link", more.to_string())),
        },
    }
}

/// Where a link leads; an error where it leads nowhere, or out.
fn target(dict: Dict<'_>, attributes: Attributes) -> Result<Option<FilePath>> {
    if !attributes.symlink {
        return Ok(None);
    }
    names(need(dict, "symlink path")?).map(Some)
}

/// A path in a list of names.
fn names(field: Field<'_>) -> Result<FilePath> {
    let mut names = Vec::new();
    for item in field.list()?.iter() {
        names.push(field.with(item).bytes()?);
    }
    FilePath::new(names).map_err(|error| named(field, error))
}

/// The path; where there are two, the one that is UTF-8 for sure. Of a pad it may be missing.
fn path_of(dict: Dict<'_>, attributes: Attributes, length: u64) -> Result<FilePath> {
    let pad = |_| {
        let length = length.to_string();
        FilePath::new([&b".pad"[..], length.as_bytes()])
    };
    let plain = match need(dict, "path") {
        Ok(field) => names(field)?,
        Err(missing) if attributes.pad => pad(missing)?,
        Err(missing) => return Err(missing),
    };
    find(dict, "path.utf-8").map_or(Ok(plain), names)
}

/// The hashes of all pieces, as many as `span` bytes have.
fn hashes(field: Field<'_>, span: u64, piece: PieceLength) -> Result<Vec<Hash160>> {
    let bytes = field.bytes()?;
    let wrong = |wanted: String, found: String| {
        let wanted = format!("\"pieces\" of {wanted}");
        Error::new(slug::TORRENT_PIECES, wanted, found).at(field.item.place())
    };
    let (hashes, rest) = bytes.as_chunks::<20>();
    if !rest.is_empty() {
        let found = format!("{} bytes", bytes.len());
        return Err(wrong("a multiple of 20 bytes".into(), found));
    }
    let wanted = span.div_ceil(piece.bytes());
    if hashes.len() as u64 != wanted {
        let wanted = format!("{wanted} hashes for {span} bytes");
        return Err(wrong(wanted, format!("{} hashes", hashes.len())));
    }
    Ok(hashes.to_vec())
}

/// An error where two files have one path, or a file stands where another has a folder.
fn distinct(dict: Dict<'_>, files: &[File]) -> Result<()> {
    let mut paths: Vec<_> = files
        .iter()
        .enumerate()
        .filter(|(_, file)| !file.is_pad())
        .map(|(number, file)| (&file.path, number))
        .collect();
    paths.sort_unstable();
    for pair in paths.windows(2) {
        let [(one, first), (other, second)] = pair else {
            continue;
        };
        let below = other.as_bytes().strip_prefix(one.as_bytes());
        let found = match below {
            Some(b"") => "the path of another file",
            Some(rest) if rest.starts_with(b"/") => "one below a file",
            _ => continue,
        };
        let field = need(dict, "files")?;
        let number = *first.max(second);
        let item = field.list()?.iter().nth(number).unwrap_or(field.item);
        let shown = String::from_utf8_lossy(other.as_bytes());
        let wanted = "a path that is free";
        let error = Error::new(slug::TORRENT_FILES, wanted, format!("{found} ({shown})"));
        return Err(error.at(item.place()));
    }
    Ok(())
}
