//! The header: lines of text, at their end a MAC over all of them.

use std::io::{BufRead, Read};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{FileKey, derived, not_sealed};
use crate::codec::base64;
use crate::error::{Error, Place, Result, slug};

/// The first line.
const INTRO: &str = "age-encryption.org/v1";

/// Letters of a line of a body.
const COLUMNS: usize = 64;

/// Bytes of a header, at most: some eight thousand recipients.
pub const LARGEST: u64 = 1 << 20;

/// Base64 without padding, RFC 4648 section 3.2.
pub(super) fn bare(bytes: &[u8]) -> String {
    base64::encode(bytes).trim_end_matches('=').to_owned()
}

/// The bytes of base64 without padding.
pub(super) fn from_bare(text: &str) -> Result<Vec<u8>> {
    let padding = match text.len() % 4 {
        2 => "==",
        3 => "=",
        _ => "",
    };
    if text.contains(|letter: char| letter == '=' || letter.is_whitespace()) {
        return Err(not_sealed("base64 without padding", "other letters"));
    }
    let bytes = base64::decode(&(text.to_owned() + padding));
    bytes.map_err(|e| not_sealed("base64 without padding", e.to_string()))
}

/// What is there for one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stanza {
    /// Its type, and what the type wants to be said.
    pub words: Vec<String>,
    /// The file's key, encrypted.
    pub body: Vec<u8>,
}

impl Stanza {
    /// The type: `X25519`, `ssh-ed25519`, `scrypt`.
    pub fn kind(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    fn write(&self, text: &mut String) {
        text.push_str("-> ");
        text.push_str(&self.words.join(" "));
        text.push('\n');
        let body = bare(&self.body);
        let mut rest = body.as_str();
        while let Some((line, more)) = rest.split_at_checked(COLUMNS) {
            text.push_str(line);
            text.push('\n');
            rest = more;
        }
        // The last line is shorter, and may be empty.
        text.push_str(rest);
        text.push('\n');
    }
}

/// A header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// One for each recipient.
    pub stanzas: Vec<Stanza>,
    /// What the MAC covers.
    text: Vec<u8>,
    mac: [u8; 32],
}

/// The MAC of a header's text under the key of its file. HMAC fills a key up to a block with zeros.
fn mac_of(key: &FileKey, text: &[u8]) -> Hmac<Sha256> {
    let key = derived(key.as_ref(), b"", b"header");
    let mut block = Zeroizing::new([0u8; 64]);
    for (to, from) in block.iter_mut().zip(key.iter()) {
        *to = *from;
    }
    Hmac::<Sha256>::new(&(*block).into()).chain_update(text)
}

impl Header {
    /// A new header.
    pub(super) fn new(stanzas: Vec<Stanza>, key: &FileKey) -> Self {
        let mut text = format!("{INTRO}\n");
        for stanza in &stanzas {
            stanza.write(&mut text);
        }
        text.push_str("---");
        let text = text.into_bytes();
        let mac = mac_of(key, &text).finalize().into_bytes().into();
        Self { stanzas, text, mac }
    }

    /// Its lines.
    pub(super) fn bytes(&self) -> Vec<u8> {
        [&self.text[..], b" ", bare(&self.mac).as_bytes(), b"\n"].concat()
    }

    /// What the MAC covers.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// The MAC.
    pub fn mac(&self) -> &[u8; 32] {
        &self.mac
    }

    /// How many stanzas there are, and of which types: what an error says where none fits.
    pub fn for_others(&self) -> String {
        let mut kinds: Vec<&str> = Vec::new();
        for stanza in &self.stanzas {
            if !kinds.contains(&stanza.kind()) && kinds.len() < 8 {
                kinds.push(stanza.kind());
            }
        }
        format!("{} for others ({})", self.stanzas.len(), kinds.join(", "))
    }

    /// Whether the MAC is the one of this key; takes as long for any.
    pub(super) fn is_of(&self, key: &FileKey) -> bool {
        mac_of(key, &self.text).verify_slice(&self.mac).is_ok()
    }

    /// The header at the start of a file; what stands behind it is left in `input`.
    pub fn read(input: &mut dyn BufRead) -> Result<Self> {
        let mut lines = Lines {
            input: &mut input.take(LARGEST),
            text: Vec::new(),
            number: 0,
        };
        match lines.next() {
            Ok(line) if line == INTRO => {}
            Ok(line) if line.starts_with("age-encryption.org/") => {
                let error = Error::new(slug::UNKNOWN_VERSION, INTRO, format!("{line:.60}"));
                return Err(error);
            }
            Err(error) if error.slug == slug::UNREADABLE => return Err(error),
            _ => return Err(not_sealed(format!("`{INTRO}`"), "another first line")),
        }
        let mut stanzas = Vec::new();
        loop {
            let line = lines.next()?;
            if let Some(mac) = line.strip_prefix("--- ") {
                let mac = from_bare(mac).ok().and_then(|mac| mac.try_into().ok());
                let mac = mac.ok_or_else(|| lines.wrong("a MAC of 32 bytes", "another"))?;
                if stanzas.is_empty() {
                    return Err(lines.wrong("a recipient", "none"));
                }
                let behind = line.len() - 3 + 1;
                lines.text.truncate(lines.text.len() - behind);
                let text = lines.text;
                return Ok(Self { stanzas, text, mac });
            }
            let Some(words) = line.strip_prefix("-> ") else {
                return Err(lines.wrong("`-> ..` or `--- ..`", "another line"));
            };
            let words: Vec<_> = words.split(' ').map(String::from).collect();
            let printable = |word: &String| {
                !word.is_empty() && word.bytes().all(|letter| (33..127).contains(&letter))
            };
            if !words.iter().all(printable) {
                return Err(lines.wrong("words of printable letters", "others"));
            }
            let body = lines.body()?;
            stanzas.push(Stanza { words, body });
        }
    }
}

/// The lines of a header, which are kept for the MAC.
struct Lines<'a> {
    input: &'a mut dyn BufRead,
    text: Vec<u8>,
    number: u64,
}

impl Lines<'_> {
    fn wrong(&self, wanted: &'static str, found: &'static str) -> Error {
        not_sealed(wanted, found).at(Place::Line(self.number))
    }

    /// The next line without its end.
    fn next(&mut self) -> Result<String> {
        let start = self.text.len();
        self.number += 1;
        let read = self.input.read_until(b'\n', &mut self.text);
        read.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
        let line = self.text.get(start..).unwrap_or_default();
        let Some(line) = line.strip_suffix(b"\n") else {
            return Err(self.wrong("a whole header of at most 1 MiB", "its start"));
        };
        let line = std::str::from_utf8(line);
        let line = line.ok().filter(|line| line.is_ascii()).map(String::from);
        line.ok_or_else(|| self.wrong("letters of ASCII", "other bytes"))
    }

    /// Lines of 64 letters, then one that is shorter.
    fn body(&mut self) -> Result<Vec<u8>> {
        let mut digits = String::new();
        loop {
            let line = self.next()?;
            if line.len() > COLUMNS {
                return Err(self.wrong("at most 64 letters", "a longer line"));
            }
            digits.push_str(&line);
            if line.len() < COLUMNS {
                let bytes = from_bare(&digits);
                return bytes.map_err(|error| error.at(Place::Line(self.number)));
            }
        }
    }
}
