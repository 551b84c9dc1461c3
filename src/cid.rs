//! Content IDs (multiformats CID) and what IPFS names by them: blocks, `UnixFS` files and folders.
//!
//! Strict, because the crates of the field accept CIDs in several forms: here a CID has one binary
//! form, and each text gives back itself.

use std::fmt;

use crate::codec::multibase::{self, BASE32_LOWER, BASE58_BTC, Base};
use crate::codec::varint;
use crate::error::{Error, Place, Result, slug};
use crate::hash::Hash256;

use self::multihash::{DIGEST_LEAST, IDENTITY, IDENTITY_MOST, SHA2_256};

mod batch;
pub mod chunker;
mod chunker_tables;
pub mod file;
pub mod find;
pub mod folder;
pub mod hamt;
pub mod import;
pub mod kinds;
pub mod layout;
pub mod multihash;
pub mod narrate;
pub mod params;
pub mod proof;
pub mod proof_folder;
mod reading;
mod shared;
pub mod unixfs;

/// Bytes of a block: as they are.
pub const RAW: u64 = 0x55;
/// Bytes of a block: dag-pb, the protobuf of `UnixFS`.
pub const DAG_PB: u64 = 0x70;
/// Bytes of a block: dag-cbor.
pub const DAG_CBOR: u64 = 0x71;
/// Bytes of a block: an object of git.
pub const GIT_RAW: u64 = 0x78;
/// Bytes of a block: dag-json.
pub const DAG_JSON: u64 = 0x0129;
/// Bytes of a key of libp2p, in names of IPNS.
pub const LIBP2P_KEY: u64 = 0x72;

/// Names of the codecs that turn up.
const CODECS: &[(u64, &str)] = &[
    (RAW, "raw"),
    (DAG_PB, "dag-pb"),
    (DAG_CBOR, "dag-cbor"),
    (DAG_JSON, "dag-json"),
    (GIT_RAW, "git-raw"),
    (LIBP2P_KEY, "libp2p-key"),
    (0x51, "cbor"),
    (0x0200, "json"),
    (0x0202, "car"),
    (0x90, "eth-block"),
    (0xb0, "bitcoin-block"),
    (0xb1, "bitcoin-tx"),
];

/// The name of a codec: that of the table of multicodec, or its number.
pub fn codec_name(code: u64) -> String {
    let known = CODECS.iter().find(|(known, _)| *known == code);
    known.map_or_else(|| format!("0x{code:x}"), |(_, name)| (*name).to_owned())
}

/// The two versions of CIDs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// SHA-256 of a dag-pb block, nothing else: `Qm..`.
    V0,
    /// With its codec told.
    V1,
}

impl Version {
    /// 0 or 1.
    pub fn number(self) -> u64 {
        u64::from(self == Self::V1)
    }
}

/// A content ID: which hash of a block, and how to read the block.
///
/// ```
/// use decent::cid::Cid;
/// let text = "QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn";
/// let (cid, base) = Cid::parse(text).unwrap();
/// assert_eq!(cid.text(base), text);
/// let upgraded = cid.to_v1();
/// assert_eq!(upgraded.to_string(), "bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354");
/// assert_eq!(upgraded.to_v0().unwrap(), cid);
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cid {
    /// The binary form.
    bytes: Box<[u8]>,
    version: Version,
    codec: u64,
    hash: u64,
    /// Where in the bytes the digest begins.
    digest_at: u8,
}

impl fmt::Debug for Cid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text that everybody uses: base58 of version 0, base32 of version 1.
impl fmt::Display for Cid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(match self.version {
            Version::V0 => BASE58_BTC,
            Version::V1 => BASE32_LOWER,
        }))
    }
}

fn wrong(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::CID, wanted, found.into())
}

impl Cid {
    /// Version 0: of a dag-pb block by its SHA-256.
    pub fn v0(digest: &Hash256) -> Self {
        Self {
            bytes: [&[0x12, 0x20][..], digest].concat().into(),
            version: Version::V0,
            codec: DAG_PB,
            hash: SHA2_256,
            digest_at: 2,
        }
    }

    /// Version 1. Of a digest of at most 128 bytes.
    pub fn v1(codec: u64, hash: u64, digest: &[u8]) -> Self {
        let mut bytes = vec![1];
        varint::put(&mut bytes, codec);
        varint::put(&mut bytes, hash);
        varint::put(&mut bytes, digest.len() as u64);
        let digest_at = bytes.len() as u8;
        bytes.extend_from_slice(digest);
        Self {
            bytes: bytes.into(),
            version: Version::V1,
            codec,
            hash,
            digest_at,
        }
    }

