//! An input cut in windows of equal length, worked on by all cores, its results collected in the
//! order of the input. Anonymous memory is bounded whatever the length: a mapped file is borrowed,
//! a stream is read by one thread into a fixed number of buffers that go round.

use std::io::Read;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread::{Scope, scope};

use crate::error::{Error, Result, slug};
use crate::source::Source;
use crate::watch::Watch;

/// All buffers of one stream together, in bytes.
const BUFFERED: usize = 32 << 20;
/// Results that may wait for their turn, a worker.
const WAITING: usize = 4;

/// What is cut in windows.
pub enum Input<'a> {
    /// A range of bytes at known places.
    At(&'a Source<'a>, Range<u64>),
    /// All that a stream still gives.
    Stream(&'a mut (dyn Read + Send)),
}

impl<'a> Input<'a> {
    /// All of a source.
    pub fn all(source: &'a Source<'a>) -> Self {
        Self::At(source, 0..source.len())
    }
}

/// How an input is cut, and by how many threads it is worked on.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    /// Bytes a window; only the last is shorter. At most 8 MiB.
    pub window: NonZeroUsize,
    /// Threads that work; with 1 all happens in the caller's.
    pub threads: NonZeroUsize,
}

/// Runs `work(offset, bytes)` on every window by many threads and `collect(offset, bytes, result)`
/// in the caller's, in order. Returns the number of bytes. An empty input has no window.
///
/// ```
/// use std::num::NonZeroUsize;
/// use decent::{feed::{run, Cut, Input}, source::Source, watch::Deaf};
/// let source = Source::from_bytes(b"aabbc");
/// let two = NonZeroUsize::new(2).unwrap();
/// let mut lens = vec![];
/// let cut = Cut { window: two, threads: two };
/// let total = run(Input::all(&source), cut, &Deaf,
///     |_, bytes| Ok(bytes.len()),
///     |offset, _, len| { lens.push((offset, len)); Ok(()) }).unwrap();
/// assert_eq!((total, lens), (5, vec![(0, 2), (2, 2), (4, 1)]));
/// ```
pub fn run<T: Send>(
    input: Input<'_>,
    cut: Cut,
    watch: &dyn Watch,
    work: impl Fn(u64, &[u8]) -> Result<T> + Sync,
    mut collect: impl FnMut(u64, &[u8], T) -> Result<()>,
) -> Result<u64> {
    let mut collect = |offset: u64, bytes: &[u8], result: T| {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        collect(offset, bytes, result)?;
        watch.advance(bytes.len() as u64);
        Ok(())
    };
    match input {
        Input::At(source, range) if cut.threads.get() == 1 || fits_one(&range, cut) => {
            at_alone(source, range, cut, &work, &mut collect)
        }
        Input::At(source, range) => at_many(source, range, cut, &work, &mut collect),
        Input::Stream(stream) => stream_many(stream, cut, &work, &mut collect),
    }
}

fn fits_one(range: &Range<u64>, cut: Cut) -> bool {
    range.end.saturating_sub(range.start) <= cut.window.get() as u64
}

/// The windows of a range, each with its number.
fn windows(range: Range<u64>, cut: Cut) -> impl Iterator<Item = Range<u64>> {
    let window = cut.window.get();
    let end = range.end;
    range
        .step_by(window)
        .map(move |start| start..end.min(start + window as u64))
}

fn at_alone<T>(
    source: &Source<'_>,
    range: Range<u64>,
    cut: Cut,
    work: &impl Fn(u64, &[u8]) -> Result<T>,
    collect: &mut impl FnMut(u64, &[u8], T) -> Result<()>,
) -> Result<u64> {
    let total = range.end.saturating_sub(range.start);
    for part in windows(range, cut) {
        let bytes = source.window(part.clone())?;
        let result = work(part.start, &bytes)?;
        source.check()?;
        collect(part.start, &bytes, result)?;
    }
    Ok(total)
}

