//! Signatures checked: which keys could have made each, which digests that takes, and what came out.

use std::borrow::Cow;

use super::allowed::Allowed;
use super::comments::{Commented, Over};
use super::der::Pair;
use super::digest::{Hash, Message, Need, digests};
use super::ecdsa::Curve;
use super::sshsig::{SshSig, two_numbers};
use super::{Format, Signature, ed25519, narrate, schnorr};
use crate::Verdict;
use crate::error::Result;
use crate::key::{PublicKey, show_number};
use crate::watch::Watch;

/// A public key that is trusted.
#[derive(Clone, Debug)]
pub struct Trusted {
    /// The key.
    pub key: PublicKey,
    /// The number that minisign and signify know it by, where its file says one.
    pub number: Option<[u8; 8]>,
    /// The line that allows it, where it stands in a file of allowed signers.
    pub allowed: Option<Allowed>,
}

/// What is asked beside the keys.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The format that bare signatures are in, where the key leaves a choice.
    pub format: Option<Format>,
    /// What SSHSIG's must be for.
    pub namespace: &'a [u8],
    /// The hash of ECDSA, RSA and BIP-340, where it is not the usual one.
    pub hash: Option<Hash>,
    /// Insists on the low s of ECDSA.
    pub low_s: bool,
    /// When, in seconds since 1970, for those that are allowed for a time.
    pub at: i64,
    /// Who it must be, of those that are allowed.
    pub identity: Option<&'a str>,
}

/// What came of a try, with the reason where it is no.
type Judged<T> = std::result::Result<T, Cow<'static, str>>;

/// What came of one signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether it holds by any of the keys.
    pub verdict: Verdict,
    /// By which of them: places in the list that was given.
    pub keys: Vec<usize>,
    /// The format by which it holds.
    pub format: Option<Format>,
}

/// Checks signatures on one message, which is read once. An outcome a signature.
pub fn verify(
    signatures: &[&Signature],
    trusted: &[Trusted],
    asked: &Asked<'_>,
    message: &mut dyn Message,
    watch: &dyn Watch,
) -> Result<Vec<Outcome>> {
    let mut claims = Vec::new();
    let mut outcomes = Vec::new();
    for (number, signature) in signatures.iter().enumerate() {
        let mut reason: Cow<'static, str> = match trusted.len() {
            1 => "the key is of another kind than the signature".into(),
            _ => "none of the keys is of the signature's kind".into(),
        };
        for (key, one) in trusted.iter().enumerate() {
            match ways(signature, one, asked) {
                Ok(ways) => claims.extend(ways.into_iter().map(|way| (number, key, way))),
                Err(why) => reason = why,
            }
        }
        outcomes.push(Outcome {
            verdict: Verdict::No(reason),
            keys: Vec::new(),
            format: None,
        });
    }
    let needs: Vec<Need> = claims.iter().map(|(_, _, way)| way.need()).collect();
    let (digests, _) = digests(message.input()?, &needs, watch)?;
    for ((number, key, way), digest) in claims.into_iter().zip(&digests) {
        let Some(outcome) = outcomes.get_mut(number) else {
            continue;
        };
        match way.judge(digest, asked.low_s) {
            Ok(()) => {
                narrate::checked(&way, digest, watch);
                outcome.verdict = Verdict::Yes;
                outcome.keys.push(key);
                outcome.format.get_or_insert(way.format());
            }
            Err(why) if outcome.verdict != Verdict::Yes => {
                outcome.verdict = Verdict::No(why);
            }
            Err(_) => {}
        }
    }
    Ok(outcomes)
}

/// One way in which a signature can hold: which key, which equation, over what.
pub(super) enum Way {
    /// Ed25519 over the message, or over its `BLAKE2b`.
    Commented { key: [u8; 32], signature: Commented },
    /// Ed25519 over the message.
    Pure { key: [u8; 32], signature: [u8; 64] },
    /// Whatever SSH has.
    Ssh { key: PublicKey, signature: SshSig },
    /// ECDSA over a digest.
    Ecdsa {
        curve: Curve,
        key: Vec<u8>,
        pair: Pair,
        hash: Hash,
        format: Format,
    },
    /// BIP-340 over the message, or over a digest of it.
    Schnorr {
        key: [u8; 32],
        signature: [u8; 64],
        hash: Option<Hash>,
    },
    /// PKCS #1 v1.5 over a digest.
    Rsa {
        key: Box<rsa::PublicKey>,
        signature: Vec<u8>,
        hash: Hash,
    },
}

