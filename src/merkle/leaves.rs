//! An input cut in leaves, and their hashes.

use std::io::Read;
use std::num::NonZeroUsize;

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::feed::{self, Cut, Input};
use crate::hash::{Engine, Hash256, Message};
use crate::watch::Watch;

use super::tree::{Kind, Leaf, Tree};

/// Bytes of leaves that are hashed in one call.
const WINDOW: u64 = 1 << 20;
/// The longest line that can be a leaf.
const LONGEST_LINE: usize = 16 << 20;
/// Lines that are hashed in one call.
const LINES: usize = 4096;

/// Told of leaves: offset of the bytes, the bytes, the hashes of the leaves in them.
pub type OnLeaves<'a> = &'a mut dyn FnMut(u64, &[u8], &[Hash256]) -> Result<()>;

/// Tells `batch(offset, bytes, hashes of the leaves in them)` of all leaves in order; returns the
/// number of bytes. Of lines the bytes are empty: they are not kept.
pub fn each(
    input: Input<'_>,
    tree: Tree,
    engine: Engine,
    watch: &dyn Watch,
    batch: OnLeaves<'_>,
) -> Result<u64> {
    let Leaf::Bytes(leaf) = tree.leaf() else {
        return match input {
            Input::Stream(stream) => lines(stream, tree, engine, watch, batch),
            Input::At(source, range) => {
                let mut at = feed::Reader::new(source, range);
                lines(&mut at, tree, engine, watch, batch)
            }
        };
    };
    // At least two leaves, so that a window of one is known to be all there is.
    let window = (leaf * (WINDOW / leaf).max(2)) as usize;
    let window = NonZeroUsize::new(window).unwrap_or(NonZeroUsize::MIN);
    let cut = Cut {
        window,
        threads: engine.threads(),
    };
    let work = |offset, bytes: &[u8]| {
        let alone = offset == 0 && bytes.len() as u64 <= leaf;
        Ok(hashes_of(tree, engine, offset, bytes, alone))
    };
    feed::run(input, cut, watch, work, |offset, bytes, hashes| {
        batch(offset, bytes, &hashes)
    })
}

/// The hashes of the leaves in `bytes`, which begin at `offset`, the boundary of a leaf. The only
/// leaf of all is hashed as BLAKE3 wants its root.
pub(super) fn hashes_of(
    tree: Tree,
    engine: Engine,
    offset: u64,
    bytes: &[u8],
    alone: bool,
) -> Vec<Hash256> {
    let leaf = tree.leaf_bytes().unwrap_or(1) as usize;
    let chunks = bytes.chunks(leaf);
    if tree.kind() == Kind::Blake3 {
        let chunks = chunks.zip((offset..).step_by(leaf));
        return chunks
            .map(|(chunk, at)| blake3_leaf(chunk, at, alone))
            .collect();
    }
    let prefix: &[u8] = if tree.kind() == Kind::Rfc6962 {
        &[0]
    } else {
        &[]
    };
    let mut padded = Vec::new();
    let mut messages: Vec<_> = chunks
        .map(|body| Message {
            prefix,
            body,
            suffix: &[],
        })
        .collect();
    if let Some(last) = messages
        .last_mut()
        .filter(|_| tree.kind() == Kind::Fsverity)
    {
        padded.extend_from_slice(last.body);
        padded.resize(leaf, 0);
        last.body = &padded;
    }
    let mut hashes = vec![[0; 32]; messages.len()];
    engine.sha256(&messages, &mut hashes);
    hashes
}

fn blake3_leaf(chunk: &[u8], offset: u64, alone: bool) -> Hash256 {
    use blake3::hazmat::HasherExt;
    if alone {
        return blake3::hash(chunk).into();
    }
    let mut hasher = blake3::Hasher::new();
    hasher.set_input_offset(offset);
    hasher.update(chunk);
    hasher.finalize_non_root()
}

/// Lines, or ids on lines, gathered and hashed many at once.
fn lines(
    stream: &mut (dyn Read + Send),
    tree: Tree,
    engine: Engine,
    watch: &dyn Watch,
    batch: OnLeaves<'_>,
) -> Result<u64> {
    let mut text = Vec::new();
    let (mut size, mut number) = (0, 0);
    loop {
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let before = text.len();
        text.resize(before + WINDOW as usize, 0);
        let came = feed::fill(stream, text.get_mut(before..).unwrap_or_default())?;
        text.truncate(before + came);
        let ended = came < WINDOW as usize;
        let whole = match text.iter().rposition(|byte| *byte == b'\n') {
            Some(at) if !ended => at + 1,
            _ if ended => text.len(),
            _ if text.len() > LONGEST_LINE => {
                let wanted = format!("lines of at most {LONGEST_LINE} bytes");
                return Err(
                    Error::new(slug::TOO_LARGE, wanted, "a longer one").at(Place::Line(number + 1))
                );
            }
            _ => 0,
        };
        let part: Vec<u8> = text.drain(..whole).collect();
        let lines: Vec<_> = cut_lines(&part).collect();
        for lines in lines.chunks(LINES) {
            let hashes = line_hashes(tree, engine, lines, number)?;
            number += lines.len() as u64;
            batch(size, &[], &hashes)?;
        }
        size += part.len() as u64;
        watch.advance(part.len() as u64);
        if ended {
            return Ok(size);
        }
    }
}

/// The lines of a text; what follows the last newline is one too unless it is empty.
fn cut_lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split_inclusive(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\n").unwrap_or(line))
}

fn line_hashes(tree: Tree, engine: Engine, lines: &[&[u8]], before: u64) -> Result<Vec<Hash256>> {
    if tree.leaf() == Leaf::Id {
        let ids = lines.iter().zip(before + 1..);
        return ids
            .map(|(line, number)| id_of(line).map_err(|e| e.at(Place::Line(number))))
            .collect();
    }
    let messages: Vec<_> = lines
        .iter()
        .map(|body| Message {
            prefix: &[0],
            body,
            suffix: &[],
        })
        .collect();
    let mut hashes = vec![[0; 32]; lines.len()];
    engine.sha256(&messages, &mut hashes);
    Ok(hashes)
}

/// A transaction id: shown with its bytes reversed.
pub(super) fn id_of(line: &[u8]) -> Result<Hash256> {
    let text = String::from_utf8_lossy(line);
    let mut id = hex::decode_array::<32>(&text)?;
    id.reverse();
    Ok(id)
}
