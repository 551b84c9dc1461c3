//! `ipns show`: what a record says.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::ipns::narrate;
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::records::{described, read};
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The records; none, or `-`, is standard input
    #[arg(value_name = "REC")]
    records: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Shows the fields of a record: the path, its end, its number, for how long it may be kept, which
signatures it has, and the signed bytes. Nothing is verified, so nothing of it can be trusted;
ipns verify says whether it may be. A record does not say its name, unless the name is only the
hash of the key.";
    const EXAMPLES: &'static str = "$ printf %064d 7 > key && chmod 600 key
$ decent ipns sign -q --key key --value bafkqablimvwgy3y --at 2026-01-01 --seq 7 -o rec > name
$ decent ipns show rec | head -n 6
file: rec
value: /ipfs/bafkqablimvwgy3y
validity: 2026-01-03T00:00:00.000000000Z
sequence: 7
ttl-nanoseconds: 300000000000
signatures: v2";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.records) {
            if let Err(fail) = show(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn show(cx: &mut Cx, path: &Path) -> Result<(), Fail> {
    let record = read(cx, path)?;
    cx.about(bytes_of(path));
    let watch = cx.watch(None);
    if watch.narrates() {
        narrate::data(&record, true, &watch);
    }
    drop(watch);
    cx.emit(&described(Record::card().name(bytes_of(path)), &record))
}
