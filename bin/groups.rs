//! What the tools on groups share: groups, shares and messages of members on their way in; groups with
//! all shares on their way out.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use decent::codec::hex;
use decent::error::{Error, Place, slug};
use decent::group::deal::Dealt;
use decent::group::{AnyGroup, AnyShare, Curve, CurveName, LARGEST, LARGEST_SHARE, object};
use decent::secret::Secret;
use decent::{Result as Read, threshold};

use crate::cx::Cx;
use crate::fail::Fail;
use crate::folder::Folder;
use crate::input::{Input, Role};
use crate::report::{Record, bytes_of};
use crate::secrets;

/// Bytes of a file of members' messages, at most.
const LARGEST_MESSAGES: u64 = 16 << 20;

/// The curves of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CurveWord {
    /// Public keys of 48 bytes, signatures of 96; encryption
    #[value(name = "bls12-381-g1")]
    Bls12381G1,
    /// Public keys of 96 bytes, signatures of 48
    #[value(name = "bls12-381-g2")]
    Bls12381G2,
    /// For FROST: signatures as of one key of Ed25519
    Ed25519,
    /// For FROST: signatures as of one key of Bitcoin's
    Secp256k1,
}

impl From<CurveWord> for CurveName {
    fn from(word: CurveWord) -> Self {
        match word {
            CurveWord::Bls12381G1 => Self::Bls12381G1,
            CurveWord::Bls12381G2 => Self::Bls12381G2,
            CurveWord::Ed25519 => Self::Ed25519,
            CurveWord::Secp256k1 => Self::Secp256k1,
        }
    }
}

impl Cx {
    /// A group, which is trusted.
    pub(crate) fn group(&mut self, path: &Path) -> Result<AnyGroup, Fail> {
        let mut input = self.anchor("group", path)?;
        let read = input.read_all(LARGEST);
        let read = read.and_then(|bytes| AnyGroup::read(&bytes));
        Ok(read.map_err(|error| error.of("group"))?)
    }

    /// A member's share of one's own.
    pub(crate) fn share(&mut self, path: &Path) -> Result<AnyShare, Fail> {
        let bytes = self.secret("share", path, Role::Anchor)?;
        Ok(share_of(&bytes).map_err(|error| error.of("share"))?)
    }
}

fn share_of(bytes: &Secret) -> Read<AnyShare> {
    AnyShare::read(bytes.bytes())
}

/// Shares that others handed over, each with the name of its file.
pub(crate) fn shares(cx: &mut Cx, files: &[PathBuf]) -> Result<Vec<Handed<AnyShare>>, Fail> {
    secrets::guard();
    let mut all = Vec::new();
    for path in Cx::files(files.to_vec()) {
        let name = bytes_of(&path).to_vec();
        let mut input = cx.open("share", &path, Role::Evidence)?;
        let bytes = input.read_secret(LARGEST as usize);
        let bytes = bytes.map_err(|error| error.of("share"))?;
        if bytes_of(&path) != b"-" && !bytes.bytes().is_empty() {
            cx.warn_of_readers(&path);
        }
        let lines = object::lines(bytes.bytes()).map_err(|error| error.of("share"))?;
        let many = lines.len() > 1;
        for (number, line) in &lines {
            let read = if line.len() as u64 > LARGEST_SHARE {
                Err(Error::new(slug::GROUP_SHARE, "a share", "a line too long"))
            } else {
                AnyShare::read(line)
            };
            let read = read.map_err(|error| placed(error, *number, many));
            let name = name.clone();
            all.push(Handed { name, read });
        }
        if lines.is_empty() {
            let none = Error::new(slug::GROUP_SHARE, "a share", "nothing");
            let read = Err(none);
            all.push(Handed { name, read });
        }
    }
    Ok(all)
}

/// A message of a member, or why there is none, with the name of its file.
pub(crate) struct Handed<T> {
    pub(crate) name: Vec<u8>,
    pub(crate) read: Read<T>,
}

/// The messages in files, one a line.
pub(crate) fn handed<T>(
    cx: &mut Cx,
    word: &'static str,
    files: &[PathBuf],
    read: impl Fn(&[u8]) -> Read<T>,
) -> Result<Vec<Handed<T>>, Fail> {
    let mut all = Vec::new();
    for path in Cx::files(files.to_vec()) {
        let name = bytes_of(&path).to_vec();
        let mut input = cx.open(word, &path, Role::Evidence)?;
        let bytes = input.read_all(LARGEST_MESSAGES).map_err(|e| e.of(word))?;
        let lines = object::lines(&bytes).map_err(|e| e.of(word))?;
        let many = lines.len() > 1;
        for (number, line) in &lines {
            let read = if line.len() > object::LARGEST_LINE {
                Err(Error::new(
                    slug::PARTIAL,
                    "a member's part",
                    "a line too long",
                ))
            } else {
                read(line)
            };
            let read = read.map_err(|error| placed(error, *number, many));
            let name = name.clone();
            all.push(Handed { name, read });
        }
        if lines.is_empty() {
            let read = Err(Error::new(slug::PARTIAL, "a member's part", "nothing"));
            all.push(Handed { name, read });
        }
    }
    Ok(all)
}

