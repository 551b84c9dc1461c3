//! SHA-256 of SHA-256 over messages of one length, which is known to the compiler: their padding is
//! laid out once, and nothing has to be dealt out.

use std::array;

use super::kernel::{Compress, START_256};
use super::{Hash256, bytes_of};

/// Bytes of a message.
pub(super) const LEN: usize = 80;

/// The second block ends with the length in bits.
const ONCE: [u8; 128] = padded(LEN);
const TWICE: [u8; 64] = padded(32);

/// Zeros with the padding of a message of `len` bytes behind it.
#[allow(
    clippy::indexing_slicing,
    reason = "worked out by the compiler, which refuses a place that is not there"
)]
const fn padded<const B: usize>(len: usize) -> [u8; B] {
    let mut block = [0; B];
    block[len] = 0x80;
    [block[B - 2], block[B - 1]] = (8 * len as u16).to_be_bytes();
    block
}

/// Hashes as many as fill all lanes; returns how many are done, from the first.
#[cfg_attr(
    not(target_arch = "x86_64"),
    expect(dead_code, reason = "no kernel here")
)]
pub(super) fn hash<const N: usize>(
    kernel: impl Compress<N, 8>,
    messages: &[[u8; LEN]],
    hashes: &mut [Hash256],
) -> usize {
    let (mut once, mut twice) = ([ONCE; N], [TWICE; N]);
    let (messages, _) = messages.as_chunks::<N>();
    let (hashes, _) = hashes.as_chunks_mut::<N>();
    let mut done = 0;
    for (messages, hashes) in messages.iter().zip(hashes) {
        for (block, message) in once.iter_mut().zip(messages) {
            if let Some(start) = block.first_chunk_mut() {
                *start = *message;
            }
        }
        let states = digests(kernel, once.each_ref().map(|block| &block[..]), 2);
        for (block, digest) in twice.iter_mut().zip(states) {
            if let Some(start) = block.first_chunk_mut() {
                *start = digest;
            }
        }
        *hashes = digests(kernel, twice.each_ref().map(|block| &block[..]), 1);
        done += N;
    }
    done
}

fn digests<const N: usize>(
    kernel: impl Compress<N, 8>,
    streams: [&[u8]; N],
    blocks: usize,
) -> [Hash256; N] {
    let mut state = START_256.map(|word| [word; N]);
    kernel.compress(&mut state, streams, blocks);
    array::from_fn(|lane| {
        bytes_of(
            state
                .each_ref()
                .map(|words| words.get(lane).copied().unwrap_or_default()),
        )
    })
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use sha2::{Digest, Sha256};

    use crate::hash::{Cpu, Engine};

    #[test]
    fn every_kernel_is_the_plain_crate_twice() {
        let message = |n: usize| std::array::from_fn(|at| (n * 31 + at * 7) as u8);
        let messages: Vec<[u8; 80]> = (0..70).map(message).collect();
        let wanted: Vec<[u8; 32]> = messages
            .iter()
            .map(|message| Sha256::digest(Sha256::digest(message)).into())
            .collect();
        let cpus = Cpu::NAMES.iter().filter(|(_, cpu)| cpu.supported());
        for (name, cpu) in cpus {
            for count in 0..messages.len() {
                let mut hashes = vec![[0; 32]; count];
                Engine::new(*cpu, NonZeroUsize::MIN).sha256_twice(&messages, &mut hashes);
                assert_eq!(hashes, wanted[..count], "{name} {count}");
            }
        }
    }
}
