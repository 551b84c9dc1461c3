//! A walk over trees of files in tree order: names are compared component by component as bytes,
//! so that `a/b` comes before `a-b`, in every locale and on every file system.

use std::cmp::Ordering;
use std::collections::VecDeque;
use std::vec::IntoIter;

use crate::dir::{Dir, DirEntry, FileKind};
use crate::error::{Error, Result, slug};

/// Directories that are open below each other at most, for each holds a descriptor.
pub const DEPTH_MOST: usize = 512;

/// What is done about symbolic links inside a tree. A link that is asked for by name is followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Symlinks {
    /// A link to a file counts as that file; a link to a directory is passed over with a note, so
    /// that no walk can go in a circle or visit a file twice by way of a directory.
    #[default]
    Follow,
    /// Every link is passed over with a note.
    Skip,
    /// A link is listed as itself, with where it points to; only the JSON form can say that.
    Keep,
}

/// One of the paths that are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Top {
    /// A file or directory.
    Path {
        /// Its name below the directory that the caller hands over; empty for that itself.
        at: Vec<u8>,
        /// The name by which the list calls it; empty where names should start below it.
        shown: Vec<u8>,
    },
    /// The caller's stream, as if it were a file of this name.
    Stream {
        /// The name by which the list calls it: `-`.
        shown: Vec<u8>,
    },
}

impl Top {
    /// A path that the list calls as it is, but for slashes at its end.
    pub fn path(name: &[u8]) -> Self {
        let mut shown = name;
        while let Some(shorter) = shown.strip_suffix(b"/").filter(|rest| !rest.is_empty()) {
            shown = shorter;
        }
        Self::Path {
            at: name.to_vec(),
            shown: shown.to_vec(),
        }
    }

    fn shown(&self) -> &[u8] {
        match self {
            Self::Path { shown, .. } | Self::Stream { shown } => shown,
        }
    }
}

/// Tree order: `/` sorts before every other byte.
///
/// ```
/// use decent::manifest::tree_order;
/// assert!(tree_order(b"a/z", b"a-b").is_lt());
/// ```
pub fn tree_order(a: &[u8], b: &[u8]) -> Ordering {
    let rank = |byte: &u8| if *byte == b'/' { 0 } else { *byte };
    a.iter().map(rank).cmp(b.iter().map(rank))
}

/// A name that the walk came by.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The name by which the list calls it.
    pub(crate) name: Vec<u8>,
    pub(crate) what: What,
}

/// What to do about a name.
#[derive(Clone, Debug)]
pub(crate) enum What {
    /// Hash this file, `at` below a directory.
    File(Dir, Vec<u8>),
    /// Hash what this fifo or device gives, asked for by its name.
    Pipe(Dir, Vec<u8>),
    /// Hash the caller's stream.
    Stream,
    /// List this link.
    Link(Vec<u8>),
    /// Pass over it.
    Skip(&'static str),
    /// It can't be had.
    Unreadable(Error),
}

/// Takes names out of a directory before they are walked: the directory, its name in the list with a
/// slash unless empty, the names.
pub(crate) type Prune<'p> =
    Box<dyn FnMut(&Dir, &[u8], &mut Vec<DirEntry>) -> Result<()> + Send + 'p>;

/// A directory half walked.
struct Level {
    dir: Dir,
    /// Its name in the list, with a slash unless empty.
    prefix: Vec<u8>,
    rest: IntoIter<DirEntry>,
}

/// An iterator over all files of some paths, in tree order.
pub(crate) struct Walk<'p> {
    base: Dir,
    symlinks: Symlinks,
    tops: VecDeque<Top>,
    levels: Vec<Level>,
    prune: Option<Prune<'p>>,
}

impl<'p> Walk<'p> {
    /// Paths below `base`, in any order; doubles count once. One inside another is refused: it
    /// would be listed twice.
    pub(crate) fn new(base: &Dir, mut tops: Vec<Top>, symlinks: Symlinks) -> Result<Self> {
        tops.sort_by(|a, b| tree_order(a.shown(), b.shown()));
        tops.dedup();
        for pair in tops.windows(2) {
            if let [a, b] = pair
                && contains(a.shown(), b.shown())
            {
                let words = |name| String::from_utf8_lossy(name).into_owned();
                let found = format!("{:?} in {:?}", words(b.shown()), words(a.shown()));
                let wanted = "paths that do not contain each other";
                return Err(Error::new(slug::PATHS_OVERLAP, wanted, found));
            }
        }
        Ok(Self {
            base: base.clone(),
            symlinks,
            tops: tops.into(),
            levels: Vec::new(),
            prune: None,
        })
    }

