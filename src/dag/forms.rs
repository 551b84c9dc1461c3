//! Blocks as values of IPLD: dag-cbor and dag-json as they are, dag-pb in its logical form
//! (ipld.io/specs/codecs/dag-pb: `Data`, and `Links` of `Hash`, `Name`, `Tsize`), raw as bytes, objects
//! of git with the fields that git-raw gives them.

use super::git;

use crate::cid::{Cid, DAG_CBOR, DAG_JSON, DAG_PB, GIT_RAW, RAW, codec_name};
use crate::codec::dag_pb::{self, Node};
use crate::codec::ipld::{Builder, Document, Item};
use crate::error::{Error, Result, slug};

/// Codecs that blocks are read in, by name; all but the last are written too.
pub const CODECS: [(&str, u64); 5] = [
    ("dag-json", DAG_JSON),
    ("dag-cbor", DAG_CBOR),
    ("dag-pb", DAG_PB),
    ("raw", RAW),
    ("git-raw", GIT_RAW),
];

fn unknown(codec: u64) -> Error {
    let wanted = "a block of dag-json, dag-cbor, dag-pb, raw or git-raw";
    Error::new(slug::UNKNOWN_CODEC, wanted, codec_name(codec))
}

/// Reads a block. Links of git's objects are named by the hash that `cid` has.
pub fn read(cid: &Cid, block: &[u8]) -> Result<Document> {
    match cid.codec() {
        GIT_RAW => git::value(cid.hash(), block),
        codec => read_as(codec, block),
    }
}

/// Reads a block of any codec but git's.
///
/// ```
/// use decent::dag::forms::{read_as, write_as};
/// let folder = read_as(0x70, &[0x0a, 2, 8, 1]).unwrap();
/// assert_eq!(folder.to_json().unwrap(), br#"{"Data":{"/":{"bytes":"CAE"}},"Links":[]}"#);
/// assert_eq!(write_as(0x70, &folder).unwrap(), [0x0a, 2, 8, 1]);
/// ```
pub fn read_as(codec: u64, block: &[u8]) -> Result<Document> {
    match codec {
        DAG_JSON => Document::from_json(block),
        DAG_CBOR => Document::from_cbor(block),
        DAG_PB => from_pb(block),
        RAW => Ok(Document::of(Item::Bytes(block.to_vec()))),
        other => Err(unknown(other)),
    }
}

/// Writes a block.
pub fn write_as(codec: u64, document: &Document) -> Result<Vec<u8>> {
    match codec {
        DAG_JSON => document.to_json(),
        DAG_CBOR => document.to_cbor(),
        DAG_PB => to_pb(document),
        RAW => match document.at(0) {
            Some(Item::Bytes(bytes)) => Ok(bytes.clone()),
            other => {
                let found = other.map_or("nothing", Item::words);
                let wanted = "bytes, which is all that a raw block can be";
                Err(Error::new(slug::FORM, wanted, found))
            }
        },
        other => Err(unknown(other)),
    }
}

/// The links of a block; of a codec that is not known here, none.
pub fn links(cid: &Cid, block: &[u8]) -> Result<Vec<Cid>> {
    let cids = |document: Document| {
        let links = document.links().into_iter();
        links.map(|(_, cid)| cid).collect()
    };
    match cid.codec() {
        DAG_PB => {
            let links = Node::decode(block)?.links.into_iter();
            Ok(links.map(|link| link.cid).collect())
        }
        DAG_CBOR => crate::codec::dag_cbor::links(block),
        DAG_JSON => Document::from_json(block).map(cids),
        GIT_RAW => git::links(cid.hash(), block),
        _ => Ok(Vec::new()),
    }
}

fn from_pb(block: &[u8]) -> Result<Document> {
    // What is strict is checked there; which fields a link has is asked by itself.
    let node = Node::decode(block)?;
    let present = dag_pb::present(block)?;
    let mut builder = Builder::default();
    builder.begin(true);
    if let Some(data) = node.data {
        builder.text("Data").put(Item::Bytes(data));
    }
    builder.text("Links").begin(false);
    for (link, (named, sized)) in node.links.into_iter().zip(present) {
        builder.begin(true).text("Hash").put(Item::Link(link.cid));
        if named {
            let name = String::from_utf8(link.name);
            let name = name.map_err(|_| form("names in UTF-8", "other bytes"))?;
            builder.text("Name").put(Item::Text(name));
        }
        if sized {
            builder.text("Tsize").put(Item::Int(link.tsize.into()));
        }
        builder.end();
    }
    builder.end();
    Ok(builder.done())
}

fn form(wanted: &'static str, found: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(slug::FORM, wanted, found)
}

/// The fields of a map, each known, and none more.
fn fields<'d>(
    document: &'d Document,
    number: usize,
    known: &[&str],
) -> Result<Vec<(&'d str, usize)>> {
    if !matches!(document.at(number), Some(Item::Map(_))) {
        let found = document.at(number).map_or("nothing", Item::words);
        return Err(form("a map, as dag-pb has it", found));
    }
    let pairs = document.pairs(number);
    match pairs.iter().find(|(key, _)| !known.contains(key)) {
        Some((key, _)) => {
            let wanted = format!("{} and nothing more", known.join(", "));
            Err(Error::new(slug::FORM, wanted, format!("{key:?}")))
        }
        None => Ok(pairs),
    }
}

fn to_pb(document: &Document) -> Result<Vec<u8>> {
    let (mut links, mut data) = (None, None);
    for (key, number) in fields(document, 0, &["Data", "Links"])? {
        match (key, document.at(number)) {
            ("Data", Some(Item::Bytes(bytes))) => data = Some(bytes),
            ("Links", Some(Item::List(_))) => links = Some(document.children(number)),
            ("Data", other) => {
                return Err(form("bytes as Data", other.map_or("nothing", Item::words)));
            }
            (_, other) => {
                return Err(form(
                    "a list of Links",
                    other.map_or("nothing", Item::words),
                ));
            }
        }
    }
    let mut block = Vec::new();
    let mut before: &str = "";
    for number in links.ok_or_else(|| form("a list of Links", "none"))? {
        let name = put_link(&mut block, document, number)?;
        if name.as_bytes() < before.as_bytes() {
            return Err(form(
                "Links in the order of their names",
                format!("{name:?}"),
            ));
        }
        before = name;
    }
    if let Some(data) = data {
        dag_pb::put_bytes(&mut block, 0x0a, data);
    }
    Ok(block)
}

/// Appends a link, and gives its name.
fn put_link<'d>(block: &mut Vec<u8>, document: &'d Document, number: usize) -> Result<&'d str> {
    let (mut hash, mut name, mut size) = (None, None, None);
    for (key, number) in fields(document, number, &["Hash", "Name", "Tsize"])? {
        match (key, document.at(number)) {
            ("Hash", Some(Item::Link(cid))) => hash = Some(cid),
            ("Name", Some(Item::Text(text))) => name = Some(text.as_str()),
            ("Tsize", Some(Item::Int(tsize))) => {
                let tsize = u64::try_from(*tsize);
                size = Some(tsize.map_err(|_| form("a Tsize from 0 up", "less, or too much"))?);
            }
            (key, other) => {
                let found = format!("{} as {key}", other.map_or("nothing", Item::words));
                return Err(form(
                    "a link as Hash, text as Name, a number as Tsize",
                    found,
                ));
            }
        }
    }
    let hash = hash.ok_or_else(|| form("a Hash in every link", "none"))?;
    dag_pb::put_link(block, hash, name.map(str::as_bytes), size);
    Ok(name.unwrap_or_default())
}
