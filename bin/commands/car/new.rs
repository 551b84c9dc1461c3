//! `car new`: archives of files and folders.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::car::index::Format;
use decent::car::make::{self, Making, Shelf};
use decent::cid::file::Work;
use decent::cid::folder;
use decent::cid::import::Import;
use decent::cid::kinds::{Id, Wanted};
use decent::cid::layout::Node;
use decent::cid::params::Params;
use decent::cid::unixfs::Meta;
use decent::codec::dag_pb::Link;
use decent::error::{Error, slug};
use decent::source::Source;
use decent::watch::{Step, Watch};

use crate::args::Create;
use crate::commands::Tool;
use crate::commands::cid::new::walk;
use crate::cx::{Cx, Made};
use crate::fail::{Carried, Fail};
use crate::imports::{Knobs, profiles, status, with_params};
use crate::output::nameless;
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The profile or preset
    #[arg(short, long, value_name = "PROFILE", value_parser = profiles(), default_value = "unixfs-v1-2025")]
    profile: String,
    /// Leave the chunks out: the rest proves any byte range of a plain copy
    #[arg(long)]
    no_leaves: bool,
    /// A folder around all paths, so that there is one root
    #[arg(short, long)]
    wrap: bool,
    /// A `CARv2` with an index
    #[arg(long)]
    v2: bool,
    /// The layout of that index
    #[arg(long, value_name = "FORMAT", requires = "v2", default_value = "multihash-sorted", value_parser = Format::NAMES.map(|(name, _)| name))]
    index: String,
    #[command(flatten)]
    knobs: Knobs,
    #[command(flatten)]
    create: Create,
    /// Files and folders; none, or `-`, is standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes an archive of blocks (CAR) of files and folders: the same bytes every time, blocks in the
order in which a reader comes by them, each once. All options of `cid new` decide the blocks. With
--no-leaves only the nodes above the chunks go in, some 0.005 to 0.02 % of a large file: with that
`cid verify --dag` checks any range of a plain copy. The IDs of the roots go to the report. Files are
read twice; what changes in between is an error.";
    const EXAMPLES: &'static str = "$ mkdir d && seq 9 > d/a && seq 9999 > d/b
$ decent car new d -o d.car
bafybeidvfwmoqc2llifnt6l3s6tj5yvwfbnlvnw7xq2xehlqn67zhqhcd4  d
$ decent car verify d.car
d.car: OK (3 blocks)
$ decent car new -q --v2 --wrap d/a d/b | decent car list --no-names | wc -l
3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let params = self.knobs.params(&self.profile)?;
        let (_, index) = Format::NAMES
            .iter()
            .find(|(name, _)| *name == self.index)
            .copied()
            .unwrap_or(("", Format::MultihashSorted));
        let making = Making {
            params,
            no_leaves: self.no_leaves,
            v2: self.v2.then_some(index),
        };
        let mut shelf = Shelf::new(scratch()?);
        let mut tops = Vec::new();
        for path in Cx::files(self.paths) {
            tops.push(Top::import(cx, &path, params, &mut shelf)?);
        }
        let mut roots: Vec<Node> = tops.iter().map(|top| top.node.clone()).collect();
        if self.wrap {
            roots = vec![wrap(&tops, &params, &mut shelf)?];
        }
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "first all IDs are found, and the nodes above the chunks kept aside; then blocks go out";
            watch.step(
                &Step::new("roots", why)
                    .value("parameters", params)
                    .value("root", roots[0].cid.to_string()),
            );
        }
        drop(watch);
        let (engine, wrapped) = (cx.engine()?, self.wrap);
        let carried = RefCell::new(Carried::default());
        let mut sink = Sink {
            made: cx.create(&self.create, true)?,
            carried: &carried,
        };
        let mut open = |root: usize, path: &[u8]| open_file(&tops, wrapped, root, path);
        let ended = make::write(&mut sink, &roots, making, engine, &mut shelf, &mut open);
        let made = sink.made;
        let written = carried.take().end(ended)?;
        made.finish()?;
        let names = tops.iter().map(|top| {
            if wrapped {
                None
            } else {
                Some(top.name.clone())
            }
        });
        for (root, name) in roots.iter().zip(names) {
            let record = Record::value("cid", root.cid.to_string());
            let record = match name {
                Some(name) => record.name(&name),
                None => record,
            };
            let record = record.aside("size", root.size.to_string());
            let record = record.aside("blocks", written.blocks.to_string());
            cx.emit(&with_params(
                record.aside("bytes", written.bytes.to_string()),
                &params,
            ))?;
        }
        Ok(Verdict::Yes)
    }
}

