//! Bytes that are written once and read afterwards: in memory while they are few, in a file
//! without a name after that. The file comes from the caller, for the library opens none.

use std::fs::File;
use std::io::Write;
use std::sync::Arc;

use crate::error::{Error, Result, slug};
use crate::source::Source;

/// How much memory may be used, and what makes files for the rest.
#[derive(Clone, Copy)]
pub struct Room<'f> {
    /// Bytes of memory.
    pub memory: u64,
    /// Makes an empty file, to be written and read, that goes when it is closed.
    pub file: &'f dyn Fn() -> std::io::Result<File>,
}

/// Bytes on their way into memory or a file.
///
/// ```
/// use decent::spool::{Room, Spool};
/// let none = || Err(std::io::Error::from(std::io::ErrorKind::StorageFull));
/// let room = Room { memory: 100, file: &none };
/// let mut spool = Spool::new(room, 10);
/// spool.put(b"0123456789").unwrap();
/// assert!(spool.put(b"one more").is_err());
/// ```
pub struct Spool<'f> {
    room: Room<'f>,
    limit: usize,
    memory: Vec<u8>,
    file: Option<File>,
    len: u64,
}

/// Bytes gathered before one write to a file: as many as there may be in memory, within these.
const WRITE: std::ops::RangeInclusive<usize> = 16 << 10..=256 << 10;

impl<'f> Spool<'f> {
    /// Begins; past `limit` bytes a file is made.
    pub fn new(room: Room<'f>, limit: u64) -> Self {
        Self {
            room,
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            memory: Vec::new(),
            file: None,
            len: 0,
        }
    }

    /// How many bytes were appended.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether nothing was appended.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How many of them are in memory.
    pub fn held(&self) -> usize {
        self.memory.len()
    }

    fn gathered(&self) -> usize {
        self.limit.clamp(*WRITE.start(), *WRITE.end())
    }

    /// Appends `bytes`.
    pub fn put(&mut self, bytes: &[u8]) -> Result<()> {
        let limit = if self.file.is_some() {
            self.gathered()
        } else {
            self.limit
        };
        if self.memory.len().saturating_add(bytes.len()) > limit {
            self.drain()?;
        }
        self.memory.extend_from_slice(bytes);
        self.len += bytes.len() as u64;
        Ok(())
    }

    /// Goes to a file now if it has more than `limit` bytes in memory.
    pub fn leave(&mut self, limit: u64) -> Result<()> {
        self.limit = usize::try_from(limit).unwrap_or(usize::MAX);
        if self.memory.len() > self.limit {
            self.drain()?;
        }
        Ok(())
    }

    fn drain(&mut self) -> Result<()> {
        let unwritable = |e: std::io::Error| Error::io(slug::UNWRITABLE, &e);
        let gathered = self.gathered();
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert((self.room.file)().map_err(unwritable)?),
        };
        file.write_all(&self.memory).map_err(unwritable)?;
        self.memory.clear();
        self.memory.shrink_to(gathered);
        Ok(())
    }

    /// What was written, to be read.
    pub fn into_source(mut self) -> Result<Source<'static>> {
        if self.file.is_some() {
            self.drain()?;
        }
        match self.file {
            Some(file) => Source::from_file(file),
            None => Ok(Source::from_bytes(self.memory)),
        }
    }
    /// The same in parts that lie one behind the other, by where they end. Parts of a file are read
    /// through one descriptor.
    pub fn into_parts(mut self, ends: &[u64]) -> Result<Vec<Source<'static>>> {
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let ranges = starts.zip(ends.iter().copied());
        if self.file.is_some() {
            self.drain()?;
        }
        if let Some(file) = self.file {
            let file = Arc::new(file);
            return Ok(ranges
                .map(|(from, to)| Source::part(&file, from..to))
                .collect());
        }
        let part = |(from, to): (u64, u64)| {
            let bytes = self.memory.get(from as usize..to as usize);
            Source::from_bytes(bytes.unwrap_or_default().to_vec())
        };
        Ok(ranges.map(part).collect())
    }
}

/// A file that goes when it is closed, as the program makes them.
#[cfg(test)]
pub(crate) fn nameless() -> std::io::Result<std::fs::File> {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("decent-spool-{}-{number}", std::process::id());
    let path = std::env::temp_dir().join(name);
    let file = std::fs::File::options()
        .read(true)
        .write(true)
        .create_new(true)
        .open(&path);
    std::fs::remove_file(path).and(file)
}
