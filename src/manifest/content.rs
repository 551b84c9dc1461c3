//! The digests and roots of files, a batch at a time: small files are read into one arena and
//! hashed in one call, longer ones are mapped, the longest and streams go window by window.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha512};

use crate::deal::{Deal, ordered};
use crate::dir::{Dir, FileKind, Status};
use crate::error::{Error, Result, slug};
use crate::feed::{self, Cut, Input};
use crate::hash::{Engine, Hash256, Message};
use crate::manifest::algorithm::{Algorithm, Digest};
use crate::manifest::roots::{self, Piece, Tree};
use crate::manifest::running::{Running, Subtree, WINDOW};
use crate::merkle::bep52::{self, LEAF};
use crate::source::Source;
use crate::watch::Watch;

/// Shorter files are read: a map costs more than the copy.
const SMALL: u64 = 64 << 10;
/// Longer files go window by window, for a map is filled a call at a time.
const LARGE: u64 = 16 << 20;
/// Bytes of small files that are hashed in one call; every thread has as many.
const ARENA: usize = 512 << 10;
/// Mapped files that are hashed in one call: the lanes of the widest kernel.
const MAPPED: usize = 16;

/// Where the bytes of one file are.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// A name below a directory.
    File(Dir, Vec<u8>),
    /// A fifo or a device that is read as a stream.
    Pipe(Dir, Vec<u8>),
    /// The caller's stream.
    Stream,
}

/// What is asked of one file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Want {
    pub(crate) algorithm: Algorithm,
    /// Whether the tree is wanted, and with which pieces.
    pub(crate) piece: Option<Piece>,
    /// A file of another size is not read.
    pub(crate) size: Option<u64>,
}

/// What was found out of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hashed {
    pub(crate) size: u64,
    /// None where the size alone was another one.
    pub(crate) digest: Option<Digest>,
    pub(crate) tree: Option<Tree>,
}

/// The caller's stream, taken by the first who wants it.
pub(crate) type Stdin<'a> = Mutex<Option<&'a mut (dyn Read + Send)>>;

/// What all threads share.
pub(crate) struct Shared<'a> {
    pub(crate) engine: Engine,
    pub(crate) watch: &'a dyn Watch,
    pub(crate) stdin: Stdin<'a>,
    /// Held by the one long file that is worked on by all threads.
    pub(crate) crowd: Mutex<()>,
}

/// A file that is in memory, waiting for the others of its call.
struct Loaded {
    slot: usize,
    want: Want,
    body: Body,
    /// Where it was mapped from, to see whether it grew meanwhile.
    from: Option<(Dir, Vec<u8>, Status)>,
}

enum Body {
    Read(Range<usize>),
    Mapped(Source<'static>),
}

/// How loading one file ended.
enum Load {
    Done(Hashed),
    Body(Body, Option<(Dir, Vec<u8>, Status)>),
}

/// What one thread has.
pub(crate) struct Hasher<'s, 'a> {
    shared: &'s Shared<'a>,
    arena: Vec<u8>,
    used: usize,
}

impl<'s, 'a> Hasher<'s, 'a> {
    pub(crate) fn new(shared: &'s Shared<'a>) -> Self {
        Self {
            shared,
            arena: vec![0; ARENA],
            used: 0,
        }
    }

    /// Every file's digest, in the order of `files`.
    pub(crate) fn hash(&mut self, files: &[(Place, Want)]) -> Vec<Result<Hashed>> {
        let mut results: Vec<_> = files.iter().map(|_| Err(stopped())).collect();
        let mut waiting = Vec::new();
        for (slot, (place, want)) in files.iter().enumerate() {
            if self.shared.watch.stopped() {
                return results;
            }
            match self.load(place, *want) {
                Ok(Load::Body(body, from)) => waiting.push(Loaded {
                    slot,
                    want: *want,
                    body,
                    from,
                }),
                Ok(Load::Done(hashed)) => put(&mut results, slot, Ok(hashed)),
                Err(error) => put(&mut results, slot, Err(error)),
            }
            if self.used + SMALL as usize >= ARENA || waiting.len() >= 4 * MAPPED {
                self.flush(&mut waiting, &mut results);
            }
        }
        self.flush(&mut waiting, &mut results);
        results
    }

