//! A file, a stream or a folder, read once, with every ID that is wanted of it.

use std::io::Read;
use std::vec::IntoIter;

use super::Cid;
use super::batch::{Batch, Small};
use super::file::{self, Told, Work};
use super::folder;
use super::kinds::{self, GitEntry, GitMode, Id, Kind, Nar, Wanted};
use super::layout::Node;
use super::params::Params;
use super::shared;
use super::unixfs::{Meta, Mtime};

use crate::codec::dag_pb::Link;
use crate::dir::{Dir, DirEntry, FileKind, Status};
use crate::error::{Error, Result, slug};
use crate::feed::Input;
use crate::seen::{Known, Seen};
use crate::source::Source;

/// Folders below each other at most, for each is open while it is walked.
pub const DEPTH_MOST: usize = 512;

/// Told of every block of `UnixFS` above the chunks: the number of the wanted ID, the CID, the block.
pub type OnBlock<'a> = &'a mut dyn FnMut(usize, &Cid, &[u8]) -> Result<()>;

/// Reads what IDs are wanted of.
pub struct Import<'a> {
    wanted: &'a [Wanted],
    /// Those of `UnixFS`, by their numbers among the wanted.
    unixfs: Vec<usize>,
    params: Vec<Params>,
    work: Work<'a>,
    on: OnBlock<'a>,
    nars: Vec<(usize, Nar)>,
    /// Small files that wait to be hashed together.
    batch: Batch,
    /// Files that need not be read where they are as they were. Only one ID of `UnixFS` may be wanted.
    pub seen: Option<(&'a mut Seen, Known<'a>)>,
    /// Where it is now: what an error is of.
    pub at: Vec<u8>,
}

/// What a name stands for, with its IDs in the order of what is wanted.
struct Found {
    mode: GitMode,
    ids: Vec<Option<Id>>,
}

/// What became of a name.
enum Came {
    /// Its IDs are there.
    Found(Found),
    /// It is a folder, which was opened.
    Opened,
    /// It is a small file, which waits for others.
    Waits,
}

/// A folder that is walked.
struct Open {
    name: Vec<u8>,
    dir: Dir,
    status: Status,
    /// Its name or one above it begins with a dot.
    hidden: bool,
    rest: IntoIter<DirEntry>,
    links: Vec<Vec<Link>>,
    lines: Vec<Vec<GitEntry>>,
}

/// Hashes that run over the bytes of one file.
struct Hashers<'a, 'b> {
    running: Vec<shared::Shared>,
    nars: &'a mut [(usize, Nar)],
    unixfs: &'a [usize],
    on: &'a mut OnBlock<'b>,
}

impl Told for Hashers<'_, '_> {
    fn block(&mut self, which: usize, cid: &Cid, block: &[u8]) -> Result<()> {
        let number = self.unixfs.get(which).copied().unwrap_or(which);
        (self.on)(number, cid, block)
    }

    fn wants_bytes(&self) -> bool {
        !self.running.is_empty() || !self.nars.is_empty()
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        for shared in &mut self.running {
            shared.state.update(bytes);
        }
        for (_, nar) in &mut *self.nars {
            nar.bytes(bytes);
        }
        Ok(())
    }
}

impl<'a> Import<'a> {
    /// One that is to find these IDs.
    pub fn new(wanted: &'a [Wanted], work: Work<'a>, on: OnBlock<'a>) -> Self {
        let of = |(number, one): (usize, &Wanted)| (one.kind == Kind::Unixfs).then_some(number);
        let unixfs: Vec<_> = wanted.iter().enumerate().filter_map(of).collect();
        let params = unixfs
            .iter()
            .filter_map(|at| wanted.get(*at))
            .map(|one| one.params);
        Self {
            params: params.collect(),
            unixfs,
            wanted,
            work,
            on,
            nars: Vec::new(),
            batch: Batch::default(),
            seen: None,
            at: Vec::new(),
        }
    }

    /// Whether a stream will do where a file is asked for: one read, and no length before it.
    pub fn takes_streams(&self) -> bool {
        let length_first = [Kind::Git, Kind::Swhid, Kind::Gitoid, Kind::Nar];
        file::one_read(&self.params)
            && !self
                .wanted
                .iter()
                .any(|one| length_first.contains(&one.kind))
    }

