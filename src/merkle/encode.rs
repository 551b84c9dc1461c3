//! Proofs as JSON and as compact binary, with the same content.
//!
//! JSON: one object, keys in this order, hashes and data in lower hex.
//! `{"format":"decent-merkle-proof","version":1,"tree":"rfc6962","chunk":16384,"size":..,
//! "leaves":..,"ranges":[[A,B],..],"hashes":[..],"data":".."}`: `"chunk"` is `"line"` or `"id"`
//! where leaves are; ranges are of leaves, up to, not including, B; `"data"` is optional. Growth:
//! `{"format":"decent-merkle-consistency","version":1,"tree":..,"chunk":..,"old_size":..,
//! "size":..,"hashes":[..]}`.
//!
//! Binary, numbers as unsigned LEB128: `decent-proof\n`, version 1, then one byte each for what is
//! proven (0 ranges, 1 growth), the tree (its place in [`Kind::NAMES`]), the leaf (0 bytes, 1 line,
//! 2 id); then the bytes of a leaf (0 where not fixed). Ranges: size, leaves, count of ranges and
//! for each its distance from the end of the one before and its length; count of hashes, hashes of
//! 32 bytes; 0, or 1 with the length of the data and the data. Growth: old size, size, count of
//! hashes, hashes.

use std::ops::Range;

use serde_json::{Map, Value, json};

use crate::codec::{hex, varint};
use crate::error::{Error, Place, Result, slug};
use crate::hash::Hash256;

use super::consistency::Consistency;
use super::proof::Proof;
use super::tree::{Kind, Leaf, Tree};

/// How a binary proof begins.
pub const MAGIC: &[u8] = b"decent-proof\n";
/// The largest proof that is read, in bytes.
pub const LARGEST: u64 = 64 << 20;
const VERSION: u64 = 1;
const RANGES: &str = "decent-merkle-proof";
const GROWTH: &str = "decent-merkle-consistency";

/// A proof of either sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnyProof {
    /// That leaves are under a root.
    Ranges(Proof),
    /// That one tree begins another.
    Growth(Consistency),
}

impl AnyProof {
    /// As JSON, one line.
    pub fn to_json(&self) -> String {
        let hashes = |hashes: &[Hash256]| {
            hashes
                .iter()
                .map(|hash| hex::encode(hash))
                .collect::<Vec<_>>()
        };
        let chunk = |tree: Tree| match tree.leaf() {
            Leaf::Bytes(n) => json!(n),
            Leaf::Line => json!("line"),
            Leaf::Id => json!("id"),
        };
        let mut value = match self {
            Self::Ranges(proof) => json!({
                "format": RANGES,
                "version": VERSION,
                "tree": proof.tree.kind().name(),
                "chunk": chunk(proof.tree),
                "size": proof.size,
                "leaves": proof.leaves,
                "ranges": proof.ranges.iter().map(|r| [r.start, r.end]).collect::<Vec<_>>(),
                "hashes": hashes(&proof.hashes),
            }),
            Self::Growth(proof) => json!({
                "format": GROWTH,
                "version": VERSION,
                "tree": proof.tree.kind().name(),
                "chunk": chunk(proof.tree),
                "old_size": proof.old_size,
                "size": proof.size,
                "hashes": hashes(&proof.hashes),
            }),
        };
        if let (
            Self::Ranges(Proof {
                data: Some(data), ..
            }),
            Value::Object(object),
        ) = (self, &mut value)
        {
            object.insert("data".into(), hex::encode(data).into());
        }
        value.to_string()
    }

    /// As compact binary.
    pub fn to_binary(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let (sort, tree) = match self {
            Self::Ranges(proof) => (0, proof.tree),
            Self::Growth(proof) => (1, proof.tree),
        };
        let kind = Kind::NAMES
            .iter()
            .position(|(_, kind)| *kind == tree.kind())
            .unwrap_or(0);
        let (leaf, leaf_bytes) = match tree.leaf() {
            Leaf::Bytes(n) => (0, n),
            Leaf::Line => (1, 0),
            Leaf::Id => (2, 0),
        };
        for number in [VERSION, sort, kind as u64, leaf, leaf_bytes] {
            varint::put(&mut bytes, number);
        }
        match self {
            Self::Ranges(proof) => put_ranges(&mut bytes, proof),
            Self::Growth(proof) => {
                varint::put(&mut bytes, proof.old_size);
                varint::put(&mut bytes, proof.size);
                put_hashes(&mut bytes, &proof.hashes);
            }
        }
        bytes
    }

    /// From either form. Trailing bytes, unknown keys and numbers in a longer form are refused.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let decoded = match bytes.strip_prefix(MAGIC) {
            Some(rest) => from_binary(rest, bytes.len()),
            None => from_json(bytes),
        };
        let proof = decoded?;
        match proof {
            Self::Ranges(proof) => proof.checked().map(Self::Ranges),
            Self::Growth(proof) => {
                let checked = proof.leaves();
                checked.map_err(|e| Error {
                    slug: slug::PROOF_MALFORMED,
                    input: "",
                    ..e
                })?;
                Ok(Self::Growth(proof))
            }
        }
    }
}

