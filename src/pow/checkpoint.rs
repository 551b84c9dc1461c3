//! Where a search stands, to be kept in a file: JSON, bound to its job by a hash. Numbers are texts
//! of decimal digits, for they may pass 2^53.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};

use super::goal::Goal;
use super::puzzle::Puzzle;
use super::search::{Solution, Standing, Want};

/// What the file says it is.
const FORMAT: &str = "decent-pow-checkpoint";
/// The version that is written and read.
const VERSION: u64 = 1;
/// The largest file: there are never many chunks apart.
pub const LARGEST: u64 = 1 << 20;

/// A checkpoint as it stands in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u64,
    job: String,
    range: [String; 2],
    low: String,
    above: Vec<[String; 2]>,
    tries: String,
    best: Option<String>,
}

/// What a search is about, so that no other job's checkpoint is taken for its own: SHA-256 over
/// puzzle, goal, range and what is wanted, each part behind its length.
pub fn job(puzzle: &Puzzle, goal: Goal, range: &Range<u64>, want: Want) -> [u8; 32] {
    let mut state = Sha256::new();
    let mut put = |bytes: &[u8]| {
        state.update((bytes.len() as u64).to_le_bytes());
        state.update(bytes);
    };
    put(FORMAT.as_bytes());
    match puzzle {
        Puzzle::Header { header, versions } => {
            put(b"header");
            put(header);
            for version in versions {
                put(&version.to_le_bytes());
            }
        }
        Puzzle::Message {
            hash,
            prefix,
            suffix,
            nonce,
        } => {
            put(hash.name().as_bytes());
            put(prefix);
            put(suffix);
            put(nonce.name().as_bytes());
        }
    }
    match goal {
        Goal::AtMost(target) => put(&target.to_be_bytes()),
        Goal::Equals(digest) => put(&[b"=", &*digest].concat()),
    }
    put(&range.start.to_le_bytes());
    put(&range.end.to_le_bytes());
    put(format!("{want:?}").as_bytes());
    state.finalize().into()
}

/// The file's bytes.
pub fn encode(job: &[u8; 32], standing: &Standing) -> String {
    let pair = |range: &Range<u64>| [range.start.to_string(), range.end.to_string()];
    let file = File {
        format: FORMAT.into(),
        version: VERSION,
        job: hex::encode(job),
        range: pair(&standing.range),
        low: standing.low.to_string(),
        above: standing.above.iter().map(pair).collect(),
        tries: standing.tries.to_string(),
        best: standing.best.map(|best| best.counter.to_string()),
    };
    let json = serde_json::to_string(&file).unwrap_or_default();
    json + "\n"
}

/// Which job a file is of, and where that stands; the digest of its best counter is computed again.
pub fn decode(bytes: &[u8], puzzle: &Puzzle) -> Result<([u8; 32], Standing)> {
    let malformed = |found: String| Error::new(slug::SEARCH, "a checkpoint of a search", found);
    let file: File = serde_json::from_slice(bytes).map_err(|e| malformed(e.to_string()))?;
    if file.format != FORMAT {
        return Err(malformed(format!("{:?}", file.format)).at(Place::Key("format".into())));
    }
    if file.version != VERSION {
        let found = file.version.to_string();
        let error = Error::new(slug::UNKNOWN_VERSION, VERSION.to_string(), found);
        return Err(error.at(Place::Key("version".into())));
    }
    let number = |text: &str| {
        let canonical = text.parse::<u64>().ok().filter(|n| n.to_string() == text);
        canonical.ok_or_else(|| malformed(format!("{text:?}")))
    };
    let pair = |[start, end]: &[String; 2]| Ok(number(start)?..number(end)?);
    let standing = Standing {
        range: pair(&file.range)?,
        low: number(&file.low)?,
        above: file.above.iter().map(pair).collect::<Result<_>>()?,
        tries: number(&file.tries)?,
        best: match &file.best {
            Some(best) => {
                let counter = number(best)?;
                let digest = puzzle.digest(counter);
                Some(Solution { counter, digest })
            }
            None => None,
        },
    };
    sound(&standing).map_err(|found| malformed(found.into()))?;
    Ok((hex::decode_array(&file.job)?, standing))
}

