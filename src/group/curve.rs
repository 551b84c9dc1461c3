//! What a group asks of a curve: numbers modulo the order of a group of points, points, and the one
//! canonical encoding of each.

use std::fmt::Debug;
use std::ops::{Add, Mul, Sub};

use rand_core::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use crate::secret::SecretBytes;

mod bls12_381;
mod ed25519;
mod secp256k1;

pub use bls12_381::{Bls12381G1, Bls12381G2, Pair, Pairing};
pub use ed25519::Ed25519;
pub use secp256k1::Secp256k1;

/// The curves by their words on the command line and in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveName {
    /// BLS12-381 with public keys in G1 and signatures in G2.
    Bls12381G1,
    /// BLS12-381 with public keys in G2 and signatures in G1.
    Bls12381G2,
    /// The twisted Edwards curve of RFC 8032.
    Ed25519,
    /// The curve of Bitcoin, SEC 2 section 2.4.1.
    Secp256k1,
}

impl CurveName {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Bls12381G1,
        Self::Bls12381G2,
        Self::Ed25519,
        Self::Secp256k1,
    ];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bls12381G1 => "bls12-381-g1",
            Self::Bls12381G2 => "bls12-381-g2",
            Self::Ed25519 => "ed25519",
            Self::Secp256k1 => "secp256k1",
        }
    }

    /// The curve of a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|curve| curve.name() == word)
    }
}

/// A curve, or one of the two groups of a pairing: its numbers and its points.
///
/// `Scalar` is a number modulo the order of the group, 0 among them, with arithmetic in constant time;
/// what holds a secret one wraps it in [`Zeroizing`]. `Point` is always in the group.
pub trait Curve: Copy + Debug + PartialEq + Eq + Send + Sync + 'static {
    /// A number modulo the order.
    type Scalar: Copy
        + PartialEq
        + Zeroize
        + Add<Output = Self::Scalar>
        + Sub<Output = Self::Scalar>
        + Mul<Output = Self::Scalar>;
    /// A point of the group, infinity among them.
    type Point: Copy + PartialEq + Debug + Send + Sync;

    /// Which one it is.
    const NAME: CurveName;
    /// Bytes of the encoding of a point.
    const POINT_BYTES: usize;

    /// A small number.
    fn number(number: u64) -> Self::Scalar;
    /// A uniform number.
    fn random(rng: &mut dyn CryptoRng) -> Self::Scalar;
    /// The number of 32 bytes in the curve's own order; `None` where they are not below the group's.
    fn scalar_of(bytes: &[u8; 32]) -> Option<Self::Scalar>;
    /// The 32 bytes of [`Curve::scalar_of`].
    fn scalar_bytes(scalar: &Self::Scalar) -> SecretBytes<32>;
    /// What a number must be multiplied by to give 1; `None` of 0.
    fn inverse(scalar: &Self::Scalar) -> Option<Self::Scalar>;

    /// The point that changes nothing.
    fn infinity() -> Self::Point;
    /// The point that keys are multiples of.
    fn generator() -> Self::Point;
    /// The sum of two points.
    fn plus(one: &Self::Point, other: &Self::Point) -> Self::Point;
    /// A multiple, in constant time.
    fn times(point: &Self::Point, scalar: &Self::Scalar) -> Self::Point;
    /// The canonical encoding.
    fn encode(point: &Self::Point) -> Vec<u8>;
    /// The point of an encoding, which must be the canonical one of a point of the group that is not
    /// infinity.
    fn decode(bytes: &[u8]) -> Option<Self::Point>;

    /// The sum of points times numbers, all of them public: in varying time. What has no partner in the
    /// other list is left out.
    fn sum(points: &[Self::Point], numbers: &[Self::Scalar]) -> Self::Point {
        let products = points.iter().zip(numbers);
        products.fold(Self::infinity(), |sum, (point, number)| {
            Self::plus(&sum, &Self::times(point, number))
        })
    }

    /// The public key of a number.
    fn public(scalar: &Self::Scalar) -> Self::Point {
        Self::times(&Self::generator(), scalar)
    }

    /// The value at `x` of a polynomial with points for coefficients, the constant first. `x` is a
    /// member's number, which is small and no secret: it is taken bit by bit.
    fn value_at(points: &[Self::Point], x: u16) -> Self::Point {
        let bits = u16::BITS - x.leading_zeros();
        let times_x = |point: Self::Point| {
            (0..bits).rev().fold(Self::infinity(), |sum, bit| {
                let twice = Self::plus(&sum, &sum);
                if x >> bit & 1 == 1 {
                    return Self::plus(&twice, &point);
                }
                twice
            })
        };
        let horner = |sum, point| Self::plus(&times_x(sum), point);
        points.iter().rev().fold(Self::infinity(), horner)
    }
}

/// A secret number.
pub type SecretScalar<C> = Zeroizing<<C as Curve>::Scalar>;
