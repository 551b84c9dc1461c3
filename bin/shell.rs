//! One shell in one folder, that runs the commands of a lesson as a person would type them.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Stands before the status behind a command's output; no command prints it.
const MARK: &str = "\u{1}decent-status ";

/// A running shell. Variables and files stay from command to command.
pub(crate) struct Shell {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Shell {
    /// Starts `sh` in `folder`, with this very program first among the commands.
    pub(crate) fn start(folder: &Path) -> std::io::Result<Self> {
        let program = std::env::current_exe()?;
        let home = program.parent().unwrap_or(Path::new("/")).to_owned();
        let others = std::env::var_os("PATH").unwrap_or_default();
        let places = std::iter::once(home).chain(std::env::split_paths(&others));
        let places = std::env::join_paths(places).map_err(std::io::Error::other)?;
        let mut child = Command::new("sh")
            .current_dir(folder)
            .env("PATH", places)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let missing = || std::io::Error::other("the shell has no pipes");
        let mut input = child.stdin.take().ok_or_else(missing)?;
        let output = BufReader::new(child.stdout.take().ok_or_else(missing)?);
        writeln!(input, "exec 2>&1")?;
        Ok(Self {
            child,
            input,
            output,
        })
    }

    /// Has the shell take its folder away at its end, also where we are interrupted and it with us.
    pub(crate) fn clears_up(&mut self) -> std::io::Result<()> {
        let folder = "decent_desk=$PWD; readonly decent_desk";
        let end = r#"trap 'cd / && rm -rf -- "$decent_desk"' EXIT; trap 'exit 130' INT HUP TERM"#;
        writeln!(self.input, "{folder}\n{end}")
    }

    /// Runs one command, giving each line of its output to `line`; returns its status.
    pub(crate) fn run(
        &mut self,
        command: &str,
        mut line: impl FnMut(&[u8]),
    ) -> std::io::Result<u8> {
        writeln!(
            self.input,
            "{{ {command}\n}} < /dev/null\nprintf '{MARK}%d\\n' $?"
        )?;
        self.input.flush()?;
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            if self.output.read_until(b'\n', &mut bytes)? == 0 {
                return Err(std::io::Error::other("the shell ended"));
            }
            let mark = bytes
                .windows(MARK.len())
                .position(|part| part == MARK.as_bytes());
            let Some(at) = mark else {
                line(&bytes);
                continue;
            };
            let (before, status) = bytes.split_at(at);
            if !before.is_empty() {
                line(before);
            }
            let status = String::from_utf8_lossy(status.get(MARK.len()..).unwrap_or_default());
            return status.trim().parse().map_err(std::io::Error::other);
        }
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
