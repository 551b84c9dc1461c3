//! `--explain`: every shell line that it shows is run, and must print the value beside it.

use std::process::{Command, Stdio};

use libtest_mimic::Trial;

use super::peers;
use super::run::surroundings;
use super::samples::{self, Sample};

pub(crate) fn trials() -> Vec<Trial> {
    let trial = |sample: &'static Sample| {
        let folder = sample.folder();
        let narrated = sample.run(&folder, &["--explain"]).end();
        let told = String::from_utf8_lossy(&narrated.stderr).into_owned();
        let checks = checks(&told);
        let programs: Vec<_> = checks
            .iter()
            .flat_map(|check| peers::programs(&check.line))
            .collect();
        let programs: Vec<&str> = programs.iter().map(String::as_str).collect();
        peers::peer(
            format!("narration::{}", sample.title()),
            &programs,
            move || {
                for Check { line, value } in &checks {
                    let mut shell = Command::new("sh");
                    surroundings(&mut shell, folder.path());
                    let ran = shell.arg("-c").arg(line).stdin(Stdio::null()).output()?;
                    let printed = String::from_utf8_lossy(&ran.stdout).into_owned();
                    let found = printed
                        .split_whitespace()
                        .any(|word| word.trim_start_matches("sha256:") == value);
                    assert!(found, "{line}\nprints {printed}\nwanted {value}");
                }
                Ok(())
            },
        )
    };
    samples::all().map(trial).collect()
}

/// A shell line, and the value that it is to print.
struct Check {
    line: String,
    value: String,
}

/// A check follows the value that it is of.
fn checks(told: &str) -> Vec<Check> {
    let mut value = "";
    let mut found = Vec::new();
    for line in told.lines().map(str::trim) {
        if let Some(line) = line.strip_prefix("check: ") {
            found.push(Check {
                line: line.into(),
                value: value.into(),
            });
        } else if let Some((_, last)) = line.split_once(" = ") {
            value = last;
        }
    }
    found
}
