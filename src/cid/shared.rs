//! Hashes over the bytes of one file, each of which gives some of the wanted IDs.

use super::kinds::{Kind, Wanted};
use super::multihash::{self, Running};

use crate::error::{Error, Result, slug};

/// A hash that some of the wanted IDs share.
pub(super) struct Shared {
    hash: u64,
    /// Behind the header that git puts in front.
    git: bool,
    /// Their numbers.
    pub(super) wanted: Vec<usize>,
    pub(super) state: Box<dyn Running>,
}

/// The hashes that the wanted IDs of a file of that length need, each once.
pub(super) fn hashes(wanted: &[Wanted], len: Option<u64>) -> Result<Vec<Shared>> {
    let mut running: Vec<Shared> = Vec::new();
    for (number, one) in wanted.iter().enumerate() {
        let git = matches!(one.kind, Kind::Git | Kind::Swhid | Kind::Gitoid);
        if matches!(one.kind, Kind::Unixfs | Kind::Nar) {
            continue;
        }
        let same = |shared: &&mut Shared| (shared.hash, shared.git) == (one.hash, git);
        if let Some(shared) = running.iter_mut().find(same) {
            shared.wanted.push(number);
            continue;
        }
        let Some(mut state) = multihash::running(one.hash) else {
            let found = multihash::name(one.hash);
            return Err(Error::new(slug::UNKNOWN_HASH, "a hash", found));
        };
        if git {
            state.update(format!("blob {}\0", len.unwrap_or(0)).as_bytes());
        }
        running.push(Shared {
            hash: one.hash,
            git,
            wanted: vec![number],
            state,
        });
    }
    Ok(running)
}
