//! Every fault by hand, with its line and the clock that is expected. Four of these pass `ShiViz`
//! unseen: intransitive references, regressions, cycles, and references to the future.

use decent::clock::log::Log;
use decent::clock::read::{Format, read};
use decent::clock::verify::{Fault, verify};
use decent::watch::Deaf;

/// The faults of a log of lines `HOST {CLOCK}`: line, fault, expected clock.
fn faults(lines: &[&str]) -> Vec<(u32, Fault, String)> {
    let text = lines.join(" says\n") + " says\n";
    let mut log = Log::default();
    read(text.as_bytes().into(), &Format::Any, &mut log, &Deaf).unwrap();
    let mut found = Vec::new();
    verify(&mut log, 100, &Deaf, &mut |log, finding| {
        let expected = finding
            .expected
            .map_or(String::new(), |clock| clock.to_string());
        found.push((log.line(finding.event), finding.fault, expected));
    })
    .unwrap();
    found.sort();
    found
}

fn one(lines: &[&str]) -> (u32, Fault, String) {
    let mut all = faults(lines);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn gap() {
    let found = one(&[r#"a {"a":1}"#, r#"a {"a":3}"#]);
    assert_eq!(found, (2, Fault::Gap, r#"{"a":2}"#.into()));
    let found = one(&[r#"a {"a":2}"#]);
    assert_eq!(found, (1, Fault::Gap, r#"{"a":1}"#.into()));
}

#[test]
fn duplicate() {
    let found = one(&[r#"a {"a":1}"#, r#"b {"b":1}"#, r#"a {"a":1}"#]);
    assert_eq!(found, (3, Fault::Duplicate, r#"{"a":2}"#.into()));
}

#[test]
fn own_entry() {
    let found = one(&[r#"a {"a":1}"#, r#"b {"a":1}"#]);
    assert_eq!(found, (2, Fault::OwnEntry, r#"{"a":1,"b":1}"#.into()));
    let found = one(&[r#"a {"a":1}"#, r#"a {"a":0}"#]);
    assert_eq!(found, (2, Fault::OwnEntry, r#"{"a":2}"#.into()));
}

#[test]
fn unknown_host_and_event() {
    let found = one(&[r#"a {"a":1,"z":1}"#]);
    assert_eq!(found, (1, Fault::UnknownHost, r#"{"a":1}"#.into()));
    let found = one(&[r#"a {"a":1,"b":9}"#, r#"b {"b":1}"#]);
    assert_eq!(found, (1, Fault::UnknownEvent, r#"{"a":1}"#.into()));
}

#[test]
fn regression_which_shiviz_accepts() {
    let found = one(&[r#"b {"b":1}"#, r#"a {"a":1,"b":1}"#, r#"a {"a":2}"#]);
    assert_eq!(found, (3, Fault::Regression, r#"{"a":2,"b":1}"#.into()));
}

#[test]
fn intransitive_which_shiviz_accepts() {
    let found = one(&[r#"a {"a":1}"#, r#"b {"a":1,"b":1}"#, r#"c {"b":1,"c":1}"#]);
    assert_eq!(
        found,
        (3, Fault::Intransitive, r#"{"a":1,"b":1,"c":1}"#.into())
    );
}

#[test]
fn cycle_which_shiviz_accepts() {
    let found = faults(&[r#"a {"a":1,"b":1}"#, r#"b {"a":1,"b":1}"#]);
    let expected = [
        (1, Fault::Cycle, r#"{"a":1}"#.to_owned()),
        (2, Fault::Cycle, r#"{"b":1}"#.to_owned()),
    ];
    assert_eq!(found, expected);
}

#[test]
fn future_which_shiviz_accepts() {
    // a:1 names b:1, which knows of a:2.
    let found = faults(&[
        r#"a {"a":1,"b":1}"#,
        r#"b {"a":2,"b":1}"#,
        r#"a {"a":2,"b":1}"#,
    ]);
    assert_eq!(found[0], (1, Fault::Future, r#"{"a":1}"#.into()));
    assert!(
        found[1..]
            .iter()
            .all(|(line, fault, _)| *line > 1 && *fault == Fault::Cycle),
        "{found:?}"
    );
}

#[test]
fn a_long_cycle_is_found_behind_intransitive_references() {
    let found = faults(&[
        r#"a {"a":1,"b":1}"#,
        r#"b {"b":1,"c":1}"#,
        r#"c {"c":1,"a":1}"#,
    ]);
    let kinds: Vec<Fault> = found.iter().map(|(_, fault, _)| *fault).collect();
    assert_eq!(
        kinds
            .iter()
            .filter(|kind| **kind == Fault::Intransitive)
            .count(),
        3
    );
    assert_eq!(
        kinds.iter().filter(|kind| **kind == Fault::Cycle).count(),
        1
    );
}

#[test]
fn only_the_root_of_a_fault_is_told() {
    // c forgets a:1; d, who hears of c, can't know better.
    let lines = [
        r#"a {"a":1}"#,
        r#"b {"a":1,"b":1}"#,
        r#"c {"b":1,"c":1}"#,
        r#"d {"b":1,"c":1,"d":1}"#,
    ];
    assert_eq!(one(&lines).0, 3);
}
