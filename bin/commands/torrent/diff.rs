//! `torrent diff`: what two torrents do not share.

use std::path::PathBuf;

use decent::Verdict;
use decent::torrent::diff::{Change, Content, Difference, content, diff};
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;
use crate::torrents;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The one torrent
    #[arg(value_name = "A")]
    old: PathBuf,
    /// The other
    #[arg(value_name = "B")]
    new: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints what differs, a line each: the infohashes, every field inside and around the info
dictionary, every file. The last line says whether both stand for the same content all the same:
roots of version 2 tell, and version 1 where the pieces are cut alike. Status 0 where nothing
differs, 1 where something does.";
    const EXAMPLES: &'static str =
        "$ printf 'd4:infod6:lengthi5e4:name1:a12:piece lengthi5e6:pieces20:%020dee' 0 > a
$ decent torrent edit -q --source me a -o b
v1:01aab04f6d2c137eb8ff726bd9c12e324537ddcb  b
$ decent torrent diff a b | tail -n 2
info.source: ADDED (me)
content: SAME (the same files with the same bytes)
[1]
$ decent torrent diff a a";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let input = cx.subject("old", &self.old)?;
        let old = torrents::open(cx, input).map_err(|fail| of("old", fail))?;
        told(cx, &old);
        let input = cx.subject("new", &self.new)?;
        let new = torrents::open(cx, input).map_err(|fail| of("new", fail))?;
        told(cx, &new);
        let found = diff((&old.bytes, &old.torrent), (&new.bytes, &new.torrent))?;
        for one in &found {
            cx.emit(&record(one))?;
        }
        if found.is_empty() {
            return Ok(Verdict::Yes);
        }
        let (word, why) = match content(&old.torrent, &new.torrent) {
            Content::Same => ("SAME", "the same files with the same bytes"),
            Content::Differs => ("CHANGED", "other files, or other bytes in them"),
            Content::Unknown => (
                "UNKNOWN",
                "hashes of another sort, or pieces cut in another way",
            ),
        };
        cx.emit(
            &Record::status(word, why)
                .name(b"content")
                .aside("what", "content"),
        )?;
        Ok(Verdict::No("they differ".into()))
    }
}

fn of(word: &'static str, mut fail: Fail) -> Fail {
    fail.error = fail.error.of(word);
    fail
}

fn told(cx: &Cx, opened: &torrents::Opened) {
    let watch = cx.watch(None);
    if watch.narrates() {
        opened.hashes().iter().for_each(|step| watch.step(step));
    }
}

fn record(one: &Difference) -> Record {
    let (word, why) = match &one.change {
        Change::Added(new) => ("ADDED", new.clone()),
        Change::Removed(old) => ("REMOVED", old.clone()),
        Change::Changed(old, new) if old == new => ("CHANGED", new.clone()),
        Change::Changed(old, new) => ("CHANGED", format!("from {old} to {new}")),
        Change::Renamed(old) => ("RENAMED", format!("from {}", String::from_utf8_lossy(old))),
    };
    let what = if one.file { "file" } else { "field" };
    Record::status(word, &why)
        .name(&one.name)
        .aside("what", what)
}
