//! Histories on the command line: archives whose root is the newest version, read by many and written
//! by one; versions and paths as arguments; who signed.

use std::cell::Cell;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{BufWriter, Seek};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::car::write::Writer;
use decent::car::{Archive, Store};
use decent::cid::multihash::{SHA1, SHA2_256};
use decent::cid::{Cid, GIT_RAW};
use decent::codec::hex;
use decent::dag::commit::Commit;
use decent::dag::path;
use decent::dag::store::{self, Opened};
use decent::error::{Error, slug};
use decent::source::Source;
use decent::watch::Watch;
use rustix::fs::FlockOperation;

use crate::archives::trusted;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::{Input, Role};
use crate::output::Artefact;
use crate::report::bytes_of;
use crate::shown::visible;
use crate::signatures::{KeyArgs, Ring};

/// Where a history is.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct StoreArg {
    /// The archive that holds the history; `-` is standard input
    #[arg(long, value_name = "F.car")]
    pub(crate) store: PathBuf,
}

/// Who may have signed.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Signers {
    /// A public key that may have signed, or a folder of them; may be given again
    #[arg(long, value_name = "KEY")]
    key: Vec<PathBuf>,
    /// OpenSSH's list of allowed signers, asked for the time of each commit
    #[arg(long, value_name = "FILE")]
    allowed: Vec<PathBuf>,
}

impl Signers {
    /// The keys that are named; `None` where signatures are not asked for.
    pub(crate) fn ring(&self, cx: &mut Cx) -> Result<Option<Ring>, Fail> {
        let keys = KeyArgs::of(self.key.clone(), self.allowed.clone());
        if keys.is_empty() {
            return Ok(None);
        }
        keys.ring(cx, None).map(Some)
    }
}

/// Whether a version is signed by one of these, and what is said of it where it is.
pub(crate) fn judge(
    commit: &Commit,
    ring: &Ring,
    watch: &dyn Watch,
) -> Result<(Verdict, String), Fail> {
    let Some(signed) = &commit.signed else {
        return Ok((Verdict::No("it is not signed".into()), String::new()));
    };
    let outcome = signed.verify(&ring.trusted, commit.author.time, watch)?;
    let by = outcome.keys.first().map(|number| {
        let name = visible(&String::from_utf8_lossy(ring.name_of(*number)));
        let kind = ring
            .trusted
            .get(*number)
            .map_or("", |one| one.key.kind().name());
        format!("{kind} by {name}")
    });
    Ok((outcome.verdict, by.unwrap_or_default()))
}

/// A history that is read. A writer waits until its length and its root are known to belong together.
pub(crate) struct Reading {
    input: Input,
    lock: Option<File>,
}

impl Reading {
    /// Opens it in a role.
    pub(crate) fn of(
        cx: &mut Cx,
        word: &'static str,
        path: &Path,
        role: Role,
    ) -> Result<Self, Fail> {
        let plain = bytes_of(path) != b"-" && path.is_file();
        let lock = plain.then(|| File::open(path).ok()).flatten();
        // Where a file system knows no locks nothing is gained by failing.
        if let Some(file) = &lock {
            let _ = rustix::fs::flock(file, FlockOperation::LockShared);
        }
        let mut input = cx.open(word, path, role)?;
        input.source().map_err(|error| error.of(word))?;
        Ok(Self { input, lock })
    }

    /// Its blocks and its root.
    pub(crate) fn open(&mut self, cx: &Cx) -> Result<Opened<'_>, Fail> {
        let name = visible(&String::from_utf8_lossy(self.input.name()));
        let archive = Archive::open(self.input.source()?)?;
        drop(self.lock.take());
        let opened = store::open(archive, cx.engine()?)?;
        if let Some(torn) = &opened.scan.torn {
            cx.note(&format!("{name}: {torn}: what stands there is left out"));
        }
        Ok(opened)
    }
}

/// A block that is named on the line, `HEAD` or an ID, and a path behind it.
pub(crate) fn target(text: Option<&OsString>, head: &Cid) -> Result<(Cid, Vec<u8>), Fail> {
    let text = text.map_or(&b"HEAD"[..], |text| text.as_bytes());
    let bare = text.strip_prefix(b"/ipfs/").unwrap_or(text);
    let end = bare
        .iter()
        .position(|byte| *byte == b'/')
        .unwrap_or(bare.len());
    let (first, path) = bare.split_at(end);
    let cid = match first {
        b"HEAD" => head.clone(),
        digits if git_id(digits).is_some() => git_id(digits).unwrap_or(head.clone()),
        other => trusted(&String::from_utf8_lossy(other))?,
    };
    Ok((cid, path.to_vec()))
}

/// An ID as git writes it.
fn git_id(digits: &[u8]) -> Option<Cid> {
    let hash = match digits.len() {
        40 => SHA1,
        64 => SHA2_256,
        _ => return None,
    };
    let digest = hex::decode(std::str::from_utf8(digits).ok()?).ok()?;
    Some(Cid::v1(GIT_RAW, hash, &digest))
}

