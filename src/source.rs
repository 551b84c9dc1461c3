//! Bytes at known places: a mapped file, a file read by offset, or a slice.

use std::borrow::Cow;
use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use crate::error::{Error, Place, Result, slug};
use crate::map::{Map, shrank};

/// Files shorter than this are read, not mapped: a map costs more than the copy.
const MAP_FROM: u64 = 64 << 10;

enum Body<'a> {
    Map(Map, File),
    /// From an offset on: many may be parts of one file.
    File(Arc<File>, u64),
    Bytes(Cow<'a, [u8]>),
}

/// Bytes of a known length that can be read at any place, by many threads at once.
///
/// ```
/// use decent::source::Source;
/// let source = Source::from_bytes(b"hello");
/// assert_eq!(source.len(), 5);
/// assert_eq!(&*source.window(1..3).unwrap(), b"el");
/// ```
pub struct Source<'a> {
    body: Body<'a>,
    len: u64,
}

impl<'a> Source<'a> {
    /// A regular file or a block device, from its first byte to its end as it is now.
    pub fn from_file(file: File) -> Result<Source<'static>> {
        let metadata = file
            .metadata()
            .map_err(|e| Error::io(slug::UNREADABLE, &e))?;
        if metadata.is_dir() {
            return Err(Error::new(slug::NOT_A_FILE, "a file", "a directory"));
        }
        let len = match metadata.len() {
            0 => end_of(&file)?,
            len => len,
        };
        if metadata.is_file()
            && len >= MAP_FROM
            && let Some(map) = Map::of(&file)
        {
            let len = map.bytes().len() as u64;
            return Ok(Source {
                body: Body::Map(map, file),
                len,
            });
        }
        Ok(Source {
            body: Body::File(Arc::new(file), 0),
            len,
        })
    }

    /// A range of a file that others read parts of too: it is read, not mapped.
    pub(crate) fn part(file: &Arc<File>, range: Range<u64>) -> Source<'static> {
        Source {
            body: Body::File(Arc::clone(file), range.start),
            len: range.end.saturating_sub(range.start),
        }
    }

    /// Bytes that are in memory already.
    pub fn from_bytes(bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        let bytes = bytes.into();
        let len = bytes.len() as u64;
        Self {
            body: Body::Bytes(bytes),
            len,
        }
    }

    /// The length in bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is no byte.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes of `range`, borrowed where they are in memory. Of a mapped file they count only
    /// once [`Source::check`] has been asked after their use.
    pub fn window(&self, range: Range<u64>) -> Result<Cow<'_, [u8]>> {
        self.contains(&range)?;
        let bytes = match &self.body {
            Body::Map(map, _) => map.bytes(),
            Body::Bytes(bytes) => bytes,
            Body::File(file, from) => {
                let mut buffer = vec![0; (range.end - range.start) as usize];
                read_exact_at(file, &mut buffer, from + range.start)?;
                return Ok(Cow::Owned(buffer));
            }
        };
        let range = range.start as usize..range.end as usize;
        if let Body::Map(map, _) = &self.body {
            map.populate(range.clone());
        }
        bytes.get(range).map(Cow::Borrowed).ok_or_else(shrank)
    }

    /// All bytes of a file that is mapped, or that are in memory; see [`Source::window`].
    pub(crate) fn mapped(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Map(map, _) => Some(map.bytes()),
            Body::Bytes(bytes) => Some(bytes),
            Body::File(..) => None,
        }
    }

    /// Has the system read a range of a mapped file ahead, in one call.
    pub(crate) fn ahead(&self, range: Range<u64>) {
        if let Body::Map(map, _) = &self.body {
            map.populate(range.start as usize..range.end as usize);
        }
    }

    /// Fills `buffer` with the bytes from `offset` on.
    pub fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<()> {
        if let Body::File(file, from) = &self.body {
            self.contains(&(offset..offset.saturating_add(buffer.len() as u64)))?;
            return read_exact_at(file, buffer, from + offset);
        }
        let window = self.window(offset..offset.saturating_add(buffer.len() as u64))?;
        buffer.copy_from_slice(&window);
        self.check()
    }

    /// The same for bytes that are read in large pieces and once: of a mapped file by a call, which
    /// is cheaper than to fill the page table for them.
    pub(crate) fn copy_at(&self, offset: u64, buffer: &mut [u8]) -> Result<()> {
        if let Body::Map(_, file) = &self.body {
            self.contains(&(offset..offset.saturating_add(buffer.len() as u64)))?;
            return read_exact_at(file, buffer, offset);
        }
        self.read_at(offset, buffer)
    }

    /// As many bytes from `offset` on as `buffer` has: where they lie in memory, or in `buffer`, which
    /// alone they are copied to. Of a mapped file they count only once [`Source::check`] has been
    /// asked after their use.
    pub(crate) fn look<'b>(&'b self, offset: u64, buffer: &'b mut [u8]) -> Result<&'b [u8]> {
        if let Body::File(..) = &self.body {
            self.read_at(offset, buffer)?;
            return Ok(buffer);
        }
        match self.window(offset..offset.saturating_add(buffer.len() as u64))? {
            Cow::Borrowed(bytes) => Ok(bytes),
            Cow::Owned(_) => Err(shrank()),
        }
    }

    /// An error if bytes that were read from a mapped file were gone from it. The kernel faults only
    /// where whole pages are gone; of a page that is cut it shows zeros, so the length is asked too.
    pub fn check(&self) -> Result<()> {
        match &self.body {
            Body::Map(map, file) => {
                map.check()?;
                let now = file.metadata();
                let now = now.map_err(|e| Error::io(slug::UNREADABLE, &e))?.len();
                if now < self.len {
                    Err(shrank())
                } else {
                    Ok(())
                }
            }
            Body::File(..) | Body::Bytes(_) => Ok(()),
        }
    }

    /// Where the next bytes at or behind `offset` are that are no hole; `None` where only a hole is
    /// left. What knows no holes has none.
    pub fn next_data(&self, offset: u64) -> Option<u64> {
        self.seek(rustix::fs::SeekFrom::Data(offset), offset)
    }

    /// Where the next hole at or behind `offset` begins, or the end.
    pub fn next_hole(&self, offset: u64) -> u64 {
        match &self.body {
            Body::Bytes(_) => self.len,
            _ => self
                .seek(rustix::fs::SeekFrom::Hole(offset), self.len)
                .unwrap_or(self.len),
        }
    }

    fn seek(&self, to: rustix::fs::SeekFrom, unknown: u64) -> Option<u64> {
        let file = match &self.body {
            Body::Map(_, file) => file,
            Body::File(file, 0) => file,
            Body::File(..) | Body::Bytes(_) => return Some(unknown),
        };
        match rustix::fs::seek(file, to) {
            Ok(at) => Some(at.min(self.len)),
            Err(rustix::io::Errno::NXIO) => None,
            Err(_) => Some(unknown),
        }
    }

    fn contains(&self, range: &Range<u64>) -> Result<()> {
        if range.start <= range.end && range.end <= self.len {
            return Ok(());
        }
        let wanted = format!("a range within {} bytes", self.len);
        Err(Error::new(
            slug::OUT_OF_RANGE,
            wanted,
            format!("{}:{}", range.start, range.end),
        ))
    }
}

