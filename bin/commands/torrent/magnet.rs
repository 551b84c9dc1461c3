//! `torrent magnet`: magnet links, made and read.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::Error;
use decent::torrent::{Magnet, magnet};
use decent::watch::{Step, Watch};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Role;
use crate::report::Record;
use crate::torrents::{self, texts};

/// Bytes of links that are read from standard input.
const LINKS_MOST: u64 = 16 << 20;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Read a link, or `-` for links on standard input, a line each
    #[arg(long, value_name = "URI", conflicts_with = "files")]
    parse: Option<String>,
    /// A peer to ask first, HOST:PORT or [IPV6]:PORT; may be given many times
    #[arg(long, value_name = "PEER", conflicts_with = "parse")]
    peer: Vec<String>,
    /// Only these files, counted from 0 as in `list --json`: 0,2,4-6
    #[arg(long, value_name = "FILES", conflicts_with = "parse")]
    select: Option<String>,
    /// Leave the trackers and web seeds out
    #[arg(long, conflicts_with = "parse")]
    bare: bool,
    /// The torrents; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the link to each torrent: both infohashes, the name, trackers and web seeds. With --parse
it reads a link instead and shows its fields; infohashes may be 40 hex digits, 32 letters of base
32, or a multihash (version 2).";
    const EXAMPLES: &'static str =
        "$ printf 'd8:announce8:http://t4:infod6:lengthi5e4:name3:a&b12:piece lengthi5e' > t
$ printf '6:pieces20:%020dee' 0 >> t
$ decent torrent magnet --no-names t
magnet:?xt=urn:btih:a5ed23c948ee051e9ab8a548c968b21eff734f1d&dn=a%26b&tr=http%3A%2F%2Ft
$ decent torrent magnet --parse \"$(decent torrent magnet --no-names t)\"
infohash-v1: a5ed23c948ee051e9ab8a548c968b21eff734f1d
name: a&b
trackers: http://t";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        if let Some(link) = &self.parse {
            return parse(cx, link);
        }
        for path in Cx::files(self.files.clone()) {
            if let Err(fail) = self.make(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

impl Args {
    fn make(&self, cx: &mut Cx, path: &Path) -> Result<(), Fail> {
        let input = cx.subject("", path)?;
        let opened = torrents::open(cx, input)?;
        let mut link = Magnet::of(&opened.torrent);
        if self.bare {
            (link.trackers, link.web_seeds) = (Vec::new(), Vec::new());
        }
        let option =
            |name: &'static str| move |error: Error| Fail::usage(format!("{name}: {error}"));
        for peer in &self.peer {
            link.peers
                .push(magnet::peer(peer).map_err(option("--peer"))?);
        }
        if let Some(select) = &self.select {
            link.select = magnet::select(select).map_err(option("--select"))?;
            let files = opened.torrent.info().entries().len() as u64;
            if link.select.iter().any(|range| *range.end() >= files) {
                return Err(Fail::usage(format!(
                    "--select: the torrent has {files} files, counted from 0"
                )));
            }
        }
        let watch = cx.watch(None);
        if watch.narrates() {
            opened.hashes().iter().for_each(|step| watch.step(step));
            let why = "all but letters, digits and -._~ stands as % and two hex digits";
            watch.step(&Step::new("link", why).value("magnet", &link));
        }
        cx.emit(&Record::value("magnet", link).name(&opened.name))
    }
}

fn parse(cx: &mut Cx, link: &str) -> Result<Verdict, Fail> {
    if link != "-" {
        show(cx, link, b"--parse")?;
        return Ok(Verdict::Yes);
    }
    let bytes = cx.subject("", Path::new("-"))?.read_all(LINKS_MOST)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .peekable();
    if lines.peek().is_none() {
        return Ok(Verdict::Unknown("no link".into()));
    }
    for line in lines {
        if let Err(fail) = show(cx, line, b"-") {
            cx.complain(fail)?;
        }
    }
    Ok(Verdict::Yes)
}

fn show(cx: &mut Cx, text: &str, name: &[u8]) -> Result<(), Fail> {
    let link = Magnet::parse(text).map_err(|error| {
        // The link is what is looked at, wherever it stands.
        let mut fail = Fail::from(error).named(name);
        fail.role = Some(Role::Subject);
        fail
    })?;
    let watch = cx.watch(None);
    if watch.narrates() {
        let why = "the fields are taken apart at &, then % and two hex digits become a byte";
        watch.step(&Step::new("link", why).value("fields", text.matches('&').count() + 1));
    }
    cx.emit(&card(&link))
}

/// The fields of a link that are there.
pub(crate) fn card(link: &Magnet) -> Record {
    let mut card = Record::card();
    if let Some(hash) = link.hash.v1 {
        card = card.field("infohash_v1", hex::encode(&hash));
    }
    if let Some(hash) = link.hash.v2 {
        card = card.field("infohash_v2", hex::encode(&hash));
    }
    if let Some(name) = &link.name {
        card = card.bytes("name", name);
    }
    if let Some(size) = link.size {
        card = card.field("size", size.to_string());
    }
    for (key, list) in [("trackers", &link.trackers), ("web_seeds", &link.web_seeds)] {
        if !list.is_empty() {
            card = card.field(key, texts(list));
        }
    }
    if !link.peers.is_empty() {
        card = card.field("peers", link.peers.clone());
    }
    if !link.select.is_empty() {
        card = card.field("select", magnet::shown(&link.select));
    }
    let other =
        |(name, value): &(String, Vec<u8>)| format!("{name}={}", String::from_utf8_lossy(value));
    let others: Vec<_> = link.others.iter().map(other).collect();
    if others.is_empty() {
        card
    } else {
        card.field("others", others)
    }
}
