//! Other IDs of content: git's, Software Heritage's, Nix's, SRI, OCI, `ni:`, gitoid; and how all of
//! them are written. From the same read as CIDs.

use super::layout::Node;
use super::multihash::{self, Running, SHA1, SHA2_256};
use super::params::Params;
use super::{Cid, RAW};

use crate::codec::multibase::{BASE32_LOWER, Base};
use crate::codec::{base64, hex};
use crate::error::{Error, Result, slug};

/// A kind of ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A CID of a DAG of `UnixFS`.
    Unixfs,
    /// The CID of one raw block, whatever its length.
    Raw,
    /// An object of git: blob or tree.
    Git,
    /// SWHID: git's objects with a name before them.
    Swhid,
    /// Nix's hash over a whole tree as one archive.
    Nar,
    /// Subresource integrity.
    Sri,
    /// The digest of OCI's descriptors.
    Oci,
    /// RFC 6920.
    Ni,
    /// gitoid.org: the URI of a blob.
    Gitoid,
    /// The digest in hex, as sha256sum has it.
    Digest,
}

impl Kind {
    /// Every kind by name.
    pub const NAMES: [(&'static str, Self); 10] = [
        ("unixfs", Self::Unixfs),
        ("raw", Self::Raw),
        ("git", Self::Git),
        ("swhid", Self::Swhid),
        ("nar", Self::Nar),
        ("sri", Self::Sri),
        ("oci", Self::Oci),
        ("ni", Self::Ni),
        ("gitoid", Self::Gitoid),
        ("digest", Self::Digest),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(_, one)| *one == self);
        known.map_or("", |(name, _)| name)
    }

    /// Whether a folder has such an ID.
    pub fn of_folders(self) -> bool {
        matches!(self, Self::Unixfs | Self::Git | Self::Swhid | Self::Nar)
    }

    /// The hash where none is asked for.
    fn usual(self) -> u64 {
        match self {
            Self::Git | Self::Swhid | Self::Gitoid => SHA1,
            _ => SHA2_256,
        }
    }

    /// Hashes that it may be of.
    fn allowed(self) -> Option<&'static [u64]> {
        match self {
            Self::Git | Self::Gitoid => Some(&[SHA1, SHA2_256]),
            Self::Swhid => Some(&[SHA1]),
            Self::Sri => Some(&[SHA2_256, 0x20, 0x13]),
            Self::Nar | Self::Oci | Self::Ni => Some(&[SHA2_256, 0x13]),
            Self::Unixfs | Self::Raw | Self::Digest => None,
        }
    }
}

/// An ID that is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// Its kind.
    pub kind: Kind,
    /// The hash; of `UnixFS` in the parameters.
    pub hash: u64,
    /// Of `UnixFS`.
    pub params: Params,
    /// What is called `.git` is left out, wherever it stands.
    pub but_git: bool,
}

impl Wanted {
    /// CIDs by these parameters.
    pub fn unixfs(params: Params) -> Self {
        Self::plain(Kind::Unixfs, params.hash.code, params)
    }

    /// An ID of a kind by a hash that it may have.
    pub fn plain(kind: Kind, hash: u64, params: Params) -> Self {
        Self {
            kind,
            hash,
            params,
            but_git: kind == Kind::Git,
        }
    }

    /// Another kind, by a hash or the usual one.
    pub fn of(kind: Kind, hash: Option<u64>, params: Params) -> Result<Self> {
        let hash = hash.unwrap_or(kind.usual());
        if kind
            .allowed()
            .is_some_and(|allowed| !allowed.contains(&hash))
        {
            let names = kind
                .allowed()
                .unwrap_or_default()
                .iter()
                .map(|code| multihash::name(*code));
            let wanted = format!(
                "{} for {}",
                names.collect::<Vec<_>>().join(" or "),
                kind.name()
            );
            return Err(Error::new(
                slug::UNKNOWN_HASH,
                wanted,
                multihash::name(hash),
            ));
        }
        Ok(Self::plain(kind, hash, params))
    }

