//! Messages to points of the curve, many at once and before the cofactor is cleared (RFC 9380 sections
//! 5.2 and 6.6.3): clearing is linear, so that a sum of many is cleared once. blst does the same for one
//! message; it gives out no map without the clearing, so that step alone stands here.

use super::Group;
use super::kernel_field::expanded;

/// A field of one of the curves.
pub(crate) trait Field: Copy + Eq + Send + Sync + 'static {
    /// Uniform bytes that make one element, RFC 9380 section 5.2: L = 64 for each number.
    const UNIFORM: usize;
    fn zero() -> Self;
    fn one() -> Self;
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn squared(self) -> Self;
    /// 1 over it; of 0 it is 0.
    fn inverse(self) -> Self;
    /// RFC 9380 section 4.1, sgn0.
    fn is_odd(self) -> bool;
    /// Uniform bytes modulo the prime.
    fn from_uniform(bytes: &[u8]) -> Self;
    /// A root of `first` where it has one, else one of `first * ratio^3`, which then has; `ratio` is
    /// Z u^2 and `turn` a root of -Z^3 where -1 is no square.
    fn root_of_either(first: Self, ratio: Self, u: Self, turn: Self) -> (bool, Self);
    /// A root of -self, where -1 is no square and neither is self; else unused.
    fn root_of_minus(self) -> Self;
}

/// A curve y^2 = x^3 + a x + b, with the isogeny that leads from it to the one that is meant.
pub(crate) struct Way<F: Field> {
    a: F,
    b: F,
    z: F,
    /// A root of -Z^3.
    turn: F,
    /// -b / a.
    minus_b_over_a: F,
    /// b / (z a).
    exception: F,
    /// Coefficients of x's and y's numerators and denominators, the constant first.
    fractions: [Vec<F>; 4],
}

impl<F: Field> Way<F> {
    pub(super) fn new(a: F, b: F, z: F, fractions: [Vec<F>; 4]) -> Self {
        let minus_b = F::zero().minus(b);
        Self {
            a,
            b,
            z,
            turn: z.squared().times(z).root_of_minus(),
            minus_b_over_a: minus_b.times(a.inverse()),
            exception: b.times(z.times(a).inverse()),
            fractions,
        }
    }
}

/// A field that knows its curve.
pub(crate) trait Mapped: Field {
    fn way() -> &'static Way<Self>;
}

/// 1 over each, with one division for all. Zeros stay.
fn inverted<F: Field>(all: &mut [F]) {
    let mut product = F::one();
    let mut before = Vec::with_capacity(all.len());
    for one in all.iter() {
        before.push(product);
        if *one != F::zero() {
            product = product.times(*one);
        }
    }
    let mut rest = product.inverse();
    for (one, before) in all.iter_mut().zip(before).rev() {
        if *one != F::zero() {
            let value = *one;
            *one = rest.times(before);
            rest = rest.times(value);
        }
    }
}

/// The simplified map of Shallue, van de Woestijne and Ulas on a curve with a and b not 0: RFC 9380
/// section 6.6.2.
pub(super) fn mapped<F: Field>(all: &[F], way: &Way<F>) -> Vec<(F, F)> {
    let ratios: Vec<F> = all.iter().map(|u| way.z.times(u.squared())).collect();
    let mut parts: Vec<F> = ratios.iter().map(|r| r.squared().plus(*r)).collect();
    inverted(&mut parts);
    let each = all.iter().zip(ratios).zip(parts);
    each.map(|((u, ratio), part)| {
        let first = if part == F::zero() {
            way.exception
        } else {
            way.minus_b_over_a.times(F::one().plus(part))
        };
        let right = first.squared().plus(way.a).times(first).plus(way.b);
        let (square, y) = F::root_of_either(right, ratio, *u, way.turn);
        let x = if square { first } else { ratio.times(first) };
        let y = if u.is_odd() == y.is_odd() {
            y
        } else {
            F::zero().minus(y)
        };
        (x, y)
    })
    .collect()
}

/// The sums of neighbours on the curve that was mapped to; `None` is infinity.
pub(super) fn neighbours_added<F: Field>(points: &[(F, F)], way: &Way<F>) -> Vec<Option<(F, F)>> {
    let pairs = points.as_chunks::<2>().0;
    // The slope is a fraction: between two points, or of the curve at one that is there twice.
    let slopes = pairs.iter().map(|[(x0, y0), (x1, y1)]| {
        if x0 == x1 {
            let square = x0.squared();
            let over = if y0 == y1 { y0.plus(*y1) } else { F::zero() };
            (square.plus(square).plus(square).plus(way.a), over)
        } else {
            (y1.minus(*y0), x1.minus(*x0))
        }
    });
    let (over, mut under): (Vec<F>, Vec<F>) = slopes.unzip();
    inverted(&mut under);
    let each = pairs.iter().zip(over).zip(under);
    each.map(|(([(x0, y0), (x1, _)], over), under)| {
        if under == F::zero() {
            return None;
        }
        let slope = over.times(under);
        let x = slope.squared().minus(*x0).minus(*x1);
        Some((x, slope.times(x0.minus(x)).minus(*y0)))
    })
    .collect()
}

/// The value of a polynomial, its constant first.
fn value<F: Field>(polynomial: &[F], x: F) -> F {
    let each = polynomial.iter().rev();
    each.fold(F::zero(), |sum, one| sum.times(x).plus(*one))
}

/// Points taken along the isogeny, RFC 9380 section 6.6.3; where a denominator is 0, to infinity.
pub(super) fn carried<F: Field>(points: &[Option<(F, F)>], way: &Way<F>) -> Vec<Option<(F, F)>> {
    let [x_over, x_under, y_over, y_under] = &way.fractions;
    let values = points.iter().map(|point| {
        let x = point.map_or(F::zero(), |(x, _)| x);
        [x_over, x_under, y_over, y_under].map(|polynomial| value(polynomial, x))
    });
    let values: Vec<[F; 4]> = values.collect();
    let under = values.iter().map(|[_, x, _, y]| x.times(*y));
    let mut under: Vec<F> = under.collect();
    inverted(&mut under);
    let each = points.iter().zip(values).zip(under);
    each.map(|((point, [x_over, x_under, y_over, y_under]), under)| {
        let (_, y) = (*point)?;
        if under == F::zero() {
            return None;
        }
        let x = x_over.times(under).times(y_under);
        Some((x, y.times(y_over).times(under).times(x_under)))
    })
    .collect()
}

/// For each message the point that becomes its hash once it is [`Group::cleared`].
pub(super) fn uncleared<G: Group>(messages: &[[u8; 32]], domain: &[u8]) -> Vec<G>
where
    G::Field: Mapped,
{
    let way = G::Field::way();
    let mut bytes = vec![0; 2 * G::Field::UNIFORM];
    let mut elements = Vec::with_capacity(messages.len() * 2);
    for message in messages {
        expanded(message, domain, &mut bytes);
        let each = bytes.chunks_exact(G::Field::UNIFORM);
        elements.extend(each.map(G::Field::from_uniform));
    }
    let points = mapped(&elements, way);
    let sums = carried(&neighbours_added(&points, way), way);
    sums.into_iter().map(G::from_coordinates).collect()
}
