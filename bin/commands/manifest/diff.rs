//! `manifest diff`: what changed between two lists.

use std::io::BufReader;
use std::path::PathBuf;

use decent::Verdict;
use decent::manifest::{Algorithm, Change, List, Reading, diff};

use super::new::ALGORITHMS;
use super::verify::damaged;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The hash, where the length of the digests leaves a choice
    #[arg(long, value_name = "HASH", value_parser = ALGORITHMS)]
    algorithm: Option<String>,
    /// The lists' lines end with NUL
    #[arg(short = '0', long = "zero")]
    zero: bool,
    /// The old list
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The new list
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Compares two lists, of any two forms that `manifest verify` reads: ADDED, REMOVED, CHANGED, and
RENAMED where the same bytes stand under another name. Status 0 where they say the same, 1 where
they differ.";
    const EXAMPLES: &'static str =
        "$ echo hello > a && decent manifest new a > old && mv a b && echo more > c
$ decent manifest new b c > new
$ decent manifest diff old new
b: RENAMED (from a)
c: ADDED
[1]
$ decent manifest diff old old";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let algorithm = self
            .algorithm
            .as_deref()
            .map(Algorithm::named)
            .transpose()?;
        let reading = Reading {
            algorithm,
            zero: self.zero,
        };
        let (mut old, mut new) = (cx.anchor("old", &self.old)?, cx.anchor("new", &self.new)?);
        let names = (old.name().to_vec(), new.name().to_vec());
        let old = List::new(BufReader::new(old.reader()), reading);
        let new = List::new(BufReader::new(new.reader()), reading);
        let mut carried = Carried::default();
        let ended = diff(old, new, |change| {
            let (word, name, why) = match change {
                Change::Added(name) => ("ADDED", name, String::new()),
                Change::Removed(name) => ("REMOVED", name, String::new()),
                Change::Changed(name) => ("CHANGED", name, String::new()),
                Change::Renamed { from, to } => (
                    "RENAMED",
                    to,
                    format!("from {}", String::from_utf8_lossy(&from)),
                ),
                Change::Unknown(name) => {
                    ("UNKNOWN", name, "digests of different algorithms".into())
                }
                Change::Damaged(error) => {
                    let list = if error.input == "old" {
                        &names.0
                    } else {
                        &names.1
                    };
                    return carried.pass(damaged(cx, error, list));
                }
            };
            carried.pass(cx.emit(&Record::status(word, &why).name(&name)))
        });
        carried.end(ended)
    }
}
