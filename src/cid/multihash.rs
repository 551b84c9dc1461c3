//! Multihash (multiformats/multihash): a hash function's code, the length of the digest, the digest.
//! Only functions that nobody can find a second content for are trusted; SHA-1 is there for git.

use blake2::digest::consts::{U20, U32, U48, U64};
use blake2::{Blake2b, Blake2s};
use sha2::Digest;

use crate::error::{Error, Result, slug};

/// A hash function of the table of multicodec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash {
    /// Its code.
    pub code: u64,
    /// Its name.
    pub name: &'static str,
    /// Bytes of a whole digest.
    pub len: usize,
}

/// The block itself stands in the place of its digest.
pub const IDENTITY: u64 = 0x00;
/// SHA-1, for git.
pub const SHA1: u64 = 0x11;
/// SHA-256, what nearly all blocks are hashed by.
pub const SHA2_256: u64 = 0x12;
/// BLAKE3.
pub const BLAKE3: u64 = 0x1e;

/// The most bytes that may stand in the place of a digest.
pub const IDENTITY_MOST: usize = 128;
/// The fewest bytes of a digest that is trusted.
pub const DIGEST_LEAST: usize = 20;

const fn hash(code: u64, name: &'static str, len: usize) -> Hash {
    Hash { code, name, len }
}

/// Those that are known here by name.
pub const ALL: &[Hash] = &[
    hash(SHA2_256, "sha2-256", 32),
    hash(0x13, "sha2-512", 64),
    hash(0x20, "sha2-384", 48),
    hash(0x1013, "sha2-224", 28),
    hash(0x1014, "sha2-512-224", 28),
    hash(0x1015, "sha2-512-256", 32),
    hash(0x56, "dbl-sha2-256", 32),
    hash(SHA1, "sha1", 20),
    hash(0x17, "sha3-224", 28),
    hash(0x16, "sha3-256", 32),
    hash(0x15, "sha3-384", 48),
    hash(0x14, "sha3-512", 64),
    hash(0x1a, "keccak-224", 28),
    hash(0x1b, "keccak-256", 32),
    hash(0x1c, "keccak-384", 48),
    hash(0x1d, "keccak-512", 64),
    hash(BLAKE3, "blake3", 32),
    hash(0xb214, "blake2b-160", 20),
    hash(0xb220, "blake2b-256", 32),
    hash(0xb230, "blake2b-384", 48),
    hash(0xb240, "blake2b-512", 64),
    hash(0xb254, "blake2s-160", 20),
    hash(0xb260, "blake2s-256", 32),
];

/// The name of a code: that of the table, or its number.
pub fn name(code: u64) -> String {
    if code == IDENTITY {
        return "identity".into();
    }
    let known = ALL.iter().find(|hash| hash.code == code);
    known.map_or_else(|| format!("0x{code:x}"), |hash| hash.name.to_owned())
}

/// The function of that name; `sha256` and `sha512` are understood too.
pub fn named(name: &str) -> Result<Hash> {
    let name = match name {
        "sha256" => "sha2-256",
        "sha384" => "sha2-384",
        "sha512" => "sha2-512",
        other => other,
    };
    let known = ALL.iter().find(|hash| hash.name == name).copied();
    known.ok_or_else(|| {
        let names: Vec<_> = ALL.iter().map(|hash| hash.name).collect();
        let wanted = format!("one of {}", names.join(", "));
        Error::new(slug::UNKNOWN_HASH, wanted, format!("{name:?}"))
    })
}

/// The digest of a message in parts, whole; `None` of a function that is not trusted here.
///
/// ```
/// use decent::cid::multihash::{SHA1, digest};
/// assert_eq!(digest(SHA1, &[b"ab", b"c"]).unwrap()[..2], [0xa9, 0x99]);
/// assert_eq!(digest(0xd5, &[b"md5"]), None);
/// ```
pub fn digest(code: u64, parts: &[&[u8]]) -> Option<Vec<u8>> {
    if code == IDENTITY {
        return Some(parts.concat());
    }
    let mut state = running(code)?;
    for part in parts {
        state.update(part);
    }
    Some(state.finish())
}

