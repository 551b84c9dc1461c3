//! Every back-end against the plain crates: all solutions of easy targets, over ranges that are no
//! multiple of any number of lanes.

use std::ops::Range;

use super::backend::{scanner, solutions};
use super::*;
use crate::codec::hex;

/// Back-ends that this machine has.
fn backends() -> impl Iterator<Item = Backend> {
    let all = Backend::NAMES.into_iter().map(|(_, backend)| backend);
    all.filter(|backend| backend.supported())
}

/// All solutions of a range by the plain crate.
fn plainly(puzzle: &Puzzle, target: Target, range: Range<u64>) -> Vec<u64> {
    range
        .filter(|counter| target.admits(&puzzle.digest(*counter)))
        .collect()
}

/// Every back-end finds all solutions of these ranges, and nothing else in their order.
fn same(puzzle: &Puzzle, target: Target, ranges: &[Range<u64>]) {
    let most = 4.0
        * ranges
            .iter()
            .map(|range| range.end - range.start)
            .sum::<u64>() as f64;
    for range in ranges {
        let wanted = plainly(puzzle, target, range.clone());
        // A graphics card knows headers only.
        let message = matches!(puzzle, Puzzle::Message { .. });
        for backend in backends().filter(|one| !(message && *one == Backend::Gpu)) {
            let scan = scanner(backend, puzzle, target).unwrap();
            let mut candidates = Vec::new();
            scan.scan(range.clone(), &mut candidates).unwrap();
            assert!(candidates.is_sorted() && (candidates.len() as f64) < most);
            assert!(candidates.iter().all(|one| range.contains(one)));
            let found = solutions(&*scan, puzzle, Goal::AtMost(target), range.clone()).unwrap();
            let found: Vec<u64> = found.into_iter().map(|(counter, _)| counter).collect();
            assert_eq!(found, wanted, "{} {range:?} of {puzzle:?}", backend.name());
        }
    }
}

/// The arrays that other processors take for lanes: they are no back-end here.
#[test]
fn arrays_are_lanes_too() {
    use super::kernel_arrays::Arrays;
    use super::lanes::{Headers, Texts};

    let target = Target::bits(6, 20).unwrap();
    let header = noisy_header(9);
    for versions in [vec![1], vec![1, 2, 3]] {
        let puzzle = Puzzle::Header {
            header,
            versions: versions.clone(),
        };
        let scan = Headers::new(Arrays, &header, &versions, target);
        let mut found = Vec::new();
        scan.scan(1001..3003, &mut found).unwrap();
        assert_eq!(found, plainly(&puzzle, target, 1001..3003));
    }
    for hash in [HashKind::Sha256, HashKind::Sha256d, HashKind::Sha1] {
        for prefix in [20, 44, 60] {
            let prefix = noise(4, prefix);
            let nonce = NonceEncoding::Hex;
            let puzzle = Puzzle::Message {
                hash,
                prefix: prefix.clone(),
                suffix: Vec::new(),
                nonce,
            };
            let scan = Texts::new(Arrays, &puzzle, (hash, &prefix, b"", nonce), target).unwrap();
            let mut found = Vec::new();
            let range = (1 << 28) + 5..(1 << 28) + 2000;
            scan.scan(range.clone(), &mut found).unwrap();
            assert_eq!(found, plainly(&puzzle, target, range));
        }
    }
}

/// Bytes that look like none in particular.
fn noise(seed: u8, len: usize) -> Vec<u8> {
    let mut digest = HashKind::Sha256.digest(&[&[seed]]).to_vec();
    while digest.len() < len {
        let next = HashKind::Sha256.digest(&[&digest]);
        digest.extend_from_slice(&next);
    }
    digest.truncate(len);
    digest
}

fn noisy_header(seed: u8) -> [u8; 80] {
    noise(seed, 80).try_into().unwrap()
}

#[test]
fn all_solutions_of_an_easy_target_in_65536_nonces() {
    let target = Target::bits(8, 32).unwrap();
    let puzzle = Puzzle::header(noisy_header(0));
    let end = 1 << 32;
    let starts = [0, 12_345, 0x7fff_8000, end - 65_536];
    same(&puzzle, target, &starts.map(|start| start..start + 65_536));
}

#[test]
fn ranges_that_are_no_multiple_of_the_lanes() {
    let target = Target::bits(3, 32).unwrap();
    let puzzle = Puzzle::header(noisy_header(1));
    let end = 1 << 32;
    let mut ranges = vec![5..5, end - 100..end, end - 1..end, 255..257];
    for start in [0, 1, 63, 64, 1000] {
        ranges.extend((0..70).map(|len| start..start + len));
    }
    same(&puzzle, target, &ranges);
}

