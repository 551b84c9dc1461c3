//! What is allowed, and yet other programs stumble over it: findings by name.

use std::collections::HashSet;

use super::file::File;
use super::info::{Info, Layout, Versions};
use super::layout::{Entry, entries};
use super::metainfo::Torrent;
use crate::codec::bencode::Document;
use crate::error::Result;

mod names;
mod tree;

/// Pieces below this make a torrent large and a swarm busy.
const TINY: u64 = 16 << 10;
/// Pieces above this are refused by some programs, and verified late by all.
const HUGE: u64 = 16 << 20;
/// A file that libtorrent reads by default, in bytes.
const LARGE: usize = 10 << 20;
/// Pieces that a message of peers tells in a short time.
const MANY: u64 = 1 << 20;

/// Something to know about a torrent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its name, lower-case words joined by hyphens.
    pub code: &'static str,
    /// The file it is about.
    pub path: Option<Vec<u8>>,
    /// The byte of the torrent where it is.
    pub byte: Option<u64>,
    /// What was found.
    pub words: String,
}

impl Finding {
    fn new(code: &'static str, words: impl Into<String>) -> Self {
        Self {
            code,
            path: None,
            byte: None,
            words: words.into(),
        }
    }

    fn of(mut self, file: &File) -> Self {
        self.path = Some(file.path().as_bytes().to_vec());
        self
    }

    fn at(mut self, byte: u64) -> Self {
        self.byte = Some(byte);
        self
    }
}

/// All findings on a torrent that was read from `bytes`, in the order of this module.
pub fn lint(bytes: &[u8], torrent: &Torrent) -> Result<Vec<Finding>> {
    let document = Document::parse(bytes)?;
    let mut found = Vec::new();
    form(&document, bytes.len(), torrent, &mut found);
    pieces(torrent.info(), &mut found);
    pads(torrent.info(), &mut found);
    links(torrent.info(), &mut found);
    tree::tree(&document, torrent.info(), &mut found);
    names::names(torrent.info(), &mut found);
    places(torrent, &mut found);
    Ok(found)
}

/// Bencode and fields.
fn form(document: &Document<'_>, len: usize, torrent: &Torrent, found: &mut Vec<Finding>) {
    for key in document.unsorted() {
        let words = format!(
            "{:?} stands behind a larger key",
            String::from_utf8_lossy(key.key())
        );
        found.push(Finding::new("unsorted-keys", words).at(key.span().start as u64));
    }
    for (key, byte) in torrent.info().odd().iter().chain(&torrent.outer().odd) {
        let words = format!("{key:?} has a value of another sort than it should");
        found.push(Finding::new("odd-field", words).at(*byte));
    }
    if len > LARGE {
        let words = format!("{len} bytes, where some programs read at most {LARGE}");
        found.push(Finding::new("large-torrent", words));
    }
    let root = document.root().dict().ok();
    let info = root.and_then(|root| root.get(b"info")?.dict().ok());
    let Some(info) = info else { return };
    let versions = torrent.info().versions();
    if versions == Versions::V2 {
        for key in [&b"length"[..], b"files"] {
            if let Some(item) = info.get(key) {
                let name = String::from_utf8_lossy(key);
                let words = format!("{name:?} of version 1 without its \"pieces\"");
                found.push(Finding::new("stray-field", words).at(item.span().start as u64));
            }
        }
    }
    if let Some(item) = info.get(b"file tree").filter(|_| versions == Versions::V1) {
        let words = "\"file tree\" without \"meta version\", which nobody reads";
        found.push(Finding::new("stray-field", words).at(item.span().start as u64));
    }
    if torrent.layers().stray() > 0 {
        let words = format!(
            "{} piece layers of no file that needs one",
            torrent.layers().stray()
        );
        found.push(Finding::new("stray-layer", words));
    }
}

fn pieces(info: &Info, found: &mut Vec<Finding>) {
    let piece = info.piece().bytes();
    if !piece.is_power_of_two() {
        let words = format!("pieces of {piece} bytes, which is no power of two");
        found.push(Finding::new("uneven-pieces", words));
    }
    if piece < TINY {
        let words = format!("pieces of {piece} bytes, less than the 16 KiB of one request");
        found.push(Finding::new("tiny-pieces", words));
    }
    if piece > HUGE {
        let words = format!("pieces of {piece} bytes, more than 16 MiB");
        found.push(Finding::new("huge-pieces", words));
    }
    if info.piece_count() > MANY {
        let words = format!("{} pieces, more than {MANY}", info.piece_count());
        found.push(Finding::new("many-pieces", words));
    }
}

