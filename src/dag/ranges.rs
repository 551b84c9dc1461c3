//! In which bytes two files differ, place by place: their graphs are walked side by side, and what is
//! the same at the same place is not read. Few blocks may claim to be a file without end, so both what
//! is read and what is found are bounded.

use std::ops::Range;

use super::git;
use super::tree::Entry;

use crate::car::Store;
use crate::car::extract::Limits;
use crate::car::store::key;
use crate::car::tree::contents;
use crate::cid::{Cid, GIT_RAW, RAW};
use crate::error::{Error, Result, slug};
use crate::watch::Watch;

/// Ranges of two files that are told, at most.
pub const RANGES_MOST: usize = 1 << 16;

/// What may be read of both files, and who may end it.
struct Budget<'w> {
    most: u64,
    read: u64,
    watch: &'w dyn Watch,
}

impl Budget<'_> {
    fn take(&mut self, cid: &Cid, block: &[u8]) -> Result<()> {
        if self.watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        // A block without bytes is work, too.
        self.read = self.read.saturating_add(block.len().max(64) as u64);
        if self.read > self.most {
            let wanted = format!("at most {} bytes of blocks to compare", self.most);
            return Err(Error::new(slug::EXTRACT_LIMIT, wanted, "more").at(key(cid)));
        }
        Ok(())
    }
}

/// What is left of a file: the last is the next.
struct Cursor<'s, 'a> {
    store: &'s Store<'a>,
    open: Vec<Part>,
    /// Where the next part begins.
    at: u64,
}

/// A part of a file that is still to be looked at.
enum Part {
    /// A block, and how many bytes of the file are below it.
    Block(Cid, u64),
    /// Bytes, and how many of them were held against others already.
    Bytes(Vec<u8>, usize),
}

impl<'s, 'a> Cursor<'s, 'a> {
    /// A file from its start. Its root is opened, for nothing else says how long it is.
    fn of(store: &'s Store<'a>, entry: &Entry, budget: &mut Budget<'_>) -> Result<Self> {
        let open = Vec::new();
        let mut cursor = Self { store, open, at: 0 };
        cursor.open(&entry.cid, None, budget)?;
        Ok(cursor)
    }

    /// Puts what a block holds in its place; it has to be as much as the block above says.
    fn open(&mut self, cid: &Cid, said: Option<u64>, budget: &mut Budget<'_>) -> Result<()> {
        let block = self.store.need(cid)?;
        budget.take(cid, &block)?;
        if cid.codec() == GIT_RAW {
            let body = git::body(&block, git::Kind::Blob).map_err(|error| error.at(key(cid)))?;
            self.open.push(Part::Bytes(body.to_vec(), 0));
            return Ok(());
        }
        let (data, below) = contents(&block, cid)?;
        let sum = |sum: u64, (_, size): &(Cid, u64)| sum.checked_add(*size);
        let holds = below.iter().try_fold(data.len() as u64, sum);
        if holds.is_none() || said.is_some() && said != holds {
            let wanted = said.map_or("at most 2^64 - 1 bytes".to_owned(), |size| {
                format!("{size} bytes, as the block above says")
            });
            let found = holds.map_or("more".to_owned(), |size| size.to_string());
            return Err(Error::new(slug::UNIXFS, wanted, found).at(key(cid)));
        }
        let below = below.into_iter().rev();
        self.open
            .extend(below.map(|(cid, size)| Part::Block(cid, size)));
        self.open.push(Part::Bytes(data, 0));
        Ok(())
    }

    /// Puts what the block that is next holds in its place.
    fn enter(&mut self, budget: &mut Budget<'_>) -> Result<()> {
        match self.open.pop() {
            Some(Part::Block(cid, size)) => self.open(&cid, Some(size), budget),
            other => {
                self.open.extend(other);
                Ok(())
            }
        }
    }

