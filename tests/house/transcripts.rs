//! Every example anywhere is run: a block is one shell in one empty folder, and what it prints is
//! compared with what stands in the block, byte for byte but for `[..]`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use libtest_mimic::{Failed, Trial};

use super::markdown::{self, Exchange};
use super::peers;
use super::run::{Folder, root, surroundings};
use super::table::Tool;

/// The longest that a block may take.
const SECONDS: &str = "300";

/// Stands around the status behind the output of a command.
const MARK: char = '\u{1}';

pub(crate) fn trials(tools: &[Tool]) -> Vec<Trial> {
    let mut trials = vec![Trial::test("transcripts::the runner itself", itself)];
    for file in texts() {
        let text = std::fs::read_to_string(root().join(&file)).unwrap();
        trials.extend(scripts(&file, &text).into_iter().map(trial));
    }
    for tool in tools {
        trials.push(trial(Script {
            name: format!("{} --help", tool.name),
            setup: "",
            blocks: vec![markdown::exchanges(&tool.examples())],
            place: None,
        }));
    }
    trials
}

/// What one shell runs in one folder.
struct Script {
    name: String,
    /// Run before all, its output left out.
    setup: &'static str,
    blocks: Vec<Vec<Exchange>>,
    /// The file that the blocks stand in, and the number of the first.
    place: Option<(PathBuf, usize)>,
}

/// The scripts of a text. A lesson's page, and the tour, go on from block to block as they do when
/// the program runs them; elsewhere every block stands for itself.
fn scripts(file: &Path, text: &str) -> Vec<Script> {
    let blocks = markdown::transcripts(text);
    let tour = file.ends_with("lessons/tour.md");
    let lessons = file.starts_with("bin/lessons") && !tour;
    let sizes: Vec<(String, usize)> = if tour {
        vec![(String::new(), blocks.len())]
    } else if lessons {
        let pages = markdown::pages(text).into_iter();
        let size = |(slug, body): (&str, &str)| (slug.into(), markdown::transcripts(body).len());
        pages.map(size).collect()
    } else {
        (1..=blocks.len()).map(|n| (n.to_string(), 1)).collect()
    };
    // The tour finds its file there.
    let setup = if tour { "seq 200000 > data" } else { "" };
    let mut first = 0;
    let mut scripts = Vec::new();
    for (name, size) in sizes {
        scripts.push(Script {
            name: format!("{}#{name}", file.display()),
            setup,
            blocks: blocks[first..first + size].to_vec(),
            place: Some((file.to_owned(), first)),
        });
        first += size;
    }
    assert_eq!(
        first,
        blocks.len(),
        "{}: a block before the first heading",
        file.display()
    );
    scripts
}

/// The texts with blocks: the README, the lessons, the pages of errors.
fn texts() -> Vec<PathBuf> {
    let mut files = vec![PathBuf::from("README.md")];
    for folder in ["bin/lessons", "bin/errors", "doc"] {
        let Ok(entries) = std::fs::read_dir(root().join(folder)) else {
            continue;
        };
        let names = entries.map(|entry| Path::new(folder).join(entry.unwrap().file_name()));
        files.extend(names.filter(|name| name.extension().is_some_and(|e| e == "md")));
    }
    files.sort();
    files
}

fn trial(script: Script) -> Trial {
    let all = script.blocks.concat();
    let commands: Vec<_> = all.iter().map(|one| one.command.as_str()).collect();
    let programs = peers::programs(&commands.join("\n"));
    let programs: Vec<_> = programs.iter().map(String::as_str).collect();
    peers::peer(
        format!("transcripts::{}", script.name),
        &programs,
        move || {
            let real = run(script.setup, &all)?;
            if all
                .iter()
                .zip(&real)
                .all(|(wanted, found)| same(wanted, found))
            {
                return Ok(());
            }
            if let (Some(_), Some((file, first))) =
                (std::env::var_os("DECENT_BLESS"), &script.place)
            {
                let mut real = real.as_slice();
                for (number, block) in script.blocks.iter().enumerate() {
                    let (these, rest) = real.split_at(block.len());
                    bless(file, first + number, block, these)?;
                    real = rest;
                }
                return Ok(());
            }
            Err(difference(&all, &real).into())
        },
    )
}

