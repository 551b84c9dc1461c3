//! Bitcoin's addresses: hashes of a key of secp256k1, or (the newest) a key made of it.

use k256::elliptic_curve::ops::Reduce;
use k256::elliptic_curve::sec1::ToSec1Point;
use ripemd::Ripemd160;
use sha2::{Digest, Sha256};

use super::PublicKey;
use crate::codec::base58;
use crate::codec::bech32::{self, Variant};
use crate::error::{Error, Result, slug};

/// What an address is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The hash of the key, in base 58: `1..`
    P2pkh,
    /// The hash of the key, in bech32: `bc1q..`, BIP 141 and BIP 173.
    P2wpkh,
    /// The key itself, shifted by its hash, in bech32m: `bc1p..`, BIP 341 and BIP 350.
    P2tr,
}

impl Sort {
    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::P2pkh => "p2pkh",
            Self::P2wpkh => "p2wpkh",
            Self::P2tr => "p2tr",
        }
    }
}

/// Which network the letters speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// Real money.
    Main,
    /// Test networks.
    Test,
}

/// RIPEMD-160 of SHA-256, which Bitcoin calls HASH160.
pub fn hash160(bytes: &[u8]) -> [u8; 20] {
    Ripemd160::digest(Sha256::digest(bytes)).into()
}

/// The address of a key of secp256k1, which is taken compressed.
pub fn of(key: &PublicKey, sort: Sort, network: Network) -> Result<String> {
    let PublicKey::Secp256k1(point) = key else {
        let found = key.kind().name();
        return Err(Error::new(slug::KEY_KIND, "a key of secp256k1", found));
    };
    let word = match network {
        Network::Main => "bc",
        Network::Test => "tb",
    };
    // The first digit of a SegWit address is its version.
    let segwit = |variant, version: u8, program: &[u8]| {
        let digits = [&[version][..], &bech32::to_fives(program)].concat();
        bech32::encode_digits(variant, word, &digits)
    };
    Ok(match sort {
        Sort::P2pkh => {
            let version = match network {
                Network::Main => 0,
                Network::Test => 0x6f,
            };
            base58::encode_checked(&[&[version][..], &hash160(&key.bytes())].concat())
        }
        Sort::P2wpkh => segwit(Variant::Bech32, 0, &hash160(&key.bytes())),
        Sort::P2tr => segwit(Variant::Bech32m, 1, &output_key(point)?),
    })
}

/// The key that an output of BIP 341 names: the point with an even y, plus G times its tagged hash;
/// its x coordinate.
fn output_key(point: &k256::PublicKey) -> Result<[u8; 32]> {
    let bytes = point.to_sec1_point(true);
    let x = bytes.as_bytes().get(1..).unwrap_or_default();
    let PublicKey::Secp256k1(even) = PublicKey::secp256k1(&[&[2], x].concat())? else {
        return Err(Error::new(slug::WEAK_KEY, "a point", "none"));
    };
    let tag = Sha256::digest(b"TapTweak");
    let hash = Sha256::new_with_prefix(tag)
        .chain_update(tag)
        .chain_update(x)
        .finalize();
    let tweak = k256::Scalar::reduce(&hash);
    let shifted = even.to_projective() + k256::ProjectivePoint::GENERATOR * tweak;
    let shifted = k256::PublicKey::from_affine(shifted.to_affine());
    let shifted = shifted.map_err(|_| Error::new(slug::WEAK_KEY, "a point", "infinity"))?;
    let shifted = shifted.to_sec1_point(true);
    let x = shifted.as_bytes().get(1..).and_then(|x| x.try_into().ok());
    x.ok_or_else(|| Error::new(slug::WEAK_KEY, "a point", "infinity"))
}
