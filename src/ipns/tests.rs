//! The vectors of the specification, and records that are malformed in each way there is.

use super::record::{self, Data, LARGEST};
use super::resolve::{DEPTH_MOST, Shelved, newest, resolve};
use super::sign::{after, sign};
use super::state::{Book, Found, heading};
use super::validity::Moment;
use super::verify::{newer, verify};
use super::{Name, Path, Record};
use crate::codec::dag_cbor;
use crate::error::slug;
use crate::key::{Kind, SecretKey};
use crate::verdict::Verdict;
use crate::watch::Deaf;

/// `tests/vectors/ipns/README.md` tells where these are from.
macro_rules! vector {
    ($name:literal) => {
        include_bytes!(concat!("../../tests/vectors/ipns/", $name, ".ipns-record"))
    };
}

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn key(number: u8, kind: Kind) -> SecretKey {
    SecretKey::from_bytes(kind, &zeroize::Zeroizing::new([number; 32])).unwrap()
}

fn data(value: &str, sequence: u64) -> Data {
    Data {
        value: value.to_owned(),
        validity: "2133-05-18T03:33:20.000000000Z".to_owned(),
        sequence,
        ttl: 1,
        others: Vec::new(),
    }
}

fn made(number: u8, value: &str, sequence: u64) -> Record {
    sign(
        &key(number, Kind::Ed25519),
        &data(value, sequence),
        false,
        &Deaf,
    )
    .unwrap()
}

const HELLO: &str = "/ipfs/bafkqablimvwgy3y";

