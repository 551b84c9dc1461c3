//! Inputs by name and from pipes, under every name that a file can have, and those that are none.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use super::{Case, Rule};
use crate::house::run::{Ended, Folder, Run};
use crate::house::samples::Product;

pub(super) const RULES: &[Rule] = &[
    ("a pipe and a file give the same", piped),
    ("names of any bytes work", names),
    ("standard input is taken once", taken_twice),
    ("what is no file is said so", absent),
];

/// The words of the sample with every input `from` called `to`.
fn renamed(case: &Case, folder: &Folder, from: &str, to: &[u8], more: &[&str]) -> Vec<OsString> {
    let sample = case.sample;
    let name = |(marked, plain): (&&str, String)| {
        if marked.strip_prefix('@') == Some(from) {
            OsString::from_vec(to.to_vec())
        } else {
            OsString::from(plain)
        }
    };
    let words = sample.tool.split(' ').count();
    let mut options = sample.options(folder);
    let tool: Vec<_> = options.drain(..words).map(OsString::from).collect();
    let options = sample.options.iter().zip(options).map(name);
    let files = sample.files.iter().zip(sample.files()).map(name);
    let mut line = tool;
    line.extend(options);
    line.extend(more.iter().map(OsString::from));
    line.extend(files);
    line
}

/// The same value whether an input is named, or comes through a pipe.
fn piped(case: &Case) {
    let folder = case.sample.folder();
    let plain = case.sample.run(&folder, &["--no-names", "-q"]).end();
    for input in case.sample.inputs() {
        let bytes = std::fs::read(folder.path().join(input)).unwrap();
        let line = renamed(case, &folder, input, b"-", &["--no-names", "-q"]);
        case.sample.ready(&folder);
        let ended = Run::new(folder.path(), &line).stdin(bytes).end();
        assert_eq!(ended.status, 0, "{line:?}: {}", ended.said());
        assert!(ended.stdout == plain.stdout, "{line:?}: {}", ended.said());
        assert!(ended.stderr.is_empty(), "{line:?}: {}", ended.said());
    }
}

/// Names that begin with a hyphen, hold blanks, or bytes that are no UTF-8.
fn names(case: &Case) {
    let folder = case.sample.folder();
    for input in case.sample.inputs() {
        let bytes = std::fs::read(folder.path().join(input)).unwrap();
        let behind_options = case
            .sample
            .files
            .iter()
            .any(|file| *file == format!("@{input}"));
        let odd: [&[u8]; 3] = [b"a \xff b", b"a\nb\\", b"-x"];
        for name in odd {
            let dashes: &[&str] = if behind_options {
                &["-q", "--"]
            } else {
                &["-q"]
            };
            if name == b"-x" && !behind_options {
                continue;
            }
            let path = folder.path().join(OsString::from_vec(name.to_vec()));
            std::fs::write(&path, &bytes).unwrap();
            let line = renamed(case, &folder, input, name, dashes);
            case.sample.ready(&folder);
            let ended = Run::new(folder.path(), &line).end();
            assert_eq!(ended.status, 0, "{line:?}: {}", ended.said());
            assert!(ended.stderr.is_empty(), "{line:?}: {}", ended.said());
            passed_through(case, &ended, name);
            std::fs::remove_file(&path).unwrap();
        }
    }
}

/// A report that names its input does so with the input's own bytes.
fn passed_through(case: &Case, ended: &Ended, name: &[u8]) {
    let folder = case.sample.folder();
    let plain = case.sample.run(&folder, &[]).end();
    let bare = case.sample.run(&folder, &["--no-names"]).end();
    let named =
        plain.stdout != bare.stdout && case.sample.inputs().len() == 1 && !case.sample.names_others;
    if case.sample.product != Product::Report || !named {
        return;
    }
    let escaped = if name.contains(&b'\n') {
        b"a\\nb\\\\".to_vec()
    } else {
        name.to_vec()
    };
    let there = ended
        .stdout
        .windows(escaped.len())
        .any(|part| part == escaped);
    assert!(
        there,
        "the name {:?} is lost: {}",
        String::from_utf8_lossy(name),
        ended.said()
    );
}

/// All inputs, or one of them twice, from standard input: the second can't be had.
fn taken_twice(case: &Case) {
    let inputs = case.sample.inputs();
    if inputs.is_empty() {
        return;
    }
    let folder = case.sample.folder();
    let bytes = std::fs::read(folder.path().join(inputs[0])).unwrap();
    let dash = |word: &&str| {
        if word.starts_with('@') {
            "-".to_owned()
        } else {
            (*word).to_owned()
        }
    };
    let words = case.sample.tool.split(' ').count();
    let mut line = case.sample.options(&folder);
    let tail = line.split_off(words);
    let marked = case.sample.options.iter().zip(tail);
    line.extend(marked.map(|(mark, plain)| {
        if mark.starts_with('@') {
            dash(mark)
        } else {
            plain
        }
    }));
    line.extend(case.sample.files.iter().map(dash));
    if inputs.len() == 1 {
        line.push("-".into());
    }
    let ended = Run::new(folder.path(), &line).stdin(bytes).end();
    assert_eq!(ended.status, 2, "{line:?}: {}", ended.said());
    case.complained(&ended);
}

/// A missing file and a folder are don't know; an empty file is whatever it is, and said well.
fn absent(case: &Case) {
    let folder = case.sample.folder();
    std::fs::create_dir(folder.path().join("a-folder")).unwrap();
    std::fs::write(folder.path().join("an-empty-file"), "").unwrap();
    for input in case.sample.inputs() {
        let run = |to: &str| {
            let line = renamed(case, &folder, input, to.as_bytes(), &[]);
            case.sample.ready(&folder);
            Run::new(folder.path(), &line).end().sane(&line)
        };
        let missing = run("not-there");
        assert_eq!(missing.status, 2, "{}", missing.said());
        assert!(
            missing.complaint().contains("not-there: no such file"),
            "{}",
            missing.said()
        );
        case.complained(&missing);
        let directory = run("a-folder");
        if case.sample.takes_folders {
            assert!(directory.status == 0, "{}", directory.said());
        } else {
            assert!(directory.status == 2, "{}", directory.said());
            case.complained(&directory);
        }
        let empty = run("an-empty-file");
        if empty.status != 0 && !empty.stderr.is_empty() {
            case.complained(&empty);
        }
    }
}
