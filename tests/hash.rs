//! Every kernel against the plain crates: all short lengths, prefixes, suffixes, alignments,
//! numbers of messages.
#![allow(clippy::unwrap_used, reason = "a test may fail by panic")]

use std::num::NonZeroUsize;

use decent::hash::{Cpu, Engine, Hash160, Hash256, Message, Padded};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// The kinds that this processor has.
fn engines() -> impl Iterator<Item = Engine> {
    let kinds = Cpu::NAMES.into_iter().filter(|(_, cpu)| cpu.supported());
    kinds.map(|(_, cpu)| Engine::new(cpu, NonZeroUsize::MIN))
}

/// Bytes without a pattern, the same in every run.
fn bytes(len: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..len).map(|_| next()).collect()
}

fn check(engine: Engine, messages: &[Message<'_>]) {
    let whole: Vec<_> = messages
        .iter()
        .map(|message| [message.prefix, message.body, message.suffix].concat())
        .collect();
    let mut digests = vec![[0; 32]; messages.len()];
    engine.sha256(messages, &mut digests);
    for (message, digest) in whole.iter().zip(digests) {
        assert_eq!(
            digest,
            Hash256::from(Sha256::digest(message)),
            "{engine:?}, {} bytes",
            message.len()
        );
    }
    let mut digests = vec![[0; 20]; messages.len()];
    engine.sha1(messages, &mut digests);
    for (message, digest) in whole.iter().zip(digests) {
        assert_eq!(
            digest,
            Hash160::from(Sha1::digest(message)),
            "{engine:?}, {} bytes",
            message.len()
        );
    }
}

#[test]
fn all_short_lengths_prefixes_and_suffixes() {
    let bytes = bytes(1000);
    for engine in engines() {
        for prefix in [0, 1, 9, 10, 63, 64, 100] {
            for suffix in [0, 1, 4, 55, 56, 63, 70] {
                let messages: Vec<_> = (0..=300)
                    .map(|len| Message {
                        prefix: &bytes[7..7 + prefix],
                        body: &bytes[300 + len % 13..][..len],
                        suffix: &bytes[900..900 + suffix],
                    })
                    .collect();
                check(engine, &messages);
            }
        }
    }
}

#[test]
fn any_number_of_messages_of_any_length() {
    let bytes = bytes(70_000);
    for engine in engines() {
        check(engine, &[]);
        for count in 1..=40 {
            let equal: Vec<_> = (0..count)
                .map(|i| Message::from(&bytes[i * 61..i * 61 + 1024]))
                .collect();
            check(engine, &equal);
            let unequal: Vec<_> = (0..count)
                .map(|i| {
                    let draw = usize::from(bytes[count * 50 + i]);
                    let len = if draw % 5 == 0 { draw * 250 } else { draw };
                    Message {
                        prefix: &bytes[..draw % 11],
                        body: &bytes[i..i + len],
                        suffix: &bytes[..draw % 7],
                    }
                })
                .collect();
            check(engine, &unequal);
        }
    }
}

#[test]
fn fewer_digests_than_messages() {
    for engine in engines() {
        let messages = [Message::from(&b"abc"[..]); 20];
        let mut digests = [[0; 32]; 19];
        engine.sha256(&messages, &mut digests);
        assert_eq!(digests, [Hash256::from(Sha256::digest(b"abc")); 19]);
        let mut digests = [[0; 20]; 1];
        engine.sha1(&messages, &mut digests);
        assert_eq!(digests, [Hash160::from(Sha1::digest(b"abc"))]);
    }
}

#[test]
fn tree_nodes_with_and_without_a_prefix() {
    let bytes = bytes(32 * 101);
    let (children, _) = bytes.as_chunks::<32>();
    for engine in engines() {
        for count in 0..=101 {
            for prefix in [&b""[..], b"\x01", b"\xff", b"long"] {
                let children = &children[101 - count..];
                let mut parents = vec![[0; 32]; count / 2];
                engine.sha256_pairs(prefix, children, &mut parents);
                for (pair, parent) in children.chunks(2).zip(parents) {
                    let whole = [prefix, pair.as_flattened()].concat();
                    assert_eq!(parent, Hash256::from(Sha256::digest(whole)));
                }
            }
        }
    }
}

#[test]
fn pieces_and_their_leaves() {
    let bytes = bytes(400_000);
    for engine in engines() {
        for leaf in [1000, 1024, 4096] {
            for count in [0, 1, 5, 15, 16, 17, 37] {
                let lens = |i: usize| match i % 9 {
                    3 if count > 20 => 0,
                    5 if count > 20 => 4096 + i * 37,
                    _ if i + 1 == count => 2 * 4096 + 77,
                    _ => 3 * 4096,
                };
                let pieces: Vec<_> = (0..count).map(|i| &bytes[i * 101..][..lens(i)]).collect();
                let chunks: Vec<_> = pieces.iter().flat_map(|piece| piece.chunks(leaf)).collect();
                let mut digests = vec![[0; 20]; count];
                let mut leaves = vec![[0; 32]; chunks.len()];
                let leaf = NonZeroUsize::new(leaf).unwrap();
                let zeros = |i: usize| [0, 1, 63, 64, 65, 4096, 12_345, 0][(i + count) % 8];
                let padded = |(i, bytes)| Padded {
                    bytes,
                    zeros: zeros(i),
                };
                let padded: Vec<_> = pieces.iter().copied().enumerate().map(padded).collect();
                engine.sha1_and_leaves(&padded, leaf, &mut digests, &mut leaves);
                for (piece, digest) in padded.iter().zip(digests) {
                    let whole = [piece.bytes, &vec![0; piece.zeros as usize]].concat();
                    assert_eq!(digest, Hash160::from(Sha1::digest(whole)));
                }
                for (chunk, digest) in chunks.iter().zip(leaves) {
                    assert_eq!(digest, Hash256::from(Sha256::digest(chunk)));
                }
            }
        }
    }
}

#[test]
fn the_measured_engine_agrees() {
    let bytes = bytes(2 << 20);
    let messages: Vec<_> = bytes.chunks(100_000).map(Message::from).collect();
    check(Engine::detect(), &messages);
    assert!(Engine::detect().cpu().supported());
}
