//! Folders: one block with all names, or, past a threshold, shards.

use super::hamt;
use super::layout::{self, Node, OnBlock};
use super::params::{Estimate, Params};
use super::unixfs::{Data, Kind, Meta};

use crate::codec::dag_pb::{self, Link};
use crate::error::Result;

/// The node of a folder; names are sorted by their bytes here.
///
/// ```
/// use decent::cid::{folder, params::V1_2025};
/// let node = folder::build(&V1_2025, vec![], Default::default(), &mut |_, _| Ok(())).unwrap();
/// assert_eq!(node.cid.to_string(), "bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354");
/// ```
pub fn build(params: &Params, mut links: Vec<Link>, meta: Meta, on: OnBlock<'_>) -> Result<Node> {
    links.sort_by(|a, b| a.name.cmp(&b.name));
    let data = Data {
        meta,
        ..Data::new(Kind::Directory)
    };
    if measure(params.estimate, &links, &data) > params.threshold {
        return hamt::build(params, &links, meta, on);
    }
    layout::put(params, links, &data, on)
}

/// What is held against the threshold; only past it are there shards.
fn measure(estimate: Estimate, links: &[Link], data: &Data) -> u64 {
    let sum = |size: &dyn Fn(&Link) -> usize| links.iter().map(|link| size(link) as u64).sum();
    match estimate {
        Estimate::LinksCount => links.len() as u64,
        Estimate::LinksBytes => sum(&|link| link.name.len() + link.cid.bytes().len()),
        Estimate::BlockBytes => {
            let own = dag_pb::field_len(data.encode().len()) as u64;
            own + sum(&Link::encoded_len)
        }
    }
}

/// The node of a symbolic link. Of its metadata only the time counts.
pub fn link(params: &Params, target: &[u8], meta: Meta, on: OnBlock<'_>) -> Result<Node> {
    let data = Data {
        data: target.to_vec(),
        meta: Meta { mode: None, ..meta },
        ..Data::new(Kind::Symlink)
    };
    let node = layout::put(params, Vec::new(), &data, on)?;
    Ok(Node { size: 0, ..node })
}
