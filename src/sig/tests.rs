//! Published vectors, both ways through every format, and keys out of bad nonces.

use super::comments::{Commented, Over, Trusted as Comment};
use super::der::Pair;
use super::digest::{Hash, Need, digests};
use super::ecdsa::{Curve, sign as ecdsa_sign};
use super::sign::{Order, sign};
use super::sshsig::SshSig;
use super::verify::{Asked, Trusted, verify};
use super::{Format, Signature, ed25519, schnorr};
use crate::Verdict;
use crate::codec::hex;
use crate::error::slug;
use crate::feed::Input;
use crate::key::{PublicKey, SecretKey};
use crate::source::Source;
use crate::watch::Deaf;
use zeroize::Zeroizing;

fn bytes(text: &str) -> Vec<u8> {
    if text == "-" {
        return Vec::new();
    }
    hex::decode(text).unwrap()
}

fn fixed<const N: usize>(text: &str) -> [u8; N] {
    bytes(text).try_into().unwrap()
}

/// Lines of words.
fn table(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().map(|line| line.split(' ').collect())
}

fn ed25519_holds(key: &str, message: &[u8], signature: &[u8]) -> bool {
    let Ok(signature) = <[u8; 64]>::try_from(signature) else {
        return false;
    };
    let key = fixed(key);
    let ours = ed25519::verify_short(&key, &signature, message).is_ok();
    // The crate refuses no encoding of a key, and is as strict as we are about the rest.
    let theirs = ed25519_dalek::VerifyingKey::from_bytes(&key)
        .and_then(|key| key.verify_strict(message, &signature.into()))
        .is_ok();
    assert!(theirs || !ours, "{key:?}");
    if PublicKey::ed25519(&key).is_ok() {
        assert_eq!(ours, theirs, "{key:?}");
    }
    ours
}

#[test]
fn rfc_8032() {
    let lines = include_str!("../../tests/vectors/key/rfc8032.txt");
    for line in table(lines) {
        let [name, seed, public_key, message, signature] = line[..] else {
            panic!("{line:?}");
        };
        let key = ed25519::SigningKey::from_seed(&fixed(seed));
        assert_eq!(key.public_key()[..], bytes(public_key), "{name}");
        let message = bytes(message);
        assert_eq!(key.sign(&message)[..], bytes(signature), "{name}");
        assert!(ed25519_holds(public_key, &message, &bytes(signature)));
        let mut changed = bytes(signature);
        changed[40] ^= 1;
        assert!(!ed25519_holds(public_key, &message, &changed), "{name}");
    }
}

#[test]
fn taming_the_many_eddsas() {
    let lines = include_str!("../../tests/vectors/sig/speccheck.txt");
    // Of the cases only these two have points of full order in their only encoding; the equation of
    // case 4 holds with the cofactor alone.
    let held: Vec<_> = table(lines)
        .filter(|line| ed25519_holds(line[1], &bytes(line[2]), &bytes(line[3])))
        .map(|line| line[0].to_owned())
        .collect();
    assert_eq!(held, ["3"]);
}

#[test]
fn wycheproof_ed25519() {
    let lines = include_str!("../../tests/vectors/sig/wycheproof-ed25519.txt");
    for line in table(lines) {
        let holds = ed25519_holds(line[1], &bytes(line[2]), &bytes(line[3]));
        assert_eq!(holds, line[0] == "valid", "{line:?}");
    }
}

fn wycheproof_ecdsa(lines: &str, curve: Curve, low: bool, read: fn(&[u8]) -> Option<Pair>) {
    for line in table(lines) {
        let digest = Hash::Sha256.of(&bytes(line[2]));
        let key = bytes(line[1]);
        let holds = read(&bytes(line[3]))
            .is_some_and(|pair| curve.verify(&key, &pair, &digest, low).is_ok());
        assert_eq!(holds, line[0] == "valid", "{line:?}");
    }
}

