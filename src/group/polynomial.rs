//! Polynomials over the scalars of a curve, by which secrets are shared; Lagrange's weights, by which
//! they come back; and Feldman's commitments, by which everyone sees that a share is right.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::Threshold;
use super::curve::{Curve, SecretScalar};
use crate::error::{Error, Result, slug};

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
    let number = |x: u16| C::number(x.into());
    let weight = |(i, xi): (usize, &u16)| {
        let others = xs.iter().enumerate().filter(|(j, _)| *j != i);
        let one = || C::number(1);
        let (above, below) = others.fold((one(), one()), |(above, below), (_, xj)| {
            (
                above * (number(*xj) - number(at)),
                below * (number(*xj) - number(*xi)),
            )
        });
        let twice = || Error::new(slug::SHARE_TWICE, "distinct numbers", format!("{xi} twice"));
        Ok(above * C::inverse(&below).ok_or_else(twice)?)
    };
    xs.iter().enumerate().map(weight).collect()
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
