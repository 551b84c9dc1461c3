//! Scripts of the shell, every command of which must end well.

use std::path::Path;
use std::process::Command;

use libtest_mimic::Trial;

use super::peers::{missing, peer_but};
use super::run::{Folder, surroundings};

/// What scripts may call: `fails COMMAND..` wants a command that fails by its own judgement, and not
/// by a crash, a signal, or because it is not there.
const FAILS: &str = r#"exec 9>&2
fails() {
    local status=0
    "$@" || status=$?
    case $status in
        0 | 101 | 12[67] | 1[34]?) echo "status $status: $*" >&9; exit 1 ;;
    esac
}"#;

/// Bash that ends at the first command that fails, also in front of `&&` and of `|`.
fn strict(script: &str) -> Command {
    let mut bash = Command::new("bash");
    bash.args(["-e", "-o", "pipefail", "-c"]);
    bash.arg(format!("{FAILS}\n{}", parted(script)));
    bash
}

/// `a && b` on two lines, for bash lets `a` fail in it; but not where `||` says what else to do.
fn parted(script: &str) -> String {
    let line = |line: &str| {
        let alternative = line.contains("||");
        let passed = line.trim_start().starts_with("! ") && !alternative;
        assert!(!passed, "bash lets this pass, whatever comes of it: {line}");
        if alternative {
            line.to_owned()
        } else {
            line.replace(" && ", "\n")
        }
    };
    script.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Runs shell lines in a folder of their own; the first command that fails ends the test.
pub(crate) fn succeeds(script: &str) {
    succeeds_in(Folder::new().path(), script);
}

/// The same in a folder that is there.
pub(crate) fn succeeds_in(folder: &Path, script: &str) {
    let mut bash = strict(script);
    surroundings(&mut bash, folder);
    let output = bash.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(
        output.status.success(),
        "{}: {}",
        output.status,
        String::from_utf8_lossy(&said)
    );
}

/// A trial that runs a script, for which these programs must be there.
pub(crate) fn scripted(
    name: impl Into<String>,
    programs: &[&str],
    script: impl Into<String>,
) -> Trial {
    scripted_but(name, &missing(programs), script)
}

/// The same where these are missing: programs, packages of Python or of npm.
pub(crate) fn scripted_but(
    name: impl Into<String>,
    missing: &[&str],
    script: impl Into<String>,
) -> Trial {
    let script = script.into();
    peer_but(name, missing, move || {
        succeeds(&script);
        Ok(())
    })
}

pub(crate) fn trials() -> Vec<Trial> {
    let ends = |script: &str| {
        let folder = Folder::new();
        let mut bash = strict(script);
        surroundings(&mut bash, folder.path());
        bash.output().unwrap().status.success()
    };
    let itself = move || {
        for good in [
            "true && true",
            "fails false && fails sh -c 'exit 255'",
            "false || true",
            "for i in 1 2; do test $i = 1 || break; done",
        ] {
            assert!(ends(good), "{good}");
        }
        for bad in [
            "false && true\ntrue",
            "false | true\ntrue",
            "(false && true); true",
            "fails true\ntrue",
            "fails no-such-program\ntrue",
            "fails sh -c 'kill -SEGV $$'\ntrue",
            "fails sh -c 'exit 101'\ntrue",
        ] {
            assert!(!ends(bad), "{bad}");
        }
        Ok(())
    };
    vec![Trial::test("script::no failure is let pass", itself)]
}
