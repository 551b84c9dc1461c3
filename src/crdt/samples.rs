//! Texts for property tests.

use std::ops::Range;

use proptest::prelude::*;
use proptest::sample::select;

/// Printable letters of ASCII but for those that JSON escapes.
pub(super) fn plain() -> String {
    (' '..='~')
        .filter(|letter| !['"', '\\'].contains(letter))
        .collect()
}

/// So many of these letters.
pub(super) fn text(letters: &str, count: Range<usize>) -> impl Strategy<Value = String> + use<> {
    let letters: Vec<char> = letters.chars().collect();
    proptest::collection::vec(select(letters), count).prop_map(String::from_iter)
}

/// A number of up to so many digits, the first of which is not 0.
pub(super) fn number(digits: usize) -> impl Strategy<Value = String> {
    let both = (text("123456789", 1..2), text("0123456789", 0..digits));
    both.prop_map(|(first, rest)| first + &rest)
}
