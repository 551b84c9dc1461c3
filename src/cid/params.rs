//! All that decides which CID a file gets: the profiles of IPIP-499, presets of other programs, and
//! every knob by itself.

use std::fmt;
use std::num::NonZeroUsize;

use super::Version;
use super::chunker::Chunker;
use super::multihash::{self, Hash, SHA2_256};

/// How the nodes above the chunks are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// All leaves at one depth.
    Balanced,
    /// Leaves first, then ever deeper subtrees.
    Trickle,
}

/// What of a folder is measured against the threshold above which it is cut in shards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Estimate {
    /// Bytes of names and CIDs.
    LinksBytes,
    /// Bytes of the block.
    BlockBytes,
    /// Links.
    LinksCount,
}

/// What is done about symbolic links in folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// They are kept as links.
    Keep,
    /// What they lead to stands in their place.
    Follow,
}

/// A set of parameters. The same bytes with the same parameters have the same CID everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a knob of its own, as the profiles list them"
)]
pub struct Params {
    /// Of CIDs.
    pub version: Version,
    /// Where files are cut.
    pub chunker: Chunker,
    /// Leaves are the bytes themselves, not wrapped in dag-pb.
    pub raw_leaves: bool,
    /// Links of a node of a file at most.
    pub width: NonZeroUsize,
    /// How nodes are laid out.
    pub layout: Layout,
    /// How blocks are hashed.
    pub hash: Hash,
    /// Blocks of at most so many bytes stand in their CIDs; 0 for none.
    pub inline: usize,
    /// Buckets of a shard: a power of two from 8 to 1024.
    pub fanout: u64,
    /// A folder past this is cut in shards.
    pub threshold: u64,
    /// How a folder is measured.
    pub estimate: Estimate,
    /// Symbolic links in folders.
    pub links: Links,
    /// Names that begin with a dot are taken.
    pub hidden: bool,
    /// Folders without a file are taken.
    pub empty_folders: bool,
    /// Permission bits are kept.
    pub mode: bool,
    /// Modification times are kept.
    pub mtime: bool,
}

/// Links of a node at most: more would make its block larger than 2 MiB.
pub const WIDTH_MOST: usize = 32 << 10;

const fn positive(number: usize) -> NonZeroUsize {
    match NonZeroUsize::new(number) {
        Some(number) => number,
        None => NonZeroUsize::MIN,
    }
}

const SHA256: Hash = Hash {
    code: SHA2_256,
    name: "sha2-256",
    len: 32,
};

/// Profile `unixfs-v1-2025` of IPIP-499, which is the default.
pub const V1_2025: Params = Params {
    version: Version::V1,
    chunker: Chunker::Size(positive(1 << 20)),
    raw_leaves: true,
    width: positive(1024),
    layout: Layout::Balanced,
    hash: SHA256,
    inline: 0,
    fanout: 256,
    threshold: 256 << 10,
    estimate: Estimate::BlockBytes,
    links: Links::Keep,
    hidden: false,
    empty_folders: true,
    mode: false,
    mtime: false,
};

/// Profile `unixfs-v0-2015` of IPIP-499: kubo's CIDs of ten years.
pub const V0_2015: Params = Params {
    version: Version::V0,
    chunker: Chunker::Size(positive(256 << 10)),
    raw_leaves: false,
    width: positive(174),
    estimate: Estimate::LinksBytes,
    ..V1_2025
};

/// The profiles and presets, by name; the ratified ones first.
pub const PROFILES: &[(&str, Params)] = &[
    ("unixfs-v1-2025", V1_2025),
    ("unixfs-v0-2015", V0_2015),
    // `ipfs add --cid-version=1`.
    (
        "kubo-v1",
        Params {
            version: Version::V1,
            raw_leaves: true,
            ..V0_2015
        },
    ),
    // `@helia/unixfs` 6.
    (
        "helia",
        Params {
            estimate: Estimate::LinksBytes,
            links: Links::Follow,
            ..V1_2025
        },
    ),
    // `w3cli` 7 and `ipfs-car` 3.
    (
        "storacha",
        Params {
            estimate: Estimate::LinksCount,
            threshold: 1000,
            links: Links::Follow,
            empty_folders: false,
            ..V1_2025
        },
    ),
];

/// The parameters of a profile or preset.
///
/// ```
/// use decent::cid::params;
/// let params = params::profile("unixfs-v0-2015").unwrap();
/// assert_eq!(params.to_string(), "unixfs-v0-2015");
/// let wide = params::Params { width: 1024.try_into().unwrap(), ..params };
/// assert_eq!(wide.to_string(), "unixfs-v0-2015 --width 1024");
/// ```
pub fn profile(name: &str) -> Option<Params> {
    let known = PROFILES.iter().find(|(known, _)| *known == name);
    known.map(|(_, params)| *params)
}

impl Estimate {
    /// Every way to measure, by name.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("links-bytes", Self::LinksBytes),
        ("block-bytes", Self::BlockBytes),
        ("links-count", Self::LinksCount),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(_, one)| *one == self);
        known.map_or("", |(name, _)| name)
    }
}

impl Params {
    /// The options that lead from one set to another, as the command line takes them.
    fn knobs(&self, from: &Self) -> Vec<String> {
        let mut knobs = Vec::new();
        let mut differ = |differs: bool, option: String| {
            if differs {
                knobs.push(option);
            }
        };
        let number = self.version.number();
        differ(
            self.version != from.version,
            format!("--cid-version {number}"),
        );
        differ(
            self.chunker != from.chunker,
            format!("--chunker {}", self.chunker),
        );
        differ(
            self.raw_leaves != from.raw_leaves,
            format!("--raw-leaves {}", self.raw_leaves),
        );
        differ(self.width != from.width, format!("--width {}", self.width));
        let layout = if self.layout == Layout::Balanced {
            "balanced"
        } else {
            "trickle"
        };
        differ(self.layout != from.layout, format!("--layout {layout}"));
        differ(
            self.hash != from.hash,
            format!("--hash {}", multihash::name(self.hash.code)),
        );
        differ(
            self.inline != from.inline,
            format!("--inline {}", self.inline),
        );
        differ(
            self.fanout != from.fanout,
            format!("--hamt-fanout {}", self.fanout),
        );
        differ(
            self.threshold != from.threshold,
            format!("--hamt-threshold {}", self.threshold),
        );
        let estimate = self.estimate.name();
        differ(
            self.estimate != from.estimate,
            format!("--hamt-estimate {estimate}"),
        );
        let follow = self.links == Links::Follow;
        differ(self.links != from.links, format!("--dereference={follow}"));
        differ(
            self.hidden != from.hidden,
            format!("--hidden={}", self.hidden),
        );
        let without = !self.empty_folders;
        differ(
            self.empty_folders != from.empty_folders,
            format!("--no-empty-dirs={without}"),
        );
        differ(
            self.mode != from.mode,
            format!("--preserve-mode={}", self.mode),
        );
        differ(
            self.mtime != from.mtime,
            format!("--preserve-mtime={}", self.mtime),
        );
        knobs
    }
}

/// The profile that is nearest, and the options that are left.
impl fmt::Display for Params {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = PROFILES
            .iter()
            .map(|(name, params)| (name, self.knobs(params)));
        let Some((name, knobs)) = told.min_by_key(|(_, knobs)| knobs.len()) else {
            return Ok(());
        };
        f.write_str(name)?;
        knobs.iter().try_for_each(|knob| write!(f, " {knob}"))
    }
}
