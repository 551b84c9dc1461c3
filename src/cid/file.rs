//! A file cut in chunks, its leaves hashed many at once by all cores, for several sets of parameters
//! in one read. Holes are not read: a chunk of zeros is hashed once.

use super::layout::{self, BLOCK_MOST, Builder, Node};
use super::multihash::{self, IDENTITY, SHA2_256};
use super::params::{Layout, Params};
use super::reading::{WINDOW, pass_over, passes};
use super::unixfs::{Data, Kind, Meta};
use super::{Cid, DAG_PB, RAW};

use crate::codec::varint;
use crate::error::{Error, Result, slug};
use crate::feed::Input;
use crate::hash::{Engine, Message};
use crate::watch::Watch;

/// What hashes, and who is told.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    /// What hashes.
    pub engine: Engine,
    /// Who is told.
    pub watch: &'a dyn Watch,
}

/// Told of what is made on the way.
pub trait Told {
    /// A block above the chunks, of the parameters of that number; children before parents.
    fn block(&mut self, _which: usize, _cid: &Cid, _block: &[u8]) -> Result<()> {
        Ok(())
    }
    /// Whether the bytes are wanted; where they are not, holes are not read.
    fn wants_bytes(&self) -> bool {
        false
    }
    /// The bytes of the file, in order.
    fn bytes(&mut self, _bytes: &[u8]) -> Result<()> {
        Ok(())
    }
}

/// Wants to hear nothing.
#[derive(Clone, Copy, Debug)]
pub struct Nobody;

impl Told for Nobody {}

/// What a leaf is: the chunk itself, or a block of `UnixFS` around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrap {
    /// The chunk.
    Bare,
    /// A block of this kind.
    Pb(Kind),
}

impl Wrap {
    /// By parameters: kubo's trickle leaves are of another kind.
    pub(crate) fn of(params: &Params) -> Self {
        match (params.raw_leaves, params.layout) {
            (true, _) => Self::Bare,
            (false, Layout::Balanced) => Self::Pb(Kind::File),
            (false, Layout::Trickle) => Self::Pb(Kind::Raw),
        }
    }

    pub(crate) fn codec(self) -> u64 {
        match self {
            Self::Bare => RAW,
            Self::Pb(_) => DAG_PB,
        }
    }

    /// What stands before and behind a chunk of `len` bytes in its block.
    pub(crate) fn around(self, len: usize) -> (Vec<u8>, Vec<u8>) {
        let Self::Pb(kind) = self else {
            return (Vec::new(), Vec::new());
        };
        let (mut inner, mut suffix) = (vec![0x08, kind as u8], vec![0x18]);
        if len > 0 {
            inner.push(0x12);
            varint::put(&mut inner, len as u64);
        }
        varint::put(&mut suffix, len as u64);
        let mut prefix = vec![0x0a];
        varint::put(&mut prefix, (inner.len() + len + suffix.len()) as u64);
        prefix.extend(inner);
        (prefix, suffix)
    }
}

/// Leaves that several sets of parameters share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    chunk: usize,
    pub(super) wrap: Wrap,
    pub(super) hash: u64,
}

/// The digests of all leaves in `chunks`.
pub(crate) fn digests(wrap: Wrap, hash: u64, chunks: &[&[u8]], engine: Engine) -> Vec<Vec<u8>> {
    let around: Vec<_> = chunks
        .iter()
        .map(|chunk| wrap.around(chunk.len()))
        .collect();
    let parts = chunks.iter().zip(&around);
    if hash != SHA2_256 {
        let one = |(body, (prefix, suffix)): (&&[u8], &(Vec<u8>, Vec<u8>))| {
            multihash::digest(hash, &[prefix, body, suffix]).unwrap_or_default()
        };
        return parts.map(one).collect();
    }
    let messages: Vec<_> = parts
        .map(|(body, (prefix, suffix))| Message {
            prefix,
            body,
            suffix,
        })
        .collect();
    let mut digests = vec![[0; 32]; messages.len()];
    engine.sha256(&messages, &mut digests);
    digests.into_iter().map(Vec::from).collect()
}

/// The leaf of a chunk with that digest.
pub(crate) fn leaf(params: &Params, wrap: Wrap, chunk: &[u8], digest: &[u8]) -> Node {
    let (prefix, suffix) = wrap.around(chunk.len());
    let block = prefix.len() + chunk.len() + suffix.len();
    let cid = if params.inline > 0 && block <= params.inline {
        Cid::v1(wrap.codec(), IDENTITY, &[&prefix, chunk, &suffix].concat())
    } else {
        layout::by_digest(params, wrap.codec(), digest)
    };
    Node {
        cid,
        tsize: block as u64,
        size: chunk.len() as u64,
    }
}

/// Bytes of a file that is hashed together with others, at most.
const SMALL_MOST: u64 = 64 << 10;

