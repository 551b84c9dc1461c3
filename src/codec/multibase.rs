//! Multibase (multiformats/multibase): a letter that tells the base, then the digits, read strictly:
//! one case, no bits left over, padding where and only where the base has it.

use crate::error::{Error, Place, Result, slug};

/// The most bytes that are read from a base that is no power of two: their cost is quadratic.
const SLOW_MOST: usize = 4096;

const BASE32: &str = "abcdefghijklmnopqrstuvwxyz234567";
const BASE32_UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE32_HEX: &str = "0123456789abcdefghijklmnopqrstuv";
const BASE32_HEX_UPPER: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
const BASE58: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64_URL: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A base of the table of multibase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// The letter before the digits.
    pub prefix: char,
    /// The name in the table.
    pub name: &'static str,
    digits: &'static str,
    /// Letters in a group where the last is filled up with `=`.
    padded: Option<usize>,
}

const fn base(prefix: char, name: &'static str, digits: &'static str) -> Base {
    Base {
        prefix,
        name,
        digits,
        padded: None,
    }
}

const fn padded(base: Base, group: usize) -> Base {
    Base {
        padded: Some(group),
        ..base
    }
}

/// Every base that is known here.
pub const ALL: &[Base] = &[
    base('b', "base32", BASE32),
    base('z', "base58btc", BASE58),
    base('k', "base36", "0123456789abcdefghijklmnopqrstuvwxyz"),
    base('f', "base16", "0123456789abcdef"),
    base('u', "base64url", BASE64_URL),
    base('m', "base64", BASE64),
    padded(base('M', "base64pad", BASE64), 4),
    padded(base('U', "base64urlpad", BASE64_URL), 4),
    base('B', "base32upper", BASE32_UPPER),
    padded(base('c', "base32pad", BASE32), 8),
    padded(base('C', "base32padupper", BASE32_UPPER), 8),
    base('v', "base32hex", BASE32_HEX),
    base('V', "base32hexupper", BASE32_HEX_UPPER),
    padded(base('t', "base32hexpad", BASE32_HEX), 8),
    padded(base('T', "base32hexpadupper", BASE32_HEX_UPPER), 8),
    base('h', "base32z", "ybndrfg8ejkmcpqxot1uwisza345h769"),
    base('K', "base36upper", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    base(
        'Z',
        "base58flickr",
        "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ",
    ),
    base('F', "base16upper", "0123456789ABCDEF"),
    base('9', "base10", "0123456789"),
    base('7', "base8", "01234567"),
    base('0', "base2", "01"),
];

/// The base of `CIDv1` unless told otherwise.
pub const BASE32_LOWER: Base = base('b', "base32", BASE32);
/// The base of `CIDv0`, and of keys of IPFS.
pub const BASE58_BTC: Base = base('z', "base58btc", BASE58);

impl Base {
    /// The base of that name, or of that letter.
    pub fn named(name: &str) -> Option<Self> {
        let is = |base: &&Self| base.name == name || name.chars().eq([base.prefix]);
        ALL.iter().find(is).copied()
    }

    /// Bits a digit, where the base is a power of two.
    fn bits(self) -> Option<u32> {
        let count = self.digits.len();
        count.is_power_of_two().then(|| count.trailing_zeros())
    }

    /// `bytes` in digits, without the letter before them.
    ///
    /// ```
    /// use decent::codec::multibase::{self, Base};
    /// let base = Base::named("base58btc").unwrap();
    /// assert_eq!(base.encode(b"yes mani !"), "7paNL19xttacUY");
    /// assert_eq!(multibase::decode("z7paNL19xttacUY").unwrap().1, b"yes mani !");
    /// ```
    pub fn encode(self, bytes: &[u8]) -> String {
        let digit = |value: u32| {
            char::from(
                self.digits
                    .as_bytes()
                    .get(value as usize)
                    .copied()
                    .unwrap_or(b'?'),
            )
        };
        let Some(bits) = self.bits() else {
            let count = self.digits.len() as u32;
            return big_digits(bytes, count).into_iter().map(digit).collect();
        };
        let (mut text, mut word, mut held) = (String::new(), 0u32, 0);
        for byte in bytes {
            (word, held) = ((word << 8 | u32::from(*byte)) & 0xffff, held + 8);
            while held >= bits {
                held -= bits;
                text.push(digit(word >> held & ((1 << bits) - 1)));
            }
        }
        if held > 0 {
            text.push(digit(word << (bits - held) & ((1 << bits) - 1)));
        }
        while let Some(group) = self.padded
            && !text.len().is_multiple_of(group)
        {
            text.push('=');
        }
        text
    }

    /// The same with the letter that tells the base.
    pub fn encode_with_prefix(self, bytes: &[u8]) -> String {
        format!("{}{}", self.prefix, self.encode(bytes))
    }

    /// The bytes of digits. Errors tell the letter, counted from 0.
    pub fn decode(self, text: &str) -> Result<Vec<u8>> {
        let bare = self.without_padding(text)?;
        let mut values = Vec::with_capacity(bare.len());
        for (at, letter) in bare.bytes().enumerate() {
            let value = self.digits.bytes().position(|digit| digit == letter);
            let found = || format!("{:?}", char::from(letter));
            values.push(value.ok_or_else(|| self.wrong(at, found()))? as u32);
        }
        match self.bits() {
            Some(bits) => self.packed(&values, bits),
            None if values.len() > SLOW_MOST => {
                Err(self.wrong(SLOW_MOST, "more of them than are read".into()))
            }
            None => Ok(big_bytes(&values, self.digits.len() as u32)),
        }
    }

    fn wrong(self, at: usize, found: String) -> Error {
        let wanted = format!("digits of {}", self.name);
        Error::new(slug::MULTIBASE, wanted, found).at(Place::Byte(at as u64))
    }

    fn without_padding(self, text: &str) -> Result<&str> {
        let Some(group) = self.padded else {
            return Ok(text);
        };
        let bare = text.trim_end_matches('=');
        if !text.len().is_multiple_of(group) || text.len() - bare.len() >= group {
            return Err(self.wrong(bare.len(), "the wrong padding".into()));
        }
        Ok(bare)
    }

    fn packed(self, values: &[u32], bits: u32) -> Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(values.len() * bits as usize / 8);
        let (mut word, mut held) = (0u32, 0);
        for value in values {
            (word, held) = ((word << bits | value) & 0xffff, held + bits);
            if held >= 8 {
                held -= 8;
                bytes.push((word >> held) as u8);
            }
        }
        if held >= bits || word & ((1 << held) - 1) != 0 {
            return Err(self.wrong(values.len(), "bits left over".into()));
        }
        Ok(bytes)
    }
}

