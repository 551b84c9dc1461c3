//! The files of a folder, in the order of the tree, as a torrent will list them.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::choose::{Choice, Chooser};
use super::draft::DraftFile;
use super::file::Attributes;
use super::info::Info;
use super::path::FilePath;
use super::shelf::Kept;
use crate::dir::Dir;
use crate::error::{Error, Place, Result, slug};
use crate::manifest::{Found, Top, Walk, What};

/// A folder as a torrent sees it.
pub struct Scan {
    /// The files and links, in the order of the tree.
    pub files: Vec<DraftFile>,
    /// Names that were passed over, by reason.
    pub passed: BTreeMap<&'static str, u64>,
    /// Where each is read.
    pub(super) kept: Vec<Kept>,
}

impl Scan {
    /// Walks a folder. Ends at the first file that can't be had or told of.
    pub fn folder(dir: &Dir, choice: &Choice) -> Result<Self> {
        let chooser = Mutex::new(Chooser::new(choice)?);
        let lock = || chooser.lock().unwrap_or_else(PoisonError::into_inner);
        let top = Top::Path {
            at: Vec::new(),
            shown: Vec::new(),
        };
        let walk = Walk::new(dir, vec![top], choice.symlinks)?;
        let walk = walk.pruned(Box::new(|dir, prefix, entries| {
            lock().prune(dir, prefix, entries)
        }));
        let mut found = Vec::new();
        let mut skipped = BTreeMap::<_, u64>::new();
        for one in walk {
            let name = one.name.clone();
            match self::file(one, choice).map_err(|error| error.at(of(&name)))? {
                Ok(file) => found.push(file),
                Err(why) => *skipped.entry(why).or_default() += 1,
            }
        }
        let mut passed = lock().passed();
        passed.extend(skipped);
        // In tree order already, unless bytes were replaced in a name.
        found.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        let (files, kept): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        apart(&files)?;
        Ok(Self {
            files,
            passed,
            kept,
        })
    }

    /// The files that a torrent lists, as they are below a folder.
    pub fn of(info: &Info, dir: &Dir) -> Result<Self> {
        let mut found = Vec::new();
        for file in info.files() {
            let name = file.path().as_bytes().to_vec();
            let path = path(&name, false).map_err(|error| error.at(of(&name)))?;
            let draft = DraftFile {
                attributes: file.attributes(),
                target: file.target().cloned(),
                sha1: file.sha1(),
                ..DraftFile::new(path, file.length())
            };
            if file.target().is_none() {
                dir.status(&name, true)
                    .map_err(|error| error.at(of(&name)))?;
            }
            let present = file.length();
            found.push((draft, Kept { name, present }));
        }
        found.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
        let (files, kept): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        apart(&files)?;
        let passed = BTreeMap::new();
        Ok(Self {
            files,
            passed,
            kept,
        })
    }

    /// Bytes of all files.
    pub fn size(&self) -> u64 {
        self.files.iter().map(|file| file.length).sum()
    }
}

/// The place of an error in a file.
pub(super) fn of(name: &[u8]) -> Place {
    Place::Key(String::from_utf8_lossy(name).into_owned().into())
}

/// A file with where it is read, or why it is none.
type Sort = std::result::Result<(DraftFile, Kept), &'static str>;

/// What the walk came by, as a file of the torrent; why it is none.
fn file(found: Found, choice: &Choice) -> Result<Sort> {
    let Found { name, what } = found;
    let path = path(&name, choice.lossy)?;
    let mut file = DraftFile::new(path, 0);
    match what {
        What::File(dir, at) => {
            let status = dir.status(&at, true)?;
            if !matches!(status.kind, crate::dir::FileKind::Regular) {
                return Ok(Err(status.kind.words()));
            }
            file.length = status.len;
            if choice.attributes {
                file.attributes = Attributes {
                    executable: status.executable,
                    hidden: at.starts_with(b"."),
                    ..Attributes::default()
                };
            }
        }
        What::Link(target) => {
            file.target = Some(inside(&name, &target, choice.lossy)?);
            file.attributes.symlink = true;
        }
        What::Skip(why) => return Ok(Err(why)),
        What::Pipe(..) | What::Stream => return Ok(Err("a fifo")),
        What::Unreadable(error) => return Err(error),
    }
    let present = file.length;
    Ok(Ok((file, Kept { name, present })))
}

/// A name as a path of a torrent, which is UTF-8.
fn path(name: &[u8], lossy: bool) -> Result<FilePath> {
    let text = String::from_utf8_lossy(name);
    if text.as_bytes() != name && !lossy {
        let found = format!("{:?}", String::from_utf8_lossy(name));
        let wanted = "a name in UTF-8, which all clients can read";
        return Err(Error::new(slug::NAME_NOT_UTF8, wanted, found));
    }
    FilePath::new(text.as_bytes().split(|byte| *byte == b'/'))
}

/// Where a link leads, from the folder; refused where that is outside.
pub(super) fn inside(name: &[u8], target: &[u8], lossy: bool) -> Result<FilePath> {
    let mut names: Vec<&[u8]> = name.split(|byte| *byte == b'/').collect();
    names.pop();
    let leaves = || {
        let found = format!("one to {:?}", String::from_utf8_lossy(target));
        Error::new(slug::LINK_LEAVES, "a link that stays in the folder", found)
    };
    if target.starts_with(b"/") {
        return Err(leaves());
    }
    for step in target.split(|byte| *byte == b'/') {
        match step {
            b"" | b"." => {}
            b".." => {
                names.pop().ok_or_else(leaves)?;
            }
            name => names.push(name),
        }
    }
    if names.is_empty() {
        return Err(leaves());
    }
    path(&names.join(&b'/'), lossy)
}

/// An error where two files, in order, can't stand beside each other.
fn apart(files: &[DraftFile]) -> Result<()> {
    for pair in files.windows(2) {
        let [a, b] = pair else { continue };
        let (a, b) = (a.path.as_bytes(), b.path.as_bytes());
        let inside = b.strip_prefix(a).is_some_and(|rest| rest.starts_with(b"/"));
        if a == b || inside {
            let wanted = "files that each have a name of their own";
            let found = format!("{:?} twice", String::from_utf8_lossy(a));
            return Err(Error::new(slug::TORRENT_FILES, wanted, found));
        }
    }
    Ok(())
}
