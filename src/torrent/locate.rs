//! The data of a torrent found in folders: by size, then by hashes.

use std::collections::BTreeMap;

use super::cut::Extent;
use super::expect::Expected;
use super::file::File;
use super::metainfo::Torrent;
use super::shelf::{Hand, Kept, Shelf};
use crate::dir::{Dir, FileKind};
use crate::error::{Error, Result, slug};
use crate::hash::Engine;
use crate::manifest::{Found, Symlinks, Top, Walk, What};
use crate::watch::Watch;

/// A file of a torrent, and where its content is.
#[derive(Clone, Debug)]
pub struct Located<'t> {
    /// The file.
    pub file: &'t File,
    /// The number of the folder and the name below it; none where nothing fits.
    pub at: Option<(usize, Vec<u8>)>,
    /// Whether a piece proves it. A file shorter than a piece of version 1 has none of its own.
    pub proven: bool,
}

/// Looks for every file of the torrent below some folders, hidden ones too. Of files of the right
/// size the first is taken whose own pieces are all right; the content is not read twice.
pub fn locate<'t>(
    torrent: &'t Torrent,
    dirs: &[Dir],
    engine: Engine,
    watch: &dyn Watch,
) -> Result<Vec<Located<'t>>> {
    let expected = Expected::of(torrent);
    let mut sizes: BTreeMap<u64, Vec<(usize, Vec<u8>)>> = BTreeMap::new();
    for file in torrent.info().files().filter(|file| file.length() > 0) {
        sizes.entry(file.length()).or_default();
    }
    for (number, dir) in dirs.iter().enumerate() {
        gather(number, dir, &mut sizes)?;
    }
    let mut located = Vec::new();
    let mut extents = expected.cut.extents().iter().peekable();
    for (number, file) in torrent.info().files().enumerate() {
        let Some(extent) = extents.next_if(|extent| extent.file == number) else {
            located.push(Located {
                file,
                at: None,
                proven: file.target().is_none(),
            });
            continue;
        };
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let mut candidates = sizes.get(&extent.length).cloned().unwrap_or_default();
        // A file of the same name is tried first.
        let last = file.path().names().next_back().unwrap_or_default();
        candidates.sort_by_key(|(_, name)| name.rsplit(|b| *b == b'/').next() != Some(last));
        located.push(fitting(
            &expected, extent, file, dirs, candidates, engine, watch,
        ));
    }
    Ok(located)
}

/// Notes the files of a folder that have one of the sizes.
fn gather(
    number: usize,
    dir: &Dir,
    sizes: &mut BTreeMap<u64, Vec<(usize, Vec<u8>)>>,
) -> Result<()> {
    let top = Top::Path {
        at: Vec::new(),
        shown: Vec::new(),
    };
    for Found { name, what } in Walk::new(dir, vec![top], Symlinks::Follow)? {
        let What::File(folder, at) = what else {
            continue;
        };
        let Ok(status) = folder.status(&at, true) else {
            continue;
        };
        if status.kind == FileKind::Regular
            && let Some(same) = sizes.get_mut(&status.len)
        {
            same.push((number, name));
        }
    }
    Ok(())
}

/// The first of the candidates that fits.
fn fitting<'t>(
    expected: &Expected<'_>,
    extent: &Extent,
    file: &'t File,
    dirs: &[Dir],
    candidates: Vec<(usize, Vec<u8>)>,
    engine: Engine,
    watch: &dyn Watch,
) -> Located<'t> {
    let own = own_pieces(expected, extent);
    for (number, name) in &candidates {
        let Some(dir) = dirs.get(*number) else {
            continue;
        };
        let mut kept = vec![
            Kept {
                name: Vec::new(),
                present: 0,
            };
            extent.file
        ];
        kept.push(Kept {
            name: name.clone(),
            present: extent.length,
        });
        let shelf = Shelf::Folder(dir, &kept);
        let mut hand = Hand::new(&shelf);
        let mut right = |piece| {
            let bytes = expected.proven(piece, &shelf, &mut hand, engine);
            watch.advance(bytes.map_or(0, <[u8]>::len) as u64);
            bytes.is_some()
        };
        if !own.is_empty() && own.iter().all(|piece| right(*piece)) {
            return Located {
                file,
                at: Some((*number, name.clone())),
                proven: true,
            };
        }
    }
    Located {
        file,
        at: candidates.into_iter().next().filter(|_| own.is_empty()),
        proven: false,
    }
}

/// The pieces that hold bytes of this file alone.
fn own_pieces(expected: &Expected<'_>, extent: &Extent) -> Vec<u64> {
    let cut = &expected.cut;
    let alone = |piece: &u64| cut.parts(*piece).all(|part| part.file == extent.file);
    cut.pieces_of(extent).filter(alone).collect()
}
