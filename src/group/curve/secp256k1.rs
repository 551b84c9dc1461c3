//! The curve of Bitcoin, SEC 2 section 2.4.1. Scalars are 32 bytes, highest first; points are
//! compressed, SEC 1 section 2.3.3.

use k256::elliptic_curve::group::GroupEncoding;
use k256::elliptic_curve::{Field, PrimeField};
use k256::{ProjectivePoint, Scalar};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{Curve, CurveName};
use crate::secret::{SecretBytes, random};

/// Keys on the curve of Bitcoin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secp256k1;

impl Curve for Secp256k1 {
    type Scalar = Scalar;
    type Point = ProjectivePoint;

    const NAME: CurveName = CurveName::Secp256k1;
    const POINT_BYTES: usize = 33;

    fn number(number: u64) -> Scalar {
        Scalar::from(number)
    }

    fn random(rng: &mut dyn CryptoRng) -> Scalar {
        loop {
            // One of 2^128 tries is past the order.
            let material: SecretBytes<32> = random(rng);
            if let Some(scalar) = Self::scalar_of(&material) {
                return scalar;
            }
        }
    }

    fn scalar_of(bytes: &[u8; 32]) -> Option<Scalar> {
        Scalar::from_repr((*bytes).into()).into()
    }

    fn scalar_bytes(scalar: &Scalar) -> SecretBytes<32> {
        Zeroizing::new(scalar.to_bytes().into())
    }

    fn inverse(scalar: &Scalar) -> Option<Scalar> {
        Field::invert(scalar).into()
    }

    fn infinity() -> ProjectivePoint {
        ProjectivePoint::IDENTITY
    }

    fn generator() -> ProjectivePoint {
        ProjectivePoint::GENERATOR
    }

    fn plus(one: &ProjectivePoint, other: &ProjectivePoint) -> ProjectivePoint {
        one + other
    }

    fn times(point: &ProjectivePoint, scalar: &Scalar) -> ProjectivePoint {
        point * scalar
    }

    fn encode(point: &ProjectivePoint) -> Vec<u8> {
        point.to_bytes().to_vec()
    }

    fn decode(bytes: &[u8]) -> Option<ProjectivePoint> {
        let array: [u8; Self::POINT_BYTES] = bytes.try_into().ok()?;
        // The library knows other first bytes too, of encodings that are none of ours.
        if !matches!(array, [2 | 3, ..]) {
            return None;
        }
        let repr = <ProjectivePoint as GroupEncoding>::Repr::from(array);
        let point = Option::<ProjectivePoint>::from(ProjectivePoint::from_bytes(&repr));
        point.filter(|point| *point != ProjectivePoint::IDENTITY)
    }
}
