//! PEM, RFC 7468: the base64 of some bytes between two lines that say what they are.

use zeroize::Zeroizing;

use super::base64;
use crate::error::{Error, Place, Result, slug};
use crate::secret::Secret;

/// Letters of a line, RFC 7468 section 2.
const COLUMNS: usize = 64;

/// A block: what its lines say it is, and its bytes.
pub struct Block {
    /// `PRIVATE KEY`, `PUBLIC KEY`.
    pub label: String,
    /// The bytes, which may be secret.
    pub bytes: Secret,
}

/// `bytes` between lines that say `label`, 64 letters to a line.
///
/// ```
/// use decent::codec::pem;
/// let text = pem::encode("NOTE", b"hello");
/// assert_eq!(text.bytes(), b"-----BEGIN NOTE-----\naGVsbG8=\n-----END NOTE-----\n");
/// assert_eq!(pem::decode("x", &text).unwrap().bytes.bytes(), b"hello");
/// ```
pub fn encode(label: &str, bytes: &[u8]) -> Secret {
    columns(label, bytes, COLUMNS)
}

/// The same with lines of another width.
pub fn columns(label: &str, bytes: &[u8], columns: usize) -> Secret {
    let digits = Zeroizing::new(base64::encode(bytes));
    let lines = digits.len() / columns + 1;
    let mut text = Secret::with_room(digits.len() + lines + 2 * label.len() + 40);
    text.push(format!("-----BEGIN {label}-----\n").as_bytes());
    for line in digits.as_bytes().chunks(columns) {
        text.push(line);
        text.push(b"\n");
    }
    text.push(format!("-----END {label}-----\n").as_bytes());
    text
}

/// Whether there is a line that begins a block.
pub fn is_pem(text: &[u8]) -> bool {
    text.starts_with(b"-----BEGIN ") || text.windows(12).any(|part| part == b"\n-----BEGIN ")
}

/// The first block but those labelled `skipped` (`EC PARAMETERS`). Text before it is passed over,
/// and white space between digits, as RFC 7468 section 2 allows.
pub fn decode(skipped: &str, text: &Secret) -> Result<Block> {
    let wrong = |line: usize, wanted: &'static str, found: String| {
        Error::new(slug::PEM, wanted, found).at(Place::Line(line as u64 + 1))
    };
    let Ok(text) = std::str::from_utf8(text.bytes()) else {
        return Err(Error::new(slug::PEM, "text", "bytes that are none"));
    };
    let mut lines = text.lines().enumerate();
    loop {
        let begun = lines.find_map(|(at, line)| Some((at, marked(line, "BEGIN")?)));
        let Some((at, label)) = begun else {
            let error = Error::new(slug::PEM, "a line `-----BEGIN ..-----`", "none");
            return Err(error);
        };
        let mut digits = Zeroizing::new(String::with_capacity(text.len()));
        let mut ended = false;
        for (at, line) in lines.by_ref() {
            if line.contains(':') {
                let wanted = "base64, without the headers of the old encryption of PEM";
                return Err(wrong(at, wanted, format!("{line:.40}")));
            }
            if let Some(end) = marked(line, "END") {
                if end != label {
                    return Err(wrong(at, "the end of what was begun", format!("{end:?}")));
                }
                ended = true;
                break;
            }
            digits.extend(line.chars().filter(|letter| !letter.is_ascii_whitespace()));
        }
        if !ended {
            return Err(wrong(at, "an end of this block", "none".into()));
        }
        if label == skipped {
            continue;
        }
        let bytes = base64::decode(&digits);
        let bytes = bytes.map_err(|e| wrong(at + 1, "base64 digits", e.to_string()))?;
        return Ok(Block {
            label: label.to_owned(),
            bytes: bytes.into(),
        });
    }
}

/// What a line `-----BEGIN label-----` is about.
fn marked<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let inner = line.trim_end().strip_prefix("-----")?;
    let inner = inner.strip_suffix("-----")?.strip_prefix(word)?;
    inner.strip_prefix(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Block> {
        decode("SKIPPED", &Secret::from(text.as_bytes()))
    }

    #[test]
    fn blocks_are_found_behind_others() {
        let text = "words\r\n-----BEGIN SKIPPED-----\r\nAAAA\r\n-----END SKIPPED-----\r\n\
                    -----BEGIN KEY-----\r\n aGVs\r\nbG8=\r\n-----END KEY-----\r\nwords\r\n";
        let block = read(text).expect("a block");
        assert_eq!((&*block.label, block.bytes.bytes()), ("KEY", &b"hello"[..]));
        assert!(is_pem(text.as_bytes()) && !is_pem(b"-----BEGIN"));
    }

    #[test]
    fn long_bytes_are_broken_at_64() {
        let bytes: Vec<u8> = (0..200).collect();
        let text = encode("KEY", &bytes);
        let longest = text.bytes().split(|b| *b == b'\n').map(<[u8]>::len).max();
        assert_eq!(longest, Some(64));
        assert_eq!(decode("", &text).expect("a block").bytes.bytes(), bytes);
    }

    #[test]
    fn broken_blocks_are_refused() {
        for text in [
            "",
            "-----BEGIN KEY-----",
            "-----BEGIN KEY-----\nAAAA\n",
            "-----BEGIN KEY-----\nAAAA\n-----END LOCK-----\n",
            "-----BEGIN KEY-----\nAAA\n-----END KEY-----\n",
            "-----BEGIN KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END KEY-----\n",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