const OTHER: &str = "the signature is of other data, or by another key";

/// The ways in which a signature can be a key's; none where the kinds don't go together, and why not
/// where they would.
fn ways(signature: &Signature, trusted: &Trusted, asked: &Asked<'_>) -> Judged<Vec<Way>> {
    let namespace = match signature {
        Signature::Ssh(one) => Some(&one.namespace[..]),
        _ => None,
    };
    let ecdsa = |curve, pair, format| Way::Ecdsa {
        curve,
        key: trusted.key.bytes(),
        pair,
        hash: asked.hash.unwrap_or(Hash::Sha256),
        format,
    };
    let ways = match (signature, &trusted.key) {
        (Signature::Commented(one), PublicKey::Ed25519(key)) => {
            let known = trusted.number;
            if known.is_some_and(|number| number != one.key_number) {
                let number = show_number(one.key_number);
                return Err(format!("it is by the key {number}, which is none of those").into());
            }
            vec![Way::Commented {
                key: key.to_bytes(),
                signature: one.clone(),
            }]
        }
        (Signature::Ssh(one), key) => ssh_ways(one, key, asked)?,
        (Signature::Bare(bare), PublicKey::Ed25519(key)) => vec![Way::Pure {
            key: key.to_bytes(),
            signature: *bare,
        }],
        (Signature::Bare(bare), PublicKey::Secp256k1(_)) => {
            let schnorr = Way::Schnorr {
                key: x_of(&trusted.key),
                signature: *bare,
                hash: asked.hash,
            };
            let raw = ecdsa(Curve::Secp256k1, Pair::from_bytes(*bare), Format::Raw);
            match asked.format {
                Some(Format::Raw) => vec![raw],
                Some(Format::Bip340) => vec![schnorr],
                _ => vec![schnorr, raw],
            }
        }
        (Signature::Bare(bare), PublicKey::P256(_)) => {
            vec![ecdsa(Curve::P256, Pair::from_bytes(*bare), Format::Raw)]
        }
        (Signature::Der(pair), PublicKey::Secp256k1(_)) => {
            vec![ecdsa(Curve::Secp256k1, *pair, Format::Der)]
        }
        (Signature::Der(pair), PublicKey::P256(_)) => {
            vec![ecdsa(Curve::P256, *pair, Format::Der)]
        }
        (Signature::Rsa(bytes), PublicKey::Rsa(key)) => vec![Way::Rsa {
            key: key.clone(),
            signature: bytes.clone(),
            hash: asked.hash.unwrap_or(Hash::Sha256),
        }],
        _ => Vec::new(),
    };
    let allowed = trusted.allowed.as_ref().filter(|_| !ways.is_empty());
    match allowed.and_then(|line| line.refuses(namespace, asked.at, asked.identity)) {
        Some(why) => Err(why.into()),
        None => Ok(ways),
    }
}

/// The x coordinate of a compressed point.
fn x_of(key: &PublicKey) -> [u8; 32] {
    let bytes = key.bytes();
    let x = bytes.get(1..).and_then(super::der::padded);
    x.unwrap_or_default()
}

fn ssh_ways(one: &SshSig, key: &PublicKey, asked: &Asked<'_>) -> Judged<Vec<Way>> {
    let theirs = crate::key::openssh::from_wire(&one.public_key)
        .map_err(|error| format!("its public key: {error}"))?;
    if theirs != *key {
        return Err("it is by a key that is none of those".into());
    }
    if one.namespace != asked.namespace {
        let [found, wanted] = [&one.namespace[..], asked.namespace].map(String::from_utf8_lossy);
        return Err(format!("it is for the namespace {found:?}, not {wanted:?}").into());
    }
    Ok(vec![Way::Ssh {
        key: theirs,
        signature: one.clone(),
    }])
}

impl Way {
    /// The digest of the message that decides.
    pub(super) fn need(&self) -> Need {
        match self {
            Self::Commented { key, signature } => match signature.over {
                Over::Bytes => ed25519::challenge(key, &signature.signature),
                Over::Blake2b => Need::plain(Hash::Blake2b),
            },
            Self::Pure { key, signature } => ed25519::challenge(key, signature),
            Self::Ssh { signature, .. } => Need::plain(signature.hash),
            Self::Schnorr {
                key,
                signature,
                hash,
            } => match hash {
                Some(hash) => Need::plain(*hash),
                None => schnorr::challenge(key, signature),
            },
            Self::Ecdsa { hash, .. } | Self::Rsa { hash, .. } => Need::plain(*hash),
        }
    }

