//! Inputs: a file, or standard input for `-`, opened in the role that it plays.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, Seek};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use decent::error::{Error, Result, slug};
use decent::feed;
use decent::secret::Secret;
use decent::source::Source;

/// What an input is to the question that is asked; it decides the exit status when it is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// What we trust: a key, a root, a list. Malformed, it answers nothing: 2.
    Anchor,
    /// What is judged: a proof, a signature. Malformed or short: 1.
    Evidence,
    /// The data that anchor or evidence speaks of. Wrong or short: 1.
    Subject,
}

/// An open input.
pub(crate) struct Input {
    name: Vec<u8>,
    body: Body,
}

enum Body {
    Source(Source<'static>),
    Stream(Box<dyn Read + Send>),
}

/// The largest pipe that an ordinary user may ask for.
const PIPE_BYTES: usize = 1 << 20;

impl Input {
    /// Opens `path`, `-` being standard input.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let name = path.as_os_str().as_bytes().to_vec();
        let file = if path.as_os_str() == OsStr::new("-") {
            standard_input()?
        } else {
            File::open(path).map_err(|e| Error::io(slug::UNREADABLE, &e))?
        };
        Ok(Self {
            name,
            body: body_of(file)?,
        })
    }

    /// Bytes that were read already, under the name of where they stood.
    pub(crate) fn of_source(name: Vec<u8>, source: Source<'static>) -> Self {
        Self {
            name,
            body: Body::Source(source),
        }
    }

    /// The name as it was given.
    pub(crate) fn name(&self) -> &[u8] {
        &self.name
    }

    /// The length where it is known.
    pub(crate) fn len(&self) -> Option<u64> {
        match &self.body {
            Body::Source(source) => Some(source.len()),
            Body::Stream(_) => None,
        }
    }

    /// All of it, to be cut in windows.
    pub(crate) fn feed(&mut self) -> feed::Input<'_> {
        match &mut self.body {
            Body::Source(source) => feed::Input::all(source),
            Body::Stream(stream) => feed::Input::Stream(&mut **stream),
        }
    }

    /// Bytes at known places; a stream is copied to a nameless file first.
    pub(crate) fn source(&mut self) -> Result<&Source<'static>> {
        if let Body::Stream(stream) = &mut self.body {
            self.body = Body::Source(spooled(&mut **stream)?);
        }
        match &self.body {
            Body::Source(source) => Ok(source),
            Body::Stream(_) => Err(Error::new(slug::UNREADABLE, "a file", "a stream")),
        }
    }

    /// The same, to be kept.
    pub(crate) fn into_source(mut self) -> Result<Source<'static>> {
        self.source()?;
        match self.body {
            Body::Source(source) => Ok(source),
            Body::Stream(_) => Err(Error::new(slug::UNREADABLE, "a file", "a stream")),
        }
    }

    /// All of a small artefact in memory, refused past `most` bytes.
    pub(crate) fn read_all(&mut self, most: u64) -> Result<Vec<u8>> {
        let too_large = || Error::new(slug::TOO_LARGE, format!("at most {most} bytes"), "more");
        match &mut self.body {
            Body::Source(source) if source.len() > most => Err(too_large()),
            Body::Source(source) => {
                let bytes = source.window(0..source.len())?.into_owned();
                source.check()?;
                Ok(bytes)
            }
            Body::Stream(stream) => {
                let mut bytes = Vec::new();
                let limited = stream.take(most.saturating_add(1)).read_to_end(&mut bytes);
                limited.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
                if bytes.len() as u64 > most {
                    Err(too_large())
                } else {
                    Ok(bytes)
                }
            }
        }
    }

    /// All of a small secret, in the one place that is wiped.
    pub(crate) fn read_secret(&mut self, most: usize) -> Result<Secret> {
        let too_large = || Error::new(slug::TOO_LARGE, format!("at most {most} bytes"), "more");
        let mut bytes = zeroize::Zeroizing::new(vec![0; most + 1]);
        let filled = match &mut self.body {
            Body::Source(source) if source.len() > most as u64 => return Err(too_large()),
            Body::Source(source) => {
                let length = source.len() as usize;
                source.read_at(0, bytes.get_mut(..length).unwrap_or_default())?;
                length
            }
            Body::Stream(stream) => {
                let mut filled = 0;
                loop {
                    let room = bytes.get_mut(filled..).unwrap_or_default();
                    match stream.read(room) {
                        Ok(0) => break filled,
                        Ok(count) => filled += count,
                        Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                        Err(e) => return Err(Error::io(slug::UNREADABLE, &e)),
                    }
                }
            }
        };
        if filled > most {
            return Err(too_large());
        }
        Ok(Secret::from(bytes.get(..filled).unwrap_or_default()))
    }

    /// All of it as a stream of bytes in order, for readers of lines.
    pub(crate) fn reader(&mut self) -> Box<dyn Read + Send + '_> {
        match &mut self.body {
            Body::Source(source) => Box::new(feed::Reader::new(source, 0..source.len())),
            Body::Stream(stream) => Box::new(stream),
        }
    }
}

/// Standard input from where it stands; its pipe is enlarged.
fn standard_input() -> Result<File> {
    let unreadable = |e: std::io::Error| Error::io(slug::UNREADABLE, &e);
    let file = rustix::io::dup(rustix::stdio::stdin()).map_err(|e| unreadable(e.into()))?;
    Ok(File::from(file))
}

/// Maps or seeks where that gives the same bytes as reading would, else reads.
fn body_of(mut file: File) -> Result<Body> {
    let metadata = file
        .metadata()
        .map_err(|e| Error::io(slug::UNREADABLE, &e))?;
    let kind = metadata.file_type();
    if kind.is_fifo() {
        enlarge_pipe(&file);
    }
    let at_start = file.stream_position().is_ok_and(|at| at == 0);
    let seekable = kind.is_dir() || kind.is_block_device() || kind.is_file() && metadata.len() > 0;
    if seekable && at_start {
        return Ok(Body::Source(Source::from_file(file)?));
    }
    Ok(Body::Stream(Box::new(file)))
}

/// A default pipe carries a third of what an enlarged one does; where it can't be, it stays.
pub(crate) fn enlarge_pipe(file: &impl std::os::fd::AsFd) {
    let _ = rustix::pipe::fcntl_setpipe_size(file, PIPE_BYTES);
}

/// A stream copied into a file without a name, which goes when it is closed.
fn spooled(stream: &mut dyn Read) -> Result<Source<'static>> {
    let unwritable = |e: std::io::Error| Error::io(slug::UNWRITABLE, &e);
    let mut file = crate::output::nameless(&std::env::temp_dir()).map_err(unwritable)?;
    std::io::copy(stream, &mut file).map_err(unwritable)?;
    file.rewind().map_err(unwritable)?;
    Source::from_file(file)
}
