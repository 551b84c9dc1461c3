//! Scanners over kernels: counters in batches, and what no batch takes by the plain crates.

use std::ops::Range;

use crate::error::Result;

use super::backend::Scan;
use super::goal::Goal;
use super::hash::HashKind;
use super::kernel::{BATCH, Kernel};
use super::nonce::NonceEncoding;
use super::plain::Plain;
use super::plan_header::{Tail, Version};
use super::plan_message::Messages;
use super::puzzle::Puzzle;
use super::target::Target;

/// Nonces in one call of a kernel.
const BATCH_NONCES: u64 = BATCH as u64;

/// The batches that a range of numbers touches: where each begins.
fn batches(range: &Range<u64>) -> impl Iterator<Item = u64> + use<> {
    let first = range.start - range.start % BATCH_NONCES;
    (first..range.end).step_by(BATCH)
}

/// The places of bits that are set.
fn places(mut hits: u64) -> impl Iterator<Item = u64> {
    std::iter::from_fn(move || {
        let place = (hits != 0).then(|| u64::from(hits.trailing_zeros()));
        hits &= hits.wrapping_sub(1);
        place
    })
}

/// A kernel that tries the nonces of a header, with one version or several.
pub(super) struct Headers<K> {
    kernel: K,
    tail: Tail,
    versions: Vec<Version>,
}

impl<K: Kernel> Headers<K> {
    pub(super) fn new(kernel: K, header: &[u8; 80], versions: &[u32], target: Target) -> Self {
        let tail = Tail::new(header, target);
        let with = |version: &u32| {
            let mut header = *header;
            for (to, from) in header.iter_mut().zip(version.to_le_bytes()) {
                *to = from;
            }
            Version::new(&header, &tail)
        };
        let versions = versions.iter().map(with).collect();
        Self {
            kernel,
            tail,
            versions,
        }
    }

    /// One version: a counter is a nonce.
    fn plain(&self, version: &Version, range: Range<u64>, found: &mut Vec<u64>) {
        for first in batches(&range) {
            let hits = self.kernel.header(&self.tail, version, first as u32);
            let counters = places(hits).map(|place| first + place);
            found.extend(counters.filter(|counter| range.contains(counter)));
        }
    }

    /// Some versions: each nonce makes so many counters.
    fn rolled(&self, range: Range<u64>, found: &mut Vec<u64>) {
        let each = self.versions.len() as u64;
        let nonces = range.start / each..range.end.div_ceil(each);
        let mut hits = vec![0; self.versions.len()];
        for first in batches(&nonces) {
            let (tail, versions) = (&self.tail, &self.versions);
            self.kernel.rolled(tail, versions, first as u32, &mut hits);
            let old = found.len();
            for (version, hits) in (0..).zip(&hits) {
                let counters = places(*hits).map(|place| (first + place) * each + version);
                found.extend(counters.filter(|counter| range.contains(counter)));
            }
            if let Some(new) = found.get_mut(old..) {
                new.sort_unstable();
            }
        }
    }
}

impl<K: Kernel> Scan for Headers<K> {
    fn scan(&self, range: Range<u64>, found: &mut Vec<u64>) -> Result<()> {
        let range = range.start..range.end.min((self.versions.len() as u64) << 32);
        match &*self.versions {
            [version] => self.plain(version, range, found),
            _ => self.rolled(range, found),
        }
        Ok(())
    }
}

/// Which of the kernel's functions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Function {
    Sha256 { twice: bool },
    Sha1,
}

/// A kernel that tries messages; runs of counters that make none of its plans are tried by the
/// plain crates: the first ones, whose decimals get longer.
pub(super) struct Texts<K> {
    kernel: K,
    function: Function,
    messages: Messages,
    target: Target,
    plain: Plain,
}

impl<K: Kernel> Texts<K> {
    /// None where the kernel doesn't have the hash.
    pub(super) fn new(
        kernel: K,
        puzzle: &Puzzle,
        (hash, prefix, suffix, nonce): (HashKind, &[u8], &[u8], NonceEncoding),
        target: Target,
    ) -> Option<Self> {
        let function = match hash {
            HashKind::Sha256 => Function::Sha256 { twice: false },
            HashKind::Sha256d => Function::Sha256 { twice: true },
            HashKind::Sha1 => Function::Sha1,
            _ => return None,
        };
        Some(Self {
            kernel,
            function,
            messages: Messages::new(prefix, suffix, nonce),
            target,
            plain: Plain::new(puzzle, Goal::AtMost(target)),
        })
    }

    /// The counters of `range`, all of the run that begins at `first`; none where it has no plan.
    fn run(&self, first: u64, range: &Range<u64>, found: &mut Vec<u64>) -> Option<()> {
        let rows = range.start - first..range.end - first;
        let mut take = |try_batch: &dyn Fn(usize) -> u64| {
            for row in batches(&rows) {
                let hits = places(try_batch(row as usize)).map(|place| row + place);
                let hits = hits.filter(|row| rows.contains(row));
                found.extend(hits.map(|row| first + row));
            }
        };
        match self.function {
            Function::Sha256 { twice } => {
                let plan = self.messages.plan256(first, twice, self.target)?;
                take(&|row| self.kernel.sha256(&plan, row));
            }
            Function::Sha1 => {
                let plan = self.messages.plan1(first, self.target)?;
                match plan.stamp() {
                    Some(stamp) => take(&|row| self.kernel.stamp(&stamp, row)),
                    None => take(&|row| self.kernel.sha1(&plan, row)),
                }
            }
        }
        Some(())
    }
}

impl<K: Kernel> Scan for Texts<K> {
    fn scan(&self, range: Range<u64>, found: &mut Vec<u64>) -> Result<()> {
        let count = self.messages.run();
        let mut start = range.start;
        while start < range.end {
            let first = start - start % count;
            let part = start..first.saturating_add(count).min(range.end);
            start = part.end;
            if self.run(first, &part, found).is_none() {
                self.plain.scan(part, found)?;
            }
        }
        Ok(())
    }
}
