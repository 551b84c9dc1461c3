//! The words of SLIP-39: ten bits each, the last three a Reed-Solomon code over GF(1024).

use zeroize::Zeroizing;

use super::{Common, Mnemonic, SMALLEST};
use crate::error::{Error, Result, slug};

/// The 1024 words in the order of the alphabet, a line each (slips/slip-0039/wordlist.txt).
const WORDS: &str = include_str!("words.txt");

/// Words before the value, and of the checksum.
const HEAD: usize = 4;
const CHECK: usize = 3;
/// Words of the smallest secret.
const FEWEST: usize = HEAD + CHECK + (SMALLEST * 8).div_ceil(10);
/// More words are not read.
const MOST: usize = 512;

fn list() -> Vec<&'static str> {
    WORDS.lines().collect()
}

/// The number of a word, whole or cut to its first four letters, which are no other's.
fn number(list: &[&str], word: &str) -> Option<u16> {
    let word = word.to_lowercase();
    let exact = list.binary_search(&word.as_str()).ok();
    let cut = || {
        list.iter()
            .position(|known| word.len() >= 4 && known.starts_with(&word))
    };
    exact.or_else(cut).map(|at| at as u16)
}

/// Whether a text may be a mnemonic: its first words are all in the list.
pub fn is_mnemonic(text: &str) -> bool {
    let list = list();
    let mut first = text
        .split_whitespace()
        .take(HEAD)
        .map(|word| number(&list, word));
    text.split_whitespace().count() >= FEWEST && first.all(|number| number.is_some())
}

impl Mnemonic {
    /// From its words.
    pub fn read(text: &str) -> Result<Self> {
        let list = list();
        let mut numbers = Zeroizing::new(Vec::new());
        for (at, word) in text.split_whitespace().enumerate().take(MOST) {
            let found = number(&list, word).ok_or_else(|| {
                let wanted = format!("word {} to be one of SLIP-39's", at + 1);
                Error::new(slug::SHARE, wanted, format!("{word:?}"))
            })?;
            numbers.push(found);
        }
        if numbers.len() < FEWEST || text.split_whitespace().count() > MOST {
            let wanted = format!("{FEWEST} words or more");
            return Err(Error::new(
                slug::SHARE,
                wanted,
                format!("{}", numbers.len()),
            ));
        }
        let head: u64 = numbers
            .iter()
            .take(HEAD)
            .fold(0, |head, n| head << 10 | u64::from(*n));
        let bits =
            |from: u32, count: u32| (head >> (40 - from - count) & ((1 << count) - 1)) as u16;
        let extendable = bits(15, 1) == 1;
        if checksum(custom(extendable), &numbers) != 1 {
            return Err(Error::new(
                slug::SHARE_DAMAGED,
                "",
                "a word is wrong: the checksum does not fit",
            ));
        }
        let common = Common {
            identifier: bits(0, 15),
            extendable,
            exponent: bits(16, 4) as u8,
            group_threshold: bits(24, 4) as u8 + 1,
            groups: bits(28, 4) as u8 + 1,
        };
        if common.group_threshold > common.groups {
            let found = format!("{} of {}", common.group_threshold, common.groups);
            let wanted = "a threshold no greater than the number of groups";
            return Err(Error::new(slug::SHARE, wanted, found));
        }
        let value = numbers.get(HEAD..numbers.len() - CHECK).unwrap_or_default();
        Ok(Self {
            common,
            group: bits(20, 4) as u8,
            member: bits(32, 4) as u8,
            threshold: bits(36, 4) as u8 + 1,
            value: value_of(value)?,
        })
    }

