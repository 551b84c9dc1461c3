//! `manifest new`: a list of files and folders.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::dir::Dir;
use decent::error::Error;
use decent::manifest::{
    Algorithm, Content, Entry, Format, Made as Name, Making, Piece, Symlinks, Top, Work, Writer,
    make,
};

use crate::args::{Create, Size};
use crate::commands::Tool;
use crate::content::folder;
use crate::cx::{Cx, Made};
use crate::fail::{Carried, Fail};
use crate::input::Input;
use crate::report::bytes_of;

/// What `--algorithm` takes.
pub(crate) const ALGORITHMS: [&str; 4] = ["sha256", "sha512", "sha1", "blake3"];

/// The folder in which names are resolved.
pub(crate) fn here() -> Result<Dir, Fail> {
    folder(Path::new("."))
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Links {
    /// A link to a file counts as that file, one to a folder is passed over
    Follow,
    /// Every link is passed over
    Skip,
    /// A link is listed as itself (with --roots)
    Keep,
}

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The hash
    #[arg(long, value_name = "HASH", default_value = "sha256", value_parser = ALGORITHMS)]
    algorithm: String,
    /// Lines as BSD writes them: `SHA256 (NAME) = HEX`
    #[arg(long, conflicts_with = "roots")]
    tag: bool,
    /// JSON Lines with sizes, digests and BEP 52 roots
    #[arg(long)]
    roots: bool,
    /// With --roots: bytes that one hash of a layer spans at least
    #[arg(long, value_name = "SIZE", requires = "roots", default_value = "1M")]
    piece: Size,
    /// What is done about symbolic links inside a folder
    #[arg(long, value_name = "HOW", default_value = "follow")]
    symlinks: Links,
    /// End lines with NUL and escape nothing
    #[arg(short = '0', long = "zero", conflicts_with = "roots")]
    zero: bool,
    #[command(flatten)]
    create: Create,
    /// Files and folders; none, or `-`, is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes a list of files with their digests, folders walked, in the order of the tree, the same
bytes every time. `sha256sum -c` and `b3sum -c` check it. With --roots each line is a JSON object
that carries size, digest and the root that a v2 torrent of the file carries, so that a damaged
file can be told by ranges. A file that can't be read is named, the status is 2, and with -o no
list is written.";
    const EXAMPLES: &'static str = "$ mkdir d && echo hello > d/a && echo world > d/b
$ decent manifest new d | sha256sum -c
d/a: OK
d/b: OK
$ decent manifest new --tag --algorithm sha1 d/a
SHA1 (d/a) = f572d396fae9206628714fb2ce00f72e94f2258f
$ cd d && decent manifest new . -o SUMS && decent manifest new . -o SUMS
decent manifest new: ./SUMS: passed over, it is the list that is made";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let (making, format) = self.asked()?;
        let (dir, engine) = (here()?, cx.engine()?);
        let (tops, mut stdin) = tops(cx, self.paths)?;
        let mut reader = stdin.as_mut().map(Input::reader);
        let stdin = reader
            .as_mut()
            .map(|reader| &mut **reader as &mut (dyn Read + Send));
        let watch = cx.watch(None);
        let work = Work {
            dir: &dir,
            stdin,
            engine,
            watch: &watch,
        };
        let mut troubles = Vec::new();
        let own = Own::of(&self.create, &tops);
        let bare = cx.no_names();
        let carried = RefCell::new(Carried::default());
        let sink = Sink {
            made: cx.create(&self.create, false)?,
            carried: &carried,
        };
        let to_file = matches!(sink.made, Made::File(_));
        let written = (|| {
            let mut lines = Lines::begin(sink, bare, format, making.algorithm)?;
            make(work, tops, making, |name| {
                match name {
                    Name::Entry(entry) if own.is(&entry.name) => {
                        troubles.push((entry.name, Err("it is the list that is made")));
                    }
                    Name::Entry(entry) => return lines.put(&entry),
                    Name::Skipped { name, what } => troubles.push((name, Err(what))),
                    Name::Unreadable { name, error } => troubles.push((name, Ok(error))),
                }
                Ok(())
            })?;
            lines.finish()
        })();
        let sink = match carried.take().end(written.map(|sink| sink.made)) {
            // A list that lacks a file must not stand where a whole one is expected.
            Ok(_) if to_file && troubles.iter().any(|(_, trouble)| trouble.is_ok()) => None,
            Ok(made) => Some(made),
            Err(fail) => return Err(fail),
        };
        sink.map_or(Ok(()), Made::finish)?;
        drop(watch);
        tell(cx, troubles)?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// What is asked of the library.
    fn asked(&self) -> Result<(Making, Format), Fail> {
        let piece = if self.roots {
            Some(Piece::new(self.piece.0)?)
        } else {
            None
        };
        let symlinks = match self.symlinks {
            Links::Follow => Symlinks::Follow,
            Links::Skip => Symlinks::Skip,
            Links::Keep => Symlinks::Keep,
        };
        let (tag, zero) = (self.tag, self.zero);
        let format = piece.map_or(Format::Text { tag, zero }, Format::Json);
        Ok((
            Making {
                algorithm: Algorithm::named(&self.algorithm)?,
                piece,
                symlinks,
            },
            format,
        ))
    }
}

