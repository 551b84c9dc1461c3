//! `merkle list`: the nodes of a tree, level by level.

use std::path::PathBuf;

use decent::Verdict;
use decent::merkle::{self, narrate, outboard};
use decent::watch::Watch;

use super::root::{TreeArgs, refused, shown};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    tree: TreeArgs,
    /// The level: 0 are the leaves
    #[arg(long, value_name = "N", default_value_t = 0)]
    level: u32,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Prints a line a node: where the data begins that it stands over, how long that is, its hash.
Of lines and ids the first two count lines.";
    const EXAMPLES: &'static str =
        "$ printf 'hello world\\n' | decent merkle list --chunk 4 --level 1
           0             8  b59917b3ebddfa8015e5346accd4f6c5e5fbbd3b5d623008a2ea494d96bb231c
           8             4  de191a2fbeb5e288455b05a285a9ede84933163850891bb87befcd85ab232b03
$ seq 3 | decent merkle list --lines | wc -l
3";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let tree = self.tree.tree()?;
        let mut input = cx.subject("", &self.file)?;
        let engine = cx.engine()?;
        input.source()?;
        let whole = merkle::walk(
            input.feed(),
            tree,
            engine,
            &cx.watch(None),
            &mut |_, _, _| Ok(()),
        )?;
        let watch = cx.watch(None);
        if watch.narrates() {
            narrate::tree(input.source()?, tree, &whole, &watch)?;
        }
        drop(watch);
        if self.level > tree.height(whole.leaves) {
            let found = self.level.to_string();
            return Err(refused("--level", "a level that the tree has", found));
        }
        let unit = tree.leaf_bytes().unwrap_or(1);
        let total = if tree.leaf_bytes().is_some() {
            whole.size
        } else {
            whole.leaves
        };
        let span = (0..self.level).fold(unit, |span, _| span.saturating_mul(tree.arity()));
        let mut carried = Carried::default();
        let ended = outboard::list(
            input.feed(),
            tree,
            self.level,
            engine,
            &mut |index, hash| {
                let offset = index * span;
                let row = Record::row().cell("offset", offset, 12);
                let row = row.cell("length", span.min(total - offset), 12);
                carried.pass(cx.emit(&row.cell("hash", shown(tree, hash), 0)))
            },
        );
        carried.end(ended)?;
        Ok(Verdict::Yes)
    }
}
