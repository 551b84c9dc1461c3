//! `inspect`: what a file is, and the command that checks it.

use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::sniff;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The files
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says what an artefact is, shows its fields, and names the command that checks it. A file of
no known kind is status 2.";
    const EXAMPLES: &'static str = "$ seq 100000 > data
$ decent merkle new data -o data.tree > root
$ decent inspect data.tree | head -n 2
file: data.tree
kind: Merkle tree file
$ decent merkle prove --index 3 data | decent inspect | grep proven
proven: 3:4
$ echo '{\"p\":{\"a\":5},\"n\":{}}' | decent inspect | tail -n 2
value: 5
check: decent pncounter merge STATE";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        for path in Cx::files(self.files) {
            if let Err(fail) = inspect(cx, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn inspect(cx: &mut Cx, path: &std::path::Path) -> Result<(), Fail> {
    let mut input = cx.anchor("", path)?;
    // Every sniffer looks at the same bytes, so a stream is kept first.
    input.source()?;
    let card = sniff::card(&mut input);
    let Some(card) = card else {
        return Err(Error::new(
            slug::UNKNOWN_ARTEFACT,
            "an artefact of a known kind",
            "none",
        )
        .into());
    };
    cx.emit(&card.name(input.name()))
}
