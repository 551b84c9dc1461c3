//! What speaks to blst, the library for BLS12-381: points, scalars, the pairing. Here every call is
//! made safe: blst wants pointers to whole values, which references give.
#![allow(unsafe_code, reason = "blst is a library in C and assembly")]

use std::ptr;

use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::kernel_field::{Fp, Fp2};
use super::{COEFFICIENT_BYTES, Group};
use crate::secret::{SecretBytes, random};

/// Bits of a scalar.
const SCALAR_BITS: usize = 255;

/// A number below the order of the groups, not 0. Wiped when it goes.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Scalar([u8; 32]);

impl Scalar {
    /// Of 32 bytes, highest byte first; `None` where they are 0 or not below the order.
    pub fn from_bytes(bytes: &SecretBytes<32>) -> Option<Self> {
        let mut scalar = blst::blst_scalar::default();
        // SAFETY: both point to whole values of 32 bytes.
        let good = unsafe {
            blst::blst_scalar_from_bendian(&raw mut scalar, bytes.as_ptr());
            blst::blst_sk_check(&raw const scalar)
        };
        let lowest_first = Self(scalar.b);
        scalar.b.zeroize();
        good.then_some(lowest_first)
    }

    /// A new one, made as draft-irtf-cfrg-bls-signature section 2.3 says.
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        let material: SecretBytes<32> = random(rng);
        let mut scalar = blst::blst_scalar::default();
        // SAFETY: the material has the 32 bytes that are said, and no key info is read of length 0.
        unsafe {
            blst::blst_keygen(
                &raw mut scalar,
                material.as_ptr(),
                material.len(),
                ptr::null(),
                0,
            );
        }
        let made = Self(scalar.b);
        scalar.b.zeroize();
        made
    }

    /// The 32 bytes of [`Scalar::from_bytes`].
    pub fn to_bytes(&self) -> SecretBytes<32> {
        let mut bytes = SecretBytes::<32>::new(self.0);
        bytes.reverse();
        bytes
    }
}

/// What two points are paired to; halves are multiplied before the costly end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gt(blst::blst_fp12);

impl Gt {
    /// The pairing of nothing.
    fn one() -> Self {
        // SAFETY: blst gives a pointer to a constant of its own.
        Self(unsafe { *blst::blst_fp12_one() })
    }

    /// The product.
    #[must_use]
    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut product = *self;
        // SAFETY: three whole values; blst allows the result to be an operand.
        unsafe { blst::blst_fp12_mul(&raw mut product.0, &raw const self.0, &raw const other.0) };
        product
    }

    /// The second half of the pairing.
    #[must_use]
    pub(crate) fn finished(&self) -> Self {
        let mut end = *self;
        // SAFETY: two whole values.
        unsafe { blst::blst_final_exp(&raw mut end.0, &raw const self.0) };
        end
    }

    /// Its 576 bytes: of each pair and triple of coordinates the highest first, as the libraries of drand
    /// write it (kilic/bls12-381).
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let halves = self.0.fp6.iter().rev();
        let thirds = halves.flat_map(|half| half.fp2.iter().rev());
        let numbers = thirds.flat_map(|third| third.fp.iter().rev());
        numbers.flat_map(|number| Fp::of(*number).bytes()).collect()
    }

    /// Whether the whole pairing gives one.
    pub(crate) fn is_one(&self) -> bool {
        let end = self.finished();
        // SAFETY: a whole value.
        unsafe { blst::blst_fp12_is_one(&raw const end.0) }
    }
}

