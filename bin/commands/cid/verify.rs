//! `cid verify`: whether content is what an ID names, with the parameters found where none are told.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::car::{Archive, Store};
use decent::cid::file::{self, Nobody, Work};
use decent::cid::find::{self, Nature};
use decent::cid::kinds::{Id, Kind, Wanted};
use decent::cid::layout::Node;
use decent::cid::params::Params;
use decent::cid::unixfs::Meta;
use decent::cid::{Cid, multihash, proof};
use decent::error::{Error, slug};
use decent::feed::Input as Feed;
use decent::watch::{Step, Watch};

use super::new::{usual_for, walk};
use crate::args::ByteRange;
use crate::commands::Tool;
use crate::copies as by_dag;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::imports::{Knobs, profiles, status, with_params};
use crate::input::Role;
use crate::report::{Record, bytes_of};

/// Bytes of a list.
const LIST_MOST: u64 = 256 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The profile by which the ID was made; none searches
    #[arg(short, long, value_name = "PROFILE", value_parser = profiles())]
    profile: Option<String>,
    /// A CAR with the DAG, chunks left out or not: says which bytes are bad
    #[arg(long, value_name = "PROOF")]
    dag: Option<PathBuf>,
    /// With --dag: check only these bytes of PATH
    #[arg(long, value_name = "A:B", requires = "dag")]
    range: Option<ByteRange>,
    /// Check a list of lines `CID  NAME`, as `cid new` prints them
    #[arg(short = 'c', long = "check", value_name = "LIST", conflicts_with_all = ["dag", "cid", "path"])]
    check: Option<PathBuf>,
    #[command(flatten)]
    knobs: Knobs,
    /// The ID that is trusted
    #[arg(value_name = "CID", required_unless_present = "check")]
    cid: Option<String>,
    /// The file or folder; none, or `-`, is standard input
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says whether a file or folder is what a content ID names. A CID does not tell by which parameters
it was made: without -p or knobs they are searched for, and those that were found are printed. No is
certain where parameters are given, where the ID is of the bytes themselves (raw), and with --dag;
a search that came to its end without a find is status 2, don't know. With --dag, a CAR of the nodes
above the chunks (`car new --no-leaves`), the byte ranges that are bad are named, of a folder every
name that is missing, changed or too many.";
    const EXAMPLES: &'static str = "$ printf 'hello world' > hello
$ decent cid verify Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD hello
hello: OK (unixfs-v0-2015)
$ decent cid verify bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e hello
hello: OK (raw block)
$ seq 300000 > data
$ decent car new --no-leaves --chunker size-65536 data -o proof.car | cut -d' ' -f1 | tee root
bafybeia2jculeg4uc6rrr6p2xfsaijwxideiiy56oidqecb25g6se4kdqa
$ printf X | dd of=data bs=1 seek=100000 conv=notrunc status=none
$ decent cid verify --dag proof.car $(cat root) data
data: FAILED (bytes 65536:131072 differ)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        if let Some(list) = &self.check {
            return self.list(cx, list);
        }
        let text = self.cid.clone().unwrap_or_default();
        let cid = anchor(&text)?;
        let path = self.path.clone().unwrap_or_else(|| PathBuf::from("-"));
        match &self.dag {
            Some(dag) => self.by_dag(cx, &cid, dag, &path),
            None => self.one(cx, &cid, &path),
        }
    }
}

/// What came of a check, in words and parameters.
struct Found {
    verdict: Verdict,
    words: String,
    params: Option<Params>,
}

impl Found {
    fn of(good: bool, words: &str, why: &'static str) -> Self {
        let verdict = if good {
            Verdict::Yes
        } else {
            Verdict::No(why.into())
        };
        Self {
            verdict,
            words: words.into(),
            params: None,
        }
    }
}

/// The ID that is trusted: malformed, it answers nothing.
fn anchor(text: &str) -> Result<Cid, Fail> {
    let cid = Cid::parse(text).map(|(cid, _)| cid);
    let cid = cid.and_then(|cid| cid.trusted().map(|()| cid));
    cid.map_err(|error| {
        let mut fail = Fail::from(error).named(text);
        fail.role = Some(Role::Anchor);
        fail
    })
}

