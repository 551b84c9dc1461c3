//! The narration: numbers modulo 97 first, that a shell can follow; then the real points and weights.

use crate::codec::hex;
use crate::group::{Curve, CurveName, Group, Pairing, weights};
use crate::shamir::explain;
use crate::watch::{Step, Watch};

/// Weights that are told.
const SHOWN: usize = 5;
/// Members of whose weights the shell line is shown: a longer one tells nothing.
const LONGEST: usize = 16;

fn order(curve: CurveName) -> &'static str {
    match curve {
        CurveName::Bls12381G1 | CurveName::Bls12381G2 => {
            "0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001"
        }
        CurveName::Ed25519 => "2**252+27742317777372353535851937790883648493",
        CurveName::Secp256k1 => {
            "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"
        }
    }
}

/// A group as it is dealt: the toy, then what is public of the real one.
pub fn dealt<C: Curve>(watch: &dyn Watch, group: &Group<C>) {
    if !watch.narrates() {
        return;
    }
    let size = group.size();
    let small = |number: u16| u8::try_from(number).unwrap_or(u8::MAX);
    explain::toy_split(watch, small(size.t()), small(size.n()));
    let why = "each coefficient times the generator: who has a share checks it by them, and the first \
               is the public key";
    let mut step = Step::new("commitments", why);
    for point in group.commitments().points().iter().take(SHOWN) {
        step = step.value("point", hex::encode(&C::encode(point)));
    }
    watch.step(&step);
    let why = "SHA-256 of the curve's word, t, n and the commitments: the group's name";
    let bytes = hex::encode(&group.hashed());
    let check = format!("echo {bytes} | xxd -r -p | sha256sum");
    let step = Step::new("name", why).value("hash", hex::encode(&group.hash()));
    watch.step(&step.check(check));
}

/// The point of a message.
pub fn hashed<C: Pairing>(watch: &dyn Watch, point: &C::Signature) {
    if !watch.narrates() {
        return;
    }
    let why = "the message as a point (RFC 9380), under the domain of ordinary BLS signatures";
    let step = Step::new("hash", why)
        .value("domain", String::from_utf8_lossy(C::DOMAIN))
        .value("point", hex::encode(&C::encode_signature(point)));
    watch.step(&step);
}

/// A part: a point times a share.
pub fn part(watch: &dyn Watch, member: u16, point: &[u8]) {
    if watch.narrates() {
        let why = "the point times the share: whoever has it learns nothing of the share";
        let step = Step::new(format!("member {member}"), why);
        watch.step(&step.value("part", hex::encode(point)));
    }
}

/// The weights of the members whose parts are added.
pub fn weighed<C: Curve>(watch: &dyn Watch, members: &[u16]) {
    if !watch.narrates() {
        return;
    }
    explain::toy_join(watch, u8::try_from(members.len()).unwrap_or(u8::MAX));
    let Ok(weights) = weights::<C>(members) else {
        return;
    };
    for (member, weight) in members.iter().zip(weights).take(SHOWN) {
        let others = members.iter().filter(|other| *other != member);
        let above: Vec<String> = others.clone().map(u16::to_string).collect();
        let below: Vec<String> = others.map(|other| format!("({other}-{member})")).collect();
        let product = |factors: Vec<String>| {
            if factors.is_empty() {
                "1".to_owned()
            } else {
                factors.join("*")
            }
        };
        let why = format!(
            "what member {member} counts at 0: the product of other / (other - {member}), modulo the \
             group's order"
        );
        let mut bytes = C::scalar_bytes(&weight).to_vec();
        if C::NAME == CurveName::Ed25519 {
            bytes.reverse();
        }
        let step = Step::new("weight", why).value("weight", hex::encode(&bytes));
        let line = format!(
            "python3 -c 'r={}; print(\"%064x\" % ({}*pow({},-1,r)%r))'",
            order(C::NAME),
            product(above),
            product(below),
        );
        watch.step(&if members.len() <= LONGEST {
            step.check(line)
        } else {
            step
        });
    }
}

/// The sum of the parts.
pub fn joined(watch: &dyn Watch, members: &[u16], point: &[u8]) {
    if watch.narrates() {
        let members: Vec<String> = members.iter().map(u16::to_string).collect();
        let why = "every part times its weight, added: what the whole key would have made, and no \
                   share was shown";
        let step = Step::new("sum", why).value("members", members.join(" "));
        watch.step(&step.value("point", hex::encode(point)));
    }
}

/// A wrapped key: U, V, W.
pub fn wrapped(watch: &dyn Watch, u: &[u8], v: &[u8], w: &[u8], hash: &[u8]) {
    if watch.narrates() {
        let why = "U is a random number times the generator, V the file's key under what the same \
                   number makes of the group's key, W shows that the number was known";
        let step = Step::new("wrapped key", why)
            .value("U", hex::encode(u))
            .value("V", hex::encode(v))
            .value("H(U, V)", hex::encode(hash))
            .value("W", hex::encode(w));
        watch.step(&step);
    }
}
