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
const SNIFFERS: &[Sniffer] = &[
    tree_file, proof, search, stamp, checkpoint, inclusion, block, headers, list,
];

/// A list of files: every line of it is understood.
fn list(input: &mut Input) -> Option<Record> {
    use decent::manifest::{List, Reading};
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

/// Where a search for a nonce stands.
fn search(input: &mut Input) -> Option<Record> {
    use decent::pow::{Puzzle, checkpoint};
    let bytes = input.read_all(checkpoint::LARGEST).ok()?;
    // The file says what was done; of which puzzle only its hash.
    let (job, standing) = checkpoint::decode(&bytes, &Puzzle::header([0; 80])).ok()?;
    let card = Record::card()
        .field("kind", "checkpoint of a search for a nonce")
        .field("job", decent::codec::hex::encode(&job))
        .field("start", standing.range.start.to_string())
        .field("end", standing.range.end.to_string())
        .field("done_below", standing.low.to_string())
        .field("tries", standing.tries.to_string());
    let card = match standing.best {
        Some(best) => card.field("solution", best.counter.to_string()),
        None => card,
    };
    Some(card.field("go_on", "the line that began it, --checkpoint FILE in it"))
}

/// A stamp of hashcash.
fn stamp(input: &mut Input) -> Option<Record> {
    use decent::pow::stamp::{LONGEST, Stamp};
    let bytes = input.read_all(LONGEST as u64).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?.trim();
    let stamp = Stamp::parse(text).ok()?;
    let card = Record::card()
        .field("kind", "hashcash stamp")
        .field("resource", stamp.resource)
        .field("date", stamp.date)
        .field("claims", stamp.bits.unwrap_or(0))
        .field("zero_bits", stamp.zero_bits())
        .field("value", stamp.value());
    Some(card.field(
        "check",
        "decent pow check --bits N --resource R --spent DB STAMP",
    ))
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

/// Where the check of a chain stood.
fn checkpoint(input: &mut Input) -> Option<Record> {
    use decent::block::checkpoint::LARGEST;
    let json: serde_json::Value = serde_json::from_slice(&input.read_all(LARGEST).ok()?).ok()?;
    (json.get("format")? == "decent-checkpoint").then_some(())?;
    let field = |key: &str| json.get(key).cloned().unwrap_or_default();
    let card = Record::card().field("kind", "checkpoint of a chain");
    let card = card
        .field("network", field("network"))
        .field("height", field("height"));
    let check = "decent block verify --network NETWORK --from CHECKPOINT HEADERS";
    Some(card.field("hash", field("hash")).field("check", check))
}

/// A proof that transactions stand in a block.
fn inclusion(input: &mut Input) -> Option<Record> {
    use decent::block::inclusion::{LARGEST, Proof};
    let proof = Proof::decode(&input.read_all(LARGEST).ok()?).ok()?;
    let proven = proof.tree.proven().ok()?;
    let card = Record::card().field("kind", "proof that transactions are in a block");
    let card = card.field("root", decent::block::header::shown(&proven.root));
    let card = card
        .field("transactions", proof.tree.count)
        .field("proven", proven.ids.len());
    let check = "decent spv verify --header HEADER --tx-count N PROOF";
    Some(card.field("check", check))
}

/// A raw block.
fn block(input: &mut Input) -> Option<Record> {
    use decent::block::transaction::{Block, LARGEST};
    let bytes = input.read_all(2 * LARGEST + 4096).ok()?;
    let bytes = crate::chains::bytes_or_hex(bytes).ok()?;
    let block = Block::decode(&bytes).ok()?;
    let card = Record::card().field("kind", "block");
    let hash = decent::block::header::shown(&block.header.hash());
    let card = card
        .field("hash", hash)
        .field("transactions", block.transactions.len());
    Some(card.field("check", "decent spv new BLOCK"))
}

/// Block headers, of which the first two link.
fn headers(input: &mut Input) -> Option<Record> {
    use decent::block::header::{Header, shown};
    use decent::block::stream;
    use decent::block::target::Target;
    let (mut first, mut linked) = (None, true);
    let engine = decent::hash::Engine::portable();
    let on = &mut |number, raws: &[[u8; 80]], hashes: &[[u8; 32]]| {
        let mut all = raws.iter().zip(hashes);
        if let (0, Some((raw, hash))) = (number, all.next()) {
            first = Some((Header(*raw), *hash));
            linked = all
                .next()
                .is_none_or(|(next, _)| Header(*next).previous() == *hash);
        }
        Ok(())
    };
    let count = stream::each(input.feed(), engine, &decent::watch::Deaf, on).ok()?;
    let (header, hash) = first.filter(|_| linked)?;
    // Eighty bytes of anything would be a header; one of a chain has work in it.
    Target::from_bits(header.bits())
        .ok()?
        .is_met_by(&hash)
        .then_some(())?;
    let card = Record::card().field("kind", "block headers");
    let card = card.field("headers", count).field("first", shown(&hash));
    Some(card.field("check", "decent block verify --network NETWORK HEADERS"))
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