/// What the commands of a block really print, in a folder of their own.
fn run(setup: &str, block: &[Exchange]) -> Result<Vec<Exchange>, Failed> {
    let folder = Folder::new();
    let mut script = format!("{setup}\nexec 2>&1\n");
    for exchange in block {
        let quoted = exchange.command.replace('\'', r"'\''");
        let _ = write!(script, "eval '{quoted}'\nprintf '\\001%d\\001' $?\n");
    }
    let mut command = Command::new("timeout");
    command.args([SECONDS, "bash", "-o", "pipefail", "-c", &script]);
    surroundings(&mut command, folder.path());
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let pieces: Vec<&str> = text.split(MARK).collect();
    let mut real = Vec::new();
    for (exchange, pair) in block.iter().zip(pieces.chunks(2)) {
        let [output, status] = pair else {
            return Err(format!("the shell ended in {:?}: {}", exchange.command, pair[0]).into());
        };
        let mut output = (*output).to_owned();
        if !output.is_empty() && !output.ends_with('\n') {
            output.push('\n');
        }
        real.push(Exchange {
            command: exchange.command.clone(),
            output,
            status: status.parse()?,
        });
    }
    Ok(real)
}

/// Whether a command printed what it is to print and ended as it is to end.
fn same(wanted: &Exchange, found: &Exchange) -> bool {
    let (mut wanted_lines, mut found_lines) = (wanted.output.lines(), found.output.lines());
    let lines = loop {
        match (wanted_lines.next(), found_lines.next()) {
            (None, None) => break true,
            (Some(wanted), Some(found)) if fits(wanted, found) => {}
            _ => break false,
        }
    };
    lines && wanted.status == found.status
}

/// Whether a line is as the pattern says, `[..]` standing for anything.
fn fits(pattern: &str, line: &str) -> bool {
    let mut parts = pattern.split("[..]");
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = line.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// A block as it stands in a text.
fn written(block: &[Exchange]) -> String {
    let mut text = String::new();
    for exchange in block {
        let _ = writeln!(text, "$ {}", exchange.command.replace('\n', "\n> "));
        text.push_str(&exchange.output);
        if exchange.status != 0 {
            let _ = writeln!(text, "[{}]", exchange.status);
        }
    }
    text
}

/// The block with `-` before lines that should have come and `+` before those that came.
fn difference(block: &[Exchange], real: &[Exchange]) -> String {
    let mut text = String::from("the block prints something else\n");
    for (wanted, found) in block.iter().zip(real) {
        let _ = writeln!(text, "  $ {}", wanted.command.replace('\n', "\n  > "));
        let (mut left, mut right) = (wanted.output.lines(), found.output.lines());
        loop {
            match (left.next(), right.next()) {
                (None, None) => break,
                (Some(wanted), Some(found)) if fits(wanted, found) => {
                    let _ = writeln!(text, "  {found}");
                }
                (wanted, found) => {
                    for (sign, line) in [("-", wanted), ("+", found)] {
                        if let Some(line) = line {
                            let _ = writeln!(text, "{sign} {line}");
                        }
                    }
                }
            }
        }
        if wanted.status != found.status {
            let _ = writeln!(text, "- [{}]\n+ [{}]", wanted.status, found.status);
        }
    }
    text
}

/// Writes what was really printed into the text; lines that fit their pattern stay.
fn bless(file: &Path, number: usize, block: &[Exchange], real: &[Exchange]) -> Result<(), Failed> {
    // Blocks of one file are written by many threads.
    static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock()?;
    let keep = |(wanted, found): (&Exchange, &Exchange)| {
        if same(wanted, found) {
            wanted.clone()
        } else {
            found.clone()
        }
    };
    let new: Vec<_> = block.iter().zip(real).map(keep).collect();
    let path = root().join(file);
    let text = std::fs::read_to_string(&path)?;
    let mut out = String::new();
    let mut seen = 0;
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        if inside && line.starts_with("```") {
            inside = false;
            seen += 1;
        }
        if !(inside && seen == number) {
            out.push_str(line);
        }
        if !inside && line.trim() == "```console" {
            inside = true;
            if seen == number {
                out.push_str(&written(&new));
            }
        }
    }
    std::fs::write(path, out)?;
    Ok(())
}

/// The runner on blocks of its own: what must pass passes, what must fail fails.
fn itself() -> Result<(), Failed> {
    let good = "$ cd /tmp && name=x\n$ echo $name | tr x y; pwd\ny\n/tmp\n$ printf 'no end'\nno end
$ false | true\n[1]\n$ cat <<E\n> a\n> E\na\n$ echo 123 456 >&2\n1[..] 4[..]6\n$ exit_ 2>&1 | cut -c1-5\nbash:\n[127]";
    let good = markdown::exchanges(good);
    let real = run("", &good)?;
    assert!(
        good.iter()
            .zip(&real)
            .all(|(wanted, found)| same(wanted, found)),
        "{}",
        difference(&good, &real)
    );
    for bad in [
        "$ echo a\nb",
        "$ echo a",
        "$ true\na",
        "$ true\n[1]",
        "$ echo ab\na[..]c",
    ] {
        let bad = markdown::exchanges(bad);
        assert!(!same(&bad[0], &run("", &bad)?[0]), "{bad:?}");
    }
    assert!(run("", &markdown::exchanges("$ exit 3\n[3]")).is_err());
    Ok(())
}
