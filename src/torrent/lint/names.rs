//! Names that some system can't have, or would take for another.

use std::collections::HashMap;

use super::Finding;
use crate::torrent::file::File;
use crate::torrent::info::{Info, Layout};

/// The longest name that file systems take, in bytes.
const NAME_MOST: usize = 255;
/// The longest path that all common systems take, in bytes.
const PATH_MOST: usize = 1024;
/// Names that are devices on Windows, with or without an ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Findings on the names of all files, and on the torrent's own.
pub(super) fn names(info: &Info, found: &mut Vec<Finding>) {
    if info.layout() == Layout::Folder {
        found.extend(name(info.name()).map(|(code, words)| Finding::new(code, words)));
    }
    let mut lower: HashMap<String, &File> = HashMap::new();
    let mut folders: HashMap<String, &[u8]> = HashMap::new();
    for file in info.files() {
        let path = file.path().as_bytes();
        // Of names that are wrong in the same way, one of a file is told.
        if let Some((code, words)) = file.path().names().find_map(name) {
            found.push(Finding::new(code, words).of(file));
        }
        if info.name().len() + 1 + path.len() > PATH_MOST {
            let words = format!("a path of more than {PATH_MOST} bytes");
            found.push(Finding::new("long-path", words).of(file));
        }
        let small = String::from_utf8_lossy(path).to_lowercase();
        let mut clash = None;
        for (at, _) in small.match_indices('/') {
            let (Some(folder), Some(real)) = (small.get(..at), folder_of(path, &small, at)) else {
                continue;
            };
            let first = *folders.entry(folder.to_owned()).or_insert(real);
            if first != real {
                let shown = String::from_utf8_lossy(first);
                clash = Some(format!(
                    "in a folder that differs from {shown:?} in case only"
                ));
            }
        }
        if let Some(other) = lower.insert(small, file) {
            let shown = String::from_utf8_lossy(other.path().as_bytes());
            clash.get_or_insert(format!("differs from {shown:?} in case only"));
        }
        found.extend(clash.map(|words| Finding::new("case-clash", words).of(file)));
    }
}

/// The folder of `path` that became the first `at` bytes of `small`: as many names of it.
fn folder_of<'p>(path: &'p [u8], small: &str, at: usize) -> Option<&'p [u8]> {
    let names = small.get(..at)?.matches('/').count();
    let mut slashes = path.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    let (end, _) = slashes.nth(names)?;
    path.get(..end)
}

/// What is wrong with one name.
fn name(name: &[u8]) -> Option<(&'static str, String)> {
    let Ok(text) = std::str::from_utf8(name) else {
        return Some(("not-utf8", "a name that is no UTF-8".into()));
    };
    if text.contains(char::is_control) {
        return Some((
            "control-character",
            "a name with a control character".into(),
        ));
    }
    let turning = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.contains(turning) {
        return Some((
            "turned-text",
            "a name with a mark that turns its direction".into(),
        ));
    }
    if name.len() > NAME_MOST {
        let words = format!("a name of {} bytes, more than {NAME_MOST}", name.len());
        return Some(("long-name", words));
    }
    if let Some(letter) = text.chars().find(|c| "<>:\"|?*\\".contains(*c)) {
        return Some((
            "windows-name",
            format!("{letter:?} in a name, which Windows has not"),
        ));
    }
    if text.ends_with(['.', ' ']) {
        return Some((
            "windows-name",
            "a dot or blank at the end, which Windows drops".into(),
        ));
    }
    let stem = text
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let port = ["com", "lpt"].iter().any(|port| {
        let digit = stem.strip_prefix(port);
        digit.is_some_and(|digit| digit.len() == 1 && ("1"..="9").contains(&digit))
    });
    if port || DEVICES.contains(&&*stem) {
        return Some(("windows-name", format!("{text:?} is a device on Windows")));
    }
    None
}
