//! What was seen of names: JSON Lines, the first `{"format":"decent-ipns-state","version":1}`, then an
//! object for each record with `name`, `sequence` (a string, for it has 64 bits), `validity`, `value`
//! and `sha256`, that of the signed map. Fields that are not known are passed over.
//!
//! A signature says who speaks, not that this is the last word: whoever delivers records may keep the
//! newest back, and a key may sign two values under one number. Both show only to who remembers.

use std::collections::BTreeMap;
use std::io::BufRead;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::name::Name;
use super::record::Record;
use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};

/// Bytes of a line, at most: a record, each byte of which may be escaped.
const LINE_MOST: usize = 64 << 10;

const FORMAT: &str = "decent-ipns-state";

/// A record that was seen and held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    name: String,
    sequence: String,
    /// The end of its validity, as it is written.
    pub validity: String,
    /// Where it pointed.
    pub value: String,
    sha256: String,
}

/// The first line.
#[derive(Serialize, Deserialize)]
struct Heading {
    format: String,
    version: u64,
}

/// What a record is to those that were seen before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Newer than all of them.
    New,
    /// One of them.
    Known,
    /// Older than one of them: somebody goes back.
    Back {
        /// The highest sequence that was seen.
        sequence: u64,
        /// Its record.
        newest: Seen,
    },
    /// One sequence, two values: its key says two things.
    Two(Seen),
}

/// All that was seen.
#[derive(Clone, Debug, Default)]
pub struct Book {
    names: BTreeMap<String, BTreeMap<u64, Vec<Seen>>>,
    /// Bytes up to the end of the last whole line: what is behind was cut off.
    pub whole_bytes: u64,
}

/// The first line of a new file.
pub fn heading() -> String {
    let heading = Heading {
        format: FORMAT.to_owned(),
        version: 1,
    };
    serde_json::to_string(&heading).unwrap_or_default() + "\n"
}

fn damaged(line: u64, found: impl Into<String>) -> Error {
    let wanted = "name, sequence, validity, value and sha256 of a record";
    Error::new(slug::IPNS_STATE, wanted, found.into()).at(Place::Line(line))
}

impl Book {
    /// Reads a file. What stands behind the last line end was cut off, and does not count.
    ///
    /// ```
    /// use decent::ipns::state::{Book, heading};
    /// assert_eq!(Book::read(heading().as_bytes()).unwrap().whole_bytes, 43);
    /// assert!(Book::read(&b"{}\n"[..]).is_err());
    /// ```
    pub fn read(mut file: impl BufRead) -> Result<Self> {
        let mut book = Self::default();
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            // A file without line ends would be held whole.
            let mut bounded = std::io::Read::take(&mut file, LINE_MOST as u64);
            let read = bounded.read_until(b'\n', &mut line);
            let read = read.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
            if line.pop_if(|last| *last == b'\n').is_none() {
                if read >= LINE_MOST {
                    return Err(damaged(number, "a line without an end"));
                }
                break;
            }
            if number == 1 {
                Self::is_ours(&line)?;
            } else {
                let seen: Seen =
                    serde_json::from_slice(&line).map_err(|_| damaged(number, "something else"))?;
                let sequence = seen.sequence.parse();
                let sequence = sequence.map_err(|_| damaged(number, "no number as sequence"))?;
                book.put(sequence, seen);
            }
            book.whole_bytes += read as u64;
        }
        Ok(book)
    }

    fn is_ours(line: &[u8]) -> Result<()> {
        let heading = serde_json::from_slice::<Heading>(line).ok();
        let heading = heading.filter(|heading| heading.format == FORMAT);
        let Some(heading) = heading else {
            let wanted = format!("{FORMAT:?} as the format");
            let error = Error::new(slug::IPNS_STATE, wanted, "something else");
            return Err(error.at(Place::Line(1)));
        };
        if heading.version == 1 {
            return Ok(());
        }
        let found = heading.version.to_string();
        Err(Error::new(slug::UNKNOWN_VERSION, "version 1", found).at(Place::Line(1)))
    }

    fn put(&mut self, sequence: u64, seen: Seen) {
        let of_name = self.names.entry(seen.name.clone()).or_default();
        of_name.entry(sequence).or_default().push(seen);
    }

    /// How many names were seen.
    pub fn names(&self) -> usize {
        self.names.len()
    }

    /// What a record is to those that were seen.
    pub fn judge(&self, name: &Name, record: &Record) -> Found {
        let Some(of_name) = self.names.get(&name.to_string()) else {
            return Found::New;
        };
        let (own, sequence) = (digest(record), record.data.sequence);
        let same = of_name
            .get(&sequence)
            .map(Vec::as_slice)
            .unwrap_or_default();
        if let Some(other) = same.iter().find(|seen| seen.value != record.data.value) {
            return Found::Two(other.clone());
        }
        let last = of_name.last_key_value();
        match last.and_then(|(last, seen)| Some((*last, seen.last()?))) {
            Some((last, newest)) if last > sequence => Found::Back {
                sequence: last,
                newest: newest.clone(),
            },
            _ if same.iter().any(|seen| seen.sha256 == own) => Found::Known,
            _ => Found::New,
        }
    }

    /// Notes a record, and gives its line for the file.
    pub fn add(&mut self, name: &Name, record: &Record) -> String {
        let seen = Seen {
            name: name.to_string(),
            sequence: record.data.sequence.to_string(),
            validity: record.data.validity.clone(),
            value: record.data.value.clone(),
            sha256: digest(record),
        };
        let line = serde_json::to_string(&seen).unwrap_or_default() + "\n";
        self.put(record.data.sequence, seen);
        line
    }
}

fn digest(record: &Record) -> String {
    hex::encode(&Sha256::digest(record.data_bytes()))
}
