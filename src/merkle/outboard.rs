//! The tree as a file, beside its data: all nodes from the leaves up.
//!
//! A header of 96 bytes, numbers big-endian: `decent-tree\n` (12 bytes), version 1, the tree (its
//! place in [`Kind::NAMES`]), two zero bytes; bytes of a leaf (8), of all data (8); number of
//! leaves (8); 24 zero bytes; the root (32). Then the levels from the leaves up, without the top
//! one where it is not the leaves' own, 32 bytes a node.

use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Range;

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::feed::{Input, fill};
use crate::hash::{Engine, Hash256};
use crate::source::Source;
use crate::watch::{Deaf, Watch};

use super::level::{Stretch, parents};
use super::tree::{Kind, Leaf, Tree};
use super::{Root, leaves};

/// How a tree file begins.
pub const MAGIC: &[u8; 12] = b"decent-tree\n";
const HEADER: u64 = 96;
const VERSION: u8 = 1;
/// Nodes worked on at once; a multiple of every arity.
const NODES: u64 = 32 << 10;

/// Makes the tree of `input` in `file`, from its start, and returns the root.
pub fn make(
    input: Input<'_>,
    tree: Tree,
    file: &mut (impl Read + Write + Seek),
    engine: Engine,
    watch: &dyn Watch,
) -> Result<Root> {
    let mut header = Header::begin(tree)?;
    put_at(file, 0, &[0; HEADER as usize])?;
    let mut only = None;
    header.size = leaves::each(input, tree, engine, watch, &mut |_, _, hashes| {
        header.leaves += hashes.len() as u64;
        only = hashes.first().copied();
        put(file, hashes.as_flattened())
    })?;
    let mut below = HEADER..HEADER + 32 * header.leaves;
    let height = tree.height(header.leaves);
    for level in 0..height {
        let nodes = (below.end - below.start) / 32;
        let above = below.end;
        let mut put_so_far = above;
        for first in (0..nodes).step_by(NODES as usize) {
            let count = NODES.min(nodes - first);
            let hashes = take_at(file, below.start + 32 * first, count)?;
            let below_top = nodes <= tree.arity();
            let stretch = Stretch {
                level,
                first,
                nodes: &hashes,
                below_top,
            };
            let hashes = parents(tree, engine, &stretch)?;
            only = hashes.first().copied();
            // The top node, which the header seals in its root, is not kept.
            if level + 1 < height {
                put_at(file, put_so_far, hashes.as_flattened())?;
            }
            put_so_far += 32 * hashes.len() as u64;
        }
        below = above..put_so_far;
    }
    header.root = tree.seal(only, header.size)?;
    header.put(file)
}

/// What stands before the nodes.
struct Header {
    tree: Tree,
    size: u64,
    leaves: u64,
    root: Hash256,
}

