//! The content of torrents on its way in: a folder, a file, or a stream.

use std::ffi::OsStr;
use std::fs::File;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use decent::dir::Dir;
use decent::error::{Error, slug};
use decent::hash::Engine;
use decent::torrent::{Info, Layout};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Input;
use crate::report::bytes_of;

/// Where the content of a torrent is.
pub(crate) enum Content {
    /// Below this folder.
    Folder(Dir),
    /// In one file or stream.
    Input(Input),
}

/// An open folder.
pub(crate) fn folder(path: &Path) -> Result<Dir, Fail> {
    let file = File::open(path).map_err(|e| Error::io(slug::UNREADABLE, &e));
    let dir = file.and_then(Dir::from_file);
    dir.map_err(|error| Fail::from(error).named(bytes_of(path)))
}

/// The content of a torrent at `path`: its folder, the folder above that, or its only file.
pub(crate) fn find(cx: &mut Cx, path: &Path, info: &Info) -> Result<Content, Fail> {
    if bytes_of(path) == b"-" || !path.is_dir() {
        let input = cx.subject("data", path)?;
        if info.layout() == Layout::Folder && input.len().is_some() && bytes_of(path) != b"-" {
            let error = Error::new(slug::NOT_A_DIRECTORY, "the torrent's folder", "a file");
            return Err(Fail::from(error).named(bytes_of(path)));
        }
        return Ok(Content::Input(input));
    }
    let (dir, _) = below(path, info)?;
    Ok(Content::Folder(dir))
}

/// The folder of a torrent at `path`, or below it under the torrent's name.
pub(crate) fn below(path: &Path, info: &Info) -> Result<(Dir, PathBuf), Fail> {
    let dir = folder(path)?;
    if info.layout() == Layout::Folder {
        let here = |file: &decent::torrent::File| dir.status(file.path().as_bytes(), false).is_ok();
        let below = path.join(OsStr::from_bytes(info.name()));
        if !info.files().any(here) && below.is_dir() {
            return Ok((folder(&below)?, below));
        }
    }
    Ok((dir, path.to_owned()))
}

/// What hashes files below `path`: by one thread, in order, where the disk has to seek.
pub(crate) fn engine(cx: &Cx, path: &Path) -> Result<Engine, Fail> {
    let engine = cx.engine()?;
    if seeks(path) {
        return Ok(engine.with_threads(std::num::NonZeroUsize::MIN));
    }
    Ok(engine)
}

/// Whether a file lies on a disk that turns.
fn seeks(path: &Path) -> bool {
    let Ok(status) = std::fs::metadata(path) else {
        return false;
    };
    let (major, minor) = (libc::major(status.dev()), libc::minor(status.dev()));
    let device = format!("/sys/dev/block/{major}:{minor}");
    // A partition has no queue; its disk above it has.
    let queues = ["queue/rotational", "../queue/rotational"];
    let told = queues.map(|queue| std::fs::read(Path::new(&device).join(queue)));
    told.iter().flatten().any(|told| told.starts_with(b"1"))
}
