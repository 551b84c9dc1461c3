//! Polynomials over the scalars of a curve, by which secrets are shared; Lagrange's weights, by which
//! they come back; and Feldman's commitments, by which everyone sees that a share is right.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::Threshold;
use super::curve::{Curve, SecretScalar};
use crate::error::{Error, Result, slug};
use crate::secret::{SecretBytes, random};

/// A polynomial, its constant first; the constant is the secret.
pub struct Polynomial<C: Curve>(Zeroizing<Vec<C::Scalar>>);

impl<C: Curve> Polynomial<C> {
    /// A random one with as many coefficients as members are needed, none of the ends 0.
    pub fn random(size: Threshold, rng: &mut dyn CryptoRng) -> Self {
        let secret = Zeroizing::new(non_zero::<C>(rng));
        Self::with_constant(&secret, size, rng)
    }

    /// A random one that shares this secret.
    pub fn with_constant(secret: &C::Scalar, size: Threshold, rng: &mut dyn CryptoRng) -> Self {
        let mut terms = Zeroizing::new(Vec::with_capacity(size.t().into()));
        terms.push(*secret);
        // A last coefficient of 0 would let one member less act: one of 2^250 is drawn again.
        let middle = 2..size.t();
        terms.extend(middle.map(|_| C::random(rng)));
        if size.t() > 1 {
            terms.push(non_zero::<C>(rng));
        }
        Self(terms)
    }

    /// Of its coefficients.
    pub fn of(terms: Zeroizing<Vec<C::Scalar>>) -> Self {
        Self(terms)
    }

    /// The coefficients, the constant first. Secret.
    pub fn terms(&self) -> &[C::Scalar] {
        &self.0
    }

    /// The value at `x`.
    pub fn at(&self, x: u16) -> SecretScalar<C> {
        let x = C::number(x.into());
        let horner = |sum: C::Scalar, term: &C::Scalar| sum * x + *term;
        Zeroizing::new(self.0.iter().rev().fold(C::number(0), horner))
    }

    /// The commitments to it.
    pub fn commitments(&self) -> Commitments<C> {
        Commitments(self.0.iter().map(C::public).collect())
    }
}

fn non_zero<C: Curve>(rng: &mut dyn CryptoRng) -> C::Scalar {
    loop {
        let number = C::random(rng);
        if number != C::number(0) {
            return number;
        }
    }
}

/// Lagrange's weights of the members `xs` at 0: the secret is the sum of their shares times these.
///
/// ```
/// use decent::group::{Curve, Ed25519, weights};
/// // Of a line through (1, y) and (2, z) the value at 0 is 2y - z.
/// let [one, two] = weights::<Ed25519>(&[1, 2]).unwrap()[..] else { panic!() };
/// assert!(one == Ed25519::number(2) && two == Ed25519::number(0) - Ed25519::number(1));
/// ```
pub fn weights<C: Curve>(xs: &[u16]) -> Result<Vec<C::Scalar>> {
    weights_at::<C>(xs, 0)
}

/// Lagrange's weights of the members `xs` at any `at`. No member may stand twice.
pub fn weights_at<C: Curve>(xs: &[u16], at: u16) -> Result<Vec<C::Scalar>> {
    Ok(Lagrange::<C>::of(xs)?.at(at))
}

/// Members of whom Lagrange's weights are wanted at many places: what does not depend on the place is
/// found once.
pub struct Lagrange<C: Curve> {
    xs: Vec<u16>,
    /// Of each one over the product of the others less it.
    inverses: Vec<C::Scalar>,
}

impl<C: Curve> Lagrange<C> {
    /// Of the members `xs`, none of them twice. It takes time by the square of their number.
    pub fn of(xs: &[u16]) -> Result<Self> {
        let number = |x: u16| C::number(x.into());
        let below = |xi: &u16| {
            let others = xs.iter().filter(|xj| *xj != xi);
            let product = |product, xj: &u16| product * (number(*xj) - number(*xi));
            others.fold(C::number(1), product)
        };
        let twice =
            |x: &u16| Error::new(slug::SHARE_TWICE, "distinct numbers", format!("{x} twice"));
        let mut sorted = xs.to_vec();
        sorted.sort_unstable();
        if let Some([x, _]) = sorted.windows(2).find(|pair| pair.first() == pair.last()) {
            return Err(twice(x));
        }
        let below: Vec<_> = xs.iter().map(below).collect();
        // Products of distinct small numbers' differences are never 0.
        let inverses = inverted::<C>(&below).ok_or_else(|| twice(&0))?;
        Ok(Self {
            xs: xs.to_vec(),
            inverses,
        })
    }

