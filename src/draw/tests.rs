//! Tests of draws: those of RFC 3797 and of the IETF, pools in other writings, and one letter changed.

use super::*;
use crate::codec::hex;
use crate::error::{Place, slug};
use crate::watch::Deaf;

/// How many entries, the key, and of each that is drawn its digest and its place.
type Published<'a> = (usize, &'a str, Vec<(&'a str, usize)>);

#[test]
fn draws_of_rfc_3797() {
    let text = include_str!("../../tests/vectors/draw/rfc3797.txt");
    let mut draws: Vec<Published<'_>> = Vec::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        match (words.as_slice(), draws.last_mut()) {
            (["key", entries, key], _) => draws.push((entries.parse().unwrap(), key, Vec::new())),
            ([digest, place], Some((_, _, all))) => all.push((digest, place.parse().unwrap())),
            _ => panic!("{line}"),
        }
    }
    assert_eq!(draws.len(), 2);
    for (entries, key, wanted) in draws {
        let drawn = rfc3797::drawn(key, entries, wanted.len());
        let told = drawn.iter().map(|one| {
            let digest = hex::encode(&one.ticket).to_ascii_uppercase();
            (digest, one.place + 1)
        });
        let wanted = wanted
            .into_iter()
            .map(|(digest, place)| (digest.to_owned(), place));
        assert!(told.eq(wanted), "{key}");
        // All of them: each once.
        let mut places: Vec<_> = rfc3797::drawn(key, entries, entries + 9);
        places.sort_by_key(|one| one.place);
        assert!(places.iter().map(|one| one.place).eq(0..entries));
    }
    let sources = [
        rfc3797::source(&mut [9319]),
        rfc3797::source(&mut [2, 5, 12, 8, 10]),
        rfc3797::source(&mut [9, 18, 26, 34, 41, 45]),
    ];
    assert_eq!(sources.concat(), "9319./2.5.8.10.12./9.18.26.34.41.45./");
    assert!(rfc3797::drawn("key", 0, 3).is_empty());
}

#[test]
fn the_whole_pool_of_the_largest_size_is_drawn() {
    let drawn = rfc3797::drawn("1./", rfc3797::MOST, rfc3797::MOST);
    let mut places: Vec<usize> = drawn.iter().map(|one| one.place).collect();
    places.sort_unstable();
    assert!(places.into_iter().eq(0..rfc3797::MOST));
}

fn pool(text: &str, method: Method) -> Pool {
    Pool::read(text.as_bytes(), method).unwrap()
}

#[test]
fn pools_have_one_form() {
    for method in Method::ALL {
        let plain = pool("anna\nzo\u{e9}\n", method);
        for same in [
            "\u{feff}anna\r\nzo\u{e9}\r\n",
            "\n anna\t\n\n  zoe\u{301}",
            "anna\nzoe\u{301}\n\n",
        ] {
            assert_eq!(pool(same, method), plain, "{same:?}");
        }
        let turned = pool("zo\u{e9}\nanna\n", method);
        let same = turned.hash(method) == plain.hash(method);
        assert_eq!(same, method == Method::HashRank);
    }
    for (bad, place) in [
        ("", Place::Whole),
        (" \n\n", Place::Whole),
        ("a\nb\n\na ", Place::Line(4)),
        ("a\nzo\u{e9}\nzoe\u{301}", Place::Line(3)),
        ("a\nb\u{7}c\n", Place::Line(2)),
        (&format!("a\n{}\n", "x".repeat(1025)), Place::Line(2)),
    ] {
        let error = Pool::read(bad.as_bytes(), Method::HashRank).unwrap_err();
        assert_eq!((error.slug, error.place), (slug::POOL, place), "{bad:?}");
    }
    let error = Pool::read(b"a\nb\n\xff\n", Method::HashRank).unwrap_err();
    assert_eq!((error.slug, error.place), (slug::POOL, Place::Line(3)));
    let many: String = (0..=rfc3797::MOST)
        .flat_map(|i| [i.to_string(), "\n".into()])
        .collect();
    assert!(Pool::read(many.as_bytes(), Method::HashRank).is_ok());
    let error = Pool::read(many.as_bytes(), Method::Rfc3797).unwrap_err();
    assert_eq!(error.slug, slug::POOL);
}

fn commit(pool: &Pool, method: Method, count: usize) -> Commit {
    Commit::new(pool, method, count, ([7; 32], 1000), 1_700_000_000).unwrap()
}