    /// The IDs of a stream.
    pub fn stream(&mut self, stream: &mut (dyn Read + Send)) -> Result<Vec<Option<Id>>> {
        self.content(Input::Stream(stream), None, Meta::default(), false)
    }

    /// The IDs of one file. Of its status only what parameters ask for counts.
    pub fn file(&mut self, source: &Source<'_>, status: Option<Status>) -> Result<Vec<Option<Id>>> {
        self.begin();
        let meta = status.map_or(Meta::default(), |status| self.meta(&status));
        let executable = status.is_some_and(|status| status.executable);
        let ids = self.content(Input::all(source), Some(source.len()), meta, executable)?;
        Ok(self.end(ids))
    }

    fn begin(&mut self) {
        let of = |(number, one): (usize, &Wanted)| {
            let nar = (one.kind == Kind::Nar)
                .then(|| Nar::new(one.hash))
                .flatten();
            nar.map(|nar| (number, nar))
        };
        self.nars = self.wanted.iter().enumerate().filter_map(of).collect();
    }

    fn end(&mut self, mut ids: Vec<Option<Id>>) -> Vec<Option<Id>> {
        for (number, nar) in std::mem::take(&mut self.nars) {
            if let Some(id) = ids.get_mut(number) {
                *id = Some(Id::Digest(nar.finish(), false));
            }
        }
        ids
    }

    /// All sets of parameters of one import agree in what metadata they keep.
    fn meta(&self, status: &Status) -> Meta {
        let asked = self.params.first();
        let mode = asked.filter(|params| params.mode).map(|_| status.mode);
        let mtime = asked.filter(|params| params.mtime).map(|_| Mtime {
            seconds: status.mtime.0,
            nanos: status.mtime.1,
        });
        Meta { mode, mtime }
    }

    fn content(
        &mut self,
        input: Input<'_>,
        len: Option<u64>,
        meta: Meta,
        executable: bool,
    ) -> Result<Vec<Option<Id>>> {
        let running = shared::hashes(self.wanted, len)?;
        for (_, nar) in &mut self.nars {
            nar.file(len.unwrap_or(0), executable);
        }
        let mut hashers = Hashers {
            running,
            nars: &mut self.nars,
            unixfs: &self.unixfs,
            on: &mut self.on,
        };
        let nodes = file::import(input, &self.params, meta, self.work, &mut hashers)?;
        let running = hashers.running;
        for (_, nar) in &mut self.nars {
            nar.end_file(len.unwrap_or(0));
        }
        let mut ids = vec![None; self.wanted.len()];
        let digests = running.into_iter().flat_map(|shared| {
            let id = Id::Digest(shared.state.finish(), false);
            shared.wanted.into_iter().map(move |at| (at, id.clone()))
        });
        let nodes = self
            .unixfs
            .iter()
            .copied()
            .zip(nodes.into_iter().map(Id::Node));
        for (number, id) in digests.chain(nodes) {
            if let Some(slot) = ids.get_mut(number) {
                *slot = Some(id);
            }
        }
        Ok(ids)
    }

    /// The IDs of a folder and all below. `follow` says whether links are what they lead to.
    pub fn folder(&mut self, dir: &Dir, follow: bool) -> Result<Vec<Option<Id>>> {
        self.begin();
        self.at.clear();
        let status = dir.status(b"", true)?;
        let mut open = vec![self.open(Vec::new(), dir.clone(), status, false)?];
        loop {
            let Some(level) = open.last_mut() else {
                return Err(Error::new(slug::NOT_THERE, "a folder", "none"));
            };
            if let Some(entry) = level.rest.next() {
                let hidden = level.hidden || entry.name.starts_with(b".");
                let dir = level.dir.clone();
                if !self
                    .wanted
                    .iter()
                    .any(|one| takes(one, &entry.name, hidden))
                {
                    continue;
                }
                self.at.extend_from_slice(&entry.name);
                for (_, nar) in &mut self.nars {
                    nar.entry(&entry.name);
                }
                match self.entry(&dir, &entry, follow, hidden, &mut open)? {
                    Came::Found(found) => {
                        self.put_down(found, &entry.name, hidden, open.last_mut());
                    }
                    Came::Waits => {}
                    Came::Opened => {
                        self.at.push(b'/');
                        continue;
                    }
                }
                self.back(&open);
                continue;
            }
            if self.batch.waits_in(open.len() - 1) {
                self.settle(&mut open)?;
            }
            let Some(done) = open.pop() else { continue };
            let (name, hidden) = (done.name.clone(), done.hidden);
            let ids = self.close(done)?;
            if open.is_empty() {
                return Ok(self.end(ids));
            }
            let found = Found {
                mode: GitMode::Tree,
                ids,
            };
            self.put_down(found, &name, hidden, open.last_mut());
            self.back(&open);
        }
    }

