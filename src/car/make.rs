//! Archives of files and folders: first all IDs are found, which takes one read and keeps the blocks
//! above the chunks aside; then blocks are written, parents before children, each once, the chunks
//! from a second read. The same content always gives the same bytes.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::os::unix::fs::FileExt;

use super::index::Format;
use super::store::{check, key};
use super::tree::{BATCH, unixfs};
use super::write::{Writer, before_data, section_len};

use crate::cid::file::Wrap;
use crate::cid::hamt;
use crate::cid::layout::Node;
use crate::cid::params::Params;
use crate::cid::unixfs::Kind;
use crate::cid::{Cid, DAG_PB, RAW};
use crate::codec::dag_pb;
use crate::error::{Error, Result, slug};
use crate::hash::Engine;
use crate::source::Source;

/// Bytes that are gathered before they go to the file.
const GATHERED: usize = 1 << 20;
/// Bytes of chunks that are read and hashed in one call.
const BATCH_BYTES: u64 = 8 << 20;

/// Blocks kept aside in a nameless file; some 100 bytes of memory each.
pub struct Shelf {
    file: File,
    gathered: Vec<u8>,
    written: u64,
    places: HashMap<Box<[u8]>, (u64, u32)>,
}

impl Shelf {
    /// An empty shelf on a file that is read and written.
    pub fn new(file: File) -> Self {
        Self {
            file,
            gathered: Vec::new(),
            written: 0,
            places: HashMap::new(),
        }
    }

    /// Puts a block down, once.
    pub fn put(&mut self, cid: &Cid, block: &[u8]) -> Result<()> {
        let at = self.written + self.gathered.len() as u64;
        let place = (at, block.len() as u32);
        if self
            .places
            .insert(cid.multihash().into(), place)
            .is_some_and(|old| old.0 < at)
        {
            self.places.insert(cid.multihash().into(), place);
        }
        self.gathered.extend_from_slice(block);
        if self.gathered.len() >= GATHERED {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        let written = self.file.write_all_at(&self.gathered, self.written);
        written.map_err(|e| Error::io(slug::UNWRITABLE, &e))?;
        self.written += self.gathered.len() as u64;
        self.gathered.clear();
        Ok(())
    }

    /// A block that was put down.
    pub fn get(&mut self, cid: &Cid) -> Result<Option<Vec<u8>>> {
        if let Some(inline) = cid.inline() {
            return Ok(Some(inline.to_vec()));
        }
        let Some((at, len)) = self.places.get(&*cid.multihash()).copied() else {
            return Ok(None);
        };
        if !self.gathered.is_empty() {
            self.flush()?;
        }
        let mut block = vec![0; len as usize];
        let read = self.file.read_exact_at(&mut block, at);
        read.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
        Ok(Some(block))
    }
}

/// Opens the file at a path: the number of a root, and the names below it.
pub type OpenFile<'a> = &'a mut dyn FnMut(usize, &[u8]) -> Result<Source<'static>>;

/// What an archive is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Making {
    /// By which everything was imported.
    pub params: Params,
    /// Chunks are left out: what is left proves them.
    pub no_leaves: bool,
    /// A `CARv2` with this index.
    pub v2: Option<Format>,
}

/// What an archive became.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Blocks in it.
    pub blocks: u64,
    /// Bytes of it.
    pub bytes: u64,
}

/// A block that is to be written, and where in the content it stands.
struct Todo {
    cid: Cid,
    place: Place,
    tsize: u64,
    /// Its block, once all below it is written.
    ready: Option<Vec<u8>>,
}

#[derive(Clone)]
enum Place {
    /// What a path leads to.
    Path(Vec<u8>),
    /// A shard of the folder at a path.
    Shard(Vec<u8>),
    /// A part of the file at a path: where it begins, and its bytes.
    Part(Vec<u8>, u64, u64),
}

/// Where blocks go: to the archive, or only their sizes are counted.
trait Sink {
    fn block(&mut self, cid: &Cid, parts: &[&[u8]]) -> Result<()>;
    /// Chunks of a file, which are not read where only sizes count.
    fn leaves(&mut self, leaves: &[Leaf], walk: &mut Walk<'_, '_>) -> Result<()>;
}

/// A chunk that is to be written.
struct Leaf {
    cid: Cid,
    path: Vec<u8>,
    at: u64,
    len: u64,
    /// Bytes of the block.
    tsize: u64,
}

