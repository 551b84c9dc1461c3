//! `merkle prove`: proofs of chunks, of byte ranges, of growth.

use std::ops::Range;
use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};
use decent::merkle::Tree;
use decent::merkle::consistency::Consistency;
use decent::merkle::encode::{AnyProof, LARGEST};
use decent::merkle::narrate;
use decent::merkle::proof::Proof;
use decent::watch::Watch;

use super::root::{TreeArgs, refused};
use crate::args::{ByteRange, Create, Size};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    tree: TreeArgs,
    /// Prove this chunk, counted from 0; may be given again
    #[arg(long, value_name = "I")]
    index: Vec<u64>,
    /// Prove the chunks that hold bytes A up to, not including, B; may be given again
    #[arg(long, value_name = "A:B")]
    range: Vec<ByteRange>,
    /// Prove that the first SIZE bytes (of lines, lines) are the beginning of all
    #[arg(long, value_name = "SIZE", conflicts_with_all = ["index", "range", "data"])]
    consistency: Option<Size>,
    /// Let the proof carry the bytes that it proves
    #[arg(long)]
    data: bool,
    /// Write the compact binary form instead of JSON
    #[arg(long)]
    binary: bool,
    #[command(flatten)]
    create: Create,
    /// The file; none, or `-`, is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

impl Tool for Args {
    const ABOUT: &'static str = "Writes one proof of all that is asked for; no hash stands in it twice. `merkle verify` checks it
against a root.";
    const EXAMPLES: &'static str = "$ seq 100000 > data
$ decent merkle prove --index 3 data | cut -c1-74
{\"format\":\"decent-merkle-proof\",\"version\":1,\"tree\":\"rfc6962\",\"chunk\":16384
$ decent merkle prove --index 99 data
decent merkle prove: --index: wanted an index below 36, found 99
  more: decent why out-of-range
[2]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let tree = self.tree.tree()?;
        let mut input = cx.subject("data", &self.file)?;
        let engine = cx.engine()?;
        let source = input.source()?;
        let watch = cx.watch(Some(source.len()));
        let proof = if let Some(size) = self.consistency {
            let (proof, _) = Consistency::make(source, tree, size.0, engine, &watch)?;
            if watch.narrates() {
                narrate::growth(&proof, &watch);
            }
            AnyProof::Growth(proof)
        } else {
            let ranges = self.leaves(tree, source.len())?;
            let (proof, _) = Proof::make(source, tree, ranges, self.data, engine, &watch)?;
            if watch.narrates() {
                narrate::proof(&proof, &watch);
            }
            AnyProof::Ranges(proof)
        };
        drop(watch);
        let bytes = if self.binary {
            proof.to_binary()
        } else {
            (proof.to_json() + "\n").into_bytes()
        };
        if bytes.len() as u64 > LARGEST {
            let wanted = format!("at most {LARGEST} bytes in a proof");
            let found = bytes.len().to_string();
            let fail = Fail::from(Error::new(slug::TOO_LARGE, wanted, found).of("proof"));
            return Err(fail.hint("give --binary, which takes half, or fewer chunks"));
        }
        let mut made = cx.create(&self.create, self.binary)?;
        made.put(&bytes)?;
        made.finish()?;
        Ok(Verdict::Yes)
    }
}

impl Args {
    /// The leaves that are asked for.
    fn leaves(&self, tree: Tree, size: u64) -> Result<Vec<Range<u64>>, Fail> {
        let mut leaves: Vec<_> = self.index.iter().map(|i| *i..i.saturating_add(1)).collect();
        for range in &self.range {
            let Some(leaf) = tree.leaf_bytes() else {
                return Err(Fail::usage("--range is of bytes; of lines give --index"));
            };
            let range = range.within(size);
            if range.end > size || range.start >= range.end {
                let found = format!("{}:{} of {size} bytes", range.start, range.end);
                return Err(refused("--range", "a range within the file", found));
            }
            leaves.push(range.start / leaf..range.end.div_ceil(leaf));
        }
        if leaves.is_empty() {
            return Err(Fail::usage("give --index, --range or --consistency"));
        }
        Ok(leaves)
    }
}