    fn load(&mut self, place: &Place, want: Want) -> Result<Load> {
        let (dir, at) = match place {
            Place::File(dir, at) => (dir, at),
            Place::Pipe(dir, at) => {
                let mut file = dir.open_stream(at)?;
                return self.windows(Input::Stream(&mut file), want).map(Load::Done);
            }
            Place::Stream => return self.stdin(want).map(Load::Done),
        };
        let (mut file, status) = dir.open_file(at)?;
        if !matches!(status.kind, FileKind::Regular | FileKind::Block) {
            return Err(Error::new(slug::NOT_A_FILE, "a file", status.kind.words()));
        }
        // What has no length, as in /proc, is read to its end.
        if status.len > 0 && want.size.is_some_and(|size| size != status.len) {
            return Ok(Load::Done(Hashed {
                size: status.len,
                digest: None,
                tree: None,
            }));
        }
        if status.kind == FileKind::Regular && status.len < SMALL {
            return self.read_small(&mut file, status.len, want);
        }
        self.map(file, dir, at, status, want)
    }

    /// Reads all of a short file; one byte more is asked for, so that growth is seen.
    fn read_small(&mut self, file: &mut File, len: u64, want: Want) -> Result<Load> {
        let start = self.used;
        let room = if len == 0 { SMALL } else { len + 1 };
        let Some(buffer) = self.arena.get_mut(start..start + room as usize) else {
            return Err(Error::new(slug::TOO_LARGE, "a small file", "another"));
        };
        let n = fill_once(file, buffer, len)?;
        match n as u64 {
            n if len == 0 && n == room => {
                let start = buffer.to_vec();
                let mut stream = start.chain(file);
                return self
                    .windows(Input::Stream(&mut stream), want)
                    .map(Load::Done);
            }
            n if len > 0 && n > len => return Err(grew()),
            n if n < len => return Err(crate::map::shrank()),
            _ => {}
        }
        self.used += n;
        Ok(Load::Body(Body::Read(start..start + n), None))
    }

    fn map(
        &mut self,
        file: File,
        dir: &Dir,
        at: &[u8],
        status: Status,
        want: Want,
    ) -> Result<Load> {
        let source = Source::from_file(file)?;
        let mapped = matches!(source.window(0..source.len().min(1))?, Cow::Borrowed(_));
        if mapped && source.len() <= LARGE {
            let from = Some((dir.clone(), at.to_vec(), status));
            return Ok(Load::Body(Body::Mapped(source), from));
        }
        let hashed = self.windows(Input::all(&source), want)?;
        if status.kind == FileKind::Regular {
            same_length(dir, at, status)?;
        }
        Ok(Load::Done(hashed))
    }

    fn stdin(&self, want: Want) -> Result<Hashed> {
        let Some(stream) = lock(&self.shared.stdin).take() else {
            let found = "a stream that was read already, or none";
            return Err(Error::new(slug::UNREADABLE, "standard input", found));
        };
        self.windows(Input::Stream(stream), want)
    }

    /// One long file or stream: what can be split is worked on by all threads, unless another long
    /// file has them.
    fn windows(&self, input: Input<'_>, want: Want) -> Result<Hashed> {
        let engine = self.shared.engine;
        let crowd = self.shared.crowd.try_lock();
        let splits = want.piece.is_some() || want.algorithm == Algorithm::Blake3;
        let threads = match crowd {
            Ok(_) if splits => engine.threads(),
            _ => NonZeroUsize::MIN,
        };
        let cut = Cut {
            window: NonZeroUsize::new(WINDOW).unwrap_or(NonZeroUsize::MIN),
            threads,
        };
        let mut running = Running::new(want.algorithm);
        let mut tree = want.piece.map(|piece| roots::growing(engine, piece));
        let size = feed::run(
            input,
            cut,
            self.shared.watch,
            |offset, bytes| {
                let subtree = || Subtree::of(offset, bytes);
                let subtree = (want.algorithm == Algorithm::Blake3).then(subtree);
                let leaves = want.piece.map(|_| bep52::leaves(engine, bytes));
                Ok((subtree, leaves))
            },
            |_, bytes, (subtree, leaves)| {
                running.push(bytes, subtree);
                if let (Some(tree), Some(leaves)) = (&mut tree, leaves) {
                    tree.push(&leaves)?;
                }
                Ok(())
            },
        )?;
        Ok(Hashed {
            size,
            digest: Some(running.finish()?),
            tree: tree
                .map(bep52::Growing::finish)
                .transpose()?
                .flatten()
                .map(Tree::from),
        })
    }

