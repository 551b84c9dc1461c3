//! Reports as JSON Lines: flat objects that any reader survives.

use serde_json::Value;

use super::{Case, Rule};
use crate::house::samples::Product;

pub(super) const RULES: &[Rule] = &[("--json changes the report alone", json)];

/// Readers keep integers exactly up to here.
const EXACT: u64 = 1 << 53;

fn json(case: &Case) {
    let folder = case.sample.folder();
    let plain = case.sample.run(&folder, &[]).end();
    // A report may change what it was made of, as that of a stamp that is spent by it.
    let again = match case.sample.product {
        Product::Report => &case.sample.folder(),
        _ => &folder,
    };
    let ended = case.sample.run(again, &["--json"]).end();
    assert_eq!(ended.status, plain.status, "{}", ended.said());
    if case.sample.product != Product::Report && !case.sample.measures {
        assert!(ended.stdout == plain.stdout, "{}", ended.said());
    }
    // What the report goes to, where an artefact has standard output.
    let text = match case.sample.product {
        Product::Report => ended.stdout,
        Product::Artefact => ended.stderr,
        Product::Bytes | Product::Nothing => return,
    };
    let text = String::from_utf8(text).unwrap();
    assert!(text.ends_with('\n') && !text.is_empty(), "{text}");
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        let object = value
            .as_object()
            .unwrap_or_else(|| panic!("no object: {line}"));
        assert_eq!(
            object.get("tool"),
            Some(&Value::from(&*case.tool.name)),
            "{line}"
        );
        for (key, value) in object {
            let snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(key.chars().all(snake), "{key}: {line}");
            // The lossless form of a torrent is an artefact, which follows its own spec.
            if key != "torrent" {
                flat(key, value);
            }
        }
        if let Some(path) = object.get("path") {
            assert!(path.is_string(), "{line}");
        }
    }
}

/// Scalars, arrays of scalars, and integers that a double holds.
fn flat(key: &str, value: &Value) {
    match value {
        Value::Object(_) => panic!("{key} holds an object"),
        Value::Array(values) => {
            assert!(
                !values.iter().any(serde_json::Value::is_array),
                "{key} holds arrays"
            );
            for one in values {
                flat(key, one);
            }
        }
        Value::Number(number) => {
            assert!(
                number.as_u64().is_none_or(|n| n <= EXACT),
                "{key}: {number}"
            );
        }
        _ => {}
    }
}
