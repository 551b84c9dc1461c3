//! The shader of the feature `gpu`, which only this package builds, on whatever driver for Vulkan there
//! is: Mesa's, which needs no card, where no card is. It finds all that the plain crate finds.

use std::ops::Range;

use decent::pow::backend::solutions;
use decent::pow::{Backend, Goal, Puzzle, Target, scanner};

/// All headers of these nonces whose hash begins with eight zero bits.
fn found(puzzle: &Puzzle, range: Range<u64>) -> Vec<u64> {
    let target = Target::bits(8, 32).unwrap();
    let scan = scanner(Backend::Gpu, puzzle, target).unwrap();
    let found = solutions(&*scan, puzzle, Goal::AtMost(target), range).unwrap();
    found.into_iter().map(|(nonce, _)| nonce).collect()
}

#[test]
fn a_card_finds_what_the_plain_crate_finds() {
    assert!(Backend::Gpu.supported(), "no driver for Vulkan");
    let target = Target::bits(8, 32).unwrap();
    let mut header = [0u8; 80];
    for (place, byte) in header.iter_mut().enumerate() {
        *byte = (place * 37 + 11) as u8;
    }
    let whole = 1 << 16;
    for puzzle in [
        Puzzle::header(header),
        Puzzle::Header {
            header,
            versions: vec![1, 0x2000_0000, 0x3fff_e000],
        },
    ] {
        let end = puzzle.counters();
        for range in [0..whole, 1..whole + 77, 12_345..12_346, end - whole..end] {
            let plain = range.clone();
            let plain = plain.filter(|nonce| target.admits(&puzzle.digest(*nonce)));
            let plain: Vec<u64> = plain.collect();
            assert_eq!(
                found(&puzzle, range.clone()),
                plain,
                "{range:?} of {puzzle:?}"
            );
        }
    }
}
