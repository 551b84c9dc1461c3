//! GF(2^n) for n = 8, 16, .. 1024: the fields of ssss. In constant time for all values; only how
//! often something is done depends on n.

use zeroize::Zeroize;

/// Words of an element, the least significant first.
const WORDS: usize = 16;

/// The exponents between n and 0 of the polynomials that ssss 0.5 reduces by, n = 8, 16, ..: of all
/// irreducible x^n + x^a + x^b + x^c + 1 those of least a, then b, then c.
#[rustfmt::skip]
const MIDDLE: [(u8, u8, u8); 128] = [
    (4, 3, 1), (5, 3, 1), (4, 3, 1), (7, 3, 2), (5, 4, 3), (5, 3, 2), (7, 4, 2), (4, 3, 1),
    (10, 9, 3), (9, 4, 2), (7, 6, 2), (10, 9, 6), (4, 3, 1), (5, 4, 3), (4, 3, 1), (7, 2, 1),
    (5, 3, 2), (7, 4, 2), (6, 3, 2), (5, 3, 2), (15, 3, 2), (11, 3, 2), (9, 8, 7), (7, 2, 1),
    (5, 3, 2), (9, 3, 1), (7, 3, 1), (9, 8, 3), (9, 4, 2), (8, 5, 3), (15, 14, 10), (10, 5, 2),
    (9, 6, 2), (9, 3, 2), (9, 5, 2), (11, 10, 1), (7, 3, 2), (11, 2, 1), (9, 7, 4), (4, 3, 1),
    (8, 3, 1), (7, 4, 1), (7, 2, 1), (13, 11, 6), (5, 3, 2), (7, 3, 2), (8, 7, 5), (12, 3, 2),
    (13, 10, 6), (5, 3, 2), (5, 3, 2), (9, 5, 2), (9, 7, 2), (13, 4, 3), (4, 3, 1), (11, 6, 4),
    (18, 9, 6), (19, 18, 13), (11, 3, 2), (15, 9, 6), (4, 3, 1), (16, 5, 2), (15, 14, 6), (8, 5, 2),
    (15, 11, 2), (11, 6, 2), (7, 5, 3), (8, 3, 1), (19, 16, 9), (11, 9, 6), (15, 7, 6), (13, 4, 3),
    (14, 13, 3), (13, 6, 3), (9, 5, 2), (19, 13, 6), (19, 10, 3), (11, 6, 5), (9, 2, 1), (14, 3, 2),
    (13, 3, 1), (7, 5, 4), (11, 9, 8), (11, 6, 5), (23, 16, 9), (19, 14, 6), (23, 10, 2), (8, 3, 2),
    (5, 4, 3), (9, 6, 4), (4, 3, 2), (13, 8, 6), (13, 11, 1), (13, 10, 3), (11, 6, 5), (19, 17, 4),
    (15, 14, 7), (13, 9, 6), (9, 7, 3), (9, 7, 1), (14, 3, 2), (11, 8, 2), (11, 6, 4), (13, 5, 2),
    (11, 5, 1), (11, 4, 1), (19, 10, 3), (21, 10, 6), (13, 3, 1), (15, 7, 5), (19, 18, 10), (7, 5, 3),
    (12, 7, 2), (7, 5, 1), (14, 9, 6), (10, 3, 2), (15, 13, 12), (12, 11, 9), (16, 9, 7), (12, 9, 3),
    (9, 5, 2), (17, 10, 6), (24, 9, 3), (17, 15, 13), (5, 4, 3), (19, 17, 8), (15, 6, 3), (19, 6, 1),
];

/// An element: a polynomial over two elements, bit by bit.
#[derive(Clone, Copy, Default, PartialEq, Eq, Zeroize)]
pub(super) struct Element([u64; WORDS]);

/// A field.
#[derive(Clone, Copy)]
pub(super) struct Wide {
    bits: usize,
    /// The polynomial without its leading term.
    modulus: u64,
}

impl Element {
    /// The polynomial of a small number's bits.
    pub(super) fn small(number: u16) -> Self {
        let mut words = [0; WORDS];
        if let Some(first) = words.first_mut() {
            *first = number.into();
        }
        Self(words)
    }

