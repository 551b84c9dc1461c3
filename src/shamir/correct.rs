//! Which shares are wrong, where more are there than rebuild the secret: shares are code words of
//! Reed and Solomon, and up to (k - t)/2 wrong ones of k are found by Berlekamp and Welch's way.
//!
//! Columns are many, wrong shares few and the same in every column. So each share is first boiled
//! down to a sketch by one random linear map, under which a share that fits the others fits them
//! still, and one that doesn't stays wrong but by chance.

use super::gf::Field;
use super::kernel::{Kernel, Mixer};
use crate::coins::Coins;
use crate::error::Result;

/// Bytes of a sketch.
pub(super) const SKETCH: usize = 4096;

/// Tries with other random sums before a set of wrong shares is given up.
const TRIES: usize = 16;

/// Boils one share down: the sum of its blocks of [`SKETCH`] bytes, each times a power of one
/// random byte.
pub(super) struct Sketcher {
    step: Mixer,
    sums: Vec<Vec<u8>>,
    spare: Vec<u8>,
    padded: Vec<u8>,
}

impl Sketcher {
    pub(super) fn new(kernel: Kernel, field: Field, shares: usize, coins: &mut Coins) -> Self {
        let mut factor = [0];
        while matches!(factor, [0 | 1]) {
            coins.fill(&mut factor);
        }
        let [factor] = factor;
        Self {
            step: Mixer::new(kernel, field, &[vec![factor, 1]]),
            sums: vec![vec![0; SKETCH]; shares],
            spare: vec![0; SKETCH],
            padded: vec![0; SKETCH],
        }
    }

    /// Takes in the next bytes of share `i`; only the last of all may be no multiple of [`SKETCH`].
    pub(super) fn add(&mut self, i: usize, bytes: &[u8]) {
        let Some(sum) = self.sums.get_mut(i) else {
            return;
        };
        for block in bytes.chunks(SKETCH) {
            let block = if block.len() < SKETCH {
                self.padded.fill(0);
                for (to, from) in self.padded.iter_mut().zip(block) {
                    *to = *from;
                }
                &self.padded
            } else {
                block
            };
            self.step.mix(&[sum, block], &mut [&mut self.spare]);
            std::mem::swap(sum, &mut self.spare);
        }
    }

    pub(super) fn sketches(self) -> Vec<Vec<u8>> {
        self.sums
    }
}

/// The places of wrong shares among sketches at `xs`: at most `(xs.len() - t) / 2` of them. `None`
/// where more are wrong.
pub(super) fn wrong(
    kernel: Kernel,
    field: Field,
    t: usize,
    xs: &[u8],
    sketches: &[Vec<u8>],
    coins: &mut Coins,
) -> Result<Option<Vec<usize>>> {
    let most = xs.len().saturating_sub(t) / 2;
    let mut bad: Vec<usize> = Vec::new();
    for _ in 0..TRIES {
        let good: Vec<usize> = (0..xs.len()).filter(|i| !bad.contains(i)).collect();
        if agree(kernel, field, t, xs, sketches, &good)? {
            return Ok(Some(bad));
        }
        let lanes = coins.bytes(SKETCH);
        let sum = |sketch: &Vec<u8>| {
            let products = sketch
                .iter()
                .zip(lanes.iter())
                .map(|(a, b)| field.mul(*a, *b));
            products.fold(0, |sum, product| sum ^ product)
        };
        let word: Vec<u8> = sketches.iter().map(sum).collect();
        let Some(found) = decode(field, t, xs, &word, most) else {
            return Ok(None);
        };
        bad.extend(found);
        bad.sort_unstable();
        bad.dedup();
        if bad.len() > most {
            return Ok(None);
        }
    }
    Ok(None)
}

/// Whether all shares of `good` lie on polynomials with `t` coefficients.
fn agree(
    kernel: Kernel,
    field: Field,
    t: usize,
    xs: &[u8],
    sketches: &[Vec<u8>],
    good: &[usize],
) -> Result<bool> {
    let Some((base, others)) = good.split_at_checked(t) else {
        return Ok(false);
    };
    if others.is_empty() {
        return Ok(true);
    }
    let x_of = |i: &usize| xs.get(*i).copied().unwrap_or(0);
    let sketch_of = |i: &usize| sketches.get(*i).map_or(&[][..], Vec::as_slice);
    let base_xs: Vec<u8> = base.iter().map(x_of).collect();
    let rows = others
        .iter()
        .map(|other| field.weights(&base_xs, x_of(other)));
    let rows: Vec<Vec<u8>> = rows.collect::<Result<_>>()?;
    let inputs: Vec<&[u8]> = base.iter().map(sketch_of).collect();
    let mut held = vec![vec![0; SKETCH]; others.len()];
    let mut outputs: Vec<&mut [u8]> = held.iter_mut().map(Vec::as_mut_slice).collect();
    Mixer::new(kernel, field, &rows).mix(&inputs, &mut outputs);
    let mut pairs = others.iter().zip(&held);
    Ok(pairs.all(|(other, predicted)| sketch_of(other) == predicted.as_slice()))
}

