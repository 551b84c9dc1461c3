//! Directories as open handles: names are resolved below a descriptor, never through the working
//! directory (openat(2), readdir(3), fstatat(2)).

use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::sync::Arc;

use rustix::fs::{AtFlags, FileType, Mode, OFlags};
use rustix::io::Errno;

use crate::error::{Error, Result, Slug, slug};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A regular file.
    Regular,
    /// A directory.
    Directory,
    /// A symbolic link.
    Link,
    /// A block device: bytes at places, as a file has.
    Block,
    /// A fifo, a socket, a character device: by its name.
    Special(&'static str),
}

impl FileKind {
    fn of(kind: FileType) -> Option<Self> {
        Some(match kind {
            FileType::RegularFile => Self::Regular,
            FileType::Directory => Self::Directory,
            FileType::Symlink => Self::Link,
            FileType::BlockDevice => Self::Block,
            FileType::Fifo => Self::Special("a fifo"),
            FileType::Socket => Self::Special("a socket"),
            FileType::CharacterDevice => Self::Special("a character device"),
            FileType::Unknown => return None,
        })
    }

    /// In words: `a directory`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Regular => "a regular file",
            Self::Directory => "a directory",
            Self::Link => "a symbolic link",
            Self::Block => "a block device",
            Self::Special(words) => words,
        }
    }
}

/// What is known of a file without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// What it is.
    pub kind: FileKind,
    /// Its length in bytes; 0 for what has none.
    pub len: u64,
    /// The number that tells it from every other file of its device.
    pub inode: u64,
    /// Whether its owner may run it: what git and Nix look at.
    pub executable: bool,
    /// Permission bits, the lower twelve.
    pub mode: u32,
    /// Seconds since 1970 and nanoseconds of the last change.
    pub mtime: (i64, u32),
    /// The same of the last change of content or status, which nobody can set.
    pub ctime: (i64, u32),
}

/// One name in a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirEntry {
    /// The last component, any bytes but `/` and NUL.
    pub name: Vec<u8>,
    /// What it stands for; a link is not followed.
    pub kind: FileKind,
}

/// An open directory. Clones share the descriptor.
///
/// ```
/// use decent::dir::Dir;
/// let dir = Dir::from_file(std::fs::File::open("src").unwrap()).unwrap();
/// assert!(dir.entries().unwrap().iter().any(|entry| entry.name == b"lib.rs"));
/// let error = dir.open_file(b"no-such-file").unwrap_err();
/// assert_eq!(error.slug.name, "not-there");
/// ```
#[derive(Clone, Debug)]
pub struct Dir(Arc<OwnedFd>);

impl Dir {
    /// A directory that was opened elsewhere; anything else is refused.
    pub fn from_file(file: File) -> Result<Self> {
        let metadata = file
            .metadata()
            .map_err(|e| Error::io(slug::UNREADABLE, &e))?;
        if metadata.is_dir() {
            return Ok(Self(Arc::new(file.into())));
        }
        Err(Error::new(
            slug::NOT_A_DIRECTORY,
            "a directory",
            "something else",
        ))
    }

    /// The directory `name` below this one, through a last symbolic link only with `follow`.
    pub fn open_dir(&self, name: &[u8], follow: bool) -> Result<Self> {
        let mut flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        if !follow {
            flags |= OFlags::NOFOLLOW;
        }
        let fd = rustix::fs::openat(&*self.0, or_itself(name), flags, Mode::empty());
        fd.map(|fd| Self(Arc::new(fd))).map_err(words)
    }

