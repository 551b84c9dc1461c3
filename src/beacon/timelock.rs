//! Files that nobody can open before a round of a chain is there, and everybody can from then on: the
//! key of a file of age, encrypted to the signature that the round will have (Gailly, Melissaris and
//! Romailler, eprint 2023/189: the identity-based encryption of Boneh and Franklin, made safe against
//! chosen ciphertexts by Fujisaki and Okamoto). Bytes as drand/tlock writes them, in a stanza
//! `tlock ROUND CHAINHASH`.

use std::num::NonZeroUsize;

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::scheme::Key;
use super::{Beacon, Chain, Scheme, Verifier, narrate};
use crate::bls::{self, Group, Scalar, decode_in_group};
use crate::codec::hex;
use crate::error::{Error, Result, slug};
use crate::key::age::{FileKey, Header, Stanza};
use crate::secret::{SecretBytes, random};
use crate::watch::Watch;

/// The type of the stanza.
pub const KIND: &str = "tlock";

/// Bytes that hide the key of a file, and of that key.
const SIGMA: usize = 16;

/// What holds the key of a file until a round is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The round, from 1 on.
    pub round: u64,
    /// The hash of its chain.
    pub chain: [u8; 32],
    /// A point of the group that the chain's key is in, and twice 16 bytes.
    body: Vec<u8>,
}

/// The parts of a body: U, V and W in the paper.
pub(super) struct Body {
    pub(super) point: Vec<u8>,
    pub(super) hidden_sigma: [u8; SIGMA],
    pub(super) hidden_key: [u8; SIGMA],
}

/// What only a chain can do whose signatures cover nothing but the number of the round.
fn unlockable(scheme: Scheme) -> Error {
    let wanted = "a chain whose signatures cover the round alone, on BLS12-381";
    Error::new(slug::NO_TIMELOCK, wanted, scheme.name())
}

fn forged(wanted: &'static str, found: &'static str) -> Error {
    Error::new(slug::SEALED_FORGED, wanted, found)
}

/// SHA-256 of a tag and parts, as the four hashes of the paper are made.
pub(super) fn tagged(tag: &str, parts: &[&[u8]]) -> SecretBytes<32> {
    let mut hash = Sha256::new_with_prefix(tag);
    for part in parts {
        hash.update(part);
    }
    Zeroizing::new(hash.finalize().into())
}

fn xor(one: &[u8; SIGMA], mask: &SecretBytes<32>) -> SecretBytes<SIGMA> {
    let mut both = Zeroizing::new(*one);
    for (to, from) in both.iter_mut().zip(mask.iter()) {
        *to ^= from;
    }
    both
}

/// The number that hides: the first below the order among the hashes of a counter and H3, each with its
/// highest bit taken off. It follows from what it hides, so that whoever opens can check it.
fn number(sigma: &SecretBytes<SIGMA>, file: &FileKey) -> Result<Scalar> {
    let seed = tagged("IBE-H3", &[sigma.as_ref(), file.as_ref()]);
    let found = (1..u16::MAX).find_map(|count| {
        let mut digest = Zeroizing::new(<[u8; 32]>::from(
            Sha256::new_with_prefix(count.to_le_bytes())
                .chain_update(seed.as_ref())
                .finalize(),
        ));
        if let Some(first) = digest.first_mut() {
            *first >>= 1;
        }
        Scalar::from_bytes(&digest)
    });
    // Each is one with a chance of 9 in 10.
    found.ok_or_else(|| forged("a number below the order", "none"))
}

/// Hides a key: with r a number that follows from sigma and the key, U = r times the generator, and what
/// e(round, key)^r hashes to hides sigma.
fn hidden<G: Group>(
    key: &G::Other,
    round: &G,
    file: &FileKey,
    sigma: &SecretBytes<SIGMA>,
) -> Result<Body> {
    let number = number(sigma, file)?;
    // e(round, key)^r is e(round, r key).
    let shared = round.half_paired(&key.times(&number)).finished();
    let mask = tagged("IBE-H2", &[&Zeroizing::new(shared.bytes())]);
    Ok(Body {
        point: G::Other::generator().times(&number).compress(),
        hidden_sigma: *xor(sigma, &mask),
        hidden_key: *xor(file, &tagged("IBE-H4", &[sigma.as_ref()])),
    })
}

