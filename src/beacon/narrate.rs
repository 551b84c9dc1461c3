//! How a beacon is checked, told with its real values: first a pairing that one can calculate.

use super::partial::Partial;
use super::timelock::Body;
use super::{Beacon, Chain, Scheme};
use crate::codec::{hex, time};
use crate::secret::SecretBytes;
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

/// A lock in the same small numbers: the shared value is had by the number that locks, and by the
/// signature.
fn toy_lock(watch: &dyn Watch) {
    let why = "the key is 7, the round is the point 5; r = 4 is drawn, and the lock tells 4 * 1";
    let step = Step::new("toy lock", why).value("e(5, 4 * 7 % 11)", toy_paired(5, 4 * 7 % 11));
    watch.step(&step.check("echo $(( (1 << (5 * 6 % 11)) % 23 ))"));
    let why = "once the signature 2 of the round is there: e(2, 4) is the same";
    let step = Step::new("toy open", why).value("e(2, 4)", toy_paired(2, 4));
    watch.step(&step.check("echo $(( (1 << (2 * 4 % 11)) % 23 ))"));
}

/// What is locked to: the round's number, and when it comes.
fn round_step(chain: &Chain, round: u64, watch: &dyn Watch) {
    let why = "what the chain will sign: the hash of the round's number; until then nobody knows its \
               signature";
    let message = chain.scheme.message(round, b"");
    let due = chain.time_of(round).map(time::show);
    let step = Step::new("round", why)
        .value("chain", hex::encode(&chain.hash))
        .value("round", round)
        .value("due", due.unwrap_or_default())
        .value("digest", hex::encode(&message));
    let number = hex::encode(&round.to_be_bytes());
    watch.step(&step.check(format!("printf {number} | xxd -r -p | sha256sum")));
}

/// The steps of a lock.
pub(super) fn lock(
    chain: &Chain,
    round: u64,
    sigma: &SecretBytes<16>,
    body: &Body,
    watch: &dyn Watch,
) {
    toy(watch);
    toy_lock(watch);
    round_step(chain, round, watch);
    let why = "16 random bytes sigma; a number r follows from them and the file's key";
    let step = Step::new("sigma", why).secret(watch, "sigma", hex::encode(sigma.as_ref()));
    watch.step(&step);
    let why = "U = r times the generator; the hash of e(round, key)^r hides sigma, the hash of sigma \
               hides the file's key";
    let step = Step::new("lock", why)
        .value("U", hex::encode(&body.point))
        .value("V", hex::encode(&body.hidden_sigma))
        .value("W", hex::encode(&body.hidden_key));
    watch.step(&step);
}

/// The steps of opening: nothing of it is secret once the round is there.
pub(super) fn unlock(
    chain: &Chain,
    beacon: &Beacon,
    sigma: &SecretBytes<16>,
    body: &Body,
    watch: &dyn Watch,
) {
    toy(watch);
    toy_lock(watch);
    round_step(chain, beacon.round, watch);
    let why = "the hash of e(signature, U) brings out sigma; only this signature does";
    let step = Step::new("sigma", why)
        .value("signature", hex::encode(&beacon.signature))
        .value("U", hex::encode(&body.point))
        .value("sigma", hex::encode(sigma.as_ref()));
    watch.step(&step);
    let why = "the hash of sigma brings out the file's key: its first 16 bytes, xor W; then U is made anew \
               from both, and must be the same";
    let mask = super::timelock::tagged("IBE-H4", &[sigma.as_ref()]);
    let tag = hex::encode(b"IBE-H4");
    let line = format!(
        "printf {tag}{} | xxd -r -p | sha256sum",
        hex::encode(sigma.as_ref())
    );
    let step = Step::new("file key", why)
        .value("W", hex::encode(&body.hidden_key))
        .value("mask", hex::encode(mask.as_ref()));
    watch.step(&step.check(line));
}

/// The steps of a partial signature.
pub(super) fn partial(
    chain: &Chain,
    beacon: &Beacon,
    message: &[u8; 32],
    made: &Partial,
    watch: &dyn Watch,
) {
    let why = "first in numbers modulo 11: the secret 7 lies on the line 7 + 3 x, and member 1 holds 10, \
               member 2 holds 2; each multiplies the round's point 5";
    let step = Step::new("toy partials", why)
        .value("member 1", 10 * 5 % 11)
        .value("member 2", 10);
    watch.step(&step.check("echo $(( 2 * 5 % 11 ))"));
    message_step(chain, beacon, message, watch);
    let why = "the round's point times the member's share; drand writes two bytes of index before it, \
               the member's number less one";
    let step = Step::new("partial", why)
        .value("member", made.member)
        .value("index", made.member - 1)
        .value("signature", hex::encode(&made.signature));
    watch.step(&step);
}

/// The steps of joining.
pub(super) fn joined(chain: &Chain, beacon: &Beacon, members: &[u16], watch: &dyn Watch) {
    let why = "first in numbers modulo 11: of the members 1 and 2 the weights at 0 are 2 and -1, so \
               that 2 * 6 - 10 is the signature";
    let step = Step::new("toy join", why).value("signature", (2 * 6 + 10 * 10) % 11);
    watch.step(&step.check("echo $(( (2 * 6 + 10 * 10) % 11 ))"));
    let names: Vec<String> = members.iter().map(u16::to_string).collect();
    let why = "each partial signature was held against the member's public share; the sum of so many, \
               each times its weight of Lagrange, is the signature that the group's key gives";
    let step = Step::new("join", why)
        .value("members", names.join(" "))
        .value("signature", hex::encode(&beacon.signature));
    watch.step(&step);
    verify(chain, beacon, watch);
}
