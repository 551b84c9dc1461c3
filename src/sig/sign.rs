//! Signatures made: several on one message by one reading of it, or by two where a format makes its
//! nonce of the message. Each is checked before it is handed out, for a computer that errs while it
//! signs gives its key away.

use zeroize::Zeroizing;

use super::comments::{Commented, Over, Trusted};
use super::der::Pair;
use super::digest::{Hash, Message, Need, digests};
use super::ecdsa::{self, Curve};
use super::sshsig::SshSig;
use super::{Format, ed25519, narrate, schnorr};
use crate::error::{Error, Result, slug};
use crate::key::{PublicKey, SecretKey};
use crate::watch::Watch;

/// What a signature is to be.
#[derive(Clone)]
pub struct Order<'a> {
    /// By whom.
    pub key: &'a SecretKey,
    /// The number that minisign and signify know the key by.
    pub number: [u8; 8],
    /// In which format.
    pub format: Format,
    /// What minisign's is over; signify's is over the bytes.
    pub over: Over,
    /// What SSHSIG's is for.
    pub namespace: Vec<u8>,
    /// The hash, where it is not the usual one: SHA-512 of SSHSIG, SHA-256 of ECDSA, none of BIP-340.
    pub hash: Option<Hash>,
    /// The first line of minisign and signify, without its mark.
    pub untrusted: Vec<u8>,
    /// The comment that minisign signs.
    pub trusted: Vec<u8>,
    /// Goes into the nonce of ECDSA and BIP-340; zeros make the same signature each time.
    pub random: Option<[u8; 32]>,
}

impl Order<'_> {
    /// Whether the message is read twice, for the nonce is made of it.
    pub fn reads_twice(&self) -> bool {
        match self.format {
            Format::Minisign => self.over == Over::Bytes,
            Format::Signify => true,
            Format::Raw => matches!(self.key, SecretKey::Ed25519(_)),
            Format::Bip340 => self.hash.is_none(),
            Format::SshSig | Format::Der => false,
        }
    }

    /// The signer behind it, or why the key, the format and the hash don't go together.
    fn signer(&self) -> Result<Signer> {
        let unfit = |wanted: &'static str, found: String| Error::new(slug::KEY_KIND, wanted, found);
        let secret = self.key.to_bytes();
        let ed25519 = || ed25519::SigningKey::from_seed(&secret);
        let schnorr = || {
            schnorr::SigningKey::from_bytes(&secret)
                .ok_or_else(|| unfit("a secret number of secp256k1", "another".into()))
        };
        let signer = match (self.format, self.key) {
            (Format::Minisign | Format::Signify | Format::Raw, SecretKey::Ed25519(_)) => {
                if self.hash.is_some() {
                    let wanted = "no --hash: Ed25519 has its own";
                    return Err(unfit(wanted, "one".into()));
                }
                let hashed = self.format == Format::Minisign && self.over == Over::Blake2b;
                if hashed {
                    Signer::Short(ed25519(), Hash::Blake2b)
                } else {
                    Signer::Pure(ed25519())
                }
            }
            (Format::SshSig, SecretKey::Ed25519(_)) => match self.hash.unwrap_or(Hash::Sha512) {
                hash @ (Hash::Sha256 | Hash::Sha512) => Signer::Short(ed25519(), hash),
                other => return Err(unfit("sha256 or sha512 for SSHSIG", other.name().into())),
            },
            (Format::Raw | Format::Der, SecretKey::Secp256k1(key)) => {
                Signer::Ecdsa(key.clone(), self.hash.unwrap_or(Hash::Sha256))
            }
            (Format::Bip340, SecretKey::Secp256k1(_)) => match self.hash {
                Some(hash) => Signer::SchnorrShort(schnorr()?, hash),
                None => Signer::Schnorr(schnorr()?),
            },
            (Format::Der | Format::Bip340, key) => {
                return Err(unfit("a key of secp256k1", key.kind().name().into()));
            }
            (Format::Minisign | Format::Signify | Format::SshSig, key) => {
                return Err(unfit("a key of ed25519", key.kind().name().into()));
            }
            (Format::Raw, key) => {
                return Err(unfit(
                    "a key of ed25519 or secp256k1",
                    key.kind().name().into(),
                ));
            }
        };
        Ok(signer)
    }

    /// The file.
    fn file(&self, signature: [u8; 64], signer: &Signer) -> Result<Vec<u8>> {
        match self.format {
            Format::Raw | Format::Bip340 => Ok(signature.to_vec()),
            Format::Der => Ok(Pair::from_bytes(signature).encode()),
            Format::SshSig => {
                let text = SshSig {
                    public_key: crate::key::openssh::to_wire(&self.key.public())?,
                    namespace: self.namespace.clone(),
                    hash: self.hash.unwrap_or(Hash::Sha512),
                    algorithm: b"ssh-ed25519".to_vec(),
                    signature: signature.to_vec(),
                };
                Ok(text.encode().into_bytes())
            }
            Format::Minisign | Format::Signify => {
                let trusted = || {
                    let (Signer::Pure(key) | Signer::Short(key, _)) = signer else {
                        return None;
                    };
                    let message = Commented::global_message(&signature, &self.trusted);
                    Some(Trusted {
                        comment: self.trusted.clone(),
                        signature: key.sign(&message),
                    })
                };
                let minisign = self.format == Format::Minisign;
                let commented = Commented {
                    untrusted: self.untrusted.clone(),
                    over: if minisign { self.over } else { Over::Bytes },
                    key_number: self.number,
                    signature,
                    trusted: minisign.then(trusted).flatten(),
                };
                commented.encode()
            }
        }
    }
}

