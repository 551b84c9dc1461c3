//! Many independent messages hashed in one call: SHA-256 and SHA-1 (FIPS 180-4).
//!
//! Chunked formats hash thousands of messages that do not depend on each other, which one stream
//! of instructions can't do at the speed of the machine. An [`Engine`] chooses once, at run time,
//! how: 16 lanes of AVX-512, 8 of AVX2, interleaved streams of SHA-NI, or the plain crates.

use std::num::NonZeroUsize;

use sha1::Sha1;
use sha2::{Digest, Sha256};

use self::choose::{Work, fastest, widest, worth};
use self::dispatch::Kernel;
use self::fused::Left;
use self::kernel::{START_1, START_256};
use self::schedule::Job;

use crate::error::{Error, Result, slug};

mod choose;
#[cfg_attr(
    not(target_arch = "x86_64"),
    allow(unused, reason = "the plain crates need none of it")
)]
mod dispatch;
#[cfg_attr(
    not(target_arch = "x86_64"),
    allow(unused, reason = "the plain crates need none of it")
)]
mod fused;
#[cfg_attr(
    not(target_arch = "x86_64"),
    allow(unused, reason = "the plain crates need none of it")
)]
pub(crate) mod kernel;
#[macro_use]
mod kernel_steps;
#[cfg(target_arch = "x86_64")]
#[macro_use]
mod kernel_rounds;
#[cfg(target_arch = "x86_64")]
pub(crate) mod kernel_avx2;
#[cfg(target_arch = "x86_64")]
pub(crate) mod kernel_avx512;
#[cfg(target_arch = "x86_64")]
#[macro_use]
pub(crate) mod kernel_shani;
#[cfg_attr(
    not(target_arch = "x86_64"),
    allow(unused, reason = "the plain crates need none of it")
)]
mod schedule;
mod twice;

/// A SHA-256 digest or node.
pub type Hash256 = [u8; 32];
/// A SHA-1 digest.
pub type Hash160 = [u8; 20];

/// How a processor hashes many messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cpu {
    /// The plain crates, one message after the other.
    Portable,
    /// SHA-NI, several streams interleaved.
    ShaNi,
    /// AVX2, 8 lanes.
    Avx2,
    /// AVX-512, 16 lanes.
    Avx512,
}

impl Cpu {
    /// Every kind, by the name that `DECENT_CPU` takes.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("portable", Self::Portable),
        ("shani", Self::ShaNi),
        ("avx2", Self::Avx2),
        ("avx512", Self::Avx512),
    ];

    /// Whether this processor can.
    pub fn supported(self) -> bool {
        self == Self::Portable || Kernel::of(self).is_some()
    }

    /// The name in [`Cpu::NAMES`].
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, cpu)| *cpu == self)
            .map_or("", |(name, _)| name)
    }

    /// The kind of that name, refused where this processor can't.
    pub fn named(name: &str) -> Result<Self> {
        let Some(&(_, cpu)) = Self::NAMES.iter().find(|(known, _)| *known == name) else {
            let names = Self::NAMES.map(|(name, _)| name).join(", ");
            return Err(Error::new(
                slug::OUT_OF_RANGE,
                format!("one of {names}"),
                format!("{name:?}"),
            ));
        };
        if cpu.supported() {
            return Ok(cpu);
        }
        Err(Error::new(
            slug::CPU_LACKS,
            format!("a processor with {name}"),
            "one without",
        ))
    }
}

/// A message in up to three parts, hashed as if they were one: a domain byte or a block header
/// before the body need not be copied.
#[derive(Clone, Copy, Debug, Default)]
pub struct Message<'a> {
    /// At most 63 bytes; with more the whole call falls back to the plain crates.
    pub prefix: &'a [u8],
    /// Of any length.
    pub body: &'a [u8],
    /// At most 63 bytes, as the prefix.
    pub suffix: &'a [u8],
}

impl<'a> From<&'a [u8]> for Message<'a> {
    fn from(body: &'a [u8]) -> Self {
        Self {
            body,
            ..Self::default()
        }
    }
}

