//! Base 64 (RFC 4648 section 4): the standard alphabet, padded, read strictly.

use crate::error::{Error, Place, Result, slug};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// `bytes` as digits, four for every three bytes, filled up with `=`.
///
/// ```
/// use decent::codec::base64;
/// assert_eq!(base64::encode(b"foob"), "Zm9vYg==");
/// assert_eq!(base64::decode("Zm9vYg==").unwrap(), b"foob");
/// ```
pub fn encode(bytes: &[u8]) -> String {
    let digit = |bits: u32| char::from(DIGITS.get((bits & 63) as usize).copied().unwrap_or(b'='));
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let word = (0..3).fold(0, |word, i| {
            word << 8 | u32::from(three.get(i).copied().unwrap_or(0))
        });
        for i in 0..4 {
            text.push(if i > three.len() {
                '='
            } else {
                digit(word >> (18 - 6 * i))
            });
        }
    }
    text
}

/// The bytes of digits, which must be whole groups of four, padded, with no bit left over.
pub fn decode(text: &str) -> Result<Vec<u8>> {
    let wrong = |at: usize, found: String| {
        let error = Error::new(slug::NOT_BASE64, "base64 digits, padded to fours", found);
        error.at(Place::Byte(at as u64))
    };
    let text = text.trim();
    if !text.len().is_multiple_of(4) {
        return Err(wrong(text.len(), format!("{} letters", text.len())));
    }
    let bare = text.trim_end_matches('=');
    if text.len() - bare.len() > 2 {
        return Err(wrong(bare.len(), "too much padding".into()));
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut word, mut bits) = (0u32, 0);
    for (at, letter) in bare.bytes().enumerate() {
        let Some(value) = DIGITS.iter().position(|digit| *digit == letter) else {
            return Err(wrong(at, format!("{:?}", char::from(letter))));
        };
        word = (word << 6 | value as u32) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((word >> bits) as u8);
        }
    }
    if word & ((1 << bits) - 1) != 0 {
        return Err(wrong(bare.len(), "bits left over".into()));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_4648_vectors() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).expect("valid"), bytes.as_bytes());
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "Zg",
            "Zg=",
            "Zh==",
            "Z===",
            "====",
            "Zm9v=",
            "Zm-v",
            "Zm9vY\n==",
        ] {
            assert!(decode(text).is_err(), "{text}");
        }
    }
}
