//! Tests of the file above.

use super::*;
use crate::crdt::document::tests::{merged, refused};

#[test]
fn ties_go_to_the_replica_then_to_the_bytes() {
    for (one, other, winner) in [
        ("7\ta\tz", "8\ta\ta", "8\ta\ta"),
        ("7\ta\tz", "7\tb\ta", "7\tb\ta"),
        ("7\ta\té", "7\ta\tz", "7\ta\té"),
        ("-7\ta\tz", "-8\tb\ta", "-7\ta\tz"),
        (
            "99999999999999999999999\ta\tz",
            "1\tb\ta",
            "99999999999999999999999\ta\tz",
        ),
    ] {
        let wanted = merged::<Register>(&[winner]);
        assert_eq!(merged(&[one, other]), wanted);
        assert_eq!(merged(&[other, one]), wanted);
    }
}

#[test]
fn every_shape_is_read() {
    for text in [
        r#"{"at":7,"replica":"a","value":"x"}"#,
        r#"{"node":"a","value":"x","timestamp":7}"#,
        r#"[{"at":7,"replica":"a","value":"x"},{},{"at":6,"replica":"b","value":"y"}]"#,
        r#"{"replica":"a","seq":1,"at":7,"value":"x"}"#,
        "6\tb\ty\n7\ta\tx\n",
    ] {
        let state = merged::<Register>(&[text]).expect(text);
        assert_eq!(
            state.to_string(),
            "{\"at\":7,\"replica\":\"a\",\"value\":\"x\"}\n"
        );
    }
    // As crdts 7.3.2 writes them.
    let last = merged::<Register>(&[r#"{"val":"x","marker":7}"#]).expect("read");
    assert_eq!(
        last.to_string(),
        "{\"at\":7,\"replica\":\"\",\"value\":\"x\"}\n"
    );
    for text in [
        r#"{"vals":[[{"dots":{"a":1}},"x"],[{"dots":{"b":1}},"y"]]}"#,
        r#"{"values":[{"value":"y","clock":{"b":1}},{"clock":{"a":1},"value":"x"}]}"#,
        r#"{"replica":"a","seq":1,"seen":{},"value":"x"}{"replica":"b","seq":1,"seen":{},"value":"y"}"#,
    ] {
        let state = merged::<Register>(&[text]).expect(text);
        assert_eq!(state.values(), ["x", "y"]);
        let over = r#"{"values":[{"clock":{"a":1,"b":2},"value":"z"}]}"#;
        assert_eq!(
            merged::<Register>(&[over, text]).expect("merged").values(),
            ["z"]
        );
    }
}

#[test]
fn wrong_ones_are_refused_by_place() {
    refused::<Register>(&[
        (
            "{\"at\":1.5,\"replica\":\"a\",\"value\":\"x\"}",
            "line 1, column 7: wanted a whole number, found a fraction",
        ),
        (
            "{\"at\":1,\"replica\":\"a\",\"value\":5}",
            "line 1, column 31: wanted a value in quotes, found a number",
        ),
        (
            "{\"at\":1,\"value\":\"x\"}",
            "line 1, column 1: wanted \"replica\" in this object, found none",
        ),
        (
            "{\"values\":[{\"clock\":{},\"value\":\"x\"}]}",
            "line 1, column 21: wanted a clock with the write itself, found an empty one",
        ),
        (
            "{\"values\":[{\"clock\":{\"a\":1},\"value\":\"x\"},\n{\"clock\":{\"a\":1},\"value\":\"y\"}]}",
            "line 2, column 1: wanted one value by clock {\"a\":1}, found \"x\" and \"y\"",
        ),
        (
            "{\"at\":1,\"replica\":\"a\",\"value\":\"x\"}\n{\"values\":[{\"clock\":{\"a\":1},\"value\":\"x\"}]}",
            "line 2, column 1: wanted a register of the last write, as before, found a multi-value one",
        ),
        (
            "1\ta\n",
            "line 1, column 1: wanted a time, a tab, a replica, a tab, a value, found 2 fields",
        ),
    ]);
}

#[test]
fn what_was_overwritten_goes_in_any_order() {
    let value = |clock: &str, value: &str| {
        format!("{{\"values\":[{{\"clock\":{{{clock}}},\"value\":\"{value}\"}}]}}")
    };
    let all = [
        value("\"a\":1", "first"),
        value("\"a\":1,\"b\":1", "over a"),
        value("\"a\":1,\"b\":1,\"c\":1", "over b"),
        value("\"a\":2", "beside both"),
        value("\"d\":1", "alone"),
    ];
    for turn in 0..all.len() {
        let mut texts: Vec<&str> = all.iter().map(String::as_str).collect();
        texts.rotate_left(turn);
        let state = merged::<Register>(&texts).expect("merged");
        assert_eq!(state.values(), ["over b", "beside both", "alone"]);
        texts.reverse();
        assert_eq!(merged::<Register>(&texts).expect("merged"), state);
    }
}
