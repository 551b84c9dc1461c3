//! All that a tool may touch: inputs by role, outputs, the verdict so far, watch, engine.

use std::cell::OnceCell;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use decent::Verdict;
use decent::error::{Error, slug};
use decent::hash::{Cpu, Engine};
use decent::watch::{Step, Watch};

use crate::amount::Amount;
use crate::args::{Common, Create, Explain, When};
use crate::fail::{CLOSED_PIPE, Fail};
use crate::input::{Input, Role};
use crate::markdown;
use crate::narrate::Narrator;
use crate::output::{self, Artefact, Stream};
use crate::progress::Progress;
use crate::report::{Record, Style, bytes_of};
use crate::signals::Signals;

/// The surroundings of one run.
pub(crate) struct Cx {
    words: String,
    common: Common,
    stdout: Stream,
    stderr: Stream,
    /// Reports go to standard error while an artefact has standard output.
    artefact_on_stdout: bool,
    stdin_taken: bool,
    /// Word by which the library calls an input, its name, its role.
    inputs: Vec<(&'static str, Vec<u8>, Role)>,
    /// Device and inode of each secret file that was read: nothing takes its place.
    pub(crate) secrets: Vec<(u64, u64)>,
    verdict: Option<Verdict>,
    engine: OnceCell<Engine>,
    narrator: Option<Arc<Narrator>>,
    signals: Option<Signals>,
}

impl Cx {
    pub(crate) fn new(words: String, common: Common) -> Self {
        let narrator = common
            .explain
            .map(|how| Arc::new(Narrator::new(how == Explain::Secrets)));
        Self {
            words,
            common,
            stdout: Stream::stdout(),
            stderr: Stream::stderr(),
            artefact_on_stdout: false,
            stdin_taken: false,
            inputs: Vec::new(),
            secrets: Vec::new(),
            verdict: None,
            engine: OnceCell::new(),
            narrator,
            signals: None,
        }
    }

    /// Opens what we trust. `word` is what the library calls this input in its errors.
    pub(crate) fn anchor(&mut self, word: &'static str, path: &Path) -> Result<Input, Fail> {
        self.open(word, path, Role::Anchor)
    }

    /// Opens what is judged.
    pub(crate) fn evidence(&mut self, word: &'static str, path: &Path) -> Result<Input, Fail> {
        self.open(word, path, Role::Evidence)
    }

    /// Opens the data that anchor or evidence speaks of.
    pub(crate) fn subject(&mut self, word: &'static str, path: &Path) -> Result<Input, Fail> {
        self.open(word, path, Role::Subject)
    }

    /// The files of a line, standard input where none is named.
    pub(crate) fn files(named: Vec<PathBuf>) -> Vec<PathBuf> {
        if named.is_empty() {
            vec![PathBuf::from("-")]
        } else {
            named
        }
    }

    /// What the shell lines of the coming steps call FILE.
    pub(crate) fn about(&self, name: &[u8]) {
        if let Some(narrator) = &self.narrator {
            narrator.about(name);
        }
    }

    /// Opens an input in a role.
    pub(crate) fn open(
        &mut self,
        word: &'static str,
        path: &Path,
        role: Role,
    ) -> Result<Input, Fail> {
        let name = bytes_of(path);
        if name == b"-" {
            if std::mem::replace(&mut self.stdin_taken, true) {
                let twice = Error::new(slug::STDIN_TWICE, "", "standard input is asked for twice");
                return Err(twice.into());
            }
            if output::is_terminal(&rustix::stdio::stdin()) {
                self.note("reading standard input");
            }
        }
        self.inputs.retain(|(known, _, _)| *known != word);
        self.inputs.push((word, name.to_vec(), role));
        if let Some(narrator) = self.narrator.as_ref().filter(|_| role == Role::Subject) {
            narrator.about(name);
        }
        Input::open(path).map_err(|error| Fail::from(error).named(name))
    }

    /// Where an artefact goes: `-o`, else standard output, which a terminal gets only text on.
    pub(crate) fn create(&mut self, create: &Create, binary: bool) -> Result<Made<'_>, Fail> {
        match create.output.as_deref() {
            Some(path) if bytes_of(path) != b"-" => {
                self.spare(path)?;
                Ok(Made::File(Artefact::begin(path)?))
            }
            insisted => {
                if binary && insisted.is_none() && self.stdout.is_terminal() {
                    let error = Error::new(
                        slug::BINARY_TO_TERMINAL,
                        "",
                        "binary bytes would go to the terminal",
                    );
                    return Err(Fail::from(error).hint("give -o FILE, or -o - to insist"));
                }
                Ok(self.stdout_as_artefact())
            }
        }
    }

