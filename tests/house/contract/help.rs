//! What every word of the command line says of itself.

use libtest_mimic::Trial;

use crate::house::markdown;
use crate::house::run::{Folder, Out, Run};
use crate::house::table::Tool;

/// The widest line.
const COLUMNS: usize = 100;

pub(super) fn trials(tools: &[Tool]) -> Vec<Trial> {
    let mut words: Vec<String> = vec![String::new()];
    for tool in tools {
        let tool_words = tool.words();
        let families = (1..tool_words.len()).map(|n| tool_words[..n].join(" "));
        words.extend(families);
        words.push(tool.name.clone());
    }
    words.dedup();
    words.sort();
    words.dedup();
    let mut trials = Vec::new();
    for word in words {
        let name = format!("contract::{word}::help, version, and what they are written to");
        trials.push(Trial::test(name, move || {
            asked(&word);
            Ok(())
        }));
    }
    for tool in tools {
        let of = tool.clone();
        let name = format!("contract::{}::says what, how and by example", tool.name);
        trials.push(Trial::test(name, move || {
            told(&of);
            Ok(())
        }));
    }
    trials
}

/// `--help`, `-h`, `--version` end well, and say so where they can't.
fn asked(word: &str) {
    let folder = Folder::new();
    // A tool may have a --version of its own, of what it makes.
    let asked: Vec<_> = word.split_whitespace().chain(["--help"]).collect();
    let help = Run::new(folder.path(), &asked).end().stdout;
    let own = String::from_utf8_lossy(&help).contains("--version <");
    let options = ["--help", "-h", "--version", "-V"];
    for option in options.iter().take(if own { 2 } else { 4 }) {
        let words: Vec<_> = word.split_whitespace().chain([*option]).collect();
        let run = || Run::new(folder.path(), &words);
        let ended = run().end();
        assert_eq!(ended.status, 0, "{words:?}: {}", ended.said());
        assert!(ended.stderr.is_empty(), "{words:?}: {}", ended.said());
        let text = String::from_utf8(ended.stdout).unwrap();
        assert!(text.ends_with('\n'), "{words:?}: {text}");
        for line in text.lines() {
            assert!(
                line.chars().count() <= COLUMNS,
                "{words:?}: too wide: {line}"
            );
            assert!(
                !line.contains('\u{1b}'),
                "{words:?}: color in a pipe: {line}"
            );
        }
        let full = run().stdout(Out::Full).end();
        assert_eq!(full.status, 2, "{words:?} > /dev/full: {}", full.said());
        assert!(
            full.complaint().contains("no space left"),
            "{}",
            full.said()
        );
        let closed = run().stdout(Out::Closed).end();
        assert_eq!(
            closed.status,
            141,
            "{words:?} into nothing: {}",
            closed.said()
        );
        assert!(closed.stderr.is_empty(), "{}", closed.said());
    }
    if own {
        return;
    }
    let version = word.split_whitespace().chain(["--version"]);
    let version: Vec<_> = version.collect();
    let said = Run::new(folder.path(), &version).end().stdout;
    let said = String::from_utf8(said).unwrap();
    assert!(
        said.trim_end().ends_with(env!("CARGO_PKG_VERSION")),
        "{said}"
    );
}

/// The help of a tool has all its parts.
fn told(tool: &Tool) {
    let help = &tool.help;
    let mut lines = help.lines();
    assert_eq!(
        lines.next(),
        Some(tool.summary.as_str()),
        "the summary in the list differs"
    );
    let folder = Folder::new();
    let short: Vec<_> = tool.words().into_iter().chain(["-h"]).collect();
    let short = String::from_utf8(Run::new(folder.path(), &short).end().stdout).unwrap();
    assert_eq!(short.lines().next(), Some(tool.summary.as_str()), "{short}");
    assert!(!tool.summary.ends_with('.') && !tool.summary.is_empty());
    assert_eq!(lines.next(), Some(""), "{help}");
    let about = lines.next().unwrap_or_default();
    assert!(
        !about.is_empty() && !about.starts_with("Usage:"),
        "says nothing more: {help}"
    );
    for part in [
        "\nUsage: decent ",
        "\nOptions:\n",
        "\nCommon options:\n",
        "\nExit status:\n",
    ] {
        assert!(help.contains(part), "no {part:?} in: {help}");
    }
    let last_heading = help.rfind("\nCommon options:\n");
    assert!(
        last_heading > help.rfind("\nOptions:\n"),
        "the common options come last: {help}"
    );
    let examples = markdown::exchanges(&tool.examples());
    assert!(examples.len() >= 2, "{} examples: {help}", examples.len());
    let own = examples.iter().any(|one| {
        let line = format!("decent {}", tool.name);
        one.command.contains(&line)
    });
    assert!(own, "no example calls the tool itself");
    // Examples run anywhere, and alone.
    for word in ["curl ", "wget ", "/home", "sudo "] {
        assert!(!tool.examples().contains(word), "{word:?} in an example");
    }
    let words: Vec<_> = tool
        .words()
        .into_iter()
        .chain(["--no-such-option"])
        .collect();
    let ended = Run::new(folder.path(), &words).end();
    assert_eq!(ended.status, 2, "{}", ended.said());
    let complaint = ended.complaint();
    assert!(
        complaint.starts_with(&format!("decent {}: ", tool.name)),
        "{complaint}"
    );
    assert!(
        complaint.contains("  hint: ") && complaint.ends_with("why usage\n"),
        "{complaint}"
    );
}
