//! Keys: Ed25519 (RFC 8032), secp256k1 (SEC 2), X25519 (RFC 7748), BLS12-381 (public keys in G1), and
//! for checking alone P-256 and RSA. Read from every form that the world's tools write, and written
//! in them.

use crate::bls;
use crate::error::{Error, Result, slug};
use crate::secret::{Secret, SecretBytes, random};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Addresses: hashes of keys.
pub mod address;
/// Files encrypted to public keys, in the format of age.
pub mod age;
/// Two keys that agree on a secret.
pub mod agree;
mod der;
/// The forms that keys stand in.
pub mod form;
/// The protobuf of libp2p, in which names of IPNS have their keys.
pub mod libp2p;
mod minisign;
/// The keys of `OpenSSH`, also as they stand in its signatures.
pub mod openssh;
mod pbes2;
mod pkcs8;
mod signify;
/// A curve small enough to see.
pub mod toy;

pub use form::{Form, Read};
pub use minisign::show_number;

/// What sort of key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Signatures on the twisted Edwards curve, RFC 8032.
    Ed25519,
    /// Signatures and agreement on the curve of Bitcoin, SEC 2 section 2.4.1.
    Secp256k1,
    /// Agreement on the Montgomery curve, RFC 7748.
    X25519,
    /// Signatures that add up, on BLS12-381.
    Bls12381,
    /// NIST's curve, to check signatures of others.
    P256,
    /// RSA, to check signatures of others.
    Rsa,
}

impl Kind {
    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::Secp256k1 => "secp256k1",
            Self::X25519 => "x25519",
            Self::Bls12381 => "bls12-381",
            Self::P256 => "p256",
            Self::Rsa => "rsa",
        }
    }
}

/// A public key: a point that was checked to be one that a key can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicKey {
    /// Canonical, and of large order.
    Ed25519(ed25519_dalek::VerifyingKey),
    /// On the curve, not infinity.
    Secp256k1(k256::PublicKey),
    /// Any 32 bytes; what [`agree`] makes of them is checked there.
    X25519([u8; 32]),
    /// In the group, not infinity. 48 bytes, compressed.
    Bls12381(bls::G1),
    /// On the curve, not infinity.
    P256(p256::PublicKey),
    /// 2048 to 8192 bits.
    Rsa(Box<rsa::PublicKey>),
}

/// A secret key. It has no `Debug`; each variant is wiped when it goes.
#[derive(Clone)]
pub enum SecretKey {
    /// A seed of 32 bytes.
    Ed25519(ed25519_dalek::SigningKey),
    /// A scalar.
    Secp256k1(k256::SecretKey),
    /// 32 bytes, clamped where they are used.
    X25519(x25519_dalek::StaticSecret),
    /// A scalar.
    Bls12381(bls::Scalar),
}

fn weak(wanted: &'static str, found: &'static str) -> Error {
    Error::new(slug::WEAK_KEY, wanted, found)
}

impl PublicKey {
    /// An Ed25519 key: the canonical encoding of a point whose order is not small. Others are on no
    /// honest signer's hands, and a signature under one can be good for any message.
    pub fn ed25519(bytes: &[u8; 32]) -> Result<Self> {
        let point = curve25519_dalek::edwards::CompressedEdwardsY(*bytes).decompress();
        let point = point.ok_or_else(|| weak("a point of the curve", "none"))?;
        if point.compress().0 != *bytes {
            return Err(weak("the canonical encoding of a point", "another"));
        }
        if point.is_small_order() {
            return Err(weak("a point of large order", "one of small order"));
        }
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes);
        key.map(Self::Ed25519)
            .map_err(|_| weak("a point of the curve", "none"))
    }

    /// A key of secp256k1 from 33 bytes (compressed) or 65, SEC 1 section 2.3.3.
    pub fn secp256k1(bytes: &[u8]) -> Result<Self> {
        let key = k256::PublicKey::from_sec1_bytes(bytes);
        key.map(Self::Secp256k1)
            .map_err(|_| weak("a point of secp256k1", "none"))
    }

    /// A key of P-256 from 33 bytes (compressed) or 65.
    pub fn p256(bytes: &[u8]) -> Result<Self> {
        let key = p256::PublicKey::from_sec1_bytes(bytes);
        key.map(Self::P256)
            .map_err(|_| weak("a point of P-256", "none"))
    }

    /// A key of BLS12-381 from the 48 bytes of a compressed point of G1.
    pub fn bls12381(bytes: &[u8; 48]) -> Result<Self> {
        let key = bls::decode_in_group(bytes, "public key");
        key.map(Self::Bls12381)
            .map_err(|_| weak("a point of G1", "none"))
    }

    /// An RSA key from modulus and exponent, highest byte first.
    pub fn rsa(modulus: &[u8], exponent: &[u8]) -> Result<Self> {
        let bits = modulus.len() * 8;
        if !(2048 - 7..=8192).contains(&bits) {
            return Err(weak("a modulus of 2048 to 8192 bits", "another size"));
        }
        let number = rsa::BoxedUint::from_be_slice_vartime;
        let key =
            rsa::PublicKey::new_with_size_limits(number(modulus), number(exponent), 2048..=8192);
        key.map(|key| Self::Rsa(Box::new(key)))
            .map_err(|_| weak("a modulus and an exponent of RSA", "others"))
    }

    /// What sort of key it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Ed25519(_) => Kind::Ed25519,
            Self::Secp256k1(_) => Kind::Secp256k1,
            Self::X25519(_) => Kind::X25519,
            Self::Bls12381(_) => Kind::Bls12381,
            Self::P256(_) => Kind::P256,
            Self::Rsa(_) => Kind::Rsa,
        }
    }

    /// Its bytes in their usual short form: 32 (Ed25519, X25519), 33 (secp256k1, P-256: compressed),
    /// 48 (BLS12-381: compressed); of RSA the modulus.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Ed25519(key) => key.to_bytes().to_vec(),
            Self::Secp256k1(key) => sec1(key, true),
            Self::X25519(bytes) => bytes.to_vec(),
            Self::Bls12381(key) => key.to_bytes(),
            Self::P256(key) => sec1(key, true),
            Self::Rsa(key) => {
                use rsa::traits::PublicKeyParts;
                key.n_bytes().to_vec()
            }
        }
    }

    /// The number of eight bytes by which minisign and signify tell keys apart, where the form that
    /// the key stands in has none: the start of the SHA-256 of `decent key number` and the key's
    /// bytes. So one key has one number, whatever form it is kept in.
    pub fn number(&self) -> [u8; 8] {
        let digest = Sha256::new_with_prefix(b"decent key number")
            .chain_update(self.bytes())
            .finalize();
        let digest = <[u8; 32]>::from(digest);
        digest.first_chunk().copied().unwrap_or_default()
    }

    /// The key in any form that is known here: PEM (SPKI), minisign, signify, OpenSSH, age,
    /// libp2p, hex.
    /// Hex says nothing of its kind: 64 digits are `kind`, or else Ed25519.
    pub fn read(bytes: &[u8], kind: Option<Kind>) -> Result<Read<Self>> {
        form::read_public(bytes, kind)
    }
}

