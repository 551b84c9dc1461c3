//! Tests of the file above.

use super::*;
use crate::crdt::document::tests::{merged, refused};
use crate::crdt::samples;
use proptest::prelude::*;

fn text(state: &Seq) -> String {
    state.shown().values.concat()
}

fn letters(text: &str) -> impl Iterator<Item = String> {
    text.chars().map(String::from)
}

/// The paper's own example (section 1): what two type at one place is not mixed up, forwards or
/// backwards.
#[test]
fn nothing_interleaves() {
    let mut start = Seq::default();
    start.insert("s", 0, letters("shopping")).unwrap();
    let (mut a, mut b) = (start.clone(), start);
    for (i, letter) in letters(" milk").enumerate() {
        a.insert("a", 8 + i, [letter]).unwrap();
    }
    // Backwards: each letter before the one typed last.
    for letter in letters("sgge ") {
        b.insert("b", 8, [letter]).unwrap();
    }
    a.merge(&b).unwrap();
    assert!(
        ["shopping milk eggs", "shopping eggs milk"].contains(&text(&a).as_str()),
        "{}",
        text(&a)
    );
}

#[test]
fn operations_make_the_same_state() {
    let mut state = Seq::default();
    let mut log = state.insert("a", 0, letters("ac")).unwrap();
    log.extend(state.insert("b", 1, letters("b")).unwrap());
    log.extend(state.delete("a", 0, 1).unwrap());
    let mut lines: Vec<String> = log.iter().map(|(dot, op)| op_line(dot, op)).collect();
    lines.push(lines[0].clone());
    lines.reverse();
    assert_eq!(merged::<Seq>(&[&lines.concat()]).expect("folded"), state);
    assert_eq!(text(&state), "bc");
}

#[test]
fn wrong_ones_are_refused_by_place() {
    refused::<Seq>(&[
        (
            "hello\n",
            "line 1, column 1: wanted a state as JSON, found 1 fields",
        ),
        (
            "{\"seen\":{},\"items\":[{\"replica\":\"a\",\"seq\":1}]}",
            "line 1, column 21: wanted only items that are seen, found one that is not",
        ),
        (
            "{\"seen\":{\"a\":1},\"items\":[{\"replica\":\"a\",\"seq\":1,\"parent\":[\"a\",1]}]}",
            "line 1, column 26: wanted an item beside another, found beside itself",
        ),
        (
            "{\"replica\":\"a\",\"seq\":1,\"insert\":\"x\",\"side\":\"left\"}",
            "line 1, column 1: wanted left or right of an item, found \"left\"",
        ),
        (
            "{\"replica\":\"a\",\"seq\":1}",
            "line 1, column 1: wanted \"insert\" or \"delete\", found neither",
        ),
    ]);
    let one = "{\"seen\":{\"a\":1},\"items\":[{\"replica\":\"a\",\"seq\":1,\"value\":\"x\"}]}";
    let other = one.replace('x', "y");
    let error = merged::<Seq>(&[one, &other]).expect_err("two");
    assert_eq!(
        error,
        "line 1, column 1: wanted event 1 of \"a\" for one item, found it for two"
    );
}

proptest! {
    /// Edits at one replica do what they would do to a plain list.
    #[test]
    fn edits_are_those_of_a_list(edits in proptest::collection::vec((any::<bool>(), 0usize..9, samples::text("abc", 1..4)), 1..30)) {
        let (mut state, mut plain) = (Seq::default(), Vec::<String>::new());
        for (insert, at, values) in edits {
            if insert {
                let at = at.min(plain.len());
                state.insert("a", at, letters(&values)).unwrap();
                plain.splice(at..at, letters(&values));
            } else {
                let n = values.len().min(plain.len().saturating_sub(at));
                state.delete("a", at.min(plain.len()), n).unwrap();
                plain.drain(at.min(plain.len())..at.min(plain.len()) + n);
            }
            prop_assert_eq!(state.shown().values, plain.clone());
        }
    }
}

#[test]
fn parents_in_a_circle_are_refused() {
    let item = |seq: u64, parent: u64| {
        format!("{{\"replica\":\"a\",\"seq\":{seq},\"parent\":[\"a\",{parent}],\"value\":\"x\"}}")
    };
    let state =
        |items: &[String]| format!("{{\"seen\":{{\"a\":9}},\"items\":[{}]}}", items.join(","));
    let refused = |texts: &[&str]| merged::<Seq>(texts).expect_err("a circle");
    let words = "wanted items beside others, in no circle, found event";
    let both = state(&[item(1, 2), item(2, 1)]);
    assert_eq!(
        refused(&["{\"seen\":{},\"items\":[]}", &both]),
        format!("line 1, column 1: {words} 1 of \"a\" beside itself")
    );
    // Neither of two states goes round by itself; one that hangs on a circle does not hide it.
    let (one, other) = (
        state(&[item(1, 3), item(3, 2)]),
        state(&[item(2, 3), item(4, 9)]),
    );
    assert!(merged::<Seq>(&[&one]).is_ok() && merged::<Seq>(&[&other]).is_ok());
    assert_eq!(
        refused(&[&one, &other]),
        format!("{words} 3 of \"a\" beside itself")
    );
    let log = [item(2, 1), item(1, 2)].map(|line| line.replace("value", "insert"));
    assert_eq!(
        refused(&[&log.join("\n")]),
        format!("{words} 1 of \"a\" beside itself")
    );
    // Long chains, in either direction, are none.
    let up: Vec<String> = (2..5000).map(|seq| item(seq, seq - 1)).collect();
    let down: Vec<String> = (1..5000).map(|seq| item(seq, seq + 1)).collect();
    for items in [up, down] {
        let text = state(&items).replace("{\"a\":9}", "{\"a\":5000}");
        assert!(merged::<Seq>(&[&text]).is_ok());
    }
}
