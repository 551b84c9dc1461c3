//! Tests of the reader and the writer of bencode.

use super::*;
use crate::error::Slug;

fn refused(bytes: &[u8]) -> (Slug, Place) {
    let error = Document::parse(bytes).expect_err("refused");
    (error.slug, error.place)
}

/// Every kind of malformed input, with the byte that is named.
#[test]
fn malformed_kinds_are_named_by_their_byte() {
    let cases: [(&[u8], u64); 34] = [
        (b"", 0),
        (b"x", 0),
        (b"e", 0),
        (b"-1:a", 0),
        (b"i", 1),
        (b"ie", 0),
        (b"i-e", 0),
        (b"i-0e", 0),
        (b"i05e", 0),
        (b"i-05e", 0),
        (b"i+5e", 1),
        (b"i 5e", 1),
        (b"i5", 2),
        (b"i5.0e", 2),
        (b"i1-2e", 0),
        (b"i9223372036854775808e", 0),
        (b"i-9223372036854775809e", 0),
        (b"i99999999999999999999999e", 0),
        (b"1", 1),
        (b"4:spa", 0),
        (b"04:spam", 0),
        (b"00:", 0),
        (b"99999999999999999999999:a", 0),
        (b"9223372036854775807:a", 0),
        (b"l", 1),
        (b"li1e", 4),
        (b"d", 1),
        (b"d1:a", 4),
        (b"d1:ae", 4),
        (b"di1ei2ee", 1),
        (b"dlei2ee", 1),
        (b"i1ei2e", 3),
        (b"d1:ai1ee\n", 8),
        (b"leX", 2),
    ];
    for (bytes, at) in cases {
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(refused(bytes), (slug::BENCODE, Place::Byte(at)), "{shown}");
    }
}

#[test]
fn a_key_stands_once() {
    for (bytes, at) in [
        (&b"d1:ai1e1:ai2ee"[..], 7),
        (b"d1:bi1e1:ai2e1:bi3ee", 13),
        (b"d1:b1:a1:a1:b1:a1:ce", 13),
        (b"ld0:0:0:0:ee", 6),
    ] {
        assert_eq!(refused(bytes), (slug::DUPLICATE_KEY, Place::Byte(at)));
    }
    // A value that looks like the key is none.
    assert!(Document::parse(b"d1:b1:a1:a1:be").is_ok());
}

#[test]
fn depth_is_bounded_at_once() {
    let nested = |depth: usize| [vec![b'l'; depth], vec![b'e'; depth]].concat();
    assert!(Document::parse(&nested(100)).is_ok());
    assert_eq!(refused(&nested(101)), (slug::BENCODE, Place::Byte(100)));
    assert_eq!(
        refused(&vec![b'l'; 5_000_000]),
        (slug::BENCODE, Place::Byte(100))
    );
    let dicts = b"d1:a".repeat(200);
    assert_eq!(refused(&dicts), (slug::BENCODE, Place::Byte(400)));
}

#[test]
fn values_and_spans() {
    let bytes = b"d1:ali1e2:bcd1:xleee1:zi-9223372036854775808ee";
    let document = Document::parse(bytes).unwrap();
    let root = document.root().dict().unwrap();
    let list = root.get(b"a").unwrap();
    assert_eq!(list.raw(), b"li1e2:bcd1:xleee");
    let inner: Vec<_> = list.list().unwrap().iter().map(Item::raw).collect();
    assert_eq!(inner, [&b"i1e"[..], b"2:bc", b"d1:xlee"]);
    assert_eq!(root.get(b"z").unwrap().int(), Ok(i64::MIN));
    assert!(root.get(b"b").is_none());
    let error = list.int().expect_err("a list");
    assert_eq!(error.place, Place::Byte(4));
    assert_eq!(error.to_string(), "byte 4: wanted an integer, found a list");
}

#[test]
fn unsorted_keys_are_told() {
    let bytes = b"d1:ci1e1:bd1:zi0e1:yi0ee1:di2ee";
    let document = Document::parse(bytes).unwrap();
    let root = document.root().dict().unwrap();
    assert_eq!(root.unsorted().unwrap().key(), b"b");
    let inner = root.get(b"b").unwrap().dict().unwrap();
    assert_eq!(inner.unsorted().unwrap().key(), b"y");
    let document = Document::parse(b"d1:ad1:zi0e1:yi0ee1:bi2ee").unwrap();
    assert!(document.root().dict().unwrap().unsorted().is_none());
    assert_eq!(document.unsorted().count(), 1);
}

/// What is read can be written again, and is the same.
fn again(item: Item<'_>) -> Value<'_> {
    match item.kind() {
        Kind::Int(number) => Value::Int(number),
        Kind::Bytes(bytes) => Value::bytes(bytes),
        Kind::List(list) => Value::list(list.iter().map(again)),
        Kind::Dict(dict) => Value::dict(dict.iter().map(|(key, value)| (key.key(), again(value)))),
    }
}

proptest::proptest! {
    #[test]
    fn whatever_is_read_is_canonical_or_unsorted(bytes in proptest::collection::vec(
        proptest::sample::select(&b"dlie0123:-a"[..]), 0..40)) {
        if let Ok(document) = Document::parse(&bytes)
            && document.unsorted().next().is_none()
        {
            assert_eq!(again(document.root()).encode(), bytes);
        }
    }
}
