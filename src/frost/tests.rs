//! Tests of FROST: the vectors of RFC 9591, whole; the crate beside the plain equations; who is named
//! for what; and what a second use of a nonce costs.

use std::collections::BTreeMap;

use curve25519_dalek::scalar::Scalar;
use zeroize::Zeroizing;

use super::nonce::Left;
use super::order::{key_bytes, point_bytes};
use super::steps::Steps;
use super::*;
use crate::codec::hex;
use crate::coins::Coins;
use crate::error::{Error, Result, slug};
use crate::feed::Input;
use crate::group::{Curve, Ed25519, Group, Polynomial, Share, Threshold};
use crate::sig::comments::Commented;
use crate::sig::ed25519::verify_short;
use crate::sig::{Format, ed25519};
use crate::source::Source;
use crate::watch::Deaf;

const VECTORS: &str = include_str!("../../tests/vectors/frost/rfc9591.txt");

/// The value of a name in the vectors.
fn told(name: &str) -> String {
    let line = VECTORS
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name} ")));
    line.unwrap_or_else(|| panic!("no {name}")).to_owned()
}

fn bytes<const N: usize>(name: &str) -> [u8; N] {
    hex::decode_array(&told(name)).unwrap()
}

/// A generator that gives bytes that are known, and ends.
struct Fixed(Vec<u8>);

impl rand_core::TryRng for Fixed {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> std::result::Result<u32, Self::Error> {
        rand_core::utils::next_word_via_fill(self)
    }

