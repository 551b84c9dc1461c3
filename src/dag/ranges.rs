//! In which bytes two files differ, place by place: their graphs are walked side by side, and what is
//! the same at the same place is not read.

use std::ops::Range;

use super::git;
use super::tree::Entry;

use crate::car::Store;
use crate::car::store::key;
use crate::car::tree::contents;
use crate::cid::{Cid, GIT_RAW, RAW};
use crate::error::Result;

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

impl Cursor<'_, '_> {
    fn of<'s, 'a>(store: &'s Store<'a>, entry: &Entry) -> Cursor<'s, 'a> {
        Cursor {
            store,
            open: vec![Part::Block(entry.cid.clone(), u64::MAX)],
            at: 0,
        }
    }

    /// Puts what a block holds in its place.
    fn open(&mut self, cid: &Cid) -> Result<()> {
        let block = self.store.need(cid)?;
        if cid.codec() == GIT_RAW {
            let body = git::body(&block, git::Kind::Blob).map_err(|error| error.at(key(cid)))?;
            self.open.push(Part::Bytes(body.to_vec(), 0));
            return Ok(());
        }
        let (data, below) = contents(&block, cid)?;
        let below = below.into_iter().rev();
        self.open
            .extend(below.map(|(cid, size)| Part::Block(cid, size)));
        self.open.push(Part::Bytes(data, 0));
        Ok(())
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

    /// Counts all that is left without reading more than the blocks above the chunks say.
    fn rest(&mut self) -> Result<u64> {
        loop {
            self.settle();
            match self.open.pop() {
                None => return Ok(self.at),
                Some(Part::Bytes(bytes, used)) => self.at += (bytes.len() - used) as u64,
                Some(Part::Block(cid, u64::MAX)) => self.open(&cid)?,
                Some(Part::Block(_, size)) => self.at = self.at.saturating_add(size),
            }
        }
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

/// The ranges of bytes in which two files differ: of two chunks at one place from the first byte that
/// differs up to the last. Where one is longer, up to its end.
pub fn files(store: &Store<'_>, old: &Entry, new: &Entry) -> Result<Vec<Range<u64>>> {
    let (mut a, mut b) = (Cursor::of(store, old), Cursor::of(store, new));
    let mut found = Ranges::default();
    loop {
        a.settle();
        b.settle();
        if a.open.is_empty() || b.open.is_empty() {
            break;
        }
        match (a.block(), b.block()) {
            (Some((one, size)), Some((other, other_size))) => {
                if one == other && size == other_size {
                    a.open.pop();
                    b.open.pop();
                    // Of a root the size is not known before; then both are the same.
                    a.at = a.at.saturating_add(size);
                    b.at = b.at.saturating_add(size);
                } else if size >= other_size && one.codec() != RAW || other.codec() == RAW {
                    a.open.pop();
                    a.open(&one)?;
                } else {
                    b.open.pop();
                    b.open(&other)?;
                }
            }
            (Some((one, _)), None) => {
                a.open.pop();
                a.open(&one)?;
            }
            (None, Some((other, _))) => {
                b.open.pop();
                b.open(&other)?;
            }
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
    let both = a.at.min(b.at);
    let end = a.rest()?.max(b.rest()?);
    found.put(both..end);
    Ok(found.0)
}
