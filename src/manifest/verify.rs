//! Files verified against a list: what is there, what differs and where, what is missing or extra.

use std::collections::HashSet;
use std::io::BufRead;
use std::ops::Range;

use crate::dir::{Dir, FileKind};
use crate::error::{Error, Result, slug};
use crate::manifest::content::{self, Hashed, Job, Place, Want};
use crate::manifest::entry::{Content, Entry, FileContent, stays_below};
use crate::manifest::list::{List, Listed};
use crate::manifest::make::Work;
use crate::manifest::narrate::Narrator;
use crate::manifest::roots::Tree;
use crate::manifest::walk::{Symlinks, Top, Walk, What};
use crate::verdict::Verdict;

/// What is asked beside the list.
#[derive(Clone, Debug, Default)]
pub struct Verifying {
    /// A listed file that is not there is no error.
    pub ignore_missing: bool,
    /// The whole list is read first, and nothing is verified if one line of it is damaged.
    pub strict: bool,
    /// A name that leads out of the directory is not opened.
    pub below: bool,
    /// Directories in which every file has to be listed, each with the name by which the list
    /// calls it; empty where its names start below it.
    pub extra: Vec<(Dir, Vec<u8>)>,
    /// Names in them that count as listed: the list itself.
    pub except: Vec<Vec<u8>>,
}

/// How a file differs from what its list promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has other bytes.
    Digest,
    /// It has another number of bytes.
    Size {
        /// The number that the list promises.
        wanted: u64,
        /// Its own.
        found: u64,
    },
    /// It is something else: `a directory`.
    Kind(&'static str),
    /// It is a symbolic link to somewhere else, said as the link says it.
    Target(Vec<u8>),
}

/// What became of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is as the list promises.
    Ok,
    /// It is not.
    Failed {
        /// How it differs.
        fault: Fault,
        /// The ranges of bytes that are wrong or missing, as exactly as the list allows; none
        /// where it has no tree.
        ranges: Vec<Range<u64>>,
    },
    /// It is promised and not there.
    Missing,
    /// It is promised, not there, and that was not to count.
    Ignored,
    /// It can't be had.
    Unreadable(Error),
    /// It is there and not promised.
    Extra,
}

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Of a file.
    File {
        /// Its name as listed, or as found where it is extra.
        name: Vec<u8>,
        /// The line of the list, counted from 1; 0 where it is in none.
        line: u64,
        /// What became of it.
        outcome: Outcome,
    },
    /// Of a line that can't be understood; the error names its place.
    Damaged(Error),
}

/// How many of each there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// As promised.
    pub ok: u64,
    /// Not as promised.
    pub failed: u64,
    /// Promised and not there.
    pub missing: u64,
    /// Not there, and that was not to count.
    pub ignored: u64,
    /// Not to be had.
    pub unreadable: u64,
    /// Not promised.
    pub extra: u64,
    /// Lines that can't be understood.
    pub damaged: u64,
}

impl Tally {
    /// One file that fails, is missing or extra: no. Else a damaged line, an unreadable file, or
    /// nothing verified at all: don't know.
    pub fn verdict(&self) -> Verdict {
        let words = |counts: &[(u64, &str)]| {
            let some = counts.iter().filter(|(n, _)| *n > 0);
            let words: Vec<_> = some.map(|(n, what)| format!("{n} {what}")).collect();
            words.join(", ")
        };
        let no = [
            (self.failed, "failed"),
            (self.missing, "missing"),
            (self.extra, "extra"),
        ];
        let unknown = [
            (self.unreadable, "unreadable"),
            (self.damaged, "damaged lines"),
        ];
        match (words(&no), words(&unknown)) {
            (no, _) if !no.is_empty() => Verdict::No(no.into()),
            (_, unknown) if !unknown.is_empty() => Verdict::Unknown(unknown.into()),
            _ if self.ok == 0 => Verdict::Unknown("nothing was checked".into()),
            _ => Verdict::Yes,
        }
    }

