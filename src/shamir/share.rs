//! One share in our own format, version 1: 25 bytes of header, a body, 8 bytes of checksum.
//!
//! | bytes | |
//! |---|---|
//! | 0..4 | `DSH1` |
//! | 4 | version, 1 |
//! | 5 | kind: 0 all of the secret, 1 a piece (`short`), 2 Feldman's, 3 Pedersen's |
//! | 6 | field: 1 GF(256) modulo 0x11b, 2 modulo 0x11d, 3 the scalars of secp256k1 |
//! | 7 | threshold t, 2 or more |
//! | 8 | x, 1 or more |
//! | 9..25 | id of the set |
//! | 25.. | body |
//! | last 8 | CRC-64/XZ of all before, little-endian |

use std::fmt::Write as _;

use super::crc;
use super::gf::Field;
use crate::codec::base32;
use crate::error::{Error, Place, Result, slug};

/// What a file begins with.
pub const MAGIC: [u8; 4] = *b"DSH1";
/// Bytes before the body.
pub const HEADER: usize = 25;
/// Bytes behind the body.
pub const TRAILER: usize = 8;
/// The largest share that is written as text, in bytes before they are.
pub const LARGEST_TEXT: usize = 4096 + 256;
/// The largest text that is read as a share.
pub const LARGEST_ARMOUR: u64 = 64 << 10;

const VERSION: u8 = 1;
const BEGIN: &str = "-----BEGIN DECENT SHARE-----";
const END: &str = "-----END DECENT SHARE-----";
/// Bytes of a line of text.
const LINE: usize = 20;
/// Letters of a group.
const GROUP: usize = 4;

/// What the body of a share holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As many bytes as the secret, its key and its tag.
    Whole,
    /// A piece of the encrypted secret, a share of its key, the hashes of all pieces.
    Short,
    /// A scalar that goes with commitments.
    Feldman,
    /// Two scalars that go with commitments which hide.
    Pedersen,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Whole, Self::Short, Self::Feldman, Self::Pedersen];

    /// The word of reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Short => "short",
            Self::Feldman => "feldman",
            Self::Pedersen => "pedersen",
        }
    }

    /// Whether commitments go with it.
    pub const fn is_verifiable(self) -> bool {
        matches!(self, Self::Feldman | Self::Pedersen)
    }
}

/// The header of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// What the body holds.
    pub kind: Kind,
    /// The field of bytes. Scalars have their bytes beside them shared in [`Field::Aes`].
    pub field: Field,
    /// Shares that rebuild the secret, 2 or more.
    pub threshold: u8,
    /// Where the polynomial was evaluated, 1 or more.
    pub x: u8,
    /// The same in all shares of one sharing, and in no others.
    pub set: [u8; 16],
}

impl Header {
    /// Its bytes.
    pub fn encode(&self) -> [u8; HEADER] {
        let field = match (self.kind.is_verifiable(), self.field) {
            (true, _) => 3,
            (false, Field::Aes) => 1,
            (false, Field::Gfshare) => 2,
        };
        let kind = Kind::ALL.iter().position(|kind| *kind == self.kind);
        let kind = kind.unwrap_or_default() as u8;
        let mut bytes = [0; HEADER];
        let parts = MAGIC
            .into_iter()
            .chain([VERSION, kind, field, self.threshold, self.x]);
        for (byte, part) in bytes.iter_mut().zip(parts.chain(self.set)) {
            *byte = part;
        }
        bytes
    }

    /// From the first bytes of a share.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let (Some(bytes), true) = (bytes.first_chunk::<HEADER>(), bytes.starts_with(&MAGIC)) else {
            return Err(Error::new(slug::SHARE, "a share", "something else"));
        };
        let [_, _, _, _, version, number, field, threshold, x, set @ ..] = *bytes;
        if version != VERSION {
            let found = format!("version {version}");
            return Err(Error::new(
                slug::UNKNOWN_VERSION,
                "version 1 of a share",
                found,
            ));
        }
        let wrong = |what: &'static str, wanted: &'static str, found: u8| {
            let error = Error::new(slug::SHARE, wanted, found.to_string());
            error.at(Place::Key(what.into()))
        };
        let kind = Kind::ALL.get(usize::from(number)).copied();
        let kind = kind.ok_or_else(|| wrong("kind", "0 to 3", number))?;
        let field = match (kind.is_verifiable(), field) {
            (true, 3) | (false, 1) => Field::Aes,
            (false, 2) => Field::Gfshare,
            _ => return Err(wrong("field", "one that its kind has", field)),
        };
        if threshold < 2 {
            return Err(wrong("threshold", "2 or more", threshold));
        }
        if x == 0 {
            return Err(wrong("x", "1 or more", x));
        }
        Ok(Self {
            kind,
            field,
            threshold,
            x,
            set,
        })
    }
}

/// A share as bytes: header, body, checksum.
pub fn seal(header: &Header, body: &[u8]) -> Vec<u8> {
    let mut bytes = [&header.encode(), body].concat();
    bytes.extend(crc::of(&bytes).to_le_bytes());
    bytes
}

/// Header and body of a small share in memory, its checksum compared.
pub fn open(bytes: &[u8]) -> Result<(Header, &[u8])> {
    let header = Header::decode(bytes)?;
    let checked = bytes.split_last_chunk::<TRAILER>();
    let (held, crc) = checked.ok_or_else(damaged)?;
    let body = held.get(HEADER..).ok_or_else(damaged)?;
    if crc::of(held) != u64::from_le_bytes(*crc) {
        return Err(damaged());
    }
    Ok((header, body))
}