    /// Drops what is used up at the front.
    fn settle(&mut self) {
        while let Some(Part::Bytes(bytes, used)) = self.open.last()
            && *used == bytes.len()
        {
            self.open.pop();
        }
    }

    /// The block that is next, and the bytes of the file below it.
    fn block(&self) -> Option<(Cid, u64)> {
        match self.open.last() {
            Some(Part::Block(cid, size)) => Some((cid.clone(), *size)),
            _ => None,
        }
    }

    /// The bytes that are next.
    fn bytes(&self) -> &[u8] {
        match self.open.last() {
            Some(Part::Bytes(bytes, used)) => bytes.get(*used..).unwrap_or_default(),
            _ => &[],
        }
    }

    fn pass(&mut self, count: usize) {
        if let Some(Part::Bytes(_, used)) = self.open.last_mut() {
            *used += count;
            self.at += count as u64;
        }
    }

    /// Where the file ends; what is left of it is not read.
    fn end(&self) -> u64 {
        let left = self.open.iter().map(|part| match part {
            Part::Bytes(bytes, used) => (bytes.len() - used) as u64,
            Part::Block(_, size) => *size,
        });
        left.fold(self.at, u64::saturating_add)
    }
}

/// Ranges that are put down in order; those that touch become one.
#[derive(Default)]
struct Ranges(Vec<Range<u64>>);

impl Ranges {
    fn put(&mut self, range: Range<u64>) {
        match self.0.last_mut() {
            _ if range.is_empty() => {}
            Some(last) if last.end >= range.start => last.end = last.end.max(range.end),
            _ => self.0.push(range),
        }
    }
}

/// In which bytes two files differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// In order, and apart from each other.
    pub ranges: Vec<Range<u64>>,
    /// There are more behind them, which were not looked for.
    pub more: bool,
}

/// The ranges of bytes in which two files differ: of two chunks at one place from the first byte that
/// differs up to the last. Where one is longer, up to its end. Reads as much as [`Limits`] lets
/// somebody unpack; where that is not all, and they differed so far, there may be more.
pub fn files(
    store: &Store<'_>,
    old: &Entry,
    new: &Entry,
    limits: Limits,
    watch: &dyn Watch,
) -> Result<Found> {
    let mut budget = Budget {
        most: limits.bytes(store),
        read: 0,
        watch,
    };
    let mut a = Cursor::of(store, old, &mut budget)?;
    let mut b = Cursor::of(store, new, &mut budget)?;
    let mut found = Ranges::default();
    let walked = walk(&mut a, &mut b, &mut budget, &mut found);
    let more = match walked {
        Err(error) if error.slug == slug::EXTRACT_LIMIT && !found.0.is_empty() => true,
        other => other?,
    };
    if !more {
        found.put(a.at.min(b.at)..a.end().max(b.end()));
    }
    found.0.truncate(RANGES_MOST);
    let ranges = found.0;
    Ok(Found { ranges, more })
}

