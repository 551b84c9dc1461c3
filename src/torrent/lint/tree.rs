//! What the tree of version 2 says beside what is read of it.

use super::Finding;
use crate::codec::bencode::{Dict, Document};
use crate::torrent::file::Attributes;
use crate::torrent::info::{Info, Versions};

/// Folders without files, roots of files without bytes, attributes that differ from version 1's.
pub(super) fn tree(document: &Document<'_>, info: &Info, found: &mut Vec<Finding>) {
    if info.versions() == Versions::V1 {
        return;
    }
    let info_dict = document
        .root()
        .dict()
        .ok()
        .and_then(|root| root.get(b"info"));
    let tree = info_dict.and_then(|info| info.dict().ok()?.get(b"file tree"));
    let Some(tree) = tree.and_then(|tree| tree.dict().ok()) else {
        return;
    };
    let mut leaves = Vec::new();
    walk(tree, found, &mut leaves);
    if info.versions() != Versions::Hybrid {
        return;
    }
    for (file, leaf) in info.files().zip(leaves) {
        let (listed, own) = (file.attributes(), attributes(leaf));
        if listed != own {
            let words = format!(
                "attributes {:?} for version 1, {:?} in the tree",
                listed.letters(),
                own.letters()
            );
            let finding = Finding::new("attribute-clash", words).of(file);
            found.push(finding.at(leaf.item().span().start as u64));
        }
    }
}

fn attributes(leaf: Dict<'_>) -> Attributes {
    let letters = leaf.get(b"attr").and_then(|item| item.bytes().ok());
    Attributes::of(letters.unwrap_or_default())
}

/// Gathers the files' dictionaries in order. It loops: a folder that is open stands on a stack.
fn walk<'d>(tree: Dict<'d>, found: &mut Vec<Finding>, leaves: &mut Vec<Dict<'d>>) {
    let mut open = vec![tree.iter()];
    while let Some(entries) = open.last_mut() {
        let Some((key, value)) = entries.next() else {
            open.pop();
            continue;
        };
        let Ok(inner) = value.dict() else { continue };
        let name = || String::from_utf8_lossy(key.key()).into_owned();
        let at = key.span().start as u64;
        let Some(leaf) = inner.get(b"").and_then(|own| own.dict().ok()) else {
            if inner.iter().next().is_none() {
                let words = format!("{:?} is a folder of nothing, which none will make", name());
                found.push(Finding::new("empty-folder", words).at(at));
            }
            open.push(inner.iter());
            continue;
        };
        let empty = leaf
            .get(b"length")
            .is_none_or(|length| length.int() == Ok(0));
        if empty && leaf.get(b"pieces root").is_some() {
            let words = format!("{:?} has no byte, and yet a root (BEP 52)", name());
            found.push(Finding::new("root-of-nothing", words).at(at));
        }
        leaves.push(leaf);
    }
}
