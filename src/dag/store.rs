//! A history in one archive: a `CARv1` with one root, which is the newest version (HEAD).
//!
//! A commit appends its new blocks, children before parents and itself last, has them synced, and then
//! overwrites the root in the header in place. The root has the same length as before and lies within
//! the first sector, so that it is the old one or the new one whatever happens; and whatever is before
//! it in the file is whole. Behind the block of HEAD there may stand what a crash left: a section that
//! was cut is dropped by the next writer; blocks are kept as far as they are what they should be.
//!
//! There is no index beside the file: to know what is in it, its sections are scanned once (a length
//! and an ID each, no block is read), which takes less time than to find out whether an index still
//! tells the truth, and nothing can be stale.

use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;

use super::forms;
use super::history;

use crate::car::store::Scan;
use crate::car::write::{Writer, header};
use crate::car::{Archive, Store};
use crate::cid::Cid;
use crate::error::{Error, Result, slug};
use crate::hash::Engine;

/// Bytes of the header behind the root: the version.
const BEHIND_ROOT: u64 = 9;

/// A history that is open.
pub struct Opened<'a> {
    /// Its blocks, as far as they can be read.
    pub store: Store<'a>,
    /// The newest version, or what else the archive is of.
    pub head: Cid,
    /// Where the readable part ends, and what ended it.
    pub scan: Scan,
}

fn refused(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::STORE, wanted, found.into())
}

/// Opens a history to read it. What was cut at its end is passed over, where all that HEAD needs can
/// stand before it.
pub fn open(archive: Archive<'_>, engine: Engine) -> Result<Opened<'_>> {
    let head = archive.roots.first().cloned();
    let head = head.ok_or_else(|| Error::new(slug::CAR, "an archive with a root", "none"))?;
    let (store, scan) = Store::salvaged(archive, engine, &head)?;
    Ok(Opened { store, head, scan })
}

impl Opened<'_> {
    /// Where the next block is to be written: behind all that is whole. What stands behind the block of
    /// HEAD was never acknowledged, so it is hashed, and left out from the first block on that is wrong.
    /// In an archive that others wrote HEAD may stand before what it needs; there a wrong block is an
    /// error, and a cut one too.
    pub fn end(&self) -> Result<u64> {
        let archive = self.store.archive();
        if archive.version != 1 || archive.roots.len() != 1 {
            let found = format!("CARv{} with {}", archive.version, archive.roots.len());
            return Err(refused("a CARv1 with one root, to be added to", found));
        }
        let Some(head_at) = self.scan.root.clone() else {
            return Err(refused("an archive with the block of its root", "none"));
        };
        let mut at = head_at.end;
        while let Some(section) = archive.section_at(at)? {
            let block = archive.block(section.block.clone())?;
            if !section.cid.names(&block).unwrap_or(false) {
                let wrong = Error::new(slug::BLOCK_MISMATCH, "the block of its ID", "other bytes")
                    .at(crate::car::store::key(&section.cid));
                return self.droppable(&head_at, wrong).map(|()| at);
            }
            at = section.block.end;
        }
        match &self.scan.torn {
            Some(torn) => self.droppable(&head_at, torn.clone()).map(|()| at),
            None => Ok(at),
        }
    }

    /// Leaves out what stands at `end` and behind it, as `Self::end` says.
    pub fn cut(&mut self, end: u64) {
        self.scan.end = self.scan.end.min(end);
        self.store.cut(self.scan.end);
    }

    /// Whether what is wrong behind HEAD may go: HEAD is a version, and stands behind its tree. What is
    /// `wrong` is an error otherwise.
    fn droppable(&self, head_at: &Range<u64>, wrong: Error) -> Result<()> {
        let Ok(commit) = history::read(&self.store, &self.head) else {
            return Err(wrong);
        };
        let tree = self.store.offset(&commit.tree);
        if commit.tree.inline().is_some() || tree.is_some_and(|tree| tree < head_at.start) {
            return Ok(());
        }
        Err(wrong)
    }

    /// Whether a version can be the root: its ID is as long as that which it takes the place of.
    pub fn takes(&self, commit: &Cid) -> Result<()> {
        if commit.bytes().len() == self.head.bytes().len() {
            return Ok(());
        }
        let found = format!("{} bytes", commit.bytes().len());
        let wanted = format!(
            "an ID of {} bytes, as the store's root has",
            self.head.bytes().len()
        );
        Err(Error::new(slug::STORE, wanted, found))
    }
}

/// Makes a version that is in the file, synced, the newest: its ID goes over the old one.
pub fn turn(file: &File, commit: &Cid) -> Result<()> {
    let len = header(std::slice::from_ref(commit)).len() as u64;
    let at = len - BEHIND_ROOT - commit.bytes().len() as u64;
    let written = file.write_all_at(commit.bytes(), at);
    let synced = written.and_then(|()| file.sync_data());
    synced.map_err(|e| Error::io(slug::UNWRITABLE, &e))
}

/// Copies what is below a block from one archive into another, children first; nothing that is
/// `known` there is read.
pub fn copy(
    from: &Store<'_>,
    root: &Cid,
    known: &dyn Fn(&Cid) -> bool,
    to: &mut Writer<'_>,
) -> Result<()> {
    let mut seen = std::collections::HashSet::new();
    let mut open = vec![(root.clone(), false)];
    while let Some((cid, done)) = open.pop() {
        if done {
            to.block(&cid, &[&from.need(&cid)?])?;
            continue;
        }
        // What is inline is always there, but not what is below it.
        let inline = cid.inline().is_some();
        if (!inline && known(&cid)) || !seen.insert(cid.clone()) {
            continue;
        }
        let block = from.need(&cid)?;
        let links = forms::links(&cid, &block).map_err(|e| crate::car::store::named(e, &cid))?;
        if !inline {
            open.push((cid.clone(), true));
        }
        open.extend(links.into_iter().rev().map(|link| (link, false)));
    }
    Ok(())
}