#[test]
fn vectors_of_the_specification() {
    let judge = |bytes: &[u8], name: &str| {
        let record = Record::decode(bytes)?;
        let name = Name::parse(name)?;
        let verdict = verify(&record, &name, None, at("2026-01-01T00:00:00Z"), &Deaf)?;
        Ok::<_, crate::Error>((verdict, record.data.value))
    };
    let one = vector!("v1_only");
    let name = "k51qzi5uqu5dm4tm0wt8srkg9h9suud4wuiwjimndrkydqm81cqtlb5ak6p7ku";
    assert_eq!(judge(one, name).unwrap_err().slug, slug::IPNS_RECORD);
    let good: [(&[u8], _, _); 3] = [
        (
            vector!("v1_v2_valid"),
            "k51qzi5uqu5dlkw8pxuw9qmqayfdeh4kfebhmreauqdc6a7c3y7d5i9fi8mk9w",
            "/ipfs/bafkqaddwgevxmmraojswg33smq",
        ),
        (
            vector!("v1_v2_broken_sig_v1"),
            "k51qzi5uqu5dilgf7gorsh9vcqqq4myo6jd4zmqkuy9pxyxi5fua3uf7axph4y",
            "/ipfs/bafkqahtwgevxmmrao5uxi2bamjzg623fnyqhg2lhnzqxi5lsmuqhmmi",
        ),
        (
            vector!("v2_only"),
            "k51qzi5uqu5dit2ku9mutlfgwyz8u730on38kd10m97m36bjt66my99hb6103f",
            "/ipfs/bafkqadtwgiww63tmpeqhezldn5zgi",
        ),
    ];
    for (bytes, name, value) in good {
        assert_eq!(
            judge(bytes, name).unwrap(),
            (Verdict::Yes, value.to_owned())
        );
    }
    let bad: [(&[u8], _, _); 2] = [
        (
            vector!("v1_v2_broken_v1_value"),
            "k51qzi5uqu5dlmit2tuwdvnx4sbnyqgmvbxftl0eo3f33wwtb9gr7yozae9kpw",
            "another value",
        ),
        (
            vector!("v1_v2_broken_sig_v2"),
            "k51qzi5uqu5diamp7qnnvs1p1gzmku3eijkeijs3418j23j077zrkok63xdm8c",
            "none of ed25519",
        ),
    ];
    for (bytes, name, words) in bad {
        match judge(bytes, name).unwrap().0 {
            Verdict::No(why) => assert!(why.contains(words), "{why}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_is_read_is_written_again() {
    let vectors: [&[u8]; 4] = [
        vector!("v1_v2_valid"),
        vector!("v1_v2_broken_sig_v1"),
        vector!("v1_v2_broken_v1_value"),
        vector!("v2_only"),
    ];
    for bytes in vectors {
        let record = Record::decode(bytes).unwrap();
        assert_eq!(record.data.encode(), record.data_bytes());
        let legacy = record.has_legacy().then_some(&record.legacy);
        let again = record::encode(legacy, None, record.signature(), record.data_bytes());
        assert_eq!(again, bytes);
    }
}

#[test]
fn published_names_go_both_ways() {
    let names = include_str!("../../tests/vectors/ipns/names.txt");
    assert_eq!(names.lines().count(), 4);
    for line in names.lines() {
        let [kind, peer, base36] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let name = Name::parse(peer).unwrap();
        assert_eq!(
            (name.to_string(), name.peer_id()),
            (base36.into(), peer.into())
        );
        for form in [base36, &name.base32(), &format!("/ipns/{peer}")] {
            assert_eq!(Name::parse(form).unwrap(), name);
        }
        let inline = name.key().map(|key| key.kind().name());
        let wanted = ["ed25519", "secp256k1"].contains(&kind).then_some(kind);
        assert_eq!(inline, wanted);
    }
}

#[test]
fn what_is_no_name_is_refused() {
    let long = "k".repeat(300);
    for text in [
        "",
        "k",
        "Qm",
        "12D3KooW",
        "/ipfs/k51qzi5uqu5dmjjgoe7s21dncepi970722cn30qlhm9qridas1c9ktkjb6ejux",
        // Raw, dag-pb, a key of no type, a point of small order, one letter off.
        "bafkqablimvwgy3y",
        "QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3N",
        "bafzaaaa",
        "k51qzi5uqu5dmjjgoe7s21dncepi970722cn30qlhm9qridas1c9ktkjb6ejuy/x",
        &long,
    ] {
        assert!(Name::parse(text).is_err(), "{text}");
    }
    // A key that stands in its name has no second one, that is a hash; nor one of 43 bytes inside.
    let inside = [&[0, 43, 8, 1, 18, 39][..], &[7; 39]].concat();
    assert!(Name::from_multihash(&inside).is_err());
    let sha1 = [&[0x11, 20][..], &[7; 20]].concat();
    assert!(Name::from_multihash(&sha1).is_err());
}

#[test]
fn values_are_paths_that_lead_down() {
    let name = "/ipns/k51qzi5uqu5dmjjgoe7s21dncepi970722cn30qlhm9qridas1c9ktkjb6ejux";
    for text in [
        HELLO,
        "/ipfs/bafkqablimvwgy3y/a//b",
        name,
        "/ipns/docs.ipfs.tech/x",
    ] {
        assert_eq!(Path::parse(text).unwrap().to_string(), text);
    }
    let peer = "12D3KooWSzRuSFHgLsKr6jJboAPdP7xMga2YBgBspYuErxswcgvt";
    assert_eq!(
        Path::parse(&format!("/ipns/{peer}")).unwrap().to_string(),
        name
    );
    for text in [
        "",
        "/",
        "/ipfs/",
        "/ipns/",
        "/ipfs/x",
        "/ipns/x",
        "/ipns/a..b",
        "/ipfs/bafkqablimvwgy3y/../x",
        "/ipfs/bafkqablimvwgy3y/.",
        "/ipfs/bafkqablimvwgy3y/a\nb",
        "/file/x",
        "bafkqablimvwgy3y",
    ] {
        assert!(Path::parse(text).is_err(), "{text}");
    }
    assert_eq!(Path::meant("bafkqablimvwgy3y").unwrap(), HELLO);
    assert_eq!(
        Path::meant(name.trim_start_matches("/ipns/")).unwrap(),
        name
    );
}

#[test]
fn times_have_one_form() {
    let half = Moment {
        seconds: 1_700_000_000,
        nanoseconds: 500_000_000,
    };
    for text in [
        "2023-11-14T22:13:20.5Z",
        "2023-11-14T23:13:20.500000000+01:00",
    ] {
        assert_eq!(at(text), half);
    }
    assert_eq!(at("2023-11-14T22:13:20.000000001Z").nanoseconds, 1);
    assert!(at("2023-11-14T22:13:20Z") < half);
    assert_eq!(Moment::parse(&half.text()), Ok(half));
    for text in [
        "",
        "0",
        "2023-11-14",
        "2023-11-14T22:13:20",
        "2023-11-14 22:13:20Z",
        "2023-11-14t22:13:20Z",
        "2023-11-14T22:13:20z",
        "2023-11-14T22:13:20.Z",
        "2023-11-14T22:13:20.0000000001Z",
        "2023-11-14T22:13:20.5.5Z",
        "2023-11-14T22:13:20+0100",
        "2023-11-14T22:13:20+1:00",
        "2023-02-30T22:13:20Z",
        "2023-11-14T22:13:20Z ",
        "2023-11-14T22:13:2\u{e9}Z",
    ] {
        assert!(Moment::parse(text).is_err(), "{text}");
    }
}

/// A record of fields that are given, each as its bytes.
fn of_fields(fields: &[&[u8]]) -> crate::Result<Record> {
    Record::decode(&fields.concat())
}

#[test]
fn other_forms_of_the_protobuf_are_refused() {
    let good = made(1, HELLO, 3);
    let (signature, map) = good.bytes().split_at(66);
    let field = |tag: u8, bytes: &[u8]| [&[tag, bytes.len() as u8][..], bytes].concat();
    assert!(of_fields(&[signature, map]).is_ok());
    let bad: [Vec<&[u8]>; 13] = [
        vec![],
        vec![signature],
        vec![map],
        vec![map, signature],
        vec![signature, signature, map],
        vec![signature, map, map],
        // Empty, of another type, number 0, a group, cut off, a length past the end.
        vec![&[0x42, 0], map],
        vec![signature, &[0x48, 1]],
        vec![&[2, 0], signature, map],
        vec![signature, map, &[0x53]],
        vec![signature, map, &[0x80]],
        vec![signature, map, &[0x52, 0xff, 0xff, 0x7f]],
        // A number in more bytes than it takes.
        vec![&[0x28, 0x80, 0], signature, map],
    ];
    for fields in bad {
        let error = of_fields(&fields).unwrap_err();
        assert!(
            [slug::IPNS_RECORD, slug::VARINT].contains(&error.slug),
            "{error}"
        );
    }
    // Fields that may come to be are passed over: numbers, bytes, four and eight bytes.
    let more = [
        &[0x50, 1][..],
        &field(0x5a, b"x"),
        &[0x65, 1, 2, 3, 4],
        &[0x69, 1, 2, 3, 4, 5, 6, 7, 8],
    ];
    let record = of_fields(&[signature, map, &more.concat()]).unwrap();
    assert_eq!(record.unknown_bytes, 2 + 3 + 5 + 9);
    let padding = LARGEST - good.bytes().len() - 4;
    let long = |padding: usize| {
        let mut field = vec![0x52, padding as u8 & 0x7f | 0x80, (padding >> 7) as u8];
        field.resize(3 + padding, 7);
        [good.bytes(), &field].concat()
    };
    assert!(Record::decode(&long(padding)).is_ok());
    let error = Record::decode(&long(padding + 2)).unwrap_err();
    assert_eq!(error.slug, slug::TOO_LARGE);
}

#[test]
fn other_maps_are_refused() {
    let good = data(HELLO, 3).encode();
    assert_eq!(Data::decode(&good).unwrap(), data(HELLO, 3));
    let without = |key: &str| {
        let at = good
            .windows(key.len())
            .position(|part| part == key.as_bytes());
        let mut map = good.clone();
        map[at.unwrap()] = b'_';
        map
    };
    let mut bad: Vec<Vec<u8>> = ["TTL", "Value", "Sequence", "Validity"].map(without).into();
    // Another type of validity, a number that could be shorter, a text for bytes, more behind, nothing.
    let kind = good.len() - 1;
    bad.push([&good[..kind], &[1]].concat());
    bad.push([&good[..kind], &[0x18, 0]].concat());
    bad.push([&good[..kind], &[0x60]].concat());
    bad.push([&good[..], &[0]].concat());
    bad.push(vec![]);
    bad.push(vec![0x80]);
    bad.push(vec![0xa0]);
    for map in bad {
        assert!(Data::decode(&map).is_err(), "{map:x?}");
    }
}

#[test]
fn other_keys_are_kept_in_their_place() {
    let mut all = data(HELLO, 3);
    let mut nested = vec![0x82, 1, 0xa1];
    dag_cbor::put_text(&mut nested, "y");
    nested.push(0xf6);
    all.others = vec![
        ("_x".into(), nested),
        ("_longer than all".into(), vec![0xf6]),
    ];
    let map = all.encode();
    assert_eq!(Data::decode(&map).unwrap(), all);
    let record = sign(&key(1, Kind::Ed25519), &all, true, &Deaf).unwrap();
    assert_eq!(record.data, all);
    // Deep nests need no stack.
    all.others = vec![("_x".into(), [&[0x81; 4000][..], &[0x80]].concat())];
    assert_eq!(Data::decode(&all.encode()).unwrap(), all);
}

#[test]
fn both_kinds_of_key_sign_and_every_bit_counts() {
    let now = at("2026-01-01T00:00:00Z");
    for kind in [Kind::Ed25519, Kind::Secp256k1] {
        let key = key(5, kind);
        let name = Name::of(&key.public()).unwrap();
        for legacy in [false, true] {
            let record = sign(&key, &data(HELLO, 3), legacy, &Deaf).unwrap();
            let judge = |record: &Record| verify(record, &name, None, now, &Deaf).unwrap();
            assert_eq!(judge(&record), Verdict::Yes);
            let signature_v1 = record.legacy.signature.clone().unwrap_or_default();
            for bit in 0..record.bytes().len() * 8 {
                let mut bytes = record.bytes().to_vec();
                bytes[bit / 8] ^= 1 << (bit % 8);
                let Ok(changed) = Record::decode(&bytes) else {
                    continue;
                };
                // Nobody checks the signature of version 1.
                let passed = judge(&changed) == Verdict::Yes;
                let old = changed.legacy.signature.clone().unwrap_or_default();
                assert!(!passed || old != signature_v1, "bit {bit}");
            }
        }
    }
    for kind in [Kind::X25519, Kind::Bls12381] {
        let error = sign(&key(5, kind), &data(HELLO, 3), false, &Deaf).unwrap_err();
        assert_eq!(error.slug, slug::KEY_KIND);
    }
}

#[test]
fn the_end_itself_is_too_late() {
    let record = made(1, HELLO, 3);
    let name = Name::of(&key(1, Kind::Ed25519).public()).unwrap();
    let judge = |moment| verify(&record, &name, None, moment, &Deaf).unwrap();
    let before = Moment {
        seconds: record.ends.seconds - 1,
        nanoseconds: 999_999_999,
    };
    assert_eq!(judge(before), Verdict::Yes);
    assert!(matches!(judge(record.ends), Verdict::No(why) if why.starts_with("expired")));
}

#[test]
fn the_newest_has_the_highest_number_then_the_latest_end() {
    let later = Data {
        validity: "2134-01-01T00:00:00Z".into(),
        ..data(HELLO, 3)
    };
    let later = sign(&key(1, Kind::Ed25519), &later, false, &Deaf).unwrap();
    let order = [
        made(1, HELLO, 2),
        made(1, HELLO, 3),
        later,
        made(1, HELLO, 4),
    ];
    for (i, one) in order.iter().enumerate() {
        for (j, other) in order.iter().enumerate() {
            assert_eq!(newer(one, other), i.cmp(&j));
        }
    }
    let before = &order[2];
    assert!(after(before, data(HELLO, 0)).is_err());
    let next = after(&order[1], data(HELLO, 0)).unwrap();
    assert_eq!(next.sequence, 4);
}

#[test]
fn who_goes_back_or_says_two_things_is_found() {
    let name = Name::of(&key(1, Kind::Ed25519).public()).unwrap();
    let (one, two) = (made(1, HELLO, 1), made(1, HELLO, 2));
    let other = made(1, "/ipfs/bafkqablimvwgy3y/other", 1);
    let mut book = Book::default();
    let mut file = heading();
    assert_eq!(book.judge(&name, &one), Found::New);
    for record in [&one, &two] {
        file += &book.add(&name, record);
    }
    for book in [book, Book::read(file.as_bytes()).unwrap()] {
        assert_eq!(book.judge(&name, &two), Found::Known);
        assert!(matches!(
            book.judge(&name, &one),
            Found::Back { sequence: 2, .. }
        ));
        assert!(matches!(book.judge(&name, &other), Found::Two(seen) if seen.value == HELLO));
        let someone = Name::of(&key(2, Kind::Ed25519).public()).unwrap();
        assert_eq!(book.judge(&someone, &one), Found::New);
        assert_eq!(book.names(), 1);
    }
    let torn = &file[..file.len() - 3];
    let book = Book::read(torn.as_bytes()).unwrap();
    assert!(book.whole_bytes < torn.len() as u64);
    assert_eq!(book.judge(&name, &two), Found::New);
    assert_eq!(Book::read(&b""[..]).unwrap().whole_bytes, 0);
}

#[test]
fn names_are_followed_and_circles_are_not() {
    let names: Vec<_> = (1..=34)
        .map(|n| Name::of(&key(n, Kind::Ed25519).public()).unwrap())
        .collect();
    let mut shelf: Vec<_> = names
        .windows(2)
        .enumerate()
        .map(|(n, pair)| Shelved {
            record: made(n as u8 + 1, &format!("/ipns/{}/{n}", pair[1]), 1),
            only: None,
        })
        .collect();
    let last = made(34, HELLO, 1);
    shelf.push(Shelved {
        record: last,
        only: None,
    });
    let now = at("2026-01-01T00:00:00Z");
    let from = |n: usize| {
        let path = Path::parse(&format!("/ipns/{}/x", names[n])).unwrap();
        resolve(&path, &shelf, now, &Deaf)
    };
    let led = from(31).unwrap();
    assert_eq!(led.path.to_string(), format!("{HELLO}/32/31/x"));
    assert_eq!(led.names, names[31..]);
    assert_eq!(from(34 - DEPTH_MOST).unwrap().names.len(), DEPTH_MOST);
    assert_eq!(from(33 - DEPTH_MOST).unwrap_err().slug, slug::IPNS_LOOP);
    let missing = newest(&shelf[..3], &names[9], now).unwrap_err();
    assert_eq!(missing.slug, slug::IPNS_UNRESOLVED);
    let late = at("2133-05-18T03:33:20Z");
    let expired = newest(&shelf, &names[0], late).unwrap_err();
    assert_eq!(expired.slug, slug::IPNS_EXPIRED);
    let circle = Shelved {
        record: made(34, &format!("/ipns/{}", names[31]), 2),
        only: None,
    };
    shelf.push(circle);
    let path = Path::parse(&format!("/ipns/{}", names[31])).unwrap();
    let error = resolve(&path, &shelf, now, &Deaf).unwrap_err();
    assert_eq!(error.slug, slug::IPNS_LOOP);
}