macro_rules! group {
    ($name:ident, $doc:literal, $other:ident, $field:ident, $bytes:literal, $text:literal, $cofactor:expr,
     $jacobian:ident, $affine:ident, $generator:ident, $uncompress:ident, $compress:ident, $is_inf:ident,
     $in_group:ident, $from_affine:ident, $to_affine:ident, $cneg:ident, $mult:ident, $hash:ident, $add:ident,
     $sum_in_group:ident, $scratch:ident, $pippenger:ident) => {
        #[doc = $doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(blst::$affine);

        impl $name {
            /// A point of the curve from its canonical encoding; it may be outside of the group.
            pub fn from_bytes(bytes: &[u8; $bytes]) -> Option<Self> {
                <Self as Group>::uncompress(bytes)
            }

            /// Its compressed encoding.
            pub fn to_bytes(&self) -> Vec<u8> {
                self.compress()
            }

            /// The public key of a secret one.
            pub fn public_key(secret: &Scalar) -> Self {
                Self::generator().times(secret)
            }

            fn moved(&self) -> blst::$jacobian {
                let mut moved = blst::$jacobian::default();
                // SAFETY: two whole values.
                unsafe { blst::$from_affine(&raw mut moved, &raw const self.0) };
                moved
            }

            fn multiplied(&self, lowest_first: &[u8], bits: usize) -> Self {
                let mut product = self.moved();
                let point = product;
                // SAFETY: `bits` are at most those of the bytes; blst allows any point here but for
                // bits between 144 and 256, where callers have points of the group.
                unsafe {
                    blst::$mult(
                        &raw mut product,
                        &raw const point,
                        lowest_first.as_ptr(),
                        bits.min(lowest_first.len() * 8),
                    );
                }
                Self::settled(&product)
            }
        }

        impl Group for $name {
            type Other = $other;
            type Field = $field;
            type Sum = blst::$jacobian;
            const BYTES: usize = $bytes;
            const NAME: &'static str = $text;
            const COFACTOR: &'static [u8] = $cofactor;

            fn generator() -> Self {
                // SAFETY: blst gives a pointer to a constant of its own.
                Self(unsafe { *blst::$generator() })
            }

            fn uncompress(bytes: &[u8]) -> Option<Self> {
                let bytes: &[u8; $bytes] = bytes.try_into().ok()?;
                let mut point = blst::$affine::default();
                // SAFETY: a whole point, and as many bytes as a compressed one has.
                let done = unsafe { blst::$uncompress(&raw mut point, bytes.as_ptr()) };
                // Without the mark of compression blst says so; the other form is not read here.
                (done == blst::BLST_ERROR::BLST_SUCCESS).then_some(Self(point))
            }

            fn compress(&self) -> Vec<u8> {
                let mut bytes = vec![0; $bytes];
                // SAFETY: as many bytes as a compressed point has.
                unsafe { blst::$compress(bytes.as_mut_ptr(), &raw const self.0) };
                bytes
            }

            fn is_infinity(&self) -> bool {
                // SAFETY: a whole value.
                unsafe { blst::$is_inf(&raw const self.0) }
            }

            fn in_group(&self) -> bool {
                // SAFETY: a whole value.
                unsafe { blst::$in_group(&raw const self.0) }
            }

            fn negated(&self) -> Self {
                let mut moved = self.moved();
                // SAFETY: a whole value.
                unsafe { blst::$cneg(&raw mut moved, true) };
                Self::settled(&moved)
            }

            fn times(&self, scalar: &Scalar) -> Self {
                self.multiplied(&scalar.0, SCALAR_BITS)
            }

            fn hash(message: &[u8], domain: &[u8]) -> Self {
                let mut point = blst::$jacobian::default();
                // SAFETY: each pointer goes with its length; of nothing nothing is read.
                unsafe {
                    blst::$hash(
                        &raw mut point,
                        message.as_ptr(),
                        message.len(),
                        domain.as_ptr(),
                        domain.len(),
                        ptr::null(),
                        0,
                    );
                }
                Self::settled(&point)
            }

            fn from_coordinates(coordinates: Option<($field, $field)>) -> Self {
                let mut point = blst::$affine::default();
                if let Some((x, y)) = coordinates {
                    (point.x, point.y) = (x.raw(), y.raw());
                }
                Self(point)
            }

            fn nothing() -> Self::Sum {
                blst::$jacobian::default()
            }

            fn add_to(&self, sum: &mut Self::Sum) {
                let before = *sum;
                // SAFETY: three whole values.
                unsafe { blst::$add(sum, &raw const before, &raw const self.0) };
            }

            fn multiply_sum(sum: &mut Self::Sum, times: u16) {
                let before = *sum;
                let bits = (u16::BITS - times.leading_zeros()) as usize;
                let lowest_first = times.to_le_bytes();
                // SAFETY: two whole values, and bytes that hold as many bits as are said.
                unsafe { blst::$mult(sum, &raw const before, lowest_first.as_ptr(), bits) };
            }

            fn sum_in_group(sum: &Self::Sum) -> bool {
                // SAFETY: a whole value.
                unsafe { blst::$sum_in_group(sum) }
            }

            fn settled(sum: &Self::Sum) -> Self {
                let mut point = blst::$affine::default();
                // SAFETY: two whole values.
                unsafe { blst::$to_affine(&raw mut point, sum) };
                Self(point)
            }

            fn combined(points: &[Self], coefficients: &[[u8; COEFFICIENT_BYTES]]) -> Self {
                let count = points.len().min(coefficients.len());
                if count == 0 {
                    return Self::from_coordinates(None);
                }
                let mut sum = blst::$jacobian::default();
                // SAFETY: a number in, a number of bytes out.
                let scratch = unsafe { blst::$scratch(count) };
                let mut scratch = vec![0u64; scratch.div_ceil(8)];
                // A null behind the first pointer says that the others follow in one piece.
                let points = [points.as_ptr().cast::<blst::$affine>(), ptr::null()];
                let scalars = [coefficients.as_ptr().cast::<u8>(), ptr::null()];
                // SAFETY: `count` points and as many coefficients lie there; `$name` is a struct of
                // one field, whose layout a slice of it has; the scratch is as long as blst asks.
                unsafe {
                    blst::$pippenger(
                        &raw mut sum,
                        points.as_ptr(),
                        count,
                        scalars.as_ptr(),
                        COEFFICIENT_BYTES * 8,
                        scratch.as_mut_ptr(),
                    );
                }
                Self::settled(&sum)
            }

            fn cleared(&self) -> Self {
                let lowest_first: Vec<u8> = Self::COFACTOR.iter().rev().copied().collect();
                self.multiplied(&lowest_first, lowest_first.len() * 8)
            }

            fn half_paired(&self, other: &$other) -> Gt {
                if self.is_infinity() || other.is_infinity() {
                    return Gt::one();
                }
                half_paired((self, other).into())
            }
        }
    };
}

