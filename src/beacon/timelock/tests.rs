//! Tests of locks: files that others sealed, our own on chains of our own, and each part changed.

use std::path::Path;

use super::*;
use crate::beacon::known;
use crate::bls::{G1, G2};
use crate::coins::Coins;
use crate::error::slug;
use crate::key::age;
use crate::watch::Deaf;

const BEACONS: &str = include_str!("../../../tests/vectors/beacon/timelock/beacons.jsonl");

/// Opens a file of the vectors with a beacon.
fn opened(file: &str, beacon: &Beacon) -> Result<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/beacon/timelock");
    let bytes = std::fs::read(folder.join(file)).unwrap();
    let mut bytes = &bytes[..];
    let mut bare = std::io::BufReader::new(age::unarmored(&mut bytes));
    let header = Header::read(&mut bare)?;
    let locks = Lock::all(&header)?;
    assert_eq!(locks.len(), 1);
    let chain = known::named(&hex::encode(&locks[0].chain)).unwrap();
    let key = locks[0].open(&chain, beacon, &Deaf)?;
    let mut text = Vec::new();
    let put = &mut |bytes: &[u8]| {
        text.extend_from_slice(bytes);
        Ok(())
    };
    age::open_under(&key, &header, &mut bare, put, &Deaf)?;
    Ok(text)
}

#[test]
fn files_of_others_open() {
    let mut refused = 0;
    for line in BEACONS.lines() {
        let json: serde_json::Value = serde_json::from_str(line).unwrap();
        let beacon = Beacon::read(line.as_bytes()).unwrap();
        let file = json["file"].as_str().unwrap();
        if let Some(text) = json["text"].as_str() {
            assert_eq!(opened(file, &beacon).unwrap(), text.as_bytes(), "{file}");
        } else {
            refused += 1;
            let error = opened(file, &beacon).unwrap_err();
            assert_eq!((error.slug, error.input), (slug::SEALED_FORGED, "file"));
        }
        // The beacon is verified before anything is done with it.
        let mut forged = beacon.clone();
        forged.signature = signature_of_another(&beacon);
        let error = opened(file, &forged).unwrap_err();
        assert_eq!((error.slug, error.input), (slug::BEACON_FORGED, "beacon"));
        let mut other = beacon;
        other.round += 1;
        let error = opened(file, &other).unwrap_err();
        assert_eq!((error.slug, error.input), (slug::BEACON_LATE, "beacon"));
        assert!(error.to_string().contains(&other.round.to_string()));
    }
    assert_eq!(refused, 1);
}

/// A point of the group that is another signature.
fn signature_of_another(beacon: &Beacon) -> Box<[u8]> {
    match beacon.signature.len() {
        48 => G1::hash(b"another", b"domain").compress().into(),
        _ => G2::hash(b"another", b"domain").compress().into(),
    }
}

/// A chain of our own, and what signs its rounds.
fn ours(scheme: Scheme) -> (Chain, impl Fn(u64) -> Beacon) {
    let secret = Scalar::from_bytes(&SecretBytes::<32>::new([5; 32])).unwrap();
    let key = match scheme {
        Scheme::Chained | Scheme::Unchained => Key::G1(G1::public_key(&secret)),
        _ => Key::G2(G2::public_key(&secret)),
    };
    let chain = Chain::new(scheme, key, (3, 1_700_000_000), vec![1; 32], "ours".into());
    let sign = move |round| {
        let message = scheme.message(round, b"");
        let signature = match scheme {
            Scheme::Chained | Scheme::Unchained => G2::hash(&message, scheme.domain())
                .times(&secret)
                .compress(),
            _ => G1::hash(&message, scheme.domain())
                .times(&secret)
                .compress(),
        };
        Beacon {
            round,
            signature: signature.into(),
            previous: None,
            randomness: None,
        }
    };
    (chain.unwrap(), sign)
}

