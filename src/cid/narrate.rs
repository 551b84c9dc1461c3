//! Narration: the DAG of a file drawn, chunk by chunk and node by node, computed again by the plain
//! crates.

use std::collections::VecDeque;
use std::ops::Range;

use super::file::{Told, Work, Wrap, import, leaf};
use super::layout::Node;
use super::multihash;
use super::params::Params;
use super::unixfs::{Data, Meta};
use super::{Cid, DAG_PB, codec_name};

use crate::codec::{dag_pb, hex};
use crate::error::Result;
use crate::feed::Input;
use crate::hash::Engine;
use crate::source::Source;
use crate::watch::{Deaf, Step, Watch};

/// Chunks that are told one by one.
const CHUNKS: usize = 3;
/// Nodes above them that are told.
const NODES: usize = 4;
/// Names of a folder that are told one by one.
const NAMES: usize = 8;
/// Bytes of a block that are printed.
const PRINTED: usize = 512;

/// Nodes above the chunks, as they are made.
#[derive(Default)]
struct Nodes(Vec<(Cid, Vec<u8>)>);

impl Told for Nodes {
    fn block(&mut self, _which: usize, cid: &Cid, block: &[u8]) -> Result<()> {
        if self.0.len() < 1000 {
            self.0.push((cid.clone(), block.to_vec()));
        }
        Ok(())
    }
}

/// Tells how the root of a file comes about; `FILE` stands for it in the shell lines.
pub fn file(source: &Source<'_>, params: &Params, watch: &dyn Watch) -> Result<()> {
    watch.step(
        &Step::new(
            "parameters",
            "the same bytes have another CID with each of these",
        )
        .value("profile", params),
    );
    let mut nodes = Nodes::default();
    let work = Work {
        engine: Engine::portable(),
        watch: &Deaf,
    };
    let root = import(
        Input::all(source),
        &[*params],
        Meta::default(),
        work,
        &mut nodes,
    )?;
    let fixed = params.chunker.fixed().map(|size| size.get() as u64);
    let count = fixed.map_or(0, |size| source.len().div_ceil(size));
    if fixed.is_none() {
        let why = "the content itself says where a chunk ends";
        watch.step(&Step::new("cuts", why).value("chunker", params.chunker));
    }
    let wrap = Wrap::of(params);
    for (number, range) in cuts(fixed, source.len(), &nodes)?.into_iter().enumerate() {
        let chunk = source.window(range.clone())?;
        let (prefix, suffix) = wrap.around(chunk.len());
        let digest =
            multihash::digest(params.hash.code, &[&prefix, &chunk, &suffix]).unwrap_or_default();
        let node = leaf(params, wrap, &chunk, &digest);
        let why = match wrap {
            Wrap::Bare => "a chunk is a block as it is; its hash is its ID",
            Wrap::Pb(_) => "a chunk is wrapped in dag-pb, which says that it is of a file",
        };
        let step = Step::new(format!("chunk {number}"), why)
            .value("bytes", format!("{}:{}", range.start, range.end))
            .value("cid", &node.cid)
            .value("digest", hex::encode(&digest));
        watch.step(&match shell(params, &range, &prefix, &suffix) {
            Some(line) => step.check(line),
            None => step,
        });
    }
    for (number, (cid, block)) in nodes.0.iter().enumerate() {
        if number < NODES || number + 1 == nodes.0.len() {
            tell_node(cid, block, watch)?;
        }
    }
    draw(&nodes, root.first(), count, watch);
    Ok(())
}

/// The first chunks: of one length, or as the first node above them says.
fn cuts(fixed: Option<u64>, length: u64, nodes: &Nodes) -> Result<Vec<Range<u64>>> {
    if let Some(size) = fixed {
        let count = length.div_ceil(size).min(CHUNKS as u64);
        let range = |number| number * size..length.min((number + 1) * size);
        return Ok((0..count).map(range).collect());
    }
    let Some((_, block)) = nodes.0.first() else {
        return Ok(Vec::new());
    };
    let sizes = Data::of(&dag_pb::Node::decode(block)?)?.blocksizes;
    let mut end = 0;
    let mut range = |size: &u64| {
        let start = end;
        end += size;
        start..end
    };
    Ok(sizes.iter().take(CHUNKS).map(&mut range).collect())
}