/// Whether a file of this length is one chunk by all parameters, and nothing else is to be made of it.
pub(super) fn is_small(all: &[Params], len: u64) -> bool {
    let one = |params: &Params| {
        let fits = params
            .chunker
            .fixed()
            .is_some_and(|size| len <= size.get() as u64);
        fits && params.layout == Layout::Balanced && !params.mode && !params.mtime
    };
    (1..=SMALL_MOST).contains(&len) && all.iter().all(one)
}

/// The nodes of many files of one chunk each, hashed in one call: a list a file, in the order of the
/// parameters.
pub(super) fn small(all: &[Params], files: &[&[u8]], engine: Engine) -> Vec<Vec<Node>> {
    let mut nodes = vec![Vec::with_capacity(all.len()); files.len()];
    let mut known: Vec<(Wrap, u64, Vec<Vec<u8>>)> = Vec::new();
    for params in all {
        let (wrap, hash) = (Wrap::of(params), params.hash.code);
        let same = |(other, code, _): &(Wrap, u64, _)| *other == wrap && *code == hash;
        let at = known.iter().position(same).unwrap_or_else(|| {
            known.push((wrap, hash, digests(wrap, hash, files, engine)));
            known.len() - 1
        });
        let digests = known.get(at).map_or(&[][..], |(_, _, digests)| digests);
        for ((nodes, file), digest) in nodes.iter_mut().zip(files).zip(digests) {
            nodes.push(leaf(params, wrap, file, digest));
        }
    }
    nodes
}

/// One file under way for all parameters of a pass.
pub(super) struct Files<'a> {
    /// The number of each set of parameters, itself, its group, its builder.
    pub(super) all: Vec<(usize, Params, usize, Builder)>,
    pub(super) groups: Vec<Group>,
    meta: Meta,
    /// The first chunk of each, where metadata may have to go into it; `None` with a second one.
    first: Vec<Option<Vec<u8>>>,
    pub(super) told: &'a mut dyn Told,
}

impl<'a> Files<'a> {
    pub(super) fn new(wanted: &[(usize, Params)], meta: Meta, told: &'a mut dyn Told) -> Self {
        let mut groups = Vec::new();
        let all: Vec<_> = wanted
            .iter()
            .map(|(number, params)| {
                let group = Group {
                    chunk: params.chunker.most(),
                    wrap: Wrap::of(params),
                    hash: params.hash.code,
                };
                let known = groups.iter().position(|known| *known == group);
                let at = known.unwrap_or_else(|| {
                    groups.push(group);
                    groups.len() - 1
                });
                (*number, *params, at, Builder::new(*params))
            })
            .collect();
        Self {
            first: vec![Some(Vec::new()); all.len()],
            all,
            groups,
            meta,
            told,
        }
    }

    /// The digests of one window's leaves, a list a group.
    pub(super) fn hash(groups: &[Group], bytes: &[u8], engine: Engine) -> Vec<Vec<Vec<u8>>> {
        let of = |group: &Group| {
            let chunks: Vec<_> = bytes.chunks(group.chunk).collect();
            digests(group.wrap, group.hash, &chunks, engine)
        };
        groups.iter().map(of).collect()
    }

    /// Takes in a window with its digests.
    pub(super) fn take(&mut self, bytes: &[u8], hashed: &[Vec<Vec<u8>>]) -> Result<()> {
        self.told.bytes(bytes)?;
        for at in 0..self.all.len() {
            let group = self.all.get(at).map_or(0, |(_, _, group, _)| *group);
            let chunk = self.groups.get(group).map_or(1, |group| group.chunk);
            let digests = hashed.get(group).map_or(&[][..], Vec::as_slice);
            for (chunk, digest) in bytes.chunks(chunk).zip(digests) {
                self.push(at, chunk, digest, 1)?;
            }
        }
        Ok(())
    }

    pub(super) fn push(
        &mut self,
        at: usize,
        chunk: &[u8],
        digest: &[u8],
        times: u64,
    ) -> Result<()> {
        let Some((number, params, group, builder)) = self.all.get_mut(at) else {
            return Ok(());
        };
        if self.meta != Meta::default()
            && let Some(first) = self.first.get_mut(at)
        {
            // The empty one stands for none yet.
            *first = match first {
                Some(first) if first.is_empty() && times == 1 => Some(chunk.to_vec()),
                _ => None,
            };
        }
        let wrap = self
            .groups
            .get(*group)
            .map_or(Wrap::Bare, |group| group.wrap);
        let node = leaf(params, wrap, chunk, digest);
        let told = &mut *self.told;
        builder.push(&node, times, &mut |cid, block| {
            told.block(*number, cid, block)
        })
    }

