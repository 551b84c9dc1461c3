//! Chains that are written: locked, appended, synced; and the index beside them.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use decent::error::{Error, slug};
use decent::skipchain::along::head_of;
use decent::skipchain::record::Kind;
use decent::skipchain::store;
use decent::skipchain::{Along, Block, Chain, Content};
use decent::source::Source;
use rustix::fs::FlockOperation;

use super::{FAR, Index, NEAR, beside, named, opened, unfinished};
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::bytes_of;

/// A chain that is written: locked until it goes.
pub(crate) struct Writing {
    chain: Chain<'static>,
    along: Along,
    file: File,
    path: PathBuf,
    /// Bytes that stand in the log for good.
    len: u64,
    /// Records behind them that are still to be written.
    buffer: Vec<u8>,
    /// Whether the index beside the log is the one that is gone on from.
    kept: bool,
}

impl Writing {
    /// Refuses what can't be written, before there is something to be written: nothing is locked.
    pub(crate) fn may(path: &Path) -> Result<(), Fail> {
        let opened = File::options().read(true).write(true).open(path);
        let unreadable = |e| Fail::from(Error::io(slug::UNREADABLE, &e)).named(bytes_of(path));
        opened.map(drop).map_err(unreadable)
    }

    /// Opens and locks it. What a crash left at its end is dropped; damage before that is an error.
    pub(crate) fn open(cx: &mut Cx, path: &Path) -> Result<Self, Fail> {
        let of = |error: Error| Fail {
            role: Some(Role::Anchor),
            ..Fail::from(error).named(bytes_of(path))
        };
        let unreadable = |e: std::io::Error| of(Error::io(slug::UNREADABLE, &e));
        cx.about(bytes_of(path));
        let mut options = File::options();
        let file = options
            .read(true)
            .write(true)
            .open(path)
            .map_err(unreadable)?;
        let locked = rustix::fs::flock(&file, FlockOperation::LockExclusive);
        locked.map_err(|e| unreadable(e.into()))?;
        let read = || {
            let log = file.try_clone().map_err(unreadable)?;
            let log = Source::from_file(log).map_err(of)?;
            let Index {
                beside: index,
                claimed,
            } = Index::of(&log, path);
            let covered = index.as_ref().map(|index| *index.covered());
            let chain = opened(cx, log, index).map_err(of)?;
            let lost = claimed.map(|claimed| chain.lost(&claimed));
            lost.transpose().map_err(|error| {
                let name = named(path);
                let hint =
                    format!("where an older copy was put there, delete {name}.idx and {name}.fwd");
                of(error).hint(hint)
            })?;
            let base = *chain.along().base();
            let kept = base == covered.unwrap_or_default();
            Ok::<_, Fail>((chain, kept))
        };
        let (mut chain, kept) = read()?;
        let end = chain.end();
        if end.torn > 0 {
            cx.note(&format!("{}: it is dropped", unfinished(path, end)));
            file.set_len(end.at)
                .map_err(|e| Fail::output(&e, bytes_of(path)))?;
            // What is mapped of it is longer than it is now.
            (chain, _) = read()?;
        }
        Ok(Self {
            along: chain.along().clone(),
            chain,
            file,
            path: path.to_owned(),
            len: end.at,
            buffer: Vec::new(),
            kept,
        })
    }

