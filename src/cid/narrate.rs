//! Narration: the DAG of a file drawn, chunk by chunk and node by node, computed again by the plain
//! crates.

use super::file::{Told, Work, Wrap, import, leaf};
use super::layout::Node;
use super::multihash;
use super::params::Params;
use super::unixfs::{Data, Meta};
use super::{Cid, codec_name};

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
    let Some(size) = params.chunker.fixed() else {
        watch.step(
            &Step::new("cuts", "the content itself says where a chunk ends")
                .value("chunker", params.chunker),
        );
        return Ok(());
    };
    let size = size.get() as u64;
    let wrap = Wrap::of(params);
    let count = source.len().div_ceil(size);
    for number in 0..count.min(CHUNKS as u64) {
        let range = number * size..source.len().min((number + 1) * size);
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
    for (number, (cid, block)) in nodes.0.iter().enumerate() {
        if number < NODES || number + 1 == nodes.0.len() {
            tell_node(cid, block, watch)?;
        }
    }
    draw(&nodes, root.first(), count, watch);
    Ok(())
}

/// The shell line that prints a chunk's digest, for SHA-256.
fn shell(
    params: &Params,
    range: &std::ops::Range<u64>,
    prefix: &[u8],
    suffix: &[u8],
) -> Option<String> {
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
