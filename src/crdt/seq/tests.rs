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
