//! Secrets on their way in and out: key files, passphrases, files that nobody else reads. As soon as
//! a tool handles one, this process leaves no core dump and can't be looked into.

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use decent::error::{Error, slug};
use decent::key::form::{LARGEST, Read as KeyRead};
use decent::key::{Kind, PublicKey, SecretKey};
use decent::secret::Secret;
use rustix::process::{DumpableBehavior, Resource, Rlimit};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios};
use zeroize::Zeroizing;

use crate::args::Create;
use crate::cx::{Cx, Made};
use crate::fail::Fail;
use crate::input::Role;
use crate::output::Artefact;
use crate::report::bytes_of;

/// Letters of a passphrase, at most.
const LETTERS_MOST: usize = 4096;

/// Bits of a file's mode by which others can read it, or change it.
const OTHERS: u32 = 0o077;

/// From now on a crash leaves no core, and no other process of this user looks inside.
pub(crate) fn guard() {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Where the system refuses there is nothing better to do than to go on.
    let _ = rustix::process::setrlimit(Resource::Core, none);
    let _ = rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

/// Where the passphrase of a key stands.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Passphrase {
    /// The passphrase of the key is the first line of FILE; /dev/fd/3 is descriptor 3. Without
    /// it a terminal is asked
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

/// Where a secret goes.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Hide {
    /// Write to FILE, which only its owner can read, whole or not at all; `-` is standard
    /// output, also a terminal
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Replace what is there
    #[arg(long)]
    pub(crate) force: bool,
}

impl Hide {
    /// The file that is named, unless it is standard output.
    pub(crate) fn file(&self) -> Option<&Path> {
        let output = self.output.as_deref();
        output.filter(|path| bytes_of(path) != b"-")
    }

    /// Refused where something is there that isn't to be replaced; said before any work. A device or
    /// a pipe is no such thing.
    pub(crate) fn vacant(&self, path: &Path) -> Result<(), Fail> {
        let device = path
            .metadata()
            .is_ok_and(|old| !old.is_file() && !old.is_dir());
        match path.symlink_metadata() {
            Ok(_) if !self.force && !device => Err(already_there(path)),
            _ => Ok(()),
        }
    }
}

fn already_there(path: &Path) -> Fail {
    let error = Error::new(slug::ALREADY_THERE, "", "it is there already");
    let fail = Fail::from(error).named(bytes_of(path));
    fail.hint("give another name, or --force to replace it")
}

impl Cx {
    /// All of a small secret. A file that others can read is warned of.
    pub(crate) fn secret(
        &mut self,
        word: &'static str,
        path: &Path,
        role: Role,
    ) -> Result<Secret, Fail> {
        guard();
        let mut input = self.open(word, path, role)?;
        let read = input.read_secret(LARGEST);
        let read = read.map_err(|error| Fail::from(error.of(word)))?;
        if bytes_of(path) != b"-" && !read.bytes().is_empty() {
            self.keep(path);
        }
        Ok(read)
    }

    /// A file with a secret that was read: nothing that is made takes its place. One that others can
    /// read is warned of.
    pub(crate) fn keep(&mut self, path: &Path) {
        self.warn_of_readers(path);
        let file = path.metadata().ok().filter(std::fs::Metadata::is_file);
        self.secrets
            .extend(file.map(|file| (file.dev(), file.ino())));
    }

    /// Refuses to make a file in the place of a secret that was read.
    pub(crate) fn spare(&self, path: &Path) -> Result<(), Fail> {
        let old = path.metadata().map(|old| (old.dev(), old.ino()));
        if !old.is_ok_and(|old| self.secrets.contains(&old)) {
            return Ok(());
        }
        let words = "it is the secret that was read, which nothing replaces";
        let error = Error::new(slug::ALREADY_THERE, "", words);
        Err(Fail::from(error)
            .named(bytes_of(path))
            .hint("give another name"))
    }

    /// Says so where others than its owner can read a file.
    pub(crate) fn warn_of_readers(&self, path: &Path) {
        let mode = path.metadata().map(|file| (file.is_file(), file.mode()));
        if let Ok((true, mode)) = mode
            && mode & OTHERS != 0
        {
            let name = crate::shown::escape(bytes_of(path), true);
            let name = String::from_utf8_lossy(&name);
            self.note(&format!(
                "{name}: warning: others can read this file (mode {:03o}): chmod 600 keeps it yours",
                mode & 0o777
            ));
        }
    }