    /// What reports call it: its kind, with the profile or the hash.
    pub fn label(&self) -> String {
        let short = match self.hash {
            SHA1 => "sha1",
            SHA2_256 => "sha256",
            0x20 => "sha384",
            0x13 => "sha512",
            _ => return format!("{}:{}", self.kind.name(), multihash::name(self.hash)),
        };
        match self.kind {
            Kind::Unixfs => self.params.to_string(),
            Kind::Swhid | Kind::Oci | Kind::Ni | Kind::Sri | Kind::Nar | Kind::Raw => {
                self.kind.name().to_owned()
            }
            Kind::Digest => short.to_owned(),
            Kind::Git | Kind::Gitoid => format!("{}-{short}", self.kind.name()),
        }
    }
}

/// An ID that is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Id {
    /// The root of a DAG.
    Node(Node),
    /// A digest, and whether it is of a folder.
    Digest(Vec<u8>, bool),
}

impl Id {
    /// The text of an ID, CIDs in a base.
    pub fn text(&self, wanted: &Wanted, base: Base) -> String {
        let (digest, folder) = match self {
            Self::Node(node) => return node.cid.text(base),
            Self::Digest(digest, folder) => (digest, *folder),
        };
        let name = multihash::name(wanted.hash).replace("sha2-", "sha");
        match wanted.kind {
            Kind::Unixfs | Kind::Raw => Cid::v1(RAW, wanted.hash, digest).text(base),
            Kind::Git | Kind::Digest => hex::encode(digest),
            Kind::Swhid => {
                format!(
                    "swh:1:{}:{}",
                    if folder { "dir" } else { "cnt" },
                    hex::encode(digest)
                )
            }
            Kind::Nar => format!("{name}:{}", nix32(digest)),
            Kind::Sri => format!("{name}-{}", base64::encode(digest)),
            Kind::Oci => format!("{name}:{}", hex::encode(digest)),
            Kind::Ni => {
                let text = base64::encode(digest).replace('+', "-").replace('/', "_");
                format!(
                    "ni:///{};{}",
                    name.replace("sha", "sha-"),
                    text.trim_end_matches('=')
                )
            }
            Kind::Gitoid => format!("gitoid:blob:{name}:{}", hex::encode(digest)),
        }
    }

    /// The CID, of `UnixFS` and raw blocks.
    pub fn cid(&self, wanted: &Wanted) -> Option<Cid> {
        match self {
            Self::Node(node) => Some(node.cid.clone()),
            Self::Digest(digest, _) if wanted.kind == Kind::Raw => {
                Some(Cid::v1(RAW, wanted.hash, digest))
            }
            Self::Digest(..) => None,
        }
    }
}

/// Nix's base 32: its own letters, the last bits first.
///
/// ```
/// use decent::cid::kinds::nix32;
/// // nix-hash --type sha256 --to-base32 of the empty message's digest begins with this.
/// assert_eq!(nix32(&[0; 20]), "0".repeat(32));
/// ```
pub fn nix32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdfghijklmnpqrsvwxyz";
    let count = (bytes.len() * 8).div_ceil(5);
    let bit = |at: usize| {
        bytes
            .get(at / 8)
            .is_some_and(|byte| byte >> (at % 8) & 1 == 1)
    };
    let letter = |group: usize| {
        let value = (0..5).fold(0, |value, bit_of| {
            value | usize::from(bit(group * 5 + bit_of)) << bit_of
        });
        char::from(LETTERS.get(value).copied().unwrap_or(b'?'))
    };
    (0..count).rev().map(letter).collect()
}

/// The ID of a git object.
pub fn git_object(hash: u64, kind: &str, body: &[u8]) -> Vec<u8> {
    let header = format!("{kind} {}\0", body.len());
    multihash::digest(hash, &[header.as_bytes(), body]).unwrap_or_default()
}

/// A line of a git tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitEntry {
    /// What it is.
    pub mode: GitMode,
    /// Its name.
    pub name: Vec<u8>,
    /// Its object.
    pub digest: Vec<u8>,
}

/// What a line of a git tree stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GitMode {
    /// A plain file.
    File,
    /// One that can be run.
    Executable,
    /// A symbolic link.
    Link,
    /// A tree.
    Tree,
    /// A commit of another repository.
    Module,
}

/// The ID of a git tree.
pub fn git_tree(hash: u64, entries: Vec<GitEntry>) -> Vec<u8> {
    git_object(hash, "tree", &git_tree_body(entries))
}

