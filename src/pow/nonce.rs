//! How a counter is written into a message: as text or as eight bytes.

use crate::codec::base64;
use crate::error::{Error, Result, slug};

/// How a counter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NonceEncoding {
    /// Decimal digits, none before the first that counts.
    Dec,
    /// Hex digits in lower case, none before the first that counts.
    Hex,
    /// Eight bytes, the lowest first.
    Le64,
    /// Eight bytes, the highest first.
    Be64,
    /// The eight bytes of `Be64` in base 64: twelve letters, the last a `=`.
    B64,
}

/// A written counter, of at most 20 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    bytes: [u8; 20],
    start: u8,
}

impl Written {
    fn of(text: &[u8]) -> Self {
        let start = 20usize.saturating_sub(text.len());
        let mut bytes = [0; 20];
        for (to, from) in bytes.iter_mut().skip(start).zip(text) {
            *to = *from;
        }
        Self {
            bytes,
            start: start as u8,
        }
    }

    /// The bytes as they stand in the message.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes
            .get(usize::from(self.start)..)
            .unwrap_or_default()
    }
}

impl NonceEncoding {
    /// Every encoding, by name.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("dec", Self::Dec),
        ("hex", Self::Hex),
        ("le64", Self::Le64),
        ("be64", Self::Be64),
        ("b64", Self::B64),
    ];

    /// The encoding of that name.
    pub fn named(name: &str) -> Result<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        let names = || Self::NAMES.map(|(name, _)| name).join(", ");
        found.map(|(_, one)| *one).ok_or_else(|| {
            Error::new(
                slug::OUT_OF_RANGE,
                format!("one of {}", names()),
                format!("{name:?}"),
            )
        })
    }

    /// The name in [`NonceEncoding::NAMES`].
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, one)| *one == self);
        found.map_or("", |(name, _)| name)
    }

    /// Whether it is text, and can be typed behind the message.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Le64 | Self::Be64)
    }

    /// The counter as it stands in the message.
    ///
    /// ```
    /// use decent::pow::NonceEncoding;
    /// assert_eq!(NonceEncoding::Dec.write(255).as_bytes(), b"255");
    /// assert_eq!(NonceEncoding::Hex.write(255).as_bytes(), b"ff");
    /// assert_eq!(NonceEncoding::Le64.write(255).as_bytes(), [255, 0, 0, 0, 0, 0, 0, 0]);
    /// assert_eq!(NonceEncoding::B64.write(255).as_bytes(), b"AAAAAAAAAP8=");
    /// ```
    pub fn write(self, counter: u64) -> Written {
        match self {
            Self::Dec => digits(counter, 10),
            Self::Hex => digits(counter, 16),
            Self::Le64 => Written::of(&counter.to_le_bytes()),
            Self::Be64 => Written::of(&counter.to_be_bytes()),
            Self::B64 => Written::of(base64::encode(&counter.to_be_bytes()).as_bytes()),
        }
    }

    /// The nonce as a person types it: the text itself, of eight bytes the decimal number.
    pub fn show(self, counter: u64) -> String {
        if self.is_text() {
            String::from_utf8_lossy(self.write(counter).as_bytes()).into_owned()
        } else {
            counter.to_string()
        }
    }

    /// The counter that [`NonceEncoding::show`] shows.
    pub fn read(self, text: &str) -> Result<u64> {
        let counter = match self {
            Self::Hex => u64::from_str_radix(text.strip_prefix("0x").unwrap_or(text), 16).ok(),
            Self::B64 => {
                let bytes = base64::decode(text).ok();
                bytes.and_then(|bytes| bytes.try_into().ok().map(u64::from_be_bytes))
            }
            _ => text.parse().ok(),
        };
        counter.filter(|_| !text.starts_with('+')).ok_or_else(|| {
            let wanted = match self {
                Self::Hex => "a nonce of up to 16 hex digits",
                Self::B64 => "a nonce of 12 base64 letters",
                _ => "a decimal nonce below 2^64",
            };
            Error::new(slug::OUT_OF_RANGE, wanted, format!("{text:?}"))
        })
    }
}

/// Digits to a base of 16 at most, written from the last.
fn digits(mut counter: u64, base: u64) -> Written {
    let mut bytes = [0; 20];
    let mut start = 20;
    for (at, byte) in bytes.iter_mut().enumerate().rev() {
        let digit = (counter % base) as u8;
        *byte = if digit < 10 {
            b'0' + digit
        } else {
            b'a' + digit - 10
        };
        start = at as u8;
        counter /= base;
        if counter == 0 {
            break;
        }
    }
    Written { bytes, start }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read() {
        for (_, encoding) in NonceEncoding::NAMES {
            for counter in [0, 1, 9, 10, 255, 1 << 32, u64::MAX] {
                assert_eq!(encoding.read(&encoding.show(counter)), Ok(counter));
            }
            for bad in ["", "-1", "+1", "x", "18446744073709551616"] {
                assert!(encoding.read(bad).is_err(), "{} {bad}", encoding.name());
            }
        }
        let last = u64::MAX.to_string();
        assert_eq!(
            NonceEncoding::Dec.write(u64::MAX).as_bytes(),
            last.as_bytes()
        );
    }
}