/// Points of both groups, in the order of the pairing.
struct Pair<'a>(&'a G1, &'a G2);

impl<'a> From<(&'a G1, &'a G2)> for Pair<'a> {
    fn from((one, two): (&'a G1, &'a G2)) -> Self {
        Self(one, two)
    }
}

impl<'a> From<(&'a G2, &'a G1)> for Pair<'a> {
    fn from((two, one): (&'a G2, &'a G1)) -> Self {
        Self(one, two)
    }
}

fn half_paired(Pair(one, two): Pair<'_>) -> Gt {
    let mut half = blst::blst_fp12::default();
    // SAFETY: three whole values.
    unsafe { blst::blst_miller_loop(&raw mut half, &raw const two.0, &raw const one.0) };
    Gt(half)
}

group!(
    G1,
    "A point of the smaller group: 48 bytes, or of its curve before that was asked.",
    G2,
    Fp,
    48,
    "G1",
    &[0xd2, 0x01, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01],
    blst_p1,
    blst_p1_affine,
    blst_p1_affine_generator,
    blst_p1_uncompress,
    blst_p1_affine_compress,
    blst_p1_affine_is_inf,
    blst_p1_affine_in_g1,
    blst_p1_from_affine,
    blst_p1_to_affine,
    blst_p1_cneg,
    blst_p1_mult,
    blst_hash_to_g1,
    blst_p1_add_or_double_affine,
    blst_p1_in_g1,
    blst_p1s_mult_pippenger_scratch_sizeof,
    blst_p1s_mult_pippenger
);

group!(
    G2,
    "A point of the larger group: 96 bytes, or of its curve before that was asked.",
    G1,
    Fp2,
    96,
    "G2",
    super::map_numbers::COFACTOR_G2,
    blst_p2,
    blst_p2_affine,
    blst_p2_affine_generator,
    blst_p2_uncompress,
    blst_p2_affine_compress,
    blst_p2_affine_is_inf,
    blst_p2_affine_in_g2,
    blst_p2_from_affine,
    blst_p2_to_affine,
    blst_p2_cneg,
    blst_p2_mult,
    blst_hash_to_g2,
    blst_p2_add_or_double_affine,
    blst_p2_in_g2,
    blst_p2s_mult_pippenger_scratch_sizeof,
    blst_p2s_mult_pippenger
);
