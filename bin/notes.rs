//! What the tools on notes share: keys on the line and in files, reading notes, records of keys.

use std::borrow::Cow;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::{hex, time};
use decent::error::{Error, slug};
use decent::key::{Kind, SecretKey};
use decent::note::key::other_type;
use decent::note::witness::{Book, Found, heading};
use decent::note::{Algorithm, Checkpoint, LARGEST, Signed, Signer, Verifier};

use crate::args::Time;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::ledger::{Form, Ledger};
use crate::report::{Record, bytes_of};
use crate::secrets::Passphrase;

/// Bytes of a file of keys, at most.
const KEYS_LARGEST: u64 = 1 << 20;

/// The key that signs, and how it is known.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Signing {
    /// The secret key of ed25519, in any form, or as Go's package writes it (PRIVATE+KEY+..)
    #[arg(long, value_name = "KEY")]
    key: PathBuf,
    /// The name of the key, without spaces and plus signs; one in Go's form has its own
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    passphrase: Passphrase,
}

impl Signing {
    /// The key, for signatures of this sort.
    pub(crate) fn signer(&self, cx: &mut Cx, algorithm: Algorithm) -> Result<Signer, Fail> {
        let bytes = cx.secret("key", &self.key, Role::Anchor)?;
        if let Some(read) = Signer::read(&bytes) {
            let signer = read.map_err(|error| Fail::from(error.of("key")))?;
            return self.renamed(signer, algorithm);
        }
        let kind = Some(Kind::Ed25519);
        let (read, _) = cx.unlocked("key", &self.key, &bytes, &self.passphrase, kind)?;
        let SecretKey::Ed25519(_) = &read.key else {
            return Err(not_ed25519(read.key.kind()));
        };
        let Some(name) = &self.name else {
            let fail = Fail::usage("a key in this form has no name of its own");
            return Err(fail.named("--key").hint("give --name NAME"));
        };
        let signer = Signer::new(name, algorithm, &read.key.to_bytes());
        signer.map_err(|error| Fail::from(error).named("--name"))
    }

    /// A key that has a name: the one that is given must be the same.
    fn renamed(&self, signer: Signer, algorithm: Algorithm) -> Result<Signer, Fail> {
        let own = signer.verifier().name();
        match &self.name {
            Some(name) if name != own => {
                let error = Error::new(
                    slug::NOTE_KEY,
                    format!("the key's own name, {own}"),
                    name.clone(),
                );
                Err(Fail::from(error).named("--name"))
            }
            _ => Ok(signer.with(algorithm)?),
        }
    }
}

/// That a key is of another kind.
pub(crate) fn not_ed25519(kind: Kind) -> Fail {
    let error = Error::new(slug::KEY_KIND, "a key of ed25519", kind.name());
    error.of("key").into()
}

/// Keys that are trusted: each the line of a verifier, or a file of such lines, where empty ones and
/// those that begin with `#` say nothing.
pub(crate) fn verifiers(
    cx: &mut Cx,
    option: &'static str,
    given: &[PathBuf],
) -> Result<Vec<Verifier>, Fail> {
    let mut all = Vec::new();
    for one in given {
        let text = one
            .to_str()
            .filter(|text| text.contains('+') && !one.exists());
        if let Some(text) = text {
            all.push(verifier(text).map_err(|error| Fail {
                role: Some(Role::Anchor),
                ..Fail::from(error).named(option)
            })?);
            continue;
        }
        let bytes = cx.anchor("keys", one)?.read_all(KEYS_LARGEST);
        let bytes = bytes.map_err(|error| Fail::from(error.of("keys")))?;
        let text = String::from_utf8_lossy(&bytes);
        all.extend(listed(cx, one, &text)?);
    }
    Ok(all)
}

/// The keys of a file. Those of a type that is not known here are for others, unless all are.
fn listed(cx: &Cx, path: &Path, text: &str) -> Result<Vec<Verifier>, Fail> {
    let (mut all, mut passed) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match (verifier(line), other_type(line)) {
            (Ok(key), _) => all.push(key),
            (Err(error), kind) => {
                let error = error.at(decent::Place::Line(number));
                let fail = Fail::from(error.of("keys")).named(bytes_of(path));
                let Some(kind) = kind else {
                    return Err(fail);
                };
                passed.push((number, kind, fail));
            }
        }
    }
    let shown = crate::shown::visible(&String::from_utf8_lossy(bytes_of(path)));
    for (number, kind, fail) in passed {
        if all.is_empty() {
            return Err(fail);
        }
        cx.note(&format!(
            "{shown}: line {number}: a key of type {kind}, which is not known here, is passed over"
        ));
    }
    Ok(all)
}

fn verifier(text: &str) -> decent::Result<Verifier> {
    text.parse()
}

/// All of a note, a request or a proof.
pub(crate) fn read(cx: &mut Cx, path: &Path, role: Role) -> Result<Vec<u8>, Fail> {
    let bytes = cx.open("note", path, role)?.read_all(LARGEST as u64);
    bytes.map_err(|error| Fail::from(error.of("note")))
}

