//! The data of a torrent found in folders: by size, then by hashes.

use std::collections::BTreeMap;

use super::cut::{Extent, Part};
use super::expect::Expected;
use super::file::File;
use super::metainfo::Torrent;
use super::shelf::{Hand, Kept, Shelf};
use crate::dir::{Dir, FileKind};
use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Hash256};
use crate::manifest::{Found, Symlinks, Top, Walk, What};
use crate::merkle::bep52;
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

/// A file that has the right size: the number of its folder, and its name below it.
type Candidate = (usize, Vec<u8>);

/// Looks for every file of the torrent below some folders, hidden ones too. Of files of the right
/// size the first is taken whose own pieces are all right.
pub fn locate<'t>(
    torrent: &'t Torrent,
    dirs: &[Dir],
    engine: Engine,
    watch: &dyn Watch,
) -> Result<Vec<Located<'t>>> {
    let expected = Expected::of(torrent);
    let mut sizes: BTreeMap<u64, Vec<Candidate>> = BTreeMap::new();
    for extent in expected.cut.extents() {
        sizes.entry(extent.length).or_default();
    }
    for (number, dir) in dirs.iter().enumerate() {
        gather(number, dir, &mut sizes)?;
    }
    let mut search = Search {
        expected: &expected,
        dirs,
        engine,
        watch,
        sizes,
        firsts: BTreeMap::new(),
    };
    let mut located = Vec::new();
    let mut extents = expected.cut.extents().iter().peekable();
    for (number, file) in torrent.info().files().enumerate() {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let extent = extents.next_if(|extent| extent.file == number);
        located.push(match extent {
            Some(extent) => search.file(extent, file),
            // What is empty is nowhere and everywhere.
            None => Located {
                file,
                at: None,
                proven: file.target().is_none(),
            },
        });
    }
    Ok(located)
}

/// Notes the files of a folder that have one of the sizes.
fn gather(number: usize, dir: &Dir, sizes: &mut BTreeMap<u64, Vec<Candidate>>) -> Result<()> {
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

struct Search<'s> {
    expected: &'s Expected<'s>,
    dirs: &'s [Dir],
    engine: Engine,
    watch: &'s dyn Watch,
    sizes: BTreeMap<u64, Vec<Candidate>>,
    /// Of sizes that were asked for, the files by the node over their first piece (version 2).
    firsts: BTreeMap<u64, BTreeMap<Hash256, Vec<Candidate>>>,
}

impl Search<'_> {
    /// The first of the candidates that fits.
    fn file<'t>(&mut self, extent: &Extent, file: &'t File) -> Located<'t> {
        let mut candidates = self.candidates(extent);
        // A file of the same name is tried first.
        let last = file.path().names().next_back();
        candidates.sort_by_key(|(_, name)| name.rsplit(|b| *b == b'/').next() != last);
        let own = self.own_pieces(extent);
        let fits = |one: &&Candidate| !own.is_empty() && self.fits(extent, &own, one);
        if let Some(found) = candidates.iter().find(fits) {
            return Located {
                file,
                at: Some(found.clone()),
                proven: true,
            };
        }
        Located {
            file,
            at: candidates.into_iter().next().filter(|_| own.is_empty()),
            proven: false,
        }
    }

    /// The files of the right size; of version 2 those whose first piece is right.
    fn candidates(&mut self, extent: &Extent) -> Vec<Candidate> {
        let same = self.sizes.get(&extent.length).cloned().unwrap_or_default();
        let first = self.expected.cut.pieces_of(extent).start;
        let Some(node) = self.expected.node(first) else {
            return same;
        };
        if !self.firsts.contains_key(&extent.length) {
            let mut by_node: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for candidate in same {
                if let Some(node) = self.first_node(extent.length, &candidate) {
                    by_node.entry(node).or_default().push(candidate);
                }
            }
            self.firsts.insert(extent.length, by_node);
        }
        let known = self.firsts.get(&extent.length);
        known
            .and_then(|known| known.get(&node))
            .cloned()
            .unwrap_or_default()
    }

    /// The node over the first piece of a file.
    fn first_node(&self, length: u64, (number, name): &Candidate) -> Option<Hash256> {
        let kept = Kept {
            name: name.clone(),
            present: length,
        };
        let shelf = Shelf::Only(self.dirs.get(*number)?, 0, &kept);
        let mut hand = Hand::new(&shelf);
        let piece = self.expected.cut.piece().bytes();
        let part = Part {
            file: 0,
            at: 0,
            from: 0,
            length: length.min(piece),
            ends: length <= piece,
        };
        let lies = hand.load(&[part], part.length).ok()?;
        hand.ahead(std::iter::once(&lies));
        let leaves = bep52::leaves(self.engine, hand.bytes(&lies).ok()?);
        hand.check(&lies, false).ok()?;
        self.expected.way(self.engine).node(leaves, part.ends)
    }

    /// Whether all of these pieces are right in a file.
    fn fits(&self, extent: &Extent, own: &[u64], (number, name): &Candidate) -> bool {
        let kept = Kept {
            name: name.clone(),
            present: extent.length,
        };
        let Some(dir) = self.dirs.get(*number) else {
            return false;
        };
        let shelf = Shelf::Only(dir, extent.file, &kept);
        let mut hand = Hand::new(&shelf);
        own.iter().all(|piece| {
            let proven = self.expected.proven(*piece, &shelf, &mut hand, self.engine);
            self.watch.advance(proven.map_or(0, <[u8]>::len) as u64);
            proven.is_some()
        })
    }

    /// The pieces that hold bytes of this file alone.
    fn own_pieces(&self, extent: &Extent) -> Vec<u64> {
        let cut = &self.expected.cut;
        let alone = |piece: &u64| cut.parts(*piece).all(|part| part.file == extent.file);
        cut.pieces_of(extent).filter(alone).collect()
    }
}
