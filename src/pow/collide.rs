//! Two inputs whose digests begin with the same bits, by distinguished points (van Oorschot and
//! Wiener, 1999): walks of `x -> first bits of H(prefix, x)` run until they meet a point with some
//! zero bits at its end. Two walks that end in the same point have met before, and where they met
//! are two inputs with one digest. Only ends are kept, so memory stays bounded.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::thread;

use crate::error::{Error, Result, slug};
use crate::watch::Watch;

use super::hash::{Digest, HashKind};

/// The most bits that are looked for: more would take years.
pub const MOST_BITS: u32 = 96;
/// Ends that are kept, at most 2^16 in the mean.
const KEPT_BITS: u32 = 16;
/// Walks that one thread makes before the ends are looked at.
const BATCH: u64 = 16;
/// Few bits have few points, and a walk among them may never meet another: up to here all digests
/// are kept instead.
const FEW_BITS: u32 = 16;
/// Steps after which a walk asks whether to go on.
const ASKED: u64 = 1 << 14;
/// A walk that is so many times longer than the mean runs in a circle.
const CIRCLE: u64 = 20;

/// What collides: the first bits of a hash over a prefix and hex digits.
#[derive(Clone, Debug)]
pub struct Walks {
    hash: HashKind,
    prefix: Vec<u8>,
    bits: u32,
    /// Zero bits at the end of a distinguished point.
    marked: u32,
    /// Where walks begin.
    seed: u64,
}

/// Two inputs that agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collision {
    /// The two inputs, the lesser first.
    pub inputs: [Vec<u8>; 2],
    /// Their digests.
    pub digests: [Digest; 2],
    /// Hashes that were computed on the way.
    pub tries: u64,
    /// Ends of walks that were kept.
    pub kept: usize,
}

/// A walk that ended.
#[derive(Clone, Copy)]
struct Walk {
    start: u128,
    end: u128,
    steps: u64,
}

impl Walks {
    /// Of some bits of a hash, over a prefix; other seeds give other collisions.
    pub fn new(hash: HashKind, bits: u32, prefix: &[u8], seed: u64) -> Result<Self> {
        let most = MOST_BITS.min(8 * hash.digest_bytes() as u32);
        if !(1..=most).contains(&bits) {
            let wanted = format!("1 to {most} bits");
            return Err(Error::new(slug::OUT_OF_RANGE, wanted, bits.to_string()));
        }
        Ok(Self {
            hash,
            prefix: prefix.to_vec(),
            bits,
            marked: (bits / 2).saturating_sub(KEPT_BITS),
            seed,
        })
    }

    /// Tries in the mean: the square root of pi / 2 times 2^bits.
    pub fn expected_tries(&self) -> f64 {
        (std::f64::consts::FRAC_PI_2 * 2f64.powi(self.bits.cast_signed())).sqrt()
    }

    /// The input of a point: the prefix and its hex digits.
    fn input(&self, point: u128) -> Vec<u8> {
        let digits = self.bits.div_ceil(4) as usize;
        [&self.prefix, format!("{point:0digits$x}").as_bytes()].concat()
    }

    /// The next point: the first bits of the digest.
    fn next(&self, point: u128) -> u128 {
        let digest = self.hash.digest(&[&self.input(point)]);
        let bytes = digest.iter().chain(std::iter::repeat(&0)).take(16);
        let word = bytes.fold(0, |word, byte| word << 8 | u128::from(*byte));
        word >> (128 - self.bits)
    }

    fn is_marked(&self, point: u128) -> bool {
        point.trailing_zeros() >= self.marked
    }

    /// Where walk `number` begins.
    fn start(&self, number: u64) -> u128 {
        let seeded = [self.seed.to_le_bytes(), number.to_le_bytes()].concat();
        let digest = HashKind::Sha256.digest(&[b"start", &seeded]);
        let bytes = digest.iter().take(16);
        bytes.fold(0, |word, byte| word << 8 | u128::from(*byte)) >> (128 - self.bits)
    }

    /// Walks to the next marked point; none where it goes round in a circle.
    fn walk(&self, start: u128, watch: &dyn Watch) -> (u64, Option<Walk>) {
        let most = CIRCLE << self.marked;
        let mut end = start;
        for steps in 1..=most {
            if steps % ASKED == 0 && watch.stopped() {
                return (steps, None);
            }
            end = self.next(end);
            if self.is_marked(end) {
                return (steps, Some(Walk { start, end, steps }));
            }
        }
        (most, None)
    }

    /// Where two walks with one end meet; none where one begins on the other. Also the steps it took.
    fn meet(&self, one: Walk, other: Walk) -> (u64, Option<[u128; 2]>) {
        let (mut long, mut short) = if one.steps >= other.steps {
            (one, other)
        } else {
            (other, one)
        };
        let mut steps = 0;
        while long.steps > short.steps {
            long.start = self.next(long.start);
            long.steps -= 1;
            steps += 1;
        }
        while long.start != short.start {
            let next = [self.next(long.start), self.next(short.start)];
            steps += 2;
            if next[0] == next[1] {
                return (steps, Some([long.start, short.start]));
            }
            [long.start, short.start] = next;
            short.steps -= 1;
            if short.steps == 0 {
                break;
            }
        }
        (steps, None)
    }

