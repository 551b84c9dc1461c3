//! Signatures on their way in, and the keys that they are checked by: files, folders, lists of
//! allowed signers. Shared by `sig verify` and `manifest verify`.

use std::collections::BTreeSet;
use std::io::BufReader;
use std::ops::Range;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::feed;
use decent::key::show_number;
use decent::key::{Kind, PublicKey};
use decent::sig::comments::Commented;
use decent::sig::digest::{Hash, Message};
use decent::sig::verify::{Asked, Outcome, Trusted, verify};
use decent::sig::{Format, LARGEST, Signature, allowed};
use decent::source::Source;
use decent::watch::{Step, Watch};

use crate::args::Time;
use crate::cx::{Cx, Teller};
use crate::fail::Fail;
use crate::input::{Input, Role};
use crate::report::{Record, bytes_of};
use crate::shown::visible;

pub(crate) const FORMATS: [&str; 6] = ["minisign", "signify", "sshsig", "raw", "der", "bip340"];
pub(crate) const HASHES: [&str; 4] = ["sha256", "sha384", "sha512", "blake2b512"];

/// Keys that are trusted, and what is asked of signatures by them.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct KeyArgs {
    /// A public key that is trusted, or a folder of them (*.pub, *.pem); may be given again.
    /// 64 hex digits are one of ed25519; of secp256k1 with --format der and bip340
    #[arg(long, value_name = "KEY")]
    pub(crate) key: Vec<PathBuf>,
    /// OpenSSH's list of allowed signers; times in it are UTC
    #[arg(long, value_name = "FILE")]
    pub(crate) allowed: Vec<PathBuf>,
    /// Who it must be, of those in the list
    #[arg(long, value_name = "NAME", requires = "allowed")]
    identity: Option<String>,
    /// When the list must allow it; without, now
    #[arg(long, value_name = "TIME", requires = "allowed")]
    at: Option<Time>,
    /// So many different keys must have signed
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) min: Option<u32>,
    /// What SSHSIG's signatures must be for
    #[arg(long, value_name = "NAME", default_value = "file")]
    namespace: String,
}

/// Keys, each with the name of where it stands.
pub(crate) struct Ring {
    pub(crate) trusted: Vec<Trusted>,
    names: Vec<Vec<u8>>,
}

impl KeyArgs {
    /// These keys and lists, and nothing more asked of them.
    pub(crate) fn of(key: Vec<PathBuf>, allowed: Vec<PathBuf>) -> Self {
        Self {
            key,
            allowed,
            identity: None,
            at: None,
            min: None,
            namespace: String::new(),
        }
    }

    /// Whether any key is named.
    pub(crate) fn is_empty(&self) -> bool {
        self.key.is_empty() && self.allowed.is_empty()
    }

    /// What is asked, but for the hash, the format and the low s.
    pub(crate) fn asked(&self) -> Asked<'_> {
        let now = i64::try_from(Cx::now()).unwrap_or(i64::MAX);
        Asked {
            format: None,
            namespace: self.namespace.as_bytes(),
            hash: None,
            low_s: false,
            at: self.at.map_or(now, |time| time.0),
            identity: self.identity.as_deref(),
        }
    }

    /// All keys that are named. `kind` is that of a key in hex.
    pub(crate) fn ring(&self, cx: &mut Cx, kind: Option<Kind>) -> Result<Ring, Fail> {
        let mut ring = Ring {
            trusted: Vec::new(),
            names: Vec::new(),
        };
        for path in &self.key {
            if bytes_of(path) != b"-" && path.is_dir() {
                for file in keys_below(path)? {
                    ring.read(cx, &file, kind)?;
                }
            } else {
                ring.read(cx, path, kind)?;
            }
        }
        for path in &self.allowed {
            ring.read_allowed(cx, path)?;
        }
        if ring.trusted.is_empty() {
            let error = Error::new(slug::NO_TRUSTED_KEY, "a key, as --key or --allowed", "none");
            return Err(error.into());
        }
        if let Some(min) = self.min.filter(|min| *min as usize > ring.distinct()) {
            let wanted = format!("at least {min} different keys, for --min {min}");
            let found = ring.distinct().to_string();
            return Err(Error::new(slug::NO_TRUSTED_KEY, wanted, found).into());
        }
        Ok(ring)
    }
}

