//! `note sign`: a signature under a text, or under a note that others signed already.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::error::{Error, slug};
use decent::note::witness::Request;
use decent::note::{Algorithm, Checkpoint, Note, Verifier, narrate};
use decent::watch::Watch;

use crate::args::{Create, Time};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::notes::{Signing, known, now, read, seen, shown, verifiers};
use crate::report::bytes_of;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    signing: Signing,
    /// Cosign a checkpoint, as a witness does: the time is signed too
    #[arg(long)]
    cosign: bool,
    /// What a cosignature says is now
    #[arg(long, value_name = "TIME", requires = "cosign")]
    at: Option<Time>,
    /// A key of the log, as a line (NAME+HEX+BASE64) or a file of lines, one of which must have signed
    /// before; the log is to have its name, or the one of --origin
    #[arg(long, value_name = "VKEY")]
    log: Vec<PathBuf>,
    /// The name of the log, which stands in the first line of its checkpoints
    #[arg(long, value_name = "NAME", requires = "log")]
    origin: Option<String>,
    /// What was seen before, which grows by this head: cosigns no earlier head than the newest, no
    /// other of the same size, and a later one only with a proof that the log grew
    #[arg(long, value_name = "STATE", requires_all = ["cosign", "log"])]
    state: Option<PathBuf>,
    /// The whole file is text, even where it looks signed
    #[arg(long, conflicts_with_all = ["cosign", "log"])]
    text: bool,
    /// Write the new line alone, as a witness answers
    #[arg(long)]
    line: bool,
    #[command(flatten)]
    create: Create,
    /// The text, the note, or what a witness is asked (`old`, a proof, a checkpoint); none, or `-`, is
    /// standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Puts a signature under a text of UTF-8, as c2sp.org/signed-note has it, or under a note that others
signed already. With --cosign the note must be a checkpoint, and the time is signed with it: so do
witnesses of logs. A witness that keeps --state never signs two histories of one log: a later
head must come as `old SIZE`, the hashes of a proof, an empty line and the checkpoint.";
    const EXAMPLES: &'static str =
        "$ printf %064d 7 > key && printf %064d 8 > other && chmod 600 key other
$ echo 'version 3 is out' > text
$ decent note sign --key key --name example.com/news text -o note
example.com/news+[..]  text
$ decent note sign --key other --name example.com/desk -q note | tail -n 2 | cut -c1-20
\u{2014} example.com/news
\u{2014} example.com/desk
$ printf 'example.com/log\\n0\\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n' > head
$ decent note sign --key key --name example.com/log -q head > signed
$ decent note key --name example.com/log --no-names key > log.vkey
$ decent note sign --key other --name w1 --cosign --log log.vkey --state seen signed -o both -q
w1+[..]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let log = verifiers(cx, "--log", &self.log)?;
        let algorithm = if self.cosign {
            Algorithm::Cosignature
        } else {
            Algorithm::Ed25519
        };
        let signer = self.signing.signer(cx, algorithm)?;
        let bytes = read(cx, &self.file, Role::Subject)?;
        cx.about(bytes_of(&self.file));
        let given = self.given(&bytes);
        let mut given = given.map_err(|error| Fail::from(error.of("note")))?;
        let wrong = |error: Error| Fail::from(error.of("note"));
        if !self.log.is_empty() {
            self.signed_before(&given.note, &log).map_err(wrong)?;
        }
        if let Some(path) = &self.state
            && let verdict @ (Verdict::No(_) | Verdict::Unknown(_)) = continued(cx, path, &given)?
        {
            let record = crate::report::Record::verdict(&verdict);
            cx.emit(&record.name(bytes_of(&self.file)))?;
            return Ok(verdict);
        }
        if self.cosign && self.state.is_none() {
            let words = "nothing says that the log only grew: a witness keeps --state";
            cx.note(words);
        }
        let now = now(self.at)?;
        let before = bytes.len() - given.note.to_string().len();
        given.note.sign(&signer, now).map_err(wrong)?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let own = [signer.verifier().clone()];
            let signed = given.note.open(&own)?;
            narrate::opened((&given.note, before), &own, &signed, &watch);
        }
        drop(watch);
        let written = given.note.to_string();
        let written = if self.line {
            line_of(&given.note, signer.verifier())
        } else {
            written
        };
        let mut made = cx.create(&self.create, false)?;
        made.put(written.as_bytes())?;
        made.finish()?;
        let mut record = known(signer.verifier());
        record = record.aside("signatures", given.note.lines().len());
        if self.cosign {
            record = record.aside("time", shown(now));
        }
        cx.emit(&record.name(bytes_of(&self.file)))?;
        Ok(Verdict::Yes)
    }
}

/// The line of a key under a note, as it stands there.
fn line_of(note: &Note, verifier: &Verifier) -> String {
    let line = note.lines().iter().find(|line| verifier.wrote(line));
    line.map(|line| format!("{line}\n")).unwrap_or_default()
}

/// What is to be signed, with the proof that came with it.
impl Args {
    fn given(&self, bytes: &[u8]) -> decent::Result<Request> {
        if self.state.is_some() && Request::begins(bytes) {
            return Request::read(bytes);
        }
        let note = if !self.text && Note::looks_signed(bytes) {
            Note::read(bytes)?
        } else {
            Note::of_text(bytes)?
        };
        Ok(Request {
            old: 0,
            hashes: Vec::new(),
            note,
        })
    }

    /// That the log signed the head, and that it is the log's own.
    fn signed_before(&self, note: &Note, log: &[Verifier]) -> decent::Result<()> {
        let head = Checkpoint::read(note.text())?;
        let signed = note.open(log)?;
        let names = signed.iter().filter_map(|one| log.get(one.verifier));
        let own = match &self.origin {
            Some(origin) => head.origin == *origin,
            None => names.into_iter().any(|key| key.name() == head.origin),
        };
        if own {
            return Ok(());
        }
        let wanted = match &self.origin {
            Some(origin) => format!("a head of {origin}"),
            None => "a head of the log that its key is named after".to_owned(),
        };
        let found = format!("one of {}", head.origin);
        Err(Error::new(slug::NOTE_SIGNATURE, wanted, found))
    }
}

/// Whether what is asked continues what was seen.
fn continued(cx: &Cx, path: &Path, given: &Request) -> Result<Verdict, Fail> {
    let head = Checkpoint::read(given.note.text())?;
    seen(cx, path, &head, |_| {
        Ok((given.old, Cow::Borrowed(given.hashes.as_slice())))
    })
}