/// Goes through two files as far as both go; whether it ended before, for too much was found.
fn walk(
    a: &mut Cursor<'_, '_>,
    b: &mut Cursor<'_, '_>,
    budget: &mut Budget<'_>,
    found: &mut Ranges,
) -> Result<bool> {
    loop {
        a.settle();
        b.settle();
        if a.open.is_empty() || b.open.is_empty() {
            return Ok(false);
        }
        if found.0.len() > RANGES_MOST {
            return Ok(true);
        }
        match (a.block(), b.block()) {
            (Some((one, size)), Some((other, other_size))) => {
                if one == other && size == other_size {
                    a.open.pop();
                    b.open.pop();
                    a.at = a.at.saturating_add(size);
                    b.at = b.at.saturating_add(size);
                } else if size >= other_size && one.codec() != RAW || other.codec() == RAW {
                    a.enter(budget)?;
                } else {
                    b.enter(budget)?;
                }
            }
            (Some(_), None) => a.enter(budget)?,
            (None, Some(_)) => b.enter(budget)?,
            (None, None) => {
                let (x, y) = (a.bytes(), b.bytes());
                let count = x.len().min(y.len());
                let differs = |at: &usize| x.get(*at) != y.get(*at);
                if let (Some(first), Some(last)) =
                    ((0..count).find(differs), (0..count).rfind(differs))
                {
                    found.put(a.at + first as u64..a.at + last as u64 + 1);
                }
                a.pass(count);
                b.pass(count);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::car::tests::{Heap, store};
    use crate::cid::unixfs::{Data, Kind};
    use crate::source::Source;
    use crate::watch::Deaf;

    fn compared(heap: &Heap, files: [&Cid; 2]) -> Result<Found> {
        let limits = Limits {
            size: Some(1 << 26),
            ..Limits::default()
        };
        let [old, new] = files.map(Entry::root);
        let source = Source::from_bytes(heap.car(&old.cid));
        super::files(&store(&source), &old, &new, limits, &Deaf)
    }

    #[test]
    fn sizes_that_are_not_true() {
        let mut heap = Heap::default();
        let x = heap.put(RAW, b"never read".to_vec());
        let [y, z] = [1, 2].map(|byte| heap.put(RAW, vec![byte; 100]));
        // Places pass 2^64 only where a chunk is longer than it is said to be.
        let files = [&y, &z].map(|end| heap.file(&[(&x, u64::MAX - 9), (end, 9)]));
        let error = compared(&heap, [&files[0], &files[1]]).unwrap_err();
        assert_eq!(error.slug, slug::UNIXFS);
        // A sum that does.
        let data = Data {
            blocksizes: vec![u64::MAX, 2],
            ..Data::new(Kind::File)
        };
        let [y, z] = [&y, &z].map(|end| heap.node(&data, &[("", &x), ("", end)]));
        assert_eq!(compared(&heap, [&y, &z]).unwrap_err().slug, slug::UNIXFS);
    }

    #[test]
    fn files_without_end() {
        let mut heap = Heap::default();
        let mut file = |changed: &[usize]| {
            let mut chunk = vec![0; 64];
            for at in changed {
                chunk[*at] = 1;
            }
            let mut at = heap.put(RAW, chunk);
            let mut size = 64;
            for _ in 0..4 {
                at = heap.file(&vec![(&at, size); 1024]);
                size *= 1024;
            }
            at
        };
        // Of one byte in each chunk there are more ranges than anybody wants.
        let (same, one) = (file(&[]), file(&[7]));
        let all: Vec<usize> = (0..64).collect();
        let wholly = file(&all);
        let found = compared(&heap, [&same, &one]).unwrap();
        assert_eq!((found.ranges.len(), found.more), (RANGES_MOST, true));
        assert_eq!(found.ranges.get(1), Some(&(71..72)));
        // Chunks that differ wholly are one range, and still too much to read: what was read differs.
        let found = compared(&heap, [&same, &wholly]).unwrap();
        let [range] = found.ranges.as_slice() else {
            panic!("{} ranges", found.ranges.len());
        };
        assert!(
            found.more && range.start == 0 && range.end > 1 << 20,
            "{range:?}"
        );
        // Where nothing was found so far, nothing is known.
        let halves = {
            let (one, other) = (heap.put(RAW, vec![0; 32]), heap.put(RAW, vec![0; 64]));
            let mut files = [(one, 32u64, 2048), (other, 64, 1024)].map(|(cid, size, width)| {
                (heap.file(&vec![(&cid, size); width]), size * width as u64)
            });
            for (cid, size) in &mut files {
                for _ in 0..3 {
                    *cid = heap.file(&vec![(&*cid, *size); 1024]);
                    *size *= 1024;
                }
            }
            files.map(|(cid, _)| cid)
        };
        let error = compared(&heap, [&halves[0], &halves[1]]).unwrap_err();
        assert_eq!(error.slug, slug::EXTRACT_LIMIT);
    }
}