    fn try_next_u64(&mut self) -> std::result::Result<u64, Self::Error> {
        rand_core::utils::next_word_via_fill(self)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> std::result::Result<(), Self::Error> {
        let rest = self.0.split_off(bytes.len());
        bytes.copy_from_slice(&std::mem::replace(&mut self.0, rest));
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Fixed {}

#[test]
fn vectors_of_rfc_9591() {
    let scalar = |name: &str| Ed25519::scalar_of(&bytes(name)).unwrap();
    let terms = vec![
        scalar("group_secret_key"),
        scalar("share_polynomial_coefficients[1]"),
    ];
    let polynomial = Polynomial::<Ed25519>::of(Zeroizing::new(terms));
    let size = Threshold::new(2, 3).unwrap();
    let group = Group::of(size, polynomial.commitments()).unwrap();
    let public_key = key_bytes(&group);
    assert_eq!(public_key, bytes("group_public_key"));
    let share = |member: u16| Ed25519::scalar_bytes(&polynomial.at(member));
    for member in 1..=3 {
        assert_eq!(
            *share(member),
            bytes(&format!("P{member}.participant_share"))
        );
    }
    assert_eq!(told("participant_list"), "1,3");
    let mut secrets = BTreeMap::new();
    let mut pairs = BTreeMap::new();
    for member in [1, 3] {
        let of = |name: &str| bytes::<32>(&format!("P{member}.{name}"));
        let random = ["hiding_nonce_randomness", "binding_nonce_randomness"]
            .map(of)
            .concat();
        let made = scheme::nonces(&share(member), &mut Fixed(random)).unwrap();
        assert_eq!(*made.hiding, of("hiding_nonce"));
        assert_eq!(*made.binding, of("binding_nonce"));
        let pair = scheme::pair(&made).unwrap();
        assert_eq!(pair.hiding, of("hiding_nonce_commitment"));
        assert_eq!(pair.binding, of("binding_nonce_commitment"));
        secrets.insert(member, made);
        pairs.insert(member, pair);
    }
    let message = hex::decode(&told("message")).unwrap();
    let session = Session {
        public_key: &public_key,
        threshold: 2,
        pairs,
        message: &message,
    };
    let steps = Steps::of(&session).unwrap();
    let mut shares = BTreeMap::new();
    let mut public_shares = BTreeMap::new();
    for member in [1, 3] {
        let factor = &steps.factors[&member];
        // The appendix leaves the context string out of what it shows.
        let input = hex::encode(factor.input.as_ref().unwrap());
        let context = hex::encode(b"FROST-ED25519-SHA512-v1rho");
        assert_eq!(
            input,
            context + &told(&format!("P{member}.binding_factor_input"))
        );
        let wanted = bytes(&format!("P{member}.binding_factor"));
        assert_eq!(factor.number().to_bytes(), wanted);
        let wanted = bytes(&format!("P{member}.sig_share"));
        let made = scheme::sign(&session, member, &share(member), &secrets[&member]);
        assert_eq!(made, Ok(wanted));
        let again = steps.share(member, &share(member), &secrets[&member]);
        assert_eq!(again, Some(wanted));
        let public = point_bytes(&group.public_share(member));
        assert_eq!(steps.holds(&session, member, &public, &wanted), Some(true));
        shares.insert(member, wanted);
        public_shares.insert(member, public);
    }
    let joined = scheme::join(&session, &public_shares, &shares).unwrap();
    assert_eq!(joined, bytes("sig"));
    assert_eq!(verify_short(&public_key, &joined, &message), Ok(()));
}

/// A group with the shares of all, and what it takes to sign once.
struct Meeting {
    group: Group<Ed25519>,
    shares: BTreeMap<u16, Share<Ed25519>>,
    roster: Roster,
    nonces: BTreeMap<u16, Nonce>,
}

fn of(t: u64, n: u64, who: &[u16], seed: u8) -> Meeting {
    let size = Threshold::new(t, n).unwrap();
    let mut coins = Coins::new(&[seed; 32]);
    let polynomial = Polynomial::<Ed25519>::random(size, &mut coins);
    let group = Group::of(size, polynomial.commitments()).unwrap();
    let share = |member| (member, Share::of(&group, member, &polynomial).unwrap());
    let shares: BTreeMap<_, _> = size.members().map(share).collect();
    let (roster, nonces) = committed(&group, &shares, who, &mut coins);
    Meeting {
        group,
        shares,
        roster,
        nonces,
    }
}

fn committed(
    group: &Group<Ed25519>,
    shares: &BTreeMap<u16, Share<Ed25519>>,
    who: &[u16],
    coins: &mut Coins,
) -> (Roster, BTreeMap<u16, Nonce>) {
    let mut commitments = Vec::new();
    let mut nonces = BTreeMap::new();
    for member in who {
        let (nonce, commitment) = commit(&shares[member], coins, &Deaf).unwrap();
        commitments.push(commitment);
        nonces.insert(*member, nonce);
    }
    (Roster::of(group, commitments).unwrap(), nonces)
}

/// The same nonces once more, as whoever copies their file has them.
fn copied(nonce: &Nonce) -> Nonce {
    Nonce::read(nonce.text().bytes()).unwrap()
}

fn order(format: Format) -> Order {
    let namespace = (format == Format::SshSig).then(|| "file".to_owned());
    Order::new(format, namespace).unwrap()
}

impl Meeting {
    fn signer(&self, member: u16) -> Signer<'_> {
        Signer::new(&self.group, &self.shares[&member], &self.roster).unwrap()
    }

    /// All first parts; the nonces are kept.
    fn parts(&self, order: &Order, message: &[u8]) -> Vec<Partial> {
        let sign = |(member, nonce): (&u16, &Nonce)| {
            let signer = self.signer(*member);
            signer
                .first(copied(nonce), order, message, &Deaf)
                .unwrap()
                .0
        };
        self.nonces.iter().map(sign).collect()
    }

    fn join(&self, message: &[u8], parts: &[Partial]) -> std::result::Result<Joined, Refused> {
        let order = parts
            .first()
            .map_or(order(Format::Raw), |one| one.order.clone());
        join((&self.group, &self.roster), &order, message, parts, &Deaf)
    }
}

#[test]
fn any_who_are_enough_sign_as_one_key() {
    for (t, n, who) in [
        (1, 1, &[1][..]),
        (1, 3, &[2]),
        (2, 3, &[1, 3]),
        (2, 3, &[1, 2, 3]),
        (3, 5, &[5, 2, 4]),
        (7, 300, &[1, 2, 255, 256, 257, 299, 300]),
    ] {
        let meeting = of(t, n, who, 9);
        for format in [
            Format::Raw,
            Format::Signify,
            Format::SshSig,
            Format::Minisign,
        ] {
            let order = order(format);
            let source = Source::from_bytes(b"hello");
            let message = order.message(Input::all(&source), &Deaf).unwrap().bytes;
            let mut parts = meeting.parts(&order, &message);
            for part in &parts {
                assert_eq!(Partial::read(part.text().as_bytes()), Ok(part.clone()));
            }
            parts.reverse();
            let joined = meeting.join(&message, &parts).unwrap();
            let key = key_bytes(&meeting.group);
            assert_eq!(verify_short(&key, &joined.signature, &message), Ok(()));
        }
    }
}

#[test]
fn minisign_signs_the_comment_in_a_round_of_its_own() {
    let meeting = of(2, 3, &[1, 3], 1);
    let order = order(Format::Minisign);
    let message = [5; 64];
    let mut parts = Vec::new();
    let mut left = BTreeMap::new();
    for (member, nonce) in &meeting.nonces {
        let (part, rest) = meeting
            .signer(*member)
            .first(copied(nonce), &order, &message, &Deaf)
            .unwrap();
        let rest = rest.unwrap();
        assert!(rest.is_half_used());
        let Left::Both(both) = &nonce.left else {
            panic!()
        };
        let Left::Second(second, _) = &rest.left else {
            panic!()
        };
        assert!(both[1].hiding == second.hiding && both[1].binding == second.binding);
        parts.push(part);
        left.insert(*member, rest);
    }
    let first = meeting.join(&message, &parts).unwrap().signature;
    let sign = |member: u16, message: &[u8], comment: &str| {
        let signed = (message, &first);
        let nonce = copied(&left[&member]);
        meeting
            .signer(member)
            .second(nonce, &order, signed, comment, &Deaf)
    };
    let seconds: Vec<_> = [1, 3].map(|m| sign(m, &message, "so").unwrap()).into();
    let global = Commented::global_message(&first, b"so");
    let second = meeting.join(&global, &seconds).unwrap().signature;
    let key = order::public_key(&meeting.group).unwrap();
    let file = order.file(&key, first, Some(("so", second))).unwrap();
    let read = Commented::decode(&file).unwrap();
    assert_eq!(read.trusted.unwrap().signature, second);
    // What is left of the nonces is for this message alone, and for no first round.
    assert_eq!(sign(1, &[6; 64], "so").unwrap_err().slug, slug::FROST_NONCE);
    let again = meeting
        .signer(1)
        .first(copied(&left[&1]), &order, &message, &Deaf);
    assert_eq!(again.err().unwrap().slug, slug::NONCE_USED);
    // Fresh nonces sign no comment.
    let fresh = copied(&meeting.nonces[&1]);
    let signed = (&message[..], &first);
    let early = meeting.signer(1).second(fresh, &order, signed, "so", &Deaf);
    assert_eq!(early.unwrap_err().slug, slug::FROST_NONCE);
    let parties = (&meeting.group, &meeting.roster);
    let commented = |parts: &[Partial]| join_comment(parties, &order, (&first, None), parts, &Deaf);
    let (comment, joined) = commented(&seconds).unwrap();
    assert_eq!((&*comment, joined.signature), ("so", second));
    assert_eq!(commented(&[]).unwrap_err().error.slug, slug::FROST_COMMENT);
    // Another comment is named, and one that is not the one that was signed.
    let other = [
        sign(1, &message, "so").unwrap(),
        sign(3, &message, "no").unwrap(),
    ];
    let mut said = seconds.clone();
    said[0].comment = Some("no".into());
    for (parts, at) in [(&other[..], 1), (&said, 0)] {
        let refused = commented(parts).unwrap_err();
        assert_eq!(refused.blamed.len(), 1);
        assert_eq!(refused.blamed[0].0, at);
    }
    assert!(sign(1, &message, "two\nlines").is_err());
}

/// A nonce pair is two unknown numbers, the share a third: as many parts by one pair as that give all
/// three, by Gauss.
#[test]
fn a_nonce_that_signs_again_gives_the_share_away() {
    let meeting = of(2, 3, &[1, 3], 6);
    let key = key_bytes(&meeting.group);
    let mut rows = Vec::new();
    for message in [&b"one"[..], b"two", b"three"] {
        let session = sign::session(&meeting.group, &key, &meeting.roster, false, message);
        let steps = Steps::of(&session).unwrap();
        let part = meeting.parts(&order(Format::Raw), message).remove(0);
        let z = Ed25519::scalar_of(&part.signature).unwrap();
        let of_share = steps.weights[&1] * steps.challenge.number();
        rows.push([Scalar::ONE, steps.factors[&1].number(), of_share, z]);
    }
    for column in 0..3 {
        let inverse = rows[column][column].invert();
        rows[column].iter_mut().for_each(|one| *one *= inverse);
        let pivot = rows[column];
        for (at, row) in rows.iter_mut().enumerate() {
            let factor = row[column];
            if at != column {
                row.iter_mut()
                    .zip(pivot)
                    .for_each(|(one, of)| *one -= factor * of);
            }
        }
    }
    assert!(
        rows[2][3] == *meeting.shares[&1].secret(),
        "three parts give the share"
    );
    let Left::Both(pairs) = &meeting.nonces[&1].left else {
        panic!()
    };
    assert_eq!(rows[0][3].to_bytes(), *pairs[0].hiding);
    assert_eq!(rows[1][3].to_bytes(), *pairs[0].binding);
}

/// Each field of an object, missing, twice, of another type, or another value that is none.
fn strict<T>(text: &str, read: impl Fn(&[u8]) -> Result<T>) {
    assert!(read(text.as_bytes()).is_ok());
    let object: serde_json::Value = serde_json::from_str(text).unwrap();
    for (key, value) in object.as_object().unwrap() {
        let mut without = object.clone();
        without.as_object_mut().unwrap().shift_remove(key);
        assert!(
            read(without.to_string().as_bytes()).is_err(),
            "without {key}"
        );
        let twice = text.replacen('{', &format!("{{\"{key}\":{value},"), 1);
        assert!(read(twice.as_bytes()).is_err(), "{key} twice");
        for other in ["null", "[]", "-1", "\"zz\"", "{}", "70000", "0"] {
            let mut changed = object.clone();
            changed[key] = serde_json::from_str(other).unwrap();
            assert!(
                read(changed.to_string().as_bytes()).is_err(),
                "{key}: {other}"
            );
        }
    }
    let more = text.replacen('{', "{\"more\":1,", 1);
    assert!(read(more.as_bytes()).is_err());
    let version = text.replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(
        read(version.as_bytes()).err().unwrap().slug,
        slug::UNKNOWN_VERSION
    );
    for end in 1..text.trim_end().len() {
        assert!(read(&text.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn objects_are_read_strictly() {
    let meeting = of(2, 3, &[1, 3], 7);
    let commitment = meeting.roster.of_member(3).unwrap();
    strict(&commitment.text(), Commitment::read);
    let nonce = String::from_utf8(meeting.nonces[&3].text().bytes().to_vec()).unwrap();
    strict(&nonce, Nonce::read);
    let order = order(Format::Minisign);
    let (part, rest) = meeting
        .signer(3)
        .first(copied(&meeting.nonces[&3]), &order, b"x", &Deaf)
        .unwrap();
    strict(&part.text(), Partial::read);
    let rest = String::from_utf8(rest.unwrap().text().bytes().to_vec()).unwrap();
    strict(&rest, Nonce::read);
    let point = hex::encode(&commitment.pairs[0].hiding);
    // Infinity, a point of order 4, a point of mixed order, an encoding that is not canonical.
    let mixed = curve25519_dalek::constants::EIGHT_TORSION[1]
        + Ed25519::decode(&commitment.pairs[0].hiding).unwrap();
    for bad in [
        format!("01{}", "00".repeat(31)),
        "00".repeat(32),
        hex::encode(&mixed.compress().0),
        format!("ee{}7f", "ff".repeat(30)),
    ] {
        let text = commitment.text().replacen(&point, &bad, 1);
        assert_eq!(
            Commitment::read(text.as_bytes()).unwrap_err().slug,
            slug::FROST_COMMITMENT
        );
    }
    let secret = |text: &str, bad: &str| {
        let start = text.find("\"hiding\":[\"").unwrap() + 11;
        let changed = format!("{}{bad}{}", &text[..start], &text[start + 64..]);
        Nonce::read(changed.as_bytes())
            .err()
            .map(|error| error.slug)
    };
    // Zero, and the order itself.
    assert_eq!(secret(&nonce, &"00".repeat(32)), Some(slug::FROST_NONCE));
    let order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
    assert_eq!(secret(&nonce, order), Some(slug::FROST_NONCE));
    for (format, namespace) in [
        (Format::Der, None),
        (Format::Bip340, None),
        (Format::SshSig, None),
        (Format::SshSig, Some(String::new())),
        (Format::Raw, Some("file".into())),
    ] {
        assert_eq!(
            Order::new(format, namespace).unwrap_err().slug,
            slug::OUT_OF_RANGE
        );
    }
}

#[test]
fn a_message_that_is_signed_as_it_is_has_an_end() {
    let long = vec![0; LARGEST_MESSAGE as usize + 1];
    let message = |length: usize| -> Result<usize> {
        let source = Source::from_bytes(&long[..length]);
        let message = order(Format::Raw).message(Input::all(&source), &Deaf)?;
        Ok(message.bytes.len())
    };
    assert_eq!(
        message(LARGEST_MESSAGE as usize),
        Ok(LARGEST_MESSAGE as usize)
    );
    let error: Error = message(LARGEST_MESSAGE as usize + 1).unwrap_err();
    assert_eq!(error.slug, slug::TOO_LARGE);
}

#[test]
fn a_key_that_exists_signs_the_same_by_its_shares() {
    let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let size = Threshold::new(2, 3).unwrap();
    let mut coins = Coins::new(&[1; 32]);
    let scalar = key.to_scalar();
    let polynomial = Polynomial::<Ed25519>::with_constant(&scalar, size, &mut coins);
    let group = Group::of(size, polynomial.commitments()).unwrap();
    let ours = ed25519::SigningKey::from_seed(&[7; 32]);
    assert_eq!(key_bytes(&group), *ours.public_key());
}

mod cheaters;
