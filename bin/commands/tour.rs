//! `tour`: the whole job once, each command as a person would type it.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::{Error, slug};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::markdown;
use crate::report::bytes_of;
use crate::shell::Shell;

const TOUR: &str = include_str!("../lessons/tour.md");

/// Where the tour leaves what it makes.
const FOLDER: &str = "decent-tour";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The file to work on; the tour makes one itself where none is given
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Runs a real job from end to end and shows every command with its output. What it
makes stays in the folder decent-tour, to play with. Status 0 only if every check said yes.";
    const EXAMPLES: &'static str = "$ decent tour | tail -n 1
All checks said yes. What was made is in decent-tour/: change a byte and run a check again.
$ ls decent-tour | grep -c data
4";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let folder = Path::new(FOLDER);
        let failed = |e: std::io::Error| Fail::output(&e, FOLDER.as_bytes());
        std::fs::create_dir_all(folder).map_err(failed)?;
        let data = folder.join("data");
        if let Some(file) = &self.file {
            link(file, &data)?;
        } else {
            // A tour before this one may have left a link to the user's own file there.
            removed(&data)?;
            std::fs::write(&data, made_up()).map_err(failed)?;
        }
        let mut shell = Shell::start(folder).map_err(failed)?;
        let mut unexpected = 0;
        for part in markdown::parts(TOUR) {
            let exchange = match part {
                markdown::Part::Prose(prose) => {
                    cx.prose(&prose)?;
                    continue;
                }
                markdown::Part::Exchange(exchange) => exchange,
            };
            let status = run_shown(cx, &mut shell, &exchange.command)?;
            unexpected += u32::from(status != exchange.status);
        }
        if unexpected > 0 {
            let why = format!("{unexpected} commands ended with another status than they should");
            cx.print(format!("{why}.\n").as_bytes())?;
            return Ok(Verdict::No(why.into()));
        }
        let end = format!(
            "All checks said yes. What was made is in {FOLDER}/: change a byte and run a check again.\n"
        );
        cx.print(end.as_bytes())?;
        Ok(Verdict::Yes)
    }
}

/// Shows a command, runs it, shows what it prints, and its status where it is not 0.
pub(super) fn run_shown(cx: &mut Cx, shell: &mut Shell, command: &str) -> Result<u8, Fail> {
    cx.print(format!("  $ {}\n", command.replace('\n', "\n  > ")).as_bytes())?;
    let mut printed = Ok(());
    let status = shell.run(command, |line| {
        if printed.is_ok() {
            printed = cx.print(&[b"  ", line].concat());
        }
    });
    printed?;
    let status = status.map_err(|e| Fail::from(Error::io(slug::UNREADABLE, &e)).named("sh"))?;
    if status != 0 {
        cx.print(format!("  [{status}]\n").as_bytes())?;
    }
    cx.print(b"\n")?;
    Ok(status)
}

/// 1.4 MB that anyone can make again: the lines that `seq 200000` prints.
fn made_up() -> String {
    use std::fmt::Write;
    (1..=200_000).fold(String::new(), |mut lines, number| {
        let _ = writeln!(lines, "{number}");
        lines
    })
}

/// Puts a link to the user's file where the commands look for it.
fn link(file: &Path, data: &Path) -> Result<(), Fail> {
    let unreadable =
        |e: std::io::Error| Fail::from(Error::io(slug::UNREADABLE, &e)).named(bytes_of(file));
    let file = file.canonicalize().map_err(unreadable)?;
    if !file.is_file() {
        return Err(
            Fail::from(Error::new(slug::NOT_A_FILE, "a file", "a directory"))
                .named(bytes_of(&file)),
        );
    }
    if data.canonicalize().is_ok_and(|there| there == file) {
        return Ok(());
    }
    removed(data)?;
    std::os::unix::fs::symlink(file, data).map_err(|e| Fail::output(&e, bytes_of(data)))
}

/// Takes away what an earlier tour left under a name.
fn removed(name: &Path) -> Result<(), Fail> {
    match std::fs::remove_file(name) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Fail::output(&e, bytes_of(name))),
        _ => Ok(()),
    }
}
