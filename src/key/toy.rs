//! A curve small enough to see: y^2 = x^3 + 7, the equation of secp256k1, over a small prime. Points
//! are added by hand as SEC 1 section 2.2.1 says, and what a secret scalar rests on, the discrete
//! logarithm, is found by steps.

use std::collections::HashMap;

use crate::error::{Error, Result, slug};
use crate::watch::{Step, Watch};

/// The largest prime.
pub const PRIME_MOST: u64 = 1 << 31;

/// The largest prime for which every point is gone through.
pub const WALK_MOST: u64 = 1 << 22;

/// The prime that examples take: its curve has 79 points, a prime too, and begins at (2, 22).
pub const PRIME: u64 = 67;

/// A point, or `None` for the point at infinity, the zero of the group.
pub type Point = Option<(u64, u64)>;

/// The curve over one prime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toy {
    prime: u64,
}

/// What a search for a logarithm came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The scalar.
    pub scalar: u64,
    /// Points that were computed to find it.
    pub steps: u64,
}

/// A point as it is written: `2,22`, or `infinity`.
pub fn shown(point: Point) -> String {
    point.map_or("infinity".into(), |(x, y)| format!("{x},{y}"))
}

fn out_of_range(wanted: impl Into<String>, found: impl Into<String>) -> Error {
    Error::new(slug::OUT_OF_RANGE, wanted.into(), found.into())
}

impl Toy {
    /// The curve over a prime from 11 to 2^31.
    ///
    /// ```
    /// use decent::key::toy::{PRIME, Toy};
    /// let toy = Toy::new(PRIME).unwrap();
    /// let start = toy.start().unwrap();
    /// assert_eq!(start, Some((2, 22)));
    /// assert_eq!(toy.times(79, start), None);
    /// assert_eq!(toy.add(toy.times(20, start), toy.times(5, start)), toy.times(25, start));
    /// ```
    pub fn new(prime: u64) -> Result<Self> {
        let in_range = (11..PRIME_MOST).contains(&prime);
        if !in_range || (2..=prime.isqrt()).any(|d| prime.is_multiple_of(d)) {
            return Err(out_of_range("a prime from 11 to 2^31", prime.to_string()));
        }
        Ok(Self { prime })
    }

    /// Whether a point is on the curve.
    pub fn holds(&self, point: Point) -> bool {
        point.is_none_or(|(x, y)| {
            let inside = x < self.prime && y < self.prime;
            inside && y * y % self.prime == self.right(x)
        })
    }

    /// x^3 + 7.
    fn right(self, x: u64) -> u64 {
        (x * x % self.prime * x + 7) % self.prime
    }

    /// The point with the smallest coordinates that is not its own negative.
    pub fn start(&self) -> Result<Point> {
        let halves = (self.prime - 1) / 2;
        for x in 1..self.prime {
            let square = self.right(x);
            if square == 0 || self.power(square, halves) != 1 {
                continue;
            }
            let root = if self.prime % 4 == 3 {
                let root = self.power(square, self.prime.div_ceil(4));
                Some(root.min(self.prime - root))
            } else {
                (1..=halves).find(|y| y * y % self.prime == square)
            };
            if let Some(y) = root {
                return Ok(Some((x, y)));
            }
        }
        Err(out_of_range("a curve with points", "one without"))
    }

    fn power(self, base: u64, exponent: u64) -> u64 {
        let (mut base, mut exponent, mut result) = (base % self.prime, exponent, 1);
        while exponent > 0 {
            if exponent & 1 == 1 {
                result = result * base % self.prime;
            }
            base = base * base % self.prime;
            exponent >>= 1;
        }
        result
    }

    /// The number that times `number` is 1, by Fermat.
    fn inverse(self, number: u64) -> u64 {
        self.power(number, self.prime - 2)
    }

    fn minus(self, a: u64, b: u64) -> u64 {
        (a + self.prime - b) % self.prime
    }

    /// The slope of the line through two points, or along the curve at one; `None` where it is upright.
    pub fn slope(&self, one: (u64, u64), other: (u64, u64)) -> Option<u64> {
        let (rise, run) = if one == other {
            (3 * (one.0 * one.0 % self.prime), 2 * one.1)
        } else {
            (self.minus(other.1, one.1), self.minus(other.0, one.0))
        };
        let run = run % self.prime;
        (run != 0).then(|| rise % self.prime * self.inverse(run) % self.prime)
    }

    /// The sum: the third point of the line, mirrored.
    pub fn add(&self, one: Point, other: Point) -> Point {
        let (Some(one), Some(other)) = (one, other) else {
            return one.or(other);
        };
        let slope = self.slope(one, other)?;
        let x = self.minus(slope * slope % self.prime, (one.0 + other.0) % self.prime);
        let y = self.minus(slope * self.minus(one.0, x) % self.prime, one.1);
        Some((x, y))
    }

    /// The point added to itself, so many times, by doubling and adding.
    pub fn times(&self, scalar: u64, point: Point) -> Point {
        let (mut scalar, mut doubled, mut sum) = (scalar, point, None);
        while scalar > 0 {
            if scalar & 1 == 1 {
                sum = self.add(sum, doubled);
            }
            doubled = self.add(doubled, doubled);
            scalar >>= 1;
        }
        sum
    }

