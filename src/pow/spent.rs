//! Stamps that were spent, in the file format of hashcash 1.22: a line `last_purged YYMMDDhhmmss`,
//! and a line for each stamp with the seconds for which it is valid behind it (0 is forever).

use std::collections::HashSet;
use std::io::BufRead;

use sha1::{Digest as _, Sha1};

use crate::error::{Error, Place, Result, slug};

use super::calendar;
use super::stamp::{LONGEST, Stamp};

/// What the line of the last purge begins with.
const PURGED: &str = "last_purged";

/// What is known of a file: the digest of each stamp in it.
#[derive(Clone, Debug, Default)]
pub struct Spent {
    stamps: HashSet<[u8; 20]>,
    /// Bytes up to the end of the last whole line: what is behind is a line that was cut off.
    pub whole_bytes: u64,
}

impl Spent {
    /// Reads a file. What stands behind the last newline was cut off and does not count; any other
    /// line that is neither of the two is an error.
    ///
    /// ```
    /// use decent::pow::spent::Spent;
    /// let file = "last_purged 700101000000\n1:2:040806:foo::a:b 2419200\n1:2:0408";
    /// let spent = Spent::read(file.as_bytes()).unwrap();
    /// assert!(spent.has("1:2:040806:foo::a:b"));
    /// assert_eq!(spent.whole_bytes, 53);
    /// ```
    pub fn read(mut file: impl BufRead) -> Result<Self> {
        let mut spent = Self::default();
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            // A line is bounded, or a file without newlines would be held whole.
            let mut bounded = std::io::Read::take(&mut file, LONGEST as u64 + 64);
            let read = bounded.read_until(b'\n', &mut line);
            let read = read.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
            if line.pop_if(|last| *last == b'\n').is_none() {
                if read >= LONGEST + 64 {
                    return Err(damaged(number, "a line without an end"));
                }
                break;
            }
            let text = std::str::from_utf8(&line).map_err(|_| damaged(number, "no text"))?;
            if let Some(stamp) =
                entry(text.trim_end_matches('\r')).map_err(|found| damaged(number, found))?
            {
                spent.stamps.insert(key(stamp));
            }
            spent.whole_bytes += read as u64;
        }
        Ok(spent)
    }

    /// Whether a stamp was spent.
    pub fn has(&self, stamp: &str) -> bool {
        self.stamps.contains(&key(stamp))
    }

    /// Notes a stamp, and gives the line for the file.
    pub fn add(&mut self, stamp: &str, expiry: u64) -> String {
        self.stamps.insert(key(stamp));
        format!("{stamp} {expiry}\n")
    }
}

/// The first line of a new file.
pub fn heading() -> String {
    format!("{PURGED} {}\n", calendar::written(0))
}

/// What a line is after a purge at a time: the line itself, another date, or nothing where the stamp
/// is expired and would be refused by its date alone.
pub fn purged(line: &str, now: u64, grace: u64) -> Option<String> {
    if line.starts_with(PURGED) {
        return Some(format!("{PURGED} {}", calendar::written(now)));
    }
    let kept = || Some(line.to_owned());
    let Some((stamp, expiry)) = line.split_once(' ') else {
        return kept();
    };
    let made = Stamp::parse(stamp).ok().and_then(|stamp| stamp.time(now));
    match (made, expiry.parse::<u64>()) {
        (Some(made), Ok(expiry))
            if expiry > 0 && made.saturating_add(expiry).saturating_add(grace) <= now =>
        {
            None
        }
        _ => kept(),
    }
}

/// The stamp of a line; none on the line of the purge.
fn entry(line: &str) -> std::result::Result<Option<&str>, &'static str> {
    let (stamp, value) = line.split_once(' ').ok_or("no blank")?;
    if value.is_empty() || !value.bytes().all(|b| b.is_ascii_digit()) {
        return Err("no seconds behind the blank");
    }
    if stamp == PURGED {
        return Ok(None);
    }
    Stamp::parse(stamp).map_err(|_| "no stamp")?;
    Ok(Some(stamp))
}

fn damaged(line: u64, found: &'static str) -> Error {
    Error::new(slug::SPENT, "a stamp and its seconds", found).at(Place::Line(line))
}

fn key(stamp: &str) -> [u8; 20] {
    Sha1::digest(stamp).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_told_and_a_torn_tail_is_not() {
        let good = "last_purged 700101000000\n1:2:040806:foo::a:b 2419200\n";
        assert_eq!(
            Spent::read(good.as_bytes()).unwrap().whole_bytes,
            good.len() as u64
        );
        for bad in [
            "x\n",
            "1:2:040806:foo::a:b\n",
            "1:2:040806:foo::a:b x\n",
            "x 1\n",
        ] {
            let file = format!("{good}{bad}{good}");
            let error = Spent::read(file.as_bytes()).unwrap_err();
            assert_eq!(error.place, Place::Line(3), "{bad}");
        }
        let endless = "x".repeat(LONGEST + 100);
        assert!(Spent::read(endless.as_bytes()).is_err());
    }

    #[test]
    fn a_purge_drops_what_is_expired() {
        let line = "1:2:040806:foo::a:b 100";
        let made = 1_091_750_400;
        assert!(purged(line, made + 149, 50).is_some());
        assert!(purged(line, made + 150, 50).is_none());
        assert!(purged("1:2:040806:foo::a:b 0", made * 2, 0).is_some());
        let heading = heading();
        let purged = purged(heading.trim_end(), 1_000_000_000, 0);
        assert_eq!(purged.as_deref(), Some("last_purged 010909014640"));
    }
}