    /// Its format.
    fn format(&self) -> Format {
        match self {
            Self::Commented { signature, .. } if signature.trusted.is_none() => Format::Signify,
            Self::Commented { .. } => Format::Minisign,
            Self::Pure { .. } | Self::Rsa { .. } => Format::Raw,
            Self::Ssh { .. } => Format::SshSig,
            Self::Schnorr { .. } => Format::Bip340,
            Self::Ecdsa { format, .. } => *format,
        }
    }

    /// Whether it holds, given the digest.
    fn judge(&self, digest: &[u8], low_s: bool) -> Judged<()> {
        match self {
            Self::Commented { key, signature } => commented(key, signature, digest),
            Self::Pure { key, signature } => Ok(ed25519::verify(key, signature, digest)?),
            Self::Ssh { key, signature } => ssh(key, signature, digest, low_s),
            Self::Ecdsa {
                curve, key, pair, ..
            } => Ok(curve.verify(key, pair, digest, low_s)?),
            Self::Schnorr {
                key,
                signature,
                hash,
            } => {
                let challenge = match hash {
                    None => digest.to_vec(),
                    Some(_) => schnorr::challenge(key, signature).with(digest),
                };
                Ok(schnorr::verify(key, signature, &challenge)?)
            }
            Self::Rsa {
                key,
                signature,
                hash,
            } => rsa_holds(key, *hash, digest, signature),
        }
    }
}

fn commented(key: &[u8; 32], one: &Commented, digest: &[u8]) -> Judged<()> {
    match one.over {
        Over::Bytes => ed25519::verify(key, &one.signature, digest)?,
        Over::Blake2b => ed25519::verify_short(key, &one.signature, digest)?,
    }
    let Some(trusted) = &one.trusted else {
        return Ok(());
    };
    let message = Commented::global_message(&one.signature, &trusted.comment);
    ed25519::verify_short(key, &trusted.signature, &message)
        .map_err(|_| "the trusted comment was changed".into())
}

fn ssh(key: &PublicKey, one: &SshSig, digest: &[u8], low_s: bool) -> Judged<()> {
    let signed = SshSig::signed(&one.namespace, one.hash, digest);
    match (key, &one.algorithm[..]) {
        (PublicKey::Ed25519(key), b"ssh-ed25519") => {
            let bytes = <[u8; 64]>::try_from(&one.signature[..]);
            let bytes = bytes.map_err(|_| "an Ed25519 signature has 64 bytes")?;
            Ok(ed25519::verify_short(&key.to_bytes(), &bytes, &signed)?)
        }
        (PublicKey::P256(_), b"ecdsa-sha2-nistp256") => {
            let pair = two_numbers(&one.signature).ok().and_then(|(r, s)| {
                Some(Pair {
                    r: super::der::padded(&r)?,
                    s: super::der::padded(&s)?,
                })
            });
            let pair = pair.ok_or("its r and s are no numbers of 256 bits")?;
            let digest = Hash::Sha256.of(&signed);
            Ok(Curve::P256.verify(&key.bytes(), &pair, &digest, low_s)?)
        }
        (PublicKey::Rsa(key), b"rsa-sha2-256") => {
            rsa_holds(key, Hash::Sha256, &Hash::Sha256.of(&signed), &one.signature)
        }
        (PublicKey::Rsa(key), b"rsa-sha2-512") => {
            rsa_holds(key, Hash::Sha512, &Hash::Sha512.of(&signed), &one.signature)
        }
        (_, other) => {
            let other = String::from_utf8_lossy(other).into_owned();
            Err(format!("{other:?} is no algorithm for its key").into())
        }
    }
}

/// PKCS #1 v1.5 (RFC 8017 section 8.2).
fn rsa_holds(key: &rsa::PublicKey, hash: Hash, digest: &[u8], signature: &[u8]) -> Judged<()> {
    use rsa::Pkcs1v15Sign as Sign;
    let scheme = match hash {
        Hash::Blake2b => return Err("RSA has no form for BLAKE2b".into()),
        Hash::Sha256 => Sign::new::<sha2::Sha256>(),
        Hash::Sha384 => Sign::new::<sha2::Sha384>(),
        Hash::Sha512 => Sign::new::<sha2::Sha512>(),
    };
    key.verify(scheme, digest, signature)
        .map_err(|_| OTHER.into())
}