struct Walk<'a, 'b> {
    making: Making,
    engine: Engine,
    shelf: &'a mut Shelf,
    open: OpenFile<'b>,
    /// The root that it is below, and the file that was opened last.
    root: usize,
    last: Option<(usize, Vec<u8>, Source<'static>)>,
    /// By whole IDs: a chunk may hold the bytes of a folder, and has nothing below it.
    seen: HashSet<Cid>,
    /// What is there already, and so all below it; and then children go before their parents.
    known: Option<&'a dyn Fn(&Cid) -> bool>,
}

/// Counts.
struct Count {
    bytes: u64,
}

impl Sink for Count {
    fn block(&mut self, cid: &Cid, parts: &[&[u8]]) -> Result<()> {
        self.bytes += section_len(cid, parts.iter().map(|part| part.len()).sum());
        Ok(())
    }

    fn leaves(&mut self, leaves: &[Leaf], _walk: &mut Walk<'_, '_>) -> Result<()> {
        let len = |leaf: &Leaf| section_len(&leaf.cid, leaf.tsize as usize);
        self.bytes += leaves.iter().map(len).sum::<u64>();
        Ok(())
    }
}

impl Sink for Writer<'_> {
    fn block(&mut self, cid: &Cid, parts: &[&[u8]]) -> Result<()> {
        Self::block(self, cid, parts)
    }

    fn leaves(&mut self, leaves: &[Leaf], walk: &mut Walk<'_, '_>) -> Result<()> {
        let mut blocks = Vec::with_capacity(leaves.len());
        for leaf in leaves {
            blocks.push(walk.read(leaf)?);
        }
        let both = leaves
            .iter()
            .map(|leaf| &leaf.cid)
            .zip(blocks.iter().map(Vec::as_slice));
        check(walk.engine, both, |cid| {
            let found = "the file changed while it was read";
            Error::new(slug::UNREADABLE, "", found).at(key(cid))
        })?;
        leaves
            .iter()
            .zip(&blocks)
            .try_for_each(|(leaf, block)| Self::block(self, &leaf.cid, &[block]))
    }
}

impl Walk<'_, '_> {
    /// The block of a chunk.
    fn read(&mut self, leaf: &Leaf) -> Result<Vec<u8>> {
        let same = |(root, path, _): &(usize, Vec<u8>, Source<'static>)| {
            *root == self.root && *path == leaf.path
        };
        if !self.last.as_ref().is_some_and(same) {
            let source = (self.open)(self.root, &leaf.path)?;
            self.last = Some((self.root, leaf.path.clone(), source));
        }
        let wrap = Wrap::of(&self.making.params);
        let wrap = if leaf.cid.codec() == RAW {
            Wrap::Bare
        } else {
            wrap
        };
        let (prefix, suffix) = wrap.around(leaf.len as usize);
        let mut block = prefix;
        let from = block.len();
        block.resize(from + leaf.len as usize, 0);
        if let (Some((_, _, source)), Some(body)) = (&self.last, block.get_mut(from..)) {
            source.copy_at(leaf.at, body)?;
        }
        block.extend(suffix);
        Ok(block)
    }

    /// Bytes of the file at a path.
    fn len(&mut self, path: &[u8]) -> Result<u64> {
        let source = (self.open)(self.root, path)?;
        let len = source.len();
        self.last = Some((self.root, path.to_vec(), source));
        Ok(len)
    }

    /// Writes all below a root.
    fn run(&mut self, root: &Node, sink: &mut dyn Sink) -> Result<()> {
        let mut open = vec![Todo {
            cid: root.cid.clone(),
            place: Place::Path(Vec::new()),
            tsize: root.tsize,
            ready: None,
        }];
        let mut leaves: Vec<Leaf> = Vec::new();
        while let Some(mut todo) = open.pop() {
            if let Some(block) = todo.ready.take() {
                sink.leaves(&std::mem::take(&mut leaves), self)?;
                sink.block(&todo.cid, &[&block])?;
                continue;
            }
            let again = !self.seen.insert(todo.cid.clone());
            // What is inline is always there, but not what is below it.
            let known = self.known.filter(|_| todo.cid.inline().is_none());
            if again || known.is_some_and(|known| known(&todo.cid)) {
                continue;
            }
            let Some(block) = self.shelf.get(&todo.cid)? else {
                if !self.making.no_leaves {
                    leaves.push(self.leaf(todo)?);
                }
                let bytes: u64 = leaves.iter().map(|leaf| leaf.len).sum();
                if leaves.len() >= BATCH || bytes >= BATCH_BYTES {
                    sink.leaves(&std::mem::take(&mut leaves), self)?;
                }
                continue;
            };
            let mut below = match todo.cid.codec() {
                DAG_PB => below(&todo, dag_pb::Node::decode(&block)?)?,
                _ => Vec::new(),
            };
            below.reverse();
            if self.known.is_some() {
                if todo.cid.inline().is_none() {
                    todo.ready = Some(block);
                    open.push(todo);
                }
            } else {
                sink.leaves(&std::mem::take(&mut leaves), self)?;
                if todo.cid.inline().is_none() {
                    sink.block(&todo.cid, &[&block])?;
                }
            }
            open.extend(below);
        }
        sink.leaves(&leaves, self)
    }

