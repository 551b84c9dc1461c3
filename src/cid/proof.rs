//! A plain copy against a DAG whose leaves are left out: the blocks above the chunks say where each
//! chunk begins and what it hashes to, so that a copy is checked chunk by chunk, all of it or a range.

use std::ops::Range;

use super::file::{self, Wrap};
use super::unixfs::Kind;
use super::{Cid, RAW};

use crate::car::Store;
use crate::car::store::{key, missing};
use crate::car::tree::{BATCH, contents};
use crate::error::{Error, Result, slug};
use crate::source::Source;
use crate::watch::Watch;

/// The largest chunk that is taken for one: what is longer is a block that is missing.
const CHUNK_MOST: u64 = 2 << 20;

/// What came of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Bytes that the file should have; `None` where only one chunk is known of.
    pub size: Option<u64>,
    /// Chunks that were checked.
    pub chunks: u64,
    /// Ranges that are wrong, neighbours joined. At most 1000 are kept.
    pub bad: Vec<Range<u64>>,
    /// Bytes in all of them.
    pub bad_bytes: u64,
}

impl Checked {
    fn bad(&mut self, range: Range<u64>) {
        self.bad_bytes += range.end - range.start;
        let kept = self.bad.len();
        match self.bad.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ if kept < 1000 => self.bad.push(range),
            _ => {}
        }
    }
}

/// A chunk that waits to be hashed.
struct Chunk {
    cid: Cid,
    range: Range<u64>,
}

/// Checks the chunks of a copy that meet a range against a DAG. A copy that is too short or too long is
/// wrong from where that begins.
pub fn check(
    store: &Store<'_>,
    root: &Cid,
    copy: &Source<'_>,
    range: &Range<u64>,
    watch: &dyn Watch,
) -> Result<Checked> {
    let mut checked = Checked::default();
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut open = vec![(root.clone(), 0..copy.len(), true)];
    while let Some((cid, place, is_root)) = open.pop() {
        let met = place.start.max(range.start) < place.end.min(range.end) || place.is_empty();
        if !is_root && !met {
            continue;
        }
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let Some(block) = store.get(&cid)? else {
            let len = place.end - place.start;
            if len > CHUNK_MOST {
                return Err(missing(&cid));
            }
            chunks.push(Chunk { cid, range: place });
            if chunks.len() >= BATCH {
                settle(store, copy, &std::mem::take(&mut chunks), &mut checked)?;
                watch.advance(len * BATCH as u64);
            }
            continue;
        };
        settle(store, copy, &std::mem::take(&mut chunks), &mut checked)?;
        let (data, below) = contents(&block, &cid)?;
        let size = below.iter().fold(data.len() as u64, |sum, (_, size)| {
            sum.saturating_add(*size)
        });
        if is_root {
            checked.size = Some(size);
        } else if size != place.end - place.start {
            let wanted = format!("{} bytes, as the block above says", place.end - place.start);
            return Err(Error::new(slug::UNIXFS, wanted, size.to_string()).at(key(&cid)));
        }
        let start = place.start;
        let own = start..start + data.len() as u64;
        if !data.is_empty() {
            checked.chunks += 1;
            let there = own.end <= copy.len();
            if !there || *copy.window(own.clone())? != *data {
                checked.bad(own.clone());
            }
        }
        let mut at = own.end;
        let first = open.len();
        for (cid, size) in below {
            let end = at.saturating_add(size);
            open.push((cid, at..end, false));
            at = end;
        }
        open.get_mut(first..).unwrap_or_default().reverse();
    }
    settle(store, copy, &chunks, &mut checked)?;
    copy.check()?;
    if let Some(size) = checked.size
        && copy.len() > size
        && range.end > size
    {
        checked.bad(size..copy.len());
    }
    Ok(checked)
}

/// Hashes chunks many at once, as what they are or wrapped in one of two ways.
fn settle(
    store: &Store<'_>,
    copy: &Source<'_>,
    chunks: &[Chunk],
    checked: &mut Checked,
) -> Result<()> {
    let mut windows = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        chunk
            .cid
            .trusted()
            .map_err(|error| error.at(key(&chunk.cid)))?;
        let there = chunk.range.end <= copy.len();
        windows.push(if there {
            Some(copy.window(chunk.range.clone())?)
        } else {
            None
        });
    }
    let mut good = vec![false; chunks.len()];
    for wrap in [Wrap::Bare, Wrap::Pb(Kind::File), Wrap::Pb(Kind::Raw)] {
        let fits = |at: usize| {
            let raw = chunks.get(at).is_some_and(|chunk| chunk.cid.codec() == RAW);
            raw == (wrap == Wrap::Bare) && good.get(at) == Some(&false)
        };
        let wanted: Vec<usize> = (0..chunks.len()).filter(|at| fits(*at)).collect();
        // All of one file are hashed alike; others go one by one.
        for at in wanted.chunk_by(|a, b| hash_of(chunks, *a) == hash_of(chunks, *b)) {
            let bodies: Vec<(usize, &[u8])> = at
                .iter()
                .filter_map(|at| Some((*at, &**windows.get(*at)?.as_ref()?)))
                .collect();
            let bytes: Vec<&[u8]> = bodies.iter().map(|(_, body)| *body).collect();
            let hash = at.first().map_or(0, |at| hash_of(chunks, *at));
            let digests = file::digests(wrap, hash, &bytes, store.engine());
            for ((at, _), digest) in bodies.iter().zip(&digests) {
                let wanted = chunks.get(*at).map_or(&[][..], |chunk| chunk.cid.digest());
                if let Some(good) = good.get_mut(*at) {
                    *good = !wanted.is_empty() && digest.get(..wanted.len()) == Some(wanted);
                }
            }
        }
    }
    for (chunk, good) in chunks.iter().zip(good) {
        checked.chunks += 1;
        if !good {
            checked.bad(chunk.range.clone());
        }
    }
    Ok(())
}

fn hash_of(chunks: &[Chunk], at: usize) -> u64 {
    chunks.get(at).map_or(0, |chunk| chunk.cid.hash())
}
