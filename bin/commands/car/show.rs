//! `car show`: what an archive says of itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::car::Archive;
use decent::car::index::{self, Format};
use decent::cid::codec_name;
use decent::watch::{Step, Watch};

use crate::archives::open;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The archives; none, or `-`, is standard input
    #[arg(value_name = "F")]
    archives: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Shows version, roots, blocks and index of an archive, and of which codecs its blocks are. Nothing
is hashed: `car verify` does that.";
    const EXAMPLES: &'static str = "$ seq 9999 > data && decent car new data -o data.car > root
$ decent car show data.car
file: data.car
version: 1
roots: bafkreiefnzwnfwbnvrkiwnzt2oss64i3kjnw7zijb4usnzwdbi32oyhnei
blocks: 1
bytes: 48888
header-bytes: 59
largest: 48888
codecs: raw=1
index: none
$ decent car show data.car --json | grep -c roots
1";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.archives) {
            if let Err(fail) = one(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn one(cx: &mut Cx, path: &Path) -> Result<(), Fail> {
    let mut input = open(cx, path)?;
    let card = card(&Archive::open(input.source()?)?)?;
    let watch = cx.watch(None);
    if watch.narrates() {
        let why =
            "the header is dag-cbor; behind it each section is a length, an ID, and its block";
        let archive = Archive::open(input.source()?)?;
        watch.step(&Step::new("header", why).value("bytes", archive.header_len()));
    }
    drop(watch);
    cx.emit(&card.name(input.name()))
}

/// The fields of an archive.
pub(crate) fn card(archive: &Archive<'_>) -> decent::Result<Record> {
    let (mut count, mut bytes, mut largest) = (0u64, 0u64, 0u64);
    let mut codecs: BTreeMap<String, u64> = BTreeMap::new();
    for section in archive.sections() {
        let section = section?;
        let len = section.block.end - section.block.start;
        (count, bytes, largest) = (count + 1, bytes + len, largest.max(len));
        *codecs.entry(codec_name(section.cid.codec())).or_default() += 1;
    }
    let index = match index::range(archive) {
        None => "none".to_owned(),
        Some(range) => match index::decode(&archive.block(range)?) {
            Ok((format, _)) => {
                let known = Format::NAMES.iter().find(|(_, one)| *one == format);
                known.map_or(String::new(), |(name, _)| (*name).to_owned())
            }
            Err(error) => format!("malformed ({error})"),
        },
    };
    let roots: Vec<_> = archive.roots.iter().map(ToString::to_string).collect();
    let codecs: Vec<_> = codecs
        .iter()
        .map(|(name, count)| format!("{name}={count}"))
        .collect();
    Ok(Record::card()
        .field("version", archive.version)
        .field("roots", roots)
        .field("blocks", count)
        .field("bytes", bytes.to_string())
        .field("header_bytes", archive.header_len())
        .field("largest", largest)
        .field("codecs", codecs)
        .field("index", index))
}