    /// The weights at `at`.
    pub fn at(&self, at: u16) -> Vec<C::Scalar> {
        let number = |x: u16| C::number(x.into());
        if self.xs.contains(&at) {
            let weight = |x: &u16| C::number((*x == at).into());
            return self.xs.iter().map(weight).collect();
        }
        let gaps: Vec<_> = self.xs.iter().map(|x| number(*x) - number(at)).collect();
        let all = gaps.iter().fold(C::number(1), |all, gap| all * *gap);
        // No gap is 0.
        let over = inverted::<C>(&gaps).unwrap_or_default();
        let both = over.iter().zip(&self.inverses);
        both.map(|(over, inverse)| all * *over * *inverse).collect()
    }
}

/// One over each number, by one inversion (Montgomery 1987); `None` where one is 0.
fn inverted<C: Curve>(numbers: &[C::Scalar]) -> Option<Vec<C::Scalar>> {
    let mut product = C::number(1);
    let mut before = Vec::with_capacity(numbers.len());
    for number in numbers {
        before.push(product);
        product = product * *number;
    }
    let mut over = C::inverse(&product)?;
    let mut inverses: Vec<_> = Vec::with_capacity(numbers.len());
    for (number, before) in numbers.iter().zip(&before).rev() {
        inverses.push(over * *before);
        over = over * *number;
    }
    inverses.reverse();
    Some(inverses)
}

/// Bytes of a random multiple: what is wrong passes once in 2^128.
const MULTIPLE: usize = 16;

/// A random number below 2^128.
pub(crate) fn multiple<C: Curve>(rng: &mut dyn CryptoRng) -> C::Scalar {
    let bytes: SecretBytes<MULTIPLE> = random(rng);
    let halves = bytes.chunks(8).map(|half| {
        let byte = |number, byte: &u8| number << 8 | u64::from(*byte);
        C::number(half.iter().fold(0, byte))
    });
    // 2^64 as the square of 2^32.
    let shift = C::number(1 << 32) * C::number(1 << 32);
    halves.fold(C::number(0), |sum, half| sum * shift + half)
}

/// Feldman's commitments: each coefficient times the generator, the constant first. It is the public
/// key of the secret.
#[derive(Clone, Debug, PartialEq)]
pub struct Commitments<C: Curve>(Vec<C::Point>);

impl<C: Curve> Commitments<C> {
    /// Of points that are known to be in the group; none is no commitment.
    pub fn of(points: Vec<C::Point>) -> Self {
        Self(points)
    }

    /// The points.
    pub fn points(&self) -> &[C::Point] {
        &self.0
    }

    /// Coefficients committed to.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The first: the public key.
    pub fn constant(&self) -> C::Point {
        self.0.first().copied().unwrap_or_else(C::infinity)
    }

    /// The value at `x`: the public share of member `x`.
    pub fn at(&self, x: u16) -> C::Point {
        C::value_at(&self.0, x)
    }

    /// Whether `share` is the value at `x` of the polynomial that these commit to.
    pub fn fits(&self, x: u16, share: &C::Scalar) -> bool {
        C::public(share) == self.at(x)
    }

    /// Whether all these shares fit, each at its member's number: one check for all of them. The sum of
    /// random multiples of the shares must have as its public key the sum of the same multiples of the
    /// values, which is a sum of multiples of the commitments.
    pub fn fit_all(&self, shares: &[(u16, &C::Scalar)], rng: &mut dyn CryptoRng) -> bool {
        if shares.is_empty() {
            return true;
        }
        let mut sum = Zeroizing::new(C::number(0));
        let mut members = Vec::with_capacity(shares.len());
        for (member, share) in shares {
            let multiple = multiple::<C>(rng);
            *sum = *sum + multiple * **share;
            members.push((*member, multiple));
        }
        C::public(&sum) == self.sum_at(&members)
    }

    /// The sum of the values at members' numbers, each times a number that is no secret.
    pub(crate) fn sum_at(&self, members: &[(u16, C::Scalar)]) -> C::Point {
        let mut factors = vec![C::number(0); self.count()];
        for (member, multiple) in members {
            let (x, mut factor) = (C::number((*member).into()), *multiple);
            for sum in &mut factors {
                *sum = *sum + factor;
                factor = factor * x;
            }
        }
        C::sum(&self.0, &factors)
    }

    /// The sum with others, term by term: commitments to the sum of the polynomials.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let (long, short) = if self.0.len() >= other.0.len() {
            (self, other)
        } else {
            (other, self)
        };
        let zeros = std::iter::repeat(None);
        let others = short.0.iter().map(Some).chain(zeros);
        let sums = long.0.iter().zip(others);
        let sum = |(one, other): (&C::Point, Option<&C::Point>)| {
            other.map_or(*one, |other| C::plus(one, other))
        };
        Self(sums.map(sum).collect())
    }

    /// All times a number: commitments to that multiple of the polynomial.
    #[must_use]
    pub fn times(&self, factor: &C::Scalar) -> Self {
        Self(self.0.iter().map(|p| C::times(p, factor)).collect())
    }

    /// The encodings, one behind the other.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|point| C::encode(point)).collect()
    }
}
