//! The narration: a sharing over a small prime, that a shell can follow, then the real bytes.

use super::gf::Field;
use crate::watch::{Step, Watch};

/// The prime of the toy.
const PRIME: u32 = 97;
/// Its secret and random coefficients, made up once and for all.
const TOY: [u32; 4] = [42, 7, 31, 58];
/// Shares of the toy that are shown.
const SHOWN: u32 = 4;

fn toy_terms(t: u8) -> &'static [u32] {
    TOY.get(..usize::from(t)).unwrap_or(&TOY)
}

/// A polynomial as it is written: `42 + 7 x + 31 x^2`.
fn written(terms: impl Iterator<Item = String>) -> String {
    let term = |(power, factor): (usize, String)| match power {
        0 => factor,
        1 => format!("{factor} x"),
        _ => format!("{factor} x^{power}"),
    };
    terms.enumerate().map(term).collect::<Vec<_>>().join(" + ")
}

/// The toy's value at `x`, and the shell's words for it.
fn toy_value(terms: &[u32], x: u32) -> (u32, String) {
    let horner = |sum: u32, factor: &u32| (sum * x + factor) % PRIME;
    let value = terms.iter().rev().fold(0, horner);
    let times = |power: usize| format!(" * {x}").repeat(power);
    let words = terms
        .iter()
        .enumerate()
        .map(|(power, factor)| format!("{factor}{}", times(power)));
    let words = words.collect::<Vec<_>>().join(" + ");
    (value, format!("echo $(( ({words}) % {PRIME} ))"))
}

/// The toy split.
pub fn toy_split(watch: &dyn Watch, t: u8, n: u8) {
    let terms = toy_terms(t);
    let why = format!(
        "first with numbers modulo {PRIME}: the secret is where the curve starts, all else is random"
    );
    let curve = written(terms.iter().map(u32::to_string));
    watch.step(
        &Step::new("toy curve", why)
            .value("secret", TOY[0])
            .value("f", curve),
    );
    for x in 1..=u32::from(n).min(SHOWN) {
        let (value, line) = toy_value(terms, x);
        let why = format!(
            "a point of the curve; {} of them fix it, fewer fit any secret",
            terms.len()
        );
        watch.step(
            &Step::new(format!("toy share {x}"), why)
                .value("f(x)", value)
                .check(line),
        );
    }
}

/// The number that `a` is to be multiplied with for 1.
fn toy_inverse(a: u32) -> u32 {
    (1..PRIME).find(|b| a * b % PRIME == 1).unwrap_or(0)
}

/// The toy joined, by Lagrange's sum.
pub fn toy_join(watch: &dyn Watch, t: u8) {
    let terms = toy_terms(t);
    let xs: Vec<u32> = (1..=terms.len() as u32).collect();
    let mut products = Vec::new();
    for x in &xs {
        let (value, _) = toy_value(terms, *x);
        let others = xs.iter().filter(|other| *other != x);
        let (above, below) = others.fold((1, 1), |(above, below), other| {
            (above * other % PRIME, below * (PRIME + other - x) % PRIME)
        });
        let weight = above * toy_inverse(below) % PRIME;
        let why = format!(
            "what share {x} counts at 0: the product of other / (other - {x}), modulo {PRIME}"
        );
        let line = format!("echo $(( {below} * {weight} % {PRIME} ))");
        watch.step(
            &Step::new(format!("toy weight {x}"), why)
                .value("share", value)
                .value("weight", weight)
                .value("weight x below", above)
                .check(line),
        );
        products.push(format!("{value} * {weight}"));
    }
    let line = format!("echo $(( ({}) % {PRIME} ))", products.join(" + "));
    let why = "Lagrange's sum: every share times its weight";
    watch.step(
        &Step::new("toy secret", why)
            .value("f(0)", toy_value(terms, 0).0)
            .check(line),
    );
}

/// A product in the field as a line for Python: `m(a, b)` is defined by [`python`].
fn python(field: Field, sum: &str) -> String {
    let modulus = 0x100 | u32::from(field.modulus());
    format!(
        "python3 -c 'm=lambda a,b: 0 if b==0 else (a if b&1 else 0)^m((a<<1)^({modulus} if a&128 else 0),b>>1); print(\"%02x\" % ({sum}))'"
    )
}

/// Why bytes are no numbers modulo 256.
fn real(field: Field) -> Step {
    let why = "the same with bytes as polynomials of bits: sums are xor, products are reduced";
    Step::new("GF(256)", why).value(
        "modulus",
        format!("{:#x}", 0x100 | u32::from(field.modulus())),
    )
}

/// The polynomial of a secret's first byte, and its values.
pub fn bytes_split(watch: &dyn Watch, field: Field, polynomial: &[u8], xs: &[u8]) {
    watch.step(&real(field));
    if !watch.tells_secrets() {
        let why = "each byte has a curve of its own, with random coefficients from 0 to 255";
        let hidden = Step::new("first byte", why);
        watch.step(&hidden.secret(watch, "f", ""));
        return;
    }
    let curve = written(polynomial.iter().map(|factor| format!("{factor:02x}")));
    let why = "its curve: the secret's first byte, then random coefficients";
    watch.step(&Step::new("first byte", why).value("f", curve));
    for x in xs.iter().take(SHOWN as usize) {
        let value = field.value(polynomial, *x);
        let terms = polynomial.iter().rev().fold("0".to_owned(), |sum, factor| {
            if sum == "0" {
                factor.to_string()
            } else {
                format!("m({sum},{x})^{factor}")
            }
        });
        let step = Step::new(
            format!("share {x}"),
            "its first byte: the curve at x, by Horner's rule",
        );
        watch.step(
            &step
                .value("f(x)", format!("{value:02x}"))
                .check(python(field, &terms)),
        );
    }
}

/// Lagrange's sum for a secret's first byte, from `(x, value)` of each share.
pub fn bytes_join(watch: &dyn Watch, field: Field, points: &[(u8, u8)]) {
    watch.step(&real(field));
    let xs: Vec<u8> = points.iter().map(|(x, _)| *x).collect();
    let Ok(weights) = field.weights(&xs, 0) else {
        return;
    };
    for (x, weight) in xs.iter().zip(&weights) {
        let why = format!("what share {x} counts at 0: the product of other / (other xor {x})");
        watch.step(&Step::new(format!("weight {x}"), why).value("weight", format!("{weight:02x}")));
    }
    let why = "Lagrange's sum: every share times its weight, added by xor";
    if !watch.tells_secrets() {
        watch.step(&Step::new("first byte", why).secret(watch, "f(0)", ""));
        return;
    }
    let products = points
        .iter()
        .zip(&weights)
        .map(|((_, y), weight)| format!("m({y},{weight})"));
    let line = python(field, &products.collect::<Vec<_>>().join("^"));
    let value = points
        .iter()
        .zip(&weights)
        .fold(0, |sum, ((_, y), w)| sum ^ field.mul(*y, *w));
    let shares = points
        .iter()
        .map(|(x, y)| format!("{x}:{y:02x}"))
        .collect::<Vec<_>>()
        .join(" ");
    let step = Step::new("first byte", why).value("shares", shares);
    watch.step(&step.value("f(0)", format!("{value:02x}")).check(line));
}
