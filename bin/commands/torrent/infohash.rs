//! `torrent infohash`: the hashes that name torrents.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::torrents;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The torrents; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints what names each torrent in a swarm: SHA-1 of its info dictionary for version 1, SHA-256 for
version 2, both for a hybrid. The hash is over the bytes as they stand in the file. A file is
read strictly first: what two programs could read in two ways has no infohash.";
    const EXAMPLES: &'static str =
        "$ printf 'd4:infod6:lengthi5e4:name1:a12:piece lengthi5e6:pieces20:%020dee' 0 > a.torrent
$ decent torrent infohash a.torrent
v1:bc7aca4df2372c9174fadbf55601afbe1f32ad3d  a.torrent
$ tail -c +8 a.torrent | head -c -1 | sha1sum
bc7aca4df2372c9174fadbf55601afbe1f32ad3d  -";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.files) {
            if let Err(fail) = infohash(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn infohash(cx: &mut Cx, path: &Path) -> Result<(), Fail> {
    let input = cx.subject("", path)?;
    let opened = torrents::open(cx, input)?;
    let watch = cx.watch(None);
    if watch.narrates() {
        opened.hashes().iter().for_each(|step| watch.step(step));
    }
    for record in torrents::hash_records(opened.torrent.hash(), cx.json()) {
        cx.emit(&record.name(&opened.name))?;
    }
    Ok(())
}
