//! `merkle new`: the tree of a file, as a file.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::PathBuf;

use decent::Verdict;
use decent::merkle::{narrate, outboard};
use decent::watch::Watch;

use super::root::{TreeArgs, shown};
use crate::args::Create;
use crate::commands::Tool;
use crate::cx::{Cx, Made};
use crate::fail::Fail;
use crate::output::nameless;
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    tree: TreeArgs,
    #[command(flatten)]
    create: Create,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Writes the tree over FILE as a file beside it, all nodes from the leaves up. With it
`merkle verify --with` checks a copy while it arrives, and `merkle diff --with` says where one
differs. The root is printed.";
    const EXAMPLES: &'static str = "$ seq 100000 > data
$ decent merkle new data -o data.tree | cut -c65-
  data
$ decent merkle diff --with data.tree data";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let tree = self.tree.tree_for_file()?;
        let mut input = cx.subject("data", &self.file)?;
        let engine = cx.engine()?;
        let total = input.len();
        let watch = cx.watch(total);
        // Before the work: what can't be written is said at once.
        let mut made = cx.create(&self.create, true)?;
        if watch.narrates() {
            input.source()?;
        }
        let root = match made.own_file() {
            Some(file) => outboard::make(input.feed(), tree, file, engine, &watch)?,
            None => through_a_file(&mut made, |file| {
                outboard::make(input.feed(), tree, file, engine, &watch)
            })?,
        };
        if watch.narrates() {
            narrate::tree(input.source()?, tree, &root, &watch)?;
        }
        drop(watch);
        made.finish()?;
        let record = Record::value("root", shown(tree, &root.hash)).name(input.name());
        let record = record
            .field("tree", tree.kind().name())
            .field("size", root.size);
        cx.emit(&record.field("leaves", root.leaves))?;
        Ok(Verdict::Yes)
    }
}

/// What can't be gone back in, as the making of a tree must, gets the tree from a temporary file.
fn through_a_file<T>(
    made: &mut Made<'_>,
    make: impl FnOnce(&mut File) -> decent::Result<T>,
) -> Result<T, Fail> {
    let folder = std::env::temp_dir();
    let failed = |e: std::io::Error| Fail::output(&e, folder.as_os_str().as_encoded_bytes());
    let mut file = nameless(&folder).map_err(failed)?;
    let result = make(&mut file)?;
    file.rewind().map_err(failed)?;
    let mut buffer = vec![0; 1 << 20];
    loop {
        let n = file.read(&mut buffer).map_err(failed)?;
        if n == 0 {
            return Ok(result);
        }
        made.put(buffer.get(..n).unwrap_or_default())?;
    }
}
