//! Tests of the file above.

use super::*;
use crate::crdt::document::tests::keeps_all;
use crate::crdt::engine::{Engine, Streamed};
use crate::crdt::merge::Told;
use crate::crdt::shape::Shape;
use crate::source::Source;
use crate::spool::Room;
use crate::spool::nameless;
use crate::watch::Deaf;

/// What `work` gives of these inputs, in so much memory.
fn with<T>(
    texts: &[&str],
    memory: u64,
    work: impl FnOnce(&Streamed<'_, PnCounter>, &[Source<'_>]) -> crate::crdt::merge::Result<T>,
) -> std::result::Result<T, String> {
    let sources: Vec<_> = texts
        .iter()
        .map(|text| Source::from_bytes(text.as_bytes()))
        .collect();
    let room = Room {
        memory,
        file: &nameless,
    };
    work(&Streamed::new(room), &sources).map_err(|failed| failed.error.to_string())
}

fn merged(texts: &[&str]) -> std::result::Result<PnCounter, String> {
    let (state, _) = with(texts, 1 << 20, |engine, sources| {
        engine.load(sources, &Deaf)
    })?;
    Ok(state)
}

/// The merge as it is written, and what was seen.
fn written_merge(texts: &[&str], memory: u64) -> (String, Told) {
    let mut out = Vec::new();
    let told = with(texts, memory, |engine, sources| {
        engine.merge(sources, &Deaf, &mut |bytes| {
            out.extend_from_slice(bytes);
            Ok(())
        })
    });
    (String::from_utf8(out).unwrap(), told.expect("merged"))
}

#[test]
fn every_shape_is_read() {
    for text in [
        r#"{"p":{"a":5,"b":1},"n":{"a":2}}"#,
        r#"{"n":{"a":2},"p":{"b":1,"a":5}}"#,
        // As crdts 7.3.2 writes its PNCounter.
        r#"{"p":{"inner":{"dots":{"a":5,"b":1}}},"n":{"inner":{"dots":{"a":2}}}}"#,
        r#"{"increments":{"state":{"a":5,"b":1}},"decrements":{"state":{"a":2}}}"#,
        "{\"replica\":\"a\",\"p\":5,\"n\":2}\n{\"replica\":\"b\",\"p\":1,\"n\":0}",
        "a\t5\t2\nb\t1\t0\n",
        r#"[{"p":{"a":5},"n":{"a":2}},{"b":1}]"#,
        r#"{"replica":"a","seq":1,"add":5}{"replica":"a","seq":2,"add":-2}{"replica":"b","seq":1,"add":1}"#,
    ] {
        let state = merged(&[text]).expect(text);
        assert_eq!(state.value(), 4.into(), "{text}");
        assert!(state.covers(&merged(&["a\t5\t2"]).unwrap()), "{text}");
        let (out, _) = written_merge(&[text], 1 << 20);
        assert_eq!(out, state.to_string(), "{text}");
    }
    for (text, value) in [
        ("{\"p\":7,\"n\":8}", 15),
        ("[[3,1],[4]]", 5),
        ("{\"inner\":{\"dots\":{\"a\":3}}}", 3),
        ("{\"n\":2,\"p\":5,\"replica\":\"a\"}", 3),
        ("{\"replica\":\"a\",\"count\":3}", 3),
        ("{\"p\":[3],\"n\":{\"state\":{\"a\":4}}}", -1),
        ("{ \"n\" : { } , \"p\" : { \"+\" : 2 , \"-\" : 3 } }", 5),
        ("{\"add\":1,\"seq\":2,\"z\":3}", 6),
        ("{}", 0),
    ] {
        assert_eq!(merged(&[text]).expect(text).value(), value.into(), "{text}");
    }
}

