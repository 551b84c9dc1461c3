//! How a file is read for several sets of parameters: by size, by content, past its holes.

use std::io::Read;
use std::num::NonZeroUsize;
use std::ops::Range;

use super::chunker::Chunker;
use super::file::{Files, Told, Work, digests};
use super::layout::Node;
use super::params::Params;
use super::unixfs::Meta;

use crate::error::{Error, Result, slug};
use crate::feed::{self, Cut, Input};
use crate::source::Source;

/// Bytes that are hashed in one call: of a mapped file, and of what takes memory.
const WINDOW_MAPPED: usize = 16 << 20;
pub(super) const WINDOW: usize = 8 << 20;

/// Sets of parameters with their numbers that one read serves.
pub(super) type Pass = Vec<(usize, Params)>;

/// The reads that some sets of parameters need: one for all whose chunks have a common multiple of at
/// most 8 MiB, and one for each that cuts by content.
pub(super) fn passes(all: &[Params]) -> Vec<(Option<usize>, Pass)> {
    let mut passes: Vec<(Option<usize>, Pass)> = Vec::new();
    for (number, params) in all.iter().enumerate() {
        let size = params.chunker.fixed().map(NonZeroUsize::get);
        let fits = passes
            .iter_mut()
            .find_map(|(unit, pass)| match (&*unit, size) {
                (Some(known), Some(size)) => {
                    let common = lcm(*known, size);
                    (common <= WINDOW).then(|| {
                        *unit = Some(common);
                        pass
                    })
                }
                (None, None) => {
                    let same = pass
                        .first()
                        .is_some_and(|(_, one)| one.chunker == params.chunker);
                    same.then_some(pass)
                }
                _ => None,
            });
        match fits {
            Some(pass) => pass.push((number, *params)),
            None => passes.push((size, vec![(number, *params)])),
        }
    }
    passes
}

fn lcm(a: usize, b: usize) -> usize {
    let (mut x, mut y) = (a, b);
    while y > 0 {
        (x, y) = (y, x % y);
    }
    a / x * b
}

/// One read of a file.
pub(super) fn pass_over(
    input: Input<'_>,
    unit: Option<usize>,
    pass: &Pass,
    meta: Meta,
    work: Work<'_>,
    told: &mut dyn Told,
) -> Result<Vec<(usize, Node)>> {
    let skip = !told.wants_bytes();
    let mut files = Files::new(pass, meta, told);
    let chunker = pass.first().map(|(_, params)| params.chunker);
    match (unit, chunker, input) {
        (None, Some(chunker), Input::Stream(stream)) => {
            by_content(stream, chunker, work, &mut files)?;
        }
        (None, Some(chunker), Input::At(source, range)) => {
            by_content(
                &mut feed::Reader::new(source, range),
                chunker,
                work,
                &mut files,
            )?;
        }
        (unit, _, Input::At(source, range)) if skip => {
            sparse(source, range, unit.unwrap_or(WINDOW), work, &mut files)?;
        }
        (unit, _, input) => by_size(input, unit.unwrap_or(WINDOW), work, &mut files)?,
    }
    files.finish()
}

/// All windows of an input, each a multiple of every chunk's size.
fn by_size(input: Input<'_>, unit: usize, work: Work<'_>, files: &mut Files<'_>) -> Result<()> {
    let mapped = matches!(&input, Input::At(source, _) if source.mapped().is_some());
    let target = if mapped { WINDOW_MAPPED } else { WINDOW };
    let cut = Cut {
        window: NonZeroUsize::new(unit * (target / unit).max(1)).unwrap_or(NonZeroUsize::MIN),
        threads: work.engine.threads(),
    };
    let groups = files.groups.clone();
    let hash = |_, bytes: &[u8]| Ok(Files::hash(&groups, bytes, work.engine));
    feed::run(input, cut, work.watch, hash, |_, bytes, hashed| {
        files.take(bytes, &hashed)
    })?;
    Ok(())
}

/// The same of a file with holes, which are passed over as far as they are whole units.
fn sparse(
    source: &Source<'_>,
    range: Range<u64>,
    unit: usize,
    work: Work<'_>,
    files: &mut Files<'_>,
) -> Result<()> {
    let unit_bytes = unit as u64;
    let mut at = range.start;
    while at < range.end {
        let data = source
            .next_data(at)
            .unwrap_or(range.end)
            .clamp(at, range.end);
        let zeros = (data - at) / unit_bytes * unit_bytes;
        if zeros > 0 {
            if work.watch.stopped() {
                return Err(Error::new(slug::STOPPED, "", "stopped"));
            }
            files.zeros(zeros, work.engine)?;
            work.watch.advance(zeros);
            at += zeros;
            continue;
        }
        // Up to a hole that spares a unit at least.
        let up = |place: u64| range.start + (place - range.start).next_multiple_of(unit_bytes);
        let mut end = source.next_hole(data).clamp(data, range.end);
        loop {
            end = up(end.max(at + 1)).min(range.end);
            let next = source
                .next_data(end)
                .unwrap_or(range.end)
                .clamp(end, range.end);
            if end == range.end || next >= end + unit_bytes {
                break;
            }
            end = source.next_hole(next).clamp(next, range.end);
            if next == range.end {
                end = range.end;
            }
        }
        by_size(Input::At(source, at..end), unit, work, files)?;
        at = end;
    }
    Ok(())
}

/// Chunks that the content cuts, read in order and hashed many at once.
fn by_content(
    stream: &mut (dyn Read + Send),
    chunker: Chunker,
    work: Work<'_>,
    files: &mut Files<'_>,
) -> Result<()> {
    let cutter = chunker.cutter();
    let most = chunker.most();
    let mut buffer = vec![0; WINDOW.max(2 * most)];
    let (mut held, mut ended) = (0, false);
    while !ended {
        if work.watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let room = buffer.get_mut(held..).unwrap_or_default();
        let wanted = room.len();
        let came = feed::fill(stream, room)?;
        (held, ended) = (held + came, came < wanted);
        let mut rest = buffer.get(..held).unwrap_or_default();
        let (all, mut chunks) = (rest, Vec::new());
        while rest.len() >= most || ended && !rest.is_empty() {
            let Some((chunk, behind)) = rest.split_at_checked(cutter.cut(rest).max(1)) else {
                break;
            };
            chunks.push(chunk);
            rest = behind;
        }
        let done = all.len() - rest.len();
        files.told.bytes(all.get(..done).unwrap_or_default())?;
        let groups = files.groups.clone();
        let hashed: Vec<_> = groups
            .iter()
            .map(|group| digests(group.wrap, group.hash, &chunks, work.engine))
            .collect();
        for at in 0..files.all.len() {
            let group = files.all.get(at).map_or(0, |(_, _, group, _)| *group);
            let digests = hashed.get(group).map_or(&[][..], Vec::as_slice);
            for (chunk, digest) in chunks.iter().zip(digests) {
                files.push(at, chunk, digest, 1)?;
            }
        }
        work.watch.advance(done as u64);
        buffer.copy_within(done..held, 0);
        held -= done;
    }
    Ok(())
}
