//! Data held against a torrent: every piece, and what that means for every file.

use std::io::Read;
use std::ops::Range;

use super::cut::Extent;
use super::expect::Expected;
use super::file::File;
use super::metainfo::Torrent;
use super::pass::{self, Told, Work};
use super::shelf::{Hand, Kept, Shelf};
use super::stream::{self, Plan};
use crate::dir::{Dir, FileKind};
use crate::error::{Error, Place, Result, slug};
use crate::hash::Engine;
use crate::source::Source;
use crate::watch::Watch;

/// Pieces that are held back until they are proven have at most so many bytes.
pub const HELD_MOST: u64 = 4 << 20;

/// Takes the bytes that are proven, in order.
pub type PassOn<'p> = &'p mut (dyn FnMut(&[u8]) -> Result<()> + 'p);

/// What was found out of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is the right one.
    Proven,
    /// It is another one.
    Wrong,
    /// It is another one, of nothing but zeros: a place where data is still to come.
    Empty,
    /// Bytes of it are not there.
    Absent,
    /// It could not be read.
    Unreadable,
}

/// What is there of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// So many bytes.
    Bytes(u64),
    /// A link as the torrent has it.
    Link,
    /// Something that is no such file: `a directory`.
    Other(&'static str),
    /// It can't be read.
    Unreadable(Error),
}

/// The data that is judged.
pub enum Data<'a> {
    /// The files below a folder.
    Folder(&'a Dir),
    /// The only file of the torrent.
    One(&'a Source<'a>),
    /// The contents of the files, one behind the other.
    Stream(&'a mut (dyn Read + Send)),
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All of it is right.
    Ok,
    /// Nothing of it is there.
    Missing,
    /// Some of it is not there; what is there is right.
    Short,
    /// It is right, and more follows.
    Long,
    /// Some of it is wrong.
    Failed,
    /// A piece of it can't be judged, for a neighbour in it is not there.
    Unknown,
    /// It could not be read.
    Unreadable(Error),
}

/// A file of the torrent, and what came of it.
#[derive(Clone, Debug)]
pub struct Finding<'t> {
    /// The file.
    pub file: &'t File,
    /// What came of it.
    pub outcome: Outcome,
    /// What is there of it.
    pub found: Found,
    /// Numbers of the pieces that are wrong.
    pub wrong: Vec<Range<u64>>,
    /// Numbers of the pieces that are not there, or not yet.
    pub missing: Vec<Range<u64>>,
    /// The places in the file of all its bytes that are proven, in order.
    pub proven_bytes: u64,
}

/// All that was found out.
pub struct Verified<'t> {
    torrent: &'t Torrent,
    expected: Expected<'t>,
    states: Vec<State>,
    found: Vec<Found>,
}

/// Judges all data. With `pass_on` the bytes of the files go there, in order, as far as they are
/// proven; the first piece that is not ends that, and the rest is not read.
pub fn verify<'t>(
    torrent: &'t Torrent,
    data: Data<'_>,
    engine: Engine,
    watch: &dyn Watch,
    pass_on: Option<PassOn<'_>>,
) -> Result<Verified<'t>> {
    let expected = Expected::of(torrent);
    let mut states = vec![State::Absent; expected.cut.count() as usize];
    let judge = |piece, bytes: &[u8], hashes: &_| match expected.fits(piece, hashes) {
        true => State::Proven,
        false if !bytes.is_empty() && bytes.iter().all(|byte| *byte == 0) => State::Empty,
        false => State::Wrong,
    };
    let found = match data {
        Data::Stream(stream) => {
            let mut passing = Passing {
                expected: &expected,
                pass_on,
            };
            let plan = Plan::Known(&expected.cut);
            let came = stream::run(stream, plan, engine, watch, judge, |piece, bytes, told| {
                let state = state_of(&told);
                set(&mut states, piece, state);
                passing.piece(piece, bytes, state)
            })?;
            passing.end(&states)?;
            found_in_stream(torrent, came)
        }
        Data::One(source) => {
            let shelf = Shelf::One(source);
            over(&expected, &shelf, engine, watch, judge, &mut states)?;
            vec![Found::Bytes(source.len())]
        }
        Data::Folder(dir) => {
            let found: Vec<_> = torrent.info().files().map(|file| look(dir, file)).collect();
            let kept = kept(torrent, &found);
            let shelf = Shelf::Folder(dir, &kept);
            over(&expected, &shelf, engine, watch, judge, &mut states)?;
            found
        }
    };
    Ok(Verified {
        torrent,
        expected,
        states,
        found,
    })
}

