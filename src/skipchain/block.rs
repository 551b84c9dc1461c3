//! Blocks. A header is hashed in one encoding, in which every part has its place and length:
//!
//! | bytes | what |
//! |---|---|
//! | 32 | `decent-skip-block/1`, padded with zeros |
//! | 32 | the chain: the hash of block 0, and in block 0 itself 32 random bytes |
//! | 8 | number of the block, highest byte first, as all numbers here |
//! | 8 | time in seconds since 1970 |
//! | 1 + 1 + 6 | base, greatest height, zeros |
//! | 8 | bytes of the payload |
//! | 32 | SHA-256 of the payload |
//! | 32 | hash of the roster that signs for this block |
//! | 32 | RFC 6962 root over the hashes of all blocks before |
//! | 1 | number of links back |
//! | 32 each | hashes of the blocks that it links back to, the nearest first |

use sha2::{Digest, Sha256};

use super::shape::{HEIGHT_MOST, Shape};
use crate::error::{Error, Result, slug};

/// A hash: SHA-256.
pub type Hash = [u8; 32];

/// Bytes of a payload at most.
pub const PAYLOAD_MOST: u64 = 16 << 20;
/// Bytes of an encoded header at most.
pub const HEADER_MOST: usize = FIXED + 32 * HEIGHT_MOST as usize;

const TAG: &[u8; 32] = b"decent-skip-block/1\0\0\0\0\0\0\0\0\0\0\0\0\0";
/// Bytes before the links.
const FIXED: usize = 32 + 32 + 8 + 8 + 8 + 8 + 32 + 32 + 32 + 1;

/// All that a block's hash is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The chain: the hash of block 0, and in block 0 itself 32 random bytes.
    pub chain: Hash,
    /// Number of the block, from 0.
    pub index: u64,
    /// Seconds since 1970.
    pub time: u64,
    /// Which blocks are linked; the same in all blocks of a chain.
    pub shape: Shape,
    /// Bytes of the payload.
    pub payload_bytes: u64,
    /// SHA-256 of the payload.
    pub payload: Hash,
    /// Hash of the roster that signs for this block.
    pub roster: Hash,
    /// RFC 6962 root over the hashes of all blocks before.
    pub tree: Hash,
    /// Hashes of the blocks that it links back to, the nearest first.
    pub back: Vec<Hash>,
}

/// A header with its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    header: Header,
    hash: Hash,
}

fn wrong(wanted: &'static str, found: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(slug::SKIP_BLOCK, wanted, found)
}

impl Header {
    /// The encoding that is hashed.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(FIXED + 32 * self.back.len());
        bytes.extend(TAG);
        bytes.extend(self.chain);
        bytes.extend(self.index.to_be_bytes());
        bytes.extend(self.time.to_be_bytes());
        bytes.extend([self.shape.base(), self.shape.greatest(), 0, 0, 0, 0, 0, 0]);
        bytes.extend(self.payload_bytes.to_be_bytes());
        for hash in [&self.payload, &self.roster, &self.tree] {
            bytes.extend(hash);
        }
        bytes.push(self.back.len() as u8);
        bytes.extend(self.back.iter().flatten());
        bytes
    }

    /// From the encoding, and how many bytes that has; what stands behind is not looked at.
    pub fn decode(bytes: &[u8]) -> Result<(Self, usize)> {
        let mut rest = bytes;
        if part::<32>(&mut rest)? != *TAG {
            return Err(wrong("the header of a block", "other bytes"));
        }
        let chain = part(&mut rest)?;
        let [index, time] = [part(&mut rest)?, part(&mut rest)?].map(u64::from_be_bytes);
        let [base, height, zeros @ ..] = part::<8>(&mut rest)?;
        if zeros != [0; 6] {
            return Err(wrong("zeros behind base and height", "other bytes"));
        }
        let shape = Shape::new(base.into(), height.into())
            .map_err(|error| error.within(slug::SKIP_BLOCK, "a block"))?;
        let payload_bytes = u64::from_be_bytes(part(&mut rest)?);
        if payload_bytes > PAYLOAD_MOST {
            let wanted = "a payload of at most 16 MiB";
            return Err(wrong(wanted, format!("{payload_bytes} bytes")));
        }
        let [payload, roster, tree] = [part(&mut rest)?, part(&mut rest)?, part(&mut rest)?];
        let links = usize::from(part::<1>(&mut rest)?[0]);
        if links != shape.back(index).count() {
            let wanted = "a link back on each level of the block";
            return Err(wrong(wanted, format!("{links} links")));
        }
        let back = (0..links).map(|_| part(&mut rest)).collect::<Result<_>>()?;
        let header = Self {
            chain,
            index,
            time,
            shape,
            payload_bytes,
            payload,
            roster,
            tree,
            back,
        };
        Ok((header, bytes.len() - rest.len()))
    }

    /// The hash, which is the block's name.
    pub fn hash(&self) -> Hash {
        Sha256::digest(self.encode()).into()
    }

    /// The chain that a block of this header is of.
    pub fn chain_id(&self) -> Hash {
        if self.index == 0 {
            return self.hash();
        }
        self.chain
    }

    /// The hash of a block that this one links back to.
    pub fn back_to(&self, index: u64) -> Option<&Hash> {
        let mut links = self.shape.back(self.index).zip(&self.back);
        links.find_map(|(to, hash)| (to == index).then_some(hash))
    }
}

