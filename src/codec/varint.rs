//! Unsigned LEB128: seven bits a byte, the lowest first, the shortest form only (multiformats
//! unsigned-varint, here up to 64 bits).

use crate::error::{Error, Result, slug};

/// The most bytes of a number.
const LONGEST: usize = 10;

/// Appends `number`, 1 to 10 bytes.
///
/// ```
/// use decent::codec::varint;
/// let mut bytes = vec![];
/// varint::put(&mut bytes, 300);
/// assert_eq!(bytes, [0xac, 0x02]);
/// assert_eq!(varint::take(&mut &bytes[..]).unwrap(), 300);
/// ```
pub fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes a number of at most 63 bits, as multiformats limits theirs: nine bytes.
///
/// ```
/// use decent::codec::varint;
/// assert!(varint::take_63(&mut &[0x80; 10][..]).is_err());
/// assert_eq!(varint::take_63(&mut &[0x70, 1][..]).unwrap(), 0x70);
/// ```
pub fn take_63(bytes: &mut &[u8]) -> Result<u64> {
    let mut rest = *bytes;
    let number = take(&mut rest)?;
    if number >> 63 != 0 {
        let wanted = "a number of at most 63 bits";
        return Err(Error::new(slug::VARINT, wanted, number.to_string()));
    }
    *bytes = rest;
    Ok(number)
}

/// How many bytes `number` takes.
pub fn len(number: u64) -> usize {
    (64 - (number | 1).leading_zeros() as usize).div_ceil(7)
}

/// Takes one number off the front of `bytes`.
pub fn take(bytes: &mut &[u8]) -> Result<u64> {
    let wrong =
        |found: &'static str| Error::new(slug::VARINT, "a number in its shortest form", found);
    let mut number = 0u64;
    for n in 0..LONGEST {
        let Some((&byte, rest)) = bytes.split_first() else {
            return Err(wrong("the end"));
        };
        *bytes = rest;
        let bits = u64::from(byte & 0x7f);
        if n == LONGEST - 1 && bits > 1 {
            return Err(wrong("one past 64 bits"));
        }
        number |= bits << (7 * n);
        if byte & 0x80 == 0 {
            return if byte == 0 && n > 0 {
                Err(wrong("a longer form"))
            } else {
                Ok(number)
            };
        }
    }
    Err(wrong("one past 64 bits"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips_and_refusals() {
        for number in [0, 1, 127, 128, 16383, 16384, u64::from(u32::MAX), u64::MAX] {
            let mut bytes = Vec::new();
            put(&mut bytes, number);
            let mut rest = &bytes[..];
            assert_eq!(take(&mut rest).unwrap(), number);
            assert!(rest.is_empty());
            assert_eq!(len(number), bytes.len());
        }
        let long = [&[0xff; 9][..], &[2]].concat();
        for bad in [&[][..], &[0x80], &[0x80, 0], &long, &[0xff; 11]] {
            assert!(take(&mut &*bad).is_err());
        }
    }
}
