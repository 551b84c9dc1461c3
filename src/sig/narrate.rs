//! The steps of a signature with their real values, first with numbers that fit on a hand.

use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;

use super::comments::{Commented, Over};
use super::digest::{Hash, Need};
use super::sign::Order;
use super::verify::Way;
use super::{Format, ed25519};
use crate::codec::hex;
use crate::watch::{Step, Watch};

/// Ed25519's equation in the numbers below 23, where 2 has the order 11.
fn toy(watch: &dyn Watch) {
    let power = |base: u64, exponent: u64| (0..exponent).fold(1, |all, _| all * base % 23);
    let (a, r, k) = (7, 5, 3);
    let s = (r + k * a) % 11;
    let (key, point) = (power(2, a), power(2, r));
    let right = point * power(key, k) % 23;
    watch.step(
        &Step::new(
            "toy",
            "modulo 23, 2 has the order 11: the key a = 7 has A = 2^a, the nonce r = 5 has R = 2^r, and s = r + k*a for the challenge k = 3",
        )
        .value("A, R, s", format!("{key}, {point}, {s}"))
        .value("R * A^k", right)
        .check(format!("python3 -c 'print(pow(2, {s}, 23))'")),
    );
}

/// The digest that a format signs.
fn hashed(hash: Hash, digest: &[u8]) -> Step {
    let why = format!("the message is hashed once, by {}", hash.name());
    Step::new("digest", why)
        .value("digest", hex::encode(digest))
        .check(hash.shell())
}

/// The challenge of Ed25519 over the bytes themselves.
fn challenged(need: &Need, digest: &[u8]) -> Step {
    let prefix = hex::encode(&need.prefix);
    Step::new(
        "challenge",
        "SHA-512 of R, the public key A, and the message",
    )
    .value("R, A", &prefix)
    .value("digest", hex::encode(digest))
    .check(format!(
        "(printf {prefix} | xxd -r -p; cat FILE) | sha512sum"
    ))
}

/// S*B and R + k*A, which are equal where a signature holds.
fn equation(key: &[u8; 32], signature: &[u8; 64], digest: &[u8]) -> Step {
    let (r, s) = ed25519::halves(signature);
    let k = ed25519::wide(digest);
    let step = Step::new(
        "equation",
        "S*B = R + k*A, with k the digest modulo the order",
    )
    .value("S", hex::encode(&s))
    .value("k", hex::encode(k.as_bytes()));
    let point = |bytes: [u8; 32]| CompressedEdwardsY(bytes).decompress();
    let (Some(r), Some(a), Some(s)) = (
        point(r),
        point(*key),
        Option::<Scalar>::from(Scalar::from_canonical_bytes(s)),
    ) else {
        return step;
    };
    let left = EdwardsPoint::mul_base(&s).compress();
    let right = (r + k * a).compress();
    step.value("S*B", hex::encode(left.as_bytes()))
        .value("R + k*A", hex::encode(right.as_bytes()))
}

/// minisign's and signify's.
fn commented(way: &Way, key: &[u8; 32], signature: &Commented, digest: &[u8], watch: &dyn Watch) {
    toy(watch);
    let mut decides = digest.to_vec();
    if signature.over == Over::Bytes {
        watch.step(&challenged(&way.need(), digest));
    } else {
        watch.step(&hashed(Hash::Blake2b, digest));
        decides = ed25519::challenge(key, &signature.signature).with(digest);
    }
    watch.step(&equation(key, &signature.signature, &decides));
    if let Some(trusted) = &signature.trusted {
        let comment = String::from_utf8_lossy(&trusted.comment).into_owned();
        let why = "a second signature, over the first and the trusted comment, holds too";
        watch.step(&Step::new("comment", why).value("comment", comment));
    }
}

/// Tells how a signature was checked that holds.
pub(super) fn checked(way: &Way, digest: &[u8], watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    match way {
        Way::Commented { key, signature } => commented(way, key, signature, digest, watch),
        Way::Pure { key, signature } => {
            toy(watch);
            watch.step(&challenged(&way.need(), digest));
            watch.step(&equation(key, signature, digest));
        }
        Way::Ssh { signature, .. } => {
            watch.step(&hashed(signature.hash, digest));
            let namespace = String::from_utf8_lossy(&signature.namespace).into_owned();
            let why = "the digest is signed together with its hash's name and the namespace";
            let signed =
                super::sshsig::SshSig::signed(&signature.namespace, signature.hash, digest);
            watch.step(
                &Step::new("namespace", why)
                    .value("namespace", namespace)
                    .value("signed", hex::encode(&signed)),
            );
        }
        Way::Ecdsa { pair, hash, .. } => {
            watch.step(&hashed(*hash, digest));
            let why =
                "x of (z/s)*G + (r/s)*Q is r again, where z is the digest and Q the public key";
            watch.step(
                &Step::new("equation", why)
                    .value("s", hex::encode(&pair.s))
                    .value("r", hex::encode(&pair.r)),
            );
        }
        Way::Schnorr {
            key,
            signature,
            hash,
        } => {
            if let Some(hash) = hash {
                watch.step(&hashed(*hash, digest));
            } else {
                let prefix = hex::encode(&way.need().prefix);
                let why = "SHA-256 of the digest of `BIP0340/challenge` twice, R, the public key, and the message";
                watch.step(
                    &Step::new("challenge", why)
                        .value("e", hex::encode(digest))
                        .check(format!(
                            "(printf {prefix} | xxd -r -p; cat FILE) | sha256sum"
                        )),
                );
            }
            let (r, s) = ed25519::halves(signature);
            watch.step(
                &Step::new("equation", "s*G - e*P has the x of R, and an even y")
                    .value("P", hex::encode(key))
                    .value("s", hex::encode(&s))
                    .value("R", hex::encode(&r)),
            );
        }
        Way::Rsa { hash, .. } => {
            watch.step(&hashed(*hash, digest));
            let why =
                "the signature to the power of the public exponent is the digest with its padding";
            watch.step(&Step::new("equation", why));
        }
    }
}

/// Tells what the first reading gave, unless it is the secret nonce.
pub(super) fn signing(order: &Order<'_>, digest: &[u8], watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    if order.reads_twice() {
        let why = "the nonce is a hash of a secret part of the key and the message: the same message has the same nonce, and no other has";
        watch.step(&Step::new("nonce", why).value("nonce", "secret"));
        return;
    }
    let hash = match order.format {
        Format::Minisign | Format::Signify => Hash::Blake2b,
        Format::SshSig => order.hash.unwrap_or(Hash::Sha512),
        Format::Raw | Format::Der | Format::Bip340 => order.hash.unwrap_or(Hash::Sha256),
    };
    watch.step(&hashed(hash, digest));
}

/// Tells the signature that was made, and over which challenge.
pub(super) fn signed(order: &Order<'_>, signature: &[u8; 64], digest: &[u8], watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    if let (true, crate::key::PublicKey::Ed25519(key)) = (order.reads_twice(), order.key.public()) {
        let need = ed25519::challenge(&key.to_bytes(), signature);
        watch.step(&challenged(&need, digest));
    }
    let (r, s) = ed25519::halves(signature);
    let why = match order.format {
        Format::Raw | Format::Der if !order.reads_twice() => {
            "r is the x of k*G, s = (z + r*d)/k, or its negative where that is smaller"
        }
        Format::Bip340 => "R is the x of k*G, s = k + e*d",
        _ => "R = r*B, S = r + k*a: the nonce hides a, the secret key",
    };
    watch.step(
        &Step::new("signature", why)
            .value("first half", hex::encode(&r))
            .value("second half", hex::encode(&s)),
    );
}