/// Judges the pieces of files on a shelf.
fn over(
    expected: &Expected<'_>,
    shelf: &Shelf<'_>,
    engine: Engine,
    watch: &dyn Watch,
    judge: impl Fn(u64, &[u8], &super::pieces::Hashes) -> State + Sync,
    states: &mut [State],
) -> Result<()> {
    let work = Work {
        cut: &expected.cut,
        shelf,
        engine,
        watch,
    };
    pass::run(work, judge, |piece, told| {
        set(states, piece, state_of(&told));
        Ok(())
    })
}

fn state_of(told: &Told<State>) -> State {
    match told {
        Told::Judged(state) => *state,
        Told::Absent => State::Absent,
        Told::Unreadable(..) => State::Unreadable,
    }
}

fn set(states: &mut [State], piece: u64, state: State) {
    if let Some(slot) = states.get_mut(piece as usize) {
        *slot = state;
    }
}

/// Passes proven pieces on.
struct Passing<'p, 'e, 'q> {
    expected: &'p Expected<'e>,
    pass_on: Option<PassOn<'q>>,
}

impl Passing<'_, '_, '_> {
    fn piece(&mut self, piece: u64, bytes: &[u8], state: State) -> Result<()> {
        let Some(pass_on) = &mut self.pass_on else {
            return Ok(());
        };
        if self.expected.cut.piece().bytes() > HELD_MOST {
            let wanted = format!("pieces of at most {HELD_MOST} bytes, which can be held back");
            let found = format!("{}", self.expected.cut.piece().bytes());
            return Err(Error::new(slug::PIECE_TOO_LONG, wanted, found));
        }
        if state != State::Proven {
            return Err(unproven(piece, state));
        }
        for part in self.expected.cut.parts(piece) {
            let range = part.at as usize..(part.at + part.length) as usize;
            pass_on(bytes.get(range).unwrap_or_default())?;
        }
        Ok(())
    }

    /// Pieces that did not come at all.
    fn end(&self, states: &[State]) -> Result<()> {
        let absent = states.iter().position(|state| *state != State::Proven);
        match absent.filter(|_| self.pass_on.is_some()) {
            Some(piece) => Err(unproven(piece as u64, State::Absent)),
            None => Ok(()),
        }
    }
}

fn unproven(piece: u64, state: State) -> Error {
    let found = match state {
        State::Absent => "the end of the data",
        _ => "another",
    };
    let wanted = "the piece that the torrent promises";
    Error::new(slug::WRONG_DATA, wanted, found).at(Place::Item("piece", piece))
}

/// What came of each file, of a stream of so many bytes.
fn found_in_stream(torrent: &Torrent, came: stream::Came) -> Vec<Found> {
    let mut left = came.bytes;
    let files: Vec<_> = torrent.info().files().collect();
    let last = files.iter().rposition(|file| file.length() > 0);
    files
        .iter()
        .enumerate()
        .map(|(number, file)| {
            let own = file.length().min(left);
            left -= own;
            if file.length() > 0 && own == 0 {
                return Found::Nothing;
            }
            let more = came.more && Some(number) == last;
            Found::Bytes(own + u64::from(more))
        })
        .collect()
}