#[test]
fn what_was_seen_is_told() {
    let (out, told) = written_merge(
        &[
            "{\"p\":{\"a\":5,\"b\":0},\"n\":{\"a\":2}}",
            "b\t1\t0\na\t1\t3\n",
            "{\"a\":7}",
        ],
        1 << 20,
    );
    assert_eq!(out, "{\"p\":{\"a\":7,\"b\":1},\"n\":{\"a\":3,\"b\":0}}\n");
    let seen: Vec<_> = told
        .inputs
        .iter()
        .map(|seen| (seen.shapes.as_slice(), seen.sorted, seen.plain()))
        .collect();
    assert_eq!(
        seen,
        [
            ([Shape::Object].as_slice(), true, true),
            (&[Shape::Lines], false, false),
            (&[Shape::Grown], true, false),
        ]
    );
}

#[test]
fn a_merge_on_disk_is_the_merge_in_memory() {
    // Halves that are longer than the memory, one of them unsorted, one the other way round.
    let half = |from: u32, step: u32, times: u32| {
        let entries: Vec<_> = (0..4000)
            .map(|i| format!("\"r{:05}\":{}", (from + i * step) % 4001, i * times % 977))
            .collect();
        entries.join(",")
    };
    let one = format!(
        "{{\"p\":{{{}}},\"n\":{{{}}}}}",
        half(0, 1, 3),
        half(0, 1, 5)
    );
    let other = format!(
        "{{\"n\":{{{}}},\"p\":{{{}}}}}",
        half(7, 1, 9),
        half(3, 19, 4)
    );
    let (wanted, told) = written_merge(&[&one, &other], 64 << 20);
    assert_eq!(told.runs, 1);
    assert!(wanted == merged(&[&one, &other]).unwrap().to_string());
    for memory in [4 << 10, 64 << 10] {
        for texts in [[&one, &other], [&other, &one]] {
            let texts = texts.map(String::as_str);
            let (out, told) = written_merge(&texts, memory);
            assert!(out == wanted && told.runs > 10, "{memory} {}", told.runs);
        }
    }
    let twice = other.replace("\"r00022\":", "\"r00003\":");
    let error = with(&[&twice], 4 << 10, |engine, sources| {
        engine.load(sources, &Deaf)
    });
    let error = error.expect_err("twice");
    assert!(
        error.ends_with("wanted each replica once, found \"r00003\" twice"),
        "{error}"
    );
}

#[test]
fn laws_hold_and_texts_come_back() {
    keeps_all(merged);
}

#[test]
fn operations_rise_and_fall() {
    let log = "{\"replica\":\"a\",\"seq\":2,\"add\":-7}{\"add\":3,\"replica\":\"a\",\"seq\":1}\
        {\"replica\":\"a\",\"seq\":2,\"add\":-7}{\"replica\":\"b\",\"seq\":2,\"add\":1}";
    let (out, told) = written_merge(&[log, "{\"p\":{\"c\":1},\"n\":{}}"], 1 << 20);
    assert_eq!(out, "{\"p\":{\"a\":3,\"c\":1},\"n\":{\"a\":7}}\n");
    assert_eq!((told.duplicates, told.gaps.len()), (1, 1));
    let changed = log.replace(
        "\"seq\":2,\"add\":-7}{\"add\"",
        "\"seq\":2,\"add\":7}{\"add\"",
    );
    let error = merged(&[&changed]).expect_err("changed");
    assert!(error.contains("as it was before"), "{error}");
}