    /// Hashes the small files that wait, and puts each into its folder.
    fn settle(&mut self, open: &mut [Open]) -> Result<()> {
        for (small, nodes) in self.batch.hash(&self.params, self.work)? {
            self.note(&small.path, &small.status, nodes.first());
            let found = Found {
                mode: mode_of(small.status.executable),
                ids: nodes.into_iter().map(|node| Some(Id::Node(node))).collect(),
            };
            self.put_down(found, &small.name, small.hidden, open.get_mut(small.level));
        }
        Ok(())
    }

    /// Where it is now is the folder that is open last.
    fn back(&mut self, open: &[Open]) {
        self.at.clear();
        for level in open.iter().skip(1) {
            self.at.extend_from_slice(&level.name);
            self.at.push(b'/');
        }
    }

    fn open(&mut self, name: Vec<u8>, dir: Dir, status: Status, hidden: bool) -> Result<Open> {
        for (_, nar) in &mut self.nars {
            nar.folder();
        }
        Ok(Open {
            name,
            rest: dir.entries()?.into_iter(),
            dir,
            status,
            hidden,
            links: vec![Vec::new(); self.wanted.len()],
            lines: vec![Vec::new(); self.wanted.len()],
        })
    }

    /// What a name stands for.
    fn entry(
        &mut self,
        dir: &Dir,
        entry: &DirEntry,
        follow: bool,
        hidden: bool,
        open: &mut Vec<Open>,
    ) -> Result<Came> {
        let status = dir.status(&entry.name, follow)?;
        match status.kind {
            FileKind::Directory => {
                let again = |level: &&Open| {
                    let one = level.status;
                    follow && one.inode == status.inode && one.mtime == status.mtime
                };
                if open.len() >= DEPTH_MOST || open.iter().any(|level| again(&level)) {
                    let wanted =
                        format!("at most {DEPTH_MOST} folders below each other, none in itself");
                    return Err(Error::new(slug::TOO_DEEP, wanted, "more"));
                }
                let below = dir.open_dir(&entry.name, follow)?;
                let level = self.open(entry.name.clone(), below, status, hidden)?;
                open.push(level);
                Ok(Came::Opened)
            }
            FileKind::Link => {
                let found = self.link(&dir.read_link(&entry.name)?, &status)?;
                Ok(Came::Found(found))
            }
            FileKind::Regular => {
                if let Some(found) = self.recall(&status) {
                    return Ok(Came::Found(found));
                }
                let file = dir.open_plain(&entry.name)?;
                let source = Source::from_file(file)?;
                let all_unixfs = self.unixfs.len() == self.wanted.len();
                if all_unixfs && file::is_small(&self.params, source.len()) {
                    let bytes = source.window(0..source.len())?.into_owned();
                    source.check()?;
                    let full = self.batch.push(Small {
                        level: open.len() - 1,
                        name: entry.name.clone(),
                        hidden,
                        path: self.at.clone(),
                        status,
                        bytes,
                    });
                    if full {
                        self.settle(open)?;
                    }
                    return Ok(Came::Waits);
                }
                let meta = self.meta(&status);
                let input = Input::all(&source);
                let ids = self.content(input, Some(source.len()), meta, status.executable)?;
                source.check()?;
                if let Some(Some(Id::Node(node))) = ids.first() {
                    self.note(&self.at.clone(), &status, Some(node));
                }
                let mode = mode_of(status.executable);
                Ok(Came::Found(Found { mode, ids }))
            }
            other => Err(Error::new(
                slug::NOT_A_FILE,
                "a file, a folder or a link",
                other.words(),
            )),
        }
    }

