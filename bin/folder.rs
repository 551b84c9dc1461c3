//! A folder of secret files that appears whole or not at all: built beside its place under a name
//! that nobody else takes, then renamed.

use std::ffi::OsString;
use std::fs::File;
use std::io::Write;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use decent::error::{Error, slug};
use rustix::fs::{CWD, RenameFlags};

use crate::fail::Fail;
use crate::report::bytes_of;
use crate::signals::Fleeting;

/// Where a folder goes, and whether it may take the place of one.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct IntoFolder {
    /// Write to the folder DIR, which must be absent or empty, whole or not at all; only its owner
    /// can read what is in it
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// Replace a folder that holds nothing but shares
    #[arg(long)]
    pub(crate) force: bool,
}

/// A folder under way.
pub(crate) struct Folder {
    target: PathBuf,
    beside: PathBuf,
    replaces: bool,
    /// Where it stands beside its place: from its first file on, until it is put there.
    made: Option<Fleeting>,
}

/// Whether a file is one of those that a sharing consists of.
fn is_share(name: &[u8]) -> bool {
    name.starts_with(b"share-")
        || name == b"commitments"
        || name == b"group"
        || name == b"group.pub"
        || decent::shamir::bare::x_of_name(name).is_some()
}

impl Folder {
    /// Begins it. What stands in the way is said before any work.
    pub(crate) fn begin(into: &IntoFolder) -> Result<Self, Fail> {
        let target = into.output.clone();
        let failed = |e: std::io::Error| Fail::output(&e, bytes_of(&into.output));
        if target.symlink_metadata().is_ok() {
            let mut others = 0;
            for entry in std::fs::read_dir(&target).map_err(failed)? {
                let entry = entry.map_err(failed)?;
                let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
                let known = is_file && is_share(&entry.file_name().into_vec());
                if !(into.force && known) {
                    others += 1;
                }
            }
            if others > 0 {
                let error = Error::new(slug::ALREADY_THERE, "", "is there already, and not empty");
                let fail = Fail::from(error).named(bytes_of(&target));
                return Err(fail.hint("give the name of a new folder"));
            }
        }
        let parent = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        Ok(Self {
            beside: free_name(parent),
            target,
            replaces: into.force,
            made: None,
        })
    }

    fn make(&mut self) -> Result<&Fleeting, Fail> {
        let made = if let Some(made) = self.made.take() {
            made
        } else {
            let made = Fleeting::at(&self.beside)?;
            let held = made.hold();
            let folder = std::fs::DirBuilder::new().mode(0o700).create(&self.beside);
            folder.map_err(|e| Fail::output(&e, bytes_of(&self.target)))?;
            drop(held);
            made
        };
        Ok(self.made.insert(made))
    }

    /// A new file in it, its owner's alone whatever the umask says.
    pub(crate) fn file(&mut self, name: &[u8]) -> Result<File, Fail> {
        let path = self.beside.join(OsString::from_vec(name.to_vec()));
        let held = self.make()?.hold();
        let mut options = File::options();
        let opened = options.write(true).create_new(true).mode(0o600).open(path);
        drop(held);
        opened.map_err(|e| Fail::output(&e, &self.name_of(name)))
    }

    /// The same with all that is to stand in it.
    pub(crate) fn put(&mut self, name: &[u8], bytes: &[u8]) -> Result<(), Fail> {
        let mut file = self.file(name)?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        written.map_err(|e| Fail::output(&e, &self.name_of(name)))
    }

    /// The name under which a file stands in the end.
    pub(crate) fn name_of(&self, name: &[u8]) -> Vec<u8> {
        bytes_of(&self.target.join(OsString::from_vec(name.to_vec()))).to_vec()
    }

    /// Puts it in its place.
    pub(crate) fn commit(mut self) -> Result<(), Fail> {
        let (beside, target, replaces) = (self.beside.clone(), self.target.clone(), self.replaces);
        let failed = |e: std::io::Error| Fail::output(&e, bytes_of(&target));
        let mut held = self.make()?.hold();
        let there = target.symlink_metadata().is_ok();
        if there && replaces {
            let swap = RenameFlags::EXCHANGE;
            rustix::fs::renameat_with(CWD, &beside, CWD, &target, swap)
                .map_err(|e| failed(e.into()))?;
            std::fs::remove_dir_all(&beside).map_err(failed)?;
        } else {
            std::fs::rename(&beside, &target).map_err(failed)?;
        }
        *held = None;
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Some(path) = self.made.as_ref().and_then(|made| made.hold().take()) {
            drop(std::fs::remove_dir_all(path));
        }
    }
}

/// A name in `parent` that nobody else takes.
fn free_name(parent: &Path) -> PathBuf {
    let nanos = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let nanos = nanos.map_or(0, |since| since.subsec_nanos());
    parent.join(format!(".decent-{}-{nanos}", std::process::id()))
}
