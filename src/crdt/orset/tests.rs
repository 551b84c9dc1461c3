//! Tests of the file above.

use super::*;
use crate::crdt::document::tests::{merged, refused};

fn elements(texts: &[&str]) -> Vec<String> {
    let state = merged::<OrSet>(texts).expect("merged");
    state.elements().map(String::from).collect()
}

#[test]
fn every_shape_is_read() {
    for text in [
        r#"{"seen":{"a":2,"b":1},"elements":{"x":[["a",2]],"y":[["b",1]]}}"#,
        // As crdts 7.3.2 writes its Orswot.
        r#"{"clock":{"dots":{"a":2,"b":1}},"entries":{"x":{"dots":{"a":2}},"y":{"dots":{"b":1}}},"deferred":{}}"#,
        r#"{"originReplica":"a","elementsMap":{"x":{"a":2},"y":{"b":1}},"vvector":{"a":2,"b":1}}"#,
        "{\"element\":\"x\",\"replica\":\"a\",\"seq\":2}\n{\"element\":\"y\",\"replica\":\"b\",\"seq\":1}",
        "x\ta\t2\ny\tb\t1\n",
        r#"{"replica":"a","seq":1,"add":"z"}{"replica":"a","seq":2,"add":"x"}{"replica":"b","seq":1,"add":"y"}{"replica":"b","seq":2,"remove":"z","events":[["a",1]]}"#,
    ] {
        assert_eq!(elements(&[text]), ["x", "y"], "{text}");
    }
}

/// What Riak calls the anomalies of a set: `basho/riak_dt`, issue 78 and its tests.
#[test]
fn adding_wins_over_removing_what_was_seen() {
    let mut a = OrSet::default();
    a.add("a", "x").unwrap();
    let mut b = a.clone();
    b.add("b", "x").unwrap();
    a.remove("x");
    a.merge(&b).unwrap();
    assert_eq!(
        a.to_string(),
        "{\"seen\":{\"a\":1,\"b\":1},\"elements\":{\"x\":[[\"b\",1]]}}\n"
    );
    // Removed everywhere, it does not come back with an old state.
    let old = b.clone();
    a.remove("x");
    a.merge(&old).unwrap();
    assert_eq!(a.elements().count(), 0);
}

#[test]
fn removals_wait_for_what_they_remove() {
    let waiting = r#"{"clock":{"dots":{}},"entries":{},"deferred":[[{"dots":{"a":1}},["x"]]]}"#;
    let added = r#"{"seen":{"a":2},"elements":{"x":[["a",1]],"y":[["a",2]]}}"#;
    assert_eq!(elements(&[waiting, added]), ["y"]);
    assert_eq!(elements(&[added, waiting]), ["y"]);
    let state = merged::<OrSet>(&[waiting]).expect("read");
    assert_eq!(
        state.to_string(),
        "{\"seen\":{},\"elements\":{},\"deferred\":[[\"x\",{\"a\":1}]]}\n"
    );
}

#[test]
fn a_delta_carries_what_was_added_and_what_was_removed() {
    let mut old = OrSet::default();
    for element in ["x", "y", "z"] {
        old.add("a", element).unwrap();
    }
    let mut new = old.clone();
    new.remove("y");
    new.add("b", "w").unwrap();
    let delta = new.checked_delta(&old).expect("newer");
    assert_eq!(
        delta.to_string(),
        "{\"seen\":{\"b\":1},\"beyond\":[[\"a\",2,2]],\"elements\":{\"w\":[[\"b\",1]]}}\n"
    );
    assert_eq!(delta.merged(&old).expect("merged"), new);
    let error = old.checked_delta(&new).expect_err("older").to_string();
    assert!(
        error.contains("found one that lacks {\"seen\":{\"b\":1},"),
        "{error}"
    );
}

