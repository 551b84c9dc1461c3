//! `merkle verify`: data against a root, by a proof or a tree file; growth of a file.

use std::path::{Path, PathBuf};

use decent::Verdict;
use decent::feed::Reader;
use decent::hash::Hash256;
use decent::merkle::consistency::Consistency;
use decent::merkle::encode::{self, AnyProof};
use decent::merkle::narrate;
use decent::merkle::outboard::Outboard;
use decent::merkle::proof::{Held, Proof};
use decent::watch::Watch;

use super::root::{given, in_order, refused};
use crate::args::{Create, Size};
use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::{Carried, Fail};
use crate::report::{Record, bytes_of};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The root that is trusted
    #[arg(long, value_name = "HEX")]
    root: String,
    /// A proof, as `merkle prove` writes it
    #[arg(long, value_name = "PROOF", conflicts_with = "with")]
    proof: Option<PathBuf>,
    /// A tree file, as `merkle new` writes it: all of FILE is checked
    #[arg(long, value_name = "TREE")]
    with: Option<PathBuf>,
    /// Pass on what is proven, and stop at the first chunk that is wrong
    #[arg(long, requires = "with")]
    stream: bool,
    /// Of growth: the size that goes with --root
    #[arg(long, value_name = "N", requires = "old_root")]
    size: Option<Size>,
    /// Of growth: the root of the beginning
    #[arg(long, value_name = "HEX", requires_all = ["size", "old_size", "proof"])]
    old_root: Option<String>,
    /// Of growth: the size that goes with --old-root
    #[arg(long, value_name = "M", requires = "old_root")]
    old_size: Option<Size>,
    /// The data: all of it, or just the bytes that are proven; none, or `-`, is standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Tool for Args {
    const ABOUT: &'static str = "Says whether data is what a root stands for. With --proof FILE holds just what is proven, one
range after the other, or all of the data; which of the two, its length tells (of lines, their
number). A proof that carries its bytes needs no FILE. With --with all of FILE is checked against
a tree file, which itself is checked against the root first.";
    const EXAMPLES: &'static str = "$ seq 100000 > data
$ root=$(decent merkle root --no-names data) && decent merkle new data -o data.tree > log
$ decent merkle verify --root $root --with data.tree data
data: OK
$ decent merkle prove --index 3 data -o proof
$ head -c 65536 data | tail -c 16384 | decent merkle verify --root $root --proof proof
-: OK
$ cat data | decent merkle verify --root $root --proof proof
-: OK
$ (cat data; echo) | decent merkle verify --root $root --with data.tree
-: FAILED (byte 573440: wanted the chunk of 15455 bytes that the tree holds, found another)
[1]";

    fn run(self, cx: &mut Cx) -> Result<Verdict, Fail> {
        let root = given(&self.root, "--root")?;
        if let Some(path) = &self.with {
            return self.by_tree(cx, path, &root);
        }
        let Some(path) = &self.proof else {
            let fail = Fail::usage("give --proof PROOF or --with TREE");
            return Err(fail.hint("decent merkle verify --help"));
        };
        let bytes = cx
            .evidence("proof", path)?
            .read_all(encode::LARGEST)
            .map_err(|e| e.of("proof"))?;
        match AnyProof::decode(&bytes).map_err(|e| e.of("proof"))? {
            AnyProof::Ranges(proof) if self.old_root.is_none() => {
                self.by_proof(cx, path, &proof, &root)
            }
            AnyProof::Growth(proof) => self.growth(cx, path, &proof, &root),
            AnyProof::Ranges(_) => Err(Fail::usage("--old-root wants a proof of growth")),
        }
    }
}

impl Args {
    fn file(&self) -> PathBuf {
        self.file.clone().unwrap_or_else(|| PathBuf::from("-"))
    }

