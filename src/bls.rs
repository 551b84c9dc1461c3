//! The pairing-friendly curve BLS12-381 (draft-irtf-cfrg-pairing-friendly-curves section 4.2.1):
//! scalars, the two groups, the pairing, points to which messages are hashed (RFC 9380), and the
//! signatures of draft-irtf-cfrg-bls-signature. Beacons and keys stand on it. All arithmetic is that
//! of blst but the part of hashing that blst does not give out, which [`map`] has.

use crate::error::{Error, Result, slug};

/// Many signatures under one key, checked in one.
pub(crate) mod batch;
/// What speaks to blst: points, scalars, the pairing.
mod kernel;
/// What speaks to blst of field elements.
mod kernel_field;
/// What speaks to blst of numbers modulo the order.
mod kernel_scalar;
/// Messages to sums of points, before the cofactor is cleared.
mod map;
/// The numbers of the curves that are mapped to.
mod map_numbers;

pub use kernel::{G1, G2, Gt, Scalar};
pub use kernel_scalar::Residue;
pub(crate) use map::Mapped;

/// Bytes of a coefficient in a random linear combination: a false one passes once in 2^128.
const COEFFICIENT_BYTES: usize = 16;

/// One of the two groups, and what a batch does with its points.
pub(crate) trait Group: Copy + Eq + Send + Sync + 'static {
    /// The group that it is paired with.
    type Other: Group<Other = Self>;
    /// Where its coordinates are from.
    type Field: map::Field;
    /// A point under way, in coordinates that need no division.
    type Sum: Copy + Send + Sync;

    /// Bytes of a compressed point.
    const BYTES: usize;
    /// Its name in errors.
    const NAME: &'static str;
    /// Bits of the cofactor that clears, highest byte first: RFC 9380 section 8.8.
    const COFACTOR: &'static [u8];

    /// The point that keys are multiples of.
    fn generator() -> Self;
    /// The canonical encoding of a point of the curve: of the right length, its coordinate below the
    /// prime. Whether it is in the group is still to be asked.
    fn uncompress(bytes: &[u8]) -> Option<Self>;
    /// Its encoding in [`Group::BYTES`] bytes.
    fn compress(&self) -> Vec<u8>;
    /// Whether it is the point that changes nothing, which no key and no signature is.
    fn is_infinity(&self) -> bool;
    /// Whether it is a multiple of the generator.
    fn in_group(&self) -> bool;
    /// The point across from it.
    fn negated(&self) -> Self;
    /// A multiple, in constant time. The point must be in the group.
    fn times(&self, scalar: &Scalar) -> Self;
    /// The point of a message, RFC 9380 section 3.
    fn hash(message: &[u8], domain: &[u8]) -> Self;
    /// The affine point of coordinates on the curve; of none the point at infinity.
    fn from_coordinates(coordinates: Option<(Self::Field, Self::Field)>) -> Self;
    /// The sum of nothing.
    fn nothing() -> Self::Sum;
    /// Adds a point.
    fn add_to(&self, sum: &mut Self::Sum);
    /// Makes a sum that many times what it was. Of a public number.
    fn multiply_sum(sum: &mut Self::Sum, times: u16);
    /// Whether a sum is in the group.
    fn sum_in_group(sum: &Self::Sum) -> bool;
    /// A sum as a point.
    fn settled(sum: &Self::Sum) -> Self;
    /// The sum of points times 128-bit numbers, lowest byte first. Of any points of the curve.
    fn combined(points: &[Self], coefficients: &[[u8; COEFFICIENT_BYTES]]) -> Self;
    /// The point times the cofactor that clears.
    fn cleared(&self) -> Self;
    /// The first half of the pairing with a point of the other group.
    fn half_paired(&self, other: &Self::Other) -> Gt;
}

/// A key or signature: the canonical encoding of a point of the group that is not infinity.
pub(crate) fn decode<G: Group>(bytes: &[u8], what: &'static str) -> Result<G> {
    let wanted = || format!("{what}: {} bytes of a point of {}", G::BYTES, G::NAME);
    if bytes.len() != G::BYTES {
        return Err(refused(wanted(), format!("{} bytes", bytes.len())));
    }
    let point = G::uncompress(bytes);
    let point = point.ok_or_else(|| refused(wanted(), "bytes that encode none"))?;
    if point.is_infinity() {
        return Err(refused(wanted(), "the point at infinity"));
    }
    Ok(point)
}

/// The same, and the point is in the group.
pub(crate) fn decode_in_group<G: Group>(bytes: &[u8], what: &'static str) -> Result<G> {
    let point: G = decode(bytes, what)?;
    if point.in_group() {
        return Ok(point);
    }
    Err(outside::<G>(what))
}

/// A point of the curve that is not in the group.
pub(crate) fn outside<G: Group>(what: &'static str) -> Error {
    refused(
        format!("{what}: a point of {}", G::NAME),
        "a point of the curve outside of the group",
    )
}

fn refused(wanted: String, found: impl Into<String>) -> Error {
    Error::new(slug::NOT_IN_GROUP, wanted, found.into())
}

/// Whether `signature` is the one of the point `hash` under `key`:
/// e(signature, generator) = e(hash, key).
pub(crate) fn verify<G: Group>(signature: &G, hash: &G, key: &G::Other) -> bool {
    let left = signature.half_paired(&G::Other::generator().negated());
    left.times(&hash.half_paired(key)).is_one()
}

#[cfg(test)]
mod tests;
