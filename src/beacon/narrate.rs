//! How a beacon is checked, told with its real values: first a pairing that one can calculate.

use super::{Beacon, Chain, Scheme};
use crate::codec::hex;
use crate::watch::{Step, Watch};

/// A pairing of numbers modulo 11 into powers of 2 modulo 23, of which there are eleven.
fn toy(watch: &dyn Watch) {
    let why = "first in numbers modulo 11: e(a, b) = 2^(a b) mod 23, so a factor of either side comes \
               out as a power";
    watch.step(
        &Step::new("toy key", why)
            .value("secret", 7)
            .value("key", "7 * 1 = 7"),
    );
    let why = "the message becomes the number 5; the signature is the secret times it";
    let step = Step::new("toy sign", why).value("signature", 35 % 11);
    watch.step(&step.check("echo $(( 7 * 5 % 11 ))"));
    let why = "e(signature, 1) must be e(5, key), and nobody needs the secret to see it";
    let step = Step::new("toy check", why)
        .value("e(5, 7)", toy_paired(5, 7))
        .value("e(2, 1)", toy_paired(2, 1));
    watch.step(&step.check("echo $(( (1 << (2 * 1 % 11)) % 23 ))"));
}

/// e(a, b) in small numbers.
fn toy_paired(one: u32, other: u32) -> u64 {
    (1u64 << (one * other % 11)) % 23
}

/// The steps of one check.
pub(super) fn verify(chain: &Chain, beacon: &Beacon, watch: &dyn Watch) {
    toy(watch);
    let key = hex::encode(&chain.key.to_bytes());
    let why = "the chain's key, which its hash binds";
    let step = Step::new("chain", why)
        .value("scheme", chain.scheme.name())
        .value("key", key)
        .value("hash", hex::encode(&chain.hash));
    let line = format!(
        "printf {} | xxd -r -p | sha256sum",
        hex::encode(&chain.hashed())
    );
    watch.step(&step.check(line));
    if let Ok(message) = beacon.message(chain) {
        message_step(chain, beacon, &message, watch);
    }
    let why = "a point for the message, of which nobody knows what multiple of the generator it is; \
               then e(signature, generator) = e(point, key)";
    let step = Step::new("pairing", why)
        .value(
            "domain",
            String::from_utf8_lossy(chain.scheme.domain()).into_owned(),
        )
        .value("signature", hex::encode(&beacon.signature));
    watch.step(&step);
    let why = "one signature is possible, so its hash can be chosen by nobody";
    let randomness = hex::encode(&beacon.derived());
    let line = format!(
        "printf {} | xxd -r -p | sha256sum",
        hex::encode(&beacon.signature)
    );
    let step = Step::new("randomness", why).value("sha256", randomness);
    watch.step(&step.check(line));
}

fn message_step(chain: &Chain, beacon: &Beacon, message: &[u8; 32], watch: &dyn Watch) {
    let round = hex::encode(&beacon.round.to_be_bytes());
    let why = match chain.scheme {
        Scheme::Chained => {
            "what is signed: the hash of the signature before and the round's number"
        }
        _ => "what is signed: the hash of the round's number",
    };
    let step = Step::new("message", why)
        .value("round", &round)
        .value("digest", hex::encode(message));
    // openssl before version 3.2 knows no Keccak, so that evmnet's digest has no line.
    let before = match (chain.scheme, &beacon.previous) {
        (Scheme::Bn254, _) => return watch.step(&step),
        (Scheme::Chained, Some(previous)) => hex::encode(previous),
        (Scheme::Chained, None) => hex::encode(&chain.genesis_seed),
        _ => String::new(),
    };
    watch.step(&step.check(format!("printf {before}{round} | xxd -r -p | sha256sum")));
}