#[test]
fn what_is_locked_opens_with_its_round_alone() {
    let mut coins = Coins::new(&[3; 32]);
    for scheme in [Scheme::Unchained, Scheme::OnG1, Scheme::Rfc9380] {
        let (chain, sign) = ours(scheme);
        let key = age::new_key(&mut coins, &Deaf);
        let stanza = lock(&chain, 41, &key, &mut coins, &Deaf).unwrap();
        assert_eq!(stanza.body.len(), chain.key.to_bytes().len() + 32);
        let locked = Lock::read(&stanza).unwrap().unwrap();
        assert!(locked.open(&chain, &sign(41), &Deaf).unwrap() == key);
        let error = locked.open(&chain, &sign(42), &Deaf).unwrap_err();
        assert_eq!(error.slug, slug::BEACON_LATE);
        // One and the same key is never locked in the same way twice.
        let again = lock(&chain, 41, &key, &mut coins, &Deaf).unwrap();
        assert_ne!(again.body, stanza.body);
        for at in [0, 1, 20, stanza.body.len() - 32, stanza.body.len() - 1] {
            let mut changed = locked.clone();
            changed.body[at] ^= 1;
            let error = changed.open(&chain, &sign(41), &Deaf).unwrap_err();
            let slugs = [slug::SEALED_FORGED, slug::NOT_IN_GROUP];
            assert!(slugs.contains(&error.slug), "{at}: {error}");
            assert_eq!(error.input, "file");
        }
        for length in [0, 31, stanza.body.len() - 1, stanza.body.len() + 1] {
            let mut changed = locked.clone();
            changed.body.resize(length, 0);
            let error = changed.open(&chain, &sign(41), &Deaf).unwrap_err();
            assert_eq!(error.slug, slug::NOT_SEALED);
        }
    }
}

#[test]
fn only_unchained_chains_on_bls12_381_lock() {
    let mut coins = Coins::new(&[3; 32]);
    let key = age::new_key(&mut coins, &Deaf);
    let (chained, _) = ours(Scheme::Chained);
    let mut chains = vec![chained];
    chains.extend(known::named("evmnet"));
    for chain in chains {
        let error = lock(&chain, 7, &key, &mut coins, &Deaf).unwrap_err();
        assert_eq!(error.slug, slug::NO_TIMELOCK);
    }
    let (chain, _) = ours(Scheme::Rfc9380);
    for round in [0, u64::MAX] {
        let error = lock(&chain, round, &key, &mut coins, &Deaf).unwrap_err();
        assert_eq!(error.slug, slug::NO_SUCH_ROUND);
    }
}

#[test]
fn stanzas_have_one_form() {
    let stanza = |words: &str| Stanza {
        words: words.split(' ').map(String::from).collect(),
        body: vec![0; 128],
    };
    let hash = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    let read = |words: &str| Lock::read(&stanza(words));
    assert_eq!(read(&format!("tlock 7 {hash}")).unwrap().unwrap().round, 7);
    assert_eq!(read(&format!("X25519 {hash}")), Ok(None));
    for bad in [
        "tlock",
        "tlock 7",
        &format!("tlock 7 {hash} more"),
        &format!("tlock 07 {hash}"),
        &format!("tlock +7 {hash}"),
        &format!("tlock 0 {hash}"),
        &format!("tlock 9007199254740992 {hash}"),
        &format!("tlock x {hash}"),
        &format!("tlock 7 {}", &hash[2..]),
        "tlock 7 zz",
    ] {
        let error = read(bad).unwrap_err();
        assert_eq!(error.slug, slug::NOT_SEALED, "{bad}");
    }
}

/// The bytes of a pairing's result that are hashed: of the generators', as tlock-js writes it (its
/// `fp12ToBytes` of the pairing of @noble/curves 1.4).
#[test]
fn the_pairing_as_bytes() {
    let one = G1::generator().half_paired(&G2::generator()).finished();
    let bytes = one.bytes();
    assert_eq!(bytes.len(), 576);
    assert_eq!(hex::encode(&bytes[528..]), LOWEST);
    assert_eq!(hex::encode(&Sha256::digest(&bytes)), HASH);
}

const LOWEST: &str = "1250ebd871fc0a92a7b2d83168d0d727272d441befa15c503dd8e90ce98db3e7b6d194f60839c508a84305aaca1789b6";
const HASH: &str = "300e47c99502f3af33ad2080847d528cabd90365a90ab98bc174565c27928591";
