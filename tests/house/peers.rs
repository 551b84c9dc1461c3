//! Other programs that tests compare with or that examples use. Where one is missing the trial is
//! shown as ignored, by name; under `DECENT_PEERS=required` it fails.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::OnceLock;

use libtest_mimic::{Failed, Trial};

/// A trial that needs these programs.
pub(crate) fn peer(
    name: impl Into<String>,
    programs: &[&str],
    test: impl FnOnce() -> Result<(), Failed> + Send + 'static,
) -> Trial {
    peer_but(name, &missing(programs), test)
}

/// Those of some programs that can't be run.
pub(crate) fn missing<'a>(programs: &[&'a str]) -> Vec<&'a str> {
    programs.iter().copied().filter(|one| !there(one)).collect()
}

/// A trial for which these are missing: programs, packages of Python or of npm.
pub(crate) fn peer_but(
    name: impl Into<String>,
    missing: &[&str],
    test: impl FnOnce() -> Result<(), Failed> + Send + 'static,
) -> Trial {
    if missing.is_empty() {
        return Trial::test(name, test);
    }
    let needs = missing.join(", ");
    let required = std::env::var_os("DECENT_PEERS").is_some_and(|value| value == "required");
    let failed = format!("{needs} must be installed, for DECENT_PEERS=required");
    let trial = Trial::test(name, move || Err(failed.into()));
    trial
        .with_kind(format!("needs {needs}"))
        .with_ignored_flag(!required)
}

/// Whether a program can be run.
pub(crate) fn there(program: &str) -> bool {
    program == "decent"
        || std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
            .any(|folder| folder.join(program).is_file())
}

/// The programs that shell lines call: the first word of each command, shell words left out.
/// Knows quotes, functions and here-documents; what stands in quotes is not looked into.
pub(crate) fn programs(script: &str) -> BTreeSet<String> {
    let mut found = words_that_run(&without_arithmetic(&without_documents(script)));
    found.retain(|name| !script.contains(&format!("{name}() {{")));
    found
}

/// A script without the texts behind `<<'END'`.
fn without_documents(script: &str) -> String {
    let mut kept = String::new();
    let mut end = None;
    for line in script.lines() {
        match end {
            Some(mark) if line.strip_prefix("> ").unwrap_or(line) == mark => end = None,
            Some(_) => {}
            None => {
                let behind = line
                    .split_once("<<'")
                    .and_then(|(_, rest)| rest.split_once('\''));
                end = behind.map(|(mark, _)| mark);
                kept += line;
                kept.push('\n');
            }
        }
    }
    kept
}

/// A script without its sums: `$((i - 3))` calls nothing.
fn without_arithmetic(script: &str) -> String {
    let mut kept = String::new();
    let mut rest = script;
    while let Some((before, sum)) = rest.split_once("$((") {
        kept += before;
        let mut open = 2;
        let end = sum.find(|letter| {
            open += i32::from(letter == '(') - i32::from(letter == ')');
            open == 0
        });
        rest = end.map_or("", |end| &sum[end + 1..]);
    }
    kept + rest
}

/// The first word of each command.
fn words_that_run(script: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut word = String::new();
    let (mut quote, mut first, mut previous) = (None, true, ' ');
    let mut open_parentheses = 0;
    for letter in script.chars().chain(['\n']) {
        match (quote, letter) {
            (Some(open), _) if letter == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => {
                quote = Some(letter);
                word.push('?');
            }
            (None, ' ' | '\t' | '\n' | ';' | '|' | '&' | '(' | ')' | '`') => {
                // Behind `VAR=value`, `if`, `{` and their like the command is still to come.
                let before = word.contains('=') || BEFORE.contains(&word.as_str());
                let program = first && !word.is_empty() && !before;
                if program && is_program(&word) {
                    found.insert(word.clone());
                }
                // `2>&1` is one word.
                let joined = letter == '&' && (previous == '>' || previous == '<');
                let separates = !joined && !" \t".contains(letter);
                first = separates || first && (word.is_empty() || before);
                // Behind `$(..)` the words of the outer command go on; behind `pattern)` one begins.
                match letter {
                    '(' => open_parentheses += 1,
                    ')' if open_parentheses > 0 => {
                        // Those of a function are empty, and its body follows.
                        (open_parentheses, first) = (open_parentheses - 1, previous == '(');
                    }
                    _ => {}
                }
                word.clear();
            }
            (None, _) => word.push(letter),
        }
        previous = letter;
    }
    found
}

/// Words behind which a command stands.
const BEFORE: [&str; 12] = [
    "if", "then", "else", "elif", "while", "until", "do", "{", "!", "time", "exec", "env",
];

/// Whether a word can be a program's name, and is none of the shell's own.
fn is_program(word: &str) -> bool {
    static SHELL: OnceLock<BTreeSet<String>> = OnceLock::new();
    let own = SHELL.get_or_init(|| {
        let output = Command::new("bash").args(["-c", "compgen -bk"]).output();
        let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        text.unwrap_or_default().lines().map(String::from).collect()
    });
    let tame = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let letters = word.chars().all(tame) && word.starts_with(|c: char| c.is_ascii_alphabetic());
    letters && !own.contains(word)
}

pub(crate) fn trials() -> Vec<Trial> {
    let itself = || {
        let script = "seq 3 | b3sum > a 2>&1 && LC_ALL=C sort a; if ! cmp a b; then x='|y'; fi
for i in 1 2; do jq -c . a & done
twice() { cat \"$@\"; }; twice a <<'END'
not a program
END
echo $(wc -c < a) $((2 * (one-3))) data \"; z\" | awk '{print $1}'";
        let found: Vec<_> = programs(script).into_iter().collect();
        assert_eq!(
            found,
            ["awk", "b3sum", "cat", "cmp", "jq", "seq", "sort", "wc"]
        );
        assert!(there("bash") && !there("no-such-program"));
        Ok(())
    };
    vec![Trial::test("peers::programs of a script", itself)]
}
