//! Tests of the file above.

use super::*;
use crate::crdt::samples::{plain, text};
use proptest::prelude::*;

/// The name of a replica: a usual one, or any.
fn id() -> impl Strategy<Value = String> {
    let usual = text("0123456789", 1..5).prop_map(|digits| format!("node{digits}"));
    prop_oneof![usual, text(&(plain() + "\"\\é\0"), 0..41)]
}

fn all(text: &str, chunk: usize, sorted: bool) -> Result<(Vec<(String, String)>, Filled)> {
    let source = Source::from_bytes(text.as_bytes());
    let mut reader = Reader::new(&source, Halves::One, chunk, sorted);
    let (mut batch, mut found) = (Batch::default(), Vec::new());
    loop {
        let filled = reader.fill(&mut batch)?;
        if filled != Filled::Some {
            return Ok((found, filled));
        }
        let words = |(id, count): (&[u8], &Count)| {
            (
                String::from_utf8(id.to_vec()).expect("UTF-8"),
                count.to_string(),
            )
        };
        found.extend(batch.iter().map(words));
    }
}

/// Texts, and the entries in them; `!` where one is refused.
const SHAPES: &[(&str, &str)] = &[
    (r#"{"a":1,"b":2}"#, "a=1 b=2"),
    ("{ \"a\" : 1 ,\n \"b\":\t2 }\n", "a=1 b=2"),
    (r#"{"a": 1, "b": 2}"#, "a=1 b=2"),
    (r"{}", ""),
    ("[]", ""),
    ("[3,0,1]", "0=3 1=0 2=1"),
    // As crdts 7.3.2 writes its GCounter and its VClock.
    (r#"{"inner":{"dots":{"a":1,"b":2}}}"#, "a=1 b=2"),
    (r#"{"dots":{"a":1}}"#, "a=1"),
    (r#"{"state":{"a":1}}"#, "a=1"),
    (r#"{"state":7,"inner":8}"#, "state=7 inner=8"),
    ("{\"a\":1}\n{\"a\":2,\"b\":1}\n", "a=1 a=2 b=1"),
    (r#"[{"a":1},[4,5],{}]"#, "a=1 0=4 1=5"),
    (
        "{\"replica\":\"a\",\"count\":4}\n{\"count\":5,\"replica\":\"b\"}",
        "a=4 b=5",
    ),
    (r#"{"replica":3,"count":4,"z":1}"#, "replica=3 count=4 z=1"),
    (r#"{"replica":3,"z":{"y":2}}"#, "!"),
    ("a\t1\nb\t2\n", "a=1 b=2"),
    ("a b\\\t1\né\t22", "a b\\=1 é=22"),
    (
        r#"{"\u0061\n":18446744073709551616}"#,
        "a\n=18446744073709551616",
    ),
];

#[test]
fn every_shape_is_read() {
    for (text, entries) in SHAPES {
        for chunk in [1, 7, 1 << 16] {
            let found = all(text, chunk, false).map(|(found, _)| {
                let words: Vec<_> = found.iter().map(|(id, n)| format!("{id}={n}")).collect();
                words.join(" ")
            });
            assert_eq!(found.unwrap_or("!".into()), *entries, "{text}");
        }
    }
}

/// Texts that are refused, and the error.
const WRONG: &[(&str, &str)] = &[
    ("", "line 1, column 1: wanted a state, found the end"),
    (" \n", "line 2, column 1: wanted a state, found the end"),
    (
        "{\"a\":1,\n\"b\":-2}",
        "line 2, column 5: wanted a natural number, found a negative number",
    ),
    (
        "{\"a\":1.5}",
        "line 1, column 6: wanted a natural number, found a fraction",
    ),
    (
        "{\"a\":null}",
        "line 1, column 6: wanted a natural number, found null",
    ),
    (
        "{\"a\":true}",
        "line 1, column 6: wanted a natural number, found a boolean",
    ),
    (
        "{\"a\":\"1\"}",
        "line 1, column 6: wanted a natural number, found a string",
    ),
    (
        "{\"a\":1,\"a\":2}",
        "line 1, column 8: wanted each replica once, found \"a\" twice",
    ),
    (
        "{\"a\":1,\"\\u0061\":2}",
        "line 1, column 8: wanted each replica once, found \"a\" twice",
    ),
    (
        "{\"a\":1",
        "line 1, column 7: wanted ',' or '}', found the end",
    ),
    ("{\"a\":1}}", "line 1, column 8: wanted a state, found '}'"),
    (
        "{\"a\":1,}",
        "line 1, column 8: wanted a replica's id in quotes, found '}'",
    ),
    (
        "{a:1}",
        "line 1, column 2: wanted a replica's id in quotes, found 'a'",
    ),
    (
        "[1,]",
        "line 1, column 4: wanted a natural number, found ']'",
    ),
    ("[1 2]", "line 1, column 4: wanted ',' or ']', found '2'"),
    (
        "[[[1]]]",
        "line 1, column 3: wanted a natural number, found an array",
    ),
    (
        "47",
        "line 1, column 1: wanted an id, a tab and a count, found no tab",
    ),
    (
        "a\t1\nb\t\n",
        "line 2, column 3: wanted a natural number, found none",
    ),
    (
        "a\t1 \n",
        "line 1, column 4: wanted the end of the line, found byte 0x20",
    ),
    (
        "a\t1\na\t2\n",
        "line 2, column 1: wanted each replica once, found \"a\" twice",
    ),
    (
        "{\"replica\":\"a\",\"seq\":1,\"add\":1}{\"a\":1}",
        "line 1, column 33: wanted states or operations, found object among operations",
    ),
    (
        "{\"replica\":\"a\",\"seq\":0,\"add\":1}",
        "line 1, column 2: wanted \"replica\" with \"count\", or with \"seq\" from 1 on and \"add\", found another row",
    ),
];

#[test]
fn wrong_ones_are_refused_by_line_and_column() {
    for (text, error) in WRONG {
        for chunk in [1, 1 << 16] {
            let found = all(text, chunk, true).map_err(|e| e.to_string());
            assert_eq!(&found.expect_err(text), error);
        }
    }
}

#[test]
fn order_is_watched_where_it_is_asked_for() {
    let sorted = |text| all(text, 64, true).expect("read").1;
    assert_eq!(sorted(r#"{"a":1,"ab":1,"b":2}"#), Filled::End);
    assert_eq!(sorted(r#"{"a":1}{"a":1,"b":2}{"b":1}"#), Filled::End);
    assert_eq!(sorted(r#"{"b":1,"a":1}"#), Filled::Unsorted);
    assert_eq!(sorted(r#"{"b":1}{"a":1}"#), Filled::Unsorted);
    assert_eq!(sorted("b\t1\na\t1\n"), Filled::Unsorted);
    assert_eq!(sorted("[1,2,3,4,5,6,7,8,9,10,11]"), Filled::Unsorted);
}

proptest! {
    /// The short ways for compact text say the same as reading letter by letter.
    #[test]
    fn long_texts_are_read_as_short_ones(
        mut entries in proptest::collection::vec((id(), 0u64..2_000_000_000), 1..80),
        order in 0..3,
        spaces in 0..3usize,
    ) {
        if order < 2 {
            entries.sort();
        }
        if order == 0 {
            entries.dedup_by(|a, b| a.0 == b.0);
        }
        let (colon, comma) = [(":", ","), (": ", ", "), (":", ",\n")][spaces];
        let member = |(id, count): &(String, u64)| format!("{}{colon}{count}", serde_json::Value::from(&**id));
        let object = format!("{{{}}}", entries.iter().map(member).collect::<Vec<_>>().join(comma));
        let line = |(id, count): &(String, u64)| format!("{}\t{count}\n", id.replace(['{', '[', ' '], "x"));
        let lines: String = entries.iter().map(line).collect();
        for text in [object, lines] {
            for sorted in [true, false] {
                let slow = all(&text, 1, sorted).map_err(|e| e.to_string());
                prop_assert_eq!(all(&text, 1 << 16, sorted).map_err(|e| e.to_string()), slow);
            }
        }
    }
}
