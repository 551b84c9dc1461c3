//! A torrent made from its data: the files of a folder, one file, or a stream of unknown length.

use std::io::Read;

use super::cut::Cut;
use super::draft::{Draft, DraftFile};
use super::info::{Layout, PieceLength};
use super::pass::{self, Told, Work};
use super::path::FilePath;
use super::pieces::Hashes;
use super::scan::{Scan, of};
use super::shelf::Shelf;
use super::stream::{self, Plan};
use crate::dir::Dir;
use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Hash256};
use crate::merkle::bep52;
use crate::source::Source;
use crate::watch::Watch;

/// Pieces that a torrent has at most, where their length is chosen here.
const PIECES: u64 = 2048;

/// A piece length for so many bytes: a power of two from 16 KiB to 16 MiB, the least that gives at
/// most 2048 pieces.
///
/// ```
/// use decent::torrent::piece_for;
/// assert_eq!(piece_for(0).bytes(), 16 << 10);
/// assert_eq!(piece_for(1 << 30).bytes(), 512 << 10);
/// assert_eq!(piece_for(u64::MAX).bytes(), 16 << 20);
/// ```
pub fn piece_for(size: u64) -> PieceLength {
    let least = size.div_ceil(PIECES).clamp(16 << 10, 16 << 20);
    // Between the bounds of every version.
    PieceLength::v2(least.next_power_of_two()).unwrap_or(PieceLength::DEFAULT)
}

/// Hashes the files of a folder into `draft`, which takes them over.
pub fn from_folder(
    draft: &mut Draft,
    dir: &Dir,
    scan: Scan,
    engine: Engine,
    watch: &dyn Watch,
) -> Result<()> {
    not_empty(scan.size())?;
    draft.layout = Layout::Folder;
    draft.files = scan.files;
    hash(draft, &Shelf::Folder(dir, &scan.kept), engine, watch)
}

/// Hashes one file into `draft`, under the draft's name.
pub fn from_file(
    draft: &mut Draft,
    source: &Source<'_>,
    engine: Engine,
    watch: &dyn Watch,
) -> Result<()> {
    not_empty(source.len())?;
    single(draft, source.len())?;
    hash(draft, &Shelf::One(source), engine, watch)
}

/// Hashes all that a stream gives into `draft`, under the draft's name.
pub fn from_stream(
    draft: &mut Draft,
    stream: &mut (dyn Read + Send),
    engine: Engine,
    watch: &dyn Watch,
) -> Result<()> {
    let plan = Plan::Unknown(draft.piece, draft.versions);
    let mut found = Vec::new();
    let read = stream::run(
        stream,
        plan,
        engine,
        watch,
        |_, _, hashes| *hashes,
        |_, _, told| {
            if let Told::Judged(hashes) = told {
                found.push(hashes);
            }
            Ok(())
        },
    )?;
    not_empty(read.bytes)?;
    single(draft, read.bytes)?;
    let mut filler = Filler::new(draft, engine);
    for hashes in found {
        filler.piece(0, hashes);
    }
    filler.finish();
    Ok(())
}

fn single(draft: &mut Draft, length: u64) -> Result<()> {
    draft.layout = Layout::Single;
    let path = FilePath::new([&draft.name[..]])?;
    draft.files = vec![DraftFile::new(path, length)];
    Ok(())
}

fn not_empty(size: u64) -> Result<()> {
    if size > 0 {
        return Ok(());
    }
    let found = "none in all the files";
    Err(Error::new(
        slug::NOTHING_INSIDE,
        "at least one byte of content",
        found,
    ))
}

/// Hashes the files that `draft` lists.
fn hash(draft: &mut Draft, shelf: &Shelf<'_>, engine: Engine, watch: &dyn Watch) -> Result<()> {
    let lengths: Vec<_> = draft.files.iter().map(|file| file.length).collect();
    let aligned = draft.versions.has_v2() || draft.pads && draft.layout == Layout::Folder;
    let cut = Cut::new(&lengths, draft.piece, draft.versions, aligned);
    let work = Work {
        cut: &cut,
        shelf,
        engine,
        watch,
    };
    let mut filler = Filler::new(draft, engine);
    let mut extents = cut.extents().iter().peekable();
    pass::run(
        work,
        |_, _, hashes| *hashes,
        |piece, told| {
            while extents
                .next_if(|one| cut.pieces_of(one).end <= piece)
                .is_some()
            {}
            let file = extents.peek().map_or(0, |extent| extent.file);
            match told {
                Told::Judged(hashes) => filler.piece(file, hashes),
                Told::Absent => return Err(crate::map::shrank().at(filler.name(file))),
                Told::Unreadable(file, error) => return Err(error.at(filler.name(file))),
            }
            Ok(())
        },
    )?;
    filler.finish();
    Ok(())
}

/// Puts hashes in their places.
struct Filler<'d> {
    draft: &'d mut Draft,
    engine: Engine,
}

impl<'d> Filler<'d> {
    fn new(draft: &'d mut Draft, engine: Engine) -> Self {
        draft.pieces.clear();
        Self { draft, engine }
    }

    fn name(&self, file: usize) -> crate::error::Place {
        let file = self.draft.files.get(file);
        of(file.map_or(b"", |file| file.path.as_bytes()))
    }

    /// The next piece, of this file.
    fn piece(&mut self, file: usize, hashes: Hashes) {
        self.draft.pieces.extend(hashes.sha1);
        if let (Some(file), Some(node)) = (self.draft.files.get_mut(file), hashes.node) {
            file.layer.push(node);
        }
    }

    /// The roots over the layers.
    fn finish(self) {
        let level = self.draft.piece.level();
        for file in &mut self.draft.files {
            file.root = root(self.engine, &mut file.layer, level);
        }
    }
}

/// The root over a file's nodes; one alone is the root, and no layer.
fn root(engine: Engine, layer: &mut Vec<Hash256>, level: u32) -> Option<Hash256> {
    if layer.len() == 1 {
        return layer.pop();
    }
    bep52::root(engine, layer.clone(), level)
}