#[test]
fn headers_and_targets_of_all_kinds() {
    for seed in 0..32 {
        let mut number = [0xff; 32];
        let bits = usize::from(seed % 11);
        number[0] = 0xff_u8.checked_shr(bits as u32).unwrap_or(0);
        number[1] = noise(seed, 4)[1] >> bits.saturating_sub(8);
        number[2] = seed;
        let target = Target::from_be_bytes(number);
        let start = u64::from(u32::from_le_bytes(noise(seed, 4).try_into().unwrap()));
        let end = (start + 1000).min(1 << 32);
        let range = start..end;
        same(
            &Puzzle::header(noisy_header(seed)),
            target,
            std::slice::from_ref(&range),
        );
    }
}

#[test]
fn headers_of_the_chain() {
    // Bitcoin's blocks 0, 1, 170 and 125552, in their serialised form.
    for header in [
        "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c",
        "010000006fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000982051fd1e4ba744bbbe680e1fee14677ba1a3c3540bf7b1cdb606e857233e0e61bc6649ffff001d01e36299",
        "0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000e320b6c2fffc8d750423db8b1eb942ae710e951ed797f7affc8892b0f1fc122bc7f5d74df2b9441a42a14695",
    ] {
        let header: [u8; 80] = hex::decode_array(header).unwrap();
        let nonce = u64::from(u32::from_le_bytes(header[76..].try_into().unwrap()));
        let target = Target::bits(32, 32).unwrap();
        for backend in backends() {
            let puzzle = Puzzle::header(header);
            let scan = scanner(backend, &puzzle, target).unwrap();
            let found = solutions(
                &*scan,
                &puzzle,
                Goal::AtMost(target),
                nonce - 5000..nonce + 5000,
            )
            .unwrap();
            let found: Vec<u64> = found.into_iter().map(|(counter, _)| counter).collect();
            assert_eq!(found, [nonce], "{}", backend.name());
        }
    }
}

#[test]
fn rolled_versions() {
    let target = Target::bits(6, 32).unwrap();
    for count in [2_u32, 3, 8, 13] {
        let versions = (0..count).map(|i| 0x2000_0000 | i << 13).collect();
        let puzzle = Puzzle::Header {
            header: noisy_header(count as u8),
            versions,
        };
        let end = u64::from(count) << 32;
        same(
            &puzzle,
            target,
            &[0..5000, 777..778, end - 3001..end, 99_991..103_003],
        );
    }
}

#[test]
fn messages_of_every_length_and_encoding() {
    let target = |hash: HashKind| Target::bits(5, hash.digest_bytes()).unwrap();
    for hash in [HashKind::Sha256, HashKind::Sha256d, HashKind::Sha1] {
        for (_, nonce) in NonceEncoding::NAMES {
            for prefix in (0..64).chain([100, 128, 191]) {
                let suffix = [0, 1, 11, 70][(prefix / 3) % 4];
                let puzzle = Puzzle::Message {
                    hash,
                    prefix: noise(1, prefix),
                    suffix: noise(2, suffix),
                    nonce,
                };
                let far = 1_234_567_890_123;
                let ranges = [9_990..10_010, far..far + 70, u64::MAX - 70..u64::MAX];
                same(&puzzle, target(hash), &ranges);
            }
        }
    }
}

/// Targets of more than one word: this nonce was found by a search of 2^34 tries, and `printf
/// 'thirty-three 20128147301' | sha256sum` begins with 33 zero bits.
#[test]
fn a_message_that_begins_with_33_zero_bits() {
    let puzzle = Puzzle::Message {
        hash: HashKind::Sha256,
        prefix: b"thirty-three ".to_vec(),
        suffix: Vec::new(),
        nonce: NonceEncoding::Dec,
    };
    let nonce = 20_128_147_301;
    for (bits, wanted) in [(31, true), (32, true), (33, true), (34, false)] {
        let target = Target::bits(bits, 32).unwrap();
        assert_eq!(target.admits(&puzzle.digest(nonce)), wanted, "{bits}");
        let near = nonce - 1000..nonce + 1000;
        same(&puzzle, target, std::slice::from_ref(&near));
    }
}

#[test]
fn all_solutions_in_65536_messages() {
    for hash in [HashKind::Sha256, HashKind::Sha256d, HashKind::Sha1] {
        for (_, nonce) in NonceEncoding::NAMES {
            // The last digits of some of these stand in word 12, where stamps want them.
            for prefix in [20, 41, 44] {
                let puzzle = Puzzle::Message {
                    hash,
                    prefix: noise(3, prefix),
                    suffix: Vec::new(),
                    nonce,
                };
                let target = Target::bits(8, hash.digest_bytes()).unwrap();
                same(&puzzle, target, &[0..16_384, 1_000_000..1_049_152]);
            }
        }
    }
}

#[test]
fn a_back_end_that_is_not_here_is_refused() {
    let puzzle = Puzzle::header([0; 80]);
    for (name, backend) in Backend::NAMES {
        let here = backend.supported();
        assert_eq!(Backend::named(name).is_ok(), here, "{name}");
        assert_eq!(scanner(backend, &puzzle, Target::ANY).is_ok(), here);
    }
    let unknown = Backend::named("abacus").unwrap_err();
    assert_eq!(unknown.slug, crate::error::slug::OUT_OF_RANGE);
}