impl Args {
    /// The parameters that are given, if any are.
    fn given(&self, cid: &Cid) -> Result<Option<Params>, Fail> {
        if self.profile.is_none() && !self.knobs.turned() {
            return Ok(None);
        }
        let usual = usual_for(cid.version()).to_string();
        let params = self
            .knobs
            .params(self.profile.as_deref().unwrap_or(&usual))?;
        Ok(Some(params))
    }

    fn one(&self, cx: &mut Cx, cid: &Cid, path: &Path) -> Result<Verdict, Fail> {
        let found = self.judge(cx, cid, path)?;
        let record = Record::verdict(&found.verdict)
            .name(bytes_of(path))
            .told(&found.words);
        let record = record
            .aside("cid", cid.to_string())
            .aside("found", found.words.clone());
        let record = match &found.params {
            Some(params) => with_params(record, params),
            None => record,
        };
        cx.emit(&record)?;
        Ok(found.verdict)
    }

    fn judge(&self, cx: &mut Cx, cid: &Cid, path: &Path) -> Result<Found, Fail> {
        let given = self.given(cid)?;
        if bytes_of(path) != b"-" && path.is_dir() {
            return folder(cx, cid, path, given);
        }
        let mut input = cx.subject("data", path)?;
        let engine = cx.engine()?;
        let watch = cx.watch(input.len());
        let source = input.source()?;
        let work = Work {
            engine,
            watch: &watch,
        };
        if watch.narrates() {
            let nature = match find::nature(cid) {
                Nature::Block => "of the bytes themselves",
                Nature::Git => "of an object of git",
                Nature::Dag => "of a DAG, by parameters that it does not tell",
            };
            watch.step(
                &Step::new("codec", "it tells what the hash is of")
                    .value("cid", cid)
                    .value("is", nature),
            );
        }
        if let Some(inline) = cid.inline().filter(|_| find::nature(cid) == Nature::Block) {
            let same =
                source.len() == inline.len() as u64 && *source.window(0..source.len())? == *inline;
            return Ok(Found::of(same, "inline", "the bytes in the ID differ"));
        }
        match find::nature(cid) {
            Nature::Block | Nature::Git => {
                let kind = if find::nature(cid) == Nature::Git {
                    Kind::Git
                } else {
                    Kind::Digest
                };
                whole(cid, kind, source, work)
            }
            Nature::Dag => {
                if let Some(params) = given {
                    let meta = meta_of(&params, path);
                    let nodes =
                        file::import(Feed::all(source), &[params], meta, work, &mut Nobody)?;
                    let good = nodes.iter().any(|node| node.cid.to_v1() == cid.to_v1());
                    let mut found =
                        Found::of(good, &params.to_string(), "another CID by these parameters");
                    found.params = Some(params);
                    return Ok(found);
                }
                search(cid, source, work)
            }
        }
    }

    fn by_dag(&self, cx: &mut Cx, cid: &Cid, dag: &Path, path: &Path) -> Result<Verdict, Fail> {
        let mut car = cx.evidence("proof", dag)?;
        let engine = cx.engine()?;
        let archive = Archive::open(car.source()?).map_err(|e| e.of("proof"))?;
        let store = Store::of(archive, engine).map_err(|e| e.of("proof"))?;
        if bytes_of(path) != b"-" && path.is_dir() {
            if self.range.is_some() {
                return Err(Fail::usage("--range is of one file, and this is a folder"));
            }
            let asked = self.knobs.of_folders(self.profile.as_deref());
            return by_dag::folder(cx, cid, &store, path, asked?);
        }
        let mut data = cx.subject("data", path)?;
        let watch = cx.watch(data.len());
        let source = data.source()?;
        let range = self.range.map_or(0..u64::MAX, |range| {
            range.start..range.end.unwrap_or(u64::MAX)
        });
        let checked =
            proof::check(&store, cid, source, &range, &watch).map_err(|e| e.of("proof"))?;
        if watch.narrates() {
            let step = Step::new(
                "chunks",
                "the nodes of the proof say where each chunk begins, and its hash",
            )
            .value(
                "file",
                checked
                    .size
                    .map_or("one chunk".into(), |size| format!("{size} bytes")),
            )
            .value("checked", checked.chunks)
            .value("bad", checked.bad_bytes);
            watch.step(&step);
        }
        drop(watch);
        let verdict = if checked.bad.is_empty() && checked.chunks > 0
            || checked.size == Some(0) && source.is_empty()
        {
            Verdict::Yes
        } else if checked.bad.is_empty() {
            Verdict::Unknown("no byte of the range is in the file".into())
        } else {
            Verdict::No(format!("bytes {} differ", by_dag::ranges(&checked.bad)).into())
        };
        let bad: Vec<_> = checked
            .bad
            .iter()
            .map(|range| format!("{}:{}", range.start, range.end))
            .collect();
        let record = Record::verdict(&verdict).name(bytes_of(path));
        let record = record
            .aside("cid", cid.to_string())
            .aside("chunks", checked.chunks.to_string());
        cx.emit(
            &record
                .aside("bad", bad)
                .aside("bad_bytes", checked.bad_bytes.to_string()),
        )?;
        Ok(verdict)
    }

