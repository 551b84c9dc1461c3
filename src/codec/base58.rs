//! Base 58 with the alphabet of Bitcoin: no 0, O, I, l. With and without four bytes of checksum.

use sha2::{Digest, Sha256};

use crate::error::{Error, Place, Result, slug};

const DIGITS: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Letters that are read at most: the work grows with their square.
const LETTERS_MOST: usize = 1024;

/// `bytes` as one number in base 58; each zero byte before it is a `1`.
///
/// ```
/// use decent::codec::base58;
/// assert_eq!(base58::encode(b"Hello World!"), "2NEpo7TZRRrLZSi2U");
/// assert_eq!(base58::decode("2NEpo7TZRRrLZSi2U").unwrap(), b"Hello World!");
/// ```
pub fn encode(bytes: &[u8]) -> String {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    // Lowest digit first.
    let mut digits: Vec<u8> = Vec::with_capacity(bytes.len() * 138 / 100 + 1);
    for byte in bytes.iter().skip(zeros) {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = (carry % 58) as u8;
            carry /= 58;
        }
        while carry > 0 {
            digits.push((carry % 58) as u8);
            carry /= 58;
        }
    }
    let letter = |digit: &u8| char::from(DIGITS.get(usize::from(*digit)).copied().unwrap_or(b'?'));
    let ones = std::iter::repeat_n('1', zeros);
    ones.chain(digits.iter().rev().map(letter)).collect()
}

/// The bytes of a number in base 58.
pub fn decode(text: &str) -> Result<Vec<u8>> {
    if text.len() > LETTERS_MOST {
        let wanted = format!("at most {LETTERS_MOST} letters");
        let found = text.len().to_string();
        return Err(Error::new(slug::NOT_BASE58, wanted, found));
    }
    let zeros = text.bytes().take_while(|letter| *letter == b'1').count();
    // Lowest byte first.
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    for (at, letter) in text.bytes().enumerate().skip(zeros) {
        let Some(digit) = DIGITS.iter().position(|digit| *digit == letter) else {
            let found = format!("{:?}", char::from(letter));
            let error = Error::new(slug::NOT_BASE58, "a digit of base 58", found);
            return Err(error.at(Place::Byte(at as u64)));
        };
        let mut carry = digit as u32;
        for byte in &mut bytes {
            carry += u32::from(*byte) * 58;
            *byte = carry as u8;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(carry as u8);
            carry >>= 8;
        }
    }
    bytes.resize(bytes.len() + zeros, 0);
    bytes.reverse();
    Ok(bytes)
}

/// The same with four bytes of checksum behind the bytes: the start of their SHA-256, taken twice.
pub fn encode_checked(bytes: &[u8]) -> String {
    encode(&[bytes, &checksum(bytes)].concat())
}

/// The bytes of a number in base 58 whose checksum is right.
pub fn decode_checked(text: &str) -> Result<Vec<u8>> {
    let mut bytes = decode(text)?;
    let wrong = |found| Error::new(slug::NOT_BASE58, "a checksum that fits", found);
    let Some(split) = bytes.len().checked_sub(4) else {
        return Err(wrong("none"));
    };
    let found = bytes.split_off(split);
    if found != checksum(&bytes) {
        return Err(wrong("another"));
    }
    Ok(bytes)
}

fn checksum(bytes: &[u8]) -> [u8; 4] {
    let [a, b, c, d, ..] = <[u8; 32]>::from(Sha256::digest(Sha256::digest(bytes)));
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From Bitcoin Core, `src/test/data/base58_encode_decode.json`.
    #[test]
    fn bitcoin_core_vectors() {
        for (hex, text) in [
            ("", ""),
            ("61", "2g"),
            ("626262", "a3gV"),
            ("636363", "aPEr"),
            (
                "73696d706c792061206c6f6e6720737472696e67",
                "2cFupjhnEsSn59qHXstmK2ffpLv2",
            ),
            (
                "00eb15231dfceb60925886b67d065299925915aeb172c06647",
                "1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L",
            ),
            ("516b6fcd0f", "ABnLTmg"),
            ("bf4f89001e670274dd", "3SEo3LWLoPntC"),
            ("572e4794", "3EFU7m"),
            ("ecac89cad93923c02321", "EJDM8drfXA6uyA"),
            ("10c8511e", "Rt5zm"),
            ("00000000000000000000", "1111111111"),
        ] {
            let bytes = crate::codec::hex::decode(hex).expect("hex");
            assert_eq!(encode(&bytes), text);
            assert_eq!(decode(text).expect("base 58"), bytes);
        }
    }

    #[test]
    fn checksums_and_letters() {
        // The address of the first block of Bitcoin.
        let text = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
        let bytes = decode_checked(text).expect("checked");
        assert_eq!(bytes.len(), 21);
        assert_eq!(encode_checked(&bytes), text);
        for wrong in ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "1", "0", "O", "é"] {
            assert!(decode_checked(wrong).is_err(), "{wrong}");
        }
        assert!(decode(&"z".repeat(LETTERS_MOST + 1)).is_err());
    }
}
