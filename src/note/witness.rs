//! Witnesses (c2sp.org/tlog-witness): they remember the newest head of each log, and cosign a later
//! one where a proof shows that the log only grew. A request is `old` and the size that the proof
//! begins at, the hashes of the proof (RFC 6962 section 2.1.2), an empty line and the checkpoint.
//!
//! What was seen stands in JSON Lines, the first `{"format":"decent-note-state","version":1}`, then an
//! object for each head with `origin`, `size` (a string, for it has 64 bits) and `root` in hex. Fields
//! that are not known are passed over.

use std::collections::BTreeMap;
use std::io::BufRead;

use serde::{Deserialize, Serialize};

use super::{Checkpoint, Note, malformed, plain, strict_base64, strict_number};
use crate::codec::{base64, hex};
use crate::error::{Error, Place, Result, slug};
use crate::kept::Kept;
use crate::merkle::consistency::Consistency;
use crate::merkle::{Kind, Leaf, Tree};
use crate::skipchain::tree::empty;

/// Hashes of a request at most, as the specification has it.
const HASHES_MOST: usize = 63;
/// How heads are kept: of an origin each byte may be escaped.
const KEPT: Kept = Kept {
    format: "decent-note-state",
    line_most: 8 << 20,
    damaged: slug::NOTE_STATE,
    holds: "the origin, size and root of a head",
};

/// A checkpoint, and a proof that it continues an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The size that the proof begins at; 0 without a proof.
    pub old: u64,
    /// The hashes of the proof.
    pub hashes: Vec<[u8; 32]>,
    /// The note of the head.
    pub note: Note,
}

impl Request {
    /// Whether bytes begin as one does.
    pub fn begins(bytes: &[u8]) -> bool {
        bytes.starts_with(b"old ")
    }

    /// Reads one, to its last byte.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let all = plain(bytes)?;
        let parted = all.split_once("\n\n");
        let (head, note) = parted.ok_or_else(|| {
            malformed(
                "`old`, a proof, an empty line and a checkpoint",
                "no empty line",
            )
        })?;
        let mut lines = (1u64..).zip(head.split('\n'));
        let old = lines.next();
        let old = old.and_then(|(_, line)| strict_number(line.strip_prefix("old ")?));
        let old = old.ok_or_else(|| malformed("`old` and a size", "something else"))?;
        let mut hashes = Vec::new();
        for (at, line) in lines {
            let hash = strict_base64(line).and_then(|hash| hash.try_into().ok());
            let hash = hash.filter(|_| hashes.len() < HASHES_MOST);
            hashes.push(hash.ok_or_else(|| {
                malformed("at most 63 hashes in base64", "something else").at(Place::Line(at))
            })?);
        }
        if old == 0 && !hashes.is_empty() {
            let found = hashes.len().to_string();
            return Err(malformed("no hashes behind `old 0`", found));
        }
        let note = Note::read(note.as_bytes())?;
        Ok(Self { old, hashes, note })
    }
}

impl std::fmt::Display for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "old {}", self.old)?;
        for hash in &self.hashes {
            writeln!(f, "{}", base64::encode(hash))?;
        }
        write!(f, "\n{}", self.note)
    }
}

/// The head of a log that was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Entries that it had.
    pub size: u64,
    /// The root over them.
    pub root: [u8; 32],
}

/// What a head is to the newest that was seen of its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The first of its log.
    First,
    /// The same.
    Known,
    /// A later one, and the proof shows that the log only grew.
    Grown,
    /// An earlier one.
    Back(Seen),
    /// The same size and another root.
    Fork(Seen),
    /// A later one, with a proof that begins at another size than the one seen, or with none. Where
    /// nothing was seen, that is the empty log.
    Unproven(Seen),
    /// A later one, and a proof from what was seen that does not hold.
    Refuted(Seen, Error),
}

/// A line of the state.
#[derive(Serialize, Deserialize)]
struct Line {
    origin: String,
    size: String,
    root: String,
}

/// All that was seen.
#[derive(Clone, Debug, Default)]
pub struct Book {
    logs: BTreeMap<String, Seen>,
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
    /// use decent::note::witness::{Book, heading};
    /// assert_eq!(Book::read(heading().as_bytes()).unwrap().whole_bytes, 43);
    /// assert!(Book::read(&b"{}\n"[..]).is_err());
    /// ```
    pub fn read(file: impl BufRead) -> Result<Self> {
        let mut book = Self::default();
        book.whole_bytes = KEPT.read(file, &mut |line, at| {
            let (origin, seen) = parsed(line).ok_or_else(|| KEPT.wrong(at, "something else"))?;
            book.logs.insert(origin, seen);
            Ok(())
        })?;
        Ok(book)
    }