/// The public keys in a folder, by name.
fn keys_below(folder: &Path) -> Result<Vec<PathBuf>, Fail> {
    let failed =
        |e: std::io::Error| Fail::from(Error::io(slug::UNREADABLE, &e)).named(bytes_of(folder));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let known = path
            .extension()
            .is_some_and(|end| end == "pub" || end == "pem");
        if known && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

impl Ring {
    fn read(&mut self, cx: &mut Cx, path: &Path, kind: Option<Kind>) -> Result<(), Fail> {
        let read = cx.public_key("key", path, Role::Anchor, kind)?;
        let signs = !matches!(read.key.kind(), Kind::X25519 | Kind::Bls12381);
        if !signs {
            let wanted = "a key that signs: ed25519, secp256k1, p256 or rsa";
            let error = Error::new(slug::KEY_KIND, wanted, read.key.kind().name());
            return Err(Fail::from(error).named(bytes_of(path)));
        }
        self.names.push(bytes_of(path).to_vec());
        self.trusted.push(Trusted {
            key: read.key,
            number: read.number,
            allowed: None,
        });
        Ok(())
    }

    /// The lines of a list; keys of a type that is not known here are left out, for nothing that they
    /// sign can be checked.
    fn read_allowed(&mut self, cx: &mut Cx, path: &Path) -> Result<(), Fail> {
        let mut input = cx.anchor("allowed", path)?;
        let lines = allowed::read(BufReader::new(input.reader()));
        let lines = lines.map_err(|error| Fail::from(error).named(bytes_of(path)))?;
        for line in lines {
            match decent::key::openssh::from_wire(&line.public_key) {
                Ok(key) => {
                    self.names.push(line.principals.clone().into_bytes());
                    self.trusted.push(Trusted {
                        key,
                        number: None,
                        allowed: Some(line),
                    });
                }
                Err(error) if error.slug == slug::KEY_KIND => {
                    let (name, line) = (visible(&path.to_string_lossy()), line.line);
                    cx.note(&format!("{name}: line {line}: left out: {error}"));
                }
                Err(error) => {
                    let error = error.at(decent::Place::Line(line.line));
                    return Err(Fail::from(error).named(bytes_of(path)));
                }
            }
        }
        Ok(())
    }

    /// Where a key stands: its file, or who it is in a list.
    pub(crate) fn name_of(&self, number: usize) -> &[u8] {
        self.names.get(number).map_or(&[], Vec::as_slice)
    }

    /// How many different keys these are.
    pub(crate) fn distinct(&self) -> usize {
        let keys = self.trusted.iter().map(|one| id_of(&one.key));
        keys.collect::<BTreeSet<_>>().len()
    }

    /// How many different keys these are, of all outcomes together.
    pub(crate) fn signers<'a>(&self, outcomes: impl IntoIterator<Item = &'a Outcome>) -> usize {
        let keys = outcomes.into_iter().flat_map(|outcome| &outcome.keys);
        let keys = keys.filter_map(|at| self.trusted.get(*at));
        keys.map(|one| id_of(&one.key))
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// The line on one signature, with what it says of itself.
    pub(crate) fn record(
        &self,
        cx: &Cx,
        signature: &Signature,
        outcome: &Outcome,
        path: &Path,
    ) -> Record {
        let mut record = Record::verdict(&outcome.verdict);
        let mut words = String::new();
        if let (Some(format), Some(at)) = (outcome.format, outcome.keys.first()) {
            let name = self.names.get(*at).map_or(&b""[..], Vec::as_slice);
            let name = visible(&String::from_utf8_lossy(name));
            format.name().clone_into(&mut words);
            if !cx.no_names() {
                words += " by ";
                words += &name;
            }
            record = record.field("format", format.name());
            if let Some(one) = self.trusted.get(*at) {
                let key = match one.allowed {
                    Some(_) => "principals",
                    None => "key_file",
                };
                record = record.field(key, name);
                record = record.field("public_key", hex::encode(&one.key.bytes()));
            }
        }
        if let Signature::Commented(one) = signature {
            record = record.field("key_number", show_number(one.key_number));
            if let Some(trusted) = one
                .trusted
                .as_ref()
                .filter(|_| outcome.verdict == Verdict::Yes)
            {
                let comment = String::from_utf8_lossy(&trusted.comment).into_owned();
                words = format!("{words}: {}", visible(&comment));
                record = record.field("trusted_comment", comment);
            }
        }
        if let Signature::Ssh(one) = signature {
            record = record.field("namespace", String::from_utf8_lossy(&one.namespace));
        }
        let file = String::from_utf8_lossy(bytes_of(path)).into_owned();
        record.field("signature", file).told(&words)
    }
}

/// Which kind of key, and which.
fn id_of(key: &PublicKey) -> (&'static str, Vec<u8>) {
    (key.kind().name(), key.bytes())
}

/// A file with a signature.
pub(crate) fn read(cx: &mut Cx, path: &Path, format: Option<Format>) -> Result<Signature, Fail> {
    let mut input = cx.evidence("signature", path)?;
    let bytes = input.read_all(LARGEST);
    let read = bytes.and_then(|bytes| Signature::read(&bytes, format));
    read.map_err(|error| {
        let mut fail = Fail::from(error).named(bytes_of(path));
        fail.role = Some(Role::Evidence);
        fail
    })
}

/// The hash of that name.
pub(crate) fn hash_named(name: Option<&str>) -> Result<Option<Hash>, Fail> {
    Ok(name.map(Hash::named).transpose()?)
}

/// The kind of a key in hex, from the format that its signatures are in.
pub(crate) fn kind_for(format: Option<Format>) -> Option<Kind> {
    match format {
        Some(Format::Der | Format::Bip340) => Some(Kind::Secp256k1),
        _ => None,
    }
}

/// A signature and the message behind it, in one file (`signify -e`).
pub(crate) struct Embedded {
    pub(crate) signature: Signature,
    pub(crate) message: Part,
}

/// A part of a file.
pub(crate) struct Part {
    pub(crate) source: Source<'static>,
    pub(crate) range: Range<u64>,
}

impl Message for Part {
    fn input(&mut self) -> decent::Result<feed::Input<'_>> {
        Ok(feed::Input::At(&self.source, self.range.clone()))
    }
}

