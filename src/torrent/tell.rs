//! Narration: the first piece and its blocks, computed again by the plain crates from the data.

use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::draft::Draft;
use super::info::Layout;
use super::metainfo::Torrent;
use crate::codec::hex;
use crate::hash::{Engine, Hash256};
use crate::merkle::bep52::{self, LEAF};
use crate::watch::{Step, Watch};

/// Blocks that are told one by one.
const TOLD: usize = 2;

/// Tells what a torrent of a single file promises of its first piece; `FILE` stands for the data.
pub fn first_piece_expected(torrent: &Torrent, watch: &dyn Watch) {
    let info = torrent.info();
    let length = info.piece().bytes().min(info.size());
    let step = Step::new("piece 0", "what the torrent promises of the first piece");
    let lines = info.layout() == Layout::Single;
    if let Some(hash) = info.pieces().first() {
        let step = step.clone().value("sha1", hex::encode(hash));
        let line = format!("head -c {length} FILE | sha1sum");
        watch.step(&if lines { step.check(line) } else { step });
    }
    if let Some(root) = info.files().find_map(super::File::root) {
        let why = "what the torrent promises of the first file: the root over its 16 KiB blocks";
        let step = Step::new("root", why).value("root", hex::encode(&root));
        let line = "decent merkle root --tree bep52 --no-names FILE";
        watch.step(&if lines { step.check(line) } else { step });
    }
}

/// Tells of the first piece of a file what it hashes to; `bytes` are its bytes, `FILE` stands for
/// the data.
pub fn first_piece(bytes: &[u8], draft: &Draft, watch: &dyn Watch) {
    let length = bytes.len();
    if draft.versions.has_v1() {
        let why = format!("the first {length} bytes, hashed by SHA-1: peers check a piece by it");
        let step = Step::new("piece 0", why).value("sha1", hex::encode(&Sha1::digest(bytes)));
        watch.step(&step.check(format!("head -c {length} FILE | sha1sum")));
    }
    if !draft.versions.has_v2() {
        return;
    }
    let blocks: Vec<Hash256> = bytes
        .chunks(LEAF)
        .map(|block| Sha256::digest(block).into())
        .collect();
    for (number, (block, hash)) in bytes.chunks(LEAF).zip(&blocks).take(TOLD).enumerate() {
        let why = "a block of 16 KiB, hashed by SHA-256, is a leaf of the file's tree";
        let step = Step::new(format!("block {number}"), why).value("sha256", hex::encode(hash));
        let (end, length) = (number * LEAF + block.len(), block.len());
        let line = format!("head -c {end} FILE | tail -c {length} | sha256sum");
        watch.step(&step.check(line));
    }
    let count = blocks.len();
    let Some(node) = bep52::root(Engine::portable(), blocks, 0) else {
        return;
    };
    let why = "blocks are joined two by two, missing ones as zeros, up to the node over the piece";
    let step = Step::new("tree of piece 0", why)
        .value("blocks", count)
        .value("node", hex::encode(&node));
    let line = format!("head -c {length} FILE | decent merkle root --tree bep52 --no-names");
    watch.step(&step.check(line));
}