impl Header {
    fn begin(tree: Tree) -> Result<Self> {
        if tree.leaf_bytes().is_none() {
            let found = format!("{} over lines", tree.kind().name());
            let wanted = "a tree over chunks, for which alone there are tree files";
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, found).of("--tree"));
        }
        Ok(Self {
            tree,
            size: 0,
            leaves: 0,
            root: [0; 32],
        })
    }

    fn put(&self, file: &mut (impl Write + Seek)) -> Result<Root> {
        let kind = Kind::NAMES
            .iter()
            .position(|(_, kind)| *kind == self.tree.kind());
        let mut bytes = MAGIC.to_vec();
        bytes.extend([VERSION, kind.unwrap_or(0) as u8, 0, 0]);
        for number in [self.tree.leaf_bytes().unwrap_or(0), self.size, self.leaves] {
            bytes.extend(number.to_be_bytes());
        }
        bytes.resize(64, 0);
        bytes.extend(self.root);
        put_at(file, 0, &bytes)?;
        Ok(Root {
            hash: self.root,
            size: self.size,
            leaves: self.leaves,
        })
    }

    fn take(source: &Source<'_>) -> Result<Self> {
        let malformed = |wanted: &'static str, found: String| {
            Error::new(slug::TREE_MALFORMED, wanted, found).of("tree")
        };
        if source.len() < HEADER {
            let found = format!("{} bytes", source.len());
            return Err(malformed("a tree file of at least 96 bytes", found));
        }
        let mut bytes = [0; HEADER as usize];
        source.read_at(0, &mut bytes)?;
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            return Err(malformed("a tree file", "another beginning".into()).at(Place::Byte(0)));
        };
        let (Some([version, kind, 0, 0]), Some(numbers)) = (rest.first_chunk(), rest.get(4..52))
        else {
            return Err(malformed("zero bytes", "others".into()).at(Place::Byte(14)));
        };
        if *version != VERSION {
            return Err(
                Error::new(slug::UNKNOWN_VERSION, "version 1", version.to_string()).of("tree"),
            );
        }
        let named = Kind::NAMES.get(usize::from(*kind));
        let (_, kind) = named.ok_or_else(|| malformed("a known tree", kind.to_string()))?;
        let mut numbers = numbers
            .as_chunks()
            .0
            .iter()
            .map(|bytes| u64::from_be_bytes(*bytes));
        let (leaf, size, leaves) = (numbers.next(), numbers.next(), numbers.next());
        let tree = Tree::new(*kind, Leaf::Bytes(leaf.unwrap_or(0)));
        let tree = tree.map_err(|e| Error {
            slug: slug::TREE_MALFORMED,
            input: "tree",
            ..e
        })?;
        let (size, leaves) = (size.unwrap_or(0), leaves.unwrap_or(0));
        if tree.leaves_of(size) != Some(leaves) || numbers.any(|number| number != 0) {
            let found = format!("{leaves} leaves for {size} bytes");
            return Err(malformed("leaves that go with the size", found));
        }
        let root = rest.last_chunk().copied().unwrap_or_default();
        Ok(Self {
            tree,
            size,
            leaves,
            root,
        })
    }
}

/// Where the nodes of a tree end in its file.
fn end_of(tree: Tree, leaves: u64) -> u64 {
    let levels = (0..tree.height(leaves).max(1)).map(|level| tree.width(leaves, level));
    HEADER.saturating_add(levels.fold(0u64, u64::saturating_add).saturating_mul(32))
}

fn unwritable(error: std::io::Error) -> Error {
    Error::io(slug::UNWRITABLE, &error)
}

fn put(file: &mut impl Write, bytes: &[u8]) -> Result<()> {
    file.write_all(bytes).map_err(unwritable)
}

fn put_at(file: &mut (impl Write + Seek), at: u64, bytes: &[u8]) -> Result<()> {
    file.seek(SeekFrom::Start(at)).map_err(unwritable)?;
    put(file, bytes)
}

fn take_at(file: &mut (impl Read + Seek), at: u64, count: u64) -> Result<Vec<Hash256>> {
    file.seek(SeekFrom::Start(at)).map_err(unwritable)?;
    let mut hashes = vec![[0; 32]; count as usize];
    fill(file, hashes.as_flattened_mut())?;
    Ok(hashes)
}

/// Told of data held against a tree: its offset, its bytes, the ranges that differ.
type OnCompared<'a> = &'a mut dyn FnMut(u64, &[u8], &[Range<u64>]) -> Result<()>;

/// An open tree file.
pub struct Outboard<'a> {
    source: &'a Source<'a>,
    header: Header,
}

impl<'a> Outboard<'a> {
    /// Opens a tree file; its length must be what its header says.
    pub fn open(source: &'a Source<'a>) -> Result<Self> {
        let header = Header::take(source)?;
        let end = end_of(header.tree, header.leaves);
        if source.len() != end {
            let wanted = format!("{end} bytes");
            let found = source.len().to_string();
            return Err(Error::new(slug::TREE_MALFORMED, wanted, found).of("tree"));
        }
        Ok(Self { source, header })
    }

    /// The tree.
    pub fn tree(&self) -> Tree {
        self.header.tree
    }

