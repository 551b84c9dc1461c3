//! What decides which ID a file gets, as options: profiles, knobs, kinds; and files as they are
//! imported.

use std::num::NonZeroUsize;
use std::path::Path;

use decent::cid::Version;
use decent::cid::chunker::Chunker;
use decent::cid::file;
use decent::cid::multihash::{self, SHA2_256};
use decent::cid::params::{self, Estimate, Layout, Links, PROFILES, Params, WIDTH_MOST};
use decent::cid::proof_folder::Asked;
use decent::codec::multibase::{BASE32_LOWER, Base};
use decent::error::{Error, slug};
use serde_json::Value;

use crate::args::Size;
use crate::fail::Fail;
use crate::report::Record;

/// Every knob of an import.
#[derive(clap::Args, Clone, Debug, Default)]
pub(crate) struct Knobs {
    /// The CID version: 0 or 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=1))]
    cid_version: Option<u8>,
    /// Where files are cut: size-N, rabin-MIN-AVG-MAX or buzhash
    #[arg(long, value_name = "CHUNKER")]
    chunker: Option<String>,
    /// Chunks are blocks as they are, not wrapped in dag-pb
    #[arg(long, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    raw_leaves: Option<bool>,
    /// Links of a node of a file at most
    #[arg(long, value_name = "N")]
    width: Option<NonZeroUsize>,
    /// The DAG of a file: balanced or trickle
    #[arg(long, value_name = "LAYOUT", value_parser = ["balanced", "trickle"])]
    layout: Option<String>,
    /// The hash of blocks, sha2-256 or another of multihash
    #[arg(long, value_name = "HASH")]
    hash: Option<String>,
    /// Blocks of at most N bytes stand in their CIDs
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "32")]
    inline: Option<usize>,
    /// Buckets of a shard of a large folder
    #[arg(long, value_name = "N")]
    hamt_fanout: Option<u64>,
    /// A folder past this is cut in shards
    #[arg(long, value_name = "SIZE")]
    hamt_threshold: Option<Size>,
    /// How a folder is measured: links-bytes, block-bytes or links-count
    #[arg(long, value_name = "HOW", value_parser = Estimate::NAMES.map(|(name, _)| name))]
    hamt_estimate: Option<String>,
    /// Take names that begin with a dot
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    hidden: Option<bool>,
    /// Take what symbolic links lead to
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    dereference: Option<bool>,
    /// Leave out folders without a file
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    no_empty_dirs: Option<bool>,
    /// Keep permission bits
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    preserve_mode: Option<bool>,
    /// Keep modification times
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    preserve_mtime: Option<bool>,
}

/// The names of profiles and presets.
pub(crate) fn profiles() -> Vec<&'static str> {
    PROFILES.iter().map(|(name, _)| *name).collect()
}

impl Knobs {
    /// Whether any is turned.
    pub(crate) fn turned(&self) -> bool {
        let all = [
            self.cid_version.is_some(),
            self.chunker.is_some(),
            self.raw_leaves.is_some(),
            self.width.is_some(),
            self.layout.is_some(),
            self.hash.is_some(),
            self.inline.is_some(),
            self.hamt_fanout.is_some(),
            self.hamt_threshold.is_some(),
            self.hamt_estimate.is_some(),
            self.preserve_mode.is_some(),
            self.preserve_mtime.is_some(),
            self.hidden.is_some(),
            self.dereference.is_some(),
            self.no_empty_dirs.is_some(),
        ];
        all.contains(&true)
    }

    /// What counts of a folder that is held against a DAG.
    pub(crate) fn of_folders(&self, profile: Option<&str>) -> Result<Asked, Fail> {
        let params = self.params(profile.unwrap_or("unixfs-v1-2025"))?;
        Ok(Asked {
            hidden: params.hidden,
            follow: params.links == Links::Follow,
            no_empty_folders: !params.empty_folders,
        })
    }

    /// Whether names that begin with a dot are taken, where that is said.
    pub(crate) fn hidden(&self) -> Option<bool> {
        self.hidden
    }

    /// The hash that is asked for.
    pub(crate) fn hash(&self) -> Result<Option<u64>, Fail> {
        let hash = self.hash.as_deref().map(multihash::named).transpose();
        let hash = hash.map_err(|error| Fail::from(error.of("--hash")))?;
        Ok(hash.map(|hash| hash.code))
    }

    /// A profile with all knobs turned as they are.
    pub(crate) fn params(&self, profile: &str) -> Result<Params, Fail> {
        let mut made = params::profile(profile).unwrap_or(params::V1_2025);
        self.blocks(&mut made)?;
        self.folders(&mut made)?;
        if let Some(keep) = self.preserve_mode {
            made.mode = keep;
        }
        if let Some(keep) = self.preserve_mtime {
            made.mtime = keep;
        }
        if made.mode || made.mtime {
            if self.raw_leaves == Some(true) {
                return Err(Fail::usage(
                    "mode and mtime stand in dag-pb: they don't go with --raw-leaves",
                ));
            }
            made.raw_leaves = false;
        }
        if !file::chunk_fits(&made) {
            let found = made.chunker.to_string();
            let error = Error::new(slug::CHUNKER, "chunks that fit in a block of 2 MiB", found);
            return Err(error.of("--chunker").into());
        }
        Ok(made)
    }