#[test]
fn wrong_ones_are_refused_by_place() {
    refused::<OrSet>(&[
        (
            "{\"seen\":{\"a\":1},\"elements\":{\"x\":[[\"a\",1]],\n\"y\":[[\"a\",1]]}}",
            "line 2, column 6: wanted event 1 of \"a\" for one element, found it for \"x\" and for \"y\"",
        ),
        (
            "{\"seen\":{},\"elements\":{\"x\":[[\"a\",1]]}}",
            "line 1, column 1: wanted only events that are seen, found event 1 of \"a\", which is not",
        ),
        (
            "{\"seen\":{\"a\":-1},\"elements\":{}}",
            "line 1, column 14: wanted a natural number, found a negative number",
        ),
        (
            "{\"seen\":{\"a\":1},\"elements\":{\"x\":[[\"a\",0]]}}",
            "line 1, column 39: wanted a number from 1 on, found 0",
        ),
        (
            "{\"seen\":{},\"elements\":{\"x\":[],\"x\":[]}}",
            "line 1, column 31: wanted each key once, found \"x\" twice",
        ),
        (
            "{\"elements\":{}}",
            "line 1, column 1: wanted \"seen\" in this object, found none",
        ),
        (
            "x\ta\n",
            "line 1, column 1: wanted an element, a tab, a replica, a tab, the number of its event, found 2 fields",
        ),
    ]);
    let one = r#"{"seen":{"a":1},"elements":{"x":[["a",1]]}}"#;
    let error = merged::<OrSet>(&[one, &one.replace('x', "y")]).expect_err("twice");
    assert!(
        error.starts_with("line 1, column 1: wanted event 1 of \"a\" for one element"),
        "{error}"
    );
}

#[test]
fn rows_in_any_order_make_the_ranges_that_they_fill() {
    let row = |n: u64| format!("e{n}\ta\t{n}\n");
    let even: String = (1..=300).filter(|n| n % 2 == 0).map(row).collect();
    let odd: String = (1..=300).rev().filter(|n| n % 2 == 1).map(row).collect();
    let holes = merged::<OrSet>(&[&even]).expect("rows");
    assert_eq!(holes.seen.gaps().len(), 150);
    let all = merged::<OrSet>(&[&even, &odd]).expect("rows");
    assert_eq!(all, merged::<OrSet>(&[&odd, &even]).expect("rows"));
    assert!(
        all.to_string()
            .starts_with("{\"seen\":{\"a\":300},\"elements\"")
    );
    assert_eq!(all.elements().count(), 300);
}

#[test]
fn a_merge_looks_only_at_what_the_other_has_seen() {
    // What one has seen and has no more goes; what it has not seen stays, holes apart.
    let row = |n: u64| format!("e{n}\ta\t{n}\n");
    let rows: String = (1..=40).map(row).collect();
    let seen = r#"{"seen":{"a":5},"beyond":[["a",9,9],["a",38,60]],"elements":{"e2":[["a",2]],"e50":[["a",50]]}}"#;
    let state = merged::<OrSet>(&[&rows, seen]).expect("merged");
    assert_eq!(state, merged::<OrSet>(&[seen, &rows]).expect("merged"));
    let left: Vec<u64> = state.added.keys().map(|dot| dot.seq).collect();
    let wanted = (6..=37).filter(|n| *n != 9);
    let wanted: Vec<u64> = std::iter::once(2).chain(wanted).chain([50]).collect();
    assert_eq!(left, wanted);
}

#[test]
fn removals_that_say_the_same_stay_once() {
    let waiting = |clock: &str| {
        format!("{{\"seen\":{{}},\"elements\":{{}},\"deferred\":[[\"x\",{{{clock}}}]]}}")
    };
    let (one, more) = (waiting("\"a\":1"), waiting("\"a\":1,\"b\":0"));
    let state = merged::<OrSet>(&[&one, &more]).expect("merged");
    assert_eq!(state.to_string(), waiting("\"a\":1") + "\n");
    let wide = waiting("\"a\":2,\"b\":1");
    let state = merged::<OrSet>(&[&one, &wide, &more]).expect("merged");
    assert_eq!(state.to_string(), wide + "\n");
}