/// What the signature of the round brings out again: sigma, and the key.
fn revealed<G: Group>(signature: &G, body: &Body) -> Result<(SecretBytes<SIGMA>, FileKey)> {
    let point: G::Other = decode_in_group(&body.point, "the lock's point")?;
    let shared = signature.half_paired(&point).finished();
    let mask = tagged("IBE-H2", &[&shared.bytes()]);
    let sigma = xor(&body.hidden_sigma, &mask);
    let file = xor(&body.hidden_key, &tagged("IBE-H4", &[sigma.as_ref()]));
    if G::Other::generator().times(&number(&sigma, &file)?) != point {
        let wanted = "a lock whose point follows from what it hides";
        return Err(forged(wanted, "one that was changed"));
    }
    Ok((sigma, file))
}

/// Locks the key of a file until `round` of `chain` is there.
///
/// ```
/// use decent::beacon::{Beacon, known, timelock::{Lock, lock}};
/// use decent::codec::hex;
/// use decent::watch::Deaf;
/// # struct Seven;
/// # impl rand_core::TryRng for Seven {
/// #     type Error = std::convert::Infallible;
/// #     fn try_next_u32(&mut self) -> Result<u32, Self::Error> { Ok(7) }
/// #     fn try_next_u64(&mut self) -> Result<u64, Self::Error> { Ok(7) }
/// #     fn try_fill_bytes(&mut self, b: &mut [u8]) -> Result<(), Self::Error> { b.fill(7); Ok(()) }
/// # }
/// # impl rand_core::TryCryptoRng for Seven {}
/// # let mut rng = Seven;
/// let chain = known::named("quicknet").unwrap();
/// let key = [9; 16].into();
/// let stanza = lock(&chain, 123, &key, &mut rng, &Deaf).unwrap();
/// let locked = Lock::read(&stanza).unwrap().unwrap();
/// let signature = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";
/// let signature = hex::decode(signature).unwrap().into();
/// let beacon = Beacon { round: 123, signature, previous: None, randomness: None };
/// assert!(locked.open(&chain, &beacon, &Deaf).unwrap() == key);
/// ```
pub fn lock(
    chain: &Chain,
    round: u64,
    file: &FileKey,
    rng: &mut dyn CryptoRng,
    watch: &dyn Watch,
) -> Result<Stanza> {
    let (scheme, domain) = (chain.scheme, chain.scheme.domain());
    chain.time_of(round)?;
    let sigma: SecretBytes<SIGMA> = random(rng);
    let message = scheme.message(round, b"");
    let body = match &chain.key {
        Key::G1(key) if scheme == Scheme::Unchained => {
            hidden(key, &bls::G2::hash(&message, domain), file, &sigma)?
        }
        Key::G2(key) => hidden(key, &bls::G1::hash(&message, domain), file, &sigma)?,
        _ => return Err(unlockable(scheme)),
    };
    if watch.narrates() {
        narrate::lock(chain, round, &sigma, &body, watch);
    }
    let words = vec![KIND.into(), round.to_string(), hex::encode(&chain.hash)];
    let body = [&body.point[..], &body.hidden_sigma, &body.hidden_key].concat();
    Ok(Stanza { words, body })
}

