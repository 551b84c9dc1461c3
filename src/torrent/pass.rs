//! One pass over the files of a torrent: its pieces loaded, hashed and judged by all cores, told of
//! in order. Anonymous memory is bounded whatever the files and the pieces are.

use std::ops::Range;

use sha1::{Digest, Sha1};

use super::cut::{Cut, Part};
use super::pieces::{Hashes, Piece, Way};
use super::shelf::{Hand, Lies, OfFile, Shelf};
use crate::deal::{Deal, ordered};
use crate::error::{Error, Result, slug};
use crate::hash::{Engine, Padded};
use crate::merkle::bep52::{self, LEAF};
use crate::watch::Watch;

/// Bytes that all threads together copy from files at once.
const COPIED: usize = 32 << 20;
/// Runs of pieces that wait for their turn, a thread.
const AHEAD: usize = 32;

/// What became of a piece.
#[derive(Debug)]
pub(super) enum Told<R> {
    /// Hashed, and judged so.
    Judged(R),
    /// Bytes of it are not there.
    Absent,
    /// A file that it is part of can't be read.
    Unreadable(usize, Error),
}

/// What a pass works with.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub(super) cut: &'a Cut,
    pub(super) shelf: &'a Shelf<'a>,
    pub(super) engine: Engine,
    pub(super) watch: &'a dyn Watch,
}

impl Work<'_> {
    pub(super) fn way(&self) -> Way {
        Way {
            engine: self.engine,
            versions: self.cut.versions(),
            level: self.cut.piece().level(),
        }
    }
}

/// Hashes every piece, asks `judge(piece, its bytes, hashes)` of each in some thread, and tells
/// `collect(piece, what became of it)` in order. Of a piece too long to be held the bytes are empty.
pub(super) fn run<R: Send>(
    work: Work<'_>,
    judge: impl Fn(u64, &[u8], &Hashes) -> R + Sync,
    mut collect: impl FnMut(u64, Told<R>) -> Result<()>,
) -> Result<()> {
    let threads = work.engine.threads();
    let most = (COPIED / threads.get()).max(1 << 20);
    let begin = || Worker {
        work,
        hand: Hand::new(work.shelf),
        most,
        waiting: Vec::new(),
    };
    let one = |worker: &mut Worker<'_>, runs: Vec<Range<u64>>| {
        let mut told = Vec::new();
        for run in runs {
            worker.run(run, &judge, &mut told);
        }
        told
    };
    ordered(
        work.cut.runs(),
        Deal::singly(threads, AHEAD),
        begin,
        one,
        |told| {
            if work.watch.stopped() {
                return Err(Error::new(slug::STOPPED, "", "stopped"));
            }
            let mut bytes = 0;
            for (piece, one) in told {
                bytes += work.cut.filled(piece);
                collect(piece, one)?;
            }
            work.watch.advance(bytes);
            Ok(())
        },
    )
}

/// A piece that is loaded, waiting for the others of its call.
struct Loaded {
    piece: u64,
    lies: Lies,
    last: Option<Part>,
}

struct Worker<'w> {
    work: Work<'w>,
    hand: Hand<'w>,
    /// Bytes that the arena may have.
    most: usize,
    waiting: Vec<Loaded>,
}

