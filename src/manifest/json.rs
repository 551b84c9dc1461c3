//! The lines of a `decent-manifest` (`src/manifest/format.md`): made in one canonical form, and
//! read only in that form, which is checked by making each line again.

use serde::Deserialize;

use crate::codec::hex;
use crate::error::{Error, Place, Result, slug};
use crate::hash::{Engine, Hash256};
use crate::manifest::algorithm::{Algorithm, Digest};
use crate::manifest::entry::{Content, Entry, FileContent};
use crate::manifest::roots::{Piece, Tree};

/// The value of `format`.
pub const FORMAT: &str = "decent-manifest";
/// The value of `version`.
pub const VERSION: u64 = 1;

/// What the first line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) algorithm: Algorithm,
    pub(crate) piece: Piece,
}

/// What the last line says: how many lines stand between it and the first, and how many bytes the
/// files have together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) entries: u64,
    pub(crate) bytes: u64,
}

/// A line after the first.
pub(crate) enum Line {
    Entry(Entry),
    End(End),
}

impl Header {
    pub(crate) fn line(self) -> String {
        let (algorithm, piece) = (self.algorithm.name(), self.piece.bytes());
        format!(
            "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"algorithm\":\"{algorithm}\",\"piece\":{piece}}}\n"
        )
    }

    /// Reads the first line without its end.
    pub(crate) fn parse(line: &[u8]) -> Result<Self> {
        let wrong = |found: String| Error::new(slug::MANIFEST_HEADER, "a manifest's header", found);
        let value: serde_json::Value =
            serde_json::from_slice(line).map_err(|error| wrong(words(&error)))?;
        let text = |key| value.get(key).and_then(serde_json::Value::as_str);
        let number = |key| value.get(key).and_then(serde_json::Value::as_u64);
        if text("format") != Some(FORMAT) {
            return Err(wrong(crate::manifest::text::shown(line)));
        }
        match number("version") {
            Some(VERSION) => {}
            Some(other) => {
                let wanted = format!("version {VERSION}");
                return Err(Error::new(slug::UNKNOWN_VERSION, wanted, other.to_string())
                    .at(Place::Key("version".into())));
            }
            None => return Err(wrong("no version".into())),
        }
        let key = |name: &'static str| move |error: Error| error.at(Place::Key(name.into()));
        let header = Self {
            algorithm: Algorithm::named(text("algorithm").unwrap_or_default())
                .map_err(key("algorithm"))?,
            piece: Piece::new(number("piece").unwrap_or_default()).map_err(key("piece"))?,
        };
        canonical(line, header.line())?;
        Ok(header)
    }
}

impl End {
    pub(crate) fn line(self) -> String {
        format!(
            "{{\"entries\":{},\"bytes\":{}}}\n",
            self.entries, self.bytes
        )
    }
}

/// Appends one entry with its newline.
pub(crate) fn write(line: &mut String, entry: &Entry) {
    line.push('{');
    string(line, "path", &entry.name);
    match &entry.content {
        Content::Link(target) => {
            line.push(',');
            string(line, "link", target);
        }
        Content::File(file) => write_file(line, file),
    }
    line.push_str("}\n");
}

fn write_file(line: &mut String, file: &FileContent) {
    let (name, digest) = (file.digest.algorithm().name(), file.digest.hex());
    let size = file.size.unwrap_or_default();
    line.extend([
        ",\"size\":",
        &size.to_string(),
        ",\"",
        name,
        "\":\"",
        &digest,
        "\"",
    ]);
    let Some(tree) = &file.tree else { return };
    line.extend([",\"root\":\"", &hex::encode(&tree.root), "\""]);
    if tree.layer.is_empty() {
        return;
    }
    line.push_str(",\"layer\":[");
    for (i, hash) in tree.layer.iter().enumerate() {
        line.push_str(if i == 0 { "\"" } else { ",\"" });
        line.push_str(&hex::encode(hash));
        line.push('"');
    }
    line.push(']');
}

/// `"key":"text"`, and `"key_hex"` behind it where the bytes are not UTF-8.
fn string(line: &mut String, key: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let quoted = serde_json::Value::from(&*text).to_string();
    line.extend(["\"", key, "\":", &quoted]);
    if matches!(text, std::borrow::Cow::Owned(_)) {
        line.extend([",\"", key, "_hex\":\"", &hex::encode(bytes), "\""]);
    }
}