/// What is there of a file below a folder.
pub(super) fn look(dir: &Dir, file: &File) -> Found {
    let name = file.path().as_bytes();
    if file.target().is_some() {
        return link(dir, file);
    }
    match dir.status(name, true) {
        Ok(status) if status.kind == FileKind::Regular => Found::Bytes(status.len),
        Ok(status) => Found::Other(status.kind.words()),
        Err(error) if error.slug == slug::NOT_THERE => Found::Nothing,
        Err(error) => Found::Unreadable(error),
    }
}

fn link(dir: &Dir, file: &File) -> Found {
    let name = file.path().as_bytes();
    let there = dir.status(name, false);
    let target = match there {
        Ok(status) if status.kind == FileKind::Link => dir.read_link(name),
        Ok(status) => return Found::Other(status.kind.words()),
        Err(error) if error.slug == slug::NOT_THERE => return Found::Nothing,
        Err(error) => return Found::Unreadable(error),
    };
    match target.and_then(|target| super::scan::inside(name, &target, true)) {
        Ok(target) if Some(&target) == file.target() => Found::Link,
        _ => Found::Other("a link to somewhere else"),
    }
}

/// The files as they are read.
pub(super) fn kept(torrent: &Torrent, found: &[Found]) -> Vec<Kept> {
    let files = torrent.info().files().zip(found);
    files
        .map(|(file, found)| Kept {
            name: file.path().as_bytes().to_vec(),
            present: match found {
                Found::Bytes(bytes) => *bytes,
                _ => 0,
            },
        })
        .collect()
}

impl<'t> Verified<'t> {
    /// What was found out of every piece.
    pub fn pieces(&self) -> &[State] {
        &self.states
    }

    /// The bitfield of BEP 3: a bit for every piece that is proven, the first the highest of its
    /// byte, zeros behind the last.
    pub fn bitfield(&self) -> Vec<u8> {
        let byte = |states: &[State]| {
            let bits = states.iter().enumerate();
            let set = bits.filter(|(_, state)| **state == State::Proven);
            set.fold(0, |byte, (i, _)| byte | 0x80 >> i)
        };
        self.states.chunks(8).map(byte).collect()
    }

    /// What came of every file, in order.
    pub fn findings(&self) -> impl Iterator<Item = Finding<'t>> {
        let mut extents = self.expected.cut.extents().iter().peekable();
        let files = self.torrent.info().files().zip(&self.found).enumerate();
        files.map(move |(number, (file, found))| {
            let extent = extents.next_if(|extent| extent.file == number);
            self.finding(file, found, extent)
        })
    }

    fn finding(&self, file: &'t File, found: &Found, extent: Option<&Extent>) -> Finding<'t> {
        let pieces = extent.map_or(0..0, |extent| self.expected.cut.pieces_of(extent));
        let state = |piece: u64| self.states.get(piece as usize).copied();
        let of = |wanted: &[State]| {
            runs(
                pieces
                    .clone()
                    .filter(|piece| state(*piece).is_some_and(|one| wanted.contains(&one))),
            )
        };
        let wrong = of(&[State::Wrong]);
        let missing = of(&[State::Empty, State::Absent]);
        let proven_bytes = extent.map_or(0, |extent| {
            let proven = pieces
                .clone()
                .filter(|piece| state(*piece) == Some(State::Proven));
            proven
                .map(|piece| {
                    let range = self.expected.cut.range(piece);
                    let start = range.start.max(extent.at);
                    range
                        .end
                        .min(extent.at + extent.length)
                        .saturating_sub(start)
                })
                .sum()
        });
        let unreadable = of(&[State::Unreadable]);
        let length = file.length();
        let outcome = match found {
            Found::Unreadable(error) => Outcome::Unreadable(error.clone()),
            Found::Nothing => Outcome::Missing,
            Found::Other(_) => Outcome::Failed,
            Found::Link => Outcome::Ok,
            _ if !unreadable.is_empty() => {
                let error = Error::new(slug::UNREADABLE, "", "it can't be read to its end");
                Outcome::Unreadable(error)
            }
            _ if !wrong.is_empty() => Outcome::Failed,
            Found::Bytes(bytes) if *bytes < length => Outcome::Short,
            // Empty pieces are those of this file; a piece that is absent lacks its neighbour.
            Found::Bytes(_) if !of(&[State::Empty]).is_empty() => Outcome::Short,
            Found::Bytes(_) if !missing.is_empty() => Outcome::Unknown,
            Found::Bytes(bytes) if *bytes > length => Outcome::Long,
            Found::Bytes(_) => Outcome::Ok,
        };
        Finding {
            file,
            outcome,
            found: found.clone(),
            wrong,
            missing,
            proven_bytes,
        }
    }

    /// The same data beside another copy of it.
    pub fn against<'v>(&'v self, dir: &'v Dir, copy: &'v Dir) -> Against<'v> {
        let files = self.torrent.info().files();
        let found: Vec<_> = files.map(|file| look(copy, file)).collect();
        Against {
            verified: self,
            dir,
            copy,
            ours: kept(self.torrent, &self.found),
            theirs: kept(self.torrent, &found),
        }
    }
}