fn put_ranges(bytes: &mut Vec<u8>, proof: &Proof) {
    for number in [proof.size, proof.leaves, proof.ranges.len() as u64] {
        varint::put(bytes, number);
    }
    let mut end = 0;
    for range in &proof.ranges {
        varint::put(bytes, range.start - end);
        varint::put(bytes, range.end - range.start);
        end = range.end;
    }
    put_hashes(bytes, &proof.hashes);
    varint::put(bytes, u64::from(proof.data.is_some()));
    if let Some(data) = &proof.data {
        varint::put(bytes, data.len() as u64);
        bytes.extend_from_slice(data);
    }
}

fn put_hashes(bytes: &mut Vec<u8>, hashes: &[Hash256]) {
    varint::put(bytes, hashes.len() as u64);
    bytes.extend_from_slice(hashes.as_flattened());
}

fn malformed(wanted: &'static str, found: impl Into<String>) -> Error {
    Error::new(slug::PROOF_MALFORMED, wanted, found.into())
}

fn unknown_version(found: u64) -> Error {
    Error::new(slug::UNKNOWN_VERSION, "version 1", found.to_string())
}

fn from_binary(bytes: &[u8], total: usize) -> Result<AnyProof> {
    let mut rest = bytes;
    let proof = take_proof(&mut rest);
    let at = Place::Byte((total - rest.len()) as u64);
    let proof = proof.map_err(|e| {
        if e.place == Place::Whole {
            e.at(at.clone())
        } else {
            e
        }
    })?;
    if rest.is_empty() {
        return Ok(proof);
    }
    Err(malformed("the end of the proof", format!("{} bytes more", rest.len())).at(at))
}

fn take_proof(rest: &mut &[u8]) -> Result<AnyProof> {
    let version = varint::take(rest)?;
    if version != VERSION {
        return Err(unknown_version(version));
    }
    let sort = varint::take(rest)?;
    let kind = varint::take(rest)?;
    let named = Kind::NAMES.get(kind as usize).filter(|_| kind < 16);
    let (_, kind) = named.ok_or_else(|| malformed("a known tree", kind.to_string()))?;
    let leaf = match (varint::take(rest)?, varint::take(rest)?) {
        (0, n) => Leaf::Bytes(n),
        (1, 0) => Leaf::Line,
        (2, 0) => Leaf::Id,
        (leaf, _) => return Err(malformed("a known leaf", leaf.to_string())),
    };
    let tree = tree_of(*kind, leaf)?;
    match sort {
        0 => take_ranges(rest, tree).map(AnyProof::Ranges),
        1 => {
            let (old_size, size) = (varint::take(rest)?, varint::take(rest)?);
            let hashes = take_hashes(rest)?;
            Ok(AnyProof::Growth(Consistency {
                tree,
                old_size,
                size,
                hashes,
            }))
        }
        other => Err(malformed(
            "a proof of ranges or of growth",
            other.to_string(),
        )),
    }
}

fn tree_of(kind: Kind, leaf: Leaf) -> Result<Tree> {
    Tree::new(kind, leaf).map_err(|e| Error {
        slug: slug::PROOF_MALFORMED,
        input: "",
        ..e
    })
}

fn take_ranges(rest: &mut &[u8], tree: Tree) -> Result<Proof> {
    let (size, leaves) = (varint::take(rest)?, varint::take(rest)?);
    let count = varint::take(rest)?;
    let mut ranges: Vec<Range<u64>> = Vec::new();
    let mut end = 0u64;
    for _ in 0..count {
        let (gap, len) = (varint::take(rest)?, varint::take(rest)?);
        let range = end
            .checked_add(gap)
            .and_then(|start| Some(start..start.checked_add(len)?));
        let range = range.ok_or_else(|| malformed("ranges below 2^64", "one past it"))?;
        end = range.end;
        ranges.push(range);
    }
    let hashes = take_hashes(rest)?;
    let data = match varint::take(rest)? {
        0 => None,
        1 => {
            let len = varint::take(rest)?;
            Some(take_bytes(rest, len)?.to_vec())
        }
        other => return Err(malformed("0 or 1 before the data", other.to_string())),
    };
    Ok(Proof {
        tree,
        size,
        leaves,
        ranges,
        hashes,
        data,
    })
}

fn take_hashes(rest: &mut &[u8]) -> Result<Vec<Hash256>> {
    let count = varint::take(rest)?;
    let bytes = take_bytes(rest, count.saturating_mul(32))?;
    Ok(bytes.as_chunks().0.to_vec())
}