/// What an engine does with states, and writes.
type Of = dyn Fn(
    &Streamed<'_, PnCounter>,
    &[Source<'_>],
    &mut Vec<u8>,
) -> crate::crdt::merge::Result<Told>;

#[test]
fn deltas_and_what_is_stable() {
    let texts = [
        "{\"p\":{\"a\":5},\"n\":{\"b\":1}}",
        "{\"p\":{\"a\":6},\"n\":{\"b\":4,\"c\":0}}",
    ];
    let run = |of: &Of, texts: &[&str]| {
        let mut out = Vec::new();
        with(texts, 1 << 10, |engine, sources| {
            of(engine, sources, &mut out)
        })?;
        Ok::<_, String>(String::from_utf8(out).unwrap())
    };
    let stable = |engine: &Streamed<'_, PnCounter>, sources: &[Source<'_>], out: &mut Vec<u8>| {
        engine.stable(sources, &Deaf, &mut |bytes| {
            out.extend_from_slice(bytes);
            Ok(())
        })
    };
    let delta = |engine: &Streamed<'_, PnCounter>, sources: &[Source<'_>], out: &mut Vec<u8>| {
        engine.delta(sources.try_into().unwrap(), &Deaf, &mut |bytes| {
            out.extend_from_slice(bytes);
            Ok(())
        })
    };
    assert_eq!(
        run(&stable, &texts).unwrap(),
        "{\"p\":{\"a\":5},\"n\":{\"b\":1}}\n"
    );
    assert_eq!(
        run(&delta, &texts).unwrap(),
        "{\"p\":{\"a\":6},\"n\":{\"b\":4}}\n"
    );
    let back = run(&delta, &[texts[1], texts[0]]).expect_err("older");
    assert_eq!(back, "replica \"a\" added: wanted at least 6, found 5");
    let back = run(&delta, &["{\"p\":{},\"n\":{\"b\":2}}", texts[0]]).expect_err("older");
    assert_eq!(back, "replica \"b\" taken away: wanted at least 2, found 1");
}

#[test]
fn wrong_ones_are_refused_by_place() {
    for (text, error) in [
        (
            "{\"p\":{\"a\":-1},\"n\":{}}",
            "line 1, column 11: wanted a natural number, found a negative number",
        ),
        (
            "{\"p\":{},\n\"n\":{\"a\":1.5}}",
            "line 2, column 10: wanted a natural number, found a fraction",
        ),
        (
            "{\"p\":{\"a\":1,\"a\":2},\"n\":{}}",
            "line 1, column 13: wanted each replica once, found \"a\" twice",
        ),
        (
            "{\"p\":{}}",
            "line 1, column 8: wanted \"n\", the other half, found '}'",
        ),
        (
            "{\"p\":{},\"n\":{},\"q\":1}",
            "line 1, column 15: wanted '}' behind both halves, found ','",
        ),
        (
            "{\"a\":null}",
            "line 1, column 6: wanted a natural number, found null",
        ),
        (
            "a\t1\t-1\n",
            "line 1, column 5: wanted a natural number, found a negative number",
        ),
        (
            "a\t1\n",
            "line 1, column 4: wanted a tab, and the count that was taken away, found the end of the line",
        ),
        (
            "{\"replica\":\"a\",\"seq\":0,\"add\":1}",
            "line 1, column 2: wanted \"replica\" with \"p\" and \"n\", or with \"seq\" from 1 on and \"add\", found another row",
        ),
        (
            "{\"p\":{},\"p\":{}}",
            "line 1, column 9: wanted \"n\", the other half, found \"p\"",
        ),
        (
            "{\"p\":null,\"n\":{}}",
            "line 1, column 6: wanted counts, {\"replica\":count}, found null",
        ),
        (
            "a\t1\t2\na\t2\t1\n",
            "line 2, column 1: wanted each replica once, found \"a\" twice",
        ),
        (
            "{\"add\":-1}",
            "line 1, column 2: wanted a natural number, found a negative number",
        ),
        ("", "line 1, column 1: wanted a state, found the end"),
    ] {
        assert_eq!(merged(&[text]).expect_err(text), error, "{text}");
    }
}

#[test]
fn bare_numbers_add_what_both_sides_added() {
    let three = |a: i8, b: i8, c: i8| PnCounter::bare(&a.into(), &b.into(), &c.into());
    assert_eq!(three(46, 47, 47), Some(Ok(48.into())));
    assert_eq!(three(3, -1, 2), Some(Ok((-2).into())));
}
