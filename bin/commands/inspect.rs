//! `inspect`: what a file is, and the command that checks it.

use std::path::PathBuf;

use decent::Verdict;
use decent::error::{Error, slug};

use crate::commands::Tool;
use crate::cx::Cx;
use crate::fail::Fail;
use crate::input::Input;
use crate::report::Record;

/// A family's eye for its own artefacts: a card where it knows the file, `None` where it does not.
type Sniffer = fn(&mut Input) -> Option<Record>;

/// The families, those with the surest marks first.
const SNIFFERS: &[Sniffer] = &[tree_file, proof, list];

/// Bytes at the start of a file that tell whether it can be a list.
const START: u64 = 256 << 10;

/// A list of files: every line of it is understood.
fn list(input: &mut Input) -> Option<Record> {
    use decent::manifest::{List, Reading};
    use std::io::Read;
    // Its first line first, so that a large file of another kind isn't read to its end.
    let start = std::io::BufReader::new(input.reader().take(START));
    List::new(start, Reading::default()).next()?.entry.ok()?;
    let lines = List::new(std::io::BufReader::new(input.reader()), Reading::default());
    let mut entries = 0u64;
    for line in lines {
        line.entry.ok()?;
        entries += 1;
    }
    let card = Record::card()
        .field("kind", "list of files")
        .field("entries", entries);
    (entries > 0).then(|| card.field("check", "decent manifest verify LIST"))
}

fn tree_file(input: &mut Input) -> Option<Record> {
    use decent::merkle::outboard::Outboard;
    let outboard = Outboard::open(input.source().ok()?).ok()?;
    let (tree, root) = (outboard.tree(), outboard.root());
    let card = Record::card()
        .field("kind", "Merkle tree file")
        .field("tree", tree.kind().name());
    let card = card
        .field("chunk", tree.leaf_bytes())
        .field("size", root.size);
    let hash = decent::codec::hex::encode(&root.hash);
    let check = format!("decent merkle verify --root {hash} --with TREE FILE");
    Some(
        card.field("leaves", root.leaves)
            .field("root", hash)
            .field("check", check),
    )
}

fn proof(input: &mut Input) -> Option<Record> {
    use decent::merkle::encode::{AnyProof, LARGEST};
    let card = Record::card();
    match AnyProof::decode(&input.read_all(LARGEST).ok()?).ok()? {
        AnyProof::Ranges(proof) => {
            let card = card
                .field("kind", "Merkle proof")
                .field("tree", proof.tree.kind().name());
            let card = card.field("size", proof.size).field("leaves", proof.leaves);
            let ranges: Vec<_> = proof
                .ranges
                .iter()
                .map(|r| format!("{}:{}", r.start, r.end))
                .collect();
            let card = card
                .field("proven", ranges)
                .field("hashes", proof.hashes.len());
            Some(card.field(
                "check",
                "decent merkle verify --root ROOT --proof PROOF FILE",
            ))
        }
        AnyProof::Growth(proof) => {
            let card = card
                .field("kind", "Merkle proof of growth")
                .field("old_size", proof.old_size);
            let card = card
                .field("size", proof.size)
                .field("hashes", proof.hashes.len());
            let check = "decent merkle verify --root ROOT --size N --old-root OLD --old-size M --proof PROOF";
            Some(card.field("check", check))
        }
    }
}

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
proven: 3:4";

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
    let card = SNIFFERS.iter().find_map(|sniff| sniff(&mut input));
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
