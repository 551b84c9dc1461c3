//! How a run ends early: interrupted, or with its input cut short under it.

use std::fs::File;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use libtest_mimic::{Failed, Trial};

use super::peers::peer;
use super::run::{Folder, PROGRAM, surroundings};

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("ends::an interrupt leaves the old file", interrupted),
        Trial::test("ends::a file that shrinks is don't know", || shrunk(4096)),
        Trial::test("ends::pipes are enlarged", pipes),
        peer(
            "ends::what may not be read is don't know",
            &["setpriv"],
            forbidden,
        ),
        Trial::test("ends::a file that shrinks within a page, too", || {
            shrunk(LENGTH - 50)
        }),
    ]
}

/// A pipe carries more at once on either side of us, whatever it carried before.
fn pipes() -> Result<(), Failed> {
    let folder = Folder::new();
    let (ours, theirs) = (std::io::pipe()?, std::io::pipe()?);
    let mut command = Command::new(PROGRAM);
    surroundings(&mut command, folder.path());
    command
        .args(["merkle", "root"])
        .stdin(ours.0)
        .stdout(theirs.1);
    let mut child = command.spawn()?;
    // It has begun to read when it takes more than a plain pipe would hold.
    let mut stdin = ours.1;
    stdin.write_all(&vec![0; 2 << 20])?;
    let (input, output) = (
        rustix::pipe::fcntl_getpipe_size(&stdin)?,
        rustix::pipe::fcntl_getpipe_size(&theirs.0)?,
    );
    drop(stdin);
    assert!(child.wait()?.success());
    assert_eq!((input, output), (1 << 20, 1 << 20));
    Ok(())
}

/// What permissions forbid is don't know, and the rest goes on. The superuser may read everything,
/// so it gives that up first.
fn forbidden() -> Result<(), Failed> {
    let script = "chmod 755 . && mkdir -m 755 d && seq 9 > d/a && seq 9 > d/b && seq 9 > d/c
decent manifest new d > list && chmod 000 d/b && chmod 644 list
other=
if [ $(id -u) = 0 ]; then
    cp $(command -v decent) ./decent && chmod 755 decent
    other='setpriv --reuid=65534 --regid=65534 --clear-groups ./'
fi
${other}decent merkle root d/b; echo $?
${other}decent manifest new d | wc -l; echo ${PIPESTATUS[0]}
${other}decent manifest verify list; echo $?
";
    let folder = Folder::new();
    let mut bash = Command::new("bash");
    surroundings(&mut bash, folder.path());
    let output = bash.args(["-c", script]).output()?;
    let said = String::from_utf8(output.stdout)?;
    let wanted = "2\n2\n2\nd/a: OK\nd/b: UNREADABLE (permission denied)\nd/c: OK\n2\n";
    assert_eq!(said, wanted, "{}", String::from_utf8_lossy(&output.stderr));
    let line = ": d/b: permission denied\n";
    assert_eq!(String::from_utf8(output.stderr)?.matches(line).count(), 2);
    Ok(())
}

/// Bytes of the file that shrinks: mapped, and no whole pages.
const LENGTH: u64 = (8 << 20) + 100;

fn started(folder: &Folder, words: &[&str]) -> Result<Child, Failed> {
    // Whoever runs the tests in the background has made them deaf to Ctrl-C.
    let mut command = Command::new("env");
    command.args(["--default-signal=INT", PROGRAM]);
    surroundings(&mut command, folder.path());
    let command = command.args(words).stdin(Stdio::piped());
    Ok(command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?)
}

/// Waits until a run has `wanted` among its open files.
fn has_open(child: &Child, wanted: impl Fn(&Path) -> bool) -> Result<(), Failed> {
    let folder = format!("/proc/{}/fd", child.id());
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) {
        let open = std::fs::read_dir(&folder)?.flatten();
        if open
            .filter_map(|entry| std::fs::read_link(entry.path()).ok())
            .any(|path| wanted(&path))
        {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    Err("it opens no such file".into())
}

/// Ctrl-C in the middle of an artefact: 130 to a shell, nothing half-made, the old file untouched.
fn interrupted() -> Result<(), Failed> {
    let folder = Folder::new();
    let target = folder.path().join("made");
    std::fs::write(&target, "what stood there")?;
    let mut child = started(&folder, &["merkle", "new", "-o", "made"])?;
    let mut stdin = child.stdin.take().ok_or("no pipe")?;
    stdin.write_all(&vec![7; 4 << 20])?;
    has_open(&child, |path| path.starts_with(folder.path()))?;
    let kill = Command::new("sh")
        .args(["-c", &format!("kill -INT {}", child.id())])
        .status()?;
    assert!(kill.success());
    let ended = child.wait_with_output()?;
    assert_eq!(ended.status.signal(), Some(2), "{ended:?}");
    assert!(
        ended.stdout.is_empty() && ended.stderr.is_empty(),
        "{ended:?}"
    );
    assert_eq!(std::fs::read(&target)?, b"what stood there");
    assert_eq!(std::fs::read_dir(folder.path())?.count(), 1, "left behind");
    Ok(())
}

/// The file is open and mapped, the second input still to come; then the file is cut.
fn shrunk(to: u64) -> Result<(), Failed> {
    let folder = Folder::new();
    let path = folder.path().join("data");
    let file = File::create(&path)?;
    file.set_len(LENGTH)?;
    let mut child = started(&folder, &["merkle", "diff", "data", "-"])?;
    has_open(&child, |open| open == path)?;
    let mut stdin = child.stdin.take().ok_or("no pipe")?;
    stdin.write_all(&vec![0; 4 << 20])?;
    file.set_len(to)?;
    stdin.write_all(&vec![0; LENGTH as usize - (4 << 20)])?;
    drop(stdin);
    let ended = child.wait_with_output()?;
    assert_eq!(ended.status.code(), Some(2), "{ended:?}");
    let said = String::from_utf8(ended.stderr)?;
    let wanted = "the file became shorter while it was read\n  more: decent why file-shrank\n";
    assert!(said.ends_with(wanted), "{said}");
    assert!(ended.stdout.is_empty());
    Ok(())
}
