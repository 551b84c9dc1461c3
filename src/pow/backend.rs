//! How counters are tried: a back-end makes a scanner for a puzzle, and a scanner gives candidates.
//!
//! Nobody believes a scanner: each candidate is hashed again by the plain crate, in
//! [`Scan::solutions`], before anybody sees it. So a wrong kernel can lose a solution, but never
//! make one up.

use std::ops::Range;

use crate::error::{Error, Result, slug};

use super::goal::Goal;
use super::hash::Digest;
use super::plain::Plain;
use super::puzzle::Puzzle;
use super::target::Target;

/// How counters are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Backend {
    /// The plain crates, or lanes that any processor has.
    Portable,
    /// SHA-NI, two nonces interleaved.
    ShaNi,
    /// AVX2, 8 lanes.
    Avx2,
    /// AVX-512 on vectors of 256 bits, 8 lanes.
    Avx512Vl,
    /// AVX-512, 16 lanes.
    Avx512,
    /// A graphics card, through wgpu.
    Gpu,
}

impl Backend {
    /// Every back-end, by name.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("portable", Self::Portable),
        ("shani", Self::ShaNi),
        ("avx2", Self::Avx2),
        ("avx512vl", Self::Avx512Vl),
        ("avx512", Self::Avx512),
        ("gpu", Self::Gpu),
    ];

    /// Whether this machine (and this build) has it.
    pub fn supported(self) -> bool {
        self == Self::Portable
    }

    /// The name in [`Backend::NAMES`].
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, one)| *one == self);
        found.map_or("", |(name, _)| name)
    }

    /// The back-end of that name, refused where this machine lacks it.
    pub fn named(name: &str) -> Result<Self> {
        let Some(&(_, backend)) = Self::NAMES.iter().find(|(known, _)| *known == name) else {
            let names = Self::NAMES.map(|(name, _)| name).join(", ");
            return Err(Error::new(
                slug::OUT_OF_RANGE,
                format!("one of {names}"),
                format!("{name:?}"),
            ));
        };
        if backend.supported() {
            return Ok(backend);
        }
        Err(Error::new(
            slug::CPU_LACKS,
            format!("a processor with {name}"),
            "one without",
        ))
    }
}

/// One way of trying the counters of one puzzle.
pub trait Scan: Send + Sync {
    /// Pushes candidates of `range`, in ascending order: all its solutions, and maybe some more.
    fn scan(&self, range: Range<u64>, candidates: &mut Vec<u64>) -> Result<()>;
}

/// The solutions of `range` in ascending order, with their digests: what the scanner finds, hashed
/// again by the plain crate.
pub fn solutions(
    scan: &dyn Scan,
    puzzle: &Puzzle,
    goal: Goal,
    range: Range<u64>,
) -> Result<Vec<(u64, Digest)>> {
    let mut candidates = Vec::new();
    scan.scan(range, &mut candidates)?;
    let hashed = candidates.into_iter().map(|one| (one, puzzle.digest(one)));
    Ok(hashed.filter(|(_, digest)| goal.admits(digest)).collect())
}

/// The scanner of a back-end for a puzzle: the plain crates where the back-end has no kernel for
/// this hash.
pub fn scanner(backend: Backend, puzzle: &Puzzle, target: Target) -> Result<Box<dyn Scan>> {
    let Backend::Portable = backend else {
        return Backend::named(backend.name()).and_then(|one| scanner(one, puzzle, target));
    };
    Ok(Box::new(Plain::new(puzzle, Goal::AtMost(target))))
}

/// The fastest back-end for a puzzle: by a calibration of some milliseconds where many hashes are
/// to come, else the one that usually is.
pub fn fastest(_puzzle: &Puzzle, _target: Target) -> Backend {
    Backend::Portable
}