impl Lock {
    /// Of a stanza; `None` where it is of another type.
    pub fn read(stanza: &Stanza) -> Result<Option<Self>> {
        if stanza.kind() != KIND {
            return Ok(None);
        }
        let malformed = |found: &'static str| {
            let wanted = "a stanza `tlock ROUND CHAINHASH`";
            Error::new(slug::NOT_SEALED, wanted, found)
        };
        let words: Vec<&str> = stanza.words.iter().map(String::as_str).collect();
        let [_, round, chain] = words.as_slice() else {
            return Err(malformed("another number of words"));
        };
        // One way to write a number: no sign, no zero before it.
        let number = round.parse().ok().filter(|number: &u64| {
            (1..=super::round::LAST).contains(number) && number.to_string() == *round
        });
        let chain = hex::decode(chain)
            .ok()
            .and_then(|hash| hash.try_into().ok());
        Ok(Some(Self {
            round: number.ok_or_else(|| malformed("another round"))?,
            chain: chain.ok_or_else(|| malformed("another hash"))?,
            body: stanza.body.clone(),
        }))
    }

    /// All locks of a header; a header without one is none of these files.
    pub fn all(header: &Header) -> Result<Vec<Self>> {
        let each = header.stanzas.iter().map(Self::read);
        let locks: Vec<Self> = each.filter_map(Result::transpose).collect::<Result<_>>()?;
        if locks.is_empty() {
            let wanted = "a lock on a round (tlock)";
            return Err(Error::new(
                slug::NOT_TIMELOCKED,
                wanted,
                header.for_others(),
            ));
        }
        Ok(locks)
    }

    fn body(&self, point_bytes: usize) -> Result<Body> {
        let malformed = || {
            let wanted = format!("a lock of {} bytes", point_bytes + 2 * SIGMA);
            let found = format!("{} bytes", self.body.len());
            Error::new(slug::NOT_SEALED, wanted, found)
        };
        let (point, rest) = self
            .body
            .split_at_checked(point_bytes)
            .ok_or_else(malformed)?;
        let ([hidden_sigma, hidden_key], []) = rest.as_chunks::<SIGMA>() else {
            return Err(malformed());
        };
        Ok(Body {
            point: point.to_vec(),
            hidden_sigma: *hidden_sigma,
            hidden_key: *hidden_key,
        })
    }

    /// The key of the file, by the beacon of the round, which is verified first: input `beacon` in
    /// errors. A lock that was changed is one of input `file`.
    pub fn open(&self, chain: &Chain, beacon: &Beacon, watch: &dyn Watch) -> Result<FileKey> {
        if beacon.round != self.round || chain.hash != self.chain {
            let wanted = format!("the beacon of round {}", self.round);
            let found = format!("round {}", beacon.round);
            return Err(Error::new(slug::BEACON_LATE, wanted, found).of("beacon"));
        }
        let verifier = Verifier {
            chain,
            threads: NonZeroUsize::MIN,
            one_by_one: true,
        };
        verifier.one(beacon).map_err(|error| error.of("beacon"))?;
        let opened = self.opened(chain, beacon);
        let (body, sigma, file) = opened.map_err(|error| error.of("file"))?;
        if watch.narrates() {
            narrate::unlock(chain, beacon, &sigma, &body, watch);
        }
        Ok(file)
    }

    fn opened(
        &self,
        chain: &Chain,
        beacon: &Beacon,
    ) -> Result<(Body, SecretBytes<SIGMA>, FileKey)> {
        let (body, (sigma, file)) = match &chain.key {
            Key::G1(_) if chain.scheme == Scheme::Unchained => {
                let body = self.body(bls::G1::BYTES)?;
                let signature: bls::G2 = decode_in_group(&beacon.signature, "signature")?;
                let revealed = revealed(&signature, &body)?;
                (body, revealed)
            }
            Key::G2(_) => {
                let body = self.body(bls::G2::BYTES)?;
                let signature: bls::G1 = decode_in_group(&beacon.signature, "signature")?;
                let revealed = revealed(&signature, &body)?;
                (body, revealed)
            }
            _ => return Err(unlockable(chain.scheme)),
        };
        Ok((body, sigma, file))
    }
}

#[cfg(test)]
mod tests;
