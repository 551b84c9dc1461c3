//! One line of a list: a name and what the list says of it.

use crate::error::{Error, Result, slug};
use crate::manifest::algorithm::Digest;
use crate::manifest::roots::{Piece, Tree};

/// A name and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name, any bytes but NUL, components joined by `/`.
    pub name: Vec<u8>,
    /// What it stands for.
    pub content: Content,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A file.
    File(FileContent),
    /// A symbolic link, with where it points to.
    Link(Vec<u8>),
}

/// What a list says of a file's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileContent {
    /// Their number, where the list says it.
    pub size: Option<u64>,
    /// Their digest.
    pub digest: Digest,
    /// Their BEP 52 tree, where the list has it; an empty file has none.
    pub tree: Option<Tree>,
    /// The pieces that the list's layers are made of.
    pub piece: Option<Piece>,
}

/// Refuses a name that leads out of the directory in which it is resolved: one that is absolute or
/// has `..` for a component. Whoever opens the names of a list from elsewhere asks this first.
///
/// ```
/// use decent::manifest::stays_below;
/// assert!(stays_below(b"a/..b").is_ok());
/// assert_eq!(stays_below(b"a/../../b").unwrap_err().slug.name, "name-escapes");
/// ```
pub fn stays_below(name: &[u8]) -> Result<()> {
    let up = name.split(|byte| *byte == b'/').any(|part| part == b"..");
    if !up && !name.starts_with(b"/") {
        return Ok(());
    }
    let found = format!("{:?}", String::from_utf8_lossy(name));
    let wanted = "a name below the directory";
    Err(Error::new(slug::NAME_ESCAPES, wanted, found))
}