/// A piece of a torrent: bytes, and behind them zeros that need not be in memory (BEP 47).
#[derive(Clone, Copy, Debug, Default)]
pub struct Padded<'a> {
    /// Of any length.
    pub bytes: &'a [u8],
    /// How many zeros follow.
    pub zeros: u64,
}

impl<'a> From<&'a [u8]> for Padded<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self { bytes, zeros: 0 }
    }
}

/// What hashes: a kind of processor, and how many threads those may start who feed it.
///
/// ```
/// use decent::hash::{Engine, Message};
/// let bodies: [&[u8]; 2] = [b"abc", b""];
/// let mut digests = [[0; 32]; 2];
/// Engine::portable().sha256(&bodies.map(Message::from), &mut digests);
/// assert_eq!(digests[0][..4], [0xba, 0x78, 0x16, 0xbf]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Engine {
    /// The kind that was asked for; without one, the fastest.
    forced: Option<Cpu>,
    threads: NonZeroUsize,
}

impl Engine {
    /// A kind of processor for all work, the plain crates where this processor can't, and a number
    /// of threads.
    pub fn new(cpu: Cpu, threads: NonZeroUsize) -> Self {
        let cpu = if cpu.supported() { cpu } else { Cpu::Portable };
        Self {
            forced: Some(cpu),
            threads,
        }
    }

    /// The fastest that this processor has for each kind of work, with as many threads as it has
    /// cores. Which that is gets measured once in a process, after the first 4 MiB, in some 300 us.
    pub fn detect() -> Self {
        let threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        Self {
            forced: None,
            threads,
        }
    }

    /// The plain crates in one thread.
    pub fn portable() -> Self {
        Self::new(Cpu::Portable, NonZeroUsize::MIN)
    }

    /// The same with another number of threads.
    #[must_use]
    pub fn with_threads(self, threads: NonZeroUsize) -> Self {
        Self { threads, ..self }
    }

    /// The kind of processor that much work of [`Engine::sha256`] is done by.
    pub fn cpu(self) -> Cpu {
        self.forced.unwrap_or_else(|| fastest(Work::Sha256))
    }

    /// Threads that those who feed this may start.
    pub fn threads(self) -> NonZeroUsize {
        self.threads
    }