/// The bytes of a text, and the base that its first letter tells.
pub fn decode(text: &str) -> Result<(Base, Vec<u8>)> {
    let prefix = text.chars().next();
    let Some(base) = ALL.iter().find(|base| Some(base.prefix) == prefix) else {
        let found = prefix.map_or("nothing".into(), |letter| format!("{letter:?}"));
        return Err(Error::new(slug::MULTIBASE, "the letter of a base", found).at(Place::Byte(0)));
    };
    let digits = text.get(base.prefix.len_utf8()..).unwrap_or_default();
    let bytes = base.decode(digits).map_err(|error| match error.place {
        Place::Byte(at) => error.at(Place::Byte(at + 1)),
        _ => error,
    })?;
    Ok((*base, bytes))
}

/// A number by its bytes in digits of another base, leading zeros one for one.
fn big_digits(bytes: &[u8], base: u32) -> Vec<u32> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let mut digits: Vec<u32> = Vec::new();
    for byte in bytes.iter().skip(zeros) {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += *digit << 8;
            (*digit, carry) = (carry % base, carry / base);
        }
        while carry > 0 {
            digits.push(carry % base);
            carry /= base;
        }
    }
    digits.extend(std::iter::repeat_n(0, zeros));
    digits.reverse();
    digits
}

