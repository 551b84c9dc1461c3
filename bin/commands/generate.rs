//! `generate`: man pages and completions as files, for the repository and for packagers.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Command;
use clap_complete::Shell;
use decent::Verdict;

use crate::commands::{Kind, Node, STATUSES, TABLE, Tool, completions, tree};
use crate::cx::Cx;
use crate::fail::Fail;
use crate::output::Artefact;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder in which `man/` and `completions/` are made
    folder: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes man/*.1 and completions/* below a folder, as they stand in the repository.";
    const EXAMPLES: &'static str = "$ mkdir out && decent generate out && ls out
completions
man";

    fn run(self, _cx: &mut Cx) -> Result<Verdict, Fail> {
        let names = [(Shell::Bash, "decent.bash"), (Shell::Zsh, "_decent"), (Shell::Fish, "decent.fish")];
        for (shell, name) in names {
            write(&self.folder.join("completions"), name, &completions::of(shell))?;
        }
        let man = self.folder.join("man");
        let tree = tree(&|_| true);
        write(&man, "decent.1", overview(&tree).as_bytes())?;
        for node in TABLE.iter().filter(|node| matches!(node.kind, Kind::Family(_))) {
            write(&man, &format!("decent-{}.1", node.name), family_page(node, &tree).as_bytes())?;
        }
        Ok(Verdict::Yes)
    }
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Fail> {
    use std::io::Write;
    let path = folder.join(name);
    let failed = |e: std::io::Error| Fail::output(&e, path.as_os_str().as_encoded_bytes());
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut artefact = Artefact::begin(&path)?;
    artefact.write_all(bytes).map_err(failed)?;
    artefact.commit()
}

/// The date of the release, for man pages are to be the same on every day.
const DATE: &str = "2026-11-24";

fn title(name: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(".TH {} 1 {DATE} \"decent {version}\" \"decent manual\"\n", name.to_uppercase())
}

fn overview(tree: &Command) -> String {
    let about = tree.get_about().map(ToString::to_string).unwrap_or_default();
    let mut page = title("decent");
    let _ = write!(page, ".SH NAME\ndecent \\- {}\n", roff(&about));
    page.push_str(".SH SYNOPSIS\n.B decent\n.I FAMILY TOOL\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n");
    page.push_str(".SH FAMILIES\n");
    for node in TABLE.iter().filter(|node| matches!(node.kind, Kind::Family(_))) {
        let _ = write!(page, ".TP\n.BR decent\\-{} (1)\n{}\n", node.name, roff(node.summary.trim()));
    }
    page.push_str(".SH COMMON OPTIONS\n");
    options(&mut page, tree, true);
    for node in TABLE.iter().filter(|node| !node.hidden()) {
        tool_section(&mut page, "decent", node, tree);
    }
    statuses(&mut page);
    page
}

fn family_page(node: &Node, tree: &Command) -> String {
    let Some(family) = tree.find_subcommand(node.name) else { return String::new() };
    let mut page = title(&format!("decent-{}", node.name));
    let _ = write!(page, ".SH NAME\ndecent\\-{} \\- {}\n", node.name, roff(node.summary.trim()));
    let _ = write!(page, ".SH SYNOPSIS\n.B decent {}\n.I TOOL\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n", node.name);
    let Kind::Family(nodes) = &node.kind else { return page };
    let words = format!("decent {}", node.name);
    for inner in *nodes {
        tool_section(&mut page, &words, inner, family);
    }
    statuses(&mut page);
    page.push_str(".SH SEE ALSO\n.BR decent (1)\n");
    page
}

/// A section a tool: its line, what it does, its options, its examples.
fn tool_section(page: &mut String, words: &str, node: &Node, parent: &Command) {
    let Some(command) = parent.find_subcommand(node.name) else { return };
    let words = format!("{words} {}", node.name);
    let entry = match &node.kind {
        Kind::Family(nodes) if words.matches(' ').count() > 1 => {
            for inner in *nodes {
                tool_section(page, &words, inner, command);
            }
            return;
        }
        Kind::Family(_) => return,
        Kind::Tool(entry) => entry,
    };
    let usage = command.clone().bin_name(&words).render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let _ = write!(page, ".SH {}\n.nf\n{}\n.fi\n", roff(&words.to_uppercase()), roff(usage));
    let about = command.get_long_about().map(ToString::to_string).unwrap_or_default();
    let _ = write!(page, ".PP\n{}\n", roff(&about).replace("\n\n", "\n.PP\n"));
    options(page, command, false);
    let _ = write!(page, ".PP\nExamples:\n.PP\n.nf\n.RS\n{}\n.RE\n.fi\n", roff(entry.examples.trim()));
}

fn options(page: &mut String, command: &Command, global: bool) {
    for argument in command.get_arguments().filter(|a| a.is_global_set() == global && !a.is_hide_set()) {
        let help = argument.get_long_help().or(argument.get_help()).map(ToString::to_string);
        let value = argument.get_value_names().map(|names| {
            names.iter().map(|name| format!(" \\fI{}\\fR", roff(name))).collect::<String>()
        });
        let takes_value = argument.get_action().takes_values();
        let value = value.filter(|_| takes_value).unwrap_or_default();
        let short = argument.get_short().map(|short| format!("\\fB\\-{short}\\fR, "));
        let head = match argument.get_long() {
            Some(long) => format!("{}\\fB\\-\\-{}\\fR{value}", short.unwrap_or_default(), roff(long)),
            None => value.trim().to_owned(),
        };
        let _ = write!(page, ".TP\n{head}\n{}\n", roff(&help.unwrap_or_default()));
    }
}

fn statuses(page: &mut String) {
    page.push_str(".SH EXIT STATUS\n");
    for line in STATUSES.lines() {
        let (status, meaning) = line.split_once("  ").unwrap_or((line, ""));
        let _ = write!(page, ".TP\n.B {status}\n{}\n", roff(meaning));
    }
}

/// Text that roff prints as it stands.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq");
    let lines = escaped.lines().map(|line| {
        if line.starts_with('.') { format!("\\&{line}") } else { line.trim_end().to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n")
}
