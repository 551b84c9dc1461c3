//! The two text formats of Ed25519 signatures with comments: minisign's four lines
//! (<https://jedisct1.github.io/minisign/>, "Signature format") and signify's two (signify(1)).
//!
//! ```text
//! untrusted comment: whatever
//! base64("Ed" or "ED" || key number 8 || signature 64)
//! trusted comment: whatever                                minisign alone
//! base64(signature 64 over the signature above || trusted comment)
//! ```
//!
//! `Ed` signs the bytes themselves, `ED` their BLAKE2b-512. A file of signify's `-e` goes on with
//! the message behind its second line.

use crate::codec::base64;
use crate::error::{Error, Place, Result, slug};

/// What a first line begins with.
pub const UNTRUSTED: &[u8] = b"untrusted comment: ";
const TRUSTED: &[u8] = b"trusted comment: ";
/// Bytes of the longest line that minisign reads, a trusted comment.
pub const LONGEST_LINE: usize = 8192;
/// Bytes of the longest untrusted comment, its mark counted in: signify's bound, minisign's too.
pub const LONGEST_COMMENT: usize = 1023;

/// What the signature is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// `Ed`: the bytes themselves.
    Bytes,
    /// `ED`: their BLAKE2b-512.
    Blake2b,
}

/// A comment that is signed with the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// Without its mark.
    pub comment: Vec<u8>,
    /// Over the signature and the comment.
    pub signature: [u8; 64],
}

/// A signature in either format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commented {
    /// Without its mark; anyone can change it.
    pub untrusted: Vec<u8>,
    /// What is signed.
    pub over: Over,
    /// Names the key.
    pub key_number: [u8; 8],
    /// R and S.
    pub signature: [u8; 64],
    /// Minisign has one, signify none.
    pub trusted: Option<Trusted>,
}

impl Commented {
    /// The bytes that the second signature of minisign is over.
    pub fn global_message(signature: &[u8; 64], comment: &[u8]) -> Vec<u8> {
        [&signature[..], comment].concat()
    }

    /// The lines of the file. Comments hold no line ends and are within their bounds, or it is an
    /// error.
    pub fn encode(&self) -> Result<Vec<u8>> {
        check_comment(&self.untrusted, LONGEST_COMMENT - UNTRUSTED.len())?;
        let algorithm: &[u8] = match self.over {
            Over::Bytes => b"Ed",
            Over::Blake2b => b"ED",
        };
        let body = [algorithm, &self.key_number, &self.signature].concat();
        let mut lines = [UNTRUSTED, &self.untrusted, b"\n"].concat();
        lines.extend(base64::encode(&body).bytes());
        lines.push(b'\n');
        if let Some(trusted) = &self.trusted {
            check_comment(&trusted.comment, LONGEST_LINE - TRUSTED.len() - 2)?;
            lines.extend([TRUSTED, &trusted.comment, b"\n"].concat());
            lines.extend(base64::encode(&trusted.signature).bytes());
            lines.push(b'\n');
        }
        Ok(lines)
    }

    /// A signature file: two lines or four, and nothing behind them. Line ends may be `\r\n`.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let (mut signature, used) = Self::decode_start(bytes)?;
        let rest = bytes.get(used..).unwrap_or_default();
        let mut lines = Lines { rest, number: 2 };
        if lines.rest.iter().all(u8::is_ascii_whitespace) {
            return Ok(signature);
        }
        let comment = lines.next("a trusted comment")?;
        let comment = comment.strip_prefix(TRUSTED).ok_or_else(|| {
            let wanted = "`trusted comment: `, or nothing behind the second line";
            wrong(3, wanted, shown(comment))
        })?;
        let second = lines.next("the signature of the trusted comment")?;
        let second = exact::<64>(second, 4, "64 bytes in base64")?;
        if !lines.rest.iter().all(u8::is_ascii_whitespace) {
            return Err(wrong(5, "the end", shown(lines.rest)));
        }
        signature.trusted = Some(Trusted {
            comment: comment.to_vec(),
            signature: second,
        });
        Ok(signature)
    }

    /// The two lines at the start of a file whose message follows, and how many bytes they are.
    pub fn decode_start(bytes: &[u8]) -> Result<(Self, usize)> {
        let mut lines = Lines {
            rest: bytes,
            number: 0,
        };
        let first = lines.next("`untrusted comment: `")?;
        let untrusted = first
            .strip_prefix(UNTRUSTED)
            .ok_or_else(|| wrong(1, "`untrusted comment: `", shown(first)))?;
        let second = lines.next("a signature")?;
        let body = exact::<74>(second, 2, "74 bytes in base64")?;
        let (algorithm, rest) = body.split_first_chunk::<2>().ok_or_else(cut)?;
        let (key_number, signature) = rest.split_first_chunk::<8>().ok_or_else(cut)?;
        let over = match algorithm {
            b"Ed" => Over::Bytes,
            b"ED" => Over::Blake2b,
            other => return Err(wrong(2, "the algorithm Ed or ED", shown(other))),
        };
        let signature = Self {
            untrusted: untrusted.to_vec(),
            over,
            key_number: *key_number,
            signature: signature.try_into().map_err(|_| cut())?,
            trusted: None,
        };
        Ok((signature, bytes.len() - lines.rest.len()))
    }
}

/// Lines one by one, without their ends.
struct Lines<'a> {
    rest: &'a [u8],
    number: u64,
}

impl<'a> Lines<'a> {
    fn next(&mut self, wanted: &'static str) -> Result<&'a [u8]> {
        self.number += 1;
        if self.rest.is_empty() {
            return Err(wrong(self.number, wanted, "the end".into()));
        }
        let end = self.rest.iter().position(|b| *b == b'\n');
        let (line, rest) = match end.and_then(|end| self.rest.split_at_checked(end)) {
            Some((line, rest)) => (line, rest.get(1..).unwrap_or_default()),
            None => (self.rest, &[][..]),
        };
        if line.len() > LONGEST_LINE {
            let wanted = format!("a line of at most {LONGEST_LINE} bytes");
            return Err(wrong(self.number, wanted, line.len().to_string()));
        }
        self.rest = rest;
        Ok(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

/// Exactly `N` bytes of a line in base64.
fn exact<const N: usize>(line: &[u8], number: u64, wanted: &'static str) -> Result<[u8; N]> {
    let text = std::str::from_utf8(line).map_err(|_| wrong(number, wanted, shown(line)))?;
    let bytes = base64::decode(text).map_err(|_| wrong(number, wanted, shown(line)))?;
    let found = bytes.len();
    bytes
        .try_into()
        .map_err(|_| wrong(number, wanted, format!("{found} bytes")))
}

fn check_comment(comment: &[u8], most: usize) -> Result<()> {
    let fits = comment.len() <= most && !comment.iter().any(|b| b"\n\r\0".contains(b));
    fits.then_some(()).ok_or_else(|| {
        let wanted = format!("a comment of one line and at most {most} bytes");
        Error::new(slug::SIG_COMMENT, wanted, shown(comment))
    })
}

fn wrong(line: u64, wanted: impl Into<std::borrow::Cow<'static, str>>, found: String) -> Error {
    Error::new(slug::SIGNATURE, wanted, found).at(Place::Line(line))
}

fn cut() -> Error {
    wrong(2, "74 bytes in base64", "fewer".into())
}

/// The start of a line, as text.
fn shown(bytes: &[u8]) -> String {
    let start: String = String::from_utf8_lossy(bytes).chars().take(40).collect();
    format!("{start:?}")
}