/// The lines of a git tree, in git's order: a tree's name counts as one with a slash behind it.
pub fn git_tree_body(mut entries: Vec<GitEntry>) -> Vec<u8> {
    let key = |entry: &GitEntry| {
        let slash: &[u8] = if entry.mode == GitMode::Tree {
            b"/"
        } else {
            b""
        };
        [&*entry.name, slash].concat()
    };
    entries.sort_by_cached_key(key);
    let mut body = Vec::new();
    for entry in entries {
        let mode: &[u8] = match entry.mode {
            GitMode::File => b"100644 ",
            GitMode::Executable => b"100755 ",
            GitMode::Link => b"120000 ",
            GitMode::Tree => b"40000 ",
            GitMode::Module => b"160000 ",
        };
        body.extend_from_slice(mode);
        body.extend_from_slice(&entry.name);
        body.push(0);
        body.extend_from_slice(&entry.digest);
    }
    body
}

/// A Nix archive (NAR, the thesis of Eelco Dolstra, figure 5.2) on its way through a hash.
pub struct Nar(Box<dyn Running>);

impl Nar {
    /// An archive that begins.
    pub fn new(hash: u64) -> Option<Self> {
        let mut nar = Self(multihash::running(hash)?);
        nar.words(&[b"nix-archive-1"]);
        Some(nar)
    }

    fn words(&mut self, words: &[&[u8]]) {
        for word in words {
            self.0.update(&(word.len() as u64).to_le_bytes());
            self.0.update(word);
            self.pad(word.len() as u64);
        }
    }

    fn pad(&mut self, len: u64) {
        let zeros = (8 - len % 8) % 8;
        self.0
            .update([0; 8].get(..zeros as usize).unwrap_or_default());
    }

    /// A file of that length begins; its bytes follow.
    pub fn file(&mut self, len: u64, executable: bool) {
        self.words(&[b"(", b"type", b"regular"]);
        if executable {
            self.words(&[b"executable", b""]);
        }
        self.words(&[b"contents"]);
        self.0.update(&len.to_le_bytes());
    }

    /// Bytes of a file.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// A file of that length ends.
    pub fn end_file(&mut self, len: u64) {
        self.pad(len);
        self.words(&[b")"]);
    }

    /// A symbolic link.
    pub fn link(&mut self, target: &[u8]) {
        self.words(&[b"(", b"type", b"symlink", b"target", target, b")"]);
    }

    /// A folder begins.
    pub fn folder(&mut self) {
        self.words(&[b"(", b"type", b"directory"]);
    }

    /// A name in a folder; what it stands for follows.
    pub fn entry(&mut self, name: &[u8]) {
        self.words(&[b"entry", b"(", b"name", name, b"node"]);
    }

    /// What a name stands for is over, or a folder is.
    pub fn end(&mut self) {
        self.words(&[b")"]);
    }

    /// The digest.
    pub fn finish(self) -> Vec<u8> {
        self.0.finish()
    }
}

/// The base of CIDs unless told otherwise.
pub const USUAL_BASE: Base = BASE32_LOWER;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cid::params::V1_2025;

    #[test]
    fn known_ids() {
        let text = |kind, hash, digest: Vec<u8>| {
            let wanted = Wanted::of(kind, hash, V1_2025).unwrap();
            Id::Digest(digest, false).text(&wanted, USUAL_BASE)
        };
        // git's empty blob and empty tree.
        let blob = git_object(SHA1, "blob", b"");
        assert_eq!(
            text(Kind::Git, None, blob.clone()),
            "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
        );
        assert_eq!(
            hex::encode(&git_tree(SHA1, vec![])),
            "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
        );
        assert_eq!(
            text(Kind::Swhid, None, blob),
            "swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
        );
        // RFC 6920, section 8.1.
        let hello = multihash::digest(SHA2_256, &[b"Hello World!"]).unwrap();
        assert_eq!(
            text(Kind::Ni, None, hello.clone()),
            "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
        );
        // The example of the SRI standard's section 3.
        let alert = multihash::digest(0x20, &[b"alert('Hello, world.');"]).unwrap();
        assert_eq!(
            text(Kind::Sri, Some(0x20), alert),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        assert!(Wanted::of(Kind::Swhid, Some(SHA2_256), V1_2025).is_err());
    }
}
