//! A folder on its way into a history: its blocks kept aside until it is known which of them are new.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use decent::car::make::{self, Shelf};
use decent::car::write::Writer;
use decent::cid::kinds::{Id, Wanted};
use decent::cid::layout::Node;
use decent::cid::multihash::SHA1;
use decent::cid::params::Params;
use decent::cid::{Cid, GIT_RAW};
use decent::codec::time;
use decent::dag::commit::Person;
use decent::dag::git_import::{GitImport, HASHES};
use decent::error::{Error, slug};
use decent::hash::Engine;
use decent::key::SecretKey;
use decent::seen::{self, Known, Seen};
use decent::source::Source;

use crate::commands::{alike, scratch};
use crate::content::folder;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::imports::{Knobs, profiles};
use crate::output::Artefact;
use crate::report::bytes_of;
use crate::secrets::Passphrase;
use crate::shown::visible;

/// How a folder becomes blocks.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Form {
    /// Blocks of IPFS or objects of git; without it as HEAD has them
    #[arg(long, value_name = "FORMAT", value_parser = ["unixfs", "git"])]
    format: Option<String>,
    /// The profile or preset of IPFS
    #[arg(short, long, value_name = "PROFILE", value_parser = profiles(), default_value = "unixfs-v1-2025")]
    profile: String,
    #[command(flatten)]
    knobs: Knobs,
}

/// What a form is, options and history put together.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Way {
    Unixfs(Params),
    /// By this hash.
    Git(u64),
}

impl Form {
    /// The form that is meant: what is not said is as the version `before` has it.
    pub(crate) fn way(&self, before: Option<&Cid>) -> Result<Way, Fail> {
        let git_before = before.filter(|cid| cid.codec() == GIT_RAW);
        let git = match self.format.as_deref() {
            Some(format) => format == "git",
            None => git_before.is_some(),
        };
        if !git {
            let mut params = self.knobs.params(&self.profile)?;
            // A version without what git would take would be half of one.
            params.hidden = self.knobs.hidden().unwrap_or(true);
            return Ok(Way::Unixfs(params));
        }
        let asked = self.knobs.hash()?;
        let hash = asked.or(git_before.map(Cid::hash)).unwrap_or(SHA1);
        if HASHES.iter().any(|(_, known)| *known == hash) {
            return Ok(Way::Git(hash));
        }
        Err(Fail::usage("git has the hashes sha1 and sha2-256"))
    }
}

/// What was seen of a folder's files, kept beside the history in `F.car.seen`. It spares reading, and
/// nothing is lost with it.
pub(crate) struct Memory {
    pub(crate) seen: Seen,
    path: Option<PathBuf>,
}

impl Memory {
    /// That of no history: nothing was seen, and nothing will be.
    pub(crate) fn none() -> Self {
        Self {
            seen: Seen::new(String::new(), (0, 0)),
            path: None,
        }
    }

    /// That of a history to which a version of this form is added. With `reread` it begins anew.
    pub(crate) fn beside(cx: &Cx, store: &Path, way: Way, reread: bool) -> Self {
        let form = format!("{} {way:?}", env!("CARGO_PKG_VERSION"));
        let began = i64::try_from(Cx::now()).unwrap_or(0);
        let mut path = store.as_os_str().to_owned();
        path.push(".seen");
        let mut memory = Self {
            seen: Seen::new(form, (began, 0)),
            path: Some(path.into()),
        };
        if !reread {
            memory.read(cx);
        }
        memory
    }

    fn read(&mut self, cx: &Cx) {
        let Some(path) = &self.path else { return };
        let Ok(file) = File::open(path) else { return };
        let mut bytes = Vec::new();
        let read = file.take(seen::BYTES_MOST).read_to_end(&mut bytes);
        if read.is_err() || self.seen.read(&bytes).is_none() {
            let name = visible(&path.to_string_lossy());
            cx.note(&format!("{name}: damaged: all files are read"));
        }
    }

    /// Writes down what was seen this time.
    pub(crate) fn keep(&self, cx: &Cx) {
        let (Some(path), Some(bytes)) = (&self.path, self.seen.write()) else {
            return;
        };
        let written = Artefact::begin(path).and_then(|mut artefact| {
            let written = artefact.write_all(&bytes);
            written.map_err(|e| Fail::output(&e, bytes_of(path)))?;
            artefact.commit()
        });
        if let Err(fail) = written {
            let name = visible(&path.to_string_lossy());
            cx.note(&format!(
                "{name}: {}: next time all files are read",
                fail.error
            ));
        }
    }
}

/// A folder that was read.
pub(crate) struct Snapshot {
    pub(crate) tree: Cid,
    path: PathBuf,
    way: Way,
    /// The root of `UnixFS`.
    node: Option<Node>,
    shelf: Shelf,
    /// Objects of git that are new, children first.
    objects: Vec<Cid>,
    /// Files that were not read, for they are as they were.
    pub(crate) spared: u64,
}

