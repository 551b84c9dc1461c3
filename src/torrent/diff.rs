//! What two torrents do not share: fields one by one, files one by one, and whether they stand for the
//! same content all the same.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::file::File;
use super::info::Info;
use super::json;
use super::metainfo::Torrent;
use crate::codec::bencode::{Dict, Document, Item};
use crate::codec::hex;
use crate::error::Result;

/// Letters of a value that are shown.
const WIDE: usize = 60;

/// Whether two torrents stand for the same bytes under the same paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// They do.
    Same,
    /// They don't.
    Differs,
    /// The torrents alone do not tell: their hashes are of different sorts.
    Unknown,
}

/// What became of a field or file from the one to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the second has it.
    Added(String),
    /// Only the first has it.
    Removed(String),
    /// Both have it: before, after.
    Changed(String, String),
    /// A file with the same root under another path: the old one.
    Renamed(Vec<u8>),
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The path of a file; of a field, its keys from outside in, joined by dots.
    pub name: Vec<u8>,
    /// Whether it is a file.
    pub file: bool,
    /// What became of it.
    pub change: Change,
}

/// All that differs between two torrents, with the bytes that they were read from.
pub fn diff(old: (&[u8], &Torrent), new: (&[u8], &Torrent)) -> Result<Vec<Difference>> {
    let documents = (Document::parse(old.0)?, Document::parse(new.0)?);
    let roots = (documents.0.root().dict()?, documents.1.root().dict()?);
    let mut found = Vec::new();
    let hashes = (old.1.hash(), new.1.hash());
    let text = |hash: Option<&[u8]>| hash.map(hex::encode);
    let v1 = [hashes.0, hashes.1].map(|hash| text(hash.v1.as_ref().map(|h| &h[..])));
    let v2 = [hashes.0, hashes.1].map(|hash| text(hash.v2.as_ref().map(|h| &h[..])));
    for (name, [old, new]) in [("infohash-v1", v1), ("infohash-v2", v2)] {
        found.extend(field(name.into(), old, new));
    }
    let inner = found.len();
    if let (Some(old), Some(new)) = (inside(roots.0), inside(roots.1)) {
        fields("info.", old, new, &mut found);
    }
    let mut files = files(old.1.info(), new.1.info());
    let info = (old.0.get(old.1.info_span()), new.0.get(new.1.info_span()));
    if info.0 != info.1 && found.len() == inner && files.is_empty() {
        let words = "the same fields in another order or form".to_owned();
        found.push(Difference {
            name: b"info".to_vec(),
            file: false,
            change: Change::Changed(words.clone(), words),
        });
    }
    fields("", roots.0, roots.1, &mut found);
    found.append(&mut files);
    Ok(found)
}

