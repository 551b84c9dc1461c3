//! Keys out of signatures that share a nonce, made here with nonces of our choice.

use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar as Scalar25519;
use k256::elliptic_curve::PrimeField;
use k256::elliptic_curve::ff::Field;
use k256::elliptic_curve::group::Group;
use k256::elliptic_curve::ops::Reduce;
use k256::elliptic_curve::point::AffineCoordinates;
use k256::elliptic_curve::sec1::ToSec1Point;

use super::found::found;
use crate::codec::hex;
use crate::sig::digest::Hash;
use crate::sig::recover::{Kind, Line};
use crate::sig::{ed25519, schnorr};

macro_rules! ecdsa_line {
    ($name:ident, $module:ident, $kind:literal) => {
        /// A line of ECDSA with the key, the nonce and the sign of s that are wanted.
        fn $name(key: u64, nonce: u64, message: &str, high: bool) -> String {
            type Scalar = $module::Scalar;
            let (d, k) = (Scalar::from(key), Scalar::from(nonce));
            let x = $module::ProjectivePoint::mul_by_generator(&k).to_affine().x();
            let r = <Scalar as Reduce<$module::FieldBytes>>::reduce(&x);
            let digest = Hash::Sha256.of(message.as_bytes());
            let digest: [u8; 32] = digest.try_into().unwrap();
            let z = <Scalar as Reduce<$module::FieldBytes>>::reduce(&digest.into());
            let s = (z + r * d) * Field::invert(&k).unwrap();
            let s = if high { -s } else { s };
            let public = $module::ProjectivePoint::mul_by_generator(&d).to_affine();
            let public = public.to_sec1_point(true);
            let signature = [&r.to_repr()[..], &s.to_repr()[..]].concat();
            format!(
                "{{\"type\":\"{}\",\"public_key\":\"{}\",\"signature\":\"{}\",\"message\":\"{}\"}}\n",
                $kind,
                hex::encode(public.as_bytes()),
                hex::encode(&signature),
                hex::encode(message.as_bytes()),
            )
        }
    };
}
ecdsa_line!(bitcoin, k256, "ecdsa");
ecdsa_line!(nist, p256, "ecdsa-p256");

/// A line of BIP-340; the public key has 32 bytes, or 33 where `whole`.
fn bip340(key: u64, nonce: u64, message: &str, whole: bool) -> String {
    let point = |n| k256::ProjectivePoint::mul_by_generator(&n).to_affine();
    let even = |n: k256::Scalar| {
        if bool::from(point(n).y_is_odd()) {
            -n
        } else {
            n
        }
    };
    let (key, k) = (k256::Scalar::from(key), even(k256::Scalar::from(nonce)));
    let x: [u8; 32] = point(key).x().into();
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(&point(k).x());
    let e = schnorr::challenge(&x, &signature).with(message.as_bytes());
    let s = k + schnorr::number(&e) * even(key);
    signature[32..].copy_from_slice(&s.to_repr());
    let public = point(key).to_sec1_point(true);
    let public = if whole {
        public.as_bytes().to_vec()
    } else {
        x.to_vec()
    };
    format!(
        "{{\"type\":\"bip340\",\"public_key\":\"{}\",\"signature\":\"{}\",\"message\":\"{}\"}}\n",
        hex::encode(&public),
        hex::encode(&signature),
        hex::encode(message.as_bytes()),
    )
}

/// A line of Ed25519 under the public key of another number, where it is not the key's own.
fn edwards(key: u64, under: u64, nonce: u64, message: &str) -> String {
    let [a, other, r] = [key, under, nonce].map(Scalar25519::from);
    let public = EdwardsPoint::mul_base(&other).compress().to_bytes();
    let mut signature = [0; 64];
    signature[..32].copy_from_slice(EdwardsPoint::mul_base(&r).compress().as_bytes());
    let digest = ed25519::challenge(&public, &signature).with(message.as_bytes());
    let s = r + ed25519::wide(&digest) * a;
    signature[32..].copy_from_slice(s.as_bytes());
    format!(
        "{{\"type\":\"ed25519\",\"public_key\":\"{}\",\"signature\":\"{}\",\"message\":\"{}\"}}\n",
        hex::encode(&public),
        hex::encode(&signature),
        hex::encode(message.as_bytes()),
    )
}

/// The keys that were found, as small numbers, with their lines; n - d is shown as 0.
fn keys(lines: &str) -> Vec<(u64, Vec<u64>)> {
    let (all, _) = found(lines);
    let number = |bytes: &[u8; 32], little: bool| {
        let mut bytes = *bytes;
        if little {
            bytes.reverse();
        }
        let (high, low) = bytes.split_at(24);
        let small = high.iter().all(|b| *b == 0);
        if small {
            u64::from_be_bytes(low.try_into().unwrap())
        } else {
            0
        }
    };
    let mut keys: Vec<_> = all
        .iter()
        .map(|one| {
            (
                number(&one.private_key, one.kind == Kind::Ed25519),
                one.lines.clone(),
            )
        })
        .collect();
    keys.sort();
    keys
}

#[test]
fn ecdsa_with_either_sign_of_s() {
    // Keys whose points have an even and an odd y.
    for key in [3, 5, 6, 12345, 67890] {
        for (one, two) in [(false, false), (false, true), (true, false), (true, true)] {
            let lines = bitcoin(key, 99, "a", one) + &bitcoin(key, 99, "b", two);
            assert_eq!(keys(&lines), [(key, vec![1, 2])], "{one} {two}");
            let lines = nist(key, 99, "a", one) + &nist(key, 99, "b", two);
            assert_eq!(keys(&lines), [(key, vec![1, 2])], "{one} {two}");
            // Without the public keys in the lines.
            let mut bare = String::new();
            for line in lines.lines() {
                let (start, end) = line.split_once("\"public_key\"").unwrap();
                bare += &[start, end.split_once(',').unwrap().1, "\n"].concat();
            }
            assert_eq!(keys(&bare), [(key, vec![1, 2])], "{one} {two}");
        }
    }
}

