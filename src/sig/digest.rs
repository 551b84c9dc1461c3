//! What signatures need to know of a message, all of it in one pass: digests, each over some bytes
//! of its own and then the message.
//!
//! A format that hashes first needs the plain digest. Ed25519 and BIP-340 over the bytes themselves
//! hash the message behind what the signature and the key are, so they need one digest each.

use std::num::NonZeroUsize;

use blake2::Blake2b512;
use sha2::{Digest, Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use crate::error::{Error, Result, slug};
use crate::feed::{self, Cut, Input};
use crate::watch::Watch;

/// Bytes read at once.
const WINDOW: NonZeroUsize = NonZeroUsize::new(1 << 20).expect("not zero");

/// Hash functions that signatures are made over. SHA-1 is none of them: collisions are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hash {
    /// FIPS 180-4.
    Sha256,
    /// FIPS 180-4.
    Sha384,
    /// FIPS 180-4.
    Sha512,
    /// RFC 7693, 64 bytes.
    Blake2b,
}

impl Hash {
    /// All, by the name that OpenSSH and openssl have for them.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("sha256", Self::Sha256),
        ("sha384", Self::Sha384),
        ("sha512", Self::Sha512),
        ("blake2b512", Self::Blake2b),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        let named = Self::NAMES.iter().find(|(_, hash)| *hash == self);
        named.map_or("", |(name, _)| name)
    }

    /// The one of that name.
    pub fn named(name: &str) -> Result<Self> {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, hash)| *hash).ok_or_else(|| {
            let names = Self::NAMES.map(|(name, _)| name).join(", ");
            Error::new(
                slug::UNKNOWN_ALGORITHM,
                format!("one of {names}"),
                format!("{name:?}"),
            )
        })
    }

    /// The digest of some bytes.
    pub fn of(self, bytes: &[u8]) -> Vec<u8> {
        let mut state = State::new(self);
        state.update(bytes);
        state.end()
    }

    /// The program of coreutils or openssl that prints the same of FILE.
    pub fn shell(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256sum FILE",
            Self::Sha384 => "sha384sum FILE",
            Self::Sha512 => "sha512sum FILE",
            Self::Blake2b => "b2sum FILE",
        }
    }
}

/// A digest that is needed: over `prefix`, then the message.
#[derive(Clone, PartialEq, Eq)]
pub struct Need {
    /// By which function.
    pub hash: Hash,
    /// What comes before the message. May be secret.
    pub prefix: Zeroizing<Vec<u8>>,
}

impl Need {
    /// The digest of the message alone.
    pub fn plain(hash: Hash) -> Self {
        Self::behind(hash, Vec::new())
    }

    /// The digest where the message is short.
    pub fn with(&self, message: &[u8]) -> Vec<u8> {
        let mut state = State::new(self.hash);
        state.update(&self.prefix);
        state.update(message);
        state.end()
    }

    /// The digest of the message behind some bytes.
    pub fn behind(hash: Hash, prefix: Vec<u8>) -> Self {
        Self {
            hash,
            prefix: prefix.into(),
        }
    }
}

/// A message that can be read from its start, once or again.
pub trait Message {
    /// All of its bytes, from the first.
    fn input(&mut self) -> Result<Input<'_>>;
}

impl Message for crate::source::Source<'_> {
    fn input(&mut self) -> Result<Input<'_>> {
        Ok(Input::all(self))
    }
}

/// All digests that are needed, in their order, of one pass over the message; equal ones are made
/// once. Returns its length too.
///
/// ```
/// use decent::{feed::Input, source::Source, watch::Deaf};
/// use decent::sig::digest::{Hash, Need, digests};
/// let source = Source::from_bytes(b"bc");
/// let needs = [Need::plain(Hash::Sha256), Need::behind(Hash::Sha256, b"a".to_vec())];
/// let (digests, len) = digests(Input::all(&source), &needs, &Deaf).unwrap();
/// assert_eq!(digests, [Hash::Sha256.of(b"bc"), Hash::Sha256.of(b"abc")]);
/// assert_eq!(len, 2);
/// ```
pub fn digests(input: Input<'_>, needs: &[Need], watch: &dyn Watch) -> Result<(Vec<Vec<u8>>, u64)> {
    let mut once: Vec<(&Need, State)> = Vec::new();
    for need in needs {
        if !once.iter().any(|(known, _)| *known == need) {
            let mut state = State::new(need.hash);
            state.update(&need.prefix);
            once.push((need, state));
        }
    }
    let cut = Cut {
        window: WINDOW,
        threads: NonZeroUsize::MIN,
    };
    let len = feed::run(
        input,
        cut,
        watch,
        |_, _| Ok(()),
        |_, bytes, ()| {
            for (_, state) in &mut once {
                state.update(bytes);
            }
            Ok(())
        },
    )?;
    let ended: Vec<_> = once
        .into_iter()
        .map(|(need, state)| (need, state.end()))
        .collect();
    let digest = |need: &Need| {
        let found = ended.iter().find(|(known, _)| *known == need);
        found.map(|(_, digest)| digest.clone()).unwrap_or_default()
    };
    Ok((needs.iter().map(digest).collect(), len))
}

/// A hash under way.
enum State {
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
    Blake2b(Blake2b512),
}

impl State {
    fn new(hash: Hash) -> Self {
        match hash {
            Hash::Sha256 => Self::Sha256(Sha256::new()),
            Hash::Sha384 => Self::Sha384(Sha384::new()),
            Hash::Sha512 => Self::Sha512(Sha512::new()),
            Hash::Blake2b => Self::Blake2b(Blake2b512::new()),
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Sha256(state) => state.update(bytes),
            Self::Sha384(state) => state.update(bytes),
            Self::Sha512(state) => state.update(bytes),
            Self::Blake2b(state) => state.update(bytes),
        }
    }

    fn end(self) -> Vec<u8> {
        match self {
            Self::Sha256(state) => state.finalize().to_vec(),
            Self::Sha384(state) => state.finalize().to_vec(),
            Self::Sha512(state) => state.finalize().to_vec(),
            Self::Blake2b(state) => state.finalize().to_vec(),
        }
    }
}
