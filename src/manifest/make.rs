//! A list made from trees of files.

use std::io::Read;

use crate::dir::Dir;
use crate::error::{Error, Result, slug};
use crate::hash::Engine;
use crate::manifest::algorithm::Algorithm;
use crate::manifest::content::{self, Hashed, Job, Place, Want};
use crate::manifest::entry::{Content, Entry, FileContent};
use crate::manifest::narrate::Narrator;
use crate::manifest::roots::Piece;
use crate::manifest::walk::{Found, Symlinks, Top, Walk, What};
use crate::watch::Watch;

/// What files are opened with and hashed by.
pub struct Work<'a> {
    /// The directory below which names are resolved; absolute ones need none.
    pub dir: &'a Dir,
    /// The stream that stands for a file, if there is one.
    pub stdin: Option<&'a mut (dyn Read + Send)>,
    /// What hashes, by how many threads.
    pub engine: Engine,
    /// Who is told of bytes and steps.
    pub watch: &'a dyn Watch,
}

/// What is asked of a new list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Making {
    /// How files are hashed.
    pub algorithm: Algorithm,
    /// Whether trees are wanted, with which piece.
    pub piece: Option<Piece>,
    /// What is done about symbolic links.
    pub symlinks: Symlinks,
}

/// One thing that the walk came by, in tree order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// A line for the list.
    Entry(Entry),
    /// A name that no list has: a socket, a link to a directory. No error.
    Skipped {
        /// The name.
        name: Vec<u8>,
        /// What it is: `a symbolic link to a directory`.
        what: &'static str,
    },
    /// A file or directory that is missing in the list because it can't be had.
    Unreadable {
        /// The name.
        name: Vec<u8>,
        /// Why.
        error: Error,
    },
}

/// How much was listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Entries in the list.
    pub entries: u64,
    /// Bytes of the files in it.
    pub bytes: u64,
    /// Names passed over.
    pub skipped: u64,
    /// Files and directories that could not be had; the list is whole only if there is none.
    pub unreadable: u64,
}

/// Hashes all files of `tops` and hands them to `emit` in tree order, the same with any number of
/// threads. Ends early only by an error of `emit`, paths that overlap, or the watch.
pub fn make(
    work: Work<'_>,
    tops: Vec<Top>,
    making: Making,
    mut emit: impl FnMut(Made) -> Result<()>,
) -> Result<Totals> {
    let walk = Walk::new(work.dir, tops, making.symlinks)?;
    let want = Want {
        algorithm: making.algorithm,
        piece: making.piece,
        size: None,
    };
    let jobs = walk.map(|found| job(found, want));
    let shared = content::shared(work.engine, work.watch, work.stdin);
    let mut narrator = Narrator::new(work.watch);
    let mut totals = Totals::default();
    content::run(jobs, &shared, |(name, told), hashed| {
        let made = match (told, hashed) {
            (Told::Made(made), _) => made,
            (Told::Place(place), Some(Ok(hashed))) => {
                narrator.file(&name, place.as_ref(), &hashed);
                entry(name, hashed, making.piece)
            }
            (Told::Place(_), Some(Err(error))) if error.slug == slug::STOPPED => return Err(error),
            (Told::Place(_), Some(Err(error))) => Made::Unreadable { name, error },
            (Told::Place(_), None) => return Ok(()),
        };
        totals.count(&made);
        emit(made)
    })?;
    narrator.finish();
    Ok(totals)
}

/// What is known of a name before its file is hashed.
enum Told {
    Made(Made),
    /// The file, where it can be read again for the narration.
    Place(Option<(Dir, Vec<u8>)>),
}

fn job(found: Found, want: Want) -> Job<(Vec<u8>, Told)> {
    let Found { name, what } = found;
    let (told, place) = match what {
        What::File(dir, at) => (
            Told::Place(Some((dir.clone(), at.clone()))),
            Some(Place::File(dir, at)),
        ),
        What::Pipe(dir, at) => (Told::Place(None), Some(Place::Pipe(dir, at))),
        What::Stream => (Told::Place(None), Some(Place::Stream)),
        What::Link(target) => {
            let (name, content) = (name.clone(), Content::Link(target));
            (Told::Made(Made::Entry(Entry { name, content })), None)
        }
        What::Skip(what) => {
            let name = name.clone();
            (Told::Made(Made::Skipped { name, what }), None)
        }
        What::Unreadable(error) => {
            let name = name.clone();
            (Told::Made(Made::Unreadable { name, error }), None)
        }
    };
    Job {
        about: (name, told),
        file: place.map(|place| (place, want)),
    }
}

fn entry(name: Vec<u8>, hashed: Hashed, piece: Option<Piece>) -> Made {
    let Some(digest) = hashed.digest else {
        let error = Error::new(slug::UNREADABLE, "a digest", "none");
        return Made::Unreadable { name, error };
    };
    Made::Entry(Entry {
        name,
        content: Content::File(FileContent {
            size: Some(hashed.size),
            digest,
            tree: hashed.tree,
            piece,
        }),
    })
}

impl Totals {
    fn count(&mut self, made: &Made) {
        match made {
            Made::Entry(entry) => {
                self.entries += 1;
                if let Content::File(file) = &entry.content {
                    self.bytes += file.size.unwrap_or(0);
                }
            }
            Made::Skipped { .. } => self.skipped += 1,
            Made::Unreadable { .. } => self.unreadable += 1,
        }
    }
}
