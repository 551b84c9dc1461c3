//! What the steps of `threshold dkg` share: the state of a member, the folder of messages that is read
//! and written, and what is said when a step can't be done yet.

use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use decent::codec::hex;
use decent::dir::{Dir, FileKind};
use decent::dkg::message::LARGEST;
use decent::dkg::{Board, MOST_FILES, Message, Part, State};
use decent::error::{Error, Kind, slug};
use decent::group::{self, AnyGroup, Curve, Group, Share};
use decent::secret::Secret;

use crate::content::folder;
use crate::cx::{Cx, Teller};
use crate::fail::Fail;
use crate::input::Role;
use crate::output::Artefact;
use crate::report::{Record, bytes_of};
use crate::shown::visible;

/// Files left out that are said of one by one.
const SAID: usize = 20;

/// The state of a member and the folder of messages, of a step.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Step {
    /// The state that `start` made
    #[arg(long, value_name = "STATE")]
    state: PathBuf,
    /// The group whose key is dealt anew, where `start` was told of one
    #[arg(long, value_name = "GROUP")]
    group: Option<PathBuf>,
    /// One's share of that group
    #[arg(long, value_name = "SHARE", requires = "group")]
    share: Option<PathBuf>,
    /// The folder of messages, one a file; their names mean nothing
    #[arg(value_name = "BOX")]
    folder: PathBuf,
}

/// The deadline.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(crate) struct Deadline {
    /// The time that was agreed on is over: who has not spoken is left out
    #[arg(long)]
    pub(crate) without_silent: bool,
}

/// A step under way.
pub(crate) struct Desk {
    pub(crate) state: State,
    pub(crate) board: Board,
    /// The own announcement, where it does not lie in the folder yet.
    pub(crate) unsaid: Option<Message>,
    folder: PathBuf,
    /// The files of the group whose key is dealt anew, and of the share.
    group: Option<Vec<u8>>,
    share: Option<Secret>,
}

impl Step {
    /// Reads the state, and every file of the folder.
    pub(crate) fn open(&self, cx: &mut Cx) -> Result<Desk, Fail> {
        let bytes = cx.secret("state", &self.state, Role::Anchor)?;
        let state = State::read(&bytes).map_err(|error| Fail::from(error.of("state")))?;
        let (group, share) = base(cx, self.group.as_deref(), self.share.as_deref())?;
        let known = group.as_deref().map(AnyGroup::read).transpose();
        let known = known.map_err(|error| Fail::from(error.of("group")))?;
        let dir = folder(&self.folder)?;
        let mut board = Board::new(&state, known);
        each(&dir, &self.folder, |name, read| {
            if let Ok(bytes) = read {
                board.announce(name, &bytes);
            }
        })?;
        let own = state.announcement()?;
        let missing = board.missing(decent::dkg::message::Kind::Announcement);
        let unsaid = missing.contains(&state.member).then(|| own.clone());
        if let Some(own) = &unsaid {
            board.add(own.clone());
        }
        board.settle();
        each(&dir, &self.folder, |name, read| match read {
            Ok(bytes) => board.take(name, &bytes),
            Err(error) => board.faults.push((name.to_vec(), error)),
        })?;
        Ok(Desk {
            state,
            board,
            unsaid,
            folder: self.folder.clone(),
            group,
            share,
        })
    }
}

/// The bytes of a group and of a share.
fn base(
    cx: &mut Cx,
    group: Option<&Path>,
    share: Option<&Path>,
) -> Result<(Option<Vec<u8>>, Option<Secret>), Fail> {
    let share = match share {
        Some(path) => Some(cx.secret("share", path, Role::Anchor)?),
        None => None,
    };
    let Some(path) = group else {
        return Ok((None, share));
    };
    let mut input = cx.anchor("group", path)?;
    let group = input.read_all(group::LARGEST);
    let group = group.map_err(|error| error.of("group"))?;
    Ok((Some(group), share))
}

/// Reads every file of a folder, by name: plain ones, and no more of each than a message has. What has
/// a dot before its name is not yet a file to those who bring it.
fn each(
    dir: &Dir,
    path: &Path,
    mut on: impl FnMut(&[u8], decent::Result<Vec<u8>>),
) -> Result<(), Fail> {
    let entries = dir.entries()?;
    if entries.len() > MOST_FILES {
        let wanted = format!("at most {MOST_FILES} files in a folder of messages");
        let error = Error::new(slug::TOO_LARGE, wanted, entries.len().to_string());
        return Err(of_folder(error, bytes_of(path)));
    }
    for entry in entries {
        if entry.name.starts_with(b".") {
            continue;
        }
        let read = match entry.kind {
            FileKind::Regular => read(dir, &entry.name),
            other => Err(Error::new(slug::DKG_MESSAGE, "a plain file", other.words())),
        };
        on(&entry.name, read);
    }
    Ok(())
}

fn read(dir: &Dir, name: &[u8]) -> decent::Result<Vec<u8>> {
    let (file, _) = dir.open_file(name)?;
    let mut bytes = Vec::new();
    let read = file.take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|e| Error::io(slug::UNREADABLE, &e))?;
    if bytes.len() as u64 > LARGEST {
        let wanted = format!("a message of at most {LARGEST} bytes");
        return Err(Error::new(slug::TOO_LARGE, wanted, "more"));
    }
    Ok(bytes)
}

/// What is wrong with what lies in the folder is evidence.
fn of_folder(error: Error, name: &[u8]) -> Fail {
    Fail {
        role: Some(Role::Evidence),
        ..Fail::from(error).named(name)
    }
}