    /// A hole, from one chunk's beginning to another's.
    pub(super) fn zeros(&mut self, len: u64, engine: Engine) -> Result<()> {
        let largest = self.groups.iter().map(|group| group.chunk).max();
        let zeros = vec![0; largest.unwrap_or(0)];
        for at in 0..self.all.len() {
            let group = self
                .all
                .get(at)
                .and_then(|(_, _, group, _)| self.groups.get(*group));
            let Some(group) = group.copied() else {
                continue;
            };
            let chunk = zeros.get(..group.chunk).unwrap_or_default();
            let digest = digests(group.wrap, group.hash, &[chunk], engine);
            let digest = digest.first().map_or(&[][..], Vec::as_slice);
            self.push(at, chunk, digest, len / group.chunk as u64)?;
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Vec<(usize, Node)>> {
        let mut roots = Vec::new();
        let (meta, told) = (self.meta, self.told);
        for ((number, params, _, builder), first) in self.all.into_iter().zip(self.first) {
            let mut on = |cid: &Cid, block: &[u8]| told.block(number, cid, block);
            let alone = meta != Meta::default() && params.layout == Layout::Balanced;
            let node = match first.filter(|_| alone) {
                Some(only) => single(&params, &only, meta, &mut on)?,
                None => match builder.finish(meta, &mut on)? {
                    Some(node) => node,
                    None => empty(&params),
                },
            };
            roots.push((number, node));
        }
        Ok(roots)
    }
}

/// A file of one chunk with metadata, which is in the same block.
fn single(params: &Params, chunk: &[u8], meta: Meta, on: layout::OnBlock<'_>) -> Result<Node> {
    let data = Data {
        data: chunk.to_vec(),
        filesize: Some(chunk.len() as u64),
        meta,
        ..Data::new(Kind::File)
    };
    layout::put(params, Vec::new(), &data, on)
}

/// A file without a byte.
fn empty(params: &Params) -> Node {
    let wrap = Wrap::of(params);
    let (prefix, suffix) = wrap.around(0);
    let block = [prefix, suffix].concat();
    Node {
        cid: layout::cid_of(params, wrap.codec(), &block),
        tsize: block.len() as u64,
        size: 0,
    }
}

/// Whether one read is enough, so that a stream will do.
pub fn one_read(all: &[Params]) -> bool {
    passes(all).len() <= 1
}

/// The nodes of one file for every set of parameters, in their order.
///
/// ```
/// use decent::{cid::{file, params}, feed::Input, hash::Engine, source::Source, watch::Deaf};
/// let source = Source::from_bytes(b"hello world");
/// let work = file::Work { engine: Engine::portable(), watch: &Deaf };
/// let both = [params::V0_2015, params::V1_2025];
/// let nodes = file::import(Input::all(&source), &both, Default::default(), work, &mut file::Nobody).unwrap();
/// assert_eq!(nodes[0].cid.to_string(), "Qmf412jQZiuVUtdgnB36FXFX7xg5V6KEbSJ4dpQuhkLyfD");
/// assert_eq!(nodes[1].cid.to_string(), "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e");
/// ```
pub fn import(
    input: Input<'_>,
    all: &[Params],
    meta: Meta,
    work: Work<'_>,
    told: &mut dyn Told,
) -> Result<Vec<Node>> {
    let mut passes = passes(all);
    if passes.is_empty() {
        passes.push((Some(WINDOW), Vec::new()));
    }
    let mut roots = Vec::new();
    match input {
        Input::Stream(stream) => {
            if passes.len() > 1 {
                return Err(Error::new(
                    slug::USAGE,
                    "a file, to be read more than once",
                    "a stream",
                ));
            }
            let (unit, pass) = passes.swap_remove(0);
            roots.extend(pass_over(
                Input::Stream(stream),
                unit,
                &pass,
                meta,
                work,
                told,
            )?);
        }
        Input::At(source, range) => {
            for (turn, (unit, pass)) in passes.iter().enumerate() {
                let input = Input::At(source, range.clone());
                roots.extend(if turn == 0 {
                    pass_over(input, *unit, pass, meta, work, told)?
                } else {
                    pass_over(input, *unit, pass, meta, work, &mut Deaf(told))?
                });
            }
        }
    }
    roots.sort_by_key(|(number, _)| *number);
    Ok(roots.into_iter().map(|(_, node)| node).collect())
}

/// Has heard the bytes already.
struct Deaf<'a>(&'a mut dyn Told);

impl Told for Deaf<'_> {
    fn block(&mut self, which: usize, cid: &Cid, block: &[u8]) -> Result<()> {
        self.0.block(which, cid, block)
    }
}

/// Whether a chunk with what stands around it is a block that others take.
pub fn chunk_fits(params: &Params) -> bool {
    let most = params.chunker.most();
    let (prefix, suffix) = Wrap::of(params).around(most);
    prefix.len() + most + suffix.len() <= BLOCK_MOST
}