#[test]
fn wycheproof_ecdsa_in_der_and_raw() {
    let der: fn(&[u8]) -> Option<Pair> = |bytes| Pair::decode(bytes).ok();
    let raw: fn(&[u8]) -> Option<Pair> = |bytes| Some(Pair::from_bytes(bytes.try_into().ok()?));
    let secp256k1 = include_str!("../../tests/vectors/sig/wycheproof-secp256k1-der.txt");
    wycheproof_ecdsa(secp256k1, Curve::Secp256k1, false, der);
    let bitcoin = include_str!("../../tests/vectors/sig/wycheproof-secp256k1-bitcoin.txt");
    wycheproof_ecdsa(bitcoin, Curve::Secp256k1, true, der);
    let p1363 = include_str!("../../tests/vectors/sig/wycheproof-secp256k1-raw.txt");
    wycheproof_ecdsa(p1363, Curve::Secp256k1, false, raw);
    let p256 = include_str!("../../tests/vectors/sig/wycheproof-p256-der.txt");
    wycheproof_ecdsa(p256, Curve::P256, false, der);
}

/// RFC 6979 A.2.5, "sample" with SHA-256, whose s is high.
#[test]
fn rfc_6979_on_p256() {
    let key = "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
    let pair = Pair {
        r: fixed("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"),
        s: fixed("f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"),
    };
    let digest = Hash::Sha256.of(b"sample");
    assert!(Curve::P256.is_high(&pair));
    let verify = |digest: &[u8], low| Curve::P256.verify(&bytes(key), &pair, digest, low);
    assert_eq!(verify(&digest, false), Ok(()));
    assert!(verify(&digest, true).is_err());
    assert!(verify(&Hash::Sha256.of(b"test"), false).is_err());
}

/// RFC 6979 on secp256k1, as bitcoinjs-lib's fixtures and trezor-crypto's tests have it.
#[test]
fn rfc_6979_on_secp256k1() {
    let mut secret = [0; 32];
    secret[31] = 1;
    let key = k256::SecretKey::from_slice(&secret).unwrap();
    let digest = Hash::Sha256.of(b"Satoshi Nakamoto");
    let pair = ecdsa_sign(&key, &digest, None).unwrap();
    assert_eq!(
        hex::encode(&pair.to_bytes()),
        "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d82442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5"
    );
    let hedged = ecdsa_sign(&key, &digest, Some(&[1; 32])).unwrap();
    assert_ne!(hedged, pair);
    let public = key.public_key().to_sec1_bytes();
    assert_eq!(
        Curve::Secp256k1.verify(&public, &hedged, &digest, true),
        Ok(())
    );
}

#[test]
fn bip_340() {
    let lines = include_str!("../../tests/vectors/sig/bip340.csv");
    let mut seen = 0;
    for line in lines.lines().skip(1) {
        let [index, secret, key, random, message, signature, result, ..] =
            line.split(',').collect::<Vec<_>>()[..]
        else {
            panic!("{line}");
        };
        let (key, signature) = (fixed(key), fixed(signature));
        let message = bytes(if message.is_empty() { "-" } else { message });
        let digest = schnorr::challenge(&key, &signature).with(&message);
        let holds = schnorr::verify(&key, &signature, &digest).is_ok();
        assert_eq!(holds, result == "TRUE", "vector {index}");
        seen += 1;
        if secret.is_empty() {
            continue;
        }
        let signer = schnorr::SigningKey::from_bytes(&fixed(secret)).unwrap();
        assert_eq!(signer.x_only(), &key, "vector {index}");
        let nonce = signer.nonce_need(&fixed(random)).with(&message);
        let nonce = signer.nonce(&nonce).unwrap();
        let challenge = nonce.challenge_need(&key).with(&message);
        assert_eq!(
            signer.finish(nonce, &challenge),
            signature,
            "vector {index}"
        );
    }
    assert_eq!(seen, 19);
}

fn ed25519_key(seed: u8) -> SecretKey {
    SecretKey::from_bytes(crate::key::Kind::Ed25519, &Zeroizing::new([seed; 32])).unwrap()
}

fn secp256k1_key(secret: u8) -> SecretKey {
    SecretKey::from_bytes(crate::key::Kind::Secp256k1, &Zeroizing::new([secret; 32])).unwrap()
}

