//! The five ways in which chains of drand sign (`crypto/schemes.go`): in which group, over which
//! bytes, hashed to a point under which domain.

use sha2::{Digest, Sha256};
use sha3::Keccak256;

use crate::bls::{G1, G2, Group, decode_in_group};
use crate::error::{Error, Result, slug};

/// A way to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Each signature covers the one before; keys in G1, signatures in G2.
    Chained,
    /// A signature covers the number of its round alone; keys in G1, signatures in G2.
    Unchained,
    /// The same with keys in G2 and signatures in G1, under the domain of the other group: a mistake
    /// that the chain `fastnet` was made with.
    OnG1,
    /// The same under the domain of RFC 9380.
    Rfc9380,
    /// On the curve BN254, which Ethereum's machine can calculate with.
    Bn254,
}

/// A chain's public key: a point of its group that is not infinity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// 48 bytes.
    G1(G1),
    /// 96 bytes.
    G2(G2),
    /// 128 bytes.
    #[cfg(feature = "bn254")]
    Bn254(crate::bn254::Key),
}

impl Scheme {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Chained,
        Self::Unchained,
        Self::OnG1,
        Self::Rfc9380,
        Self::Bn254,
    ];

    /// The name that drand has for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chained => "pedersen-bls-chained",
            Self::Unchained => "pedersen-bls-unchained",
            Self::OnG1 => "bls-unchained-on-g1",
            Self::Rfc9380 => "bls-unchained-g1-rfc9380",
            Self::Bn254 => "bls-bn254-unchained-on-g1",
        }
    }

    /// The scheme of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.name() == name)
    }

    /// The domain under which messages are hashed to points, RFC 9380 section 3.1.
    pub fn domain(self) -> &'static [u8] {
        match self {
            Self::Chained | Self::Unchained | Self::OnG1 => {
                b"BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_"
            }
            Self::Rfc9380 => b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_",
            Self::Bn254 => b"BLS_SIG_BN254G1_XMD:KECCAK-256_SVDW_RO_NUL_",
        }
    }

    /// Whether a signature covers the one before.
    pub fn is_chained(self) -> bool {
        self == Self::Chained
    }

    /// Bytes of a public key.
    pub fn key_bytes(self) -> usize {
        match self {
            Self::Chained | Self::Unchained => 48,
            Self::OnG1 | Self::Rfc9380 => 96,
            Self::Bn254 => 128,
        }
    }

    /// Bytes of a signature.
    pub fn signature_bytes(self) -> usize {
        match self {
            Self::Chained | Self::Unchained => 96,
            Self::OnG1 | Self::Rfc9380 => 48,
            Self::Bn254 => 64,
        }
    }

    /// The digest that is signed: of the signature before, where chained, and the round's number in
    /// eight bytes, highest first.
    pub fn message(self, round: u64, previous: &[u8]) -> [u8; 32] {
        match self {
            Self::Bn254 => Keccak256::digest(round.to_be_bytes()).into(),
            Self::Chained => Sha256::new_with_prefix(previous)
                .chain_update(round.to_be_bytes())
                .finalize()
                .into(),
            _ => Sha256::digest(round.to_be_bytes()).into(),
        }
    }

    /// A public key from its bytes.
    pub fn key(self, bytes: &[u8]) -> Result<Key> {
        match self {
            Self::Chained | Self::Unchained => decode_in_group(bytes, "public_key").map(Key::G1),
            Self::OnG1 | Self::Rfc9380 => decode_in_group(bytes, "public_key").map(Key::G2),
            #[cfg(feature = "bn254")]
            Self::Bn254 => crate::bn254::Key::from_bytes(bytes).map(Key::Bn254),
            #[cfg(not(feature = "bn254"))]
            Self::Bn254 => Err(no_bn254()),
        }
    }
}

/// A build without the curve of evmnet.
#[cfg_attr(
    feature = "bn254",
    expect(dead_code, reason = "this build has the curve")
)]
fn no_bn254() -> Error {
    let found = "a build without it (the feature bn254)";
    Error::new(slug::NO_BN254, "the curve BN254", found)
}

impl Key {
    /// Its canonical encoding.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::G1(key) => key.compress(),
            Self::G2(key) => key.compress(),
            #[cfg(feature = "bn254")]
            Self::Bn254(key) => key.to_bytes(),
        }
    }
}