    /// What the file that it is at gave, where it is as it was.
    fn recall(&mut self, status: &Status) -> Option<Found> {
        let (seen, known) = self.seen.as_mut()?;
        let (cid, tsize) = seen.recall(&self.at, status, *known)?;
        let node = Node {
            cid,
            tsize,
            size: status.len,
        };
        Some(Found {
            mode: mode_of(status.executable),
            ids: vec![Some(Id::Node(node))],
        })
    }

    fn note(&mut self, path: &[u8], status: &Status, node: Option<&Node>) {
        if let (Some((seen, _)), Some(node)) = (&mut self.seen, node) {
            seen.note(path, status, &node.cid, node.tsize);
        }
    }

    fn link(&mut self, target: &[u8], status: &Status) -> Result<Found> {
        let meta = self.meta(status);
        let mut ids = Vec::new();
        for (number, one) in self.wanted.iter().enumerate() {
            let mut on = |cid: &Cid, block: &[u8]| (self.on)(number, cid, block);
            ids.push(match one.kind {
                Kind::Unixfs => Some(Id::Node(folder::link(&one.params, target, meta, &mut on)?)),
                Kind::Git | Kind::Swhid => Some(Id::Digest(
                    kinds::git_object(one.hash, "blob", target),
                    false,
                )),
                _ => None,
            });
        }
        for (_, nar) in &mut self.nars {
            nar.link(target);
        }
        let mode = GitMode::Link;
        Ok(Found { mode, ids })
    }

    /// Puts a name with its IDs into a folder.
    fn put_down(&mut self, found: Found, name: &[u8], hidden: bool, level: Option<&mut Open>) {
        for (_, nar) in &mut self.nars {
            nar.end();
        }
        let Some(level) = level else { return };
        let ids = found.ids.into_iter().zip(self.wanted);
        let slots = level.links.iter_mut().zip(&mut level.lines);
        for ((id, one), (links, lines)) in ids.zip(slots) {
            if !takes(one, name, hidden) {
                continue;
            }
            match id {
                Some(Id::Node(Node { cid, tsize, .. })) => links.push(Link {
                    cid,
                    name: name.to_vec(),
                    tsize,
                }),
                Some(Id::Digest(digest, _)) => lines.push(GitEntry {
                    mode: found.mode,
                    name: name.to_vec(),
                    digest,
                }),
                None => {}
            }
        }
    }

    /// The IDs of a folder whose names are all there.
    fn close(&mut self, done: Open) -> Result<Vec<Option<Id>>> {
        let meta = self.meta(&done.status);
        let top = self.at.is_empty();
        let parts = done
            .links
            .into_iter()
            .zip(done.lines)
            .zip(self.wanted)
            .enumerate();
        let mut ids = Vec::new();
        for (number, ((links, lines), one)) in parts {
            let mut on = |cid: &Cid, block: &[u8]| (self.on)(number, cid, block);
            let empty = !top && links.is_empty() && lines.is_empty();
            ids.push(match one.kind {
                Kind::Unixfs if empty && !one.params.empty_folders => None,
                Kind::Unixfs => Some(Id::Node(folder::build(&one.params, links, meta, &mut on)?)),
                Kind::Git if empty => None,
                Kind::Git | Kind::Swhid => Some(Id::Digest(kinds::git_tree(one.hash, lines), true)),
                _ => None,
            });
        }
        for (_, nar) in &mut self.nars {
            nar.end();
        }
        Ok(ids)
    }
}

fn mode_of(executable: bool) -> GitMode {
    if executable {
        GitMode::Executable
    } else {
        GitMode::File
    }
}

/// Whether an ID of a folder takes a name in.
fn takes(one: &Wanted, name: &[u8], hidden: bool) -> bool {
    let kind = match one.kind {
        Kind::Unixfs => one.params.hidden || !hidden,
        Kind::Git | Kind::Swhid | Kind::Nar => true,
        _ => false,
    };
    kind && !(one.but_git && name == b".git")
}