/// The bytes of a point, SEC 1 section 2.3.3.
fn sec1<P: k256::elliptic_curve::sec1::ToSec1Point<C>, C>(key: &P, compress: bool) -> Vec<u8>
where
    C: k256::elliptic_curve::Curve,
    k256::elliptic_curve::FieldBytesSize<C>: k256::elliptic_curve::sec1::ModulusSize,
{
    key.to_sec1_point(compress).as_bytes().to_vec()
}

impl SecretKey {
    /// A new key. The scalar of BLS12-381 is made as draft-irtf-cfrg-bls-signature section 2.3 says.
    pub fn generate(kind: Kind, rng: &mut dyn CryptoRng) -> Result<Self> {
        match kind {
            Kind::Ed25519 | Kind::X25519 => Self::from_bytes(kind, &random(rng)),
            Kind::Secp256k1 => loop {
                // One of 2^128 tries is no scalar.
                if let Ok(key) = Self::from_bytes(kind, &random(rng)) {
                    return Ok(key);
                }
            },
            Kind::Bls12381 => Ok(Self::Bls12381(bls::Scalar::generate(rng))),
            Kind::P256 | Kind::Rsa => Err(not_ours(kind)),
        }
    }

    /// The key of 32 bytes: a seed, or a scalar, highest byte first.
    pub fn from_bytes(kind: Kind, bytes: &SecretBytes<32>) -> Result<Self> {
        match kind {
            Kind::Ed25519 => Ok(Self::Ed25519(ed25519_dalek::SigningKey::from_bytes(bytes))),
            Kind::X25519 => Ok(Self::X25519(x25519_dalek::StaticSecret::from(**bytes))),
            Kind::Secp256k1 => {
                let key = k256::SecretKey::from_slice(bytes.as_ref());
                key.map(Self::Secp256k1)
                    .map_err(|_| weak("a scalar of secp256k1, not 0", "another number"))
            }
            Kind::Bls12381 => {
                let key = bls::Scalar::from_bytes(bytes);
                key.map(Self::Bls12381)
                    .ok_or_else(|| weak("a scalar of BLS12-381, not 0", "another number"))
            }
            Kind::P256 | Kind::Rsa => Err(not_ours(kind)),
        }
    }

    /// The 32 bytes of [`SecretKey::from_bytes`].
    pub fn to_bytes(&self) -> SecretBytes<32> {
        match self {
            Self::Ed25519(key) => Zeroizing::new(key.to_bytes()),
            Self::Secp256k1(key) => Zeroizing::new(key.to_bytes().into()),
            Self::X25519(key) => Zeroizing::new(key.to_bytes()),
            Self::Bls12381(key) => key.to_bytes(),
        }
    }

    /// What sort of key it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Ed25519(_) => Kind::Ed25519,
            Self::Secp256k1(_) => Kind::Secp256k1,
            Self::X25519(_) => Kind::X25519,
            Self::Bls12381(_) => Kind::Bls12381,
        }
    }

    /// The public key that goes with it.
    pub fn public(&self) -> PublicKey {
        match self {
            Self::Ed25519(key) => PublicKey::Ed25519(key.verifying_key()),
            Self::Secp256k1(key) => PublicKey::Secp256k1(key.public_key()),
            Self::X25519(key) => PublicKey::X25519(x25519_dalek::PublicKey::from(key).to_bytes()),
            Self::Bls12381(key) => PublicKey::Bls12381(bls::G1::public_key(key)),
        }
    }

    /// The key in any form that is known here: PEM (PKCS#8, SEC 1), minisign, signify, OpenSSH, age,
    /// libp2p, hex. One that is encrypted wants the passphrase ([`slug::PASSPHRASE_WANTED`] without). Hex says
    /// nothing of its kind: it is `kind`, or else Ed25519.
    pub fn read(
        bytes: &Secret,
        passphrase: Option<&Secret>,
        kind: Option<Kind>,
    ) -> Result<Read<Self>> {
        form::read_secret(bytes, passphrase, kind)
    }
}

fn not_ours(kind: Kind) -> Error {
    let wanted = "a key of ed25519, secp256k1, x25519 or bls12-381";
    Error::new(slug::KEY_KIND, wanted, kind.name())
}

#[cfg(test)]
mod tests;