/// Data that was judged, beside another copy.
pub struct Against<'v> {
    verified: &'v Verified<'v>,
    dir: &'v Dir,
    copy: &'v Dir,
    ours: Vec<Kept>,
    theirs: Vec<Kept>,
}

impl Against<'_> {
    /// The 16 KiB blocks of the file of that number that differ from the copy, where pieces of the
    /// copy are proven: as ranges of bytes in the file.
    pub fn blocks(&self, number: usize, engine: Engine) -> Vec<Range<u64>> {
        let expected = &self.verified.expected;
        let ours = Shelf::Folder(self.dir, &self.ours);
        let theirs = Shelf::Folder(self.copy, &self.theirs);
        let (mut one, mut other) = (Hand::new(&ours), Hand::new(&theirs));
        let mut bad = Vec::new();
        let extents = expected.cut.extents();
        let at = extents.binary_search_by_key(&number, |extent| extent.file);
        let Some(extent) = at.ok().and_then(|at| extents.get(at)) else {
            return bad;
        };
        for piece in expected.cut.pieces_of(extent) {
            if self.verified.states.get(piece as usize) != Some(&State::Wrong) {
                continue;
            }
            let own = expected.cut.parts(piece).find(|part| part.file == number);
            let proven = expected.proven(piece, &theirs, &mut other, engine);
            let (Some(part), Some(proven)) = (own, proven) else {
                continue;
            };
            one.clear();
            let alone = super::cut::Part { at: 0, ..part };
            let Ok(lies) = one.load(&[alone], part.length) else {
                continue;
            };
            let Ok(bytes) = one.bytes(&lies) else {
                continue;
            };
            let range = part.at as usize..(part.at + part.length) as usize;
            let proven = proven.get(range).unwrap_or_default();
            bad.extend(differing(bytes, proven, part.from));
        }
        joined(bad)
    }
}

/// The blocks in which two pieces that begin at `from` differ.
fn differing<'b>(
    bytes: &'b [u8],
    proven: &'b [u8],
    from: u64,
) -> impl Iterator<Item = Range<u64>> + 'b {
    let block = super::BLOCK as usize;
    let pairs = bytes.chunks(block).zip(proven.chunks(block));
    pairs
        .zip((from..).step_by(block))
        .filter(|((a, b), _)| a != b)
        .map(|((a, _), start)| start..start + a.len() as u64)
}

/// Numbers in order as ranges.
fn runs(numbers: impl Iterator<Item = u64>) -> Vec<Range<u64>> {
    joined(numbers.map(|number| number..number + 1).collect())
}

/// Ranges in order, neighbours joined.
fn joined(ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
    let mut joined: Vec<Range<u64>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => joined.push(range),
        }
    }
    joined
}