    /// The chain as it was when it was opened.
    pub(crate) fn chain(&self) -> &Chain<'static> {
        &self.chain
    }

    /// Appends records, and syncs them. Their places.
    pub(crate) fn append(
        &mut self,
        cx: &Cx,
        records: &[(Kind, Vec<u8>)],
    ) -> Result<Vec<u64>, Fail> {
        let places = records.iter().map(|(kind, body)| self.push(*kind, body));
        let places = places.collect::<Result<Vec<_>, Fail>>()?;
        self.sync(cx)?;
        Ok(places)
    }

    /// One more record to be written at the next [`Writing::sync`]; its place.
    pub(crate) fn push(&mut self, kind: Kind, body: &[u8]) -> Result<u64, Fail> {
        if kind == Kind::Checkpoint
            && let Some(at) = self.has_head(body)?
        {
            return Ok(at);
        }
        let pushed = self.along.push_other(&mut self.buffer, kind, body);
        pushed.map_err(|error| Fail::from(error).named(bytes_of(&self.path)))
    }

    /// Where a head stands already; an error where a further one is kept.
    fn has_head(&self, body: &[u8]) -> Result<Option<u64>, Fail> {
        let now = self.along.now();
        let blocks = head_of(body).unwrap_or(0);
        if blocks < now.head {
            let wanted = format!("a head of {} blocks or more, as one is kept", now.head);
            let error = Error::new(slug::OUT_OF_RANGE, wanted, blocks.to_string());
            return Err(Fail::from(error).named(bytes_of(&self.path)));
        }
        let same = self.chain.checkpoint()?.is_some_and(|kept| kept == body);
        Ok(same.then_some(now.checkpoint))
    }

    /// One more block to be written at the next [`Writing::sync`].
    pub(crate) fn push_block(
        &mut self,
        roster_at: u64,
        content: &Content,
        payload: &[u8],
    ) -> Result<Block, Fail> {
        let pushed = self
            .along
            .push(&mut self.buffer, roster_at, content, payload);
        pushed.ok_or_else(|| {
            let error = Error::new(slug::SKIP_LOG, "a chain with a block", "none");
            Fail::from(error).named(bytes_of(&self.path))
        })
    }

    /// Bytes that wait to be written.
    pub(crate) fn waiting(&self) -> usize {
        self.buffer.len()
    }

    /// Writes what waits, in one call, and syncs it: from then on it is there. Where that fails the
    /// file is as it was.
    pub(crate) fn sync(&mut self, cx: &Cx) -> Result<(), Fail> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let written = self.file.write_all_at(&self.buffer, self.len);
        if let Err(error) = written.and_then(|()| self.file.sync_data()) {
            // What went wrong is told; whether this goes well changes nothing in it.
            let _ = self.file.set_len(self.len);
            return Err(Fail::output(&error, bytes_of(&self.path)));
        }
        self.len += self.buffer.len() as u64;
        self.buffer.clear();
        if self.along.behind() > FAR {
            self.index(cx);
        }
        Ok(())
    }

    /// Leaves it, with an index that is not far behind.
    pub(crate) fn close(mut self, cx: &Cx) {
        let none = self.along.base().log == 0 || !self.kept;
        if none || self.along.behind() > NEAR {
            self.index(cx);
        }
    }

    /// Brings the index up to the log. The chain is whole without it.
    fn index(&mut self, cx: &Cx) {
        let written = if self.kept {
            self.try_index()
        } else {
            self.rebuild(cx).map_err(|fail| fail.error)
        };
        if let Err(error) = written {
            cx.note(&format!(
                "{}: no index is written: {error}",
                named(&self.path)
            ));
        }
    }

    fn try_index(&mut self) -> decent::Result<()> {
        let unwritable = |e: std::io::Error| Error::io(slug::UNWRITABLE, &e);
        let anew = self.along.base().log == 0;
        let open = |path: PathBuf| {
            // Others may read the old one still.
            if anew {
                let _ = std::fs::remove_file(&path);
            }
            let mut options = File::options();
            options.read(true).write(true).create(true).truncate(false);
            options.open(path).map_err(unwritable)
        };
        let [blocks, links] = beside(&self.path).map(open);
        let (blocks, links) = (blocks?, links?);
        self.along.write(&blocks, &links)?;
        self.along.seal(&blocks, &links, true)
    }

    /// Makes the index anew, of the whole log.
    fn rebuild(&mut self, cx: &Cx) -> Result<(), Fail> {
        self.along = rebuilt(cx, &self.file, &self.path)?;
        self.kept = true;
        Ok(())
    }
}

/// Makes the index of a chain anew; of the chain itself nothing is changed.
pub(crate) fn reindex(cx: &Cx, path: &Path) -> Result<(), Fail> {
    let unreadable =
        |e: std::io::Error| Fail::from(Error::io(slug::UNREADABLE, &e)).named(bytes_of(path));
    let file = File::open(path).map_err(unreadable)?;
    let locked = rustix::fs::flock(&file, FlockOperation::LockExclusive);
    locked.map_err(|e| unreadable(e.into()))?;
    rebuilt(cx, &file, path).map(|_| ())
}

/// The same of a chain that is locked. What stood there stays until the new one is whole.
fn rebuilt(cx: &Cx, file: &File, path: &Path) -> Result<Along, Fail> {
    let source = file.try_clone();
    let source = source.map_err(|e| Error::io(slug::UNREADABLE, &e));
    let log = source.and_then(Source::from_file)?;
    let watch = cx.watch(Some(log.len()));
    let files = beside(path).map(|path| {
        let mut new = path.as_os_str().to_owned();
        new.push(".new");
        (PathBuf::from(new), path)
    });
    let make = || {
        let open = |(new, _): &(PathBuf, PathBuf)| {
            let _ = std::fs::remove_file(new);
            let mut options = File::options();
            let file = options.read(true).write(true).create_new(true).open(new);
            file.map_err(|e| Fail::output(&e, bytes_of(new)))
        };
        let [blocks, links] = files.each_ref().map(open);
        let (blocks, links) = (blocks?, links?);
        let along = store::build(&log, &blocks, &links, &watch)?;
        along.seal(&blocks, &links, true)?;
        for (new, path) in &files {
            std::fs::rename(new, path).map_err(|e| Fail::output(&e, bytes_of(path)))?;
        }
        Ok(along)
    };
    make().inspect_err(|_| {
        // Where they were not made, there is nothing to remove.
        let new = files.iter().map(|(new, _)| new);
        new.for_each(|new| drop(std::fs::remove_file(new)));
    })
}