    /// Takes one CID in its binary form off the front of `bytes`.
    pub fn take(bytes: &mut &[u8]) -> Result<Self> {
        let whole = *bytes;
        let mut rest = whole;
        let version = if whole.starts_with(&[0x12, 0x20]) {
            Version::V0
        } else {
            match varint::take_63(&mut rest)? {
                1 => Version::V1,
                other => return Err(wrong("version 0 or 1 of a CID", other.to_string())),
            }
        };
        let codec = match version {
            Version::V0 => DAG_PB,
            Version::V1 => varint::take_63(&mut rest)?,
        };
        let hash = varint::take_63(&mut rest)?;
        let len = varint::take_63(&mut rest)?;
        if len > IDENTITY_MOST as u64 {
            let wanted = "a digest of at most 128 bytes";
            return Err(wrong(wanted, len.to_string()));
        }
        let digest_at = (whole.len() - rest.len()) as u8;
        let Some((_, behind)) = rest.split_at_checked(len as usize) else {
            let found = format!("{} of them", rest.len());
            return Err(Error::new(
                slug::CID,
                format!("a digest of {len} bytes"),
                found,
            ));
        };
        let own = whole.get(..whole.len() - behind.len()).unwrap_or_default();
        *bytes = behind;
        Ok(Self {
            bytes: own.into(),
            version,
            codec,
            hash,
            digest_at,
        })
    }

    /// The CID that all of `bytes` are.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let mut rest = bytes;
        let cid = Self::take(&mut rest)?;
        if rest.is_empty() {
            return Ok(cid);
        }
        let place = Place::Byte((bytes.len() - rest.len()) as u64);
        Err(wrong("the end of the CID", format!("{} bytes more", rest.len())).at(place))
    }

    /// A CID as text, and the base in which it is written. `/ipfs/` before it is passed over.
    pub fn parse(text: &str) -> Result<(Self, Base)> {
        let text = text
            .strip_prefix("ipfs://")
            .or(text.strip_prefix("/ipfs/"))
            .unwrap_or(text);
        if text.len() == 46 && text.starts_with("Qm") {
            let cid = Self::from_bytes(&BASE58_BTC.decode(text)?)?;
            return match cid.version {
                Version::V0 => Ok((cid, BASE58_BTC)),
                Version::V1 => Err(wrong("a CID of version 0 behind Qm", "one of version 1")),
            };
        }
        let (base, bytes) = multibase::decode(text)?;
        let cid = Self::from_bytes(&bytes)?;
        if cid.version == Version::V0 {
            // Two texts for one CID would be one too many.
            return Err(wrong(
                "version 0 of a CID without a letter before it",
                "one with it",
            ));
        }
        Ok((cid, base))
    }

    /// The text in a base; version 0 has only one.
    pub fn text(&self, base: Base) -> String {
        match self.version {
            Version::V0 => BASE58_BTC.encode(&self.bytes),
            Version::V1 => base.encode_with_prefix(&self.bytes),
        }
    }

    /// The binary form.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// 0 or 1.
    pub fn version(&self) -> Version {
        self.version
    }

    /// How the block is read.
    pub fn codec(&self) -> u64 {
        self.codec
    }

    /// By which function the block is hashed.
    pub fn hash(&self) -> u64 {
        self.hash
    }

    /// What it hashes to; of the identity the block itself.
    pub fn digest(&self) -> &[u8] {
        self.bytes
            .get(usize::from(self.digest_at)..)
            .unwrap_or_default()
    }

    /// Hash function, length and digest, as multihash writes them.
    pub fn multihash(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        varint::put(&mut bytes, self.hash);
        varint::put(&mut bytes, self.digest().len() as u64);
        bytes.extend_from_slice(self.digest());
        bytes
    }

    /// The block, where it stands in the CID.
    pub fn inline(&self) -> Option<&[u8]> {
        (self.hash == IDENTITY).then(|| self.digest())
    }

    /// The same block named by version 1.
    #[must_use]
    pub fn to_v1(&self) -> Self {
        Self::v1(self.codec, self.hash, self.digest())
    }

    /// The same block named by version 0, where that can name it.
    pub fn to_v0(&self) -> Result<Self> {
        let digest = <&Hash256>::try_from(self.digest());
        match digest {
            Ok(digest) if self.codec == DAG_PB && self.hash == SHA2_256 => Ok(Self::v0(digest)),
            _ => {
                let (codec, hash) = (codec_name(self.codec), multihash::name(self.hash));
                Err(wrong(
                    "dag-pb and sha2-256, which version 0 stands for",
                    format!("{codec} and {hash}"),
                ))
            }
        }
    }

    /// Whether this names a block. An error where the hash is one that proves nothing here.
    pub fn names(&self, block: &[u8]) -> Result<bool> {
        if let Some(inline) = self.inline() {
            return Ok(inline == block);
        }
        self.trusted()?;
        let whole = multihash::digest(self.hash, &[block]).unwrap_or_default();
        Ok(whole.get(..self.digest().len()) == Some(self.digest()))
    }

    /// An error where the hash function is not trusted here, or the digest is cut too short.
    pub fn trusted(&self) -> Result<()> {
        if self.hash == IDENTITY {
            return Ok(());
        }
        let unknown = |found: String| {
            Error::new(
                slug::UNKNOWN_HASH,
                "a hash that proves what it names",
                found,
            )
        };
        let Some(whole) = multihash::digest(self.hash, &[]) else {
            return Err(unknown(multihash::name(self.hash)));
        };
        let len = self.digest().len();
        if len < DIGEST_LEAST || len > whole.len() {
            return Err(unknown(format!(
                "{} of {len} bytes",
                multihash::name(self.hash)
            )));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
