//! `torrent show`: what a torrent says.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::bencode::Document;
use decent::codec::{hex, time};
use decent::torrent::{json, narrate};
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::torrents::{self, Opened, texts};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The torrents; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows the fields of each torrent, after all of it was checked: paths, counts, piece layers, that
both halves of a hybrid name the same files. With --json the field `torrent` holds the whole file
without loss: bytes that are no text stand as \"hex:..\". Every torrent tool reads that form again,
so `decent torrent edit F.json -o F.torrent` gives the very same bytes.";
    const EXAMPLES: &'static str =
        "$ printf 'd4:infod6:lengthi5e4:name1:a12:piece lengthi5e6:pieces20:%020dee' 0 > a.torrent
$ decent torrent show a.torrent
file: a.torrent
name: a
version: v1
infohash-v1: bc7aca4df2372c9174fadbf55601afbe1f32ad3d
size: 5
files: 1
piece-length: 5
pieces: 1
$ decent torrent show --json a.torrent | decent torrent edit -o again && cmp a.torrent again
v1:bc7aca4df2372c9174fadbf55601afbe1f32ad3d  again";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.files) {
            if let Err(fail) = show(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn show(cx: &mut Cx, path: &Path) -> Result<(), Fail> {
    let input = cx.subject("", path)?;
    let opened = torrents::open(cx, input)?;
    let watch = cx.watch(None);
    if watch.narrates() {
        narrate::parts(&opened.bytes, &opened.torrent, &watch)?;
        opened.hashes().iter().for_each(|step| watch.step(step));
    }
    let mut card = card(&opened);
    if cx.json() {
        card = card.aside("torrent", json::to_json(&Document::parse(&opened.bytes)?));
    }
    cx.emit(&card.name(&opened.name))
}

/// The fields that are there.
pub(crate) fn card(opened: &Opened) -> Record {
    let torrent = &opened.torrent;
    let (info, outer, hash) = (torrent.info(), torrent.outer(), torrent.hash());
    let mut card = Record::card()
        .bytes("name", info.name())
        .field("version", info.versions().name());
    if let Some(hash) = hash.v1 {
        card = card.field("infohash_v1", hex::encode(&hash));
    }
    if let Some(hash) = hash.v2 {
        card = card.field("infohash_v2", hex::encode(&hash));
    }
    card = card
        .field("size", info.size())
        .field("files", info.files().count())
        .field("piece_length", info.piece().bytes())
        .field("pieces", info.piece_count());
    if info.private() {
        card = card.field("private", true);
    }
    let nodes = outer.nodes.iter().map(|(host, port)| {
        let host = String::from_utf8_lossy(host);
        format!("{host}:{port}").into_bytes()
    });
    let similar = info.similar().iter().chain(&outer.similar);
    let similar = similar.map(|hash| hex::encode(hash).into_bytes());
    let collections = info.collections().iter().chain(&outer.collections);
    let lists = [
        (
            "trackers",
            outer.trackers.iter().flatten().cloned().collect(),
        ),
        ("web_seeds", outer.web_seeds.clone()),
        ("http_seeds", outer.http_seeds.clone()),
        ("nodes", nodes.collect::<Vec<_>>()),
        ("similar", similar.collect()),
        ("collections", collections.cloned().collect()),
    ];
    for (key, list) in lists {
        if !list.is_empty() {
            card = card.field(key, texts(&list));
        }
    }
    let update = info.update_url().or(outer.update_url.as_deref());
    let single = [
        ("source", info.source()),
        ("comment", outer.comment.as_deref()),
        ("created_by", outer.created_by.as_deref()),
        ("update_url", update),
    ];
    for (key, text) in single {
        if let Some(text) = text {
            card = card.bytes(key, text);
        }
    }
    if let Some(time) = outer.date {
        card = card.field("date", time::show(time));
    }
    let others = info.others().iter().chain(&outer.others);
    let others = texts(others);
    if others.is_empty() {
        card
    } else {
        card.field("other_keys", others)
    }
}
