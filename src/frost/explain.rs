//! The narration: first on a curve that one can see, then the real numbers, with the shell lines that
//! print them again.

use std::collections::BTreeMap;

use super::commitment::Pair;
use super::order::point_bytes;
use super::steps::{Hashed, Steps};
use super::{Secrets, Session};
use crate::codec::hex;
use crate::error::Result;
use crate::group::{Ed25519, Group};
use crate::key::toy::{PRIME, Toy, shown};
use crate::secret::SecretBytes;
use crate::watch::{Step, Watch};

/// The order of the toy curve, a prime.
const ORDER: u64 = 79;

/// The same on a curve of 79 points: a key that is split among three, and two who sign.
pub fn toy(watch: &dyn Watch) -> Result<()> {
    if !watch.narrates() {
        return Ok(());
    }
    let curve = Toy::new(PRIME)?;
    let start = curve.start()?;
    let times = |scalar: u64| shown(curve.times(scalar, start));
    let (key, slope, challenge) = (11, 5, 6);
    let share = |member: u64| (key + slope * member) % ORDER;
    // Of a line through 1 and 3 the value at 0 is 3/2 of the one and -1/2 of the other; 40 is 1/2.
    let (one, three) = ((3 * 40) % ORDER, ORDER - 40);
    let (first, third) = (20, 7);
    let part = |nonce: u64, weight: u64, share: u64| (nonce + challenge * weight * share) % ORDER;
    let parts = [part(first, one, share(1)), part(third, three, share(3))];
    let sum = parts.iter().sum::<u64>() % ORDER;
    let why = "first on a curve of 79 points: the key is 11, and shares are values of 11 + 5x";
    let step = Step::new("toy shares", why)
        .value("shares", format!("1: {}, 3: {}", share(1), share(3)))
        .value("public key", times(key));
    watch.step(&step);
    let why = "members 1 and 3 draw the nonces 20 and 7, and show these times the start";
    let step = Step::new("toy nonces", why)
        .value("points", format!("{} and {}", times(first), times(third)))
        .value("R", times(first + third));
    watch.step(&step);
    let why = "nonce + challenge * weight * share, modulo 79, each alone; the challenge here is 6";
    let step = Step::new("toy parts", why)
        .value("weights", format!("{one} and {three}"))
        .value("parts", format!("{} and {}", parts[0], parts[1]));
    watch.step(&step);
    let key_point = curve.times(key, start);
    let right = curve.add(
        curve.times(first + third, start),
        curve.times(challenge, key_point),
    );
    let why = "the sum of the parts times the start is R and 6 times the key: a signature by 11";
    let step = Step::new("toy sum", why)
        .value("S", sum)
        .value("S times the start", times(sum))
        .value("R and 6 times the key", shown(right));
    watch.step(&step);
    Ok(())
}

pub(super) fn committing(pairs: [(&Secrets, &Pair); 2], watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    let whys = [
        "two secret numbers for one message, each the hash of fresh randomness and the share",
        "two more for the comment that only minisign's files sign",
    ];
    for ((secrets, pair), why) in pairs.into_iter().zip(whys) {
        let step = Step::new("nonces", why)
            .secret(watch, "hiding nonce", digits(&secrets.hiding))
            .secret(watch, "binding nonce", digits(&secrets.binding))
            .value("D", hex::encode(&pair.hiding))
            .value("E", hex::encode(&pair.binding));
        watch.step(&step);
    }
}

/// What all who sign compute alike.
fn shared(steps: &Steps, watch: &dyn Watch) {
    let why = "the message, hashed for the binding factors: nobody can choose a nonce to suit it";
    hashed("message", why, &steps.message, None, watch);
    let why = "the members and their points D and E, in rising order, hashed";
    hashed("commitments", why, &steps.list, None, watch);
    for (member, factor) in &steps.factors {
        let why = "binds the nonces to key, message and commitments: without it, many sessions at \
                   once forge a signature (Drijvers et al. 2019)";
        let title = format!("binding {member}");
        let number = hex::encode(factor.number().as_bytes());
        hashed(&title, why, factor, Some(("rho", number)), watch);
    }
    let why = "the sum of D + rho*E over the members: the first half of the signature";
    let point = hex::encode(&steps.nonce_point.compress().0);
    watch.step(&Step::new("nonce point", why).value("R", point));
    let why = "SHA-512 of R, the public key and the message, as any Ed25519 signature has it";
    let number = hex::encode(steps.challenge.number().as_bytes());
    hashed(
        "challenge",
        why,
        &steps.challenge,
        Some(("c", number)),
        watch,
    );
    for (member, weight) in &steps.weights {
        let why = "Lagrange's weight: the key is the sum of the shares times these";
        let weight = hex::encode(weight.as_bytes());
        watch.step(&Step::new(format!("weight {member}"), why).value("lambda", weight));
    }
}

fn hashed(
    title: &str,
    why: &str,
    of: &Hashed,
    number: Option<(&'static str, String)>,
    watch: &dyn Watch,
) {
    let mut step = Step::new(title, why);
    if let Some((name, number)) = number {
        step = step.value(name, number);
    }
    step = step.value("sha512", hex::encode(&of.digest));
    if let Some(input) = &of.input {
        let spelled = hex::encode(input);
        step = step.check(format!("printf {spelled} | xxd -r -p | sha512sum"));
    }
    watch.step(&step);
}

pub(super) fn signing(
    session: &Session<'_>,
    member: u16,
    (secret, secrets): (&SecretBytes<32>, &Secrets),
    signature: &[u8; 32],
    watch: &dyn Watch,
) {
    if !watch.narrates() {
        return;
    }
    let Some(steps) = Steps::of(session) else {
        return;
    };
    shared(&steps, watch);
    let again = steps.share(member, secret, secrets);
    let why = "hiding nonce + rho * binding nonce + c * lambda * share; it tells nothing of the share \
               while the nonces are secret, and used once";
    let step = Step::new("part", why)
        .secret(watch, "hiding nonce", digits(&secrets.hiding))
        .secret(watch, "binding nonce", digits(&secrets.binding))
        .secret(watch, "share", digits(secret))
        .value(
            "z",
            again.map_or_else(String::new, |again| hex::encode(&again)),
        );
    watch.step(&step);
    debug_assert_eq!(
        again.as_ref(),
        Some(signature),
        "what is narrated is what is made"
    );
}

pub(super) fn joining(
    steps: &Steps,
    session: &Session<'_>,
    group: &Group<Ed25519>,
    parts: &BTreeMap<u16, [u8; 32]>,
    watch: &dyn Watch,
) {
    if !watch.narrates() {
        return;
    }
    shared(steps, watch);
    for (member, part) in parts {
        let public = &point_bytes(&group.public_share(*member));
        let holds = steps.holds(session, *member, public, part);
        let why = "z times the generator must be D + rho*E + c*lambda*Y, Y being the public share";
        let step = Step::new(format!("part {member}"), why)
            .value("Y", hex::encode(public))
            .value("z", hex::encode(part))
            .value("holds", holds.unwrap_or(false));
        watch.step(&step);
    }
}

pub(super) fn joined(signature: &[u8; 64], watch: &dyn Watch) {
    if !watch.narrates() {
        return;
    }
    let (point, sum) = crate::sig::ed25519::halves(signature);
    let why = "R and the sum of the parts: what the whole key would have signed, had it this nonce";
    let step = Step::new("signature", why)
        .value("R", hex::encode(&point))
        .value("S", hex::encode(&sum));
    watch.step(&step);
}

fn digits(secret: &SecretBytes<32>) -> String {
    hex::encode(secret.as_ref())
}
