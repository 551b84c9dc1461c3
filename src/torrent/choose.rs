//! Which files of a folder become part of a torrent: hidden ones, junk, what `.gitignore` and globs
//! leave out. Globs are those of gitignore(5).

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::dir::{Dir, DirEntry, FileKind};
use crate::error::{Error, Result, slug};
pub use crate::manifest::Symlinks;

/// A `.gitignore` has at most so many bytes.
const RULES_MOST: u64 = 1 << 20;

/// Files that systems leave in every folder, and nobody wants.
const JUNK: [&str; 7] = [
    ".DS_Store",
    ".Spotlight-V100",
    ".Trashes",
    ".fseventsd",
    "Desktop.ini",
    "Thumbs.db",
    "desktop.ini",
];

/// What is chosen.
#[derive(Clone, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub struct Choice {
    /// What is done about symbolic links.
    pub symlinks: Symlinks,
    /// Names that begin with a dot too.
    pub hidden: bool,
    /// Files that systems leave behind too.
    pub junk: bool,
    /// Without what the `.gitignore` files in the folder say.
    pub gitignore: bool,
    /// Without what one of these globs matches.
    pub ignore: Vec<String>,
    /// Of the files only those that one of these globs matches.
    pub only: Vec<String>,
    /// Names that are no UTF-8 too, their wrong bytes replaced.
    pub lossy: bool,
    /// With the attributes of BEP 47: `x` for what can be run, `h` for what is hidden.
    pub attributes: bool,
}

/// Takes names out of folders on the way.
pub(super) struct Chooser {
    choice: Choice,
    ignore: Option<Gitignore>,
    only: Option<Gitignore>,
    /// The rules of the folders on the way down, by their names with a slash.
    rules: Vec<(Vec<u8>, Gitignore)>,
    passed: BTreeMap<&'static str, u64>,
}

impl Chooser {
    pub(super) fn new(choice: &Choice) -> Result<Self> {
        Ok(Self {
            ignore: globs(&choice.ignore)?,
            only: globs(&choice.only)?,
            choice: choice.clone(),
            rules: Vec::new(),
            passed: BTreeMap::new(),
        })
    }

    /// How many names were passed over, by reason.
    pub(super) fn passed(&self) -> BTreeMap<&'static str, u64> {
        self.passed.clone()
    }

    /// Takes out of `entries`, the names in `dir`, what is not wanted. `prefix` is its own name,
    /// with a slash unless empty.
    pub(super) fn prune(
        &mut self,
        dir: &Dir,
        prefix: &[u8],
        entries: &mut Vec<DirEntry>,
    ) -> Result<()> {
        while self
            .rules
            .last()
            .is_some_and(|(above, _)| !prefix.starts_with(above))
        {
            self.rules.pop();
        }
        let has_rules = entries.iter().any(|entry| entry.name == b".gitignore");
        if self.choice.gitignore && has_rules {
            let rules = read_rules(dir, prefix)?;
            self.rules.push((prefix.to_vec(), rules));
        }
        entries.retain(|entry| match self.against(prefix, entry) {
            Some(why) => {
                *self.passed.entry(why).or_default() += 1;
                false
            }
            None => true,
        });
        Ok(())
    }

    /// Why a name is not wanted.
    fn against(&self, prefix: &[u8], entry: &DirEntry) -> Option<&'static str> {
        if !self.choice.junk && JUNK.iter().any(|junk| junk.as_bytes() == entry.name) {
            return Some("junk");
        }
        if !self.choice.hidden && entry.name.starts_with(b".") {
            return Some("hidden");
        }
        let name = [prefix, &entry.name].concat();
        let path = Path::new(OsStr::from_bytes(&name));
        let folder = entry.kind == FileKind::Directory;
        if let Some(ignore) = &self.ignore
            && ignore.matched(path, folder).is_ignore()
        {
            return Some("ignored");
        }
        for (_, rules) in self.rules.iter().rev() {
            match rules.matched(path, folder) {
                Match::Ignore(_) => return Some("ignored by .gitignore"),
                Match::Whitelist(_) => break,
                Match::None => {}
            }
        }
        match &self.only {
            Some(only) if !folder && !only.matched_path_or_any_parents(path, false).is_ignore() => {
                Some("not asked for")
            }
            _ => None,
        }
    }
}

/// Globs, in one matcher; none of none.
fn globs(globs: &[String]) -> Result<Option<Gitignore>> {
    if globs.is_empty() {
        return Ok(None);
    }
    let mut builder = GitignoreBuilder::new("");
    for glob in globs {
        builder.add_line(None, glob).map_err(|e| bad_glob(&e))?;
    }
    builder.build().map(Some).map_err(|e| bad_glob(&e))
}

fn bad_glob(error: &ignore::Error) -> Error {
    Error::new(slug::BAD_GLOB, "a glob of gitignore(5)", error.to_string())
}

/// The rules of a folder. A line that is no glob is passed over, as git does.
fn read_rules(dir: &Dir, prefix: &[u8]) -> Result<Gitignore> {
    let mut text = Vec::new();
    let file = dir.open_plain(b".gitignore")?;
    file.take(RULES_MOST)
        .read_to_end(&mut text)
        .map_err(|e| Error::io(slug::UNREADABLE, &e))?;
    let mut builder = GitignoreBuilder::new(OsStr::from_bytes(prefix));
    for line in String::from_utf8_lossy(&text).lines() {
        drop(builder.add_line(None, line));
    }
    builder.build().map_err(|e| bad_glob(&e))
}