    /// The same without the names that `prune` takes out.
    pub(crate) fn pruned(self, prune: Prune<'p>) -> Self {
        Self {
            prune: Some(prune),
            ..self
        }
    }

    /// The first of a path: a file, or a directory to go down into.
    fn start(&mut self, top: Top) -> Option<Found> {
        let (at, shown) = match top {
            Top::Stream { shown } => return found(shown, What::Stream),
            Top::Path { at, shown } => (at, shown),
        };
        match self.base.status(&at, true).map(|status| status.kind) {
            Err(error) => found(shown, What::Unreadable(error)),
            Ok(FileKind::Directory) => {
                let opened = self.base.open_dir(&at, true);
                self.descend(shown, opened)
            }
            Ok(FileKind::Special(_)) => found(shown, What::Pipe(self.base.clone(), at)),
            Ok(_) => found(shown, What::File(self.base.clone(), at)),
        }
    }

    /// Goes down into a directory; what it can't do is found as unreadable.
    fn descend(&mut self, name: Vec<u8>, opened: Result<Dir>) -> Option<Found> {
        let deep = self.levels.len() >= DEPTH_MOST;
        let mut prefix = name.clone();
        if !prefix.is_empty() && !prefix.ends_with(b"/") {
            prefix.push(b'/');
        }
        let entries = if deep {
            let wanted = format!("at most {DEPTH_MOST} directories below each other");
            Err(Error::new(slug::TOO_DEEP, wanted, "more"))
        } else {
            opened.and_then(|dir| {
                let mut entries = dir.entries()?;
                if let Some(prune) = &mut self.prune {
                    prune(&dir, &prefix, &mut entries)?;
                }
                Ok((entries, dir))
            })
        };
        match entries {
            Err(error) => found(name, What::Unreadable(error)),
            Ok((entries, dir)) => {
                let rest = entries.into_iter();
                self.levels.push(Level { dir, prefix, rest });
                None
            }
        }
    }

    fn visit(&mut self, dir: Dir, name: Vec<u8>, entry: DirEntry) -> Option<Found> {
        match entry.kind {
            FileKind::Directory => {
                let opened = dir.open_dir(&entry.name, false);
                self.descend(name, opened)
            }
            FileKind::Regular => found(name, What::File(dir, entry.name)),
            FileKind::Link => found(name, self.link(dir, entry.name)),
            FileKind::Block => found(name, What::Skip("a block device")),
            FileKind::Special(words) => found(name, What::Skip(words)),
        }
    }

