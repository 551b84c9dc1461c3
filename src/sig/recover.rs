//! Private keys out of bad randomness: two signatures that share a nonce give the key away.
//!
//! Each signature says of its nonce that k = alpha + beta * d, where d is the private key: of ECDSA
//! k = z/s + (r/s) * d, up to the sign, for s and n - s both hold; of BIP-340 k = s - e * d; of
//! Ed25519 k = S - h * d. Two lines through one point are solved for d. One known key gives the
//! nonces of all its signatures, and a known nonce gives the key of every other who used it.
//!
//! Sony signed the PS3's programs with one k (fail0verflow, 27C3, 2010); Java's generator on Android
//! repeated itself (CVE-2013-7372). Ed25519 has no generator to fail, but a library that takes the
//! public key as an argument can be asked to sign one message under two (RUSTSEC-2022-0093): R stays,
//! h changes.

use std::collections::HashSet;
use std::io::BufRead;

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::watch::Watch;

pub mod line;
mod narrate;
mod solve;

pub use line::{Kind, Line};
pub use narrate::toy;

/// Bytes of the longest line.
const LONGEST: usize = 1 << 20;
/// Fingerprints of nonces held at once, in eight bytes each.
const HELD: usize = 3 << 20;
/// Signatures with a repeated nonce that are kept.
const KEPT: usize = 1 << 17;
/// Signatures of one nonce that are tried against each other.
const PAIRED: usize = 32;

/// A private key that was found.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// On which curve.
    pub kind: Kind,
    /// The secret number: 32 bytes, big-endian on secp256k1 and P-256, little-endian of Ed25519,
    /// where it is the number that RFC 8032 makes of a seed; the seed itself stays hidden.
    pub private_key: zeroize::Zeroizing<[u8; 32]>,
    /// Its public key, as the type of the signatures has it.
    pub public_key: Vec<u8>,
    /// The lines that gave it away: two, or one of the key and one of another with the same nonce.
    pub lines: Vec<u64>,
    /// The nonce's point or its x coordinate, which the lines share.
    pub shared: [u8; 32],
    /// The signatures were made under a public key that is not the key's own.
    pub false_key: bool,
}

/// What a search went through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines that are signatures.
    pub signatures: u64,
    /// Nonces that more than one of them has.
    pub repeated: u64,
    /// Lines that can't be understood.
    pub damaged: u64,
    /// Signatures with a repeated nonce that there was no room for.
    pub left_out: u64,
}

/// Goes through a file of signatures, one JSON object a line, and finds every key that a repeated
/// nonce gives away. `open` gives the file from its start as often as it is asked; the file may be
/// far larger than memory: past three million lines it is read again for every three million.
///
/// `found` hears of each key once, `damaged` of each line that can't be understood.
pub fn search<R: BufRead>(
    open: impl FnMut() -> Result<R>,
    watch: &dyn Watch,
    damaged: impl FnMut(Error) -> Result<()>,
    found: impl FnMut(&Found, &[&Line]) -> Result<()>,
) -> Result<Counts> {
    search_holding(HELD, open, watch, damaged, found)
}

/// The same with so many fingerprints at once.
pub(super) fn search_holding<R: BufRead>(
    held: usize,
    mut open: impl FnMut() -> Result<R>,
    watch: &dyn Watch,
    mut damaged: impl FnMut(Error) -> Result<()>,
    mut found: impl FnMut(&Found, &[&Line]) -> Result<()>,
) -> Result<Counts> {
    let mut counts = Counts::default();
    let repeated = repeated(held, &mut open, watch, &mut counts, &mut damaged)?;
    let mut lines = Vec::new();
    if !repeated.is_empty() {
        each(open()?, watch, |number, text| {
            if !Line::mark(text).is_ok_and(|mark| repeated.contains(&mark)) {
                return Ok(());
            }
            if lines.len() >= KEPT {
                counts.left_out += 1;
                return Ok(());
            }
            match Line::parse(text, number) {
                Ok(line) => lines.push(line),
                Err(error) => {
                    counts.damaged += 1;
                    damaged(error.at(Place::Line(number)))?;
                }
            }
            Ok(())
        })?;
    }
    lines.sort_by_key(Line::nonce_id);
    let groups: Vec<&[Line]> = lines
        .chunk_by(|a, b| a.nonce_id() == b.nonce_id())
        .filter(|group| group.len() > 1)
        .collect();
    counts.repeated = groups.len() as u64;
    solve::all(&groups, PAIRED, &mut found)?;
    Ok(counts)
}

/// Fingerprints of nonces that stand in more than one line. Others may have one by chance; whoever
/// looks at the nonces themselves sees it.
fn repeated<R: BufRead>(
    held: usize,
    open: &mut impl FnMut() -> Result<R>,
    watch: &dyn Watch,
    counts: &mut Counts,
    damaged: &mut impl FnMut(Error) -> Result<()>,
) -> Result<HashSet<u64>> {
    let mut marks = Vec::new();
    each(open()?, watch, |number, text| {
        match Line::mark(text) {
            Ok(mark) => {
                counts.signatures += 1;
                if marks.len() < held {
                    marks.push(mark);
                }
            }
            Err(error) => {
                counts.damaged += 1;
                damaged(error.at(Place::Line(number)))?;
            }
        }
        Ok(())
    })?;
    let mut all = HashSet::new();
    if counts.signatures <= held as u64 {
        twice(marks, &mut all);
        return Ok(all);
    }
    // A share of all fingerprints at a time, each share by a reading of its own.
    let shares = counts.signatures.div_ceil(held as u64 / 2);
    for share in 0..shares {
        marks = Vec::new();
        each(open()?, watch, |_, text| {
            let mark = Line::mark(text).ok().filter(|mark| mark % shares == share);
            if let Some(mark) = mark.filter(|_| marks.len() < held) {
                marks.push(mark);
            }
            Ok(())
        })?;
        twice(marks, &mut all);
    }
    Ok(all)
}

fn twice(mut marks: Vec<u64>, all: &mut HashSet<u64>) {
    marks.sort_unstable();
    let equal = marks.windows(2).filter(|pair| pair.first() == pair.last());
    all.extend(equal.filter_map(|pair| pair.first()));
}

/// Every line that is not blank, with its number from 1.
fn each(
    mut reader: impl BufRead,
    watch: &dyn Watch,
    mut work: impl FnMut(u64, &[u8]) -> Result<()>,
) -> Result<()> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let most = LONGEST as u64 + 1;
        let read = std::io::Read::take(&mut reader, most).read_until(b'\n', &mut line);
        let len = read.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
        if len == 0 {
            break;
        }
        if len > LONGEST {
            let wanted = format!("lines of at most {LONGEST} bytes");
            return Err(Error::new(slug::TOO_LARGE, wanted, "more").at(Place::Line(number)));
        }
        if number % 4096 == 0 && watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        watch.advance(len as u64);
        let bare = line.trim_ascii();
        if !bare.is_empty() {
            work(number, bare)?;
        }
    }
    Ok(())
}

/// Bytes as the JSON of these lines has them.
fn bytes(text: &str, what: &'static str) -> Result<Vec<u8>> {
    hex::decode(text).map_err(|error| Error {
        slug: slug::SIGNATURE_LINE,
        place: Place::Whole,
        wanted: format!("{what} in hex").into(),
        ..error
    })
}