/// The line by which verifiers know a key.
pub(crate) fn known(verifier: &Verifier) -> Record {
    Record::value("verifier_key", verifier.to_string())
        .aside("name", verifier.name())
        .aside("id", hex::encode(&verifier.id()))
        .aside("type", verifier.algorithm().name())
        .aside("public_key", hex::encode(verifier.key()))
}

/// Whether a head continues what was signed before; if it does it is noted, before anybody has a
/// signature. `proof` is asked with the size that was seen, 0 where none was, and gives the size at which
/// a proof begins (0 without one) and its hashes.
pub(crate) fn seen<'a>(
    cx: &Cx,
    path: &Path,
    head: &Checkpoint,
    proof: impl FnOnce(u64) -> Result<(u64, Cow<'a, [[u8; 32]]>), Fail>,
) -> Result<Verdict, Fail> {
    let form = Form {
        heading: &heading(),
        wrong: slug::NOTE_STATE,
    };
    let read = |file: BufReader<&File>| {
        let book = Book::read(file)?;
        let whole_bytes = book.whole_bytes;
        Ok((book, whole_bytes))
    };
    let (mut ledger, mut book) = Ledger::open(cx, path, &form, read)?;
    let (origin, size) = (&head.origin, head.size);
    let no = |why: String| Ok(Verdict::No(why.into()));
    let newest = book.newest(origin).map_or(0, |seen| seen.size);
    let (old, hashes) = proof(newest)?;
    match book.judge(head, old, &hashes) {
        Found::Known => Ok(Verdict::Yes),
        Found::First | Found::Grown => {
            ledger.add(&book.add(head))?;
            Ok(Verdict::Yes)
        }
        Found::Back(seen) => no(format!(
            "rollback: {origin} has {size} entries, after {} were seen",
            seen.size
        )),
        Found::Fork(seen) => no(format!(
            "equivocation: {origin} has the root {} at {size}, after {} was seen",
            hex::encode(&head.root),
            hex::encode(&seen.root)
        )),
        Found::Refuted(seen, error) => {
            no(format!("no growth of {origin} from {}: {error}", seen.size))
        }
        Found::Unproven(seen) => {
            let why = format!(
                "a proof from {} of {origin} is wanted, as `old {}`",
                seen.size, seen.size
            );
            Ok(Verdict::Unknown(why.into()))
        }
    }
}

/// What is now: told, or the clock's.
pub(crate) fn now(at: Option<Time>) -> Result<u64, Fail> {
    let Some(Time(seconds)) = at else {
        return Ok(Cx::now());
    };
    u64::try_from(seconds).map_err(|_| {
        let error = Error::new(slug::OUT_OF_RANGE, "a time since 1970", "an earlier one");
        Fail::from(error).named("--at")
    })
}

/// A time as people read it; one past the year 9999 in seconds.
pub(crate) fn shown(seconds: u64) -> String {
    match i64::try_from(seconds) {
        Ok(seconds) if seconds < 253_402_300_800 => time::show(seconds),
        _ => seconds.to_string(),
    }
}

/// What a head says, behind other fields.
pub(crate) fn head(record: Record, head: &Checkpoint) -> Record {
    let record = record
        .field("origin", head.origin.as_str())
        .field("size", head.size.to_string())
        .field("root", hex::encode(&head.root));
    if head.extensions.is_empty() {
        return record;
    }
    record.field("extensions", head.extensions.clone())
}

/// Whether so many keys signed, and the head is of the log that it should be of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// So many different keys.
    pub(crate) min: usize,
    /// The log.
    pub(crate) origin: Option<&'a str>,
    /// Only cosignatures of these seconds count, both ends included.
    pub(crate) within: Option<(u64, u64)>,
}

impl Wanted<'_> {
    /// What is to be said of lines that hold, of keys that are known.
    pub(crate) fn judge(
        &self,
        (signed, known): (&[Signed], &[Verifier]),
        head: Option<&Checkpoint>,
    ) -> Verdict {
        let origin = head.map(|head| head.origin.as_str());
        if let Some(wanted) = self.origin.filter(|wanted| origin != Some(*wanted)) {
            let found = origin.map_or_else(|| "of no log".to_owned(), |name| format!("of {name}"));
            return Verdict::No(format!("it is {found}, not of {wanted}").into());
        }
        let counts = |one: &&Signed| match (self.within, one.time) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some((from, to)), Some(time)) => (from..=to).contains(&time),
        };
        let counted: Vec<Signed> = signed.iter().filter(counts).copied().collect();
        let keys = decent::note::signers(&counted, known);
        if keys >= self.min {
            return Verdict::Yes;
        }
        let when = if self.within.is_some() { " lately" } else { "" };
        let signed = if keys == 1 {
            "1 key"
        } else {
            &format!("{keys} keys")
        };
        let needed = if self.min == 1 { "is" } else { "are" };
        Verdict::No(format!("{signed} signed{when}, {} {needed} needed", self.min).into())
    }
}
