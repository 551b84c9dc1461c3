//! Paths inside a torrent, which never lead out of it.

use std::fmt;

use crate::error::{Error, Result, slug};

/// One or more names, none of them empty, `.`, `..`, or with a slash or a NUL in it.
///
/// ```
/// use decent::torrent::FilePath;
/// let path = FilePath::new([&b"a"[..], b"b.txt"]).unwrap();
/// assert_eq!(path.as_bytes(), b"a/b.txt");
/// assert!(FilePath::new([&b".."[..], b"etc"]).is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct FilePath(Vec<u8>);

impl FilePath {
    /// A path of these names.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n [u8]>) -> Result<Self> {
        let mut joined = Vec::new();
        for name in names {
            check(name)?;
            if !joined.is_empty() {
                joined.push(b'/');
            }
            joined.extend_from_slice(name);
        }
        if joined.is_empty() {
            return Err(Error::new(slug::TORRENT_PATH, "a path", "an empty one"));
        }
        Ok(Self(joined))
    }

    /// The names joined by slashes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The names.
    pub fn names(&self) -> impl DoubleEndedIterator<Item = &[u8]> + Clone {
        self.0.split(|byte| *byte == b'/')
    }
}

impl fmt::Debug for FilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.0))
    }
}

/// Paths compare name by name as bytes, so that `a/b` comes before `a-b`: the order of a file tree.
impl Ord for FilePath {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        crate::manifest::tree_order(&self.0, &other.0)
    }
}

impl PartialOrd for FilePath {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// An error where a name can be no file's, or would lead elsewhere.
pub(super) fn check(name: &[u8]) -> Result<()> {
    let found = match name {
        b"" => "an empty one",
        b"." => "\".\"",
        b".." => "\"..\"",
        _ if name.contains(&b'/') => "one with a slash",
        _ if name.contains(&0) => "one with a NUL",
        _ => return Ok(()),
    };
    Err(Error::new(
        slug::TORRENT_PATH,
        "a name that stays in its folder",
        found,
    ))
}