    /// Its words, a blank between two.
    pub fn text(&self) -> String {
        let common = self.common;
        let mut head = u64::from(common.identifier);
        for (value, bits) in [
            (u8::from(common.extendable), 1),
            (common.exponent, 4),
            (self.group, 4),
            (common.group_threshold - 1, 4),
            (common.groups - 1, 4),
            (self.member, 4),
            (self.threshold - 1, 4),
        ] {
            head = head << bits | u64::from(value);
        }
        let head = (0..HEAD as u32)
            .rev()
            .map(|at| (head >> (10 * at) & 1023) as u16);
        let mut numbers = Zeroizing::new(head.collect::<Vec<u16>>());
        let count = (self.value.len() * 8).div_ceil(10);
        let padding = count * 10 - self.value.len() * 8;
        // Ten bits at a time, behind zeros that fill the first word.
        let bit = |at: usize| {
            let at = at.checked_sub(padding)?;
            let byte = self.value.get(at / 8)?;
            Some(u16::from(byte >> (7 - at % 8) & 1))
        };
        for word in 0..count {
            let bits = (0..10).map(|i| bit(word * 10 + i).unwrap_or(0));
            numbers.push(bits.fold(0, |word, bit| word << 1 | bit));
        }
        numbers.extend([0; CHECK]);
        let check = checksum(custom(common.extendable), &numbers) ^ 1;
        let len = numbers.len();
        for (at, place) in numbers.iter_mut().skip(len - CHECK).enumerate() {
            *place = (check >> (10 * (CHECK - 1 - at)) & 1023) as u16;
        }
        let list = list();
        let words = numbers
            .iter()
            .filter_map(|n| list.get(usize::from(*n)).copied());
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The bytes of the words between head and checksum.
fn value_of(words: &[u16]) -> Result<Zeroizing<Vec<u8>>> {
    let padding = words.len() * 10 % 16;
    if padding > 8 {
        let found = format!("{}", words.len() + HEAD + CHECK);
        return Err(Error::new(
            slug::SHARE,
            "as many words as a secret of 16, 18, .. bytes has",
            found,
        ));
    }
    let bits = words
        .iter()
        .flat_map(|word| (0..10).rev().map(move |at| word >> at & 1));
    let bits = Zeroizing::new(bits.collect::<Vec<u16>>());
    let (zeros, bits) = bits.split_at(padding);
    if zeros.iter().any(|bit| *bit != 0) {
        return Err(Error::new(slug::SHARE, "zeros before the value", "others"));
    }
    let bytes = bits
        .chunks(8)
        .map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | *bit as u8));
    Ok(Zeroizing::new(bytes.collect()))
}

/// What the checksum is customized with.
const fn custom(extendable: bool) -> &'static [u8] {
    if extendable {
        b"shamir_extendable"
    } else {
        b"shamir"
    }
}

/// The remainder of RS1024 (SLIP-39, "Checksum").
fn checksum(custom: &[u8], words: &[u16]) -> u32 {
    const GENERATOR: [u32; 10] = [
        0x00e0_e040,
        0x01c1_c080,
        0x0383_8100,
        0x0707_0200,
        0x0e0e_0009,
        0x1c0c_2412,
        0x3808_6c24,
        0x3090_fc48,
        0x21b1_f890,
        0x03f3_f120,
    ];
    let values = custom.iter().map(|byte| u32::from(*byte));
    let values = values.chain(words.iter().map(|word| u32::from(*word)));
    values.fold(1, |state, value| {
        let above = state >> 20;
        let shifted = (state & 0xf_ffff) << 10 ^ value;
        let terms = GENERATOR.iter().enumerate();
        terms.fold(shifted, |sum, (i, term)| {
            sum ^ term & 0u32.wrapping_sub(above >> i & 1)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_four_letters_in_any_case() {
        let list = list();
        assert_eq!(list.len(), 1024);
        assert!(list.is_sorted());
        assert_eq!(number(&list, "ACADEMIC"), Some(0));
        assert_eq!(number(&list, "zero"), Some(1023));
        assert_eq!(number(&list, "acad"), Some(0));
        for word in ["aca", "academics", "", "nothere"] {
            assert_eq!(number(&list, word), None, "{word}");
        }
    }
}
