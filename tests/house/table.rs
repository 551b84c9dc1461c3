//! The table of tools as its users see it: walked through `--help`.

use super::run::{Folder, Run};

/// A tool, and what its help says.
#[derive(Clone)]
pub(crate) struct Tool {
    /// The words that name it: `merkle root`.
    pub(crate) name: String,
    /// Its line in its parent's list.
    pub(crate) summary: String,
    /// All of `--help`.
    pub(crate) help: String,
}

impl Tool {
    /// The words of a line that calls it.
    pub(crate) fn words(&self) -> Vec<&str> {
        self.name.split(' ').collect()
    }

    /// Whether its help names this option.
    pub(crate) fn takes(&self, option: &str) -> bool {
        self.help
            .split(|c: char| c.is_whitespace() || "<>[]=,".contains(c))
            .any(|word| word == option)
    }

    /// The transcript of its help.
    pub(crate) fn examples(&self) -> String {
        let (_, rest) = self.help.split_once("\nExamples:\n").unwrap_or_default();
        let (examples, _) = rest.split_once("\nExit status:\n").unwrap_or((rest, ""));
        let lines = examples.trim_end().lines();
        lines
            .map(|line| line.strip_prefix("  ").unwrap_or(line).to_owned() + "\n")
            .collect()
    }
}

/// Tools that the lists leave out.
const HIDDEN: [(&str, &str); 1] = [("generate", "Man pages and completions, into a folder")];

/// Every tool, in the order of the lists.
pub(crate) fn walk() -> Vec<Tool> {
    let folder = Folder::new();
    let help = |name: &str| {
        let words: Vec<_> = name.split_whitespace().chain(["--help"]).collect();
        let ended = Run::new(folder.path(), &words).end();
        String::from_utf8(ended.stdout).unwrap()
    };
    let mut found = Vec::new();
    let mut open = vec![(String::new(), String::new())];
    open.extend(HIDDEN.map(|(name, summary)| (name.into(), summary.into())));
    while let Some((name, summary)) = open.pop() {
        let help = help(&name);
        let inner = listed(&help);
        if inner.is_empty() {
            found.push(Tool {
                name,
                summary,
                help,
            });
            continue;
        }
        let below = |word: String| format!("{name} {word}").trim().to_owned();
        let inner = inner.into_iter().map(|(word, line)| (below(word), line));
        open.extend(inner.rev().collect::<Vec<_>>());
    }
    found
}

/// The words that a family's help lists, with their lines.
fn listed(help: &str) -> Vec<(String, String)> {
    let (_, list) = help.split_once("\nCommands:\n").unwrap_or_default();
    let lines = list.lines().take_while(|line| !line.is_empty());
    let pairs = lines.filter_map(|line| line.trim().split_once(' '));
    pairs
        .map(|(word, line)| (word.to_owned(), line.trim().to_owned()))
        .filter(|(word, _)| word != "help")
        .collect()
}
