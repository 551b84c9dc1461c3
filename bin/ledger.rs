//! Files that only grow: locked while they are open, written at their end, synced before anybody hears
//! of what stands in them. A last line that was cut off is dropped.

use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use decent::error::Error;
use rustix::fs::{FlockOperation, flock};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::bytes_of;

/// A file of lines, open and locked.
pub(crate) struct Ledger {
    file: File,
    name: Vec<u8>,
}

impl Ledger {
    /// Opens a file, made where it is not there, and reads what it holds. `read` tells with it how
    /// many bytes the whole lines have; a new file begins with `heading`.
    pub(crate) fn open<T>(
        cx: &Cx,
        path: &Path,
        heading: &str,
        read: impl FnOnce(BufReader<&File>) -> decent::Result<(T, u64)>,
    ) -> Result<(Self, T), Fail> {
        let name = bytes_of(path).to_vec();
        let failed = |e: std::io::Error| Fail::output(&e, &name);
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = options.mode(0o600).open(path).map_err(failed)?;
        flock(&file, FlockOperation::LockExclusive).map_err(|e| failed(e.into()))?;
        let anchor = |error: Error| Fail {
            role: Some(Role::Anchor),
            ..Fail::from(error).named(name.clone())
        };
        let (held, whole_bytes) = read(BufReader::new(&file)).map_err(anchor)?;
        if file.metadata().map_err(failed)?.len() > whole_bytes {
            let words = "the last line was cut off, and is dropped";
            cx.note(&format!("{}: {words}", String::from_utf8_lossy(&name)));
            file.set_len(whole_bytes).map_err(failed)?;
        }
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        if whole_bytes == 0 {
            file.write_all(heading.as_bytes()).map_err(failed)?;
        }
        Ok((Self { file, name }, held))
    }

    /// Notes a line for good.
    pub(crate) fn add(&mut self, line: &str) -> Result<(), Fail> {
        let written = self.file.write_all(line.as_bytes());
        let synced = written.and_then(|()| self.file.sync_data());
        synced.map_err(|e| Fail::output(&e, &self.name))
    }
}