    /// A secret key, and what stands beside it. The passphrase of an encrypted one comes from where
    /// it is said to, or a terminal is asked.
    pub(crate) fn secret_key(
        &mut self,
        word: &'static str,
        path: &Path,
        passphrase: &Passphrase,
        kind: Option<Kind>,
    ) -> Result<KeyRead<SecretKey>, Fail> {
        let bytes = self.secret(word, path, Role::Anchor)?;
        let (read, _) = self.unlocked(word, path, &bytes, passphrase, kind)?;
        Ok(read)
    }

    /// The same of bytes that were read already; with the passphrase that opened it.
    pub(crate) fn unlocked(
        &mut self,
        word: &'static str,
        path: &Path,
        bytes: &Secret,
        passphrase: &Passphrase,
        kind: Option<Kind>,
    ) -> Result<(KeyRead<SecretKey>, Option<Secret>), Fail> {
        let failed = |error: Error| Fail::from(error.of(word));
        let wanted = match SecretKey::read(bytes, None, kind) {
            Err(error) if error.slug == slug::PASSPHRASE_WANTED => error,
            read => return Ok((read.map_err(failed)?, None)),
        };
        let name = crate::shown::escape(bytes_of(path), true);
        let prompt = format!("passphrase of {}", String::from_utf8_lossy(&name));
        let Some(given) = self.passphrase(passphrase, &prompt, false)? else {
            return Err(failed(wanted).hint("give --passphrase-file FILE"));
        };
        let read = SecretKey::read(bytes, Some(&given), kind).map_err(failed)?;
        Ok((read, Some(given)))
    }

    /// A public key, and what stands beside it.
    pub(crate) fn public_key(
        &mut self,
        word: &'static str,
        path: &Path,
        role: Role,
        kind: Option<Kind>,
    ) -> Result<KeyRead<PublicKey>, Fail> {
        // Whoever names a secret key by mistake has it wiped all the same.
        let mut input = self.open(word, path, role)?;
        let read = input.read_secret(LARGEST);
        let read = read.and_then(|bytes| PublicKey::read(bytes.bytes(), kind));
        read.map_err(|error| Fail::from(error.of(word)))
    }

    /// A passphrase: the first line of the file that is named, else what a person types; `None`
    /// where there is neither. A new one is typed twice.
    pub(crate) fn passphrase(
        &mut self,
        from: &Passphrase,
        prompt: &str,
        new: bool,
    ) -> Result<Option<Secret>, Fail> {
        guard();
        let Some(path) = from.passphrase_file.as_deref() else {
            let Some(typed) = asked(prompt)? else {
                return Ok(None);
            };
            if new && asked("the same again")?.is_none_or(|again| again != typed) {
                return Err(no_passphrase("the same passphrase twice", "two"));
            }
            return given(typed).map(Some);
        };
        let text = self.secret("passphrase", path, Role::Anchor)?;
        given(text.line()).map(Some)
    }

    /// Where a secret goes: a file of its owner alone, made without a name first and put under one
    /// that is free; or standard output, which is no terminal unless one insists.
    pub(crate) fn hide(&mut self, hide: &Hide) -> Result<Made<'_>, Fail> {
        guard();
        if let Some(path) = hide.file() {
            hide.vacant(path)?;
            return Ok(Made::File(Artefact::begin_secret(path, hide.force)?));
        }
        self.refuse_terminal(hide.output.is_some())?;
        if let Ok(file) = rustix::fs::fstat(rustix::stdio::stdout())
            && rustix::fs::FileType::from_raw_mode(file.st_mode).is_file()
            && file.st_mode & OTHERS != 0
        {
            self.note("warning: others can read the file that standard output is: give -o FILE");
        }
        Ok(self.stdout_as_artefact())
    }
}

