//! Many signatures under one key, checked in one: the sum of the signatures, each times a random
//! number, is paired once, and so is the sum of the hashes times the same numbers (Bellare, Garay and
//! Rabin 1998). A false one passes once in 2^128, because nobody knows the numbers beforehand. That
//! holds for points of the group alone, so each is asked for it, in sums as well: a point outside is
//! thrown into one of `2^b` random sums, and at most one of them can hide it, so that passes of
//! fresh sums let it through once in 2^(b * passes). What fails is halved until the bad ones are named.

use std::num::NonZeroUsize;
use std::thread::scope;

use super::map::{Mapped, uncleared};
use super::{COEFFICIENT_BYTES, Group, decode, outside};
use crate::coins::Coins;
use crate::error::{Error, Result};
use crate::secret::SecretBytes;

/// How sure it is, in bits.
const BITS: u32 = 128;
/// Messages mapped at once: some divisions are shared among them, and they fit a cache.
const MAPPED: usize = 256;
/// What asking one sum for the group costs, in additions.
const ASKING: u64 = 80;
/// Claims that are worth a thread.
const WORTH: usize = 128;

/// Halving ends when one in so many checks has failed.
const MANY: usize = 8;

/// That a signature is one of a message.
pub(crate) struct Claim<'a> {
    /// A compressed point.
    pub(crate) signature: &'a [u8],
    /// What was signed.
    pub(crate) message: [u8; 32],
}

/// Under which key signatures are checked, and how.
pub(crate) struct Asked<'a, G: Group> {
    pub(crate) key: &'a G::Other,
    /// The domain of the hash to a point.
    pub(crate) domain: &'a [u8],
    pub(crate) threads: NonZeroUsize,
    /// Makes the random numbers, and is used for nothing else.
    pub(crate) seed: &'a SecretBytes<32>,
    /// The error of a signature that is none of its message under the key.
    pub(crate) wrong: fn() -> Error,
}

/// The claims of one thread, decoded. Those that are known to be bad stand at infinity, where they
/// change no sum.
pub(super) struct Part<G: Group> {
    signatures: Vec<G>,
    hashes: Vec<G>,
    coefficients: Vec<[u8; COEFFICIENT_BYTES]>,
    pub(super) outcomes: Vec<Result<()>>,
    wrong: fn() -> Error,
}