impl Worker<'_> {
    fn run<R>(
        &mut self,
        run: Range<u64>,
        judge: &impl Fn(u64, &[u8], &Hashes) -> R,
        told: &mut Vec<(u64, Told<R>)>,
    ) {
        for piece in run {
            let cut = self.work.cut;
            let parts: Vec<_> = cut.parts(piece).collect();
            let there = |part: &Part| part.from + part.length <= self.work.shelf.present(part.file);
            if !parts.iter().all(there) {
                told.push((piece, Told::Absent));
                continue;
            }
            let filled = cut.filled(piece);
            let too_much = self.hand.used() + filled as usize > self.most;
            if too_much && !self.waiting.is_empty() {
                self.flush(judge, told);
            }
            let long = filled as usize > self.most && !self.hand.maps_all(&parts);
            let loaded = if long {
                self.long(piece, &parts, judge)
                    .map(|one| told.push((piece, one)))
            } else {
                self.load(piece, &parts, filled)
            };
            if let Err((file, error)) = loaded {
                told.push((piece, Told::Unreadable(file, error)));
            }
        }
        self.flush(judge, told);
        told.sort_by_key(|(piece, _)| *piece);
    }

    fn load(&mut self, piece: u64, parts: &[Part], filled: u64) -> OfFile<()> {
        let lies = self.hand.load(parts, filled)?;
        let last = parts.last().copied();
        self.waiting.push(Loaded { piece, lies, last });
        Ok(())
    }

    /// Hashes all that waits in one call.
    fn flush<R>(
        &mut self,
        judge: &impl Fn(u64, &[u8], &Hashes) -> R,
        told: &mut Vec<(u64, Told<R>)>,
    ) {
        let (cut, hand) = (self.work.cut, &self.hand);
        hand.ahead(self.waiting.iter().map(|one| &one.lies));
        let bytes: Vec<_> = self
            .waiting
            .iter()
            .map(|one| hand.bytes(&one.lies))
            .collect();
        let pieces: Vec<_> = self
            .waiting
            .iter()
            .zip(&bytes)
            .map(|(one, bytes)| {
                let range = cut.range(one.piece);
                let bytes = bytes.as_deref().unwrap_or_default();
                let zeros = (range.end - range.start) - bytes.len() as u64;
                Piece {
                    bytes: Padded { bytes, zeros },
                    whole_file: cut.whole_file(one.piece),
                }
            })
            .collect();
        let hashes = self.work.way().hash(&pieces);
        for ((one, bytes), hashes) in self.waiting.iter().zip(&bytes).zip(hashes) {
            let result = match bytes {
                Ok(bytes) => {
                    let verdict = judge(one.piece, bytes, &hashes);
                    let ends = one.last.is_some_and(|part| part.ends);
                    hand.check(&one.lies, ends).map(|()| verdict)
                }
                Err(error) => Err(error.clone()),
            };
            let one = match result {
                Ok(verdict) => (one.piece, Told::Judged(verdict)),
                Err(error) => {
                    let file = one.last.map_or(0, |part| part.file);
                    (one.piece, Told::Unreadable(file, error))
                }
            };
            told.push(one);
        }
        self.waiting.clear();
        self.hand.clear();
    }

    /// A piece that is longer than the arena, read through it part by part.
    fn long<R>(
        &mut self,
        piece: u64,
        parts: &[Part],
        judge: &impl Fn(u64, &[u8], &Hashes) -> R,
    ) -> OfFile<Told<R>> {
        let window = (self.most / LEAF).max(1) * LEAF;
        let way = self.work.way();
        let (mut sha1, mut leaves, mut at) = (Sha1::new(), Vec::new(), 0);
        for part in parts {
            zeros(&mut sha1, part.at - at);
            at = part.at + part.length;
            for from in (0..part.length).step_by(window) {
                let length = (part.length - from).min(window as u64);
                let some = Part {
                    at: 0,
                    from: part.from + from,
                    length,
                    ends: part.ends && from + length == part.length,
                    ..*part
                };
                let named = |error| (part.file, error);
                let lies = self.hand.load(&[some], length)?;
                self.hand.ahead(std::iter::once(&lies));
                let bytes = self.hand.bytes(&lies).map_err(named)?;
                if way.versions.has_v1() {
                    sha1.update(bytes);
                }
                if way.versions.has_v2() {
                    leaves.extend(bep52::leaves(way.engine, bytes));
                }
                self.hand.check(&lies, some.ends).map_err(named)?;
                self.hand.clear();
            }
        }
        let range = self.work.cut.range(piece);
        zeros(&mut sha1, range.end - range.start - at);
        let hashes = Hashes {
            sha1: way.versions.has_v1().then(|| sha1.finalize().into()),
            node: way.node(leaves, self.work.cut.whole_file(piece)),
        };
        Ok(Told::Judged(judge(piece, &[], &hashes)))
    }
}

/// Hashes so many zeros.
pub(super) fn zeros(sha1: &mut Sha1, mut count: u64) {
    const ZEROS: [u8; 4096] = [0; 4096];
    while count > 0 {
        let now = count.min(ZEROS.len() as u64);
        sha1.update(ZEROS.get(..now as usize).unwrap_or_default());
        count -= now;
    }
}
