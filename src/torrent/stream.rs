//! A torrent's content as a stream: read by one thread, piece by piece, hashed by all, told of in
//! order. Anonymous memory is bounded whatever the pieces are.

use std::io::Read;
use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use sha1::{Digest, Sha1};

use super::cut::Cut;
use super::info::{PieceLength, Versions};
use super::pass::{Told, zeros};
use super::pieces::{Hashes, Piece, Way};
use crate::deal::{Deal, ordered};
use crate::error::{Error, Result, slug};
use crate::feed::fill;
use crate::hash::{Engine, Padded};
use crate::merkle::bep52::{self, LEAF};
use crate::watch::Watch;

/// Bytes that all threads together hash at once; as many are read ahead.
const HELD: usize = 16 << 20;
/// Threads that one reader can feed.
const THREADS: usize = 4;

/// What is known of the content.
#[derive(Clone, Copy)]
pub(super) enum Plan<'a> {
    /// Only how it is cut.
    Unknown(PieceLength, Versions),
    /// The files, one behind the other, without the zeros between them.
    Known(&'a Cut),
}

/// How much came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Came {
    /// Bytes of files.
    pub(super) bytes: u64,
    /// Whether there is more than the plan knows of.
    pub(super) more: bool,
}

impl Plan<'_> {
    fn piece(self) -> PieceLength {
        match self {
            Self::Unknown(piece, _) => piece,
            Self::Known(cut) => cut.piece(),
        }
    }

    fn versions(self) -> Versions {
        match self {
            Self::Unknown(_, versions) => versions,
            Self::Known(cut) => cut.versions(),
        }
    }

    fn has(self, piece: u64) -> bool {
        match self {
            Self::Unknown(..) => true,
            Self::Known(cut) => piece < cut.count(),
        }
    }

    /// A piece's bytes with the zeros between them, those behind left out.
    fn filled(self, piece: u64) -> usize {
        match self {
            Self::Unknown(piece, _) => piece.bytes() as usize,
            Self::Known(cut) => cut.filled(piece) as usize,
        }
    }

    /// The zeros behind `bytes` of a piece.
    fn zeros(self, piece: u64, bytes: usize) -> u64 {
        match self {
            Self::Unknown(..) => 0,
            Self::Known(cut) => {
                let range = cut.range(piece);
                (range.end - range.start).saturating_sub(bytes as u64)
            }
        }
    }

    fn whole_file(self, piece: u64, bytes: usize) -> bool {
        match self {
            Self::Unknown(length, _) => piece == 0 && (bytes as u64) < length.bytes(),
            Self::Known(cut) => cut.whole_file(piece),
        }
    }

    /// What of a piece lies in files, as ranges in the piece.
    fn parts(self, piece: u64) -> Vec<(usize, usize)> {
        match self {
            Self::Unknown(length, _) => vec![(0, length.bytes() as usize)],
            Self::Known(cut) => cut
                .parts(piece)
                .map(|part| (part.at as usize, (part.at + part.length) as usize))
                .collect(),
        }
    }
}

/// Pieces that were read, one behind the other.
#[derive(Default)]
struct Load {
    first: u64,
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
    /// Whether the last of them is cut short against the plan.
    cut: bool,
}

/// Reads loads until the plan or the stream ends.
struct Loads<'r, 'p> {
    stream: &'r mut (dyn Read + Send),
    plan: Plan<'p>,
    most: usize,
    next: u64,
    came: &'r Mutex<Came>,
    spare: &'r Mutex<Vec<Vec<u8>>>,
    ended: bool,
}

impl Loads<'_, '_> {
    /// Reads one piece to the end of the load; whether all of it came.
    fn piece(&mut self, load: &mut Load) -> Result<bool> {
        let start = load.bytes.len();
        load.bytes.resize(start + self.plan.filled(self.next), 0);
        let (mut came, mut end, mut whole) = (0, start, true);
        for (from, to) in self.plan.parts(self.next) {
            let between = load.bytes.get_mut(end..start + from);
            between.unwrap_or_default().fill(0);
            let part = load.bytes.get_mut(start + from..start + to);
            let n = fill(self.stream, part.unwrap_or_default())?;
            came += n as u64;
            end = start + from + n;
            if n < to - from {
                whole = false;
                break;
            }
        }
        load.bytes.truncate(end);
        lock(self.came).bytes += came;
        if !whole {
            self.ended = true;
        }
        if came == 0 && !whole {
            load.bytes.truncate(start);
            return Ok(false);
        }
        load.ends.push(end);
        load.cut = !whole && matches!(self.plan, Plan::Known(_));
        self.next += 1;
        Ok(whole)
    }
}

impl Iterator for Loads<'_, '_> {
    type Item = Result<Load>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut load = Load {
            first: self.next,
            bytes: lock(self.spare).pop().unwrap_or_default(),
            ..Load::default()
        };
        load.bytes.clear();
        while !self.ended && self.plan.has(self.next) {
            let room = self.most.saturating_sub(load.bytes.len());
            if !load.ends.is_empty() && self.plan.filled(self.next) > room {
                break;
            }
            match self.piece(&mut load) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
        (!load.ends.is_empty()).then_some(Ok(load))
    }
}

