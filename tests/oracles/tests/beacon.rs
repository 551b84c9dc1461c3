//! Beacons beside drand-verify, on the curve library of zkcrypto: the same verdict on what drand
//! published, and on the same with bits turned.

use std::num::NonZeroUsize;

use decent::beacon::{Beacon, Scheme, Verifier, known, partial};
use decent::coins::Coins;
use decent::group::{AnyGroup, AnyShare, Bls12381G1, Bls12381G2};
use decent::group::{Curve, Group, Polynomial, Share, Threshold};
use decent::watch::Deaf;
use drand_verify::{G1Pubkey, G2PubkeyFastnet, G2PubkeyRfc, Pubkey};
use oracles::Dice;

const BEACONS: &str = include_str!("../../vectors/beacon/beacons.jsonl");

/// What drand-verify says; what it refuses to read is no.
fn theirs(scheme: Scheme, key: &[u8], beacon: &Beacon, previous: &[u8]) -> bool {
    let (round, signature) = (beacon.round, &*beacon.signature);
    let said = match scheme {
        Scheme::Chained | Scheme::Unchained => G1Pubkey::from_variable(key)
            .map(|key| key.verify(round, previous, signature).unwrap_or(false)),
        Scheme::OnG1 => G2PubkeyFastnet::from_variable(key)
            .map(|key| key.verify(round, previous, signature).unwrap_or(false)),
        _ => G2PubkeyRfc::from_variable(key)
            .map(|key| key.verify(round, previous, signature).unwrap_or(false)),
    };
    said.unwrap_or(false)
}

#[test]
fn drand_verify_agrees() {
    let mut dice = Dice(4);
    let mut good = 0;
    for line in BEACONS.lines() {
        let json: serde_json::Value = serde_json::from_str(line).unwrap();
        let Ok(chain) = known::named(json["chain"].as_str().unwrap()) else {
            continue;
        };
        if chain.scheme == Scheme::Bn254 {
            continue;
        }
        let beacon = Beacon::read(line.as_bytes()).unwrap();
        let verifier = Verifier {
            chain: &chain,
            threads: NonZeroUsize::MIN,
            one_by_one: true,
        };
        for turned in 0..60 {
            let mut beacon = beacon.clone();
            if turned > 0 {
                let bit = dice.roll(beacon.signature.len() as u64 * 8) as usize;
                beacon.signature[bit / 8] ^= 1 << (bit % 8);
            }
            let previous = match (&beacon.previous, chain.scheme.is_chained()) {
                (Some(previous), _) => previous.to_vec(),
                (None, true) => chain.genesis_seed.clone(),
                (None, false) => Vec::new(),
            };
            let ours = verifier.one(&Beacon {
                randomness: None,
                ..beacon.clone()
            });
            let theirs = theirs(chain.scheme, &chain.key.to_bytes(), &beacon, &previous);
            assert_eq!(ours.is_ok(), theirs, "{line}");
            assert_eq!(theirs, turned == 0);
            good += u32::from(theirs);
        }
    }
    assert_eq!(good, 10);
}

/// A chain of one's own, two rounds by different members of a group of 5 of whom 3 are needed.
fn ours_hold<C: Curve>(
    scheme: Scheme,
    any: fn(Group<C>) -> AnyGroup,
    one: fn(Share<C>) -> AnyShare,
) {
    let size = Threshold::new(3, 5).unwrap();
    let polynomial = Polynomial::<C>::random(size, &mut Coins::new(&[9; 32]));
    let group = Group::of(size, polynomial.commitments()).unwrap();
    let shares = size.members().map(|i| Share::of(&group, i, &polynomial));
    let shares: Vec<AnyShare> = shares.map(|share| one(share.unwrap())).collect();
    let group = any(group);
    let chain = partial::chain(&group, scheme, (30, 1_700_000_000), "ours".into()).unwrap();
    let mut previous: Option<Vec<u8>> = None;
    for (round, members) in [(1, [0, 1, 2]), (2, [4, 2, 1])] {
        let sign = |at: usize| {
            let previous = previous.as_deref();
            partial::sign(&chain, &shares[at], round, previous, &Deaf).unwrap()
        };
        let parts = members.map(sign);
        let mut coins = Coins::new(&[8; 32]);
        let joined = partial::join(&chain, &group, &parts, &mut coins, &Deaf).unwrap();
        let beacon = joined.beacon;
        let before = beacon.previous.as_deref().unwrap_or_default();
        assert!(theirs(scheme, &chain.key.to_bytes(), &beacon, before));
        let other = Beacon {
            round: round + 1,
            ..beacon.clone()
        };
        assert!(!theirs(scheme, &chain.key.to_bytes(), &other, before));
        previous = scheme.is_chained().then(|| beacon.signature.to_vec());
    }
}

#[test]
fn drand_verify_takes_beacons_of_our_own() {
    for scheme in [Scheme::Chained, Scheme::Unchained] {
        ours_hold::<Bls12381G1>(scheme, AnyGroup::Bls12381G1, AnyShare::Bls12381G1);
    }
    for scheme in [Scheme::OnG1, Scheme::Rfc9380] {
        ours_hold::<Bls12381G2>(scheme, AnyGroup::Bls12381G2, AnyShare::Bls12381G2);
    }
}
