//! Outputs: standard output and standard error, artefacts that appear whole or not at all, names
//! that no terminal and no list can misread. The only file that prints.

use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use decent::error::{Error, slug};
use rustix::fs::{AtFlags, CWD, Mode, OFlags};

use crate::fail::{CLOSED_PIPE, Fail};

/// Bytes gathered before one write.
const BUFFER: usize = 64 << 10;

/// Prose in longer lines is hard to read.
const WIDEST: usize = 80;

/// A standard stream, written through one buffer.
pub(crate) struct Stream {
    buffer: BufWriter<Raw>,
    terminal: bool,
    /// What its errors call it.
    name: &'static [u8],
}

/// The descriptor itself: `std` would hide a closed one.
struct Raw(rustix::fd::BorrowedFd<'static>);

impl Write for Raw {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(rustix::io::write(self.0, bytes)?)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Stream {
    /// Standard output; its pipe is enlarged.
    pub(crate) fn stdout() -> Self {
        let stdout = rustix::stdio::stdout();
        crate::input::enlarge_pipe(&stdout);
        Self {
            buffer: BufWriter::with_capacity(BUFFER, Raw(stdout)),
            terminal: stdout.is_terminal(),
            name: b"standard output",
        }
    }

    /// Standard error, every line at once.
    pub(crate) fn stderr() -> Self {
        let stderr = rustix::stdio::stderr();
        Self {
            buffer: BufWriter::with_capacity(0, Raw(stderr)),
            terminal: stderr.is_terminal(),
            name: b"standard error",
        }
    }

    /// Whether a person reads it.
    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// How wide the lines of prose may be on the terminal; `None` where it is none.
    pub(crate) fn columns(&self) -> Option<usize> {
        let size = rustix::termios::tcgetwinsize(self.buffer.get_ref().0);
        let columns = size.map_or(0, |size| usize::from(size.ws_col));
        let columns = if columns == 0 { WIDEST } else { columns };
        self.terminal.then_some(columns.min(WIDEST))
    }

    /// Puts `bytes` down, at once where a person waits for them.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> Result<(), Fail> {
        let put = self.buffer.write_all(bytes);
        put.and_then(|()| {
            if self.terminal {
                self.buffer.flush()
            } else {
                Ok(())
            }
        })
        .map_err(|e| self.failed(&e))
    }

    /// Puts `bytes` down at once, past the buffer, which would keep them.
    pub(crate) fn put_unbuffered(&mut self, bytes: &[u8]) -> Result<(), Fail> {
        self.flush()?;
        let put = self.buffer.get_mut().write_all(bytes);
        put.map_err(|e| self.failed(&e))
    }

    /// Puts down all that is still in the buffer.
    pub(crate) fn flush(&mut self) -> Result<(), Fail> {
        self.buffer.flush().map_err(|e| self.failed(&e))
    }

    /// What could not be written is forgotten, or it would be tried again at the end.
    fn failed(&mut self, error: &std::io::Error) -> Fail {
        let raw = Raw(self.buffer.get_ref().0);
        let (_, unwritten) = std::mem::replace(&mut self.buffer, BufWriter::new(raw)).into_parts();
        drop(unwritten);
        Fail::output(error, self.name)
    }
}

/// Says something on standard error; if even that fails there is nobody to tell.
pub(crate) fn complain(bytes: &[u8]) {
    drop(Stream::stderr().buffer.write_all(bytes));
}

/// Prints help or the version and returns the exit status.
pub(crate) fn print_and_end(text: &clap::builder::StyledStr, to_stdout: bool) -> u8 {
    if !to_stdout {
        complain(text.to_string().as_bytes());
        return 2;
    }
    let mut stdout = Stream::stdout();
    let colored = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
    let text = if colored {
        text.ansi().to_string()
    } else {
        text.to_string()
    };
    match stdout.put(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => 0,
        Err(fail) if fail.closed => CLOSED_PIPE,
        Err(fail) => {
            complain(&fail.text("", false));
            2
        }
    }
}

/// A file that is made: whole under its name in the end, or not at all.
pub(crate) struct Artefact {
    file: File,
    place: Place,
    name: Vec<u8>,
    /// Whether it may take the place of a file that is there.
    replaces: bool,
}

enum Place {
    /// A file without a name yet, to be put at a path.
    Nameless(PathBuf),
    /// A file with a name of its own beside the path, where the file system knows no other way.
    Beside {
        temporary: PathBuf,
        target: PathBuf,
        done: bool,
    },
    /// A device or pipe that is there already.
    Direct,
}

impl Artefact {
    /// Begins the file that will be `path`.
    pub(crate) fn begin(path: &Path) -> Result<Self, Fail> {
        let name = path.as_os_str().as_bytes().to_vec();
        let failed = |e: std::io::Error| Fail::output(&e, &name);
        let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let old = target.metadata().ok();
        if let Some(old) = old.as_ref().filter(|old| !old.is_file()) {
            let kind = old.file_type();
            if kind.is_dir() {
                return Err(failed(std::io::ErrorKind::IsADirectory.into()));
            }
            let file = File::options().write(true).open(&target).map_err(failed)?;
            if kind.is_fifo() {
                crate::input::enlarge_pipe(&file);
            }
            return Ok(Self {
                file,
                place: Place::Direct,
                name,
                replaces: true,
            });
        }
        let (file, place) = made(target).map_err(failed)?;
        let mode = old.map_or(0o666 & !umask(), |old| old.mode() & 0o7777);
        drop(file.set_permissions(std::fs::Permissions::from_mode(mode)));
        Ok(Self {
            file,
            place,
            name,
            replaces: true,
        })
    }

    /// Begins the file that will be `path`, where nothing is there yet; what comes to be there meanwhile
    /// stays.
    pub(crate) fn begin_new(path: &Path) -> Result<Self, Fail> {
        let mut artefact = Self::begin(path)?;
        artefact.replaces = false;
        Ok(artefact)
    }

    /// Begins a file that only its owner can read, whatever the umask says. Where a file is there in
    /// the end it stays, unless this one `replaces` it.
    pub(crate) fn begin_secret(path: &Path, replaces: bool) -> Result<Self, Fail> {
        let other = path.metadata().is_ok_and(|old| !old.is_file());
        if other {
            return Self::begin(path);
        }
        let name = path.as_os_str().as_bytes().to_vec();
        let failed = |e: std::io::Error| Fail::output(&e, &name);
        // A name that leads elsewhere is itself replaced: what it led to is someone else's.
        let (file, place) = made(path.to_owned()).map_err(failed)?;
        let mode = std::fs::Permissions::from_mode(0o600);
        file.set_permissions(mode).map_err(failed)?;
        Ok(Self {
            file,
            place,
            name,
            replaces,
        })
    }

    /// The name that was given.
    pub(crate) fn name(&self) -> &[u8] {
        &self.name
    }

    /// The file, where it is made anew and not a pipe or a device that is there already.
    pub(crate) fn own_file(&mut self) -> Option<&mut File> {
        match self.place {
            Place::Direct => None,
            Place::Nameless(_) | Place::Beside { .. } => Some(&mut self.file),
        }
    }

    /// Syncs the file and puts it under its name; what stood there before stays until then.
    pub(crate) fn commit(mut self) -> Result<(), Fail> {
        let name = std::mem::take(&mut self.name);
        self.put_in_place().map_err(|e| match e.kind() {
            // It came to be there meanwhile.
            std::io::ErrorKind::AlreadyExists => {
                let error = Error::new(slug::ALREADY_THERE, "", "it is there already");
                Fail::from(error).named(name)
            }
            _ => Fail::output(&e, &name),
        })
    }

    fn put_in_place(&mut self) -> std::io::Result<()> {
        let replaces = self.replaces;
        match &mut self.place {
            Place::Direct => Ok(()),
            Place::Nameless(target) => {
                self.file.sync_all()?;
                let descriptor = format!(
                    "/proc/self/fd/{}",
                    std::os::fd::AsRawFd::as_raw_fd(&self.file)
                );
                let follow = AtFlags::SYMLINK_FOLLOW;
                if !replaces {
                    // A link takes no name that is taken.
                    return Ok(rustix::fs::linkat(CWD, descriptor, CWD, &*target, follow)?);
                }
                let temporary = beside(target);
                rustix::fs::linkat(CWD, descriptor, CWD, &temporary, follow)?;
                std::fs::rename(&temporary, target)
                    .inspect_err(|_| drop(std::fs::remove_file(&temporary)))
            }
            Place::Beside {
                temporary,
                target,
                done,
            } => {
                self.file.sync_all()?;
                if replaces {
                    std::fs::rename(temporary, target)?;
                    *done = true;
                    return Ok(());
                }
                // The other name goes when this one does.
                std::fs::hard_link(temporary, target)
            }
        }
    }
}

impl Write for Artefact {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Artefact {
    fn drop(&mut self) {
        if let Place::Beside {
            temporary,
            done: false,
            ..
        } = &self.place
        {
            drop(std::fs::remove_file(temporary));
        }
    }
}

/// A file that is to stand at `target` in the end, only its owner's until then.
fn made(target: PathBuf) -> std::io::Result<(File, Place)> {
    match nameless(folder_of(&target)) {
        Ok(file) => Ok((file, Place::Nameless(target))),
        Err(error) if no_nameless(&error) => {
            let temporary = beside(&target);
            let mut options = File::options();
            options.write(true).read(true).create_new(true);
            let file = options.mode(0o600).open(&temporary)?;
            let place = Place::Beside {
                temporary,
                target,
                done: false,
            };
            Ok((file, place))
        }
        Err(error) => Err(error),
    }
}

/// A new file in `folder` that has no name, and goes when it is closed.
pub(crate) fn nameless(folder: &Path) -> std::io::Result<File> {
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let mode = Mode::from_raw_mode(0o600);
    Ok(File::from(rustix::fs::open(folder, flags, mode)?))
}

/// Whether a file system (or a system) has no files without a name.
fn no_nameless(error: &std::io::Error) -> bool {
    let code = error.raw_os_error();
    [libc::EOPNOTSUPP, libc::EISDIR, libc::EINVAL]
        .map(Some)
        .contains(&code)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A name in the same folder that nobody else takes.
fn beside(target: &Path) -> PathBuf {
    let nanos = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let nanos = nanos.map_or(0, |since| since.subsec_nanos());
    folder_of(target).join(format!(".decent-{}-{nanos}", std::process::id()))
}

fn umask() -> u32 {
    let mask = rustix::process::umask(Mode::from_raw_mode(0o077));
    rustix::process::umask(mask);
    mask.as_raw_mode()
}

/// Whether a stream is the same open file as `file`.
pub(crate) fn is_terminal(stream: &impl AsFd) -> bool {
    rustix::termios::isatty(stream)
}

/// The width of the terminal that standard output is, in letters.
pub(crate) fn terminal_width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    Some(usize::from(size.ws_col)).filter(|width| *width >= 10)
}
