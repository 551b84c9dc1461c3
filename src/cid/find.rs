//! Which parameters made a CID: files are tried with all that programs are known to use, the likely
//! ones first; leaves that several share are hashed once.

use std::num::NonZeroUsize;

use super::chunker::{CHUNK_MOST, Chunker};
use super::multihash::{self, Hash};
use super::params::{Layout, PROFILES, Params, V0_2015, V1_2025};
use super::{Cid, DAG_PB, Version};

/// Links of a node that are tried, those of kubo and of Helia first.
const WIDTHS: [usize; 8] = [174, 1024, 256, 512, 2048, 4096, 8192, 128];
/// Sizes of chunks that are tried, those of the profiles first.
const SIZES: [usize; 10] = [
    256 << 10,
    1 << 20,
    512 << 10,
    128 << 10,
    64 << 10,
    32 << 10,
    16 << 10,
    CHUNK_MOST,
    1_000_000,
    4 << 10,
];
/// Chunkers that look at the content.
const BY_CONTENT: [&str; 3] = ["buzhash", "rabin", "rabin-js-262144-262144-262144"];

/// What is certain before any search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// The CID is of the bytes themselves.
    Block,
    /// It is of an object of git.
    Git,
    /// It is of a DAG of `UnixFS`, by parameters that it does not tell.
    Dag,
}

/// What a CID can be of.
pub fn nature(cid: &Cid) -> Nature {
    match cid.codec() {
        DAG_PB => Nature::Dag,
        super::GIT_RAW => Nature::Git,
        _ => Nature::Block,
    }
}

/// Parameters as the CID itself tells them: version and hash.
pub fn fitted(params: Params, cid: &Cid) -> Params {
    let known = multihash::ALL.iter().find(|hash| hash.code == cid.hash());
    let hash = known.copied().unwrap_or(Hash {
        code: cid.hash(),
        name: "",
        len: cid.digest().len(),
    });
    Params {
        version: cid.version(),
        hash,
        ..params
    }
}

/// Parameters of folders that may have made a CID, the likely ones first.
pub fn folders(cid: &Cid) -> Vec<Params> {
    let mut found: Vec<Params> = Vec::new();
    let mut add = |params: Params| {
        let params = fitted(params, cid);
        if !found.contains(&params) {
            found.push(params);
        }
    };
    let first = if cid.version() == Version::V0 {
        V0_2015
    } else {
        V1_2025
    };
    for hidden in [false, true] {
        add(Params { hidden, ..first });
        for (_, params) in PROFILES {
            add(Params { hidden, ..*params });
        }
        // kubo with --cid-version=1 --raw-leaves=false, with --raw-leaves, and its test profile.
        add(Params {
            hidden,
            raw_leaves: false,
            ..V0_2015
        });
        add(Params {
            hidden,
            raw_leaves: true,
            ..V0_2015
        });
        add(Params {
            hidden,
            chunker: V1_2025.chunker,
            raw_leaves: true,
            ..V0_2015
        });
    }
    found
}

/// Rounds of parameters of files, the likely ones first; those of one round share a read.
pub fn files(cid: &Cid, len: u64) -> Vec<Vec<Params>> {
    let leaves = [cid.version() == Version::V1, cid.version() == Version::V0];
    let sizes = |range: std::ops::Range<usize>| SIZES.get(range).unwrap_or_default();
    let mut rounds = Vec::new();
    // Round by round one size more: of two sizes past the length only one makes a difference.
    let mut whole = false;
    let mut seen: Vec<usize> = Vec::new();
    for (of, layouts) in [
        (sizes(0..2), &[Layout::Balanced][..]),
        (sizes(0..2), &[Layout::Trickle][..]),
        (
            sizes(2..SIZES.len()),
            &[Layout::Balanced, Layout::Trickle][..],
        ),
    ] {
        for size in of {
            let past = *size as u64 >= len;
            if layouts == [Layout::Balanced] && past && std::mem::replace(&mut whole, past) {
                continue;
            }
            seen.push(*size);
            let Some(size) = NonZeroUsize::new(*size) else {
                continue;
            };
            rounds.push(round(cid, Chunker::Size(size), &leaves, layouts, past));
        }
    }
    for chunker in BY_CONTENT {
        if let Ok(chunker) = chunker.parse::<Chunker>() {
            rounds.push(round(cid, chunker, &leaves, &[Layout::Balanced], false));
        }
    }
    rounds.retain(|round| !round.is_empty());
    rounds
}

/// All that differ in leaves, layout and width. Of one chunk the width does not matter.
fn round(
    cid: &Cid,
    chunker: Chunker,
    leaves: &[bool],
    layouts: &[Layout],
    one: bool,
) -> Vec<Params> {
    let mut found = Vec::new();
    let base = if cid.version() == Version::V0 {
        V0_2015
    } else {
        V1_2025
    };
    for raw_leaves in leaves {
        for layout in layouts {
            // One raw chunk is its own root, and no dag-pb.
            if one && *raw_leaves && *layout == Layout::Balanced {
                continue;
            }
            let widths = if one { WIDTHS.get(..1) } else { WIDTHS.get(..) };
            for width in widths.unwrap_or_default() {
                let Some(width) = NonZeroUsize::new(*width) else {
                    continue;
                };
                let params = Params {
                    chunker,
                    raw_leaves: *raw_leaves,
                    layout: *layout,
                    width,
                    ..base
                };
                found.push(fitted(params, cid));
            }
        }
    }
    found
}

/// How a finding on a file is told: what decides over folders does not count, so it is taken from the
/// profile that leaves the fewest words.
///
/// ```
/// use decent::cid::{find, params::{Estimate, V0_2015, Params}};
/// let found = Params { estimate: Estimate::BlockBytes, ..V0_2015 };
/// assert_eq!(find::told(&found).to_string(), "unixfs-v0-2015");
/// ```
pub fn told(params: &Params) -> Params {
    let like = |known: &Params| Params {
        fanout: known.fanout,
        threshold: known.threshold,
        estimate: known.estimate,
        links: known.links,
        hidden: known.hidden,
        empty_folders: known.empty_folders,
        ..*params
    };
    let all = PROFILES.iter().map(|(_, known)| like(known));
    let words = |params: &Params| params.to_string().split(' ').count();
    all.min_by_key(words).unwrap_or(*params)
}

/// Of the sets of a round that all give the same CID the one that is told in the fewest words.
pub fn best<'a>(hits: impl Iterator<Item = &'a Params>) -> Option<Params> {
    let words = |params: &Params| params.to_string().split(' ').count();
    hits.map(told).min_by_key(words)
}