    /// Hashes all that waits, in one call an algorithm.
    fn flush(&mut self, waiting: &mut Vec<Loaded>, results: &mut [Result<Hashed>]) {
        for algorithm in Algorithm::ALL {
            let of_it = waiting.extract_if(.., |one| one.want.algorithm == algorithm);
            let group: Vec<_> = of_it.collect();
            for part in group.chunks(4 * MAPPED) {
                self.group(algorithm, part, results);
            }
        }
        self.used = 0;
    }

    fn group(&self, algorithm: Algorithm, group: &[Loaded], results: &mut [Result<Hashed>]) {
        let engine = self.shared.engine;
        let bodies: Vec<Result<Cow<'_, [u8]>>> = group.iter().map(|one| self.bytes(one)).collect();
        let readable = |body: &Result<Cow<'_, [u8]>>| body.is_ok();
        let there = group.iter().zip(&bodies).filter(|(_, body)| readable(body));
        let (files, bytes): (Vec<&Loaded>, Vec<&[u8]>) = there
            .map(|(one, body)| (one, body.as_deref().unwrap_or_default()))
            .unzip();
        let digests = digests(engine, algorithm, &bytes);
        let trees = trees(engine, &files, &bytes, &digests);
        for ((one, bytes), (digest, tree)) in
            files.iter().zip(&bytes).zip(digests.iter().zip(trees))
        {
            let result = one.unchanged().and_then(|()| {
                Ok(Hashed {
                    size: bytes.len() as u64,
                    digest: Some(Digest::new(algorithm, digest)?),
                    tree: tree?,
                })
            });
            self.shared.watch.advance(bytes.len() as u64);
            put(results, one.slot, result);
        }
        for (one, body) in group.iter().zip(bodies) {
            if let Err(error) = body {
                put(results, one.slot, Err(error));
            }
        }
    }