impl Message for Input {
    fn input(&mut self) -> decent::Result<feed::Input<'_>> {
        Ok(self.feed())
    }
}

/// Bytes of a message that are kept in memory while it is checked and written.
const KEPT: u64 = 16 << 20;

/// Parts the two lines of the signature from the message.
pub(crate) fn embedded(input: Input) -> Result<Embedded, Fail> {
    let source = input.into_source()?;
    let start = source.window(0..source.len().min(LARGEST))?;
    let (signature, used) = Commented::decode_start(&start)?;
    drop(start);
    source.check()?;
    let mut range = used as u64..source.len();
    let mut kept = source;
    if range.end <= KEPT {
        // What is checked is what is written, whatever happens to the file meanwhile.
        let bytes = kept.window(range.clone())?.into_owned();
        kept.check()?;
        range = 0..bytes.len() as u64;
        kept = Source::from_bytes(bytes);
    }
    Ok(Embedded {
        signature: Signature::Commented(signature),
        message: Part {
            source: kept,
            range,
        },
    })
}

/// Where a signature of FILE lies where none is named: beside it, under the names that minisign,
/// signify and ssh-keygen give it.
pub(crate) fn beside(file: &Path) -> Option<PathBuf> {
    let named = |end: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(std::ffi::OsStr::from_bytes(end.as_bytes()));
        PathBuf::from(name)
    };
    let mut all = [".minisig", ".sig"].map(named).into_iter();
    all.find(|path| path.is_file())
}

/// Tells steps without their shell lines, which would be about a whole file, not about its part.
pub(crate) struct Unchecked(pub(crate) Teller);

impl Watch for Unchecked {
    fn narrates(&self) -> bool {
        self.0.narrates()
    }

    fn advance(&self, n: u64) {
        self.0.advance(n);
    }

    fn step(&self, step: &Step) {
        let mut step = step.clone();
        step.check = None;
        self.0.step(&step);
    }

    fn stopped(&self) -> bool {
        self.0.stopped()
    }
}

/// Bytes of a list that is signed, at most: it is checked and read from one copy in memory.
const LIST: u64 = 32 << 20;

/// A list of files whose signatures hold, or `None`; either is said. Without `sigs` the list begins
/// with its signature.
pub(crate) fn signed_list(
    cx: &mut Cx,
    keys: &KeyArgs,
    sigs: &[PathBuf],
    list: &Path,
) -> Result<Option<Input>, Fail> {
    let ring = keys.ring(cx, None)?;
    let mut signatures = Vec::new();
    for path in sigs {
        signatures.push((path.clone(), read(cx, path, None)?));
    }
    let mut input = cx.evidence("list", list)?;
    let name = input.name().to_vec();
    let mut bytes = input.read_all(LIST)?;
    if sigs.is_empty() {
        let (one, used) = Commented::decode_start(&bytes)?;
        bytes.drain(..used);
        signatures.push((list.to_owned(), Signature::Commented(one)));
    }
    let ones: Vec<&Signature> = signatures.iter().map(|(_, one)| one).collect();
    let watch = Unchecked(cx.watch(None));
    let mut source = Source::from_bytes(bytes);
    let outcomes = verify(&ones, &ring.trusted, &keys.asked(), &mut source, &watch)?;
    drop(watch);
    let mut all = Vec::new();
    for ((path, signature), outcome) in signatures.iter().zip(&outcomes) {
        let record = ring.record(cx, signature, outcome, path);
        cx.emit(&record.name(bytes_of(path)))?;
        all.push(outcome.verdict.clone());
    }
    let signers = ring.signers(&outcomes);
    let holds = match keys.min {
        Some(min) => signers >= min as usize,
        None => Verdict::all(all) == Verdict::Yes,
    };
    Ok(holds.then(|| Input::of_source(name, source)))
}