#[test]
fn commitments_have_one_form() {
    let text = "{\"type\":\"decent-draw\",\"version\":1,\"method\":\"hash-rank\",\"chain\":\"0707070707070707070707070707070707070707070707070707070707070707\",\"round\":1000,\"count\":2,\"entries\":3,\"pool\":\"880553fca8fcea94e325ee2cfb48e5a985cc797f39a14cc6d3cedecfeb2ae4d2\",\"made\":\"2023-11-14T22:13:20Z\"}\n";
    let pool = pool("c\nb\na\n", Method::HashRank);
    let made = commit(&pool, Method::HashRank, 2);
    // printf 'a\nb\nc\n' | sha256sum
    assert_eq!(made.text(), text);
    assert_eq!(Commit::read(text.as_bytes()), Ok(made.clone()));
    assert_eq!(made.check(&pool), Ok(()));
    for (from, to) in [
        ("decent-draw", "decent-drew"),
        ("\"round\":1000", "\"round\":0"),
        ("\"round\":1000", "\"round\":9007199254740992"),
        ("\"count\":2", "\"count\":4"),
        ("\"count\":2", "\"count\":0"),
        ("\"count\":2", "\"count\":2,\"count\":2"),
        ("\"count\":2", "\"count\":2,\"more\":2"),
        ("\"count\":2,", ""),
        ("\"count\":2", "\"count\": 2"),
        ("\"entries\":3", "\"entries\":9999999"),
        ("fca8fcea", "FCA8fcea"),
        ("2023-11-14T22:13:20Z", "2023-11-14"),
        ("2023-11-14T22:13:20Z", "then"),
        ("}\n", "}"),
        ("}\n", "}\n\n"),
        ("{", "["),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text);
        let error = Commit::read(changed.as_bytes()).unwrap_err();
        assert_eq!(error.slug, slug::DRAW, "{changed}: {error}");
    }
    for (from, to) in [("\"version\":1", "\"version\":2"), ("hash-rank", "dice")] {
        let error = Commit::read(text.replacen(from, to, 1).as_bytes()).unwrap_err();
        assert_eq!(error.slug, slug::UNKNOWN_VERSION);
    }
    for count in [0, 4] {
        let error = Commit::new(&pool, Method::HashRank, count, ([7; 32], 1), 0).unwrap_err();
        assert_eq!(error.slug, slug::OUT_OF_RANGE);
    }
    assert_eq!(made.check_chain(&[7; 32]), Ok(()));
    assert_eq!(made.check_method(Method::HashRank), Ok(()));
    let error = made.check_method(Method::Rfc3797).unwrap_err();
    assert_eq!(error.slug, slug::DRAW);
    assert_eq!(made.check_chain(&[8; 32]).unwrap_err().slug, slug::DRAW);
}

#[test]
fn another_pool_is_refused() {
    let right = pool("a\nb\nc\n", Method::HashRank);
    let made = commit(&right, Method::HashRank, 1);
    for other in ["a\nb\n", "a\nb\nc\nd\n", "a\nb\nC\n"] {
        let error = made.check(&pool(other, Method::HashRank)).unwrap_err();
        assert_eq!(error.slug, slug::POOL_OTHER);
    }
    let right = pool("a\nb\nc\n", Method::Rfc3797);
    let made = commit(&right, Method::Rfc3797, 1);
    let turned = pool("b\na\nc\n", Method::Rfc3797);
    assert_eq!(made.check(&turned).unwrap_err().slug, slug::POOL_OTHER);
}

/// The seed and a ticket as openssl finds them:
/// `printf 646563656e742d647261772d7631{07 * 32}00..03e8{09 * 32}{pool}00..02 | xxd -r -p | sha256sum`,
/// `printf %s b | openssl dgst -sha256 -mac HMAC -macopt hexkey:SEED`.
#[test]
fn ranks_by_tickets() {
    let entries = pool("c\nb\na\n", Method::HashRank);
    let made = commit(&entries, Method::HashRank, 2);
    assert_eq!(hex::encode(&seed(&made, &[9; 32])), SEED);
    let drawn = rank(&made, &entries, &[9; 32], &Deaf);
    let names: Vec<_> = drawn
        .iter()
        .map(|one| &*entries.entries()[one.place])
        .collect();
    let tickets: Vec<_> = drawn.iter().map(|one| hex::encode(&one.ticket)).collect();
    assert_eq!(
        (names, tickets),
        (NAMES.to_vec(), TICKETS.map(String::from).to_vec())
    );
    // The order of the pool plays no part; how many are drawn, the round and the randomness do.
    let turned = pool("a\nb\nc\n", Method::HashRank);
    let again = rank(&made, &turned, &[9; 32], &Deaf);
    assert!(
        drawn
            .iter()
            .map(|one| &one.ticket)
            .eq(again.iter().map(|one| &one.ticket))
    );
    let mut others = vec![seed(&made, &[10; 32])];
    others.push(seed(&commit(&entries, Method::HashRank, 1), &[9; 32]));
    others.push(seed(
        &Commit {
            round: 1001,
            ..made.clone()
        },
        &[9; 32],
    ));
    others.push(seed(
        &Commit {
            chain: [8; 32],
            ..made
        },
        &[9; 32],
    ));
    assert!(others.iter().all(|other| hex::encode(other) != SEED));
}

#[test]
fn every_entry_has_the_same_chance() {
    let entries: String = (0..10).flat_map(|i| [i.to_string(), "\n".into()]).collect();
    for method in Method::ALL {
        let entries = pool(&entries, method);
        let made = commit(&entries, method, 1);
        let mut counts = [0u32; 10];
        for i in 0..2000u32 {
            let mut randomness = [0; 32];
            randomness[..4].copy_from_slice(&i.to_be_bytes());
            counts[rank(&made, &entries, &randomness, &Deaf)[0].place] += 1;
        }
        // 200 each; the spread of one is about 13.
        assert!(
            counts.iter().all(|count| (130..270).contains(count)),
            "{counts:?}"
        );
    }
}

const SEED: &str = "ab3b42e73b9aa6793b532ad6227e355d5fc0fc73c4fe92106af21f85e3093e30";
const NAMES: [&str; 2] = ["a", "c"];
const TICKETS: [&str; 2] = [
    "1e7a2ee556e1ba405c180f92fcfc97a9233abc7f3845b90c3d8dc5057116e9ed",
    "317511bd4f775f75dc3bf6ecfce503d8f6fbdd7b75d8a3d91e165fcf2df38711",
];
