//! Files that only grow: locked while they are open, written at their end, synced before anybody hears
//! of what stands in them. A last line that was cut off is dropped; a file that is none of ours is
//! never cut.

use std::fs::{File, Metadata};
use std::io::{BufReader, Read, Seek, SeekFrom, Take, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use decent::error::{Error, Slug};
use rustix::fs::{FlockOperation, flock};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::bytes_of;

/// What a file is to be.
pub(crate) struct Form<'a> {
    /// What a new file begins with.
    pub(crate) heading: &'a str,
    /// What is said of a file of another kind.
    pub(crate) wrong: Slug,
}

/// A file of lines, open and locked.
pub(crate) struct Ledger {
    file: File,
    name: Vec<u8>,
    /// Bytes that stand in it for good.
    len: u64,
}

impl Ledger {
    /// Opens a file, made where it is not there, and reads what it holds. `read` tells with it how
    /// many bytes the whole lines have.
    pub(crate) fn open<T>(
        cx: &Cx,
        path: &Path,
        form: &Form<'_>,
        read: impl FnOnce(BufReader<&File>) -> decent::Result<(T, u64)>,
    ) -> Result<(Self, T), Fail> {
        let name = bytes_of(path).to_vec();
        let failed = |e: std::io::Error| Fail::output(&e, &name);
        let anchor = |error: Error| Fail {
            role: Some(Role::Anchor),
            ..Fail::from(error).named(name.clone())
        };
        let mut file = locked(path).map_err(failed)?;
        let (held, mut len) = read(BufReader::new(&file)).map_err(anchor)?;
        if file.metadata().map_err(failed)?.len() > len {
            if len == 0 && !begins(&mut file, form.heading).map_err(failed)? {
                let found = "one line without an end";
                return Err(anchor(Error::new(form.wrong, "a file of its lines", found)));
            }
            let words = "the last line was cut off, and is dropped";
            cx.note(&format!("{}: {words}", String::from_utf8_lossy(&name)));
            file.set_len(len).map_err(failed)?;
        }
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        if len == 0 {
            append(&mut file, len, form.heading).map_err(failed)?;
            len = form.heading.len() as u64;
            synced_name(path).map_err(failed)?;
        }
        Ok((Self { file, name, len }, held))
    }

    /// All of its lines, from the first.
    pub(crate) fn lines(&mut self) -> std::io::Result<BufReader<Take<&File>>> {
        self.file.rewind()?;
        Ok(BufReader::new((&self.file).take(self.len)))
    }

    /// Notes a line for good.
    pub(crate) fn add(&mut self, line: &str) -> Result<(), Fail> {
        let added = append(&mut self.file, self.len, line);
        added.map_err(|e| Fail::output(&e, &self.name))?;
        self.len += line.len() as u64;
        Ok(())
    }
}

/// The file of a name, made where it is not there, and locked. One that was replaced while we waited
/// for it is no longer the one of that name.
fn locked(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    let number = |file: &Metadata| (file.dev(), file.ino());
    loop {
        let file = options.mode(0o600).open(path)?;
        flock(&file, FlockOperation::LockExclusive)?;
        let now = std::fs::metadata(path).ok();
        if now.is_some_and(|now| {
            file.metadata()
                .is_ok_and(|own| number(&own) == number(&now))
        }) {
            return Ok(file);
        }
    }
}

/// Whether all that stands in a file is the beginning of a heading: then it was being made when its
/// maker stopped, and nothing is lost with it.
fn begins(file: &mut File, heading: &str) -> std::io::Result<bool> {
    let mut held = Vec::new();
    file.rewind()?;
    let bounded = (&*file).take(heading.len() as u64 + 1);
    { bounded }.read_to_end(&mut held)?;
    Ok(heading.as_bytes().starts_with(&held))
}

/// Writes and syncs a line at the end; where that fails, half a line does not stay.
fn append(file: &mut File, len: u64, line: &str) -> std::io::Result<()> {
    let written = file.write_all(line.as_bytes());
    let synced = written.and_then(|()| file.sync_data());
    if synced.is_err() {
        // What went wrong is told; whether this goes well changes nothing in it.
        let _ = file.set_len(len);
        let _ = file.seek(SeekFrom::End(0));
    }
    synced
}

/// Syncs the folder in which a file is new: its name lasts too.
fn synced_name(path: &Path) -> std::io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