    /// Standard output, which now holds the artefact.
    pub(crate) fn stdout_as_artefact(&mut self) -> Made<'_> {
        self.artefact_on_stdout = true;
        Made::Stdout(&mut self.stdout)
    }

    /// Writes one record of the report.
    pub(crate) fn emit(&mut self, record: &Record) -> Result<(), Fail> {
        let color = self.colored(!self.artefact_on_stdout);
        let stream = if self.artefact_on_stdout {
            &mut self.stderr
        } else {
            &mut self.stdout
        };
        let style = Style {
            json: self.common.json,
            no_names: self.common.no_names,
            terminal: stream.is_terminal(),
            color,
        };
        if self.artefact_on_stdout && self.common.quiet {
            return Ok(());
        }
        stream.put(&record.write(&self.words, style))
    }

    /// Writes bytes that are no record: a lesson, a page.
    pub(crate) fn print(&mut self, text: &[u8]) -> Result<(), Fail> {
        self.stdout.put(text)
    }

    /// Puts down all that was said so far: what follows relies on it.
    pub(crate) fn flush(&mut self) -> Result<(), Fail> {
        self.stdout.flush()
    }

    /// Whether standard output, or else standard error, is to be colored: as the option says, or on
    /// a terminal that wants it (`NO_COLOR`, `TERM`).
    fn colored(&self, stdout: bool) -> bool {
        let choice = if stdout {
            anstream::AutoStream::choice(&std::io::stdout())
        } else {
            anstream::AutoStream::choice(&std::io::stderr())
        };
        match self.common.color {
            When::Always => true,
            When::Never => false,
            When::Auto => choice != anstream::ColorChoice::Never,
        }
    }

    /// Prints prose: on a terminal its lines are broken between words.
    pub(crate) fn prose(&mut self, text: &str) -> Result<(), Fail> {
        let text = match self.stdout.columns() {
            Some(columns) => markdown::wrapped(text, columns),
            None => text.to_owned(),
        };
        self.print((text + "\n").as_bytes())
    }

    /// Says something on the way, on standard error, unless it is to be quiet.
    pub(crate) fn note(&self, text: &str) {
        if !self.common.quiet {
            output::complain(format!("decent {}: {text}\n", self.words).as_bytes());
        }
    }

    /// One item failed; the others go on.
    pub(crate) fn complain(&mut self, fail: Fail) -> Result<(), Fail> {
        if fail.closed {
            return Err(fail);
        }
        let fail = self.settled(fail);
        let why = fail.error.to_string().into();
        self.fold(if fail.is_no() {
            Verdict::No(why)
        } else {
            Verdict::Unknown(why)
        });
        output::complain(&fail.text(&self.words, self.colored(false)));
        Ok(())
    }

    /// Joins the verdict on one item with those before.
    pub(crate) fn fold(&mut self, verdict: Verdict) {
        self.verdict = Some(match self.verdict.take() {
            Some(before) => before.and(verdict),
            None => verdict,
        });
    }

    /// From now on Ctrl-C asks the work to end well.
    pub(crate) fn stoppable(&mut self) -> Result<(), Fail> {
        self.signals = Some(Signals::listen()?);
        Ok(())
    }

    /// Seconds since 1970.
    pub(crate) fn now() -> u64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs())
    }

    /// Random bytes of the operating system.
    pub(crate) fn random(bytes: &mut [u8]) -> Result<(), Fail> {
        let mut filled = 0;
        while filled < bytes.len() {
            let flags = rustix::rand::GetRandomFlags::empty();
            filled += rustix::rand::getrandom(&mut bytes[filled..], flags)
                .map_err(|e| Fail::from(Error::io(slug::UNREADABLE, &e.into())).named("random"))?;
        }
        Ok(())
    }

    /// The operating system's generator, for what in the library draws. It has been asked once.
    pub(crate) fn rng() -> Result<SystemRandom, Fail> {
        Self::random(&mut [0; 1])?;
        Ok(SystemRandom)
    }

    /// What the library is to tell, of work on `total` bytes.
    pub(crate) fn watch(&self, total: Option<u64>) -> Teller {
        self.teller(Amount::Bytes(total))
    }

    /// The same of tries, of which so many are expected.
    pub(crate) fn hunt(&self, expected: Option<f64>) -> Teller {
        self.teller(Amount::Tries(expected))
    }

    fn teller(&self, amount: Amount) -> Teller {
        let terminal = self.stderr.is_terminal();
        let wanted = match self.common.progress {
            When::Always => true,
            When::Never => false,
            When::Auto => terminal && !self.common.quiet && self.narrator.is_none(),
        };
        Teller {
            narrator: self.narrator.clone(),
            progress: wanted.then(|| Progress::begin(amount, terminal)),
            signals: self.signals.clone(),
        }
    }

    /// What hashes; `DECENT_CPU` forces a kind of processor.
    pub(crate) fn engine(&self) -> Result<Engine, Fail> {
        if let Some(engine) = self.engine.get() {
            return Ok(*engine);
        }
        let found = Engine::detect();
        let engine = match std::env::var("DECENT_CPU") {
            Ok(name) => {
                let cpu =
                    Cpu::named(&name).map_err(|error| Fail::from(error).named("DECENT_CPU"))?;
                Engine::new(cpu, found.threads())
            }
            Err(_) => found,
        };
        Ok(*self.engine.get_or_init(|| engine))
    }

    /// Whether reports are JSON.
    pub(crate) fn json(&self) -> bool {
        self.common.json
    }

    /// Whether values are wanted without names.
    pub(crate) fn no_names(&self) -> bool {
        self.common.no_names
    }

    /// Whether a person reads standard output.
    pub(crate) fn on_terminal(&self) -> bool {
        self.stdout.is_terminal()
    }

    /// Puts down what is still in the buffers, says what failed, and gives the exit status.
    pub(crate) fn end(mut self, ended: Result<Verdict, Fail>) -> u8 {
        let flushed = self.stdout.flush();
        let verdict = match ended.and_then(|verdict| flushed.map(|()| verdict)) {
            Ok(verdict) => match self.verdict.take() {
                Some(before) => before.and(verdict),
                None => verdict,
            },
            Err(fail) if fail.closed => return CLOSED_PIPE,
            Err(fail) => {
                let stopped = fail.error.slug == slug::STOPPED;
                // What was found before still counts, and a *no* outranks this.
                if let Err(closed) = self.complain(fail) {
                    debug_assert!(closed.closed);
                }
                if let Some(status) = self.signals.as_ref().and_then(Signals::status)
                    && stopped
                {
                    return status;
                }
                self.verdict.take().unwrap_or(Verdict::Unknown("".into()))
            }
        };
        match verdict {
            Verdict::Yes => 0,
            Verdict::No(_) => 1,
            Verdict::Unknown(_) => 2,
        }
    }

    /// A fail with the name and role of the input that its error speaks of.
    fn settled(&self, mut fail: Fail) -> Fail {
        let word = fail.error.input;
        let of_word = self.inputs.iter().find(|(known, _, _)| *known == word);
        let only = || {
            self.inputs
                .first()
                .filter(|_| word.is_empty() && self.inputs.len() == 1)
        };
        let of_none = [slug::USAGE, slug::UNWRITABLE, slug::BINARY_TO_TERMINAL];
        let input = of_word
            .or_else(only)
            .filter(|_| !of_none.contains(&fail.error.slug));
        if fail.name.is_none() {
            fail.name = Some(input.map_or(word.as_bytes(), |(_, name, _)| name).to_vec());
        }
        if fail.role.is_none() {
            fail.role = input.map(|(_, _, role)| *role);
        }
        fail
    }
}