    fn blocks(&self, made: &mut Params) -> Result<(), Fail> {
        let refused = |option: &'static str, wanted: String, found: String| {
            Err(Fail::from(
                Error::new(slug::OUT_OF_RANGE, wanted, found).of(option),
            ))
        };
        if let Some(version) = self.cid_version {
            made.version = if version == 0 {
                Version::V0
            } else {
                Version::V1
            };
        }
        if let Some(chunker) = &self.chunker {
            made.chunker = chunker
                .parse::<Chunker>()
                .map_err(|error| error.of("--chunker"))?;
        }
        if let Some(raw) = self.raw_leaves {
            made.raw_leaves = raw;
        }
        if let Some(width) = self.width {
            if !(2..=WIDTH_MOST).contains(&width.get()) {
                return refused(
                    "--width",
                    format!("from 2 to {WIDTH_MOST} links"),
                    width.to_string(),
                );
            }
            made.width = width;
        }
        if let Some(layout) = &self.layout {
            made.layout = if layout == "trickle" {
                Layout::Trickle
            } else {
                Layout::Balanced
            };
        }
        if let Some(name) = &self.hash {
            made.hash = multihash::named(name).map_err(|error| error.of("--hash"))?;
            if made.version == Version::V0 && made.hash.code != SHA2_256 {
                return Err(Fail::usage(
                    "version 0 of CIDs knows only sha2-256: give --cid-version 1",
                ));
            }
        }
        if let Some(inline) = self.inline {
            if inline > multihash::IDENTITY_MOST {
                return refused("--inline", "at most 128 bytes".into(), inline.to_string());
            }
            made.inline = inline;
        }
        Ok(())
    }

    fn folders(&self, made: &mut Params) -> Result<(), Fail> {
        if let Some(fanout) = self.hamt_fanout {
            if !fanout.is_power_of_two() || !(8..=1024).contains(&fanout) {
                let wanted = "a power of two from 8 to 1024";
                return Err(Error::new(slug::OUT_OF_RANGE, wanted, fanout.to_string())
                    .of("--hamt-fanout")
                    .into());
            }
            made.fanout = fanout;
        }
        if let Some(threshold) = self.hamt_threshold {
            made.threshold = threshold.0;
        }
        if let Some(name) = &self.hamt_estimate {
            let known = Estimate::NAMES.iter().find(|(known, _)| known == name);
            made.estimate = known.map_or(made.estimate, |(_, estimate)| *estimate);
        }
        if let Some(follow) = self.dereference {
            made.links = if follow { Links::Follow } else { Links::Keep };
        }
        if let Some(hidden) = self.hidden {
            made.hidden = hidden;
        }
        if let Some(without) = self.no_empty_dirs {
            made.empty_folders = !without;
        }
        Ok(())
    }
}

/// A base by its name or letter.
pub(crate) fn base(name: Option<&str>) -> Result<Option<Base>, Fail> {
    let Some(name) = name else { return Ok(None) };
    let known = Base::named(name);
    let wanted = "a base of multibase: base32, base36, base58btc, base16, base64url..";
    let unknown = || Error::new(slug::OUT_OF_RANGE, wanted, format!("{name:?}")).of("--base");
    Ok(Some(known.ok_or_else(unknown)?))
}

/// The base of CIDs unless told otherwise.
pub(crate) const USUAL: Base = BASE32_LOWER;

/// A record with all parameters, in JSON alone: with them any result can be had again.
pub(crate) fn with_params(record: Record, params: &Params) -> Record {
    let layout = if params.layout == Layout::Balanced {
        "balanced"
    } else {
        "trickle"
    };
    let links = if params.links == Links::Keep {
        "keep"
    } else {
        "follow"
    };
    let fields: [(&str, Value); 16] = [
        ("parameters", params.to_string().into()),
        ("cid_version", params.version.number().into()),
        ("chunker", params.chunker.to_string().into()),
        ("raw_leaves", params.raw_leaves.into()),
        ("width", params.width.get().into()),
        ("layout", layout.into()),
        ("hash", multihash::name(params.hash.code).into()),
        ("inline", params.inline.into()),
        ("hamt_fanout", params.fanout.into()),
        ("hamt_threshold", params.threshold.to_string().into()),
        ("hamt_estimate", params.estimate.name().into()),
        ("symlinks", links.into()),
        ("hidden", params.hidden.into()),
        ("empty_dirs", params.empty_folders.into()),
        ("mode", params.mode.into()),
        ("mtime", params.mtime.into()),
    ];
    fields
        .into_iter()
        .fold(record, |record, (key, value)| record.aside(key, value))
}

/// What is known of a file before it is read; nothing of standard input.
pub(crate) fn status(path: &Path) -> Option<decent::dir::Status> {
    let name = crate::report::bytes_of(path);
    if name == b"-" {
        return None;
    }
    let here = crate::content::folder(Path::new(".")).ok()?;
    here.status(name, true).ok()
}
