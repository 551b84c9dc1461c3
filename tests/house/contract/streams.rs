//! What goes where: products on standard output, all else on standard error, and what happens
//! where they can't be written.

use super::{Case, Rule};
use crate::house::run::{Ended, Out};
use crate::house::samples::Product;

pub(super) const RULES: &[Rule] = &[
    ("works, silently", works),
    ("says the same twice", twice),
    ("narration and quiet leave the product alone", aside),
    ("a full disk is status 2", full),
    ("a closed pipe is silent", closed),
    ("-o writes whole or not at all", artefact),
];

/// The run that says yes, with more options.
fn yes(case: &Case, more: &[&str]) -> Ended {
    let folder = case.sample.folder();
    let ended = case.sample.run(&folder, more).end();
    assert_eq!(ended.status, 0, "{more:?}: {}", ended.said());
    ended
}

fn works(case: &Case) {
    let ended = yes(case, &[]);
    let reports = case.sample.product == Product::Artefact;
    assert_eq!(ended.stderr.is_empty(), !reports, "{}", ended.said());
    let silent = case.sample.product == Product::Nothing;
    assert_eq!(ended.stdout.is_empty(), silent, "{}", ended.said());
}

fn twice(case: &Case) {
    let (first, second) = (yes(case, &[]), yes(case, &[]));
    assert!(
        case.sample.measures || first.stdout == second.stdout,
        "{}{}",
        first.said(),
        second.said()
    );
}

fn aside(case: &Case) {
    let plain = yes(case, &[]);
    for more in [
        "--explain",
        "--explain=all",
        "-q",
        "--progress=never",
        "--color=never",
    ] {
        let ended = yes(case, &[more]);
        let same = case.sample.measures || ended.stdout == plain.stdout;
        assert!(same, "{more}: {}", ended.said());
        let reports = case.sample.product == Product::Artefact && more != "-q";
        let speaks = reports || more.starts_with("--explain");
        assert!(
            speaks || ended.stderr.is_empty(),
            "{more}: {}",
            ended.said()
        );
    }
    if case.sample.product == Product::Artefact || case.sample.measures {
        return;
    }
    let colored = String::from_utf8_lossy(&yes(case, &["--color=always"]).stdout).into_owned();
    let mut pieces = colored.split("\u{1b}[");
    let mut bare = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        bare.push_str(piece.split_once('m').map_or("", |(_, rest)| rest));
    }
    let plain = String::from_utf8_lossy(&plain.stdout).into_owned();
    assert_eq!(bare, plain, "color is not all that --color=always adds");
}

fn full(case: &Case) {
    if case.sample.product == Product::Nothing {
        return;
    }
    let folder = case.sample.folder();
    let ended = case.sample.run(&folder, &[]).stdout(Out::Full).end();
    assert_eq!(ended.status, 2, "{}", ended.said());
    assert!(
        ended.complaint().contains("no space left on device"),
        "{}",
        ended.said()
    );
    if case.sample.product != Product::Artefact {
        case.complained(&ended);
    }
}

fn closed(case: &Case) {
    if case.sample.product == Product::Nothing {
        return;
    }
    let folder = case.sample.folder();
    let ended = case.sample.run(&folder, &[]).stdout(Out::Closed).end();
    assert_eq!(ended.status, 141, "{}", ended.said());
    let reports = case.sample.product == Product::Artefact;
    assert!(reports || ended.stderr.is_empty(), "{}", ended.said());
    assert!(!ended.complaint().contains("  more: "), "{}", ended.said());
}

/// The artefact is the same in a file; an old file outlives a failure; an input may be replaced, but
/// not a secret.
fn artefact(case: &Case) {
    let sample = case.sample;
    let artefact = [Product::Bytes, Product::Artefact].contains(&sample.product);
    if !case.tool.takes("--output") || !artefact {
        return;
    }
    let wanted = yes(case, &[]).stdout;
    let folder = sample.folder();
    let made = folder.path().join("made");
    let read = || std::fs::read(&made).unwrap_or_default();
    let into = |target: &str| sample.run(&folder, &["-o", target]).end();
    assert_eq!(into("made").status, 0);
    assert!(read() == wanted, "-o made something else");
    assert!(
        sample.run(&folder, &["-o", "-"]).end().stdout == wanted,
        "-o - differs"
    );
    for unwritable in ["missing/made", "/dev/full"] {
        let ended = into(unwritable);
        assert_eq!(ended.status, 2, "{unwritable}: {}", ended.said());
        case.complained(&ended);
    }
    let Some(input) = sample.inputs().last().map(|name| folder.path().join(name)) else {
        return;
    };
    let before = std::fs::read(&input).unwrap();
    let ended = into(input.to_str().unwrap());
    if ended.said().contains("it is the secret that was read") {
        assert_eq!(ended.status, 2, "{}", ended.said());
        assert!(std::fs::read(&input).unwrap() == before, "a secret is gone");
        return;
    }
    assert_eq!(ended.status, 0, "-o over an input: {}", ended.said());
    assert!(
        std::fs::read(&input).unwrap() == wanted,
        "-o over an input made something else"
    );
    std::fs::remove_file(&input).unwrap();
    let ended = into("made");
    assert_ne!(ended.status, 0, "without its input: {}", ended.said());
    assert!(read() == wanted, "the old file is gone after a failure");
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    let names = left.iter().map(|entry| entry.as_ref().unwrap().file_name());
    let hidden: Vec<_> = names
        .filter(|name| name.as_encoded_bytes().starts_with(b"."))
        .collect();
    assert!(hidden.is_empty(), "left behind: {hidden:?}");
}
