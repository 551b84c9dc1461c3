//! ECDSA signatures in DER (SEC 1 appendix C.5, X.690): a sequence of two whole numbers, as openssl
//! makes them. Read strictly: the shortest lengths, the shortest numbers, positive, nothing behind.

use crate::error::{Error, Place, Result, slug};

/// The longest there is of a curve of 256 bits, in bytes.
pub const LONGEST: usize = 72;

/// `r` and `s`, big-endian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The x coordinate of the nonce's point, modulo the order.
    pub r: [u8; 32],
    /// The other half.
    pub s: [u8; 32],
}

impl Pair {
    /// Of 64 bytes, one behind the other.
    pub fn from_bytes(bytes: [u8; 64]) -> Self {
        let mut pair = Self {
            r: [0; 32],
            s: [0; 32],
        };
        let (r, s) = bytes.split_at(32);
        pair.r.copy_from_slice(r);
        pair.s.copy_from_slice(s);
        pair
    }

    /// One behind the other.
    pub fn to_bytes(self) -> [u8; 64] {
        let mut bytes = [0; 64];
        for (to, from) in bytes.iter_mut().zip(self.r.iter().chain(&self.s)) {
            *to = *from;
        }
        bytes
    }

    /// The sequence.
    ///
    /// ```
    /// use decent::sig::der::Pair;
    /// let mut bytes = [0; 64];
    /// (bytes[31], bytes[63]) = (1, 0x80);
    /// let pair = Pair::from_bytes(bytes);
    /// assert_eq!(pair.encode(), [0x30, 7, 2, 1, 1, 2, 2, 0, 0x80]);
    /// assert_eq!(Pair::decode(&pair.encode()).unwrap(), pair);
    /// ```
    pub fn encode(&self) -> Vec<u8> {
        let body = [number(&self.r), number(&self.s)].concat();
        [&[0x30, body.len() as u8][..], &body].concat()
    }

    /// Reads the sequence.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let wrong = |at: usize, wanted: &'static str| {
            let found = bytes
                .get(at)
                .map_or("the end".into(), |b| format!("{b:02x}"));
            Error::new(slug::SIGNATURE, wanted, found).at(Place::Byte(at as u64))
        };
        let [0x30, len, body @ ..] = bytes else {
            return Err(wrong(0, "a sequence of two numbers"));
        };
        if usize::from(*len) != body.len() {
            return Err(wrong(1, "the length of all that follows, in one byte"));
        }
        let mut at = 2;
        let mut parts = [[0; 32]; 2];
        for part in &mut parts {
            let rest = bytes.get(at..).unwrap_or_default();
            let [2, len, rest @ ..] = rest else {
                return Err(wrong(at, "a whole number"));
            };
            let digits = rest
                .get(..usize::from(*len))
                .ok_or_else(|| wrong(at + 1, "as many bytes as there are"))?;
            *part = positive(digits).ok_or_else(|| {
                wrong(
                    at + 2,
                    "a positive number of at most 256 bits, the shortest way",
                )
            })?;
            at += 2 + digits.len();
        }
        if at != bytes.len() {
            return Err(wrong(at, "the end"));
        }
        let [r, s] = parts;
        Ok(Self { r, s })
    }
}

/// A whole number: no more zeros before it than its sign needs.
fn number(bytes: &[u8; 32]) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|b| **b == 0).count().min(31);
    let digits = bytes.get(zeros..).unwrap_or_default();
    let sign: &[u8] = match digits.first() {
        Some(first) if *first >= 0x80 => &[0],
        _ => &[],
    };
    let len = (sign.len() + digits.len()) as u8;
    [&[2, len][..], sign, digits].concat()
}

/// The 32 bytes of a whole number; `None` where it is negative, too long, or not the shortest.
pub(crate) fn positive(digits: &[u8]) -> Option<[u8; 32]> {
    let bare = match digits {
        [] => return None,
        [0, second, ..] if *second < 0x80 => return None,
        [0, rest @ ..] if !rest.is_empty() => rest,
        [first, ..] if *first >= 0x80 => return None,
        all => all,
    };
    padded(bare)
}

/// Big-endian bytes filled up to 32.
pub(crate) fn padded(bytes: &[u8]) -> Option<[u8; 32]> {
    let zeros = 32usize.checked_sub(bytes.len())?;
    let mut all = [0; 32];
    all.get_mut(zeros..)?.copy_from_slice(bytes);
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::hex;

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "",
            "30",
            "3006020101020101ff",
            "30060201010201",
            "300602018102 0101",
            "300702020001020101",
            "30810602010102 0101",
            "3005020102 0101",
            "30060201000201",
            "3106020101020101",
            "3006030101020101",
            "3008020101020101 0500",
            "3003020101",
        ] {
            let bytes = hex::decode(&text.replace(' ', "")).expect("hex");
            assert!(Pair::decode(&bytes).is_err(), "{text}");
        }
        // Thirty-three bytes of a number without a sign byte.
        let long = [&[0x30, 38, 2, 33, 1][..], &[0; 32], &[2, 1, 1]].concat();
        assert!(Pair::decode(&long).is_err());
        assert!(Pair::decode(&hex::decode("3006020101020100").expect("hex")).is_ok());
    }

    #[test]
    fn all_lengths_go_both_ways() {
        for len in 1..=32 {
            for first in [1, 0x7f, 0x80, 0xff] {
                let mut bytes = [0; 64];
                bytes[32 - len] = first;
                bytes[63] = 1;
                let pair = Pair::from_bytes(bytes);
                let der = pair.encode();
                assert!(der.len() <= LONGEST);
                assert_eq!(Pair::decode(&der).expect("ours"), pair);
                assert_eq!(pair.to_bytes(), bytes);
            }
        }
    }
}
