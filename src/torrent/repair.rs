//! Data made whole from another copy: only pieces that the torrent proves are taken over.

use std::fs::File;
use std::os::unix::fs::FileExt;

use super::expect::Expected;
use super::metainfo::Torrent;
use super::shelf::{Hand, Shelf};
use super::verify::{State, Verified, kept, look};
use crate::dir::Dir;
use crate::error::{Error, Result, slug};
use crate::hash::Engine;
use crate::watch::Watch;

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repaired {
    /// Numbers of the pieces that were written anew.
    pub pieces: Vec<u64>,
    /// Numbers of the pieces that the copy does not have right either.
    pub still_wrong: Vec<u64>,
    /// Bytes that were written.
    pub bytes: u64,
}

/// Takes every piece that `verified` found wrong in `data` from `copy`, as far as it is proven there.
/// Files that are missing are made by `create(path)`, which opens a file for writing below the
/// folder of the data, with its folders; files that are too long are cut.
pub fn repair(
    torrent: &Torrent,
    verified: &Verified<'_>,
    copy: &Dir,
    engine: Engine,
    watch: &dyn Watch,
    create: &mut dyn FnMut(&[u8]) -> Result<File>,
) -> Result<Repaired> {
    let expected = Expected::of(torrent);
    let files: Vec<_> = torrent.info().files().collect();
    let found: Vec<_> = files.iter().map(|file| look(copy, file)).collect();
    let kept = kept(torrent, &found);
    let shelf = Shelf::Folder(copy, &kept);
    let mut hand = Hand::new(&shelf);
    let mut done = Repaired::default();
    let mut open: Option<(usize, File)> = None;
    for (piece, state) in (0..).zip(verified.pieces()) {
        if *state == State::Proven {
            continue;
        }
        if watch.stopped() {
            return Err(Error::new(slug::STOPPED, "", "stopped"));
        }
        let Some(bytes) = expected.proven(piece, &shelf, &mut hand, engine) else {
            done.still_wrong.push(piece);
            continue;
        };
        for part in expected.cut.parts(piece) {
            let range = part.at as usize..(part.at + part.length) as usize;
            let file = match open.take() {
                Some((known, file)) if known == part.file => file,
                _ => {
                    let file = files.get(part.file).map(|file| file.path().as_bytes());
                    create(file.unwrap_or_default())?
                }
            };
            write(&file, bytes.get(range).unwrap_or_default(), part.from)?;
            done.bytes += part.length;
            open = Some((part.file, file));
        }
        watch.advance(bytes.len() as u64);
        done.pieces.push(piece);
    }
    for finding in verified.findings() {
        let length = finding.file.length();
        let cut = matches!(finding.found, super::Found::Bytes(bytes) if bytes > length);
        let empty = length == 0 && finding.found == super::Found::Nothing;
        if (cut || empty) && finding.file.target().is_none() {
            let file = create(finding.file.path().as_bytes())?;
            file.set_len(length)
                .map_err(|e| Error::io(slug::UNWRITABLE, &e))?;
        }
    }
    Ok(done)
}

fn write(file: &File, bytes: &[u8], at: u64) -> Result<()> {
    let written = file.write_all_at(bytes, at);
    written.map_err(|e| Error::io(slug::UNWRITABLE, &e))
}
