//! A block header: version, previous, root, time, bits and nonce in 80 bytes, all numbers little
//! endian (Bitcoin's developer reference, "Block Headers"), and its hash, SHA-256 of SHA-256.

use sha2::{Digest, Sha256};

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::hash::{Engine, Hash256};

/// Bytes of a header.
pub const BYTES: usize = 80;
/// The raw bytes of a header.
pub type Raw = [u8; BYTES];

/// A header, held as its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Header(pub Raw);

/// The fields from which a header is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fields {
    /// Version, or what it signals.
    pub version: i32,
    /// Hash of the header before, internal order.
    pub previous: Hash256,
    /// Root over the transactions, internal order.
    pub root: Hash256,
    /// Seconds since 1970.
    pub time: u32,
    /// The target's compact form.
    pub bits: u32,
    /// What is tried.
    pub nonce: u32,
}

impl Header {
    /// The header of these fields.
    pub fn of(fields: &Fields) -> Self {
        let mut raw = [0; BYTES];
        let parts: [&[u8]; 6] = [
            &fields.version.to_le_bytes(),
            &fields.previous,
            &fields.root,
            &fields.time.to_le_bytes(),
            &fields.bits.to_le_bytes(),
            &fields.nonce.to_le_bytes(),
        ];
        for (to, from) in raw.iter_mut().zip(parts.into_iter().flatten()) {
            *to = *from;
        }
        Self(raw)
    }

    /// Of 160 hex digits.
    pub fn from_hex(text: &str) -> Result<Self> {
        let bytes = hex::decode(text)?;
        Self::from_slice(&bytes)
    }

    /// Of exactly 80 bytes.
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        let raw = bytes.try_into().map_err(|_| {
            let found = format!("{} bytes", bytes.len());
            let place = Place::Byte(bytes.len().min(BYTES) as u64);
            Error::new(slug::HEADER, "the 80 bytes of a header", found).at(place)
        });
        raw.map(Self)
    }

    fn part<const N: usize>(&self, start: usize) -> [u8; N] {
        let part = self.0.get(start..).and_then(|rest| rest.first_chunk());
        part.copied().unwrap_or([0; N])
    }

    /// All fields.
    pub fn fields(&self) -> Fields {
        Fields {
            version: i32::from_le_bytes(self.part(0)),
            previous: self.previous(),
            root: self.root(),
            time: self.time(),
            bits: self.bits(),
            nonce: u32::from_le_bytes(self.part(76)),
        }
    }

    /// Hash of the header before, internal order.
    pub fn previous(&self) -> Hash256 {
        self.part(4)
    }

    /// Root over the transactions, internal order.
    pub fn root(&self) -> Hash256 {
        self.part(36)
    }

    /// Seconds since 1970.
    pub fn time(&self) -> u32 {
        u32::from_le_bytes(self.part(68))
    }

    /// The target's compact form.
    pub fn bits(&self) -> u32 {
        u32::from_le_bytes(self.part(72))
    }

    /// The hash, internal order.
    pub fn hash(&self) -> Hash256 {
        Sha256::digest(Sha256::digest(self.0)).into()
    }

    /// 160 hex digits.
    pub fn to_hex(&self) -> String {
        hex::encode(&self.0)
    }
}

/// A hash as people see it: its bytes reversed, in hex.
pub fn shown(hash: &Hash256) -> String {
    hex::encode(&reversed(hash))
}

/// The hash that people write as these 64 hex digits, in internal order.
pub fn from_shown(text: &str) -> Result<Hash256> {
    hex::decode_array(text).map(|hash| reversed(&hash))
}

fn reversed(hash: &Hash256) -> Hash256 {
    let mut hash = *hash;
    hash.reverse();
    hash
}

/// The hashes of many headers; as many as both slices have.
///
/// ```
/// use decent::{block::header::{self, Header}, hash::Engine};
/// let raw = [[1; 80], [2; 80]];
/// let mut hashes = [[0; 32]; 2];
/// header::hashes(Engine::portable(), &raw, &mut hashes);
/// assert_eq!(hashes[1], Header(raw[1]).hash());
/// ```
pub fn hashes(engine: Engine, headers: &[Raw], hashes: &mut [Hash256]) {
    engine.sha256_twice(headers, hashes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_bytes_go_both_ways() {
        let raw: Raw = std::array::from_fn(|at| at as u8);
        let header = Header(raw);
        assert_eq!(Header::of(&header.fields()), header);
        assert_eq!(Header::from_hex(&header.to_hex()), Ok(header));
        assert_eq!(header.fields().version, 0x0302_0100);
        assert_eq!(header.fields().nonce, 0x4f4e_4d4c);
        assert_eq!(header.time(), 0x4746_4544);
    }

    #[test]
    fn many_at_once_as_one_by_one() {
        for count in [0, 1, 2, 15, 16, 17, 511, 512, 513, 1100] {
            let raw: Vec<Raw> = (0..count)
                .map(|n| std::array::from_fn(|at| (n * 7 + at * 3) as u8))
                .collect();
            let wanted: Vec<_> = raw.iter().map(|raw| Header(*raw).hash()).collect();
            for engine in [Engine::detect(), Engine::portable()] {
                let mut found = vec![[0; 32]; count];
                hashes(engine, &raw, &mut found);
                assert_eq!(found, wanted);
            }
        }
    }

    #[test]
    fn other_lengths_are_refused() {
        for length in [0, 79, 81, 160] {
            let error = Header::from_slice(&vec![0; length]).unwrap_err();
            assert_eq!(error.slug, slug::HEADER);
        }
        assert_eq!(Header::from_hex("xy").unwrap_err().slug, slug::NOT_HEX);
    }
}
