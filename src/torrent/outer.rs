//! What stands around the info dictionary: trackers, web seeds, nodes, comments. None of it is part
//! of the infohash, so a value of the wrong sort is passed over and told of, not refused.

use std::collections::BTreeMap;

use super::field::{Field, find};
use crate::codec::bencode::{Dict, Item, Kind, Value};

/// All but the info dictionary and the piece layers. Texts are bytes, as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outer {
    /// Tracker URLs by tiers (BEP 12); a lone `announce` is one tier of one.
    pub trackers: Vec<Vec<Vec<u8>>>,
    /// URLs that serve the files themselves (`url-list`, BEP 19).
    pub web_seeds: Vec<Vec<u8>>,
    /// URLs that serve pieces (`httpseeds`, BEP 17).
    pub http_seeds: Vec<Vec<u8>>,
    /// Hosts and ports of the distributed table (BEP 5).
    pub nodes: Vec<(Vec<u8>, u16)>,
    /// Words about the torrent.
    pub comment: Option<Vec<u8>>,
    /// The program that made it.
    pub created_by: Option<Vec<u8>>,
    /// When it was made, in seconds since 1970.
    pub date: Option<i64>,
    /// Infohashes of torrents with files in common (BEP 38), 20 or 32 bytes each.
    pub similar: Vec<Vec<u8>>,
    /// Names of collections that it belongs to (BEP 38).
    pub collections: Vec<Vec<u8>>,
    /// Where a newer torrent can be had (BEP 39).
    pub update_url: Option<Vec<u8>>,
    /// Keys that this library does not know.
    pub others: Vec<Vec<u8>>,
    /// Keys with a value of the wrong sort, and the byte where it stands.
    pub odd: Vec<(&'static str, u64)>,
}

/// The keys that are read here.
const KNOWN: [&str; 15] = [
    "announce",
    "announce-list",
    "collections",
    "comment",
    "comment.utf-8",
    "created by",
    "creation date",
    "encoding",
    "httpseeds",
    "info",
    "nodes",
    "piece layers",
    "similar",
    "update-url",
    "url-list",
];

/// The keys of a dictionary that are not in `known`.
pub(super) fn unknown(dict: Dict<'_>, known: &[&str]) -> Vec<Vec<u8>> {
    let keys = dict.iter().map(|(key, _)| key.key());
    let others = keys.filter(|key| !known.iter().any(|known| known.as_bytes() == *key));
    others.map(Vec::from).collect()
}

impl Outer {
    /// Reads what stands beside `info`.
    pub(super) fn read(torrent: Dict<'_>) -> Self {
        let mut reader = Reader::new(torrent);
        Self {
            trackers: reader.trackers(),
            web_seeds: reader.texts("url-list"),
            http_seeds: reader.texts("httpseeds"),
            nodes: reader.nodes(),
            comment: reader.text("comment"),
            created_by: reader.text("created by"),
            date: reader.int("creation date"),
            similar: reader.texts("similar"),
            collections: reader.texts("collections"),
            update_url: reader.text("update-url"),
            others: unknown(torrent, &KNOWN),
            odd: reader.odd,
        }
    }
}

impl Outer {
    /// The keys and values that it is written as. One tracker is an `announce`, more are an
    /// `announce-list` too; one web seed is a text, more are a list.
    pub fn pairs(&self) -> BTreeMap<Vec<u8>, Value<'static>> {
        let mut pairs = BTreeMap::new();
        let mut put = |key: &str, value: Option<Value<'static>>| {
            if let Some(value) = value {
                pairs.insert(key.as_bytes().to_vec(), value);
            }
        };
        let text = |text: &Option<Vec<u8>>| text.clone().map(Value::Bytes);
        put(
            "announce",
            self.trackers
                .iter()
                .flatten()
                .next()
                .cloned()
                .map(Value::Bytes),
        );
        let several = self.trackers.iter().flatten().count() > 1;
        put(
            "announce-list",
            several.then(|| Value::list(self.trackers.iter().map(|tier| list(tier)))),
        );
        put("collections", some(&self.collections));
        put("comment", text(&self.comment));
        put("created by", text(&self.created_by));
        put("creation date", self.date.map(Value::Int));
        put("httpseeds", some(&self.http_seeds));
        let node = |(host, port): &(Vec<u8>, u16)| {
            Value::list([Value::bytes(host.clone()), Value::Int(i64::from(*port))])
        };
        let nodes = (!self.nodes.is_empty()).then(|| Value::list(self.nodes.iter().map(node)));
        put("nodes", nodes);
        put("similar", some(&self.similar));
        put("update-url", text(&self.update_url));
        put(
            "url-list",
            match &*self.web_seeds {
                [one] => Some(Value::bytes(one.clone())),
                more => some(more),
            },
        );
        pairs
    }
}