    /// The SHA-256 of every message; as many as both slices have.
    pub fn sha256(self, messages: &[Message<'_>], digests: &mut [Hash256]) {
        let kernel = self.kernel(Work::Sha256, self.measures(bytes_in(messages)));
        let Some(kernel) = kernel.filter(|_| suit(messages)) else {
            return plain::<Sha256, 32>(messages, digests);
        };
        let jobs = jobs(messages, START_256).take(digests.len());
        dispatch::all(Some(kernel), jobs, |slot, state| put(digests, slot, state));
    }

    /// The SHA-1 of every message; as many as both slices have.
    pub fn sha1(self, messages: &[Message<'_>], digests: &mut [Hash160]) {
        let kernel = self.kernel(Work::Sha1, self.measures(bytes_in(messages)));
        let Some(kernel) = kernel.filter(|_| suit(messages)) else {
            return plain::<Sha1, 20>(messages, digests);
        };
        let jobs = jobs(messages, START_1).take(digests.len());
        dispatch::all(Some(kernel), jobs, |slot, state| put(digests, slot, state));
    }

    /// The SHA-1 of every piece with its zeros; as many as both slices have.
    pub fn sha1_padded(self, pieces: &[Padded<'_>], digests: &mut [Hash160]) {
        let bytes = pieces.iter().map(|piece| piece.bytes.len() as u64).sum();
        let kernel = self.kernel(Work::Sha1, self.measures(bytes));
        let Some(kernel) = kernel.filter(|_| pieces.len() > 1) else {
            for (piece, digest) in pieces.iter().zip(digests) {
                *digest = plain_padded(piece);
            }
            return;
        };
        let jobs = pieces.iter().take(digests.len()).enumerate();
        let jobs = jobs.map(|(slot, piece)| Job {
            message: Message::from(piece.bytes),
            zeros: piece.zeros,
            done: 0,
            state: START_1,
            slot,
        });
        dispatch::all(Some(kernel), jobs, |slot, state| put(digests, slot, state));
    }

    /// The nodes above `children`: SHA-256 of `prefix` (at most one byte) and two neighbours each.
    /// `parents` takes `children.len() / 2`; an odd last child is left out.
    pub fn sha256_pairs(self, prefix: &[u8], children: &[Hash256], parents: &mut [Hash256]) {
        let (pairs, _) = children.as_flattened().as_chunks::<64>();
        let count = pairs.len().min(parents.len());
        let (pairs, _) = pairs.split_at_checked(count).unwrap_or_default();
        let (parents, _) = parents.split_at_mut_checked(count).unwrap_or_default();
        let kernel = self.kernel(Work::Sha256, self.measures(64 * count as u64));
        let done = match (kernel, prefix) {
            (Some(kernel), []) => dispatch::pairs(kernel, None, pairs, parents),
            (Some(kernel), [byte]) => dispatch::pairs(kernel, Some(*byte), pairs, parents),
            _ => 0,
        };
        for (pair, parent) in pairs.iter().zip(parents).skip(done) {
            let message = Message {
                prefix,
                body: pair,
                suffix: &[],
            };
            *parent = digest_of::<Sha256>(&message).into();
        }
    }

    /// SHA-256 of the SHA-256 of every message of 80 bytes, as the headers of blocks are hashed; as
    /// many as both slices have.
    ///
    /// ```
    /// use decent::hash::Engine;
    /// let mut hashes = [[0; 32]; 3];
    /// Engine::portable().sha256_twice(&[[1; 80], [2; 80], [1; 80]], &mut hashes);
    /// assert_eq!(hashes[0], hashes[2]);
    /// ```
    pub fn sha256_twice(self, messages: &[[u8; twice::LEN]], hashes: &mut [Hash256]) {
        let count = messages.len().min(hashes.len());
        let kernel = self.kernel(Work::Sha256, self.measures(192 * count as u64));
        let done = kernel.map_or(0, |kernel| dispatch::twice(kernel, messages, hashes));
        for (message, hash) in messages.iter().zip(hashes).skip(done) {
            *hash = Sha256::digest(Sha256::digest(message)).into();
        }
    }

    /// The SHA-1 of every piece with its zeros, and the SHA-256 of every `leaf` bytes before them,
    /// in one pass over the bytes. `leaves` takes `ceil(len / leaf)` digests a piece, piece after
    /// piece.
    ///
    /// ```
    /// use std::num::NonZeroUsize;
    /// use decent::hash::{Engine, Padded};
    /// let (mut sha1, mut leaves) = ([[0; 20]], [[0; 32]]);
    /// let piece = Padded { bytes: b"abc", zeros: 0 };
    /// let leaf = NonZeroUsize::new(16384).unwrap();
    /// Engine::portable().sha1_and_leaves(&[piece], leaf, &mut sha1, &mut leaves);
    /// assert_eq!((sha1[0][0], leaves[0][0]), (0xa9, 0xba));
    /// ```
    pub fn sha1_and_leaves(
        self,
        pieces: &[Padded<'_>],
        leaf: NonZeroUsize,
        digests: &mut [Hash160],
        leaves: &mut [Hash256],
    ) {
        let leaf = leaf.get();
        let bytes = pieces.iter().map(|piece| piece.bytes.len() as u64).sum();
        let measure = self.measures(bytes);
        let Some(kernel) = self.kernel(Work::Both, measure) else {
            for (piece, digest) in pieces.iter().zip(digests) {
                *digest = plain_padded(piece);
            }
            let chunks = pieces.iter().flat_map(|piece| piece.bytes.chunks(leaf));
            let messages: Vec<_> = chunks.map(Message::from).collect();
            return plain::<Sha256, 32>(&messages, leaves);
        };
        let (left, sha1, sha256) = if measure && choose::apart() {
            let [sha1, sha256] = [Work::Sha1, Work::Sha256].map(|work| self.kernel(work, measure));
            (Left::all(pieces, leaf), sha1, sha256)
        } else {
            let left = dispatch::both(kernel, pieces, leaf, leaves);
            (left, Some(kernel), Some(kernel))
        };
        dispatch::all(sha1, left.pieces.into_iter(), |slot, state| {
            put(digests, slot, state);
        });
        dispatch::all(sha256, left.leaves.into_iter(), |slot, state| {
            put(leaves, slot, state);
        });
    }

    /// Whether to measure, now that so many bytes come.
    fn measures(self, bytes: u64) -> bool {
        self.forced.is_none() && worth(bytes)
    }

    /// The kernel for some work; none for the plain crates.
    fn kernel(self, work: Work, measure: bool) -> Option<Kernel> {
        let unforced = || if measure { fastest(work) } else { widest() };
        Kernel::of(self.forced.unwrap_or_else(unforced))
    }
}

/// Whether kernels are for these messages: more than one, with parts as short as promised.
fn suit(messages: &[Message<'_>]) -> bool {
    let short = |message: &Message<'_>| message.prefix.len() < 64 && message.suffix.len() < 64;
    messages.len() > 1 && messages.iter().all(short)
}

fn bytes_in(messages: &[Message<'_>]) -> u64 {
    messages
        .iter()
        .map(|message| message.body.len() as u64)
        .sum()
}

fn jobs<'a, const W: usize>(
    messages: &[Message<'a>],
    state: [u32; W],
) -> impl Iterator<Item = Job<'a, W>> {
    messages.iter().enumerate().map(move |(slot, message)| Job {
        message: *message,
        zeros: 0,
        done: 0,
        state,
        slot,
    })
}

/// Puts a state down as the digest of its slot, if there is one.
fn put<const W: usize, const B: usize>(digests: &mut [[u8; B]], slot: usize, state: [u32; W]) {
    if let Some(digest) = digests.get_mut(slot) {
        *digest = bytes_of(state);
    }
}

/// Words as bytes, the highest first.
fn bytes_of<const W: usize, const B: usize>(state: [u32; W]) -> [u8; B] {
    let mut bytes = [0; B];
    for (four, word) in bytes.as_chunks_mut().0.iter_mut().zip(state) {
        *four = word.to_be_bytes();
    }
    bytes
}

fn plain<D: Digest, const B: usize>(messages: &[Message<'_>], digests: &mut [[u8; B]])
where
    sha2::digest::Output<D>: Into<[u8; B]>,
{
    for (message, digest) in messages.iter().zip(digests) {
        *digest = digest_of::<D>(message).into();
    }
}

fn plain_padded(piece: &Padded<'_>) -> Hash160 {
    const ZEROS: [u8; 4096] = [0; 4096];
    let mut state = Sha1::new_with_prefix(piece.bytes);
    let mut left = piece.zeros;
    while left > 0 {
        let now = left.min(ZEROS.len() as u64);
        state.update(ZEROS.get(..now as usize).unwrap_or_default());
        left -= now;
    }
    state.finalize().into()
}

fn digest_of<D: Digest>(message: &Message<'_>) -> sha2::digest::Output<D> {
    let mut state = D::new();
    state.update(message.prefix);
    state.update(message.body);
    state.update(message.suffix);
    state.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    #[test]
    fn fips_180_vectors() {
        let messages = [
            Message::from(&b"abc"[..]),
            Message {
                prefix: b"a",
                body: b"b",
                suffix: b"c",
            },
        ];
        let mut digests = [[0; 32]; 2];
        Engine::detect().sha256(&messages, &mut digests);
        for digest in digests {
            assert!(
                hex::encode(&digest)
                    .starts_with("ba7816bf8f01cfea414140de5dae2223b00361a396177a9c")
            );
        }
        let mut digests = [[0; 20]; 2];
        Engine::detect().sha1(&messages, &mut digests);
        for digest in digests {
            assert_eq!(
                hex::encode(&digest),
                "a9993e364706816aba3e25717850c26c9cd0d89d"
            );
        }
    }
}
