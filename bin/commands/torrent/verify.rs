//! `torrent verify`: data against a torrent.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::slug;
use decent::feed;
use decent::hash::Engine;
use decent::torrent::{
    Data, Finding, Found, Info, Layout, Outcome, Torrent, Verified, first_piece_expected, verify,
};
use decent::watch::Watch;

use crate::args::Create;
use crate::commands::Tool;
use crate::content::{self, Content};
use crate::cx::{Cx, Teller};
use crate::fail::{Carried, Fail};
use crate::input::Input;
use crate::report::{Record, bytes_of};
use crate::torrents;

/// Ranges that are said of one file in text; the rest is counted.
const RANGES: usize = 8;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Pass on what is proven, and stop at the first piece that is wrong
    #[arg(long, conflicts_with_all = ["bitfield", "copy"])]
    stream: bool,
    /// Write which pieces are there, a bit each, the first the highest of its byte
    #[arg(long, value_name = "FILE")]
    bitfield: Option<PathBuf>,
    /// Another copy: where it is right, wrong pieces are told to the block of 16 KiB
    #[arg(long, value_name = "DIR")]
    copy: Option<PathBuf>,
    /// The torrent
    #[arg(value_name = "TORRENT")]
    torrent: PathBuf,
    /// The folder, the folder above it, or the file; none, or `-`, is standard input, on which
    /// files follow each other
    #[arg(value_name = "DATA", default_value = "-")]
    data: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says of every file of a torrent what is there of it: OK, MISSING, SHORT, LONG, or FAILED with the
pieces that are wrong, counted from 0. Of a download under way what is still to come is not wrong:
a place of nothing but zeros counts as not there. A piece of version 1 may belong to several files,
and where one of them is not there the others are UNKNOWN. Of a hybrid both hashes must agree.";
    const EXAMPLES: &'static str =
        "$ mkdir d && seq 5000 > d/a && seq 90000 > d/b && decent torrent new d -o t > log
$ printf X | dd of=d/b bs=1 seek=70000 conv=notrunc status=none && rm d/a
$ decent torrent verify t d
d/a: MISSING
d/b: FAILED (pieces 6)
[1]
$ seq 90000 > whole && decent torrent new whole -o w > log
$ head -c 100000 whole | decent torrent verify w --stream 2> why | wc -c
98304
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let input = cx.anchor("torrent", &self.torrent)?;
        let opened = torrents::open(cx, input).map_err(|fail| of_torrent(fail, &self.torrent))?;
        let torrent = &opened.torrent;
        let mut found = content::find(cx, &self.data, torrent.info())?;
        if self.stream {
            return Self::pass_on(cx, torrent, found);
        }
        let watch = cx.watch(Some(torrent.info().size()));
        if watch.narrates() {
            first_piece_expected(torrent, &watch);
        }
        let engine = content::engine(cx, &self.data)?;
        let verified = judged(torrent, &mut found, engine, &watch)?;
        drop(watch);
        let copy = self
            .copy
            .as_deref()
            .map(|copy| content::below(copy, torrent.info()));
        let copy = copy.transpose()?;
        let copy = match (&found, &copy) {
            (Content::Folder(dir), Some((copy, _))) => Some(verified.against(dir, copy)),
            _ => None,
        };
        for (number, finding) in verified.findings().enumerate() {
            let blocks = match &copy {
                Some(copy) if !finding.wrong.is_empty() => copy.blocks(number, engine),
                _ => Vec::new(),
            };
            tell(cx, torrent.info(), &finding, &blocks)?;
        }
        if let Some(path) = &self.bitfield {
            let create = Create {
                output: Some(path.clone()),
            };
            let mut made = cx.create(&create, true)?;
            made.put(&verified.bitfield())?;
            made.finish()?;
        }
        if torrent.info().files().next().is_none() {
            return Ok(Verdict::Unknown("there is no file".into()));
        }
        Ok(Verdict::Yes)
    }
}

/// Names the torrent in an error that speaks of nothing else.
pub(crate) fn of_torrent(mut fail: Fail, path: &Path) -> Fail {
    if fail.name.is_none() {
        fail.name = Some(bytes_of(path).to_vec());
        fail.role = Some(crate::input::Role::Anchor);
    }
    fail
}

/// Judges all data.
pub(crate) fn judged<'t>(
    torrent: &'t Torrent,
    found: &mut Content,
    engine: Engine,
    watch: &Teller,
) -> Result<Verified<'t>, Fail> {
    let ended = match found {
        Content::Folder(dir) => verify(torrent, Data::Folder(dir), engine, watch, None),
        Content::Input(input) => {
            let single = torrent.info().layout() == Layout::Single;
            match input.feed() {
                feed::Input::At(source, _) if single => {
                    verify(torrent, Data::One(source), engine, watch, None)
                }
                _ => verify(
                    torrent,
                    Data::Stream(&mut *input.reader()),
                    engine,
                    watch,
                    None,
                ),
            }
        }
    };
    ended.map_err(|error| Fail::from(error.of("data")))
}

