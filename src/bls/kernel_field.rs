//! Elements of the fields that coordinates are from, by blst: the prime field, and its extension by a
//! root of -1. Every result is fully reduced, so that equal elements have equal limbs.
#![allow(unsafe_code, reason = "blst is a library in C and assembly")]

use super::map::Field;

/// A number modulo the prime of 381 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fp(blst::blst_fp);

/// A number with a multiple of the root of -1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fp2(blst::blst_fp2);

impl Fp {
    pub(super) fn of(raw: blst::blst_fp) -> Self {
        Self(raw)
    }

    pub(super) fn raw(self) -> blst::blst_fp {
        self.0
    }

    /// Of 48 bytes, highest first.
    pub(super) fn from_bytes(bytes: &[u8; 48]) -> Self {
        let mut element = blst::blst_fp::default();
        // SAFETY: a whole element, and the 48 bytes of one.
        unsafe { blst::blst_fp_from_bendian(&raw mut element, bytes.as_ptr()) };
        Self(element)
    }

    /// The 48 bytes of [`Fp::from_bytes`].
    pub(super) fn bytes(self) -> [u8; 48] {
        let mut bytes = [0; 48];
        // SAFETY: a whole element, and room for its 48 bytes.
        unsafe { blst::blst_bendian_from_fp(bytes.as_mut_ptr(), &raw const self.0) };
        bytes
    }

    fn root(self) -> (bool, Self) {
        let mut root = blst::blst_fp::default();
        // SAFETY: two whole elements. Where there is no root of a, blst leaves one of -a.
        let square = unsafe { blst::blst_fp_sqrt(&raw mut root, &raw const self.0) };
        (square, Self(root))
    }
}

impl Fp2 {
    pub(super) fn raw(self) -> blst::blst_fp2 {
        self.0
    }

    /// Of its number and its multiple of the root.
    pub(super) fn new(number: Fp, multiple: Fp) -> Self {
        Self(blst::blst_fp2 {
            fp: [number.0, multiple.0],
        })
    }

    fn parts(self) -> [Fp; 2] {
        self.0.fp.map(Fp)
    }
}

macro_rules! field {
    ($name:ident, $raw:ident, $add:ident, $sub:ident, $mul:ident, $sqr:ident, $inverse:ident) => {
        fn plus(self, other: Self) -> Self {
            let mut sum = blst::$raw::default();
            // SAFETY: three whole elements.
            unsafe { blst::$add(&raw mut sum, &raw const self.0, &raw const other.0) };
            Self(sum)
        }

        fn minus(self, other: Self) -> Self {
            let mut difference = blst::$raw::default();
            // SAFETY: three whole elements.
            unsafe { blst::$sub(&raw mut difference, &raw const self.0, &raw const other.0) };
            Self(difference)
        }

        fn times(self, other: Self) -> Self {
            let mut product = blst::$raw::default();
            // SAFETY: three whole elements.
            unsafe { blst::$mul(&raw mut product, &raw const self.0, &raw const other.0) };
            Self(product)
        }

        fn squared(self) -> Self {
            let mut square = blst::$raw::default();
            // SAFETY: two whole elements.
            unsafe { blst::$sqr(&raw mut square, &raw const self.0) };
            Self(square)
        }

        fn inverse(self) -> Self {
            let mut inverse = blst::$raw::default();
            // SAFETY: two whole elements; of 0 blst gives 0.
            unsafe { blst::$inverse(&raw mut inverse, &raw const self.0) };
            Self(inverse)
        }

        fn zero() -> Self {
            Self(blst::$raw::default())
        }
    };
}

impl Field for Fp {
    const UNIFORM: usize = 64;

    field!(
        Fp,
        blst_fp,
        blst_fp_add,
        blst_fp_sub,
        blst_fp_mul,
        blst_fp_sqr,
        blst_fp_eucl_inverse
    );

    fn one() -> Self {
        let mut bytes = [0; 48];
        if let Some(last) = bytes.last_mut() {
            *last = 1;
        }
        Self::from_bytes(&bytes)
    }

    fn is_odd(self) -> bool {
        self.bytes().last().is_some_and(|byte| byte & 1 == 1)
    }

    fn from_uniform(bytes: &[u8]) -> Self {
        // Two halves below the prime, so that no step of the reduction overflows.
        let (high, low) = bytes.split_at(bytes.len().min(32));
        let part = |half: &[u8]| {
            let mut whole = [0; 48];
            for (to, from) in whole.iter_mut().rev().zip(half.iter().rev()) {
                *to = *from;
            }
            Self::from_bytes(&whole)
        };
        let mut shift = [0; 48];
        if let Some(byte) = shift.get_mut(15) {
            *byte = 1;
        }
        part(high).times(Self::from_bytes(&shift)).plus(part(low))
    }

    fn root_of_either(first: Self, _ratio: Self, u: Self, turn: Self) -> (bool, Self) {
        let (square, root) = first.root();
        if square {
            return (true, root);
        }
        (false, u.squared().times(u).times(turn).times(root))
    }

    fn root_of_minus(self) -> Self {
        Self::zero().minus(self).root().1
    }
}

impl Field for Fp2 {
    const UNIFORM: usize = 128;

    field!(
        Fp2,
        blst_fp2,
        blst_fp2_add,
        blst_fp2_sub,
        blst_fp2_mul,
        blst_fp2_sqr,
        blst_fp2_eucl_inverse
    );

    fn one() -> Self {
        Self::new(Fp::one(), Fp::zero())
    }

    fn is_odd(self) -> bool {
        let [number, multiple] = self.parts();
        if number == Fp::zero() {
            multiple.is_odd()
        } else {
            number.is_odd()
        }
    }

    fn from_uniform(bytes: &[u8]) -> Self {
        let (number, multiple) = bytes.split_at(bytes.len().min(Fp::UNIFORM));
        Self::new(Fp::from_uniform(number), Fp::from_uniform(multiple))
    }

    fn root_of_either(first: Self, ratio: Self, _u: Self, _turn: Self) -> (bool, Self) {
        // SAFETY: a whole element.
        let square = unsafe { blst::blst_fp2_is_square(&raw const first.0) };
        let of = if square {
            first
        } else {
            ratio.squared().times(ratio).times(first)
        };
        let mut root = blst::blst_fp2::default();
        // SAFETY: two whole elements; one of the two is a square.
        let found = unsafe { blst::blst_fp2_sqrt(&raw mut root, &raw const of.0) };
        debug_assert!(found);
        (square, Self(root))
    }

    fn root_of_minus(self) -> Self {
        Self::zero()
    }
}

/// Bytes spread evenly over a length, RFC 9380 section 5.3.1 with SHA-256.
pub(super) fn expanded(message: &[u8], domain: &[u8], bytes: &mut [u8]) {
    // SAFETY: each pointer goes with its length.
    unsafe {
        blst::blst_expand_message_xmd(
            bytes.as_mut_ptr(),
            bytes.len(),
            message.as_ptr(),
            message.len(),
            domain.as_ptr(),
            domain.len(),
        );
    }
}
