//! Signatures of a group, 3 of 5 and 67 of 100: a part, the joining of parts with every one checked, and the check of the
//! whole, beside what `threshold_crypto` does of the same. One thread, times within this process; ratios are theirs to
//! ours. `cargo bench --bench threshold`
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark may fail by panic")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use decent::coins::Coins;
use decent::group::deal::{self, Dealt};
use decent::group::{Bls12381G1 as C, Curve, Pairing, Threshold};
use decent::threshold::{Partial, join};
use threshold_crypto::poly::Commitment;
use threshold_crypto::{PublicKeySet, SecretKeyShare, SignatureShare};

const MESSAGE: &[u8] = b"pay anna 5";
const ROUNDS: u32 = 5;

/// The best of some rounds.
fn best(mut work: impl FnMut()) -> Duration {
    let round = |_| {
        let begun = Instant::now();
        work();
        begun.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap()
}

fn told(what: &str, ours: Duration, theirs: Duration) {
    let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
    println!("{what:<24} {ours:>12.2?} {theirs:>12.2?} {ratio:>8.1}");
}

/// The same group, shares and parts in their types.
struct Theirs {
    keys: PublicKeySet,
    share: SecretKeyShare,
    parts: Vec<(u64, SignatureShare)>,
}

fn theirs(dealt: &Dealt<C>, parts: &[Partial<C>]) -> Theirs {
    let points = dealt.group.commitments().points();
    let points: Vec<_> = points.iter().map(C::encode).collect();
    let commitment: Commitment =
        serde_json::from_value(serde_json::json!({ "coeff": points })).unwrap();
    let bytes = C::scalar_bytes(dealt.shares[0].secret());
    let limbs: Vec<u64> = bytes
        .rchunks(8)
        .map(|limb| u64::from_be_bytes(limb.try_into().unwrap()))
        .collect();
    let share = serde_json::from_value(serde_json::json!(limbs)).unwrap();
    let part = |part: &Partial<C>| {
        let bytes: [u8; 96] = C::encode_signature(&part.signature).try_into().unwrap();
        let share = SignatureShare::from_bytes(bytes).unwrap();
        (u64::from(part.member) - 1, share)
    };
    Theirs {
        keys: PublicKeySet::from(commitment),
        share,
        parts: parts.iter().map(part).collect(),
    }
}

fn measure(t: u64, n: u64) {
    let size = Threshold::new(t, n).unwrap();
    let mut coins = Coins::new(&[7; 32]);
    let dealt = deal::new::<C>(size, None, &mut coins).unwrap();
    let point = C::hash(MESSAGE, C::DOMAIN);
    let some = dealt.shares.iter().take(t as usize);
    let parts: Vec<_> = some.map(|share| Partial::sign(share, &point)).collect();
    let theirs = theirs(&dealt, &parts);
    let hash = {
        let bytes = C::encode_signature(&point).try_into().unwrap();
        threshold_crypto::Signature::from_bytes::<[u8; 96]>(bytes).unwrap()
    };
    let affine = affine(&hash);
    println!(
        "{:<24} {:>12} {:>12} {:>8}",
        format!("{t} of {n}"),
        "ours",
        "theirs",
        "ratio"
    );
    let ours = best(|| {
        let point = C::hash(MESSAGE, C::DOMAIN);
        black_box(Partial::sign(&dealt.shares[0], &point));
    });
    let other = best(|| {
        black_box(theirs.share.sign(MESSAGE));
    });
    told("sign, hash counted in", ours, other);
    let ours = best(|| {
        black_box(join(&dealt.group, &parts, Some(&point), &mut coins).unwrap());
    });
    let other = best(|| {
        for (index, part) in &theirs.parts {
            assert!(theirs.keys.public_key_share(*index).verify_g2(part, affine));
        }
        let parts = theirs.parts.iter().map(|(index, part)| (*index, part));
        black_box(theirs.keys.combine_signatures(parts).unwrap());
    });
    told("join, every part checked", ours, other);
    let joined = join(&dealt.group, &parts, Some(&point), &mut coins).unwrap();
    let bytes: [u8; 96] = C::encode_signature(&joined.signature).try_into().unwrap();
    let signature = threshold_crypto::Signature::from_bytes(bytes).unwrap();
    let key = dealt.group.public_key();
    told(
        "verify",
        best(|| assert!(C::verify(&joined.signature, &point, &key))),
        best(|| assert!(theirs.keys.public_key().verify_g2(&signature, affine))),
    );
}

/// A point in the form that their checks take.
fn affine(point: &threshold_crypto::Signature) -> threshold_crypto::G2Affine {
    use threshold_crypto::group::{CurveAffine, EncodedPoint};
    let mut bytes = <threshold_crypto::G2Affine as CurveAffine>::Compressed::empty();
    bytes.as_mut().copy_from_slice(&point.to_bytes());
    bytes.into_affine().unwrap()
}

fn main() {
    measure(3, 5);
    measure(67, 100);
}
