//! What changed between two trees: names added, removed, changed, and renamed where the same content
//! stands under another name. The work follows what changed: what is the same is not read.

use std::collections::HashMap;

use super::tree::{Entry, Pair, differing, entries};

use crate::car::Store;
use crate::car::extract::{Limits, below};
use crate::car::store::key;
use crate::cid::Cid;
use crate::error::{Error, Result, slug};

/// What became of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added(Entry),
    /// It is gone.
    Removed(Entry),
    /// It leads elsewhere.
    Changed(Entry, Entry),
    /// What it leads to stood under this path before.
    Renamed(Vec<u8>, Entry),
}

/// A path and what became of it. That of a folder ends with a slash.
pub type Difference = (Vec<u8>, Change);

/// Walks two trees.
struct Walk<'s, 'a> {
    store: &'s Store<'a>,
    limits: Limits,
    seen: u64,
}

/// A name that only one of the trees has.
type Lone = (Vec<u8>, Entry);

/// What changed between two trees or files; no tree is an empty one. In the order of the paths.
pub fn trees(
    store: &Store<'_>,
    old: Option<&Cid>,
    new: &Cid,
    limits: Limits,
) -> Result<Vec<Difference>> {
    let mut walk = Walk {
        store,
        limits,
        seen: 0,
    };
    let (mut found, removed, added) = walk.changed(old.map(Entry::root), Entry::root(new))?;
    // Whole folders that only moved first, then the files of those that did not.
    let (removed, added) = renamed(store, removed, added, &mut found)?;
    let (removed, added) = (walk.expanded(removed)?, walk.expanded(added)?);
    let (removed, added) = renamed(store, removed, added, &mut found)?;
    let gone = removed
        .into_iter()
        .map(|(path, entry)| (path, Change::Removed(entry)));
    let come = added
        .into_iter()
        .map(|(path, entry)| (path, Change::Added(entry)));
    found.extend(gone.chain(come));
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

/// A path below another.
pub fn join(path: &[u8], name: &[u8]) -> Vec<u8> {
    let slash: &[u8] = if path.is_empty() || path.ends_with(b"/") {
        b""
    } else {
        b"/"
    };
    [path, slash, name].concat()
}

/// Takes what stands in both lists under two names out of them.
fn renamed(
    store: &Store<'_>,
    removed: Vec<Lone>,
    added: Vec<Lone>,
    found: &mut Vec<Difference>,
) -> Result<(Vec<Lone>, Vec<Lone>)> {
    let mut by_cid: HashMap<Cid, Vec<usize>> = HashMap::new();
    for (number, (_, entry)) in removed.iter().enumerate().rev() {
        if !entry.is_empty(store)? {
            by_cid.entry(entry.cid.clone()).or_default().push(number);
        }
    }
    let mut removed: Vec<Option<Lone>> = removed.into_iter().map(Some).collect();
    let mut rest = Vec::new();
    for (path, entry) in added {
        let known = by_cid.get_mut(&entry.cid).and_then(Vec::pop);
        match known
            .and_then(|number| removed.get_mut(number))
            .and_then(Option::take)
        {
            Some((from, _)) => found.push((path, Change::Renamed(from, entry))),
            None => rest.push((path, entry)),
        }
    }
    Ok((removed.into_iter().flatten().collect(), rest))
}

impl Walk<'_, '_> {
    fn count(&mut self, cid: &Cid, depth: usize) -> Result<()> {
        self.seen += 1;
        let wanted = if self.seen > self.limits.count {
            format!(
                "at most {} files and folders that changed",
                self.limits.count
            )
        } else if depth > self.limits.depth {
            format!("at most {} folders below each other", self.limits.depth)
        } else {
            return Ok(());
        };
        Err(Error::new(slug::EXTRACT_LIMIT, wanted, "more").at(key(cid)))
    }

    /// What changed in both, and what only one of them has, folders as a whole.
    fn changed(
        &mut self,
        old: Option<Entry>,
        new: Entry,
    ) -> Result<(Vec<Difference>, Vec<Lone>, Vec<Lone>)> {
        let (mut found, mut removed, mut added) = (Vec::new(), Vec::new(), Vec::new());
        let first = Pair {
            old,
            new: Some(new),
        };
        let mut open = vec![(Vec::new(), first, 0)];
        while let Some((path, Pair { old, new }, depth)) = open.pop() {
            let (old, new) = match (old, new) {
                (Some(old), Some(new)) if old.same(&new) => continue,
                (Some(old), Some(new)) => (old, new),
                (Some(old), None) => {
                    removed.push((path, old));
                    continue;
                }
                (None, Some(new)) => {
                    added.push((path, new));
                    continue;
                }
                (None, None) => continue,
            };
            self.count(&new.cid, depth)?;
            let folders = (old.is_folder(self.store)?, new.is_folder(self.store)?);
            match folders {
                (true, true) => {
                    let pairs = differing(self.store, &old.cid, &new.cid)?;
                    // Nothing in it changed: its own metadata did.
                    if pairs.is_empty() {
                        found.push((join(&path, b"/"), Change::Changed(old, new)));
                        continue;
                    }
                    for pair in pairs.into_iter().rev() {
                        let path = below(&path, pair.name(), &new.cid)?;
                        open.push((path, pair, depth + 1));
                    }
                }
                (false, false) => found.push((path, Change::Changed(old, new))),
                _ => {
                    removed.push((path.clone(), old));
                    added.push((path, new));
                }
            }
        }
        Ok((found, removed, added))
    }

    /// Every file below some names; folders only where they are empty.
    fn expanded(&mut self, lone: Vec<Lone>) -> Result<Vec<Lone>> {
        let mut files = Vec::new();
        let mut open: Vec<(Lone, usize)> = lone.into_iter().rev().map(|one| (one, 0)).collect();
        while let Some(((path, entry), depth)) = open.pop() {
            self.count(&entry.cid, depth)?;
            if !entry.is_folder(self.store)? {
                files.push((path, entry));
                continue;
            }
            let inside = entries(self.store, &entry.cid)?;
            if inside.is_empty() {
                files.push(([&*path, b"/"].concat(), entry));
                continue;
            }
            for one in inside.into_iter().rev() {
                let path = below(&path, &one.name, &entry.cid)?;
                open.push(((path, one), depth + 1));
            }
        }
        Ok(files)
    }
}
