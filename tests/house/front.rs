//! What only the tools of the front door do: lessons with exercises that can be checked, a tour that
//! leaves the user's own files alone, a look at files of any size.

use std::process::Command;

use libtest_mimic::{Failed, Trial};

use super::markdown;
use super::run::{Ended, Folder, Run, root, surroundings};

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        Trial::test("front::a tour leaves the user's file alone", own_file),
        Trial::test("front::a large file of no kind is told at once", large),
        Trial::test("front::every exercise can be checked", all_checked),
    ];
    for (topic, solution) in solutions() {
        trials.push(Trial::test(
            format!("front::the answer to {topic}"),
            move || answered(&topic, &solution),
        ));
    }
    trials
}

fn run(folder: &Folder, words: &[&str]) -> Ended {
    Run::new(folder.path(), words).end()
}

/// A file that was named once, and is linked to, is not written to by a later tour without one, nor
/// by one that is given its own link.
fn own_file() -> Result<(), Failed> {
    let folder = Folder::new();
    let mine = folder.path().join("mine");
    let bytes = "some line of mine\n".repeat(30_000);
    std::fs::write(&mine, &bytes)?;
    for line in [
        &["tour", "mine"][..],
        &["tour", "decent-tour/data"],
        &["tour"],
        &["tour", "decent-tour/data"],
    ] {
        // What the tour says of its own file does not hold for every other, so any status will do.
        let ended = run(&folder, line);
        assert!(
            (0..=1).contains(&ended.status),
            "{line:?}: {}",
            ended.said()
        );
        assert!(ended.stderr.is_empty(), "{line:?}: {}", ended.said());
        assert!(std::fs::read(&mine)? == bytes.as_bytes(), "{line:?}");
        assert!(folder.path().join("decent-tour/data").is_file(), "{line:?}");
    }
    Ok(())
}

/// A terabyte of nothing is no list, and `inspect` does not read it to its end to say so.
fn large() -> Result<(), Failed> {
    let folder = Folder::new();
    let file = std::fs::File::create(folder.path().join("large"))?;
    file.set_len(1 << 40)?;
    let ended = run(&folder, &["inspect", "large"]);
    assert_eq!(ended.status, 2, "{}", ended.said());
    assert!(ended.complaint().ends_with("why unknown-artefact\n"));
    Ok(())
}

/// Topic and solution of every exercise that has one.
fn solutions() -> Vec<(String, String)> {
    let folder = root().join("bin/lessons");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for (topic, body) in markdown::pages(&text) {
            if let Some((_, Some(solution))) = markdown::exercise(body) {
                found.push((topic.to_owned(), solution.to_owned()));
            }
        }
    }
    found.sort();
    found
}

/// An exercise is a question with one answer, or none at all.
fn all_checked() -> Result<(), Failed> {
    let folder = Folder::new();
    let list = run(&folder, &["learn"]);
    let list = String::from_utf8(list.stdout)?;
    let checked = solutions();
    assert!(!checked.is_empty());
    for topic in list.lines().filter_map(|line| line.split(' ').next()) {
        let exercise = run(&folder, &["learn", topic, "--exercise"]);
        let known = checked.iter().any(|(one, _)| one == topic);
        if known {
            assert_eq!(exercise.status, 0, "{}", exercise.said());
            assert!(exercise.stdout.starts_with(b"Exercise: "));
        }
        let answer = run(&folder, &["learn", topic, "--answer", "no such answer"]);
        let status = if known { 1 } else { 2 };
        assert_eq!(answer.status, status, "{topic}: {}", answer.said());
        let lesson = run(&folder, &["learn", topic]).stdout;
        let lesson = String::from_utf8(lesson)?;
        assert!(
            !lesson.contains("```solution"),
            "{topic} tells its solution"
        );
    }
    Ok(())
}

/// The shell lines print one answer, which is taken; another is not.
fn answered(topic: &str, solution: &str) -> Result<(), Failed> {
    let folder = Folder::new();
    let mut shell = Command::new("sh");
    surroundings(&mut shell, folder.path());
    let output = shell.arg("-c").arg(solution).output()?;
    let answer = String::from_utf8(output.stdout)?.trim().to_owned();
    assert!(!answer.is_empty() && !answer.contains('\n'), "{answer:?}");
    let yes = run(&folder, &["learn", topic, "--answer", &answer]);
    assert_eq!(yes.status, 0, "{}", yes.said());
    let no = run(
        &folder,
        &["learn", topic, "--answer", &format!("{answer}0")],
    );
    assert_eq!(no.status, 1, "{}", no.said());
    Ok(())
}