    /// What is not on the shelf is a chunk.
    fn leaf(&mut self, todo: Todo) -> Result<Leaf> {
        let (path, at, len) = match todo.place {
            Place::Part(path, at, len) => (path, at, len),
            Place::Path(path) | Place::Shard(path) => {
                let len = self.len(&path)?;
                (path, 0, len)
            }
        };
        Ok(Leaf {
            cid: todo.cid,
            path,
            at,
            len,
            tsize: todo.tsize,
        })
    }
}

/// What a block leads to, and where that stands in the content.
fn below(todo: &Todo, node: dag_pb::Node) -> Result<Vec<Todo>> {
    let data = unixfs(&node, &todo.cid)?;
    let (path, mut at) = match &todo.place {
        Place::Path(path) | Place::Shard(path) => (path, 0),
        Place::Part(path, at, _) => (path, *at),
    };
    let width = hamt::prefix_len(data.fanout.unwrap_or(256));
    let mut sizes = data.blocksizes.iter();
    let mut todos = Vec::with_capacity(node.links.len());
    for link in node.links {
        let join = |name: &[u8]| {
            let slash: &[u8] = if path.is_empty() { b"" } else { b"/" };
            Place::Path([path, slash, name].concat())
        };
        let place = match data.kind {
            Kind::Directory => join(&link.name),
            Kind::HamtShard if link.name.len() == width => Place::Shard(path.clone()),
            Kind::HamtShard => join(link.name.get(width..).unwrap_or_default()),
            _ => {
                let size = sizes.next().copied().unwrap_or(0);
                at += size;
                Place::Part(path.clone(), at - size, size)
            }
        };
        todos.push(Todo {
            cid: link.cid,
            place,
            tsize: link.tsize,
            ready: None,
        });
    }
    Ok(todos)
}

/// Writes an archive of what was imported: its roots, and the blocks above the chunks on a shelf.
pub fn write(
    out: &mut dyn std::io::Write,
    roots: &[Node],
    making: Making,
    engine: Engine,
    shelf: &mut Shelf,
    open: OpenFile<'_>,
) -> Result<Made> {
    let cids: Vec<Cid> = roots.iter().map(|root| root.cid.clone()).collect();
    let mut walk = Walk {
        making,
        engine,
        shelf,
        open,
        root: 0,
        last: None,
        seen: HashSet::new(),
        known: None,
    };
    let mut before = 0;
    if making.v2.is_some() {
        let mut count = Count {
            bytes: super::write::header(&cids).len() as u64,
        };
        for (number, root) in roots.iter().enumerate() {
            walk.root = number;
            walk.run(root, &mut count)?;
        }
        walk.seen.clear();
        let bytes = before_data(count.bytes, true);
        before = bytes.len() as u64;
        out.write_all(&bytes)
            .map_err(|e| Error::io(slug::UNWRITABLE, &e))?;
    }
    let mut writer = Writer::begin(out, &cids, making.v2.is_some())?;
    for (number, root) in roots.iter().enumerate() {
        walk.root = number;
        walk.run(root, &mut writer)?;
    }
    let made = Made {
        blocks: writer.blocks,
        bytes: before + writer.len(),
    };
    if let Some(format) = making.v2 {
        writer.index(format)?;
    }
    Ok(made)
}

/// Adds what was imported to an archive, children before their parents; what is `known` there, and all
/// below it, is left out.
pub fn append(
    to: &mut Writer<'_>,
    root: &Node,
    params: Params,
    engine: Engine,
    (shelf, open): (&mut Shelf, OpenFile<'_>),
    known: &dyn Fn(&Cid) -> bool,
) -> Result<()> {
    let mut walk = Walk {
        making: Making {
            params,
            no_leaves: false,
            v2: None,
        },
        engine,
        shelf,
        open,
        root: 0,
        last: None,
        seen: HashSet::new(),
        known: Some(known),
    };
    walk.run(root, to)
}