/// A nameless file for what is kept aside.
pub(crate) fn scratch() -> Result<File, Fail> {
    let folder = std::env::temp_dir();
    nameless(&folder).map_err(|e| Fail::output(&e, bytes_of(&folder)))
}

/// A path that is asked for.
struct Top {
    name: Vec<u8>,
    path: PathBuf,
    node: Node,
    /// What came from a stream.
    spooled: Option<File>,
}

impl Top {
    fn import(cx: &mut Cx, path: &Path, params: Params, shelf: &mut Shelf) -> Result<Self, Fail> {
        let wanted = [Wanted::unixfs(params)];
        let mut on = |_: usize, cid: &_, block: &[u8]| shelf.put(cid, block);
        let name = bytes_of(path).to_vec();
        let mut spooled = None;
        let ids = if name != b"-" && path.is_dir() {
            let watch = cx.watch(None);
            walk(cx, path, &wanted, &watch, &mut on)?
        } else {
            let mut input = cx.subject("", path)?;
            let watch = cx.watch(input.len());
            let engine = cx.engine()?;
            let source = if name == b"-" || input.len().is_none() {
                let file = spool(&mut *input.reader())?;
                let source = Source::from_file(clone_of(&file)?)?;
                spooled = Some(file);
                source
            } else {
                input.into_source()?
            };
            let work = Work {
                engine,
                watch: &watch,
            };
            Import::new(&wanted, work, &mut on).file(&source, status(path))?
        };
        let Some(Id::Node(node)) = ids.into_iter().flatten().next() else {
            let error = Error::new(slug::NOTHING_INSIDE, "a file in the folder", "none");
            return Err(Fail::from(error).named(name));
        };
        Ok(Self {
            name,
            path: path.to_owned(),
            node,
            spooled,
        })
    }
}

fn clone_of(file: &File) -> decent::Result<File> {
    file.try_clone()
        .map_err(|e| Error::io(slug::UNREADABLE, &e))
}

fn spool(stream: &mut dyn std::io::Read) -> Result<File, Fail> {
    let mut file = scratch()?;
    let copied = std::io::copy(stream, &mut file);
    copied.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
    Ok(file)
}

/// The folder around all tops, under their last names.
fn wrap(tops: &[Top], params: &Params, shelf: &mut Shelf) -> Result<Node, Fail> {
    let mut links: Vec<Link> = Vec::new();
    for top in tops {
        let name = wrapped_name(top);
        if links.iter().any(|link| link.name == name) {
            let found = format!("{:?} twice", String::from_utf8_lossy(&name));
            return Err(Error::new(
                slug::PATHS_OVERLAP,
                "paths with different last names",
                found,
            )
            .into());
        }
        links.push(Link {
            cid: top.node.cid.clone(),
            name,
            tsize: top.node.tsize,
        });
    }
    let mut on = |cid: &_, block: &[u8]| shelf.put(cid, block);
    Ok(folder::build(params, links, Meta::default(), &mut on)?)
}

fn wrapped_name(top: &Top) -> Vec<u8> {
    let last = top.path.file_name().map(|name| name.as_bytes().to_vec());
    last.unwrap_or_else(|| top.name.clone())
}

/// The file at a path below a root.
fn open_file(
    tops: &[Top],
    wrapped: bool,
    root: usize,
    path: &[u8],
) -> decent::Result<Source<'static>> {
    let (top, below) = if wrapped {
        let end = path
            .iter()
            .position(|byte| *byte == b'/')
            .unwrap_or(path.len());
        let (first, rest) = path.split_at(end);
        (
            tops.iter().find(|top| wrapped_name(top) == first),
            rest.strip_prefix(b"/").unwrap_or(rest),
        )
    } else {
        (tops.get(root), path)
    };
    let gone = || Error::new(slug::NOT_THERE, "a file", "none");
    let top = top.ok_or_else(gone)?;
    if let Some(file) = &top.spooled {
        return Source::from_file(clone_of(file)?);
    }
    let whole = if below.is_empty() {
        top.path.clone()
    } else {
        top.path.join(OsStr::from_bytes(below))
    };
    let file = File::open(&whole).map_err(|e| Error::io(slug::UNREADABLE, &e))?;
    Source::from_file(file)
}

/// The artefact as the library writes it; a fail is kept for the end.
pub(crate) struct Sink<'a> {
    pub(crate) made: Made<'a>,
    pub(crate) carried: &'a RefCell<Carried>,
}

impl Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let put = self.carried.borrow_mut().pass(self.made.put(bytes));
        put.map(|()| bytes.len()).map_err(std::io::Error::other)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