    /// How many logs were seen.
    pub fn logs(&self) -> usize {
        self.logs.len()
    }

    /// The newest head of a log.
    pub fn newest(&self, origin: &str) -> Option<Seen> {
        self.logs.get(origin).copied()
    }

    /// What a head is to what was seen, with the proof of a request: the size that it begins at, and its
    /// hashes. Who cosigned no head of a log knows it as the empty one, from which no proof leads: one that
    /// begins elsewhere was made for somebody who remembers more.
    pub fn judge(&self, head: &Checkpoint, old: u64, hashes: &[[u8; 32]]) -> Found {
        let known = self.newest(&head.origin);
        let seen = known.unwrap_or_else(|| Seen {
            size: 0,
            root: empty(),
        });
        if head.size < seen.size {
            return Found::Back(seen);
        }
        if known.is_some() && head.size == seen.size && head.root != seen.root {
            return Found::Fork(seen);
        }
        if old != 0 && old != seen.size {
            return Found::Unproven(seen);
        }
        if (old == 0 || old == head.size) && !hashes.is_empty() {
            let found = hashes.len().to_string();
            let error = Error::new(slug::PROOF_UNFIT, "a proof without hashes", found);
            return Found::Refuted(seen, error.of("proof"));
        }
        if known.is_none() {
            return Found::First;
        }
        if head.size == seen.size {
            return Found::Known;
        }
        if seen.size == 0 {
            // Every log continues the empty one.
            return Found::Grown;
        }
        if old != seen.size {
            return Found::Unproven(seen);
        }
        match continues(seen, head, hashes) {
            Ok(()) => Found::Grown,
            Err(error) => Found::Refuted(seen, error),
        }
    }

    /// Notes a head, and gives its line for the file.
    pub fn add(&mut self, head: &Checkpoint) -> String {
        let (size, root) = (head.size, head.root);
        self.logs.insert(head.origin.clone(), Seen { size, root });
        let line = Line {
            origin: head.origin.clone(),
            size: size.to_string(),
            root: hex::encode(&root),
        };
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    }
}

fn parsed(line: &[u8]) -> Option<(String, Seen)> {
    let line: Line = serde_json::from_slice(line).ok()?;
    let size = strict_number(&line.size)?;
    let root = hex::decode_array(&line.root).ok()?;
    Some((line.origin, Seen { size, root }))
}