    /// The root as the file says it; [`Outboard::check`] finds out.
    pub fn root(&self) -> Root {
        Root {
            hash: self.header.root,
            size: self.header.size,
            leaves: self.header.leaves,
        }
    }

    /// Nodes of `level`, read from the file.
    fn nodes(&self, level: u32, range: Range<u64>) -> Result<Vec<Hash256>> {
        let (tree, leaves) = (self.header.tree, self.header.leaves);
        let start = (0..level)
            .map(|level| tree.width(leaves, level))
            .sum::<u64>();
        let start = HEADER + 32 * (start + range.start);
        let bytes = self
            .source
            .window(start..start + 32 * (range.end - range.start))?;
        Ok(bytes.as_chunks().0.to_vec())
    }

    /// The hashes of leaves.
    pub fn leaves(&self, range: Range<u64>) -> Result<Vec<Hash256>> {
        self.nodes(0, range)
    }

    /// Whether every node of the file follows from its leaves, and the root from them all; where
    /// `root` is given, whether it is that one.
    pub fn check(&self, root: Option<&Hash256>, engine: Engine) -> Result<()> {
        let Header {
            tree,
            leaves,
            size,
            root: said,
        } = self.header;
        if let Some(root) = root.filter(|root| **root != said) {
            let wanted = format!("root {}", hex::encode(root));
            return Err(Error::new(slug::WRONG_ROOT, wanted, hex::encode(&said)).of("tree"));
        }
        let height = tree.height(leaves);
        let mut top = if leaves == 1 {
            self.leaves(0..1)?.first().copied()
        } else {
            None
        };
        for level in 0..height {
            let width = tree.width(leaves, level);
            for first in (0..width).step_by(NODES as usize) {
                let nodes = self.nodes(level, first..width.min(first + NODES))?;
                let below_top = width <= tree.arity();
                let stretch = Stretch {
                    level,
                    first,
                    nodes: &nodes,
                    below_top,
                };
                let found = parents(tree, engine, &stretch).map_err(|e| e.of("tree"))?;
                top = found.first().copied();
                let at = first / tree.arity();
                if level + 1 < height
                    && found != self.nodes(level + 1, at..at + found.len() as u64)?
                {
                    let wanted =
                        format!("nodes of level {} that follow from those below", level + 1);
                    return Err(Error::new(slug::TREE_MALFORMED, wanted, "others").of("tree"));
                }
            }
        }
        self.source.check()?;
        if tree.seal(top, size)? != said {
            let wanted = "nodes that lead to the root of the header";
            return Err(Error::new(slug::TREE_MALFORMED, wanted, "others").of("tree"));
        }
        Ok(())
    }

    /// Holds `input` against the tree, leaf by leaf, in order: tells `proven(bytes)` of those that
    /// are right, and ends at the first that is not, or where the data ends too early or too late.
    pub fn verify(
        &self,
        input: Input<'_>,
        engine: Engine,
        watch: &dyn Watch,
        proven: &mut dyn FnMut(&[u8]) -> Result<()>,
    ) -> Result<()> {
        let size = self.header.size;
        let wrong = |at: u64, wanted: String, found: String, slug| {
            Err(Error::new(slug, wanted, found)
                .at(Place::Byte(at))
                .of("data"))
        };
        let came = self.compare(input, engine, watch, &mut |offset, bytes, bad| {
            let Some(bad) = bad.first() else {
                return proven(bytes);
            };
            let good = bytes
                .get(..(bad.start - offset) as usize)
                .unwrap_or_default();
            proven(good)?;
            if bad.start >= size {
                return wrong(
                    size,
                    format!("the end after {size} bytes"),
                    "more".into(),
                    slug::WRONG_SIZE,
                );
            }
            let wanted = format!(
                "the chunk of {} bytes that the tree holds",
                self.leaf_at(bad.start)
            );
            wrong(bad.start, wanted, "another".into(), slug::WRONG_DATA)
        })?;
        if came < size {
            return wrong(
                came,
                format!("{size} bytes"),
                came.to_string(),
                slug::WRONG_SIZE,
            );
        }
        Ok(())
    }