/// How a signature comes about.
enum Signer {
    /// Ed25519 over the message.
    Pure(ed25519::SigningKey),
    /// Ed25519 over something short that is made of a digest.
    Short(ed25519::SigningKey, Hash),
    /// ECDSA over a digest.
    Ecdsa(k256::SecretKey, Hash),
    /// BIP-340 over the message.
    Schnorr(schnorr::SigningKey),
    /// BIP-340 over a digest.
    SchnorrShort(schnorr::SigningKey, Hash),
}

/// What the first reading leaves.
enum Half {
    /// A nonce, whose challenge wants the message again.
    Pure(ed25519::Nonce),
    Schnorr(schnorr::Nonce),
    /// All is there.
    Done([u8; 64]),
}

impl Signer {
    /// The digest of the first reading.
    fn first(&self, random: &[u8; 32]) -> Need {
        match self {
            Self::Pure(key) => key.nonce_need(),
            Self::Schnorr(key) => key.nonce_need(random),
            Self::Short(_, hash) | Self::Ecdsa(_, hash) | Self::SchnorrShort(_, hash) => {
                Need::plain(*hash)
            }
        }
    }

    fn half(&self, order: &Order<'_>, digest: &[u8]) -> Result<Half> {
        let random = order.random.unwrap_or_default();
        Ok(match self {
            Self::Pure(key) => Half::Pure(key.nonce(digest)),
            Self::Schnorr(key) => Half::Schnorr(key.nonce(digest).ok_or_else(faulty)?),
            Self::Short(key, hash) => {
                let message = match order.format {
                    Format::SshSig => SshSig::signed(&order.namespace, *hash, digest),
                    _ => digest.to_vec(),
                };
                let signature = key.sign(&message);
                let holds = ed25519::verify_short(key.public_key(), &signature, &message);
                Half::Done(holds.map(|()| signature).map_err(|_| faulty())?)
            }
            Self::Ecdsa(key, _) => {
                let pair = ecdsa::sign(key, digest, order.random.as_ref()).ok_or_else(faulty)?;
                let key = order.key.public().bytes();
                let holds = Curve::Secp256k1.verify(&key, &pair, digest, true);
                Half::Done(holds.map(|()| pair.to_bytes()).map_err(|_| faulty())?)
            }
            Self::SchnorrShort(key, _) => {
                let nonce = key.nonce_need(&random).with(digest);
                let nonce = key.nonce(&nonce).ok_or_else(faulty)?;
                let challenge = nonce.challenge_need(key.x_only()).with(digest);
                Half::Done(self.finish(Half::Schnorr(nonce), &challenge)?)
            }
        })
    }