/// The paths that are asked for, and standard input where it is one of them.
fn tops(cx: &mut Cx, paths: Vec<PathBuf>) -> Result<(Vec<Top>, Option<Input>), Fail> {
    let mut stdin = None;
    let mut tops = Vec::new();
    for path in Cx::files(paths) {
        let name = bytes_of(&path);
        if name == b"-" {
            stdin = Some(cx.subject("", &path)?);
            tops.push(Top::Stream {
                shown: name.to_vec(),
            });
        } else {
            tops.push(Top::path(name));
        }
    }
    Ok((tops, stdin))
}

/// The list itself as it stood before, which a folder that is walked may hold: listed, it could
/// never be right.
struct Own {
    /// Where the list goes: its last name, and which file that is now.
    target: Option<(Vec<u8>, u64, u64)>,
    /// What is asked for by name is listed whatever it is.
    asked: Vec<Vec<u8>>,
}

impl Own {
    fn of(create: &Create, tops: &[Top]) -> Self {
        let path = create.output.as_deref();
        let target = path.and_then(|path| {
            let there = path.metadata().ok()?;
            let name = path.file_name()?.as_encoded_bytes().to_vec();
            Some((name, there.dev(), there.ino()))
        });
        let name = |top: &Top| match top {
            Top::Path { shown, .. } | Top::Stream { shown } => shown.clone(),
        };
        Self {
            target,
            asked: tops.iter().map(name).collect(),
        }
    }

    fn is(&self, name: &[u8]) -> bool {
        let Some((last, dev, ino)) = &self.target else {
            return false;
        };
        let path = Path::new(OsStr::from_bytes(name));
        let same_name = path.file_name().is_some_and(|one| one.as_bytes() == last);
        let same = |there: std::fs::Metadata| (there.dev(), there.ino()) == (*dev, *ino);
        same_name
            && !self.asked.iter().any(|asked| asked == name)
            && path.metadata().is_ok_and(same)
    }
}

/// Says what is not in the list, and why.
fn tell(cx: &mut Cx, troubles: Vec<(Vec<u8>, Result<Error, &'static str>)>) -> Result<(), Fail> {
    for (name, trouble) in troubles {
        match trouble {
            Ok(error) => cx.complain(Fail::from(error).named(name))?,
            Err(what) => cx.note(&format!(
                "{}: passed over, {what}",
                String::from_utf8_lossy(&name)
            )),
        }
    }
    Ok(())
}

/// The lines of the list, or the digests alone.
enum Lines<'a> {
    List(Writer<Sink<'a>>),
    Bare(Sink<'a>),
}

impl<'a> Lines<'a> {
    fn begin(sink: Sink<'a>, bare: bool, format: Format, hash: Algorithm) -> decent::Result<Self> {
        match format {
            Format::Text { .. } if bare => Ok(Self::Bare(sink)),
            _ => Ok(Self::List(Writer::new(sink, format, hash)?)),
        }
    }

    fn put(&mut self, entry: &Entry) -> decent::Result<()> {
        match self {
            Self::List(writer) => writer.entry(entry),
            Self::Bare(sink) => match &entry.content {
                Content::File(file) => sink.put(format!("{}\n", file.digest.hex()).as_bytes()),
                Content::Link(_) => Ok(()),
            },
        }
    }

    fn finish(self) -> decent::Result<Sink<'a>> {
        match self {
            Self::List(writer) => writer.finish(),
            Self::Bare(sink) => Ok(sink),
        }
    }
}

/// The artefact as the library writes it; a fail is kept for the end.
struct Sink<'a> {
    made: Made<'a>,
    carried: &'a RefCell<Carried>,
}

impl Sink<'_> {
    fn put(&mut self, bytes: &[u8]) -> decent::Result<()> {
        self.carried.borrow_mut().pass(self.made.put(bytes))
    }
}

impl Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.put(bytes)
            .map(|()| bytes.len())
            .map_err(std::io::Error::other)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