    fn leaf_at(&self, offset: u64) -> u64 {
        let leaf = self.header.tree.leaf_bytes().unwrap_or(1);
        leaf.min(self.header.size - offset)
    }

    /// The byte ranges of `input` that differ from what the tree was made of: chunks that differ,
    /// what is missing at the end, what is there beyond.
    pub fn diff(
        &self,
        input: Input<'_>,
        engine: Engine,
        watch: &dyn Watch,
    ) -> Result<Vec<Range<u64>>> {
        let mut ranges = Vec::new();
        let came = self.compare(input, engine, watch, &mut |_, _, bad| {
            for range in bad {
                join_onto(&mut ranges, range.clone());
            }
            Ok(())
        })?;
        if came < self.header.size {
            join_onto(&mut ranges, came..self.header.size);
        }
        Ok(ranges)
    }

    /// Tells `batch(offset, bytes, ranges that differ)`; returns the bytes that came.
    fn compare(
        &self,
        input: Input<'_>,
        engine: Engine,
        watch: &dyn Watch,
        batch: OnCompared<'_>,
    ) -> Result<u64> {
        let Header { tree, leaves, .. } = self.header;
        let leaf = tree.leaf_bytes().unwrap_or(1);
        leaves::each(input, tree, engine, watch, &mut |offset, bytes, hashes| {
            let end = offset + bytes.len() as u64;
            let first = offset / leaf;
            let last = (first + hashes.len() as u64).min(leaves);
            let wanted = self.leaves(first.min(last)..last)?;
            let mut bad = Vec::new();
            for (n, hash) in hashes.iter().enumerate() {
                let start = offset + n as u64 * leaf;
                let stop = (start + leaf).min(end);
                let right = wanted.get(n) == Some(hash);
                // A leaf that is cut short or goes on is told by its hash; a longer one is here.
                if !right {
                    join_onto(&mut bad, start..stop);
                }
            }
            batch(offset, bytes, &bad)
        })
    }
}

/// Adds a range behind others, made one with the last where they meet.
fn join_onto(ranges: &mut Vec<Range<u64>>, more: Range<u64>) {
    match ranges.last_mut().filter(|last| last.end == more.start) {
        Some(last) => last.end = more.end,
        None => ranges.push(more),
    }
}

/// The byte ranges in which two sources differ, by chunks of `chunk` bytes; the longer one's rest
/// counts too.
pub fn diff(
    old: &Source<'_>,
    new: &Source<'_>,
    chunk: u64,
    watch: &dyn Watch,
) -> Result<Vec<Range<u64>>> {
    let mut ranges = Vec::new();
    let common = old.len().min(new.len());
    let window = chunk * ((1 << 20) / chunk).max(1);
    for start in (0..common).step_by(window as usize) {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let end = common.min(start + window);
        let (a, b) = (old.window(start..end)?, new.window(start..end)?);
        let pairs = a.chunks(chunk as usize).zip(b.chunks(chunk as usize));
        for ((a, b), at) in pairs.zip((start..).step_by(chunk as usize)) {
            if a != b {
                join_onto(&mut ranges, at..at + a.len() as u64);
            }
        }
        watch.advance(end - start);
    }
    old.check().and(new.check())?;
    if old.len() != new.len() {
        join_onto(&mut ranges, common..old.len().max(new.len()));
    }
    Ok(ranges)
}

/// Tells `node(number, hash)` of every node of `level`, and returns the root.
pub fn list(
    input: Input<'_>,
    tree: Tree,
    level: u32,
    engine: Engine,
    node: &mut dyn FnMut(u64, &Hash256) -> Result<()>,
) -> Result<Root> {
    super::walk(input, tree, engine, &Deaf, &mut |at, first, nodes| {
        if at != level {
            return Ok(());
        }
        nodes
            .iter()
            .zip(first..)
            .try_for_each(|(hash, index)| node(index, hash))
    })
}
