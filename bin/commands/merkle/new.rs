//! `merkle new`: the tree of a file, as a file.

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
        let failed = |e: std::io::Error| Fail::output(&e, b"the tree");
        let root = {
            let mut file = nameless(&std::env::temp_dir()).map_err(failed)?;
            let watch = cx.watch(total);
            if watch.narrates() {
                input.source()?;
            }
            let root = outboard::make(input.feed(), tree, &mut file, engine, &watch)?;
            if watch.narrates() {
                narrate::tree(input.source()?, tree, &root, &watch)?;
            }
            drop(watch);
            file.rewind().map_err(failed)?;
            let mut made: Made<'_> = cx.create(&self.create, true)?;
            let mut buffer = vec![0; 1 << 20];
            loop {
                let n = file.read(&mut buffer).map_err(failed)?;
                if n == 0 {
                    break;
                }
                made.put(buffer.get(..n).unwrap_or_default())?;
            }
            made.finish()?;
            root
        };
        let record = Record::value("root", shown(tree, &root.hash)).name(input.name());
        let record = record
            .field("tree", tree.kind().name())
            .field("size", root.size);
        cx.emit(&record.field("leaves", root.leaves))?;
        Ok(Verdict::Yes)
    }
}