/// The operating system's generator of random bytes. One that has answered goes on to.
pub(crate) struct SystemRandom;

impl rand_core::TryRng for SystemRandom {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        rand_core::utils::next_word_via_fill(self)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        rand_core::utils::next_word_via_fill(self)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        let drawn = Cx::random(bytes);
        assert!(drawn.is_ok(), "the system's random bytes have ended");
        Ok(())
    }
}

impl rand_core::TryCryptoRng for SystemRandom {}

/// An artefact under way.
pub(crate) enum Made<'a> {
    File(Artefact),
    Stdout(&'a mut Stream),
}

impl Made<'_> {
    /// Writes part of it.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> Result<(), Fail> {
        match self {
            Self::File(artefact) => {
                let written = artefact.write_all(bytes);
                written.map_err(|e| Fail::output(&e, artefact.name()))
            }
            Self::Stdout(stream) => stream.put(bytes),
        }
    }

    /// Writes part of it that is secret: no buffer of ours keeps it.
    pub(crate) fn put_secret(&mut self, bytes: &[u8]) -> Result<(), Fail> {
        match self {
            Self::File(_) => self.put(bytes),
            Self::Stdout(stream) => stream.put_unbuffered(bytes),
        }
    }

    /// The file itself where it is one that is being made, to be written in any order.
    pub(crate) fn own_file(&mut self) -> Option<&mut std::fs::File> {
        match self {
            Self::File(artefact) => artefact.own_file(),
            Self::Stdout(_) => None,
        }
    }

    /// Puts it in its place.
    pub(crate) fn finish(self) -> Result<(), Fail> {
        match self {
            Self::File(artefact) => artefact.commit(),
            Self::Stdout(stream) => stream.flush(),
        }
    }
}

/// The watch of the program: narrates and draws progress.
pub(crate) struct Teller {
    narrator: Option<Arc<Narrator>>,
    progress: Option<Progress>,
    signals: Option<Signals>,
}

impl Watch for Teller {
    fn narrates(&self) -> bool {
        self.narrator.is_some()
    }

    fn tells_secrets(&self) -> bool {
        self.narrator
            .as_ref()
            .is_some_and(|narrator| narrator.secrets)
    }

    fn advance(&self, n: u64) {
        if let Some(progress) = &self.progress {
            progress.advance(n);
        }
    }

    fn step(&self, step: &Step) {
        if let Some(narrator) = &self.narrator {
            narrator.tell(step);
        }
    }

    fn stopped(&self) -> bool {
        self.signals
            .as_ref()
            .is_some_and(|signals| signals.status().is_some())
    }
}
