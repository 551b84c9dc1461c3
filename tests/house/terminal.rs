//! What a person at a terminal sees, through a real one that script(1) makes.

use std::process::{Command, Stdio};

use libtest_mimic::{Failed, Trial};

use super::peers::peer;
use super::run::{Folder, surroundings};

/// What a terminal is to show.
type Test = fn() -> Result<(), Failed>;

pub(crate) fn trials() -> Vec<Trial> {
    let tests: [(&str, Test); 5] = [
        ("binary bytes are refused, unless one insists", binary),
        ("names can't drive it", names),
        ("prose fits into its width", prose),
        ("color is taken back", color),
        ("progress is drawn, and gone at the end", progress),
    ];
    tests
        .map(|(name, test)| peer(format!("terminal::{name}"), &["script"], test))
        .into()
}

/// What shell lines print on a terminal.
fn seen(folder: &Folder, lines: &str) -> Result<String, Failed> {
    let mut script = Command::new("script");
    surroundings(&mut script, folder.path());
    script.env("TERM", "xterm");
    script.args(["-q", "-e", "-c", lines, "/dev/null"]);
    let output = script.stdin(Stdio::null()).output()?;
    Ok(String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n"))
}

fn binary() -> Result<(), Failed> {
    let folder = Folder::new();
    std::fs::write(folder.path().join("data"), "hello")?;
    for line in [
        "decent merkle new data",
        "decent merkle prove --index 0 --binary data",
    ] {
        let shown = seen(&folder, &format!("{line}; echo status $?"))?;
        assert!(
            shown.contains(": binary bytes would go to the terminal"),
            "{shown}"
        );
        assert!(
            shown.contains("hint: give -o FILE, or -o - to insist"),
            "{shown}"
        );
        assert!(shown.ends_with("status 2\n"), "{shown}");
        let shown = seen(&folder, &format!("{line} -o - > /dev/tty; echo status $?"))?;
        assert!(shown.ends_with("status 0\n"), "{shown}");
    }
    // Text is not.
    let shown = seen(
        &folder,
        "decent merkle prove --index 0 data; echo status $?",
    )?;
    assert!(
        shown.starts_with('{') && shown.ends_with("status 0\n"),
        "{shown}"
    );
    Ok(())
}

fn names() -> Result<(), Failed> {
    let folder = Folder::new();
    let name = "a\u{1b}]0;b\u{7}\u{9b}31m";
    std::fs::write(folder.path().join(name), "hello")?;
    for line in [
        "merkle root *",
        "manifest new * > list; decent manifest verify list",
    ] {
        let shown = seen(&folder, &format!("decent {line}"))?;
        assert!(shown.contains(r"a\x1b]0;b\x07\xc2\x9b31m"), "{shown:?}");
    }
    let shown = seen(&folder, "decent merkle root 'no\u{1b}[31m'")?;
    assert!(shown.contains(r"no\x1b[31m: no such file"), "{shown:?}");
    Ok(())
}

fn prose() -> Result<(), Failed> {
    let folder = Folder::new();
    for (columns, line) in [
        (50, "why usage"),
        (72, "why unreadable"),
        (60, "learn hash --exercise"),
    ] {
        let line = format!("stty cols {columns}; decent {line}");
        let shown = seen(&folder, &line)?;
        let outside = shown.split("```").step_by(2);
        let widest = outside
            .flat_map(str::lines)
            .map(|line| line.chars().count())
            .max();
        assert!(widest.is_some_and(|widest| widest <= columns), "{shown}");
        assert!(shown.lines().count() > 1, "{shown}");
    }
    Ok(())
}

fn color() -> Result<(), Failed> {
    let folder = Folder::new();
    let bad = "decent merkle root nothing";
    assert!(seen(&folder, bad)?.contains('\u{1b}'));
    for line in [
        format!("{bad} --color=never"),
        format!("NO_COLOR=1 {bad}"),
        format!("{bad} 2>&1 | cat"),
        format!("TERM=dumb {bad}"),
    ] {
        let shown = seen(&folder, &line)?;
        assert!(
            !shown.contains('\u{1b}') && shown.contains("no such"),
            "{line}: {shown:?}"
        );
    }
    Ok(())
}

fn progress() -> Result<(), Failed> {
    let folder = Folder::new();
    let slow = "(seq 9; sleep 1; seq 9) | decent merkle root --no-names";
    let shown = seen(&folder, slow)?;
    assert!(shown.contains(" B "), "nothing is drawn: {shown:?}");
    let last = shown.rsplit(['\r', '\u{1b}']).next().unwrap_or_default();
    assert_eq!(last.trim_end().len(), 67, "{shown:?}");
    let shown = seen(&folder, &slow.replace("root", "root -q"))?;
    assert_eq!(shown.trim_end().len(), 64, "{shown:?}");
    Ok(())
}