    /// The file `name` below this directory, for reading, with what it is. Symbolic links are
    /// followed; a fifo does not block.
    pub fn open_file(&self, name: &[u8]) -> Result<(File, Status)> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let fd = rustix::fs::openat(&*self.0, or_itself(name), flags, Mode::empty());
        let fd = fd.map_err(words)?;
        let status = status_of(&rustix::fs::fstat(&fd).map_err(words)?);
        Ok((fd.into(), status))
    }

    /// The file `name` below this directory, which is known to be a plain one: what it is is not
    /// asked again. What took its place meanwhile does not block.
    pub(crate) fn open_plain(&self, name: &[u8]) -> Result<File> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let fd = rustix::fs::openat(&*self.0, or_itself(name), flags, Mode::empty());
        fd.map(File::from).map_err(words)
    }

    /// What `name` gives when it is read from its start to its end: a fifo waits for its writer.
    pub fn open_stream(&self, name: &[u8]) -> Result<File> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOCTTY;
        let fd = rustix::fs::openat(&*self.0, or_itself(name), flags, Mode::empty());
        fd.map(File::from).map_err(words)
    }

    /// What `name` is, through a last symbolic link only with `follow`.
    pub fn status(&self, name: &[u8], follow: bool) -> Result<Status> {
        let flags = if follow {
            AtFlags::empty()
        } else {
            AtFlags::SYMLINK_NOFOLLOW
        };
        let stat = rustix::fs::statat(&*self.0, or_itself(name), flags).map_err(words)?;
        Ok(status_of(&stat))
    }

    /// Makes an empty directory.
    pub fn make_dir(&self, name: &[u8]) -> Result<()> {
        let name = std::ffi::OsStr::from_bytes(name);
        rustix::fs::mkdirat(&*self.0, name, Mode::from_raw_mode(0o777)).map_err(unwritable)
    }

    /// Makes a file that is not there yet.
    pub fn make_file(&self, name: &[u8]) -> Result<File> {
        let flags =
            OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let name = std::ffi::OsStr::from_bytes(name);
        let fd = rustix::fs::openat(&*self.0, name, flags, Mode::from_raw_mode(0o666));
        fd.map(File::from).map_err(unwritable)
    }

    /// Makes a symbolic link that is not there yet.
    pub fn make_link(&self, name: &[u8], target: &[u8]) -> Result<()> {
        let [name, target] = [name, target].map(std::ffi::OsStr::from_bytes);
        rustix::fs::symlinkat(target, &*self.0, name).map_err(unwritable)
    }

    /// Where the symbolic link `name` points to, as written in it.
    pub fn read_link(&self, name: &[u8]) -> Result<Vec<u8>> {
        let target = rustix::fs::readlinkat(&*self.0, or_itself(name), Vec::new());
        target.map(std::ffi::CString::into_bytes).map_err(words)
    }

    /// All names in this directory but `.` and `..`, sorted by their bytes.
    pub fn entries(&self) -> Result<Vec<DirEntry>> {
        let mut entries = Vec::new();
        for entry in rustix::fs::Dir::read_from(&*self.0).map_err(words)? {
            let entry = entry.map_err(words)?;
            let name = entry.file_name().to_bytes();
            if name == b"." || name == b".." {
                continue;
            }
            // Some file systems leave the kind out of their directories.
            let kind = match FileKind::of(entry.file_type()) {
                Some(kind) => kind,
                None => self.status(name, false)?.kind,
            };
            let name = name.to_vec();
            entries.push(DirEntry { name, kind });
        }
        entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }
}

/// The empty name stands for the directory itself.
fn or_itself(name: &[u8]) -> &std::ffi::OsStr {
    std::ffi::OsStr::from_bytes(if name.is_empty() { b"." } else { name })
}

fn status_of(stat: &rustix::fs::Stat) -> Status {
    let kind = FileKind::of(FileType::from_raw_mode(stat.st_mode));
    Status {
        kind: kind.unwrap_or(FileKind::Special("a file of no known kind")),
        len: u64::try_from(stat.st_size).unwrap_or(0),
        inode: stat.st_ino,
        executable: stat.st_mode & 0o100 != 0,
        mode: stat.st_mode & 0o7777,
        mtime: (
            stat.st_mtime,
            u32::try_from(stat.st_mtime_nsec).unwrap_or(0),
        ),
        ctime: (
            stat.st_ctime,
            u32::try_from(stat.st_ctime_nsec).unwrap_or(0),
        ),
    }
}

fn unwritable(error: Errno) -> Error {
    Error::io(slug::UNWRITABLE, &error.into())
}

/// An absent file is an error of its own: it may be one that was promised.
fn words(error: Errno) -> Error {
    let slug: Slug = match error {
        Errno::NOENT | Errno::NOTDIR => slug::NOT_THERE,
        _ => slug::UNREADABLE,
    };
    Error::io(slug, &error.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> Dir {
        Dir::from_file(File::open(env!("CARGO_MANIFEST_DIR")).expect("opened")).expect("a dir")
    }

    #[test]
    fn a_file_is_no_directory() {
        let file = File::open(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).expect("opened");
        let error = Dir::from_file(file).expect_err("a file");
        assert_eq!(error.slug, slug::NOT_A_DIRECTORY);
    }

    #[test]
    fn names_resolve_below_the_handle() {
        let dir = here();
        let (_, status) = dir.open_file(b"src/lib.rs").expect("there");
        assert_eq!(status.kind, FileKind::Regular);
        let src = dir.open_dir(b"src", false).expect("there");
        assert_eq!(src.status(b"lib.rs", false).expect("there"), status);
        let itself = src.status(b"", false).expect("there");
        assert_eq!(itself.kind, FileKind::Directory);
    }

    #[test]
    fn absent_names_say_so() {
        for name in [&b"nothing"[..], b"Cargo.toml/below"] {
            let error = here().open_file(name).expect_err("absent");
            assert_eq!(error.slug, slug::NOT_THERE);
        }
    }
}
