//! Keys that wait for a round beside the crate tlock, on the curve library of arkworks: what one locks
//! the other opens. tlock knows no other domain on G1 than that of RFC 9380, so that of fastnet it only
//! opens. The files around the keys are checked beside tlock-js and age.

use decent::beacon::timelock::{Lock, lock};
use decent::beacon::{Beacon, Chain, known};
use decent::coins::Coins;
use decent::key::age::{self, Stanza};
use decent::watch::Deaf;

const BEACONS: &str = include_str!("../../vectors/beacon/beacons.jsonl");

/// The first published beacon of a chain.
fn published(name: &str) -> (Chain, Beacon) {
    let mut lines = BEACONS.lines();
    let line = lines
        .find(|line| line.contains(&format!("\"{name}\"")))
        .unwrap();
    (
        known::named(name).unwrap(),
        Beacon::read(line.as_bytes()).unwrap(),
    )
}

/// What tlock finds in a lock. It cuts zeros off the end.
fn theirs_opens(lock: &Stanza, beacon: &Beacon) -> Vec<u8> {
    let mut key = Vec::new();
    tlock::decrypt(&mut key, &lock.body[..], &beacon.signature).unwrap();
    assert!(key.len() <= 16);
    key.resize(16, 0);
    key
}

#[test]
fn tlock_opens_and_is_opened() {
    let mut coins = Coins::new(&[6; 32]);
    for (name, seals) in [
        ("quicknet", true),
        ("testnet-unchained-3s", true),
        ("fastnet", false),
    ] {
        let (chain, beacon) = published(name);
        let (public, round) = (chain.key.to_bytes(), beacon.round);
        for _ in 0..4 {
            let key = age::new_key(&mut coins, &Deaf);
            let mut stanza = lock(&chain, round, &key, &mut coins, &Deaf).unwrap();
            let opened = theirs_opens(&stanza, &beacon);
            assert!(opened == key[..], "{name}: theirs opens ours");
            if seals {
                stanza.body.clear();
                tlock::encrypt(&mut stanza.body, &key[..], &public, round).unwrap();
                let lock = Lock::read(&stanza).unwrap().unwrap();
                let ours = lock.open(&chain, &beacon, &Deaf).unwrap();
                assert!(ours == key, "{name}: ours opens theirs");
            }
        }
    }
}
