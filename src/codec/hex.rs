//! Base 16 (RFC 4648 section 8): written in lower case, read in either.

use crate::error::{Error, Place, Result, slug};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// `bytes` as lower-case digits, two a byte.
///
/// ```
/// use decent::codec::hex;
/// assert_eq!(hex::encode(&[0xab, 1]), "ab01");
/// assert_eq!(hex::decode("AB01").unwrap(), [0xab, 1]);
/// assert_eq!(hex::decode_array::<2>("0xab01\n").unwrap(), [0xab, 1]);
/// ```
pub fn encode(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(DIGITS.get(usize::from(nibble)).copied().unwrap_or(b'?'));
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

/// The bytes of hex digits of either case, with an optional `0x` before them and white space around.
pub fn decode(text: &str) -> Result<Vec<u8>> {
    let start = text.len() - text.trim_start().len();
    let trimmed = text.trim();
    let digits = trimmed.strip_prefix("0x").unwrap_or(trimmed);
    let start = start + trimmed.len() - digits.len();
    let mut nibbles = Vec::with_capacity(digits.len());
    for (at, letter) in digits.char_indices() {
        let Some(value) = letter.to_digit(16) else {
            let found = format!("{letter:?}");
            return Err(Error::new(slug::NOT_HEX, "a hex digit", found)
                .at(Place::Byte((start + at) as u64)));
        };
        nibbles.push(value as u8);
    }
    if nibbles.len() % 2 == 1 {
        let found = format!("{} digits", nibbles.len());
        return Err(Error::new(
            slug::NOT_HEX,
            "an even number of hex digits",
            found,
        ));
    }
    let bytes = nibbles.chunks_exact(2);
    Ok(bytes
        .map(|pair| pair.iter().fold(0, |byte, nibble| byte << 4 | nibble))
        .collect())
}

/// Exactly `N` bytes of hex digits.
pub fn decode_array<const N: usize>(text: &str) -> Result<[u8; N]> {
    let bytes = decode(text)?;
    let digits = bytes.len() * 2;
    bytes.try_into().map_err(|_| {
        Error::new(
            slug::NOT_HEX,
            format!("{} hex digits", N * 2),
            format!("{digits}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_4648_vectors() {
        for (bytes, text) in [("", ""), ("f", "66"), ("foobar", "666f6f626172")] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).expect("valid"), bytes.as_bytes());
        }
    }

    #[test]
    fn bad_digits_are_named_by_their_byte() {
        assert_eq!(decode(" 0x0g").expect_err("no digit").place, Place::Byte(4));
        assert!(decode("abc").is_err());
        assert!(decode_array::<2>("ab").is_err());
    }
}