/// RFC 6962 section 2.1.2: the tree that was seen begins the one of the head.
fn continues(seen: Seen, head: &Checkpoint, hashes: &[[u8; 32]]) -> Result<()> {
    let proof = Consistency {
        tree: Tree::new(Kind::Rfc6962, Leaf::Line)?,
        old_size: seen.size,
        size: head.size,
        hashes: hashes.to_vec(),
    };
    proof.verify(&seen.root, &head.root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merkle;

    fn lines(count: u64) -> Vec<u8> {
        (0..count)
            .flat_map(|i| format!("entry {i}\n").into_bytes())
            .collect()
    }

    fn head(count: u64) -> Checkpoint {
        let bytes = lines(count);
        let source = crate::source::Source::from_bytes(&bytes);
        let tree = Tree::new(Kind::Rfc6962, Leaf::Line).unwrap();
        let engine = crate::hash::Engine::detect();
        let root = if count == 0 {
            empty()
        } else {
            let input = crate::feed::Input::all(&source);
            merkle::root(input, tree, engine, &crate::watch::Deaf)
                .unwrap()
                .hash
        };
        Checkpoint {
            origin: "log".to_owned(),
            size: count,
            root,
            extensions: Vec::new(),
        }
    }

    fn proof(old: u64, new: u64) -> Vec<[u8; 32]> {
        let bytes = lines(new);
        let source = crate::source::Source::from_bytes(&bytes);
        let tree = Tree::new(Kind::Rfc6962, Leaf::Line).unwrap();
        let engine = crate::hash::Engine::detect();
        let made = Consistency::make(&source, tree, old, engine, &crate::watch::Deaf);
        made.unwrap().0.hashes
    }

    #[test]
    fn a_witness_cosigns_what_only_grew() {
        let mut book = Book::default();
        assert_eq!(book.judge(&head(0), 0, &[]), Found::First);
        book.add(&head(0));
        assert_eq!(book.judge(&head(5), 0, &[]), Found::Grown);
        book.add(&head(5));
        let seen = book.newest("log").unwrap();
        assert_eq!(book.judge(&head(5), 0, &[]), Found::Known);
        assert_eq!(book.judge(&head(4), 4, &[]), Found::Back(seen));
        let mut other = head(5);
        other.root[0] ^= 1;
        for old in [0, 3, 5] {
            assert_eq!(book.judge(&other, old, &[]), Found::Fork(seen));
        }
        for new in 6..20 {
            let hashes = proof(5, new);
            assert_eq!(book.judge(&head(new), 5, &hashes), Found::Grown);
            assert_eq!(book.judge(&head(new), 0, &[]), Found::Unproven(seen));
            assert_eq!(
                book.judge(&head(new), 4, &proof(4, new)),
                Found::Unproven(seen)
            );
            let mut wrong = hashes.clone();
            wrong[0][31] ^= 1;
            for bad in [wrong.as_slice(), &hashes[1..], &[]] {
                let found = book.judge(&head(new), 5, bad);
                assert!(
                    matches!(found, Found::Refuted(of, _) if of == seen),
                    "{new}"
                );
            }
        }
        let mut elsewhere = head(1);
        elsewhere.origin = "other".to_owned();
        assert_eq!(book.judge(&elsewhere, 0, &[]), Found::First);
    }

    #[test]
    fn who_saw_nothing_takes_no_proof_from_elsewhere() {
        let (mut book, nothing) = (
            Book::default(),
            Seen {
                size: 0,
                root: empty(),
            },
        );
        for _ in 0..2 {
            let [of_five, none] = [proof(5, 7), Vec::new()];
            for hashes in [&of_five, &none] {
                let found = book.judge(&head(7), 5, hashes);
                assert_eq!(found, Found::Unproven(nothing));
            }
            let found = book.judge(&head(7), 0, &of_five);
            assert!(matches!(found, Found::Refuted(seen, _) if seen == nothing));
            assert!(matches!(
                book.judge(&head(7), 0, &none),
                Found::First | Found::Grown
            ));
            book.add(&head(0));
        }
        // The same head again: from itself, without hashes.
        book.add(&head(7));
        let seen = book.newest("log").unwrap();
        assert_eq!(book.judge(&head(7), 7, &[]), Found::Known);
        assert_eq!(book.judge(&head(7), 5, &proof(5, 7)), Found::Unproven(seen));
        for old in [0, 7] {
            let found = book.judge(&head(7), old, &proof(5, 7));
            assert!(matches!(found, Found::Refuted(..)), "{old}");
        }
    }

    #[test]
    fn what_was_seen_is_read_again() {
        let mut book = Book::default();
        let mut file = heading();
        file += &book.add(&head(3));
        file += &book.add(&head(7));
        let read = Book::read(file.as_bytes()).unwrap();
        assert_eq!(read.newest("log"), book.newest("log"));
        assert_eq!((read.logs(), read.whole_bytes), (1, file.len() as u64));
        let torn = Book::read(&file.as_bytes()[..file.len() - 1]).unwrap();
        assert_eq!(torn.newest("log").unwrap().size, 3);
        for (bad, why) in [
            (
                file.replacen("\"version\":1", "\"version\":2", 1),
                "version 1, found 2",
            ),
            (
                file.replacen("decent-note", "decent-ipns", 1),
                "line 1: wanted",
            ),
            (file.replacen("\"3\"", "\"03\"", 1), "line 2: wanted"),
            (file.replacen("\"3\"", "3", 1), "line 2: wanted"),
            (file.replacen("\"7\"", "\"seven\"", 1), "line 3: wanted"),
        ] {
            let error = Book::read(bad.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn requests_are_written_as_they_were_read() {
        let mut note = Note::of_text(head(7).to_string().as_bytes()).unwrap();
        let seed = [4; 32].into();
        let signer = super::super::Signer::new("log", super::super::Algorithm::Ed25519, &seed);
        note.sign(&signer.unwrap(), 0).unwrap();
        let request = Request {
            old: 5,
            hashes: proof(5, 7),
            note,
        };
        let text = request.to_string();
        assert!(Request::begins(text.as_bytes()));
        assert_eq!(Request::read(text.as_bytes()).unwrap(), request);
        let hash = base64::encode(&[7; 32]) + "\n";
        for (from, to, why) in [
            ("old 5", "old 05", "`old` and a size"),
            ("old 5", "new 5", "`old` and a size"),
            ("old 5\n", "old 5\nx\n", "line 2: wanted at most 63"),
            (
                "old 5\n",
                &format!("old 5\n{}", hash.repeat(64)),
                "line 65: wanted",
            ),
            ("\n\n", "\n", "wanted at most 63 hashes"),
            ("old 5", "old 0", "no hashes behind `old 0`, found 4"),
        ] {
            let error = Request::read(text.replacen(from, to, 1).as_bytes());
            let error = error.unwrap_err().to_string();
            assert!(error.contains(why), "{to:.20}: {error}");
        }
        assert!(Request::read(b"old 5\n").is_err());
    }
}