/// Window `i` goes to worker `i % threads`, so that asking the workers in turn gives the order back.
fn at_many<T: Send>(
    source: &Source<'_>,
    range: Range<u64>,
    cut: Cut,
    work: &(impl Fn(u64, &[u8]) -> Result<T> + Sync),
    collect: &mut impl FnMut(u64, &[u8], T) -> Result<()>,
) -> Result<u64> {
    let total = range.end.saturating_sub(range.start);
    let threads = cut.threads.get();
    scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let (done, results) = sync_channel(WAITING);
                let parts = windows(range.clone(), cut).skip(worker).step_by(threads);
                scope.spawn(move || {
                    for part in parts {
                        let result = source.window(part.clone()).and_then(|bytes| {
                            let result = work(part.start, &bytes)?;
                            source.check()?;
                            Ok((bytes, result))
                        });
                        let failed = result.is_err();
                        if done.send((part.start, result)).is_err() || failed {
                            return;
                        }
                    }
                });
                results
            })
            .collect();
        for worker in workers.iter().cycle() {
            let Ok((offset, result)) = worker.recv() else {
                break;
            };
            let (bytes, result) = result?;
            collect(offset, &bytes, result)?;
        }
        Ok(total)
    })
}

/// One window of a stream on its way: its offset, its buffer, the bytes that are filled.
struct Load {
    offset: u64,
    buffer: Vec<u8>,
    len: usize,
}

impl Load {
    fn bytes(&self) -> &[u8] {
        self.buffer.get(..self.len).unwrap_or_default()
    }
}

type Loaded = Result<Load>;

fn stream_many<T: Send>(
    stream: &mut (dyn Read + Send),
    cut: Cut,
    work: &(impl Fn(u64, &[u8]) -> Result<T> + Sync),
    collect: &mut impl FnMut(u64, &[u8], T) -> Result<()>,
) -> Result<u64> {
    let window = cut.window.get();
    let most = (BUFFERED / window).max(3);
    let threads = cut.threads.get().min((most - 1) / 2);
    scope(|scope| {
        let (give_back, free) = channel();
        for _ in 0..(2 * threads + 1).min(most) {
            // The receiver lives as long as this scope's reader; a buffer lost is never missed.
            drop(give_back.send(Vec::new()));
        }
        let (loads, workers): (Vec<_>, Vec<_>) =
            (0..threads).map(|_| spawn_worker(scope, work)).unzip();
        scope.spawn(move || read_loads(stream, window, &free, &loads));
        let mut total = 0;
        for worker in workers.iter().cycle() {
            let Ok(done) = worker.recv() else { break };
            let (load, result): (Load, T) = done?;
            collect(load.offset, load.bytes(), result)?;
            total += load.len as u64;
            drop(give_back.send(load.buffer));
        }
        Ok(total)
    })
}

fn spawn_worker<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: &'scope (impl Fn(u64, &[u8]) -> Result<T> + Sync),
) -> (SyncSender<Loaded>, Receiver<Result<(Load, T)>>) {
    let (hand_over, loads) = sync_channel::<Loaded>(WAITING);
    let (done, results) = sync_channel(WAITING);
    scope.spawn(move || {
        for load in loads {
            let result = load.and_then(|load| {
                let result = work(load.offset, load.bytes())?;
                Ok((load, result))
            });
            let failed = result.is_err();
            if done.send(result).is_err() || failed {
                return;
            }
        }
    });
    (hand_over, results)
}

/// Fills free buffers and deals them out in turn until the stream ends.
fn read_loads(
    stream: &mut (dyn Read + Send),
    window: usize,
    free: &Receiver<Vec<u8>>,
    workers: &[SyncSender<Loaded>],
) {
    let mut offset = 0;
    for worker in workers.iter().cycle() {
        let Ok(mut buffer) = free.recv() else { return };
        buffer.resize(window, 0);
        match fill(stream, &mut buffer) {
            Ok(0) => return,
            Ok(len) => {
                let load = Load {
                    offset,
                    buffer,
                    len,
                };
                offset += len as u64;
                if worker.send(Ok(load)).is_err() || len < window {
                    return;
                }
            }
            Err(error) => {
                drop(worker.send(Err(error)));
                return;
            }
        }
    }
}

