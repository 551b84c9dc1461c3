//! An eye for histories in archives.

use decent::car::Archive;
use decent::codec::time;
use decent::dag::{history, path, store};
use decent::hash::Engine;

use crate::input::Input;
use crate::report::Record;

/// An archive whose root is a version.
pub(super) fn history(input: &mut Input) -> Option<Record> {
    let archive = Archive::open(input.source().ok()?).ok()?;
    let version = archive.version;
    let opened = store::open(archive, Engine::detect()).ok()?;
    let commit = path::commit(&opened.store, &opened.head).ok()??;
    let tree = opened.store.has(&commit.tree);
    let before = commit.parents.iter().filter(|cid| opened.store.has(cid));
    let before = before
        .filter(|cid| history::read(&opened.store, cid).is_ok())
        .count();
    let card = Record::card()
        .field("kind", format!("history of versions, CARv{version}"))
        .field("head", opened.head.to_string())
        .field("author", commit.author.name.as_str())
        .field("time", time::show(commit.author.time))
        .field("subject", commit.subject())
        .field("signed", commit.signed.is_some())
        .field("parents", commit.parents.len())
        .field("parents_here", before)
        .field("tree_here", tree);
    let card = match &opened.scan.torn {
        Some(torn) => card.field("cut", torn.to_string()),
        None => card,
    };
    Some(card.field("check", "decent dag log --store F"))
}