/// Hashes every piece that comes, asks `judge(piece, its bytes, hashes)` of each in some thread, and
/// tells `collect(piece, its bytes, what became of it)` in order. Of a piece too long to be held the
/// bytes are empty.
pub(super) fn run<R: Send>(
    stream: &mut (dyn Read + Send),
    plan: Plan<'_>,
    engine: Engine,
    watch: &dyn Watch,
    judge: impl Fn(u64, &[u8], &Hashes) -> R + Sync,
    mut collect: impl FnMut(u64, &[u8], Told<R>) -> Result<()>,
) -> Result<Came> {
    let way = Way {
        engine,
        versions: plan.versions(),
        level: plan.piece().level(),
    };
    let threads = engine.threads().get().min(THREADS);
    let most = HELD / threads;
    let came = Mutex::new(Came::default());
    if plan.piece().bytes() as usize > most {
        long(stream, plan, way, watch, &came, &judge, &mut collect)?;
    } else {
        let spare = Mutex::new(Vec::new());
        let loads = Loads {
            stream,
            plan,
            most,
            next: 0,
            came: &came,
            spare: &spare,
            ended: false,
        };
        let deal = Deal::singly(NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN), 1);
        let work = |(): &mut (), loads: Vec<Result<Load>>| {
            let one = |load: Result<Load>| load.map(|load| judged(way, plan, load, &judge));
            loads.into_iter().map(one).collect::<Vec<_>>()
        };
        ordered(
            loads,
            deal,
            || (),
            work,
            |loads| {
                stopped(watch)?;
                for load in loads {
                    let (load, told) = load?;
                    watch.advance(load.bytes.len() as u64);
                    for ((piece, one), bytes) in (load.first..).zip(told).zip(slices(&load)) {
                        collect(piece, bytes, one)?;
                    }
                    lock(&spare).push(load.bytes);
                }
                Ok(())
            },
        )?;
    }
    let mut came = *lock(&came);
    came.more = fill(stream, &mut [0])? > 0;
    Ok(came)
}

fn slices(load: &Load) -> impl Iterator<Item = &[u8]> {
    let starts = std::iter::once(0).chain(load.ends.iter().copied());
    starts
        .zip(&load.ends)
        .map(|(start, end)| load.bytes.get(start..*end).unwrap_or_default())
}

fn judged<R>(
    way: Way,
    plan: Plan<'_>,
    load: Load,
    judge: &impl Fn(u64, &[u8], &Hashes) -> R,
) -> (Load, Vec<Told<R>>) {
    let count = load.ends.len();
    let pieces: Vec<_> = slices(&load)
        .zip(load.first..)
        .map(|(bytes, piece)| Piece {
            bytes: Padded {
                bytes,
                zeros: plan.zeros(piece, bytes.len()),
            },
            whole_file: plan.whole_file(piece, bytes.len()),
        })
        .collect();
    let hashes = way.hash(&pieces);
    let told = hashes
        .iter()
        .zip(load.first..)
        .zip(slices(&load))
        .enumerate()
        .map(|(i, ((hashes, piece), bytes))| {
            if load.cut && i + 1 == count {
                return Told::Absent;
            }
            Told::Judged(judge(piece, bytes, hashes))
        })
        .collect();
    (load, told)
}

/// Pieces too long to be held, window by window in one thread.
fn long<R>(
    stream: &mut (dyn Read + Send),
    plan: Plan<'_>,
    way: Way,
    watch: &dyn Watch,
    came: &Mutex<Came>,
    judge: &impl Fn(u64, &[u8], &Hashes) -> R,
    collect: &mut impl FnMut(u64, &[u8], Told<R>) -> Result<()>,
) -> Result<()> {
    let mut window = vec![0; 64 * LEAF];
    let mut piece = 0;
    let mut whole = true;
    while whole && plan.has(piece) {
        let (mut sha1, mut leaves, mut at, mut any) = (Sha1::new(), Vec::new(), 0, false);
        for (from, to) in plan.parts(piece) {
            zeros(&mut sha1, (from - at) as u64);
            at = from;
            while at < to && whole {
                stopped(watch)?;
                let wanted = (to - at).min(window.len());
                let n = fill(stream, window.get_mut(..wanted).unwrap_or_default())?;
                let bytes = window.get(..n).unwrap_or_default();
                if way.versions.has_v1() {
                    sha1.update(bytes);
                }
                if way.versions.has_v2() {
                    leaves.extend(bep52::leaves(way.engine, bytes));
                }
                at += n;
                any |= n > 0;
                whole = n == wanted;
                lock(came).bytes += n as u64;
                watch.advance(n as u64);
            }
        }
        if !any && !whole {
            return Ok(());
        }
        if !whole && matches!(plan, Plan::Known(_)) {
            return collect(piece, &[], Told::Absent);
        }
        zeros(&mut sha1, plan.zeros(piece, at));
        let hashes = Hashes {
            sha1: way.versions.has_v1().then(|| sha1.finalize().into()),
            node: way.node(leaves, plan.whole_file(piece, at)),
        };
        collect(piece, &[], Told::Judged(judge(piece, &[], &hashes)))?;
        piece += 1;
    }
    Ok(())
}

fn stopped(watch: &dyn Watch) -> Result<()> {
    if watch.stopped() {
        return Err(Error::new(slug::STOPPED, "", "stopped"));
    }
    Ok(())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
