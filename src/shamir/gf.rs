//! GF(256): bytes as polynomials of degree below 8 over two elements, modulo one of degree 8.
//!
//! Everything here takes the same time for all values: products are eight steps of masks, no table
//! is asked by a secret. Whole files go through [`super::kernel`].

use crate::error::{Error, Result, slug};

/// Which polynomial of degree 8 the products are reduced by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// x^8 + x^4 + x^3 + x + 1, 0x11b, as in AES (FIPS 197), Vault and SLIP-39.
    Aes,
    /// x^8 + x^4 + x^3 + x^2 + 1, 0x11d, as in libgfshare and Reed-Solomon codes.
    Gfshare,
}

impl Field {
    /// The polynomial without its leading term.
    pub const fn modulus(self) -> u8 {
        match self {
            Self::Aes => 0x1b,
            Self::Gfshare => 0x1d,
        }
    }

    /// The product.
    ///
    /// ```
    /// use decent::shamir::gf::Field;
    /// // FIPS 197, section 4.2
    /// assert_eq!(Field::Aes.mul(0x57, 0x13), 0xfe);
    /// ```
    pub const fn mul(self, a: u8, b: u8) -> u8 {
        let mut product = 0;
        let mut shifted = a;
        let mut bit = 0;
        while bit < 8 {
            product ^= shifted & 0u8.wrapping_sub((b >> bit) & 1);
            shifted = (shifted << 1) ^ (self.modulus() & 0u8.wrapping_sub(shifted >> 7));
            bit += 1;
        }
        product
    }

    /// What `a` is to be multiplied with for 1; of 0 it is 0. It is a^254.
    pub const fn inverse(self, a: u8) -> u8 {
        let mut power = a;
        let mut product = 1;
        let mut bit = 0;
        // 254 is 2 + 4 + .. + 128.
        while bit < 7 {
            power = self.mul(power, power);
            product = self.mul(product, power);
            bit += 1;
        }
        product
    }

    /// The powers of `x` from 0 on, `count` of them.
    pub fn powers(self, x: u8, count: usize) -> Vec<u8> {
        let next = |power: &u8| Some(self.mul(*power, x));
        std::iter::successors(Some(1), next).take(count).collect()
    }

    /// The value at `x` of a polynomial whose coefficients begin with the constant one.
    pub fn value(self, coefficients: &[u8], x: u8) -> u8 {
        let horner = |sum: u8, coefficient: &u8| self.mul(sum, x) ^ coefficient;
        coefficients.iter().rev().fold(0, horner)
    }

    /// Lagrange's weights: the value at `at` of the polynomial of degree below `xs.len()` through
    /// points at `xs` is the sum of their values, each times its weight. `xs` must be distinct.
    pub fn weights(self, xs: &[u8], at: u8) -> Result<Vec<u8>> {
        let weight = |(i, xi): (usize, &u8)| {
            let others = xs.iter().enumerate().filter(|(j, _)| *j != i);
            let (above, below) = others.fold((1, 1), |(above, below), (_, xj)| {
                (self.mul(above, at ^ xj), self.mul(below, xi ^ xj))
            });
            if below == 0 {
                let found = format!("{xi} twice");
                return Err(Error::new(slug::SHARE_TWICE, "distinct numbers", found));
            }
            Ok(self.mul(above, self.inverse(below)))
        };
        xs.iter().enumerate().map(weight).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [Field; 2] = [Field::Aes, Field::Gfshare];

    /// Shift and reduce a 16-bit product: another way to the same.
    fn naive(field: Field, a: u8, b: u8) -> u8 {
        let modulus = 0x100 | u32::from(field.modulus());
        let mut product = (0..8).fold(0u32, |sum, bit| {
            sum ^ ((u32::from(a) << bit) * u32::from(b >> bit & 1))
        });
        for bit in (8..16).rev() {
            if product >> bit & 1 == 1 {
                product ^= modulus << (bit - 8);
            }
        }
        product as u8
    }

    #[test]
    fn products_are_those_of_a_naive_twin() {
        for field in FIELDS {
            for a in 0..=255 {
                for b in 0..=255 {
                    assert_eq!(field.mul(a, b), naive(field, a, b));
                }
                let one = field.mul(a, field.inverse(a));
                assert_eq!(one, u8::from(a != 0));
            }
        }
    }

    #[test]
    fn weights_find_the_constant() {
        for field in FIELDS {
            let polynomial = [7, 200, 0, 91];
            let xs = [1, 9, 255, 16];
            let weights = field.weights(&xs, 0).expect("weights");
            let sum = xs.iter().zip(&weights).fold(0, |sum, (x, weight)| {
                sum ^ field.mul(field.value(&polynomial, *x), *weight)
            });
            assert_eq!(sum, 7);
            assert!(field.weights(&[1, 2, 1], 0).is_err());
        }
    }
}