impl Args {
    /// Passes the data on as far as it is proven.
    fn pass_on(cx: &mut Cx, torrent: &Torrent, found: Content) -> Result<Verdict, Fail> {
        let Content::Input(mut input) = found else {
            return Err(Fail::usage(
                "--stream wants a file or a stream, not a folder",
            ));
        };
        let watch = cx.watch(Some(torrent.info().size()));
        let engine = cx.engine()?;
        let mut carried = Carried::default();
        let mut made = cx.create(&Create { output: None }, false)?;
        let mut reader = Input::reader(&mut input);
        let mut put = |bytes: &[u8]| carried.pass(made.put(bytes));
        let ended = verify(
            torrent,
            Data::Stream(&mut *reader),
            engine,
            &watch,
            Some(&mut put),
        );
        let more = carried.end(ended.map_err(|error| error.of("data")))?;
        drop((watch, reader));
        let length = |finding: Finding<'_>| match finding.outcome {
            Outcome::Long => Some(finding.file.length()),
            _ => None,
        };
        if let Some(length) = more.findings().find_map(length) {
            let wanted = format!("the end after {length} bytes");
            let error = decent::Error::new(slug::WRONG_SIZE, wanted, "more data");
            return Err(Fail::from(error.of("data")));
        }
        Ok(Verdict::Yes)
    }
}

/// The name of a file in reports: below the torrent's own name, unless it is that.
pub(crate) fn shown(info: &Info, file: &decent::torrent::File) -> Vec<u8> {
    let path = file.path().as_bytes();
    match info.layout() {
        Layout::Single => path.to_vec(),
        Layout::Folder => [info.name(), b"/", path].concat(),
    }
}

/// Says what came of a file.
pub(crate) fn tell(
    cx: &mut Cx,
    info: &Info,
    finding: &Finding<'_>,
    blocks: &[Range<u64>],
) -> Result<(), Fail> {
    let (file, length) = (finding.file, finding.file.length());
    let sizes = match finding.found {
        Found::Bytes(bytes) if bytes != length => format!("{bytes} bytes, wanted {length}"),
        _ => String::new(),
    };
    let pieces = |word: &str, ranges: &[Range<u64>]| match ranges {
        [] => String::new(),
        some => format!("{word} {}", said(some, numbers)),
    };
    let exact = match blocks {
        [] => String::new(),
        some => format!(
            "bytes {}",
            said(some, |start, end| format!("{start}:{end}"))
        ),
    };
    let wrong = pieces("pieces", &finding.wrong);
    let missing = pieces("missing pieces", &finding.missing);
    let why = |parts: &[&String]| {
        let parts: Vec<&str> = parts.iter().map(|part| part.as_str()).collect();
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let record = match (&finding.outcome, &finding.found) {
        (Outcome::Ok, _) => Record::status("OK", ""),
        (Outcome::Missing, _) => Record::status("MISSING", ""),
        (Outcome::Short, _) => Record::status("SHORT", &why(&[&sizes, &missing])),
        (Outcome::Long, _) => Record::status("LONG", &why(&[&sizes])),
        (Outcome::Failed, Found::Other(kind)) => Record::status("FAILED", &format!("it is {kind}")),
        (Outcome::Failed, _) => Record::status("FAILED", &why(&[&wrong, &exact, &missing, &sizes])),
        (Outcome::Unknown, _) => {
            let why = format!("{missing} reach into a file that is not there");
            Record::status("UNKNOWN", why.trim_start_matches("missing "))
        }
        (Outcome::Unreadable(error), _) => Record::status("UNREADABLE", &error.to_string()),
    };
    let all = |ranges: &[Range<u64>]| -> Vec<String> {
        ranges
            .iter()
            .map(|range| numbers(range.start, range.end))
            .collect()
    };
    let record = record
        .name(&shown(info, file))
        .aside("size", length.to_string())
        .aside("proven", finding.proven_bytes.to_string())
        .aside("pieces_failed", all(&finding.wrong))
        .aside("pieces_missing", all(&finding.missing))
        .aside("ranges", ranges(info, finding, blocks));
    cx.fold(match &finding.outcome {
        Outcome::Ok => Verdict::Yes,
        Outcome::Unknown | Outcome::Unreadable(_) => Verdict::Unknown("not judged".into()),
        _ => Verdict::No("wrong".into()),
    });
    cx.emit(&record)
}

/// The bytes in the file that are wrong: the blocks where they are known, else all of the pieces.
fn ranges(info: &Info, finding: &Finding<'_>, blocks: &[Range<u64>]) -> Vec<String> {
    let text = |range: &Range<u64>| format!("{}:{}", range.start, range.end);
    if !blocks.is_empty() {
        return blocks.iter().map(text).collect();
    }
    let (piece, at) = (info.piece().bytes(), finding.file.offset());
    let within = |range: &Range<u64>| {
        let start = (range.start * piece).saturating_sub(at);
        start..(range.end * piece - at).min(finding.file.length())
    };
    finding
        .wrong
        .iter()
        .map(|range| text(&within(range)))
        .collect()
}

/// The first ranges, and how many there are more.
fn said(ranges: &[Range<u64>], one: impl Fn(u64, u64) -> String) -> String {
    let first = ranges
        .iter()
        .take(RANGES)
        .map(|range| one(range.start, range.end));
    let mut text = first.collect::<Vec<_>>().join(" ");
    if ranges.len() > RANGES {
        let _ = write!(text, " and {} ranges more", ranges.len() - RANGES);
    }
    text
}

/// `3`, or `7-9`.
fn numbers(start: u64, end: u64) -> String {
    if end == start + 1 {
        return start.to_string();
    }
    format!("{start}-{}", end - 1)
}