    fn bytes<'b>(&'b self, one: &'b Loaded) -> Result<Cow<'b, [u8]>> {
        match &one.body {
            Body::Read(range) => Ok(Cow::Borrowed(
                self.arena.get(range.clone()).unwrap_or_default(),
            )),
            Body::Mapped(source) => source.window(0..source.len()),
        }
    }
}

impl Loaded {
    /// An error if the bytes that were hashed are not those of the file any more.
    fn unchanged(&self) -> Result<()> {
        if let Body::Mapped(source) = &self.body {
            source.check()?;
        }
        match &self.from {
            Some((dir, at, status)) => same_length(dir, at, *status),
            None => Ok(()),
        }
    }
}

/// The digests of many files at once, as bytes.
fn digests(engine: Engine, algorithm: Algorithm, bytes: &[&[u8]]) -> Vec<Vec<u8>> {
    let messages: Vec<_> = bytes.iter().map(|bytes| Message::from(*bytes)).collect();
    match algorithm {
        Algorithm::Sha256 => {
            let mut digests = vec![[0; 32]; messages.len()];
            engine.sha256(&messages, &mut digests);
            digests.iter().map(|digest| digest.to_vec()).collect()
        }
        Algorithm::Sha1 => {
            let mut digests = vec![[0; 20]; messages.len()];
            engine.sha1(&messages, &mut digests);
            digests.iter().map(|digest| digest.to_vec()).collect()
        }
        Algorithm::Sha512 => bytes
            .iter()
            .map(|bytes| Sha512::digest(bytes).to_vec())
            .collect(),
        Algorithm::Blake3 => bytes
            .iter()
            .map(|bytes| blake3::hash(bytes).as_bytes().to_vec())
            .collect(),
    }
}

/// The trees of those files that want one; all their leaves are hashed in one call. A file of one
/// leaf has its own SHA-256 for root.
fn trees(
    engine: Engine,
    files: &[&Loaded],
    bytes: &[&[u8]],
    digests: &[Vec<u8>],
) -> Vec<Result<Option<Tree>>> {
    let known = |one: &Loaded, bytes: &[u8]| {
        one.want.piece.is_none() || (bytes.len() <= LEAF && one.want.algorithm == Algorithm::Sha256)
    };
    let unknown = files
        .iter()
        .zip(bytes)
        .filter(|(one, bytes)| !known(one, bytes));
    let messages: Vec<_> = unknown
        .flat_map(|(_, bytes)| bytes.chunks(LEAF))
        .map(Message::from)
        .collect();
    let mut leaves = vec![[0; 32]; messages.len()];
    engine.sha256(&messages, &mut leaves);
    let mut leaves = leaves.into_iter();
    let mut trees = Vec::with_capacity(files.len());
    for ((one, bytes), digest) in files.iter().zip(bytes).zip(digests) {
        let Some(piece) = one.want.piece else {
            trees.push(Ok(None));
            continue;
        };
        let own: Vec<Hash256> = match digest.as_slice().try_into() {
            _ if bytes.is_empty() => Vec::new(),
            Ok(digest) if known(one, bytes) => vec![digest],
            _ => leaves.by_ref().take(bytes.len().div_ceil(LEAF)).collect(),
        };
        trees.push(roots::tree_of(engine, own, piece));
    }
    trees
}

fn put(results: &mut [Result<Hashed>], slot: usize, result: Result<Hashed>) {
    if let Some(place) = results.get_mut(slot) {
        *place = result;
    }
}

/// Reads a file of `len` bytes in one call where the system gives all at once.
fn fill_once(file: &mut File, buffer: &mut [u8], len: u64) -> Result<usize> {
    let n = match file.read(buffer) {
        Ok(n) if n as u64 == len => return Ok(n),
        Ok(n) => n,
        Err(e) if e.kind() == std::io::ErrorKind::Interrupted => 0,
        Err(e) => return Err(Error::io(slug::UNREADABLE, &e)),
    };
    let rest = buffer.get_mut(n..).unwrap_or_default();
    Ok(n + feed::fill(file, rest)?)
}

/// An error if the file under this name, if it still is the same, has another length now.
fn same_length(dir: &Dir, at: &[u8], before: Status) -> Result<()> {
    match dir.status(at, true) {
        Ok(now) if now.inode == before.inode && now.len < before.len => Err(crate::map::shrank()),
        Ok(now) if now.inode == before.inode && now.len > before.len => Err(grew()),
        _ => Ok(()),
    }
}

fn grew() -> Error {
    let words = "the file became longer while it was read";
    Error::new(slug::FILE_GREW, "", words)
}

pub(crate) fn stopped() -> Error {
    Error::new(slug::STOPPED, "", "stopped")
}

/// What the threads share, of a caller's stream.
pub(crate) fn shared<'a>(
    engine: Engine,
    watch: &'a dyn Watch,
    stdin: Option<&'a mut (dyn Read + Send)>,
) -> Shared<'a> {
    Shared {
        engine,
        watch,
        stdin: Mutex::new(stdin),
        crowd: Mutex::new(()),
    }
}

/// Locks what a thread that panicked may have held.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Something to be said in turn, and the file that has to be hashed for it.
pub(crate) struct Job<T> {
    pub(crate) about: T,
    pub(crate) file: Option<(Place, Want)>,
}

/// Hashes the files of all jobs and hands them back in order with what was found.
pub(crate) fn run<T: Send>(
    jobs: impl Iterator<Item = Job<T>> + Send,
    shared: &Shared<'_>,
    mut collect: impl FnMut(T, Option<Result<Hashed>>) -> Result<()>,
) -> Result<()> {
    let work = |hasher: &mut Hasher<'_, '_>, batch: Vec<Job<T>>| {
        let mut files = Vec::with_capacity(batch.len());
        let mut abouts = Vec::with_capacity(batch.len());
        for job in batch {
            abouts.push((job.about, job.file.is_some()));
            files.extend(job.file);
        }
        let mut results = hasher.hash(&files).into_iter();
        let with_result = |(about, hashed): (T, bool)| {
            let result = if hashed { results.next() } else { None };
            (about, result)
        };
        abouts.into_iter().map(with_result).collect::<Vec<_>>()
    };
    let deal = Deal::new(shared.engine.threads());
    ordered(
        jobs,
        deal,
        || Hasher::new(shared),
        work,
        |batch| {
            if shared.watch.stopped() {
                return Err(stopped());
            }
            for (about, result) in batch {
                collect(about, result)?;
            }
            Ok(())
        },
    )
}
