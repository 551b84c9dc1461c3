//! Skipchains on the command line: a log that is read by many and written by one, with an index in two
//! files beside it, `C.skip.idx` and `C.skip.fwd`, with which nothing is lost.

use std::ffi::OsString;
use std::fs::File;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use decent::codec::time;
use decent::error::{Error, slug};
use decent::skipchain::block::Hash;
use decent::skipchain::fsck::Signatures;
use decent::skipchain::index::Covered;
use decent::skipchain::record::End;
use decent::skipchain::store::{self, Beside};
use decent::skipchain::{Block, Chain, Roster, checkpoint, roster};
use decent::source::Source;
use rustix::fs::FlockOperation;

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::{Record, bytes_of};
use crate::rosters::unsafe_threshold;
use crate::shown::visible;

mod writing;

pub(crate) use writing::{Writing, reindex};

/// Seconds that a block may be ahead of our clock.
pub(crate) const AHEAD: u64 = 120;
/// Bytes of a log behind its index from which on that is written before anything else.
const FAR: u64 = 64 << 20;
/// Bytes of a log behind its index that the next to open it may go along.
const NEAR: u64 = 1 << 20;

/// A number of a block, or of the first behind some: `N:M`, `N:`, `:M`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Blocks(u64, Option<u64>);

impl Blocks {
    /// All.
    pub(crate) const ALL: Self = Self(0, None);

    /// Those that are there: of a range that begins where one may come next, none; of one that begins
    /// behind that, or that names only such, it is an error.
    pub(crate) fn within(self, len: u64) -> decent::Result<Range<u64>> {
        let Self(start, end) = self;
        if start > len || start == len && end.is_some_and(|end| end > start) {
            let wanted = format!("a block before {len}");
            return Err(Error::new(slug::NO_SUCH_BLOCK, wanted, start.to_string()));
        }
        Ok(start..end.unwrap_or(len).min(len))
    }
}

impl FromStr for Blocks {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no range of blocks: give N:M, N: or :M");
        let number = |text: &str| text.parse::<u64>().map_err(|_| wrong());
        let (start, end) = text.split_once(':').ok_or_else(wrong)?;
        let start = if start.is_empty() { 0 } else { number(start)? };
        let end = if end.is_empty() {
            None
        } else {
            Some(number(end)?)
        };
        if end.is_some_and(|end| end < start) {
            return Err(wrong());
        }
        Ok(Self(start, end))
    }
}

/// A time as a block has it: RFC 3339, or seconds since 1970.
pub(crate) fn clock(text: &str) -> Result<u64, String> {
    let wrong = || format!("{text:?} is no time: give 2026-01-31T12:00:00Z or seconds since 1970");
    let seconds = time::read(text).map_err(|_| wrong())?;
    u64::try_from(seconds).map_err(|_| wrong())
}

/// A time as it is shown.
pub(crate) fn shown(seconds: u64) -> String {
    i64::try_from(seconds).map_or_else(|_| seconds.to_string(), time::show)
}

/// Whether a roster is taken of which two quorums may share no honest member.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(crate) struct Risk {
    /// Take a roster whose quorums may share no honest member
    #[arg(long)]
    unsafe_threshold: bool,
}

impl Risk {
    /// Whether a roster is one to sign for blocks.
    pub(crate) fn of(self, roster: &Roster) -> Result<(), Error> {
        if self.unsafe_threshold || roster.is_safe() {
            return Ok(());
        }
        Err(unsafe_threshold(roster))
    }
}

/// The encoding and the hash of the roster in a file.
pub(crate) fn read_roster(cx: &mut Cx, path: &Path, risk: Risk) -> Result<(Vec<u8>, Hash), Fail> {
    let bytes = cx.anchor("roster", path)?.read_all(roster::LARGEST);
    let bytes = bytes.map_err(|error| error.of("roster"))?;
    let roster = Roster::read(&bytes).map_err(|error| error.of("roster"))?;
    risk.of(&roster).map_err(|error| {
        let fail = Fail::from(error.of("roster"));
        fail.hint("give --unsafe-threshold to take it all the same")
    })?;
    Ok((roster.encode(), roster.hash()))
}

/// The files of the index of a chain, beside the file itself, whatever links lead to it.
fn beside(path: &Path) -> [PathBuf; 2] {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    [".idx", ".fwd"].map(|end| {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        name.into()
    })
}

/// What stands beside a log.
#[derive(Default)]
struct Index {
    /// The index, where it fits.
    beside: Option<Beside<'static>>,
    /// How far it goes by its own words, even where it does not.
    claimed: Option<Covered>,
}

impl Index {
    fn of(log: &Source<'_>, path: &Path) -> Self {
        let open = |path: PathBuf| Source::from_file(File::open(path).ok()?).ok();
        let [Some(blocks), Some(links)] = beside(path).map(open) else {
            return Self::default();
        };
        Self {
            claimed: store::claimed(&blocks, &links),
            beside: Beside::of(log, blocks, links),
        }
    }
}

/// A chain that was opened to be read.
pub(crate) struct Opened {
    pub(crate) chain: Chain<'static>,
    /// What its index says that was lost at its end.
    pub(crate) lost: Option<Error>,
    /// Whether files stand beside it that are no index of it.
    pub(crate) strange: bool,
}