impl Cx {
    /// The same for what was sealed: it may take the place of another file, as all that -o makes.
    pub(crate) fn create_hidden(&mut self, create: &Create) -> Result<Made<'_>, Fail> {
        guard();
        match create.output.as_deref() {
            Some(path) if bytes_of(path) != b"-" => {
                self.spare(path)?;
                Ok(Made::File(Artefact::begin_secret(path, true)?))
            }
            insisted => {
                self.refuse_terminal(insisted.is_some())?;
                Ok(self.stdout_as_artefact())
            }
        }
    }

    /// A terminal shows no secret, unless one insists.
    fn refuse_terminal(&self, insisted: bool) -> Result<(), Fail> {
        if insisted || !self.on_terminal() {
            return Ok(());
        }
        let words = "secret bytes would go to the terminal";
        let fail = Fail::from(Error::new(slug::SECRET_TO_TERMINAL, "", words));
        Err(fail.hint("give -o FILE, or -o - to insist"))
    }
}

fn no_passphrase(wanted: &'static str, found: &'static str) -> Fail {
    Error::new(slug::NO_PASSPHRASE, wanted, found).into()
}

/// A passphrase of no letters protects nothing.
fn given(passphrase: Secret) -> Result<Secret, Fail> {
    if passphrase.bytes().is_empty() {
        return Err(no_passphrase("a passphrase", "an empty line"));
    }
    Ok(passphrase)
}

/// What a person types at the terminal of this process, unseen; `None` where there is no terminal.
fn asked(prompt: &str) -> Result<Option<Secret>, Fail> {
    let Ok(terminal) = File::options().read(true).write(true).open("/dev/tty") else {
        return Ok(None);
    };
    let Ok(unseen) = Unseen::begin(&terminal) else {
        return Ok(None);
    };
    let said = |terminal: &File, text: &str| {
        let put = rustix::io::write(terminal, text.as_bytes());
        put.map_err(|e| Fail::output(&e.into(), b"/dev/tty"))
    };
    said(&terminal, &format!("{prompt}: "))?;
    let typed = line_of(&terminal);
    drop(unseen);
    said(&terminal, "\n")?;
    let typed = typed.map_err(|e| Fail::from(Error::io(slug::UNREADABLE, &e)).named("/dev/tty"))?;
    if typed.is_none() {
        // As if the terminal had sent it.
        let me = rustix::process::getpid();
        let _ = rustix::process::kill_process(me, rustix::process::Signal::INT);
        return Err(Error::new(slug::STOPPED, "", "stopped").into());
    }
    Ok(typed)
}

/// Letters up to the end of a line, with what a terminal does with some of them; `None` on Ctrl-C.
fn line_of(mut terminal: &File) -> std::io::Result<Option<Secret>> {
    let mut line = Zeroizing::new(Vec::with_capacity(LETTERS_MOST));
    loop {
        let mut letter = [0];
        let count = terminal.read(&mut letter)?;
        match letter[0] {
            b'\n' | b'\r' | 4 => return Ok(Some(Secret::from(&**line))),
            _ if count == 0 => return Ok(Some(Secret::from(&**line))),
            3 => return Ok(None),
            8 | 127 => {
                // A letter of several bytes goes whole.
                while line.pop().is_some_and(|byte| (0x80..0xc0).contains(&byte)) {}
            }
            21 => line.clear(),
            byte if line.len() < LETTERS_MOST => line.push(byte),
            _ => {}
        }
    }
}

/// A terminal that shows nothing of what is typed, until this goes.
struct Unseen<'a> {
    terminal: &'a File,
    before: Termios,
}

impl<'a> Unseen<'a> {
    fn begin(terminal: &'a File) -> rustix::io::Result<Unseen<'a>> {
        let before = rustix::termios::tcgetattr(terminal)?;
        let mut quiet = before.clone();
        quiet
            .local_modes
            .remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
        quiet.special_codes[SpecialCodeIndex::VMIN] = 1;
        quiet.special_codes[SpecialCodeIndex::VTIME] = 0;
        rustix::termios::tcsetattr(terminal, OptionalActions::Flush, &quiet)?;
        Ok(Unseen { terminal, before })
    }
}

impl Drop for Unseen<'_> {
    fn drop(&mut self) {
        let _ = rustix::termios::tcsetattr(self.terminal, OptionalActions::Now, &self.before);
    }
}
