//! Man pages and completions that are committed are those that the program makes.

use std::path::Path;

use libtest_mimic::{Failed, Trial};

use super::peers::peer;
use super::run::{Folder, Run, root};

const AGAIN: &str = "make them again: cargo run --release -- generate .";

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for folder in ["man", "completions"] {
        let name = format!("generated::{folder} are those that are committed");
        trials.push(Trial::test(name, move || committed(folder)));
    }
    trials.push(checked("man", "mandoc", &["-T", "lint", "-W", "warning"]));
    trials.push(checked("man", "groff", &["-man", "-ww", "-z"]));
    trials.push(checked("completions/decent.bash", "bash", &["-n"]));
    trials.push(checked("completions/_decent", "zsh", &["-n"]));
    trials.push(checked("completions/decent.fish", "fish", &["-n"]));
    trials
}

/// Every file of a folder, as it is committed and as it is made now.
fn committed(folder: &str) -> Result<(), Failed> {
    let made = Folder::new();
    let ended = Run::new(made.path(), &["generate", "."]).end();
    assert_eq!(ended.status, 0, "{}", ended.said());
    let names = |folder: &Path| -> Vec<_> {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let (old, new) = (root().join(folder), made.path().join(folder));
    assert_eq!(names(&old), names(&new), "{AGAIN}");
    for name in names(&new) {
        let (old, new) = (
            std::fs::read(old.join(&name))?,
            std::fs::read(new.join(&name))?,
        );
        assert!(old == new, "{folder}/{} is stale; {AGAIN}", name.display());
    }
    Ok(())
}

/// A program that reads what was made must have nothing to say.
fn checked(what: &'static str, program: &'static str, arguments: &'static [&str]) -> Trial {
    peer(
        format!("generated::{program} reads {what}"),
        &[program],
        move || {
            let made = Folder::new();
            Run::new(made.path(), &["generate", "."]).end();
            let path = made.path().join(what);
            let files = match std::fs::read_dir(&path) {
                Ok(entries) => entries.map(|entry| entry.unwrap().path()).collect(),
                Err(_) => vec![path],
            };
            let output = std::process::Command::new(program)
                .args(arguments)
                .args(files)
                .env("LC_ALL", "C.UTF-8")
                .output()?;
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said);
            assert!(output.status.success() && said.is_empty(), "{said}");
            Ok(())
        },
    )
}
