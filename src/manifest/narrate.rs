//! The narration of lists: the first files again by the plain crates, with the shell line that
//! prints the same value. It must agree with what the fast path found.

use sha1::Sha1;
use sha2::digest::{Digest as _, Output};
use sha2::{Sha256, Sha512};

use crate::codec::hex;
use crate::dir::Dir;
use crate::hash::Hash256;
use crate::manifest::algorithm::Algorithm;
use crate::manifest::content::Hashed;
use crate::merkle::bep52::LEAF;
use crate::source::Source;
use crate::watch::{Step, Watch};

/// Files that are told one by one.
const TOLD: u64 = 3;

/// Tells the first files and counts the others.
pub(crate) struct Narrator<'a> {
    watch: &'a dyn Watch,
    wants: bool,
    files: u64,
    bytes: u64,
}

impl<'a> Narrator<'a> {
    pub(crate) fn new(watch: &'a dyn Watch) -> Self {
        Self {
            watch,
            wants: watch.narrates(),
            files: 0,
            bytes: 0,
        }
    }

    /// One file that was hashed; `at` says where it can be read again.
    pub(crate) fn file(&mut self, name: &[u8], at: Option<&(Dir, Vec<u8>)>, hashed: &Hashed) {
        if !self.wants {
            return;
        }
        self.files += 1;
        self.bytes += hashed.size;
        if self.files > TOLD {
            return;
        }
        let again = at.and_then(|(dir, at)| {
            let (file, _) = dir.open_file(at).ok()?;
            Source::from_file(file).ok()
        });
        self.digest(name, again.as_ref(), hashed);
        self.root(name, again.as_ref(), hashed);
    }

    fn digest(&self, name: &[u8], again: Option<&Source<'_>>, hashed: &Hashed) {
        let Some(digest) = hashed.digest else { return };
        let algorithm = digest.algorithm();
        let plain = again.and_then(|source| plain_digest(algorithm, source));
        let value = plain.unwrap_or_else(|| digest.hex());
        let why = "every byte of the file goes into one digest, so no other file has it";
        let mut step = Step::new(String::from_utf8_lossy(name), why)
            .value("bytes", hashed.size)
            .value(algorithm.name(), value);
        if again.is_some() {
            step = step.check(line(algorithm, name));
        }
        self.watch.step(&step);
    }

    fn root(&self, name: &[u8], again: Option<&Source<'_>>, hashed: &Hashed) {
        let Some(tree) = &hashed.tree else { return };
        let leaves = again.and_then(plain_leaves);
        let root = leaves.map_or(tree.root, plain_root);
        let count = hashed.size.div_ceil(LEAF as u64);
        let why = "leaves of 16 KiB, filled up with zero hashes to a power of two, are joined in \
                   pairs up to the root that v2 torrents carry";
        let mut step = Step::new("root", why)
            .value("leaves", count)
            .value("pads", count.next_power_of_two() - count)
            .value("layer", tree.layer.len())
            .value("root", hex::encode(&root));
        if count == 1 && again.is_some() {
            step = step.check(line(Algorithm::Sha256, name));
        }
        self.watch.step(&step);
    }

    /// Says how many files were not told.
    pub(crate) fn finish(&self) {
        if self.wants && self.files > TOLD {
            let why = "the others were hashed in the same way";
            let step = Step::new("more", why).value("files", self.files - TOLD);
            self.watch.step(&step.value("bytes together", self.bytes));
        }
    }
}

/// A digest by the plain crate, in hex; `None` where the file can't be read again.
fn plain_digest(algorithm: Algorithm, source: &Source<'_>) -> Option<String> {
    match algorithm {
        Algorithm::Sha256 => feed::<Sha256>(source).map(|digest| hex::encode(&digest)),
        Algorithm::Sha512 => feed::<Sha512>(source).map(|digest| hex::encode(&digest)),
        Algorithm::Sha1 => feed::<Sha1>(source).map(|digest| hex::encode(&digest)),
        Algorithm::Blake3 => {
            let mut hasher = blake3::Hasher::new();
            windows(source, 1 << 20, |bytes| {
                hasher.update(bytes);
            })?;
            Some(hex::encode(hasher.finalize().as_bytes()))
        }
    }
}

fn feed<D: sha2::Digest>(source: &Source<'_>) -> Option<Output<D>> {
    let mut state = D::new();
    windows(source, 1 << 20, |bytes| state.update(bytes))?;
    Some(state.finalize())
}

fn plain_leaves(source: &Source<'_>) -> Option<Vec<Hash256>> {
    let mut leaves = Vec::new();
    windows(source, LEAF as u64, |bytes| {
        leaves.push(plain_sha256(bytes));
    })?;
    Some(leaves)
}

fn windows(source: &Source<'_>, size: u64, mut each: impl FnMut(&[u8])) -> Option<()> {
    let mut start = 0;
    while start < source.len() {
        let end = source.len().min(start + size);
        each(&source.window(start..end).ok()?);
        start = end;
    }
    source.check().ok()
}

/// The root as BEP 52 words it: all pads written out.
fn plain_root(mut nodes: Vec<Hash256>) -> Hash256 {
    nodes.resize(nodes.len().next_power_of_two(), [0; 32]);
    while nodes.len() > 1 {
        let (pairs, _) = nodes.as_chunks::<2>();
        nodes = pairs
            .iter()
            .map(|pair| plain_sha256(pair.as_flattened()))
            .collect();
    }
    nodes.pop().unwrap_or_default()
}

pub(crate) fn plain_sha256(bytes: &[u8]) -> Hash256 {
    Sha256::digest(bytes).into()
}

/// The shell line of a file's digest. The name stays out of the program's output, which would
/// escape it.
fn line(algorithm: Algorithm, name: &[u8]) -> String {
    let program = algorithm.program();
    format!("{program} < {} | cut -d' ' -f1", quoted(name))
}

/// A name as a shell word; bytes that are not UTF-8 are lost in the narration.
fn quoted(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    let plain = |c: char| c.is_alphanumeric() || "/._-+,".contains(c);
    if !name.is_empty() && name.chars().all(plain) {
        return name.into_owned();
    }
    format!("'{}'", name.replace('\'', "'\\''"))
}