/// Berlekamp and Welch: finds Q and E with Q(x) = y E(x) at every point, E of degree `most` and
/// leading coefficient 1; the polynomial is Q / E. Returns the places that don't lie on it.
fn decode(field: Field, t: usize, xs: &[u8], word: &[u8], most: usize) -> Option<Vec<usize>> {
    let unknown = t + 2 * most;
    let equation = |(x, y): (&u8, &u8)| {
        let powers = field.powers(*x, t + most);
        let errors = powers.iter().take(most).map(|power| field.mul(*y, *power));
        let last = field.mul(*y, powers.get(most).copied().unwrap_or(1));
        let row: Vec<u8> = powers.iter().copied().chain(errors).chain([last]).collect();
        row
    };
    let mut rows: Vec<Vec<u8>> = xs.iter().zip(word).map(equation).collect();
    let solution = solve(field, &mut rows, unknown)?;
    let (q, e) = solution.split_at_checked(t + most)?;
    let e: Vec<u8> = e.iter().copied().chain([1]).collect();
    let quotient = divide(field, q, &e)?;
    if quotient.len() > t {
        return None;
    }
    let points = xs.iter().zip(word).enumerate();
    let off = points.filter(|(_, (x, y))| field.value(&quotient, **x) != **y);
    let bad: Vec<usize> = off.map(|(i, _)| i).collect();
    (bad.len() <= most).then_some(bad)
}

/// Gauss: a solution of rows whose last value stands alone, unknowns that are free being 0.
fn solve(field: Field, rows: &mut [Vec<u8>], unknown: usize) -> Option<Vec<u8>> {
    let mut pivots: Vec<usize> = Vec::new();
    for column in 0..unknown {
        let done = pivots.len();
        let value = |row: &Vec<u8>| row.get(column).copied().unwrap_or(0);
        let Some(found) = rows.iter().skip(done).position(|row| value(row) != 0) else {
            continue;
        };
        rows.swap(done, done + found);
        let mut pivot = rows.get(done)?.clone();
        let inverse = field.inverse(value(&pivot));
        for cell in &mut pivot {
            *cell = field.mul(*cell, inverse);
        }
        for (i, row) in rows.iter_mut().enumerate() {
            let factor = value(row);
            if i == done || factor == 0 {
                continue;
            }
            for (cell, other) in row.iter_mut().zip(&pivot) {
                *cell ^= field.mul(factor, *other);
            }
        }
        *rows.get_mut(done)? = pivot;
        pivots.push(column);
    }
    let contradicts = |row: &Vec<u8>| row.last().is_some_and(|last| *last != 0);
    if rows.iter().skip(pivots.len()).any(contradicts) {
        return None;
    }
    let mut solution = vec![0; unknown];
    for (row, column) in rows.iter().zip(pivots) {
        *solution.get_mut(column)? = *row.last()?;
    }
    Some(solution)
}

/// A quotient without remainder by a polynomial whose leading coefficient is 1.
fn divide(field: Field, above: &[u8], below: &[u8]) -> Option<Vec<u8>> {
    let mut rest = above.to_vec();
    let degree = below.len() - 1;
    let mut quotient = vec![0; above.len().saturating_sub(degree)];
    for (at, place) in quotient.iter_mut().enumerate().rev() {
        let factor = rest.get(at + degree).copied()?;
        *place = factor;
        for (cell, coefficient) in rest.iter_mut().skip(at).zip(below) {
            *cell ^= field.mul(factor, *coefficient);
        }
    }
    let whole = rest.iter().all(|cell| *cell == 0);
    whole.then_some(quotient)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(t: usize, xs: &[u8], len: usize) -> Vec<Vec<u8>> {
        let polynomials = Coins::new(&[3; 32]).bytes(t * len);
        let share = |x: &u8| {
            let columns = polynomials.chunks(t);
            columns.map(|column| Field::Aes.value(column, *x)).collect()
        };
        xs.iter().map(share).collect()
    }

    #[test]
    fn up_to_half_of_what_is_too_many_may_be_wrong() {
        let xs: Vec<u8> = (1..=11).collect();
        for t in 2..=9 {
            let most = (xs.len() - t) / 2;
            for count in 0..=most + 1 {
                let mut coins = Coins::new(&[t as u8; 32]);
                let mut all = shares(t, &xs, 10_000);
                for (i, share) in all.iter_mut().enumerate().take(count) {
                    // One byte each, in different columns.
                    share[(i * 1237) % 10_000] ^= 1 + i as u8;
                }
                let mut sketcher =
                    Sketcher::new(Kernel::detect(), Field::Aes, xs.len(), &mut coins);
                for (i, share) in all.iter().enumerate() {
                    sketcher.add(i, share);
                }
                let sketches = sketcher.sketches();
                let found =
                    wrong(Kernel::detect(), Field::Aes, t, &xs, &sketches, &mut coins).expect("xs");
                let wanted = (count <= most).then(|| (0..count).collect::<Vec<_>>());
                assert_eq!(found, wanted, "{count} wrong, t = {t}");
            }
        }
    }
}