/// The error of a checksum that does not fit.
pub fn damaged() -> Error {
    Error::new(
        slug::SHARE_DAMAGED,
        "",
        "its checksum does not fit: damaged, cut short, or mistyped",
    )
}

/// A share as text that can be typed: lines of a number, groups of four letters, and two letters
/// that check the line.
///
/// ```
/// use decent::shamir::share;
/// let text = share::armour(b"seven!!");
/// assert_eq!(text.lines().nth(1), Some("1 onsx mzlo eeqq mu"));
/// assert_eq!(share::disarmour(text.as_bytes()).unwrap(), b"seven!!");
/// ```
pub fn armour(bytes: &[u8]) -> String {
    let mut text = format!("{BEGIN}\n");
    for (number, line) in bytes.chunks(LINE).enumerate() {
        let _ = write!(text, "{}", number + 1);
        let letters = base32::encode(line).to_lowercase();
        for group in letters.as_bytes().chunks(GROUP) {
            let _ = write!(text, " {}", String::from_utf8_lossy(group));
        }
        let _ = writeln!(text, " {}", check_letters(number + 1, line));
    }
    text + END + "\n"
}

/// The bytes of such a text. Case, blanks and empty lines don't matter.
pub fn disarmour(text: &[u8]) -> Result<Vec<u8>> {
    let wrong = |line: usize, found: &'static str| {
        let error = Error::new(slug::SHARE_DAMAGED, "", found);
        error.at(Place::Line(line as u64))
    };
    let text = String::from_utf8_lossy(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text));
    let mut bytes = Vec::new();
    let (mut begun, mut next) = (false, 1);
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        match (begun, line) {
            (_, "") => {}
            (false, BEGIN) => begun = true,
            (false, _) => return Err(Error::new(slug::SHARE, "a share", "something else")),
            (true, END) => return Ok(bytes),
            (true, line) => {
                bytes.extend(line_bytes(line, next).map_err(|found| wrong(at + 1, found))?);
                next += 1;
            }
        }
    }
    Err(Error::new(
        slug::SHARE_DAMAGED,
        "a line that ends the share",
        "the end of the text",
    ))
}

/// Whether a file is a share as text.
pub fn is_armour(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    start
        .trim_ascii_start()
        .starts_with(b"-----BEGIN DECENT SHARE")
}

/// The bytes of one line.
fn line_bytes(line: &str, number: usize) -> std::result::Result<Vec<u8>, &'static str> {
    let mut words = line.split_whitespace();
    let first = words.next().and_then(|word| word.parse::<usize>().ok());
    if first != Some(number) {
        return Err("a line is missing, twice there, or out of its place");
    }
    let words: Vec<&str> = words.collect();
    let (check, words) = words.split_last().ok_or("a line without letters")?;
    let bytes = base32::decode(&words.concat()).ok_or("a letter is wrong, missing or too much")?;
    if check.to_lowercase() != check_letters(number, &bytes) {
        return Err("a letter of this line is wrong");
    }
    Ok(bytes)
}

/// Two letters: CRC-10/ATM (ITU-T I.610) of the line's number and bytes. Any one letter that is
/// wrong, and any two neighbours that changed places, are found.
fn check_letters(number: usize, line: &[u8]) -> String {
    let bytes = (number as u16)
        .to_be_bytes()
        .into_iter()
        .chain(line.iter().copied());
    let crc = bytes.fold(0u16, |crc, byte| {
        (0..8).fold(crc ^ u16::from(byte) << 2, |crc, _| {
            crc << 1 & 0x3ff ^ 0x233 & 0u16.wrapping_sub(crc >> 9 & 1)
        })
    });
    let letters = base32::encode(&(crc << 6).to_be_bytes());
    letters.chars().take(2).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: Header = Header {
        kind: Kind::Whole,
        field: Field::Gfshare,
        threshold: 3,
        x: 7,
        set: [9; 16],
    };

    #[test]
    fn what_is_sealed_opens_and_any_change_is_found() {
        let bytes = seal(&HEAD, b"body");
        assert_eq!(open(&bytes).expect("opens"), (HEAD, &b"body"[..]));
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut bad = bytes.clone();
                bad[at] ^= 1 << bit;
                assert!(open(&bad).is_err(), "bit {bit} of byte {at}");
            }
            assert!(open(&bytes[..at]).is_err());
        }
    }

    #[test]
    fn text_survives_case_and_blanks_and_names_the_line_of_a_typing_error() {
        let bytes = seal(&HEAD, &[0x5a; 60]);
        let text = armour(&bytes);
        let loud = text.replace('\n', "\r\n\r\n").replace("  ", " ");
        assert_eq!(disarmour(loud.as_bytes()).expect("read"), bytes);
        let upper: String = text
            .lines()
            .map(|line| {
                if line.starts_with('-') {
                    format!("{line}\n")
                } else {
                    line.to_uppercase() + "\n"
                }
            })
            .collect();
        assert_eq!(disarmour(upper.as_bytes()).expect("read"), bytes);
        let letters = text.as_bytes().to_vec();
        for at in BEGIN.len() + 1..letters.len() - END.len() - 2 {
            if letters[at].is_ascii_whitespace() {
                continue;
            }
            let mut bad = letters.clone();
            bad[at] = if bad[at] == b'a' { b'b' } else { b'a' };
            let line = bad[..at].split(|b| *b == b'\n').count() as u64;
            let error = disarmour(&bad).expect_err("found");
            assert_eq!(
                error.place,
                Place::Line(line),
                "{}",
                String::from_utf8_lossy(&bad)
            );
        }
    }
}