impl Opened {
    /// The chain, once what is lost of it was said.
    fn said(self, cx: &Cx, path: &Path) -> Chain<'static> {
        if let Some(error) = self.lost {
            cx.note(&format!("{}: {error}", named(path)));
        }
        self.chain
    }
}

/// Opens a chain that is read, in a role. A writer waits until its length is known; one that is at work
/// is not waited for.
pub(crate) fn open(
    cx: &mut Cx,
    word: &'static str,
    path: &Path,
    role: Role,
) -> Result<Chain<'static>, Fail> {
    let opened = looked_at(cx, word, path, role)?;
    Ok(opened.said(cx, path))
}

/// The same by the log alone: each block is held against those before it, and what stands in an index
/// that somebody else may have made counts for nothing.
pub(crate) fn open_anew(
    cx: &mut Cx,
    word: &'static str,
    path: &Path,
    role: Role,
) -> Result<Chain<'static>, Fail> {
    let opened = open_by(cx, word, path, (role, false))?;
    Ok(opened.said(cx, path))
}

/// The same, with what is to be said of its end.
pub(crate) fn looked_at(
    cx: &mut Cx,
    word: &'static str,
    path: &Path,
    role: Role,
) -> Result<Opened, Fail> {
    open_by(cx, word, path, (role, true))
}

fn open_by(
    cx: &mut Cx,
    word: &'static str,
    path: &Path,
    (role, indexed): (Role, bool),
) -> Result<Opened, Fail> {
    cx.about(bytes_of(path));
    let plain = bytes_of(path) != b"-" && path.is_file();
    let lock = plain.then(|| File::open(path).ok()).flatten();
    // A writer may be at work for long, and may wait for us at the end of a pipe: what it has not
    // finished is left out, and nothing is said of it.
    let locked = lock.as_ref().is_some_and(|file| {
        let how = FlockOperation::NonBlockingLockShared;
        rustix::fs::flock(file, how).is_ok()
    });
    let log = cx.open(word, path, role)?.into_source();
    let log = log.map_err(|error| error.of(word))?;
    let index = (plain && indexed).then(|| Index::of(&log, path));
    let index = index.unwrap_or_default();
    drop(lock);
    let there = plain && indexed && beside(path).iter().any(|file| file.exists());
    let strange = locked && there && index.beside.is_none();
    let claimed = index.claimed.filter(|_| locked);
    let chain = opened(cx, log, index.beside).map_err(|error| error.of(word))?;
    let lost = claimed.and_then(|claimed| chain.lost(&claimed).err());
    if lost.is_none() && chain.end().torn > 0 && (locked || !plain) {
        let what = unfinished(path, chain.end());
        cx.note(&format!("{what}: it is left out"));
    }
    Ok(Opened {
        chain,
        lost,
        strange,
    })
}

/// A name as it is shown.
fn named(path: &Path) -> String {
    visible(&String::from_utf8_lossy(bytes_of(path)))
}

/// What is said of a torn end.
fn unfinished(path: &Path, end: End) -> String {
    let what = if end.full {
        "what stands there does not fit its checksum"
    } else {
        "what stands there was never finished"
    };
    format!("{}: byte {}: {what}", named(path), end.at)
}

/// A log with its index; one that is far behind is made anew, in files without a name.
fn opened(
    cx: &Cx,
    log: Source<'static>,
    index: Option<Beside<'static>>,
) -> decent::Result<Chain<'static>> {
    let covered = index.as_ref().map_or(0, |index| index.covered().log);
    if log.len() - covered <= FAR {
        return Chain::open(log, index, &cx.watch(None));
    }
    drop(index);
    let unwritable = |e: std::io::Error| Error::io(slug::UNWRITABLE, &e);
    let nameless = || crate::output::nameless(&std::env::temp_dir()).map_err(unwritable);
    let (blocks, links) = (nameless()?, nameless()?);
    let watch = cx.watch(Some(log.len()));
    store::build(&log, &blocks, &links, &watch)?;
    let index = Beside::of(&log, Source::from_file(blocks)?, Source::from_file(links)?);
    Chain::open(log, index, &watch)
}

/// What judges all that quorums have signed.
pub(crate) fn signatures() -> Result<Signatures<'static>, Fail> {
    let mut seed = [0; 32];
    Cx::random(&mut seed)?;
    Ok(Signatures {
        seed,
        checkpoint: &|chain, body| checkpoint::check(chain, body).map(|_| ()),
    })
}

/// A row of a block: its number and its hash.
pub(crate) fn row(block: &Block) -> Record {
    let row = Record::row().cell("block", block.index().to_string(), 0);
    row.cell("hash", decent::codec::hex::encode(block.hash()), 0)
}

/// A number of a block on the line.
pub(crate) fn number(text: &OsString) -> Result<u64, Fail> {
    let text = text.to_string_lossy();
    text.parse().map_err(|_| {
        let found = format!("{text:.40?}");
        Error::new(slug::OUT_OF_RANGE, "the number of a block", found).into()
    })
}