    /// Finds a collision: the same one for every number of threads.
    ///
    /// ```
    /// use decent::pow::{HashKind, collide::Walks};
    /// use decent::watch::Deaf;
    /// let walks = Walks::new(HashKind::Sha256, 24, b"", 0).unwrap();
    /// let found = walks.collide(std::num::NonZeroUsize::MIN, &Deaf).unwrap();
    /// assert_ne!(found.inputs[0], found.inputs[1]);
    /// assert_eq!(found.digests[0][..3], found.digests[1][..3]);
    /// ```
    pub fn collide(&self, threads: NonZeroUsize, watch: &dyn Watch) -> Result<Collision> {
        if self.bits <= FEW_BITS {
            return Ok(self.collide_few());
        }
        let mut ends: HashMap<u128, Walk> = HashMap::new();
        let mut tries = 0;
        // Every round has as many walks, so that the answer is the same for any number of threads.
        for round in 0.. {
            let walks = self.round(round, threads, watch);
            let steps = walks.iter().map(|(steps, _)| steps).sum();
            watch.advance(steps);
            for (steps, walk) in walks {
                tries += steps;
                let Some(walk) = walk else { continue };
                let Some(before) = ends.get(&walk.end).copied() else {
                    // A bound that a lucky run never sees.
                    if ends.len() < 64 << KEPT_BITS {
                        ends.insert(walk.end, walk);
                    }
                    continue;
                };
                let (steps, met) = self.meet(before, walk);
                tries += steps;
                if let Some(points) = met {
                    return Ok(self.found(points, tries, ends.len()));
                }
            }
            if watch.stopped() {
                break;
            }
        }
        Err(Error::new(slug::STOPPED, "", "stopped before the end"))
    }

    /// The first counter whose digest begins as one before it: at most one more than there are.
    fn collide_few(&self) -> Collision {
        let mut seen: HashMap<u128, u128> = HashMap::new();
        let first = u128::from(self.seed) << FEW_BITS;
        for counter in first.. {
            if let Some(before) = seen.insert(self.next(counter), counter) {
                return self.found([before, counter], seen.len() as u64 + 1, seen.len());
            }
        }
        unreachable!("there are fewer digests than counters")
    }

    /// Some walks, in order, by all threads.
    fn round(
        &self,
        round: u64,
        threads: NonZeroUsize,
        watch: &dyn Watch,
    ) -> Vec<(u64, Option<Walk>)> {
        let numbers: Vec<u64> = (4 * BATCH * round..4 * BATCH * (round + 1)).collect();
        let each = numbers.len().div_ceil(threads.get());
        thread::scope(|scope| {
            let parts: Vec<_> = numbers
                .chunks(each)
                .map(|part| {
                    let walk = |number: &u64| self.walk(self.start(*number), watch);
                    scope.spawn(move || part.iter().map(walk).collect::<Vec<_>>())
                })
                .collect();
            parts
                .into_iter()
                .flat_map(|part| part.join().unwrap_or_default())
                .collect()
        })
    }

    fn found(&self, points: [u128; 2], tries: u64, kept: usize) -> Collision {
        let mut inputs = points.map(|point| self.input(point));
        inputs.sort();
        let digests = [&inputs[0], &inputs[1]].map(|input| self.hash.digest(&[input]));
        Collision {
            inputs,
            digests,
            tries,
            kept,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::Deaf;

    #[test]
    fn every_hash_and_odd_numbers_of_bits() {
        for (_, hash) in HashKind::NAMES.into_iter().take(6) {
            for bits in [1, 3, 8, 13, 20, 33] {
                let walks = Walks::new(hash, bits, b"p", 7).unwrap();
                let mut found = [1, 3].map(|threads| {
                    let threads = NonZeroUsize::new(threads).unwrap();
                    walks.collide(threads, &Deaf).unwrap()
                });
                assert_eq!(found[0], found[1]);
                let [a, b] = &mut found[0].digests;
                let first = |digest: &[u8]| {
                    let word = u64::from_be_bytes(digest[..8].try_into().unwrap());
                    word >> (64 - bits)
                };
                assert_eq!(first(a), first(b), "{} {bits}", hash.name());
                assert_ne!(found[0].inputs[0], found[0].inputs[1]);
            }
        }
        assert!(Walks::new(HashKind::Sha1, 0, b"", 0).is_err());
        assert!(Walks::new(HashKind::Sha512, 97, b"", 0).is_err());
    }

    #[test]
    fn tries_are_about_the_square_root() {
        let mut tries = 0;
        let mut expected = 0.0;
        for seed in 0..40 {
            let walks = Walks::new(HashKind::Sha256, 24, b"", seed).unwrap();
            tries += walks.collide(NonZeroUsize::MIN, &Deaf).unwrap().tries;
            expected += walks.expected_tries();
        }
        let ratio = tries as f64 / expected;
        assert!((0.6..1.7).contains(&ratio), "{ratio}");
    }
}