fn list(texts: &[Vec<u8>]) -> Value<'static> {
    Value::list(texts.iter().cloned().map(Value::Bytes))
}

/// A list, where there is something in it.
fn some(texts: &[Vec<u8>]) -> Option<Value<'static>> {
    (!texts.is_empty()).then(|| list(texts))
}

/// Reads fields that may be left out, and notes those of the wrong sort.
pub(super) struct Reader<'d> {
    dict: Dict<'d>,
    pub(super) odd: Vec<(&'static str, u64)>,
}

impl<'d> Reader<'d> {
    pub(super) fn new(dict: Dict<'d>) -> Self {
        let odd = Vec::new();
        Self { dict, odd }
    }

    /// A field read by `of`; one of the wrong sort is noted.
    fn read<T>(&mut self, key: &'static str, of: impl Fn(Item<'d>) -> Option<T>) -> Option<T> {
        let Field { item, .. } = find(self.dict, key)?;
        let value = of(item);
        if value.is_none() {
            self.odd.push((key, item.span().start as u64));
        }
        value
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<Vec<u8>> {
        self.read(key, |item| item.bytes().ok().map(Vec::from))
    }

    /// A text, or a list of them; an empty text, as some programs write it, is none.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Vec<u8>> {
        let read = |item: Item<'d>| match item.kind() {
            Kind::Bytes(b"") => Some(Vec::new()),
            Kind::Bytes(text) => Some(vec![text.to_vec()]),
            Kind::List(list) => list
                .iter()
                .map(|item| item.bytes().ok().map(Vec::from))
                .collect(),
            _ => None,
        };
        self.read(key, read).unwrap_or_default()
    }

    fn trackers(&mut self) -> Vec<Vec<Vec<u8>>> {
        let tier = |item: Item<'d>| -> Option<Vec<Vec<u8>>> {
            let urls = item.list().ok()?.iter();
            urls.map(|url| url.bytes().ok().map(Vec::from)).collect()
        };
        let tiers = |item: Item<'d>| -> Option<Vec<_>> {
            let tiers = item.list().ok()?.iter().map(tier);
            tiers.collect()
        };
        let single = self.text("announce");
        let mut tiers: Vec<Vec<_>> = self.read("announce-list", tiers).unwrap_or_default();
        for tier in &mut tiers {
            tier.retain(|url| !url.is_empty());
        }
        tiers.retain(|tier| !tier.is_empty());
        if tiers.is_empty() {
            tiers.extend(single.filter(|url| !url.is_empty()).map(|url| vec![url]));
        }
        tiers
    }

    fn nodes(&mut self) -> Vec<(Vec<u8>, u16)> {
        let node = |item: Item<'d>| {
            let mut pair = item.list().ok()?.iter();
            let host = pair.next()?.bytes().ok()?.to_vec();
            let port = u16::try_from(pair.next()?.int().ok()?).ok()?;
            pair.next().is_none().then_some((host, port))
        };
        let nodes = |item: Item<'d>| item.list().ok()?.iter().map(node).collect();
        self.read("nodes", nodes).unwrap_or_default()
    }

    pub(super) fn int(&mut self, key: &'static str) -> Option<i64> {
        self.read(key, |item| item.int().ok())
    }
}
