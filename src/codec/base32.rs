//! Base 32 (RFC 4648 section 6) without padding, as old magnet links have it.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// `bytes` in upper-case letters, five bits each.
///
/// ```
/// use decent::codec::base32;
/// assert_eq!(base32::encode(b"foobar"), "MZXW6YTBOI");
/// assert_eq!(base32::decode("mzxw6ytboi"), Some(b"foobar".to_vec()));
/// assert_eq!(base32::decode("MZXW6YTB0I"), None);
/// ```
pub fn encode(bytes: &[u8]) -> String {
    let (mut text, mut bits, mut held) = (String::new(), 0u32, 0);
    let letter = |five: u32| char::from(LETTERS.get(five as usize & 31).copied().unwrap_or(b'?'));
    for byte in bytes {
        (bits, held) = (bits << 8 | u32::from(*byte), held + 8);
        while held >= 5 {
            held -= 5;
            text.push(letter(bits >> held));
        }
    }
    if held > 0 {
        text.push(letter(bits << (5 - held)));
    }
    text
}

/// The bytes of letters of either case; `None` where a letter is none of the 32, where a letter is
/// too much, or the bits behind the last byte are not zero.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0u32, 0);
    for letter in text.bytes() {
        let upper = letter.to_ascii_uppercase();
        let five = LETTERS.iter().position(|known| *known == upper)?;
        (bits, held) = ((bits << 5 | five as u32) & 0xfff, held + 5);
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    let rest = bits & ((1 << held) - 1);
    (held < 5 && rest == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_4648_vectors() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text), Some(bytes.as_bytes().to_vec()));
        }
        for bad in ["M", "MZ8", "MZ", "MZXW6YTBO=", "MZXW6YTBOII"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