    fn list(&self, cx: &mut Cx, list: &Path) -> Result<Verdict, Fail> {
        let bytes = cx.anchor("list", list)?.read_all(LIST_MOST)?;
        let name = bytes_of(list).to_vec();
        let mut all: Option<Verdict> = None;
        for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
            if line.is_empty() {
                continue;
            }
            let Some((cid, path)) = entry(line) else {
                let wanted = "a line `CID  NAME`";
                let error =
                    Error::new(slug::LIST_LINE, wanted, "another").at(decent::Place::Line(number));
                let mut fail = Fail::from(error).named(name.clone());
                fail.role = Some(Role::Anchor);
                cx.complain(fail)?;
                continue;
            };
            let verdict = match self.line(cx, &cid, &path) {
                Ok(verdict) => verdict,
                Err(fail) if fail.closed => return Err(fail),
                Err(fail) => {
                    cx.complain(fail)?;
                    continue;
                }
            };
            all = Some(match all {
                Some(before) => before.and(verdict),
                None => verdict,
            });
        }
        Ok(all.unwrap_or(Verdict::Unknown("nothing was checked".into())))
    }

    fn line(&self, cx: &mut Cx, cid: &Cid, path: &Path) -> Result<Verdict, Fail> {
        if bytes_of(path) != b"-" && !path.exists() {
            let record = Record::status("MISSING", "").name(bytes_of(path));
            cx.emit(&record.aside("cid", cid.to_string()))?;
            return Ok(Verdict::No("missing".into()));
        }
        cid.trusted()?;
        self.one(cx, cid, path)
    }
}