/// A version that is named on the line.
pub(crate) fn version(text: Option<&OsString>, head: &Cid) -> Result<Cid, Fail> {
    let (cid, path) = target(text, head)?;
    if path.is_empty() {
        return Ok(cid);
    }
    let found = String::from_utf8_lossy(&path).into_owned();
    let error = Error::new(slug::CID, "a version, without a path behind it", found);
    Err(Fail::from(error).named(cid.to_string()))
}

/// The same where there need be no HEAD.
pub(crate) fn named(text: &OsString, head: Option<&Cid>) -> Result<Cid, Fail> {
    match (head, git_id(text.as_bytes())) {
        (Some(head), _) => version(Some(text), head),
        (None, Some(cid)) => Ok(cid),
        (None, None) => trusted(&text.to_string_lossy()),
    }
}

/// Refuses what is no version, or none in the store.
pub(crate) fn there(store: &Store<'_>, cid: &Cid) -> Result<(), Fail> {
    if store.holds(cid) && path::commit(store, cid)?.is_some() {
        return Ok(());
    }
    Err(not_there(cid))
}

/// The error of a version that is not in the store.
pub(crate) fn not_there(cid: &Cid) -> Fail {
    let wanted = "a version that is in the store";
    let error = Error::new(slug::STORE, wanted, "none of this ID");
    Fail::from(error).named(cid.to_string())
}

/// The folder or file that is meant: of a version its tree, and a path below.
pub(crate) fn tree(store: &Store<'_>, text: Option<&OsString>, head: &Cid) -> Result<Cid, Fail> {
    let (cid, path) = target(text, head)?;
    let root = path::tree_of(store, &cid)?;
    let found = path::resolve(store, &root, &path)?;
    if found.value.is_none() {
        return Ok(found.cid);
    }
    let error = Error::new(
        slug::NO_SUCH_PATH,
        "a file or a folder",
        "a value in a block",
    );
    Err(Fail::from(error).named(String::from_utf8_lossy(&path).into_owned()))
}

/// What was written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Written {
    pub(crate) blocks: u64,
    pub(crate) bytes: u64,
}

/// A history that is written: locked until it goes.
pub(crate) struct Writing {
    file: File,
    name: Vec<u8>,
    /// Bytes that it had when it was locked.
    len: Cell<u64>,
    /// Where what is whole ends; what stands there goes with the first block that is added.
    end: Cell<u64>,
}

impl Writing {
    /// Opens and locks it; `None` where there is none yet. What a crash left behind is not
    /// read, and dropped before anything is added.
    pub(crate) fn open(cx: &mut Cx, path: &Path) -> Result<Option<Self>, Fail> {
        let name = bytes_of(path).to_vec();
        let failed =
            |e: std::io::Error| Fail::from(Error::io(slug::UNREADABLE, &e)).named(name.clone());
        cx.about(&name);
        let file = match File::options().read(true).write(true).open(path) {
            Ok(file) => file,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(failed(e)),
        };
        let writing = Self {
            file,
            name,
            len: Cell::new(0),
            end: Cell::new(0),
        };
        writing.take(cx)?;
        Ok(Some(writing))
    }

    /// Locks it, and finds its end.
    pub(crate) fn take(&self, cx: &Cx) -> Result<(), Fail> {
        self.lock(FlockOperation::LockExclusive)?;
        self.end.set(u64::MAX);
        self.len.set(self.length()?);
        let source = self.source()?;
        let end = self.opened(cx, &source)?.end();
        self.end.set(end.map_err(|error| self.of(error))?);
        Ok(())
    }

    fn length(&self) -> Result<u64, Fail> {
        let metadata = self.file.metadata();
        let metadata = metadata.map_err(|e| self.of(Error::io(slug::UNREADABLE, &e)))?;
        Ok(metadata.len())
    }

    fn lock(&self, how: FlockOperation) -> Result<(), Fail> {
        let locked = rustix::fs::flock(&self.file, how);
        locked.map_err(|e| self.of(Error::io(slug::UNREADABLE, &e.into())))
    }

    /// Lets others read and write, until it is [`Writing::taken`] again.
    pub(crate) fn release(&self) -> Result<(), Fail> {
        self.lock(FlockOperation::Unlock)
    }

    /// Locks it again. Whether it is as it was when it was released; else it is to be taken anew.
    pub(crate) fn taken_again(&self, opened: &Opened<'_>) -> Result<bool, Fail> {
        self.lock(FlockOperation::LockExclusive)?;
        let header = decent::car::write::header(std::slice::from_ref(&opened.head));
        let mut now = vec![0; header.len()];
        let read = self.file.read_exact_at(&mut now, 0);
        Ok(read.is_ok() && now == header && self.length()? == self.len.get())
    }

