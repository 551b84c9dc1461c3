//! Signed notes (c2sp.org/signed-note): a text that people can read and mail, and under it a line for
//! each key that signed it. Checkpoints (c2sp.org/tlog-checkpoint) are notes that state how long a log
//! is and what its root is; cosigners (c2sp.org/tlog-cosignature) put their lines, with the time,
//! beneath those of the log.
//!
//! A key is known by its name and by four bytes of a hash of it. Lines of keys that nobody knows are
//! passed over; a line of a known key that does not hold spoils the note.

use std::fmt::Write;

use crate::codec::{base64, hex};
use crate::error::{Error, Place, Result, slug};

/// The heads of logs.
pub mod checkpoint;
/// Names, the keys that sign and the lines by which verifiers know them.
pub mod key;
/// The steps of a note that is signed or verified.
pub mod narrate;
/// That an entry is in a log whose head is signed.
pub mod proof;
/// Those who remember heads, and cosign what only grew.
pub mod witness;

pub use checkpoint::Checkpoint;
pub use key::{Algorithm, Signer, Verifier};
pub use proof::Proof;

/// Bytes of a note at most: what Go's package takes.
pub const LARGEST: usize = 1_000_000;
/// Lines under a note at most. Go's package takes 100.
pub const LINES_MOST: usize = 4096;
/// What a line begins with.
const DASH: &str = "\u{2014} ";

/// A line under a note: whose it is, and what they signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    name: String,
    id: [u8; 4],
    signature: Vec<u8>,
}

impl Line {
    /// The name of the key.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Four bytes of the key's hash.
    pub fn id(&self) -> [u8; 4] {
        self.id
    }

    /// What stands behind them: at least a byte, of a form that the key knows.
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// The time that a cosignature states, if this is one: 72 bytes are no other form of those that are
    /// known. Nothing is checked.
    pub fn claimed_time(&self) -> Option<u64> {
        let (time, _) = key::timed(&self.signature)?;
        Some(time)
    }

    fn read(text: &str) -> std::result::Result<Self, &'static str> {
        let line = text
            .strip_prefix(DASH)
            .ok_or("a line that begins otherwise")?;
        let (name, signature) = line.split_once(' ').ok_or("a line without a signature")?;
        if !key::is_name(name) {
            return Err("a name with a space or a plus");
        }
        let bytes = strict_base64(signature).ok_or("a signature that is not in base64")?;
        match bytes.split_first_chunk() {
            Some((id, signature)) if !signature.is_empty() => Ok(Self {
                name: name.to_owned(),
                id: *id,
                signature: signature.to_vec(),
            }),
            _ => Err("a signature of four bytes or fewer"),
        }
    }
}

/// Base64 in its only form: padded, no bit left over, nothing around it.
fn strict_base64(text: &str) -> Option<Vec<u8>> {
    let bytes = base64::decode(text).ok()?;
    (base64::encode(&bytes) == text).then_some(bytes)
}

/// A decimal number in its only form.
fn strict_number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// A text and the lines under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    lines: Vec<Line>,
}

/// A line that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Which of the lines, counted from 0.
    pub line: usize,
    /// Which of the verifiers.
    pub verifier: usize,
    /// The time that a cosignature states, in seconds since 1970.
    pub time: Option<u64>,
}

fn malformed(wanted: &'static str, found: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(slug::NOTE_MALFORMED, wanted, found)
}

/// Bytes as what notes are made of: UTF-8 without control characters.
fn plain(bytes: &[u8]) -> Result<&str> {
    if bytes.len() > LARGEST {
        let wanted = format!("at most {LARGEST} bytes");
        return Err(Error::new(slug::TOO_LARGE, wanted, bytes.len().to_string()));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        malformed("UTF-8", "other bytes").at(Place::Byte(error.valid_up_to() as u64))
    })?;
    match text.bytes().position(|byte| byte < b' ' && byte != b'\n') {
        None => Ok(text),
        Some(at) => {
            let wanted = "no control characters but the ends of lines";
            Err(malformed(wanted, "one").at(Place::Byte(at as u64)))
        }
    }
}

impl Note {
    /// A note that nobody signed yet. Its text ends with a newline.
    pub fn of_text(bytes: &[u8]) -> Result<Self> {
        let text = plain(bytes)?;
        if !text.ends_with('\n') {
            return Err(malformed("a text that ends with a newline", "another end"));
        }
        Ok(Self {
            text: text.to_owned(),
            lines: Vec::new(),
        })
    }

