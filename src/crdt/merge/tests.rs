//! Tests of the file above.
#![allow(
    clippy::format_collect,
    clippy::needless_for_each,
    reason = "speed is no matter here"
)]

use super::*;
use crate::crdt::gcounter::GCounter;
use crate::crdt::samples;
use crate::crdt::state::State;
use crate::spool::nameless;
use crate::watch::Deaf;
use proptest::prelude::*;

fn how(memory: u64, file: &dyn Fn() -> std::io::Result<std::fs::File>) -> How<'_> {
    How {
        halves: Halves::One,
        room: Room { memory, file },
    }
}

fn merged(texts: &[String], memory: u64) -> Result<(String, Told)> {
    let sources: Vec<_> = texts
        .iter()
        .map(|t| Source::from_bytes(t.as_bytes()))
        .collect();
    let mut out = Vec::new();
    let told = merge(&sources, how(memory, &nameless), &Deaf, &mut |bytes| {
        out.extend_from_slice(bytes);
        Ok(())
    })?;
    Ok((String::from_utf8(out).expect("UTF-8"), told))
}

fn of(texts: &[&str]) -> Result<(String, Told)> {
    merged(
        &texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>(),
        1 << 20,
    )
}

#[test]
fn the_greatest_counts_win_whatever_the_shapes() {
    let (out, told) = of(&[
        r#"{"b":1,"a":5}"#,
        "a\t4\nc\t18446744073709551616\n",
        r#"{"inner":{"dots":{"b":7}}}{"a":1}"#,
        "[9]",
    ])
    .expect("merged");
    assert_eq!(
        out,
        "{\"0\":9,\"a\":5,\"b\":7,\"c\":18446744073709551616}\n"
    );
    let sorted: Vec<bool> = told.inputs.iter().map(|seen| seen.sorted).collect();
    assert_eq!(sorted, [false, true, false, true]);
}

#[test]
fn operations_fold_across_inputs_and_gaps_are_told() {
    let (out, told) = of(&[
        r#"{"replica":"a","seq":2,"add":5}{"replica":"a","seq":1,"add":1}"#,
        r#"{"replica":"a","seq":2,"add":5}{"replica":"b","seq":2,"add":1}"#,
        r#"{"a":3,"c":1}"#,
    ])
    .expect("merged");
    assert_eq!(out, "{\"a\":6,\"b\":0,\"c\":1}\n");
    assert_eq!(told.duplicates, 1);
    assert_eq!(
        told.gaps,
        [Gap {
            replica: "b".into(),
            from: 1,
            to: 2
        }]
    );
    let ops = "{\"replica\":\"a\",\"seq\":1,\"add\":5}\n{\"replica\":\"a\",\"seq\":1,\"add\":6}";
    let failed = of(&[ops]).expect_err("changed");
    assert_eq!(failed.error.slug, slug::OPERATION_CHANGED);
    assert!(
        failed.error.to_string().starts_with("line 2, column 2: "),
        "{}",
        failed.error
    );
}

#[test]
fn an_id_twice_in_a_state_is_found_wherever_it_stands() {
    let long: String = (0..5000).rev().map(|i| format!("\"k{i:04}\":1,")).collect();
    for memory in [2 << 10, 64 << 10, 64 << 20] {
        let twice = format!("{{\"x\":1}}\n{{{long}\"k2500\":3}}\n");
        let failed = merged(&["{}".into(), twice], memory).expect_err("twice");
        assert_eq!(
            (failed.input, failed.error.slug),
            (Some(1), slug::DUPLICATE_REPLICA)
        );
        let words = failed.error.to_string();
        assert!(words.starts_with("line 2, column 50002: "), "{words}");
        // In two states it is no error.
        let once = format!("{{{long}\"z\":3}}\n{{{long}\"k\":9}}");
        let (out, told) = merged(&[once], memory).expect("merged");
        assert!(out.ends_with("\"k4999\":1,\"z\":3}\n"));
        assert_eq!(told.runs > 2, memory < 1 << 20);
    }
}

