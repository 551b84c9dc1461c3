//! The rules that the code itself keeps and no lint of the compiler holds.

use std::path::{Path, PathBuf};

use libtest_mimic::Trial;

use super::run::root;

/// The end of a file, and of a function, in lines.
const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 70;

/// What breaks a rule in a file: the line's number, and why.
type Rule = fn(&Path, &str) -> Vec<String>;

pub(crate) fn trials() -> Vec<Trial> {
    let rules: [(&str, Rule); 4] = [
        ("files and functions end in time", lengths),
        ("unsafe stands only where it may", unsafe_code),
        ("only the output prints", printing),
        ("a file says first what it is", heading),
    ];
    let trial = |(name, rule): (&str, Rule)| {
        Trial::test(format!("code::{name}"), move || {
            let mut broken = Vec::new();
            for file in sources() {
                let text = std::fs::read_to_string(root().join(&file))?;
                let shown = file.display();
                broken.extend(
                    rule(&file, &text)
                        .iter()
                        .map(|what| format!("{shown}:{what}")),
                );
            }
            assert!(broken.is_empty(), "\n{}", broken.join("\n"));
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

fn lengths(file: &Path, text: &str) -> Vec<String> {
    // Unit tests of a whole family may stand in one file.
    if file.ends_with("tests.rs") {
        return Vec::new();
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut broken = Vec::new();
    if lines.len() > FILE_LINES {
        broken.push(format!(" {} lines", lines.len()));
    }
    for (start, line) in lines.iter().enumerate() {
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        // Only what begins with `fn` or words before it is a function; `f: fn(..)` is none.
        let Some((head, _)) = code(body).split_once("fn ") else {
            continue;
        };
        let words = head
            .chars()
            .all(|c| c.is_ascii_lowercase() || " ()\"C".contains(c));
        if !words || body.ends_with([';', '}']) {
            continue;
        }
        let end = format!("{indent}}}");
        let length = lines[start..].iter().position(|line| *line == end);
        let length = length.map_or(0, |last| last + 1);
        if length > FUNCTION_LINES {
            broken.push(format!("{}: a function of {length} lines", start + 1));
        }
    }
    broken
}

/// The lines of a text in which a pattern stands, as broken rules.
fn lines_with(text: &str, found: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = text.lines().enumerate().filter(|(_, line)| found(line));
    lines
        .map(|(at, line)| format!("{}: {line}", at + 1))
        .collect()
}

fn unsafe_code(file: &Path, text: &str) -> Vec<String> {
    let name = file.file_name().unwrap().to_string_lossy();
    let kernel = file.starts_with("src") && name.starts_with("kernel");
    // The benchmarks' one asks the system what a child took, which std can't.
    let listed = ["src/map.rs", "tests/bench/common/mod.rs"];
    if kernel || listed.iter().any(|one| file == Path::new(one)) {
        return Vec::new();
    }
    // In the shell lines of a test the word stands in an option.
    lines_with(text, |line| {
        says(&line.replace("--unsafe-threshold", ""), "unsafe")
    })
}

fn printing(file: &Path, text: &str) -> Vec<String> {
    if file.starts_with("tests") || file == Path::new("bin/output.rs") {
        return Vec::new();
    }
    let prints = [
        "print!",
        "println!",
        "eprint!",
        "eprintln!",
        "process::exit",
    ];
    lines_with(text, |line| {
        let bare: String = code(line).split('"').step_by(2).collect();
        prints.iter().any(|word| bare.contains(word))
    })
}

fn heading(_file: &Path, text: &str) -> Vec<String> {
    let said = text.starts_with("//! ");
    let broken = Some("1: its first line is to say what it is".to_owned());
    broken.filter(|_| !said).into_iter().collect()
}
