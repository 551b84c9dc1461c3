//! Many signatures of Ed25519 at once. They are added up, each times a random number, and asked for in
//! one equation: whoever does not know the numbers beforehand passes a false one once in 2^128.
//!
//! That holds in the group of prime order alone. The curve has eight times as many points, and a signer
//! may add one of the eight to R, which the equation would let pass one time in two, and the strict rule
//! never. So all points are asked for the group as well: keys alone, the R of all in random sums, of
//! which each misses a point outside one time in two, and 128 of them once in 2^128. That costs as much
//! as some two hundred signatures, so fewer than that are asked for one by one.

use std::num::NonZeroUsize;

use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::{Identity, IsIdentity, VartimeMultiscalarMul};

use super::Judge;
use crate::bls::batch::spread as jobs;
use crate::coins::Coins;
use crate::sig::ed25519::{Refusal, challenge, halves, verify_short, wide};

/// Signatures that are worth adding up.
const WORTH: usize = 256;
/// Signatures in one sum, at most: where one is bad, all of its sum are asked for alone.
const MOST: usize = 2048;
/// Random sums that are asked for the group.
const SUMS: usize = 128;
/// Jobs that are worth a thread.
const SHARE: usize = 16;

/// A signature, its message, its key, which was checked to be one.
#[derive(Clone, Copy)]
pub(super) struct One<'a> {
    pub(super) key: &'a [u8; 32],
    pub(super) signature: &'a [u8; 64],
    pub(super) message: &'a [u8],
}

/// Does something with each, on so many threads; the results in order.
pub(super) fn spread<J: Sync, T: Send>(
    all: &[J],
    threads: NonZeroUsize,
    work: impl Fn(&J) -> T + Sync,
) -> Vec<T> {
    let threads = threads.get().min(all.len().div_ceil(SHARE)).max(1);
    let share = all.len().div_ceil(threads).max(1);
    let part = |part: &[J]| part.iter().map(&work).collect::<Vec<T>>();
    let parts = jobs(all.chunks(share), part);
    parts.into_iter().flatten().collect()
}

