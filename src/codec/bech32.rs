//! Bech32 (BIP 173) and Bech32m (BIP 350): a readable word, a `1`, digits of five bits, a checksum of
//! six. age writes its keys in it too, longer than BIP 173 allows.

use zeroize::Zeroizing;

use crate::error::{Error, Place, Result, slug};

const DIGITS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// Letters that are read at most.
const LETTERS_MOST: usize = 512;

/// Which checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// BIP 173.
    Bech32,
    /// BIP 350, which finds letters put in before a last `p`.
    Bech32m,
}

impl Variant {
    fn constant(self) -> u32 {
        match self {
            Self::Bech32 => 1,
            Self::Bech32m => 0x2bc8_30a3,
        }
    }
}

/// The letters of digits of five bits behind `word`, which is in lower case.
pub fn encode_digits(variant: Variant, word: &str, digits: &[u8]) -> String {
    let sum = checksum(word, digits, &[0; 6]) ^ variant.constant();
    let sum = (0..6).map(|i| (sum >> (25 - 5 * i)) as u8);
    let digits = digits.iter().copied().chain(sum);
    let letter =
        |digit: u8| char::from(DIGITS.get(usize::from(digit & 31)).copied().unwrap_or(b'?'));
    let mut text = String::with_capacity(word.len() + digits.size_hint().0 + 1);
    text.push_str(word);
    text.push('1');
    text.extend(digits.map(letter));
    text
}

/// The word and the digits of five bits of a text that is all in one case, and which checksum it has.
pub fn decode_digits(text: &str) -> Result<(Variant, String, Zeroizing<Vec<u8>>)> {
    let wrong = |wanted: &'static str, found: String| Error::new(slug::NOT_BECH32, wanted, found);
    if text.len() > LETTERS_MOST {
        return Err(wrong("fewer letters", text.len().to_string()));
    }
    let upper = text.bytes().any(|letter| letter.is_ascii_uppercase());
    if upper && text.bytes().any(|letter| letter.is_ascii_lowercase()) {
        return Err(wrong("letters of one case", "both".into()));
    }
    let lower = Zeroizing::new(text.to_ascii_lowercase());
    let Some((word, letters)) = lower.rsplit_once('1').filter(|(word, _)| !word.is_empty()) else {
        return Err(wrong("a word and a `1`", "none".into()));
    };
    if let Some(at) = word.bytes().position(|letter| !(33..127).contains(&letter)) {
        let error = wrong("a word of printable letters", "others".into());
        return Err(error.at(Place::Byte(at as u64)));
    }
    let mut digits = Zeroizing::new(Vec::with_capacity(letters.len()));
    for (at, letter) in letters.bytes().enumerate() {
        let Some(digit) = DIGITS.iter().position(|digit| *digit == letter) else {
            let error = wrong("a digit of bech32", format!("{:?}", char::from(letter)));
            return Err(error.at(Place::Byte((word.len() + 1 + at) as u64)));
        };
        digits.push(digit as u8);
    }
    let variant = match checksum(word, &digits, &[]) {
        sum if sum == Variant::Bech32.constant() => Variant::Bech32,
        sum if sum == Variant::Bech32m.constant() => Variant::Bech32m,
        _ => return Err(wrong("a checksum that fits", "another".into())),
    };
    let Some(length) = digits.len().checked_sub(6) else {
        return Err(wrong("a checksum of six letters", "fewer".into()));
    };
    digits.truncate(length);
    Ok((variant, word.to_owned(), digits))
}

/// The letters of `bytes` behind `word`.
///
/// ```
/// use decent::codec::bech32::{self, Variant};
/// let text = bech32::encode(Variant::Bech32, "note", b"hello");
/// let (word, bytes) = bech32::decode(Variant::Bech32, &text).unwrap();
/// assert_eq!((&*word, &**bytes), ("note", &b"hello"[..]));
/// ```
pub fn encode(variant: Variant, word: &str, bytes: &[u8]) -> String {
    encode_digits(variant, word, &Zeroizing::new(to_fives(bytes)))
}

/// The word and the bytes of a text with this checksum.
pub fn decode(variant: Variant, text: &str) -> Result<(String, Zeroizing<Vec<u8>>)> {
    let (found, word, digits) = decode_digits(text)?;
    if found != variant {
        let error = Error::new(
            slug::NOT_BECH32,
            format!("{variant:?}"),
            format!("{found:?}"),
        );
        return Err(error);
    }
    Ok((word, from_fives(&digits)?))
}