    /// Of bytes, the most significant first; at most 128.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let mut words = [0u64; WORDS];
        for (at, byte) in bytes.iter().rev().enumerate() {
            if let Some(word) = words.get_mut(at / 8) {
                *word |= u64::from(*byte) << (at % 8 * 8);
            }
        }
        Self(words)
    }

    /// The lowest `count` bytes, the most significant first.
    pub(super) fn to_bytes(self, count: usize) -> Vec<u8> {
        let byte = |at: usize| {
            self.0
                .get(at / 8)
                .map_or(0, |word| (word >> (at % 8 * 8)) as u8)
        };
        (0..count).rev().map(byte).collect()
    }

    /// The sum, which is the difference too.
    pub(super) fn plus(self, other: &Self) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(other.0) {
            *word ^= other;
        }
        Self(words)
    }

    fn bit(&self, at: usize) -> u64 {
        self.0.get(at / 64).map_or(0, |word| word >> (at % 64) & 1)
    }
}

impl Wide {
    /// The field of `bits`, if there is one: 8, 16, .. 1024.
    pub(super) fn new(bits: usize) -> Option<Self> {
        let number = bits.checked_sub(8)?;
        let (a, b, c) = *MIDDLE.get(number / 8).filter(|_| number % 8 == 0)?;
        Some(Self {
            bits,
            modulus: 1 << a | 1 << b | 1 << c | 1,
        })
    }

    /// Bytes of an element.
    pub(super) const fn bytes(self) -> usize {
        self.bits / 8
    }

    /// x times `a`.
    fn double(self, a: &Element) -> Element {
        let top = a.bit(self.bits - 1);
        let mut words = [0; WORDS];
        let mut carry = 0;
        for (to, from) in words.iter_mut().zip(a.0) {
            *to = from << 1 | carry;
            carry = from >> 63;
        }
        if let Some(word) = words.get_mut(self.bits / 64) {
            // The bit that stands for x^n; of n = 1024 it is shifted out.
            *word &= !(top << (self.bits % 64));
        }
        if let Some(first) = words.first_mut() {
            *first ^= self.modulus & 0u64.wrapping_sub(top);
        }
        Element(words)
    }

    /// The product.
    pub(super) fn times(self, a: &Element, b: &Element) -> Element {
        let mut product = Element::default();
        for at in (0..self.bits).rev() {
            product = self.double(&product);
            let mask = 0u64.wrapping_sub(b.bit(at));
            for (word, a) in product.0.iter_mut().zip(a.0) {
                *word ^= a & mask;
            }
        }
        product
    }

    /// What `a`, which is public and not 0, is to be multiplied with for 1, by Euclid's algorithm.
    /// How long it takes depends on `a`.
    pub(super) fn inverse(self, a: &Element) -> Element {
        let mut whole = Long::of(&Element::small(0));
        whole.flip(self.bits);
        for bit in (0..64).filter(|bit| self.modulus >> bit & 1 == 1) {
            whole.flip(bit);
        }
        let (mut u, mut v) = (Long::of(a), whole);
        let (mut of_u, mut of_v) = (Long::of(&Element::small(1)), Long::of(&Element::small(0)));
        // Always u = of_u * a and v = of_v * a, modulo the polynomial.
        while let Some(degree) = u.degree().filter(|degree| *degree > 0) {
            let other = v.degree().unwrap_or(0);
            if degree < other {
                std::mem::swap(&mut u, &mut v);
                std::mem::swap(&mut of_u, &mut of_v);
                continue;
            }
            u.add_shifted(&v, degree - other);
            of_u.add_shifted(&of_v, degree - other);
        }
        of_u.reduced(self)
    }

    /// The value at `x` of a polynomial whose coefficients begin with the constant one.
    pub(super) fn value(self, coefficients: &[Element], x: &Element) -> Element {
        let horner = |sum: Element, coefficient: &Element| self.times(&sum, x).plus(coefficient);
        coefficients.iter().rev().fold(Element::default(), horner)
    }

