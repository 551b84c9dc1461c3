//! `car split`: the part of an archive that proves a path or a range.

use std::cell::RefCell;
use std::ffi::OsString;
use std::path::PathBuf;

use decent::Verdict;
use decent::car::scope::{self, Selection};
use decent::car::write::Writer;
use decent::watch::{Step, Watch};

use super::new::Sink;
use super::verify::scope_of;
use crate::archives::{RootArg, open, path_bytes, store};
use crate::args::{ByteRange, Create};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::report::Record;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    root: RootArg,
    /// Only these bytes of the file
    #[arg(long, value_name = "A:B")]
    range: Option<ByteRange>,
    /// How much behind the path: block, entity or all
    #[arg(long, value_name = "SCOPE", value_parser = ["block", "entity", "all"])]
    scope: Option<String>,
    #[command(flatten)]
    create: Create,
    /// The archive, `-` for standard input
    #[arg(value_name = "F")]
    archive: PathBuf,
    /// The path below the root; without it the root itself
    #[arg(value_name = "PATH")]
    path: Option<OsString>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes the blocks that prove a path, and behind it a block, an entity (a file or these bytes of
it, a folder with its shards), or all below: what a trustless gateway would send, made offline. The
root stays, so `car verify --path P --range A:B` checks it against the same ID.";
    const EXAMPLES: &'static str = "$ mkdir d && seq 99999 > d/a && seq 9 > d/b
$ decent car new --chunker size-4096 d -o d.car > root
$ decent car split --range 5000:5001 d.car a -o part.car
bafybeidvmfyljh6rrf5nxt2apc6rjavibhwac62g4vsprn56gvzbfcn7bu  a
$ decent car verify --path a --range 5000:5001 part.car
part.car: OK (3 blocks)";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let path = path_bytes(self.path);
        let mut input = open(cx, &self.archive)?;
        let store = store(cx, input.source()?)?;
        let root = self.root.of(store.archive())?;
        if self.range.is_some() {
            scope::only_of_files(&store, &root, &path)?;
        }
        let scope = scope_of(self.scope.as_deref(), self.range);
        let selection = Selection {
            root: &root,
            path: &path,
            scope,
        };
        let carried = RefCell::new(Carried::default());
        let mut sink = Sink {
            made: cx.create(&self.create, true)?,
            carried: &carried,
        };
        let ended = (|| {
            let mut writer = Writer::begin(&mut sink, std::slice::from_ref(&root), false)?;
            scope::visit(&store, &selection, &mut |cid, block| {
                writer.block(cid, &[block])
            })?;
            Ok((writer.blocks, writer.len()))
        })();
        let made = sink.made;
        let (blocks, bytes) = carried.take().end(ended)?;
        made.finish()?;
        let watch = cx.watch(None);
        if watch.narrates() {
            let why = "the blocks on the way from the root, then those of the part, each once";
            watch.step(
                &Step::new("part", why)
                    .value("root", &root)
                    .value("blocks", blocks),
            );
        }
        drop(watch);
        let record = Record::value("cid", root.to_string()).name(&path);
        let record = record.aside("blocks", blocks.to_string());
        cx.emit(&record.aside("bytes", bytes.to_string()))?;
        Ok(Verdict::Yes)
    }
}