    fn link(&self, dir: Dir, at: Vec<u8>) -> What {
        match self.symlinks {
            Symlinks::Skip => What::Skip("a symbolic link"),
            Symlinks::Keep => match dir.read_link(&at) {
                Ok(target) => What::Link(target),
                Err(error) => What::Unreadable(error),
            },
            Symlinks::Follow => match dir.status(&at, true).map(|status| status.kind) {
                Ok(FileKind::Regular) => What::File(dir, at),
                Ok(FileKind::Directory) => What::Skip("a symbolic link to a directory"),
                Ok(_) => What::Skip("a symbolic link to no file"),
                Err(error) => What::Unreadable(error),
            },
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let one = match self.levels.last_mut() {
                None => {
                    let top = self.tops.pop_front()?;
                    self.start(top)
                }
                Some(level) => match level.rest.next() {
                    None => {
                        self.levels.pop();
                        None
                    }
                    Some(entry) => {
                        let name = [&level.prefix[..], &entry.name].concat();
                        let dir = level.dir.clone();
                        self.visit(dir, name, entry)
                    }
                },
            };
            if one.is_some() {
                return one;
            }
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "every caller hands on an option")]
fn found(name: Vec<u8>, what: What) -> Option<Found> {
    Some(Found { name, what })
}

/// Whether the path `inner` lies in the path `outer`, or is it.
fn contains(outer: &[u8], inner: &[u8]) -> bool {
    match inner.strip_prefix(outer) {
        Some(rest) => {
            rest.is_empty() || rest.starts_with(b"/") || outer.is_empty() || outer == b"/"
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::scratch::Scratch;

    fn walk(scratch: &Scratch, symlinks: Symlinks) -> Vec<(String, String)> {
        let tops = vec![Top::Path {
            at: vec![],
            shown: vec![],
        }];
        let walk = Walk::new(&scratch.dir(), tops, symlinks).unwrap();
        let words = |what| match what {
            What::File(..) => "file".to_string(),
            What::Stream | What::Pipe(..) => "stream".into(),
            What::Link(to) => format!("-> {}", String::from_utf8_lossy(&to)),
            What::Skip(why) => why.into(),
            What::Unreadable(error) => error.slug.name.into(),
        };
        walk.map(|one| (String::from_utf8_lossy(&one.name).into(), words(one.what)))
            .collect()
    }

    #[test]
    fn order_is_by_component() {
        let scratch = Scratch::new("order");
        for name in ["a-b", "a.txt", "a/z", "a/b/c", "B", "a/.hidden"] {
            scratch.write(name.as_bytes(), b"");
        }
        let names: Vec<_> = walk(&scratch, Symlinks::Follow)
            .into_iter()
            .map(|one| one.0)
            .collect();
        assert_eq!(names, ["B", "a/.hidden", "a/b/c", "a/z", "a-b", "a.txt"]);
        assert!(names.is_sorted_by(|a, b| tree_order(a.as_bytes(), b.as_bytes()).is_lt()));
    }

    #[test]
    fn links_make_no_circle() {
        let scratch = Scratch::new("links");
        scratch.write(b"d/file", b"x");
        for (to, at) in [
            ("..", "d/up"),
            ("file", "d/same"),
            ("gone", "d/dangling"),
            ("self", "d/self"),
        ] {
            scratch.link(to, at);
        }
        let one = |name: &str, words: &str| (name.to_string(), words.to_string());
        assert_eq!(
            walk(&scratch, Symlinks::Follow),
            [
                one("d/dangling", "not-there"),
                one("d/file", "file"),
                one("d/same", "file"),
                one("d/self", "unreadable"),
                one("d/up", "a symbolic link to a directory"),
            ]
        );
        assert!(walk(&scratch, Symlinks::Keep).contains(&one("d/up", "-> ..")));
        assert!(walk(&scratch, Symlinks::Skip).contains(&one("d/same", "a symbolic link")));
    }

    #[test]
    fn special_files_are_passed_over() {
        let scratch = Scratch::new("special");
        let socket = std::os::unix::net::UnixListener::bind(scratch.path(b"s")).unwrap();
        assert_eq!(
            walk(&scratch, Symlinks::Follow),
            [("s".into(), "a socket".into())]
        );
        drop(socket);
    }

    #[test]
    fn overlapping_paths_are_refused_and_doubles_joined() {
        let scratch = Scratch::new("overlap");
        scratch.write(b"a/b", b"");
        scratch.write(b"ab", b"");
        let tops = |names: &[&str]| {
            names
                .iter()
                .map(|name| Top::path(name.as_bytes()))
                .collect()
        };
        let walk = |names| Walk::new(&scratch.dir(), tops(names), Symlinks::Follow);
        assert_eq!(walk(&["a/b", "a"]).err().unwrap().slug, slug::PATHS_OVERLAP);
        assert_eq!(walk(&["ab", "a/", "ab"]).unwrap().count(), 2);
        assert_eq!(walk(&["nothing"]).unwrap().count(), 1);
    }

    #[test]
    fn a_deep_tree_ends_in_an_error_not_in_all_descriptors() {
        let scratch = Scratch::new("deep");
        let mut dir = scratch.path(b"d");
        for _ in 0..DEPTH_MOST {
            dir.push("d");
        }
        std::fs::create_dir_all(&dir).unwrap();
        let found = walk(&scratch, Symlinks::Follow);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, "too-deep");
    }
}