#[test]
fn nothing_is_had_from_one_equation() {
    let same = bitcoin(5, 99, "a", false);
    let lines = same.clone() + &same + &bitcoin(5, 99, "a", true);
    assert!(keys(&lines).is_empty());
    let other = bitcoin(5, 98, "b", false) + &bitcoin(5, 97, "a", false);
    assert!(keys(&other).is_empty());
    // Two keys with one nonce, a signature each.
    let two = bitcoin(5, 99, "a", false) + &bitcoin(6, 99, "b", false);
    assert!(keys(&two).is_empty());
}

#[test]
fn bip_340_and_both_of_one_curve() {
    for key in [3, 5, 6, 7] {
        let lines = bip340(key, 99, "a", false) + &bip340(key, 99, "b", false);
        let (all, _) = found(&lines);
        assert_eq!(all.len(), 1);
        let own = schnorr::SigningKey::from_bytes(&all[0].private_key).unwrap();
        assert_eq!(own.x_only()[..], all[0].public_key);
        // A nonce that served ECDSA and BIP-340.
        for whole in [false, true] {
            for high in [false, true] {
                let lines = bitcoin(key, 99, "a", high) + &bip340(key, 99, "b", whole);
                let (all, _) = found(&lines);
                assert_eq!(all.len(), 1, "{key} {whole} {high}");
            }
        }
    }
}

#[test]
fn ed25519_with_one_point_and_under_a_false_key() {
    let lines = edwards(5, 5, 99, "a") + &edwards(5, 5, 99, "b");
    assert_eq!(keys(&lines), [(5, vec![1, 2])]);
    let lines = edwards(5, 5, 99, "a") + &edwards(5, 8, 99, "a");
    assert_eq!(keys(&lines), [(5, vec![1, 2])]);
    // Both are false.
    let lines = edwards(5, 7, 99, "a") + &edwards(5, 8, 99, "a");
    assert_eq!(keys(&lines), [(5, vec![1, 2])]);
    assert!(found(&lines).0[0].false_key);
    assert!(keys(&(edwards(5, 5, 99, "a") + &edwards(5, 5, 98, "b"))).is_empty());
}

#[test]
fn a_known_nonce_opens_the_next_key() {
    let lines = [
        bitcoin(30, 100, "first", true),
        bitcoin(20, 101, "second", false),
        // 10 gives itself away with nonce 99, and so its nonce 100, which is 20's too.
        bitcoin(10, 99, "a", false),
        bitcoin(10, 99, "b", true),
        bitcoin(10, 100, "c", false),
        bitcoin(20, 100, "d", false),
        bitcoin(40, 101, "e", true),
        bitcoin(50, 102, "f", true),
    ];
    let found: Vec<_> = keys(&lines.concat())
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    assert_eq!(found, [10, 20, 30, 40]);
}

#[test]
fn one_pair_among_many() {
    let mut lines: String = (0..2000)
        .map(|i| bitcoin(7 + i % 5, 1000 + i, "x", i % 2 == 0))
        .collect();
    lines += "not json\n\n";
    lines += &bitcoin(9, 1234, "again", false);
    let (all, counts) = found(&lines);
    // 1000 + 234 had it first, with the key 7 + 234 % 5 = 11.
    assert_eq!(
        (counts.signatures, counts.repeated, counts.damaged),
        (2001, 1, 1)
    );
    assert!(all.is_empty());
    lines += &bitcoin(11, 1234, "again", false);
    let keys: Vec<_> = keys(&lines).into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, [9, 11]);
}

#[test]
fn a_line_is_read_strictly() {
    for text in [
        "",
        "{}",
        "[]",
        r#"{"type":"dsa","signature":"00","digest":"00"}"#,
        r#"{"type":"ecdsa","signature":"00","digest":"00"}"#,
        r#"{"type":"ecdsa","signature":"3006020101020101","digest":"00"}"#,
        r#"{"type":"ecdsa","signature":"3006020101020101"}"#,
        r#"{"type":"ecdsa","signature":"3006020101020101","digest":"00","message":"00"}"#,
        r#"{"type":"ed25519","signature":"3006020101020101","message":"00"}"#,
    ] {
        assert!(Line::parse(text.as_bytes(), 1).is_err(), "{text}");
    }
    let digest = "00".repeat(32);
    let line = format!(r#"{{"type":"ecdsa","signature":"3006020101020101","digest":"{digest}"}}"#);
    let line = Line::parse(line.as_bytes(), 1).unwrap();
    assert_eq!((line.r[31], line.s[31]), (1, 1));
    // A text that is no hex is signed as it is.
    let text = edwards(5, 5, 99, "it's text");
    let plain = text.replace(&hex::encode(b"it's text"), "it's text");
    let [one, two] = [&text, &plain].map(|line| Line::parse(line.trim().as_bytes(), 1).unwrap());
    assert_eq!(one, two);
    // One that could be both is what holds.
    let text = edwards(5, 5, 99, "cafe");
    let plain = text.replace(&hex::encode(b"cafe"), "cafe");
    let [one, two] = [&text, &plain].map(|line| Line::parse(line.trim().as_bytes(), 1).unwrap());
    assert_eq!(one, two);
}