fn take_bytes<'a>(rest: &mut &'a [u8], len: u64) -> Result<&'a [u8]> {
    let cut = usize::try_from(len)
        .ok()
        .and_then(|len| rest.split_at_checked(len));
    let Some((bytes, further)) = cut else {
        let found = format!("{} of {len}", rest.len());
        return Err(malformed("all bytes that are promised", found));
    };
    *rest = further;
    Ok(bytes)
}

fn from_json(bytes: &[u8]) -> Result<AnyProof> {
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|e| malformed("a proof, JSON or binary", format!("something else ({e})")))?;
    let Value::Object(object) = value else {
        return Err(malformed("one JSON object", "another value"));
    };
    let fields = Fields { object };
    let format = fields.text("format")?.to_owned();
    let version = fields.number("version")?;
    if version != VERSION {
        return Err(unknown_version(version).at(Place::Key("version".into())));
    }
    let tree = fields.tree()?;
    let hashes = fields.hashes()?;
    let size = fields.number("size")?;
    match &*format {
        RANGES => {
            fields.only(&[
                "format", "version", "tree", "chunk", "size", "leaves", "ranges", "hashes", "data",
            ])?;
            let data = match fields.object.get("data") {
                None => None,
                Some(_) => Some(
                    hex::decode(fields.text("data")?)
                        .map_err(|e| e.at(Place::Key("data".into())))?,
                ),
            };
            let (leaves, ranges) = (fields.number("leaves")?, fields.ranges()?);
            Ok(AnyProof::Ranges(Proof {
                tree,
                size,
                leaves,
                ranges,
                hashes,
                data,
            }))
        }
        GROWTH => {
            fields.only(&[
                "format", "version", "tree", "chunk", "old_size", "size", "hashes",
            ])?;
            let old_size = fields.number("old_size")?;
            Ok(AnyProof::Growth(Consistency {
                tree,
                old_size,
                size,
                hashes,
            }))
        }
        other => {
            Err(malformed("a known format", format!("{other:?}")).at(Place::Key("format".into())))
        }
    }
}

/// The fields of a JSON proof, each asked for by its key.
struct Fields {
    object: Map<String, Value>,
}

impl Fields {
    fn wrong(key: &str, wanted: &'static str, value: Option<&Value>) -> Error {
        let found = value.map_or("nothing".to_owned(), |value| {
            let text = value.to_string();
            if text.len() > 40 {
                "another value".into()
            } else {
                text
            }
        });
        malformed(wanted, found).at(Place::Key(key.to_owned().into()))
    }

    fn text(&self, key: &str) -> Result<&str> {
        let value = self.object.get(key);
        value
            .and_then(Value::as_str)
            .ok_or_else(|| Self::wrong(key, "a string", value))
    }

    fn number(&self, key: &str) -> Result<u64> {
        let value = self.object.get(key);
        value
            .and_then(Value::as_u64)
            .ok_or_else(|| Self::wrong(key, "a whole number", value))
    }

    fn tree(&self) -> Result<Tree> {
        let name = self.text("tree")?;
        let wrong = || Self::wrong("tree", "a known tree", self.object.get("tree"));
        let kind = Kind::named(name).ok_or_else(wrong)?;
        let leaf = match self.object.get("chunk") {
            Some(Value::String(leaf)) if leaf == "line" => Leaf::Line,
            Some(Value::String(leaf)) if leaf == "id" => Leaf::Id,
            _ => Leaf::Bytes(self.number("chunk")?),
        };
        tree_of(kind, leaf)
    }

    fn hashes(&self) -> Result<Vec<Hash256>> {
        let value = self.object.get("hashes");
        let wrong = || Self::wrong("hashes", "an array of hashes in hex", value);
        let array = value.and_then(Value::as_array).ok_or_else(wrong)?;
        let hash = |(value, at): (&Value, u64)| {
            let text = value.as_str().ok_or_else(wrong)?;
            hex::decode_array(text).map_err(|e| e.at(Place::Item("hash", at)))
        };
        array.iter().zip(0..).map(hash).collect()
    }

    fn ranges(&self) -> Result<Vec<Range<u64>>> {
        let value = self.object.get("ranges");
        let wrong = || Self::wrong("ranges", "an array of pairs of numbers", value);
        let array = value.and_then(Value::as_array).ok_or_else(wrong)?;
        let pair = |value: &Value| match value.as_array().map(Vec::as_slice) {
            Some([start, end]) => Some(start.as_u64()?..end.as_u64()?),
            _ => None,
        };
        array
            .iter()
            .map(|value| pair(value).ok_or_else(wrong))
            .collect()
    }

    fn only(&self, known: &[&str]) -> Result<()> {
        match self
            .object
            .keys()
            .find(|key| !known.contains(&key.as_str()))
        {
            None => Ok(()),
            Some(key) => Err(malformed("no further key", format!("{key:?}"))),
        }
    }
}
