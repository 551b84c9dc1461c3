//! The digest of one long file, from its windows in order (FIPS 180-4, BLAKE3).

use blake3::hazmat::{
    ChainingValue, HasherExt, Mode, merge_subtrees_non_root, merge_subtrees_root,
};
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};

use crate::error::Result;
use crate::manifest::algorithm::{Algorithm, Digest};

/// Bytes a window: a power of two, so that each is a subtree of BLAKE3 and of BEP 52.
pub(crate) const WINDOW: usize = 1 << 20;

/// What can be known of a window apart from all others: its subtree in BLAKE3's tree.
pub(crate) struct Subtree {
    node: ChainingValue,
    /// The digest, should this window be all there is.
    alone: Option<[u8; 32]>,
}

impl Subtree {
    pub(crate) fn of(offset: u64, window: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.set_input_offset(offset).update(window);
        let alone = (offset == 0).then(|| hasher.finalize().into());
        Self {
            node: hasher.finalize_non_root(),
            alone,
        }
    }
}

/// A digest half made.
pub(crate) enum Running {
    Sha256(Sha256),
    Sha512(Sha512),
    Sha1(Sha1),
    Blake3(Subtrees),
}

impl Running {
    pub(crate) fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Sha256 => Self::Sha256(Sha256::new()),
            Algorithm::Sha512 => Self::Sha512(Sha512::new()),
            Algorithm::Sha1 => Self::Sha1(Sha1::new()),
            Algorithm::Blake3 => Self::Blake3(Subtrees::default()),
        }
    }

    /// The next window, with its subtree where the algorithm is BLAKE3.
    pub(crate) fn push(&mut self, window: &[u8], subtree: Option<Subtree>) {
        match (self, subtree) {
            (Self::Sha256(state), _) => state.update(window),
            (Self::Sha512(state), _) => state.update(window),
            (Self::Sha1(state), _) => state.update(window),
            (Self::Blake3(state), Some(subtree)) => state.push(subtree),
            (Self::Blake3(_), None) => {}
        }
    }

    pub(crate) fn finish(self) -> Result<Digest> {
        match self {
            Self::Sha256(state) => Digest::new(Algorithm::Sha256, &state.finalize()),
            Self::Sha512(state) => Digest::new(Algorithm::Sha512, &state.finalize()),
            Self::Sha1(state) => Digest::new(Algorithm::Sha1, &state.finalize()),
            Self::Blake3(state) => Digest::new(Algorithm::Blake3, &state.finish()),
        }
    }
}

/// The subtrees of BLAKE3 that wait for a right neighbour; the last pair is joined only at the
/// end, for the root is another kind of node.
#[derive(Default)]
pub(crate) struct Subtrees {
    stack: Vec<ChainingValue>,
    windows: u64,
    alone: Option<[u8; 32]>,
}

impl Subtrees {
    fn push(&mut self, subtree: Subtree) {
        while self.stack.len() > self.windows.count_ones() as usize {
            if let (Some(right), Some(left)) = (self.stack.pop(), self.stack.pop()) {
                self.stack
                    .push(merge_subtrees_non_root(&left, &right, Mode::Hash));
            }
        }
        self.stack.push(subtree.node);
        self.alone = subtree.alone;
        self.windows += 1;
    }

    fn finish(mut self) -> [u8; 32] {
        if let Some(alone) = self.alone {
            return alone;
        }
        let Some(mut right) = self.stack.pop() else {
            return blake3::hash(b"").into();
        };
        while let Some(left) = self.stack.pop() {
            if self.stack.is_empty() {
                return merge_subtrees_root(&left, &right, Mode::Hash).into();
            }
            right = merge_subtrees_non_root(&left, &right, Mode::Hash);
        }
        right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blake3_from_windows_equals_blake3() {
        let bytes: Vec<u8> = (0..10 * WINDOW + 77).map(|i| (i % 251) as u8).collect();
        for windows in 0..=10 {
            for len in [
                windows * WINDOW,
                windows * WINDOW + 1,
                windows * WINDOW + 77,
            ] {
                let part = &bytes[..len];
                let mut running = Running::new(Algorithm::Blake3);
                for (i, window) in part.chunks(WINDOW).enumerate() {
                    running.push(window, Some(Subtree::of((i * WINDOW) as u64, window)));
                }
                let digest = running.finish().unwrap();
                assert_eq!(digest.as_bytes(), blake3::hash(part).as_bytes(), "{len}");
            }
        }
    }
}