/// Reads until `buffer` is full or the stream ends; returns how many bytes came.
pub fn fill(stream: &mut (impl Read + ?Sized), buffer: &mut [u8]) -> Result<usize> {
    let mut len = 0;
    while let Some(rest) = buffer.get_mut(len..).filter(|rest| !rest.is_empty()) {
        match stream.read(rest) {
            Ok(0) => break,
            Ok(n) => len += n,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(Error::io(slug::UNREADABLE, &e)),
        }
    }
    Ok(len)
}

/// Reads a range of a source from its start to its end.
pub struct Reader<'a> {
    source: &'a Source<'a>,
    range: Range<u64>,
}

impl<'a> Reader<'a> {
    /// Of `range`, which ends where the source does at the latest.
    pub fn new(source: &'a Source<'a>, range: Range<u64>) -> Self {
        Self { source, range }
    }
}

impl Read for Reader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = self.range.end.saturating_sub(self.range.start);
        let n = (buffer.len() as u64).min(left) as usize;
        let Some(part) = buffer.get_mut(..n) else {
            return Ok(0);
        };
        self.source
            .read_at(self.range.start, part)
            .map_err(std::io::Error::other)?;
        self.range.start += n as u64;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::Deaf;

    fn cut(window: usize, threads: usize) -> Cut {
        let positive = |n| NonZeroUsize::new(n).expect("not zero");
        Cut {
            window: positive(window),
            threads: positive(threads),
        }
    }

    fn copy(input: Input<'_>, cut: Cut) -> Result<(u64, Vec<u8>)> {
        let mut copy = Vec::new();
        let total = run(
            input,
            cut,
            &Deaf,
            |_, bytes| Ok(bytes.to_vec()),
            |offset, bytes, result| {
                assert_eq!(offset, copy.len() as u64);
                assert_eq!(bytes, result);
                copy.extend(result);
                Ok(())
            },
        )?;
        Ok((total, copy))
    }

    #[test]
    fn order_and_bytes_survive() {
        let bytes: Vec<u8> = (0..10_000u32).flat_map(u32::to_le_bytes).collect();
        for len in [0, 1, 99, 100, 101, 4096, 40_000] {
            let part = &bytes[..len];
            for threads in [1, 2, 5] {
                let source = Source::from_bytes(part);
                let whole = copy(Input::all(&source), cut(100, threads)).expect("copied");
                assert_eq!(whole, (len as u64, part.to_vec()));
                let mut stream = part;
                let whole = copy(Input::Stream(&mut stream), cut(100, threads)).expect("copied");
                assert_eq!(whole, (len as u64, part.to_vec()));
            }
        }
    }

    #[test]
    fn errors_of_work_collect_and_reader_end_it() {
        struct Broken(u32);
        impl Read for Broken {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                self.0 += 1;
                if self.0 > 50 {
                    Err(std::io::Error::from_raw_os_error(libc::EIO))
                } else {
                    Ok(buffer.len())
                }
            }
        }
        let error = copy(Input::Stream(&mut Broken(0)), cut(64, 3)).expect_err("broken");
        assert_eq!(error.slug, slug::UNREADABLE);
        let bytes = vec![0; 1000];
        for threads in [1, 3] {
            let source = Source::from_bytes(&bytes);
            let bad = || Error::new(slug::TOO_LARGE, "less", "more");
            let work = |offset: u64, _: &[u8]| if offset == 500 { Err(bad()) } else { Ok(()) };
            let ended = run(
                Input::all(&source),
                cut(10, threads),
                &Deaf,
                work,
                |_, _, ()| Ok(()),
            );
            assert_eq!(ended, Err(bad()));
            let ended = run(
                Input::all(&source),
                cut(10, threads),
                &Deaf,
                |_, _| Ok(()),
                |at, _, ()| {
                    if at == 500 { Err(bad()) } else { Ok(()) }
                },
            );
            assert_eq!(ended, Err(bad()));
        }
    }

    #[test]
    fn a_watch_can_stop_it() {
        struct Stop;
        impl Watch for Stop {
            fn stopped(&self) -> bool {
                true
            }
        }
        let source = Source::from_bytes(b"abc");
        let ended = run(
            Input::all(&source),
            cut(1, 2),
            &Stop,
            |_, _| Ok(()),
            |_, _, ()| Ok(()),
        );
        assert_eq!(ended.expect_err("stopped").slug, slug::STOPPED);
    }
}
