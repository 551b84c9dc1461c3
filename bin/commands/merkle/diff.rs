//! `merkle diff`: the byte ranges in which a copy differs.

use std::path::PathBuf;

use decent::Verdict;
use decent::merkle::narrate;
use decent::merkle::outboard::{self, Outboard};
use decent::watch::Watch;

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The tree file of what the copy should be
    #[arg(long, value_name = "TREE")]
    with: Option<PathBuf>,
    /// The copy, or without a tree two files
    #[arg(value_name = "FILE", num_args = 1..=2)]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints the byte ranges that differ, a line each: start, end (not included). With a tree file the
original is not needed, and ranges are whole chunks; two files are compared by 16 KiB. Status 0
where nothing differs, 1 where something does.";
    const EXAMPLES: &'static str = "$ seq 100000 > a && (cat a; echo more) > b
$ decent merkle diff a b
      588895        588900
[1]
$ decent merkle new a -o a.tree > root && decent merkle diff --with a.tree a";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let ranges = match (&self.with, &*self.files) {
            (Some(tree), [file]) => {
                let mut tree = cx.anchor("tree", tree)?;
                let mut data = cx.subject("data", file)?;
                let engine = cx.engine()?;
                let outboard = Outboard::open(tree.source()?)?;
                outboard.check(None, engine)?;
                let watch = cx.watch(data.len());
                if watch.narrates() {
                    narrate::outboard(&outboard.root(), outboard.tree(), &watch);
                }
                outboard.diff(data.feed(), engine, &watch)?
            }
            (None, [old, new]) => {
                let (mut old, mut new) = (cx.subject("old", old)?, cx.subject("new", new)?);
                let watch = cx.watch(old.len());
                let ranges = outboard::diff(old.source()?, new.source()?, 16 << 10, &watch)?;
                if watch.narrates() {
                    narrate::compared(&ranges, &watch);
                }
                ranges
            }
            _ => return Err(Fail::usage("give --with TREE and one file, or two files")),
        };
        for range in &ranges {
            let row = Record::row()
                .cell("start", range.start, 12)
                .cell("end", range.end, 12);
            cx.emit(&row)?;
        }
        Ok(if ranges.is_empty() {
            Verdict::Yes
        } else {
            Verdict::No("they differ".into())
        })
    }
}