/// What came of each claim. The same as asking one by one, but once in 2^128.
pub(crate) fn verify<G: Group>(asked: &Asked<'_, G>, claims: &[Claim<'_>]) -> Vec<Result<()>>
where
    G::Field: Mapped,
{
    let threads = asked.threads.get().min(claims.len().div_ceil(WORTH)).max(1);
    let share = claims.len().div_ceil(threads).max(1);
    let work = |(number, claims): (usize, &[Claim<'_>])| {
        let mut seed = **asked.seed;
        for (to, from) in seed.iter_mut().zip((number as u64).to_be_bytes()) {
            *to ^= from;
        }
        let part = Part::<G>::prepared(asked, claims, &mut Coins::new(&seed));
        let sums = part.sums(0, part.signatures.len());
        (part, sums)
    };
    let prepared: Vec<(Part<G>, (G, G))> = spread(claims.chunks(share).enumerate(), work);
    let (mut signatures, mut hashes) = (G::nothing(), G::nothing());
    for (_, (signature, hash)) in &prepared {
        signature.add_to(&mut signatures);
        hash.add_to(&mut hashes);
    }
    let good = fits(asked.key, &G::settled(&signatures), &G::settled(&hashes));
    let judged = |(mut part, sums): (Part<G>, (G, G))| {
        if !good && !fits(asked.key, &sums.0, &sums.1) {
            part.halve(|signatures, hashes| fits(asked.key, signatures, hashes));
        }
        part.outcomes
    };
    if good {
        return prepared.into_iter().flat_map(judged).collect();
    }
    let outcomes = spread(prepared.into_iter(), judged);
    outcomes.into_iter().flatten().collect()
}

/// Does each job on a thread of its own, the last on this; the results in order.
pub(crate) fn spread<J: Send, T: Send>(
    jobs: impl Iterator<Item = J>,
    work: impl Fn(J) -> T + Sync,
) -> Vec<T> {
    let mut jobs: Vec<J> = jobs.collect();
    let Some(last) = jobs.pop() else {
        return Vec::new();
    };
    scope(|scope| {
        let work = &work;
        let others: Vec<_> = jobs
            .into_iter()
            .map(|job| scope.spawn(move || work(job)))
            .collect();
        let last = work(last);
        let joined = others.into_iter().map(|thread| match thread.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        let mut all: Vec<T> = joined.collect();
        all.push(last);
        all
    })
}

/// Whether sums of signatures and of uncleared hashes go together.
pub(super) fn fits<G: Group>(key: &G::Other, signatures: &G, hashes: &G) -> bool {
    super::verify(signatures, &hashes.cleared(), key)
}

impl<G: Group> Part<G>
where
    G::Field: Mapped,
{
    pub(super) fn prepared(asked: &Asked<'_, G>, claims: &[Claim<'_>], coins: &mut Coins) -> Self {
        let infinity = G::from_coordinates(None);
        let decoded = claims
            .iter()
            .map(|claim| match decode(claim.signature, "signature") {
                Ok(point) => (point, Ok(())),
                Err(error) => (infinity, Err(error)),
            });
        let (mut signatures, mut outcomes): (Vec<G>, Vec<Result<()>>) = decoded.unzip();
        if !all_in_group(&signatures, coins) {
            for (point, outcome) in signatures.iter_mut().zip(&mut outcomes) {
                if outcome.is_ok() && !point.in_group() {
                    (*point, *outcome) = (infinity, Err(outside::<G>("signature")));
                }
            }
        }
        let mut hashes = Vec::with_capacity(claims.len());
        for chunk in claims.chunks(MAPPED) {
            let messages: Vec<[u8; 32]> = chunk.iter().map(|claim| claim.message).collect();
            hashes.extend(uncleared::<G>(&messages, asked.domain));
        }
        for (hash, outcome) in hashes.iter_mut().zip(&outcomes) {
            if outcome.is_err() {
                *hash = infinity;
            }
        }
        let mut coefficients = vec![[0; COEFFICIENT_BYTES]; claims.len()];
        coins.fill(coefficients.as_flattened_mut());
        Self {
            signatures,
            hashes,
            coefficients,
            outcomes,
            wrong: asked.wrong,
        }
    }
}

impl<G: Group> Part<G> {
    fn sums(&self, start: usize, end: usize) -> (G, G) {
        let coefficients = self.coefficients.get(start..end).unwrap_or_default();
        let sum = |points: &[G]| {
            let points = points.get(start..end).unwrap_or_default();
            G::combined(points, coefficients)
        };
        (sum(&self.signatures), sum(&self.hashes))
    }

    /// Finds the bad ones of a part that holds one: where one half is good, the other is not. Each
    /// check is asked of `fits`. Halving is for few bad ones; when there are many, each of the rest is
    /// asked, so that whoever sends them can't choose twice the price.
    pub(super) fn halve(&mut self, mut fits: impl FnMut(&G, &G) -> bool) {
        let most = self.signatures.len() / MANY;
        let mut failed = 0;
        let mut open = vec![(0, self.signatures.len())];
        while let Some((start, end)) = open.pop() {
            if end - start <= 1 {
                self.refuse(start);
                continue;
            }
            if failed > most {
                (start..end).for_each(|at| self.ask(at, &mut fits));
                continue;
            }
            let middle = start + (end - start) / 2;
            let mut good = |(start, end)| {
                let (signatures, hashes) = self.sums(start, end);
                fits(&signatures, &hashes)
            };
            let (left, right) = ((start, middle), (middle, end));
            if good(left) {
                open.push(right);
                continue;
            }
            failed += 1;
            open.push(left);
            if !good(right) {
                failed += 1;
                open.push(right);
            }
        }
    }

    /// Asks for one whether it is good, unless it is known not to be.
    fn ask(&mut self, at: usize, fits: &mut impl FnMut(&G, &G) -> bool) {
        let known = self.outcomes.get(at).is_none_or(Result::is_err);
        if let Some((signature, hash)) = self.signatures.get(at).zip(self.hashes.get(at))
            && !known
            && !fits(signature, hash)
        {
            self.refuse(at);
        }
    }

    /// Names one as bad, unless it is known why.
    fn refuse(&mut self, at: usize) {
        if let Some(outcome) = self.outcomes.get_mut(at)
            && outcome.is_ok()
        {
            *outcome = Err((self.wrong)());
        }
    }
}

/// Whether every point is in the group, but for one time in 2^128. Of few points each is asked, of
/// many random sums are.
fn all_in_group<G: Group>(points: &[G], coins: &mut Coins) -> bool {
    let count = points.len() as u64;
    let passes = |bits: u32| u64::from(BITS.div_ceil(bits));
    let cost = |bits: &u32| passes(*bits) * (count + (ASKING << bits));
    let bits = (1..=8).min_by_key(cost).unwrap_or(8);
    if cost(&bits) >= count * ASKING {
        return points.iter().all(G::in_group);
    }
    let mask = ((1u32 << bits) - 1) as u8;
    let mut choices = vec![0u8; points.len()];
    (0..passes(bits)).all(|_| {
        coins.fill(&mut choices);
        let mut sums = vec![G::nothing(); 1 << bits];
        for (point, choice) in points.iter().zip(&choices) {
            if let Some(sum) = sums.get_mut(usize::from(choice & mask)) {
                point.add_to(sum);
            }
        }
        sums.iter().all(G::sum_in_group)
    })
}