/// The length of what reports none: a block device has one, a file of `/proc` has not.
fn end_of(mut file: &File) -> Result<u64> {
    use std::io::{Seek, SeekFrom};
    let end = file
        .seek(SeekFrom::End(0))
        .map_err(|e| Error::io(slug::UNREADABLE, &e))?;
    file.rewind().map_err(|e| Error::io(slug::UNREADABLE, &e))?;
    Ok(end)
}

fn read_exact_at(file: &File, buffer: &mut [u8], offset: u64) -> Result<()> {
    file.read_exact_at(buffer, offset)
        .map_err(|e| match e.kind() {
            std::io::ErrorKind::UnexpectedEof => shrank().at(Place::Byte(offset)),
            _ => Error::io(slug::UNREADABLE, &e),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_past_the_end_are_refused() {
        let source = Source::from_bytes(b"hello");
        assert!(source.window(3..6).is_err());
        assert!(source.read_at(5, &mut [0]).is_err());
        assert!(source.read_at(u64::MAX, &mut [0]).is_err());
        assert!(source.window(5..5).expect("empty").is_empty());
    }

    #[test]
    fn a_file_that_shrinks_within_a_page_is_an_error() {
        let path = std::env::temp_dir().join(format!("decent-source-cut-{}", std::process::id()));
        std::fs::write(&path, vec![7; 200_100]).expect("written");
        let source = Source::from_file(File::open(&path).expect("opened")).expect("a file");
        assert!(matches!(source.body, Body::Map(..)));
        assert!(source.window(0..200_100).is_ok() && source.check().is_ok());
        let file = File::options().write(true).open(&path).expect("opened");
        file.set_len(200_050).expect("cut");
        let window = source.window(0..200_100).expect("still mapped");
        assert_eq!(window.last(), Some(&0), "the kernel shows zeros");
        assert_eq!(source.check().expect_err("cut").slug, slug::FILE_SHRANK);
        std::fs::remove_file(path).expect("removed");
    }

    #[test]
    fn a_file_reads_the_same_mapped_or_not() {
        let path = std::env::temp_dir().join(format!("decent-source-{}", std::process::id()));
        for len in [0usize, 1, 5000, 200_000] {
            let bytes: Vec<u8> = (0..len).map(|i| (i % 251) as u8).collect();
            std::fs::write(&path, &bytes).expect("written");
            let source = Source::from_file(File::open(&path).expect("opened")).expect("a file");
            assert_eq!(&*source.window(0..len as u64).expect("all"), &bytes[..]);
            assert!(source.check().is_ok());
        }
        std::fs::remove_file(path).expect("removed");
    }
}