    fn count(&mut self, finding: &Finding) {
        let Finding::File { outcome, .. } = finding else {
            self.damaged += 1;
            return;
        };
        *match outcome {
            Outcome::Ok => &mut self.ok,
            Outcome::Failed { .. } => &mut self.failed,
            Outcome::Missing => &mut self.missing,
            Outcome::Ignored => &mut self.ignored,
            Outcome::Unreadable(_) => &mut self.unreadable,
            Outcome::Extra => &mut self.extra,
        } += 1;
    }
}

/// Verifies every file of `list` and hands the findings to `emit` in the order of the list, the
/// extra files behind them in tree order. Ends early only by an error of `emit`, or the watch.
pub fn verify<R: BufRead + Send>(
    work: Work<'_>,
    mut list: List<R>,
    asked: &Verifying,
    mut emit: impl FnMut(Finding) -> Result<()>,
) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut emit = |finding: Finding| {
        tally.count(&finding);
        emit(finding)
    };
    let mut listed: HashSet<Vec<u8>> = asked.except.iter().map(|name| plain(name)).collect();
    if asked.strict {
        let all: Vec<Listed> = list.by_ref().collect();
        let damaged = all.iter().any(|one| one.entry.is_err());
        let kept = all.into_iter().filter(|one| !damaged || one.entry.is_err());
        check(work, kept, asked, &mut listed, &mut emit)?;
        if damaged {
            return Ok(tally);
        }
    } else {
        check(work, list, asked, &mut listed, &mut emit)?;
    }
    for (dir, shown) in &asked.extra {
        find_extra(dir, shown, &listed, &mut emit)?;
    }
    Ok(tally)
}

type Emit<'a> = dyn FnMut(Finding) -> Result<()> + 'a;

fn check(
    work: Work<'_>,
    list: impl Iterator<Item = Listed> + Send,
    asked: &Verifying,
    listed: &mut HashSet<Vec<u8>>,
    emit: &mut Emit<'_>,
) -> Result<()> {
    let dir = work.dir;
    let has_stdin = work.stdin.is_some();
    let shared = content::shared(work.engine, work.watch, work.stdin);
    let mut narrator = Narrator::new(work.watch);
    let mut lines = 0_u64;
    let jobs = list.map(|one| {
        if let Ok(entry) = &one.entry
            && !asked.extra.is_empty()
        {
            listed.insert(plain(&entry.name));
        }
        job(dir, one, asked.below, has_stdin)
    });
    content::run(jobs, &shared, |one, hashed| {
        lines += 1;
        let Listed { line, entry } = one;
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return emit(Finding::Damaged(error)),
        };
        if let Some(Ok(hashed)) = &hashed {
            let place = (dir.clone(), entry.name.clone());
            narrator.file(&entry.name, Some(&place), hashed);
        }
        let outcome = match judge(dir, &entry, hashed)? {
            Outcome::Missing if asked.ignore_missing => Outcome::Ignored,
            outcome => outcome,
        };
        let name = entry.name;
        emit(Finding::File {
            name,
            line,
            outcome,
        })
    })?;
    narrator.finish();
    if lines == 0 {
        let error = Error::new(slug::LIST_EMPTY, "a list of files", "no line of one");
        return emit(Finding::Damaged(error));
    }
    Ok(())
}

fn job(dir: &Dir, one: Listed, below: bool, has_stdin: bool) -> Job<Listed> {
    let file = match &one.entry {
        Ok(Entry {
            name,
            content: Content::File(file),
        }) if !below || stays_below(name).is_ok() => {
            let place = match &name[..] {
                b"-" if has_stdin => Place::Stream,
                name => Place::File(dir.clone(), name.to_vec()),
            };
            let want = Want {
                algorithm: file.digest.algorithm(),
                piece: file.piece.filter(|_| file.tree.is_some()),
                size: file.size,
            };
            Some((place, want))
        }
        _ => None,
    };
    Job { about: one, file }
}

