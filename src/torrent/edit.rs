//! A torrent changed: what stands around the info dictionary is set anew, and its bytes stay; or keys
//! of the info dictionary itself are, which gives the torrent another name in every swarm.

use std::collections::BTreeMap;

use super::path;
use crate::codec::bencode::{Dict, Document, Value};
use crate::error::{Error, Result, slug};

/// What is to change. `None` leaves a field as it is; an empty text or list takes it away.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    /// Tracker URLs by tiers.
    pub trackers: Option<Vec<Vec<Vec<u8>>>>,
    /// URLs that serve the files (`url-list`).
    pub web_seeds: Option<Vec<Vec<u8>>>,
    /// URLs that serve pieces (`httpseeds`).
    pub http_seeds: Option<Vec<Vec<u8>>>,
    /// Hosts and ports of the distributed table.
    pub nodes: Option<Vec<(Vec<u8>, u16)>>,
    /// Words about the torrent.
    pub comment: Option<Vec<u8>>,
    /// The program that made it.
    pub created_by: Option<Vec<u8>>,
    /// When it was made; `Some(None)` takes it away.
    pub date: Option<Option<i64>>,
    /// In the info dictionary: whether only its trackers may tell of peers.
    pub private: Option<bool>,
    /// In the info dictionary: the word of a site.
    pub source: Option<Vec<u8>>,
    /// In the info dictionary: the name of the file or folder.
    pub name: Option<Vec<u8>>,
}

impl Edit {
    /// Whether the info dictionary is touched.
    pub fn touches_info(&self) -> bool {
        self.private.is_some() || self.source.is_some() || self.name.is_some()
    }

    /// Whether all is left as it is.
    pub fn is_nothing(&self) -> bool {
        let outer =
            self.trackers.is_none() && self.web_seeds.is_none() && self.http_seeds.is_none();
        let more = self.nodes.is_none() && self.comment.is_none() && self.created_by.is_none();
        outer && more && self.date.is_none() && !self.touches_info()
    }

    /// The changed torrent. Every value that is not asked for keeps its very bytes.
    ///
    /// ```
    /// use decent::torrent::Edit;
    /// let edit = Edit { comment: Some(b"hi".to_vec()), ..Edit::default() };
    /// let old = b"d4:infod4:name1:aee";
    /// assert_eq!(edit.apply(old).unwrap(), b"d7:comment2:hi4:infod4:name1:aee");
    /// ```
    pub fn apply(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        if self.is_nothing() {
            return Ok(bytes.to_vec());
        }
        let document = Document::parse(bytes)?;
        let root = document.root().dict()?;
        let mut pairs = raw(root);
        self.outer(&mut pairs);
        let info = match root.get(b"info") {
            Some(info) if self.touches_info() => Some(self.info(info.dict()?)?),
            _ => None,
        };
        if let Some(info) = &info {
            pairs.insert(b"info".to_vec(), Value::Raw(info));
        }
        Ok(Value::Dict(pairs).encode())
    }

    fn outer(&self, pairs: &mut BTreeMap<Vec<u8>, Value<'_>>) {
        let mut changed = super::Outer::default();
        let mut keys: Vec<&str> = Vec::new();
        if let Some(trackers) = &self.trackers {
            changed.trackers.clone_from(trackers);
            keys.extend(["announce", "announce-list"]);
        }
        if let Some(seeds) = &self.web_seeds {
            changed.web_seeds.clone_from(seeds);
            keys.push("url-list");
        }
        if let Some(seeds) = &self.http_seeds {
            changed.http_seeds.clone_from(seeds);
            keys.push("httpseeds");
        }
        if let Some(nodes) = &self.nodes {
            changed.nodes.clone_from(nodes);
            keys.push("nodes");
        }
        if let Some(comment) = &self.comment {
            changed.comment = Some(comment.clone()).filter(|text| !text.is_empty());
            keys.extend(["comment", "comment.utf-8"]);
        }
        if let Some(by) = &self.created_by {
            changed.created_by = Some(by.clone()).filter(|text| !text.is_empty());
            keys.push("created by");
        }
        if let Some(date) = self.date {
            changed.date = date;
            keys.push("creation date");
        }
        for key in keys {
            pairs.remove(key.as_bytes());
        }
        pairs.extend(changed.pairs());
    }

    /// The info dictionary with its changed keys, all others as they stand.
    fn info(&self, dict: Dict<'_>) -> Result<Vec<u8>> {
        let mut pairs = raw(dict);
        match self.private {
            Some(true) => drop(pairs.insert(b"private".to_vec(), Value::Int(1))),
            Some(false) => drop(pairs.remove(&b"private"[..])),
            None => {}
        }
        if let Some(source) = &self.source {
            pairs.remove(&b"source"[..]);
            if !source.is_empty() {
                pairs.insert(b"source".to_vec(), Value::bytes(source.clone()));
            }
        }
        if let Some(name) = &self.name {
            path::check(name)
                .map_err(|error| Error::new(slug::OUT_OF_RANGE, error.wanted, error.found))?;
            let old = dict.get(b"name.utf-8").or_else(|| dict.get(b"name"));
            let old = old.map_or(&b""[..], |item| item.key());
            // A single file stands in the tree of version 2 under the torrent's name.
            let tree = dict.get(b"file tree").and_then(|item| item.dict().ok());
            if let Some(tree) = tree.filter(|tree| tree.iter().count() == 1)
                && let Some(file) = tree.get(old)
                && !dict.iter().any(|(key, _)| key.key() == b"files")
                && file.dict()?.get(b"").is_some()
            {
                let tree = Value::dict([(name.clone(), Value::Raw(file.raw()))]);
                pairs.insert(b"file tree".to_vec(), tree);
            }
            pairs.remove(&b"name.utf-8"[..]);
            pairs.insert(b"name".to_vec(), Value::bytes(name.clone()));
        }
        Ok(Value::Dict(pairs).encode())
    }
}

/// The pairs of a dictionary, values as they stand.
fn raw(dict: Dict<'_>) -> BTreeMap<Vec<u8>, Value<'_>> {
    dict.iter()
        .map(|(key, value)| (key.key().to_vec(), Value::Raw(value.raw())))
        .collect()
}
