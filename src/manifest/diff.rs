//! Two lists compared: which names were added, removed, renamed, or stand for something else.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::error::{Error, Place, Result, slug};
use crate::manifest::algorithm::Digest;
use crate::manifest::entry::{Content, FileContent};
use crate::manifest::list::Listed;
use crate::verdict::Verdict;

/// One difference. The names of all are in tree order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only in the second list.
    Added(Vec<u8>),
    /// Only in the first.
    Removed(Vec<u8>),
    /// In both, and different.
    Changed(Vec<u8>),
    /// The same bytes under another name, which the second list lacks under the first.
    Renamed {
        /// Its name in the first list.
        from: Vec<u8>,
        /// Its name in the second.
        to: Vec<u8>,
    },
    /// In both, hashed in ways that can't be compared.
    Unknown(Vec<u8>),
    /// A line of one of the lists, `old` or `new`, that can't be understood.
    Damaged(Error),
}

/// A name whose order is that of the tree.
#[derive(PartialEq, Eq)]
struct Name(Vec<u8>);

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        crate::manifest::tree_order(&self.0, &other.0)
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

type Names = BTreeMap<Name, Content>;

/// Hands every difference to `emit`, damaged lines first. Yes: the lists say the same. A damaged
/// line, or files that can't be compared, leave it open unless something else differs.
///
/// ```
/// use decent::{Verdict, manifest::{diff, Change, List, Reading}};
/// let list = |text: &'static str| List::new(text.as_bytes(), Reading::default());
/// let old = list("da39a3ee5e6b4b0d3255bfef95601890afd80709  a\n");
/// let new = list("da39a3ee5e6b4b0d3255bfef95601890afd80709  b\n");
/// let mut changes = vec![];
/// let verdict = diff(old, new, |change| { changes.push(change); Ok(()) }).unwrap();
/// assert!(matches!(verdict, Verdict::No(_)));
/// assert_eq!(changes, [Change::Renamed { from: b"a".to_vec(), to: b"b".to_vec() }]);
/// ```
pub fn diff(
    old: impl Iterator<Item = Listed>,
    new: impl Iterator<Item = Listed>,
    mut emit: impl FnMut(Change) -> Result<()>,
) -> Result<Verdict> {
    let mut verdict = Verdict::Yes;
    let mut tell = |change: Change| {
        let one = match &change {
            Change::Damaged(_) => Verdict::Unknown("a damaged line".into()),
            Change::Unknown(_) => Verdict::Unknown("digests of different algorithms".into()),
            _ => Verdict::No("the lists differ".into()),
        };
        verdict = std::mem::replace(&mut verdict, Verdict::Yes).and(one);
        emit(change)
    };
    let old = names(old, "old", &mut tell)?;
    let new = names(new, "new", &mut tell)?;
    let mut renamed = renames(&old, &new);
    let gone: HashSet<&[u8]> = renamed.values().copied().collect();
    let mut both: Vec<&Name> = old.keys().chain(new.keys()).collect();
    both.sort_unstable();
    both.dedup();
    for name in both {
        let bytes = name.0.clone();
        let change = match (old.get(name), new.get(name)) {
            (Some(a), Some(b)) => match same(a, b) {
                Some(true) => continue,
                Some(false) => Change::Changed(bytes),
                None => Change::Unknown(bytes),
            },
            (Some(_), None) if gone.contains(&name.0[..]) => continue,
            (Some(_), None) => Change::Removed(bytes),
            _ => match renamed.remove(&name.0[..]) {
                Some(from) => Change::Renamed {
                    from: from.to_vec(),
                    to: bytes,
                },
                None => Change::Added(bytes),
            },
        };
        tell(change)?;
    }
    Ok(verdict)
}

/// All names of a list. One that is there twice counts once if both say the same.
fn names(
    list: impl Iterator<Item = Listed>,
    which: &'static str,
    tell: &mut impl FnMut(Change) -> Result<()>,
) -> Result<Names> {
    let mut names = Names::new();
    for Listed { line, entry } in list {
        let damaged = match entry {
            Err(error) => error,
            Ok(entry) => {
                let name = Name(entry.name);
                match names.get(&name) {
                    Some(before) if *before != entry.content => {
                        let wanted = "a name that is listed once";
                        let found = "one with two digests";
                        Error::new(slug::LIST_LINE, wanted, found).at(Place::Line(line))
                    }
                    _ => {
                        names.insert(name, entry.content);
                        continue;
                    }
                }
            }
        };
        tell(Change::Damaged(damaged.of(which)))?;
    }
    Ok(names)
}

/// The old name of every new one that has the digest of a name that is gone, each paired once.
fn renames<'a>(old: &'a Names, new: &'a Names) -> HashMap<&'a [u8], &'a [u8]> {
    let mut gone: HashMap<Digest, Vec<&[u8]>> = HashMap::new();
    for (name, content) in old.iter().rev() {
        if let Content::File(file) = content
            && !new.contains_key(name)
        {
            gone.entry(file.digest).or_default().push(&name.0);
        }
    }
    let mut renamed = HashMap::new();
    for (name, content) in new {
        if let Content::File(file) = content
            && !old.contains_key(name)
            && let Some(from) = gone.get_mut(&file.digest).and_then(Vec::pop)
        {
            renamed.insert(&name.0[..], from);
        }
    }
    renamed
}

/// Whether two entries are the same, `None` where they have nothing in common to tell by.
fn same(a: &Content, b: &Content) -> Option<bool> {
    let (Content::File(a), Content::File(b)) = (a, b) else {
        return Some(a == b);
    };
    let sizes_differ = matches!((a.size, b.size), (Some(a), Some(b)) if a != b);
    let roots = |file: &FileContent| file.tree.as_ref().map(|tree| tree.root);
    match (roots(a), roots(b)) {
        _ if sizes_differ => Some(false),
        _ if a.digest.algorithm() == b.digest.algorithm() => Some(a.digest == b.digest),
        (Some(a), Some(b)) => Some(a == b),
        _ if a.size == Some(0) && b.size == Some(0) => Some(true),
        _ => None,
    }
}