fn inside(root: Dict<'_>) -> Option<Dict<'_>> {
    root.get(b"info").and_then(|item| item.dict().ok())
}

fn field(name: Vec<u8>, old: Option<String>, new: Option<String>) -> Option<Difference> {
    let change = match (old, new) {
        (Some(old), Some(new)) if old == new => return None,
        (Some(old), Some(new)) => Change::Changed(old, new),
        (None, Some(new)) => Change::Added(new),
        (Some(old), None) => Change::Removed(old),
        (None, None) => return None,
    };
    Some(Difference {
        name,
        file: false,
        change,
    })
}

/// Fields that differ, but for those which the files tell.
fn fields(prefix: &str, old: Dict<'_>, new: Dict<'_>, found: &mut Vec<Difference>) {
    let told: [&[u8]; 5] = [b"info", b"files", b"file tree", b"length", b"piece layers"];
    let mut keys: BTreeMap<&[u8], [Option<Item<'_>>; 2]> = BTreeMap::new();
    for (key, value) in old.iter() {
        keys.entry(key.key()).or_default()[0] = Some(value);
    }
    for (key, value) in new.iter() {
        keys.entry(key.key()).or_default()[1] = Some(value);
    }
    for (key, [old, new]) in keys {
        if told.contains(&key) || old.map(Item::raw) == new.map(Item::raw) {
            continue;
        }
        let name = [prefix.as_bytes(), key].concat();
        let shown = |item: Option<Item<'_>>| item.map(|item| short(item, key == b"pieces"));
        let (old, new) = (shown(old), shown(new));
        let same = old == new && old.is_some();
        found.extend(if same {
            let words = "another value that begins alike";
            field(name, old, Some(words.into()))
        } else {
            field(name, old, new)
        });
    }
}

fn short(item: Item<'_>, hashes: bool) -> String {
    if hashes {
        let pieces = item.key().len() / 20;
        return format!(
            "{pieces} hashes, the first {}",
            hex::encode(item.key().get(..20).unwrap_or_default())
        );
    }
    let text = match json::value(item, false) {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    };
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(WIDE).collect();
    if letters.next().is_some() {
        start + "..."
    } else {
        start
    }
}

/// Files that differ, by their paths.
fn files(old: &Info, new: &Info) -> Vec<Difference> {
    let by_path: HashMap<_, _> = old.files().map(|file| (file.path(), file)).collect();
    let known: HashSet<_> = new.files().map(File::path).collect();
    let mut gone: HashMap<_, Vec<&File>> = HashMap::new();
    for file in old.files().filter(|file| !known.contains(file.path())) {
        if let Some(root) = file.root() {
            gone.entry(root).or_default().push(file);
        }
    }
    let mut found = Vec::new();
    let mut moved = HashSet::new();
    let shown = |file: &File| match file.root() {
        Some(root) => format!("{} bytes, root {}", file.length(), hex::encode(&root)),
        None => format!("{} bytes", file.length()),
    };
    let mut put = |file: &File, change| {
        found.push(Difference {
            name: file.path().as_bytes().to_vec(),
            file: true,
            change,
        });
    };
    for file in new.files() {
        let Some(before) = by_path.get(file.path()) else {
            let from = file.root().and_then(|root| gone.get_mut(&root)?.pop());
            put(
                file,
                match from {
                    Some(from) => {
                        moved.insert(from.path());
                        Change::Renamed(from.path().as_bytes().to_vec())
                    }
                    None => Change::Added(shown(file)),
                },
            );
            continue;
        };
        let roots = before.root().zip(file.root());
        let differs = before.length() != file.length()
            || roots.is_some_and(|(old, new)| old != new)
            || before.target() != file.target();
        if differs {
            put(file, Change::Changed(shown(before), shown(file)));
        } else if before.attributes() != file.attributes() {
            let letters = |file: &File| format!("attributes {:?}", file.attributes().letters());
            put(file, Change::Changed(letters(before), letters(file)));
        }
    }
    for file in old.files() {
        if !known.contains(file.path()) && !moved.contains(file.path()) {
            put(file, Change::Removed(shown(file)));
        }
    }
    found
}

/// Whether both stand for the same files with the same bytes, as far as their hashes tell.
pub fn content(old: &Torrent, new: &Torrent) -> Content {
    let (old, new) = (old.info(), new.info());
    let outline = |info: &Info| {
        let mut files: Vec<_> = info
            .files()
            .map(|file| (file.path().clone(), file.length(), file.target().cloned()))
            .collect();
        files.sort();
        files
    };
    if outline(old) != outline(new) {
        return Content::Differs;
    }
    if old.versions().has_v2() && new.versions().has_v2() {
        let roots: HashMap<_, _> = old.files().map(|file| (file.path(), file.root())).collect();
        let same = new
            .files()
            .all(|file| roots.get(file.path()) == Some(&file.root()));
        return if same {
            Content::Same
        } else {
            Content::Differs
        };
    }
    if !(old.versions().has_v1() && new.versions().has_v1()) {
        return Content::Unknown;
    }
    let layout = |info: &Info| -> Vec<_> {
        let entries = info.entries().iter();
        entries
            .map(|file| (file.is_pad(), file.length(), file.offset()))
            .collect()
    };
    let order = |info: &Info| -> Vec<_> { info.files().map(|file| file.path().clone()).collect() };
    if old.piece() != new.piece() || layout(old) != layout(new) || order(old) != order(new) {
        return Content::Unknown;
    }
    if old.pieces() == new.pieces() {
        Content::Same
    } else {
        Content::Differs
    }
}