fn order(key: &SecretKey, format: Format) -> Order<'_> {
    Order {
        key,
        number: key.public().number(),
        format,
        over: Over::Blake2b,
        namespace: b"file".to_vec(),
        hash: None,
        untrusted: b"words".to_vec(),
        trusted: b"more words".to_vec(),
        random: None,
    }
}

const ASKED: Asked<'_> = Asked {
    format: None,
    namespace: b"file",
    hash: None,
    low_s: true,
    at: 0,
    identity: None,
};

fn trusted(key: &SecretKey) -> Trusted {
    Trusted {
        key: key.public(),
        number: None,
        allowed: None,
    }
}

/// All formats on one message by one call, and by another one call all of them checked.
#[test]
fn every_format_both_ways() {
    let (edwards, bitcoin) = (ed25519_key(7), secp256k1_key(7));
    let legacy = Order {
        over: Over::Bytes,
        ..order(&edwards, Format::Minisign)
    };
    let hashed = Order {
        hash: Some(Hash::Sha256),
        ..order(&bitcoin, Format::Bip340)
    };
    let orders = [
        order(&edwards, Format::Minisign),
        legacy,
        order(&edwards, Format::Signify),
        order(&edwards, Format::SshSig),
        order(&edwards, Format::Raw),
        order(&bitcoin, Format::Raw),
        order(&bitcoin, Format::Der),
        order(&bitcoin, Format::Bip340),
        hashed,
    ];
    for len in [0, 1, 127, 128, 129, 1 << 20, (3 << 20) + 5] {
        let data: Vec<u8> = (0..len).map(|i: usize| (i * 7 % 251) as u8).collect();
        let files = sign(&orders, &mut Source::from_bytes(&data[..]), &Deaf).unwrap();
        let read = |file: &Vec<u8>| Signature::read(file, None).unwrap();
        let signatures: Vec<Signature> = files.iter().map(read).collect();
        let ones: Vec<&Signature> = signatures[..8].iter().collect();
        let keys = [
            trusted(&ed25519_key(8)),
            trusted(&edwards),
            trusted(&bitcoin),
        ];
        let check = |data: &[u8]| {
            let mut source = Source::from_bytes(data);
            verify(&ones, &keys, &ASKED, &mut source, &Deaf).unwrap()
        };
        for (outcome, order) in check(&data).iter().zip(&orders) {
            assert_eq!(outcome.verdict, Verdict::Yes, "{:?}", order.format);
            assert_eq!(outcome.format, Some(order.format));
            assert_eq!(outcome.keys.len(), 1);
        }
        let mut changed = data.clone();
        changed.push(0);
        for outcome in check(&changed) {
            assert!(matches!(outcome.verdict, Verdict::No(_)));
        }
        let asked = Asked {
            hash: Some(Hash::Sha256),
            ..ASKED
        };
        let mut source = Source::from_bytes(&data[..]);
        let last = verify(&[&signatures[8]], &keys, &asked, &mut source, &Deaf).unwrap();
        assert_eq!(last[0].verdict, Verdict::Yes);
    }
}

/// A message that is another the second time is not signed.
#[test]
fn a_message_that_changes_is_not_signed() {
    struct Fickle(Vec<Source<'static>>);
    impl super::digest::Message for Fickle {
        fn input(&mut self) -> crate::Result<Input<'_>> {
            self.0.rotate_left(1);
            Ok(Input::all(&self.0[0]))
        }
    }
    let (edwards, bitcoin) = (ed25519_key(7), secp256k1_key(7));
    for order in [
        order(&edwards, Format::Signify),
        order(&bitcoin, Format::Bip340),
    ] {
        let sources = [&b"one"[..], b"two"].map(Source::from_bytes);
        let error = sign(&[order], &mut Fickle(sources.into()), &Deaf).unwrap_err();
        assert_eq!(error.slug, slug::SIGNING_FAILED);
    }
}

