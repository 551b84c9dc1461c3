//! Two trees that grew out of one become one again: what only one side changed is taken, folder by
//! folder; what both changed in different ways is a conflict, named by its path.

use std::collections::BTreeMap;
use std::vec::IntoIter;

use super::diff::join;
use super::git;
use super::tree::{Entry, Pair, differing, entries};

use crate::car::Store;
use crate::car::extract::Limits;
use crate::car::store::key;
use crate::car::tree::unixfs;
use crate::cid::kinds::{GitEntry, GitMode, git_tree_body};
use crate::cid::params::Params;
use crate::cid::unixfs::Meta;
use crate::cid::{Cid, GIT_RAW, folder};
use crate::codec::dag_pb::Link;
use crate::error::{Error, Result, slug};

/// What both sides changed in different ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Where.
    pub path: Vec<u8>,
    /// How.
    pub why: &'static str,
}

/// What came of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The tree; it means nothing where there are conflicts.
    pub tree: Cid,
    /// Blocks of it that neither side has, children first.
    pub blocks: Vec<(Cid, Vec<u8>)>,
    /// Where the sides don't agree, in the order of the paths.
    pub conflicts: Vec<Conflict>,
}

/// A folder that both sides changed.
struct Level {
    path: Vec<u8>,
    name: Vec<u8>,
    ours: Entry,
    /// What is in it in the end.
    kept: BTreeMap<Vec<u8>, Entry>,
    /// What they changed and is still to be looked at.
    rest: IntoIter<Pair>,
}

struct Merge<'s, 'a> {
    store: &'s Store<'a>,
    params: &'s Params,
    limits: Limits,
    blocks: Vec<(Cid, Vec<u8>)>,
    conflicts: Vec<Conflict>,
    folders: u64,
}

/// Merges what `theirs` changed since `base` into `ours`. Folders that are made anew are made by
/// `params`.
pub fn trees(
    store: &Store<'_>,
    base: Option<&Cid>,
    (ours, theirs): (&Cid, &Cid),
    params: &Params,
    limits: Limits,
) -> Result<Merged> {
    let mut merge = Merge {
        store,
        params,
        limits,
        blocks: Vec::new(),
        conflicts: Vec::new(),
        folders: 0,
    };
    let [ours, theirs] = [ours, theirs].map(Entry::root);
    let base = base.map(Entry::root);
    for other in [base.as_ref(), Some(&theirs)].into_iter().flatten() {
        alike(&ours.cid, &other.cid).map_err(|error| error.at(key(&other.cid)))?;
    }
    let tree = match merge.decide(base.as_ref(), Some(&ours), Some(&theirs))? {
        Decision::Keep => ours.cid,
        Decision::Take => theirs.cid,
        Decision::Conflict(why) => {
            merge.conflicts.push(Conflict {
                path: b"/".to_vec(),
                why,
            });
            ours.cid
        }
        Decision::Descend => merge.folder(base.as_ref(), &ours, &theirs)?,
    };
    merge.conflicts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Merged {
        tree,
        blocks: merge.blocks,
        conflicts: merge.conflicts,
    })
}

/// Refuses what can't stand in one tree, or in one history: blocks of IPFS and objects of git, or
/// objects by different hashes.
pub fn alike(ours: &Cid, theirs: &Cid) -> Result<()> {
    let git = |cid: &Cid| (cid.codec() == GIT_RAW).then(|| cid.hash());
    if git(ours) == git(theirs) {
        return Ok(());
    }
    let wanted = "a version before it in the same format, by the same hash";
    Err(Error::new(slug::STORE, wanted, "another"))
}

/// What is done with a name.
enum Decision {
    /// Ours stays.
    Keep,
    /// Theirs comes in its place.
    Take,
    /// Both are folders.
    Descend,
    /// Nobody can say.
    Conflict(&'static str),
}

fn same(a: Option<&Entry>, b: Option<&Entry>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.same(b),
        (None, None) => true,
        _ => false,
    }
}

impl Merge<'_, '_> {
    fn is_folder(&self, entry: Option<&Entry>) -> Result<bool> {
        entry.map_or(Ok(false), |entry| entry.is_folder(self.store))
    }

    fn decide(
        &self,
        base: Option<&Entry>,
        ours: Option<&Entry>,
        theirs: Option<&Entry>,
    ) -> Result<Decision> {
        if same(ours, theirs) || same(base, theirs) {
            return Ok(Decision::Keep);
        }
        if same(base, ours) {
            return Ok(Decision::Take);
        }
        Ok(match (self.is_folder(ours)?, self.is_folder(theirs)?) {
            (true, true) => Decision::Descend,
            _ if ours.is_none() => Decision::Conflict("removed here, changed there"),
            _ if theirs.is_none() => Decision::Conflict("changed here, removed there"),
            (true, false) => Decision::Conflict("a folder here, a file there"),
            (false, true) => Decision::Conflict("a file here, a folder there"),
            _ if base.is_none() => Decision::Conflict("added in both, and not alike"),
            _ => Decision::Conflict("changed in both, and not alike"),
        })
    }