/// The same error at its line, where there are several and it has no place yet.
fn placed(error: Error, line: u64, many: bool) -> Error {
    match error.place {
        Place::Whole | Place::Column(..) if many => error.at(Place::Line(line)),
        _ => error,
    }
}

/// Messages that could be read, by the places where they stood, and the others.
pub(crate) struct Sorted<T> {
    pub(crate) good: Vec<T>,
    names: Vec<Vec<u8>>,
    bad: Vec<(Vec<u8>, Error)>,
}

pub(crate) fn sorted<T>(handed: Vec<Handed<T>>) -> Sorted<T> {
    let (mut good, mut names, mut bad) = (Vec::new(), Vec::new(), Vec::new());
    for Handed { name, read } in handed {
        match read {
            Ok(message) => {
                good.push(message);
                names.push(name);
            }
            Err(error) => bad.push((name, error)),
        }
    }
    Sorted { good, names, bad }
}

impl<T> Sorted<T> {
    /// What is wrong, by name.
    fn wrong(&self, blamed: &[(usize, Error)]) -> Vec<(Vec<u8>, Error)> {
        let name = |i: usize| self.names.get(i).cloned().unwrap_or_default();
        let later = blamed.iter().map(|(i, error)| (name(*i), error.clone()));
        self.bad.iter().cloned().chain(later).collect()
    }

    /// The rest was enough: says what was left out, and gives it for the report.
    pub(crate) fn left_out(&self, cx: &Cx, blamed: &[(usize, Error)]) -> Vec<String> {
        let wrong = self.wrong(blamed);
        let mut said = Vec::with_capacity(wrong.len());
        for (name, error) in wrong {
            let name = crate::shown::escape(&name, true).into_owned();
            let name = String::from_utf8_lossy(&name).into_owned();
            cx.note(&format!("{name}: left out: {error}"));
            said.push(format!("{name}: {error}"));
        }
        said
    }

    /// The rest was not enough: says who is wrong, and gives what is missing.
    pub(crate) fn refused(
        &self,
        cx: &mut Cx,
        refused: threshold::Refused,
        what: &'static str,
    ) -> Fail {
        for (name, error) in self.wrong(&refused.blamed) {
            if let Err(closed) = cx.complain(judged(error, &name)) {
                return closed;
            }
        }
        judged(refused.error, what.as_bytes())
    }
}

/// An error of evidence of that name.
pub(crate) fn judged(error: Error, name: &[u8]) -> Fail {
    let mut fail = Fail::from(error).named(name);
    fail.role = Some(Role::Evidence);
    fail
}

/// A curve that can't do what is asked.
pub(crate) fn curve(wanted: &'static str, found: CurveName) -> Fail {
    Error::new(slug::GROUP_CURVE, wanted, found.name()).into()
}

/// A group and a share, or two groups, of different curves.
pub(crate) fn other_curve(wanted: CurveName, found: CurveName) -> Error {
    let wanted = format!("one of a group of {}", wanted.name());
    Error::new(
        slug::GROUP_MIXED,
        wanted,
        format!("one of {}", found.name()),
    )
}

/// A build without encryption to groups.
#[cfg(not(feature = "threshold"))]
pub(crate) fn no_threshold() -> Fail {
    let found = "one that was built without";
    Error::new(
        slug::NO_THRESHOLD,
        "a decent with the feature threshold",
        found,
    )
    .into()
}

/// All of a message in one piece, as hashing it to a point wants it: a mapped file, for a stream one
/// without a name.
pub(crate) fn with_message<T>(mut input: Input, work: impl FnOnce(&[u8]) -> T) -> Result<T, Fail> {
    let failed = |error: Error| Fail::from(error.of("message"));
    let source = input.source().map_err(failed)?;
    let bytes = source.window(0..source.len()).map_err(failed)?;
    let done = work(&bytes);
    source.check().map_err(failed)?;
    Ok(done)
}

/// Writes a group and its shares to a folder, and reports them.
pub(crate) fn put<C: Curve>(cx: &mut Cx, mut folder: Folder, dealt: &Dealt<C>) -> Result<(), Fail> {
    let group = &dealt.group;
    threshold::narrate::dealt(&cx.watch(None), group);
    folder.put(b"group", group.text().as_bytes())?;
    for share in &dealt.shares {
        let name = format!("share-{}", share.member);
        folder.put(name.as_bytes(), share.text().bytes())?;
    }
    let name = folder.name_of(b"group");
    folder.commit()?;
    let record = Record::value("public_key", hex::encode(&group.public_bytes())).name(&name);
    let record = record
        .aside("curve", C::NAME.name())
        .aside("threshold", group.size().t())
        .aside("members", group.size().n())
        .aside("group", hex::encode(&group.hash()));
    cx.emit(&record)
}