/// A line of a list: an ID, blanks, a name, which GNU's mark at the start escapes.
fn entry(line: &[u8]) -> Option<(Cid, PathBuf)> {
    use std::os::unix::ffi::OsStringExt;
    let (escaped, line) = match line.strip_prefix(b"\\") {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let end = line.iter().position(|byte| *byte == b' ')?;
    let (text, rest) = line.split_at_checked(end)?;
    let (cid, _) = Cid::parse(std::str::from_utf8(text).ok()?).ok()?;
    let name = rest
        .strip_prefix(b"  ")
        .or_else(|| rest.strip_prefix(b" *"))?;
    if name.is_empty() {
        return None;
    }
    let mut bytes = Vec::new();
    let mut letters = name.iter();
    while let Some(letter) = letters.next() {
        bytes.push(match letter {
            b'\\' if escaped => match letters.next()? {
                b'n' => b'\n',
                b'r' => b'\r',
                b'\\' => b'\\',
                _ => return None,
            },
            other => *other,
        });
    }
    Some((cid, std::ffi::OsString::from_vec(bytes).into()))
}

fn meta_of(params: &Params, path: &Path) -> Meta {
    let status = status(path).filter(|_| params.mode || params.mtime);
    let Some(status) = status else {
        return Meta::default();
    };
    let mtime = decent::cid::unixfs::Mtime {
        seconds: status.mtime.0,
        nanos: status.mtime.1,
    };
    Meta {
        mode: params.mode.then_some(status.mode),
        mtime: params.mtime.then_some(mtime),
    }
}

/// The ID of the bytes themselves, or of them as a blob of git.
fn whole(
    cid: &Cid,
    kind: Kind,
    source: &decent::source::Source<'_>,
    work: Work<'_>,
) -> Result<Found, Fail> {
    let params = usual_for(cid.version());
    let wanted = [Wanted::plain(kind, cid.hash(), params)];
    let mut on = |_: usize, _: &Cid, _: &[u8]| Ok(());
    let mut import = decent::cid::import::Import::new(&wanted, work, &mut on);
    let ids = import.file(source, None)?;
    let len = cid.digest().len();
    let good = ids.iter().flatten().any(|id| match id {
        Id::Digest(digest, _) => digest.get(..len) == Some(cid.digest()),
        Id::Node(_) => false,
    });
    let words = match kind {
        Kind::Git => "git blob".to_owned(),
        _ => format!("{} block", decent::cid::codec_name(cid.codec())),
    };
    let hash = multihash::name(cid.hash());
    let mut found = Found::of(good, &words, "");
    if !good {
        found.verdict = Verdict::No(format!("{hash} of the bytes differs").into());
    }
    Ok(found)
}

/// Tries parameters, round by round.
fn search(cid: &Cid, source: &decent::source::Source<'_>, work: Work<'_>) -> Result<Found, Fail> {
    let mut tried = 0;
    for round in find::files(cid, source.len()) {
        let nodes = file::import(
            Feed::all(source),
            &round,
            Meta::default(),
            work,
            &mut Nobody,
        )?;
        tried += round.len();
        let same = |node: &Node| node.cid.to_v1() == cid.to_v1();
        let hits = nodes.iter().zip(&round).filter(|(node, _)| same(node));
        let hit = find::best(hits.map(|(_, params)| params));
        if work.watch.narrates() {
            let chunker = round.first().map(|params| params.chunker.to_string());
            let why = "leaves that several sets of parameters share are hashed once";
            let step = Step::new("round", why)
                .value("chunker", chunker.unwrap_or_default())
                .value("sets", round.len());
            let found = hit.map_or("none".into(), |params| params.to_string());
            work.watch.step(&step.value("found", found));
        }
        if let Some(params) = hit {
            return Ok(Found {
                verdict: Verdict::Yes,
                words: params.to_string(),
                params: Some(params),
            });
        }
    }
    Ok(Found {
        verdict: Verdict::Unknown(
            format!("none of {tried} sets of parameters gives this CID").into(),
        ),
        words: String::new(),
        params: None,
    })
}

/// Tries parameters of folders, or takes those that are given.
fn folder(cx: &mut Cx, cid: &Cid, path: &Path, given: Option<Params>) -> Result<Found, Fail> {
    let watch = cx.watch(None);
    let certain = given.is_some();
    let kinds = match find::nature(cid) {
        Nature::Block => return Ok(Found::of(false, "", "an ID of bytes, and this is a folder")),
        Nature::Git => {
            let params = usual_for(cid.version());
            vec![Wanted::plain(Kind::Git, cid.hash(), params)]
        }
        Nature::Dag => {
            let params = given.map_or_else(|| find::folders(cid), |params| vec![params]);
            params.into_iter().map(Wanted::unixfs).collect()
        }
    };
    // All that treat links and chunks alike share a read.
    let ids = walk(cx, path, &kinds, &watch, &mut |_, _, _| Ok(()))?;
    let is = |id: &Id, one: &Wanted| match id {
        Id::Digest(digest, _) => digest == cid.digest(),
        Id::Node(_) => id
            .cid(one)
            .is_some_and(|found| found.to_v1() == cid.to_v1()),
    };
    let hit = ids
        .iter()
        .zip(&kinds)
        .find(|(id, one)| id.as_ref().is_some_and(|id| is(id, one)));
    if let Some((_, one)) = hit {
        let mut found = Found::of(true, &one.label(), "");
        found.params = (one.kind == Kind::Unixfs).then_some(one.params);
        return Ok(found);
    }
    if certain || find::nature(cid) == Nature::Git {
        return Ok(Found::of(false, "", "another ID by these parameters"));
    }
    Ok(Found {
        verdict: Verdict::Unknown(
            format!("none of {} sets of parameters gives this CID", kinds.len()).into(),
        ),
        words: String::new(),
        params: None,
    })
}
