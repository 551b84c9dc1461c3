//! Where the bytes of a torrent's files are read: long files are mapped, short ones read into an
//! arena with one call each.

use std::collections::BTreeMap;
use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;

use super::cut::Part;
use crate::dir::Dir;
use crate::error::{Error, Result, slug};
use crate::source::Source;

/// Shorter files are read: a map costs more than the copy.
const MAP_FROM: u64 = 256 << 10;

/// A file below the folder.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// Its name below the folder.
    pub(super) name: Vec<u8>,
    /// Its bytes that there are; none where it is missing.
    pub(super) present: u64,
}

/// The files of a torrent on disk, by their numbers.
pub(super) enum Shelf<'a> {
    /// One file, which is open.
    One(&'a Source<'a>),
    /// Names below a folder.
    Folder(&'a Dir, &'a [Kept]),
    /// One of the files alone, by its number.
    Only(&'a Dir, usize, &'a Kept),
}

impl Shelf<'_> {
    /// How many bytes of a file there are.
    pub(super) fn present(&self, file: usize) -> u64 {
        match self {
            Self::One(source) => source.len(),
            Self::Folder(..) | Self::Only(..) => {
                self.kept(file).map_or(0, |(_, kept)| kept.present)
            }
        }
    }

    /// A file below a folder.
    fn kept(&self, file: usize) -> Option<(&Dir, &Kept)> {
        match self {
            Self::One(_) => None,
            Self::Folder(dir, files) => files.get(file).map(|kept| (*dir, kept)),
            Self::Only(dir, only, kept) => (*only == file).then_some((*dir, *kept)),
        }
    }
}

/// Where a part of a piece lies after it was loaded.
#[derive(Clone, Debug)]
pub(super) enum Lies {
    /// In the arena.
    Arena(Range<usize>),
    /// In a file that is mapped.
    Mapped(usize, Range<u64>),
}

/// A result whose error says of which file it is.
pub(super) type OfFile<T> = std::result::Result<T, (usize, Error)>;

/// What one thread reads with.
pub(super) struct Hand<'s> {
    shelf: &'s Shelf<'s>,
    maps: BTreeMap<usize, Source<'static>>,
    /// The file that was read last, for one that is cut in several pieces.
    open: Option<(usize, File)>,
    /// The folder of the file that was opened last.
    folder: Option<(Vec<u8>, Dir)>,
    arena: Vec<u8>,
    used: usize,
}

impl<'s> Hand<'s> {
    pub(super) fn new(shelf: &'s Shelf<'s>) -> Self {
        Self {
            shelf,
            maps: BTreeMap::new(),
            open: None,
            folder: None,
            arena: Vec::new(),
            used: 0,
        }
    }

    /// Bytes of the arena that are taken.
    pub(super) fn used(&self) -> usize {
        self.used
    }

    /// Gives the arena free, and all maps but the last.
    pub(super) fn clear(&mut self) {
        self.used = 0;
        while self.maps.len() > 1 {
            self.maps.pop_first();
        }
    }

    /// Loads the parts of a piece, of which `filled` bytes are in files and between them.
    pub(super) fn load(&mut self, parts: &[Part], filled: u64) -> OfFile<Lies> {
        if let [part] = parts
            && self.maps_all(parts)
        {
            let range = part.from..part.from + part.length;
            if self.map(part.file).map_err(|error| (part.file, error))? {
                return Ok(Lies::Mapped(part.file, range));
            }
        }
        let start = self.used;
        let end = start + filled as usize;
        if self.arena.len() < end + 1 {
            self.arena.resize(end + 1, 0);
        }
        let mut filled_to = start;
        for part in parts {
            let at = start + part.at as usize;
            if let Some(between) = self.arena.get_mut(filled_to..at) {
                between.fill(0);
            }
            filled_to = at + part.length as usize;
            self.read(part, at).map_err(|error| (part.file, error))?;
        }
        self.used = end;
        Ok(Lies::Arena(start..end))
    }

    /// The bytes of what was loaded.
    pub(super) fn bytes(&self, lies: &Lies) -> Result<&[u8]> {
        match lies {
            Lies::Arena(range) => Ok(self.arena.get(range.clone()).unwrap_or_default()),
            Lies::Mapped(file, range) => {
                let source = match self.shelf {
                    Shelf::One(source) => Some(*source),
                    Shelf::Folder(..) | Shelf::Only(..) => self.maps.get(file),
                };
                let all = source.and_then(Source::mapped).unwrap_or_default();
                let part = all.get(range.start as usize..range.end as usize);
                part.ok_or_else(crate::map::shrank)
            }
        }
    }