/// The shell line that prints a chunk's digest, for SHA-256.
fn shell(params: &Params, range: &Range<u64>, prefix: &[u8], suffix: &[u8]) -> Option<String> {
    if params.hash.code != multihash::SHA2_256 || params.inline > 0 {
        return None;
    }
    let octal = |bytes: &[u8]| {
        let digits: Vec<_> = bytes.iter().map(|byte| format!("\\{byte:03o}")).collect();
        digits.concat()
    };
    let cut = format!(
        "head -c {} FILE | tail -c {}",
        range.end,
        range.end - range.start
    );
    Some(if prefix.is_empty() {
        format!("{cut} | sha256sum")
    } else {
        let (before, behind) = (octal(prefix), octal(suffix));
        format!("{{ printf '{before}'; {cut}; printf '{behind}'; }} | sha256sum")
    })
}

fn tell_node(cid: &Cid, block: &[u8], watch: &dyn Watch) -> Result<()> {
    let node = dag_pb::Node::decode(block)?;
    let data = Data::of(&node)?;
    let why = "a node lists the IDs of those below, with the bytes of the file under each";
    let step = Step::new("node", why)
        .value("links", node.links.len())
        .value("filesize", data.size())
        .value(
            "block",
            format!("{} bytes of {}", block.len(), codec_name(cid.codec())),
        )
        .value("cid", cid);
    watch.step(&step);
    Ok(())
}

/// The shape of the DAG, a line a level.
fn draw(nodes: &Nodes, root: Option<&Node>, chunks: u64, watch: &dyn Watch) {
    let mut step = Step::new("dag", "from the root down, every path ends in a chunk");
    let find = |cid: &Cid| {
        nodes
            .0
            .iter()
            .find(|(known, _)| known == cid)
            .map(|(_, block)| block)
    };
    let mut level: Vec<Cid> = root.iter().map(|root| root.cid.clone()).collect();
    let mut left = chunks;
    while !level.is_empty() {
        let mut below = Vec::new();
        for cid in &level {
            let node = find(cid).and_then(|block| dag_pb::Node::decode(block).ok());
            below.extend(
                node.into_iter()
                    .flat_map(|node| node.links)
                    .map(|link| link.cid),
            );
        }
        let inner = level.iter().filter(|cid| find(cid).is_some()).count() as u64;
        let leaves = level.len() as u64 - inner;
        left = left.saturating_sub(leaves);
        let shown = |sign: &str, count: u64| match count {
            0..=24 => sign.repeat(count as usize),
            more => format!("{}.. ({more})", sign.repeat(20)),
        };
        step = step.value(
            "level",
            format!("{}{}", shown("●", inner), shown("□", leaves)),
        );
        level = below;
    }
    if left > 0 && nodes.0.len() >= 1000 {
        step = step.value("level", format!(".. {left} chunks more"));
    }
    watch.step(&step);
}

/// Blocks with names, of the folders of a tree; so many at most as are told of.
#[derive(Default)]
pub struct Folders(Vec<(Cid, Vec<u8>)>);

impl Folders {
    /// One more block, if names stand in it.
    pub fn take(&mut self, cid: &Cid, block: &[u8]) {
        let node = (cid.codec() == DAG_PB).then(|| dag_pb::Node::decode(block).ok());
        let named = |link: &dag_pb::Link| !link.name.is_empty();
        if self.0.len() < 1000
            && node
                .flatten()
                .is_some_and(|node| node.links.iter().any(named))
        {
            self.0.push((cid.clone(), block.to_vec()));
        }
    }

    /// Tells what stands in the folders, from the root down.
    pub fn tell(&self, root: &Cid, watch: &dyn Watch) {
        let mut left = VecDeque::from([(root.clone(), String::new())]);
        for _ in 0..NODES {
            let Some((cid, path)) = left.pop_front() else {
                return;
            };
            let found = self.0.iter().find(|(known, _)| *known == cid);
            let Some((_, block)) = found else { continue };
            let Ok(node) = dag_pb::Node::decode(block) else {
                continue;
            };
            let title = if path.is_empty() { "." } else { &path };
            let why =
                "a folder lists names, sorted by their bytes, each with the ID of what it names";
            let mut step = Step::new(format!("folder {title}"), why).value("cid", &cid);
            for link in &node.links {
                let name = String::from_utf8_lossy(&link.name);
                if node.links.len() <= NAMES {
                    step = step.value("link", format!("{} {name}", link.cid));
                }
                left.push_back((link.cid.clone(), format!("{path}{name}/")));
            }
            if node.links.len() > NAMES {
                step = step.value("links", node.links.len());
            }
            if cid.hash() == multihash::SHA2_256 && block.len() <= PRINTED {
                step = step
                    .value("digest", hex::encode(cid.digest()))
                    .check(format!(
                        "printf {} | xxd -r -p | sha256sum",
                        hex::encode(block)
                    ));
            }
            watch.step(&step);
        }
    }
}
