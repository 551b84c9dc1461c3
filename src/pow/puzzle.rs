//! What is searched: messages that differ in a counter only.

use super::hash::{Digest, HashKind};
use super::nonce::NonceEncoding;

/// A family of messages, one for each counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Puzzle {
    /// SHA-256d of an 80-byte block header, read with its bytes reversed. The counter is
    /// `nonce * versions.len() + i`: the nonce goes into bytes 76..80 and `versions[i]` into bytes
    /// 0..4, both with the lowest byte first. One version, the header's own, is the plain case;
    /// several share the message schedule of the second block.
    Header {
        /// The header; its nonce (and with several versions its version) is overwritten.
        header: [u8; 80],
        /// The versions that are tried with each nonce; never empty.
        versions: Vec<u32>,
    },
    /// `H(prefix || encode(counter) || suffix)`.
    Message {
        /// The hash.
        hash: HashKind,
        /// What stands before the nonce.
        prefix: Vec<u8>,
        /// What stands behind it.
        suffix: Vec<u8>,
        /// How the counter is written.
        nonce: NonceEncoding,
    },
}

impl Puzzle {
    /// A header with its own version.
    pub fn header(header: [u8; 80]) -> Self {
        let [a, b, c, d, ..] = header;
        let versions = vec![u32::from_le_bytes([a, b, c, d])];
        Self::Header { header, versions }
    }

    /// The counters end here: 2^32 for each version of a header, 2^64 - 1 for all else.
    pub fn counters(&self) -> u64 {
        match self {
            Self::Header { versions, .. } => (versions.len() as u64) << 32,
            Self::Message { .. } => u64::MAX,
        }
    }

    /// The hash, which for headers is SHA-256d.
    pub fn hash(&self) -> HashKind {
        match self {
            Self::Header { .. } => HashKind::Sha256d,
            Self::Message { hash, .. } => *hash,
        }
    }

    /// The message of a counter.
    ///
    /// ```
    /// use decent::pow::Puzzle;
    /// let message = Puzzle::header([0; 80]).message(0x0102_0304);
    /// assert_eq!(message[76..], [4, 3, 2, 1]);
    /// ```
    pub fn message(&self, counter: u64) -> Vec<u8> {
        match self {
            Self::Header { header, versions } => {
                let each = versions.len().max(1) as u64;
                let version = versions.get((counter % each) as usize);
                let nonce = ((counter / each) as u32).to_le_bytes();
                let [a, b, c, d, middle @ .., _, _, _, _] = header;
                let version = version.map_or([*a, *b, *c, *d], |version| version.to_le_bytes());
                [&version, &middle[..], &nonce].concat()
            }
            Self::Message {
                prefix,
                suffix,
                nonce,
                ..
            } => [prefix, nonce.write(counter).as_bytes(), suffix].concat(),
        }
    }

    /// The digest of a counter by the plain crate, as it is compared and shown.
    pub fn digest(&self, counter: u64) -> Digest {
        match self {
            Self::Header { .. } => HashKind::Sha256d
                .digest(&[&self.message(counter)])
                .reversed(),
            Self::Message {
                hash,
                prefix,
                suffix,
                nonce,
            } => hash.digest(&[prefix, nonce.write(counter).as_bytes(), suffix]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    /// Bitcoin's first block, whose nonce is 2083236893.
    #[test]
    fn the_first_block() {
        let root = "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a";
        let text = format!("01000000{}{root}29ab5f49ffff001d00000000", "00".repeat(32));
        let header = hex::decode_array(&text).unwrap();
        let hash = "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f";
        let puzzle = Puzzle::header(header);
        assert_eq!(hex::encode(&puzzle.digest(2_083_236_893)), hash);
        let versions = vec![3, 1, 2];
        let rolled = Puzzle::Header { header, versions };
        assert_eq!(hex::encode(&rolled.digest(2_083_236_893 * 3 + 1)), hash);
        assert_eq!(rolled.counters(), 3 << 32);
    }
}
