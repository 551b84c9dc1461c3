//! Records of IPNS beside rust-ipns: what it signs verifies here, byte for byte what we sign; what we
//! take it takes, and what it takes and we refuse has a name.

use chrono::{DateTime, Utc};
use decent::Verdict;
use decent::ipns::record::Data;
use decent::ipns::sign::sign;
use decent::ipns::verify::{newer, verify};
use decent::ipns::{Moment, Name, Record};
use decent::key::{Kind, SecretKey, libp2p};
use decent::watch::Deaf;
use libp2p_identity::{Keypair, PeerId};
use oracles::Dice;
use rust_ipns::Record as Theirs;

const VALUE: &str = "/ipfs/bafkqablimvwgy3y";
/// In May of 2133.
const ENDS: i64 = 5_155_760_000;

fn key(dice: &mut Dice, kind: Kind) -> (SecretKey, Keypair) {
    let bytes: [u8; 32] = std::array::from_fn(|_| dice.roll(256) as u8);
    let ours = SecretKey::from_bytes(kind, &zeroize::Zeroizing::new(bytes)).expect("a key");
    let protobuf = libp2p::write_secret(&ours).expect("a protobuf");
    let theirs = Keypair::from_protobuf_encoding(protobuf.bytes()).expect("their key");
    (ours, theirs)
}

/// Both records of the same words.
fn both(dice: &mut Dice, ours: &SecretKey, theirs: &Keypair) -> (Record, Theirs) {
    let (sequence, ttl) = (dice.roll(1 << 40), dice.roll(1 << 40));
    let nanoseconds = dice.roll(1_000_000_000) as u32;
    let ends = Moment {
        seconds: ENDS + dice.roll(1 << 20) as i64,
        nanoseconds,
    };
    let data = Data {
        value: VALUE.to_owned(),
        validity: ends.text(),
        sequence,
        ttl,
        others: Vec::new(),
    };
    let one = sign(ours, &data, true, &Deaf).expect("signed");
    let eol = DateTime::<Utc>::from_timestamp(ends.seconds, nanoseconds).expect("a time");
    let span = std::time::Duration::from_nanos(ttl);
    let other = Theirs::new(theirs, VALUE, eol, sequence, span).expect("signed by them");
    (one, other)
}

fn holds(record: &Record, name: &Name) -> bool {
    let now = Moment::at(1_800_000_000);
    verify(record, name, None, now, &Deaf).expect("judged") == Verdict::Yes
}

#[test]
fn both_sign_the_same_and_take_each_other() {
    let mut dice = Dice(11);
    for kind in [Kind::Ed25519, Kind::Secp256k1] {
        for _ in 0..20 {
            let (ours, theirs) = key(&mut dice, kind);
            let name = Name::of(&ours.public()).expect("a name");
            let peer = PeerId::from_public_key(&theirs.public());
            assert_eq!(name.peer_id(), peer.to_base58());
            let (one, other) = both(&mut dice, &ours, &theirs);
            let bytes = other.encode().expect("encoded");
            let back = Record::decode(&bytes).expect("theirs is read");
            assert_eq!(back.data_bytes(), one.data_bytes());
            assert_eq!(back.signature(), one.signature(), "{kind:?}");
            assert!(holds(&back, &name));
            let forth = Theirs::decode(one.bytes()).expect("ours is read");
            forth.verify(peer).expect("ours holds");
        }
    }
}

#[test]
fn ecdsa_of_theirs_verifies() {
    let theirs = Keypair::generate_ecdsa();
    let public = libp2p::read_public(&theirs.public().encode_protobuf()).expect("a key");
    let name = Name::of(&public).expect("a name");
    let eol = DateTime::<Utc>::from_timestamp(ENDS, 0).expect("a time");
    let record = Theirs::new(&theirs, VALUE, eol, 1, std::time::Duration::ZERO).expect("signed");
    let record = Record::decode(&record.encode().expect("encoded")).expect("read");
    assert!(holds(&record, &name));
}

/// What we take after a change they take too.
#[test]
fn ours_is_at_least_as_strict() {
    let mut dice = Dice(12);
    let (ours, theirs) = key(&mut dice, Kind::Ed25519);
    let name = Name::of(&ours.public()).expect("a name");
    let peer = PeerId::from_public_key(&theirs.public());
    let (one, _) = both(&mut dice, &ours, &theirs);
    let (mut we, mut they) = (0, 0);
    for _ in 0..20_000 {
        let mut bytes = one.bytes().to_vec();
        let at = dice.roll(bytes.len() as u64) as usize;
        match dice.roll(3) {
            0 => bytes[at] = dice.roll(256) as u8,
            1 => bytes.insert(at, dice.roll(256) as u8),
            _ => drop(bytes.remove(at)),
        }
        let taken = Record::decode(&bytes).is_ok_and(|record| holds(&record, &name));
        let by_them = Theirs::decode(&bytes).is_ok_and(|record| record.verify(peer).is_ok());
        assert!(!taken || by_them, "{bytes:x?}");
        (we, they) = (we + u32::from(taken), they + u32::from(by_them));
    }
    assert!(we > 0 && we <= they, "{we} of ours, {they} of theirs");
}

/// rust-ipns takes a field twice, and a record of more than 10 KiB.
#[test]
fn what_they_take_and_we_refuse() {
    let mut dice = Dice(13);
    let (ours, theirs) = key(&mut dice, Kind::Ed25519);
    let peer = PeerId::from_public_key(&theirs.public());
    let (one, _) = both(&mut dice, &ours, &theirs);
    let twice = [one.bytes(), one.bytes()].concat();
    assert!(Theirs::decode(&twice).is_ok_and(|record| record.verify(peer).is_ok()));
    assert!(Record::decode(&twice).is_err());
}

#[test]
fn both_choose_the_same() {
    let mut dice = Dice(14);
    let (ours, theirs) = key(&mut dice, Kind::Ed25519);
    let records: Vec<_> = (0..30).map(|_| both(&mut dice, &ours, &theirs)).collect();
    for (one, first) in &records {
        for (other, second) in &records {
            let wanted = first.compare(second).expect("compared");
            assert_eq!(newer(one, other), wanted);
        }
    }
}
