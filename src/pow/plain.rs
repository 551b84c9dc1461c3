//! The plain crates, one message after the other; what stands before the nonce is hashed once.

use std::ops::Range;

use crate::error::Result;

use super::backend::Scan;
use super::goal::Goal;
use super::hash::{Digest, HashKind};
use super::nonce::NonceEncoding;
use super::puzzle::Puzzle;
/// A scanner that hashes by the plain crates.
pub(super) struct Plain {
    puzzle: Puzzle,
    goal: Goal,
}

impl Plain {
    pub(super) fn new(puzzle: &Puzzle, goal: Goal) -> Self {
        Self {
            puzzle: puzzle.clone(),
            goal,
        }
    }

    /// A hash whose state can be kept behind the prefix.
    fn running<D: sha2::Digest + Clone>(
        &self,
        twice: bool,
        (prefix, suffix, nonce): (&[u8], &[u8], NonceEncoding),
        range: Range<u64>,
        found: &mut Vec<u64>,
    ) {
        let start = D::new_with_prefix(prefix);
        found.extend(range.filter(|counter| {
            let mut state = start.clone();
            state.update(nonce.write(*counter).as_bytes());
            state.update(suffix);
            let digest = state.finalize();
            self.goal.admits(&if twice {
                Digest::new(&D::digest(digest))
            } else {
                Digest::new(&digest)
            })
        }));
    }
}

impl Scan for Plain {
    fn scan(&self, range: Range<u64>, found: &mut Vec<u64>) -> Result<()> {
        let Puzzle::Message {
            hash,
            prefix,
            suffix,
            nonce,
        } = &self.puzzle
        else {
            found.extend(range.filter(|counter| self.goal.admits(&self.puzzle.digest(*counter))));
            return Ok(());
        };
        let parts = (&**prefix, &**suffix, *nonce);
        match hash {
            HashKind::Sha256 => self.running::<sha2::Sha256>(false, parts, range, found),
            HashKind::Sha256d => self.running::<sha2::Sha256>(true, parts, range, found),
            HashKind::Sha1 => self.running::<sha1::Sha1>(false, parts, range, found),
            HashKind::Sha512 => self.running::<sha2::Sha512>(false, parts, range, found),
            HashKind::Blake2b => self.running::<blake2::Blake2b512>(false, parts, range, found),
            HashKind::Sha3 => self.running::<sha3::Sha3_256>(false, parts, range, found),
            HashKind::Scrypt | HashKind::Argon2id => {
                let solves = |counter: &u64| self.goal.admits(&self.puzzle.digest(*counter));
                found.extend(range.filter(solves));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pow::backend::{scanner, solutions};
    use crate::pow::{Backend, Target};

    #[test]
    fn the_kept_state_changes_nothing() {
        for (_, hash) in HashKind::NAMES.into_iter().take(6) {
            for (_, nonce) in NonceEncoding::NAMES {
                let puzzle = Puzzle::Message {
                    hash,
                    prefix: b"a".repeat(70),
                    suffix: b"z".to_vec(),
                    nonce,
                };
                let target = Target::bits(4, hash.digest_bytes()).unwrap();
                let scan = scanner(Backend::Portable, &puzzle, target).unwrap();
                let found = solutions(&*scan, &puzzle, Goal::AtMost(target), 95..200).unwrap();
                let all = (95..200).filter(|n| target.admits(&puzzle.digest(*n)));
                assert!(all.eq(found.iter().map(|(n, _)| *n)), "{}", hash.name());
                assert!(!found.is_empty());
            }
        }
    }
}