/// Pads where the creator of BEP 52 has none, and none where it has one.
fn pads(info: &Info, found: &mut Vec<Finding>) {
    let piece = info.piece().bytes();
    for file in info.entries().iter().filter(|file| file.is_pad()) {
        let name = file.length().to_string();
        if file.path().names().ne([&b".pad"[..], name.as_bytes()]) {
            let words = format!("a pad that is not called .pad/{name}");
            found.push(Finding::new("pad-name", words).of(file));
        }
        let end = file.offset() + file.length();
        if !end.is_multiple_of(piece) || file.length() >= piece {
            let words = "a pad that does not fill up the piece it is in";
            found.push(Finding::new("odd-pad", words).of(file));
        }
    }
    if info.versions() != Versions::Hybrid || info.layout() == Layout::Single {
        return;
    }
    let lengths: Vec<_> = info.files().map(File::length).collect();
    let wanted = entries(&lengths, info.piece());
    let mut number = 0;
    let real = info.entries().iter().map(|entry| {
        if entry.is_pad() {
            Entry::Pad(entry.length())
        } else {
            number += 1;
            Entry::File(number - 1)
        }
    });
    let real: Vec<_> = real.collect();
    if real != wanted {
        let same = real.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
        let words = match (wanted.get(same), real.get(same)) {
            (Some(Entry::Pad(length)), _) => {
                format!(
                    "no pad of {length} bytes at entry {same}, where the creator of BEP 52 has one"
                )
            }
            _ => format!("a pad at entry {same}, where the creator of BEP 52 has none"),
        };
        found.push(Finding::new("missing-pads", words));
    }
}

/// Links that lead to nothing in the torrent.
fn links(info: &Info, found: &mut Vec<Finding>) {
    let mut known = HashSet::new();
    for file in info.files() {
        let path = file.path().as_bytes();
        let slashes = path.iter().enumerate().filter(|(_, byte)| **byte == b'/');
        known.extend(slashes.filter_map(|(at, _)| path.get(..at)));
        known.insert(path);
    }
    for file in info.files() {
        let Some(target) = file.target() else {
            continue;
        };
        let shown = String::from_utf8_lossy(target.as_bytes());
        if target == file.path() {
            found.push(Finding::new("link-loop", "a link that leads to itself").of(file));
        } else if !known.contains(target.as_bytes()) {
            let words = format!("a link to {shown:?}, which is not in the torrent");
            found.push(Finding::new("dangling-link", words).of(file));
        }
    }
}

/// Trackers, seeds, nodes.
fn places(torrent: &Torrent, found: &mut Vec<Finding>) {
    let (info, outer) = (torrent.info(), torrent.outer());
    if info.private() && !outer.nodes.is_empty() {
        let words = "DHT nodes in a private torrent, which must not use them";
        found.push(Finding::new("private-with-nodes", words));
    }
    if info.private() && outer.trackers.is_empty() {
        let words = "a private torrent without a tracker finds no peers";
        found.push(Finding::new("private-without-tracker", words));
    }
    let mut seen = HashSet::new();
    for url in outer.trackers.iter().flatten() {
        let shown = String::from_utf8_lossy(url);
        let schemes = ["http://", "https://", "udp://", "ws://", "wss://"];
        let scheme = schemes
            .iter()
            .any(|scheme| shown.to_ascii_lowercase().starts_with(scheme));
        if !scheme || shown.contains(char::is_whitespace) {
            found.push(Finding::new(
                "odd-tracker",
                format!("{shown:?} is no tracker's URL"),
            ));
        }
        if !seen.insert(url) {
            found.push(Finding::new(
                "tracker-twice",
                format!("{shown:?} stands twice"),
            ));
        }
    }
    for url in outer.web_seeds.iter().chain(&outer.http_seeds) {
        let shown = String::from_utf8_lossy(url);
        let scheme = ["http://", "https://", "ftp://"];
        if !scheme
            .iter()
            .any(|scheme| shown.to_ascii_lowercase().starts_with(scheme))
        {
            found.push(Finding::new(
                "odd-webseed",
                format!("{shown:?} is no web seed's URL"),
            ));
        }
    }
    for url in &outer.web_seeds {
        if info.layout() == Layout::Folder && !url.ends_with(b"/") {
            let shown = String::from_utf8_lossy(url);
            let words = format!("{shown:?} of a folder should end with a slash (BEP 19)");
            found.push(Finding::new("webseed-slash", words));
        }
    }
}
