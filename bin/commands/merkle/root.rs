//! `merkle root`: the root of files, pipes and lists; and the choice of a tree, which all share.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::codec::hex;
use decent::error::{Error, slug};
use decent::hash::Hash256;
use decent::merkle::{self, Kind, Leaf, Tree, narrate};
use decent::watch::Watch;

use crate::args::Size;
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::report::Record;

/// Which tree over which leaves.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct TreeArgs {
    /// The tree: rfc6962, bep52, blake3, bitcoin or fsverity
    #[arg(long, value_name = "TREE", default_value = "rfc6962", value_parser = Kind::NAMES.map(|(name, _)| name))]
    tree: String,
    /// Bytes of a chunk; 16 KiB, of fsverity 4 KiB, of blake3 1 KiB (as a tree file 16 KiB) unless told otherwise
    #[arg(long, value_name = "SIZE")]
    chunk: Option<Size>,
    /// Each line, without its newline, is a leaf (rfc6962)
    #[arg(long, conflicts_with = "chunk")]
    lines: bool,
}

impl TreeArgs {
    /// The tree that is meant for a tree file: of blake3 by 16 KiB unless told otherwise, for
    /// hashes of each 1 KiB would be a sixteenth of the data.
    pub(crate) fn tree_for_file(&self) -> Result<Tree, Fail> {
        let tree = self.tree()?;
        match (tree.kind(), self.chunk) {
            (Kind::Blake3, None) => Ok(Tree::new(Kind::Blake3, Leaf::Bytes(16 << 10))?),
            _ => Ok(tree),
        }
    }

    /// The tree that is meant.
    pub(crate) fn tree(&self) -> Result<Tree, Fail> {
        let kind = Kind::named(&self.tree).unwrap_or(Kind::Rfc6962);
        let leaf = match self.chunk {
            _ if self.lines => Leaf::Line,
            Some(size) => Leaf::Bytes(size.0),
            None => Tree::usual(kind).leaf(),
        };
        Ok(Tree::new(kind, leaf)?)
    }
}

/// A root as it is shown: Bitcoin's with its bytes reversed.
pub(crate) fn shown(tree: Tree, hash: &Hash256) -> String {
    let mut bytes = *hash;
    if tree.kind() == Kind::Bitcoin {
        bytes.reverse();
    }
    hex::encode(&bytes)
}

/// A root as it is given on the line, 64 hex digits.
pub(crate) fn given(text: &str, option: &'static str) -> Result<Hash256, Fail> {
    hex::decode_array(text).map_err(|error| Fail::from(error.of(option)))
}

/// A root that is given, in the byte order of `tree`.
pub(crate) fn in_order(tree: Tree, mut root: Hash256) -> Hash256 {
    if tree.kind() == Kind::Bitcoin {
        root.reverse();
    }
    root
}

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    tree: TreeArgs,
    /// The files; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str =
        "Prints the root of the hash tree over each input. The tree blake3 gives what b3sum prints,
fsverity what `fsverity digest` prints, bep52 the pieces root of a v2 torrent. A bitcoin tree
reads transaction ids, a line of 64 hex digits each, and refuses a list whose root stands for
two lists (CVE-2012-2459).";
    const EXAMPLES: &'static str = "$ printf 'hello world\\n' | decent merkle root --chunk 4
1e9cc321ee859a59916df9ca8a46565a5a26a87c0ac221374ef66103a4402135  -
$ printf '' | decent merkle root --tree blake3 --no-names
af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let tree = self.tree.tree()?;
        for path in Cx::files(self.files) {
            if let Err(fail) = root_of(cx, tree, &path) {
                cx.complain(fail)?;
            }
        }
        Ok(Verdict::Yes)
    }
}

fn root_of(cx: &mut Cx, tree: Tree, path: &Path) -> Result<(), Fail> {
    let mut input = cx.subject("", path)?;
    let engine = cx.engine()?;
    let watch = cx.watch(input.len());
    if watch.narrates() {
        input.source()?;
    }
    let root = merkle::root(input.feed(), tree, engine, &watch)?;
    if watch.narrates() {
        // Of BLAKE3 the root is computed by larger leaves than those that are told.
        let leaves = tree.leaves_of(root.size).unwrap_or(root.leaves);
        narrate::tree(
            input.source()?,
            tree,
            &merkle::Root { leaves, ..root },
            &watch,
        )?;
    }
    drop(watch);
    let record = Record::value("root", shown(tree, &root.hash)).name(input.name());
    let record = record
        .field("tree", tree.kind().name())
        .field("size", root.size);
    let leaves = tree.leaves_of(root.size).unwrap_or(root.leaves);
    cx.emit(&record.field("leaves", leaves))
}

/// The error of an option that does not go with the others.
pub(crate) fn refused(option: &'static str, wanted: &'static str, found: String) -> Fail {
    Error::new(slug::OUT_OF_RANGE, wanted, found)
        .of(option)
        .into()
}
