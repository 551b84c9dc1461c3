//! Beacons beside drand-verify, on the curve library of zkcrypto: the same verdict on what drand
//! published, and on the same with bits turned.

use std::num::NonZeroUsize;

use decent::beacon::{Beacon, Scheme, Verifier, known};
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