    /// Lagrange's weights at `at`; `None` where two of `xs` are equal.
    pub(super) fn weights(self, xs: &[Element], at: &Element) -> Option<Vec<Element>> {
        let one = Element::small(1);
        let mut fractions = Vec::new();
        for (i, xi) in xs.iter().enumerate() {
            let others = xs.iter().enumerate().filter(|(j, _)| *j != i);
            fractions.push(others.fold((one, one), |(above, below), (_, xj)| {
                (
                    self.times(&above, &at.plus(xj)),
                    self.times(&below, &xi.plus(xj)),
                )
            }));
        }
        // One inverse for all: of the product, from which the others are taken off again.
        let mut products = vec![one];
        for (_, below) in &fractions {
            products.push(self.times(products.last()?, below));
        }
        let all = products.pop().filter(|all| *all != Element::default())?;
        let mut inverse = self.inverse(&all);
        let mut weights = Vec::new();
        for ((above, below), before) in fractions.iter().zip(&products).rev() {
            weights.push(self.times(above, &self.times(&inverse, before)));
            inverse = self.times(&inverse, below);
        }
        weights.reverse();
        Some(weights)
    }
}

/// A polynomial of a degree up to twice that of an element.
#[derive(Clone)]
struct Long([u64; 2 * WORDS]);

impl Long {
    fn of(element: &Element) -> Self {
        let mut words = [0; 2 * WORDS];
        for (to, from) in words.iter_mut().zip(element.0) {
            *to = from;
        }
        Self(words)
    }

    fn flip(&mut self, bit: usize) {
        if let Some(word) = self.0.get_mut(bit / 64) {
            *word ^= 1 << (bit % 64);
        }
    }

    fn degree(&self) -> Option<usize> {
        let last = self.0.iter().rposition(|word| *word != 0)?;
        let word = self.0.get(last)?;
        Some(last * 64 + 63 - word.leading_zeros() as usize)
    }

    fn add_shifted(&mut self, other: &Self, by: usize) {
        let (words, bits) = (by / 64, by % 64);
        let mut carry = 0;
        for (to, from) in self.0.iter_mut().skip(words).zip(other.0) {
            *to ^= from << bits | carry;
            carry = if bits == 0 { 0 } else { from >> (64 - bits) };
        }
    }

    fn reduced(mut self, field: Wide) -> Element {
        while let Some(degree) = self.degree().filter(|degree| *degree >= field.bits) {
            let by = degree - field.bits;
            self.flip(degree);
            for bit in (0..64).filter(|bit| field.modulus >> bit & 1 == 1) {
                self.flip(by + bit);
            }
        }
        let mut words = [0; WORDS];
        for (to, from) in words.iter_mut().zip(self.0) {
            *to = from;
        }
        Element(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(bits: usize) -> Wide {
        Wide::new(bits).expect("a field")
    }

    /// Rabin's test, for prime 2: x^(2^n) = x, and x^(2^(n/p)) - x has an inverse.
    #[test]
    fn every_modulus_is_irreducible_as_far_as_squares_tell() {
        for bits in (8..=1024).step_by(8) {
            let field = field(bits);
            let x = Element::small(2);
            let mut power = x;
            for _ in 0..bits {
                power = field.times(&power, &power);
            }
            assert!(power == x, "{bits} bits");
        }
        assert!(Wide::new(0).is_none() && Wide::new(12).is_none() && Wide::new(1032).is_none());
    }

    #[test]
    fn inverses_and_weights() {
        for bits in [8, 16, 24, 64, 72, 128, 1024] {
            let field = field(bits);
            let a = Element::from_bytes(&vec![0xb7; bits / 8]);
            let one = field.times(&a, &field.inverse(&a));
            assert!(one == Element::small(1), "{bits}");
            let polynomial = [a, Element::small(5), Element::small(77)];
            let xs = [1, 2, 9].map(Element::small);
            let weights = field.weights(&xs, &Element::default()).expect("distinct");
            let sum = xs
                .iter()
                .zip(&weights)
                .fold(Element::default(), |sum, (x, weight)| {
                    sum.plus(&field.times(&field.value(&polynomial, x), weight))
                });
            assert!(sum == a);
            assert!(field.weights(&[xs[0], xs[0]], &xs[1]).is_none());
        }
    }

    #[test]
    fn bytes_come_back() {
        let bytes: Vec<u8> = (1..=128).collect();
        assert_eq!(Element::from_bytes(&bytes).to_bytes(128), bytes);
    }
}
