//! One run of the program: where, with which words, on which streams; and what came of it.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_decent");

/// Whatever takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(120);

/// A folder that goes with its owner.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("decent-test-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Where standard output goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Out {
    Kept,
    /// A disk without room.
    Full,
    /// A pipe that nobody reads.
    Closed,
}

/// A run that is being put together.
pub(crate) struct Run {
    command: Command,
    stdin: Option<Vec<u8>>,
    out: Out,
}

/// What came of it.
pub(crate) struct Ended {
    /// 128 and the signal where one ended it, as a shell says it.
    pub(crate) status: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: Vec<u8>,
}

/// The variables that tests run under: the plainest surroundings there are, the program first.
pub(crate) fn surroundings(command: &mut Command, folder: &Path) {
    let home = Path::new(PROGRAM).parent().unwrap();
    let others = std::env::var_os("PATH").unwrap_or_default();
    let places = std::iter::once(home.to_owned()).chain(std::env::split_paths(&others));
    command
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::join_paths(places).unwrap())
        .env("HOME", folder)
        .env("TERM", "dumb")
        .env("LC_ALL", "C")
        .env("TZ", "UTC");
}

impl Run {
    /// `decent` in `folder` with these words; nothing stands on its standard input.
    pub(crate) fn new(folder: &Path, words: &[impl AsRef<OsStr>]) -> Self {
        Self::of(Command::new(PROGRAM), folder, words)
    }

    /// The same where at most `kibibytes` of addresses may be had.
    pub(crate) fn bounded(folder: &Path, words: &[impl AsRef<OsStr>], kibibytes: u32) -> Self {
        let mut command = Command::new("bash");
        let script = format!("ulimit -v {kibibytes} -c 0; exec decent \"$@\"");
        command.args(["-c", &script, "decent"]);
        let mut run = Self::of(command, folder, words);
        // The allocator reserves far more addresses than it uses, for each thread.
        run.command.env("MALLOC_ARENA_MAX", "1");
        run
    }

    fn of(mut command: Command, folder: &Path, words: &[impl AsRef<OsStr>]) -> Self {
        command.args(words);
        surroundings(&mut command, folder);
        Self {
            command,
            stdin: None,
            out: Out::Kept,
        }
    }

    /// The same with a pipe on standard input that carries `bytes`.
    pub(crate) fn stdin(mut self, bytes: Vec<u8>) -> Self {
        self.stdin = Some(bytes);
        self
    }

    /// The same with standard output elsewhere.
    pub(crate) fn stdout(mut self, out: Out) -> Self {
        self.out = out;
        self
    }

    /// Runs it to its end.
    pub(crate) fn end(mut self) -> Ended {
        let stdin = self
            .stdin
            .as_ref()
            .map_or(Stdio::null(), |_| Stdio::piped());
        let stdout = match self.out {
            Out::Kept => Stdio::piped(),
            Out::Full => File::options()
                .write(true)
                .open("/dev/full")
                .unwrap()
                .into(),
            Out::Closed => std::io::pipe().unwrap().1.into(),
        };
        let command = self.command.stdin(stdin).stdout(stdout);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        // The command would hold the end of the closed pipe open.
        drop(self.command);
        if let (Some(mut pipe), Some(bytes)) = (child.stdin.take(), self.stdin) {
            // Who ends without reading all of it is free to.
            std::thread::spawn(move || drop(pipe.write_all(&bytes)));
        }
        let stdout = child.stdout.take().map(drain);
        let stderr = child.stderr.take().map(drain);
        let status = wait(&mut child);
        let all = |reader: Option<std::thread::JoinHandle<Vec<u8>>>| {
            reader.map_or_else(Vec::new, |reader| reader.join().unwrap())
        };
        Ended {
            status,
            stdout: all(stdout),
            stderr: all(stderr),
        }
    }
}

fn drain(mut stream: impl Read + Send + 'static) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        bytes
    })
}

fn wait(child: &mut Child) -> i32 {
    use std::os::unix::process::ExitStatusExt;
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status
                .code()
                .unwrap_or_else(|| 128 + status.signal().unwrap_or_default());
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("still running after {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_micros(300));
    }
}

impl Ended {
    /// Standard error as text.
    pub(crate) fn complaint(&self) -> String {
        String::from_utf8_lossy(&self.stderr).into_owned()
    }

    /// All that it said, for the message of a failed test.
    pub(crate) fn said(&self) -> String {
        let stdout = String::from_utf8_lossy(&self.stdout);
        let shown: String = stdout.chars().take(2000).collect();
        format!(
            "status {}\nstdout: {shown}\nstderr: {}",
            self.status,
            self.complaint()
        )
    }

    /// Fails the test where the run ended in a way that no run may, whatever it was fed.
    pub(crate) fn sane(self, what: &dyn std::fmt::Debug) -> Self {
        let complaint = self.complaint();
        assert!((0..=2).contains(&self.status), "{what:?}: {}", self.said());
        for word in ["panicked", "Os {", "RUST_BACKTRACE", "overflow"] {
            assert!(!complaint.contains(word), "{what:?}: {}", self.said());
        }
        self
    }
}

/// Words of a line as the system takes them.
pub(crate) fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

/// The stored files of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
