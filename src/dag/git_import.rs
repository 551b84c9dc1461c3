//! A folder as git's objects: a blob a file, a tree a folder, as `git add -A -f` and `git write-tree`
//! make them of a folder in which nothing is a repository of its own: `.git` is left out, and folders
//! without a file are too. No `.gitignore` is read.

use std::collections::HashSet;
use std::io::Read;
use std::vec::IntoIter;

use super::git::{cid_of, object};

use crate::car::read::SECTION_MOST;
use crate::cid::Cid;
use crate::cid::import::DEPTH_MOST;
use crate::cid::kinds::{GitEntry, GitMode, git_tree_body};
use crate::cid::multihash;
use crate::dir::{Dir, DirEntry, FileKind, Status};
use crate::error::{Error, Result, slug};
use crate::seen::{Known, Seen};
use crate::watch::Watch;

/// Bytes of a file at most: its object has to fit in a section of an archive, with its header and ID.
pub const FILE_MOST: u64 = SECTION_MOST - 128;

/// Told of every object that is made, those that an object links to before it.
pub type OnObject<'a> = &'a mut dyn FnMut(&Cid, &[u8]) -> Result<()>;

/// A folder that is walked.
struct Level {
    name: Vec<u8>,
    dir: Dir,
    rest: IntoIter<DirEntry>,
    lines: Vec<GitEntry>,
}

/// Makes objects of a folder.
pub struct GitImport<'a> {
    /// SHA-1 or SHA-256, by its code.
    hash: u64,
    watch: &'a dyn Watch,
    on: OnObject<'a>,
    told: HashSet<Box<[u8]>>,
    /// Files that need not be read where they are as they were.
    pub seen: Option<(&'a mut Seen, Known<'a>)>,
    /// Where it is now: what an error is of.
    pub at: Vec<u8>,
}

impl<'a> GitImport<'a> {
    /// One that names objects by a hash.
    pub fn new(hash: u64, watch: &'a dyn Watch, on: OnObject<'a>) -> Self {
        Self {
            hash,
            watch,
            on,
            told: HashSet::new(),
            seen: None,
            at: Vec::new(),
        }
    }

    fn tell(&mut self, kind: &str, body: &[u8]) -> Result<Cid> {
        let block = object(kind, body);
        let cid = cid_of(self.hash, &block);
        if self.told.insert(cid.digest().into()) {
            (self.on)(&cid, &block)?;
        }
        Ok(cid)
    }

    /// The tree of a folder and all below.
    pub fn folder(&mut self, dir: &Dir) -> Result<Cid> {
        let level = |name: &[u8], dir: Dir| -> Result<Level> {
            Ok(Level {
                name: name.to_vec(),
                rest: dir.entries()?.into_iter(),
                dir,
                lines: Vec::new(),
            })
        };
        let mut open = vec![level(b"", dir.clone())?];
        let mut last = None;
        while let Some(top) = open.last_mut() {
            let Some(entry) = top.rest.next() else {
                let lines = std::mem::take(&mut top.lines);
                let name = std::mem::take(&mut top.name);
                open.pop();
                let empty = lines.is_empty();
                if let Some(above) = open.last_mut().filter(|_| !empty) {
                    let cid = self.tell("tree", &git_tree_body(lines))?;
                    above.lines.push(GitEntry {
                        mode: GitMode::Tree,
                        name,
                        digest: cid.digest().to_vec(),
                    });
                } else if open.is_empty() {
                    last = Some(self.tell("tree", &git_tree_body(lines))?);
                }
                continue;
            };
            if entry.name == b".git" {
                continue;
            }
            let dir = top.dir.clone();
            self.go_to(&open, &entry.name);
            let status = dir.status(&entry.name, false)?;
            if status.kind == FileKind::Directory {
                if open.len() >= DEPTH_MOST {
                    let wanted = format!("at most {DEPTH_MOST} folders below each other");
                    return Err(Error::new(slug::TOO_DEEP, wanted, "more"));
                }
                open.push(level(&entry.name, dir.open_dir(&entry.name, false)?)?);
                continue;
            }
            let line = self.line(&dir, entry.name, status)?;
            if let Some(top) = open.last_mut() {
                top.lines.push(line);
            }
        }
        last.ok_or_else(|| Error::new(slug::NOT_THERE, "a folder", "none"))
    }

    /// Where it is now: a name in the folder that is open last.
    fn go_to(&mut self, open: &[Level], name: &[u8]) {
        self.at.clear();
        for level in open.iter().skip(1) {
            self.at.extend_from_slice(&level.name);
            self.at.push(b'/');
        }
        self.at.extend_from_slice(name);
    }

    /// The line of a file or a link.
    fn line(&mut self, dir: &Dir, name: Vec<u8>, status: Status) -> Result<GitEntry> {
        let mode = match status.kind {
            FileKind::Link => GitMode::Link,
            FileKind::Regular if status.executable => GitMode::Executable,
            FileKind::Regular => GitMode::File,
            other => {
                let wanted = "a file, a folder or a link";
                return Err(Error::new(slug::NOT_A_FILE, wanted, other.words()));
            }
        };
        if self.watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let cid = self.blob(dir, &name, mode, &status)?;
        let digest = cid.digest().to_vec();
        Ok(GitEntry { mode, name, digest })
    }

    /// The blob of a file or a link.
    fn blob(&mut self, dir: &Dir, name: &[u8], mode: GitMode, status: &Status) -> Result<Cid> {
        if mode == GitMode::Link {
            return self.tell("blob", &dir.read_link(name)?);
        }
        let spared = self.seen.as_mut();
        let spared = spared.and_then(|(seen, known)| seen.recall(&self.at, status, *known));
        if let Some((cid, _)) = spared {
            return Ok(cid);
        }
        let body = read(dir, name)?;
        self.watch.advance(body.len() as u64);
        let cid = self.tell("blob", &body)?;
        if let Some((seen, _)) = &mut self.seen {
            seen.note(&self.at, status, &cid, 0);
        }
        Ok(cid)
    }
}

/// All of a file.
fn read(dir: &Dir, name: &[u8]) -> Result<Vec<u8>> {
    let file = dir.open_plain(name)?;
    let mut bytes = Vec::new();
    let read = file.take(FILE_MOST + 1).read_to_end(&mut bytes);
    read.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
    if bytes.len() as u64 > FILE_MOST {
        let wanted = format!("a file of at most {FILE_MOST} bytes, which one block of git holds");
        return Err(Error::new(slug::BLOCK_TOO_LARGE, wanted, "a larger one"));
    }
    Ok(bytes)
}

/// git's two hashes, by name.
pub const HASHES: [(&str, u64); 2] = [("sha1", multihash::SHA1), ("sha2-256", multihash::SHA2_256)];
