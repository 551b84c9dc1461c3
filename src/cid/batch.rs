//! Small files of folders, kept until there are enough of them to be hashed many at once.

use super::file::{self, Work};
use super::layout::Node;
use super::params::Params;

use crate::dir::Status;
use crate::error::{Error, Result, slug};

/// Files, and bytes in them, that are hashed in one call.
const FILES: usize = 1024;
const BYTES: usize = 8 << 20;

/// A file that waits.
pub(super) struct Small {
    /// The folder that it is in: its place among those that are open.
    pub(super) level: usize,
    pub(super) name: Vec<u8>,
    /// Its name or one above it begins with a dot.
    pub(super) hidden: bool,
    /// From the folder that is imported on.
    pub(super) path: Vec<u8>,
    pub(super) status: Status,
    pub(super) bytes: Vec<u8>,
}

/// Files that wait.
#[derive(Default)]
pub(super) struct Batch {
    files: Vec<Small>,
    bytes: usize,
}

impl Batch {
    /// One more. Says whether there are enough now.
    pub(super) fn push(&mut self, file: Small) -> bool {
        self.bytes += file.bytes.len();
        self.files.push(file);
        self.files.len() >= FILES || self.bytes >= BYTES
    }

    /// Whether any waits that is in this folder, or below it.
    pub(super) fn waits_in(&self, level: usize) -> bool {
        self.files.iter().rev().any(|file| file.level >= level)
    }

    /// All of them, each with its nodes in the order of the parameters; none waits any more.
    pub(super) fn hash(
        &mut self,
        all: &[Params],
        work: Work<'_>,
    ) -> Result<Vec<(Small, Vec<Node>)>> {
        if work.watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let waiting = std::mem::take(self);
        let bodies: Vec<&[u8]> = waiting.files.iter().map(|file| &*file.bytes).collect();
        let nodes = file::small(all, &bodies, work.engine);
        work.watch.advance(waiting.bytes as u64);
        Ok(waiting.files.into_iter().zip(nodes).collect())
    }
}
