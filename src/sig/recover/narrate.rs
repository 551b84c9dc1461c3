//! How a key is told from two signatures, first with numbers that fit on a hand.

use crate::codec::hex;
use crate::sig::ed25519;
use crate::watch::{Step, Watch};

use super::{Found, Kind, Line};

/// A prime of two digits, for the order of the curve.
const ORDER: u64 = 79;

/// The equations modulo 79: d = 23 signs two digests with k = 37.
pub fn toy(watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    let (d, k, r) = (23, 37, 11);
    let [z1, z2] = [5, 60];
    let sign = |z: u64| (z + r * d) * inverse(k) % ORDER;
    let [s1, s2] = [z1, z2].map(sign);
    let below = inverse((ORDER + s1 - s2) % ORDER);
    let found_k = (ORDER + z1 - z2) * below % ORDER;
    let found_d = (s1 * found_k + ORDER - z1) * inverse(r) % ORDER;
    watch.step(
        &Step::new("toy", format!("modulo {ORDER}, for the order of a curve: ECDSA signs a digest z by s = (z + r*d)/k, where r comes from k alone"))
            .value("d, k, r", format!("{d}, {k}, {r}"))
            .value("z1, s1", format!("{z1}, {s1}"))
            .value("z2, s2", format!("{z2}, {s2}")),
    );
    watch.step(
        &Step::new(
            "toy",
            "two equations, k and d unknown: subtract them, and d is gone",
        )
        .value("k, (z1 - z2)/(s1 - s2)", found_k)
        .check(format!(
            "python3 -c 'print(({z1} - {z2}) * pow({s1} - {s2}, -1, {ORDER}) % {ORDER})'"
        )),
    );
    watch.step(
        &Step::new("toy", "with k known, one of them gives d")
            .value("d, (s1*k - z1)/r", found_d)
            .check(format!(
                "python3 -c 'print(({s1} * {found_k} - {z1}) * pow({r}, -1, {ORDER}) % {ORDER})'"
            )),
    );
}

fn inverse(number: u64) -> u64 {
    (1..ORDER).find(|n| n * number % ORDER == 1).unwrap_or(0)
}

const SECP256K1: &str = "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
const P256: &str = "0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
const ED25519: &str = "2**252+27742317777372353535851937790883648493";

impl Found {
    /// Tells how the key came out of its two lines; the key and the nonce themselves only where
    /// `secrets` may be told.
    pub fn tell(&self, lines: &[&Line], secrets: bool, watch: &dyn Watch) {
        if !watch.narrates() {
            return;
        }
        let mut shared = Step::new(
            format!("line {}", line_numbers(&self.lines)),
            match self.kind {
                Kind::Ed25519 | Kind::Bip340 => "the same R, so the same nonce",
                Kind::Ecdsa | Kind::EcdsaP256 => {
                    "the same r, so the same nonce, or its negative: s and n - s both hold"
                }
            },
        );
        for line in lines {
            let name = if line.kind == Kind::Ed25519 { "S" } else { "s" };
            shared = shared.value(name, number(line.kind, &line.s));
            let (name, value) = match line.kind {
                Kind::Ecdsa | Kind::EcdsaP256 => ("z, the digest", hex::encode(&line.signed)),
                Kind::Bip340 => ("e, the challenge", hex::encode(&line.signed)),
                Kind::Ed25519 => {
                    let h = ed25519::wide(&line.signed).to_bytes();
                    ("h, the challenge", number(line.kind, &h))
                }
            };
            shared = shared.value(name, value);
        }
        watch.step(&shared.value("r", hex::encode(&self.shared)));
        let why = "two lines k = alpha + beta * key meet in one point";
        let mut step = Step::new("key", why);
        if secrets {
            step = step.value("key", number(self.kind, &self.private_key));
            if let Some(check) = self.check(lines) {
                step = step.check(check);
            }
        } else {
            step = step.value("key", "secret, shown by --explain=secrets");
        }
        watch.step(&step);
        watch.step(
            &Step::new("public key", "the key times the generator is who signed")
                .value("public key", hex::encode(&self.public_key)),
        );
    }

    /// The line of Python that solves two lines of one kind.
    fn check(&self, lines: &[&Line]) -> Option<String> {
        let [one, two] = lines else { return None };
        let order = match self.kind {
            Kind::Ecdsa | Kind::Bip340 => SECP256K1,
            Kind::EcdsaP256 => P256,
            Kind::Ed25519 => ED25519,
        };
        if one.kind != two.kind || one.number == two.number || one.kind == Kind::Bip340 {
            return None;
        }
        let [s1, s2] = [one, two].map(|line| number(line.kind, &line.s));
        if self.kind == Kind::Ed25519 {
            let [h1, h2] =
                [one, two].map(|line| number(line.kind, &ed25519::wide(&line.signed).to_bytes()));
            return Some(format!(
                "python3 -c 'n={order}; print(\"%064x\" % ((0x{s1}-0x{s2})*pow(0x{h1}-0x{h2},-1,n)%n))'"
            ));
        }
        let [z1, z2] =
            [one, two].map(|line| hex::encode(line.signed.get(..32).unwrap_or(&line.signed)));
        let r = hex::encode(&self.shared);
        // Both signs of the second s are tried; one of the two lines is the key.
        Some(format!(
            "python3 -c 'n={order}; [print(\"%064x\" % ((0x{s1}*((0x{z1}-0x{z2})*pow(0x{s1}-s,-1,n))-0x{z1})*pow(0x{r},-1,n)%n)) for s in (0x{s2},n-0x{s2})]'"
        ))
    }
}

fn line_numbers(lines: &[u64]) -> String {
    let all: Vec<_> = lines.iter().map(ToString::to_string).collect();
    all.join(" and ")
}

/// A number as people write it, the largest digit first.
fn number(kind: Kind, bytes: &[u8; 32]) -> String {
    if kind == Kind::Ed25519 {
        let mut turned = *bytes;
        turned.reverse();
        return hex::encode(&turned);
    }
    hex::encode(bytes)
}