impl Desk {
    /// This member's view, on its curve.
    pub(crate) fn part<C: Curve>(&self) -> Result<Part<'_, C>, Fail> {
        let part = Part::new(&self.state, &self.board);
        let Some(group) = &self.group else {
            if self.state.terms.reshares.is_some() {
                let words = "this ceremony deals the key of a group anew: --group GROUP is missing";
                return Err(Fail::usage(words));
            }
            return Ok(part);
        };
        let group = Group::<C>::read(group).map_err(|error| error.of("group"))?;
        let share = self
            .share
            .as_ref()
            .map(|share| Share::<C>::read(share.bytes()));
        let share = share.transpose().map_err(|error| error.of("share"))?;
        Ok(part.on(group, share)?)
    }

    /// What came of a step. Where it could not be done, the files that were left out are to blame;
    /// where it could, they are only said.
    pub(crate) fn done<T>(&self, cx: &mut Cx, result: decent::Result<T>) -> Result<T, Fail> {
        let faults = &self.board.faults;
        let more = faults.len().saturating_sub(SAID);
        match result {
            Ok(done) => {
                for (file, error) in faults.iter().take(SAID) {
                    let file = visible(&String::from_utf8_lossy(&self.name_of(file)));
                    cx.note(&format!("{file}: left out: {error}"));
                }
                if more > 0 {
                    cx.note(&format!("{more} files more are left out"));
                }
                Ok(done)
            }
            Err(error) => {
                for (file, fault) in faults.iter().take(SAID) {
                    cx.complain(of_folder(fault.clone(), &self.name_of(file)))?;
                }
                let waits = error.slug.kind == Kind::Asked;
                let fail = of_folder(error, bytes_of(&self.folder));
                Err(if waits && fail.error.slug == slug::DKG_MISSING {
                    fail.hint(
                        "wait for it; once the time that was agreed on is over, --without-silent",
                    )
                } else {
                    fail
                })
            }
        }
    }

    /// Who is told how it goes; FILE of the shell lines is the folder.
    pub(crate) fn watch(&self, cx: &Cx) -> Teller {
        cx.about(bytes_of(&self.folder));
        cx.watch(None)
    }

    /// The names of files that were left out.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let faults = self.board.faults.iter();
        faults
            .map(|(file, _)| String::from_utf8_lossy(file).into_owned())
            .collect()
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The name of a file in the folder.
    pub(crate) fn name_of(&self, file: &[u8]) -> Vec<u8> {
        let path = self.folder.join(std::ffi::OsStr::from_bytes(file));
        bytes_of(&path).to_vec()
    }

    /// Puts messages into the folder, or into another one, and reports each with its digest.
    pub(crate) fn send(
        &self,
        cx: &mut Cx,
        into: Option<&Path>,
        messages: &[Message],
    ) -> Result<(), Fail> {
        let into = into.unwrap_or(&self.folder);
        for message in self.unsaid.iter().chain(messages) {
            send(cx, into, message)?;
        }
        Ok(())
    }
}

/// The message that stands at a path of a folder that others write to: neither a link nor a pipe of
/// theirs is read.
fn standing(path: &Path) -> Result<Option<Vec<u8>>, Fail> {
    let unreadable =
        |e: std::io::Error| Fail::from(Error::io(slug::UNREADABLE, &e)).named(bytes_of(path));
    match path.symlink_metadata() {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(unreadable(e)),
        Ok(there) if !there.is_file() => {
            return Err(taken("something else than a file is there", path));
        }
        Ok(_) => {}
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let dir = crate::content::folder(folder)?;
    let name = path.file_name().unwrap_or_default();
    read(&dir, name.as_bytes())
        .map(Some)
        .map_err(|error| Fail::from(error).named(bytes_of(path)))
}

fn taken(found: &'static str, path: &Path) -> Fail {
    Fail::from(Error::new(slug::ALREADY_THERE, "", found)).named(bytes_of(path))
}

/// A message on its way into a folder.
pub(crate) struct Sending {
    path: PathBuf,
    digest: [u8; 32],
    /// None where a copy of it is there already.
    file: Option<Artefact>,
}

impl Sending {
    /// Writes a message beside its place. A copy of it that is there already will do; something else
    /// stays.
    pub(crate) fn begin(into: &Path, message: &Message) -> Result<Self, Fail> {
        let path = into.join(message.file_name());
        let line = message.line();
        let file = match standing(&path)? {
            Some(there) if there == line.as_bytes() => None,
            Some(_) => return Err(taken("another message is there already", &path)),
            None => {
                std::fs::create_dir_all(into).map_err(|e| Fail::output(&e, bytes_of(into)))?;
                let mut file = Artefact::begin_new(&path)?;
                let written = std::io::Write::write_all(&mut file, line.as_bytes());
                written.map_err(|e| Fail::output(&e, bytes_of(&path)))?;
                Some(file)
            }
        };
        Ok(Self {
            path,
            digest: message.digest(),
            file,
        })
    }

    /// Puts it there, and reports it with its digest.
    pub(crate) fn end(self, cx: &mut Cx) -> Result<(), Fail> {
        if let Some(file) = self.file {
            file.commit()?;
        }
        let record = Record::value("digest", hex::encode(&self.digest));
        cx.emit(&record.name(bytes_of(&self.path)))
    }
}

fn send(cx: &mut Cx, into: &Path, message: &Message) -> Result<(), Fail> {
    Sending::begin(into, message)?.end(cx)
}