    fn by_tree(&self, cx: &mut Cx, path: &Path, root: &Hash256) -> Result<Verdict, Fail> {
        let mut tree = cx.evidence("tree", path)?;
        let mut data = cx.subject("data", &self.file())?;
        let engine = cx.engine()?;
        let outboard = Outboard::open(tree.source()?)?;
        outboard.check(Some(root), engine)?;
        let name = data.name().to_vec();
        let watch = cx.watch(data.len());
        if watch.narrates() {
            narrate::outboard(&outboard.root(), outboard.tree(), &watch);
        }
        if !self.stream {
            let ended = outboard.verify(data.feed(), engine, &watch, &mut |_| Ok(()));
            drop(watch);
            return judged(cx, &name, ended);
        }
        let mut carried = Carried::default();
        let mut made = cx.create(&Create { output: None }, false)?;
        let ended = outboard.verify(data.feed(), engine, &watch, &mut |bytes| {
            carried.pass(made.put(bytes))
        });
        carried.end(ended)?;
        Ok(Verdict::Yes)
    }

    fn by_proof(
        &self,
        cx: &mut Cx,
        path: &Path,
        proof: &Proof,
        root: &Hash256,
    ) -> Result<Verdict, Fail> {
        let root = in_order(proof.tree, *root);
        let engine = cx.engine()?;
        if cx.watch(None).narrates() {
            narrate::proof(proof, &cx.watch(None));
        }
        if self.file.is_none() && proof.data.is_some() {
            let ended = proof.verify(&root, Held::Inside, engine, &cx.watch(None));
            return judged(cx, bytes_of(path), ended);
        }
        let mut data = cx.subject("data", &self.file())?;
        let name = data.name().to_vec();
        // Only its length tells whether it is all of the data or just what is proven: a pipe is kept.
        let source = data.source()?;
        let watch = cx.watch(Some(source.len()));
        let held = if Some(source.len()) == proof.covered() {
            Held::Parts(&mut Reader::new(source, 0..source.len()))
        } else {
            Held::Whole(source)
        };
        let ended = proof.verify(&root, held, engine, &watch);
        drop(watch);
        judged(cx, &name, ended)
    }

    fn growth(
        &self,
        cx: &mut Cx,
        path: &Path,
        proof: &Consistency,
        root: &Hash256,
    ) -> Result<Verdict, Fail> {
        let (Some(old_root), Some(old_size), Some(size)) =
            (&self.old_root, self.old_size, self.size)
        else {
            return Err(Fail::usage(
                "a proof of growth wants --size, --old-root and --old-size",
            ));
        };
        if self.file.is_some() {
            return Err(Fail::usage(
                "a proof of growth speaks of roots alone: give no FILE",
            ));
        }
        let old_root = given(old_root, "--old-root")?;
        if cx.watch(None).narrates() {
            narrate::growth(proof, &cx.watch(None));
        }
        if old_size.0 > size.0 {
            return Err(refused(
                "--old-size",
                "at most --size",
                old_size.0.to_string(),
            ));
        }
        let ended = if (proof.old_size, proof.size) == (old_size.0, size.0) {
            proof.verify(&old_root, root)
        } else {
            let wanted = format!("a proof from {} to {}", old_size.0, size.0);
            let found = format!("one from {} to {}", proof.old_size, proof.size);
            Err(decent::Error::new(
                decent::error::slug::PROOF_UNFIT,
                wanted,
                found,
            ))
        };
        judged(cx, bytes_of(path), ended)
    }
}

/// The verdict on data by its name: a *no* is said in the report, all else is an error.
fn judged(cx: &mut Cx, name: &[u8], ended: decent::Result<()>) -> Result<Verdict, Fail> {
    let verdict = match ended {
        Ok(()) => Verdict::Yes,
        Err(error) if error.slug.kind == decent::error::Kind::Wrong => {
            Verdict::No(error.to_string().into())
        }
        Err(error) => return Err(error.into()),
    };
    cx.emit(&Record::verdict(&verdict).name(name))?;
    Ok(verdict)
}