    /// The same, each step told with its slope.
    pub fn tell_times(&self, scalar: u64, point: Point, watch: &dyn Watch) {
        let (mut rest, mut doubled, mut sum) = (scalar, point, None);
        let mut power = 1u64;
        while rest > 0 {
            if rest & 1 == 1 {
                let next = self.add(sum, doubled);
                let why = format!(
                    "bit {} of {scalar} is set: {power} P is added",
                    power.ilog2()
                );
                watch.step(
                    &self
                        .step("add", why, sum, doubled)
                        .value("sum", shown(next)),
                );
                sum = next;
            }
            rest >>= 1;
            if rest > 0 {
                let next = self.add(doubled, doubled);
                let why = format!("{} P is twice {power} P", power << 1);
                let step = self.step("double", why, doubled, doubled);
                watch.step(&step.value("point", shown(next)));
                (doubled, power) = (next, power << 1);
            }
        }
    }

    fn step(self, title: &str, why: String, one: Point, other: Point) -> Step {
        let step = Step::new(title, why);
        let slope = one
            .zip(other)
            .and_then(|(one, other)| self.slope(one, other));
        match slope {
            Some(slope) => step.value("slope", slope),
            None => step,
        }
    }

    /// How many points there are until the point's multiples come round to infinity.
    pub fn order(&self, point: Point) -> Result<u64> {
        self.walkable()?;
        let (mut at, mut count) = (point, 1);
        while at.is_some() {
            at = self.add(at, point);
            count += 1;
        }
        Ok(count)
    }

    fn walkable(self) -> Result<()> {
        if self.prime <= WALK_MOST {
            return Ok(());
        }
        let wanted = "a prime up to 2^22, to go through every point";
        Err(out_of_range(wanted, self.prime.to_string()))
    }

    /// The scalar that makes `target` of `point`, by trying 1, 2, 3, ..
    pub fn walk(&self, point: Point, target: Point) -> Result<Found> {
        self.walkable()?;
        let (mut at, mut scalar) = (point, 1);
        while at != target {
            if at.is_none() {
                return Err(not_a_multiple());
            }
            at = self.add(at, point);
            scalar += 1;
        }
        Ok(Found {
            scalar,
            steps: scalar,
        })
    }

    /// The same by baby steps and giant steps (Shanks 1971): about twice the square root of the order,
    /// and a table as long as that root.
    pub fn giant(&self, point: Point, target: Point) -> Result<Found> {
        // Hasse: there are at most p + 1 + 2 sqrt(p) points.
        let root = (self.prime + 2 * self.prime.isqrt() + 2).isqrt() + 1;
        let mut table = HashMap::new();
        let mut at = None;
        let mut steps = 0;
        for baby in 0..root {
            table.entry(at).or_insert(baby);
            at = self.add(at, point);
            steps += 1;
        }
        // `at` is root times the point: take it off the target until a baby step is met.
        let back = at.map(|(x, y)| (x, self.minus(0, y)));
        let mut rest = target;
        for giant in 0..=root {
            if let Some(baby) = table.get(&rest).filter(|baby| giant * root + **baby > 0) {
                let scalar = giant * root + baby;
                return Ok(Found { scalar, steps });
            }
            rest = self.add(rest, back);
            steps += 1;
        }
        Err(not_a_multiple())
    }
}

fn not_a_multiple() -> Error {
    Error::new(
        slug::NOT_A_POINT,
        "a multiple of the start",
        "another point",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group() {
        let toy = Toy::new(PRIME).expect("a prime");
        let start = toy.start().expect("a point");
        assert_eq!(toy.order(start).expect("small"), 79);
        for scalar in 1..=79 {
            let point = toy.times(scalar, start);
            assert!(toy.holds(point));
            for found in [toy.walk(start, point), toy.giant(start, point)] {
                assert_eq!(found.expect("a multiple").scalar, scalar);
            }
        }
        assert_eq!(toy.times(80, start), start);
    }

    #[test]
    fn giant_steps_are_few() {
        let toy = Toy::new(1_000_003).expect("a prime");
        let start = toy.start().expect("a point");
        let target = toy.times(765_432, start);
        let (walk, giant) = (toy.walk(start, target), toy.giant(start, target));
        let (walk, giant) = (walk.expect("found"), giant.expect("found"));
        assert_eq!(toy.times(giant.scalar, start), target);
        assert!(giant.steps < 2200 && walk.steps == walk.scalar);
    }

    #[test]
    fn what_is_no_prime_or_no_point_is_refused() {
        for number in [0, 1, 2, 9, 15, 1 << 31, u64::MAX] {
            assert!(Toy::new(number).is_err(), "{number}");
        }
        let toy = Toy::new(PRIME).expect("a prime");
        assert!(!toy.holds(Some((2, 23))) && !toy.holds(Some((69, 22))));
        assert!(toy.holds(None));
    }
}