/// The same the other way.
fn big_bytes(digits: &[u32], base: u32) -> Vec<u8> {
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    let mut bytes: Vec<u8> = Vec::new();
    for digit in digits.iter().skip(zeros) {
        let mut carry = *digit;
        for byte in &mut bytes {
            carry += u32::from(*byte) * base;
            (*byte, carry) = (carry as u8, carry >> 8);
        }
        while carry > 0 {
            bytes.push(carry as u8);
            carry >>= 8;
        }
    }
    bytes.extend(std::iter::repeat_n(0, zeros));
    bytes.reverse();
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// multiformats/multibase, tests/basic.csv: "yes mani !".
    const YES_MANI: [(&str, &str); 22] = [
        (
            "base2",
            "001111001011001010111001100100000011011010110000101101110011010010010000000100001",
        ),
        ("base8", "7362625631006654133464440102"),
        ("base10", "9573277761329450583662625"),
        ("base16", "f796573206d616e692021"),
        ("base16upper", "F796573206D616E692021"),
        ("base32", "bpfsxgidnmfxgsibb"),
        ("base32upper", "BPFSXGIDNMFXGSIBB"),
        ("base32hex", "vf5in683dc5n6i811"),
        ("base32hexupper", "VF5IN683DC5N6I811"),
        ("base32pad", "cpfsxgidnmfxgsibb"),
        ("base32padupper", "CPFSXGIDNMFXGSIBB"),
        ("base32hexpad", "tf5in683dc5n6i811"),
        ("base32hexpadupper", "TF5IN683DC5N6I811"),
        ("base32z", "hxf1zgedpcfzg1ebb"),
        ("base36", "k2lcpzo5yikidynfl"),
        ("base36upper", "K2LCPZO5YIKIDYNFL"),
        ("base58flickr", "Z7Pznk19XTTzBtx"),
        ("base58btc", "z7paNL19xttacUY"),
        ("base64", "meWVzIG1hbmkgIQ"),
        ("base64pad", "MeWVzIG1hbmkgIQ=="),
        ("base64url", "ueWVzIG1hbmkgIQ"),
        ("base64urlpad", "UeWVzIG1hbmkgIQ=="),
    ];

    #[test]
    fn published_vectors() {
        for (name, text) in YES_MANI {
            let base = Base::named(name).unwrap();
            assert_eq!(base.encode_with_prefix(b"yes mani !"), text);
            assert_eq!(decode(text).unwrap(), (base, b"yes mani !".to_vec()));
        }
        // tests/two_leading_zeros.csv
        let bytes = b"\0\0yes mani !";
        for (name, text) in [
            ("base58btc", "z117paNL19xttacUY"),
            ("base36", "k002lcpzo5yikidynfl"),
            ("base10", "900573277761329450583662625"),
            ("base32", "baaahszltebwwc3tjeaqq"),
        ] {
            let base = Base::named(name).unwrap();
            assert_eq!(base.encode_with_prefix(bytes), text);
            assert_eq!(decode(text).unwrap().1, bytes);
        }
    }

    #[test]
    fn every_base_gives_back_every_length() {
        for base in ALL {
            for length in 0..40u8 {
                let bytes: Vec<u8> = (0..length).map(|n| n.wrapping_mul(37)).collect();
                let text = base.encode_with_prefix(&bytes);
                assert_eq!(decode(&text).unwrap(), (*base, bytes), "{text}");
            }
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "",
            "y",
            "bPFSX",
            "BpfsX",
            "bmz",
            "bp",
            "cpfsx",
            "cpfs=====x",
            "MeWVzIG1hbmkgIQ=",
            "MeWVzIG1hbmkgIQ",
            "meWVzIG1hbmkgIQ==",
            "z0",
            "zI",
            "f7",
            "fg0",
            "ü",
        ] {
            assert!(decode(text).is_err(), "{text}");
        }
        assert!(decode(&format!("z{}", "2".repeat(5000))).is_err());
    }
}
