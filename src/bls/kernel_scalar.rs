//! What speaks to blst of numbers modulo the order of the groups: sums, products, inverses. Secret
//! ones among them: additions and products take as long for any numbers.
#![allow(unsafe_code, reason = "blst is a library in C and assembly")]

use std::ops::{Add, Mul, Sub};

use rand_core::CryptoRng;
use zeroize::{Zeroize, Zeroizing};

use super::Scalar;
use crate::secret::{SecretBytes, random};

/// Bytes of uniform material of which a number is the remainder: 2^-128 from uniform.
const WIDE: usize = 48;

/// A number modulo the order of the groups, 0 among them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Residue(blst::blst_fr);

impl Zeroize for Residue {
    fn zeroize(&mut self) {
        self.0.l.zeroize();
    }
}

impl Residue {
    /// Of 32 bytes, highest first; `None` where they are not below the order.
    pub fn from_bytes(bytes: &[u8; 32]) -> Option<Self> {
        let mut scalar = blst::blst_scalar::default();
        let mut residue = blst::blst_fr::default();
        // SAFETY: whole values, and 32 bytes; what blst checked to be below the order it converts.
        let good = unsafe {
            blst::blst_scalar_from_bendian(&raw mut scalar, bytes.as_ptr());
            let good = blst::blst_scalar_fr_check(&raw const scalar);
            blst::blst_fr_from_scalar(&raw mut residue, &raw const scalar);
            good
        };
        scalar.b.zeroize();
        good.then_some(Self(residue))
    }

    /// The 32 bytes of [`Residue::from_bytes`].
    pub fn to_bytes(&self) -> SecretBytes<32> {
        let mut scalar = blst::blst_scalar::default();
        // SAFETY: two whole values.
        unsafe { blst::blst_scalar_from_fr(&raw mut scalar, &raw const self.0) };
        let mut bytes = Zeroizing::new(scalar.b);
        scalar.b.zeroize();
        bytes.reverse();
        bytes
    }

    /// Of a small number.
    pub fn of(number: u64) -> Self {
        let mut residue = blst::blst_fr::default();
        // SAFETY: a whole value, and four limbs.
        unsafe { blst::blst_fr_from_uint64(&raw mut residue, [number, 0, 0, 0].as_ptr()) };
        Self(residue)
    }

    /// A uniform one.
    pub fn random(rng: &mut dyn CryptoRng) -> Self {
        let material: SecretBytes<WIDE> = random(rng);
        let mut scalar = blst::blst_scalar::default();
        let mut residue = blst::blst_fr::default();
        // SAFETY: whole values, and as many bytes as are said; blst leaves their remainder.
        unsafe {
            blst::blst_scalar_from_be_bytes(&raw mut scalar, material.as_ptr(), material.len());
            blst::blst_fr_from_scalar(&raw mut residue, &raw const scalar);
        }
        scalar.b.zeroize();
        Self(residue)
    }

    /// What it must be multiplied by to give 1; `None` of 0. For public numbers.
    pub fn inverse(&self) -> Option<Self> {
        if *self == Self::of(0) {
            return None;
        }
        let mut inverse = blst::blst_fr::default();
        // SAFETY: two whole values.
        unsafe { blst::blst_fr_eucl_inverse(&raw mut inverse, &raw const self.0) };
        Some(Self(inverse))
    }

    /// The same as a factor of points; `None` of 0.
    pub fn scalar(&self) -> Option<Scalar> {
        Scalar::from_bytes(&self.to_bytes())
    }
}

macro_rules! operator {
    ($trait:ident, $name:ident, $call:ident) => {
        impl $trait for Residue {
            type Output = Self;

            fn $name(self, other: Self) -> Self {
                let mut result = blst::blst_fr::default();
                // SAFETY: three whole values.
                unsafe { blst::$call(&raw mut result, &raw const self.0, &raw const other.0) };
                Self(result)
            }
        }
    };
}

operator!(Add, add, blst_fr_add);
operator!(Sub, sub, blst_fr_sub);
operator!(Mul, mul, blst_fr_mul);
