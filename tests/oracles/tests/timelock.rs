//! Files that wait for a round beside tlock_age, on the curve library of arkworks and the crate age: what
//! one seals the other opens. tlock_age knows no other domain on G1 than that of RFC 9380, so that of
//! fastnet it only opens.

use decent::beacon::timelock::{Lock, lock};
use decent::beacon::{Beacon, Chain, known};
use decent::coins::Coins;
use decent::key::age;
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

fn sealed(chain: &Chain, round: u64, text: &[u8], coins: &mut Coins) -> Vec<u8> {
    let key = age::new_key(coins, &Deaf);
    let stanza = lock(chain, round, &key, coins, &Deaf).unwrap();
    let mut file = Vec::new();
    let put = &mut |bytes: &[u8]| {
        file.extend_from_slice(bytes);
        Ok(())
    };
    age::seal_under(&key, vec![stanza], &mut &text[..], put, coins, &Deaf).unwrap();
    file
}

fn opened(chain: &Chain, beacon: &Beacon, file: &[u8]) -> Vec<u8> {
    let mut file = file;
    let header = age::Header::read(&mut file).unwrap();
    // The crate age adds a stanza that nobody knows.
    let locks = Lock::all(&header).unwrap();
    let key = locks[0].open(chain, beacon, &Deaf).unwrap();
    let mut text = Vec::new();
    let put = &mut |bytes: &[u8]| {
        text.extend_from_slice(bytes);
        Ok(())
    };
    age::open_under(&key, &header, &mut file, put, &Deaf).unwrap();
    text
}

#[test]
fn tlock_age_opens_and_is_opened() {
    let mut coins = Coins::new(&[6; 32]);
    for (name, seals) in [
        ("quicknet", true),
        ("testnet-unchained-3s", true),
        ("fastnet", false),
    ] {
        let (chain, beacon) = published(name);
        let key = chain.key.to_bytes();
        for length in [0, 1, 65_536, 70_000] {
            let text = coins.bytes(length);
            let file = sealed(&chain, beacon.round, &text, &mut coins);
            let mut theirs = Vec::new();
            tlock_age::decrypt(&mut theirs, &file[..], &chain.hash, &beacon.signature).unwrap();
            assert!(theirs == **text, "{name}: theirs opens ours");
            if seals {
                let mut file = Vec::new();
                tlock_age::encrypt(&mut file, &text[..], &chain.hash, &key, beacon.round).unwrap();
                let ours = opened(&chain, &beacon, &file);
                assert!(ours == **text, "{name}: ours opens theirs");
            }
        }
    }
}