/// A message on its way through a hash function.
pub trait Running: Send {
    /// More bytes of it.
    fn update(&mut self, bytes: &[u8]);
    /// The whole digest.
    fn finish(self: Box<Self>) -> Vec<u8>;
}

/// A function of one of the crates.
struct Of<D>(D);

impl<D: Digest + Send> Running for Of<D> {
    fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

/// SHA-256 of SHA-256.
struct Twice(sha2::Sha256);

impl Running for Twice {
    fn update(&mut self, bytes: &[u8]) {
        Digest::update(&mut self.0, bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        sha2::Sha256::digest(self.0.finalize()).to_vec()
    }
}

impl Running for blake3::Hasher {
    fn update(&mut self, bytes: &[u8]) {
        Self::update(self, bytes);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.finalize().as_bytes().to_vec()
    }
}

fn of<D: Digest + Send + 'static>() -> Box<dyn Running> {
    Box::new(Of(D::new()))
}

/// A function that begins; `None` of one that is not trusted here.
pub fn running(code: u64) -> Option<Box<dyn Running>> {
    Some(match code {
        SHA1 => of::<sha1::Sha1>(),
        SHA2_256 => of::<sha2::Sha256>(),
        0x13 => of::<sha2::Sha512>(),
        0x14 => of::<sha3::Sha3_512>(),
        0x15 => of::<sha3::Sha3_384>(),
        0x16 => of::<sha3::Sha3_256>(),
        0x17 => of::<sha3::Sha3_224>(),
        0x1a => of::<sha3::Keccak224>(),
        0x1b => of::<sha3::Keccak256>(),
        0x1c => of::<sha3::Keccak384>(),
        0x1d => of::<sha3::Keccak512>(),
        0x20 => of::<sha2::Sha384>(),
        0x56 => Box::new(Twice(sha2::Sha256::new())),
        0x1013 => of::<sha2::Sha224>(),
        0x1014 => of::<sha2::Sha512_224>(),
        0x1015 => of::<sha2::Sha512_256>(),
        BLAKE3 => Box::new(blake3::Hasher::new()),
        0xb214 => of::<Blake2b<U20>>(),
        0xb220 => of::<Blake2b<U32>>(),
        0xb230 => of::<Blake2b<U48>>(),
        0xb240 => of::<Blake2b<U64>>(),
        0xb254 => of::<Blake2s<U20>>(),
        0xb260 => of::<Blake2s<U32>>(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    #[test]
    fn published_vectors() {
        // The empty message and "abc", from FIPS 180-4, FIPS 202, RFC 7693 and the BLAKE3 paper's code.
        for (name, message, wanted) in [
            ("sha1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "sha2-224",
                "abc",
                "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
            ),
            (
                "sha3-256",
                "",
                "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
            ),
            (
                "keccak-256",
                "",
                "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
            ),
            (
                "blake2s-256",
                "abc",
                "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982",
            ),
            (
                "blake3",
                "",
                "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
            ),
        ] {
            let hash = named(name).unwrap();
            let found = digest(hash.code, &[message.as_bytes()]).unwrap();
            assert_eq!(hex::encode(&found), wanted, "{name}");
        }
        let blake2b = digest(0xb240, &[b"a", b"bc"]).unwrap();
        assert!(
            hex::encode(&blake2b).starts_with("ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b7")
        );
    }

    #[test]
    fn every_name_has_its_digest() {
        for hash in ALL {
            assert_eq!(named(hash.name).unwrap(), *hash);
            assert_eq!(digest(hash.code, &[b"x"]).unwrap().len(), hash.len);
            assert_eq!(name(hash.code), hash.name);
        }
        assert!(named("md5").is_err());
    }
}