    fn level(
        &mut self,
        path: Vec<u8>,
        base: Option<&Entry>,
        ours: &Entry,
        theirs: &Entry,
        depth: usize,
    ) -> Result<Level> {
        self.folders += 1;
        if self.folders > self.limits.count || depth > self.limits.depth {
            let wanted = "no more folders than there may be, and none deeper";
            return Err(Error::new(slug::EXTRACT_LIMIT, wanted, "more").at(key(&ours.cid)));
        }
        for side in [ours, theirs] {
            if side.mode.is_some() {
                let block = self.store.need(&side.cid)?;
                let exact = git::rewritable(side.cid.hash(), &block);
                exact.map_err(|error| error.at(key(&side.cid)))?;
            }
        }
        let base = match base {
            Some(base) if base.is_folder(self.store)? => Some(base),
            _ => None,
        };
        let changed = if let Some(base) = base {
            differing(self.store, &base.cid, &theirs.cid)?
        } else {
            let all = entries(self.store, &theirs.cid)?.into_iter();
            let pair = |entry| Pair {
                old: None,
                new: Some(entry),
            };
            all.map(pair).collect()
        };
        let kept = entries(self.store, &ours.cid)?.into_iter();
        Ok(Level {
            path,
            name: ours.name.clone(),
            ours: ours.clone(),
            kept: kept.map(|entry| (entry.name.clone(), entry)).collect(),
            rest: changed.into_iter(),
        })
    }

    /// Merges two folders and all below.
    fn folder(&mut self, base: Option<&Entry>, ours: &Entry, theirs: &Entry) -> Result<Cid> {
        let mut open = vec![self.level(Vec::new(), base, ours, theirs, 0)?];
        loop {
            let depth = open.len();
            let Some(top) = open.last_mut() else {
                return Err(Error::new(slug::NOT_THERE, "a folder", "none"));
            };
            let Some(Pair { old, new }) = top.rest.next() else {
                let Some(done) = open.pop() else { continue };
                let made = self.close(&done)?;
                let Some(above) = open.last_mut() else {
                    return Ok(made.map_or(done.ours.cid, |entry| entry.cid));
                };
                match made {
                    Some(entry) => above.kept.insert(done.name, entry),
                    None => above.kept.remove(&done.name),
                };
                continue;
            };
            let name = old
                .as_ref()
                .or(new.as_ref())
                .map_or(&b""[..], |entry| &entry.name);
            let name = name.to_vec();
            let ours = top.kept.get(&name).cloned();
            let path = join(&top.path, &name);
            match (self.decide(old.as_ref(), ours.as_ref(), new.as_ref())?, new) {
                (Decision::Keep, _) | (Decision::Descend, None) => {}
                (Decision::Take, Some(new)) => {
                    top.kept.insert(name, new);
                }
                (Decision::Take, None) => {
                    top.kept.remove(&name);
                }
                (Decision::Descend, Some(theirs)) => {
                    if let Some(ours) = ours {
                        open.push(self.level(path, old.as_ref(), &ours, &theirs, depth)?);
                    }
                }
                (Decision::Conflict(why), _) => self.conflicts.push(Conflict { path, why }),
            }
        }
    }

    /// The folder that a level became; none of git's where nothing is left in it.
    fn close(&mut self, done: &Level) -> Result<Option<Entry>> {
        let before = &done.ours;
        let (store, blocks) = (self.store, &mut self.blocks);
        let mut put = |cid: &Cid, block: &[u8]| {
            if cid.inline().is_none() && !store.holds(cid) {
                blocks.push((cid.clone(), block.to_vec()));
            }
            Ok(())
        };
        if before.mode.is_none() {
            let links = done.kept.values().map(|entry| Link {
                cid: entry.cid.clone(),
                name: entry.name.clone(),
                tsize: entry.tsize,
            });
            let meta: Meta = unixfs(&store.node(&before.cid)?, &before.cid)?.meta;
            let node = folder::build(self.params, links.collect(), meta, &mut put)?;
            return Ok(Some(Entry {
                cid: node.cid,
                tsize: node.tsize,
                ..before.clone()
            }));
        }
        if done.kept.is_empty() && !done.name.is_empty() {
            return Ok(None);
        }
        let lines = done.kept.values().map(|entry| GitEntry {
            mode: entry.mode.unwrap_or(GitMode::File),
            name: entry.name.clone(),
            digest: entry.cid.digest().to_vec(),
        });
        let block = git::object("tree", &git_tree_body(lines.collect()));
        let cid = git::cid_of(before.cid.hash(), &block);
        put(&cid, &block)?;
        Ok(Some(Entry {
            cid,
            ..before.clone()
        }))
    }
}