#[test]
fn stable_is_what_all_have_seen() {
    let sources = [
        r#"{"a":5,"b":1}"#,
        r#"{"b":9,"a":4,"c":1}"#,
        r#"{"a":7,"b":2}"#,
    ]
    .map(|text| Source::from_bytes(text.as_bytes()));
    let mut out = Vec::new();
    let how = how(1 << 20, &nameless);
    stable(&sources, how, &Deaf, &mut |bytes| {
        out.extend_from_slice(bytes);
        Ok(())
    })
    .expect("done");
    assert_eq!(out, b"{\"a\":4,\"b\":1}\n");
}

fn states() -> impl Strategy<Value = Vec<Vec<(String, u64)>>> {
    let entry = (samples::text("abc", 0..10), any::<u64>());
    proptest::collection::vec(proptest::collection::vec(entry, 0..30), 1..6)
}

/// The entries, each id once, in the order given.
fn text(entries: &[(String, u64)]) -> (String, GCounter) {
    let mut state = GCounter::default();
    let mut words = Vec::new();
    for (id, n) in entries {
        if !state.counts().contains_key(id) {
            state.add(id, &Count::from(*n));
            words.push(format!("\"{id}\":{n}"));
        }
    }
    (format!("{{{}}}", words.join(",")), state)
}

