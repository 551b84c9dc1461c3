//! `car cat`: the bytes of a file in an archive.

use std::cell::RefCell;
use std::ffi::OsString;
use std::path::PathBuf;

use decent::Verdict;
use decent::car::{extract, tree};
use decent::watch::{Step, Watch};

use super::new::Sink;
use crate::archives::{RootArg, open, path_bytes, store};
use crate::args::{ByteRange, Create};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    root: RootArg,
    /// Only these bytes
    #[arg(long, value_name = "A:B")]
    range: Option<ByteRange>,
    #[command(flatten)]
    create: Create,
    /// The archive, `-` for standard input
    #[arg(value_name = "F")]
    archive: PathBuf,
    /// The file below the root; without it the root itself
    #[arg(value_name = "PATH")]
    path: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes the bytes of a file in an archive, or a range of them. Every block is checked before its
bytes go out, so that what came out is true, even where a later block turns out to be wrong.";
    const EXAMPLES: &'static str = "$ mkdir d && seq 9 > d/a && decent car new d -o d.car > root
$ decent car cat d.car a | tail -n 1
9
$ decent car cat --range 0:1 d.car a && echo
1";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let path = path_bytes(self.path);
        let mut input = open(cx, &self.archive)?;
        let store = store(cx, input.source()?)?;
        let root = self.root.of(store.archive())?;
        let file = tree::resolve(&store, &root, &path)?;
        let range = self.range.map_or(0..u64::MAX, |range| {
            range.start..range.end.unwrap_or(u64::MAX)
        });
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "names are followed from the root, block by block, each checked";
            watch.step(
                &Step::new("path", why)
                    .value("root", &root)
                    .value("file", &file),
            );
        }
        let carried = RefCell::new(Carried::default());
        let mut sink = Sink {
            made: cx.create(&self.create, false)?,
            carried: &carried,
        };
        let ended = extract::bytes(&store, &file, range, &watch, &mut sink);
        let made = sink.made;
        carried.take().end(ended)?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}