#[test]
fn formats_want_their_keys() {
    let (edwards, bitcoin) = (ed25519_key(7), secp256k1_key(7));
    let refused = |order: Order<'_>| {
        let mut source = Source::from_bytes(b"data");
        let error = sign(&[order], &mut source, &Deaf).unwrap_err();
        assert_eq!(error.slug, slug::KEY_KIND);
    };
    for format in [Format::Minisign, Format::Signify, Format::SshSig] {
        refused(order(&bitcoin, format));
    }
    for format in [Format::Der, Format::Bip340] {
        refused(order(&edwards, format));
    }
    refused(Order {
        hash: Some(Hash::Sha256),
        ..order(&edwards, Format::Raw)
    });
}

#[test]
fn one_pass_makes_equal_digests_once() {
    let source = Source::from_bytes(b"data");
    let needs = [
        Need::plain(Hash::Sha512),
        Need::plain(Hash::Blake2b),
        Need::plain(Hash::Sha512),
    ];
    let (all, len) = digests(Input::all(&source), &needs, &Deaf).unwrap();
    assert_eq!((len, &all[0]), (4, &all[2]));
    assert_eq!(all[1], Hash::Blake2b.of(b"data"));
}

/// Every byte of the lines matters, but for the untrusted comment and the ends of lines.
#[test]
fn a_changed_byte_is_never_yes() {
    let key = ed25519_key(3);
    for format in [Format::Minisign, Format::Signify, Format::SshSig] {
        let mut data = Source::from_bytes(b"data");
        let file = &sign(&[order(&key, format)], &mut data, &Deaf).unwrap()[0];
        let start = if format == Format::SshSig { 0 } else { 26 };
        for at in start..file.len() {
            for bit in 0..8 {
                let mut changed = file.clone();
                changed[at] ^= 1 << bit;
                let Ok(signature) = Signature::read(&changed, None) else {
                    continue;
                };
                let keys = [trusted(&key)];
                let outcomes = verify(&[&signature], &keys, &ASKED, &mut data, &Deaf).unwrap();
                // What is between the words and the digits is not part of either.
                let blank = file[at].is_ascii_whitespace();
                let holds = outcomes[0].verdict == Verdict::Yes;
                let same = Signature::read(file, None).unwrap();
                let number = match (&signature, &same) {
                    (Signature::Commented(one), Signature::Commented(other)) => {
                        one.key_number != other.key_number || one.untrusted != other.untrusted
                    }
                    _ => signature == same,
                };
                assert!(
                    !holds || blank || number,
                    "{format:?}: byte {at}, bit {bit}"
                );
            }
        }
    }
}

#[test]
fn lines_are_bounded_and_read_strictly() {
    let good = Commented {
        untrusted: b"a".to_vec(),
        over: Over::Bytes,
        key_number: [1; 8],
        signature: [2; 64],
        trusted: Some(Comment {
            comment: b"c".to_vec(),
            signature: [3; 64],
        }),
    };
    let text = good.encode().unwrap();
    assert_eq!(Commented::decode(&text), Ok(good.clone()));
    let windows = String::from_utf8(text.clone())
        .unwrap()
        .replace('\n', "\r\n");
    assert_eq!(Commented::decode(windows.as_bytes()), Ok(good.clone()));
    assert!(Commented::decode(&[&text[..], b"x"].concat()).is_err());
    assert!(Commented::decode(&text[..text.len() / 2]).is_err());
    for comment in [&b"a\nb"[..], &[b'a'; 1100], b"a\0"] {
        let bad = Commented {
            untrusted: comment.to_vec(),
            ..good.clone()
        };
        assert_eq!(bad.encode().unwrap_err().slug, slug::SIG_COMMENT);
    }
    let ssh = SshSig {
        public_key: b"key".to_vec(),
        namespace: b"file".to_vec(),
        hash: Hash::Sha512,
        algorithm: b"ssh-ed25519".to_vec(),
        signature: vec![7; 64],
    };
    let text = ssh.encode();
    assert!(text.lines().all(|line| line.len() <= 70));
    assert_eq!(SshSig::decode(text.as_bytes()), Ok(ssh.clone()));
    assert!(SshSig::decode(format!("{text}x").as_bytes()).is_err());
    let empty = SshSig {
        namespace: Vec::new(),
        ..ssh
    };
    assert!(SshSig::decode(empty.encode().as_bytes()).is_err());
}

mod found;
mod nonces;