impl Snapshot {
    /// Reads a folder. Blocks that are `known` are not kept.
    pub(crate) fn of(
        cx: &mut Cx,
        path: &Path,
        way: Way,
        known: Known<'_>,
        seen: &mut Seen,
    ) -> Result<Self, Fail> {
        let mut shelf = Shelf::new(scratch()?);
        let (mut objects, mut node) = (Vec::new(), None);
        cx.stoppable()?;
        let watch = cx.watch(None);
        let tree = match way {
            Way::Unixfs(params) => {
                // A repository of git is a history of its own, and may hold what runs.
                let wanted = [Wanted {
                    but_git: true,
                    ..Wanted::unixfs(params)
                }];
                let mut on = |_: usize, cid: &_, block: &[u8]| {
                    if known(cid) {
                        Ok(())
                    } else {
                        shelf.put(cid, block)
                    }
                };
                let ids = alike(cx, path, &wanted, &watch, &mut on, Some((seen, known)))?;
                let Some(Id::Node(root)) = ids.into_iter().flatten().next() else {
                    let error = Error::new(slug::NOTHING_INSIDE, "a file in the folder", "none");
                    return Err(Fail::from(error).named(bytes_of(path)));
                };
                node.insert(root).cid.clone()
            }
            Way::Git(hash) => {
                let dir = folder(path)?;
                let mut on = |cid: &Cid, block: &[u8]| {
                    if known(cid) {
                        return Ok(());
                    }
                    objects.push(cid.clone());
                    shelf.put(cid, block)
                };
                let mut import = GitImport::new(hash, &watch, &mut on);
                import.seen = Some((seen, known));
                import.folder(&dir).map_err(|error| {
                    let below = path.join(OsStr::from_bytes(&import.at));
                    Fail::from(error).named(bytes_of(&below))
                })?
            }
        };
        Ok(Self {
            tree,
            path: path.to_owned(),
            way,
            node,
            shelf,
            objects,
            spared: seen.spared,
        })
    }

    /// Writes the blocks that are not `known`, children first. Of files of IPFS the chunks are read
    /// again, and checked.
    pub(crate) fn write(
        &mut self,
        to: &mut Writer<'_>,
        engine: Engine,
        known: Known<'_>,
    ) -> decent::Result<()> {
        let (Way::Unixfs(params), Some(node)) = (self.way, &self.node) else {
            for cid in &self.objects {
                let gone = || Error::new(slug::BLOCK_MISSING, "a block that was kept", "none");
                let block = self.shelf.get(cid)?.ok_or_else(gone)?;
                to.block(cid, &[&block])?;
            }
            return Ok(());
        };
        let path = &self.path;
        let mut open = |_: usize, below: &[u8]| {
            let whole = path.join(OsStr::from_bytes(below));
            let file = File::open(whole).map_err(|e| Error::io(slug::UNREADABLE, &e))?;
            Source::from_file(file)
        };
        make::append(
            to,
            node,
            params,
            engine,
            (&mut self.shelf, &mut open),
            known,
        )
    }
}

/// Who makes a version, when, and with which key.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct By {
    /// Who makes it
    #[arg(long, value_name = "'NAME <MAIL>'", default_value = "anonymous <>")]
    author: String,
    /// When, as 2026-01-31T12:00:00+01:00 or in seconds since 1970; without it now
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    date: Option<When>,
    /// The secret key that signs it: ed25519 or secp256k1; for git ed25519
    #[arg(long, value_name = "KEY")]
    key: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Passphrase,
}

impl By {
    /// Who and when.
    pub(crate) fn person(&self) -> Result<Person, Fail> {
        let now = || When {
            time: i64::try_from(Cx::now()).unwrap_or(i64::MAX),
            zone: 0,
        };
        let when = self.date.unwrap_or_else(now);
        let person = Person::parse(&self.author, when.time, when.zone);
        person.map_err(|error| error.of("--author").into())
    }

    /// The key.
    pub(crate) fn secret(&self, cx: &mut Cx) -> Result<Option<SecretKey>, Fail> {
        let Some(path) = &self.key else {
            return Ok(None);
        };
        let read = cx.secret_key("key", path, &self.passphrase, None)?;
        Ok(Some(read.key))
    }
}

/// A time and its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct When {
    time: i64,
    /// Minutes east of Greenwich.
    zone: i16,
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("{text:?} is no time: give 2026-01-31T12:00:00+01:00 or seconds since 1970");
        let time = time::read(text).map_err(|_| wrong())?;
        let zone = text
            .contains('T')
            .then(|| text.get(text.len().saturating_sub(6)..));
        let zone = zone.flatten().and_then(|zone| {
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            let minutes = hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?;
            match zone.as_bytes().first()? {
                b'+' => Some(minutes),
                b'-' => Some(-minutes),
                _ => None,
            }
        });
        Ok(Self {
            time,
            zone: zone.unwrap_or(0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::When;

    #[test]
    fn a_time_keeps_its_zone() {
        for (text, time, zone) in [
            ("1700000000", 1_700_000_000, 0),
            ("-1", -1, 0),
            ("1970-01-01T01:00:00+01:00", 0, 60),
            ("1969-12-31T18:30:00-05:30", 0, -330),
            ("1970-01-01T00:00:00Z", 0, 0),
            ("1970-01-01T00:00:00.25Z", 0, 0),
        ] {
            assert_eq!(text.parse::<When>(), Ok(When { time, zone }), "{text}");
        }
        assert!("soon".parse::<When>().is_err());
    }
}
