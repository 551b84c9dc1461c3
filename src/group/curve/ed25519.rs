//! The twisted Edwards curve of RFC 8032, in its group of prime order. Scalars are 32 bytes, lowest
//! first; points are encoded as section 5.1.2 says.

use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::{Identity, IsIdentity, VartimeMultiscalarMul};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Curve, CurveName};
use crate::secret::{SecretBytes, random};

/// Keys on the twisted Edwards curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ed25519;

impl Curve for Ed25519 {
    type Scalar = Scalar;
    type Point = EdwardsPoint;

    const NAME: CurveName = CurveName::Ed25519;
    const POINT_BYTES: usize = 32;

    fn number(number: u64) -> Scalar {
        Scalar::from(number)
    }

    fn random(rng: &mut dyn CryptoRng) -> Scalar {
        let material: SecretBytes<64> = random(rng);
        Scalar::from_bytes_mod_order_wide(&material)
    }

    fn scalar_of(bytes: &[u8; 32]) -> Option<Scalar> {
        Scalar::from_canonical_bytes(*bytes).into()
    }

    fn scalar_bytes(scalar: &Scalar) -> SecretBytes<32> {
        Zeroizing::new(scalar.to_bytes())
    }

    fn inverse(scalar: &Scalar) -> Option<Scalar> {
        (*scalar != Scalar::ZERO).then(|| scalar.invert())
    }

    fn infinity() -> EdwardsPoint {
        EdwardsPoint::identity()
    }

    fn generator() -> EdwardsPoint {
        curve25519_dalek::constants::ED25519_BASEPOINT_POINT
    }

    fn plus(one: &EdwardsPoint, other: &EdwardsPoint) -> EdwardsPoint {
        one + other
    }

    fn times(point: &EdwardsPoint, scalar: &Scalar) -> EdwardsPoint {
        point * scalar
    }

    fn encode(point: &EdwardsPoint) -> Vec<u8> {
        point.compress().to_bytes().to_vec()
    }

    fn decode(bytes: &[u8]) -> Option<EdwardsPoint> {
        let bytes: [u8; 32] = bytes.try_into().ok()?;
        let point = CompressedEdwardsY(bytes).decompress()?;
        let canonical = point.compress().0 == bytes;
        (canonical && point.is_torsion_free() && !point.is_identity()).then_some(point)
    }

    fn sum(points: &[EdwardsPoint], numbers: &[Scalar]) -> EdwardsPoint {
        let count = points.len().min(numbers.len());
        let (points, numbers) = (points.iter().take(count), numbers.iter().take(count));
        EdwardsPoint::vartime_multiscalar_mul(numbers, points)
    }

    fn public(scalar: &Scalar) -> EdwardsPoint {
        EdwardsPoint::mul_base(scalar)
    }
}