/// What comes of each.
pub(super) fn verify(all: &[One<'_>], judge: &Judge) -> Vec<Result<(), Refusal>> {
    let alone = |one: &One<'_>| verify_short(one.key, one.signature, one.message);
    if all.len() < WORTH {
        return spread(all, judge.threads, alone);
    }
    let share = all.len().div_ceil(judge.threads.get());
    let share = share.clamp(WORTH, MOST);
    let chunks: Vec<(usize, &[One<'_>])> = all.chunks(share).enumerate().collect();
    let work = |(number, part): (usize, &[One<'_>])| {
        let mut seed = judge.seed;
        for (to, from) in seed.iter_mut().zip((number as u64).to_be_bytes()) {
            *to ^= from;
        }
        if part.len() >= WORTH && all_hold(part, &mut Coins::new(&seed)) {
            return vec![Ok(()); part.len()];
        }
        part.iter().map(alone).collect()
    };
    // No more at once than there are threads.
    let rounds = chunks.chunks(judge.threads.get());
    rounds
        .flat_map(|round| jobs(round.iter().copied(), work))
        .flatten()
        .collect()
}

/// The point of 32 bytes in their only encoding.
fn point(bytes: &[u8; 32]) -> Option<EdwardsPoint> {
    let point = CompressedEdwardsY(*bytes).decompress()?;
    (point.compress().to_bytes() == *bytes && !point.is_small_order()).then_some(point)
}

/// Whether a point is in the group of prime order: one less than the order times it is across from it.
fn in_group(point: &EdwardsPoint) -> bool {
    let almost =
        EdwardsPoint::vartime_double_scalar_mul_basepoint(&-Scalar::ONE, point, &Scalar::ZERO);
    (almost + point).is_identity()
}

/// Whether all of them hold. *No* may be wrong where a key is outside of the group.
fn all_hold(all: &[One<'_>], coins: &mut Coins) -> bool {
    let mut keys: Vec<(&[u8; 32], Scalar)> = Vec::new();
    let mut by_key: Vec<(&[u8; 32], Scalar)> = Vec::with_capacity(all.len());
    let (mut scalars, mut points) = (Vec::with_capacity(all.len()), Vec::with_capacity(all.len()));
    let mut base = Scalar::ZERO;
    for one in all {
        let (r, s) = halves(one.signature);
        let s = Option::<Scalar>::from(Scalar::from_canonical_bytes(s));
        let (Some(r), Some(s)) = (point(&r), s) else {
            return false;
        };
        let mut power = [0; 16];
        coins.fill(&mut power);
        let power = Scalar::from(u128::from_le_bytes(power));
        let k = wide(&challenge(one.key, one.signature).with(one.message));
        base += power * s;
        by_key.push((one.key, power * k));
        scalars.push(power);
        points.push(r);
    }
    if !sums_in_group(&points, coins) {
        return false;
    }
    // A member signs many links: its key is multiplied once.
    by_key.sort_unstable_by_key(|(key, _)| *key);
    for (key, scalar) in by_key {
        match keys.last_mut() {
            Some((last, sum)) if *last == key => *sum += scalar,
            _ => keys.push((key, scalar)),
        }
    }
    for (key, scalar) in keys {
        let Some(key) = point(key).filter(in_group) else {
            return false;
        };
        scalars.push(scalar);
        points.push(key);
    }
    let sum = EdwardsPoint::vartime_multiscalar_mul(&scalars, &points);
    (sum - EdwardsPoint::mul_base(&base)).is_identity()
}

/// Whether all points are in the group, by random sums of them.
fn sums_in_group(points: &[EdwardsPoint], coins: &mut Coins) -> bool {
    let mut sums = vec![EdwardsPoint::identity(); SUMS];
    for point in points {
        let mut bits = [0u8; SUMS / 8];
        coins.fill(&mut bits);
        for (number, sum) in sums.iter_mut().enumerate() {
            let byte = bits.get(number / 8).copied().unwrap_or_default();
            if byte >> (number % 8) & 1 == 1 {
                *sum += point;
            }
        }
    }
    sums.iter().all(in_group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sig::ed25519::SigningKey;
    use curve25519_dalek::constants::EIGHT_TORSION;
    use sha2::{Digest, Sha512};

    fn judge(seed: u8) -> Judge {
        let threads = NonZeroUsize::new(2).unwrap();
        Judge {
            seed: [seed; 32],
            threads,
        }
    }

    /// A signature that the equation with the cofactor takes, and the strict one does not: whoever has
    /// the key adds a point of small order to R.
    fn outside(seed: [u8; 32], message: &[u8], torsion: usize) -> [u8; 64] {
        let (scalar, _) = crate::sig::ed25519::expanded(&seed);
        let key = *SigningKey::from_seed(&seed).public_key();
        let nonce = Scalar::from(77u64);
        let r = EdwardsPoint::mul_base(&nonce) + EIGHT_TORSION[torsion];
        let r = r.compress().to_bytes();
        let k = Sha512::new_with_prefix(r)
            .chain_update(key)
            .chain_update(message);
        let s = nonce + wide(&k.finalize()) * *scalar;
        let mut signature = [0; 64];
        signature[..32].copy_from_slice(&r);
        signature[32..].copy_from_slice(s.as_bytes());
        signature
    }

    #[test]
    fn many_are_judged_as_each_alone() {
        let seeds: Vec<[u8; 32]> = (0..7).map(|seed| [seed; 32]).collect();
        let keys: Vec<SigningKey> = seeds.iter().map(SigningKey::from_seed).collect();
        let messages: Vec<String> = (0..600).map(|number| format!("message {number}")).collect();
        let mut signatures: Vec<[u8; 64]> = Vec::new();
        for (number, message) in messages.iter().enumerate() {
            signatures.push(keys[number % 7].sign(message.as_bytes()));
        }
        let verdicts = |signatures: &[[u8; 64]], seed| {
            let all: Vec<One<'_>> = (0..signatures.len())
                .map(|number| One {
                    key: keys[number % 7].public_key(),
                    signature: &signatures[number],
                    message: messages[number].as_bytes(),
                })
                .collect();
            verify(&all, &judge(seed))
        };
        assert!(verdicts(&signatures, 1).iter().all(Result::is_ok));
        let good = signatures.clone();
        for torsion in 1..8 {
            signatures[300] = outside(seeds[300 % 7], messages[300].as_bytes(), torsion);
            for seed in 0..4 {
                let found = verdicts(&signatures, seed);
                let bad: Vec<usize> = (0..600).filter(|at| found[*at].is_err()).collect();
                assert_eq!(bad, [300], "torsion {torsion}, seed {seed}");
            }
        }
        signatures = good;
        signatures[5][40] ^= 1;
        signatures[599][3] ^= 1;
        let found = verdicts(&signatures, 9);
        let bad: Vec<usize> = (0..600).filter(|at| found[*at].is_err()).collect();
        assert_eq!(bad, [5, 599]);
    }

    #[test]
    fn the_sums_find_a_point_outside() {
        let mut points: Vec<EdwardsPoint> = (1..300u64)
            .map(|number| EdwardsPoint::mul_base(&Scalar::from(number)))
            .collect();
        assert!(sums_in_group(&points, &mut Coins::new(&[1; 32])));
        for torsion in &EIGHT_TORSION[1..] {
            points[200] += torsion;
            assert!(!in_group(&points[200]));
            assert!(!sums_in_group(&points, &mut Coins::new(&[2; 32])));
            points[200] -= torsion;
        }
    }
}
