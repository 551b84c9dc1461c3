//! `generate`: man pages and completions as files, for the repository and for packagers.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Arg, Command};
use clap_complete::Shell;
use decent::Verdict;

use crate::commands::{Kind, Node, TABLE, Tool, completions};
use crate::cx::Cx;
use crate::fail::Fail;
use crate::line::{STATUSES, tree};
use crate::output::Artefact;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder in which `man/` and `completions/` are made
    folder: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Writes man/*.1 and completions/* below a folder, as they stand in the repository.";
    const EXAMPLES: &'static str = "$ mkdir out && decent generate out && ls out
completions
man
$ bash -n out/completions/decent.bash && echo fine
fine";

    fn run(self, _cx: &mut Cx) -> Result<Verdict, Fail> {
        let names = [
            (Shell::Bash, "decent.bash"),
            (Shell::Zsh, "_decent"),
            (Shell::Fish, "decent.fish"),
        ];
        for (shell, name) in names {
            write(
                &self.folder.join("completions"),
                name,
                &completions::of(shell),
            )?;
        }
        let man = self.folder.join("man");
        let tree = tree(&|_| true, &|_| true);
        write(&man, "decent.1", overview(&tree).as_bytes())?;
        for node in TABLE
            .iter()
            .filter(|node| matches!(node.kind, Kind::Family(_)))
        {
            write(
                &man,
                &format!("decent-{}.1", node.name),
                family_page(node, &tree).as_bytes(),
            )?;
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
    format!(
        ".TH {} 1 {DATE} \"decent {version}\" \"decent manual\"\n",
        name.to_uppercase()
    )
}

fn overview(tree: &Command) -> String {
    let about = tree
        .get_about()
        .map(ToString::to_string)
        .unwrap_or_default();
    let mut page = title("decent");
    let _ = write!(page, ".SH NAME\ndecent \\- {}\n", roff(&about));
    page.push_str(
        ".SH SYNOPSIS\n.B decent\n.I FAMILY TOOL\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n",
    );
    page.push_str(".SH FAMILIES\n");
    for node in TABLE
        .iter()
        .filter(|node| matches!(node.kind, Kind::Family(_)))
    {
        let _ = write!(
            page,
            ".TP\n.BR decent\\-{} (1)\n{}\n",
            node.name,
            roff(node.summary.trim())
        );
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
    let Some(family) = tree.find_subcommand(node.name) else {
        return String::new();
    };
    let mut page = title(&format!("decent-{}", node.name));
    let _ = write!(
        page,
        ".SH NAME\ndecent\\-{} \\- {}\n",
        node.name,
        roff(node.summary.trim())
    );
    let _ = write!(
        page,
        ".SH SYNOPSIS\n.B decent {}\n.I TOOL\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n",
        node.name
    );
    let Kind::Family(nodes) = &node.kind else {
        return page;
    };
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
    let Some(command) = parent.find_subcommand(node.name) else {
        return;
    };
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
    let _ = write!(
        page,
        ".SH {}\n.nf\n{}\n.fi\n",
        roff(&words.to_uppercase()),
        roff(usage)
    );
    let about = command
        .get_long_about()
        .map(ToString::to_string)
        .unwrap_or_default();
    let _ = write!(page, ".PP\n{}\n", roff(&about).replace("\n\n", "\n.PP\n"));
    options(page, command, false);
    let _ = write!(
        page,
        ".PP\nExamples:\n.PP\n.nf\n.RS\n{}\n.RE\n.fi\n",
        roff(entry.examples.trim())
    );
}

fn options(page: &mut String, command: &Command, global: bool) {
    let shown = |a: &&Arg| a.is_global_set() == global && !a.is_hide_set();
    for argument in command.get_arguments().filter(shown) {
        let help = argument.get_long_help().or(argument.get_help());
        let help = help.map(ToString::to_string).unwrap_or_default();
        let _ = write!(page, ".TP\n{}\n{}\n", head(argument), roff(&help));
        let values = argument.get_possible_values();
        if argument.get_action().takes_values() && !values.is_empty() {
            let names: Vec<_> = values.iter().map(|value| roff(value.get_name())).collect();
            let _ = writeln!(page, "(\\fB{}\\fR)", names.join("\\fR, \\fB"));
        }
    }
}

/// An argument as it is typed: `-o, --output FILE`, `--explain[=WHAT]`, `FILE`.
fn head(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    let names = names
        .iter()
        .filter(|_| argument.get_action().takes_values());
    let names: Vec<_> = names
        .map(|name| format!("\\fI{}\\fR", roff(name)))
        .collect();
    let names = names.join(" ");
    let dashed = |dash: &str, name: &str| format!("\\fB{}\\fR", roff(&format!("{dash}{name}")));
    let short = argument
        .get_short()
        .map(|short| dashed("-", &short.to_string()));
    let long = argument.get_long().map(|long| dashed("--", long));
    let options: Vec<_> = [short, long].into_iter().flatten().collect();
    let options = options.join(", ");
    match (options.is_empty(), names.is_empty()) {
        (true, _) => names,
        (false, true) => options,
        (false, false) if argument.is_require_equals_set() => format!("{options}[={names}]"),
        (false, false) => format!("{options} {names}"),
    }
}

fn statuses(page: &mut String) {
    page.push_str(".SH EXIT STATUS\n");
    for line in STATUSES.lines() {
        let (status, meaning) = line.split_once("  ").unwrap_or((line, ""));
        let _ = write!(page, ".TP\n.B {status}\n{}\n", roff(meaning));
    }
}

/// Text that roff prints as it stands, to be copied into a shell.
fn roff(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\e"),
            '-' => escaped.push_str("\\-"),
            '\'' => escaped.push_str("\\(aq"),
            '`' => escaped.push_str("\\(ga"),
            '^' => escaped.push_str("\\(ha"),
            '~' => escaped.push_str("\\(ti"),
            // groff reads bytes, and knows letters beyond ASCII by their number alone.
            other if !other.is_ascii() => {
                let _ = write!(escaped, "\\[u{:04X}]", u32::from(other));
            }
            other => escaped.push(other),
        }
    }
    let lines = escaped.lines().map(|line| {
        // A dot at the start would be read as a command of roff.
        let mark = if line.starts_with('.') { "\\&" } else { "" };
        format!("{mark}{}", line.trim_end())
    });
    lines.collect::<Vec<_>>().join("\n")
}