    /// The digest of the second reading.
    fn second(&self, half: &Half) -> Option<Need> {
        match (self, half) {
            (Self::Pure(key), Half::Pure(nonce)) => Some(nonce.challenge_need(key.public_key())),
            (Self::Schnorr(key), Half::Schnorr(nonce)) => Some(nonce.challenge_need(key.x_only())),
            _ => None,
        }
    }

    fn finish(&self, half: Half, digest: &[u8]) -> Result<[u8; 64]> {
        let (signature, holds) = match (self, half) {
            (Self::Pure(key), Half::Pure(nonce)) => {
                let signature = key.finish(nonce, digest);
                let holds = ed25519::verify(key.public_key(), &signature, digest);
                (signature, holds)
            }
            (Self::Schnorr(key) | Self::SchnorrShort(key, _), Half::Schnorr(nonce)) => {
                let signature = key.finish(nonce, digest);
                let holds = schnorr::verify(key.x_only(), &signature, digest);
                (signature, holds)
            }
            (_, Half::Done(signature)) => (signature, Ok(())),
            _ => return Err(faulty()),
        };
        holds.map(|()| signature).map_err(|_| faulty())
    }
}

fn faulty() -> Error {
    let words = "the signature that was made does not hold: this computer erred";
    Error::new(slug::SIGNING_FAILED, "", words)
}

/// Signs a message as often as is ordered; a file of bytes each. The message is read once, or twice
/// where [`Order::reads_twice`] says so.
///
/// A message that changes in between would be signed with the nonce of another, and two such
/// signatures give the key away. So the second reading makes the first one's digest again, and nothing
/// is signed where they differ.
pub fn sign(
    orders: &[Order<'_>],
    message: &mut dyn Message,
    watch: &dyn Watch,
) -> Result<Vec<Vec<u8>>> {
    let signers = orders.iter().map(Order::signer);
    let signers: Vec<Signer> = signers.collect::<Result<_>>()?;
    let pairs = || orders.iter().zip(&signers);
    let first: Vec<Need> = pairs()
        .map(|(order, signer)| signer.first(&order.random.unwrap_or_default()))
        .collect();
    let (first_digests, _) = digests(message.input()?, &first, watch)?;
    let first_digests: Vec<_> = first_digests.into_iter().map(Zeroizing::new).collect();
    let mut halves = Vec::new();
    for ((order, signer), digest) in pairs().zip(&first_digests) {
        narrate::signing(order, digest, watch);
        halves.push(signer.half(order, digest)?);
    }
    let mut again = Vec::new();
    let mut needs = Vec::new();
    for ((((_, signer), half), need), digest) in pairs().zip(&halves).zip(first).zip(&first_digests)
    {
        if let Some(challenge) = signer.second(half) {
            needs.extend([need, challenge]);
            again.push(digest);
        }
    }
    let mut challenges = Vec::new();
    if !needs.is_empty() {
        let (digests, _) = digests(message.input()?, &needs, watch)?;
        let mut digests = digests.into_iter().map(Zeroizing::new);
        for wanted in again {
            if digests.next().as_ref() != Some(wanted) {
                let words = "the file changed while it was signed";
                return Err(Error::new(slug::SIGNING_FAILED, "", words));
            }
            challenges.extend(digests.next());
        }
    }
    let mut challenges = challenges.into_iter();
    let mut files = Vec::new();
    for ((order, signer), half) in pairs().zip(halves) {
        let digest = match half {
            Half::Done(_) => Zeroizing::default(),
            Half::Pure(_) | Half::Schnorr(_) => challenges.next().unwrap_or_default(),
        };
        let signature = signer.finish(half, &digest)?;
        narrate::signed(order, &signature, &digest, watch);
        files.push(order.file(signature, signer)?);
    }
    Ok(files)
}

/// The format that a key signs in where none is asked for.
pub fn usual_format(key: &PublicKey) -> Format {
    match key {
        PublicKey::Secp256k1(_) => Format::Der,
        _ => Format::Minisign,
    }
}
