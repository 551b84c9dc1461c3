//! Keys against published vectors, and every form there and back.

use rand_core::{TryCryptoRng, TryRng};

use super::age::{self, Identity, Recipient};
use super::form::{Beside, write_public, write_secret};
use super::*;
use crate::codec::hex;
use crate::watch::Deaf;

/// Bytes that look random, the same each time.
struct Dice(u64);

impl TryRng for Dice {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> std::result::Result<u32, Self::Error> {
        Ok(self.try_next_u64()? as u32)
    }

    fn try_next_u64(&mut self) -> std::result::Result<u64, Self::Error> {
        self.0 = self.0.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        Ok(self.0 ^ self.0 >> 29)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> std::result::Result<(), Self::Error> {
        for byte in bytes {
            *byte = (self.try_next_u64()? >> 32) as u8;
        }
        Ok(())
    }
}

impl TryCryptoRng for Dice {}

const KINDS: [Kind; 4] = [Kind::Ed25519, Kind::Secp256k1, Kind::X25519, Kind::Bls12381];

const FORMS: [Form; 6] = [
    Form::Pem,
    Form::Minisign,
    Form::Signify,
    Form::OpenSsh,
    Form::Age,
    Form::Hex,
];

fn array<const N: usize>(digits: &str) -> [u8; N] {
    hex::decode_array(digits).unwrap()
}

fn of(kind: Kind, digits: &str) -> SecretKey {
    SecretKey::from_bytes(kind, &Zeroizing::new(array(digits))).unwrap()
}

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

#[test]
fn rfc_8032() {
    use ed25519_dalek::Signer;
    for line in include_str!("../../tests/vectors/key/rfc8032.txt").lines() {
        let [_, seed, public, message, signature] = words(line)[..] else {
            panic!("{line}")
        };
        let key = of(Kind::Ed25519, seed);
        assert_eq!(hex::encode(&key.public().bytes()), public);
        let message = hex::decode(message.trim_start_matches('-')).unwrap();
        let SecretKey::Ed25519(signer) = &key else {
            panic!("a kind")
        };
        assert_eq!(hex::encode(&signer.sign(&message).to_bytes()), signature);
    }
}

#[test]
fn rfc_7748() {
    for line in include_str!("../../tests/vectors/key/rfc7748.txt").lines() {
        let [section, scalar, point, result] = words(line)[..] else {
            panic!("{line}")
        };
        let key = of(Kind::X25519, scalar);
        let shared = agree::raw(&key, &PublicKey::X25519(array(point))).unwrap();
        assert_eq!(hex::encode(shared.as_ref()), result, "{section}");
        if ["6.1-alice", "6.1-bob"].contains(&section) {
            assert_eq!(hex::encode(&key.public().bytes()), result);
        }
    }
    // Section 5.2: the same a thousand times, the result being the next scalar.
    let (mut scalar, mut point) = (
        array::<32>(&format!("09{:062}", 0)),
        array(&format!("09{:062}", 0)),
    );
    for _ in 0..1000 {
        let key = SecretKey::from_bytes(Kind::X25519, &Zeroizing::new(scalar)).unwrap();
        let result = *agree::raw(&key, &PublicKey::X25519(point)).unwrap();
        (point, scalar) = (scalar, result);
    }
    let wanted = "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51";
    assert_eq!(hex::encode(&scalar), wanted);
}

#[test]
fn rfc_6979() {
    use p256::ecdsa::signature::Verifier;
    let mut lines = include_str!("../../tests/vectors/key/rfc6979.txt").lines();
    let key = words(lines.next().unwrap());
    let key = PublicKey::p256(&hex::decode(&format!("04{}{}", key[2], key[3])).unwrap()).unwrap();
    let PublicKey::P256(key) = key else {
        panic!("a kind")
    };
    let key = p256::ecdsa::VerifyingKey::from(key);
    for line in lines {
        let line = words(line);
        let signature = hex::decode(&format!("{}{}", line[1], line[2])).unwrap();
        let signature = p256::ecdsa::Signature::from_slice(&signature).unwrap();
        assert!(key.verify(line[0].as_bytes(), &signature).is_ok());
        assert!(key.verify(b"other", &signature).is_err());
    }
}

#[test]
fn rfc_8410() {
    let read = |text: &str| SecretKey::read(&Secret::from(text.as_bytes()), None, None).unwrap();
    let plain = read(include_str!("../../tests/vectors/key/rfc8410-secret.pem"));
    let more = read(include_str!(
        "../../tests/vectors/key/rfc8410-attributes.pem"
    ));
    let text = include_str!("../../tests/vectors/key/rfc8410-public.pem");
    let public = PublicKey::read(text.as_bytes(), None).unwrap().key;
    assert!(plain.key.public() == public && more.key.public() == public);
    let again = write_public(&public, Form::Pem, Beside::default()).unwrap();
    assert_eq!(again, text);
    let again = write_secret(&plain.key, Form::Pem, Beside::default(), &mut Dice(1)).unwrap();
    let text = include_str!("../../tests/vectors/key/rfc8410-secret.pem");
    assert!(again == Secret::from(text.as_bytes()));
}

/// Every kind in every form that holds it, with and without a passphrase.
#[test]
fn every_form_comes_back() {
    let passphrase = Secret::from(b"correct horse".to_vec());
    let other = Secret::from(b"correct mouse".to_vec());
    let mut rng = Dice(7);
    let mut done = 0;
    for kind in KINDS {
        let key = SecretKey::generate(kind, &mut rng).unwrap();
        for form in FORMS {
            for word in [None, Some(&passphrase)] {
                let beside = Beside {
                    passphrase: word,
                    comment: None,
                    number: Some([1, 2, 3, 4, 5, 6, 7, 8]),
                };
                let Ok(text) = write_secret(&key, form, beside, &mut rng) else {
                    continue;
                };
                done += 1;
                if word.is_some() {
                    let without = SecretKey::read(&text, None, Some(kind));
                    assert_eq!(without.err().unwrap().slug, slug::PASSPHRASE_WANTED);
                    let wrong = SecretKey::read(&text, Some(&other), Some(kind));
                    assert_eq!(
                        wrong.err().unwrap().slug,
                        slug::WRONG_PASSPHRASE,
                        "{form:?}"
                    );
                }
                let read = SecretKey::read(&text, word, Some(kind)).unwrap();
                assert_eq!((read.form, read.encrypted), (form, word.is_some()));
                assert!(read.key.public() == key.public() && read.key.to_bytes() == key.to_bytes());
                let numbered = [Form::Minisign, Form::Signify].contains(&form);
                assert_eq!(read.number.is_some(), numbered);
                assert_eq!(form::half(text.bytes()), form::Half::Secret);
                assert!(PublicKey::read(text.bytes(), Some(kind)).is_err() || form == Form::Hex);
            }
            let Ok(text) = write_public(&key.public(), form, Beside::default()) else {
                continue;
            };
            let read = PublicKey::read(text.as_bytes(), Some(kind)).unwrap();
            assert!(
                read.key == key.public() && read.form == form,
                "{form:?} {kind:?}"
            );
            let digits = form == Form::Hex && text.len() == 65;
            assert!(digits || form::half(text.as_bytes()) == form::Half::Public);
            let secret = SecretKey::read(&Secret::from(text), None, Some(kind));
            assert!(digits || secret.is_err());
        }
    }
    // Ed25519 in five forms, four of them encrypted too; the others in two or three, PEM encrypted.
    assert_eq!(done, 9 + 3 + 4 + 3);
}

/// A byte of a key is changed: never another key, never a panic.
#[test]
fn damaged_keys_are_refused_or_the_same() {
    let mut rng = Dice(3);
    for kind in KINDS {
        let key = SecretKey::generate(kind, &mut rng).unwrap();
        for form in [
            Form::Pem,
            Form::Minisign,
            Form::Signify,
            Form::OpenSsh,
            Form::Age,
        ] {
            let Ok(text) = write_secret(&key, form, Beside::default(), &mut rng) else {
                continue;
            };
            for at in 0..text.bytes().len() {
                for change in [1, 0x20, 0x80] {
                    let mut bad = text.bytes().to_vec();
                    bad[at] ^= change;
                    let read = SecretKey::read(&Secret::from(bad), None, None);
                    let checked = [Form::Minisign, Form::Signify, Form::Age, Form::OpenSsh];
                    if let Ok(read) = read
                        && checked.contains(&form)
                    {
                        assert!(read.key.to_bytes() == key.to_bytes(), "{form:?} {at}");
                    }
                }
            }
        }
    }
}

#[test]
fn points_that_nobody_owns() {
    let ed = |digits: &str| PublicKey::ed25519(&array(digits)).map_err(|error| error.slug);
    // Orders 1, 2, 4 and 8; and 2^255 - 19 + 1, which is 1 written otherwise.
    for digits in [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ] {
        assert_eq!(ed(digits).err(), Some(slug::WEAK_KEY), "{digits}");
    }
    let key = of(Kind::X25519, &"07".repeat(32));
    // RFC 7748 section 6.1 leaves the check to us; the points are those of small order.
    for digits in [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    ] {
        let peer = PublicKey::X25519(array(digits));
        let error = agree::raw(&key, &peer).err().unwrap();
        assert_eq!(error.slug, slug::NO_AGREEMENT, "{digits}");
    }
    let zero = Zeroizing::new([0; 32]);
    assert!(SecretKey::from_bytes(Kind::Secp256k1, &zero).is_err());
    assert!(SecretKey::from_bytes(Kind::Bls12381, &zero).is_err());
    let ones = Zeroizing::new([255; 32]);
    assert!(SecretKey::from_bytes(Kind::Secp256k1, &ones).is_err());
    assert!(SecretKey::from_bytes(Kind::Bls12381, &ones).is_err());
    let mut infinity = [0; 48];
    infinity[0] = 0xc0;
    assert!(PublicKey::bls12381(&infinity).is_err());
}

/// The key of G, from BIP 173 ("Examples") and BIP 86 ("Test vectors", account 0, first address).
#[test]
fn addresses() {
    use address::{Network, Sort, of};
    let key = SecretKey::from_bytes(Kind::Secp256k1, &{
        let mut one = Zeroizing::new([0; 32]);
        one[31] = 1;
        one
    });
    let key = key.unwrap().public();
    let address = |sort, network| of(&key, sort, network).unwrap();
    assert_eq!(
        address(Sort::P2wpkh, Network::Main),
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
    );
    assert_eq!(
        address(Sort::P2wpkh, Network::Test),
        "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"
    );
    assert_eq!(
        address(Sort::P2pkh, Network::Main),
        "1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH"
    );
    let internal = "02cc8a4bc64d897bddc5fbc2f670f7a8ba0b386779106cf1223c6fc5d7cd6fc115";
    let key = PublicKey::secp256k1(&hex::decode(internal).unwrap()).unwrap();
    assert_eq!(
        of(&key, Sort::P2tr, Network::Main).unwrap(),
        "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr"
    );
}

fn sealed(to: &[Recipient], text: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let put = &mut |bytes: &[u8]| {
        file.extend_from_slice(bytes);
        Ok(())
    };
    age::seal(to, &mut &text[..], put, &mut Dice(5), &Deaf).unwrap();
    file
}

fn opened(by: &[Identity], mut file: &[u8]) -> (Vec<u8>, Result<()>) {
    let mut text = Vec::new();
    let put = &mut |bytes: &[u8]| {
        text.extend_from_slice(bytes);
        Ok(())
    };
    let ended = age::open(by, &mut file, put, &Deaf);
    (text, ended)
}

fn pair(kind: Kind, byte: &str) -> (Recipient, Identity) {
    let key = of(kind, &byte.repeat(32));
    let to = Recipient::try_from(&key.public()).unwrap();
    (to, Identity::try_from(key).unwrap())
}

#[test]
fn sealed_files_of_every_length_open() {
    let (anna, ben) = (pair(Kind::X25519, "21"), pair(Kind::Ed25519, "22"));
    let stranger = pair(Kind::X25519, "23");
    let chunk = age::CHUNK;
    for length in [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 7] {
        let text: Vec<u8> = (0..length).map(|i| (i % 251) as u8).collect();
        let file = sealed(&[anna.0.clone(), ben.0.clone()], &text);
        for who in [&anna, &ben] {
            let (found, ended) = opened(std::slice::from_ref(&who.1), &file);
            assert!(ended.is_ok() && found == text, "{length}: {ended:?}");
        }
        let (found, ended) = opened(std::slice::from_ref(&stranger.1), &file);
        assert_eq!(ended.unwrap_err().slug, slug::NOT_FOR_KEY);
        assert!(found.is_empty());
    }
}

/// Of a file that is cut anywhere, or changed anywhere, never all comes out, and never something else.
#[test]
fn cut_and_changed_files_are_refused() {
    let (to, by) = pair(Kind::X25519, "21");
    let text: Vec<u8> = (0..age::CHUNK + 100).map(|i| (i % 253) as u8).collect();
    let file = sealed(std::slice::from_ref(&to), &text);
    let header = file.len() - text.len() - 16 - 2 * 16;
    let by = std::slice::from_ref(&by);
    let ends = [0, 1, 20, header - 1, header, header + 15, header + 16];
    let chunk = header + 16 + age::CHUNK + 16;
    for end in ends
        .into_iter()
        .chain([chunk - 1, chunk, chunk + 1, file.len() - 1])
    {
        let (found, ended) = opened(by, &file[..end]);
        let error = ended.unwrap_err();
        let known = [slug::NOT_SEALED, slug::SEALED_CUT, slug::SEALED_FORGED];
        assert!(known.contains(&error.slug), "{end}: {error}");
        assert!(
            text.starts_with(&found) && found.len() < text.len(),
            "{end}"
        );
        assert!(found.is_empty() || end >= chunk, "{end}: put out too soon");
    }
    assert_eq!(
        opened(by, &file[..chunk]).1.unwrap_err().slug,
        slug::SEALED_CUT
    );
    for at in (0..header + 40).chain([chunk - 1, chunk, file.len() - 1]) {
        let mut bad = file.clone();
        bad[at] ^= 1;
        let (found, ended) = opened(by, &bad);
        assert!(ended.is_err(), "byte {at}");
        assert!(found.is_empty() || at >= chunk - 1, "byte {at}");
    }
    let more = [&file[..], b"x"].concat();
    assert!(opened(by, &more).1.is_err());
    let twice = [&file[..chunk], &file[header + 16..]].concat();
    assert_eq!(opened(by, &twice).0.len(), age::CHUNK);
    assert!(opened(by, &twice).1.is_err());
}
