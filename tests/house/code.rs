//! The rules that the code itself keeps and no lint of the compiler holds.

use std::path::{Path, PathBuf};

use libtest_mimic::Trial;

use super::run::root;

/// The end of a file, and of a function, in lines.
const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 70;

pub(crate) fn trials() -> Vec<Trial> {
    let rules: [(&str, fn(&Path, &str)); 4] = [
        ("files and functions end in time", lengths),
        ("unsafe stands only where it may", unsafe_code),
        ("only the output prints", printing),
        ("a file says first what it is", heading),
    ];
    let trial = |(name, rule): (&str, fn(&Path, &str))| {
        Trial::test(format!("code::{name}"), move || {
            for file in sources() {
                let text = std::fs::read_to_string(root().join(&file))?;
                rule(&file, &text);
            }
            Ok(())
        })
    };
    rules.into_iter().map(trial).collect()
}

/// Every Rust file of ours.
fn sources() -> Vec<PathBuf> {
    let mut open: Vec<_> = ["src", "bin", "tests"].map(PathBuf::from).into();
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        let whole = root().join(&path);
        if whole.is_dir() {
            let built = path.ends_with("target");
            let entries = std::fs::read_dir(whole).unwrap().filter(|_| !built);
            open.extend(entries.map(|entry| path.join(entry.unwrap().file_name())));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The code of a line, without what is behind `//`.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

/// Whether `word` stands in the code of a line as a word, outside of a text in quotes.
fn says(line: &str, word: &str) -> bool {
    let bare: String = code(line).split('"').step_by(2).collect();
    bare.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .any(|one| one == word)
}

fn lengths(file: &Path, text: &str) {
    let lines: Vec<&str> = text.lines().collect();
    let shown = file.display();
    // Unit tests of a whole family may stand in one file.
    if file.ends_with("tests.rs") {
        return;
    }
    assert!(lines.len() <= FILE_LINES, "{shown}: {} lines", lines.len());
    for (start, line) in lines.iter().enumerate() {
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        let begins = says(body, "fn") && !body.starts_with("//") && !code(body).ends_with(';');
        // Only what begins with `fn` or words before it is a function; `f: fn(..)` is none.
        let head = body.split("fn ").next().unwrap_or_default();
        let words = head
            .chars()
            .all(|c| c.is_ascii_lowercase() || " ()\"C".contains(c));
        if !begins || !words || !body.contains("fn ") || body.ends_with('}') {
            continue;
        }
        let end = format!("{indent}}}");
        let length = lines[start..].iter().position(|line| *line == end);
        let length = length.map_or(0, |last| last + 1);
        assert!(
            length <= FUNCTION_LINES,
            "{shown}:{}: a function of {length} lines",
            start + 1
        );
    }
}

fn unsafe_code(file: &Path, text: &str) {
    let name = file.file_name().unwrap().to_string_lossy();
    let kernel = file.starts_with("src") && name.starts_with("kernel");
    // A benchmark asks the kernel what its children used, for which std has no words.
    let bench = file.starts_with("tests/bench");
    if kernel || bench || file == Path::new("src/map.rs") {
        return;
    }
    for (number, line) in text.lines().enumerate() {
        assert!(
            !says(line, "unsafe"),
            "{}:{}: {line}",
            file.display(),
            number + 1
        );
    }
}

fn printing(file: &Path, text: &str) {
    if file.starts_with("tests") || file == Path::new("bin/output.rs") {
        return;
    }
    for (number, line) in text.lines().enumerate() {
        for word in [
            "print!",
            "println!",
            "eprint!",
            "eprintln!",
            "process::exit",
        ] {
            let bare: String = code(line).split('"').step_by(2).collect();
            assert!(
                !bare.contains(word),
                "{}:{}: {line}",
                file.display(),
                number + 1
            );
        }
    }
}

fn heading(file: &Path, text: &str) {
    assert!(
        text.starts_with("//! "),
        "{}: its first line is to say what it is",
        file.display()
    );
}
