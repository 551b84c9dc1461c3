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
use crate::error::{Result, slug};
use crate::kept::Kept;

/// How they are kept. A record may have each of its bytes escaped.
const KEPT: Kept = Kept {
    format: "decent-ipns-state",
    line_most: 64 << 10,
    damaged: slug::IPNS_STATE,
    holds: "name, sequence, validity, value and sha256 of a record",
};

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
    KEPT.heading()
}

impl Book {
    /// Reads a file. What stands behind the last line end was cut off, and does not count.
    ///
    /// ```
    /// use decent::ipns::state::{Book, heading};
    /// assert_eq!(Book::read(heading().as_bytes()).unwrap().whole_bytes, 43);
    /// assert!(Book::read(&b"{}\n"[..]).is_err());
    /// ```
    pub fn read(file: impl BufRead) -> Result<Self> {
        let mut book = Self::default();
        book.whole_bytes = KEPT.read(file, &mut |line, at| {
            let seen = serde_json::from_slice::<Seen>(line);
            let seen = seen.map_err(|_| KEPT.wrong(at, "something else"))?;
            let sequence = seen.sequence.parse();
            let sequence = sequence.map_err(|_| KEPT.wrong(at, "no number as sequence"))?;
            book.put(sequence, seen);
            Ok(())
        })?;
        Ok(book)
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