impl Block {
    /// A block of a header.
    pub fn of(header: Header) -> Self {
        let hash = header.hash();
        Self { header, hash }
    }

    /// Its header.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Its hash.
    pub fn hash(&self) -> &Hash {
        &self.hash
    }

    /// Its number.
    pub fn index(&self) -> u64 {
        self.header.index
    }

    /// The chain that it is of.
    pub fn chain(&self) -> &Hash {
        if self.header.index == 0 {
            return &self.hash;
        }
        &self.header.chain
    }

    /// Whether these are the bytes that it was made for.
    pub fn holds(&self, payload: &[u8]) -> bool {
        payload.len() as u64 == self.header.payload_bytes
            && Hash::from(Sha256::digest(payload)) == self.header.payload
    }
}

/// Whether bytes begin as the encoding of a header does.
pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(TAG)
}

/// The next bytes of an encoding.
pub(super) fn part<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N]> {
    let short = || wrong("a whole block", "too few bytes");
    let (part, behind) = rest.split_first_chunk().ok_or_else(short)?;
    *rest = behind;
    Ok(*part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Header {
        Header {
            chain: [1; 32],
            index: 12,
            time: 1_700_000_000,
            shape: Shape::default(),
            payload_bytes: 3,
            payload: Sha256::digest(b"abc").into(),
            roster: [3; 32],
            tree: [4; 32],
            back: vec![[5; 32], [6; 32], [7; 32]],
        }
    }

    #[test]
    fn a_header_is_read_as_it_is_written() {
        let mut bytes = header().encode();
        assert_eq!(bytes.len(), FIXED + 3 * 32);
        bytes.push(9);
        assert_eq!(Header::decode(&bytes).unwrap(), (header(), FIXED + 3 * 32));
        assert!(Block::of(header()).holds(b"abc"));
        assert!(!Block::of(header()).holds(b"abd"));
        assert_eq!(header().back_to(8), Some(&[7; 32]));
        assert_eq!(header().back_to(9), None);
    }

    #[test]
    fn every_bit_counts() {
        let bytes = header().encode();
        for at in 0..bytes.len() * 8 {
            let mut other = bytes.clone();
            other[at / 8] ^= 1 << (at % 8);
            if let Ok((read, _)) = Header::decode(&other) {
                assert_ne!(read.hash(), header().hash(), "bit {at}");
                assert_eq!(read.encode(), other);
            }
        }
        for len in 0..bytes.len() {
            assert!(Header::decode(&bytes[..len]).is_err());
        }
    }

    #[test]
    fn links_are_those_of_the_number() {
        for links in [0, 1, 2, 4] {
            let header = Header {
                back: vec![[5; 32]; links],
                ..header()
            };
            assert!(Header::decode(&header.encode()).is_err());
        }
    }
}