    /// Has the system read mapped parts ahead, neighbours in one call.
    pub(super) fn ahead<'l>(&self, loaded: impl Iterator<Item = &'l Lies>) {
        let mut run: Option<(usize, Range<u64>)> = None;
        for lies in loaded {
            let Lies::Mapped(file, range) = lies else {
                continue;
            };
            match &mut run {
                Some((known, whole)) if known == file && whole.end == range.start => {
                    whole.end = range.end;
                }
                _ => {
                    self.populate(run.replace((*file, range.clone())));
                }
            }
        }
        self.populate(run);
    }

    fn populate(&self, run: Option<(usize, Range<u64>)>) {
        let Some((file, range)) = run else { return };
        match self.shelf {
            Shelf::One(source) => source.ahead(range),
            Shelf::Folder(..) | Shelf::Only(..) => {
                if let Some(source) = self.maps.get(&file) {
                    source.ahead(range);
                }
            }
        }
    }

    /// An error if bytes that were mapped are gone from their file, or it is longer than it was.
    pub(super) fn check(&self, lies: &Lies, ends: bool) -> Result<()> {
        let Lies::Mapped(file, _) = lies else {
            return Ok(());
        };
        match self.shelf {
            Shelf::One(source) => source.check(),
            Shelf::Folder(..) | Shelf::Only(..) => {
                if let Some(source) = self.maps.get(file) {
                    source.check()?;
                }
                let Some((dir, kept)) = self.shelf.kept(*file).filter(|_| ends) else {
                    return Ok(());
                };
                let now = dir.status(&kept.name, true)?.len;
                same_length(kept.present, now)
            }
        }
    }

    /// Whether a piece of these parts is not copied.
    pub(super) fn maps_all(&self, parts: &[Part]) -> bool {
        matches!(parts, [part] if part.at == 0 && self.maps(part.file))
    }

    fn maps(&self, file: usize) -> bool {
        self.shelf.present(file) >= MAP_FROM
    }

    /// Maps a file; whether it could be.
    fn map(&mut self, file: usize) -> Result<bool> {
        if let Shelf::One(source) = self.shelf {
            return Ok(source.mapped().is_some());
        }
        if !self.maps.contains_key(&file) {
            let source = Source::from_file(self.open(file)?)?;
            if source.mapped().is_none() {
                return Ok(false);
            }
            same_length(self.shelf.present(file), source.len())?;
            self.maps.insert(file, source);
        }
        Ok(true)
    }

    /// Reads a part to a place in the arena. Where the file ends with it, one byte more is asked
    /// for, so that growth is seen.
    fn read(&mut self, part: &Part, at: usize) -> Result<()> {
        let end = at + part.length as usize;
        if let Shelf::One(source) = self.shelf {
            let buffer = self.arena.get_mut(at..end).unwrap_or_default();
            return source.read_at(part.from, buffer);
        }
        if let Some(source) = self.maps.get(&part.file) {
            let buffer = self.arena.get_mut(at..end).unwrap_or_default();
            return source.read_at(part.from, buffer);
        }
        let file = match self.open.take() {
            Some((known, file)) if known == part.file => file,
            _ => self.open(part.file)?,
        };
        let ends = part.from + part.length == self.shelf.present(part.file);
        let buffer = self.arena.get_mut(at..end + usize::from(ends));
        let came = read_at(&file, buffer.unwrap_or_default(), part.from)? as u64;
        if !ends {
            self.open = Some((part.file, file));
        }
        same_length(part.length, came)
    }

    fn open(&mut self, file: usize) -> Result<File> {
        let Some((dir, kept)) = self.shelf.kept(file) else {
            return Err(Error::new(slug::NOT_THERE, "a file", "none"));
        };
        let name = &kept.name;
        let slash = name.iter().rposition(|byte| *byte == b'/');
        let (folder, last) = match slash.and_then(|at| name.split_at_checked(at)) {
            Some((folder, last)) => (folder, last.get(1..).unwrap_or_default()),
            None => return dir.open_plain(name),
        };
        let known = self.folder.as_ref().filter(|(known, _)| known == folder);
        if known.is_none() {
            self.folder = Some((folder.to_vec(), dir.open_dir(folder, true)?));
        }
        match &self.folder {
            Some((_, dir)) => dir.open_plain(last),
            None => dir.open_plain(name),
        }
    }
}

/// Reads until the buffer is full or the file ends.
fn read_at(file: &File, buffer: &mut [u8], from: u64) -> Result<usize> {
    let mut came = 0;
    while let Some(rest) = buffer.get_mut(came..).filter(|rest| !rest.is_empty()) {
        match file.read_at(rest, from + came as u64) {
            // The byte behind the end is asked for, but rarely there.
            Ok(n) if n + 1 == rest.len() => return Ok(came + n),
            Ok(0) => break,
            Ok(n) => came += n,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(Error::io(slug::UNREADABLE, &e)),
        }
    }
    Ok(came)
}

fn same_length(before: u64, now: u64) -> Result<()> {
    match now.cmp(&before) {
        std::cmp::Ordering::Less => Err(crate::map::shrank()),
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => {
            let words = "the file became longer while it was read";
            Err(Error::new(slug::FILE_GREW, "", words))
        }
    }
}