    /// A note with at least one line under it.
    ///
    /// ```
    /// use decent::note::{Note, Signer, Verifier, Algorithm};
    /// let signer = Signer::new("example.com/log", Algorithm::Ed25519, &[7; 32].into()).unwrap();
    /// let mut note = Note::of_text(b"version 3 is out\n").unwrap();
    /// note.sign(&signer, 0).unwrap();
    /// let note = Note::read(note.to_string().as_bytes()).unwrap();
    /// let known = [signer.verifier().to_string().parse::<Verifier>().unwrap()];
    /// assert_eq!(note.open(&known).unwrap().len(), 1);
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let all = plain(bytes)?;
        let parted = all
            .rfind("\n\n")
            .and_then(|at| all.split_at_checked(at + 1));
        let Some((text, below)) = parted else {
            let wanted = "an empty line and signatures under the text";
            return Err(malformed(wanted, "neither"));
        };
        let first = text.bytes().filter(|byte| *byte == b'\n').count() as u64 + 2;
        let below = below.strip_prefix('\n').unwrap_or(below);
        let Some(below) = below.strip_suffix('\n') else {
            let found = if below.is_empty() {
                "none"
            } else {
                "one cut off"
            };
            return Err(malformed("whole lines of signatures", found));
        };
        let mut lines = Vec::new();
        for (number, line) in (first..).zip(below.split('\n')) {
            if lines.len() == LINES_MOST {
                let wanted = "at most 4096 signatures";
                return Err(malformed(wanted, "more").at(Place::Line(number)));
            }
            let wanted = "a dash, a name and a signature in base64";
            let line = Line::read(line)
                .map_err(|found| malformed(wanted, found).at(Place::Line(number)))?;
            lines.push(line);
        }
        Ok(Self {
            text: text.to_owned(),
            lines,
        })
    }

    /// Whether bytes end as a note does, whole or not: after the last empty line each line begins with a
    /// dash.
    pub fn looks_signed(bytes: &[u8]) -> bool {
        let Some(at) = bytes.windows(2).rposition(|two| two == b"\n\n") else {
            return false;
        };
        let below = bytes.get(at + 2..).unwrap_or_default();
        let mut lines = below.split_inclusive(|byte| *byte == b'\n').peekable();
        lines.peek().is_some() && lines.all(|line| line.starts_with(DASH.as_bytes()))
    }

    /// The text, with its last newline.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines under it.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Puts a line under it, or in the place of an earlier one of the same key. `time`, in seconds since
    /// 1970, goes into cosignatures.
    pub fn sign(&mut self, signer: &Signer, time: u64) -> Result<()> {
        let signature = signer.sign(&self.text, time)?;
        let verifier = signer.verifier();
        let line = Line {
            name: verifier.name().to_owned(),
            id: verifier.id(),
            signature,
        };
        self.put(line)
    }

    /// Takes the lines of another copy of the same text.
    pub fn join(&mut self, other: &Self) -> Result<()> {
        if other.text != self.text {
            let found = "one with another text";
            return Err(malformed("signatures of the same text", found));
        }
        for line in &other.lines {
            if !self.lines.contains(line) {
                self.put(line.clone())?;
            }
        }
        Ok(())
    }

    /// Leaves only these lines; how many others there were.
    pub fn keep(&mut self, kept: impl Fn(&Line) -> bool) -> usize {
        let before = self.lines.len();
        self.lines.retain(kept);
        before - self.lines.len()
    }

    fn put(&mut self, line: Line) -> Result<()> {
        let same = |old: &&mut Line| old.name == line.name && old.id == line.id;
        if let Some(old) = self.lines.iter_mut().find(same) {
            *old = line;
            return Ok(());
        }
        if self.lines.len() == LINES_MOST {
            return Err(malformed("at most 4096 signatures", "more"));
        }
        self.lines.push(line);
        Ok(())
    }

    /// The lines that known keys signed. Any that does not hold spoils the note, and so does it if
    /// there is none; lines of others are passed over.
    pub fn open(&self, known: &[Verifier]) -> Result<Vec<Signed>> {
        unambiguous(known)?;
        let mut signed = Vec::new();
        for (number, line) in self.lines.iter().enumerate() {
            let Some(verifier) = known.iter().position(|one| one.wrote(line)) else {
                continue;
            };
            let Some(key) = known.get(verifier) else {
                continue;
            };
            let time = key.verify(&self.text, &line.signature).map_err(|why| {
                let wanted = format!("a signature by {} that holds", line.name);
                Error::new(slug::NOTE_SIGNATURE, wanted, why)
                    .at(Place::Item("signature", number as u64))
            })?;
            signed.push(Signed {
                line: number,
                verifier,
                time,
            });
        }
        if signed.is_empty() {
            let wanted = "a signature by a key that is trusted";
            let found = match self.lines.as_slice() {
                [] => "none".to_owned(),
                [one] => format!("one by {} ({})", one.name, hex::encode(&one.id)),
                more => format!("{} by others", more.len()),
            };
            return Err(Error::new(slug::NOTE_SIGNATURE, wanted, found));
        }
        Ok(signed)
    }
}

/// Two different keys that no line could tell apart.
fn unambiguous(known: &[Verifier]) -> Result<()> {
    for (number, one) in known.iter().enumerate() {
        let twin = |other: &&Verifier| {
            other.name() == one.name() && other.id() == one.id() && *other != one
        };
        if known.iter().skip(number + 1).any(|other| twin(&other)) {
            let found = format!("two keys of {} with the same four bytes", one.name());
            return Err(Error::new(slug::NOTE_KEY, "keys that can be told apart", found).of("key"));
        }
    }
    Ok(())
}

/// How many different keys signed, of those with which a note was opened. Who has one public key under
/// two names, or for two sorts of signatures, is still one.
pub fn signers(signed: &[Signed], known: &[Verifier]) -> usize {
    let verifiers = signed.iter().filter_map(|one| known.get(one.verifier));
    let mut keys: Vec<&[u8; 32]> = verifiers.map(Verifier::key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.len()
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)?;
        if !self.lines.is_empty() {
            f.write_char('\n')?;
        }
        self.lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = [&self.id[..], &self.signature].concat();
        write!(f, "{DASH}{} {}", self.name, base64::encode(&bytes))
    }
}

#[cfg(test)]
mod tests;