#[test]
fn a_delta_is_all_that_is_missing_and_no_more() {
    let how = how(1 << 20, &nameless);
    let delta = |old: &'static str, new: &'static str| {
        let sources = [old, new].map(|text| Source::from_bytes(text.as_bytes()));
        let mut out = Vec::new();
        let done = delta(&sources, how, &Deaf, &mut |bytes| {
            out.extend_from_slice(bytes);
            Ok(())
        });
        done.map(|_| String::from_utf8(out).expect("UTF-8"))
            .map_err(|f| f.error.to_string())
    };
    assert_eq!(
        delta(r#"{"b":2,"a":1}"#, r#"{"a":1,"b":3,"c":4,"d":0}"#),
        Ok("{\"b\":3,\"c\":4}\n".into())
    );
    assert_eq!(delta("{}", "[]"), Ok("{}\n".into()));
    for (old, new, error) in [
        (
            r#"{"a":2}"#,
            r#"{"a":1}"#,
            "replica \"a\": wanted at least 2, found 1",
        ),
        (
            r#"{"a":2}"#,
            r#"{"b":1}"#,
            "replica \"a\": wanted at least 2, found 0",
        ),
        (
            r#"{"a":2,"z":1}"#,
            r#"{"a":2}"#,
            "replica \"z\": wanted at least 1, found 0",
        ),
        (
            r#"{"a":1,"b":2}"#,
            r#"{"c":1}"#,
            "replica \"a\": wanted at least 1, found 0",
        ),
    ] {
        assert_eq!(delta(old, new), Err(error.into()));
    }
    assert_eq!(delta(r#"{"a":0,"b":0}"#, "{}"), Ok("{}\n".into()));
}

proptest! {
    #[test]
    fn any_order_and_memory_give_what_the_plain_way_gives(states in states(), memory in 500u64..9000) {
        let (mut texts, plain): (Vec<_>, Vec<_>) = states.iter().map(|s| text(s)).unzip();
        let mut all = GCounter::default();
        plain.iter().for_each(|state| all.merge(state).unwrap());
        prop_assert_eq!(merged(&texts, memory).expect("merged").0, all.to_string());
        texts.reverse();
        prop_assert_eq!(merged(&texts, memory).expect("merged").0, all.to_string());
        prop_assert_eq!(merged(&[texts.concat()], memory).expect("merged").0, all.to_string());
    }
}

/// Unsorted entries of short ids, as many as asked for: in threes, the last one first.
fn backwards(entries: u32) -> String {
    let line = |i: u32| format!("n{:07}\t{}\n", i / 3 * 3 + 2 - i % 3, i % 9);
    (0..entries).map(line).collect()
}

#[test]
fn runs_of_short_ids_go_to_one_file_and_are_merged_in_passes() {
    let made = std::cell::Cell::new(0);
    let counted = || {
        made.set(made.get() + 1);
        nameless()
    };
    let how = how(16 << 10, &counted);
    let text = backwards(30_000);
    let source = [Source::from_bytes(text.as_bytes())];
    let mut out = Vec::new();
    let told = merge(&source, how, &Deaf, &mut |bytes| {
        out.extend_from_slice(bytes);
        Ok(())
    })
    .expect("merged");
    assert!(told.runs > 256, "three passes: {}", told.runs);
    assert!((1..=5).contains(&made.get()), "{} files", made.get());
    let plain = merged(std::slice::from_ref(&text), 64 << 20)
        .expect("in memory")
        .0;
    assert!(out == plain.as_bytes());

    // Where there is no file to be had, too many runs are an error.
    let none = || Err(std::io::ErrorKind::StorageFull.into());
    let how = super::tests::how(16 << 10, &none);
    let failed = merge(&source, how, &Deaf, &mut |_| Ok(())).expect_err("no room");
    assert_eq!(failed.error.slug, slug::UNWRITABLE);
}

#[test]
fn runs_take_an_eighth_of_the_memory_all_together() {
    let how = how(256 << 10, &nameless);
    let mut table = Table::new(how);
    for i in 0..40_000u32 {
        let id = format!("n{:07}", i.wrapping_mul(7919) % 40_009);
        assert!(table.add(id.as_bytes(), &Count::from(1), (0, 1)));
        if table.bytes > how.room.memory / 2 {
            table.spill(Some((0, 1))).expect("spilled");
            assert!(table.entries.is_empty());
        }
        assert!(table.runs.held() as u64 <= how.room.memory / 8);
    }
    assert!(table.runs.len() > 16);
}

#[test]
fn many_states_in_parts_are_told_apart_through_passes() {
    let state = |n: usize| {
        let ids = (0..200).rev().map(|i| format!("\"k{i:04}\":{n},"));
        format!("{{{}\"a{n:02}\":1}}\n", ids.collect::<String>())
    };
    let mut texts: Vec<String> = (0..40).map(state).collect();
    let (small, told) = merged(&texts, 4 << 10).expect("merged");
    assert!(told.runs > 100, "{}", told.runs);
    assert!(small == merged(&texts, 64 << 20).expect("in memory").0);
    // The first id of a state once more at its end, parts of many states before and behind.
    texts[20] = texts[20].replace("\"a20\":1", "\"k0199\":1");
    let failed = merged(&texts, 4 << 10).expect_err("twice");
    assert_eq!(
        (failed.input, failed.error.slug),
        (Some(20), slug::DUPLICATE_REPLICA)
    );
}

#[test]
fn a_state_in_memory_is_what_is_written() {
    // Sorted, unsorted, operations: none is lost when the unsorted one is read again.
    let texts = [
        "{\"a\":1,\"c\":9}",
        "{\"d\":2,\"b\":3}",
        "{\"replica\":\"o\",\"seq\":1,\"add\":4}",
    ];
    let sources = texts.map(|text| Source::from_bytes(text.as_bytes()));
    let mut last = Vec::new();
    let told = fold(&sources, how(1 << 20, &nameless), &Deaf, &mut |entry| {
        match entry {
            Some((id, count)) => last.push(format!("\"{}\":{count}", String::from_utf8_lossy(id))),
            None => last.clear(),
        }
        Ok(())
    })
    .expect("folded");
    let (wanted, told_too) = of(&texts).expect("merged");
    assert_eq!(format!("{{{}}}\n", last.join(",")), wanted);
    assert_eq!(wanted, "{\"a\":1,\"b\":3,\"c\":9,\"d\":2,\"o\":4}\n");
    assert_eq!(told, told_too);
}