/// Bytes as digits of five bits, filled up with zeros.
pub fn to_fives(bytes: &[u8]) -> Vec<u8> {
    let mut digits = Vec::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut word, mut bits) = (0u32, 0);
    for byte in bytes {
        word = (word << 8 | u32::from(*byte)) & 0xfff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            digits.push((word >> bits) as u8 & 31);
        }
    }
    if bits > 0 {
        digits.push((word << (5 - bits)) as u8 & 31);
    }
    digits
}

/// The bytes of digits of five bits; what fills up must be zeros, and less than five.
pub fn from_fives(digits: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(digits.len() * 5 / 8));
    let (mut word, mut bits) = (0u32, 0);
    for digit in digits {
        word = (word << 5 | u32::from(*digit)) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((word >> bits) as u8);
        }
    }
    if bits >= 5 || word & ((1 << bits) - 1) != 0 {
        let error = Error::new(slug::NOT_BECH32, "whole bytes", "bits left over");
        return Err(error);
    }
    Ok(bytes)
}

/// The checksum of BIP 173 over a word, digits and `last`.
fn checksum(word: &str, digits: &[u8], last: &[u8]) -> u32 {
    const TAPS: [u32; 5] = [
        0x3b6a_57b2,
        0x2650_8e6d,
        0x1ea1_19fa,
        0x3d42_33dd,
        0x2a14_62b3,
    ];
    let high = word.bytes().map(|letter| letter >> 5);
    let low = word.bytes().map(|letter| letter & 31);
    let word = high.chain([0]).chain(low);
    let all = word.chain(digits.iter().chain(last).copied());
    all.fold(1, |sum, digit| {
        let top = sum >> 25;
        let next = (sum & 0x01ff_ffff) << 5 ^ u32::from(digit);
        let taps = TAPS.iter().enumerate();
        taps.fold(next, |next, (i, tap)| {
            // No branch: keys are written with it too.
            next ^ (tap & (top >> i & 1).wrapping_neg())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From BIP 173, "Test vectors".
    #[test]
    fn bip_173_vectors() {
        for text in [
            "A12UEL5L",
            "a12uel5l",
            "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
            "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j",
            "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
            "?1ezyfcl",
        ] {
            let (variant, word, digits) = decode_digits(text).expect(text);
            assert_eq!(variant, Variant::Bech32, "{text}");
            let again = encode_digits(variant, &word, &digits);
            assert_eq!(again, text.to_ascii_lowercase());
        }
        for text in [
            "\u{20}1nwldj5",
            "\u{7f}1axkwrx",
            "\u{80}1eym55h",
            "pzry9x0s0muk",
            "1pzry9x0s0muk",
            "x1b4n0q5v",
            "li1dgmt3",
            "A1G7SGD8",
            "10a06t8",
            "1qzzfhee",
            "a12UEL5L",
        ] {
            assert!(decode_digits(text).is_err(), "{text}");
        }
    }

    /// From BIP 350, "Test vectors for Bech32m".
    #[test]
    fn bip_350_vectors() {
        for text in [
            "A1LQFN3A",
            "a1lqfn3a",
            "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
            "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
            "?1v759aa",
        ] {
            let (variant, word, digits) = decode_digits(text).expect(text);
            assert_eq!(variant, Variant::Bech32m, "{text}");
            assert_eq!(
                encode_digits(variant, &word, &digits),
                text.to_ascii_lowercase()
            );
        }
        for text in [
            "y1b0jsk6g",
            "lt1igcx5c0",
            "in1muywd",
            "mm1crxm3i",
            "M1VUXWEZ",
            "16plkw9",
        ] {
            assert!(decode_digits(text).is_err(), "{text}");
        }
    }

    #[test]
    fn bits_left_over_are_refused() {
        assert!(from_fives(&[0, 1]).is_err());
        assert!(from_fives(&[0, 0, 0]).is_err());
        assert_eq!(**from_fives(&[31, 28]).expect("a byte"), [255]);
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).map(|i: u32| (i * 37) as u8).collect();
            assert_eq!(**from_fives(&to_fives(&bytes)).expect("bytes"), bytes);
        }
    }
}