/// Whether a standing can be one.
fn sound(standing: &Standing) -> std::result::Result<(), &'static str> {
    let Range { start, end } = standing.range;
    if start > end || standing.low < start || standing.low > end {
        return Err("a place outside of the range");
    }
    let mut last = standing.low;
    for done in &standing.above {
        if done.start <= last || done.end <= done.start || done.end > end {
            return Err("chunks that are not in order");
        }
        last = done.end;
    }
    let inside = |best: Solution| (start..end).contains(&best.counter);
    if !standing.best.is_none_or(inside) {
        return Err("a solution outside of the range");
    }
    let done = standing.low - start + standing.above.iter().map(|r| r.end - r.start).sum::<u64>();
    if done == standing.tries {
        Ok(())
    } else {
        Err("another number of tries than its chunks have")
    }
}

/// Where a job stands by a file, refused where the file is another's, or holds what is no solution.
///
/// ```
/// use decent::pow::{Goal, Puzzle, Target, checkpoint, search::{Standing, Want}};
/// let (puzzle, goal) = (Puzzle::header([0; 80]), Goal::AtMost(Target::ANY));
/// let job = checkpoint::job(&puzzle, goal, &(0..100), Want::Lowest);
/// let file = checkpoint::encode(&job, &Standing::new(0..100));
/// let standing = checkpoint::resume(file.as_bytes(), &puzzle, goal, &(0..100), Want::Lowest);
/// assert_eq!(standing.unwrap().low, 0);
/// assert!(checkpoint::resume(file.as_bytes(), &puzzle, goal, &(0..99), Want::Lowest).is_err());
/// ```
pub fn resume(
    bytes: &[u8],
    puzzle: &Puzzle,
    goal: Goal,
    range: &Range<u64>,
    want: Want,
) -> Result<Standing> {
    let wanted = job(puzzle, goal, range, want);
    let (found, standing) = decode(bytes, puzzle)?;
    if found != wanted || standing.range != *range {
        let [wanted, found] = [wanted, found].map(|job| hex::encode(&job));
        return Err(Error::new(
            slug::OTHER_JOB,
            format!("job {wanted}"),
            format!("job {found}"),
        ));
    }
    if !standing.best.is_none_or(|best| goal.admits(&best.digest)) {
        let found = "a counter that solves nothing";
        return Err(Error::new(slug::SEARCH, "a solution", found));
    }
    Ok(standing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pow::Target;

    #[test]
    fn what_is_written_is_read() {
        let puzzle = Puzzle::header([1; 80]);
        let goal = Goal::AtMost(Target::ANY);
        let range = 10..1 << 60;
        let job = job(&puzzle, goal, &range, Want::Lowest);
        let mut standing = Standing::new(range.clone());
        standing.low = 1 << 55;
        standing.above.push((1 << 56)..(1 << 56) + 7);
        standing.tries = (1 << 55) - 10 + 7;
        let counter = (1 << 56) + 3;
        standing.best = Some(Solution {
            counter,
            digest: puzzle.digest(counter),
        });
        let text = encode(&job, &standing);
        let read = |text: &str| resume(text.as_bytes(), &puzzle, goal, &range, Want::Lowest);
        assert_eq!(read(&text), Ok(standing));
        for (from, to) in [
            ("\"version\":1", "\"version\":2"),
            (FORMAT, "other"),
            ("\"low\":\"3", "\"low\":\"03"),
            ("\"low\":\"3", "\"low\":\"4"),
            ("\"low\"", "\"Low\""),
        ] {
            assert!(read(&text.replace(from, to)).is_err(), "{to}");
        }
        assert!(read(&text[..text.len() / 2]).is_err());
    }
}