/// All keys that a line may have; which of them go together is settled by making it again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    path: Option<String>,
    path_hex: Option<String>,
    link: Option<String>,
    link_hex: Option<String>,
    size: Option<u64>,
    sha256: Option<String>,
    sha512: Option<String>,
    sha1: Option<String>,
    blake3: Option<String>,
    root: Option<String>,
    layer: Option<Vec<String>>,
    entries: Option<u64>,
    bytes: Option<u64>,
}

/// Reads one line without its end.
pub(crate) fn parse(line: &[u8], header: Header, engine: Engine) -> Result<Line> {
    let raw: Raw = serde_json::from_slice(line)
        .map_err(|error| Error::new(slug::LIST_LINE, "", words(&error)))?;
    if let (Some(entries), Some(bytes)) = (raw.entries, raw.bytes) {
        let end = End { entries, bytes };
        canonical(line, end.line())?;
        return Ok(Line::End(end));
    }
    let name = bytes_of(raw.path.as_deref(), raw.path_hex.as_deref(), "path")?;
    let content = match &raw.link {
        Some(_) => Content::Link(bytes_of(
            raw.link.as_deref(),
            raw.link_hex.as_deref(),
            "link",
        )?),
        None => Content::File(file_of(&raw, header, engine)?),
    };
    let entry = Entry { name, content };
    let mut again = String::with_capacity(line.len() + 1);
    write(&mut again, &entry);
    canonical(line, again)?;
    Ok(Line::Entry(entry))
}

fn file_of(raw: &Raw, header: Header, engine: Engine) -> Result<FileContent> {
    let digest = match header.algorithm {
        Algorithm::Sha256 => &raw.sha256,
        Algorithm::Sha512 => &raw.sha512,
        Algorithm::Sha1 => &raw.sha1,
        Algorithm::Blake3 => &raw.blake3,
    };
    let name = header.algorithm.name();
    let digest = digest.as_deref().ok_or_else(|| lacks(name))?;
    let size = raw.size.ok_or_else(|| lacks("size"))?;
    let tree = match &raw.root {
        None if size > 0 => return Err(lacks("root")),
        None => None,
        Some(_) if size == 0 => {
            let found = "one of an empty file";
            return Err(Error::new(slug::LIST_LINE, "no root", found));
        }
        Some(root) => Some(Tree {
            root: hash(root)?,
            layer: raw
                .layer
                .iter()
                .flatten()
                .map(|one| hash(one))
                .collect::<Result<_>>()?,
        }),
    };
    if let Some(tree) = &tree {
        tree.check(engine, header.piece, size)?;
    }
    Ok(FileContent {
        size: Some(size),
        digest: Digest::new(header.algorithm, &hex::decode(digest)?)
            .map_err(|error| error.at(Place::Key(name.into())))?,
        tree,
        piece: Some(header.piece),
    })
}

fn hash(digits: &str) -> Result<Hash256> {
    hex::decode_array(digits)
}

fn bytes_of(text: Option<&str>, digits: Option<&str>, key: &'static str) -> Result<Vec<u8>> {
    let bytes = match (text, digits) {
        (Some(_), Some(digits)) => hex::decode(digits)?,
        (Some(text), None) => text.as_bytes().to_vec(),
        (None, _) => return Err(lacks(key)),
    };
    if bytes.is_empty() || bytes.contains(&0) {
        let found = if bytes.is_empty() { "none" } else { "NUL" };
        return Err(Error::new(slug::LIST_LINE, "a name", found).at(Place::Key(key.into())));
    }
    Ok(bytes)
}

fn lacks(key: &'static str) -> Error {
    Error::new(slug::LIST_LINE, format!("a key {key:?}"), "none")
}

fn canonical(line: &[u8], again: String) -> Result<()> {
    if again.as_bytes().strip_suffix(b"\n") == Some(line) {
        return Ok(());
    }
    let wanted = "the canonical form of the line";
    Err(Error::new(slug::LIST_LINE, wanted, "another"))
}

/// The reader's words without its count of lines, for it has seen only one.
fn words(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let words = text.split(" at line ").next().unwrap_or_default();
    format!("{words} (column {})", error.column())
}