    /// Whether a path leads to the same file.
    pub(crate) fn is(&self, path: &Path) -> bool {
        let (Ok(own), Ok(other)) = (self.file.metadata(), path.metadata()) else {
            return false;
        };
        (own.dev(), own.ino()) == (other.dev(), other.ino())
    }

    /// Drops what a crash left at the end.
    fn trim(&self, cx: &Cx, end: u64) -> Result<(), Fail> {
        if end >= self.length()? {
            return Ok(());
        }
        let shown = visible(&String::from_utf8_lossy(&self.name));
        let what = format!("{shown}: byte {end}: what stands there was never finished");
        cx.note(&format!("{what}: it is dropped"));
        self.file.set_len(end).map_err(|e| self.unwritable(&e))
    }

    fn of(&self, error: Error) -> Fail {
        let mut fail = Fail::from(error).named(self.name.clone());
        fail.role = Some(Role::Anchor);
        fail
    }

    fn unwritable(&self, error: &std::io::Error) -> Fail {
        Fail::output(error, &self.name)
    }

    /// Its bytes.
    pub(crate) fn source(&self) -> Result<Source<'static>, Fail> {
        let file = self.file.try_clone();
        let file = file.map_err(|e| Error::io(slug::UNREADABLE, &e));
        let source = file.and_then(Source::from_file);
        source.map_err(|error| self.of(error))
    }

    /// Its blocks and its root.
    pub(crate) fn opened<'s>(
        &self,
        cx: &Cx,
        source: &'s Source<'static>,
    ) -> Result<Opened<'s>, Fail> {
        let archive = Archive::open(source).map_err(|error| self.of(error))?;
        let opened = store::open(archive, cx.engine()?);
        let mut opened = opened.map_err(|error| self.of(error))?;
        opened.cut(self.end.get());
        Ok(opened)
    }

    /// Appends what is written, syncs it, and makes `commit` the root. Where that fails the file is as
    /// it was.
    pub(crate) fn append(
        &self,
        cx: &Cx,
        opened: &Opened<'_>,
        commit: &Cid,
        write: impl FnOnce(&mut Writer<'_>) -> decent::Result<()>,
    ) -> Result<Written, Fail> {
        opened.takes(commit).map_err(|error| self.of(error))?;
        let at = opened.scan.end;
        self.trim(cx, at)?;
        let mut file = &self.file;
        let sought = file.seek(std::io::SeekFrom::Start(at));
        sought.map_err(|e| self.unwritable(&e))?;
        let mut out = BufWriter::with_capacity(1 << 20, file);
        let mut writer = Writer::resume(&mut out, at);
        let ended = write(&mut writer);
        let written = Written {
            blocks: writer.blocks,
            bytes: writer.len() - at,
        };
        let flushed = decent::car::write::flushed(out).and_then(|()| self.file.sync_data());
        if ended.is_err() || flushed.is_err() {
            let _ = self.file.set_len(at);
        }
        ended?;
        flushed.map_err(|e| self.unwritable(&e))?;
        self.end.set(at + written.bytes);
        store::turn(&self.file, commit).map_err(|error| self.of(error))?;
        Ok(written)
    }
}

/// Makes a history of its first version: the file appears whole or not at all.
pub(crate) fn create(
    path: &Path,
    commit: &Cid,
    write: impl FnOnce(&mut Writer<'_>) -> decent::Result<()>,
) -> Result<Written, Fail> {
    let artefact = Artefact::begin_new(path)?;
    let name = artefact.name().to_vec();
    let mut out = BufWriter::with_capacity(1 << 20, artefact);
    let mut writer = Writer::begin(&mut out, std::slice::from_ref(commit), false)?;
    write(&mut writer)?;
    let written = Written {
        blocks: writer.blocks,
        bytes: writer.len(),
    };
    let artefact = out
        .into_inner()
        .map_err(|e| Fail::output(e.error(), &name))?;
    artefact.commit()?;
    Ok(written)
}

/// Refuses a history that lies in the folder of which it is to keep versions: each would hold those
/// before it.
pub(crate) fn outside(store: &Path, folder: &Path) -> Result<(), Fail> {
    let above = store.parent().filter(|above| !above.as_os_str().is_empty());
    let above = above.unwrap_or(Path::new(".")).canonicalize();
    let (Ok(above), Ok(folder)) = (above, folder.canonicalize()) else {
        return Ok(());
    };
    if !above.starts_with(folder) {
        return Ok(());
    }
    let error = Error::new(slug::STORE, "a store outside of the folder", "one in it");
    let fail = Fail::from(error).named(bytes_of(store));
    let last = store.file_name().unwrap_or(OsStr::new("repo.car"));
    Err(fail.hint(format!(
        "put it beside the folder: ../{}",
        last.to_string_lossy()
    )))
}