/// What a file is worth against its entry. Only a stop is an error.
fn judge(dir: &Dir, entry: &Entry, hashed: Option<Result<Hashed>>) -> Result<Outcome> {
    let result = match (&entry.content, hashed) {
        (_, Some(Err(error))) if error.slug == slug::STOPPED => return Err(error),
        (Content::File(file), Some(hashed)) => hashed.map(|hashed| compare(file, &hashed)),
        (Content::File(_), None) => stays_below(&entry.name).map(|()| Outcome::Ok),
        (Content::Link(target), _) => compare_link(dir, &entry.name, target),
    };
    Ok(result.unwrap_or_else(|error| match error.slug {
        slug::NOT_THERE => Outcome::Missing,
        slug::NOT_A_FILE => {
            let kind = dir.status(&entry.name, true).map(|status| status.kind);
            failed(Fault::Kind(kind.map_or("something else", FileKind::words)))
        }
        _ => Outcome::Unreadable(error),
    }))
}

fn compare_link(dir: &Dir, name: &[u8], target: &[u8]) -> Result<Outcome> {
    let status = dir.status(name, false)?;
    if status.kind != FileKind::Link {
        return Ok(failed(Fault::Kind(status.kind.words())));
    }
    let found = dir.read_link(name)?;
    if found == target {
        return Ok(Outcome::Ok);
    }
    Ok(failed(Fault::Target(found)))
}

fn compare(file: &FileContent, hashed: &Hashed) -> Outcome {
    if let Some(wanted) = file.size.filter(|size| *size != hashed.size) {
        let found = hashed.size;
        let ranges = match &file.tree {
            Some(_) => std::iter::once(wanted.min(found)..wanted.max(found)).collect(),
            None => Vec::new(),
        };
        let fault = Fault::Size { wanted, found };
        return Outcome::Failed { fault, ranges };
    }
    let root = |tree: &Option<Tree>| tree.as_ref().map(|tree| tree.root);
    if hashed.digest == Some(file.digest) && root(&file.tree) == root(&hashed.tree) {
        return Outcome::Ok;
    }
    let ranges = wrong_ranges(file, hashed);
    let fault = Fault::Digest;
    Outcome::Failed { fault, ranges }
}

/// The spans whose hashes differ, neighbours joined; all of a file that has only a root.
fn wrong_ranges(file: &FileContent, hashed: &Hashed) -> Vec<Range<u64>> {
    let (Some(wanted), Some(found), Some(piece)) = (&file.tree, &hashed.tree, file.piece) else {
        return Vec::new();
    };
    if wanted.root == found.root {
        return Vec::new();
    }
    if wanted.layer.is_empty() {
        return std::iter::once(0..hashed.size).collect();
    }
    let span = piece.span(hashed.size);
    let mut ranges: Vec<Range<u64>> = Vec::new();
    let pairs = wanted.layer.iter().zip(&found.layer);
    for (at, _) in (0_u64..).zip(pairs).filter(|(_, (a, b))| a != b) {
        let (start, end) = (at * span, ((at + 1) * span).min(hashed.size));
        match ranges.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    ranges
}

fn failed(fault: Fault) -> Outcome {
    let ranges = Vec::new();
    Outcome::Failed { fault, ranges }
}

/// Everything in `dir` that no line named, links and special files too.
fn find_extra(
    dir: &Dir,
    shown: &[u8],
    listed: &HashSet<Vec<u8>>,
    emit: &mut Emit<'_>,
) -> Result<()> {
    let top = Top::Path {
        at: Vec::new(),
        shown: shown.to_vec(),
    };
    for found in Walk::new(dir, vec![top], Symlinks::Keep)? {
        let outcome = match found.what {
            _ if listed.contains(&plain(&found.name)) => continue,
            What::Unreadable(error) => Outcome::Unreadable(error),
            _ => Outcome::Extra,
        };
        let (name, line) = (found.name, 0);
        emit(Finding::File {
            name,
            line,
            outcome,
        })?;
    }
    Ok(())
}

/// A name without `.` components and doubled slashes, so that `./a` and `a` are one.
fn plain(name: &[u8]) -> Vec<u8> {
    let parts = name.split(|byte| *byte == b'/');
    let parts: Vec<&[u8]> = parts.filter(|part| !matches!(*part, b"" | b".")).collect();
    let mut plain = Vec::with_capacity(name.len());
    if name.starts_with(b"/") {
        plain.push(b'/');
    }
    plain.extend(parts.join(&b'/'));
    plain
}
