//! Rosters: what they refuse, and that one has one hash.

use super::*;
use crate::sig::ed25519::SigningKey;

/// Member `seed`, whose secret key is 32 times that.
pub(in crate::skipchain) fn member(seed: u8) -> Member {
    Member {
        name: format!("member {seed}"),
        weight: 1,
        key: Key::ed25519(SigningKey::from_seed(&[seed; 32]).public_key()).unwrap(),
    }
}

pub(in crate::skipchain) fn roster(seeds: std::ops::Range<u8>) -> Roster {
    Roster::of(seeds.map(member).collect(), None).unwrap()
}

fn refusal(members: Vec<Member>, threshold: Option<u32>) -> String {
    Roster::of(members, threshold).unwrap_err().to_string()
}

#[test]
fn thresholds_are_safe_and_can_be_reached() {
    for n in 1..1000 {
        let (f, t) = (faulty(n), usual_threshold(n));
        assert!(3 * f < n && 3 * (f + 1) >= n);
        assert!(t <= n - f && safe_threshold(n) <= t);
        let safe = safe_threshold(n);
        assert!(2 * safe - n > f && 2 * (safe - 1) <= n + f);
    }
    // A bare 2f + 1 is not safe of 5, 6, 8, 9.
    for n in [5, 6, 8, 9] {
        assert!(2 * faulty(n) + 1 < safe_threshold(n));
    }
}

#[test]
fn what_no_roster_is_refused_by_its_own_words() {
    let four = || (1..5).map(member).collect::<Vec<_>>();
    let mut twice = four();
    twice.push(Member {
        name: "another name".into(),
        ..member(2)
    });
    assert!(refusal(twice, None).contains("a key of its own for each member"));
    let mut named = four();
    named[1].name = "member 1".into();
    assert!(refusal(named, None).contains("names that differ"));
    for name in ["", " anna", "an\nna", &"x".repeat(101)] {
        let mut odd = four();
        odd[0].name = name.into();
        assert!(refusal(odd, None).contains("a name of 1 to 100 bytes"));
    }
    let mut light = four();
    light[0].weight = 0;
    assert!(refusal(light, None).contains("a weight of 1"));
    assert!(refusal(four(), Some(5)).contains("a threshold of 1 to 4"));
    assert!(refusal(four(), Some(0)).contains("a threshold of 1 to 4"));
    assert!(refusal(Vec::new(), None).contains("at least one member"));
    // Of order 1, 2 and 4, and one that is not the shortest encoding of its point.
    let mut small = [[0u8; 32]; 3];
    small[0][0] = 1;
    small[1] = [0xff; 32];
    (small[1][0], small[1][31]) = (0xec, 0x7f);
    for key in small {
        assert!(Key::ed25519(&key).is_err(), "{key:?}");
    }
    assert!(!Roster::of(four(), Some(2)).unwrap().is_safe());
    assert!(Roster::of(four(), Some(3)).unwrap().is_safe());
}

#[test]
fn one_roster_has_one_encoding() {
    let wanted = roster(1..8);
    let bytes = wanted.encode();
    let turned = Roster::of((1..8).rev().map(member).collect(), None).unwrap();
    assert_eq!(turned.encode(), bytes);
    assert_eq!(Roster::decode(&bytes).unwrap(), wanted);
    for bit in 0..bytes.len() * 8 {
        let mut other = bytes.clone();
        other[bit / 8] ^= 1 << (bit % 8);
        if let Ok(read) = Roster::decode(&other) {
            assert_eq!(read.encode(), other, "bit {bit}");
            assert_ne!(read.hash(), wanted.hash());
        }
    }
    for len in 0..bytes.len() {
        assert!(Roster::decode(&bytes[..len]).is_err());
    }
    let two = 41 + 2 * (5 + 8 + 32);
    let mut swapped = bytes.clone();
    swapped[41..two].rotate_left(45);
    assert!(Roster::decode(&swapped).is_err());
}

#[test]
fn a_committee_counts_by_weight() {
    let mut members: Vec<Member> = (1..4).map(member).collect();
    members[0].weight = 5;
    let heavy = Roster::of(members, None).unwrap();
    assert_eq!((heavy.total(), heavy.threshold()), (7, 5));
    let turnover = Turnover::between(&roster(1..4), &heavy);
    assert_eq!(
        (turnover.fresh, turnover.total, turnover.percent()),
        (4, 7, 58)
    );
    assert_eq!(
        Turnover::between(&roster(1..5), &roster(5..9)).percent(),
        100
    );
    assert_eq!(Turnover::between(&roster(1..5), &roster(1..5)).percent(), 0);
    // Who only leaves leaves the rest in power, and so does a quorum that gets smaller.
    let left = Turnover::between(&roster(1..5), &roster(1..2));
    assert_eq!((left.fresh, left.gone, left.before), (0, 3, 4));
    assert_eq!(left.percent(), 75);
    let weak = Roster::of((1..5).map(member).collect(), Some(1)).unwrap();
    let fallen = Turnover::between(&roster(1..5), &weak);
    assert_eq!((fallen.fresh, fallen.gone, fallen.lowered), (0, 0, 50));
    assert_eq!(fallen.percent(), 50);
    assert_eq!(Turnover::between(&weak, &roster(1..5)).percent(), 0);
    let lighter = Turnover::between(&heavy, &roster(1..4));
    assert_eq!((lighter.fresh, lighter.gone, lighter.percent()), (0, 4, 58));
}

#[test]
fn keys_of_bls_come_with_their_possession() {
    use crate::coins::Coins;
    use crate::key::{Kind, SecretKey};
    let member = |seed: u8| {
        let key = SecretKey::generate(Kind::Bls12381, &mut Coins::new(&[seed; 32])).unwrap();
        let SecretKey::Bls12381(key) = key else {
            panic!("a key of BLS12-381");
        };
        Member {
            name: format!("member {seed}"),
            weight: 1,
            key: Key::Bls(Box::new(Possession::prove(&key))),
        }
    };
    let four: Vec<Member> = (0..4).map(member).collect();
    let wanted = Roster::of(four.clone(), None).unwrap();
    assert_eq!(Roster::decode(&wanted.encode()).unwrap(), wanted);
    assert_eq!(Roster::read(wanted.text().as_bytes()).unwrap(), wanted);
    let mut stolen = four.clone();
    let (Key::Bls(one), Key::Bls(other)) = (&four[1].key, &four[2].key) else {
        panic!("keys of BLS12-381");
    };
    stolen[1].key = Key::Bls(Box::new(Possession {
        key: one.key,
        proof: other.proof,
    }));
    assert!(refusal(stolen, None).contains("a proof of possession that does not hold"));
    let mut mixed = four;
    mixed[3] = super::tests::member(3);
    assert!(refusal(mixed, None).contains("keys of one scheme"));
}
